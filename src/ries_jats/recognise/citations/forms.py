"""What in a text has the form of a citation by name and year: places and names, not yet what they point to."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter

from .names import Name, Names, names_before
from .words import SPACE, anywhere, at_end, joiners, phrases

LONGEST_LEAD = 240
"""Characters before a year in which its names are looked for."""
_YEAR = re.compile(r"(?<![\w/–])(?<![-.]\b)(?:(1[4-9]\d\d|20\d\d)/)?(1[4-9]\d\d|20\d\d)([a-z])?(?![\w/–-]|\.\d|,\d)")
_BRACKET = re.compile(r"[()\[\]]")
_ORIGINAL_YEAR = re.compile(rf"[(\[]((?:1[0-9]|20)\d\d)[)\]][{SPACE}]*$")
_YEAR_NEXT = re.compile(rf"[{SPACE}]*(?:1[4-9]|20)\d\d(?!\w)")
_PAIR = {")": "(", "]": "["}


@dataclass(frozen=True)
class Group:
    """Brackets, from the opening one to after the closing one; `depth` counts from 1."""

    start: int
    stop: int
    depth: int


@dataclass(frozen=True)
class Mention:
    """A year, and the names before it; `group` are the brackets around the year, None where there are none.

    `is_narrative` says that the names stand before the brackets, `shares` that they are those of the mention before.
    """

    year: str
    letter: str
    start: int
    stop: int
    names: Names
    low: int
    group: Group | None = None
    is_narrative: bool = False
    shares: bool = False
    other_years: frozenset[str] = frozenset()


def groups_of(text: str) -> tuple[Group, ...]:
    """All brackets that close, in the order in which they open."""
    found: list[Group] = []
    opened: list[tuple[str, int]] = []
    for sign in _BRACKET.finditer(text):
        if sign[0] in "([":
            opened.append((sign[0], sign.start()))
        elif opened and opened[-1][0] == _PAIR[sign[0]]:
            depth = len(opened)
            found.append(Group(opened.pop()[1], sign.end(), depth))
    return tuple(sorted(found, key=lambda group: group.start))


def iter_mentions(text: str, groups: Sequence[Group], known: frozenset[str] = frozenset()) -> Iterator[Mention]:
    """The years that may belong to a citation, in order; `known` are words that are surnames here."""
    before: Mention | None = None
    for start, stop, year, letter, other in _years(text):
        group = _around(groups, start)
        if _is_page(text, start) or _is_original(text, stop, group):
            continue
        if before and _shares_names(text, before, start, group):
            mention = replace(
                before, year=year, letter=letter, start=start, stop=stop, shares=True, other_years=frozenset()
            )
        else:
            low = max(0, start - LONGEST_LEAD, before.stop if before else 0)
            mention = _mention(text, Mention(year, letter, start, stop, Names(), low, group, other_years=other), known)
        yield mention
        before = mention
        for sign in _letters(text, mention):
            before = replace(mention, letter=sign[1], start=sign.start(1), stop=sign.end(1), shares=True)
            yield before


def _years(text: str) -> Iterator[tuple[int, int, str, str, frozenset[str]]]:
    """Years, and phrases that stand in their place, with the year of the first edition where both are printed."""
    found = [
        (match.start(), match.end(), match[2], match[3] or "", frozenset(filter(None, (match[1],))))
        for match in _YEAR.finditer(text)
    ]
    found += [(match.start(), match.end(), "", "", frozenset()) for match in _without_year().finditer(text)]
    return iter(sorted(found, key=lambda each: each[0]))


@cache
def _without_year() -> re.Pattern[str]:
    """No date, or not yet printed: after a comma or at the start of brackets only."""
    before = rf"(?:(?<=[,،(\[])|(?<=[,،(\[][{SPACE}]))"
    return re.compile(rf"{before}(?:{phrases('no-date', 'in-press')})(?=[{SPACE}]*[),;:\]])", re.IGNORECASE)


def _letters(text: str, mention: Mention) -> Iterator[re.Match[str]]:
    """The letters alone that follow `2010a`: `2010a, b`."""
    place = mention.stop
    while mention.letter and (match := _letter().match(text, place)):
        yield match
        place = match.end(1)


@cache
def _letter() -> re.Pattern[str]:
    return re.compile(rf"[{SPACE}]*(?:[,;]|&|[{SPACE}](?:{joiners()}))[{SPACE}]*([a-z])(?=[{SPACE}]*[),;&\]:])")


def _around(groups: Sequence[Group], place: int) -> Group | None:
    """The innermost brackets around `place`."""
    for group in reversed(groups[: bisect_left(groups, place, key=attrgetter("start"))]):
        if group.stop > place:
            return group
        if group.depth == 1:
            return None
    return None


def _is_page(text: str, start: int) -> bool:
    """Whether a number is that of a page: after `p.`, or after the colon that follows a year."""
    lead = text[max(0, start - 20) : start]
    return bool(_page_sign().search(lead)) or bool(re.search(rf"\d[a-z]?[{SPACE}]*:[{SPACE}]*$", lead))


@cache
def _page_sign() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{phrases('page')})[{SPACE}]*(?:\d+[-–])?$")


def _is_original(text: str, stop: int, group: Group | None) -> bool:
    """Whether a year in brackets of its own stands before the year that counts: `(1531) 1559`."""
    if group is None or group.stop != stop + 1:
        return False
    return _YEAR_NEXT.match(text, group.stop) is not None


def _shares_names(text: str, before: Mention, start: int, group: Group | None) -> bool:
    """Whether nothing but signs and pages stands between two years of the same brackets."""
    if before.group is None or before.group != group or not (before.names or before.shares):
        return False
    between = text[before.stop : start]
    return len(between) < 60 and _between_years().fullmatch(between) is not None


@cache
def _between_years() -> re.Pattern[str]:
    page = rf"(?:[{SPACE}]*[,:][{SPACE}]*(?:(?:{phrases('page')})[{SPACE}]*)?\d[\d{SPACE}–-]*)"
    return re.compile(rf"{page}*[{SPACE}]*(?:[,;&]|,?[{SPACE}]*(?:{joiners()})(?=[{SPACE}]))[{SPACE}]*")


def _mention(text: str, mention: Mention, known: frozenset[str]) -> Mention:
    """With the names before the year, inside the brackets or before them."""
    original = _ORIGINAL_YEAR.search(text, mention.low, mention.start)
    end = original.start() if original else mention.start
    others = mention.other_years | ({original[1]} if original else set())
    mention = replace(mention, other_years=others)
    group = mention.group
    low = max(mention.low, group.start + 1) if group else mention.low
    names = names_before(text, low, end, is_narrative=group is None, known=known)
    if names or not group or not _opens(text[group.start + 1 : end]):
        return replace(mention, names=names, low=low)
    low = mention.low
    names = names_before(text, low, group.start, is_narrative=True, known=known)
    return replace(mention, names=names, low=low, is_narrative=True)


def _opens(between: str) -> bool:
    """Whether a year stands first in its brackets, or after a word such as `see`."""
    return not at_end("see").sub("", between).strip(" \u00a0")


def is_dated_elsewhere(name: Name) -> bool:
    """Whether a name is that of a law, which has a year but is no work."""
    return anywhere("law").search(name.text) is not None
