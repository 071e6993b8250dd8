"""Cities and countries in printed affiliations: tells whether a text is one, or ends with one.

Names are data: cities of GeoNames and countries of Unicode CLDR, both made by `scripts/make_cities.py`, and
`country-variants.txt`, kept by hand. Case, accents, hyphens, apostrophes, full stops and commas do not count when names
are compared.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from .lexicon import fold, words_of

_AROUND = " \t\n\u00a0.,،;:()[]*"
_CODES_AFTER_NAMES = re.compile(r"\t[A-Z ]*\n")

# Where a name at the end of a text may begin: after a space, a comma, a dash, a parenthesis, or at its very start.
_BEGINNING = re.compile(r"(?:^|(?<=[\s,،;:(\[/–—-]))(?=[^\W_])")
_GLUED = re.compile(r"[^\W_]-$")
_SET_APART = re.compile(r"(?:^|[,،;:(\[/–—\n]|\s-)\s*$")
_AFTER_COMMA = re.compile(r"[,،;–—]\s*$|\s-\s*$")

_UNCOUNTED = re.compile(r"[.,،()]")
"""Marks that names are printed with and without: U.S.A., Washington, D.C., Taiwan (R.O.C.)."""

_ISO_CODE = re.compile(r"[A-Z]{2,3}")
_MOST_COUNTRY_WORDS = 9
_MOST_CITY_WORDS = 6

_COMPOUNDS = frozenset(
    {
        "new",
        "nouvelle",
        "nouveau",
        "nueva",
        "nuevo",
        "nova",
        "novo",
        "nuova",
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
    }
)
"""Words that make another name of the one that follows: New Mexico, South Australia, Nouvelle-Guinée."""

_HOMONYMS = frozenset(
    {"chad", "georgia", "israel", "island", "jersey", "jordan", "maurice", "mauricio", "niger", "reunion"}
)
"""Countries' names that are also a person's, a region's or a common word: at the end of a text only if set apart."""


def is_city(text: str, *, any_case: bool = False) -> bool:
    """Whether `text` as a whole is the name of a city.

    A single word has to begin with a capital (`Nice`, `NICE`) and several words have to hold one, unless `any_case`.
    """
    name = text.strip(_AROUND)
    return place_key(name) in _cities() and (any_case or _has_capital(name))


def city_at_end(text: str, *, any_case: bool = False) -> int | None:
    """The offset where the name of a city begins with which `text` ends; the longest one.

    None when the city belongs to a longer name: `Université de Paris`, `University of Texas at Austin`, `Paris-Saclay`.
    """
    for start, name in _iter_endings(text, _MOST_CITY_WORDS):
        if is_city(name, any_case=any_case) and not _GLUED.search(text[:start]):
            return start if _stands_alone(place_key(name), text[:start]) else None
    return None


def country_code(text: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of the country that `text` as a whole names.

    Codes of two and of three letters name it too, if they are capitals.
    """
    name = text.strip(_AROUND)
    if _ISO_CODE.fullmatch(name) and name in _iso_codes():
        return _iso_codes()[name]
    return _countries().get(place_key(name))


def country_at_end(text: str) -> tuple[int, str] | None:
    """The offset where the name of a country begins with which `text` ends, and its ISO 3166-1 alpha-2 code.

    None when the country belongs to a longer name (`Institut de France`). Codes of two letters are not taken, for they
    are states of the USA as well (`Cambridge, MA`); codes of three letters only after a comma or a dash.
    """
    for start, name in _iter_endings(text, _MOST_COUNTRY_WORDS):
        code = _countries().get(place_key(name)) or _code_after_comma(name, text[:start])
        if code:
            return (start, code) if _stands_alone(place_key(name), text[:start]) else None
    return None


def _code_after_comma(name: str, before: str) -> str | None:
    is_alpha_3 = len(name) == 3 and _ISO_CODE.fullmatch(name) and _AFTER_COMMA.search(before)
    return _iso_codes().get(name) if is_alpha_3 else None


def _stands_alone(key: str, before: str) -> bool:
    # An Arabic name of an institution holds its place without a preposition: جامعة تونس.
    if key in _HOMONYMS or not key[0].isascii():
        return bool(_SET_APART.search(before))
    return not _continues_a_name(before)


def _continues_a_name(before: str) -> bool:
    """Whether what stands before a place binds it: a preposition, an article, a conjunction, `New`."""
    if _SET_APART.search(before):
        return False
    words = fold(before[-30:]).split()
    return bool(words) and words[-1] in _binding_words()


def _iter_endings(text: str, most_words: int) -> Iterator[tuple[int, str]]:
    """Offset and text, less the marks after it, of every ending of up to so many words; the longest first."""
    end = len(text.rstrip(_AROUND))
    begin = max(0, end - 80)
    starts = [begin + found.start() for found in _BEGINNING.finditer(text[begin:end])]
    for start in starts[-most_words:]:
        yield start, text[start:end]


def _has_capital(name: str) -> bool:
    return not (name.islower() if " " in fold(name) else name[:1].islower())


def place_key(name: str) -> str:
    """`name` as places are compared: folded, without full stops, commas and parentheses."""
    return _UNCOUNTED.sub("", fold(name))


def place_names() -> frozenset[str]:
    """The keys of all cities and countries that are known."""
    return _cities() | frozenset(_countries())


@cache
def _binding_words() -> frozenset[str]:
    # fold() makes `d'` a word of its own.
    elided = frozenset({"d", "l", "dell", "all", "nell"})
    return words_of("function-words", "words") | words_of("names", "particles") | _COMPOUNDS | elided


@cache
def _cities() -> frozenset[str]:
    # The file holds keys, not spellings: to fold so many takes longer than all the rest.
    return frozenset(_CODES_AFTER_NAMES.sub("|", _read("cities.txt")).split("|")) - {""}


@cache
def _countries() -> dict[str, str]:
    """Folded name → alpha-2 code."""
    found: dict[str, str] = {}
    for line in (_read("countries.txt") + _read("country-variants.txt")).splitlines():
        code, *_, names = line.split("\t")
        found |= dict.fromkeys(place_key(names).split("|"), code)
    return found


@cache
def _iso_codes() -> dict[str, str]:
    """Alpha-2 and alpha-3 code → alpha-2 code."""
    rows = [line.split("\t") for line in _read("countries.txt").splitlines()]
    return {code: alpha_2 for alpha_2, alpha_3, _ in rows for code in (alpha_2, alpha_3) if code}


def _read(name: str) -> str:
    return files("ries_jats").joinpath("data", name).read_text("utf-8")
