"""What citation managers know, laid beside what the manuscript prints: entries, references in notes, citations."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..article.given import FieldCitation
from ..article.model import Article, Reference
from ..article.source import Source
from ..article.works import Work
from ..bibliography.blended import blended
from ..bibliography.given import Given, best_entry, with_given
from ..bibliography.settled import Bibliography, understood
from ..findings import Finding, finding
from .citations.given import GivenCitation

LONGEST_QUOTE = 80


def with_given_works(article: Article, citations: Sequence[FieldCitation]) -> tuple[Article, tuple[GivenCitation, ...]]:
    """The article with its entries as the managers know them, and which entries the words in the text cite."""
    works = (work for each in citations for work in each.works)
    given = with_given(Bibliography(article.reference_lists), works)
    article = replace(article, reference_lists=given.bibliography.lists, unlisted=given.unlisted)
    return article, tuple(_linked(citations, given))


def _linked(citations: Sequence[FieldCitation], given: Given) -> Iterator[GivenCitation]:
    """The citations of which an entry is known for every work; the words tell the rest."""
    for each in citations:
        places = tuple(dict.fromkeys(given.places[work] for work in each.works if work in given.places))
        if places and each.start < each.stop:
            yield GivenCitation(each.start, each.stop, places)


def with_noted_works(article: Article, citations: Sequence[FieldCitation], source: Source) -> Article:
    """With the works of no entry for the references that notes print in their fields, and findings on the others."""
    if not article.unlisted:
        return article
    unlisted = list(article.unlisted)
    noted = understood(Bibliography(noted=article.noted)).noted
    changed = []
    for own, printed in zip(article.noted, noted, strict=True):
        work = best_entry(_in_field(printed, citations, article.unlisted), printed)
        changed.append(replace(own, work=blended(printed, work).work) if work else own)
        unlisted = [each for each in unlisted if each != work]
    findings = _unprinted(article, unlisted, citations, source)
    return replace(article, noted=tuple(changed), unlisted=tuple(unlisted), findings=(*article.findings, *findings))


def _in_field(reference: Reference, citations: Sequence[FieldCitation], works: Sequence[Work]) -> list[Work]:
    """Which of the works the field cites in which the reference stands."""
    at, length = reference.text.at, len(reference.text.text)
    fields = [each for each in citations if at is not None and each.start < at + length and at < each.stop]
    return [work for each in fields for work in each.works if work in works]


def _unprinted(
    article: Article, works: Sequence[Work], citations: Sequence[FieldCitation], source: Source
) -> Iterator[Finding]:
    """One finding a work; one for all where no list is printed at all."""
    if works and not article.reference_lists:
        yield finding("citations-without-list", source.place(None), count=len(works))
        return
    for work in works:
        first = next(each for each in citations if work in each.works)
        people = ", ".join(person.surname for _, person in work.people[:1])
        quote = ", ".join(part for part in (people, work.title, work.issued.year) if part)
        yield finding("citation-without-entry", source.place(first.start or None), quote=quote[:LONGEST_QUOTE])
