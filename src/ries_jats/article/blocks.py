"""Blocks of running text, as pandoc has them and JATS wants them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from .prose import Image, Prose


class ListType(StrEnum):
    """Values of `list/@list-type`: https://jats.nlm.nih.gov/publishing/tag-library/1.3/attribute/list-type.html."""

    ORDER = "order"
    BULLET = "bullet"
    ALPHA_LOWER = "alpha-lower"
    ALPHA_UPPER = "alpha-upper"
    ROMAN_LOWER = "roman-lower"
    ROMAN_UPPER = "roman-upper"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `style` is the name that the word processor's author chose, if any."""

    prose: Prose
    style: str = ""


@dataclass(frozen=True)
class Heading:
    """A heading before sections are made of them; `level` counts from 1 and is 0 where nothing tells it."""

    prose: Prose
    level: int
    ident: str = ""


@dataclass(frozen=True)
class ListItem:
    """An item with its number or letter as printed."""

    label: Prose
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True)
class ItemList:
    """A list."""

    kind: ListType
    items: tuple[ListItem, ...]


@dataclass(frozen=True)
class Definition:
    """A term and what it means."""

    term: Prose
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True)
class DefinitionList:
    """A list of terms."""

    items: tuple[Definition, ...]


@dataclass(frozen=True)
class Quote:
    """A quotation set apart; `kind` is empty, `epigraph` or `dedication` (`disp-quote/@content-type`)."""

    blocks: "tuple[Block, ...]"
    attribution: Prose = Prose()
    kind: str = ""


@dataclass(frozen=True)
class Verse:
    """Lines that the author broke."""

    lines: tuple[Prose, ...]


@dataclass(frozen=True)
class Preformatted:
    """Text whose white space counts."""

    prose: Prose
    language: str = ""


@dataclass(frozen=True)
class DisplayFormula:
    """Mathematics on a line of its own, in TeX, with its printed number."""

    prose: Prose
    label: Prose = Prose()
    ident: str = ""


@dataclass(frozen=True)
class Cell:
    """A cell of a table."""

    blocks: "tuple[Block, ...]"
    is_header: bool = False
    colspan: int = 1
    rowspan: int = 1
    align: str = ""


Row: TypeAlias = tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A table with its label (`Tableau 1`) and caption; `source` says below it where it comes from, `foot` how to read
    it.
    """

    head: tuple[Row, ...]
    body: tuple[Row, ...]
    label: Prose = Prose()
    caption: "tuple[Block, ...]" = ()
    ident: str = ""
    source: Prose = Prose()
    foot: "tuple[Block, ...]" = ()


@dataclass(frozen=True)
class Figure:
    """Images with their label and caption; `source` says below them where they come from."""

    images: tuple[Image, ...]
    label: Prose = Prose()
    caption: "tuple[Block, ...]" = ()
    ident: str = ""
    source: Prose = Prose()


@dataclass(frozen=True)
class Section:
    """A section: what follows a heading up to the next of its rank; `kind` is `sec/@sec-type`."""

    title: Prose
    blocks: "tuple[Block, ...]"
    label: Prose = Prose()
    kind: str = ""
    ident: str = ""


Block: TypeAlias = (
    Paragraph
    | Heading
    | ItemList
    | DefinitionList
    | Quote
    | Verse
    | Preformatted
    | DisplayFormula
    | Table
    | Figure
    | Section
)


@dataclass(frozen=True)
class Note:
    """A footnote or endnote; `key` is what its call-outs name, `label` the number as printed."""

    key: str
    label: Prose
    blocks: tuple[Block, ...]
