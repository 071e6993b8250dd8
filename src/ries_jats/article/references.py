"""References: the printed words, and what stands where in them.

A parsed reference is its string and the places of its parts in it, never other words: whatever writes it, as JATS,
CSL-JSON or BibTeX, cuts the printed string.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class PublicationType(StrEnum):
    """What kind of work is referred to; the values are those of `mixed-citation/@publication-type`:
    https://jats.nlm.nih.gov/publishing/tag-library/1.3/attribute/publication-type.html.
    """

    JOURNAL = "journal"
    BOOK = "book"
    CHAPTER = "chapter"
    THESIS = "thesis"
    CONFERENCE = "confproc"
    REPORT = "report"
    WORKING_PAPER = "working-paper"
    WEB = "webpage"
    NEWSPAPER = "newspaper"
    LEGISLATION = "legal-doc"
    DATA = "data"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Part:
    """The characters of a reference from `start` to `stop`, and the JATS element that says what they are.

    `attributes` are those of the element, by name: `person-group-type`, `pub-id-type`, `iso-8601-date`, `xml:lang`.
    """

    start: int
    stop: int
    element: str
    attributes: tuple[tuple[str, str], ...] = ()

    def holds(self, other: "Part") -> bool:
        """Whether `other` lies inside."""
        return self.start <= other.start and other.stop <= self.stop and self != other

    def attribute(self, name: str) -> str:
        """The value of an attribute, empty when it has none."""
        return dict(self.attributes).get(name, "")


@dataclass(frozen=True)
class ParsedReference:
    """A reference as printed, its parts (outer before inner, in the order of the text, never crossing), and its kind.

    `certainty` is the least probability, from 0 to 1, that the model gives to any part which is kept.
    """

    text: str
    parts: tuple[Part, ...] = ()
    publication_type: PublicationType = PublicationType.OTHER
    certainty: float = 1.0

    def words(self, part: Part) -> str:
        """The printed words of a part."""
        return self.text[part.start : part.stop]

    def all(self, element: str, within: Part | None = None) -> Iterator[Part]:
        """The parts that are this element, in order; only those inside `within`."""
        for part in self.parts:
            if part.element == element and (within is None or within.holds(part)):
                yield part

    def first(self, element: str) -> str:
        """The words of the first part that is this element, empty when there is none."""
        return next((self.words(part) for part in self.all(element)), "")

    def group(self, person_group_type: str) -> Iterator[Part]:
        """The names (`string-name`, `collab`) in the person groups of this type: `author`, `editor`, `translator`."""
        for group in self.all("person-group"):
            if group.attribute("person-group-type") == person_group_type:
                for part in self.parts:
                    if part.element in ("string-name", "collab") and group.holds(part):
                        yield part
