"""Hyphens that a line end left with a space after them: `regis- tre`, `Nord- Afrique`, `sont- ils`."""

import re
from collections import Counter

from ...article.prose import Prose
from ...article.walk import all_prose
from ...lexicon import fold, words_of
from ..document import Document
from .halves import words_in

SPACED = re.compile(r"(?<![\w'’])([^\W\d_]+)[-\u2010]([ \t]+)([^\W\d_]+)")
COMPOUND = re.compile(r"([^\W\d_]+)[-\u2010](?=([^\W\d_]+))")


def mend_hyphens(document: Document) -> Document:
    """With such words whole; a compound keeps its hyphen, and so does what the text does not tell."""
    proses = [prose for block in document.blocks for prose in all_prose([block])]
    proses += [prose for note in document.notes for prose in all_prose(note.blocks)]
    if not any("- " in prose.text and SPACED.search(prose.words) for prose in proses):
        return document
    hyphens = Hyphens([prose.words for prose in proses])
    return document.mapped(hyphens.mended)


class Hyphens:
    """Knows which words of a text have a hyphen and which have none."""

    def __init__(self, texts: list[str]) -> None:
        compounds = [pair for text in texts if "-" in text for pair in COMPOUND.findall(text.casefold())]
        self._words = Counter(word.casefold() for text in texts for word in words_in(text))
        self._compounds = frozenset(compounds)
        self._firsts = frozenset(one for one, _ in compounds)
        self._seconds = frozenset(other for _, other in compounds)

    def mended(self, prose: Prose) -> Prose:
        """`prose` without the spaces after hyphens, and without the hyphens that only marked the line end."""
        spans = []
        for match in SPACED.finditer(prose.words) if "- " in prose.text or "\u2010" in prose.text else ():
            one, other = match[1].casefold(), match[3].casefold()
            if self._is_one_word(one, match[3]):
                spans.append((match.end(1), match.end(2)))
            elif not self._is_left_open(one, other):
                spans.append(match.span(2))
        return prose.without(spans) if spans else prose

    def _is_one_word(self, one: str, other: str) -> bool:
        """Whether the word stands elsewhere without a hyphen, or neither half stands anywhere else."""
        second = other.casefold()
        is_known = (one, second) in self._compounds or second in self._seconds
        if other[0].isupper() or is_known or _is_function_word(second):
            return False
        if self._words[one + second]:
            return True
        is_prefix = one in self._firsts or _is_function_word(one)
        return not self._words[one] and self._words[second] == 1 and not is_prefix

    def _is_left_open(self, one: str, other: str) -> bool:
        """Whether the hyphen stands for the rest of a word that comes later: `pre- and post-war`."""
        return _is_function_word(other) and other not in self._seconds and (one, other) not in self._compounds


def _is_function_word(word: str) -> bool:
    return fold(word) in words_of("function-words", "words") or fold(word) in words_of("names", "and")
