"""The depth of headings: from their numbers, their wording, their look and their order; from levels where those count.

A heading stands inside the nearest one before it that is above it. Which of two is above is asked of their numbers
first: `I.` is above `A.` when the letters begin anew under each Roman number, `1.` is above `1.1`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ..article.blocks import Heading
from ..article.prose import Style
from ..lexicon import label_of
from .enumeration import Numbered, series

OPENING = frozenset({"introduction"})
CLOSING = frozenset({"conclusion", "references", "appendix", "notes", "acknowledgements"})
NAMED = OPENING | CLOSING | {"methods", "results", "discussion"}
"""Kinds of labels that name a part of an article."""
UNKNOWN = 0
"""The level of a heading that nothing marks as one."""
CAPITALS, PLAIN, ITALIC = range(3)
"""How prominent a title looks; bold is what all titles are."""
FEWEST_TOP = 3
"""Titles of the highest level from which levels are no chance."""
FEWEST_LEVELS = 2
FEWEST_LETTERS = 5
"""Letters below which capitals may be an acronym."""


@dataclass(frozen=True)
class Titled:
    """A heading with what is known of its rank."""

    heading: Heading
    number: Numbered | None
    kind: str
    """What part it names, empty for others."""

    @property
    def is_plain(self) -> bool:
        """Whether neither number nor wording tells its rank."""
        return self.number is None and self.kind not in NAMED

    @property
    def rank(self) -> tuple[int, bool]:
        """Its level and, after it, whether it is not bold."""
        return self.heading.level, not self.heading.prose.is_all(Style.BOLD)

    @cached_property
    def look(self) -> int:
        """How prominent the title is."""
        letters = [character for character in self.heading.prose.text if character.isalpha()]
        if len(letters) >= FEWEST_LETTERS and all(character.isupper() for character in letters):
            return CAPITALS
        return ITALIC if self.heading.prose.is_all(Style.ITALIC) else PLAIN


def titled(headings: Sequence[Heading]) -> list[Titled]:
    """The headings with their numbers and names."""
    numbers = series([heading.prose.text for heading in headings])
    return [Titled(heading, number, _kind(heading, number)) for heading, number in zip(headings, numbers, strict=True)]


def _kind(heading: Heading, number: Numbered | None) -> str:
    found = label_of(heading.prose.text[number.end if number else 0 :])
    return found.kind if found else ""


def depths(titles: Sequence[Titled], *, trust_levels: bool) -> list[int]:
    """The depth of each heading, from 1. Levels of an extracted text are chance unless they agree with all else."""
    judge = _Levels(titles) if trust_levels and not _contradicts(titles) else _Order(titles)
    open_places: list[int] = []
    found: list[int] = []
    for place in range(len(titles)):
        while open_places and not judge.is_above(open_places[-1], place):
            open_places.pop()
        open_places.append(place)
        found.append(len(open_places))
    return found


def _contradicts(titles: Sequence[Titled]) -> bool:
    """Whether all levels are one though the numbers nest: the author styled every title alike."""
    numbers = [each.number for each in titles if each.number]
    return len({each.heading.level for each in titles}) == 1 and len({number.style for number in numbers}) > 1


class _Levels:
    """Ranks as the manuscript gives them."""

    def __init__(self, titles: Sequence[Titled]) -> None:
        self._titles = titles

    def is_above(self, one: int, other: int) -> bool:
        return self._titles[one].heading.level < self._titles[other].heading.level


class _Order:
    """Ranks from numbers, wording, look and order."""

    def __init__(self, titles: Sequence[Titled]) -> None:
        self._titles = titles
        self._above = _StyleOrder(titles)
        self._by_look = _agreed_top([each.rank for each in titles], titles)
        self._top_level = self._by_look or _agreed_top([(each.heading.level, False) for each in titles], titles)
        numbered = [place for place, each in enumerate(titles) if each.number and self._above.is_top(each.number)]
        self._first = min(numbered, default=len(titles))
        self._last = max(numbered, default=-1)
        before = [each for each in titles[: self._first] if each.is_plain]
        after = [each for each in titles[self._last + 1 :] if each.is_plain]
        between = [each for each in titles[self._first : self._last] if each.is_plain]
        self._is_nested = bool(numbered) and self._top_is_nested(before, after, between)
        self._plain_inside = bool(between) and not before and not self._is_nested
        tops = [each.look for each in titles if not each.number]
        plain = {each.look for each in titles if each.is_plain}
        self._top_look = min(tops, default=PLAIN)
        self._looks_count = self._top_look in plain and len(plain) > 1

    def _top_is_nested(self, before: list[Titled], after: list[Titled], between: list[Titled]) -> bool:
        """Whether the outermost numbers stand under titles without number: they begin anew under each, or all stand
        under one of several.
        """
        starts = self._above.starts(self._titles)
        if starts > 1:
            return True
        return not between and bool(before) and self._titles[self._first - 1].is_plain and len(before) + len(after) > 1

    def is_above(self, one: int, other: int) -> bool:
        upper, lower = self._titles[one], self._titles[other]
        if upper.number and lower.number:
            return self._above.is_above(upper.number, lower.number)
        if lower.number:
            return self._is_nested and (upper.is_plain or upper.kind not in OPENING | CLOSING)
        if upper.number:
            return self._is_inside_numbers(other)
        return self._is_less(upper, lower)

    def _rank(self, title: Titled) -> tuple[int, bool]:
        """Of a heading that nothing marks, that of the highest."""
        assert self._top_level
        if not title.heading.level:
            return self._top_level
        return title.rank if self._by_look else (title.heading.level, False)

    def _is_inside_numbers(self, place: int) -> bool:
        """Whether a title without number stands inside a numbered section."""
        title = self._titles[place]
        if self._is_nested or place < self._first:
            return False
        if place < self._last:
            return (self._plain_inside or not title.is_plain) and not self._fills_gap(place)
        return self._plain_inside and title.is_plain

    def _fills_gap(self, place: int) -> bool:
        """Whether a title stands where the outermost numbers leave one out: it is that one, and its number is lost."""
        tops = [each.number for each in self._titles if each.number and self._above.is_top(each.number)]
        before = sum(
            bool(each.number) and self._above.is_top(each.number) for each in self._titles[:place] if each.number
        )
        one, other = tops[before - 1], tops[before]
        alone = sum(each.is_plain for each in self._between(one, other)) == 1
        return alone and other.style == one.style and other.value == one.value + 2

    def _between(self, one: Numbered, other: Numbered) -> Sequence[Titled]:
        numbers = [each.number for each in self._titles]
        return self._titles[numbers.index(one) : numbers.index(other)]

    def _is_less(self, upper: Titled, lower: Titled) -> bool:
        if lower.kind in OPENING | CLOSING or upper.kind in CLOSING:
            return False
        if self._top_level:
            one, other = (self._rank(each) for each in (upper, lower))
            return one < other
        return self._looks_count and upper.look < lower.look


def _agreed_top(ranks: Sequence[tuple[int, bool]], titles: Sequence[Titled]) -> tuple[int, bool] | None:
    """The highest rank of an extracted text whose ranks say something, else None: the parts known by name share one,
    the first other title has it too, none is above it, several are below, and no level is left out.
    """
    marked = [(rank, each) for rank, each in zip(ranks, titles, strict=True) if each.heading.level]
    named = [rank for rank, each in marked if each.kind in OPENING | CLOSING]
    plain = [rank for rank, each in marked if each.is_plain]
    if len(set(named)) != 1 or not plain:
        return None
    top = named[0]
    used = sorted({top, *plain})
    levels = sorted({level for level, _ in used})
    is_whole = used[0] == top and (len(used) <= FEWEST_LEVELS or levels == list(range(top[0], top[0] + len(levels))))
    is_first_lost = any(each.is_plain and not each.heading.level for each in titles[:2])
    agree = (plain[0] == top or is_first_lost) and is_whole and sum(rank > top for rank in plain) > 1
    return top if agree and len(named) + plain.count(top) >= FEWEST_TOP else None


class _StyleOrder:
    """Which kinds of numbers stand inside which, over the whole article."""

    def __init__(self, titles: Sequence[Titled]) -> None:
        self._places: dict[tuple[str, str, int], list[int]] = {}
        self._values: dict[int, int] = {}
        for place, each in enumerate(titles):
            if each.number:
                self._places.setdefault(each.number.style, []).append(place)
                self._values[place] = each.number.value

    def is_above(self, one: Numbered, other: Numbered) -> bool:
        """`1.` is above `1.1`; of two other kinds that one whose numbers part the other's series, else the first."""
        if one.style == other.style:
            return False
        if one.kind == other.kind and len(one.values) != len(other.values):
            return len(one.values) < len(other.values)
        ones, others = self._places[one.style], self._places[other.style]
        parts, is_parted = self._parts(ones, others), self._parts(others, ones)
        return ones[0] < others[0] if parts == is_parted else parts

    def _parts(self, ones: list[int], others: list[int]) -> bool:
        """Whether each new beginning of the series at `others` comes right after one of `ones`."""
        starts = self._starts(others)[1:]
        before = [max((each for each in self._values if each < start), default=-1) for start in starts]
        return bool(starts) and all(each in ones for each in before)

    def _starts(self, places: list[int]) -> list[int]:
        """Where a series begins: at first, and wherever a number comes again."""
        found: list[int] = []
        seen: set[int] = set()
        for place in places:
            if not found or self._values[place] in seen:
                found.append(place)
                seen.clear()
            seen.add(self._values[place])
        return found

    def is_top(self, number: Numbered) -> bool:
        """Whether no other kind of number is above."""
        others = [each for each in self._places if each != number.style]
        return not any(self.is_above(_sample(style), number) for style in others)

    def starts(self, titles: Sequence[Titled]) -> int:
        """How often the outermost series begins."""
        top = [place for place, each in enumerate(titles) if each.number and self.is_top(each.number)]
        return len(self._starts(top)) if top else 0


def _sample(style: tuple[str, str, int]) -> Numbered:
    kind, sign, length = style
    return Numbered(kind, sign, (1,) * length, (0, 0), 0)
