"""The words journals print: labels, article types, mastheads, names, institutions, in seven languages.

The words are data, one file a language in `lexicons/`; this module folds, merges and finds them. Two spellings are the
same word when their folded forms are equal: case, accents, spaces, hyphens and apostrophes do not count.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

LANGUAGES = ("fr", "en", "es", "pt", "it", "de", "ar")
"""BCP 47 tags of the lexicons, in the order in which a word that several languages share is attributed."""

# Letters that Unicode does not decompose, marks that join or split words, and characters that are not seen.
_LETTERS = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ى": "ي"}
_TO_SPACE = "'’‘ʼ`´ʹ′-‐‑‒–—―/_"
_UNSEEN = "\u00ad\u0640\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_FOLDS = _LETTERS | dict.fromkeys(_TO_SPACE, " ") | dict.fromkeys(_UNSEEN, "")
_FOLDED = re.compile(f"[{re.escape(''.join(_FOLDS))}]")

# Combining marks of Latin, Greek and Cyrillic, of Hebrew, of Arabic, and the general ones.
_ACCENTS = re.compile(
    r"[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
)
_SEPARATOR = re.compile(r"[:：.–—\n\u2028]|\s-|-\s|-$|$")
_BETWEEN = re.compile(r"[\s:：.–—*-]*")
_WORD_END = re.compile(r"(?<=[\w.°])(?!\w)")
_BEFORE = " \t\n\u00a0(*[¿"
_AFTER = ' \t\n\u00a0\u2028":：.–—-)*]?'
_SPREAD = re.compile(r"(?:[^\W\d_] ){3,}[^\W\d_]\s*:?")
"""A word whose letters are set apart: `A B S T R A C T`."""
_LONGEST_SLUG = 40
_SLACK = 24
"""Characters that folding may take away from the longest word: spaces, diacritics, marks."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language: section → key → words, separated by commas, as they are spelt in the file."""

    language: str
    sections: Mapping[str, Mapping[str, str]]

    def words(self, section: str, key: str) -> tuple[str, ...]:
        """The words under `key` of `section`; none when this language has none."""
        return _split(self._listed(section, key))

    def folded_words(self, section: str, key: str) -> tuple[str, ...]:
        """Like `words`, each folded."""
        # A list is folded in one piece, which is five times quicker than word by word.
        return _split(fold(self._listed(section, key)))

    def _listed(self, section: str, key: str) -> str:
        return self.sections.get(section, {}).get(key, "")


@dataclass(frozen=True, slots=True)
class Label:
    """A word found: its `kind` is the key it stands under; `language` is the first of the `languages` it may be."""

    kind: str
    languages: tuple[str, ...]

    @property
    def language(self) -> str:
        """BCP 47 tag of the first language, in the order of `LANGUAGES`."""
        return self.languages[0]


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """`text` as words are compared: casefolded, without accents, hyphens and apostrophes as spaces, single spaces."""
    if not text.isascii():
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return " ".join(_FOLDED.sub(lambda found: _FOLDS[found.group()], text.casefold()).split())


def slug(text: str) -> str:
    """Small letters, figures and hyphens of the basic Latin alphabet; may be empty (Arabic)."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
    return plain[:_LONGEST_SLUG].rstrip("-")


@cache
def lexicons() -> tuple[Lexicon, ...]:
    """All lexicons, in the order of `LANGUAGES`."""
    return tuple(_read(language) for language in LANGUAGES)


@cache
def words_of(section: str, key: str) -> frozenset[str]:
    """The folded words under `key` of `section` in all languages.

    Raises `KeyError` when no language has the key: that is a misspelling in the code that asks.
    """
    words = frozenset(word for lexicon in lexicons() for word in lexicon.folded_words(section, key))
    if not words:
        raise KeyError(f"{section}.{key}")
    return words


def label_of(text: str) -> Label | None:
    """The label that `text` is as a whole, less the marks around it: a heading such as `RÉSUMÉ :`."""
    return entry_of("labels", text)


def label_at_start(text: str) -> tuple[Label, int] | None:
    """The run-in label that `text` begins with, and the offset in `text` where the rest begins.

    The label ends at a colon, a full stop, a dash or the end of the line; a bare space does not end it. The longest
    label wins.
    """
    return entry_at_start("labels", text)


def entry_of(section: str, text: str) -> Label | None:
    """The word of `section` that `text` is as a whole, less the marks around it; `kind` is its key."""
    entries, longest = _entries(section)
    if _SPREAD.fullmatch(text.strip()):
        text = text.replace(" ", "")
    if len(text) > 2 * longest + _SLACK:
        return None
    return entries.get(fold(text.lstrip(_BEFORE).rstrip(_AFTER))) or entries.get(fold(text))


def entry_at_start(section: str, text: str) -> tuple[Label, int] | None:
    """Like `label_at_start`, for the words of any `section`."""
    entries, longest = _entries(section)
    found = None
    for mark in _SEPARATOR.finditer(text, 0, longest + _SLACK):
        # `$` matches where the window ends, too: that is no separator.
        if mark.group() or mark.start() == len(text):
            label = entries.get(fold(text[: mark.start()].lstrip(_BEFORE).rstrip(_AFTER)))
            found = (label, mark.start()) if label else found
    return (found[0], _rest(text, found[1])) if found else None


def word_at_start(section: str, key: str, text: str) -> int | None:
    """The offset after the longest word under `key` that `text` begins with, or None; a bare space may follow it.

    For words that no mark sets apart: `Received 12 March`, `par Anne Martin`, `Dr. Martin`, `vol. 3`.
    """
    words, longest = words_of(section, key), _longest(section, key)
    ends = [mark.start() for mark in _WORD_END.finditer(text[: longest + _SLACK])]
    return next((end for end in reversed(ends) if fold(text[:end]) in words), None)


def _rest(text: str, start: int) -> int:
    between = _BETWEEN.match(text, start)
    return between.end() if between else start


@cache
def _entries(section: str) -> tuple[dict[str, Label], int]:
    """Folded word → label for a whole section, and the length of the longest word."""
    found: dict[str, Label] = {}
    for lexicon in lexicons():
        for key, word in _iter_words(lexicon, section):
            known = found.get(word, Label(key, ()))
            if known.kind == key and lexicon.language not in known.languages:
                found[word] = Label(key, (*known.languages, lexicon.language))
    return found, max(map(len, found))


def _iter_words(lexicon: Lexicon, section: str) -> Iterator[tuple[str, str]]:
    for key in lexicon.sections.get(section, {}):
        for word in lexicon.folded_words(section, key):
            yield key, word


@cache
def _longest(section: str, key: str) -> int:
    return max(map(len, words_of(section, key)))


def _read(language: str) -> Lexicon:
    # Literal strings, one a key: tomllib reads them three times quicker than lists of words.
    text = files("ries_jats").joinpath("lexicons", f"{language}.toml").read_text("utf-8")
    return Lexicon(language, {name: table for name, table in tomllib.loads(text).items() if isinstance(table, dict)})


def _split(listed: str) -> tuple[str, ...]:
    return tuple(word for each in listed.split(",") if (word := " ".join(each.split())))
