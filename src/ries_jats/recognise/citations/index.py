"""The works of the reference list, found by what a citation tells of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from .words import core, initials
from .works import Author, Work

EXACT, PART, BAG, NEAR = range(4)
"""How well a cited name is an author's: the surname; a part of a double one, or with other given names; some word of
the name; a misspelling."""
SAME_TITLE = 90
"""Likeness of two strings of one author and year that are one work, of 100."""
CANDIDATES = 3


@dataclass(frozen=True)
class Sought:
    """What a citation tells: names in order, whether others were left out, year and letter."""

    names: tuple[str, ...]
    year: str = ""
    letter: str = ""
    has_more: bool = False
    other_years: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Match:
    """A work that a citation may mean; the smaller the penalties, the better: year, names, count of names."""

    work: Work
    year: int
    names: int
    count: int

    @property
    def rank(self) -> tuple[int, int, int]:
        """For comparison."""
        return self.year, self.names, self.count


@dataclass(frozen=True)
class Outcome:
    """What was found: one match, or several that are equally good."""

    matches: tuple[Match, ...] = ()

    @property
    def match(self) -> Match | None:
        """The one match."""
        return self.matches[0] if len(self.matches) == 1 else None


SAME_YEAR, SAME_BUT_LETTER, OTHER_YEAR, NO_YEAR, YEAR_OFF = range(5)
"""How the years agree: wholly, but for a letter that one lacks, by another year of the string, one has none, by one."""


class Works:
    """An index of works by the words of their authors' names."""

    def __init__(self, works: Sequence[Work]) -> None:
        self.works = tuple(works)
        self._by_word: dict[str, list[Work]] = defaultdict(list)
        self._by_name: dict[tuple[str, ...], list[Work]] = defaultdict(list)
        self._by_year: dict[str, list[Work]] = defaultdict(list)
        self._near: dict[tuple[str, int], list[str]] = {}
        for work in works:
            self._by_year[work.year].append(work)
            for word in work.bag:
                self._by_word[word].append(work)
            for name in work.names:
                self._by_name[name].append(work)

    @cached_property
    def surnames(self) -> frozenset[tuple[str, ...]]:
        """The surnames of all authors who are persons."""
        return frozenset(author.surname for work in self.works for author in work.authors if not author.is_collective)

    @cached_property
    def surname_words(self) -> frozenset[str]:
        """Every word of the surnames."""
        return frozenset(word for surname in self.surnames for word in surname)

    @cached_property
    def _long_words(self) -> list[str]:
        return sorted(word for word in self.surname_words if len(word) >= 5)

    @cached_property
    def longest_name(self) -> int:
        """Words of the longest name of an institution."""
        return max(map(len, self._by_name), default=0)

    def named(self, words: tuple[str, ...]) -> tuple[Work, ...]:
        """The works of an institution by its whole name or acronym."""
        return tuple(self._by_name.get(words, ()))

    def dated(self, year: str) -> tuple[Work, ...]:
        """The works of a year."""
        return tuple(self._by_year.get(year, ()))

    def add_name(self, known: tuple[str, ...], other: tuple[str, ...]) -> None:
        """Another name of an institution, which the text tells."""
        for work in self._by_name.get(known, ()):
            if work not in self._by_name[other]:
                self._by_name[other].append(work)

    def by_author(self, names: Sequence[str]) -> tuple[Work, ...]:
        """The works whose author, alone or first, has the surname that is named."""
        found = [match for match in self._matches(Sought(tuple(names))) if match.names <= PART]
        best = min(((match.names, match.count) for match in found), default=None)
        return tuple(match.work for match in found if (match.names, match.count) == best)

    def find(self, sought: Sought) -> Outcome:
        """The cascade: names and year; parts of names; misspelt names with the year; one work of the author."""
        matches = self._matches(sought)
        best = self._best([match for match in matches if match.year <= OTHER_YEAR])
        if best.matches or not sought.names:
            return best
        loose = [match for match in matches if match.names <= PART and match.count <= 1]
        same_author = self._distinct(loose)
        is_alone = len(same_author) == 1 or self._is_only_one_by(sought, same_author)
        if is_alone or all(match.year == NO_YEAR for match in same_author):
            return self._best(same_author)
        return Outcome()

    def _is_only_one_by(self, sought: Sought, matches: Sequence[Match]) -> bool:
        """Whether one work alone has all the authors cited and no others."""
        return not sought.has_more and sum(match.count == 0 for match in matches) == 1

    def institution(self, works: Iterable[Work], sought: Sought) -> Outcome:
        """The work of an institution that was found by its name."""
        dated = [(work, _year_penalty(sought, work)) for work in works]
        matches = [Match(work, year, EXACT, 0) for work, year in dated if year is not None]
        sure = [match for match in matches if match.year <= OTHER_YEAR]
        return self._best(sure) if sure else self._best(self._distinct(matches) if len(matches) == 1 else [])

    def nearest(self, sought: Sought) -> tuple[Work, ...]:
        """Works that a citation without match might mean."""
        words = {word for name in sought.names for word in core(name)}
        close = {near for word in words for near in self._near_words(word, 75)} | words
        named = list({work.key: work for word in sorted(close) for work in self._by_word.get(word, ())}.values())
        named.sort(key=lambda work: abs(int(work.year or 0) - int(sought.year or 0)))
        return tuple(named[:CANDIDATES])

    def _matches(self, sought: Sought) -> list[Match]:
        found = []
        for work in self._candidates(sought):
            year = _year_penalty(sought, work)
            names = _names_penalty(sought, work)
            if year is not None and names is not None:
                found.append(Match(work, year, *names))
        return [match for match in found if match.names < BAG or match.year <= SAME_BUT_LETTER]

    def _candidates(self, sought: Sought) -> list[Work]:
        words = {word for name in sought.names[:3] for word in core(name)}
        found = {work.key: work for word in words for work in self._by_word.get(word, ())}
        if not found and sought.year:
            near = {near for word in words for near in self._near_words(word, 80)}
            found = {work.key: work for word in near for work in self._by_word[word]}
        return [work for work in self.works if work.key in found] if len(found) > 1 else list(found.values())

    def _near_words(self, word: str, least: int) -> list[str]:
        if (word, least) not in self._near:
            self._near[word, least] = self._sought_near(word, least)
        return self._near[word, least]

    def _sought_near(self, word: str, least: int) -> list[str]:
        if len(word) < 5:
            return []
        return [near for near, _, _ in process.extract(word, self._long_words, score_cutoff=least, limit=4)]

    def _best(self, matches: Sequence[Match]) -> Outcome:
        least = min((match.rank for match in matches), default=None)
        return Outcome(tuple(self._distinct([match for match in matches if match.rank == least])))

    @staticmethod
    def distinct(works: Iterable[Work]) -> tuple[Work, ...]:
        """Without works that the list prints twice."""
        return tuple(match.work for match in Works._distinct([Match(work, 0, 0, 0) for work in works]))

    @staticmethod
    def _distinct(matches: Sequence[Match]) -> list[Match]:
        """Without works that the list prints twice."""
        kept: list[Match] = []
        for match in matches:
            if not any(_is_same(match.work, other.work) for other in kept):
                kept.append(match)
        return kept


def _is_same(one: Work, other: Work) -> bool:
    """Whether two entries are one work: the same year, and titles that are alike or begin alike."""
    if (one.year, one.letter) != (other.year, other.letter):
        return False
    return fuzz.token_set_ratio(_title(one), _title(other)) >= SAME_TITLE


def _title(work: Work) -> str:
    return " ".join(work.titles[0]) if work.titles else ""


def _year_penalty(sought: Sought, work: Work) -> int | None:
    if not sought.year or not work.year:
        return NO_YEAR if sought.year or work.year else SAME_YEAR
    if sought.year == work.year:
        if sought.letter == work.letter:
            return SAME_YEAR
        return SAME_BUT_LETTER if not (sought.letter and work.letter) else None
    if sought.year in work.other_years or sought.other_years & ({work.year} | work.other_years):
        return OTHER_YEAR
    return YEAR_OFF if abs(int(sought.year) - int(work.year)) == 1 else None


def _names_penalty(sought: Sought, work: Work) -> tuple[int, int] | None:
    """How well the names fit, and their count; None when one of them is no author of the work."""
    whole = core(" ".join(sought.names))
    if any(author.surname == whole for author in work.authors) and len(sought.names) > 1:
        return EXACT, 0 if len(work.authors) == 1 else 1
    free = list(work.authors)
    worst, disorder = EXACT, 0
    for name in sought.names:
        fits = [(fit, place) for place, author in enumerate(free) if (fit := fit_of(name, author)) is not None]
        if not fits and work.has_more_authors and len(free) < len(work.authors):
            continue
        if not fits:
            return None
        fit, place = min(fits)
        worst, disorder = max(worst, fit), disorder + (place > 0)
        del free[place]
    return (worst, _count_penalty(sought, work) + (2 if disorder else 0)) if sought.names else None


def _count_penalty(sought: Sought, work: Work) -> int:
    cited, printed = len(sought.names), len(work.authors)
    if sought.has_more:
        return 0 if printed > cited or work.has_more_authors else 3
    if work.has_more_authors:
        return 1 if cited > printed else 2
    return 0 if cited == printed else 2


def fit_of(name: str, author: Author) -> int | None:
    """How well `name` is that of `author`, None when it is another's."""
    words = core(name)
    surname = author.surname
    if words == surname:
        return EXACT if _agree(initials(name), author) else None
    if author.is_collective:
        return _fit_of_institution(words, surname)
    if len(words) > len(surname) and (surname in (words[-len(surname) :], words[: len(surname)])):
        return _fit_with_given(name, words, author)
    if len(surname) > 1 and words in ((surname[0],), (surname[-1],), surname[: len(words)], surname[-len(words) :]):
        return PART
    if set(words) <= {*surname, *author.given}:
        return BAG
    return NEAR if len(words) == len(surname) and all(map(_is_near, words, surname)) else None


def _fit_of_institution(words: tuple[str, ...], name: tuple[str, ...]) -> int | None:
    """An institution may be named by the first words of its name, never by one alone."""
    if len(words) > 1 and words == name[: len(words)]:
        return PART
    return NEAR if len(words) == len(name) and all(map(_is_near, words, name)) else None


def _fit_with_given(name: str, words: tuple[str, ...], author: Author) -> int | None:
    given = [word for word in words if word not in author.surname]
    if not author.given:
        return PART
    known = all(word in author.given or word[0] in author.initials for word in given)
    return EXACT if known and _agree(initials(name), author) else None


def _agree(found: frozenset[str], author: Author) -> bool:
    return not author.given or found <= author.initials


def _is_near(one: str, other: str) -> bool:
    """A letter or two are otherwise, by the length of the word; short words are never misspelt."""
    if one == other:
        return True
    allowed = 0 if len(other) < 5 else 1 if len(other) < 8 else 2
    return bool(allowed) and one[0] == other[0] and OSA.distance(one, other, score_cutoff=allowed) <= allowed
