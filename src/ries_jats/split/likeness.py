"""How alike two printed forms are: letters and digits count, capitals, accents, spaces and punctuation do not."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

from ..lexicon import fold

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´′", "'") | dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("“”«»„", '"'))


@lru_cache(maxsize=1 << 15)
def letters(text: str) -> str:
    """Folded letters and digits without anything between them."""
    return "".join(character for character in fold(text) if character.isalnum())


def likeness(one: str, other: str) -> float:
    """0..1, on letters and digits."""
    return fuzz.ratio(letters(one), letters(other)) / 100


def is_same(one: str, other: str) -> bool:
    """Whether nothing but capitals, accents, spaces and punctuation differs."""
    return letters(one) == letters(other)


def typography_free(text: str) -> str:
    """`text` with one kind of apostrophe, dash, quotation mark and space; capitals and accents stay."""
    text = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES))
    return re.sub(r"\s*([^\w\s])\s*", r"\1", " ".join(text.split()))


def flat(text: str) -> str:
    """Lower case without accents, character for character: a position in it is one in `text`."""
    return "".join(map(_flat_character, text))


@lru_cache(maxsize=4096)
def _flat_character(character: str) -> str:
    bare = unicodedata.normalize("NFKD", character)[:1].casefold()
    return bare if len(bare) == 1 else character


def find_like(form: str, text: str, cutoff: float = 0.95) -> tuple[int, int] | None:
    """Where in `text` something stands that is as like `form` as `cutoff`; offsets of whole words, None if nowhere."""
    wanted, places = letters(form), [(letters(text[at]), at) for at in range(len(text)) if text[at].isalnum()]
    found = "".join(letter for letter, _ in places)
    offsets = [at for letter, at in places for _ in letter]
    if not wanted or len(found) < cutoff * len(wanted):
        return None
    match = fuzz.partial_ratio_alignment(wanted, found, score_cutoff=cutoff * 100)
    if match is None or match.dest_end - match.dest_start < cutoff * len(wanted) or match.dest_end <= match.dest_start:
        return None
    return _whole_words(text, offsets[match.dest_start], offsets[match.dest_end - 1] + 1)


def _whole_words(text: str, start: int, stop: int) -> tuple[int, int]:
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while stop < len(text) and text[stop - 1].isalnum() and text[stop].isalnum():
        stop += 1
    return start, stop
