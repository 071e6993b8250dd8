"""pandoc's blocks to ours."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..article.blocks import (
    Block,
    Cell,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    ItemList,
    ListItem,
    ListType,
    Note,
    Paragraph,
    Preformatted,
    Quote,
    Row,
    Table,
    Verse,
)
from ..article.prose import Image, Origin, Prose, Run
from ..article.walk import all_prose
from ..pandoc.tree import Node, attributes, plain_words
from .inlines import InlineReader
from .locate import Locator

LIST_TYPES = {
    "LowerAlpha": ListType.ALPHA_LOWER,
    "UpperAlpha": ListType.ALPHA_UPPER,
    "LowerRoman": ListType.ROMAN_LOWER,
    "UpperRoman": ListType.ROMAN_UPPER,
}
ALIGNMENTS = {"AlignLeft": "left", "AlignRight": "right", "AlignCenter": "center"}
ITEM_LABEL = re.compile(r"(\(?(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+|#)[.)])(?:[\s\x00*_~^\[\\]|<[^<>]*>)*$")
"""The label of an item before its first word, and the marks of emphasis between them."""
LONE_LABEL = re.compile(r"\(?(?:\d+|[A-Za-z])[.)](?=\s|\Z)")
MARKUP = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


class BlockReader:
    """Reads blocks in the order of the document and collects their notes."""

    def __init__(self, locator: Locator) -> None:
        self._locator = locator
        self.inlines = InlineReader(locator, self._read_note)
        self.notes: list[Note] = []

    def blocks(self, nodes: list[Node]) -> tuple[Block, ...]:
        """All blocks of `nodes`; containers that mean nothing are opened."""
        return tuple(block for node in nodes for block in self._node(node))

    def _read_note(self, nodes: list[Node]) -> str:
        """Notes are numbered in the order of their call-outs, as every word processor does; pandoc gives a note that is
        called again as another.
        """
        key = str(len(self.notes) + 1)
        place = len(self.notes)
        self.notes.append(Note(key, Prose.of(key, Origin.GENERATED), ()))
        inlines, self.inlines = self.inlines, InlineReader(self._locator, self._read_note)
        self.notes[place] = replace(self.notes[place], blocks=self.blocks(nodes))
        self.inlines = inlines
        return self._same_note(place) or key

    def _same_note(self, place: int) -> str:
        """The key of an earlier note that stands where this one does, which then is not kept."""
        at = next((prose.at for prose in all_prose(self.notes[place].blocks)), None)
        for note in self.notes[:place]:
            if at is not None and next((prose.at for prose in all_prose(note.blocks)), None) == at:
                del self.notes[place]
                return note.key
        return ""

    def _node(self, node: Node) -> Iterator[Block]:
        handler = getattr(self, f"_{node['t'].lower()}", None)
        if handler:
            yield from handler(node.get("c"))

    def _plain(self, contents: list[Node]) -> Iterator[Block]:
        prose = self.inlines.prose(contents)
        if prose:
            yield Paragraph(prose)

    _para = _plain

    def _lineblock(self, contents: list[list[Node]]) -> Iterator[Block]:
        yield Verse(tuple(self.inlines.prose(line) for line in contents))

    def _header(self, contents: list[Any]) -> Iterator[Block]:
        level, attribute, inlines = contents
        prose = self.inlines.prose(inlines)
        if prose:
            yield Heading(prose, level, attributes(attribute)[0])

    def _blockquote(self, contents: list[Node]) -> Iterator[Block]:
        yield Quote(self.blocks(contents))

    def _codeblock(self, contents: list[Any]) -> Iterator[Block]:
        attribute, text = contents
        prose = self.inlines.prose([{"t": "RawInline", "c": ["", text]}])
        yield Preformatted(prose, next(iter(attributes(attribute)[1]), ""))

    def _rawblock(self, contents: list[str]) -> Iterator[Block]:
        """HTML that stands alone gives its words; what TeX or OpenXML says to a machine is dropped by the masks."""
        syntax, text = contents
        words = MARKUP.sub(" ", text) if syntax == "html" else text
        if words.strip():
            yield Paragraph(self.inlines.prose([{"t": "Str", "c": words.strip()}]))

    def _bulletlist(self, contents: list[list[Node]]) -> Iterator[Block]:
        """A list; an item without anything is a stray sign, unless all are; extractions write `- 1. Text` for a
        numbered item, which is no list in a list.
        """
        read = tuple(ListItem(Prose(), self.blocks(item)) for item in contents)
        items = tuple(item for item in read if item.blocks) or read
        inner = [item.blocks[0] for item in items if len(item.blocks) == 1]
        lists = [block for block in inner if isinstance(block, ItemList) and _is_numbered_item(block)]
        if lists and len(lists) == len(items):
            yield ItemList(lists[0].kind, tuple(each.items[0] for each in lists))
        else:
            yield ItemList(ListType.BULLET, items)

    def _orderedlist(self, contents: list[Any]) -> Iterator[Block]:
        (start, style, _), items = contents
        read = [self._item(item) for item in items]
        if not any(item.blocks for item in read):
            yield from (Paragraph(item.label) for item in read if item.label)
            return
        labelled = [self._labelled(item, start + place) for place, item in enumerate(read)]
        yield ItemList(LIST_TYPES.get(style["t"], ListType.ORDER), tuple(labelled))

    def _item(self, nodes: list[Node]) -> ListItem:
        """An item; one without words has its label now, because nothing else will tell where it stands."""
        blocks = self.blocks(nodes)
        lone = None if blocks else self._locator.printed(LONE_LABEL)
        return ListItem(Prose((lone,)) if lone else Prose(), blocks)

    def _labelled(self, item: ListItem, number: int) -> ListItem:
        """With the label that stands before the item in the source; a word processor's number is generated."""
        at = next((at for at in _addresses(item.blocks)), None)
        if at is None:
            return item
        visible = self._locator.source.visible
        line = visible.rfind("\n", 0, at) + 1
        printed = ITEM_LABEL.search(visible, line, at)
        if printed:
            return replace(item, label=Prose((Run(printed[1], at=printed.start(1)),)))
        generated = Prose.of(f"{number}.", Origin.GENERATED) if self._locator.source.has_paragraphs else Prose()
        return replace(item, label=generated)

    def _definitionlist(self, contents: list[Any]) -> Iterator[Block]:
        items = []
        for term, definitions in contents:
            prose = self.inlines.prose(term)
            items.append(Definition(prose, tuple(block for each in definitions for block in self.blocks(each))))
        yield DefinitionList(tuple(items))

    def _div(self, contents: list[Any]) -> Iterator[Block]:
        attribute, nodes = contents
        style = attributes(attribute)[2].get("custom-style", "")
        for block in self.blocks(nodes):
            yield replace(block, style=style) if style and isinstance(block, Paragraph) else block

    def _figure(self, contents: list[Any]) -> Iterator[Block]:
        attribute, (_, caption), nodes = contents
        images = tuple(images_below(nodes, says_alt=self._locator.source.has_paragraphs))
        if images:
            yield Figure(images, caption=self.blocks(caption), ident=attributes(attribute)[0])
        else:
            yield from self.blocks(nodes)

    def _table(self, contents: list[Any]) -> Iterator[Block]:
        attribute, (_, caption), columns, (_, head), bodies, (_, foot) = contents
        aligns = [ALIGNMENTS.get(column[0]["t"], "") for column in columns]
        head_rows = tuple(self._row(row, aligns, is_header=True) for row in head)
        body = [row for each in bodies for row in (*each[2], *each[3])] + list(foot)
        body_rows = tuple(self._row(row, aligns, is_header=False) for row in body)
        has_head = any(cell.blocks for row in head_rows for cell in row)
        yield Table(
            head_rows if has_head else (), body_rows, caption=self.blocks(caption), ident=attributes(attribute)[0]
        )

    def _row(self, row: list[Any], aligns: list[str], *, is_header: bool) -> Row:
        return tuple(
            self._cell(cell, align, is_header=is_header)
            for cell, align in zip(row[1], [*aligns, *[""] * len(row[1])], strict=False)
        )

    def _cell(self, cell: list[Any], column_align: str, *, is_header: bool) -> Cell:
        _, align, rowspan, colspan, nodes = cell
        own = ALIGNMENTS.get(align["t"], column_align)
        return Cell(self.blocks(nodes), is_header, colspan, rowspan, own)


def _is_numbered_item(block: ItemList) -> bool:
    return block.kind is not ListType.BULLET and len(block.items) == 1


def images_below(nodes: Any, *, says_alt: bool = False) -> Iterator[Image]:
    """The images of a figure; `says_alt` where their alternative text is the file's own, and not their caption again
    as in pandoc's Markdown.
    """
    for node in nodes:
        if isinstance(node, dict) and node["t"] == "Image":
            attribute, inlines, (source, _) = node["c"]
            alt = attributes(attribute)[2].get("alt", "")
            yield Image(source, alt or (" ".join(plain_words(inlines)) if says_alt else ""))
        elif isinstance(node, dict) and isinstance(node.get("c"), list):
            yield from images_below(node["c"], says_alt=says_alt)


def _addresses(blocks: tuple[Block, ...]) -> Iterator[int]:
    for block in blocks:
        prose = getattr(block, "prose", None)
        if isinstance(prose, Prose) and prose.at is not None:
            yield prose.at
