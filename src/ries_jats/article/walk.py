"""Walks through the blocks of an article: one dispatch for all who look into it or change its prose."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from .blocks import (
    Block,
    Definition,
    DefinitionList,
    DisplayFormula,
    Figure,
    Heading,
    ItemList,
    ListItem,
    Paragraph,
    Preformatted,
    Quote,
    Row,
    Section,
    Table,
    Verse,
)
from .prose import Prose


def all_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, each before those inside it."""
    for block in blocks:
        yield block
        yield from all_blocks(inner_blocks(block))


def inner_blocks(block: Block) -> Iterator[Block]:
    """The blocks directly inside `block`, in reading order."""
    match block:
        case Quote(blocks) | Section(blocks=blocks) | Figure(caption=blocks):
            yield from blocks
        case ItemList(items=items):
            for item in items:
                yield from item.blocks
        case DefinitionList(definitions):
            for definition in definitions:
                yield from definition.blocks
        case Table():
            yield from block.caption
            for row in (*block.head, *block.body):
                for cell in row:
                    yield from cell.blocks
            yield from block.foot
        case _:
            return


def own_prose(block: Block) -> Iterator[Prose]:
    """The prose of `block` itself, in reading order."""
    match block:
        case Paragraph(prose) | Heading(prose) | Preformatted(prose):
            yield prose
        case DisplayFormula():
            yield from (block.prose, block.label)
        case Quote():
            yield block.attribution
        case Verse(lines):
            yield from lines
        case Section():
            yield from (block.label, block.title)
        case Table() | Figure():
            yield from (block.label, block.source)
        case ItemList(items=items):
            yield from (item.label for item in items)
        case DefinitionList(definitions):
            yield from (definition.term for definition in definitions)


def all_prose(blocks: Iterable[Block]) -> Iterator[Prose]:
    """Every piece of prose below `blocks`, empty ones left out."""
    for block in all_blocks(blocks):
        yield from (prose for prose in own_prose(block) if prose)


def map_prose(  # noqa: C901  (one case a kind of block)
    block: Block, change: Callable[[Prose], Prose], *, words_only: bool = False
) -> Block:
    """`block` with every piece of its prose changed; with `words_only`, code and formulas stay as they are."""

    def inside(blocks: Iterable[Block]) -> tuple[Block, ...]:
        return tuple(map_prose(each, change, words_only=words_only) for each in blocks)

    def cells(rows: Iterable[Row]) -> tuple[Row, ...]:
        return tuple(tuple(replace(cell, blocks=inside(cell.blocks)) for cell in row) for row in rows)

    match block:
        case Preformatted() | DisplayFormula() if words_only:
            return block
        case Paragraph(prose) | Heading(prose) | Preformatted(prose) | DisplayFormula(prose):
            return replace(block, prose=change(prose))
        case Verse(lines):
            return Verse(tuple(change(line) for line in lines))
        case Quote():
            return replace(block, blocks=inside(block.blocks), attribution=change(block.attribution))
        case Section():
            return replace(block, title=change(block.title), label=change(block.label), blocks=inside(block.blocks))
        case ItemList():
            items = tuple(ListItem(item.label, inside(item.blocks)) for item in block.items)
            return replace(block, items=items)
        case DefinitionList():
            return DefinitionList(tuple(Definition(change(item.term), inside(item.blocks)) for item in block.items))
        case Figure():
            label, source = change(block.label), change(block.source)
            return replace(block, label=label, caption=inside(block.caption), source=source)
        case Table():
            label, source, caption = change(block.label), change(block.source), inside(block.caption)
            head, body, foot = cells(block.head), cells(block.body), inside(block.foot)
            return replace(block, head=head, body=body, label=label, caption=caption, source=source, foot=foot)


def plain_text(blocks: Iterable[Block]) -> str:
    """The words of `blocks`, a line for each piece."""
    return "\n".join(prose.text for prose in all_prose(blocks))
