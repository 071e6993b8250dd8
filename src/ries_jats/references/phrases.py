"""The words by which parts of references are known, found in the tokens of a string.

The words are those of the section `references` of the lexicons, given names, cities and countries.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ..lexicon import fold, lexicons, words_of
from ..places import place_names
from .shapes import shape_of
from .tokens import Token

SECTION = "references"
_UNTOLD = frozenset({"month", "surname"})
"""Lists that say nothing of single words of a reference, or are read apart."""
_SKIPPED = frozenset({".", "-", ""})
_NO_INITIALS = frozenset({"page", "volume", "issue", "journal", "translator", "signal", "publisher", "edition"})
"""What a single capital letter is not taken for: it is an initial more often than not."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Folded words with what they are known as, and every beginning of them, so that a search stops early."""

    kinds: dict[str, tuple[str, ...]]
    beginnings: frozenset[str]


@cache
def phrases() -> Phrases:
    """All the words there are; reading them takes some 50 ms."""
    kinds: dict[str, tuple[str, ...]] = {}
    for kind, words in _listed():
        for word in words:
            kinds[word] = (*(each for each in kinds.get(word, ()) if each != kind), kind)
    return Phrases(kinds, frozenset(_beginnings(kinds)))


def _listed() -> Iterator[tuple[str, frozenset[str]]]:
    keys = {key for lexicon in lexicons() for key in lexicon.sections.get(SECTION, {})}
    for key in sorted(keys - _UNTOLD):
        yield key, frozenset(word.replace(".", "") for word in words_of(SECTION, key))
    yield "month", frozenset(months())
    yield "given", words_of("names", "given")
    yield "particle", words_of("names", "particles")
    yield "and", words_of("names", "and")
    yield "function", words_of("function-words", "words")
    yield "body", words_of("institutions", "words")
    yield "place", place_names()


@cache
def months() -> dict[str, int]:
    """Folded names of months and their short forms → their numbers, from 1 to 12."""
    return {
        word: number
        for lexicon in lexicons()
        for number, names in enumerate(lexicon.folded_words(SECTION, "month"), 1)
        for word in names.split("|")
    }


def _beginnings(words: dict[str, tuple[str, ...]]) -> Iterator[str]:
    for word in words:
        end = word.find(" ")
        while end > 0:
            yield word[:end]
            end = word.find(" ", end + 1)


def known_kinds(tokens: Sequence[Token]) -> list[tuple[str, ...]]:
    """What the words of the tokens are known as."""
    kinds = kinds_of([folded_word(token.text) for token in tokens])
    for position, token in enumerate(tokens):
        if kinds[position] and shape_of(token.text) == "X":
            kinds[position] = tuple(kind for kind in kinds[position] if kind not in _NO_INITIALS)
    return kinds


@lru_cache(maxsize=32768)
def folded_word(text: str) -> str:
    """A token as words are compared."""
    return fold(text) or text


def kinds_of(folded: Sequence[str]) -> list[tuple[str, ...]]:
    """What each of the folded tokens is known as, alone or with those after it; the words of a longer phrase first.

    Full stops and hyphens between the tokens do not count.
    """
    found: list[tuple[str, ...]] = [()] * len(folded)
    known = phrases()
    for start, word in enumerate(folded):
        if word in known.kinds:
            found[start] = (*found[start], *(kind for kind in known.kinds[word] if kind not in found[start]))
        if word in known.beginnings:
            _mark_longer(folded, start, found)
    return found


def _mark_longer(folded: Sequence[str], start: int, found: list[tuple[str, ...]]) -> None:
    known, phrase, longest = phrases(), folded[start], 0
    kinds: tuple[str, ...] = ()
    for end in range(start + 1, len(folded)):
        if folded[end] in _SKIPPED:
            continue
        phrase = f"{phrase} {folded[end]}"
        if phrase in known.kinds:
            kinds, longest = tuple(f"{kind}+" for kind in known.kinds[phrase]), end
        if phrase not in known.beginnings:
            break
    for position in range(start, longest + 1 if longest else start):
        found[position] = (*(kind for kind in kinds if kind not in found[position]), *found[position])
