"""What a document marks the ends of its paragraphs with: where blank lines or indents do, lines without them go on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import mode

from ..measure import CERTAIN, UNCLOSED, Measure, begins_item, is_closed, is_cut
from .indents import Indents
from .lines import Line
from .parts import is_part, is_references

FEWEST = 5
"""Ends of paragraphs that their last lines prove, from which a habit can be told."""
LITTLE, APART = 0.06, 0.1
"""Room that may mean nothing where no paragraph ends with so much more."""
NEARLY_ALL = 0.97
"""Part of the lines inside sentences that leave less room than means something."""
USUAL = 0.9
"""Part of these ends that have a sign, from which the sign is needed."""


@dataclass(frozen=True)
class Signs:
    """The signs that every paragraph of a document begins with."""

    indents: Indents
    has_gaps: bool = False
    has_indents: bool = False
    depth: int = 0
    """The indent of most first lines."""
    certain: float = CERTAIN
    """Room from which a line with a full stop was ended on purpose."""
    entries: frozenset[int] = frozenset()
    """Where the lines of references begin, which end with no colon."""
    turns: frozenset[int] = frozenset()
    """Where lines begin that are indented one below the other as first lines are, without a sentence going over."""

    wrapped: frozenset[int] = frozenset()
    """Where lines begin that stand further in, one below the other, and are full where a sentence goes over."""

    def begins(self, line: Line) -> bool:
        """Whether a line begins a paragraph by its indent though the one above has the same: a turn of speech."""
        return self.has_indents and line.first.at in self.turns

    def ends_inside(self, before: Line, line: Line) -> bool:
        """Whether lines that stand further in end above one that does not: a quotation above its text."""
        is_inside = before.first.at in self.wrapped and before.first.flow == line.first.flow
        is_inside = is_inside and not self.indents.is_table(line)
        return is_inside and is_closed(before.text) and not self.indents.is_indented(line)

    def deny(self, before: Line, line: Line) -> bool:
        """Whether the sign that a paragraph begins with is missing after the end of a sentence."""
        if before.text.endswith(":") and before.first.at in self.entries:
            return True
        is_end = is_closed(before.text) or before.text.endswith(":")
        if line.first.at in self.wrapped and not is_end:
            return True
        if before.first.flow != line.first.flow or not is_end or begins_item(before.text, line.text):
            return False
        depth = self.indents.depth(line)
        return self.has_gaps or (self.has_indents and self.indents.depth(before) == depth != self.depth)


def signs_of(lines: Sequence[Line], measures: Sequence[Measure], indents: Indents) -> Signs:
    """The habits of a document, seen where last lines are so short that they prove the end of a paragraph."""
    last = next((place for place, line in enumerate(lines) if is_references(line)), len(lines))
    rooms = [_Room.below(lines, place, measures[place]) for place in range(last - 1)]
    closed = [room for room in rooms if room.is_closed]
    ends = [room.line for room in closed if room.left > UNCLOSED]
    bare = [line for line in ends if not line.first.gap]
    inside = [indents.depth(line) for line in bare if indents.is_indented(line)]
    depth = mode(inside) if inside else 0
    certain = _certain(closed, [room.left for room in rooms if room.is_open])
    has_gaps, has_indents = _is_usual(len(ends) - len(bare), len(ends)), _is_usual(len(inside), len(bare))
    entries = frozenset(line.first.at for line in lines[last:])
    turns = frozenset(_turns(lines[:last], indents, depth))
    wrapped = frozenset(_wrapped(lines[:last], rooms, indents)) if indents.is_layout else frozenset()
    return Signs(indents, has_gaps, has_indents, depth, certain, entries, turns, wrapped)


def _wrapped(lines: Sequence[Line], rooms: Sequence["_Room"], indents: Indents) -> Iterator[int]:
    for (depth, _), group in groupby(enumerate(lines), key=lambda each: (indents.depth(each[1]), each[1].first.flow)):
        places = [place for place, _ in group][1:]
        if depth > 0 and any(rooms[place - 1].is_open and rooms[place - 1].left < CERTAIN for place in places):
            yield from (lines[place].first.at for place in places)


def _turns(lines: Sequence[Line], indents: Indents, depth: int) -> Iterator[int]:
    for is_first, run in groupby(lines, key=lambda line: indents.depth(line) == depth > 0):
        stretch = list(run)
        if is_first and not any(is_cut(one.text, other.text) for one, other in pairwise(stretch)):
            yield from (other.first.at for one, other in pairwise(stretch) if is_closed(one.text))


@dataclass(frozen=True)
class _Room:
    """The room that was left above `line`; whether a sentence ended there or went on."""

    left: float
    line: Line
    is_closed: bool
    is_open: bool

    @classmethod
    def below(cls, lines: Sequence[Line], place: int, measure: Measure) -> "_Room":
        """The room of the line at `place`."""
        before, line = lines[place], lines[place + 1]
        is_inside = before.first.flow == line.first.flow and not is_part(line)
        is_open = is_inside and not line.first.gap and is_cut(before.text, line.text)
        is_end = is_inside and is_closed(before.text) and not begins_item(before.text, line.text)
        return cls(measure.room(before.text, line.text), line, is_end and not is_cut(before.text, line.text), is_open)


def _certain(closed: Sequence[_Room], inside: Sequence[float]) -> float:
    """The room that means something: more than lines inside sentences left, where the room at the ends of sentences
    falls apart in very little and much.
    """
    little = [room.left for room in closed if room.left < LITTLE and not room.line.first.gap]
    much = [room.left for room in closed if room.left >= LITTLE and not room.line.first.gap]
    if not little or len(much) < FEWEST or min(much) - max(little) < APART:
        return CERTAIN
    usual = sorted(inside)[int(NEARLY_ALL * len(inside))] if inside else 0.0
    return max(CERTAIN, min(max(little) + CERTAIN, usual))


def _is_usual(count: int, total: int) -> bool:
    return total >= FEWEST and count >= USUAL * total
