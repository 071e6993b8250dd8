"""Attributions: the line of a quotation that names its author, and epigraphs, which are known by it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..article.blocks import Block, Heading, Paragraph, Quote, Verse
from ..article.prose import LINE_BREAK, Prose
from .text import Text

ATTRIBUTION = re.compile(r"\s*[—–―]\s*(?=[«“\"]?[^\W\d_])")
CITED = re.compile(r"\((?=[^()]*\d)[^()]*(?:\([^()]*\)[^()]*)*\)\.?\s*")
"""A citation in brackets that is a whole line."""
LONGEST_ATTRIBUTION = 200


def take_attributions(text: Text) -> Text:
    """The last line of a quotation that names its author, as attribution; at the head of a section an epigraph."""
    kept: list[Block] = []
    for block in text.blocks:
        last = kept[-1] if kept else None
        if (
            isinstance(last, Quote)
            and not last.attribution
            and isinstance(block, Paragraph)
            and _attributes(block.prose)
        ):
            kept[-1] = replace(last, attribution=block.prose.strip())
        else:
            kept.append(_attributed(block) if isinstance(block, Quote) else block)
        if isinstance(kept[-1], Quote) and kept[-1].attribution and not kept[-1].kind and _opens_section(kept):
            kept[-1] = replace(kept[-1], kind="epigraph")
    return replace(text, blocks=tuple(kept))


def _opens_section(kept: Sequence[Block]) -> bool:
    """Whether the last block is the first of its section and the attribution no mere citation."""
    quote = kept[-1]
    opens = len(kept) == 1 or isinstance(kept[-2], Heading)
    return opens and isinstance(quote, Quote) and bool(ATTRIBUTION.match(quote.attribution.text))


def _attributes(prose: Prose) -> bool:
    line = prose.text.strip()
    return bool(ATTRIBUTION.match(line)) and len(line) <= LONGEST_ATTRIBUTION and not line.endswith((",", ";", ":"))


def _attributed(quote: Quote) -> Quote:
    """A quotation with its last line apart, when that is a name after a dash or a citation in brackets."""
    if quote.attribution or not quote.blocks:
        return quote
    match quote.blocks[-1]:
        case Paragraph(prose, ""):
            before, line = _last_line(prose)
            if line and (before or len(quote.blocks) > 1):
                blocks = (*quote.blocks[:-1], Paragraph(before)) if before else quote.blocks[:-1]
                return replace(quote, blocks=blocks, attribution=line)
        case Verse((*lines, last)) if len(lines) > 1 and _is_attribution(last):
            return replace(quote, blocks=(*quote.blocks[:-1], Verse(tuple(lines))), attribution=last)
    return quote


def _last_line(prose: Prose) -> tuple[Prose, Prose]:
    """The text before the last line and that line, when it is an attribution; else the text and nothing."""
    start = max(prose.text.rfind("\n"), prose.text.rfind(LINE_BREAK)) + 1
    line = prose.cut(start).strip()
    return (prose.cut(0, start).strip(), line) if _is_attribution(line) else (prose, Prose())


def _is_attribution(prose: Prose) -> bool:
    line = prose.text.strip()
    return len(line) <= LONGEST_ATTRIBUTION and (_attributes(prose) or bool(CITED.fullmatch(line)))
