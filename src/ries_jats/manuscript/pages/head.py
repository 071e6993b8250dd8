"""The head of an article on its first page: a line each, as its readers expect it."""

from collections.abc import Sequence
from itertools import pairwise

from ...article.prose import Prose, Run, Style
from ...lexicon import label_at_start, label_of
from ..measure import STOP, is_cut
from .lines import Line

PARTS = frozenset({"abstract", "keywords", "introduction"})
FULL = 0.93
LONGEST_NUMBER = 2
RUN_OF_TEXT = 4
"""Full lines one below the other, most of which go on in the next, with which the text has begun."""


def head_length(lines: Sequence[Line], measure: float) -> int:
    """The lines of the first page above the first abstract, or above the text."""
    for place, line in enumerate(lines):
        if line.first.page:
            return place
        found = label_at_start(line.text)
        label = label_of(line.text) or (found[0] if found else None)
        if label and label.kind in PARTS:
            return place
        if _is_text(lines[place : place + RUN_OF_TEXT], measure):
            return place
    return len(lines)


def _is_text(lines: Sequence[Line], measure: float) -> bool:
    widest = max(measure, max(line.width for line in lines))
    is_full = all(line.width > FULL * widest for line in lines[:-1]) and not any(line.first.gap for line in lines[1:])
    open_ends = sum(is_cut(before.text, line.text) for before, line in pairwise(lines))
    return len(lines) == RUN_OF_TEXT and is_full and open_ends > 1


def head_blocks(lines: Sequence[Line], measure: float) -> list[Prose]:
    """The lines of the head, those that go on with the one before put together; `measure` is that of the whole page."""
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and _goes_on(blocks[-1], line, measure):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return [_as_one(block) for block in blocks]


def _goes_on(block: Sequence[Line], line: Line, measure: float) -> bool:
    before = block[-1]
    if _is_number(before):
        return True
    if line.first.gap or _is_number(line):
        return False
    return is_cut(before.text, line.text) or (before.width > FULL * measure and not STOP.search(before.text))


def _is_number(line: Line) -> bool:
    return len(line.text) <= LONGEST_NUMBER and line.text.isdigit()


def _as_one(block: Sequence[Line]) -> Prose:
    """On one line; a number that stood alone above its words was raised."""
    runs: list[Run] = []
    for place, line in enumerate(block):
        if place:
            runs.append(Run(" ", (), block[place - 1].pieces[-1].end))
        marks = (Style.SUP,) if _is_number(line) and len(block) > 1 else ()
        runs += (Run(run.text.replace("\n", " "), marks or run.marks, run.at) for run in line.prose.runs)
    return Prose(tuple(runs))
