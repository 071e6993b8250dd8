"""Phrases made up from the words of a language: titles, and whatever else has a pattern.

A symbol has patterns; in a pattern `{symbol}` stands for a phrase of another symbol, and `{one|another}` for one of
these words.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

_SENTENCE = re.compile(r"(?<=[a-z0-9]\. )\w")
_BRACES = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Grammar:
    """The patterns of each symbol, and what two words become when they meet (`de le` → `du`)."""

    patterns: Mapping[str, tuple[tuple[str, ...], ...]]
    contractions: tuple[tuple[re.Pattern[str], str], ...] = ()

    def phrase(self, symbol: str, rng: Random) -> str:
        """One phrase, with a capital at the head of each sentence."""
        text = _SENTENCE.sub(lambda start: start[0].upper(), self.words(symbol, rng))
        return text[:1].upper() + text[1:]

    def words(self, symbol: str, rng: Random) -> str:
        """One phrase as it stands within a sentence."""
        pattern = rng.choice(self.patterns[symbol])
        return pattern[0] if len(pattern) == 1 else self._contracted(self._filled(pattern, rng))

    def filled(self, pattern: str, rng: Random) -> str:
        """A pattern that is not one of the grammar, with phrases for its symbols."""
        return self._contracted(self._filled((*_BRACES.split(pattern),), rng))

    def _contracted(self, text: str) -> str:
        for pattern, words in self.contractions:
            text = pattern.sub(words, text)
        return text

    def _expanded(self, symbol: str, rng: Random) -> str:
        return self._filled(rng.choice(self.patterns[symbol]), rng)

    def _filled(self, pattern: tuple[str, ...], rng: Random) -> str:
        if len(pattern) == 1:
            return pattern[0]
        chosen = (self._chosen(each, rng) if place % 2 else each for place, each in enumerate(pattern))
        return "".join(chosen)

    def _chosen(self, names: str, rng: Random) -> str:
        return rng.choice(names.split("|")) if "|" in names else self._expanded(names, rng)


def read_grammar(symbols: Mapping[str, tuple[str, ...]], contractions: Mapping[str, str]) -> Grammar:
    """A grammar from lists of patterns, and from what is contracted, by the words that are met."""
    patterns = {name: tuple((*_BRACES.split(line),) for line in lines) for name, lines in symbols.items()}
    rules = ((re.compile(rf"\b{met}"), words) for met, words in contractions.items())
    return Grammar(patterns, tuple(rules))
