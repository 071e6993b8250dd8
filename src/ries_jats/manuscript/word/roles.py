"""What the names of paragraph styles say in any language: `Titre de l'article`, `Heading 2`, `Überschrift 3`."""

import re
from functools import cache

from ...lexicon import fold, words_of
from .looks import Look

PARENTHESES = re.compile(r"\([^()]*\)")
LEVEL = re.compile(r"(?<!\d)([1-6])(?!\d)")
WORD = re.compile(r"[^\W\d_]+")
ROLES = ("subtitle", "title")
"""What a style may say of a paragraph of the head; the longer name is asked first."""


def role_of(look: Look) -> str:
    """`title` or `subtitle` when its style, or one that this is based on, is for titles or subtitles; else nothing."""
    return next((role for name in look.styles for role in ROLES if _is_for(role, name)), "")


def style_level(look: Look) -> int:
    """The level of a heading by its style or outline, 0 for other paragraphs."""
    by_name = next((level for name in look.styles if (level := _level(name))), 0)
    return by_name or look.outline


@cache
def _is_for(role: str, name: str) -> bool:
    """Whether a style is the title's: its name is a known one, less a journal's sign before or after it."""
    words = WORD.findall(PARENTHESES.sub(" ", name))
    bare = [word for word in words if not word.isupper() or len(words) == 1]
    return fold(" ".join(bare)) in {_spaced(each) for each in words_of("paragraph-styles", role)} and not _level(name)


@cache
def _level(name: str) -> int:
    """`heading 2` and its like: a word for headings, and a figure after it."""
    for found in LEVEL.finditer(name):
        words = WORD.findall(name[: found.start()])
        if words and fold(words[-1]) in words_of("paragraph-styles", "heading"):
            return int(found[1])
    return 0


def _spaced(folded: str) -> str:
    return " ".join(WORD.findall(folded))
