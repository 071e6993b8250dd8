"""The reference list: where it begins and ends, and where one entry ends and the next begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..article.blocks import Block, Heading, ItemList, Paragraph, Quote, Section
from ..article.model import Reference, ReferenceList
from ..article.prose import Prose
from ..article.walk import all_prose
from ..lexicon import label_of

ADDRESS = re.compile(r"\s*(?:<?https?://|www\.|doi[:.\s]|10\.\d{4,9}/|<)", re.IGNORECASE)
NEW_ENTRY = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’\-]+(?:\s+(?:[A-ZÀ-Þ][\w'’\-]+|de|la|del|van|von|der|al|y|et|&))*,?\s*(?:[A-ZÀ-Þ]\.|\()|[A-ZÀ-Þ][^.\n]{2,80}\.\s*\((?:\d{4}|s\.?\s?d|n\.?\s?d))"
)
"""How an entry begins: a surname with initials, or a name or title with a year."""
NUMBER = re.compile(r"\s*(\[\d{1,3}\]|\d{1,3}[.)])\s+(?=\S)")
ENDS = frozenset(
    {
        "abstract",
        "keywords",
        "appendix",
        "notes",
        "acknowledgements",
        "funding",
        "conflict",
        "data-availability",
        "contributions",
        "ethics",
    }
)


@dataclass(frozen=True)
class Found:
    """Reference lists, and the blocks before and after them."""

    lists: tuple[ReferenceList, ...]
    blocks: tuple[Block, ...]


def take_references(blocks: Sequence[Block]) -> Found:
    """The lists under headings that name one; a list ends at the next heading that names another part."""
    kept: list[Block] = []
    lists: list[ReferenceList] = []
    place = 0
    while place < len(blocks):
        block = blocks[place]
        if isinstance(block, Heading) and _is_references(block):
            end = _list_end(blocks, place + 1)
            entries = blocks[place + 1 : end]
            if any(True for _ in all_prose(entries)):
                lists.append(_reference_list(block.prose.strip(), entries))
                place = end
                continue
        kept.append(block)
        place += 1
    return Found(tuple(lists), tuple(kept))


def _is_references(heading: Heading) -> bool:
    label = label_of(re.sub(r"^\s*(?:\d+|[IVX]+)[.)]?\s+", "", heading.prose.text))
    return bool(label and label.kind == "references")


def _list_end(blocks: Sequence[Block], start: int) -> int:
    for place in range(start, len(blocks)):
        block = blocks[place]
        if isinstance(block, Heading):
            label = label_of(block.prose.text)
            if (label and label.kind in ENDS) or _opens_text(blocks, place):
                return place
    return len(blocks)


def _opens_text(blocks: Sequence[Block], place: int) -> bool:
    """Whether a heading inside the list opens running text and not a part of the list: no year, no address follows."""
    following = blocks[place + 1 : place + 3]
    text = " ".join(prose.text for prose in all_prose(following))
    return bool(text) and not re.search(r"\d{4}|https?://|s\. ?d\.|n\. ?d\.", text) and len(text) > 200


def _reference_list(title: Prose, entries: Sequence[Block]) -> ReferenceList:
    own: list[Block] = []
    parts: list[ReferenceList] = []
    place = 0
    while place < len(entries):
        block = entries[place]
        if isinstance(block, Heading):
            end = next((i for i in range(place + 1, len(entries)) if isinstance(entries[i], Heading)), len(entries))
            parts.append(ReferenceList(block.prose, tuple(_references(entries[place + 1 : end]))))
            place = end
        else:
            own.append(block)
            place += 1
    return ReferenceList(title, tuple(_references(own)), tuple(parts))


def _references(blocks: Sequence[Block]) -> Iterator[Reference]:
    held: Prose | None = None
    for entry in _entries(blocks):
        if held is not None and ADDRESS.match(entry.text):
            held = Prose.join([held, entry], " ")
        else:
            if held is not None:
                yield _reference(held)
            held = entry
    if held is not None:
        yield _reference(held)


def _entries(blocks: Sequence[Block]) -> Iterator[Prose]:
    for block in blocks:
        match block:
            case ItemList(items=items):
                for item in items:
                    prose = Prose.join(all_prose(item.blocks), " ")
                    yield Prose.join([item.label, prose], " ") if item.label else prose
            case Paragraph(prose):
                yield from _split_lines(prose)
            case Quote() | Section():
                yield from all_prose([block])
            case _:
                yield from all_prose([block])


def _split_lines(prose: Prose) -> Iterator[Prose]:
    """Lines that run together in one paragraph, where each next one begins like an entry and the last has ended."""
    lines = prose.lines()
    held = lines[0] if lines else Prose()
    for line in lines[1:]:
        if (NEW_ENTRY.match(line.text) and held.text.rstrip().endswith((".", "/", ")", "]"))) or _is_complete(
            held, line
        ):
            yield held
            held = line
        else:
            held = Prose.join([held, line], " ")
    if held:
        yield held


def _is_complete(held: Prose, line: Prose) -> bool:
    return bool(NEW_ENTRY.match(line.text)) and bool(re.search(r"https?://\S+\s*$", held.text))


def _reference(prose: Prose) -> Reference:
    prose = prose.strip()
    match = NUMBER.match(prose.text)
    if match and match.end() < len(prose.text):
        return Reference(prose.cut(match.end()), prose.cut(*match.span(1)))
    return Reference(prose)
