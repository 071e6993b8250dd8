"""What kind of work a reference is of, by its segments and their words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..article.references import PublicationType
from .labels import Label
from .reading import Reading, Segment

Known = Mapping[Label, frozenset[str]]
"""For each label there is, what the words under it are known as."""
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Work:
    """What the kind of a work is told by: the labels with their words, the elements of its parts, its first words."""

    known: Known
    elements: frozenset[str]
    is_of_body: bool = False
    is_law: bool = False
    is_surely_law: bool = False
    is_inside: bool = False
    is_of_newspaper: bool = False

    def has(self, *labels: Label) -> bool:
        """Whether something has one of these labels."""
        return any(label in self.known for label in labels)

    @property
    def said(self) -> frozenset[str]:
        """What the words are known as that are neither names nor titles."""
        labels = (Label.GENRE, Label.NOTE, Label.MEDIUM)
        return _NOTHING.union(*(self.known.get(label, _NOTHING) for label in labels))

    @property
    def is_published(self) -> bool:
        """Whether somebody published it as a book."""
        return self.has(Label.PUBLISHER, Label.LOCATION)


def known_of(reading: Reading, segments: Iterable[Segment]) -> Known:
    """For each label, what the words under it are known as."""
    known: dict[Label, frozenset[str]] = {}
    for segment in segments:
        known[segment.label] = known.get(segment.label, _NOTHING) | reading.known(segment)
    return known


def publication_type(work: Work) -> PublicationType:
    """The kind of a work."""
    if "thesis" in work.said or "thesis" in work.known.get(Label.PUBLISHER, _NOTHING):
        return PublicationType.THESIS
    is_of_person = work.has(Label.AUTHOR, Label.EDITOR) and not work.is_of_body
    if (work.is_surely_law and not is_of_person) or (work.is_law and not work.has(Label.AUTHOR, Label.PUBLISHER)):
        return PublicationType.LEGISLATION
    if work.is_of_newspaper and "day" in work.elements:
        return PublicationType.NEWSPAPER
    if work.has(Label.JOURNAL):
        return _of_journal(work)
    if work.has(Label.CONTAINER_TITLE) and work.has(Label.TITLE):
        return _of_container(work)
    return _of_whole(work)


def _of_journal(work: Work) -> PublicationType:
    journal = work.known[Label.JOURNAL]
    if "working-paper" in journal | work.said:
        return PublicationType.WORKING_PAPER
    if "newspaper" in journal and "volume" not in work.elements:
        return PublicationType.NEWSPAPER
    if work.has(Label.TITLE) and _is_volume_of_book(work):
        return PublicationType.CHAPTER
    if {"volume", "issue", "pub-id"} & work.elements:
        return PublicationType.JOURNAL
    if "ext-link" in work.elements and "fpage" not in work.elements and "journal" not in journal:
        return PublicationType.WEB
    return PublicationType.NEWSPAPER if "day" in work.elements else PublicationType.JOURNAL


def _is_volume_of_book(work: Work) -> bool:
    """Whether what holds the work has a publisher with a place, a volume and no issue, and is called no journal."""
    is_issued = {"issue", "fpage", "page-range"} & work.elements
    is_published = work.has(Label.PUBLISHER) and work.has(Label.LOCATION)
    return is_published and not is_issued and "journal" not in work.known[Label.JOURNAL]


def _of_container(work: Work) -> PublicationType:
    container = work.known[Label.CONTAINER_TITLE]
    if "working-paper" in container | work.said:
        return PublicationType.WORKING_PAPER
    if "newspaper" in container and "day" in work.elements:
        return PublicationType.NEWSPAPER
    if "journal" in container and {"volume", "issue"} & work.elements and not work.is_published:
        return PublicationType.JOURNAL
    if "conference" in container | work.said:
        return PublicationType.CONFERENCE
    if work.is_published or work.has(Label.EDITOR):
        return PublicationType.CHAPTER
    if "newspaper" in container:
        return PublicationType.NEWSPAPER
    if {"volume", "issue"} & work.elements:
        return PublicationType.JOURNAL
    if "ext-link" in work.elements and "fpage" not in work.elements:
        return PublicationType.WEB
    return PublicationType.CHAPTER


def _of_whole(work: Work) -> PublicationType:
    for kind, word in _SAID:
        if word in work.said:
            return kind
    is_book = work.is_published or work.has(Label.EDITION, Label.EDITOR, Label.COLLECTION_TITLE)
    if "ext-link" in work.elements and not work.is_published:
        return PublicationType.WEB
    if work.is_inside:
        return PublicationType.CHAPTER
    if "again" in work.said or not work.has(Label.TITLE, Label.CONTAINER_TITLE):
        return PublicationType.OTHER
    if not is_book and not {"year", "size", "volume"} & work.elements:
        return PublicationType.OTHER
    is_called_report = "report" in work.known.get(Label.TITLE, _NOTHING)
    is_report = work.is_of_body and (is_called_report or "body" in work.known.get(Label.PUBLISHER, {"body"}))
    return PublicationType.REPORT if is_report else PublicationType.BOOK


_SAID = (
    (PublicationType.WORKING_PAPER, "working-paper"),
    (PublicationType.REPORT, "report"),
    (PublicationType.CONFERENCE, "conference"),
)
