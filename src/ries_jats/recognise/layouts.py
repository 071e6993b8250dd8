"""Tables that only set things in their places: pictures above their captions, formulas beside their numbers, columns of
running text. They are opened, so that what they hold stands in the text in the order in which it is read.

A table of data is told by its caption, or by rows and columns of short entries.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..article.blocks import Block, Cell, Figure, Heading, Paragraph, Row, Table
from ..article.prose import OBJECT, Formula, Image
from ..article.walk import all_blocks, all_prose, plain_text
from .captions import NUMBER, is_caption_line, is_caption_of

RUNNING_TEXT = 60
"""Characters of a cell that holds running text."""
MOST_COLUMNS = 3
"""Columns of text beside each other on a page."""
NEAR = 2
"""Paragraphs between a table and its caption, which may be set in two."""


def opened_layouts(blocks: Sequence[Block]) -> list[Block]:
    """Blocks with the tables opened that are none of data."""
    made: list[Block] = []
    for place, block in enumerate(blocks):
        around = (*blocks[max(0, place - NEAR) : place], *blocks[place + 1 : place + 2])
        if isinstance(block, Table) and _is_layout(block, around):
            made += _opened(block)
        else:
            made.append(block)
    return made


def _is_layout(table: Table, around: Sequence[Block]) -> bool:
    cells = [cell for row in _rows(table) for cell in row if cell.blocks]
    if not cells or table.caption:
        return False
    if _is_gallery(cells) or _is_formula(cells):
        return True
    if any(is_caption_of("table", each) for each in (*around, *_first_lines(cells))):
        return False
    return _is_one_column(table) or _is_columns(table) or _holds_table(cells)


def _rows(table: Table) -> tuple[Row, ...]:
    return (*table.head, *table.body)


def _first_lines(cells: Sequence[Cell]) -> tuple[Block, ...]:
    """What may be a caption inside the table; such a one stands there by mistake."""
    return cells[0].blocks[:1]


def _is_picture(cell: Cell) -> bool:
    """Whether a cell shows images; their captions may stand in it too."""
    return any(_is_image(block) for block in cell.blocks)


def _is_image(block: Block) -> bool:
    if isinstance(block, Figure):
        return True
    is_bare = isinstance(block, Paragraph) and not block.prose.text.replace(OBJECT, "").strip()
    return is_bare and isinstance(block, Paragraph) and block.prose.has(Image)


def _is_gallery(cells: Sequence[Cell]) -> bool:
    """Pictures with nothing but a line or two for each."""
    shown = sum(map(_is_picture, cells))
    return shown > 0 and len(cells) <= 3 * shown


def _is_formula(cells: Sequence[Cell]) -> bool:
    """Formulas with nothing but numbers beside them."""
    formulas = [cell for cell in cells if _holds_formula(cell)]
    others = [plain_text(cell.blocks) for cell in cells if not _holds_formula(cell)]
    return bool(formulas) and all(NUMBER.fullmatch(text) for text in others)


def _holds_formula(cell: Cell) -> bool:
    """Whether a cell holds formulas and no words."""
    runs = [run for prose in all_prose(cell.blocks) for run in prose.runs if run.text.strip()]
    return bool(runs) and all(any(isinstance(mark, Formula) for mark in run.marks) for run in runs)


def _is_one_column(table: Table) -> bool:
    return all(len(row) == 1 for row in _rows(table))


def _is_columns(table: Table) -> bool:
    """A row of running text in columns."""
    rows = [row for row in _rows(table) if any(cell.blocks for cell in row)]
    cells = [cell for row in rows for cell in row if cell.blocks]
    is_narrow = all(len(row) <= MOST_COLUMNS for row in rows)
    return len(rows) == 1 and is_narrow and any(len(plain_text(cell.blocks)) > RUNNING_TEXT for cell in cells)


def _holds_table(cells: Sequence[Cell]) -> bool:
    """JATS has no table in a table; one that holds others sets them beside each other."""
    return any(isinstance(block, Table) for cell in cells for block in all_blocks(cell.blocks))


def _opened(table: Table) -> Iterator[Block]:
    blocks = opened_layouts([block for cell in _read(_rows(table)) for block in cell.blocks])
    captions = [block for block in blocks if is_caption_of("figure", block)]
    images = [block for block in blocks if isinstance(block, Figure | Paragraph) and _is_image(block)]
    if len(images) > 1 and len(captions) <= 1:
        yield from _as_one(blocks, images)
    else:
        yield from blocks


def _read(rows: Sequence[Row]) -> Iterator[Cell]:
    """Cells in the order of reading: captions in a row below pictures are read each after its own."""
    skipped = False
    for row, below in pairwise((*rows, ())):
        if skipped:
            skipped = False
        elif len(row) > 1 and len(row) == len(below) and _is_captioned(row, below):
            skipped = True
            yield from (cell for pair in zip(row, below, strict=True) for cell in pair)
        else:
            yield from row


def _is_captioned(row: Row, below: Row) -> bool:
    """Whether each picture of a row has a caption of its own in the row below."""
    pairs = [(one, other) for one, other in zip(row, below, strict=True) if one.blocks or other.blocks]
    return all(_is_picture(one) and is_caption_line(plain_text(other.blocks)) for one, other in pairs)


def _as_one(blocks: Sequence[Block], images: Sequence[Block]) -> Iterator[Block]:
    """Pictures that share a caption are one figure."""
    first = blocks.index(images[0])
    shown = tuple(image for block in images for image in _images(block))
    yield from (block for block in blocks[:first] if block not in images)
    yield Figure(shown)
    yield from (block for block in blocks[first:] if block not in images)


def _images(block: Block) -> Iterator[Image]:
    match block:
        case Figure(images):
            yield from images
        case Paragraph(prose) | Heading(prose):
            yield from (mark for run in prose.runs for mark in run.marks if isinstance(mark, Image))
