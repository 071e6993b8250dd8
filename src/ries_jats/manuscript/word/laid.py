"""Blocks and the looks of their paragraphs, side by side."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ...article.blocks import Block, Heading, ItemList, Paragraph, Quote, Table
from ...article.walk import all_blocks
from ...lexicon import label_at_start, label_of
from .looks import Look, Looks

LONG = 240
"""Characters from which a paragraph is certainly running text."""
PARTS = frozenset({"abstract", "keywords"})


@dataclass(frozen=True)
class Laid:
    """The blocks of a Word file with the looks of its paragraphs."""

    blocks: tuple[Block, ...]
    looks: Looks

    def look(self, block: Block) -> Look | None:
        """The look of a paragraph or heading."""
        return self.looks.at(block.prose.at) if isinstance(block, Paragraph | Heading) else None

    def with_blocks(self, blocks: Sequence[Block]) -> "Laid":
        """With other blocks."""
        return replace(self, blocks=tuple(blocks))

    @cached_property
    def body_size(self) -> float:
        """The size in points of most of the running text."""
        sizes: Counter[float] = Counter()
        for block in self.blocks:
            look = self.look(block)
            if look and isinstance(block, Paragraph) and len(block.prose.text) >= LONG:
                sizes[look.size] += len(block.prose.text)
        if not sizes:
            sizes.update(look.size for look in self.looks.looks)
        return sizes.most_common(1)[0][0] if sizes else 0

    @cached_property
    def head_end(self) -> int:
        """The place of the first block that is certainly no part of the titles and names: the abstract, the text."""
        for place, block in enumerate(self.blocks):
            is_text = isinstance(block, Paragraph) and len(block.prose.text) >= LONG
            is_list = isinstance(block, ItemList) and place > 0
            is_second = isinstance(block, Heading) and any(isinstance(each, Heading) for each in self.blocks[:place])
            if is_text or is_list or is_second or _names_part(block):
                return place
        return len(self.blocks)

    @cached_property
    def text_start(self) -> int:
        """The place after the last abstract and the last keywords that stand before the text."""
        start = place = self.head_end
        while place < len(self.blocks) and place <= start + MOST_BETWEEN:
            if _names_part(self.blocks[place]):
                start = place + 1
                is_alone = _is_label(self.blocks[place])
                start += is_alone and place + 1 < len(self.blocks) and isinstance(self.blocks[start], Paragraph)
            place += 1
        return start


MOST_BETWEEN = 4
"""Blocks that may stand between the label of one abstract or of keywords and the next: paragraphs, a title."""


def _names_part(block: Block) -> bool:
    if not isinstance(block, Heading | Paragraph):
        return False
    whole, run_in = label_of(block.prose.text), label_at_start(block.prose.text)
    return bool((whole and whole.kind in PARTS) or (run_in and run_in[0].kind in PARTS))


def _is_label(block: Block) -> bool:
    return isinstance(block, Heading | Paragraph) and label_of(block.prose.text) is not None


def paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """Every paragraph with words, also in tables and quotations."""
    return (each for each in all_blocks(blocks) if isinstance(each, Paragraph) and each.prose.text.strip())


def map_paragraphs(block: Block, change: Callable[[Paragraph], Block]) -> Block:
    """With every paragraph changed that stands in it, also in the cells of a table and in quotations."""
    match block:
        case Paragraph():
            return change(block)
        case Quote(blocks):
            return replace(block, blocks=tuple(map_paragraphs(each, change) for each in blocks))
        case Table():
            head, body = (
                tuple(
                    tuple(
                        replace(cell, blocks=tuple(map_paragraphs(each, change) for each in cell.blocks))
                        for cell in row
                    )
                    for row in rows
                )
                for rows in (block.head, block.body)
            )
            return replace(block, head=head, body=body)
    return block
