"""What an article is, line by line, so that it can be compared with what was made of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.invention.article import Article, Block, Listing, Paragraph, Quotation, Section, plain

BEFORE_CALL = re.compile(r"\s+(?=⟦)")
AFTER_CALL = re.compile(r"(?<=⟧)\s+(?=[.,;:!?)\]»”])")


NUMBER = re.compile(r"(?:\d+(?:\.\d+)*|[IVX]+|[A-Z])[.)]")
ANY_CALL = re.compile("⟦[^⟧]*⟧")


@dataclass(frozen=True)
class Truth:
    """An article as lines.

    `body` has a line a heading (`§2 1.1 Title`), paragraph (`p …`), quotation (`> …`), begin of a list (`order`,
    `bullet`) and item (`- …`), with `⟦12⟧` where a note is called.
    """

    abstracts: tuple[str, ...]
    body: tuple[str, ...]
    notes: tuple[tuple[str, str], ...]
    """Label and text of each."""
    references: tuple[str, ...]
    lost: frozenset[str] = frozenset()
    """Labels of notes whose number the damage took away; it need not come back."""


def truth_of(article: Article, lost: Iterable[int] = ()) -> Truth:
    """The lines of an article of ours."""
    return Truth(
        tuple(spaced(abstract.text) for abstract in article.abstracts),
        tuple(_lines(article.sections)),
        tuple((str(note.number), spaced(unmarked(note.text))) for note in article.notes),
        tuple(spaced(unmarked(reference)) for reference in article.references),
        frozenset(str(number) for number in lost),
    )


def _lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(text):
                yield f"p {spaced(unmarked(text))}"
            case Quotation(text):
                yield f"> {spaced(unmarked(text))}"
            case Listing(items, ordered):
                yield "order" if ordered else "bullet"
                yield from (f"- {spaced(unmarked(item))}" for item in items)
            case Section(title, parts, label, level):
                yield heading_line(level, label, spaced(title))
                yield from _lines(parts)


def heading_line(level: int, label: str, title: str) -> str:
    """The line of a heading; the sign after its number does not count."""
    return " ".join(part for part in (f"§{level}", label.strip(" .)-–—:"), title) if part)


def unmarked(text: str) -> str:
    """Without marks of italics."""
    return text.replace("⟪", "").replace("⟫", "")


def spaced(text: str) -> str:
    """With white space of one kind, and none where a call-out is set off by it."""
    text = AFTER_CALL.sub("", BEFORE_CALL.sub("", text))
    return " ".join(text.split())


def words_of(truth: Truth) -> dict[str, list[str]]:
    """The words of each part, without call-outs, labels of notes and signs of levels and lists."""
    body = [line.partition(" ")[2] for line in truth.body]
    return {
        "abstract": _words(truth.abstracts),
        "body": _words(body),
        "notes": _words(text for _, text in truth.notes),
        "references": _words(truth.references),
    }


def _words(texts: Iterable[str]) -> list[str]:
    return [_unsigned(word) for text in texts for word in plain(ANY_CALL.sub("", text)).split()]


def _unsigned(word: str) -> str:
    """A number without the sign after it: whether that stays with a heading's number is a matter of structure."""
    return word.rstrip(".)") if NUMBER.fullmatch(word) else word
