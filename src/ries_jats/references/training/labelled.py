"""Reference strings of which every character has its label, read from and written as `core.xml` has them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from ..labels import Label


class Piece(NamedTuple):
    """Characters that stand together and their label; spaces after the words are among them."""

    label: Label
    text: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A reference string, as the pieces of which it is put together."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The string as printed."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def labels(self) -> tuple[Label, ...]:
        """The labels in the order of the pieces."""
        return tuple(piece.label for piece in self.pieces)

    def spans(self) -> Iterator[tuple[int, int, Label]]:
        """Where each piece starts and stops in the string."""
        start = 0
        for label, text in self.pieces:
            yield start, start + len(text), label
            start += len(text)

    def xml(self) -> str:
        """A `sequence` on one line; what stands between two elements stands between them in the string."""
        sequence = etree.Element("sequence")
        for label, text in self.pieces:
            part = etree.SubElement(sequence, label)
            part.text = text.rstrip()
            part.tail = text[len(part.text) :]
        return etree.tostring(sequence, encoding="unicode")


def read_labelled(path: Path) -> Iterator[Labelled]:
    """The strings of a file such as `core.xml`, in which one space stands between two parts."""
    for sequence in etree.parse(path).getroot():
        parts = [(Label(part.tag), " ".join((part.text or "").split())) for part in sequence]
        words = [Piece(label, text + " ") for label, text in parts if text]
        if words:
            yield Labelled((*words[:-1], Piece(words[-1].label, words[-1].text.rstrip())))
