"""Passes over the blocks of a Word file that turn looks into what the recognisers know: titles, headings, numbers.

Real styles win over looks; looks win over nothing. A file without distinctive looks stays as it is.
"""

from collections.abc import Callable
from dataclasses import replace

from ..document import Document
from .headings import find_headings, level_headings, number_headings
from .laid import Laid
from .looks import Looks
from .titles import find_title, mark_bold, mark_title_lines, name_styles

PASSES: tuple[Callable[[Laid], Laid], ...] = (
    name_styles,
    find_title,
    mark_title_lines,
    mark_bold,
    number_headings,
    level_headings,
    find_headings,
)


def with_looks(document: Document, looks: Looks) -> Document:
    """A Word document with what the looks of its paragraphs say."""
    if not looks.looks:
        return document
    laid = Laid(document.blocks, looks)
    for each in PASSES:
        laid = each(laid)
    return replace(document, blocks=laid.blocks)
