"""The article."""

from dataclasses import dataclass

from ..findings import Finding
from .blocks import Block, Note
from .front import Front
from .ledger import Entry
from .prose import Prose


@dataclass(frozen=True)
class Reference:
    """An entry of the reference list: its printed number and its words; `key` is what citations point to."""

    text: Prose
    label: Prose = Prose()
    key: str = ""


@dataclass(frozen=True)
class ReferenceList:
    """A list of references with its heading; `parts` are lists under sub-headings."""

    title: Prose
    references: tuple[Reference, ...]
    parts: "tuple[ReferenceList, ...]" = ()


@dataclass(frozen=True)
class Article:
    """An article, whole, with what was noticed while it was recognised."""

    front: Front
    body: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    reference_lists: tuple[ReferenceList, ...] = ()
    appendices: tuple[Block, ...] = ()
    ledger: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()

    @classmethod
    def empty(cls) -> "Article":
        """An article of which nothing is known: its manuscript could not be read."""
        return cls(Front())
