"""The smallest pieces of a list of references: blocks, lines, and beginnings of entries inside a line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ...article.blocks import Block, ItemList, Paragraph
from ...article.prose import Prose
from ...article.walk import all_prose
from .starts import BULLET, HAS_YEAR, LABEL, NAMED, End, Order, Start, end_of, has_year_after_name, order_of, start_of

_INSIDE = re.compile(r"(\S+)\s+(?=[\[(]?[^\W_a-zß-öø-ÿ]|[—–―_-]{2,}|[•▪●◦‣■□➢✓])")
"""A word before what may be a beginning."""
_CLOSES = re.compile(r"[.\])/»”\"\d]$|^<?(?:https?://|www\.|10\.\d)")
"""How the last word of an entry looks."""


class Edge(StrEnum):
    """What stands before a piece in the manuscript."""

    BLOCK = "block"
    ITEM = "item"
    LINE = "line"
    SPACE = "space"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that no entry's beginning cuts."""

    prose: Prose
    edge: Edge
    text: str
    start: Start
    end: End
    order: Order
    has_name_year: bool
    has_year: bool

    @classmethod
    def of(cls, prose: Prose, edge: Edge) -> "Piece":
        """The piece that `prose` is, looked at once."""
        text = prose.text.strip()
        year = has_year_after_name(text)
        return cls(
            prose.strip(), edge, text, start_of(text), end_of(text), order_of(text), year, bool(HAS_YEAR.search(text))
        )


def pieces_of(blocks: Sequence[Block]) -> Iterator[Piece]:
    """The pieces of a list; those without words are left out, for they are none."""
    for block in blocks:
        for edge, prose in _units(block):
            for place, line in enumerate(prose.lines()):
                yield from _cut(line, Edge.LINE if place else edge)


def _units(block: Block) -> Iterator[tuple[Edge, Prose]]:
    match block:
        case ItemList(items=items):
            for item in items:
                prose = Prose.join(all_prose(item.blocks), " ")
                yield Edge.ITEM, Prose.join([item.label, prose], " ") if item.label else prose
        case Paragraph(prose):
            yield Edge.BLOCK, prose
        case _:
            for prose in all_prose([block]):
                yield Edge.BLOCK, prose


def _cut(line: Prose, edge: Edge) -> Iterator[Piece]:
    """A line at each place where an entry may begin inside it."""
    text, start = line.text, 0
    found = _INSIDE.search(text, _after_mark(text, 0))
    while found:
        place = found.end()
        if _CLOSES.search(found.group(1)) and _may_begin(text[place:]):
            yield Piece.of(line.cut(start, place), edge)
            start, edge = place, Edge.SPACE
            place = _after_mark(text, place)
        found = _INSIDE.search(text, place)
    if text[start:].strip():
        yield Piece.of(line.cut(start), edge)


def _after_mark(text: str, place: int) -> int:
    """Where the words begin after the number or bullet at `place`: what follows it is no beginning of its own."""
    mark = LABEL.match(text, place) or BULLET.match(text, place)
    return mark.end() if mark else place


def _may_begin(rest: str) -> bool:
    start = start_of(rest)
    return start in NAMED or start in (Start.LABEL, Start.BULLET, Start.QUOTED)
