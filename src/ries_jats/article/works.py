"""Works that references refer to, with values and no longer places in a string.

The fields are the variables of CSL, which is also the form in which a person corrects them:
https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables.
"""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person did for a work; the values are the names of CSL."""

    AUTHOR = "author"
    EDITOR = "editor"
    TRANSLATOR = "translator"
    DIRECTOR = "director"
    COMPILER = "compiler"
    PRODUCER = "producer"
    CONTAINER_AUTHOR = "container-author"


class WorkOrigin(StrEnum):
    """Who says what a work is."""

    PRINTED = "printed"
    CORRECTED = "corrected"
    GIVEN = "citation-manager"


@dataclass(frozen=True, slots=True)
class Person:
    """A name in its parts, or in `literal` as a whole: an institution, a name that cannot be parted."""

    family: str = ""
    given: str = ""
    non_dropping_particle: str = ""
    dropping_particle: str = ""
    suffix: str = ""
    literal: str = ""
    is_group: bool = False
    """Whether a literal name is that of an institution and not a person's that could not be parted."""

    @property
    def surname(self) -> str:
        """The family name as it is cited."""
        return f"{self.non_dropping_particle} {self.family}".strip() if self.family else self.literal


@dataclass(frozen=True, slots=True)
class WorkDate:
    """One date or the two ends of a range, each as year, month, day as far as known; else `literal`, as printed."""

    parts: tuple[tuple[int, ...], ...] = ()
    literal: str = ""

    def __bool__(self) -> bool:
        return bool(self.parts or self.literal)

    @property
    def year(self) -> str:
        """The year in four figures, or what stands in its place; empty when there is nothing."""
        return f"{self.parts[0][0]:04d}" if self.parts and self.parts[0] else self.literal

    @property
    def years(self) -> str:
        """The year, or the first and the last with a dash between them."""
        years = dict.fromkeys(f"{part[0]:04d}" for part in self.parts if part)
        return "–".join(years) or self.literal


@dataclass(frozen=True)
class Work:
    """A work: `type` is a type of CSL, `raw` the printed string, `people` in their order."""

    raw: str
    type: str = "document"
    people: tuple[tuple[Role, Person], ...] = ()
    issued: WorkDate = WorkDate()
    accessed: WorkDate = WorkDate()
    title: str = ""
    container_title: str = ""
    collection_title: str = ""
    collection_number: str = ""
    edition: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    number: str = ""
    number_of_pages: str = ""
    publisher: str = ""
    publisher_place: str = ""
    event_title: str = ""
    event_place: str = ""
    genre: str = ""
    doi: str = ""
    url: str = ""
    isbn: str = ""
    issn: str = ""
    language: str = ""
    note: str = ""
    others: tuple[tuple[str, str], ...] = ()
    """Variables of CSL that a person gave and nothing here needs: their names and values, as JSON."""
    origin: WorkOrigin = WorkOrigin.PRINTED
    doi_origin: str = ""
    """Who knew the DOI when it is not printed: `crossref`."""
    key: str = ""
    """How a person calls it; others are called by what they say."""

    def all(self, role: Role) -> tuple[Person, ...]:
        """The people who did this for the work."""
        return tuple(person for each, person in self.people if each is role)
