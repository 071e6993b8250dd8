"""Lists recovered: items that became paragraphs, lists cut in two, what goes on inside an item.

Paragraphs are items when at least two follow one another under marks of one kind and in order; a mark alone proves
nothing. `1) …; 2) …` inside a paragraph stays text unless each begins a line.
"""

from collections.abc import Callable

from .items import gather_items, gather_unmarked, split_lines
from .list_edges import join_lists, raise_lone_items, release_text, take_in_last, take_in_strays
from .set_in import open_lists
from .text import Text


def recover_lists(text: Text) -> Text:
    """All passes on lists, in their order; what a person wrote as a list stays as it is."""
    passes: tuple[Callable[[Text], Text], ...] = (
        (
            split_lines,
            raise_lone_items,
            join_lists,
            gather_items,
            gather_unmarked,
            join_lists,
            take_in_strays,
            take_in_last,
            release_text,
        )
        if text.is_extracted
        else (open_lists, gather_items)
    )
    for each in passes:
        text = each(text)
    return text
