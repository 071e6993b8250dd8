"""The ledger: every word that left the text on purpose, and why."""

from dataclasses import dataclass
from enum import StrEnum

from .prose import Prose


class Departure(StrEnum):
    """Why words left: a closed list."""

    PAGE_FURNITURE = "page furniture"
    RUNNING_HEAD = "running head"
    PAGE_NUMBER = "page number"
    STRAY_MARK = "stray mark"
    MARKUP_RESIDUE = "markup residue"
    DUPLICATE = "duplicate"
    RECASED_FORM = "recased form"
    MASTHEAD = "contents and masthead"
    HIDDEN_TEXT = "hidden text"
    FIELD_LABEL = "field label"
    """A word that only named or joined fields and is said by an element now: `Received`, `Par`, `et` between authors.
    """
    MOVED = "moved line"
    """A line that extraction set adrift and repair has put back in its place: it is in the text, elsewhere."""
    CORRECTED = "corrected by sidecar"


@dataclass(frozen=True)
class Entry:
    """Words that left, as printed, with their addresses."""

    departure: Departure
    prose: Prose
    reason: str
