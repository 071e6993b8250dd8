"""Titles, places, publishers and other plain words, without the marks round them."""

import re

from .labels import Label
from .reading import Reading, Segment, Stretch

_SPACES = " \t\n\u00a0\u202f\u2009"
_TRAILING = _SPACES + ".,;:/–—-(["
_PAIRS = {
    "«": "»",
    "“": "”",
    "„": "“”",
    '"': '"”',
    "‘": "’",
    "'": "'",
    "”": "”",
    "(": ")",
    "[": "]",
    "‹": "›",
    "*": "*",
}
_ENDS = "".join({*"".join(_PAIRS.values())})
_MARKS = ":,.("
_ARTICLES = frozenset("the el la los las le les l' l’ o a os as".split())
_OPENING = ("(", "«", "[")
_FIRST_YEAR = re.compile(r"\s*[\[(]\s*1[4-9]\d\d\s*[\])][\s.,]*$")
_NEW_SERIES = re.compile(r",\s*(?:[^\W\d_]+|\d+\s?[eªa]?)\s+(?:série|serie|series|época|sér\.)[\s,.]*$", re.IGNORECASE)
_LINE = re.compile(
    r"[\s,.]*[\[(](?:en ligne|online|on line|en línea|em linha|internet|document électronique)[\])]\s*$", re.IGNORECASE
)
_SERIES_HEAD = re.compile(
    r"[\s«“(\[,]*(?:coll?\.|coll|collection|colección|coleção|ser\.|series|série|serie)(?!\w)[.:]*\s*", re.IGNORECASE
)
_SERIES_LATER = re.compile(r"\bcoll?\.\s*(?=«)")
_SERIES_NUMBER = re.compile(r"[\s,;»”)]*(?:(?:n[°ºo]s?|no|núm|num|vol|t)\b\.?\s*)?\d+\s*[).,]*$", re.IGNORECASE)
_ABBREVIATED = re.compile(
    r"(?:\b[^\W\d_]|\b[^\W\d_]{1,4}\.\s?[^\W\d_]{1,5}|\b(?:Co|Inc|Ltd|Cie|Bros|ed|éd|eds|Univ|Jr|p|edn|aum|rev|corr))\.$",
    re.IGNORECASE,
)


def bare(stretch: Stretch) -> Stretch:
    """Without marks, spaces and quotation marks at the ends; a pair inside, and question marks, stay."""
    while True:
        inner = _unpaired(stretch.trimmed(_SPACES + ",;:.–—/-", _TRAILING))
        if inner == stretch:
            return stretch
        stretch = inner


def _unpaired(stretch: Stretch) -> Stretch:
    words = stretch.words
    if not words:
        return stretch
    start, stop = stretch.start, stretch.stop
    first, last = words[0], words[-1]
    if first in _PAIRS:
        closing = [
            at for at, letter in enumerate(words[1:], 1) if letter in _PAIRS[first] and not _is_apostrophe(words, at)
        ]
        if not closing or (closing[-1] == len(words) - 1 and _is_one(words, first, closing)):
            return Stretch(stretch.text, start + 1, stop - bool(closing))
    if last in _ENDS and not _opens(words[:-1], last):
        return Stretch(stretch.text, start, stop - 1)
    return stretch


def _is_apostrophe(words: str, at: int) -> bool:
    return words[at] in "'’" and at + 1 < len(words) and words[at + 1].isalpha()


def _is_one(words: str, first: str, closing: list[int]) -> bool:
    """Whether the last mark closes the first, and no other pair stands between: not `« A » et « B »`."""
    inner = words[1:-1]
    return len(closing) == 1 or inner.count(first) >= len(closing) - 1 if first not in "'\"" else len(closing) == 1


def _opens(words: str, last: str) -> bool:
    return any(opening in words for opening, closing in _PAIRS.items() if last in closing)


def without_head(reading: Reading, segment: Segment) -> Stretch:
    """A segment without `in`, `dans` or `communication au colloque` before it."""
    first = segment.first
    while first < segment.last - 1 and _is_head(reading, first, segment.first):
        first += 1
    return Stretch(reading.text, reading.tokens[first].start, reading.tokens[segment.last - 1].stop)


def _is_head(reading: Reading, at: int, first: int) -> bool:
    kinds = reading.kinds[at]
    if not reading.tokens[at].text[0].isalnum():
        return at > first and reading.tokens[at].text in _MARKS
    if "presented+" in kinds or "inside+" in kinds:
        return True
    if at > first and "presented+" in reading.kinds[at - 1] and reading.tokens[at].text in _ARTICLES:
        return True
    return "inside" in kinds and (at == first or "inside" not in reading.kinds[at - 1]) and at < first + 2


def title_of(reading: Reading, segment: Segment) -> Stretch:
    """The words of a title: not where it begins to stand, who wrote its preface, its first year, `[en ligne]`."""
    stretch = reading.stretch(segment) if segment.label is Label.TITLE else without_head(reading, segment)
    for at in range(segment.first + 2, segment.last):
        if "prefaced+" in reading.kinds[at] and reading.tokens[at - 1].text in _MARKS:
            stretch = Stretch(reading.text, stretch.start, max(reading.tokens[at - 1].start, stretch.start))
            break
    for ending in (_LINE, _FIRST_YEAR):
        if found := ending.search(reading.text, stretch.start, stretch.stop):
            stretch = Stretch(reading.text, stretch.start, found.start())
    return bare(stretch)


def journal_of(reading: Reading, segment: Segment) -> Stretch:
    """The name of a journal, without `nouvelle série`."""
    stretch = title_of(reading, segment)
    end = _NEW_SERIES.search(reading.text, stretch.start, stretch.stop)
    return bare(Stretch(reading.text, stretch.start, end.start())) if end else stretch


def publisher_of(reading: Reading, segment: Segment) -> tuple[Stretch, Stretch | None]:
    """A publisher, and the series printed with it: `Seuil, coll. Points`, `Seuil (Points Histoire)`."""
    stretch = reading.stretch(segment)
    for at in range(segment.first + 1, segment.last):
        place = reading.tokens[at].start
        opens = reading.tokens[at].text in _OPENING and at < segment.last - 2
        if opens or _SERIES_HEAD.match(reading.text, place, stretch.stop):
            return named(Stretch(reading.text, stretch.start, place)), Stretch(reading.text, place, stretch.stop)
        if {"renewed", "renewed+"}.intersection(reading.kinds[at]):
            return named(Stretch(reading.text, stretch.start, place)), None
        if reading.tokens[at].text == "," and _is_series(reading, segment, at):
            return named(Stretch(reading.text, stretch.start, place)), Stretch(reading.text, place + 1, stretch.stop)
    return named(stretch), None


def _is_series(reading: Reading, segment: Segment, comma: int) -> bool:
    """Whether a publisher that is known stands before a comma, and what follows is no publisher and no place."""
    before = [at for at in range(segment.first, comma) if reading.tokens[at].text[0].isalnum()]
    after = [at for at in range(comma + 1, segment.last) if reading.tokens[at].text[0].isalnum()]
    is_house = bool(before) and all(any(kind.startswith("publishers") for kind in reading.kinds[at]) for at in before)
    houses = {"publishers", "publisher", "place", "publishers+", "place+"}
    return is_house and bool(after) and not any(houses.intersection(reading.kinds[at]) for at in after)


def series_of(stretch: Stretch) -> Stretch:
    """The name of a series, without `coll.` and without its number."""
    text, start, stop = stretch.text, stretch.start, stretch.stop
    if head := _SERIES_HEAD.match(text, start, stop) or _SERIES_LATER.search(text, start, stop):
        start = head.end()
    if number := _SERIES_NUMBER.search(text, start, stop):
        stop = number.start() if number.start() > start else stop
    return bare(Stretch(text, start, stop))


def named(stretch: Stretch) -> Stretch:
    """A publisher, a place, an edition: a full stop that shortens a word stays."""
    inner = bare(stretch)
    if _ABBREVIATED.search(reading := stretch.text[inner.start : inner.stop + 1]) and reading.endswith("."):
        return Stretch(stretch.text, inner.start, inner.stop + 1)
    return inner
