"""Reads an article that a person wrote in Markdown: the demonstration manuscript of `input/`."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.invention.article import (
    Abstract,
    Article,
    Block,
    Listing,
    Note,
    Paragraph,
    Quotation,
    Section,
    iter_texts,
    plain,
)

MANUSCRIPT = Path(__file__).parents[2] / "input" / "2026-1" / "quay-treaty.md"
HEADING = re.compile(r"(#+) (.*)")
NOTE = re.compile(r"\[\^(\d+)\]: (.*)", re.DOTALL)
KEYWORDS = re.compile(r"\*\*(.+?:)\*\* (.*)")
ITEM = re.compile(r"^(?:\d+\.|-) ", re.MULTILINE)
FLOAT = re.compile(r"\||!\[|Table: ")
NOT_OF_THE_BODY = ("Acknowledgements", "Funding", "Data availability", "References")
WORD = re.compile(r"[^\W\d_]+")


@cache
def demonstration() -> Article:
    """The article without its tables, figures and statements."""
    header, _, text = MANUSCRIPT.read_text("utf-8").removeprefix("---\n").partition("\n---\n")
    parts = list(_parts(text))
    abstracts = tuple(_abstract(title, blocks) for _, title, blocks in parts[:2])
    body = [part for part in parts[2:] if part[1] not in NOT_OF_THE_BODY]
    references = next(blocks for _, title, blocks in parts if title == "References")
    notes = sorted((int(match[1]), match[2]) for match in map(NOTE.match, _paragraphs(text)) if match)
    made = Article(
        "en",
        re.findall(r'title: "(.*)"', header)[0],
        tuple(re.findall(r"- name: (.*)", header)),
        re.findall(r"affiliation: (.*)", header)[0],
        abstracts,
        _sections(body),
        tuple(Note(number, marked(each)) for number, each in notes),
        "References",
        tuple(marked(each) for each in references if not NOTE.match(each)),
        "Notebooks of the Strait",
    )
    words = frozenset(word.casefold() for each in iter_texts(made) for word in WORD.findall(plain(each)))
    return Article(**{**made.__dict__, "vocabulary": words})


def marked(text: str) -> str:
    """Markdown's italics and call-outs in our marks, on one line."""
    text = re.sub(r"\*(.+?)\*", r"⟪\1⟫", re.sub(r"\s+", " ", text))
    return re.sub(r"\[\^(\d+)\]", r"⟦\1⟧", text)


def _paragraphs(text: str) -> list[str]:
    return re.split(r"\n\n(?! )", text.strip())


def _parts(text: str) -> Iterator[tuple[int, str, list[str]]]:
    """Level, title and paragraphs of what follows each heading."""
    part: tuple[int, str, list[str]] | None = None
    for paragraph in _paragraphs(text):
        match = HEADING.fullmatch(paragraph)
        if match:
            yield from [part] if part else []
            part = len(match[1]) - 1, match[2], []
        elif part and not FLOAT.match(paragraph):
            part[2].append(paragraph)
    yield from [part] if part else []


def _abstract(title: str, paragraphs: list[str]) -> Abstract:
    keywords = KEYWORDS.fullmatch(paragraphs[1])
    assert keywords
    words = tuple(each.strip() for each in keywords[2].split(";"))
    return Abstract(title, marked(paragraphs[0]), keywords[1], words)


def _sections(parts: list[tuple[int, str, list[str]]]) -> tuple[Section, ...]:
    """Sections of the first level with those of the second in them."""
    made: list[Section] = []
    for level, title, paragraphs in parts:
        blocks = tuple(_block(paragraph) for paragraph in paragraphs)
        if level == 1:
            made.append(Section(title, blocks))
        else:
            last = made.pop()
            made.append(Section(last.title, (*last.blocks, Section(title, blocks, level=level))))
    return tuple(made)


def _block(paragraph: str) -> Block:
    if paragraph.startswith("> "):
        return Quotation(marked(paragraph.removeprefix("> ").replace("\n> ", "\n")))
    if ITEM.match(paragraph):
        items = ITEM.split(paragraph)[1:]
        return Listing(tuple(marked(item.strip()) for item in items), ordered=paragraph[0].isdigit())
    return Paragraph(marked(paragraph))
