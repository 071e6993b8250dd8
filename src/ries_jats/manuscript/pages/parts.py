"""Lines that are nothing but the name of a part of an article."""

import re

from ...lexicon import label_of
from .lines import Line

PARTS = frozenset(
    {"abstract", "keywords", "introduction", "methods", "results", "discussion", "conclusion", "references", "appendix"}
    | {"notes", "acknowledgements"}
)
LONGEST_LABEL = 60
NUMBER = re.compile(r"^(?:[\d.]+|[IVXLC]+\.)\s+")


def is_part(line: Line) -> bool:
    """Whether a line is nothing but the name of a part of an article."""
    text = line.text
    if len(text) > LONGEST_LABEL or text.endswith(".") or not (text[0].isupper() or text[0].isdigit()):
        return False
    label = label_of(NUMBER.sub("", text))
    return label is not None and label.kind in PARTS


def is_references(line: Line) -> bool:
    """Whether a list of references begins, whose entries look like headings and quotations."""
    label = label_of(line.text) if is_part(line) else None
    return label is not None and label.kind == "references"
