"""Names and titles in capitals, given the small letters that another mention proves, or else those of a rule."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..article.prose import Prose
from ..lexicon import fold

WORD = re.compile(r"[^\W\d_]+")
APOSTROPHES = "'’"
NUMERAL = re.compile(r"(?=[IVX]{2})(?P<value>X{0,3}(?:IX|IV|V?I{0,3}))(?P<ending>E|EME|ÈME)?")
"""Kings and centuries: `II`, `XIXE`."""
LOWER = frozenset("de du des la le las los del van von der den y e et al".split())
SENTENCE_START = re.compile(r"(?:^|[.!?…:]\s+|[«“\"(\n\u2028]\s*)$")


@dataclass(frozen=True)
class Vocabulary:
    """How words are written inside sentences of this article, by their folded form."""

    forms: dict[str, str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Vocabulary":
        """The usual form of every word inside a sentence; a text all in capitals tells nothing."""
        counts: dict[str, Counter[str]] = {}
        for text in texts:
            for match in WORD.finditer(text):
                word = match[0]
                in_capitals = len(word) > 1 and word.isupper() and is_capitals(text)
                if not in_capitals and not SENTENCE_START.search(text[: match.start()][-3:]):
                    counts.setdefault(fold(word), Counter())[word] += 1
        return cls({key: counter.most_common(1)[0][0] for key, counter in counts.items()})


def is_capitals(text: str) -> bool:
    """Whether all letters are capitals, and there are enough of them to tell."""
    letters = [character for character in text if character.isalpha()]
    return len(letters) > 3 and all(character.isupper() for character in letters)


def recase_title(title: Prose, mentions: Iterable[str], vocabulary: Vocabulary) -> tuple[Prose, bool]:
    """The title in small letters, and whether another mention proves them."""
    for mention in mentions:
        if fold(mention) == fold(title.text) and not is_capitals(mention) and len(mention) == len(title.text):
            return _written(title, mention), True
    return _written(title, _by_vocabulary(title.text, vocabulary)), False


def _by_vocabulary(text: str, vocabulary: Vocabulary) -> str:
    def small(match: re.Match[str]) -> str:
        word = match[0]
        numeral = NUMERAL.fullmatch(word)
        if numeral and fold(word) not in vocabulary.forms:
            return numeral["value"] + (numeral["ending"] or "").lower()
        form = vocabulary.forms.get(fold(word), "") if len(word) > 1 else ""
        return form if form.upper() == word.upper() else word.lower()

    lowered = WORD.sub(small, text)
    first = WORD.search(lowered)
    return (
        lowered[: first.start()] + lowered[first.start() :][:1].upper() + lowered[first.start() + 1 :]
        if first
        else lowered
    )


def recase_name(name: Prose, mentions: Iterable[str] = ()) -> tuple[Prose, bool]:
    """A surname or given names in small letters, and whether another mention proves them."""
    for mention in mentions:
        if mention.upper() == name.text.upper() and not is_capitals(mention):
            return _written(name, mention), True
    return _written(name, _by_rule(name.text)), False


def _by_rule(text: str) -> str:
    words = text.split(" ")
    recased = [_small_name(word, is_first=place == 0) for place, word in enumerate(words)]
    return " ".join(recased)


def _small_name(word: str, *, is_first: bool) -> str:
    if not is_first and word.lower() in LOWER:
        return word.lower()
    if len(word.strip(".-")) <= 1 or "." in word.rstrip("."):
        return word
    return WORD.sub(_small_part, word)


def _small_part(match: re.Match[str]) -> str:
    """A letter alone after others is the end of a Breton name (`Abervrac'h`), before others its beginning."""
    if len(match[0]) > 1 or match.start() == 0:
        return match[0].capitalize()
    return match[0].lower() if match.string[match.start() - 1] in APOSTROPHES else match[0]


def _written(prose: Prose, text: str) -> Prose:
    """The same runs with other letters, one for one."""
    if len(text) != len(prose.text):
        return prose
    place, runs = 0, []
    for run in prose.runs:
        runs.append(replace(run, text=text[place : place + len(run.text)]))
        place += len(run.text)
    return Prose(tuple(runs))
