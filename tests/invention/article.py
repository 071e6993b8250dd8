"""What a clean article is made of.

Running text is a string with two marks of ours: `⟪…⟫` around words in italics, `⟦12⟧` where note 12 is called. Spaces
that no line end may replace are U+00A0.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

CALL = re.compile(r"⟦(\d+)⟧")
ITALIC = re.compile(r"⟪(.*?)⟫")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text."""

    text: str


@dataclass(frozen=True)
class Quotation:
    """A quotation set apart, of one paragraph."""

    text: str


@dataclass(frozen=True)
class Listing:
    """A list; `ordered` ones are numbered from 1."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Section:
    """A section with its printed number, if any; level 1 is the highest."""

    title: str
    blocks: "tuple[Block, ...]"
    label: str = ""
    level: int = 1


Block: TypeAlias = Paragraph | Quotation | Listing | Section


@dataclass(frozen=True)
class Note:
    """A footnote."""

    number: int
    text: str


@dataclass(frozen=True)
class Abstract:
    """An abstract with its heading and its line of keywords."""

    heading: str
    text: str
    keywords_label: str
    keywords: tuple[str, ...]


@dataclass(frozen=True)
class Article:
    """An article as its author wrote it."""

    language: str
    title: str
    authors: tuple[str, ...]
    affiliation: str
    abstracts: tuple[Abstract, ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    references_heading: str = ""
    references: tuple[str, ...] = ()
    journal: str = ""
    vocabulary: frozenset[str] = field(default=frozenset(), compare=False)
    """Words of the language, in small letters: what is none of them cannot be taken for a word."""

    @property
    def is_numbered(self) -> bool:
        """Whether numbers tell how the sections stand to each other."""
        return any(section.label for section in iter_sections(self.sections))

    @property
    def is_flat(self) -> bool:
        """Whether all sections are of one level."""
        return all(section.level == 1 for section in iter_sections(self.sections))


def iter_sections(blocks: tuple[Block, ...]) -> Iterator[Section]:
    """All sections in reading order."""
    for block in blocks:
        if isinstance(block, Section):
            yield block
            yield from iter_sections(block.blocks)


def iter_blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """All blocks in reading order, a section before what is in it."""
    for block in blocks:
        yield block
        if isinstance(block, Section):
            yield from iter_blocks(block.blocks)


def iter_texts(article: Article) -> Iterator[str]:
    """All running text of an article in the order in which a reader meets it, notes after the body."""
    yield from (abstract.text for abstract in article.abstracts)
    for block in iter_blocks(article.sections):
        match block:
            case Paragraph(text) | Quotation(text):
                yield text
            case Listing(items):
                yield from items
            case Section(title):
                yield title
    yield from (note.text for note in article.notes)
    yield from article.references


def plain(text: str) -> str:
    """`text` without call-outs and marks of italics."""
    return CALL.sub("", text).replace("⟪", "").replace("⟫", "")
