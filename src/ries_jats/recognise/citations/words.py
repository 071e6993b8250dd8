"""Words and signs of citations: patterns made of the lexicons, and the words of a name by which it is compared."""

import re
from functools import cache

from ...lexicon import fold, lexicons, words_of

SPACE = "\\s\u00a0\u202f"
APOSTROPHES = "'’ʼ"
_INITIAL = re.compile(rf"(?<!\w)(?<!\w[{APOSTROPHES}])[^\W\d_](?![\w{APOSTROPHES}])")
_JOINED = re.compile(rf"[^\W\d_]{{1,3}}[{APOSTROPHES}‐‑-](?=[^\W\d_])(?![a-zà-ÿ])")
_POSSESSIVE = re.compile(f"[{APOSTROPHES}]s$", re.IGNORECASE)


@cache
def phrases(*keys: str) -> str:
    """A pattern for every phrase under `keys` of `citing`, the longest first; a full stop may follow each word."""
    return phrases_of("citing", *keys)


@cache
def phrases_of(section: str, *keys: str) -> str:
    """Like `phrases`, for any section."""
    listed = {phrase.strip("().") for lexicon in lexicons() for key in keys for phrase in lexicon.words(section, key)}
    return "|".join(map(_spelt, sorted(listed, key=lambda phrase: (-len(phrase), phrase))))


def _spelt(phrase: str) -> str:
    words = [re.escape(word).replace("'", f"[{APOSTROPHES}]") for word in phrase.split()]
    return rf"\.?[{SPACE}]*".join(words) + (r"\.?" if words[-1][-1].isalpha() else "")


@cache
def at_end(*keys: str) -> re.Pattern[str]:
    """A phrase at the end of a text, with the commas and colons around it."""
    return re.compile(rf"(?<!\w)(?:{phrases(*keys)})[{SPACE},:]*$", re.IGNORECASE)


@cache
def at_start(*keys: str) -> re.Pattern[str]:
    """A phrase at the start of a text, with the commas and colons after it."""
    return re.compile(rf"[{SPACE},;:]*(?:{phrases(*keys)})(?!\w)[{SPACE},:]*", re.IGNORECASE)


@cache
def anywhere(*keys: str) -> re.Pattern[str]:
    """A phrase by itself."""
    return re.compile(rf"(?<!\w)(?:{phrases(*keys)})(?!\w)", re.IGNORECASE)


@cache
def particles() -> frozenset[str]:
    """Words that a surname is printed with and without: `de`, `van der`, `al`."""
    return frozenset(word for phrase in words_of("names", "particles") for word in phrase.split()) - {"mac", "mc"}


@cache
def connectors() -> frozenset[str]:
    """Words and signs between two authors, folded."""
    return words_of("citing", "and") | {"/"}


@cache
def joiners() -> str:
    """A pattern for the words and signs between two authors, which are never written with capitals."""
    return "|".join(map(re.escape, sorted(words_of("citing", "and"))))


@cache
def stop_words() -> frozenset[str]:
    """Words that begin a sentence and no name, folded."""
    signals = words_of("citing", "see") | words_of("citing", "cited-in")
    return frozenset(words_of("function-words", "words") | {word for each in signals for word in each.split()})


def core(name: str) -> tuple[str, ...]:
    """The words of a surname by which it is compared: folded, without particles, initials and a possessive s."""
    words = re.findall(r"\w+", fold(_POSSESSIVE.sub("", name)))
    worded = [word for word in words if len(word) > 1 and not word.isdigit()]
    return tuple(word for word in worded if word not in particles()) or tuple(worded) or tuple(words)


def initials(name: str) -> frozenset[str]:
    """The initials that a name is printed with; a small `y` joins two surnames."""
    letters = _INITIAL.findall(_POSSESSIVE.sub("", name))
    return frozenset(fold(letter) for letter in letters if letter not in connectors())


def is_capital(word: str) -> bool:
    """Whether a word may begin a name: with a capital, or a letter that knows none; `el-Hamid` does."""
    first = next((character for character in word if character.isalpha()), "")
    return bool(first) and (not first.islower() or _JOINED.match(word) is not None)
