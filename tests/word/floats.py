"""Tables and figures made up for an article."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from .dress import Dress
from .manuscript import Cell, Figure, Table


class Floats:
    """Makes the tables and figures of one article."""

    def __init__(self, dress: Dress, phrases: dict[str, Any]) -> None:
        self._dress = dress
        self._phrases = phrases
        self._random = dress.random("floats")

    @property
    def labels(self) -> dict[str, str]:
        """The labels that text points to, by the floats' keys."""
        return {f"tab{n}": f"{self._phrases['table']} {n}" for n in (1, 2)} | {"fig1": f"{self._phrases['figure']} 1"}

    def table(self, number: int, note: Callable[[], str] | None) -> Table:
        """A table; `note` gives a call-out for one of its cells."""
        rows = [*self._head(number), *self._body(number)]
        if note:
            last = rows[-1]
            rows[-1] = (*last[:-1], replace(last[-1], text=last[-1].text + note()))
        below = self._dress["below-table"]
        choose = self._random.choice
        return Table(
            f"tab{number}",
            self.labels[f"tab{number}"],
            self._phrases["table-captions"][number - 1],
            tuple(rows),
            head=self._head_rows(number),
            source=f"{self._phrases['source']} {choose(self._phrases['sources'])}." if "source" in below else "",
            note=f"{self._phrases['note']} {choose(self._phrases['table-notes'])}." if "note" in below else "",
        )

    def _head_rows(self, number: int) -> int:
        is_double = number == 1 and (
            self._dress["merged-cells"] == "across" or self._dress["header-rows"] == "two-marked"
        )
        return 2 if is_double else 1

    def _head(self, number: int) -> list[tuple[Cell, ...]]:
        first, *others = self._phrases["column-heads"]
        names = tuple(Cell(other) for other in others)
        if self._head_rows(number) == 1:
            return [(Cell(first), *names)]
        return [(Cell(first, rowspan=2), Cell(self._phrases["column-group"], colspan=3)), names]

    def _body(self, number: int) -> list[tuple[Cell, ...]]:
        names = self._phrases["row-heads"]
        rows = [(Cell(name), *(Cell(self._figures()) for _ in range(3))) for name in names]
        if number == 1 and self._dress["merged-cells"] == "down":
            rows[0] = (replace(rows[0][0], rowspan=2), *rows[0][1:])
            rows[1] = rows[1][1:]
        return rows

    def _figures(self) -> str:
        return str(self._random.randint(11, 2999))

    def figure(self, number: int) -> Figure:
        """A figure."""
        has_source = self._dress["figure-source"] == "line"
        return Figure(
            f"fig{number}",
            self.labels[f"fig{number}"],
            self._random.choice(self._phrases["figure-captions"]),
            f"{self._phrases['source']} {self._phrases['sources'][0]}." if has_source else "",
            self._phrases["alternative"] if self._dress["alternative-text"] == "given" else "",
        )
