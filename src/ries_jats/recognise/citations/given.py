"""Citations that a citation manager put into the text: which of their words point to which entry."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...article.prose import Prose
from ...lexicon import fold
from .found import Citation
from .index import Works
from .works import Work

AROUND = " \u00a0()[]{}"
"""Signs around a citation that are no part of it."""
SEMICOLON = re.compile(r"[;；؛]")
NUMBERS = re.compile(r"[\d\s,;–—‐‑-]*\d[\d\s,;–—‐‑-]*")
NUMBER = re.compile(r"\d+")
RANGE = re.compile(r"\s*[–—‐‑-]\s*")


@dataclass(frozen=True)
class GivenCitation:
    """The words from `start` to `stop` of the source, and the places in the lists of the entries that they cite."""

    start: int
    stop: int
    places: tuple[int, ...]


class GivenLinks:
    """Finds the given citations in the texts of an article, and the words of each entry in them."""

    def __init__(self, given: Sequence[GivenCitation], works: Works) -> None:
        self._given = sorted(given, key=lambda each: each.start)
        self._starts = [each.start for each in self._given]
        self._longest = max((each.stop - each.start for each in self._given), default=0)
        self._works = works.works
        self._labels = {work.label or str(place): work for place, work in enumerate(works.works, 1)}

    def settled(self, prose: Prose, read: Sequence[Citation]) -> Sequence[Citation]:
        """The citations of a text: as given where any are, else as they were read."""
        given = list(self._spans(prose)) if self._given else []
        if not given:
            return read
        found: list[Citation] = []
        for start, stop, each in given:
            inside = [citation for citation in read if citation.start < stop and start < citation.stop]
            found += self._resolved(prose.text, (start, stop), [self._works[place] for place in each.places], inside)
        outside = [one for one in read if not any(one.start < stop and start < one.stop for start, stop, _ in given)]
        return sorted((*found, *outside), key=lambda citation: citation.start)

    def _spans(self, prose: Prose) -> Iterator[tuple[int, int, GivenCitation]]:
        """Where the words of given citations stand in `prose`; of one inside another the outer."""
        spans: dict[GivenCitation, tuple[int, int]] = {}
        place = 0
        for run in prose.runs:
            if run.at is not None and run.end is not None:
                for each in self._from(run.at, run.end):
                    first = place + max(each.start - run.at, 0)
                    last = place + min(each.stop - run.at, len(run.text))
                    spans[each] = spans.get(each, (first, last))[0], last
            place += len(run.text)
        ended = 0
        for each, (start, stop) in sorted(spans.items(), key=lambda item: (item[1][0], -item[1][1])):
            if start >= ended and start < stop:
                yield start, stop, each
                ended = stop

    def _from(self, at: int, end: int) -> Iterator[GivenCitation]:
        """The given citations that overlap a stretch of the source."""
        first = bisect_left(self._starts, at - self._longest)
        for each in self._given[first : bisect_left(self._starts, end)]:
            if each.stop > at:
                yield each

    @staticmethod
    def _stripped(text: str, span: tuple[int, int]) -> tuple[int, int]:
        start, stop = span
        piece = text[start:stop]
        left, right = len(piece) - len(piece.lstrip(AROUND)), len(piece) - len(piece.rstrip(AROUND))
        return (start + left, stop - right) if left + right < len(piece) else span

    def _resolved(
        self, text: str, span: tuple[int, int], works: Sequence[Work], inside: Sequence[Citation]
    ) -> Sequence[Citation]:
        """The words of each work; where they cannot be told apart what was read of them, and nothing else."""
        start, stop = self._stripped(text, span)
        if len(works) == 1:
            return [Citation(start, stop, works[0])]
        known = [each for each in inside if each.work in works]
        if {each.work.key for each in known if each.work} == {work.key for work in works}:
            return known
        if NUMBERS.fullmatch(text, start, stop):
            return list(self._numbered(text, (start, stop), works))
        pieces = _pieces(text, start, stop)
        if len(pieces) == len(works):
            return [Citation(*piece, work) for piece, work in zip(pieces, _ordered(text, pieces, works), strict=True)]
        return known or [Citation(start, stop, also=tuple(works))]

    def _numbered(self, text: str, span: tuple[int, int], works: Sequence[Work]) -> Iterator[Citation]:
        """The printed numbers, each to the entry of this number where the manager names it too."""
        numbers = list(NUMBER.finditer(text, *span))
        for place, number in enumerate(numbers):
            work = self._labels.get(number[0])
            is_range = place and RANGE.fullmatch(text, numbers[place - 1].end(), number.start())
            between = range(int(numbers[place - 1][0]) + 1, int(number[0])) if is_range else ()
            also = tuple(one for each in between if (one := self._labels.get(str(each))) in works and one)
            if work in works:
                yield Citation(*number.span(), work, also=also, group=span[0])
            else:
                yield Citation(*number.span(), also=tuple(works), group=span[0])


def _pieces(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """What stands between semicolons, without the space around it."""
    ends = [*(match.start() for match in SEMICOLON.finditer(text, start, stop)), stop]
    starts = [start, *(end + 1 for end in ends[:-1])]
    spaced = (
        (one + len(text[one:end]) - len(text[one:end].lstrip()), end) for one, end in zip(starts, ends, strict=True)
    )
    return [(one, one + len(text[one:end].rstrip())) for one, end in spaced]


def _ordered(text: str, pieces: Sequence[tuple[int, int]], works: Sequence[Work]) -> list[Work]:
    """The works in the order of the pieces that name them: a style may sort them; else as they are given."""
    left, ordered = list(works), []
    for start, stop in pieces:
        words = frozenset(re.findall(r"\w+", fold(text[start:stop])))
        best = max(left, key=lambda work: len(work.bag & words) + 2 * (work.year in words))
        ordered.append(best)
        left.remove(best)
    return ordered
