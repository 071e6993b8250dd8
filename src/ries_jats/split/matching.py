"""Reconciles contents and text: which line of the text begins the article that which line of the contents announces.

Every short line of the text may begin a title; every run of lines of the contents may be one. Pairs that are alike are
weighed by their length, their likeness and what stands around them, and the heaviest chain of pairs that keeps the
order of both sides wins. So no rule has to know beforehand how the contents are set.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rapidfuzz import fuzz, process

from ..lexicon import fold, label_of
from .contents import MOST_LINES, Contents, Hypothesis, hypotheses, is_kicker
from .heads import Candidate, begins_abstract, has_running_text
from .likeness import letters
from .lines import Line
from .people import people_of

_ALIKE = 80.0
_ALIKE_IF_SHORT = 92.0
_SHORT = 15
_SHORT_PREFIX = 20
_LONGEST_LINE = 250
_LONGEST_TITLE = 350
_SHARED = 0.5
_SHARED_BY_HEADING = 0.3
"""Part of the words of a line that the contents must have for it to be compared at all."""
_NEAR = 8
"""Lines with words after a title in which its authors may stand."""
_BEFORE = 4
_HEAD = 14
"""Lines with words after a title in which an abstract may begin."""
_FULL = 60
"""Characters from which a line may go on into the next one."""
_SENTENCE_ENDS = '.!?:;»”")…'
_PUNCTUATION = '.,;:!?()[]«»“”"…*'
_GENERIC = frozenset(
    {"introduction", "conclusion", "references", "notes", "abstract", "keywords", "methods", "results"}
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A hypothesis of the contents and a candidate of the text that are alike."""

    hypothesis: Hypothesis
    candidate: Candidate
    weight: float = 0.0
    is_confirmed: bool = False
    """Whether a byline or an abstract follows, as where an article begins."""


@dataclass(frozen=True)
class Chain:
    """The pairs that were chosen, in the order of the contents."""

    contents: Contents
    pairs: tuple[Pair, ...] = ()

    @property
    def weight(self) -> float:
        """Of all pairs."""
        return sum(pair.weight for pair in self.pairs)

    @property
    def end(self) -> int:
        """The first line after the contents: that of the first title after them, or where they cannot go on."""
        after = self.contents.lines[-1].place + 1
        starts = (pair.candidate.start for pair in self.pairs)
        return min((start for start in starts if start > self.contents.label), default=after)


def match_contents(lines: Sequence[Line], contents: Contents) -> Chain:
    """The heaviest chain of pairs."""
    pairs = [pair for pair in _Pairs(lines, contents).found if _may_begin(lines, pair.candidate, contents)]
    after = contents.lines[-1].place + 1
    ends = sorted({pair.candidate.start for pair in pairs if contents.label < pair.candidate.start < after} | {after})
    chains = (Chain(contents, _heaviest(_allowed(pairs, contents, end))) for end in ends)
    return max(chains, key=lambda chain: chain.weight)


def _allowed(pairs: Sequence[Pair], contents: Contents, end: int) -> list[Pair]:
    """The pairs that are possible if the contents end before line `end`."""
    return [
        pair
        for pair in pairs
        if contents.lines[pair.hypothesis.last].place < end
        and (pair.candidate.start >= end or pair.candidate.stop < contents.label)
    ]


def _may_begin(lines: Sequence[Line], candidate: Candidate, contents: Contents) -> bool:
    """Before the contents only what running text follows: an editorial, not the theme on the cover."""
    if candidate.start > contents.label:
        return True
    return has_running_text(lines[candidate.stop + 1 : contents.label])


def _heaviest(pairs: list[Pair]) -> tuple[Pair, ...]:
    """The chain of most weight whose pairs keep the order of the contents and of the text."""
    pairs = sorted(pairs, key=lambda pair: (pair.candidate.start, pair.hypothesis.first))
    best: list[tuple[float, int]] = []
    for place, pair in enumerate(pairs):
        before = [(best[other][0], other) for other in range(place) if _may_follow(pairs[other], pair)]
        weight, previous = max(before, key=lambda each: each[0], default=(0.0, -1))
        best.append((weight + pair.weight, previous))
    place = max(range(len(best)), key=lambda each: best[each][0], default=-1)
    chain: list[Pair] = []
    while place >= 0:
        chain.append(pairs[place])
        place = best[place][1]
    return tuple(reversed(chain))


def _may_follow(one: Pair, other: Pair) -> bool:
    return one.hypothesis.last < other.hypothesis.first and one.candidate.stop < other.candidate.start


class _Pairs:
    """Finds the pairs of one list of contents."""

    def __init__(self, lines: Sequence[Line], contents: Contents) -> None:
        self.lines, self.contents = lines, contents
        self.hypotheses = [each for each in hypotheses(contents.lines) if len(each.key) > 3]
        self._bylines: dict[int, bool] = {}

    @cached_property
    def found(self) -> list[Pair]:
        """All pairs that are alike enough."""
        keys = [each.key for each in self.hypotheses]
        pairs = []
        for candidate in self._candidates():
            key = letters(candidate.text)
            cutoff = _ALIKE_IF_SHORT if len(key) < _SHORT else _ALIKE
            for _, likeness, place in process.extract(key, keys, scorer=fuzz.ratio, score_cutoff=cutoff, limit=3):
                pairs.append(self._weighed(Pair(self.hypotheses[place], candidate), likeness))
            for place in self._shortened(key, keys):
                pair = Pair(self.hypotheses[place], candidate)
                is_sure = self._has_authors(pair) or self._has_abstract(candidate)
                pairs += [self._weighed(pair, _ALIKE)] if is_sure else []
        return [pair for pair in pairs if pair.weight > 0]

    def _shortened(self, key: str, keys: list[str]) -> Iterator[int]:
        """The hypotheses that are the beginning of a title, or that it is the beginning of: subtitles are left out."""
        for place, other in enumerate(keys):
            short, long = sorted((key, other), key=len)
            is_beginning = len(short) >= _SHORT_PREFIX and fuzz.ratio(short, long[: len(short)]) >= _ALIKE_IF_SHORT
            if is_beginning and fuzz.ratio(key, other) < _ALIKE:
                yield place

    def _candidates(self) -> Iterator[Candidate]:
        """Short lines, alone and with those that follow, most of whose words stand in the contents."""
        for start, line in enumerate(self.lines):
            if self._is_likely(line) and start != self.contents.label and not self._is_byline(start):
                yield from self._extensions(start)

    def _extensions(self, start: int) -> Iterator[Candidate]:
        """The line alone and with those after it; a byline or the heading of a section is no part of a title."""
        text, taken = "", 0
        for stop in range(start, len(self.lines)):
            line = self.lines[stop]
            if not line:
                continue
            text = f"{text} {line.text}".strip().replace("\t", " ")
            taken += 1
            if taken > MOST_LINES or len(text) > _LONGEST_TITLE or not self._is_likely(line):
                return
            if self._is_byline(stop):
                return
            yield Candidate(start, stop, text)
            if is_kicker(line.text):
                return

    def _is_byline(self, place: int) -> bool:
        if place not in self._bylines:
            people = people_of(self.lines[place].text)
            self._bylines[place] = bool(people and people.is_byline)
        return self._bylines[place]

    def _is_likely(self, line: Line) -> bool:
        if not line or len(line.text) > _LONGEST_LINE:
            return False
        words = [word for word in fold(line.text).split() if len(word) > 3] or fold(line.text).split()
        least = _SHARED_BY_HEADING if line.is_heading else _SHARED
        return sum(word.strip(_PUNCTUATION) in self._vocabulary for word in words) >= least * len(words)

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        words = (word for line in self.contents.lines for word in fold(line.text).split())
        return frozenset(word.strip(_PUNCTUATION) for word in words)

    def _weighed(self, pair: Pair, likeness: float) -> Pair:
        """By length and likeness, then by what speaks for the beginning of an article, or against it."""
        has_authors, has_abstract = self._has_authors(pair), self._has_abstract(pair.candidate)
        if self._is_generic(pair) and not has_authors:
            return pair
        weight = len(pair.hypothesis.key) * (likeness - 70) / 30
        weight *= 1.5 if has_authors else 1.0
        weight *= 1.2 if pair.hypothesis.people else 1.0
        weight *= 1.2 if has_abstract else 1.0
        weight *= 1.2 if self.lines[pair.candidate.start].is_heading else 1.0
        weight *= 0.4 if self._is_amid_text(pair.candidate) else 1.0
        # Of equals the first: running heads repeat a title, nothing announces it.
        weight *= 1 - pair.candidate.start / len(self.lines) / 100
        return replace(
            pair, weight=weight, is_confirmed=has_authors or has_abstract or self._has_byline(pair.candidate)
        )

    def _has_byline(self, candidate: Candidate) -> bool:
        after = [line for line in self.lines[candidate.stop + 1 : candidate.stop + 1 + 3 * _NEAR] if line]
        people = [people_of(line.text) for line in after[:3] if len(line.text) < _LONGEST_LINE]
        return any(each and each.is_sure for each in people)

    def _is_generic(self, pair: Pair) -> bool:
        label = label_of(pair.hypothesis.title)
        return bool(label and label.kind in _GENERIC)

    def _has_authors(self, pair: Pair) -> bool:
        names = [*self._names_near(pair.hypothesis)]
        heads = [letters(line.text) for line in self._around(pair.candidate)]
        return any(
            fuzz.partial_ratio(name, head) >= 85 for name in names for head in heads if len(head) >= len(name) - 2
        )

    def _names_near(self, hypothesis: Hypothesis) -> Iterator[str]:
        """Of the people that the contents print beside the title."""
        if hypothesis.people:
            yield from map(letters, hypothesis.people.names)
        for place in (*range(hypothesis.first - 2, hypothesis.first), *range(hypothesis.last + 1, hypothesis.last + 3)):
            if 0 <= place < len(self.contents.lines):
                yield from self._names_by_line.get(place, ())

    @cached_property
    def _names_by_line(self) -> dict[int, tuple[str, ...]]:
        people = {place: people_of(line.text) for place, line in enumerate(self.contents.lines) if line.text}
        return {place: tuple(map(letters, each.names)) for place, each in people.items() if each}

    def _around(self, candidate: Candidate) -> list[Line]:
        before = [line for line in self.lines[max(0, candidate.start - 2 * _BEFORE) : candidate.start] if line]
        after = [line for line in self.lines[candidate.stop + 1 : candidate.stop + 1 + 3 * _NEAR] if line]
        return [*before[-_BEFORE:], *after[:_NEAR]]

    def _has_abstract(self, candidate: Candidate) -> bool:
        after = [line for line in self.lines[candidate.stop + 1 : candidate.stop + 1 + 4 * _HEAD] if line]
        return any(begins_abstract(line.text) for line in after[:_HEAD])

    def _is_amid_text(self, candidate: Candidate) -> bool:
        """Whether the line before goes on into the candidate."""
        if not candidate.start:
            return False
        before = self.lines[candidate.start - 1]
        return len(before.text) > _FULL and before.text[-1] not in _SENTENCE_ENDS and not before.is_heading
