"""Tables of data as Word keeps them."""

from .dress import Dress
from .inline import Inline
from .manuscript import Cell, Table
from .ooxml import Element, Look, el, paragraph, val

WIDTH = 2200


def table(block: Table, dress: Dress, inline: Inline) -> Element:
    """`w:tbl` with its header rows and merged cells."""
    columns = sum(cell.colspan for cell in block.rows[0])
    properties = el(
        "w:tblPr",
        val("w:tblStyle", "TableGrid"),
        el("w:tblW", w_w="0", w_type="auto"),
        el("w:tblLook", w_val="04A0", w_firstRow="1", w_lastRow="0", w_firstColumn="1", w_noHBand="0", w_noVBand="1"),
    )
    grid = el("w:tblGrid", *(el("w:gridCol", w_w=str(WIDTH)) for _ in range(columns)))
    return el("w:tbl", properties, grid, *Rows(block, dress, inline, columns).rows())


class Rows:
    """Writes the rows of one table; cells that go down leave empty ones below them."""

    def __init__(self, block: Table, dress: Dress, inline: Inline, columns: int) -> None:
        self._block = block
        self._inline = inline
        self._columns = columns
        self._is_marked = "marked" in dress["header-rows"]
        self._down: dict[int, tuple[int, int]] = {}
        """For each column, how many rows the cell above still takes, and its width."""

    def rows(self) -> list[Element]:
        """All rows."""
        return [self._row(place, row) for place, row in enumerate(self._block.rows)]

    def _row(self, place: int, row: tuple[Cell, ...]) -> Element:
        is_head = place < self._block.head
        properties = el("w:trPr", val("w:tblHeader")) if is_head and self._is_marked else None
        return el("w:tr", properties, *self._cells(list(row), is_head=is_head))

    def _cells(self, row: list[Cell], *, is_head: bool) -> list[Element]:
        made, column = [], 0
        while column < self._columns:
            rest, width = self._down.pop(column, (0, 0))
            if rest:
                made.append(_cell([], width, "continue"))
                self._take(column, rest - 1, width)
            else:
                cell = row.pop(0)
                width = cell.colspan
                runs = self._inline.runs(cell.text, Look(bold=is_head))
                made.append(_cell(runs, width, "restart" if cell.rowspan > 1 else ""))
                self._take(column, cell.rowspan - 1, width)
            column += width
        return made

    def _take(self, column: int, rest: int, width: int) -> None:
        if rest:
            self._down[column] = (rest, width)


def _cell(runs: list[Element], width: int, merge: str) -> Element:
    properties = el(
        "w:tcPr",
        el("w:tcW", w_w=str(WIDTH * width), w_type="dxa"),
        val("w:gridSpan", width) if width > 1 else None,
        val("w:vMerge", "restart") if merge == "restart" else val("w:vMerge") if merge else None,
    )
    return el("w:tc", properties, paragraph(runs))
