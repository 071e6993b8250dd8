"""The edges of lists: lists cut in two, items that lost their mark, text that ran into an item."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..article.blocks import Block, Heading, ItemList, ListItem, ListType, Paragraph
from ..article.prose import Prose
from ..article.walk import all_prose
from .enumeration import readings
from .glued import new_sentence
from .headings import is_open, joined
from .items import FEWEST_ITEMS, continues, items_of
from .lines import SENTENCE_END
from .text import Text

TERM = re.compile(r"[^.:;!?]{3,90}\s?:\s+\S")
"""An item that begins with what it explains: `Speed: every message …`."""
NEXT_TERM = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ][^.:;!?,()]{20,90}\s?:\s+[A-ZÀ-Þ])")
"""Where after a sentence another term begins; a short word before a colon is no term but `Example: …`."""
MOST_STRAYS = 6
"""Paragraphs between an announcing colon and a list that may be its first items."""
LONGEST_STRAY = 600
"""Characters of a paragraph below a list that may be its last item."""


def raise_lone_items(text: Text) -> Text:
    """An item alone inside the one before it is the next one: extraction moved it aside."""
    return replace(
        text, blocks=tuple(_raised(block) if isinstance(block, ItemList) else block for block in text.blocks)
    )


def _raised(block: ItemList) -> ItemList:
    items: list[ListItem] = []
    for item in block.items:
        match item.blocks:
            case (*own, ItemList(kind, (lone,))) if own and kind is block.kind:
                items += [replace(item, blocks=tuple(own)), lone]
            case _:
                items.append(item)
    return replace(block, items=tuple(items))


def join_lists(text: Text) -> Text:
    """Lists that a page end cut, as one; the end of a cut item inside it."""
    kept: list[Block] = []
    for block in text.blocks:
        last = kept[-1] if kept else None
        if isinstance(last, ItemList) and isinstance(block, ItemList) and _is_rest(last, block):
            kept[-1] = replace(last, items=(*last.items, *block.items))
        elif isinstance(last, ItemList) and isinstance(block, Paragraph) and _ends_item(last, block):
            kept[-1] = _with_end(last, block)
        else:
            kept.append(block)
    return replace(text, blocks=tuple(kept))


def _is_rest(one: ItemList, other: ItemList) -> bool:
    label = other.items[0].label.text if other.items else ""
    if not label:
        return one.kind is other.kind is ListType.BULLET
    return any(continues(one, number) for number in readings(f"{label} X"))


def _ends_item(above: ItemList, paragraph: Paragraph) -> bool:
    """Whether a paragraph that begins small goes on with the last item, which does not close."""
    last = above.items[-1].blocks[-1] if above.items and above.items[-1].blocks else None
    small = paragraph.prose.text.lstrip()[:1].islower() and not items_of(paragraph.prose)
    return small and not paragraph.style and isinstance(last, Paragraph) and is_open(last.prose)


def _with_end(above: ItemList, paragraph: Paragraph) -> ItemList:
    item = above.items[-1]
    last = item.blocks[-1]
    assert isinstance(last, Paragraph)
    whole = replace(item, blocks=(*item.blocks[:-1], Paragraph(joined(last.prose, paragraph.prose))))
    return replace(above, items=(*above.items[:-1], whole))


# Items that lost their mark


def take_in_strays(text: Text) -> Text:
    """Paragraphs between an announcing colon and a list that all begin like its items, as the first of them."""
    kept: list[Block] = []
    for block in text.blocks:
        strays = _strays(kept, block) if isinstance(block, ItemList) else 0
        if strays and isinstance(block, ItemList):
            paragraphs = kept[-strays:]
            del kept[-strays:]
            for paragraph in paragraphs:
                assert isinstance(paragraph, Paragraph)
                text = text.noting("list-uncertain", paragraph.prose)
            items = tuple(ListItem(Prose(), (each,)) for paragraph in paragraphs for each in _terms(paragraph))
            kept.append(replace(block, items=(*items, *block.items)))
        else:
            kept.append(block)
    return replace(text, blocks=tuple(kept))


def _terms(block: Block) -> Iterator[Block]:
    """A paragraph in which a second term begins to be explained, as two."""
    pieces = block.prose.split(NEXT_TERM) if isinstance(block, Paragraph) else ()
    yield from (Paragraph(piece.strip()) for piece in pieces)


def _strays(before: Sequence[Block], block: ItemList) -> int:
    """How many paragraphs above a list of bullets are items of it."""
    if block.kind is not ListType.BULLET or not _explains(block.items):
        return 0
    for count, each in enumerate(reversed(before[-MOST_STRAYS - 1 :])):
        if not isinstance(each, Paragraph) or each.style:
            return 0
        if each.prose.text.rstrip().endswith(":"):
            return count
        if not TERM.match(each.prose.text):
            return 0
    return 0


def _explains(items: Sequence[ListItem]) -> bool:
    """Whether most items begin with a term and a colon."""
    first = [item.blocks[0] for item in items if item.blocks]
    terms = sum(isinstance(each, Paragraph) and bool(TERM.match(each.prose.text)) for each in first)
    return len(items) >= FEWEST_ITEMS and terms * 3 >= len(items) * 2


def take_in_last(text: Text) -> Text:
    """A paragraph below a list as its last item: the item above ends with a semicolon, so that another must follow;
    or all explain a term, and a heading comes next.
    """
    kept: list[Block] = []
    for place, block in enumerate(text.blocks):
        last = kept[-1] if kept else None
        if (
            isinstance(last, ItemList)
            and isinstance(block, Paragraph)
            and _is_last(last, block, text.blocks[place + 1 :])
        ):
            text = text.noting("list-uncertain", block.prose)
            kept[-1] = replace(last, items=(*last.items, ListItem(Prose(), (block,))))
        else:
            kept.append(block)
    return replace(text, blocks=tuple(kept))


def _is_last(above: ItemList, paragraph: Paragraph, following: Sequence[Block]) -> bool:
    if above.kind is not ListType.BULLET or paragraph.style or len(paragraph.prose.text) > LONGEST_STRAY:
        return False
    ends = [" ".join(prose.text for prose in all_prose(item.blocks)).rstrip()[-1:] for item in above.items]
    is_awaited = len(ends) >= FEWEST_ITEMS and all(end == ";" for end in ends)
    explains = len(ends) > FEWEST_ITEMS and _explains(above.items) and bool(TERM.match(paragraph.prose.text))
    return is_awaited or (explains and (not following or isinstance(following[0], Heading)))


# Text that ran into an item


def release_text(text: Text) -> Text:
    """The paragraph that ran into the last item of a list, as one: the other items are single sentences, and in the
    last a new one begins without a full stop, or the item ends by announcing the list that follows.
    """
    kept: list[Block] = []
    for place, block in enumerate(text.blocks):
        start = _text_start(block, text.blocks[place + 1 :]) if isinstance(block, ItemList) else 0
        if start and isinstance(block, ItemList):
            kept += _released(block, start)
        else:
            kept.append(block)
    return replace(text, blocks=tuple(kept))


def _text_start(block: ItemList, following: Sequence[Block]) -> int:
    """Where in the last item the text begins, 0 when it is all an item."""
    lines = [_only_line(item) for item in block.items]
    *others, last = lines
    if not others or not all(lines) or any(SENTENCE_END.search(line) for line in others):
        return 0
    longest = max(map(len, others))
    sentence = SENTENCE_END.search(last)
    announces = last.rstrip().endswith(":") and any(isinstance(each, ItemList) for each in following[:2])
    if sentence and announces:
        return sentence.end() - 1
    return new_sentence(last) if len(last) > 2 * longest else 0


def _only_line(item: ListItem) -> str:
    match item.blocks:
        case (Paragraph(prose),):
            return prose.text
    return ""


def _released(block: ItemList, start: int) -> tuple[Block, Block]:
    *items, last = block.items
    (paragraph,) = last.blocks
    assert isinstance(paragraph, Paragraph)
    item = replace(last, blocks=(Paragraph(paragraph.prose.cut(0, start).strip()),))
    return replace(block, items=(*items, item)), Paragraph(paragraph.prose.cut(start).strip())
