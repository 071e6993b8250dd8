"""Numbers of notes that the extraction put below their notes: a raised number is a block by itself, and comes late."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, pairwise

from ..measure import CERTAIN, UNCLOSED, Measure, is_closed, is_cut
from .lines import Piece
from .notes import CALLED, SMALLER, WHOLE_ADDRESS

ALONE = re.compile(r"\[?(?:(?P<number>\d{1,3})[.)]?|[*∗†‡]{1,3})\]?")
OPENS = re.compile(r"[\"'“«‘(\[¿¡]*\s?[^\W_a-zà-öø-ÿ]|https?://|www\.")
"""What a note begins with: anything but a small letter."""
ASKS_FIGURE = re.compile(r"(?:,|\b(?:pp?|vol|no|núm|chap|cap|art|fol|t)\.|[nN]\s?[°º])$")
"""How a line ends whose last figure stands alone on the next."""
LONGEST_NOTES = 60
"""Lines above a number within which its note is looked for."""
IMPOSSIBLE = float("-inf")
SURE, OPEN, SHORT, FULL, EACH = 2.0, 1.5, 1.0, 0.7, 0.1
"""What speaks against a reading: blank lines or a word cut where notes may not have them, the end of a note that is no
end of a sentence, a line that left room, a note that ends with a full line, and every line."""


@dataclass(frozen=True)
class Numbers:
    """Numbers alone on their lines, one below the other, whose notes stand above them: from `first` to before `end`."""

    first: int
    end: int
    highest: int
    """The highest number, 0 where there are signs alone."""


def with_labels(flow: Sequence[Piece], measure: Measure) -> list[Piece]:
    """The lines of a flow with every number right above its note, and notes in the order of their numbers."""
    found = list(flow)
    begin = 0
    for numbers in _loose(flow):
        found[begin : numbers.end] = Segment(flow, begin, numbers, measure).lines()
        begin = numbers.end
    return _in_order(found) if begin else found


def _in_order(flow: Sequence[Piece]) -> list[Piece]:
    """The notes in the order of their numbers, which columns side by side may have changed."""
    starts = [place for place, piece in enumerate(flow) if _value(piece)]
    values = [_value(flow[place]) for place in starts]
    if sorted(values) != list(range(min(values, default=0), min(values, default=0) + len(values))):
        return list(flow)
    notes = [flow[start:end] for start, end in pairwise([*starts, len(flow)])]
    ordered = sorted(notes, key=lambda note: _value(note[0]))
    return [*flow[: starts[0]], *chain.from_iterable(ordered)] if starts else list(flow)


def _loose(flow: Sequence[Piece]) -> Iterator[Numbers]:
    """The numbers that have no note below them."""
    place = 0
    while place < len(flow):
        end = place
        while end < len(flow) and _is_alone(flow[end]):
            end += 1
        is_rest = place > 0 and not flow[place].gap and ASKS_FIGURE.search(flow[place - 1].text) is not None
        numbers = _numbers(flow, place, end) if end > place > 0 and not is_rest else None
        if numbers and _is_late(flow, numbers):
            yield numbers
        place = max(end, place + 1)


def _numbers(flow: Sequence[Piece], first: int, end: int) -> Numbers | None:
    """The lines as signs and numbers that increase by one, all called above; none if they are not."""
    values = [value for piece in flow[first:end] if (value := _value(piece))]
    signs = [piece.text.strip("[]") for piece in flow[first:end] if not _value(piece)]
    text = "\n".join(piece.text for piece in flow[:first])
    is_run = all(after == before + 1 for before, after in pairwise(values))
    is_called = all(re.search(CALLED.format(value, value), text) for value in values)
    return (
        Numbers(first, end, max(values, default=0))
        if is_run and is_called and all(sign in text for sign in signs)
        else None
    )


def _is_late(flow: Sequence[Piece], numbers: Numbers) -> bool:
    """Whether the notes stand above: nothing follows, or a note above has the next number."""
    if numbers.end == len(flow):
        return True
    has_next = any(_value(piece) == numbers.highest + 1 for piece in flow[: numbers.first])
    return flow[numbers.end].gap > 0 and numbers.highest > 0 and has_next


def _is_alone(piece: Piece) -> bool:
    return ALONE.fullmatch(piece.text) is not None


def _value(piece: Piece) -> int:
    match = ALONE.fullmatch(piece.text)
    return int(match["number"] or 0) if match else 0


class Segment:
    """The lines from `begin` down to loose numbers, among which are their notes."""

    def __init__(self, flow: Sequence[Piece], begin: int, numbers: Numbers, measure: Measure) -> None:
        self._lines = flow[begin : numbers.first]
        self._labels = [flow[place] for place in range(numbers.first, numbers.end)]
        self._measure = measure
        self._is_foot = begin > 0
        values = [_value(line) for line in self._lines]
        follows = numbers.highest + 1
        self._end = values.index(follows) if numbers.highest and follows in values else len(values)
        labels = [place for place, value in enumerate(values[: self._end]) if value]
        self._begin = max([*labels, self._end - LONGEST_NOTES, -1]) + 1
        self._follows_note = bool(labels) and self._begin == labels[-1] + 1
        self._notes = cache(self._notes_from)
        self._has_small = any(map(self._is_small, range(self._begin, self._end)))

    def lines(self) -> list[Piece]:
        """The same lines with each number above its note; as they are where no notes are found."""
        starts = self._starts()
        label_of = dict(zip(starts, self._labels, strict=False))
        found: list[Piece] = []
        for place, line in enumerate(self._lines):
            if place in label_of:
                found.append(replace(label_of[place], gap=line.gap))
            found.append(replace(line, gap=0) if place in label_of else line)
        return found if starts else [*self._lines, *self._labels]

    def _starts(self) -> tuple[int, ...]:
        """The lines with which the notes begin: those that are likeliest together."""
        first = self._begin + self._follows_note
        whole = [
            (self._above(place) + weight, starts)
            for place in range(first, self._end)
            if self._opens(place)
            for weight, starts in [self._notes(place, len(self._labels))]
        ]
        weight, starts = max(whole, default=(IMPOSSIBLE, ()))
        return starts if weight > IMPOSSIBLE else ()

    def _notes_from(self, place: int, count: int) -> tuple[float, tuple[int, ...]]:
        """How likely so many notes are in the lines from `place`, and where they begin."""
        best: tuple[float, tuple[int, ...]] = (IMPOSSIBLE, ())
        inside = 0.0
        for last in range(place, self._end):
            below = last + 1
            if below == self._end and count == 1:
                best = max(best, (inside, (place,)))
            elif below < self._end and count > 1 and self._opens(below):
                weight, starts = self._notes(below, count - 1)
                best = max(best, (inside + self._end_of_note(last) + weight, (place, *starts)))
            inside += self._goes_on(last)
        return best

    def _opens(self, place: int) -> bool:
        return OPENS.match(self._lines[place].text) is not None

    def _is_small(self, place: int) -> bool:
        return self._lines[place].width > SMALLER * self._measure.width

    def _room(self, place: int) -> float:
        return self._measure.room(self._lines[place].text, self._lines[place + 1].text)

    def _goes_on(self, place: int) -> float:
        """What speaks against a line that goes on with the next in one note."""
        if place + 1 >= self._end:
            return 0.0
        is_short = self._room(place) > CERTAIN or (self._has_small and not self._is_small(place))
        return -SHORT * is_short - EACH - SURE * (self._lines[place + 1].gap > 0)

    def _end_of_note(self, place: int) -> float:
        """What speaks against a line that ends a note."""
        line, below = self._lines[place].text, self._lines[place + 1].text
        if is_closed(line) or WHOLE_ADDRESS.search(line):
            return 0.0 if self._room(place) > CERTAIN else -FULL
        return -SURE if is_cut(line, below) else -OPEN

    def _above(self, place: int) -> float:
        """What speaks for a note below the text that begins at `place`."""
        if not place or place == self._begin:
            return SHORT if self._is_foot else -SURE
        if self._follows_note:
            return self._end_of_note(place - 1)
        line = self._lines[place - 1].text
        by_look = SHORT if self._lines[place].gap else -SURE * self._is_small(place - 1)
        return by_look + (0.0 if is_closed(line) else SHORT if self._room(place - 1) < UNCLOSED else -SHORT)
