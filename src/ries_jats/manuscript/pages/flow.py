"""Lines of the text to paragraphs: blank lines, indents and the measure of the lines tell where one ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from ..measure import (
    CERTAIN,
    DASH,
    MARK,
    UNCLOSED,
    WIDE,
    Measure,
    begins_item,
    ends_paragraph,
    is_closed,
    is_cut,
    is_sure_item,
)
from .indents import Indents
from .lines import Line
from .parts import is_part
from .signs import Signs, signs_of

WIDER = 1.04
"""Width, in measures of the text, from which a line is of smaller type: an abstract, a caption."""
NEAR = 3
"""Lines within which two lines of smaller type are of one stretch."""
PROOF = 0.05
"""Room, in parts of the measure and summed over the lines of a stretch, that proves a narrower measure: each of its
lines left it though the sentence went on."""
SHORT_PROOF = 0.2
"""The same in a stretch of two lines, of which only the first can prove anything."""
NARROW = 0.965
"""Width, in measures of the text, of the widest line of a quotation."""
LIKELY = 0.95
"""The same after a colon or another quotation, where short ones prove nothing by themselves."""
ALIKE, SHORTER = 0.03, 0.12
"""By how much, in measures of the text, the widest line of a quotation is wider or narrower than that of others."""
HALF_TITLE = 0.2
"""Room that the first line of a heading over two lines left."""
REFUTED = 0.1
"""What a line nearly of the full measure takes away from the proof."""


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together; `is_narrow` when they stand in a narrower measure, as quotations do, `is_table` when
    their column holds a table.
    """

    lines: tuple[Line, ...]
    is_narrow: bool = False
    is_table: bool = False


class Measures:
    """The measure of every line: that of the text, or one of its own in smaller type or in a quotation; in a layout
    indents tell of quotations.
    """

    def __init__(self, lines: Sequence[Line], measure: Measure, indents: Indents) -> None:
        self._lines = lines
        self._measure, self._text = measure, measure.width
        self.of = [measure] * len(lines)
        self.is_narrow = [False] * len(lines)
        self._widen()
        if indents.is_layout:
            self._indent(indents)
        else:
            self._narrow()

    def _indent(self, indents: Indents) -> None:
        """Lines indented one below the other have a measure of their own."""
        inside = [place for place, line in enumerate(self._lines) if indents.is_indented(line)]
        for first, last in _runs(inside):
            if last > first:
                widest = max(self._lines[place].width for place in range(first, last + 1))
                self.of[first : last + 1] = [self._measure.of(widest)] * (last + 1 - first)

    def _widen(self) -> None:
        wide = [place for place, line in enumerate(self._lines) if line.width > WIDER * self._text]
        first = 0
        for number, place in enumerate(wide):
            if number + 1 == len(wide) or wide[number + 1] - place > NEAR:
                self._set_wide(wide[first : number + 1])
                first = number + 1

    def _set_wide(self, wide: Sequence[int]) -> None:
        """Lines wider than the text; a single one is an address that could not be broken."""
        if len(wide) < 2:
            return
        widths = sorted(self._lines[place].width for place in wide)
        for place in range(wide[0], min(wide[-1] + 2, len(self._lines))):
            self.of[place] = self._measure.of(widths[-1 - (len(widths) > NEAR)])

    def _narrow(self) -> None:
        place = 0
        stretches: list[range] = []
        while place < len(self._lines) - 1:
            stretch = self._stretch(place)
            if stretch:
                stretches.append(stretch)
                self._set_narrow(stretch, is_narrow=True)
            place = stretch[-1] + 1 if stretch else place + 1
        usual = self._usual(stretches)
        for stretch in stretches:
            if not -SHORTER < (self._widest(stretch) - usual) / self._text < ALIKE:
                self._set_narrow(stretch, is_narrow=False)

    def _set_narrow(self, stretch: range, *, is_narrow: bool) -> None:
        for place in stretch:
            self.is_narrow[place] = is_narrow
            self.of[place] = self._measure.of(self._widest(stretch)) if is_narrow else self._measure

    def _widest(self, stretch: range) -> float:
        return max(self._lines[place].width for place in stretch)

    def _usual(self, stretches: Sequence[range]) -> float:
        """The measure of the quotations: that of those that a colon announces, if there are any."""
        long = [stretch for stretch in stretches if len(stretch) > 1]
        announced = [stretch for stretch in long if self._is_announced(stretch[0])]
        return median(self._widest(stretch) for stretch in announced or long) if long else 0.0

    def _stretch(self, first: int) -> range | None:
        """The lines of a narrower measure from `first` to the end of their paragraph, which is no turn of speech."""
        is_turn = self._lines[first].text.startswith(("—", "–"))
        if self.of[first] is not self._measure or is_turn or not self._opens(first):
            return None
        proof = widest = 0.0
        for place in range(first, len(self._lines)):
            width = self._lines[place].width
            if width > self._text or is_part(self._lines[place]) or MARK.match(self._lines[place].text):
                return None
            widest = max(widest, width)
            proof += self._left(place) - (REFUTED if width > NARROW * self._text else 0.0)
            is_opening = self._lines[place].text.endswith(":")
            if is_opening or self._may_end(place, self._measure.of(widest)):
                stretch = range(first, place + 1)
                is_proved = proof >= (PROOF if place > first + 1 else SHORT_PROOF)
                is_quotation = is_proved or self._is_likely(stretch, proof)
                return stretch if is_quotation and (not is_opening or self._is_announced(first)) else None
        return None

    def _is_likely(self, stretch: range, proof: float) -> bool:
        """Whether a quotation is expected, after a colon or another one, and no line is against it."""
        before = stretch[0] - 1
        is_expected = self._is_announced(stretch[0]) or (before >= 0 and self.is_narrow[before])
        widest = self._widest(stretch)
        return is_expected and proof >= 0 and len(stretch) > 1 and widest < LIKELY * self._text

    def _is_announced(self, place: int) -> bool:
        return place > 0 and self._lines[place - 1].text.endswith(":")

    def _may_end(self, place: int, measure: Measure) -> bool:
        if place + 1 == len(self._lines) or self._lines[place + 1].first.gap:
            return True
        return ends_paragraph(self._lines[place].text, self._lines[place + 1].text, measure)

    def _opens(self, place: int) -> bool:
        if not place:
            return True
        before, line = self._lines[place - 1], self._lines[place]
        is_end = is_closed(before.text) or before.text.endswith(":")
        return is_end or self._measure.room(before.text, line.text) > UNCLOSED

    def _left(self, place: int) -> float:
        """The room that a line left though its sentence goes on in the next."""
        if place + 1 == len(self._lines) or not is_cut(self._lines[place].text, self._lines[place + 1].text):
            return 0.0
        left = self._measure.room(self._lines[place].text, self._lines[place + 1].text)
        return left if 0 < left < UNCLOSED else 0.0


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last of neighbouring places."""
    first = 0
    for number, place in enumerate(places):
        if number + 1 == len(places) or places[number + 1] != place + 1:
            yield places[first], place
            first = number + 1


def paragraphs_of(lines: Sequence[Line], measure: Measure) -> list[Paragraph]:
    """The lines in paragraphs."""
    indents = Indents(lines)
    measures = Measures(lines, measure, indents)
    signs = signs_of(lines, measures.of, indents)
    found: list[list[int]] = []
    for place in range(len(lines)):
        if found and not _ends(lines, place - 1, measures, signs, is_first=len(found[-1]) == 1):
            found[-1].append(place)
        else:
            found.append([place])
    return [_paragraph([lines[place] for place in places], places, measures, indents) for places in found]


def _paragraph(lines: Sequence[Line], places: Sequence[int], measures: Measures, indents: Indents) -> Paragraph:
    is_item = MARK.match(lines[0].text) is not None or DASH.match(lines[0].text) is not None
    is_narrow = all(measures.is_narrow[place] for place in places) or indents.is_quotation(lines)
    return Paragraph(tuple(lines), is_narrow and not is_item, indents.is_table(lines[0]))


def _ends(lines: Sequence[Line], place: int, measures: Measures, signs: Signs, *, is_first: bool) -> bool:
    """Whether a paragraph ends with the line at `place`."""
    before, line, measure = lines[place], lines[place + 1], measures.of[place]
    is_open = is_cut(before.text, line.text)
    left = measure.room(before.text, line.text)
    if is_open and (left < CERTAIN or (before.first.flow != line.first.flow and left < WIDE)):
        return False
    if begins_item(before.text, line.text) and is_sure_item(before.text, line.text):
        return True
    if line.first.gap or is_part(before) or is_part(line):
        return True
    if (left > signs.certain and _ends_item(before, line, signs.indents)) or signs.ends_inside(before, line):
        return True
    if signs.deny(before, line):
        return False
    if _stands_alone(lines, place + 1, measure) or measures.is_narrow[place] != measures.is_narrow[place + 1]:
        return True
    by_indent = signs.indents.ends(before, line)
    if by_indent is not None or signs.begins(line):
        return by_indent is not False
    return ends_paragraph(before.text, line.text, replace(measure, certain=signs.certain), is_first=is_first)


def _ends_item(before: Line, line: Line, indents: Indents) -> bool:
    """Whether an item of one line stands above a line that is no further in, as its second line would be."""
    is_item = MARK.match(before.text) is not None or DASH.match(before.text) is not None
    return is_item and indents.is_layout and is_closed(before.text) and indents.depth(line) <= indents.depth(before) + 1


def _stands_alone(lines: Sequence[Line], place: int, measure: Measure) -> bool:
    """Whether a heading begins or ends below the line before `place`: one line that closes no sentence though another
    begins below it, or two of which the first left room for words of the second.
    """
    begins = is_closed(lines[place - 1].text) and (
        _is_short(lines, place, measure) or _are_short(lines, place, measure)
    )
    return begins or (place > 2 and is_closed(lines[place - 3].text) and _are_short(lines, place - 2, measure))


def _is_short(lines: Sequence[Line], place: int, measure: Measure) -> bool:
    before, line = lines[place - 1], lines[place]
    following = lines[place + 1] if place + 1 < len(lines) else None
    if following is None or _ends_sentence(line):
        return False
    is_open = is_cut(before.text, line.text) or is_cut(line.text, following.text)
    return not is_open and measure.room(line.text, following.text) > UNCLOSED


def _are_short(lines: Sequence[Line], place: int, measure: Measure) -> bool:
    """Whether the lines from `place` are a heading over two lines."""
    if place + 2 >= len(lines):
        return False
    one, other, text = lines[place : place + 3]
    if _ends_sentence(other) or is_closed(one.text) or any(line.first.gap for line in (other, text)):
        return False
    goes_on = (
        is_cut(one.text, other.text)
        and not is_cut(other.text, text.text)
        and not is_cut(lines[place - 1].text, one.text)
    )
    left, below = measure.room(one.text, other.text), measure.room(other.text, text.text)
    return goes_on and below > 0 and (left > UNCLOSED or left > HALF_TITLE < 2 * below)


def _ends_sentence(line: Line) -> bool:
    return is_closed(line.text) or line.text.endswith(":")
