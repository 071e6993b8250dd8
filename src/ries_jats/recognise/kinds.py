"""The type of an article, and the work that a review is about.

The values are those of JATS4R: https://jats4r.niso.org/article-types/.
"""

import re
from collections.abc import Sequence

from ..article.prose import Prose
from ..journal import ArticleEntry
from ..lexicon import entry_at_start, entry_of
from .classify import Kind
from .head import Classified

DEFAULT = "research-article"


def recognise_type(head: Sequence[Classified], entry: ArticleEntry | None) -> str:
    """By what the issue says, by a line of the head that names a type, by the first words of the title."""
    if entry and entry.type:
        return entry.type
    for each in head:
        text = re.sub(r"^\d{1,4}\s+|\s+\d{1,4}$", "", each.line.text)
        if each.kind is Kind.TYPE and (label := entry_of("types", text)):
            return label.kind
    title = " ".join(each.line.text for each in head if each.kind is Kind.TITLE)
    if any(each.kind is Kind.PRODUCT for each in head):
        return "book-review"
    found = entry_at_start("types", title)
    if found:
        return found[0].kind
    whole = entry_of("types", title)
    return whole.kind if whole else DEFAULT


def take_product(head: Sequence[Classified], article_type: str) -> tuple[tuple[Prose, ...], tuple[Classified, ...]]:
    """The reviewed work of a review, and the head without its line."""
    if article_type != "book-review":
        return (), tuple(head)
    products = tuple(each.line.prose for each in head if each.kind is Kind.PRODUCT)
    return products, tuple(each for each in head if each.kind is not Kind.PRODUCT)
