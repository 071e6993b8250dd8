"""What the entries of one list have in common: the habit by which a beginning is told from a rest."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from statistics import median
from typing import Generic, TypeVar

from .pieces import Edge, Piece
from .starts import GOES_ON, NAMED, End, Start

Kind = TypeVar("Kind", Start, End, bool)

FEWEST = 3
"""Entries that show a habit."""
MOST = 0.6
"""Part of the entries from which numbers or bullets are the list's."""
ORDERED = 0.8
"""Part of the entries that follow one another in the order of the alphabet, from which a list is in this order."""
TRUST = 3.0
"""Entries that what is usual anywhere counts for, beside those of the list."""

USUAL_STARTS = {
    Start.SURNAME_INITIAL: 0.25,
    Start.SURNAME_GIVEN: 0.2,
    Start.CAPITALS: 0.15,
    Start.INITIAL_SURNAME: 0.05,
    Start.NAMES: 0.1,
    Start.TITLE_YEAR: 0.06,
    Start.QUOTED: 0.03,
    Start.CAPITAL: 0.08,
    Start.SAME_AUTHOR: 0.03,
    Start.LABEL: 0.01,
    Start.BULLET: 0.01,
    Start.ADDRESS: 0.005,
    Start.FIGURE: 0.005,
    Start.SMALL: 0.005,
    Start.HOST: 0.001,
}
"""How entries begin, over lists of all habits: an estimate by eye, which a list's own entries soon outweigh."""
REST_STARTS = {
    Start.SURNAME_INITIAL: 0.02,
    Start.SURNAME_GIVEN: 0.05,
    Start.CAPITALS: 0.02,
    Start.INITIAL_SURNAME: 0.01,
    Start.NAMES: 0.12,
    Start.TITLE_YEAR: 0.05,
    Start.QUOTED: 0.05,
    Start.CAPITAL: 0.25,
    Start.SAME_AUTHOR: 0.0005,
    Start.LABEL: 0.02,
    Start.BULLET: 0.003,
    Start.ADDRESS: 0.06,
    Start.FIGURE: 0.1,
    Start.SMALL: 0.2,
    Start.HOST: 0.05,
}
"""How the rest of an entry begins after a place where a line or page might end."""
USUAL_ENDS = {End.FIGURE: 0.4, End.ADDRESS: 0.2, End.STOP: 0.32, End.BARE: 0.07, End.OPEN: 0.01}
CUT_ENDS = {End.FIGURE: 0.12, End.ADDRESS: 0.03, End.STOP: 0.15, End.BARE: 0.55, End.OPEN: 0.15}
"""How words end that a line or page cut."""
USUAL_YEARS, REST_YEARS = {True: 0.5, False: 0.5}, {True: 0.03, False: 0.97}
USUAL_DATES, PART_DATES = {True: 0.9, False: 0.1}, {True: 0.5, False: 0.5}


@dataclass(frozen=True)
class Habit(Generic[Kind]):
    """How often each kind occurs in a list, beside how often it does anywhere and in rests."""

    counts: Counter[Kind]
    usual: Mapping[Kind, float]
    rests: Mapping[Kind, float]

    def odds(self, kind: Kind, own: int) -> float:
        """The logarithm of the odds by which `kind` speaks for a beginning; `own` is 1 where it was itself counted."""
        share = _share(self.counts[kind] - own, self.counts.total() - own, self.usual[kind])
        return log(share / self.rests[kind])


@dataclass(frozen=True)
class Habits:
    """What the beginnings, ends and years of a list's entries speak for, as logarithms of odds."""

    starts: Habit[Start]
    ends: Habit[End]
    years: Habit[bool]
    """Whether names and a year in brackets begin an entry."""
    dates: Habit[bool]
    """Whether an entry has a year."""
    length: float
    """Characters of the entry in the middle."""
    is_numbered: bool
    is_bulleted: bool
    is_ordered: bool
    edges: tuple[Edge, ...]
    """Where entries surely begin: what begins there was counted."""

    @classmethod
    def of(cls, pieces: Sequence[Piece]) -> "Habits":
        """The habits of a list, from what surely begins a block or a line."""
        edges = _sure_edges(pieces)
        entries = _whole_entries(pieces, edges)
        firsts = [entry[0] for entry in entries]
        starts = Counter(piece.start for piece in firsts)
        enough = len(firsts) >= FEWEST
        return cls(
            starts=Habit(starts, USUAL_STARTS, REST_STARTS),
            ends=Habit(Counter(entry[-1].end for entry in entries), USUAL_ENDS, CUT_ENDS),
            years=Habit(Counter(piece.has_name_year for piece in firsts), USUAL_YEARS, REST_YEARS),
            dates=Habit(Counter(any(each.has_year for each in entry) for entry in entries), USUAL_DATES, PART_DATES),
            length=median([sum(len(piece.text) for piece in entry) for entry in entries] or [0]),
            is_numbered=enough and starts[Start.LABEL] >= MOST * len(firsts),
            is_bulleted=enough and starts[Start.BULLET] >= MOST * len(firsts),
            is_ordered=enough and _is_ordered(firsts),
            edges=edges,
        )

    def beginning(self, last: Piece, piece: Piece) -> float:
        """How much the looks of a piece and the end of the one before speak for a beginning."""
        own = int(piece.edge in self.edges and piece.start not in GOES_ON)
        looks = self.starts.odds(piece.start, own) + self.years.odds(piece.has_name_year, own)
        return looks + self.ends.odds(last.end, own)


def _whole_entries(pieces: Sequence[Piece], edges: tuple[Edge, ...]) -> list[list[Piece]]:
    """The pieces by block, less the blocks that begin like a rest: they would blur the habit."""
    blocks: list[list[Piece]] = []
    for piece in pieces:
        if blocks and (piece.edge not in edges or piece.start in GOES_ON):
            blocks[-1].append(piece)
        else:
            blocks.append([piece])
    return blocks


def _sure_edges(pieces: Sequence[Piece]) -> tuple[Edge, ...]:
    """The edges at which most entries begin: blocks, in a list of one block its lines, in one line what there is."""
    edges = Counter(piece.edge for piece in pieces)
    if edges[Edge.BLOCK] + edges[Edge.ITEM] > 1:
        return (Edge.BLOCK, Edge.ITEM)
    return (Edge.BLOCK, Edge.LINE) if edges[Edge.LINE] else tuple(Edge)


def _share(count: int, total: int, usual: float) -> float:
    """The part that `count` is of `total`, drawn to what is usual while they are few."""
    return (count + TRUST * usual) / (total + TRUST)


def _is_ordered(firsts: Sequence[Piece]) -> bool:
    named = [piece.order for piece in firsts if piece.start in NAMED and piece.start is not Start.SAME_AUTHOR]
    pairs = list(pairwise(named))
    return len(named) >= FEWEST and sum(other.follows(one) for one, other in pairs) >= ORDERED * len(pairs)
