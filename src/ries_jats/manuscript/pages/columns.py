"""Columns side by side, as a layout prints them: read one after the other."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from ..measure import is_cut
from .lines import SPACES, Piece

CENTRE = (0.3, 0.7)
"""Where, in parts of the page's width, the second column may begin."""
FEWEST_ROWS = 4
"""Lines in both columns from which these are columns."""
USUAL = 0.15
"""Part of the lines inside sentences that blank lines set apart, from which such blank lines mean nothing."""
COLUMN = 0.2
"""The mean length of the lines of the second column, in parts of the page's width; cells are shorter."""
LIKELY = 5
"""Places, of those where most pieces begin, that are looked at."""


def flows_of(page: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces of a page in reading order: what stands across both columns, and between such lines one column after
    the other.
    """
    gutter = _gutter(page)
    if not gutter:
        return [steady(page)]
    flows = [flow for stretch in _stretches(page, gutter) for flow in stretch]
    return [steady(flow) for flow in flows if flow]


def _stretches(page: Sequence[Piece], gutter: int) -> Iterator[list[list[Piece]]]:
    """Lines across both columns as one flow, and those between them as two."""
    for crosses, stretch in groupby(page, key=lambda piece: _crosses(piece, gutter)):
        lines = list(stretch)
        yield [lines] if crosses else list(_columns(lines, gutter))


def _columns(lines: Sequence[Piece], gutter: int) -> Iterator[list[Piece]]:
    halves = [_halves(line, gutter) for line in lines]
    yield list(_spaced([(line, left) for line, (left, _) in zip(lines, halves, strict=True)]))
    second = list(_spaced([(line, right) for line, (_, right) in zip(lines, halves, strict=True)]))
    yield [replace(piece, gap=0) if place == 0 else piece for place, piece in enumerate(second)]


def _spaced(column: list[tuple[Piece, Piece | None]]) -> Iterator[Piece]:
    """The pieces of a column; a line that only the other column has is a blank line of this one."""
    gap = 0
    for line, piece in column:
        gap += line.gap
        if piece:
            yield replace(piece, gap=gap)
            gap = 0
        else:
            gap += 1


def _halves(line: Piece, gutter: int) -> tuple[Piece | None, Piece | None]:
    place = gutter - line.indent
    if place <= 0:
        return None, replace(line, indent=line.indent - gutter)
    left, right = line.text[:place].rstrip(), line.text[place:].lstrip()
    start = len(line.text) - len(right)
    indent = line.indent + start - gutter
    return (
        replace(line, text=left) if left else None,
        replace(line, text=right, at=line.at + start, indent=indent) if right else None,
    )


def steady(flow: Sequence[Piece]) -> list[Piece]:
    """The pieces of a flow without blank lines that mean nothing: those that stand inside sentences, too, because lines
    are set apart or the other column is set on other lines.
    """
    open_gaps = [piece.gap for before, piece in pairwise(flow) if is_cut(before.text, piece.text)]
    usual = Counter(gap for gap in open_gaps if gap).most_common(1)
    if not usual or usual[0][1] < USUAL * len(open_gaps):
        return list(flow)
    return [replace(piece, gap=piece.gap if piece.gap > usual[0][0] else 0) for piece in flow]


def _crosses(line: Piece, gutter: int) -> bool:
    """Whether words stand where the columns are apart."""
    place = gutter - line.indent
    return 0 < place < len(line.text) and not line.text[max(0, place - 2) : place].isspace()


def _gutter(page: Sequence[Piece]) -> int:
    """Where the second column begins, which is where most pieces begin after space; 0 on a page of one column."""
    width = max((piece.indent + len(piece.text) for piece in page), default=0)
    starts = Counter(
        start for piece in page for start in _starts(piece) if CENTRE[0] * width < start < CENTRE[1] * width
    )
    likely = [start for start, count in starts.most_common(LIKELY) if count >= FEWEST_ROWS]
    best = max(likely, key=lambda place: _rows(page, place), default=0)
    return best if best and _rows(page, best) >= FEWEST_ROWS else 0


def _starts(piece: Piece) -> Iterator[int]:
    yield piece.indent
    yield from (piece.indent + space.end() for space in SPACES.finditer(piece.text))


def _rows(page: Sequence[Piece], place: int) -> int:
    """Lines of the second column that begins at `place`, or of the first if that has fewer, less those that cross."""
    right = [number for number, piece in enumerate(page) if place in _starts(piece)]
    if not right:
        return 0
    inside = page[right[0] : right[-1] + 1]
    left = sum(piece.indent < place for piece in inside)
    length = sum(len(page[number].text) + min(0, page[number].indent - place) for number in right) / len(right)
    if length < COLUMN * max(piece.indent + len(piece.text) for piece in page):
        return 0
    return min(len(right), left) - 2 * sum(_crosses(piece, place) for piece in inside)
