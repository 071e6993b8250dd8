"""Tells a text that was extracted from a PDF from one that a person wrote."""

import re

from ...article.blocks import Heading, ItemList, Paragraph
from ...article.prose import NoteCall, Prose, Style
from ...lexicon import label_of
from ..document import Document

TAG_RESIDUE = re.compile(r"</?(?:sup|sub|mark|span|u)\b[^<>]*>")
STRAY_LINE = re.compile(r"[-–—.·•_*\s]{1,5}|\d{1,4}")
NOTE_START = re.compile(r"\[?\d{1,3}\]?\s*[-–.)]?\s*\S")
GLUED_CALL = re.compile(r"(?:[^\W\d_]{3}[.,»”\"’')]{0,2}|[»”\")])\d{1,3}(?=[\s.,;:»”)]|$)")
BRACKETED_START = re.compile(r"\s*(?:\[(?P<a>\d{1,3})\]\s+|(?P<b>\d{1,3})\s*[-–—]\s+)\S")
BRACKETED_CALL = re.compile(r"\S\s?\[(\d{1,3})\]")
ADDRESS = re.compile(r"\S+@\S|(?:https?://|www\.)")
"""An address below a line of the head is no second half of it."""
ENOUGH = 2
"""Signs that make a text an extracted one; an author's slip makes one."""


def is_extracted(document: Document) -> bool:
    """Whether several signs of extraction are there; a word processor's file never is."""
    if document.source.has_paragraphs:
        return False
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph | Heading)]
    signs = sum(_signs(block) for block in paragraphs) + _bracketed_notes(paragraphs)
    return signs + _cut_paragraphs(document) + 2 * ("\f" in document.source.visible) >= ENOUGH


def _signs(block: Paragraph | Heading) -> int:
    runs = tuple(run for run in block.prose.runs if not any(isinstance(mark, NoteCall) for mark in run.marks))
    text = Prose(runs).text
    first = block.prose.runs[0]
    raised = Style.SUP in first.marks
    return (
        bool(TAG_RESIDUE.search(text))
        + bool(STRAY_LINE.fullmatch(text.strip()))
        + (raised and bool(NOTE_START.match(text)))
        + min(len(GLUED_CALL.findall(text)), ENOUGH)
    )


def _bracketed_notes(blocks: list[Paragraph | Heading]) -> int:
    """Blocks before the references that begin with a number which something calls in brackets."""
    called: set[str] = set()
    signs = 0
    for block in blocks:
        label = label_of(block.prose.text)
        if label and label.kind == "references":
            break
        start = BRACKETED_START.match(block.prose.text)
        signs += bool(start and (start["a"] or start["b"]) in called)
        called.update(BRACKETED_CALL.findall(block.prose.text))
    return signs


def _cut_paragraphs(document: Document) -> int:
    """Paragraphs that end inside a sentence and go on with a small letter in the next one."""
    pairs = zip(document.blocks, document.blocks[1:], strict=False)
    return sum(_is_cut(one, other) for one, other in pairs)


def _is_cut(one: object, other: object) -> bool:
    if isinstance(one, ItemList) or not (isinstance(one, Paragraph) and isinstance(other, Paragraph)):
        return False
    before, after = one.prose.text.rstrip(), other.prose.text.lstrip()
    if ADDRESS.match(after):
        return False
    return len(before) > 60 and (before[-1].isalpha() or before[-1] in ",-") and after[:1].islower()
