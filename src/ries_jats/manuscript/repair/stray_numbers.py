"""Years and other figures at the beginning of a line that Markdown took for the number of an item."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ...article.blocks import Block, ItemList, ListItem, Paragraph
from ...article.prose import Origin, Prose, Run
from ..document import Document

NUMBER = re.compile(r"(\d{1,4})[.)]")
FEWEST_DIGITS = 3
"""Digits of a number that no item has after one with another number."""
LEAST_ALONE = 1000
"""Number from which a list does not begin."""


def open_numbers(document: Document) -> Document:
    """With lines that begin with a year as the text that they are: `until the summer of / 2017. Then …`."""
    return replace(document, blocks=tuple(part for block in document.blocks for part in _opened(block)))


def _opened(block: Block) -> Iterator[Block]:
    match block:
        case ItemList(items=(ListItem(blocks=() | (Paragraph(),)) as item,)) if _number(item) >= LEAST_ALONE:
            yield Paragraph(_whole(item))
        case ItemList(items=items):
            yield replace(block, items=_joined(items))
        case _:
            yield block


def _joined(items: tuple[ListItem, ...]) -> tuple[ListItem, ...]:
    """Items of which those that are the end of the one before are joined to it."""
    kept: list[ListItem] = []
    for item in items:
        more = _rest_of(kept[-1], item) if kept else None
        if more:
            kept[-1] = more
        else:
            kept.append(item)
    return tuple(kept)


def _rest_of(one: ListItem, other: ListItem) -> ListItem | None:
    """Both as one item, or None when the second has a number of the list."""
    number = _number(other)
    if len(str(number)) < FEWEST_DIGITS or number == _number(one) + 1:
        return None
    match one.blocks, other.blocks:
        case (*before, Paragraph(prose)), () | (Paragraph(),):
            whole = Prose((*prose.runs, Run("\n", (), prose.runs[-1].end), *_whole(other).runs))
            return replace(one, blocks=(*before, Paragraph(whole)))
    return None


def _number(item: ListItem) -> int:
    match = NUMBER.fullmatch(item.label.text.strip())
    return int(match[1]) if match else 0


def _whole(item: ListItem) -> Prose:
    """The label with the text after it."""
    match item.blocks:
        case (Paragraph(prose),):
            return Prose((*item.label.runs, Run(" ", origin=Origin.GENERATED), *prose.runs))
    return item.label
