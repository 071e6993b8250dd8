"""Lines of the page and not of the text: running heads and feet, page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from ...lexicon import fold
from .lines import Piece

EDGE_LINES = 3
"""Lines at the top and at the bottom of a page that may be furniture."""
NUMBER = re.compile(r"\W*(\d{1,4}|[ivxlc]{1,6})\W*(?:(?:/|of|sur|de|von|di)\W*\d{1,4}\W*)?", re.IGNORECASE)
EDGE_NUMBER = re.compile(r"^\d{1,4}(?=\s|$)|(?<=\s)\d{1,4}$")
FEWEST_LETTERS, SURE_LETTERS = 4, 10
SHARE, SHORT_SHARE = 0.35, 0.6
"""Part of the pages on which a line comes again, and a line of few letters: `Ibid.` ends many a page."""
ALIKE = 90
"""Likeness, of 100, from which two lines are one running head that the extraction spelt twice."""


def find_furniture(pages: Sequence[Sequence[Piece]]) -> frozenset[int]:
    """The addresses of the lines that belong to the pages; the first page keeps its top, where the title stands."""
    heads = _Repeated(pages)
    offsets = _number_offsets(pages)
    found: set[int] = set()
    for place, page in enumerate(pages):
        top = [] if place == 0 else page[:EDGE_LINES]
        for edge in (top, page[: -EDGE_LINES - 1 : -1]):
            found.update(piece.at for piece in _peeled(edge, heads, offsets, place))
        found.update(piece.at for piece in _inside(page, heads, offsets, place))
    return frozenset(found)


def _peeled(edge: Sequence[Piece], heads: "_Repeated", offsets: frozenset[int], page: int) -> Iterator[Piece]:
    """From the edge inwards, as long as it is furniture; a number only once."""
    has_number = False
    for piece in edge:
        value = _number(piece)
        if value is not None and not has_number and value - page in offsets:
            has_number = True
        elif not heads.holds(piece):
            return
        yield piece


def _inside(page: Sequence[Piece], heads: "_Repeated", offsets: frozenset[int], number: int) -> Iterator[Piece]:
    """Running heads and page numbers by themselves between blank lines: they may come before the second column."""
    for place in range(0 if number else len(page) // 2, len(page)):
        piece = page[place]
        value = _number(piece)
        is_number = value is not None and value - number in offsets
        if _is_apart(page, place) and (is_number or heads.holds_surely(piece)):
            yield piece


def _is_apart(page: Sequence[Piece], place: int) -> bool:
    """Whether a line stands between blank lines."""
    return page[place].gap > 0 and (place + 1 == len(page) or page[place + 1].gap > 0)


def _number(piece: Piece) -> int | None:
    match = NUMBER.fullmatch(piece.text)
    return int(match[1]) if match and match[1].isdigit() else None


def _values(piece: Piece) -> Iterator[int]:
    """The numbers with which a line begins or ends, or which it holds between signs."""
    alone = _number(piece)
    if alone is not None and not EDGE_NUMBER.search(piece.text):
        yield alone
    yield from (int(match[0].strip()) for match in EDGE_NUMBER.finditer(piece.text))


def _number_offsets(pages: Sequence[Sequence[Piece]]) -> frozenset[int]:
    """By how much the printed page numbers differ from the count of pages, where several pages agree."""
    counts: Counter[int] = Counter()
    for place, page in enumerate(pages):
        alone = (piece for number, piece in enumerate(page) if _is_apart(page, number) and _number(piece) is not None)
        edges = {piece.at: piece for piece in (*page[:EDGE_LINES], *page[-EDGE_LINES:], *alone)}
        counts.update({value - place for piece in edges.values() for value in _values(piece)})
    often = max(2, len(pages) // 3)
    return frozenset(offset for offset, count in counts.items() if count >= min(often, len(pages)))


class _Repeated:
    """The lines that come again at the edges of pages, without their figures and spaces."""

    def __init__(self, pages: Sequence[Sequence[Piece]]) -> None:
        counts: Counter[str] = Counter()
        for page in pages:
            edge = (*page[:EDGE_LINES], *page[-EDGE_LINES:])
            counts.update({key for piece in edge if len(key := key_of(piece.text)) >= FEWEST_LETTERS})
        self._heads = [key for key, count in counts.items() if count >= _needed(key, len(pages))]

    def holds_surely(self, piece: Piece) -> bool:
        """Whether this line is one of them, of so many letters that no other line of the text is the same."""
        key = key_of(piece.text)
        return len(key) >= SURE_LETTERS and key in self._heads

    def holds(self, piece: Piece) -> bool:
        """Whether this line is one of them, as they are spelt or nearly so."""
        key = key_of(piece.text)
        if len(key) < FEWEST_LETTERS:
            return False
        return key in self._heads or any(
            len(key) > 3 * FEWEST_LETTERS and fuzz.ratio(key, head) >= ALIKE for head in self._heads
        )


def _needed(key: str, pages: int) -> float:
    return max(2.0, (SHARE if len(key) >= SURE_LETTERS else SHORT_SHARE) * (pages - 1))


def key_of(text: str) -> str:
    """What is compared: letters alone, since extraction may lose spaces and figures differ."""
    return re.sub(r"[\W\d_]+", "", fold(text))
