"""Reads running text as a reader would: what is visible, and which notes it calls."""

from collections.abc import Iterator

from .manuscript import (
    Block,
    Columns,
    Epigraph,
    Figure,
    Formula,
    Listing,
    Paragraph,
    Quotation,
    Section,
    Table,
    Verse,
    iter_blocks,
    tokens,
)

UNSEEN = frozenset({"del", "gone"})
"""Tracked text that is not there once all changes are accepted."""
UNSEEN_IF_REJECTED = frozenset({"ins", "moved"})


def visible(text: str, *, accepts: bool = True) -> str:
    """What a reader sees of running text, without call-outs."""
    gone = UNSEEN if accepts else UNSEEN_IF_REJECTED
    shown = (token for token in tokens(text) if token.kind not in gone and token.key != "hidden")
    return "".join(" " if token.kind in ("br", "page") else token.text for token in shown)


def block_texts(block: Block) -> Iterator[str]:
    """The running texts of a block, without those of the blocks in it."""
    match block:
        case Paragraph(text):
            yield text
        case Quotation(texts) | Verse(texts):
            yield from texts
        case Epigraph(text, attribution):
            yield from (text, attribution)
        case Listing():
            yield from _list_texts(block)
        case Table():
            yield block.caption
            yield from (cell.text for row in block.rows for cell in row)
        case Figure():
            yield block.caption
        case Columns(texts):
            yield from texts
        case Section(title):
            yield title
        case Formula():
            pass


def _list_texts(listing: Listing) -> Iterator[str]:
    for item in listing.items:
        yield item.text
        yield from _list_texts(item.inner) if item.inner else ()


def all_texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The running texts of blocks in reading order."""
    for block in iter_blocks(blocks):
        yield from block_texts(block)


def call_keys(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The notes that blocks call, in reading order."""
    for text in all_texts(blocks):
        yield from (token.key for token in tokens(text) if token.kind == "note")
