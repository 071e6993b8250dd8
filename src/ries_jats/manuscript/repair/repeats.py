"""Paragraphs that the extraction printed twice: once alone, and once more at the beginning of the next."""

from dataclasses import replace

from ...article.blocks import Block, Paragraph
from ...article.ledger import Departure
from ...findings import finding
from ...lexicon import fold
from ..document import Document

SHORTEST_REPEAT = 80
"""Characters from which a repetition is no chance."""


def drop_repeats(document: Document) -> Document:
    """Each such paragraph once; the other goes to the ledger and is reported."""
    kept: list[Block] = []
    for block in document.blocks:
        if kept and isinstance(block, Paragraph) and _repeats(kept[-1], block):
            dropped = kept.pop()
            assert isinstance(dropped, Paragraph)
            place = document.source.place(dropped.prose.at)
            document = document.departing(Departure.DUPLICATE, dropped.prose, "a paragraph printed twice").noting(
                finding("paragraph-duplicate", place, quote=dropped.prose.text[:80].strip())
            )
        kept.append(block)
    return replace(document, blocks=tuple(kept))


def _repeats(one: Block, other: Paragraph) -> bool:
    if not isinstance(one, Paragraph) or len(one.prose.text) < SHORTEST_REPEAT:
        return False
    return fold(other.prose.text).startswith(fold(one.prose.text))
