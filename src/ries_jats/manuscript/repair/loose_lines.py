"""Lines that the extraction set apart as paragraphs, because much room is between all lines of the print."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from ...article.blocks import Block, ItemList, ListItem, Paragraph
from ...article.prose import Prose, Run, Style
from ...lexicon import label_of
from ..document import Document
from ..measure import Measure, begins_item, ends_paragraph, is_closed, is_cut, is_sure_item, measure_of_lines
from .furniture import drop_furniture
from .lines import NOTE, lines_of
from .note_chain import head_length

FULL = 0.9
"""Part of the measure that a full line reaches."""
FEWEST, SHARE = 20, 0.3
"""Neighbours of which the first ends inside a sentence, and their part of all, from which lines stand apart."""


def gather_lines(document: Document) -> Document:
    """With paragraphs put together of lines that stand apart, where most do."""
    texts = [lines_of(block.prose) for block in document.blocks if isinstance(block, Paragraph) and not block.style]
    cut = _cut_alone(texts)
    fewest = max(FEWEST, SHARE * len(texts))
    if document.page_ends or len(cut) < fewest:
        return document
    measure = measure_of_lines([line for lines in texts for line in lines])
    if not measure.width or sum(FULL < measure.width_of(line) / measure.width < 1 / FULL for line in cut) < fewest:
        return document
    document = drop_furniture(document)
    head = head_length(document.blocks)
    return replace(document, blocks=(*document.blocks[:head], *_gathered(document.blocks[head:], measure)))


def _cut_alone(texts: Sequence[Sequence[str]]) -> list[str]:
    """The blocks of one line that go on in the next one."""
    alone = [(one[0], other[0]) for one, other in pairwise(texts) if len(one) == len(other) == 1]
    return [before for before, after in alone if is_cut(before, after)]


def _gathered(blocks: Sequence[Block], measure: Measure) -> list[Block]:
    found: list[Block] = []
    for block in (part for each in blocks for part in _items(each)):
        whole = _whole(found[-1], block, measure) if found else None
        if whole:
            found[-1] = whole
        else:
            found.append(block)
    return found


def _items(block: Block) -> Iterator[Block]:
    """A paragraph without the items that begin on its lines, and these."""
    if not isinstance(block, Paragraph) or block.style:
        yield block
        return
    start, lines = 0, block.prose.text.split("\n")
    ends = accumulate(len(line) + 1 for line in lines)
    for end, (before, after) in zip(ends, pairwise(map(str.strip, lines)), strict=False):
        if begins_item(before, after) and (is_closed(before) or is_sure_item(before, after)):
            yield Paragraph(block.prose.cut(start, end).strip())
            start = end
    yield Paragraph(block.prose.cut(start).strip()) if start else block


def _whole(one: Block, other: Block, measure: Measure) -> Block | None:
    """Both as one block, None when they are two."""
    match one, other:
        case Paragraph(prose, style=""), Paragraph(more, style="") if _goes_on(prose, more, measure):
            return Paragraph(_together(prose, more))
        case ItemList(items=(*items, ListItem(blocks=(*blocks, Paragraph(prose))) as last)), Paragraph(more, style=""):
            if _goes_on(prose, more, measure):
                item = replace(last, blocks=(*blocks, Paragraph(_together(prose, more))))
                return replace(one, items=(*items, item)) if isinstance(one, ItemList) else None
    return None


def _goes_on(one: Prose, other: Prose, measure: Measure) -> bool:
    """Whether the paragraph of `one` goes on in `other`, as the room at the end of its last line tells."""
    before, after = lines_of(one), lines_of(other)
    is_new = (
        NOTE.match(after[0])
        or NOTE.match(before[0])
        or begins_item(before[-1], after[0])
        or label_of(after[0])
        or label_of(before[0])
    )
    if one.is_all(Style.BOLD) or other.is_all(Style.BOLD) or is_new:
        return False
    return not ends_paragraph(before[-1], after[0], measure, is_first=len(before) == 1)


def _together(one: Prose, other: Prose) -> Prose:
    return Prose((*one.runs, Run("\n", (), one.runs[-1].end), *other.runs))
