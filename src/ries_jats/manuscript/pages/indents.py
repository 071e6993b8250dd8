"""What indents say: where paragraphs begin in a layout, and what stands further in."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ..measure import is_closed, is_cut
from .lines import Line
from .parts import is_part

CELLS = re.compile(r"\S {3,}\S")
FEWEST_ROWS = 4
"""Lines of cells from which they are a table, and lines within which the next of them stands."""
INDENT = 2
"""Characters by which an indented line differs from the others."""
FEWEST_PROOFS = 3
"""Proofs that a document indents first lines, and those that one stretch of it needs to hang nevertheless."""


class Indents:
    """What indents say of each stretch of a layout: its base, and whether first lines are indented or all others."""

    def __init__(self, lines: Sequence[Line]) -> None:
        stretches: dict[tuple[int, int], list[Line]] = {}
        part = 0
        self._stretch_of: dict[int, tuple[int, int]] = {}
        for line in lines:
            part += is_part(line)
            self._stretch_of[line.first.at] = line.first.flow, part
            stretches.setdefault((line.first.flow, part), []).append(line)
        self.is_layout = any(line.first.indent for line in lines)
        self._tables = _table_flows(lines)
        self._base = {stretch: _base(each) for stretch, each in stretches.items()}
        balances = {stretch: self._balance(each) for stretch, each in stretches.items()}
        needed = FEWEST_PROOFS if sum(balances.values()) <= -FEWEST_PROOFS else 1
        self._hangs = {stretch: balance >= needed for stretch, balance in balances.items()}

    def _balance(self, lines: Sequence[Line]) -> int:
        """How much more tells that paragraphs begin at the base than that their first lines are indented."""
        balance = 0
        for before, line in pairwise(lines):
            if self.is_indented(before) != self.is_indented(line):
                is_open = is_cut(before.text, line.text)
                weight = -1 if is_open else 1 if is_closed(before.text) else 0
                balance += -weight if self.is_indented(line) else weight
        return balance

    def is_indented(self, line: Line) -> bool:
        """Whether the line begins further in than others of its stretch."""
        return self.depth(line) >= INDENT

    def depth(self, line: Line) -> int:
        """By how much a line begins further in than the others of its stretch."""
        return line.first.indent - self._base[self._stretch_of[line.first.at]]

    def is_quotation(self, lines: Sequence[Line]) -> bool:
        """Whether all lines of a paragraph are indented, and neither entries of a list nor cells of a table."""
        first = lines[0]
        is_text = not self._hangs[self._stretch_of[first.first.at]] and first.first.flow not in self._tables
        return self.is_layout and is_text and len(lines) > 1 and all(map(self.is_indented, lines))

    def is_table(self, line: Line) -> bool:
        """Whether the line stands in a column that holds a table."""
        return line.first.flow in self._tables

    def ends(self, before: Line, line: Line) -> bool | None:
        """Whether a paragraph ends between two lines, None where indents tell nothing."""
        if not self.is_layout:
            return None
        hangs = self._hangs[self._stretch_of[line.first.at]]
        if before.first.flow != line.first.flow:
            return None if self.is_indented(line) == hangs else not hangs
        if self.is_indented(before) == self.is_indented(line):
            is_inside = self.is_indented(line) and not hangs
            return True if is_inside and abs(self.depth(before) - self.depth(line)) >= INDENT else None
        return self.is_indented(line) != hangs


def _table_flows(lines: Sequence[Line]) -> frozenset[int]:
    """The flows in which lines of cells stand close together."""
    found: set[int] = set()
    row: list[int] = []
    for place in (place for place, line in enumerate(lines) if has_cells(line)):
        row = [*row, place] if row and place - row[-1] <= FEWEST_ROWS else [place]
        if len(row) >= FEWEST_ROWS:
            found.add(lines[place].first.flow)
    return frozenset(found)


def has_cells(line: Line) -> bool:
    """Whether wide space parts the line."""
    return any(CELLS.search(piece.text) for piece in line.pieces)


def _base(lines: Sequence[Line]) -> int:
    """The smallest indent that several lines have."""
    counts = Counter(line.first.indent for line in lines)
    return min((indent for indent, count in counts.items() if count > 1), default=min(counts))
