"""Blocks to elements, one small function each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..article.blocks import (
    Block,
    Cell,
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
from ..article.prose import Formula, Image, Prose, Run, Style
from ..article.walk import all_blocks, own_prose
from ..lexicon import slug
from .elements import Element, element, unless_empty
from .ids import Ids
from .inline import InlineWriter, clean, formula_element

TAKEN_BY_CELLS = ("list", "def-list", "disp-quote", "verse-group", "preformat", "disp-formula")
"""What `td` and `th` take beside paragraphs; figures and tables are not among it."""


class BodyWriter:
    """Writes blocks wherever JATS takes them: body, abstracts, notes, captions."""

    def __init__(self, inline: InlineWriter, ids: Ids, assets: dict[str, str]) -> None:
        self._inline = inline
        self._ids = ids
        self._assets = assets

    def body(self, blocks: Sequence[Block]) -> Element | None:
        """`body`; what stands before the first section stands before it there too."""
        return unless_empty(element("body", *self.elements(blocks)))

    def elements(self, blocks: Iterable[Block]) -> Iterator[Element]:
        """The elements of blocks in their order."""
        for block in blocks:
            yield from self._element(block)

    def paragraphs(self, blocks: Iterable[Block], *also: str) -> Iterator[Element]:
        """The elements of blocks for a parent that takes paragraphs, sections and `also`: others stand inside a `p`.

        So are `abstract`, `ack`, `caption`, `def`, `fn` and `list-item` in the Publishing tag set:
        https://jats.nlm.nih.gov/publishing/tag-library/1.3/element/fn.html.
        """
        for each in self.elements(blocks):
            yield each if each.tag in ("p", "sec", *also) else element("p", each)

    def _element(self, block: Block) -> Iterator[Element]:  # noqa: C901  (one case a kind of block)
        match block:
            case Paragraph(prose):
                yield from self._paragraph(prose)
            case Heading(prose):
                yield from self._paragraph(prose.marked(Style.BOLD))
            case Section():
                yield self._section(block)
            case ItemList():
                yield self._list(block)
            case DefinitionList():
                yield self._definition_list(block)
            case Quote():
                yield self._quote(block)
            case Verse(lines):
                yield from self._verse(lines)
            case Preformatted(prose):
                yield from self._made("preformat", prose)
            case DisplayFormula():
                yield self._formula(block)
            case Table():
                yield self._table(block)
            case Figure():
                yield self._figure(block)

    def _made(self, name: str, prose: Prose) -> Iterator[Element]:
        made = self._inline.made(name, prose)
        if made is not None:
            yield made

    def _paragraph(self, prose: Prose) -> Iterator[Element]:
        """A paragraph that is one formula is a displayed one; one that is nothing but images is a figure."""
        images = [mark for run in prose.runs for mark in run.marks if isinstance(mark, Image)]
        if images and not clean(prose.text).strip():
            yield self._figure(Figure(tuple(images)))
        elif prose.runs and all(_is_displayed(run) for run in prose.runs if run.text.strip()):
            yield self._formula(DisplayFormula(prose))
        else:
            made = self._inline.made("p", prose)
            if made is not None and (made := unless_empty(made)) is not None:
                yield made

    def _section(self, section: Section) -> Element:
        made = element("sec", id=self._ids.section(section.title.text), sec_type=section.kind)
        for name, prose in (("label", section.label), ("title", section.title)):
            made.extend(self._made(name, prose))
        made.extend(self.elements(section.blocks))
        return made

    def _list(self, block: ItemList) -> Element:
        return element("list", *(self._item(item) for item in block.items), list_type=block.kind.value)

    def _item(self, item: ListItem) -> Element:
        made = element("list-item", self._inline.made("label", item.label))
        made.extend(self.paragraphs(item.blocks, "list", "def-list"))
        if not any(child.tag != "label" for child in made):
            made.append(element("p"))
        return made

    def _definition_list(self, block: DefinitionList) -> Element:
        items = [
            element("def-item", self._inline.made("term", each.term), element("def", *self.paragraphs(each.blocks)))
            for each in block.items
        ]
        return element("def-list", *items)

    def _quote(self, block: Quote) -> Element:
        made = element("disp-quote", content_type=block.kind)
        made.extend(self.elements(block.blocks))
        made.extend(self._made("attrib", block.attribution))
        return made

    def _verse(self, lines: Sequence[Prose]) -> Iterator[Element]:
        made = element("verse-group", *(child for line in lines for child in self._made("verse-line", line)))
        if len(made):
            yield made

    def _formula(self, block: DisplayFormula) -> Element:
        plain = Prose(tuple(replace(run, marks=()) for run in block.prose.runs))
        ident = self._ids.of(block.ident, wanted_id(block)) if block.ident else ""
        label = self._inline.made("label", block.label)
        tex = self._inline.made("tex-math", plain)
        written = [mark for run in block.prose.runs for mark in run.marks if isinstance(mark, Formula)]
        formula = tex if tex is None else formula_element(tex, written)
        return element("disp-formula", label, formula, id=ident)

    # Tables and figures

    def _table(self, block: Table) -> Element:
        head, body = (block.head, block.body) if block.body else ((), block.head)
        table = element("table", self._rows("thead", head), self._rows("tbody", body))
        label, ident = self._inline.made("label", block.label), self._ids.of(block.ident, wanted_id(block))
        return element("table-wrap", label, self._caption(block.caption), table, self._foot(block), id=ident)

    def _foot(self, block: Table) -> Element | None:
        """The source of a table, together with its notes where it has any, in the order in which they are printed."""
        source = self._inline.made("attrib", block.source)
        if not block.foot:
            return source
        notes = [element("fn", *self.paragraphs((each,))) for each in block.foot]
        first = next((prose.at for each in block.foot for prose in own_prose(each) if prose), None)
        source_first = (block.source.at or 0) <= (first or 0)
        return element("table-wrap-foot", *((source, *notes) if source_first else (*notes, source)))

    def _caption(self, blocks: Sequence[Block]) -> Element | None:
        return unless_empty(element("caption", *self.paragraphs(blocks)))

    def _rows(self, name: str, rows: Sequence[Row]) -> Element | None:
        return element(name, *(element("tr", *(self._cell(cell) for cell in row)) for row in rows)) if rows else None

    def _cell(self, cell: Cell) -> Element:
        spans = {"colspan": cell.colspan, "rowspan": cell.rowspan}
        made = element("th" if cell.is_header else "td", align=cell.align)
        for key, value in spans.items():
            if value > 1:
                made.set(key, str(value))
        match cell.blocks:
            case (Paragraph(prose),):
                self._inline.fill(made, prose)
            case blocks:
                made.extend(self.paragraphs(blocks, *TAKEN_BY_CELLS))
        return made

    def _figure(self, block: Figure) -> Element:
        ident = self._ids.of(block.ident, wanted_id(block))
        label, source = self._inline.made("label", block.label), self._inline.made("attrib", block.source)
        graphics = [graphic for image in block.images if (graphic := self._graphic(image)) is not None]
        return element("fig", label, self._caption(block.caption), *graphics, source, id=ident)

    def _graphic(self, image: Image) -> Element | None:
        name = self._assets.get(image.source)
        if not name:
            return None
        alt = element("alt-text", text=clean(image.alt_text)) if image.alt_text.strip() else None
        return element("graphic", alt, xlink_href=name)


def _is_displayed(run: Run) -> bool:
    return any(isinstance(mark, Formula) and mark.display for mark in run.marks)


def wanted_id(block: Table | Figure | DisplayFormula) -> str:
    """From the printed label, else what the manuscript calls it; an identifier begins with a letter."""
    match block:
        case Table():
            kind = "table"
        case Figure():
            kind = "fig"
        case _:
            kind = "eq"
    wanted = slug(block.label.text) or slug(block.ident)
    return wanted if wanted[:1].isalpha() else "-".join(part for part in (kind, wanted) if part)


def targets_of(blocks: Iterable[Block]) -> dict[str, str]:
    """For each key that text may point to, the identifier wanted."""
    named = [
        block for block in all_blocks(blocks) if isinstance(block, Table | Figure | DisplayFormula) and block.ident
    ]
    return {block.ident: wanted_id(block) for block in reversed(named)}
