"""Letters and spaces that extraction moved or lost: reported with what is probably right, never changed."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from ...article.prose import Prose
from ...article.walk import all_prose
from ...findings import Finding, finding
from ...lexicon import label_of
from ..document import Document
from .halves import is_one_word, words_in

SHORTEST = 5
"""Letters of a word that is believed to be whole."""
ENCLITIC = 3
"""Letters of a word that some languages write together with the one before it: `mantenerla`."""
OFTEN = 8
"""Times that an article, a preposition stands in a text."""
CAMEL = re.compile(r"[^\W\d_A-ZÀ-Þ](?=[A-ZÀ-Þ])")
VOWELS = frozenset("aeiouyàâäáãåæçèéêëìíîïòóôöõœùúûüýÿ")


def report_adrift(document: Document) -> Document:
    """With a finding for each word that lost a letter, is cut by a space, or stands glued to the next one."""
    return document.noting(*Reader(document).iter_findings())


class Reader:
    """Reads the words of a document with all the others in mind."""

    def __init__(self, document: Document) -> None:
        self._source = document.source
        self._proses = tuple(all_prose(document.blocks))
        self._spelt = [words_in(prose.words) for prose in self._proses]
        texts = [[word.casefold() for word in spelt] for spelt in self._spelt]
        self._words = Counter(word for text in texts for word in text)
        self._pairs = Counter(pair for text in texts for pair in pairwise(text))
        self._onsets = Counter(word[:2] for word in self._words)
        self._glued = {"".join(pair): pair for pair in self._pairs if self._may_be_glued(*pair)}

    def iter_findings(self) -> Iterator[Finding]:
        """All that is wrong, paragraph by paragraph."""
        for prose, spelt in zip(self._proses, self._spelt, strict=True):
            for word in spelt:
                if len(word) >= SHORTEST and self._words[word.casefold()] == 1:
                    yield from self._once(prose, word)
            for one, other in pairwise(spelt):
                if one.casefold() + other.casefold() in self._words and is_one_word(one, other, self._words):
                    yield from self._found("word-cut", prose, f"{one} {other}", one + other)

    def _once(self, prose: Prose, word: str) -> Iterator[Finding]:
        """A word that stands in the text once only: it may be none."""
        two = self._two_words(word)
        whole = "" if two else self._whole(word.casefold())
        if two and not label_of(word):
            yield from self._found("words-glued", prose, word, two)
        elif whole:
            yield from self._found("letter-adrift", prose, word, whole)

    # A lost letter

    def _whole(self, word: str) -> str:
        """The only word of the text that this one is without its first letter, when none begins as it does."""
        if VOWELS & set(word[:2]) or self._onsets[word[:2]] > 1:
            return ""
        whole = [known for known in self._words if known[1:] == word]
        return whole[0] if len(whole) == 1 else ""

    # Lost and stray spaces

    def _may_be_glued(self, one: str, other: str) -> bool:
        is_often = self._words[one] >= OFTEN or self._pairs[one, other] > 1
        return is_often and self._words[other] > 1 and len(other) > ENCLITIC

    def _two_words(self, text: str) -> str:
        """Both words of two that stand side by side elsewhere in the text and are one word here."""
        word = text.casefold()
        if word in self._glued:
            return " ".join(self._glued[word])
        camel = CAMEL.search(text)
        if camel and self._words[word[: camel.end()]] and self._words[word[camel.end() :]]:
            return f"{text[: camel.end()]} {text[camel.end() :]}"
        return ""

    def _found(self, code: str, prose: Prose, quote: str, proposal: str) -> Iterator[Finding]:
        start = prose.words.find(quote)
        if start >= 0:
            place = self._source.place(prose.cut(start).at)
            yield finding(code, place, quote=quote, proposal=proposal)
