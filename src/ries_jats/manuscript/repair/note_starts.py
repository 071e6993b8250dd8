"""Where notes may begin: numbers at the head of a block or of a line, and how plainly each is a note's."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from ...article.blocks import Block, Heading, ItemList, ListItem, Paragraph
from ...article.prose import Origin, Prose, Run, Style
from ...article.walk import all_prose

RAISED_LABEL = re.compile(r"\s*[\[(]?(\d{1,3}|[*∗]{1,3}|[†‡])?[\])]?\s*[-–—.:)]*\s*")
AFTER_LABEL = re.compile(r"\s*[-–—.:)]*\s*")
NUMBER_ALONE = re.compile(r"[\s\-–—.:)]*")
OPENING = r"(?=[^\W\d_a-zà-öø-ÿ]|[«“\"'‘(\[<¿¡]|https?:|www\.|\d)"
"""What a text begins with that is no middle of a sentence."""


class Kind(Enum):
    """How a number is printed, and how plainly it then begins a note."""

    RAISED = 4.0
    BRACKETED = 3.0
    DASHED = 1.5
    PARENTHESISED = 0.7
    PLAIN = 0.5
    DOTTED = 0.3
    SMALL = 0.1
    """A plain number before a small letter."""
    SYMBOL = 3.9
    LOST = 3.8
    """A raised dash whose number the extraction lost."""

    @property
    def is_sure(self) -> bool:
        """Whether the dress alone tells a note."""
        return self.value >= Kind.BRACKETED.value


PATTERNS = (
    (Kind.BRACKETED, re.compile(r"\s*\[(\d{1,3})\]\s*[-–—.:]*\s*(?=\S)")),
    (Kind.PARENTHESISED, re.compile(r"\s*\((\d{1,3})\)\s*(?=\S)")),
    (Kind.DASHED, re.compile(r"\s*(\d{1,3})(?:\s+[-–—]|[-–—](?=\s|\D))\s*(?=\S)")),
    (Kind.DOTTED, re.compile(r"\s*(\d{1,3})[.)]\s+(?=\S)")),
    (Kind.PLAIN, re.compile(rf"\s*(\d{{1,3}})(?:\s+{OPENING}|(?=[^\W\d_a-zà-öø-ÿ][a-zà-öø-ÿ]))")),
    (Kind.SMALL, re.compile(r"\s*(\d{1,3})\s+(?=[a-zà-öø-ÿ])")),
)


@dataclass(frozen=True)
class Unit:
    """A paragraph, an item of a list, or another block."""

    block: int
    item: int
    prose: Prose
    is_bar: bool = False
    """Whether it can be no piece of a note: a heading, a quotation, a table; then the prose is its last."""
    is_heading: bool = False
    is_item: bool = False

    @property
    def at(self) -> int:
        """Where it stands in the source."""
        return self.prose.at or 0


@dataclass(frozen=True)
class NoteStart:
    """A number that may begin a note: offsets in the prose of a unit."""

    unit: int
    start: int
    label: tuple[int, int]
    text: int
    number: int
    kind: Kind
    at: int = 0
    weight: float = 0.0

    def weighed(self, more: float) -> "NoteStart":
        """With evidence from around it."""
        return replace(self, weight=self.kind.value + more)


def iter_units(blocks: Sequence[Block]) -> Iterator[Unit]:
    """The units of `blocks` in reading order; what is neither paragraph nor item of one is a bar between the others."""
    for place, block in enumerate(blocks):
        match block:
            case Paragraph(prose):
                yield Unit(place, 0, prose, is_bar=prose.is_all(Style.BOLD))
            case ItemList(items=items):
                for number, item in enumerate(items):
                    paragraph = item_prose(item)
                    yield Unit(place, number, paragraph or _last(item.blocks), is_bar=paragraph is None, is_item=True)
            case Heading(prose):
                yield Unit(place, 0, prose, is_bar=True, is_heading=True)
            case _:
                yield Unit(place, 0, _last([block]), is_bar=True)


def _last(blocks: Iterable[Block]) -> Prose:
    return next(iter(reversed(list(all_prose(blocks)))), Prose())


def item_prose(item: ListItem) -> Prose | None:
    """An item as a paragraph that begins with its label."""
    match item.blocks:
        case (Paragraph(prose),) if item.label.at is not None:
            return Prose((*item.label.runs, Run(" ", origin=Origin.GENERATED), *prose.runs))
        case (Paragraph(prose),):
            return prose
    return None


def iter_starts(place: int, unit: Unit) -> Iterator[NoteStart]:
    """The starts in one unit: at its beginning, at the beginning of its lines, and raised inside it."""
    prose = unit.prose
    if not prose.text.strip():
        return
    raised = list(_raised(place, prose))
    if unit.is_bar:
        yield from (each for each in raised if each.start == 0 and unit.is_heading)
        return
    yield from raised
    taken = {each.start for each in raised}
    for start in _line_starts(prose.text):
        found = None if start in taken else _printed(place, prose, start)
        if found:
            yield found


def _line_starts(text: str) -> Iterator[int]:
    yield 0
    yield from (match.end() for match in re.finditer(r"\n\s*", text))


def _printed(place: int, prose: Prose, start: int) -> NoteStart | None:
    text = prose.text
    for kind, pattern in PATTERNS:
        match = pattern.match(text, start)
        if match and match.end() < len(text):
            at = _address(prose, match.start(1))
            return NoteStart(place, start, match.span(1), match.end(), int(match[1]), kind, at)
    return None


def _raised(place: int, prose: Prose) -> Iterator[NoteStart]:
    """Raised numbers and signs: any at the beginning; inside, those that begin something new."""
    offset = 0
    text = prose.text
    for run in prose.runs:
        start, offset = offset, offset + len(run.text)
        match = RAISED_LABEL.fullmatch(run.text) if Style.SUP in run.marks and run.text.strip() else None
        if not match or (not match[1] and run.text.strip() not in ("-", "–", "—")):
            continue
        is_first = not text[:start].strip()
        after = AFTER_LABEL.match(text, offset)
        end = after.end() if after else offset
        if end >= len(text) or not (is_first or _is_inner(text, start, offset)):
            continue
        label = (start + match.start(1), start + match.end(1)) if match[1] else (start, start)
        number = int(match[1]) if match[1] and match[1].isdigit() else 0
        kind = Kind.RAISED if number else Kind.SYMBOL if match[1] else Kind.LOST
        if is_first or number:
            yield NoteStart(place, 0 if is_first else start, label, end, number, kind, run.at or 0)


def _is_inner(text: str, start: int, stop: int) -> bool:
    """Whether a raised number inside a block begins a note: after the end of a sentence or an address, before a dash or
    a capital.
    """
    before, after = text[:start], text[stop:]
    is_apart = before[-1:].isspace()
    follows = re.match(r"\s*[-–—]\s*\S", after) or re.match(r"\s*[^\W\d_a-zà-öø-ÿ«“\"]", after)
    return is_apart and bool(follows) and bool(re.search(r"(?:[.!?…][»”\"')\]]*|https?://\S+|\d)\s+$", before))


def _address(prose: Prose, offset: int) -> int:
    return prose.cut(offset, offset + 1).at or prose.at or 0
