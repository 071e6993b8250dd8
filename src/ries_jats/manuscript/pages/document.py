"""The blocks of a text in pages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby

from ...article.blocks import Block, Heading, Quote
from ...article.blocks import Paragraph as TextParagraph
from ...article.prose import Prose
from ...article.source import Source
from ..document import Document
from ..measure import Measure, measure_of, measure_of_lines
from .columns import flows_of
from .entries import split_entries
from .flow import Paragraph, paragraphs_of
from .furniture import find_furniture, key_of
from .head import head_blocks, head_length
from .headings import is_heading, is_label, is_references
from .lines import SPACES, Line, Piece, by_page, joined, read_lines
from .loose import with_labels
from .notes import Foot, FootReader
from .printed import as_printed
from .tables import as_printed_table, find_tables

FEWEST_LINES = 6
"""Of a column that a running foot or page number parts from the one before."""
LEVEL = 2
"""Of all headings: a text in pages does not tell their ranks."""


@dataclass
class Sorted:
    """The lines of all pages: those of the text, those around it."""

    text: list[Piece]
    apart: list[tuple[Piece, ...]]
    """Running heads, page numbers and notes, in the order of the pages."""
    calls: dict[int, frozenset[int]]


def read_pages(source: Source) -> Document:
    """The document in the plain text `source`."""
    pages = by_page(list(read_lines(source.visible)))
    furniture = find_furniture(pages)
    flows = [[flow for part in _parted(page, furniture) for flow in flows_of(part)] for page in pages]
    measure = measure_of_lines([SPACES.sub(" ", piece.text) for page in flows for flow in page for piece in flow])
    flows = [[[replace(piece, is_fixed=measure.is_fixed) for piece in flow] for flow in page] for page in flows]
    found = _sorted(flows, [[piece for piece in page if piece.at in furniture] for page in pages], measure)
    measure = measure.of(measure_of(piece.width for piece in found.text))
    length = head_length([Line((piece,)) for piece in found.text], measure)
    widest = max((piece.width for flow in flows[0] for piece in flow), default=measure.width)
    heads = [key_of(piece.text) for page in pages for piece in page if piece.at in furniture]
    head = head_blocks([Line((piece,)) for piece in found.text[:length]], measure.of(widest), heads)
    lines = as_printed(found.text[length:], measure, found.calls)
    paragraphs = _with_entries(paragraphs_of(lines, measure))
    body = _merged(list(_body(paragraphs, measure)), found.apart)
    source = _in_columns(source, found.text) if any(len(page) > 1 for page in flows) else source
    page_ends = tuple(match.start() for match in re.finditer("\f", source.visible))
    return Document(source, (*head, *body), page_ends=page_ends)


def _parted(page: Sequence[Piece], furniture: frozenset[int]) -> list[list[Piece]]:
    """What stands between furniture: each long part begins anew, as a column does."""
    parts: list[list[Piece]] = []
    for is_furniture, part in groupby(page, key=lambda piece: piece.at in furniture):
        lines = [] if is_furniture else list(part)
        if parts and 0 < len(lines) < FEWEST_LINES:
            parts[-1] += lines
        elif lines:
            parts.append([replace(lines[0], gap=0), *lines[1:]] if parts else lines)
    return parts


def _in_columns(source: Source, text: Sequence[Piece]) -> Source:
    """The source with the order in which its columns are read."""
    return replace(source, reading_order=tuple(sorted((piece.at, place) for place, piece in enumerate(text))))


def _sorted(pages: Sequence[list[list[Piece]]], edges: Sequence[list[Piece]], measure: Measure) -> Sorted:
    reader = FootReader(measure, [flow for flows in pages for flow in flows])
    found = Sorted([], [], {})
    numbers = count()
    is_layout = any(piece.indent for flows in pages for flow in flows for piece in flow)
    for flows, furniture in zip(pages, edges, strict=True):
        first = min((flow[0].at for flow in flows if flow), default=0)
        found.apart += [(piece,) for piece in furniture if piece.at < first]
        for place, lines in enumerate(flows):
            flow = lines if is_layout else with_labels(lines, measure)
            number = next(numbers)
            opening = [replace(flow[0], gap=0), *flow[1:]] if place == 0 and flow else flow
            _sort_flow([replace(piece, flow=number) for piece in opening], reader, found)
        found.apart += [(piece,) for piece in furniture if piece.at >= first]
    return found


def _sort_flow(flow: Sequence[Piece], reader: FootReader, found: Sorted) -> None:
    if not flow:
        return
    foot = reader.read(flow)
    found.text += flow[: foot.start]
    if foot.goes_on:
        _go_on(found.apart, foot)
    found.apart += foot.notes
    page = flow[0].page
    found.calls[page] = found.calls.get(page, frozenset()) | _numbers(foot)


def _go_on(apart: list[tuple[Piece, ...]], foot: Foot) -> None:
    """The last note with its lines on this page."""
    last = max(place for place, pieces in enumerate(apart) if pieces[0].is_raised)
    apart[last] = (*apart[last], *foot.goes_on)


def _numbers(foot: Foot) -> frozenset[int]:
    labels = (note[0].text.strip("[]().") for note in foot.notes)
    return frozenset(int(label) for label in labels if label.isdigit())


@dataclass(frozen=True)
class Placed:
    """A block, and the piece that it begins with."""

    block: Block
    first: Piece


def _body(paragraphs: Sequence[Paragraph], measure: Measure) -> Iterator[Placed]:
    cells = find_tables(paragraphs, measure)
    is_listing = False
    for is_table, places in groupby(range(len(paragraphs)), key=cells.__contains__):
        if is_table:
            table = [paragraphs[place] for place in places]
            yield Placed(as_printed_table(table), table[0].lines[0].first)
            continue
        for place in places:
            block = _block(paragraphs, place, measure, is_listing=is_listing)
            is_listing = is_references(paragraphs[place]) if isinstance(block, Heading) else is_listing
            yield Placed(block, paragraphs[place].lines[0].first)


def _with_entries(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """With every reference a paragraph of its own."""
    labels = [place for place, paragraph in enumerate(paragraphs) if is_label(paragraph)]
    first = next((place for place in labels if is_references(paragraphs[place])), len(paragraphs))
    last = next((place for place in labels if place > first), len(paragraphs))
    return [*paragraphs[: first + 1], *split_entries(paragraphs[first + 1 : last]), *paragraphs[last:]]


def _block(paragraphs: Sequence[Paragraph], place: int, measure: Measure, *, is_listing: bool) -> Block:
    """A paragraph as what it is; in a list of references only names of parts are headings."""
    paragraph = paragraphs[place]
    if is_label(paragraph) or (not is_listing and is_heading(paragraphs, place, measure)):
        return Heading(_on_one_line(paragraph), LEVEL)
    text = TextParagraph(_prose(paragraph.lines))
    is_below_label = place > 0 and is_label(paragraphs[place - 1])
    return Quote((text,)) if paragraph.is_narrow and not is_listing and not is_below_label else text


def _prose(lines: Sequence[Line]) -> Prose:
    return joined([piece for line in lines for piece in line.pieces])


def _on_one_line(paragraph: Paragraph) -> Prose:
    runs = _prose(paragraph.lines).runs
    return Prose(tuple(replace(run, text=run.text.replace("\n", " ")) for run in runs))


def _merged(body: Sequence[Placed], apart: Sequence[tuple[Piece, ...]]) -> Iterator[Block]:
    """The text with what stands around it: after the block in which its place is."""
    waiting = list(apart)
    for placed in body:
        while waiting and _is_before(waiting[0][0], placed.first):
            yield TextParagraph(joined(waiting.pop(0)))
        yield placed.block
    for pieces in waiting:
        yield TextParagraph(joined(pieces))


def _is_before(piece: Piece, first: Piece) -> bool:
    return first.page > piece.page or (first.page == piece.page and first.at > piece.at)
