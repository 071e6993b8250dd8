"""Works that citation managers left in the manuscript, matched with the entries that it prints."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from rapidfuzz import fuzz

from ..article.model import Reference
from ..article.works import Work
from .blended import blended
from .dois import comparable_doi
from .same import Comparable, plain
from .settled import Bibliography, understood

LIKE = 86
"""How well a title must stand in a printed entry, of 100."""
SHORTEST_TITLE = 6
"""Letters of a title that tells a work."""
OF_TITLE, OF_AUTHOR, OF_YEAR, OF_PLACE = 50, 25, 15, 15
"""What title, first author, year, and volume or pages together count towards a match."""
ENOUGH = 60
"""A title with author or year; or author and year with the place in a journal."""
OF_GIVEN, OF_HOLDER = 3, 2
"""What tells apart two entries that match alike: the given names, the journal or publisher."""
DOI = 200


@dataclass(frozen=True)
class Given:
    """The references with the works given for them, and those of no entry."""

    bibliography: Bibliography
    places: Mapping[Work, int] = field(default_factory=dict)
    """For each given work that has an entry its place in the lists."""
    unlisted: tuple[Work, ...] = ()


def with_given(bibliography: Bibliography, works: Iterable[Work]) -> Given:
    """The entries of the lists as the given works say, wherever one of them is meant."""
    works = tuple(dict.fromkeys(works))
    if not works:
        return Given(bibliography)
    printed = list(understood(bibliography).listed())
    places = matched(works, [_Entry(each.text.text) for each in printed])
    by_place = {place: work for work, place in reversed(places.items())}
    pairs = enumerate(zip(bibliography.listed(), printed, strict=True))
    changed = iter([blended(each, by_place[at]) if at in by_place else own for at, (own, each) in pairs])
    lists = tuple(each.changed(lambda _: next(changed)) for each in bibliography.lists)
    unlisted = tuple(work for work in works if work not in places)
    return Given(replace(bibliography, lists=lists), places, unlisted)


def best_entry(works: Sequence[Work], printed: Reference) -> Work | None:
    """Which of the works a printed reference is of."""
    return next(iter(matched(works, [_Entry(printed.text.text)])), None)


def matched(works: Sequence[Work], entries: Sequence["_Entry"]) -> dict[Work, int]:
    """For each work the place of its entry: the best pairs first, and no entry for two works that differ."""
    scores = [
        (score, -number, -place)
        for number, work in enumerate(map(_Sought, works))
        for place, entry in enumerate(entries)
        if (score := work.score(entry)) >= ENOUGH
    ]
    places: dict[Work, int] = {}
    taken: dict[int, Comparable] = {}
    for _, number, place in sorted(scores, reverse=True):
        work, entry = works[-number], -place
        if work not in places and (entry not in taken or taken[entry].is_same(Comparable(work))):
            places[work] = entry
            taken.setdefault(entry, Comparable(work))
    return places


@dataclass(frozen=True)
class _Entry:
    """A printed entry and what is compared of it."""

    text: str

    @cached_property
    def plain(self) -> str:
        return plain(self.text)

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(self.plain.split())

    @cached_property
    def compact(self) -> str:
        return "".join(self.text.split()).casefold()


class _Sought:
    """A given work and what is looked for of it."""

    def __init__(self, work: Work) -> None:
        self._doi = comparable_doi(work.doi)
        self._title = plain(work.title)
        self._author = frozenset(Comparable(work).author.split()) if work.people else frozenset[str]()
        self._given = frozenset(plain(" ".join(person.given for _, person in work.people[:1])).split())
        self._holder = plain(work.container_title or work.publisher)
        self._year = work.issued.year[:4]
        self._place = [each for each in (work.volume, work.page.partition("-")[0].strip()) if each]

    def score(self, entry: _Entry) -> float:
        """How well an entry is of the work; 0 where nothing tells."""
        if self._doi and self._doi in entry.compact:
            return DOI
        has_author = bool(self._author) and self._author <= entry.words
        has_year = bool(self._year) and self._year in entry.text
        if not has_author and not has_year:
            return 0
        details = OF_GIVEN * bool(self._given & entry.words) + OF_HOLDER * (self._holder in entry.plain)
        is_placed = len(self._place) > 1 and all(each in entry.words for each in map(str.casefold, self._place))
        told = self._of_title(entry) + OF_AUTHOR * has_author + OF_YEAR * has_year + OF_PLACE * is_placed
        return told + details if told >= ENOUGH else 0

    def _of_title(self, entry: _Entry) -> float:
        if len(self._title) < SHORTEST_TITLE:
            return OF_TITLE * 0.9 if self._title and self._title in entry.plain else 0
        likeness = fuzz.partial_ratio(self._title, entry.plain, score_cutoff=LIKE)
        return OF_TITLE * likeness / 100 if len(self._title) <= len(entry.plain) else 0
