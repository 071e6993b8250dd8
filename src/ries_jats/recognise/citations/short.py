"""Citations without a year: an author and a page in brackets, `(Brigg, 156)`, or a page alone, `(p. 222)`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from .forms import Group
from .found import Citation, Memory
from .index import Works
from .names import names_before
from .words import SPACE, anywhere, phrases
from .works import Work, words_in

LONGEST = 90
"""Characters of such brackets."""
_NUMBER = r"\d{1,4}(?![\d.,]\d)"
_RANGE = rf"{_NUMBER}(?:[{SPACE}]*[-–—][{SPACE}]*\d{{1,4}})?"
_RANGES = rf"{_RANGE}(?:[{SPACE}]*[,;][{SPACE}]*{_RANGE})*"
_BARE = re.compile(_RANGE)
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d[a-z]?(?!\d)")


@dataclass(frozen=True)
class Short:
    """Brackets, or a piece of them, that hold names and a page; `end` is where the names end."""

    start: int
    end: int
    stop: int
    works: tuple[Work, ...]
    group: Group


@dataclass(frozen=True)
class Pages:
    """Brackets that hold nothing but pages; `is_bare` tells that no word such as `p.` says so."""

    start: int
    stop: int
    group: Group
    is_bare: bool


def iter_shorts(text: str, groups: Sequence[Group], works: Works) -> Iterator[Short]:
    """Authors of the list with a page, between brackets or semicolons."""
    for group in groups:
        inside = text[group.start + 1 : group.stop - 1]
        if group.depth > 1 or len(inside) > LONGEST or _YEAR.search(inside) or not any(map(str.isupper, inside)):
            continue
        start = group.start + 1
        for piece in inside.split(";"):
            found = _short(text, start, start + len(piece), group, works)
            if found:
                yield found
            start += len(piece) + 1


def _short(text: str, start: int, stop: int, group: Group, works: Works) -> Short | None:
    locator = _locator().search(text, start, stop)
    if locator is None or locator.start() == start:
        return None
    end = locator.start()
    cited = [match.end() for match in anywhere("cited-in", "see").finditer(text, start, end)]
    low = max([each for each in cited if each < end], default=start)
    words = text[low:end].strip(" ,\u00a0")
    named = works.named(words_in(words))
    if named:
        first = text.index(words, low)
        return Short(first, first + len(words), stop, named, group)
    names = names_before(text, low, end, is_narrative=False)
    if not names or text[low : names.names[0].start].strip(" ,"):
        return None
    found = works.by_author([name.text for name in names.names])
    return Short(names.names[0].start, names.end, stop, found, group) if found else None


@cache
def _locator() -> re.Pattern[str]:
    """A page, with or without its sign, or a word such as `Blurb` after a comma, at the end of a piece."""
    signed = rf"(?:(?:{phrases('page')})[{SPACE}]*)?{_RANGES}"
    return re.compile(
        rf"(?:[{SPACE}]*,[{SPACE}]*|[{SPACE}]+)(?:{signed}|(?<=,[{SPACE}])[^\W\d_][^\W\d_]{{2,15}})\Z", re.IGNORECASE
    )


def iter_pages(text: str, groups: Sequence[Group]) -> Iterator[Pages]:
    """Brackets that hold nothing but pages, in order."""
    for group in groups:
        start, stop = group.start + 1, group.stop - 1
        if stop - start > LONGEST:
            continue
        if _signed().fullmatch(text, start, stop):
            yield Pages(group.start, group.stop, group, is_bare=False)
        elif text[group.start] == "(" and _BARE.fullmatch(text, start, stop) and not _YEAR.fullmatch(text, start, stop):
            yield Pages(group.start, group.stop, group, is_bare=True)


@cache
def _signed() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{phrases('see')})[{SPACE}]+)?(?:{phrases('pages')})[{SPACE}]*{_RANGES}", re.IGNORECASE)


def resolve_short(short: Short) -> Citation | None:
    """The citation; an author of several works is a doubt."""
    found = Citation(short.start, short.end, group=short.group.start)
    if len(short.works) == 1:
        return Citation(short.start, short.end, short.works[0], group=short.group.start)
    return Citation(found.start, found.stop, doubt="ambiguous-citation", nearest=short.works, group=found.group)


def resolve_pages(pages: Pages, memory: Memory) -> Citation | None:
    """Into the work cited last; without a sign, into that of the author named last."""
    work = memory.author if pages.is_bare else memory.quoted
    return Citation(pages.start + 1, pages.stop - 1, work, group=pages.start) if work else None


def sole_works(works: Works) -> tuple[tuple[str, Work], ...]:
    """The surnames of authors who have one work in the list, with it; that they wrote alone or first goes before."""
    firsts: dict[str, list[Work]] = {}
    others: dict[str, list[Work]] = {}
    for work in works.works:
        for place, author in enumerate(work.authors):
            if not author.is_collective and author.surname:
                (others if place else firsts).setdefault(" ".join(author.surname), []).append(work)
    return tuple((name, found[0]) for name, found in (others | firsts).items() if len(found) == 1)
