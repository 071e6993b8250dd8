"""The text of an article while its structure is read: blocks, what has left them, what is uncertain."""

from dataclasses import dataclass, field, replace

from ..article.blocks import Block, Heading, Paragraph
from ..article.ledger import Departure, Entry
from ..article.prose import Prose
from ..article.source import Source
from ..findings import Finding, finding
from ..lexicon import label_of
from .enumeration import unnumbered


@dataclass(frozen=True)
class Text:
    """The blocks between head and end matter; each pass takes one and gives one back."""

    blocks: tuple[Block, ...]
    source: Source = field(default_factory=lambda: Source("", ""))
    language: str = ""
    is_extracted: bool = False
    ledger: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def end(self) -> int:
        """Where the references begin: there a line is no heading by its look."""
        for place in reversed(range(len(self.blocks))):
            block = self.blocks[place]
            found = label_of(unnumbered(block.prose.text)) if isinstance(block, Heading | Paragraph) else None
            if found and found.kind == "references":
                return place
        return len(self.blocks)

    def departing(self, departure: Departure, prose: Prose, reason: str) -> "Text":
        """With `prose` in the ledger; the caller has taken it out of the blocks."""
        return self if not prose else replace(self, ledger=(*self.ledger, Entry(departure, prose, reason)))

    def noting(self, code: str, prose: Prose) -> "Text":
        """With a finding on `prose`."""
        noted = finding(code, self.source.place(prose.at), quote=prose.text.strip()[:80])
        return replace(self, findings=(*self.findings, noted))
