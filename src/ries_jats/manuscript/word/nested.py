"""Lists inside lists by Word's own styles (`List Bullet 2`), which pandoc gives as one list after the other."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...article.blocks import Block, ItemList
from ...article.walk import all_prose
from ..document import Document

LIST_STYLE = re.compile(r"list (?:bullet|number)(?: (?P<level>[2-5]))?")


@dataclass(frozen=True)
class Level:
    """A paragraph in such a style: where it begins in the source, and its level from 1."""

    start: int
    stop: int
    level: int


def level_of(style: str) -> int:
    """The level that the name of a style means, 0 for another style."""
    match = LIST_STYLE.fullmatch(style)
    return int(match["level"] or 1) if match else 0


def with_nested_lists(document: Document, levels: Sequence[Level]) -> Document:
    """Neighbouring lists of which one is deeper as one list."""
    if all(each.level == 1 for each in levels):
        return document
    kept: list[Block] = []
    for block in document.blocks:
        last = kept[-1] if kept else None
        level = _level(block, levels)
        if isinstance(block, ItemList) and isinstance(last, ItemList) and level and _level(last, levels):
            joined = _joined(last, block, level - _level(last, levels))
            kept[-1:] = [joined] if joined else [last, block]
        else:
            kept.append(block)
    return replace(document, blocks=tuple(kept))


def _level(block: Block, levels: Sequence[Level]) -> int:
    at = next((prose.at for prose in all_prose([block]) if prose.at is not None), None)
    place = -1 if at is None else bisect_right(levels, at, key=lambda each: each.start) - 1
    return levels[place].level if place >= 0 and at is not None and at < levels[place].stop else 0


def _joined(one: ItemList, other: ItemList, deeper: int) -> ItemList | None:
    """`other` inside the last item of `one`, or after it where that has a list inside already; None for neither."""
    last = one.items[-1]
    inner = last.blocks[-1] if last.blocks else None
    if deeper == 0 and isinstance(inner, ItemList) and one.kind is other.kind:
        return replace(one, items=(*one.items, *other.items))
    if deeper < 1:
        return None
    within = _joined(inner, other, deeper - 1) if isinstance(inner, ItemList) else None
    blocks = (*last.blocks[:-1], within) if within else (*last.blocks, other)
    return replace(one, items=(*one.items[:-1], replace(last, blocks=blocks)))
