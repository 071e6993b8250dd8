"""Whether two references are of one work."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from ..article.works import Role, Work
from ..lexicon import fold
from .dois import comparable_doi

ALIKE = 93
"""How like each other two titles are, of 100, that differ by a misprint."""
SHORTEST_TITLE = 8
"""Letters of a title from which two alike are no chance."""
SUBTITLE = re.compile(r"\s*[:.?!–—]\s+")
NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")


@dataclass(frozen=True)
class Comparable:
    """A work and what is compared of it."""

    work: Work

    @cached_property
    def words(self) -> str:
        """All printed words."""
        return " ".join(re.findall(r"\w+", fold(self.work.raw)))

    @cached_property
    def author(self) -> str:
        """The first author or editor, by surname."""
        return next((fold(person.surname) for role in Role for person in self.work.all(role)), "")

    @cached_property
    def titles(self) -> tuple[str, str]:
        """The whole title, and what stands before a subtitle."""
        title = self.work.title.strip(" .«»“”\"'")
        return plain(title), plain(SUBTITLE.split(title, maxsplit=1)[0])

    def is_same(self, other: "Comparable") -> bool:
        """Whether both are of one work: the same words or DOI, or author, year and title, and nothing against it."""
        if self.words == other.words:
            return bool(self.words)
        one, two = comparable_doi(self.work.doi), comparable_doi(other.work.doi)
        if one and two:
            return one == two
        return self._has_same_author(other) and self._has_same_title(other) and self._differs_in_nothing(other)

    def _has_same_author(self, other: "Comparable") -> bool:
        return self.author == other.author and self.work.issued.year == other.work.issued.year

    def _has_same_title(self, other: "Comparable") -> bool:
        (one, short_one), (two, short_two) = self.titles, other.titles
        if min(len(short_one), len(short_two)) < SHORTEST_TITLE or not self.work.issued:
            return False
        if NUMBER.findall(one) != NUMBER.findall(two):
            return False
        return fuzz.ratio(one, two) >= ALIKE or (short_one == short_two and short_one in (one, two))

    def _differs_in_nothing(self, other: "Comparable") -> bool:
        names = ("container_title", "volume", "issue", "page", "edition", "publisher")
        pairs = [(plain(getattr(self.work, name)), plain(getattr(other.work, name))) for name in names]
        return all(one == two or not one or not two or fuzz.ratio(one, two) >= ALIKE for one, two in pairs)


def iter_repeated(works: Sequence[Work]) -> Iterator[tuple[int, int]]:
    """The places of works that stood in the list before, and where each stood first."""
    seen: list[Comparable] = []
    for place, work in enumerate(works):
        each = Comparable(work)
        first = next((number for number, other in enumerate(seen) if each.is_same(other)), None)
        if first is not None:
            yield place, first
        seen.append(each)


def plain(text: str) -> str:
    """The words of `text` as they are compared: without case, accents and signs."""
    return " ".join(re.findall(r"\w+", fold(text)))
