"""Letters and spaces that extraction moved or lost: reported with what is probably right, never changed."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...article.prose import Prose
from ...article.walk import all_prose
from ...findings import Finding, finding
from ..document import Document
from .halves import is_one_word

TOKEN = re.compile(r"\S+")
EDGES = ".,;:!?…()[]{}«»“”‘’\"'*•–—-/"
SHORTEST = 5
"""Letters of a word that is believed to be whole."""
ENCLITIC = 3
"""Letters of a word that some languages write together with the one before it: `mantenerla`."""
OFTEN = 8
"""Times that an article, a preposition stands in a text."""
FAR = 120
"""Words between a letter and the word that lost it."""
CAMEL = re.compile(r"[^\W\d_A-ZÀ-Þ][A-ZÀ-Þ]")
VOWELS = frozenset("aeiouyàâäáãåæçèéêëìíîïòóôöõœùúûüýÿ")


@dataclass(frozen=True)
class Token:
    """A word between white space, without signs at its edges, and where it stands."""

    text: str
    prose: Prose
    start: int
    is_bare: bool
    """Whether no sign stood beside it."""


def report_adrift(document: Document) -> Document:
    """With a finding for each word that lost a letter, is cut by a space, or stands glued to the next one."""
    tokens = [token for prose in all_prose(document.blocks) for token in _tokens(prose)]
    reader = Reader(document, tokens)
    return document.noting(*reader.iter_findings())


def _tokens(prose: Prose) -> Iterator[Token]:
    for match in TOKEN.finditer(prose.words):
        text = match[0].strip(EDGES)
        if text.isalpha():
            start = match.start() + match[0].index(text)
            yield Token(text, prose, start, is_bare=len(text) == len(match[0]))


class Reader:
    """Reads the words of a document with all the others in mind."""

    def __init__(self, document: Document, tokens: Sequence[Token]) -> None:
        self._source = document.source
        self._tokens = tokens
        self._words = Counter(token.text.casefold() for token in tokens)
        self._pairs = Counter((one.text.casefold(), other.text.casefold()) for one, other in pairwise(tokens))
        self._onsets = Counter(word[:2] for word in self._words)

    def iter_findings(self) -> Iterator[Finding]:
        """All that is wrong, in the order of the text."""
        for place, token in enumerate(self._tokens):
            word = token.text.casefold()
            if self._words[word] == 1 and len(word) >= SHORTEST - 1:
                yield from self._unknown(place, token, word)
            if place + 1 < len(self._tokens):
                yield from self._cut(token, self._tokens[place + 1])

    def _unknown(self, place: int, token: Token, word: str) -> Iterator[Finding]:
        if two := self._two_words(token.text):
            yield self._finding("words-glued", token, token.text, proposal=two)
        elif whole := self._whole(place, word):
            yield self._finding("letter-adrift", token, token.text, proposal=whole)

    # A lost letter

    def _whole(self, place: int, word: str) -> str:
        """The word that stands elsewhere in the text with a letter before it that no word can be without."""
        if not self._cannot_begin(word):
            return ""
        near = self._tokens[max(place - FAR, 0) : place + FAR]
        lone = {each.text.casefold() for each in near if len(each.text) == 1 and each.is_bare}
        whole = [known for letter in sorted(lone) if (known := letter + word) in self._words]
        if not whole:
            whole = [known for known in self._words if known[1:] == word]
        return whole[0] if len(whole) == 1 else ""

    def _cannot_begin(self, word: str) -> bool:
        """Whether no other word of the text begins with the two consonants of this one."""
        return not VOWELS & set(word[:2]) and self._onsets[word[:2]] == 1

    # Lost and stray spaces

    def _two_words(self, text: str) -> str:
        """Both words of two that stand side by side elsewhere in the text and are one word here."""
        word = text.casefold()
        for cut in range(2, len(word) - 1):
            often = self._words[word[:cut]] >= OFTEN or self._pairs[word[:cut], word[cut:]] > 1
            is_pair = self._pairs[word[:cut], word[cut:]] and self._words[word[cut:]] > 1
            if is_pair and often and len(word) - cut > ENCLITIC:
                return f"{text[:cut]} {text[cut:]}"
        camel = CAMEL.search(text)
        if camel and all(self._words[part] for part in (word[: camel.end() - 1], word[camel.end() - 1 :])):
            return f"{text[: camel.end() - 1]} {text[camel.end() - 1 :]}"
        return ""

    def _cut(self, one: Token, other: Token) -> Iterator[Finding]:
        """Two pieces of a word that stands whole elsewhere, one of which is no word anywhere else."""
        is_near = one.prose is other.prose and one.start + len(one.text) + 1 == other.start
        if is_near and is_one_word(one.text, other.text, self._words):
            quote = f"{one.text} {other.text}"
            yield self._finding("word-cut", one, quote, proposal=one.text + other.text)

    def _finding(self, code: str, token: Token, quote: str, *, proposal: str) -> Finding:
        place = self._source.place(token.prose.cut(token.start).at)
        return finding(code, place, quote=quote, proposal=proposal)
