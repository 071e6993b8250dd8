"""Spaces after the hyphen of a compound, which a line end left there: `Nord- Afrique`, `sont- ils`, `non- verbal`."""

import re

from ...article.prose import Prose
from ...article.walk import all_prose
from ...lexicon import fold, words_of
from ..document import Document

SPACED = re.compile(r"(?<![\w'’])([^\W\d_]+)[-\u2010]([ \t]+)(?=([^\W\d_]+))")
COMPOUND = re.compile(r"[^\W\d_][-\u2010](?=([^\W\d_]+))")


def close_compounds(document: Document) -> Document:
    """Without these spaces; words that the hyphen only cut are whole by now."""
    proses = [prose for prose in all_prose(document.blocks) if "-" in prose.text or "\u2010" in prose.text]
    seconds = frozenset(word.casefold() for prose in proses for word in COMPOUND.findall(prose.words))

    def change(prose: Prose) -> Prose:
        matches = SPACED.finditer(prose.words) if "- " in prose.text or "\u2010 " in prose.text else ()
        spans = [match.span(2) for match in matches if not _is_left_open(match[3].casefold(), seconds)]
        return prose.without(spans) if spans else prose

    return document.mapped(change)


def _is_left_open(second: str, seconds: frozenset[str]) -> bool:
    """Whether the hyphen stands for the rest of a word that comes later: `pre- and post-war`."""
    is_function_word = fold(second) in words_of("function-words", "words") or fold(second) in words_of("names", "and")
    return is_function_word and second not in seconds
