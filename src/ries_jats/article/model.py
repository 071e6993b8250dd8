"""The article."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ..findings import Finding
from .blocks import Block, Note
from .front import Front
from .ledger import Entry
from .prose import Prose
from .references import ParsedReference
from .works import Work


@dataclass(frozen=True)
class Reference:
    """An entry of the reference list: its printed number and its words, and what was understood of them.

    `parsed` is of the very words of `text`; `work` is what it says, and what a person or a look-up knows beyond that;
    `key` is what citations point to.
    """

    text: Prose
    label: Prose = Prose()
    parsed: ParsedReference | None = None
    work: Work | None = None
    key: str = ""


@dataclass(frozen=True)
class ReferenceList:
    """A list of references with its heading; `parts` are lists under sub-headings."""

    title: Prose
    references: tuple[Reference, ...]
    parts: "tuple[ReferenceList, ...]" = ()

    def all(self) -> Iterator[Reference]:
        """The references, those of the parts after its own."""
        yield from self.references
        for part in self.parts:
            yield from part.all()

    def changed(self, change: Callable[[Reference], Reference]) -> "ReferenceList":
        """The list with every reference changed, those of the parts too."""
        own = tuple(change(each) for each in self.references)
        return replace(self, references=own, parts=tuple(part.changed(change) for part in self.parts))


@dataclass(frozen=True)
class Article:
    """An article, whole, with what was noticed while it was recognised."""

    front: Front
    body: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    reference_lists: tuple[ReferenceList, ...] = ()
    noted: tuple[Reference, ...] = ()
    """The references that the notes print, marked there as citations, in their order."""
    unlisted: tuple[Work, ...] = ()
    """The works that a citation manager says are cited, and that no entry prints."""
    appendices: tuple[Block, ...] = ()
    ledger: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()

    @classmethod
    def empty(cls) -> "Article":
        """An article of which nothing is known: its manuscript could not be read."""
        return cls(Front())
