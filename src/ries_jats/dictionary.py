"""Dictionaries: whether letters are a word of a language, by the lists that pyspellchecker carries.

A list is read in about 0.1 s, when the first word of its language is looked up; the forms of rare words are not in it.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spellchecker import SpellChecker

KNOWN = frozenset({"fr", "en", "es", "pt", "it", "de", "ar"})
"""BCP 47 tags of the languages that have a list."""


@cache
def _list(language: str) -> "SpellChecker":
    from spellchecker import SpellChecker

    return SpellChecker(language=language)


def is_word(text: str, language: str) -> bool:
    """Whether `text`, or the singular of it, is in the list of a language; False for languages without one."""
    if language not in KNOWN:
        return False
    word = text.casefold()
    return word in _list(language) or (word.endswith("s") and word[:-1] in _list(language))
