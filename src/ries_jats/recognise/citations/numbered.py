"""Citations by the printed number of a reference: `[3, 5-7]`, `(3)`, a raised `3`.

Each printed number is an `xref` of its own, the ends of a range likewise; what lies between them is cited without words
that could be linked: https://jats4r.org/citations/.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TypeAlias

from .found import Citation
from .words import SPACE, phrases
from .works import Work

_NUMBERS = rf"\d{{1,3}}(?:[{SPACE}]*[,;–—‐-][{SPACE}]*\d{{1,3}})*"
_SQUARE = re.compile(r"\[([^\[\]]{1,80})\]")
_PIECE = re.compile(r"[^,;:]+")
_ROUND = re.compile(rf"(?<=[\w»”\"][{SPACE}])\(({_NUMBERS})\)(?=[{SPACE}]*[.,;:?!)]|[{SPACE}]+[a-zà-ÿ]|$)")
_RAISED = re.compile(_NUMBERS)
_NUMBER = re.compile(r"\d+")
_RANGE = re.compile(rf"[{SPACE}]*[–—‐-][{SPACE}]*")
_UNIT = re.compile(r"(?<!\w)[^\W\d_]{1,2}$|\d$")
_ENUMERATION = re.compile(rf"(?:^|[:;,.])[{SPACE}]*$")
_DATED = re.compile(r"[(;][^()\d]{3,80}[\s,](?:1[89]|20)\d\d[a-z]?(?=[),;:])")
"""A citation by author and year, roughly: where many stand, numbers are none."""
SMALLEST_SHARE = 0.4
"""Of the list, how many numbers raised or in round brackets must be cited before such numbers are citations."""
FEWEST = 3


Place: TypeAlias = tuple[tuple[int, str], ...]
"""Numbers that stand together, with the offset of each piece."""


@dataclass(frozen=True)
class Passage:
    """A text, in which objects stand for raised figures, and those figures with the offset of each."""

    text: str
    raised: tuple[tuple[int, str], ...] = ()


def labelled(works: Iterable[Work]) -> dict[str, Work]:
    """The works by their printed numbers; nothing where the list is not numbered throughout, one after the other."""
    listed = list(works)
    numbers = [int(work.label) for work in listed if work.label]
    is_numbered = len(numbers) >= max(2, 0.9 * len(listed)) and all(one < other for one, other in pairwise(numbers))
    return {work.label: work for work in listed if work.label} if is_numbered else {}


def numbering_of(passages: Iterable[Passage], by_label: Mapping[str, Work]) -> str:
    """Where the article prints the numbers of references: where the most stand that the list has."""
    if not by_label:
        return ""
    passages = list(passages)
    counts = {"square": set[str](), "raised": set[str](), "round": set[str]()}
    for passage in passages:
        for kind, known in counts.items():
            known |= {number for _, piece in _pieces(passage, kind, by_label) for number in _NUMBER.findall(piece)}
    for kind in ("raised", "round"):
        if len(counts[kind]) < max(FEWEST, SMALLEST_SHARE * len(by_label)):
            counts[kind] = set()
    best = max(counts, key=lambda kind: len(counts[kind]))
    years = sum(len(_DATED.findall(passage.text)) for passage in passages)
    return best if len(counts[best]) > max(1, years) else ""


def iter_numbered(passage: Passage, kind: str, by_label: Mapping[str, Work]) -> Iterator[Citation]:
    """The citations by number, in order."""
    for start, text in _pieces(passage, kind, by_label):
        numbers = list(_NUMBER.finditer(text))
        for place, number in enumerate(numbers):
            also: tuple[Work, ...] = ()
            if place and _RANGE.fullmatch(text, numbers[place - 1].end(), number.start()):
                also = _between(numbers[place - 1][0], number[0], by_label)
            yield Citation(start + number.start(), start + number.end(), by_label[number[0]], also=also, group=start)


def _between(first: str, last: str, by_label: Mapping[str, Work]) -> tuple[Work, ...]:
    labels = map(str, range(int(first) + 1, int(last)))
    return tuple(by_label[label] for label in labels if label in by_label)


def _pieces(passage: Passage, kind: str, by_label: Mapping[str, Work]) -> Iterator[tuple[int, str]]:
    """Where numbers of the list stand, with their text; numbers that the list lacks are none of its."""
    for place in _places(passage, kind):
        if all(number in by_label for _, text in place for number in _NUMBER.findall(text)):
            yield from place


def _places(passage: Passage, kind: str) -> Iterator[Place]:
    match kind:
        case "square":
            for match in _SQUARE.finditer(passage.text):
                yield _in_square(passage.text, *match.span(1))
        case "round":
            for match in _ROUND.finditer(passage.text):
                if not _ENUMERATION.search(passage.text[max(0, match.start() - 8) : match.start()]):
                    yield ((match.start(1), match[1]),)
        case _:
            for start, piece in passage.raised:
                is_unit = _UNIT.search(passage.text[max(0, start - 4) : start])
                if not is_unit and _RAISED.fullmatch(piece.strip()):
                    yield ((start, piece),)


def _in_square(text: str, start: int, stop: int) -> Place:
    """The numbers between square brackets, where nothing but pages stands beside them."""
    pieces = list(_PIECE.finditer(text, start, stop))
    numbers = [piece for piece in pieces if _RAISED.fullmatch(piece[0].strip())]
    is_citation = all(piece in numbers or _page().match(piece[0]) for piece in pieces)
    return tuple((piece.start(), piece[0]) for piece in numbers) if is_citation else ()


@cache
def _page() -> re.Pattern[str]:
    return re.compile(rf"[{SPACE}]*(?:{phrases('page')})[{SPACE}]*\d", re.IGNORECASE)
