"""The languages of titles, where their words leave no doubt."""

from dataclasses import replace
from functools import cache

from ..article.references import ParsedReference, Part
from ..language import detect
from ..lexicon import fold, lexicons

TITLES = frozenset({"article-title", "chapter-title", "source"})
LANGUAGE = "xml:lang"
SHORTEST = 20
"""Characters of a title; in shorter ones names and words of several languages prevail."""
SURE = 0.98
"""Likelihood from which the language of a title is told; at 0.95 one Spanish title in thirty is taken for another's."""


def with_languages(parsed: ParsedReference) -> ParsedReference:
    """`parsed` with `xml:lang` on the titles whose language is certain."""
    return replace(parsed, parts=tuple(_told(part, parsed.words(part)) for part in parsed.parts))


def _told(part: Part, words: str) -> Part:
    if part.element not in TITLES or len(words) < SHORTEST or part.attribute(LANGUAGE):
        return part
    language, likelihood = detect(words)
    is_told = likelihood >= SURE and _has_word_of(language, words)
    return replace(part, attributes=(*part.attributes, (LANGUAGE, language))) if is_told else part


def _has_word_of(language: str, words: str) -> bool:
    """Whether a small word of the language stands there, where its words are known: titles without one mislead."""
    small = _small_words(language)
    apart = words.replace("'", "' ").replace("’", "’ ").split()
    return not small or any(fold(word) in small for word in apart)


@cache
def _small_words(language: str) -> frozenset[str]:
    keys = (("function-words", "words"), ("names", "particles"), ("names", "and"))
    known = [lexicon for lexicon in lexicons() if lexicon.language == language]
    return frozenset(word for lexicon in known for key in keys for word in lexicon.folded_words(*key))
