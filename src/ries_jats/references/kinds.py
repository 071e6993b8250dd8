"""What kind of work a reference is of, by its segments and their words."""

from collections.abc import Iterable

from ..article.references import PublicationType
from .labels import Label
from .reading import Reading, Segment

Known = dict[Label, set[str]]
_HOLDERS = (Label.JOURNAL, Label.CONTAINER_TITLE)


def known_of(reading: Reading, segments: Iterable[Segment]) -> Known:
    """For each label, what the words under it are known as."""
    known: Known = {}
    for segment in segments:
        known.setdefault(segment.label, set()).update(reading.known(segment))
    return known


def publication_type(known: Known, elements: set[str]) -> PublicationType:
    """The kind of a work: `elements` are those of its parts."""
    said = known.get(Label.GENRE, set()) | known.get(Label.NOTE, set()) | known.get(Label.MEDIUM, set())
    if "thesis" in said or "thesis" in known.get(Label.PUBLISHER, set()):
        return PublicationType.THESIS
    if Label.JOURNAL in known:
        return _of_journal(known[Label.JOURNAL], said, elements)
    if Label.CONTAINER_TITLE in known:
        return _of_container(known, elements)
    return _of_whole(known, said, elements)


def _of_journal(journal: set[str], said: set[str], elements: set[str]) -> PublicationType:
    if "working-paper" in journal | said:
        return PublicationType.WORKING_PAPER
    is_dated = "day" in elements and not {"volume", "issue"} & elements
    if "newspaper" in journal or is_dated:
        return PublicationType.NEWSPAPER
    return PublicationType.JOURNAL


def _of_container(known: Known, elements: set[str]) -> PublicationType:
    container = known[Label.CONTAINER_TITLE]
    if "working-paper" in container:
        return PublicationType.WORKING_PAPER
    if "conference" in container:
        return PublicationType.CONFERENCE
    is_book = {Label.PUBLISHER, Label.LOCATION, Label.EDITOR} & set(known)
    if not is_book and "newspaper" in container:
        return PublicationType.NEWSPAPER
    if not is_book and {"volume", "issue"} & elements:
        return PublicationType.JOURNAL
    if not is_book and "ext-link" in elements and "fpage" not in elements:
        return PublicationType.WEB
    return PublicationType.CHAPTER


def _of_whole(known: Known, said: set[str], elements: set[str]) -> PublicationType:
    title = known.get(Label.TITLE, set())
    if "working-paper" in said:
        return PublicationType.WORKING_PAPER
    if "report" in said:
        return PublicationType.REPORT
    if "conference" in said:
        return PublicationType.CONFERENCE
    if "law" in title | said and Label.AUTHOR not in known and Label.PUBLISHER not in known:
        return PublicationType.LEGISLATION
    is_book = {Label.PUBLISHER, Label.LOCATION, Label.EDITION, Label.EDITOR, Label.COLLECTION_TITLE} & set(known)
    if "ext-link" in elements and not is_book:
        return PublicationType.WEB
    if "again" in said or (not is_book and not {"year", "size", "volume"} & elements):
        return PublicationType.OTHER
    return PublicationType.BOOK if Label.TITLE in known else PublicationType.OTHER
