"""Headings among paragraphs: short lines by themselves, without a stop, above text."""

import re
from collections.abc import Sequence

from ...lexicon import label_of
from ..measure import GOES_ON, Measure, is_closed
from .flow import Paragraph
from .parts import is_part

NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[IVXLC]{1,5}(?:[.)]|(?=\s+[A-ZÀ-Þ]))|[A-H][.)])\s+[^\W\d_]")
LONGEST = 150
LONGEST_LINES = 2
FULL = 0.85
NO_TITLE = re.compile(r"[.;:,][»”\"’)\]]*$")
"""What a heading does not end with."""
CAPITAL = re.compile(r"[«“\"'‘(¿¡]*(?:[A-ZÀ-ÞΑ-ΩА-Я]|\d)")


def is_label(paragraph: Paragraph) -> bool:
    """Whether a paragraph is nothing but the name of a part."""
    return len(paragraph.lines) == 1 and is_part(paragraph.lines[0])


def is_references(paragraph: Paragraph) -> bool:
    """Whether a list of references begins, whose entries look like headings and quotations."""
    label = label_of(_text(paragraph))
    return label is not None and label.kind == "references"


def is_heading(paragraphs: Sequence[Paragraph], place: int, measure: Measure) -> bool:
    """Whether the paragraph at `place` is a heading: it ends no sentence, and a paragraph of text follows."""
    paragraph = paragraphs[place]
    text = _text(paragraph)
    if is_label(paragraph):
        return True
    if len(paragraph.lines) > LONGEST_LINES or len(text) > LONGEST or not CAPITAL.match(text):
        return False
    if NO_TITLE.search(text) or GOES_ON.search(text) or not any(map(str.isalpha, text)):
        return False
    before = _text(paragraphs[place - 1]) if place else ""
    after = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
    is_numbered = NUMBERED.match(text) is not None
    is_other = paragraph.is_table or (paragraph.is_narrow and not is_numbered)
    if is_other or after is None or before.endswith((":", ",", ";")):
        return False
    is_apart = not before or is_closed(before) or is_label(paragraphs[place - 1]) or is_numbered
    is_short = min(line.width for line in paragraph.lines) < FULL * measure.width
    return is_apart and is_short and _is_text(after, measure)


def _is_text(paragraph: Paragraph, measure: Measure) -> bool:
    """Whether a paragraph of text, or a numbered heading, begins."""
    text = _text(paragraph)
    is_long = len(paragraph.lines) > 1 and paragraph.lines[0].width > FULL * measure.width
    return bool(CAPITAL.match(text)) and (is_long or bool(NUMBERED.match(text)) or is_closed(text))


def _text(paragraph: Paragraph) -> str:
    return "\n".join(line.text for line in paragraph.lines)
