"""Segments put right where the words show that the model cut them wrongly."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from .labels import Label
from .reading import Reading, Segment
from .shapes import shape_of

Mend = Callable[[Reading, list[Segment]], Iterable[Segment]]
_TITLES = (Label.TITLE, Label.CONTAINER_TITLE, Label.JOURNAL)
_QUOTES = {"«": "»", "“": "”", "„": "“”", '"': '"”', "‘": "’", "”": "”"}
_ROLES = frozenset({"editor", "director"})


def mended(reading: Reading, segments: Iterable[Segment]) -> list[Segment]:
    """The segments after every correction; those of one label that meet are one."""
    found = list(segments)
    for mend in _MENDS if found else ():
        found = list(_joined(mend(reading, found)))
    return found


def _joined(segments: Iterable[Segment]) -> Iterator[Segment]:
    for _, run in groupby(segments, key=lambda segment: segment.label):
        same = list(run)
        certainty = min(segment.certainty for segment in same)
        yield Segment(same[0].label, same[0].first, same[-1].last, certainty)


def _cut(segment: Segment, at: int, before: Label, after: Label) -> Iterator[Segment]:
    """A segment in two, the second from token number `at`."""
    if segment.first < at:
        yield replace(segment, label=before, last=at)
    if at < segment.last:
        yield replace(segment, label=after, first=max(at, segment.first))


def _lead_in(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Voir aussi` before the author is a note; what follows it in the note is the author's."""
    first, *rest = segments
    stop = _signal_stop(reading, first)
    follows = rest[0].label if rest else None
    if first.label is Label.NOTE and follows is Label.AUTHOR and first.first < stop < first.last:
        yield from _cut(first, max(stop, _last_signal(reading, first)), Label.NOTE, Label.AUTHOR)
    elif first.label in (Label.AUTHOR, *_TITLES) and stop > first.first:
        yield from _cut(first, stop, Label.NOTE, first.label)
    else:
        yield first
    yield from rest


def _signal_stop(reading: Reading, segment: Segment) -> int:
    """Where the words end that lead to a reference, as far as they are known."""
    at = segment.first
    while at < segment.last and _is_signal(reading, at, segment.first):
        at += 1
    return at


def _last_signal(reading: Reading, segment: Segment) -> int:
    """After the last word that leads to a reference, and the marks after it."""
    signals = [at for at in range(segment.first, segment.last) if {"signal", "signal+"}.intersection(reading.kinds[at])]
    at = signals[-1] + 1
    while at < segment.last and not reading.tokens[at].text[0].isalnum():
        at += 1
    return at


def _is_signal(reading: Reading, at: int, first: int) -> bool:
    text, kinds = reading.tokens[at].text, reading.kinds[at]
    if not text[0].isalnum():
        return at > first and text in (".", ",", ":")
    return "signal+" in kinds or ("signal" in kinds and not {"given", "publisher"} & set(kinds))


def _body_first(_: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """Words taken for a title before the date and the title are who wrote it."""
    labels = [segment.label for segment in segments]
    if labels[:3] == [Label.TITLE, Label.DATE, Label.TITLE]:
        segments = [replace(segments[0], label=Label.AUTHOR), *segments[1:]]
    yield from segments


def _edited(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`in Paul Veyrat (dir.), Les quais`: what stands before the role are editors, not the title."""
    for segment in segments:
        role = _role(reading, segment) if segment.label in _TITLES else None
        is_inside = "inside" in reading.kinds[segment.first] or "inside+" in reading.kinds[segment.first]
        if role and (is_inside or segment.label is not Label.TITLE):
            yield from _cut(segment, role, Label.EDITOR, Label.CONTAINER_TITLE)
        else:
            yield segment


def _author_in_title(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Arlette Farge, Le goût de l'archive`: a name before the first comma of a title that has no author."""
    people = {Label.AUTHOR, Label.EDITOR, Label.DIRECTOR}
    if people & {segment.label for segment in segments}:
        yield from segments
        return
    for segment in segments:
        comma = _name_stop(reading, segment) if segment.label is Label.TITLE else None
        yield from _cut(segment, comma, Label.AUTHOR, Label.TITLE) if comma else [segment]


def _name_stop(reading: Reading, segment: Segment) -> int | None:
    """After the comma that ends a given name or initials and a surname, when they begin a segment and more follows."""
    commas = [at for at in range(segment.first, segment.last) if reading.tokens[at].text == ","]
    if not commas or commas[0] >= segment.last - 2:
        return None
    words = [at for at in range(segment.first, commas[0]) if reading.tokens[at].text[0].isalnum()]
    if not 1 < len(words) < 5 or not all(_is_of_name(reading, at) for at in words):
        return None
    first = words[0]
    has_given = "given" in reading.kinds[first] or shape_of(reading.tokens[first].text) == "X"
    return commas[0] + 1 if has_given and len(reading.tokens[words[-1]].text) > 2 else None


def _is_of_name(reading: Reading, at: int) -> bool:
    return reading.tokens[at].text[0].isupper() or "particle" in reading.kinds[at]


def _presented(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`communication au colloque Enseigner` is where the paper was read, not what it is."""
    for segment in segments:
        at = range(segment.first, segment.last)
        is_read = segment.label in (Label.GENRE, Label.NOTE) and any("presented+" in reading.kinds[each] for each in at)
        yield replace(segment, label=Label.CONTAINER_TITLE) if is_read else segment


def _roles(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`in Paul Veyrat` before `(dir.)` names editors, whatever else it was taken for."""
    for segment, following in zip(segments, [*segments[1:], None], strict=True):
        is_role = following is not None and following.label is Label.EDITOR and _is_role(reading, following)
        inside = _inside(reading, segment) if is_role and segment.label in _TITLES else None
        if inside is None:
            yield segment
        else:
            yield from _cut(segment, inside, segment.label, Label.EDITOR)


def _is_role(reading: Reading, segment: Segment) -> bool:
    """Whether a segment holds words for what somebody did and no names."""
    words = [at for at in range(segment.first, segment.last) if reading.tokens[at].text[0].isalnum()]
    return all(_ROLES & {kind.rstrip("+") for kind in reading.kinds[at]} for at in words)


def _inside(reading: Reading, segment: Segment) -> int | None:
    """The last token that says in what the work is, when marks or the beginning stand before it."""
    tokens = reading.tokens
    for at in range(segment.last - 2, segment.first - 1, -1):
        is_after_mark = at == segment.first or not tokens[at - 1].text[0].isalnum()
        if is_after_mark and {"inside", "inside+"}.intersection(reading.kinds[at]):
            return at
    return None


def _quoted(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`“Delinking.” Globalization`: what follows a title in quotation marks holds the work, if nothing else does."""
    has_holder = any(segment.label in (Label.CONTAINER_TITLE, Label.JOURNAL) for segment in segments)
    for segment in segments:
        closing = _closing(reading, segment) if segment.label is Label.TITLE and not has_holder else None
        if closing is None:
            yield segment
        else:
            yield from _cut(segment, closing, Label.TITLE, Label.CONTAINER_TITLE)
            has_holder = True


def _closing(reading: Reading, segment: Segment) -> int | None:
    """The token after the quotation mark that closes a title, when a comma or full stop and a capital letter follow."""
    tokens = reading.tokens
    if tokens[segment.first].text not in _QUOTES:
        return None
    for at in range(segment.first + 1, segment.last - 1):
        if tokens[at].text in _QUOTES[tokens[segment.first].text] and not tokens[at + 1].text[0].islower():
            marks = [at - 1, at + 1]
            if any(tokens[mark].text in (",", ".") for mark in marks):
                stop = at + 1 + (not tokens[at + 1].text[0].isalnum())
                return stop if stop < segment.last else None
    return None


def _role(reading: Reading, segment: Segment) -> int | None:
    """The token after `(dir.),` in a segment."""
    tokens = reading.tokens
    for at in range(segment.first + 2, segment.last - 2):
        if tokens[at - 1].text in ("(", "[") and _ROLES & {kind.rstrip("+") for kind in reading.kinds[at]}:
            stop = at + 1
            while stop < segment.last and not tokens[stop].text[0].isalnum():
                stop += 1
            return stop if stop - at < 6 else None
    return None


def _day(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """A number of one or two digits right before a month is a day."""
    for segment, following in zip(segments, [*segments[1:], None], strict=True):
        is_number = segment.label is Label.VOLUME and segment.last - segment.first == 1
        if (
            is_number
            and following
            and following.label is Label.DATE
            and _begins_with_month(reading, segment, following)
        ):
            yield replace(segment, label=Label.DATE)
        else:
            yield segment


def _begins_with_month(reading: Reading, number: Segment, date: Segment) -> bool:
    if not reading.tokens[date.first].text[0].isalpha():
        return False
    words = range(date.first, min(date.first + 2, date.last))
    is_day = shape_of(reading.tokens[number.first].text) in ("9", "99")
    return is_day and any("month" in reading.kinds[at] for at in words)


def _placed(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Madrid, Libertarias`: when one of place and publisher is missing, the other may hold both."""
    labels = {segment.label for segment in segments}
    for segment in segments:
        if segment.label is Label.LOCATION and Label.PUBLISHER not in labels:
            at = _after_place(reading, segment)
            yield from _cut(segment, at, Label.LOCATION, Label.PUBLISHER)
        elif segment.label is Label.PUBLISHER and Label.LOCATION not in labels:
            at = _after_place(reading, segment)
            is_place = segment.first < at < segment.last
            yield from _cut(segment, at if is_place else segment.first, Label.LOCATION, Label.PUBLISHER)
        else:
            yield segment


def _after_place(reading: Reading, segment: Segment) -> int:
    """The token after a place and its comma or colon, when other words than places follow; else the end."""
    marks = [at for at in range(segment.first, segment.last) if reading.tokens[at].text in (",", ":")]
    if not marks or not _is_place(reading, segment.first, marks[0]) or _is_place(reading, marks[0] + 1, segment.last):
        return segment.last
    return marks[0] + 1


def _is_place(reading: Reading, first: int, last: int) -> bool:
    words = [at for at in range(first, last) if reading.tokens[at].text[0].isalpha()]
    is_short = all(len(reading.tokens[at].text) < 3 for at in words)
    return is_short or all({"place", "place+"} & set(reading.kinds[at]) for at in words)


def _place_after_title(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Santa Evita, Barcelona`: a place at the end of a title, with a publisher after it and no other place."""
    has_place = any(segment.label is Label.LOCATION for segment in segments)
    for segment, following in zip(segments, [*segments[1:], None], strict=True):
        is_before = following is not None and following.label is Label.PUBLISHER
        if segment.label in _TITLES and is_before and not has_place:
            at = _last_mark(reading, segment)
            yield from _cut(segment, at or segment.last, segment.label, Label.LOCATION)
        else:
            yield segment


def _last_mark(reading: Reading, segment: Segment) -> int | None:
    """The token after the comma or full stop before the last words, when these are a place."""
    last = segment.last - 1 if not reading.tokens[segment.last - 1].text[0].isalnum() else segment.last
    marks = [at for at in range(segment.first + 1, last) if reading.tokens[at].text in (",", ".", ":")]
    return marks[-1] + 1 if marks and _is_place(reading, marks[-1] + 1, last) else None


def _edition_by(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`edición de Francisco Rico` names an editor."""
    for segment in segments:
        tokens = range(segment.first, segment.last)
        is_by = segment.label is Label.EDITION and any("editor+" in reading.kinds[at] for at in tokens)
        has_number = any(reading.tokens[at].text[0].isdigit() for at in tokens)
        yield replace(segment, label=Label.EDITOR) if is_by and not has_number and len(tokens) > 3 else segment


_MENDS: Sequence[Mend] = (
    _lead_in,
    _author_in_title,
    _body_first,
    _presented,
    _roles,
    _edited,
    _quoted,
    _day,
    _placed,
    _place_after_title,
    _edition_by,
)
