"""Titles and what holds a work, where the model has joined or mistaken them."""

from collections.abc import Iterator
from itertools import takewhile

from ..labels import Label
from ..reading import Reading, Segment
from .cutting import HOLDERS, TITLES, cut, has, is_known, is_word, named, words_between
from .publishing import is_numbered, is_place

_QUOTES = {"«": "»", "“": "”", "„": "“”", '"': '"”', "‘": "’", "”": "”"}


def quoted(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`“Delinking.” Globalization`: what follows a title in quotation marks holds the work, if nothing else does."""
    has_holder = has(segments, *HOLDERS)
    for segment in segments:
        closing = _closing(reading, segment) if segment.label is Label.TITLE and not has_holder else None
        yield from [segment] if closing is None else cut(segment, closing, Label.TITLE, Label.CONTAINER_TITLE)


def _closing(reading: Reading, segment: Segment) -> int | None:
    """The token after the quotation mark that closes a title, with a comma or full stop and a capital letter."""
    tokens = reading.tokens
    if tokens[segment.first].text not in _QUOTES:
        return None
    for at in range(segment.first + 1, segment.last - 1):
        is_closed = tokens[at].text in _QUOTES[tokens[segment.first].text] and not tokens[at + 1].text[0].islower()
        if is_closed and (tokens[at - 1].text in (",", ".", "?", "!") or tokens[at + 1].text in (",", ".")):
            stop = at + 1 + (not is_word(reading, at + 1))
            return stop if stop < segment.last else None
    return None


def presented(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`communication au colloque Enseigner` is where the paper was read, not what it is."""
    for segment in segments:
        tokens = range(segment.first, segment.last)
        is_note = segment.label in (Label.GENRE, Label.NOTE)
        is_read = is_note and any("presented+" in reading.kinds[at] for at in tokens)
        yield named(segment, Label.CONTAINER_TITLE) if is_read else segment


def place_after(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Santa Evita, Barcelona`: a place at the end of a title, with a publisher after it and no other place."""
    has_place = has(segments, Label.LOCATION)
    for segment, following in zip(segments, [*segments[1:], None], strict=True):
        is_before = following is not None and following.label in (Label.PUBLISHER, Label.GENRE)
        at = _last_mark(reading, segment) if segment.label in TITLES and is_before and not has_place else None
        yield from cut(segment, at or segment.last, segment.label, Label.LOCATION)


def _last_mark(reading: Reading, segment: Segment) -> int | None:
    """The token after the comma or full stop before the last words, when these are a place."""
    last = segment.last if is_word(reading, segment.last - 1) else segment.last - 1
    marks = [at for at in range(segment.first + 1, last) if reading.tokens[at].text in (",", ".", ":")]
    return marks[-1] + 1 if marks and is_place(reading, marks[-1] + 1, last) else None


def again_after(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Facticidad y validez, cit.`: the last words of a title that say it has been cited are a note."""
    for segment in segments:
        last = segment.last
        while last > segment.first and (not is_word(reading, last - 1) or is_known(reading, last - 1, "again")):
            last -= 1
        is_cited = segment.label in TITLES and words_between(reading, last, segment.last) and last > segment.first
        last += sum(1 for _ in takewhile(lambda at: not is_word(reading, at), range(last, segment.last)))
        yield from cut(segment, last, segment.label, Label.NOTE) if is_cited else [segment]


def gazette(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Loi n° 12, JORF n° 143 du 22 juin 2004`: an official journal after the comma, its number and its date."""
    for segment in segments:
        at = _gazette(reading, segment) if segment.label is Label.TITLE and not has(segments, *HOLDERS) else None
        if at is None:
            yield segment
            continue
        yield Segment(Label.TITLE, segment.first, at, segment.certainty)
        yield from _numbered(reading, Segment(Label.JOURNAL, at, segment.last, segment.certainty))


def _gazette(reading: Reading, segment: Segment) -> int | None:
    """The first token of an official journal that a comma or full stop stands before."""
    for at in range(segment.first + 2, segment.last):
        if reading.tokens[at - 1].text in (",", ".", ";") and is_known(reading, at, "gazette"):
            return at
    return None


def _numbered(reading: Reading, journal: Segment) -> Iterator[Segment]:
    """The journal, then its number up to the next small word or comma, then the date."""
    first, last = journal.first, journal.last
    number = next((at for at in range(first, last) if is_known(reading, at, "issue") or _is_number(reading, at)), last)
    date = next((at for at in range(number + 1, last) if _begins_date(reading, at)), last)
    for label, start, stop in ((Label.JOURNAL, first, number), (Label.VOLUME, number, date), (Label.DATE, date, last)):
        if start < stop:
            yield Segment(label, start, stop, journal.certainty)


def _is_number(reading: Reading, at: int) -> bool:
    return reading.tokens[at].text[0].isdigit()


def _begins_date(reading: Reading, at: int) -> bool:
    text = reading.tokens[at].text
    return text in (",", ";") or (text.islower() and is_known(reading, at, "particle", "function"))


def closed(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`« Mauritanie, août 2005 »`: a title lasts to the quotation mark that closes it, whatever stands before that."""
    stop = 0
    for place, segment in enumerate(segments):
        if segment.last <= stop:
            continue
        end = _closing_later(reading, segment, segments[place + 1 :]) if segment.label is Label.TITLE else None
        if end is None:
            yield from cut(segment, max(stop, segment.first), segment.label, segment.label)
        else:
            yield Segment(Label.TITLE, max(stop, segment.first), end, segment.certainty)
            stop = end


def _closing_later(reading: Reading, segment: Segment, later: list[Segment]) -> int | None:
    """After the mark that closes the quotation at the head of a title, if one of the next two segments has it."""
    closing = _QUOTES.get(reading.tokens[segment.first].text)
    if closing is None or any(reading.tokens[at].text in closing for at in range(segment.first + 1, segment.last)):
        return None
    for at in range(segment.last, later[1].last if len(later) > 1 else segment.last):
        if reading.tokens[at].text in closing:
            return at + 1
    return None


def inside_title(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Le vent. In: Les éléments`: what follows the word within a title holds the work, if nothing else does."""
    for segment in segments:
        is_free = segment.label is Label.TITLE and not has(segments, *HOLDERS)
        at = _inside(reading, segment) if is_free else None
        yield from [segment] if at is None else cut(segment, at, Label.TITLE, Label.CONTAINER_TITLE)


def _inside(reading: Reading, segment: Segment) -> int | None:
    """The token that says in what the work is: after a mark, with a capital letter of its own or of what follows."""
    tokens = reading.tokens
    for at in range(segment.first + 2, segment.last - 2):
        if is_known(reading, at, "inside") and tokens[at - 1].text in (",", ".", "?", "»", "”", '"'):
            is_begun = tokens[at].text[0].isupper() or tokens[at - 1].text == ","
            is_title = tokens[at + 1].text[0].isupper() and segment.last - at > 3
            if tokens[at + 1].text == ":" or (is_begun and is_title and not is_known(reading, at + 1, "place")):
                return at
    return None


def journal_in_title(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Leitura e escola. Educação & Realidade, v. 32, n. 1`: what has volumes stands after the last full stop."""
    is_serial = is_numbered(reading, segments) and not has(segments, *HOLDERS, Label.PUBLISHER)
    for segment in segments:
        at = _last_stop(reading, segment) if is_serial and segment.label is Label.TITLE else None
        yield from [segment] if at is None else cut(segment, at, Label.TITLE, Label.JOURNAL)


def _last_stop(reading: Reading, segment: Segment) -> int | None:
    stops = [at for at in range(segment.first + 1, segment.last - 1) if reading.tokens[at].text in (".", "?")]
    return stops[-1] + 1 if stops and reading.tokens[stops[-1] + 1].text[0].isupper() else None


def title_left(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """When nothing is the title, what a report calls itself is, or what follows the names in their segment."""
    if has(segments, *TITLES):
        yield from segments
        return
    has_genre = has(segments, Label.GENRE)
    for segment in segments:
        if segment.label is Label.GENRE:
            yield named(segment, Label.TITLE)
        elif segment.label in (Label.AUTHOR, Label.EDITOR) and not has_genre:
            yield from cut(segment, _after_names(reading, segment), segment.label, Label.TITLE)
        else:
            yield segment


def online_in_title(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Le commerce | en ligne et ses ports`: small words that follow without a bracket are words of the title."""
    for before, segment in zip([None, *segments], segments, strict=False):
        words = words_between(reading, segment.first, segment.last)
        is_after = before is not None and before.label in TITLES and is_word(reading, before.last - 1)
        is_plain = segment.label is Label.GENRE and is_after and len(words) > 3
        is_small = is_plain and all(reading.tokens[at].text.islower() for at in words[:3])
        yield named(segment, before.label) if before and is_small else segment


def book_for_journal(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Ida Morel. | The Quays. | Penguin, 2002`: what nothing stands in, and a publisher published, is a book."""
    is_free = has(segments, Label.PUBLISHER) and not has(segments, Label.TITLE, Label.VOLUME, Label.PAGES)
    for segment in segments:
        is_book = segment.label is Label.JOURNAL and is_free and not is_known(reading, segment.first, "newspaper")
        yield named(segment, Label.TITLE) if is_book else segment


def _after_names(reading: Reading, segment: Segment) -> int:
    """The token after the last mark, when two words or more follow that are no given names; else the end."""
    marks = [at for at in range(segment.first + 1, segment.last - 1) if _ends_names(reading, at)]
    if not marks:
        return segment.last
    words = words_between(reading, marks[-1] + 1, segment.last)
    is_name = any(
        is_known(reading, at, "given", "editor", "director", "et-al", "and") or len(reading.tokens[at].text) < 2
        for at in words
    )
    is_long = any(len(reading.tokens[at].text) > 3 for at in words)
    if len(words) == 1:
        before = range(segment.first, marks[-1])
        is_long = is_long and any(is_known(reading, at, "given") or len(reading.tokens[at].text) == 1 for at in before)
    return marks[-1] + 1 if is_long and not is_name else segment.last


def _ends_names(reading: Reading, at: int) -> bool:
    """Whether a mark may stand between names and a title; the full stop of an initial does not."""
    text = reading.tokens[at].text
    return text in (",", ":", ")") or (text == "." and len(reading.tokens[at - 1].text) > 2)


def series_after(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Paris, Seuil, « Points »`: a title in quotation marks after the publisher is that of the series."""
    for before, segment in zip([None, *segments], segments, strict=False):
        is_after = before is not None and before.label is Label.PUBLISHER and has(segments, Label.TITLE)
        is_quoted = reading.tokens[segment.first].text in (*_QUOTES, "(")
        is_series = segment.label is Label.CONTAINER_TITLE and is_after and is_quoted
        yield named(segment, Label.COLLECTION_TITLE) if is_series else segment


def no_edition(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Les mots et leur(s) langue(s)`: words after a title that say nothing of an edition belong to it."""
    for before, segment in zip([None, *segments], segments, strict=False):
        words = words_between(reading, segment.first, segment.last)
        is_said = any(
            is_known(reading, at, "edition", "renewed", "editor") or reading.tokens[at].text[0].isdigit()
            for at in words
        )
        is_title = segment.label is Label.EDITION and before is not None and before.label is Label.TITLE
        yield named(segment, Label.TITLE) if is_title and not is_said else segment


def series_last(reading: Reading, segments: list[Segment]) -> list[Segment]:
    """`Paris, Seuil, 2007 (La couleur des idées)`: words in brackets at the end of a book are its series."""
    is_book = has(segments, Label.PUBLISHER) and not has(segments, *HOLDERS, Label.COLLECTION_TITLE)
    if is_book and segments[-1].label is Label.NOTE and _is_in_brackets(reading, segments[-1]):
        return [*segments[:-1], named(segments[-1], Label.COLLECTION_TITLE)]
    return segments


def _is_in_brackets(reading: Reading, segment: Segment) -> bool:
    """Whether a bracket holds words that begin with a capital letter and say nothing else that is known."""
    texts = [reading.tokens[at].text for at in range(segment.first, segment.last)]
    if len(texts) < 4 or texts[0] != "(" or ")" not in texts[-2:] or not texts[1][0].isupper():
        return False
    has_number = any(letter.isdigit() for text in texts for letter in text)
    known = ("again", "accessed", "online", "edition", "signal", "translator", "prefaced", "renewed")
    return not has_number and not any(is_known(reading, at, *known) for at in range(segment.first, segment.last))


def by_others(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Cours, publié par Charles Bally`: people named after a comma in a title, with the words for what they did."""
    for segment in segments:
        at = _by(reading, segment) if segment.label in TITLES else None
        if at is None:
            yield segment
        else:
            is_translator = is_known(reading, at, "translator")
            yield from cut(segment, at, segment.label, Label.TRANSLATOR if is_translator else Label.EDITOR)


def _by(reading: Reading, segment: Segment) -> int | None:
    for at in range(segment.first + 2, segment.last - 2):
        kinds = reading.kinds[at]
        is_role = any(kind in ("editor+", "translator+", "director+") for kind in kinds)
        if is_role and reading.tokens[at - 1].text in (",", ".", ")") and "editor+" not in reading.kinds[at - 2]:
            return at
    return None
