"""Captions: label and text of a table or figure, typed or numbered by a field, above or below."""

from collections.abc import Iterator
from typing import Any

from .dress import Dress
from .inline import Inline
from .manuscript import Figure, Table
from .ooxml import Element, Look, Shape, field, paragraph, words
from .package import Package

BOLD = Look(bold=True)


class Captions:
    """Writes the captions of one manuscript."""

    def __init__(self, package: Package, dress: Dress, inline: Inline, phrases: dict[str, Any]) -> None:
        self._package = package
        self._dress = dress
        self._inline = inline
        self._phrases = phrases

    def caption(self, block: Table | Figure, way: str) -> Iterator[Element]:
        """The caption in one of the ways, as one paragraph or two."""
        label = self._label(block, is_field="sequence" in way)
        text = self._inline.runs(block.caption)
        if "two-lines" in way:
            yield paragraph(label, self._shape())
            yield paragraph(self._inline.runs(block.caption, Look(italic=True)), self._shape())
        else:
            sign = ". " if self._dress.seed % 2 else f"{self._phrases['colon']} "
            yield paragraph([*label, words(sign), *text], self._shape())

    def _shape(self) -> Shape:
        return Shape(style="Caption") if self._dress["caption-style"] == "style" else Shape(align="center", after=60)

    def _label(self, block: Table | Figure, *, is_field: bool) -> list[Element]:
        name, number = block.label.rsplit(" ", 1)
        runs = [words(block.label, BOLD)]
        if is_field:
            sequence = field(f"SEQ {name} \\* ARABIC", [words(number, BOLD)])
            runs = [words(f"{name} ", BOLD), *sequence]
        if self._dress["pointers"] == "field":
            return self._package.bookmark(f"_Ref_{block.key}", runs)
        return runs

    def below(self, *lines: str) -> Iterator[Element]:
        """Lines that say where a table or figure comes from, and what is to be noted."""
        yield from (paragraph([words(line, Look(size=18))], Shape(after=60)) for line in lines if line)
