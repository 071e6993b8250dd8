"""All references of an article, each with the work that it refers to."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ..article.model import Reference, ReferenceList
from ..article.references import ParsedReference
from ..article.works import Work
from .bibtex import bibtex
from .csl import NOTED, UNLISTED, csl_json
from .keys import keyed
from .printed import work_after


@dataclass(frozen=True)
class Bibliography:
    """The references of an article: its lists, and those that only its notes print."""

    lists: tuple[ReferenceList, ...] = ()
    noted: tuple[Reference, ...] = ()
    unlisted: tuple[Work, ...] = ()
    """Works that a citation manager says are cited, and that no entry prints."""

    def listed(self) -> Iterator[Reference]:
        """The references of the lists, in order."""
        for each in self.lists:
            yield from each.all()

    def all(self) -> Iterator[Reference]:
        """Those of the lists, then those of the notes."""
        yield from self.listed()
        yield from self.noted

    def changed(self, change: Callable[[Reference], Reference]) -> "Bibliography":
        """With every reference changed, in the order of `all`."""
        lists = tuple(each.changed(change) for each in self.lists)
        return replace(self, lists=lists, noted=tuple(change(each) for each in self.noted))

    def works(self) -> tuple[Work, ...]:
        """The works of all references that have one, in order, then those of no entry."""
        return (*(each.work for each in self.all() if each.work), *self.unlisted)


def understood(bibliography: Bibliography) -> Bibliography:
    """With the works that the references themselves say, where nobody knows better."""
    lists = tuple(each.changed(_Reading().reference) for each in bibliography.lists)
    return replace(bibliography, lists=lists, noted=tuple(_Reading().reference(each) for each in bibliography.noted))


class _Reading:
    """Reads one list; each entry may lean on the one before."""

    def __init__(self) -> None:
        self._before: Work | None = None

    def reference(self, reference: Reference) -> Reference:
        parsed = reference.parsed or ParsedReference(reference.text.text)
        self._before = reference.work or work_after(parsed, self._before)
        return replace(reference, work=self._before)


def references_files(bibliography: Bibliography) -> dict[str, bytes]:
    """The files beside `article.xml`, by their names: the works as CSL-JSON and as BibTeX; none without references."""
    by_key = keyed(bibliography.works())
    if not by_key:
        return {}
    works = list(by_key.items())
    ends = [sum(1 for each in part if each.work) for part in (bibliography.listed(), bibliography.all())]
    listed, noted, unlisted = dict(works[: ends[0]]), dict(works[ends[0] : ends[1]]), dict(works[ends[1] :])
    apart = {NOTED: noted, UNLISTED: unlisted}
    return {"references.json": csl_json(listed, apart), "references.bib": bibtex(listed, apart)}
