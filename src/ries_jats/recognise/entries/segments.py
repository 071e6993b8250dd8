"""The division of a list of references into entries that agrees best with the habits of the list.

Where entries begin is one question over the whole list: each way to divide it is judged by how its entries begin and
end, by their years and by their order, and the best is found by dynamic programming. A block's own edge counts for
much, and in a manuscript that was never extracted from pages for more.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import log

from ...article.blocks import Block
from ...article.prose import Prose
from .habits import Habits
from .pieces import Edge, Piece, pieces_of
from .starts import GOES_ON, End, Start

EDGES = {Edge.ITEM: 5.0, Edge.BLOCK: 3.0, Edge.LINE: 0.0, Edge.SPACE: -3.5}
"""How much an edge speaks for a beginning, in a list from an extracted manuscript."""
WHOLE_EDGES = {Edge.ITEM: 9.0, Edge.BLOCK: 7.0, Edge.LINE: 1.0, Edge.SPACE: -5.0}
"""The same in a manuscript that was never cut into pages."""
MARKED = 8.0
"""How much a number or a bullet speaks for a beginning where the list has them, and its absence against one."""
SURE_LINE = 1.0
"""How much more a line's edge says in a list of one block."""
AFTER_OPEN = 6.0
"""How much speaks against a beginning after words that ask for more."""
IN_ORDER, OUT_OF_ORDER = 0.7, -2.5
"""How much the order of the alphabet speaks where the list has it."""
MOST_MISSING = 3
"""Steps between two numbers of a list in which some are lost."""
UNDATED_PAGE = 3
"""How much less the lack of a year says of an entry with an address."""
LONGEST = 12
"""Pieces of one entry at most."""
SHORTEST_USUAL, LONGEST_USUAL = 0.6, 2.0
"""Between these parts of the middle length an entry is of usual length."""


@dataclass(frozen=True)
class Segmenter:
    """Divides one list."""

    pieces: tuple[Piece, ...]
    habits: Habits
    edges: dict[Edge, float]

    @classmethod
    def of(cls, blocks: Sequence[Block], *, is_extracted: bool) -> "Segmenter":
        """For the blocks below the heading of a list; `is_extracted` when pages have cut them."""
        pieces = tuple(pieces_of(blocks))
        return cls(pieces, Habits.of(pieces), EDGES if is_extracted else WHOLE_EDGES)

    def entries(self) -> list[Prose]:
        """The entries in their order; together they have every word of the blocks."""
        firsts = [*self._firsts, len(self.pieces)]
        return [self._joined(start, stop) for start, stop in pairwise(firsts)]

    def doubts(self) -> Iterator[Prose]:
        """What was joined to the block before though it might begin an entry, or parted from its own line."""
        firsts = set(self._firsts)
        for place, piece in enumerate(self.pieces):
            is_joined = place not in firsts and piece.edge in (Edge.BLOCK, Edge.ITEM) and piece.start not in GOES_ON
            if is_joined or (place in firsts and piece.edge is Edge.SPACE):
                yield piece.prose

    @cached_property
    def _firsts(self) -> list[int]:
        """The places of the pieces that begin an entry, by dynamic programming over the beginning before."""
        count = len(self.pieces)
        best: list[float] = [0.0, *[float("-inf")] * count]
        before = [0] * (count + 1)
        for stop in range(1, count + 1):
            beginning = self._beginning(stop)
            for start in range(max(0, stop - LONGEST), stop):
                value = best[start] + self._whole(start, stop) + beginning + self._order(start, stop)
                if value > best[stop]:
                    best[stop], before[stop] = value, start
        return self._way(before)

    def _way(self, before: Sequence[int]) -> list[int]:
        firsts, place = [], len(self.pieces)
        while place:
            place = before[place]
            firsts.append(place)
        return firsts[::-1]

    def _whole(self, start: int, stop: int) -> float:
        """How well the pieces look as one entry: by their year, and by their length."""
        pieces = self.pieces[start:stop]
        length = sum(len(piece.text) for piece in pieces) / max(self.habits.length, 1)
        value = -_unusual(length)
        has_year = any(piece.has_year for piece in pieces)
        has_address = any(piece.end is End.ADDRESS for piece in pieces)
        return value + self.habits.dates.odds(has_year, 0) / (UNDATED_PAGE if has_address and not has_year else 1)

    def _beginning(self, stop: int) -> float:
        """How well an entry begins at `stop`, whatever is before it; nothing is asked of the list's end."""
        if stop == len(self.pieces):
            return 0.0
        piece, last = self.pieces[stop], self.pieces[stop - 1]
        edge = self.edges[piece.edge] + (SURE_LINE if piece.edge is Edge.LINE and Edge.LINE in self.habits.edges else 0)
        if self.habits.is_numbered:
            return edge - (MARKED if piece.order.number is None else 0)
        if self.habits.is_bulleted:
            return edge + (MARKED if piece.start is Start.BULLET else -MARKED)
        return edge - (AFTER_OPEN if last.end is End.OPEN else 0) + self.habits.beginning(last, piece)

    def _order(self, start: int, stop: int) -> float:
        """How well an entry at `stop` follows one at `start`, by number or alphabet."""
        if stop == len(self.pieces):
            return 0.0
        one, other = self.pieces[start], self.pieces[stop]
        if self.habits.is_numbered:
            return _step(one.order.number, other.order.number)
        if not self.habits.is_ordered or Start.SAME_AUTHOR in (one.start, other.start):
            return 0.0
        return IN_ORDER if other.order.follows(one.order) else OUT_OF_ORDER

    def _joined(self, start: int, stop: int) -> Prose:
        return Prose.join((piece.prose for piece in self.pieces[start:stop]), " ")


def _unusual(length: float) -> float:
    """How much a length, as a part of the middle one, speaks against an entry."""
    if length < SHORTEST_USUAL:
        return min(3.0, 2.5 * log(SHORTEST_USUAL / length) ** 2)
    return min(3.0, 4.0 * log(length / LONGEST_USUAL) ** 2) if length > LONGEST_USUAL else 0.0


def _step(before: int | None, after: int | None) -> float:
    """How well one number follows another."""
    if before is None or after is None:
        return 0.0
    step = after - before
    return MARKED if step == 1 else 0.0 if 1 < step <= MOST_MISSING else -MARKED
