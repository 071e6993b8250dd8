"""Notes at the feet of pages: found from the bottom up by their numbers, their call-outs and the size of their type."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ...lexicon import label_of
from ..measure import STOP, Measure, is_cut
from .lines import Piece

NUMBERED = re.compile(r"\[?(\d{1,3})\]?(?:[.)]?\s+(?=[^\W\d_]|[«“\"‘'(\[<]|https?:)|(?=[^\W\d_][^\W\d_])|$)")
SIGN = re.compile(r"([*∗†‡]{1,3})\s*(?=\w|$)")
CALLED = r"(?:(?<=[^\W\d_])|(?<=[.,;:!?»”\"’')\]…])){}(?!\d)|\[{}\]"
JUMP = 3
"""Numbers that extraction may have lost between two notes."""
SMALLER = 1.03
"""Width, in measures of the text, from which a line is of smaller type."""
CALLED_SHARE = 0.5
"""Part of the notes of a page whose call-outs stand above them."""


@dataclass(frozen=True)
class Foot:
    """The notes of one flow: where they begin, and the lines of each; `goes_on` counts lines of an earlier note."""

    start: int
    notes: tuple[tuple[Piece, ...], ...] = ()
    goes_on: tuple[Piece, ...] = ()


class FootReader:
    """Reads the feet of all flows in order, with the number of the last note in mind."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure.width
        self._last = 0
        self._end: Piece | None = None
        self._above = ""

    def read(self, flow: Sequence[Piece]) -> Foot:
        """The foot of `flow`; without notes it begins at its end."""
        text = "\n".join(piece.text for piece in flow)
        starts = self._starts(flow, self._above + text)
        first = starts[0] if starts else len(flow)
        begin = self._continued(flow, first)
        notes = tuple(tuple(flow[start:end]) for start, end in pairwise([*starts, len(flow)]))
        self._end = flow[-1] if begin < len(flow) else None
        self._above = text + "\n"
        return Foot(begin, tuple(_labelled(note) for note in notes), tuple(flow[begin:first]))

    def _starts(self, flow: Sequence[Piece], text: str) -> list[int]:
        numbers = {place: number for place in range(len(flow)) if (number := _number(flow, place))}
        for first in (*range(self._last + 1, self._last + 1 + JUMP), 1):
            chain = _chain(numbers, first)
            if chain and self._is_foot(flow, chain, first, text):
                self._last = first + len(chain) - 1
                return [*_signed(flow, chain[0]), *chain]
        return _signed(flow, len(flow)) if len(flow) and flow[0].page == 0 else []

    def _is_foot(self, flow: Sequence[Piece], chain: list[int], first: int, text: str) -> bool:
        if any(_is_part(piece) for piece in flow[chain[0] :]):
            return False
        called = sum(
            re.search(CALLED.format(number, number), text) is not None for number in range(first, first + len(chain))
        )
        if called < CALLED_SHARE * len(chain):
            return False
        return len(chain) > 1 or first > 1 or self._is_small(flow[chain[0] :]) or chain[0] > len(flow) // 2

    def _is_small(self, pieces: Sequence[Piece]) -> bool:
        return any(piece.width > SMALLER * self._measure for piece in pieces)

    def _continued(self, flow: Sequence[Piece], first: int) -> int:
        """Where the end of an earlier note stands above the first number; its last line may be short."""
        if self._end is None or STOP.search(self._end.text) or first < 2:
            return first
        begin = first - 1
        while begin > 1 and self._is_small([flow[begin - 1]]):
            begin -= 1
        is_note = self._is_small([flow[begin]]) or flow[begin].gap or self._end.text.endswith(("-", "\u2010"))
        return begin if is_note and is_cut(self._end.text, flow[begin].text) else first


def _number(flow: Sequence[Piece], place: int) -> int:
    """The number of the note that may begin here, 0 if none can; one that stands alone has its text below it."""
    match = NUMBERED.match(flow[place].text)
    if not match or (match.end() == len(flow[place].text) and place + 1 == len(flow)):
        return 0
    return int(match[1])


def _chain(numbers: dict[int, int], first: int) -> list[int]:
    """The places of the notes from number `first` on, each as far down as the next one lets it."""
    last = first
    while last in numbers.values():
        last += 1
    while last > first:
        chain: list[int] = []
        for number in range(last - 1, first - 1, -1):
            limit = chain[-1] if chain else len(numbers) and max(numbers) + 1
            place = max((place for place, each in numbers.items() if each == number and place < limit), default=None)
            if place is None:
                break
            chain.append(place)
        else:
            return chain[::-1]
        last -= 1
    return []


def _signed(flow: Sequence[Piece], end: int) -> list[int]:
    """The places of notes with a sign for a number that stand right above `end`, called on the same page."""
    found: list[int] = []
    for place in range(end - 1, max(end - 6, 0), -1):
        sign = SIGN.match(flow[place].text)
        if sign and any(piece.text.rstrip().endswith(sign[1]) or f"{sign[1]}," in piece.text for piece in flow[:place]):
            found.insert(0, place)
    return found


def _is_part(piece: Piece) -> bool:
    label = label_of(piece.text)
    return label is not None and label.kind in ("references", "abstract", "keywords", "introduction", "conclusion")


def _labelled(note: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The note with its number as a piece by itself that is raised: what begins with it is a note."""
    first = note[0]
    match = NUMBERED.match(first.text) or SIGN.match(first.text)
    assert match
    rest = first.text[match.end() :]
    label = replace(first, text=first.text[: match.end()].rstrip(), is_raised=True)
    return (
        (label, replace(first, text=rest, at=first.at + match.end(), gap=0), *note[1:]) if rest else (label, *note[1:])
    )
