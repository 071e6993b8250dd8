"""What a document marks the ends of its paragraphs with: where blank lines or indents do, lines without them go on."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from ..measure import UNCLOSED, Measure, begins_item, is_closed, is_cut
from .indents import Indents
from .lines import Line
from .parts import is_part, is_references

FEWEST = 5
"""Ends of paragraphs that their last lines prove, from which a habit can be told."""
USUAL = 0.9
"""Part of these ends that have a sign, from which the sign is needed."""


@dataclass(frozen=True)
class Signs:
    """The signs that every paragraph of a document begins with."""

    indents: Indents
    has_gaps: bool = False
    has_indents: bool = False

    def deny(self, before: Line, line: Line) -> bool:
        """Whether the sign that a paragraph begins with is missing after the end of a sentence."""
        if before.first.flow != line.first.flow or not is_closed(before.text) or begins_item(before.text, line.text):
            return False
        is_flush = not self.indents.is_indented(before) and not self.indents.is_indented(line)
        return self.has_gaps or (self.has_indents and is_flush)


def signs_of(lines: Sequence[Line], measure: Measure, indents: Indents) -> Signs:
    """The habits of a document, seen where last lines are so short that they prove the end of a paragraph."""
    text = takewhile(lambda line: not is_references(line), lines)
    ends = [line for before, line in pairwise(text) if _is_sure_end(before, line, measure)]
    gaps = sum(line.first.gap > 0 for line in ends)
    bare = [line for line in ends if not line.first.gap]
    inside = sum(indents.is_indented(line) for line in bare)
    return Signs(indents, _is_usual(gaps, len(ends)), _is_usual(inside, len(bare)))


def _is_usual(count: int, total: int) -> bool:
    return total >= FEWEST and count >= USUAL * total


def _is_sure_end(before: Line, line: Line, measure: Measure) -> bool:
    if before.first.flow != line.first.flow or is_part(line) or begins_item(before.text, line.text):
        return False
    is_end = is_closed(before.text) and not is_cut(before.text, line.text)
    return is_end and measure.room(before.text, line.text) > UNCLOSED
