"""Breaks running text into lines, at spaces, syllables, hyphens of compounds and slashes of addresses."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from random import Random

from tests.invention.article import CALL, Article, iter_texts, plain

WORD = re.compile(r"[^\W\d_]+")
COMPOUND = re.compile(r"[^\W\d_]{2,}-[^\W\d_]{3,}")
ADDRESS = re.compile(r"https?://")
VOWELS = "aeiouyàâéèêëîïôöùûüáíóúæœ"
SHORT = 0.7
"""The part of a line's width below which it is clearly short."""
SHORT_LINE = 0.85
"""The same of a paragraph of one line."""
OTHER_HYPHENATIONS = (1.0, 0.7, 0.5, 0.3, 0.0)
"""How often words are cut in lines that are tried when the last one is too long."""
SENTENCE_ENDS = (".", "?", "!", ":", ";", "»", "”", '"', "…", "’")


class Cut(StrEnum):
    """What a line ends with."""

    SPACE = " "
    SOFT = "-"
    """A hyphen that only marks the cut; it is no part of the word."""
    OWN = "own"
    """A compound's own hyphen, which stands in the word."""
    ADDRESS = ""
    """The middle of an address: nothing marks it."""


@dataclass(frozen=True)
class Line:
    """Words of one line; the last may go on in the next."""

    words: tuple[str, ...]
    cut: Cut = Cut.SPACE

    @property
    def text(self) -> str:
        """The line as printed."""
        return " ".join(self.words) + ("-" if self.cut is Cut.SOFT else "")

    @property
    def calls(self) -> list[int]:
        """The notes called in it."""
        return [int(number) for number in CALL.findall(" ".join(self.words))]


@dataclass(frozen=True)
class Format:
    """Measures of a page."""

    width: int = 78
    narrow: int = 64
    """Characters of a line of a quotation."""
    note_width: int = 90
    height: int = 38
    hyphenation: float = 0.8
    splits_compounds: bool = True
    splits_addresses: bool = True
    continues_notes: bool = True
    ends_lines_short: bool = False
    """Whether the last line of a paragraph is always clearly shorter than the others."""
    cuts_words: bool = False
    """Whether pages end within a word where they can."""
    first_page: int = 1
    heads: str = "author-title"

    @classmethod
    def of(cls, random: Random) -> "Format":
        """Measures by chance; `dataclasses.replace` changes what a kind of extraction needs otherwise."""
        width = random.randint(68, 86)
        return cls(
            width=width,
            narrow=width - random.randint(10, 14),
            note_width=width + random.randint(6, 12),
            height=random.randint(32, 42),
            hyphenation=random.choice((0.5, 0.8, 1.0)),
            continues_notes=random.random() < 0.7,
            cuts_words=random.random() < 0.6,
            first_page=random.choice((1, 1, 7, 37, 112, 245)),
            heads=random.choice(("author-title", "journal", "title")),
        )


@dataclass
class Breaker:
    """Breaks text into lines."""

    measures: Format
    random: Random
    vocabulary: frozenset[str]
    seen: Counter[str]
    """How often a word or compound stands in the article."""
    broken: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, article: Article, measures: Format, random: Random) -> "Breaker":
        """A breaker that knows the article's words."""
        texts = [plain(text).casefold() for text in iter_texts(article)]
        words = Counter(word for text in texts for word in WORD.findall(text))
        compounds = Counter(word for text in texts for word in COMPOUND.findall(text))
        return cls(measures, random, article.vocabulary, words + compounds)

    def lines(self, text: str, width: int) -> tuple[Line, ...]:
        """`text` in lines of at most `width` characters."""
        made = self._lines(text, width)
        others = self._other_lines(text, width) if self.measures.ends_lines_short else iter(())
        while not _ends_short(made, width) and (other := next(others, None)):
            made = min(made, other, key=lambda lines: len(plain(lines[-1].text)))
        return made

    def _other_lines(self, text: str, width: int) -> Iterator[tuple[Line, ...]]:
        """The same text with other words cut, in lines as wide, then in narrower ones."""
        for narrower in range(width, width * 4 // 5, -1):
            for hyphenation in OTHER_HYPHENATIONS:
                other = replace(self, measures=replace(self.measures, hyphenation=hyphenation))
                yield other._lines(text, narrower)

    def _lines(self, text: str, width: int) -> tuple[Line, ...]:
        made: list[Line] = []
        words: list[str] = []
        waiting = _words(text)[::-1]
        while waiting:
            word = waiting.pop()
            room = width - len(plain(" ".join([*words, ""])))
            fits = len(plain(word)) <= room
            first, rest, cut = (word, "", Cut.SPACE) if fits else self._broken(word, room - 1)
            if fits or not (words or first):
                words.append(word)
                continue
            made.append(Line(tuple([*words, first] if first else words), cut))
            words = []
            waiting.append(rest)
        return (*made, Line(tuple(words)))

    def _broken(self, word: str, room: int) -> tuple[str, str, Cut]:
        """The part of `word` for which there is room, perhaps none, the rest, and how it was cut."""
        for cut, places in ((Cut.ADDRESS, self._in_address), (Cut.OWN, self._in_compound), (Cut.SOFT, self._in_word)):
            fitting = [place for place in places(word) if place <= room]
            if fitting:
                self.broken[_core(word)] += 1
                return word[: fitting[-1]], word[fitting[-1] :], cut
        return "", word, Cut.SPACE

    def _in_address(self, word: str) -> list[int]:
        if not (ADDRESS.search(word) and self.measures.splits_addresses):
            return []
        start = word.index("://") + 3
        return [match.end() for match in re.finditer("/", word) if match.start() > start]

    def _in_compound(self, word: str) -> list[int]:
        """Only a compound that stands unbroken elsewhere, or whose second part has a capital."""
        found = COMPOUND.search(word)
        if not found or _is_marked(word) or not self.measures.splits_compounds:
            return []
        hyphen = found[0].index("-")
        is_known = self.seen[found[0].casefold()] > self.broken[_core(word)] + 1
        return [found.start() + hyphen + 1] if is_known or found[0][hyphen + 1].isupper() else []

    def _in_word(self, word: str) -> list[int]:
        """Places between syllables, where the halves cannot both be taken for words."""
        if _is_marked(word) or "-" in word or ADDRESS.search(word) or self.random.random() > self.measures.hyphenation:
            return []
        found = max(WORD.finditer(word), key=lambda match: len(match[0]), default=None)
        if not found or len(found[0]) < 7 or found[0].isupper():
            return []
        return [found.start() + place for place in syllables(found[0]) if self._is_plain(found[0], place)]

    def _is_plain(self, word: str, place: int) -> bool:
        small = word.casefold()
        halves = small[:place], small[place:]
        is_known = self.seen[small] > self.broken[small] + 1
        return is_known or not any(half in self.vocabulary for half in halves)


def syllables(word: str) -> list[int]:
    """Places where a word may be divided, three letters from its ends at least."""
    small = word.casefold()

    def divides(place: int) -> bool:
        before, after, second = small[place - 1], small[place], small[place + 1]
        return before in VOWELS and after not in VOWELS and second in VOWELS

    return [place for place in range(3, len(word) - 2) if divides(place)]


def _ends_short(lines: tuple[Line, ...], width: int) -> bool:
    return len(plain(lines[-1].text)) <= (SHORT if len(lines) > 1 else SHORT_LINE) * width


def _words(text: str) -> list[str]:
    """The words of `text`, each with marks of italics of its own."""
    made: list[str] = []
    is_italic = False
    for word in text.split(" "):
        opened = ("⟪" if is_italic and not word.startswith("⟪") else "") + word
        is_italic = opened.rfind("⟪") > opened.rfind("⟫")
        made.append(opened + ("⟫" if is_italic else ""))
    return made


def tells_cut(line: Line, following: Line, *, small: bool = False) -> bool:
    """Whether a reader sees that the text goes on after this line: no sentence ends there, or a small letter follows."""
    goes_on = plain(following.text)[:1].islower()
    is_within = not plain(line.text).endswith(SENTENCE_ENDS) and not following.text[:1].isdigit()
    return line.cut is not Cut.ADDRESS and goes_on if small or not is_within else line.cut is not Cut.ADDRESS


def _core(word: str) -> str:
    """What of a word is counted."""
    compound = COMPOUND.search(word)
    found = compound or max(WORD.finditer(word), key=lambda match: len(match[0]), default=None)
    return found[0].casefold() if found else ""


def _is_marked(word: str) -> bool:
    return any(sign in word for sign in "⟦⟧⟪⟫")
