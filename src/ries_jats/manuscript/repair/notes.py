"""Bodies of notes that the extraction left between the paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...article.blocks import Block, Heading, Note, Paragraph
from ...article.prose import Prose, Style
from ...lexicon import fold, label_at_start, label_of, words_of
from ...places import country_at_end
from ..document import Document

RAISED_LABEL = re.compile(r"\s*[\[(]?(\d{1,3}|[*∗]{1,3}|[†‡])[\])]?\s*[-–—.:)]*\s*")
BRACKETED_LABEL = re.compile(r"\s*\[(\d{1,3})\]\s*[-–—.:]*\s*")
PLAIN_LABEL = re.compile(r"\s*(\d{1,3})\s*[-–—]\s*(?=\S)")
NAMED_WITHIN = 100
"""Characters of an affiliation within which an institution is named."""
LONGEST_HEAD = 40
"""Blocks within which an abstract begins."""
JUMP = 3
"""Numbers that may be missing between two notes before the later one is no note."""


@dataclass(frozen=True)
class Body:
    """A note's text at its place among the blocks."""

    label: Prose
    prose: Prose
    place: int


def take_out_notes(document: Document) -> Document:
    """With the note bodies in `notes`, each keyed by its number and labelled as printed."""
    kept: list[Block] = []
    notes: list[Note] = []
    last = 0
    head = head_length(document.blocks)
    for place, block in enumerate(document.blocks):
        is_line_of_head = place < head and isinstance(block, Paragraph) and _names_institution(block.prose.text)
        bodies = list(_bodies(block, last)) if isinstance(block, Paragraph) and not is_line_of_head else []
        for body in bodies:
            notes.append(Note(_key(body, [*document.notes, *notes]), body.label, (Paragraph(body.prose),)))
            last = int(body.label.text) if body.label.text.isdigit() else last
        if not bodies:
            kept.append(block)
    return replace(document, blocks=tuple(kept), notes=(*document.notes, *notes))


def head_length(blocks: tuple[Block, ...]) -> int:
    """Blocks above the first abstract: numbered lines there are affiliations, since no page has ended yet."""
    for place, block in enumerate(blocks[:LONGEST_HEAD]):
        prose = block.prose if isinstance(block, Paragraph | Heading) else Prose()
        found = label_at_start(prose.text)
        label = label_of(prose.text) or (found[0] if found else None)
        if label and label.kind == "abstract":
            return place
    return 0


def _names_institution(text: str) -> bool:
    """Whether an institution is named at the beginning: an affiliation, not a note."""
    first = text.split(". ", 1)[0][:NAMED_WITHIN]
    words = words_of("institutions", "words") | words_of("institutions", "divisions")
    named = any(word in words for word in fold(re.sub(r"[^\w'’ -]", " ", first)).split())
    return named or country_at_end(first) is not None or "@" in first


def _key(body: Body, notes: list[Note]) -> str:
    """The printed number; a number that comes twice gets a letter."""
    key = body.label.text
    while any(note.key == key for note in notes):
        key += "x"
    return key


def _bodies(block: Paragraph, last: int) -> Iterator[Body]:
    """The notes in a block that begins with one; several may have run together."""
    starts = list(_label_spans(block.prose, last))
    if starts and starts[0][0] == 0:
        ends = [*(start for start, _, _ in starts[1:]), len(block.prose.text)]
        for (_, span, text_start), end in zip(starts, ends, strict=True):
            yield Body(block.prose.cut(*span), block.prose.cut(text_start, end).strip(), 0)


def _label_spans(prose: Prose, last: int) -> Iterator[tuple[int, tuple[int, int], int]]:
    """Where a note begins, where its number stands, where its text begins."""
    first = _first_label(prose, last)
    if not first:
        return
    yield 0, first.span(1), first.end()
    number = int(first[1]) if first[1].isdigit() else last
    place = 0
    for run in prose.runs:
        match = RAISED_LABEL.fullmatch(run.text)
        if place >= first.end() and Style.SUP in run.marks and match and match[1] == str(number + 1):
            number += 1
            yield place, (place + match.start(1), place + match.end(1)), place + len(run.text)
        place += len(run.text)


def _first_label(prose: Prose, last: int) -> re.Match[str] | None:
    raised = prose.runs[0].marks and Style.SUP in prose.runs[0].marks
    pattern = RAISED_LABEL if raised else BRACKETED_LABEL
    match = pattern.match(prose.text)
    if not match and not raised:
        match = PLAIN_LABEL.match(prose.text) if last else None
    if not match or match.end() >= len(prose.text):
        return None
    return match if _follows(match[1], last) else None


def _follows(label: str, last: int) -> bool:
    """Whether a note with this label may come after note number `last`; the first may bear any number."""
    return not label.isdigit() or not last or last < int(label) <= last + JUMP
