"""Notes at the feet of pages: found from the bottom up by their numbers, their call-outs and the size of their type."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ...lexicon import label_of
from ..measure import Measure, begins_item, is_closed, is_cut
from .lines import Piece

NUMBERED = re.compile(r"\[?(\d{1,3})\]?(?:[.)]?\s+(?=[^\d\s.,;:)%])|(?=[^\W\d_][^\W\d_])|$)")
LOOK = re.compile(r"(\[?)\d{1,3}([\].)]?)")
LISTED = (".", ")")
SIGN = re.compile(r"([*∗†‡]{1,3})\s*(?=\w|$)")
CALLED = r"(?:(?<=[^\W\d_])|(?<=[.,;:!?»”\"’')\]…])){}(?!\d)|\[{}\]"
PARTS = ("references", "abstract", "keywords", "introduction", "conclusion")
JUMP = 3
"""Numbers that extraction may have lost between two notes."""
SMALLER = 1.03
"""Width, in measures of the text, from which a line is of smaller type."""
WHOLE_ADDRESS = re.compile(r"://\S*[^\W_]$")
"""An address that goes on nowhere: lines cut it at its signs."""
LONGEST_REST = 12
"""Lines of a note that stand at the foot of the next page."""
MISSING, RESTARTED = 0.3, 0.5
"""What a note without call-out, a number that is not there, and numbers that begin again take away from the notes of a
page."""


@dataclass(frozen=True)
class Foot:
    """The notes of one flow: where they begin, and the lines of each; `goes_on` counts lines of an earlier note."""

    start: int
    notes: tuple[tuple[Piece, ...], ...] = ()
    goes_on: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class Start:
    """A line with which a note may begin."""

    place: int
    number: int
    is_called: bool
    look: str = ""
    """The signs around the number: those of a list, brackets, or none."""

    @property
    def weight(self) -> float:
        """How surely it is one."""
        return (0.5 if self.look in LISTED else 1.0) if self.is_called else -MISSING


@dataclass(frozen=True)
class Chain:
    """Notes one below the other."""

    starts: tuple[Start, ...]
    weight: float

    def may_go_on(self, start: Start) -> bool:
        """Whether `start` may be the next note: a higher number of the same look."""
        last = self.starts[-1]
        return 0 < start.number - last.number <= JUMP and start.look == last.look

    def with_next(self, start: Start) -> "Chain":
        """The chain with one note more."""
        lost = start.number - self.starts[-1].number - 1
        return Chain((*self.starts, start), self.weight + start.weight - MISSING * lost)


class FootReader:
    """Reads the feet of all flows in order, with the number of the last note in mind."""

    def __init__(self, measure: Measure, flows: Sequence[Sequence[Piece]]) -> None:
        self._measure = measure.width
        self._look = _look(flows)
        self._last = 0
        self._end: Piece | None = None
        self._above = ""
        self._page = 0
        self._runs_on = False

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
        chain = self._best_chain(flow, text)
        if chain:
            is_next_page = flow[0].page > self._page
            self._runs_on = self._runs_on or (is_next_page and 1 < chain[0].number == self._last + 1)
            self._last, self._page = chain[-1].number, flow[0].page
            return [*_signed(flow, chain[0].place), *(each.place for each in chain)]
        return _signed(flow, len(flow)) if len(flow) and flow[0].page == 0 else []

    def _best_chain(self, flow: Sequence[Piece], text: str) -> tuple[Start, ...]:
        """The notes, numbers increasing downwards, of which most are called above."""
        best: list[Chain] = []
        for start in (each for each in _starts(flow, text) if self._look in (None, each.look)):
            before = [chain for chain in best if chain.may_go_on(start)]
            opening = [Chain((start,), start.weight - self._distance(start))] if self._may_open(start) else []
            longer = [chain.with_next(start) for chain in before]
            best += sorted([*opening, *longer], key=lambda chain: chain.weight)[-1:]
        chain = max(best, key=lambda chain: (chain.weight, chain.starts[-1].place), default=None)
        return chain.starts if chain and chain.weight > 0 and self._is_foot(flow, chain) else ()

    def _may_open(self, start: Start) -> bool:
        """Whether a note with this number may be the first here: the next one, or before any one that is called."""
        if not self._last:
            return start.is_called
        return (start.number == 1 and not self._runs_on) or 0 < start.number - self._last <= JUMP

    def _distance(self, start: Start) -> float:
        if self._last and start.number <= self._last:
            return RESTARTED
        return MISSING * (start.number - self._last - 1) if self._last else 0.0

    def _is_foot(self, flow: Sequence[Piece], chain: Chain) -> bool:
        first = chain.starts[0]
        if any(_is_part(piece) for piece in flow[first.place :]):
            return False
        is_low = first.place > len(flow) // 2
        return len(chain.starts) > 1 or first.number > 1 or is_low or self._is_small(flow[first.place :])

    def _is_small(self, pieces: Sequence[Piece]) -> bool:
        return any(piece.width > SMALLER * self._measure for piece in pieces)

    def _continued(self, flow: Sequence[Piece], first: int) -> int:
        """Where the end of an earlier note stands above the first number; its last line may be short."""
        end = self._end
        if end is None or is_closed(end.text) or WHOLE_ADDRESS.search(end.text) or first < 2:
            return first
        for begin in range(first - 1, max(0, first - LONGEST_REST), -1):
            is_item = begins_item(flow[begin - 1].text, flow[begin].text)
            if not is_item and _is_apart(flow, begin) and is_cut(end.text, flow[begin].text):
                return begin
        return self._below_text(flow, first, end)

    def _below_text(self, flow: Sequence[Piece], first: int, end: Piece) -> int:
        """Where lines wider than the text go on with a note; the first of them may be shorter."""
        begin = first - 1
        while begin > 1 and self._is_small([flow[begin - 1]]):
            begin -= 1
        is_note = self._is_small([flow[begin]]) or end.text.endswith(("-", "\u2010"))
        if is_note and _follows_part(flow, begin - 1) and is_cut(flow[begin - 1].text, flow[begin].text):
            begin -= 1
        return begin if is_note and is_cut(end.text, flow[begin].text) else first


def _follows_part(flow: Sequence[Piece], place: int) -> bool:
    """Whether a line stands below the end of a sentence or of an item."""
    return place > 0 and (is_closed(flow[place - 1].text) or flow[place - 1].text.endswith((";", ":")))


def _is_apart(flow: Sequence[Piece], place: int) -> bool:
    """Whether a line goes on with something that is not right above it."""
    before, line = flow[place - 1].text, flow[place].text
    return flow[place].gap > 0 or (is_closed(before) and is_cut(before, line))


def _number(flow: Sequence[Piece], place: int) -> int:
    """The number of the note that may begin here, 0 if none can; one that stands alone has its text below it."""
    match = NUMBERED.match(flow[place].text)
    if not match or (match.end() == len(flow[place].text) and place + 1 == len(flow)):
        return 0
    is_item = _look_of(flow[place]) in LISTED and flow[place].text[match.end() :][:1].islower()
    return 0 if is_item else int(match[1])


def _look_of(piece: Piece) -> str:
    """The signs around the number with which a line begins."""
    match = LOOK.match(piece.text)
    return match[1] + match[2] if match else ""


def _starts(flow: Sequence[Piece], text: str) -> Iterator[Start]:
    """The lines of `flow`, the end of `text`, that may begin notes."""
    at = len(text) - sum(len(piece.text) + 1 for piece in flow) + 1
    for place, piece in enumerate(flow):
        number = _number(flow, place)
        if number:
            calls = re.finditer(CALLED.format(number, number), text)
            yield Start(place, number, any(call.start() != at for call in calls), _look_of(piece))
        at += len(piece.text) + 1


def _look(flows: Sequence[Sequence[Piece]]) -> str | None:
    """The look of most of the notes that are called, above the references; None where none is."""
    looks = Counter(
        start.look
        for flow in _before_references(flows)
        for start in _starts(flow, "\n".join(piece.text for piece in flow))
        if start.is_called
    )
    return max(looks, key=looks.__getitem__) if looks else None


def _before_references(flows: Sequence[Sequence[Piece]]) -> Iterator[Sequence[Piece]]:
    for flow in flows:
        first = next((place for place, piece in enumerate(flow) if _is_part(piece, ("references",))), None)
        yield flow[:first]
        if first is not None:
            return


def _signed(flow: Sequence[Piece], end: int) -> list[int]:
    """The places of notes with a sign for a number that stand right above `end`, called on the same page."""
    found: list[int] = []
    for place in range(end - 1, max(end - 6, 0), -1):
        sign = SIGN.match(flow[place].text)
        if sign and any(piece.text.rstrip().endswith(sign[1]) or f"{sign[1]}," in piece.text for piece in flow[:place]):
            found.insert(0, place)
    return found


def _is_part(piece: Piece, kinds: Sequence[str] = PARTS) -> bool:
    label = label_of(piece.text)
    return label is not None and label.kind in kinds


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
