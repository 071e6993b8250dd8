"""Items of lists that extraction made paragraphs: known by marks that follow one another."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..article.blocks import Block, ItemList, ListItem, ListType, Paragraph
from ..article.ledger import Departure
from ..article.prose import LINE_BREAK, Prose
from .enumeration import LIST_TYPES, Numbered, readings
from .headings import joined, uncalled
from .text import Text

BULLET = re.compile(r"\s*(?P<sign>[•▪●■□◦‣⁃∙·✓✔✗➢➤➔→⇒❖♦◆◇○❑❒\uf000-\uf0ff]|[oO0](?=\s+[A-ZÀ-Þ]\w)|[-–—*+])\s+(?=\S)")
"""A sign before an item; those of fonts for symbols have no character of their own."""
DASHES = "-–—*+"
LETTERS = "oO0"
LINE = re.compile(f"[\n{LINE_BREAK}]")


@dataclass(frozen=True)
class Item:
    """A paragraph that may be an item: its mark, and where its words begin."""

    prose: Prose
    sign: str
    number: Numbered | None
    span: tuple[int, int]
    start: int

    @property
    def style(self) -> tuple[str, ...]:
        """What the marks of one list share."""
        return (self.number.kind, self.number.sign) if self.number else ("bullet", self.sign)

    def follows(self, other: "Item") -> bool:
        """Whether it may be the next item after `other`."""
        if self.number is None or other.number is None:
            return self.style == other.style
        return self.number.follows(other.number)


FEWEST_ITEMS = 2


# Items on lines


def split_lines(text: Text) -> Text:
    """Paragraphs whose lines begin with marks, or that repeat the sign they begin with, as a paragraph an item."""
    pieces = (piece for block in text.blocks for line in _lines(block) for piece in _signed(line))
    return replace(text, blocks=tuple(pieces))


def _signed(block: Block) -> Iterator[Block]:
    """`• one; • two` as two paragraphs; a dash must stand after the end of an item."""
    first = BULLET.match(block.prose.text) if isinstance(block, Paragraph) and not block.style else None
    if not first or not isinstance(block, Paragraph) or first["sign"] in LETTERS:
        yield block
        return
    before = r"(?<=[;.,])" if first["sign"] in DASHES else ""
    again = re.compile(rf"{before}[\s\u00a0]+(?={re.escape(first['sign'])}\s+\S)")
    for piece in block.prose.split(again):
        yield replace(block, prose=piece.strip())


def _lines(block: Block) -> Iterator[Block]:
    lines = list(_prose_lines(block.prose)) if isinstance(block, Paragraph) else []
    starts = [place for place, line in enumerate(lines) if items_of(line) and not _is_inside(lines, place)]
    if len(starts) < FEWEST_ITEMS or not _in_series([lines[place] for place in starts]):
        yield block
        return
    for start, end in zip([0, *starts], [*starts, len(lines)], strict=True):
        if start < end:
            prose = lines[start]
            for line in lines[start + 1 : end]:
                prose = joined(prose, line)
            yield Paragraph(prose)


def _is_inside(lines: Sequence[Prose], place: int) -> bool:
    """Whether a line begins with the second dash of two inside a sentence."""
    is_dash = lines[place].text.lstrip()[:1] in DASHES
    return is_dash and place > 0 and lines[place - 1].text.rstrip()[-1:].isalnum()


def _prose_lines(prose: Prose) -> Iterator[Prose]:
    return (line.strip() for line in prose.split(LINE) if line.text.strip())


def _in_series(lines: Sequence[Prose]) -> bool:
    """Whether the marks of all lines make one list from its first number on."""
    return any(
        is_first(first) and _run_length([items_of(line) for line in lines], first) == len(lines)
        for first in items_of(lines[0])
    )


# Items in paragraphs


def items_of(prose: Prose) -> tuple[Item, ...]:
    """What the mark at the beginning may mean."""
    bullet = BULLET.match(prose.text)
    if bullet:
        return (Item(prose, bullet["sign"], None, bullet.span("sign"), bullet.end()),)
    return tuple(
        Item(prose, "", number, number.span, number.end)
        for number in readings(prose.text)
        if len(number.values) == 1 and number.end > number.span[1]
    )


def is_first(item: Item) -> bool:
    """Whether a list may begin with it."""
    return item.number is None or item.number.value == 1


def _run_length(candidates: Sequence[tuple[Item, ...]], first: Item) -> int:
    """How many paragraphs from `first` on follow one another."""
    last, length = first, 1
    for items in candidates[1:]:
        following = next((each for each in items if each.follows(last)), None)
        if following is None:
            break
        last, length = following, length + 1
    return length


def gather_items(text: Text) -> Text:
    """Paragraphs under marks that follow one another, as lists."""
    kept: list[Block] = []
    place = 0
    while place < len(text.blocks):
        run = _run_at(text.blocks, place, kept[-1:])
        if run:
            text = signs_taken(text, run)
            kept.append(list_of(run))
            place += len(run)
        else:
            kept.append(text.blocks[place])
            place += 1
    return replace(text, blocks=tuple(kept))


def _run_at(blocks: Sequence[Block], place: int, before: Sequence[Block]) -> list[Item]:
    """The items of the list that begins at `place`; none when there is no list."""
    first = blocks[place]
    if not isinstance(first, Paragraph) or first.style:
        return []
    for item in items_of(first.prose):
        run = _run(blocks[place:], item)
        is_enough = len(run) >= FEWEST_ITEMS or (len(run) == 1 and _goes_on_with(before, item))
        if is_enough and (is_first(item) or _goes_on_with(before, item)) and _is_list(run, before):
            return run
    return []


def _run(blocks: Sequence[Block], first: Item) -> list[Item]:
    run = [first]
    for block in blocks[1:]:
        items = items_of(block.prose) if isinstance(block, Paragraph) and not block.style else ()
        following = next((each for each in items if each.follows(run[-1])), None)
        if following is None:
            break
        run.append(following)
    return run


def _goes_on_with(before: Sequence[Block], item: Item) -> bool:
    """Whether the list right above is one that this item continues."""
    last = before[-1] if before else None
    if not isinstance(last, ItemList):
        return False
    if item.number is None:
        return last.kind is ListType.BULLET and item.sign not in LETTERS
    return continues(last, item.number)


def continues(above: ItemList, number: Numbered) -> bool:
    """Whether a number is the next after that of the last item."""
    label = above.items[-1].label.text if above.items else ""
    return any(number.follows(each) for each in readings(f"{label} X")) if label else False


def _is_list(run: Sequence[Item], before: Sequence[Block]) -> bool:
    """A dash before a paragraph may be a voice in a dialogue, a letter a word: there a colon above must announce a
    list.
    """
    if not run[0].sign or run[0].sign not in DASHES + LETTERS:
        return True
    last = before[-1] if before else None
    if isinstance(last, ItemList):
        return True
    announced = isinstance(last, Paragraph) and last.prose.text.rstrip().endswith(":")
    return announced or all(item.prose.text.rstrip().endswith((";", ",")) for item in run[:-1])


def signs_taken(text: Text, run: Sequence[Item]) -> Text:
    """With the signs of items without numbers in the ledger."""
    for item in run:
        if item.number is None:
            text = text.departing(Departure.STRAY_MARK, item.prose.cut(*item.span), "the sign before an item")
    return text


def list_of(run: Sequence[Item]) -> ItemList:
    """The list of these items."""
    number = run[0].number
    items = (
        ListItem(item.prose.cut(*item.span) if item.number else Prose(), (Paragraph(item.prose.cut(item.start)),))
        for item in run
    )
    return ItemList(LIST_TYPES[number.kind] if number else ListType.BULLET, tuple(items))


def gather_unmarked(text: Text) -> Text:
    """Paragraphs below a colon that end with semicolons, and the one that closes them, as a list without marks."""
    kept: list[Block] = []
    place = 0
    while place < len(text.blocks):
        count = _unmarked(text.blocks, place) if kept and _announces(kept[-1]) else 0
        items = [block for block in text.blocks[place : place + count] if isinstance(block, Paragraph)]
        if items:
            text = text.noting("list-uncertain", items[0].prose)
            kept.append(ItemList(ListType.BULLET, tuple(ListItem(Prose(), (item,)) for item in items)))
        else:
            kept.append(text.blocks[place])
        place += max(count, 1)
    return replace(text, blocks=tuple(kept))


def _announces(block: Block) -> bool:
    return isinstance(block, Paragraph) and uncalled(block.prose).text.rstrip().endswith(":")


def _unmarked(blocks: Sequence[Block], place: int) -> int:
    """How many paragraphs from `place` on are such items, the last one included; 0 when they are no list."""
    ends = [
        uncalled(block.prose).text.rstrip()[-1:] if isinstance(block, Paragraph) and not block.style else ""
        for block in blocks[place:]
    ]
    count = next((number for number, end in enumerate(ends) if end != ";"), len(ends))
    return count + 1 if count >= FEWEST_ITEMS and ends[count : count + 1] == ["."] else 0
