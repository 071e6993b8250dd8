"""Header rows that their author only made look so: bold above plain rows, words above columns of figures."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..article.blocks import Block, Cell, Row, Table
from ..article.prose import Style
from ..article.walk import all_prose, plain_text
from .text import Text

MOST_ROWS = 3
"""Header rows that a table may have."""
FIGURES = re.compile(r"[\s(\[<>≤≥≈~±+−–—-]*(?:[A-Z]{1,3}[$\s]|[€$£])?\s*\d[\d\s.,:;/%‰€$£()\[\]*±–−-]*[a-z%]{0,3}\s*")
NO_VALUE = frozenset({"", "-", "–", "—", "…", "...", "n.d.", "n/a", "na", "n.a.", "s.o.", "nd"})
"""What stands in a cell that has no figure."""
MOSTLY = 0.7


def read_table_heads(text: Text) -> Text:
    """With header rows told from the others; what an extraction took for a table tells nothing by its looks."""
    return text if text.is_extracted else replace(text, blocks=tuple(map(_with_head, text.blocks)))


def _with_head(block: Block) -> Block:
    if not isinstance(block, Table) or block.head or len(block.body) < 2:
        return block
    count = _bold_rows(block.body) or int(_is_above_figures(block.body))
    head = tuple(tuple(replace(cell, is_header=True) for cell in row) for row in block.body[:count])
    return replace(block, head=head, body=block.body[count:])


def _bold_rows(rows: Sequence[Row]) -> int:
    """How many first rows are bold, when the others are not."""
    count = next((place for place, row in enumerate(rows) if not _is_bold(row)), len(rows))
    others = rows[count:]
    return count if count <= MOST_ROWS and len(others) > sum(map(_is_bold, others)) * 2 else 0


def _is_bold(row: Row) -> bool:
    proses = [prose for cell in row for prose in all_prose(cell.blocks) if prose.text.strip()]
    return bool(proses) and all(prose.is_all(Style.BOLD) for prose in proses)


def _is_above_figures(rows: Sequence[Row]) -> bool:
    """Whether the first row names columns of figures, each in words."""
    first, others = rows[0], rows[1:]
    names = [plain_text(cell.blocks).strip() for cell in first[1:]]
    is_named = bool(names) and all(name and not FIGURES.fullmatch(name) for name in names)
    below = [text for row in others if len(row) == len(first) for cell in row[1:] for text in _value(cell)]
    return is_named and len(below) > 1 and sum(map(_is_figure, below)) >= MOSTLY * len(below)


def _value(cell: Cell) -> tuple[str, ...]:
    text = plain_text(cell.blocks).strip()
    return () if text.lower() in NO_VALUE else (text,)


def _is_figure(text: str) -> bool:
    return FIGURES.fullmatch(text) is not None
