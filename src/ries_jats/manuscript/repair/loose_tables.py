"""Tables that the extraction took apart: loose cells under a caption, put together as rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...article.blocks import Block, Cell, Paragraph, Quote, Row, Table
from ...article.prose import Prose
from ...article.walk import all_prose
from ...findings import Finding, finding
from ...lexicon import fold, label_of, words_of
from ..document import Document

CAPTION = re.compile(r"([^\W\d_]+\.?)\s*(?:\d+(?:[.-]\d+)*|[IVXLC]+)(?!\w)\s*(?:[.:–—-]|(?=[A-ZÀ-Þ«“\"(])|$)")
LONGEST_CAPTION = 250
LONGEST_CELL = 250
"""Characters up to which a block may be a cell."""
FEWEST_ROWS = 4
"""Blocks with figures from which loose cells are a table."""
PART = 0.4
"""Part of the blocks that must have figures of their own."""
FIGURE = r"[-–−+]?\d+(?:[.,]\d+)*\s?%?"
FIGURES = re.compile(rf"(?:^|(?<=\s)){FIGURE}(?:\s+{FIGURE})*\s*$", re.MULTILINE)
"""The figures at the end of a line, or a line of figures alone."""


def gather_tables(document: Document) -> Document:
    """With loose cells under the caption of a table as one table."""
    blocks: list[Block] = []
    place = 0
    while place < len(document.blocks):
        block = document.blocks[place]
        blocks.append(block)
        place += 1
        cells = _cells(document.blocks[place:]) if _is_caption(block) else []
        if cells:
            blocks.append(Table((), tuple(_rows(cells))))
            place += len(cells)
            document = document.noting(_finding(document, block))
    return replace(document, blocks=tuple(blocks))


def _finding(document: Document, caption: Block) -> Finding:
    prose = next(iter(all_prose([caption])))
    return finding("table-cells-lost", document.source.place(prose.at), quote=prose.text.strip()[:60])


def _is_caption(block: Block) -> bool:
    """Whether a block is the word for a table with its number, and no sentence about one."""
    text = block.prose.text.strip() if isinstance(block, Paragraph) else ""
    match = CAPTION.match(text) if len(text) <= LONGEST_CAPTION else None
    return match is not None and fold(match[1]) in words_of("captions", "table")


def _cells(blocks: Sequence[Block]) -> list[Prose]:
    """The cells at the beginning of `blocks`, up to the last one with figures before anything else."""
    cells: list[Prose] = []
    for block in blocks:
        prose = _cell(block)
        if prose is None:
            break
        cells.append(prose)
    with_figures = [place for place, prose in enumerate(cells) if FIGURES.search(prose.text.strip())]
    if len(with_figures) < FEWEST_ROWS or len(with_figures) < PART * (with_figures[-1] + 1):
        return []
    return cells[: with_figures[-1] + 1]


def _cell(block: Block) -> Prose | None:
    """The text of a block that may be a cell; a narrow one may have been taken for a quotation."""
    match block:
        case Paragraph(prose, style="") | Quote(blocks=(Paragraph(prose, style=""),)):
            text = prose.text.strip()
            is_other = _is_caption(block) or label_of(text) is not None or _is_source(text)
            return prose if 0 < len(text) <= LONGEST_CELL and not is_other else None
    return None


def _is_source(text: str) -> bool:
    """Whether a line says where a table comes from."""
    first, sign, _ = text.lstrip("([ ").partition(":")
    return bool(sign) and fold(first) in words_of("captions", "source")


def _rows(cells: Sequence[Prose]) -> Iterator[Row]:
    """A row a block, its figures apart where most rows have as many."""
    columns = _columns(cells)
    for prose in cells:
        parts = _parts(prose, columns)
        colspan = columns + 1 if len(parts) == 1 else 1
        yield tuple(Cell((Paragraph(part.strip()),), colspan=colspan) for part in parts)


def _columns(cells: Sequence[Prose]) -> int:
    """How many figures stand at the end of most rows, 0 when they differ."""
    counts = [len(FIGURES.findall(prose.text)[0].split()) if _is_row(prose) else 0 for prose in cells]
    usual = max(set(counts), key=counts.count)
    return usual if counts.count(usual) > len(counts) // 2 else 0


def _is_row(prose: Prose) -> bool:
    """Whether a block is one line of words and figures."""
    match = FIGURES.search(prose.text)
    return "\n" not in prose.text.strip() and match is not None and match.start() > 0


def _parts(prose: Prose, columns: int) -> list[Prose]:
    """The words and each of the figures, or the whole where there are not as many figures as columns."""
    words = list(re.finditer(r"\S+", prose.text))
    is_row = _is_row(prose) and len(FIGURES.findall(prose.text)[0].split()) == columns
    if not columns or not (is_row or len(words) == columns + 1):
        return [prose]
    starts = [word.start() for word in words[-columns:]]
    return [prose.cut(start, end) for start, end in zip((0, *starts), (*starts, len(prose.text)), strict=True)]
