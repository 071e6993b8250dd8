"""The head of an article on its first page: a line each, as its readers expect it."""

from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from ...article.blocks import Block, Heading, Paragraph
from ...article.prose import Prose, Run, Style
from ...lexicon import label_at_start, label_of
from ..measure import Measure, is_closed, is_cut
from .furniture import ALIKE, key_of
from .lines import Line

PARTS = frozenset({"abstract", "keywords", "introduction"})
FULL = 0.93
LONGEST_NUMBER = 2
SHORTEST_TITLE = 3
LARGER = 0.1
"""Room that a line of a title left, in measures of the page."""
RUN_OF_TEXT = 4
"""Full lines one below the other, most of which go on in the next, with which the text has begun."""


def head_length(lines: Sequence[Line], measure: Measure) -> int:
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


def _is_text(lines: Sequence[Line], measure: Measure) -> bool:
    widest = max(measure.width, *(line.width for line in lines))
    is_full = all(line.width > FULL * widest for line in lines[:-1]) and not any(line.first.gap for line in lines[1:])
    open_ends = sum(is_cut(before.text, line.text) for before, line in pairwise(lines))
    return len(lines) == RUN_OF_TEXT and is_full and open_ends > 1


def head_blocks(lines: Sequence[Line], measure: Measure, running_heads: Sequence[str]) -> list[Block]:
    """The lines of the head, those that go on with the one before put together; `measure` is that of the whole page.

    The title is a heading when it tells itself.
    """
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and _goes_on(blocks[-1], line, measure):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    title = max(blocks, key=lambda block: _title_score(block, measure, running_heads), default=[])
    is_told = _title_score(title, measure, running_heads) > 0
    return [Heading(_as_one(block), 1) if is_told and block is title else Paragraph(_as_one(block)) for block in blocks]


def _title_score(block: Sequence[Line], measure: Measure, running_heads: Sequence[str]) -> float:
    """How surely a block is the title: the heads of the pages repeat it, or its lines had room for more, because its
    type is larger than the others'; the longest of several.
    """
    text = " ".join(line.text for line in block)
    if len(text.split()) < SHORTEST_TITLE or is_closed(text):
        return 0
    is_repeated = any(fuzz.ratio(key_of(text), head) >= ALIKE for head in running_heads)
    is_large = any(measure.room(one.text, other.text) > LARGER for one, other in pairwise(block))
    return (is_repeated + is_large) * len(text)


def _goes_on(block: Sequence[Line], line: Line, measure: Measure) -> bool:
    before = block[-1]
    if _is_number(before):
        return True
    if line.first.gap or _is_number(line):
        return False
    return is_cut(before.text, line.text) or (before.width > FULL * measure.width and not is_closed(before.text))


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
