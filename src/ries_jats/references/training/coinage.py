"""Words that no list has but that a language could have, so that nothing is known by heart.

Their letters follow each other as they do in the words of a list.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random

_ORDER = 3
_START, _END = "^", "$"
_LONGEST = 14


@dataclass(frozen=True)
class Coiner:
    """The letters that follow each three letters; how often, by their number."""

    follow: Mapping[str, str]
    least: int

    def word(self, rng: Random) -> str:
        """A word, perhaps one of the list."""
        word = ""
        while len(word) < self.least:
            word = self._word(rng).strip(" -'")
        return word

    def _word(self, rng: Random) -> str:
        word, before = "", _START * _ORDER
        while len(word) < _LONGEST:
            letter = rng.choice(self.follow[before])
            if letter == _END:
                break
            word, before = word + letter, before[1:] + letter
        return word


def read_coiner(words: Iterable[str], least: int) -> Coiner:
    """What coins words such as these, none with fewer letters than `least`."""
    follow: dict[str, str] = {}
    for word in words:
        framed = f"{_START * _ORDER}{word}{_END}"
        for place in range(len(word) + 1):
            before = framed[place : place + _ORDER]
            follow[before] = follow.get(before, "") + framed[place + _ORDER]
    return Coiner(follow or {_START * _ORDER: "aeo"}, least)
