"""The words of which records are made up, one file a language in `data/`."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random

from .coinage import Coiner, read_coiner
from .grammar import Grammar, read_grammar

LANGUAGES = ("fr", "es", "en", "pt", "it", "de")
"""BCP 47 tags of the languages in which references are printed."""
NAME_LANGUAGES = ("fr", "es", "en", "ar", "ar", "de", "it", "pt")
"""Those from which names are taken, which cross borders."""
_DATA = files(__package__) / "data"
_NUMBERS = {
    "d": tuple(map(str, range(1, 10))),
    "n": tuple(map(str, range(2, 30))),
    "dd": tuple(map(str, range(1, 29))),
    "d2": tuple(f"{day:02}" for day in range(1, 29)),
    "m2": tuple(f"{month:02}" for month in range(1, 13)),
    "year": tuple(map(str, range(1950, 2024))),
    "recent": tuple(map(str, range(2006, 2026))),
}
"""Symbols of every grammar."""
SYMBOLS = frozenset({"accessed", "accessed_digits", "n", "society", "old"})
"""Symbols that forms may use as if they were terms."""


@dataclass(frozen=True)
class Words:
    """The words of one language: lists of names and things, how dates are written, and a grammar of titles and of the
    terms of references; with what coins surnames and words that no list has.
    """

    names: Mapping[str, tuple[str, ...]]
    lists: Mapping[str, tuple[str, ...]]
    dates: Mapping[str, tuple[str, ...]]
    terms: frozenset[str]
    grammar: Grammar
    surnames: Coiner
    coined: Coiner
    single_names: tuple[str, ...]
    has_title_case: bool = False

    def one(self, kind: str, rng: Random) -> str:
        """One of a list, which may be a pattern; what is made up is in capitals where the language has such names."""
        return self._filled(rng.choice(self.lists[kind]), rng)

    def _filled(self, chosen: str, rng: Random) -> str:
        if "{" not in chosen:
            return chosen
        words = self.grammar.filled(chosen, rng)
        return title_case(words) if self.has_title_case else words[:1].upper() + words[1:]

    def body(self, rng: Random) -> str:
        """A ministry, an association, a newspaper."""
        return self._filled(rng.choice(self.names["bodies"]), rng)

    def placed(self, kind: str, rng: Random) -> tuple[str, str]:
        """One of a list in which each has its place: `Fayard`, `Paris`."""
        name, _, place = self.one(kind, rng).partition(" @ ")
        return name, place


@cache
def words(language: str) -> Words:
    """The words of a language."""
    said = tomllib.loads((_DATA / f"{language}.toml").read_text("utf-8"))
    names = {name: _split(text) for name, text in said["names"].items()}
    lists = {name: _split(text) for name, text in said.get("lists", {}).items()}
    terms = {name: (*text.split(";"),) for name, text in said.get("terms", {}).items()}
    symbols = {name: _split(text) for name, text in said.get("grammar", {}).items()}
    return Words(
        names,
        lists,
        dates={name: _split(text) for name, text in said.get("dates", {}).items()},
        terms=frozenset(terms) | SYMBOLS,
        grammar=read_grammar(_NUMBERS | names | lists | terms | symbols, said.get("contractions", {})),
        surnames=read_coiner(names["surname"], least=4),
        coined=read_coiner(_long_words(symbols), least=6),
        single_names=tuple(name for name in symbols.get("person", ()) if " " not in name) or names["surname"],
        has_title_case=language == "en",
    )


def title_case(title: str) -> str:
    """A title with capitals, but for short words within it."""
    found = title.split(" ")
    return " ".join(
        word[:1].upper() + word[1:] if len(word) > 3 or not place else word for place, word in enumerate(found)
    )


@cache
def cities() -> tuple[str, ...]:
    """Cities of the whole world, as the list of places has them, in capitals and without accents."""
    lines = (files("ries_jats.data") / "cities.txt").read_text("utf-8").splitlines()
    return tuple(line.split("\t")[0].split("|")[0].title() for line in lines if len(line) < 20)


def _split(text: str) -> tuple[str, ...]:
    return tuple(piece.strip() for line in text.splitlines() for piece in line.split(";") if piece.strip())


def _long_words(symbols: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The common words of the titles, from which others like them are coined."""
    for phrases in symbols.values():
        for phrase in phrases:
            yield from (word for word in phrase.split() if len(word) > 5 and word.isalpha() and word.islower())
