"""The source: the characters of a manuscript, each with an address, and which of them are words to be kept.

`visible` has the length of `text`: markup is `HIDDEN`, a character that markup stands for (an entity, an accent of
TeX) is
itself followed by `FILLER`, everything else is itself. Offsets in `visible` are the addresses that runs carry.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from ..findings import Place

HIDDEN = "\x00"
FILLER = "\x01"
UNKNOWN = "\x02"
"""A character that only its font tells: what pandoc makes of it is taken."""
LETTER = "[^\\W\\d_¹²³⁰⁴-⁹₀-₉\\x00-\\x02]"
WORD = re.compile(f"{LETTER}(?:{FILLER}*{LETTER})*|\\d+")
"""A run of letters or a run of digits; raised figures are marks."""


@dataclass(frozen=True)
class Source:
    """A manuscript as characters; `paragraphs` is true where its lines are the paragraphs of a word processor."""

    name: str
    visible: str
    notes_at: int = 0
    """Where the texts of notes begin, in formats that keep them apart."""
    has_paragraphs: bool = False
    has_lines: bool = True
    """Whether the file's line ends may mean something, as in text extracted from a PDF; in HTML and TeX they do not."""
    reading_order: tuple[tuple[int, int], ...] = ()
    """Of a text whose columns stand side by side: where each piece of a line begins, in the order of the file, and its
    place in the order of reading.
    """

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *accumulate(len(line) for line in self.visible.splitlines(keepends=True))]

    def place(self, at: int | None) -> Place:
        """The place of the character at offset `at`."""
        if at is None:
            return Place(self.name)
        number = bisect_right(self._line_starts, at)
        if self.has_paragraphs:
            return Place(self.name, paragraph=number)
        return Place(self.name, line=number, column=at - self._line_starts[number - 1] + 1)

    def read_at(self, at: int) -> tuple[int, int]:
        """The place in reading of the character at offset `at`: later ones are greater."""
        number = bisect_right(self.reading_order, (at, len(self.visible))) - 1
        return (self.reading_order[number][1] if number >= 0 else 0), at

    def words(self) -> Iterator[tuple[int, int]]:
        """Where each word begins and ends."""
        return (match.span() for match in WORD.finditer(self.visible))

    def read(self, start: int, stop: int) -> str:
        """The visible characters between two offsets."""
        return self.visible[start:stop].replace(HIDDEN, "").replace(FILLER, "")
