"""The lines of a head: what stands alone above the text, and how it looks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..article.blocks import Block, Heading, Paragraph, Quote, Table
from ..article.prose import LINE_BREAK, OBJECT, Prose, Style
from ..article.walk import all_prose
from ..lexicon import fold

LONGEST_LINE = 170
"""Characters of a line of a head; a longer one is running text, unless it is a title."""
LONGEST_LISTED = 65
"""Mean length from which the lines of a block are running text and not a list of names and places."""
INSIDE = 0.4
"""Part of the lines of a block that begin with a small letter, from which they are running text however short."""
SENTENCE = re.compile(r"\w\s*[.!?…][»”\"’)]*$")
"""A full stop closes the line."""
SENTENCE_END = re.compile(r"[.!?…][»”\"')\]]*\s+[«“\"(]?[A-ZÀ-ÞΑ-ΩА-Я]")


@dataclass(frozen=True)
class Line:
    """A line with the block it stands in; `level` is that of a heading, 0 for others."""

    prose: Prose
    block: int
    level: int = 0
    style: str = ""
    is_bold: bool = False
    opens_block: bool = True

    @cached_property
    def text(self) -> str:
        """The plain text, stripped."""
        return self.prose.text.strip()

    @cached_property
    def folded(self) -> str:
        """As lexicons compare it."""
        return fold(self.text)

    @property
    def is_caps(self) -> bool:
        """Whether most letters are capitals."""
        letters = [character for character in self.text if character.isalpha()]
        return len(letters) > 3 and sum(character.isupper() for character in letters) > 0.8 * len(letters)

    @property
    def is_prominent(self) -> bool:
        """Whether typography sets the line apart."""
        return bool(self.level) or self.is_bold or self.is_caps


def is_running_text(prose: Prose) -> bool:
    """Whether a paragraph is running text rather than a line of a head."""
    text = prose.text.strip()
    lines = re.split(f"[\n{LINE_BREAK}]", text)
    goes_on = sum(line.lstrip()[:1].islower() for line in lines) > INSIDE * len(lines)
    if len(lines) > 1 and len(text) / len(lines) < LONGEST_LISTED and not goes_on:
        return False
    return len(text) > 2 * LONGEST_LINE or (len(text) > LONGEST_LINE and bool(SENTENCE_END.search(text)))


def head_lines(blocks: Sequence[Block], first: int, last: int) -> Iterator[Line]:
    """The lines of the blocks from `first` up to `last`."""
    for place in range(first, last):
        yield from block_lines(blocks[place], place)


def block_lines(block: Block, place: int) -> Iterator[Line]:
    """The lines of one block; a heading is one, a table is one a cell."""
    match block:
        case Heading(prose, level):
            yield Line(_flat(prose), place, level, is_bold=True)
        case Paragraph(prose, style):
            yield from _paragraph_lines(prose, style, place)
        case Quote():
            for prose in all_prose([block]):
                yield from _paragraph_lines(prose, "quote", place)
        case Table():
            for number, row in enumerate((*block.head, *block.body)):
                style = "field" if number < len(block.head) else ""
                for inner in (each for cell in row for each in cell.blocks):
                    own = inner.style if isinstance(inner, Paragraph) else ""
                    for prose in all_prose([inner]):
                        yield from _paragraph_lines(prose, style or own, place)
        case _:
            for prose in all_prose([block]):
                yield Line(_flat(prose), place)


def _paragraph_lines(prose: Prose, style: str, place: int) -> Iterator[Line]:
    for number, line in enumerate(prose.lines()):
        if line.text.strip(OBJECT + " "):
            yield Line(line, place, style=fold(style), is_bold=line.is_all(Style.BOLD), opens_block=number == 0)


def _flat(prose: Prose) -> Prose:
    return prose.strip()
