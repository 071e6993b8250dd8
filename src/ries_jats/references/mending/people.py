"""Who wrote and edited a work, where the model takes their names for something else."""

from collections.abc import Iterator

from ..labels import Label
from ..reading import Reading, Segment
from ..shapes import shape_of
from .cutting import HOLDERS, PEOPLE, TITLES, cut, has, is_known, is_word, named, words_between

_ROLES = ("editor", "director")
_ENDS = (".", ",", ":")
_ARTICLES = frozenset("the a an le la les l’ l' un une el los las una il lo gli i der die das o os as".split())


def lead_in(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Voir aussi` before the author is a note; what follows it in the note is the author's."""
    first, *rest = segments
    stop = _signal_stop(reading, first)
    if first.label is Label.NOTE and rest and rest[0].label is Label.AUTHOR and first.first < stop < first.last:
        yield from cut(first, max(stop, _last_signal(reading, first)), Label.NOTE, Label.AUTHOR)
    elif first.label in (Label.AUTHOR, *TITLES) and stop > first.first:
        yield from cut(first, stop, Label.NOTE, first.label)
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
    signals = [at for at in range(segment.first, segment.last) if is_known(reading, at, "signal")]
    at = signals[-1] + 1
    while at < segment.last and not is_word(reading, at):
        at += 1
    return at


def _is_signal(reading: Reading, at: int, first: int) -> bool:
    kinds = reading.kinds[at]
    if not is_word(reading, at):
        return at > first and reading.tokens[at].text in _ENDS
    return "signal+" in kinds or ("signal" in kinds and not {"given", "publisher"} & set(kinds))


def cited_again(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`See Tilly, op. cit.`: the capital words between the signal and the comma are the author's."""
    first, *rest = segments
    stop = _signal_stop(reading, first)
    words = words_between(reading, stop, first.last)
    comma = next((at for at in range(stop, first.last) if reading.tokens[at].text == ","), None)
    if first.label is not Label.NOTE or has(rest, *PEOPLE) or comma is None or not words:
        yield from segments
        return
    is_name = all(_is_of_name(reading, at) for at in words if at < comma)
    if is_name and words[0] < comma < words[-1] and comma - stop < 6 and is_known(reading, comma + 1, "again"):
        yield from cut(Segment(Label.NOTE, first.first, comma + 1, first.certainty), stop, Label.NOTE, Label.AUTHOR)
        yield Segment(Label.NOTE, comma + 1, first.last, first.certainty)
    else:
        yield first
    yield from rest


def author_in_title(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Arlette Farge, Le goût de l'archive`: a name at the head of a title that has no author."""
    place = next((place for place, segment in enumerate(segments) if segment.label not in _BEFORE), 0)
    title = segments[place]
    stop = None if has(segments, *PEOPLE) or title.label is not Label.TITLE else _name_stop(reading, title)
    yield from segments[:place]
    yield from cut(title, stop, Label.AUTHOR, Label.TITLE) if stop else [title]
    yield from segments[place + 1 :]


_BEFORE = (Label.NOTE, Label.CITATION_NUMBER)


def _name_stop(reading: Reading, segment: Segment) -> int | None:
    """After the mark that ends a name at the head of a segment, when a title follows."""
    marks = [at for at in range(segment.first, segment.last - 2) if reading.tokens[at].text in _ENDS]
    commas = [at for at in marks if reading.tokens[at].text == ","]
    if not marks or not is_word(reading, segment.first):
        return None
    if commas and _is_inverted(reading, segment.first, commas[0], segment.last):
        return next((at + 1 for at in marks if at > commas[0] + 1), None)
    if commas and _is_name(reading, segment.first, commas[0]):
        return commas[0] + 1
    return marks[0] + 1 if _is_body(reading, segment.first, marks[0]) else None


def _is_inverted(reading: Reading, first: int, comma: int, last: int) -> bool:
    """Whether a given name and a mark follow a surname and its comma, as in `MOREL, Claude.`, at the head."""
    words = words_between(reading, first, comma)
    is_surname = 0 < len(words) < 4 and all(_is_of_name(reading, at) for at in words)
    after = next((at for at in range(comma + 1, last) if not is_word(reading, at)), last)
    given = range(comma + 1, after)
    if not is_surname or not 0 < len(given) < 4 or not is_known(reading, given[0], "given"):
        return False
    is_short = all(is_known(reading, at, "given") or shape_of(reading.tokens[at].text) == "X" for at in given)
    return is_short and after < last and reading.tokens[after].text in _ENDS


def _is_name(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens are a given name or initials, and a surname."""
    words = words_between(reading, first, last)
    if not 1 < len(words) < 5 or not all(_is_of_name(reading, at) for at in words):
        return False
    has_given = "given" in reading.kinds[words[0]] or shape_of(reading.tokens[words[0]].text) == "X"
    return has_given and len(reading.tokens[words[-1]].text) > 2


def _is_of_name(reading: Reading, at: int) -> bool:
    return reading.tokens[at].text[0].isupper() or "particle" in reading.kinds[at]


def _is_body(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens begin with the word for an institution and join no two things."""
    words = words_between(reading, first, last)
    if len(words) < 2 or not is_known(reading, words[0], "body"):
        return False
    return not any("and" in reading.kinds[at] for at in words) and not is_known(reading, words[0], "given")


def title_in_author(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Haraway, D. Situated knowledges`: a word in small letters begins no name; the title begins before it."""
    for segment in segments:
        at = _title_start(reading, segment) if segment.label is Label.AUTHOR else None
        yield from [segment] if at is None else cut(segment, at, Label.AUTHOR, Label.TITLE)


def _title_start(reading: Reading, segment: Segment) -> int | None:
    """After the last mark before a word that no list of persons holds."""
    tokens = reading.tokens
    marks = [segment.first]
    for at in range(segment.first, segment.last):
        text = tokens[at].text
        if is_known(reading, at, "body", *_IN_NAMES):
            if is_known(reading, at, "body"):
                return None
        elif text in _ENDS:
            marks.append(at + 1)
        elif len(text) > 3 and text.islower() and tokens[at].is_apart:
            return marks[-1] if marks[-1] > segment.first else None
    return None


_IN_NAMES = ("particle", "and", "et-al", "editor", "director", "signal", "inside", "given")


def body_first(_: Reading, segments: list[Segment]) -> list[Segment]:
    """Words taken for a title before the date and the title are who wrote it."""
    labels = [segment.label for segment in segments]
    if labels[:3] == [Label.TITLE, Label.DATE, Label.TITLE]:
        return [named(segments[0], Label.AUTHOR), *segments[1:]]
    return segments


def edited(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`in Paul Veyrat (dir.), Les quais`: what stands before the role are editors, not the title."""
    for segment in segments:
        role = _role(reading, segment) if segment.label in TITLES else None
        if role and (is_known(reading, segment.first, "inside") or segment.label is not Label.TITLE):
            yield from cut(segment, role, Label.EDITOR, Label.CONTAINER_TITLE)
        else:
            yield segment


def _role(reading: Reading, segment: Segment) -> int | None:
    """The token after `(dir.),` in a segment."""
    for at in range(segment.first + 2, segment.last - 2):
        if reading.tokens[at - 1].text in ("(", "[") and is_known(reading, at, *_ROLES):
            stop = next((end for end in range(at + 1, segment.last) if is_word(reading, end)), at)
            return stop if at < stop < at + 6 else None
    return None


def roles(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`in Paul Veyrat` before `(dir.)` names editors, whatever else it was taken for."""
    for segment, following in zip(segments, [*segments[1:], None], strict=True):
        is_role = following is not None and following.label is Label.EDITOR and _is_role(reading, following)
        inside = _inside(reading, segment) if is_role and segment.label in TITLES else None
        yield from [segment] if inside is None else cut(segment, inside, segment.label, Label.EDITOR)


def _is_role(reading: Reading, segment: Segment) -> bool:
    """Whether a segment holds words for what somebody did and no names."""
    return all(is_known(reading, at, *_ROLES) for at in words_between(reading, segment.first, segment.last))


def _inside(reading: Reading, segment: Segment) -> int | None:
    """The last token that says in what the work is, when marks or the beginning stand before it."""
    for at in range(segment.last - 2, segment.first - 1, -1):
        is_after_mark = at == segment.first or not is_word(reading, at - 1)
        if is_after_mark and is_known(reading, at, "inside"):
            return at
    return None


def no_role(reading: Reading, segments: list[Segment]) -> list[Segment]:
    """`H. Morel, Les quais`: who stands first without a word for what they did wrote the work, if nobody else did."""
    first = segments[0]
    if first.label not in (Label.EDITOR, Label.DIRECTOR) or has(segments, Label.AUTHOR, Label.MEDIUM):
        return segments
    tokens = range(first.first, first.last)
    is_said = any(is_known(reading, at, *_ROLES, "by", "translator") for at in tokens)
    return segments if is_said else [named(first, Label.AUTHOR), *segments[1:]]


def supervisors(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`thèse de doctorat, | sous la dir. de M. Roy`: who directs a thesis edits nothing."""
    genres = [segment for segment in segments if segment.label is Label.GENRE]
    thesis = next((segment for segment in genres if "thesis" in reading.known(segment)), None)
    for segment in segments:
        is_after = thesis is not None and segment.first >= thesis.last
        yield named(segment, Label.NOTE) if is_after and segment.label in (Label.EDITOR, Label.DIRECTOR) else segment


def directed(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`dans Les ports, | sous la direction d'Ida Morel`: what directs a book and no thesis are its editors."""
    for before, segment in zip([None, *segments], segments, strict=False):
        is_after = before is not None and before.label in HOLDERS and segment.label is Label.GENRE
        yield named(segment, Label.EDITOR) if is_after and is_known(reading, segment.first, "director") else segment


def editor_in_title(reading: Reading, segments: list[Segment]) -> list[Segment]:
    """`Paul Veyrat, | ed., | Quays`: a name taken for a title before the role and the title is the editor's."""
    labels = [segment.label for segment in segments[:3]]
    if labels != [Label.TITLE, Label.EDITOR, Label.TITLE] or not _is_role(reading, segments[1]):
        return segments
    first = segments[0]
    words = words_between(reading, first.first, first.last)
    is_name = 1 < len(words) < 5 and all(_is_of_name(reading, at) for at in words)
    return [named(first, Label.EDITOR), *segments[1:]] if is_name else segments


def role_after_people(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Paul Veyrat (sous la direction de), Les quais`: the bracket belongs to the people, who edited the work."""
    for before, segment in zip([None, *segments], segments, strict=False):
        stop = _bracketed_role(reading, segment) if before and before.label is Label.AUTHOR else None
        yield from cut(segment, stop, Label.AUTHOR, segment.label) if stop else [segment]


def _bracketed_role(reading: Reading, segment: Segment) -> int | None:
    texts = [reading.tokens[at].text for at in range(segment.first, min(segment.first + 10, segment.last))]
    if segment.label is not Label.TITLE or texts[0] not in ("(", "[") or not {")", "]"} & set(texts):
        return None
    stop = segment.first + next(place for place, text in enumerate(texts) if text in (")", "]"))
    if not all(is_known(reading, at, *_ROLES) for at in words_between(reading, segment.first, stop)):
        return None
    return next((at for at in range(stop + 1, segment.last) if is_word(reading, at)), None)


def given_in_title(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Koselleck, Reinhart: Zukunft`: a given name at the head of the title belongs to the surname before."""
    for before, segment in zip([None, *segments], segments, strict=False):
        is_after = before is not None and before.label is Label.AUTHOR and reading.tokens[before.last - 1].text == ","
        is_given = segment.label is Label.TITLE and is_known(reading, segment.first, "given")
        at = segment.first + 1
        if is_after and is_given and at < segment.last - 1 and reading.tokens[at].text in _ENDS:
            yield from cut(segment, at + 1, Label.AUTHOR, Label.TITLE)
        else:
            yield segment


def authors_in_title(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Ida Morel, Paul Roy et Anne Lys, Les quais`: names joined before the first comma of the title are authors."""
    for before, segment in zip([None, *segments], segments, strict=False):
        is_after = before is not None and before.label is Label.AUTHOR and reading.tokens[before.last - 1].text == ","
        at = _names_stop(reading, segment) if is_after and segment.label is Label.TITLE else None
        yield from [segment] if at is None else cut(segment, at, Label.AUTHOR, Label.TITLE)


def _names_stop(reading: Reading, segment: Segment) -> int | None:
    """After the comma that follows two whole names joined by `et`."""
    comma = next((at for at in range(segment.first, segment.last - 2) if reading.tokens[at].text == ","), None)
    joined = [at for at in range(segment.first, comma or segment.first) if "and" in reading.kinds[at]]
    if comma is None or len(joined) != 1:
        return None
    names = (segment.first, joined[0]), (joined[0] + 1, comma)
    return comma + 1 if all(_is_name(reading, first, last) for first, last in names) else None


def source_before_editors(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`In Writing Culture, J. Clifford (ed.)`: words before the first comma that no name is are the book."""
    for segment in segments:
        commas = [at for at in range(segment.first, segment.last - 2) if reading.tokens[at].text == ","]
        is_inside = segment.label is Label.EDITOR and is_known(reading, segment.first, "inside") and commas
        if is_inside and not has(segments, *HOLDERS) and _is_source(reading, segment.first + 1, commas[0]):
            yield from cut(segment, commas[0] + 1, Label.CONTAINER_TITLE, Label.EDITOR)
        else:
            yield segment


def _is_source(reading: Reading, first: int, comma: int) -> bool:
    """Whether two or more words hold no given name, and a given name or an initial stands right after the comma."""
    words = words_between(reading, first, comma)
    is_named = any(is_known(reading, at, "given") or shape_of(reading.tokens[at].text) == "X" for at in words)
    follows = shape_of(reading.tokens[comma + 1].text) == "X" or is_known(reading, comma + 1, "given")
    return len(words) > 1 and not is_named and follows


def edition_by(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`edición de Francisco Rico` names an editor."""
    for segment in segments:
        tokens = range(segment.first, segment.last)
        is_by = segment.label is Label.EDITION and any("editor+" in reading.kinds[at] for at in tokens)
        has_number = any(reading.tokens[at].text[0].isdigit() for at in tokens)
        yield named(segment, Label.EDITOR) if is_by and not has_number and len(tokens) > 3 else segment


def title_after_editors(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`En P. Veyrat, Los muelles del norte`: words in small letters after the last comma are a title, not a name."""
    for segment in segments:
        commas = [at for at in range(segment.first, segment.last - 2) if reading.tokens[at].text == ","]
        is_alone = segment.label is Label.EDITOR and is_known(reading, segment.first, "inside") and commas
        if is_alone and not has(segments, *HOLDERS) and _is_title(reading, commas[-1] + 1, segment.last):
            yield from cut(segment, commas[-1] + 1, Label.EDITOR, Label.CONTAINER_TITLE)
        else:
            yield segment


def _is_title(reading: Reading, first: int, last: int) -> bool:
    words = words_between(reading, first, last)
    if len(words) < 2 or any(is_known(reading, at, "and", *_ROLES) for at in words):
        return False
    begins = reading.tokens[words[0]].text.casefold() in _ARTICLES
    return begins or any(not _is_of_name(reading, at) for at in words)
