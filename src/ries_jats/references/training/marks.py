"""Marks round the parts of names, which go with the words through all that happens to them and are then taken out.

They are characters of the private use area, which no record has.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .labelled import Piece

_ELEMENTS = ("surname", "given-names", "collab")
_FIRST = 0xE000
MARKS = "".join(chr(_FIRST + offset) for offset in range(2 * len(_ELEMENTS)))
_MARK = re.compile(f"[{MARKS}]")


class NamePart(NamedTuple):
    """A part of a name in a string, from `start` to `stop`, and its JATS element."""

    start: int
    stop: int
    element: str


def marked(text: str, element: str) -> str:
    """The words of an element between their marks."""
    place = 2 * _ELEMENTS.index(element)
    return f"{MARKS[place]}{text}{MARKS[place + 1]}" if text else ""


def unmarked(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces without marks."""
    return tuple(Piece(label, _MARK.sub("", text)) for label, text in pieces)


def name_parts(text: str) -> Iterator[NamePart]:
    """The parts that are marked in a text, by their places in the text without marks."""
    start = 0
    for taken, mark in enumerate(_MARK.finditer(text)):
        place = mark.start() - taken
        kind, closes = divmod(ord(mark.group()) - _FIRST, 2)
        if closes:
            yield NamePart(start, place, _ELEMENTS[kind])
        start = place
