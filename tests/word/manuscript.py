"""What an article is, whatever its dress.

Running text is a string with marks: `⟪…⟫` around italics, `⟦12⟧` where note 12 is called, and `⟦kind|key|text⟧` for
everything else: `ref` (a pointer to a float), `cite` (of references), `math`, `sym` (a character of a symbol font),
`link`, `look` (small capitals, highlighted, hidden), `ins`, `del`, `moved` and `gone` (tracked), `noted` (commented on),
`br` and `page`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

MARK = re.compile(r"⟦(?P<note>\d+)⟧|⟦(?P<kind>\w+)\|(?P<key>[^|⟧]*)\|(?P<text>[^⟧]*)⟧|⟪(?P<italic>.*?)⟫")


@dataclass(frozen=True)
class Token:
    """A piece of running text: `kind` is `words`, `italic`, `note` or that of a mark."""

    kind: str
    text: str
    key: str = ""


def tokens(text: str) -> Iterator[Token]:
    """The pieces of running text in order."""
    place = 0
    for match in MARK.finditer(text):
        if match.start() > place:
            yield Token("words", text[place : match.start()])
        yield _token(match)
        place = match.end()
    if place < len(text):
        yield Token("words", text[place:])


def _token(match: re.Match[str]) -> Token:
    if match["note"]:
        return Token("note", "", match["note"])
    if match["kind"]:
        return Token(match["kind"], match["text"], match["key"])
    return Token("italic", match["italic"])


# Front matter


@dataclass(frozen=True)
class Author:
    """An author; `affiliations` are positions in the manuscript's."""

    given: str
    surname: str
    affiliations: tuple[int, ...]
    orcid: str = ""
    email: str = ""
    is_corresponding: bool = False
    roles: tuple[str, ...] = ()
    """Of CRediT: https://credit.niso.org."""


@dataclass(frozen=True)
class Title:
    """A title with its subtitle in a language."""

    language: str
    text: str
    subtitle: str = ""


@dataclass(frozen=True)
class Abstract:
    """An abstract in a language with its keywords."""

    language: str
    heading: str
    paragraphs: tuple[str, ...]
    keywords_label: str
    keywords: tuple[str, ...]


@dataclass(frozen=True)
class Event:
    """A date of the article's history: its kind, `YYYY-MM-DD`, and the words of the manuscript."""

    kind: str
    iso: str
    label: str
    printed: str


@dataclass(frozen=True)
class Declaration:
    """What the authors declare: funding, conflict, contributions, data-availability, ethics, acknowledgements."""

    kind: str
    heading: str
    text: str


# The body


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text."""

    text: str


@dataclass(frozen=True)
class Quotation:
    """A quotation set apart."""

    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Epigraph:
    """A saying above the text, with its author."""

    text: str
    attribution: str


@dataclass(frozen=True)
class Verse:
    """Lines of a poem."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Item:
    """An item of a list, with the list below it."""

    text: str
    inner: "Listing | None" = None


@dataclass(frozen=True)
class Listing:
    """A list; `kind` is a value of `list/@list-type`."""

    kind: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Cell:
    """A cell with what it spans."""

    text: str
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True)
class Table:
    """A table; `head` counts its header rows."""

    key: str
    label: str
    caption: str
    rows: tuple[tuple[Cell, ...], ...]
    head: int = 1
    source: str = ""
    note: str = ""


@dataclass(frozen=True)
class Figure:
    """A picture with its label."""

    key: str
    label: str
    caption: str
    source: str = ""
    alt: str = ""


@dataclass(frozen=True)
class Formula:
    """A formula on a line of its own; `name` is that of its OMML, `label` its number if any."""

    key: str
    name: str
    label: str = ""


@dataclass(frozen=True)
class Columns:
    """Paragraphs side by side in a table without lines, which is no table."""

    texts: tuple[str, str]


@dataclass(frozen=True)
class Section:
    """A section with its number, if any; level 1 is the highest."""

    title: str
    blocks: "tuple[Block, ...]"
    label: str = ""
    level: int = 1


Block: TypeAlias = Paragraph | Quotation | Epigraph | Verse | Listing | Table | Figure | Formula | Columns | Section


@dataclass(frozen=True)
class Note:
    """A note; `label` is its printed mark."""

    number: int
    label: str
    paragraphs: tuple[str, ...]
    is_endnote: bool = False


@dataclass(frozen=True)
class Reference:
    """An entry of the list of references with what a citation manager knows of it."""

    text: str
    surname: str
    given: str
    year: str
    title: str


@dataclass(frozen=True)
class Manuscript:
    """An article, whole."""

    language: str
    titles: tuple[Title, ...]
    """The article's own, then its translations."""
    authors: tuple[Author, ...]
    affiliations: tuple[str, ...]
    events: tuple[Event, ...]
    abstracts: tuple[Abstract, ...]
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    declarations: tuple[Declaration, ...]
    references_heading: str
    references: tuple[Reference, ...]
    journal: str = ""


def iter_blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """All blocks in reading order, a section before what is in it."""
    for block in blocks:
        yield block
        if isinstance(block, Section):
            yield from iter_blocks(block.blocks)
