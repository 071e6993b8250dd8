"""Labels at the beginning of blocks, and blocks cut or opened so that a label begins one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..article.blocks import Block, Heading, Paragraph, Quote
from ..article.prose import LINE_BREAK, Prose, Style
from ..lexicon import Label, label_at_start, label_of
from .statements import STATEMENT_KINDS

LABEL_START = re.compile(rf"(?:(?<=^)|(?<=[.!?»”\"…]\s)|(?<=[\n{LINE_BREAK}]))(?=[^\W\d_*])")


@dataclass(frozen=True)
class LabelAt:
    """A label at the beginning of a block, with the words after it."""

    label: Label
    title: Prose
    rest: Prose


def label_at(block: Block) -> LabelAt | None:
    """The label that a heading or paragraph is, or begins with."""
    if not isinstance(block, Heading | Paragraph):
        return None
    whole = label_of(block.prose.text)
    if whole:
        return LabelAt(whole, block.prose.strip(), Prose())
    found = label_at_start(block.prose.text)
    if found and found[0].kind in {"abstract", "keywords"} | STATEMENT_KINDS:
        label, start = found
        return LabelAt(label, block.prose.cut(0, start).strip(), block.prose.cut(start).strip())
    if isinstance(block, Paragraph) and block.style in ("abstract", "keywords"):
        return LabelAt(Label(block.style, ("",)), Prose(), block.prose)
    return None


def split_at_keywords(block: Block) -> tuple[Block, ...]:
    """A paragraph with a run-in label of keywords (or of an abstract) inside it, cut before the label."""
    if not isinstance(block, Paragraph) or block.style or len(block.prose.text) < 40:
        return (block,)
    starts = {match.start() for match in LABEL_START.finditer(block.prose.text)} | set(_bold_starts(block.prose))
    for start in sorted(starts - {0}):
        found = label_at_start(block.prose.text[start:])
        if found and found[0].kind == "keywords" and start + found[1] < len(block.prose.text):
            before, after = block.prose.cut(0, start).strip(), block.prose.cut(start).strip()
            return (Paragraph(before), *split_at_keywords(Paragraph(after)))
    return (block,)


def _bold_starts(prose: Prose) -> list[int]:
    starts, place, was_bold = [], 0, False
    for run in prose.runs:
        is_bold = Style.BOLD in run.marks
        if is_bold and not was_bold:
            starts.append(place)
        place, was_bold = place + len(run.text), is_bold
    return starts


def opened_quotes(blocks: Sequence[Block]) -> list[Block]:
    """With quotations that begin with a label opened: an abstract may be set apart by its indent."""
    return [inner for block in blocks for inner in _opened(block)]


def _opened(block: Block) -> tuple[Block, ...]:
    if isinstance(block, Quote) and block.blocks and label_at(block.blocks[0]):
        return block.blocks
    return (block,)
