"""Words that a line end cut and whose hyphen the extraction took away without putting the halves together."""

import re
from collections import Counter
from collections.abc import Iterator

from ...article.prose import Origin, Prose
from ...article.walk import all_prose
from ..document import Document

WORD = re.compile(r"(?<![\w'’-])[^\W\d_]+(?![\w'’-])")
"""A word that no hyphen or apostrophe joins to another."""
CUT = re.compile(r"(?<![\w'’-])([^\W\d_]{2,})([ \t]*[ \n][ \t]*)([^\W\d_]{2,})(?![\w'’-])")
SHORTEST = 5
RARE = 3
"""Times that the first half of a cut word may stand elsewhere: more often, it is a word: `en` and `torno`."""


def join_halves(document: Document) -> Document:
    """With a word of two halves whole that stands whole elsewhere, while its second half stands nowhere else."""
    words = Counter(word.casefold() for prose in all_prose(document.blocks) for word in WORD.findall(prose.words))

    def change(prose: Prose) -> Prose:
        ends = _line_ends(prose)
        gaps = [gap for gap in _gaps(prose.words, words) if ends & set(range(*gap))] if ends else []
        return prose.without(gaps) if gaps else prose

    return document.mapped(change)


def _line_ends(prose: Prose) -> set[int]:
    """Where lines end in the text, or ended before their paragraphs were joined."""
    ends, place = set(), 0
    for run in prose.runs:
        if run.text == " " and run.origin is Origin.GENERATED:
            ends.add(place)
        ends.update(place + match.start() for match in re.finditer("\n", run.text))
        place += len(run.text)
    return ends


def _gaps(text: str, words: Counter[str]) -> Iterator[tuple[int, int]]:
    place = 0
    while cut := CUT.search(text, place):
        place = cut.start(3)
        if is_one_word(cut[1], cut[3], words):
            yield cut.span(2)
            place = cut.end()


def is_one_word(one: str, other: str, words: Counter[str]) -> bool:
    """Whether two words of the text are the halves of a third one."""
    first, second = one.casefold(), other.casefold()
    is_whole = len(first + second) >= SHORTEST and words[first + second] > 0
    return is_whole and not other[0].isupper() and words[second] == 1 and words[first] <= RARE
