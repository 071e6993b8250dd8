"""Lines of a page: pieces of the file's lines, and the lines that a reader sees."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...article.prose import Prose, Run, Style
from ..measure import width_of

SPACES = re.compile(r"[^\S\n]{2,}")
"""White space by which a layout shows places on the page."""
RAISED_AT_END = re.compile(r"(?<=[^\s\d])\d{1,3}$")


@dataclass(frozen=True)
class Piece:
    """A stretch of a line of the file: all of it, or what stands in one column."""

    text: str
    at: int
    """The offset of the first character."""
    indent: int = 0
    """Characters of white space before it, in its column."""
    gap: int = 0
    """Blank lines before it on its page."""
    page: int = 0
    flow: int = 0
    """Which stretch of lines one below the other it belongs to: a page, or a column of one."""
    is_fixed: bool = False
    """Whether its type is of fixed pitch."""
    is_raised: bool = False
    """Whether all of it is a number that stands higher than the line."""
    ends_raised: bool = False
    """Whether the number at its end stands higher than the line, so that the file's line ended with it."""

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.at + len(self.text)

    @cached_property
    def width(self) -> float:
        """In parts of the size of its type; white space of the layout is one space."""
        return width_of(SPACES.sub(" ", self.text), is_fixed=self.is_fixed)

    def runs(self) -> Iterator[Run]:
        """Its words with their addresses."""
        number = RAISED_AT_END.search(self.text) if self.ends_raised else None
        stop = 0 if self.is_raised else number.start() if number else len(self.text)
        place = 0
        for space in SPACES.finditer(self.text, 0, stop):
            yield Run(self.text[place : space.start()], (), self.at + place)
            yield Run(" ", (), self.at + space.start())
            place = space.end()
        if place < stop:
            yield Run(self.text[place:stop], (), self.at + place)
        if stop < len(self.text):
            yield Run(self.text[stop:], (Style.SUP,), self.at + stop)


@dataclass(frozen=True)
class Line:
    """A line as printed; a raised number broke it into pieces in the file."""

    pieces: tuple[Piece, ...]

    @property
    def first(self) -> Piece:
        """Where it begins."""
        return self.pieces[0]

    @cached_property
    def text(self) -> str:
        """Its characters."""
        return "".join(run.text for run in self.prose.runs)

    @cached_property
    def width(self) -> float:
        """In parts of the size of its type."""
        return sum(piece.width for piece in self.pieces)

    @cached_property
    def prose(self) -> Prose:
        """Its words; the ends of lines inside it stay, but before a sign that belongs to the word."""
        return joined(self.pieces)


def joined(pieces: Sequence[Piece]) -> Prose:
    """The words of pieces one after the other, with the ends of the file's lines between them."""
    runs: list[Run] = []
    for before, piece in zip((None, *pieces), pieces, strict=False):
        if before and not sticks(before, piece):
            runs.append(Run(" " if before.is_raised else "\n", (), before.end))
        runs += piece.runs()
    return Prose(tuple(runs))


def sticks(before: Piece, piece: Piece) -> bool:
    """Whether only a raised number stands between two signs that the author wrote together."""
    is_call = before.ends_raised or before.is_raised
    return piece.is_raised or (is_call and piece.text[0] in ",.;:)]…")


def read_lines(text: str) -> Iterator[Piece]:
    """Every line that is not blank, with its page and the blank lines above it."""
    at = 0
    for page, content in enumerate(text.split("\f")):
        gap = 0
        for line in content.split("\n"):
            stripped = line.strip()
            if stripped:
                indent = len(line) - len(line.lstrip())
                yield Piece(stripped, at + indent, indent, gap, page)
            gap = 0 if stripped else gap + 1
            at += len(line) + 1


def by_page(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces of each page, in order."""
    pages: list[list[Piece]] = [[] for _ in range(1 + max((piece.page for piece in pieces), default=0))]
    for piece in pieces:
        pages[piece.page].append(piece)
    return pages
