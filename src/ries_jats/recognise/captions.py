"""Labels and captions of tables and figures: `Tableau 1. …` is a label and a caption.

https://jats.nlm.nih.gov/publishing/tag-library/1.3/element/caption.html
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from ..article.blocks import Block, Figure, Paragraph, Section, Table
from ..article.prose import Style
from ..lexicon import words_of

LONGEST_CAPTION = 400


def caption_blocks(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks with the captions of their tables and figures in place, and the labels of the captions apart."""
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Section):
            kept.append(replace(block, blocks=caption_blocks(block.blocks)))
        elif isinstance(block, Table | Figure):
            kept.append(_labelled(_with_caption_above(block, kept)))
        elif isinstance(block, Paragraph) and (captioned := _with_caption_below(kept[-1:], block)):
            kept[-1] = captioned
        else:
            kept.append(block)
    return tuple(kept)


def _with_caption_above(block: Table | Figure, kept: list[Block]) -> Table | Figure:
    above = kept[-1] if kept else None
    if block.caption or not isinstance(above, Paragraph) or not _is_caption(above, block):
        return block
    kept.pop()
    return replace(block, caption=(above,))


def _with_caption_below(last: list[Block], paragraph: Paragraph) -> Table | Figure | None:
    block = last[0] if last else None
    if not isinstance(block, Table | Figure) or block.caption or not _is_caption(paragraph, block):
        return None
    return _labelled(replace(block, caption=(paragraph,)))


def _is_caption(paragraph: Paragraph, block: Table | Figure) -> bool:
    text = paragraph.prose.text.strip()
    return len(text) < LONGEST_CAPTION and _pattern(_kind(block)).match(text) is not None


def _labelled(block: Table | Figure) -> Table | Figure:
    """With the printed label (word and number) out of the caption."""
    if block.label or not block.caption or not isinstance(block.caption[0], Paragraph):
        return block
    prose = block.caption[0].prose.strip()
    prose = prose.unmarked(Style.BOLD) if prose.is_all(Style.BOLD) else prose
    match = _pattern(_kind(block)).match(prose.text)
    if not match:
        return block
    rest = prose.cut(match.end())
    caption = ((Paragraph(rest),) if rest else ()) + block.caption[1:]
    return replace(block, label=prose.cut(*match.span("label")), caption=caption)


def _kind(block: Table | Figure) -> str:
    return "table" if isinstance(block, Table) else "figure"


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """A word for a table (or figure), its number, and the sign that ends the label or the capital that follows it."""
    words = sorted(words_of("captions", kind), key=len, reverse=True)
    spelt = "|".join(_any_accent(word) for word in words)
    number = r"(?:n\s*[°ºo]\.?\s*)?(?:\d+(?:[.\-]\d+)*[a-z]?|[IVXLC]+)"
    end = r"\s*(?:[.:–—-]+\s*|$|(?-i:(?=[A-ZÀ-Þ«“\"(])))"
    return re.compile(rf"(?P<label>(?:{spelt})\s*{number})(?!\w){end}", re.IGNORECASE)


def _any_accent(folded: str) -> str:
    """A pattern for a folded word: a vowel stands for its accented forms."""
    accents = {"a": "[aàáâã]", "e": "[eéèê]", "i": "[iíî]", "o": "[oóôö]", "u": "[uúûü]", "c": "[cç]", "n": "[nñ]"}
    return "".join(accents.get(character, re.escape(character)) for character in folded)


def is_caption_line(line: str) -> bool:
    """Whether a line is the label of a table or figure, alone or with its caption."""
    return any(_pattern(kind).match(line.strip()) for kind in ("table", "figure"))
