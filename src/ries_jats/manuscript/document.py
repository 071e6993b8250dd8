"""A manuscript as read: blocks and notes with their source, and what has left the text so far."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ..article.blocks import Block, Note
from ..article.given import FieldCitation
from ..article.ledger import Departure, Entry
from ..article.prose import Prose
from ..article.source import Source
from ..article.walk import map_prose
from ..findings import Finding


@dataclass(frozen=True)
class Document:
    """The manuscript on its way to an article.

    Fields of the file (a YAML header, `author` of TeX, Word's title) stand at the head of `blocks` as paragraphs
    with the
    style of their name, so that the recognisers see one text.
    """

    source: Source
    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    language: str = ""
    """What the file says its language is, as a BCP 47 tag."""
    is_extracted: bool = False
    """Whether the text was extracted from a PDF, so that levels of headings and line ends are chance."""
    page_ends: tuple[int, ...] = ()
    """Offsets in the source at which pages end, in order: form feeds, and the page numbers that repair took out."""
    citations: tuple[FieldCitation, ...] = ()
    """What citation managers left in the file."""
    lists: tuple[tuple[int, int], ...] = ()
    """Where they put the list of references: its first and last offset."""
    media: dict[str, bytes] = field(default_factory=dict)
    ledger: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()

    def page(self, at: int | None) -> int:
        """The number of the page, from 0, on which the character at offset `at` stands."""
        return bisect_right(self.page_ends, at or 0)

    def mapped(self, change: Callable[[Prose], Prose]) -> "Document":
        """With all its running text changed, in blocks and notes; code and formulas stay as they are."""
        blocks = tuple(map_prose(block, change, words_only=True) for block in self.blocks)
        notes = tuple(
            replace(note, blocks=tuple(map_prose(block, change, words_only=True) for block in note.blocks))
            for note in self.notes
        )
        return replace(self, blocks=blocks, notes=notes)

    def departing(self, departure: Departure, prose: Prose, reason: str) -> "Document":
        """With `prose` in the ledger; the caller has taken it out of the text."""
        return self if not prose else replace(self, ledger=(*self.ledger, Entry(departure, prose, reason)))

    def noting(self, *findings: Finding) -> "Document":
        """With more findings."""
        return replace(self, findings=(*self.findings, *findings))
