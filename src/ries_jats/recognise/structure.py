"""The structure of the body: what the blocks between head and references are."""

from collections.abc import Callable

from .captions import read_captions
from .lists import recover_lists
from .quotations import read_quotations
from .table_heads import read_table_heads
from .text import Text

PASSES: tuple[Callable[[Text], Text], ...] = (read_captions, read_table_heads, recover_lists, read_quotations)
"""Headings have been found before: declarations and references are told by them."""


def read_structure(text: Text) -> Text:
    """All passes, in their order."""
    for each in PASSES:
        text = each(text)
    return text
