"""The words of names: what a word between spaces can be in a person's name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..lexicon import fold, words_of

WORD = re.compile(
    r"[^\W\d_a-zà-ÿ]{3,}(?=\.[^\W\d_](?!\w))|(?:[^\W\d_]\.)+(?=[^\W\d_]{2})|[^\W\d_](?:[^\s,;()\[\]&/:«»“”\"]*[\w.])?"
)
_INITIALS = re.compile(
    r"(?:(?:[^\W\d_]|Ch|Chr|Ph|Th|Fr|Ed|Éd|Wm|Geo|Jos|Yu|Ye|Ya|Cl|Gr|St|Al|Bl)\.[-‐‑–]?)+(?:[^\W\d_]\.?)?|[^\W\d_](?:[-‐‑][^\W\d_])?"
)
_BARE = re.compile(r"[^\W\d_a-zà-ÿ]{1,3}(?:-[^\W\d_a-zà-ÿ])?")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name from `start` to `stop`, and what is known of it."""

    text: str
    start: int
    stop: int
    is_initial: bool
    is_given: bool
    is_particle: bool
    is_capitals: bool

    @property
    def is_bare(self) -> bool:
        """Whether these may be initials without full stops: `JP`."""
        return self.is_capitals and _BARE.fullmatch(self.text.rstrip(".")) is not None


def words_in(text: str, start: int, stop: int) -> list[Word]:
    """The words between two places."""
    return [Word(match[0], match.start(), match.end(), *_known(match[0])) for match in WORD.finditer(text, start, stop)]


@lru_cache(maxsize=16384)
def _known(text: str) -> tuple[bool, bool, bool, bool]:
    word = text.strip(".:'’\"«»“”")
    folded = fold(word)
    is_initial = text[0].isupper() and _INITIALS.fullmatch(text) is not None
    is_particle = not is_initial and folded in words_of("names", "particles")
    is_given = not is_initial and not text[0].islower() and _is_given(folded)
    return is_initial, is_given, is_particle, len(word) > 1 and word.isupper() and not is_initial


def _is_given(folded: str) -> bool:
    given = words_of("names", "given")
    return folded in given or (" " in folded and all(part in given for part in folded.split()))


def is_small(word: Word) -> bool:
    """Whether a word begins with a small letter, as particles do."""
    return word.text[0].islower()


def surname_first(words: Sequence[Word]) -> bool | None:
    """Whether a name begins with the surname, as its words show it; None when they do not."""
    words = _without_particles(words)
    first, last = words[0], words[-1]
    if first.is_initial or last.is_initial:
        return not first.is_initial
    if any(word.is_initial for word in words):
        return False
    plain = [word for word in words if not word.is_particle] or words
    capitals = [word.is_capitals for word in plain]
    if any(capitals) and not all(capitals):
        return _by_capitals(plain, capitals)
    if last.is_bare and len(last.text) < 3 and len(first.text) > 2:
        return True
    if is_surname_head(first) and len(words) > 2 and not words[1].is_given:
        return True
    if first.is_given and any(word.is_particle for word in words[1:-1]):
        return False
    if first.is_given != last.is_given:
        return last.is_given
    return None


def is_surname_head(word: Word) -> bool:
    """Whether a word only begins a surname: `Ben`, `Hadj`, `Ould`, `Aït`, `Abd`."""
    return not is_small(word) and fold(word.text) in words_of("names", "surname-heads")


def takes_second_given(word: Word) -> bool:
    """Whether a given name often has another after it: `José Vicente`, `Juan Cruz`."""
    return fold(word.text) in words_of("names", "compound-given")


def is_whole_surname(words: Sequence[Word]) -> bool:
    """Whether two words or more are one name that nothing parts: `Abbé Morel`, `Mugo wa Kamau`, `Ben Salah`."""
    if len(words) == 2 and not any(word.is_initial for word in words):
        is_title = fold(words[0].text) in words_of("names", "honorifics")
        return not words[0].is_given and (is_title or (is_surname_head(words[0]) and not words[1].is_given))
    return len(words) == 3 and fold(words[1].text) in words_of("names", "patronymics") and is_small(words[1])


def is_spanish_surname(word: Word) -> bool:
    """Whether a word is one of the common surnames of which Spanish names have two."""
    return not word.is_given and may_be_spanish_surname(word)


def may_be_spanish_surname(word: Word) -> bool:
    """Like `is_spanish_surname`, of words that are given names too: `Cruz`, `Vicente`."""
    folded = fold(word.text)
    return folded in words_of("references", "surname") or (len(folded) > 4 and folded[-2:] == "ez")


def _without_particles(words: Sequence[Word]) -> Sequence[Word]:
    """Without particles after the rest: `Beauvoir Simone de`."""
    last = len(words)
    while last > 2 and words[last - 1].is_particle and is_small(words[last - 1]):
        last -= 1
    return words[:last]


def _by_capitals(words: Sequence[Word], capitals: Sequence[bool]) -> bool:
    """`DUPONT Jean`, `Jean DUPONT`, `Dupont JP`."""
    if capitals[0]:
        return not (words[0].is_bare and len(words[0].text) < 3 and not any(capitals[1:]) and len(words[1].text) > 2)
    return sum(capitals) == 1 and words[-1].is_bare and len(words[-1].text.rstrip(".")) < 3
