"""Phrases of a masthead that are broken over two lines."""

from functools import cache

from ...lexicon import fold, words_of
from ..lines import Line
from ..places import find_place
from .numbering import statement_spans

_ARTICLES = frozenset("le la les l the a an el los las un una o os as il lo gli i der die das".split())


@cache
def small_words() -> frozenset[str]:
    """Words that no title and no name ends with: articles, prepositions, conjunctions."""
    return words_of("function-words", "words") | words_of("names", "particles") | words_of("names", "and")


def is_one_block(line: Line, following: Line) -> bool:
    """Whether two lines may be one phrase: nothing between them, no change of dress, no numbering, no place."""
    is_block = following.number == line.number + 1 and line.level == following.level
    is_alike = line.text.isupper() == following.text.isupper()
    return is_block and is_alike and not statement_spans(following.text) and find_place(following.text) is None


def goes_on(line: Line, following: Line) -> bool:
    """Whether a line surely goes on into the next: it ends with a small word, or the next begins with one."""
    last, first = fold(line.text).split()[-1:], fold(following.text).split()[:1]
    begins_small = following.text[:1].islower() or bool((small_words() - _ARTICLES) & {*first})
    return is_one_block(line, following) and (begins_small or bool(small_words() & {*last}))
