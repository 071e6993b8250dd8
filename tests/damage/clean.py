"""An article as its author would write it in Markdown."""

import re
from collections.abc import Iterator

from tests.invention.article import CALL, Abstract, Article, Block, Listing, Paragraph, Quotation, Section

SPECIAL = re.compile(r"([\\`*_\[\]<>$#])")
LIST_START = re.compile(r"^(\d+)([.)] )")


def markdown(article: Article) -> str:
    """The article in well-formed Markdown with pandoc's notes."""
    return "\n\n".join(_blocks(article)) + "\n"


def _blocks(article: Article) -> Iterator[str]:
    yield f"# {_inline(article.title)}"
    yield f"**{', '.join(article.authors)}**"
    yield article.affiliation
    for abstract in article.abstracts:
        yield from _abstract(abstract)
    yield from _body(article.sections)
    if article.references:
        yield f"## {article.references_heading}"
        yield from (f"- {_inline(reference)}" for reference in article.references)
    yield from (f"[^{note.number}]: {_inline(note.text)}" for note in article.notes)


def _abstract(abstract: Abstract) -> Iterator[str]:
    yield f"## {abstract.heading}"
    yield _inline(abstract.text)
    yield f"**{abstract.keywords_label}** {'; '.join(abstract.keywords)}"


def _body(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(text):
                yield _inline(text)
            case Quotation(text):
                yield f"> {_inline(text)}"
            case Listing(items, ordered):
                yield "\n".join(_item(place, item, ordered=ordered) for place, item in enumerate(items, start=1))
            case Section(title, parts, label, level):
                yield " ".join(part for part in ("#" * (level + 1), label, _inline(title)) if part)
                yield from _body(parts)


def _item(place: int, text: str, *, ordered: bool) -> str:
    return f"{place}. {_inline(text)}" if ordered else f"- {_inline(text)}"


def _inline(text: str) -> str:
    """Running text with the author's signs escaped; an address stays as it is."""
    escaped = " ".join(word if "://" in word else SPECIAL.sub(r"\\\1", word) for word in text.split(" "))
    escaped = LIST_START.sub(r"\1\\\2", escaped)
    return CALL.sub(r"[^\1]", escaped).replace("⟪", "*").replace("⟫", "*")
