"""DOIs that a registry knows and the reference does not print: taken over only when title, author and year agree."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from ..article.model import Reference
from ..article.works import Role, Work
from ..findings import Finding, Place, finding
from .same import ALIKE, plain
from .settled import Bibliography

SHORTEST_TITLE = 12
"""Letters of a title that is no chance; shorter ones need the same container."""
CLOSE = 85
"""How like each other two names of a container are, of 100."""
WHOLE = frozenset({"book", "thesis", "report"})
"""Types of CSL that no article and no chapter is, though it may have the same title and author."""


@dataclass(frozen=True)
class Candidate:
    """What a registry has under a DOI; `titles` with and without subtitle, `years` of print and online publication."""

    doi: str
    titles: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    years: frozenset[int] = frozenset()
    containers: tuple[str, ...] = ()
    is_part: bool = False
    """Whether it stands in something else: an article, a chapter."""
    is_whole: bool = False


class LookUpFailure(Exception):
    """The registry did not answer, or not as it should."""


@dataclass(frozen=True)
class Registry:
    """A registry by its name, and how it is asked for what may be a printed string."""

    name: str
    candidates: Callable[[str], Sequence[Candidate]]


def resolved(bibliography: Bibliography, registry: Registry) -> tuple[Bibliography, tuple[Finding, ...]]:
    """The references with the DOIs that the registry has for their works; it is not asked again once it has failed."""
    search = _Search(registry)
    return bibliography.changed(search.reference), tuple(search.findings())


class _Search:
    """Asks for one reference after the other."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._reason = ""
        self._unasked = 0

    def reference(self, reference: Reference) -> Reference:
        """The reference with its DOI, if it has none and the registry one that agrees."""
        work = reference.work
        if work is None or not _may_be_asked(work):
            return reference
        if self._reason:
            self._unasked += 1
            return reference
        try:
            found = agreeing(work, self._registry.candidates(work.raw))
        except LookUpFailure as error:
            self._reason = str(error)
            self._unasked += 1
            return reference
        return replace(reference, work=replace(work, doi=found, doi_origin=self._registry.name)) if found else reference

    def findings(self) -> Iterator[Finding]:
        """That the registry failed."""
        if self._reason:
            yield finding("look-up-failed", Place(), self._registry.name, reason=self._reason, count=self._unasked)


def _may_be_asked(work: Work) -> bool:
    """Whether all is known that must agree."""
    return not work.doi and bool(work.title and _surnames(work) and work.issued.parts)


def agreeing(work: Work, candidates: Sequence[Candidate]) -> str:
    """The DOI of the only candidate that is the work, empty when there is none, or when two are."""
    dois = {each.doi.casefold(): each.doi for each in reversed(candidates) if _is_work(work, each)}
    return next(iter(dois.values())) if len(dois) == 1 else ""


def _is_work(work: Work, candidate: Candidate) -> bool:
    has_year = work.issued.parts[0][0] in candidate.years
    known = {plain(surname) for surname in candidate.surnames}
    has_authors = all(surname in known for surname in _surnames(work))
    is_other = candidate.is_part if work.type in WHOLE else candidate.is_whole and bool(work.container_title)
    return has_year and has_authors and not is_other and _has_title(work, candidate)


def _has_title(work: Work, candidate: Candidate) -> bool:
    title = plain(work.title)
    if not any(fuzz.ratio(title, plain(each)) >= ALIKE for each in candidate.titles):
        return False
    container = plain(work.container_title)
    return len(title) >= SHORTEST_TITLE or any(
        fuzz.ratio(container, plain(each)) >= CLOSE for each in candidate.containers
    )


def _surnames(work: Work) -> list[str]:
    """Of the authors, or of the editors where there are none."""
    people = work.all(Role.AUTHOR) or work.all(Role.EDITOR) or work.all(Role.DIRECTOR)
    return [plain(person.surname) for person in people]
