"""Verse: short lines that the author broke."""

import re
from dataclasses import replace

from ..article.blocks import Block, Paragraph, Quote, Verse
from ..article.prose import LINE_BREAK, Prose
from .text import Text

LONGEST_VERSE = 75
FEWEST_LINES = 3


def read_verse(text: Text) -> Text:
    """Short lines that the author broke, each with a capital, as verse; outside a quotation only four or more."""
    return replace(text, blocks=tuple(_with_verse(block) for block in text.blocks))


def _with_verse(block: Block) -> Block:
    match block:
        case Quote(blocks):
            return replace(block, blocks=tuple(_verse_of(each, FEWEST_LINES) for each in blocks))
        case Paragraph():
            return _verse_of(block, FEWEST_LINES + 1)
    return block


def _verse_of(block: Block, fewest: int) -> Block:
    if not isinstance(block, Paragraph) or block.style or LINE_BREAK not in block.prose.text:
        return block
    lines = [line.strip() for line in block.prose.split(re.compile(LINE_BREAK)) if line.text.strip()]
    return Verse(tuple(lines)) if len(lines) >= fewest and all(map(_is_verse, lines)) else block


def _is_verse(line: Prose) -> bool:
    words = line.text.lstrip("«“\"'‘’—–-¿¡([ ")
    is_line = len(line.text) <= LONGEST_VERSE and words[:1].isupper()
    return is_line and not any(map(str.isdigit, words)) and "@" not in words and not words.endswith(":")
