"""The blocks of the body in their dress."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from .captions import Captions
from .dress import Dress
from .formulas import display, formula
from .frames import layout_table
from .headings import Headings
from .inline import Inline
from .lists import Lists
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
)
from .ooxml import Element, Look, Shape, el, paragraph, run, words
from .package import Package
from .pictures import picture
from .tables import table

SET_IN = Shape(left=851, right=851, after=120)
VERSE = Shape(left=1700)


class Body:
    """Writes the body of one manuscript."""

    def __init__(
        self,
        package: Package,
        dress: Dress,
        inline: Inline,
        headings: Headings,
        phrases: dict[str, Any],
    ) -> None:
        self._package = package
        self._dress = dress
        self._inline = inline
        self._headings = headings
        self._phrases = phrases
        self._lists = Lists(package, dress, inline)
        self._captions = Captions(package, dress, inline, phrases)

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[Element]:
        """The elements of blocks in their order."""
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Element]:  # noqa: C901  (one case a kind of block)
        match block:
            case Paragraph(text):
                yield from self._paragraph(text)
            case Quotation(texts):
                yield from self._quotation(texts)
            case Epigraph():
                yield from self._epigraph(block)
            case Verse(lines):
                yield from self._verse(lines)
            case Listing():
                yield from self._lists.list(block)
            case Table():
                yield from self._table(block)
            case Figure():
                yield from self._figure(block)
            case Formula():
                yield self._formula(block)
            case Columns((one, other)):
                yield layout_table([[paragraph([words(one)]), paragraph([words(other)])]])
                yield paragraph([])
            case Section(title, parts, label, level):
                yield self._headings.heading(title, level, label)
                yield from self.blocks(parts)

    def _paragraph(self, text: str) -> Iterator[Element]:
        yield from (self._inline.marked(text, each) for each in self._shaped(self._inline.runs(text)))

    def _shaped(self, runs: list[Element]) -> Iterator[Element]:
        match self._dress["paragraphs"]:
            case "first-line":
                yield paragraph(runs, Shape(first=567, align="both"))
            case "spacing":
                yield paragraph(runs, Shape(after=160))
            case "empty-between":
                yield paragraph(runs)
                yield paragraph([])
            case "tab":
                yield paragraph([run(el("w:tab")), *runs], Shape(align="both"))

    # Quotations, epigraphs, verse

    def _quotation(self, texts: tuple[str, ...]) -> Iterator[Element]:
        look, shape = Look(), SET_IN
        match self._dress["quotations"]:
            case "style":
                shape = Shape(style="Quote")
            case "localized-style":
                shape = Shape(style=self._package.styles.add(self._phrases["quotation-style"], SET_IN, Look(size=20)))
            case "small":
                look, shape = Look(size=18), Shape(left=567, after=120)
        yield from (paragraph(self._inline.runs(text, look), shape) for text in texts)

    def _epigraph(self, block: Epigraph) -> Iterator[Element]:
        look, shape = Look(italic=True), Shape(align="right")
        match self._dress["epigraph"]:
            case "style":
                name = self._phrases["epigraph-style"]
                shape = Shape(style=self._package.styles.add(name, Shape(align="right"), Look(italic=True)))
                look = Look()
            case "indent":
                shape = Shape(left=4200)
        yield paragraph([words(block.text, look)], shape)
        yield paragraph([words(block.attribution)], replace(shape, after=240))

    def _verse(self, lines: tuple[str, ...]) -> Iterator[Element]:
        if self._dress["verse"] == "lines":
            yield from (paragraph([words(line)], VERSE) for line in lines)
            return
        runs = [words(lines[0])]
        for line in lines[1:]:
            runs += [run(el("w:br")), words(line)]
        yield paragraph(runs, VERSE)

    # Floats and formulas

    def _table(self, block: Table) -> Iterator[Element]:
        way = self._dress["caption"]
        caption = list(self._captions.caption(block, way))
        made = [table(block, self._dress, self._inline)]
        yield from (*made, *caption) if "below" in way else (*caption, *made)
        yield from self._captions.below(block.source, block.note)
        yield paragraph([])

    def _figure(self, block: Figure) -> Iterator[Element]:
        way = self._dress["figure-caption"]
        shown = picture(self._package, self._dress.seed, block.alt, is_anchored=self._dress["picture"] == "anchored")
        holder = paragraph([shown], Shape(align="center"))
        caption = list(self._captions.caption(block, way))
        parts = [*caption, holder] if way == "above" else [holder, *caption]
        parts += self._captions.below(block.source)
        if self._dress["layout-table"] == "figure":
            yield layout_table([[part] for part in parts])
        else:
            yield from parts
        yield paragraph([])

    def _formula(self, block: Formula) -> Element:
        match self._dress["formulas"]:
            case "numbered-tab":
                tab = run(el("w:tab"))
                return paragraph([tab, formula(block.name), run(el("w:tab")), words(block.label)])
            case "numbered-table":
                cells = [paragraph([]), paragraph([display(block.name)]), paragraph([words(block.label)])]
                return layout_table([cells])
        return paragraph([display(block.name)])
