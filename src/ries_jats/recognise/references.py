"""The reference list: where it begins and ends, and where one entry ends and the next begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..article.blocks import Block, Heading
from ..article.model import Reference, ReferenceList
from ..article.prose import Prose
from ..article.walk import all_prose
from ..lexicon import label_of
from .entries.segments import Segmenter
from .entries.starts import LABEL

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


def take_references(blocks: Sequence[Block], *, is_extracted: bool) -> Found:
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
                lists.append(_reference_list(block.prose.strip(), entries, is_extracted=is_extracted))
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


def _reference_list(title: Prose, entries: Sequence[Block], *, is_extracted: bool) -> ReferenceList:
    own: list[Block] = []
    parts: list[ReferenceList] = []
    place = 0
    while place < len(entries):
        block = entries[place]
        if isinstance(block, Heading):
            end = next((i for i in range(place + 1, len(entries)) if isinstance(entries[i], Heading)), len(entries))
            parts.append(
                ReferenceList(block.prose, tuple(_references(entries[place + 1 : end], is_extracted=is_extracted)))
            )
            place = end
        else:
            own.append(block)
            place += 1
    return ReferenceList(title, tuple(_references(own, is_extracted=is_extracted)), tuple(parts))


def _references(blocks: Sequence[Block], *, is_extracted: bool) -> Iterator[Reference]:
    yield from map(_reference, Segmenter.of(blocks, is_extracted=is_extracted).entries())


def _reference(prose: Prose) -> Reference:
    prose = prose.strip()
    match = LABEL.match(prose.text)
    if match and match.end() < len(prose.text):
        return Reference(prose.cut(match.end()), prose.cut(*match.span(1)))
    return Reference(prose)
