"""The lines that a page shows, from those of the file: a raised number or sign breaks one line into two."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ..measure import CERTAIN, CLOSES, TITLE, Measure, is_closed, is_cut
from .lines import RAISED_AT_END, Line, Piece
from .parts import is_part

NEARBY, NARROWEST = 3, 0.8
"""Lines that tell the measure of a quotation, and the least that it is, in measures of the text."""
TIGHT = 1.03
"""Width, in measures, up to which two pieces were one line."""
ORDINAL = re.compile(r"(?:\d|\b[IVXLC]{1,6})(?:e|er|re|ère|ème|o|a|º|ª|th|st|nd|rd)$")
"""Letters that are raised after a number: `XIXe`."""
Calls = Mapping[int, frozenset[int]]
"""The numbers of the notes of each page."""


def as_printed(pieces: Sequence[Piece], measure: Measure, calls: Calls) -> list[Line]:
    """The lines of the text; a number that calls a note of its page is raised where it broke a line."""
    lines: list[list[Piece]] = []
    for piece, following in zip(pieces, (*pieces[1:], None), strict=False):
        numbers = _numbers(calls, piece.page)
        is_one = bool(lines) and _adjoins(lines[-1], piece, _nearby(lines, measure), numbers)
        if is_one and not _is_apart(lines[-1], piece, following, measure):
            lines[-1][-1] = _before_break(lines[-1][-1], numbers)
            lines[-1].append(replace(piece, is_raised=_is_call(piece, numbers)))
        else:
            lines.append([piece])
    return [Line(tuple(line)) for line in lines]


def _is_apart(line: Sequence[Piece], piece: Piece, following: Piece | None, measure: Measure) -> bool:
    """Whether `piece`, though it would fit on the line, is a heading below it: both together leave room, and it ends no
    sentence.
    """
    if following is None or is_closed(piece.text) or is_cut(line[-1].text, piece.text):
        return False
    if TITLE.match(piece.text) or is_part(Line((piece,))):
        return True
    left = measure.room(" ".join(each.text for each in (*line, piece)), following.text)
    return not is_cut(piece.text, following.text) and left > 2 * CERTAIN


def _nearby(lines: Sequence[Sequence[Piece]], measure: Measure) -> float:
    """The measure of the lines above the last: narrower than that of the text where their sentences left room, as in a
    quotation.
    """
    above = lines[-NEARBY - 1 : -1]
    widest = max((sum(piece.width for piece in line) for line in above), default=measure.width)
    texts = [" ".join(piece.text for piece in line) for line in lines[-NEARBY - 1 :]]
    leaves_room = any(is_cut(one, other) and measure.room(one, other) > CERTAIN for one, other in pairwise(texts))
    return widest if leaves_room and NARROWEST * measure.width < widest < measure.width else measure.width


def _numbers(calls: Calls, page: int) -> frozenset[int]:
    """Of the notes of a page and of its neighbours, where a note may stand that found no room."""
    return frozenset().union(*(calls.get(each, frozenset()) for each in (page - 1, page, page + 1)))


def _is_call(piece: Piece, numbers: frozenset[int]) -> bool:
    return piece.text.isdigit() and int(piece.text) in numbers


def _before_break(piece: Piece, numbers: frozenset[int]) -> Piece:
    number = RAISED_AT_END.search(piece.text)
    return replace(piece, ends_raised=number is not None and int(number[0]) in numbers)


def _adjoins(line: Sequence[Piece], piece: Piece, measure: float, numbers: frozenset[int]) -> bool:
    """Whether `piece` stands on the line that the pieces of `line` begin; a call-out alone on the first line of a page
    belongs to the last of the page before.
    """
    before = line[-1]
    if _is_call(piece, numbers):
        return not piece.gap or piece.flow != before.flow
    if piece.gap or piece.indent or piece.flow != before.flow:
        return False
    if CLOSES.match(piece.text) or before.is_raised:
        return True
    number = RAISED_AT_END.search(before.text)
    is_call = number is not None and (int(number[0]) in numbers or not numbers)
    fits = sum(each.width for each in line) + piece.width <= TIGHT * measure
    return fits and (is_call or ORDINAL.search(before.text) is not None)
