"""Quotations, epigraphs and verse by the name of the style that their author chose."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby

from ..article.blocks import Block, Paragraph, Quote, Verse
from ..article.prose import LINE_BREAK, Prose
from ..lexicon import fold, words_of
from .text import Text
from .verse import DASHES

EPIGRAPH, QUOTATION, VERSE = "epigraph-style", "quotation-style", "verse-style"
WORD_ENDS = re.compile(r"[\W_]+|(?<=[a-z])(?=[A-Z])")
LONGEST_NAME = 150
"""Characters of the last line of an epigraph when it says whose words they are."""


def read_styles(text: Text) -> Text:
    """Neighbours in a style of one of these names as one block; a quotation in a style for epigraphs is one."""
    made: list[Block] = []
    for kind, blocks in groupby(text.blocks, key=_kind):
        made += _made(kind, tuple(blocks))
    return replace(text, blocks=tuple(made))


def _kind(block: Block) -> str:
    match block:
        case Paragraph(style=style) if style:
            return style_kind(style)
        case Quote(blocks=blocks, kind="") if blocks:
            kinds = {_kind(each) for each in blocks}
            return EPIGRAPH if kinds == {EPIGRAPH} else ""
    return ""


@cache
def style_kind(style: str) -> str:
    """Which of the three the name of a style means, empty when none."""
    name = WORD_ENDS.sub(" ", style)
    folded = f" {fold(name)} "
    for kind in (EPIGRAPH, VERSE, QUOTATION):
        if any(f" {word} " in folded for word in words_of("quoting", kind)):
            return kind
    return ""


def _made(kind: str, blocks: Sequence[Block]) -> Sequence[Block]:
    if not kind:
        return blocks
    plain = tuple(
        _plain(inner) for block in blocks for inner in (block.blocks if isinstance(block, Quote) else (block,))
    )
    if kind == VERSE:
        return (Verse(tuple(line for block in plain for line in _lines(block))),)
    if kind == QUOTATION:
        return (Quote(plain),)
    *words, last = plain
    if words and isinstance(last, Paragraph) and _names(last.prose):
        return (Quote(tuple(words), last.prose, "epigraph"),)
    return (Quote(plain, kind="epigraph"),)


def _plain(block: Block) -> Block:
    return replace(block, style="") if isinstance(block, Paragraph) else block


def _lines(block: Block) -> Sequence[Prose]:
    return block.prose.split(re.compile(LINE_BREAK)) if isinstance(block, Paragraph) else ()


def _names(prose: Prose) -> bool:
    """Whether a line says whose words are above: short, and no sentence with a full stop."""
    line = prose.text.strip()
    return line[:1] in DASHES or (len(line) <= LONGEST_NAME and not line.endswith((".", "!", "?", "»", "”")))
