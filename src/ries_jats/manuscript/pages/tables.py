"""Tables of a layout: kept as they are printed, since which lines make a cell cannot be told."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ...article.blocks import Preformatted
from ...article.prose import Prose, Run
from ..measure import Measure, is_closed
from .flow import Paragraph
from .indents import has_cells

NARROW = 0.7
"""Width, in measures, up to which the lines of a cell reach."""
FEWEST_LINES = 4
"""Lines from which a paragraph between cells is text."""


def find_tables(paragraphs: Sequence[Paragraph], measure: Measure) -> frozenset[int]:
    """The places of the paragraphs that are cells."""
    found: set[int] = set()
    places = (place for place, paragraph in enumerate(paragraphs) if paragraph.is_table)
    for _, flow in groupby(places, key=lambda place: paragraphs[place].lines[0].first.flow):
        found.update(_cells(paragraphs, list(flow), measure))
    return frozenset(found)


def _cells(paragraphs: Sequence[Paragraph], flow: Sequence[int], measure: Measure) -> Iterator[int]:
    """Of the paragraphs of a flow those from the first with cells to the last, with short lines after it."""
    rows = [place for place in flow if any(map(has_cells, paragraphs[place].lines))]
    yield from (place for place in flow if rows[0] <= place <= rows[-1] and not _is_text(paragraphs[place]))
    for place in flow[flow.index(rows[-1]) + 1 :]:
        if is_closed(paragraphs[place].lines[-1].text) or _reaches(paragraphs[place], measure):
            return
        yield place


def _is_text(paragraph: Paragraph) -> bool:
    is_long = len(paragraph.lines) >= FEWEST_LINES and not any(map(has_cells, paragraph.lines))
    return is_long and is_closed(paragraph.lines[-1].text)


def _reaches(paragraph: Paragraph, measure: Measure) -> bool:
    return any(line.width > NARROW * measure.width for line in paragraph.lines)


def as_printed_table(paragraphs: Sequence[Paragraph]) -> Preformatted:
    """The lines with their white space."""
    runs: list[Run] = []
    for piece in (piece for paragraph in paragraphs for line in paragraph.lines for piece in line.pieces):
        if runs:
            runs.append(Run("\n", (), runs[-1].end))
        if piece.indent > 0:
            runs.append(Run(" " * piece.indent, (), piece.at - piece.indent))
        runs.append(Run(piece.text, (), piece.at))
    return Preformatted(Prose(tuple(runs)))
