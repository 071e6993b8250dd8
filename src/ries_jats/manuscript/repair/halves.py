"""Words that a line end cut and whose hyphen the extraction took away without putting the halves together."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache

from ...article.prose import Origin, Prose
from ...article.walk import all_prose
from ..document import Document
from .words import Words

WORD = re.compile(r"(?<![\w'’-])[^\W\d_]+(?![\w'’-])")
"""A word that no hyphen or apostrophe joins to another."""
BEFORE = re.compile(r"(?<![\w'’-])([^\W\d_]{2,})[ \t]*\Z")
AFTER = re.compile(r"\s*([^\W\d_]{2,})(?![\w'’-])")
LONGEST = 30
"""Characters of half a word, with the space after it."""
SHORTEST = 5
RARE = 3
"""Times that the first half of a cut word may stand elsewhere: more often, it is a word: `en` and `torno`."""


@lru_cache(maxsize=1024)
def words_in(text: str) -> tuple[str, ...]:
    """The words of a paragraph that no hyphen or apostrophe joins to another; several passes ask for them."""
    return tuple(WORD.findall(text))


def join_halves(document: Document) -> Document:
    """With a word of two halves whole that stands whole elsewhere or in the dictionary, while its second half stands
    nowhere else or its first one is no word.
    """
    words = Counter(word.casefold() for prose in all_prose(document.blocks) for word in words_in(prose.words))
    known = Words(prose.words for prose in all_prose(document.blocks))

    def is_one(one: str, other: str) -> bool:
        is_rare = words[other.casefold()] == 1 and words[one.casefold()] <= RARE
        is_long = len(one + other) >= SHORTEST
        is_new = is_long and (known.completes(one, other) or (is_rare and known.are_halves(one, other)))
        return is_one_word(one, other, words) or is_new

    def change(prose: Prose) -> Prose:
        gaps = [gap for end in _line_ends(prose) if (gap := _gap(prose.words, end, is_one))]
        return prose.without(gaps) if gaps else prose

    return document.mapped(change)


def _line_ends(prose: Prose) -> Iterator[int]:
    """Where lines end in the text, or ended before their paragraphs were joined."""
    place = 0
    for run in prose.runs:
        if run.text == "\n" or (run.text == " " and run.origin is Origin.GENERATED):
            yield place
        elif "\n" in run.text:
            yield from (place + match.start() for match in re.finditer("\n", run.text))
        place += len(run.text)


def _gap(text: str, end: int, is_one: Callable[[str, str], bool]) -> tuple[int, int] | None:
    """The space at a line end that cuts a word."""
    one, other = BEFORE.search(text[max(0, end - LONGEST) : end]), AFTER.match(text, end)
    if not one or not other or not is_one(one[1], other[1]):
        return None
    return end - len(one[0]) + len(one[1]), other.start(1)


def is_one_word(one: str, other: str, words: Counter[str]) -> bool:
    """Whether two words of the text are the halves of a third one."""
    first, second = one.casefold(), other.casefold()
    is_whole = len(first + second) >= SHORTEST and words[first + second] > 0
    return is_whole and not other[0].isupper() and words[second] == 1 and words[first] <= RARE
