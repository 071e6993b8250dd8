"""Verse: short lines that the author broke."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..article.blocks import Block, Paragraph, Quote, Verse
from ..article.prose import LINE_BREAK, Prose
from .text import Text

LONGEST_VERSE = 75
LONGEST_SET_IN = 60
FEWEST_LINES = 3
SENTENCE_SIGNS = (".", "!", "?", ";", ":")
DASHES = ("—", "–", "―", "-", "(")
"""Before the name of the poet in the last line."""


def read_verse(text: Text) -> Text:
    """Short lines that the author broke, each with a capital, as verse; outside a quotation only four or more."""
    return replace(text, blocks=tuple(_with_verse(block) for block in text.blocks))


def read_set_in_verse(text: Text) -> Text:
    """Verse that its author set in, in a word processor, where nothing but that made it a quotation: a paragraph a
    line, or one with its lines broken, small letters or not; unless somebody is named below it.
    """
    if not text.source.has_paragraphs:
        return text
    return replace(text, blocks=tuple(_set_in(block) for block in text.blocks))


def _set_in(block: Block) -> Block:
    if not isinstance(block, Quote) or block.kind or block.attribution:
        return block
    lines = _short_lines(block.blocks)
    if len(lines) >= FEWEST_LINES:
        return Verse(lines)
    held = [each for each in block.blocks if isinstance(each, Verse)]
    return held[0] if len(held) == len(block.blocks) == 1 else block


def _short_lines(blocks: Sequence[Block]) -> tuple[Prose, ...]:
    """The lines of paragraphs that are all verse: short, begun with a capital once, and most of them no sentences."""
    if not all(isinstance(block, Paragraph) for block in blocks):
        return ()
    lines = [
        line.strip()
        for block in blocks
        if isinstance(block, Paragraph)
        for line in block.prose.split(re.compile(LINE_BREAK))
        if line.text.strip()
    ]
    are_short = all(len(line.text) <= LONGEST_SET_IN for line in lines)
    numbered = any(any(map(str.isdigit, line.text)) or "@" in line.text for line in lines)
    closed = sum(line.text.rstrip('»”"’) ')[-1:] in SENTENCE_SIGNS for line in lines)
    is_verse = are_short and not numbered and closed * 2 <= len(lines) and not _is_attributed(lines)
    return tuple(lines) if is_verse else ()


def _is_attributed(lines: Sequence[Prose]) -> bool:
    return bool(lines) and lines[-1].text.lstrip()[:1] in DASHES


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
