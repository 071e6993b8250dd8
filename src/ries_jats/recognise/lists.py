"""Lists recovered: items that became paragraphs, lists cut in two, what goes on inside an item.

Paragraphs are items when at least two follow one another under marks of one kind and in order; a mark alone proves
nothing. `1) …; 2) …` inside a paragraph stays text unless each begins a line.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..article.blocks import Block, Heading, ItemList, ListItem, ListType, Paragraph
from ..article.ledger import Departure
from ..article.prose import LINE_BREAK, Prose
from ..article.walk import all_prose
from .enumeration import LIST_TYPES, Numbered, readings
from .glued import new_sentence
from .headings import is_open, joined, uncalled
from .lines import SENTENCE_END
from .text import Text

BULLET = re.compile(r"\s*(?P<sign>[•▪●■□◦‣⁃∙·✓✔✗➢➤➔→⇒❖♦◆◇○❑❒\uf000-\uf0ff]|[oO0](?=\s+[A-ZÀ-Þ]\w)|[-–—*+])\s+(?=\S)")
"""A sign before an item; those of fonts for symbols have no character of their own."""
DASHES = "-–—*+"
LETTERS = "oO0"
LINE = re.compile(f"[\n{LINE_BREAK}]")
TERM = re.compile(r"[^.:;!?]{3,90}\s?:\s+\S")
"""An item that begins with what it explains: `Speed: every message …`."""
NEXT_TERM = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ][^.:;!?,()]{20,90}\s?:\s+[A-ZÀ-Þ])")
"""Where after a sentence another term begins; a short word before a colon is no term but `Example: …`."""
MOST_STRAYS = 6
"""Paragraphs between an announcing colon and a list that may be its first items."""
FEWEST_ITEMS = 2
LONGEST_STRAY = 600
"""Characters of a paragraph below a list that may be its last item."""


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


def recover_lists(text: Text) -> Text:
    """All passes on lists, in their order; what a person wrote as a list stays as it is."""
    passes: tuple[Callable[[Text], Text], ...] = (
        (
            split_lines,
            raise_lone_items,
            join_lists,
            gather_items,
            gather_unmarked,
            join_lists,
            take_in_strays,
            take_in_last,
            release_text,
        )
        if text.is_extracted
        else (gather_items,)
    )
    for each in passes:
        text = each(text)
    return text


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
    starts = [place for place, line in enumerate(lines) if _items(line)]
    if len(starts) < FEWEST_ITEMS or not _in_series([lines[place] for place in starts]):
        yield block
        return
    for start, end in zip([0, *starts], [*starts, len(lines)], strict=True):
        if start < end:
            prose = lines[start]
            for line in lines[start + 1 : end]:
                prose = joined(prose, line)
            yield Paragraph(prose)


def _prose_lines(prose: Prose) -> Iterator[Prose]:
    return (line.strip() for line in prose.split(LINE) if line.text.strip())


def _in_series(lines: Sequence[Prose]) -> bool:
    """Whether the marks of all lines make one list from its first number on."""
    return any(
        _is_first(first) and _run_length([_items(line) for line in lines], first) == len(lines)
        for first in _items(lines[0])
    )


# Items in paragraphs


def _items(prose: Prose) -> tuple[Item, ...]:
    """What the mark at the beginning may mean."""
    bullet = BULLET.match(prose.text)
    if bullet:
        return (Item(prose, bullet["sign"], None, bullet.span("sign"), bullet.end()),)
    return tuple(
        Item(prose, "", number, number.span, number.end)
        for number in readings(prose.text)
        if len(number.values) == 1 and number.end > number.span[1]
    )


def _is_first(item: Item) -> bool:
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
            text = _taking_signs(text, run)
            kept.append(_list_of(run))
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
    for item in _items(first.prose):
        run = _run(blocks[place:], item)
        is_enough = len(run) >= FEWEST_ITEMS or (len(run) == 1 and _goes_on_with(before, item))
        if is_enough and (_is_first(item) or _goes_on_with(before, item)) and _is_list(run, before):
            return run
    return []


def _run(blocks: Sequence[Block], first: Item) -> list[Item]:
    run = [first]
    for block in blocks[1:]:
        items = _items(block.prose) if isinstance(block, Paragraph) and not block.style else ()
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
    return _continues(last, item.number)


def _continues(above: ItemList, number: Numbered) -> bool:
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


def _taking_signs(text: Text, run: Sequence[Item]) -> Text:
    for item in run:
        if item.number is None:
            text = text.departing(Departure.STRAY_MARK, item.prose.cut(*item.span), "the sign before an item")
    return text


def _list_of(run: Sequence[Item]) -> ItemList:
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


# Lists cut in two


def raise_lone_items(text: Text) -> Text:
    """An item alone inside the one before it is the next one: extraction moved it aside."""
    return replace(
        text, blocks=tuple(_raised(block) if isinstance(block, ItemList) else block for block in text.blocks)
    )


def _raised(block: ItemList) -> ItemList:
    items: list[ListItem] = []
    for item in block.items:
        match item.blocks:
            case (*own, ItemList(kind, (lone,))) if own and kind is block.kind:
                items += [replace(item, blocks=tuple(own)), lone]
            case _:
                items.append(item)
    return replace(block, items=tuple(items))


def join_lists(text: Text) -> Text:
    """Lists that a page end cut, as one; the end of a cut item inside it."""
    kept: list[Block] = []
    for block in text.blocks:
        last = kept[-1] if kept else None
        if isinstance(last, ItemList) and isinstance(block, ItemList) and _is_rest(last, block):
            kept[-1] = replace(last, items=(*last.items, *block.items))
        elif isinstance(last, ItemList) and isinstance(block, Paragraph) and _ends_item(last, block):
            kept[-1] = _with_end(last, block)
        else:
            kept.append(block)
    return replace(text, blocks=tuple(kept))


def _is_rest(one: ItemList, other: ItemList) -> bool:
    label = other.items[0].label.text if other.items else ""
    if not label:
        return one.kind is other.kind is ListType.BULLET
    return any(_continues(one, number) for number in readings(f"{label} X"))


def _ends_item(above: ItemList, paragraph: Paragraph) -> bool:
    """Whether a paragraph that begins small goes on with the last item, which does not close."""
    last = above.items[-1].blocks[-1] if above.items and above.items[-1].blocks else None
    small = paragraph.prose.text.lstrip()[:1].islower() and not _items(paragraph.prose)
    return small and not paragraph.style and isinstance(last, Paragraph) and is_open(last.prose)


def _with_end(above: ItemList, paragraph: Paragraph) -> ItemList:
    item = above.items[-1]
    last = item.blocks[-1]
    assert isinstance(last, Paragraph)
    whole = replace(item, blocks=(*item.blocks[:-1], Paragraph(joined(last.prose, paragraph.prose))))
    return replace(above, items=(*above.items[:-1], whole))


# Items that lost their mark


def take_in_strays(text: Text) -> Text:
    """Paragraphs between an announcing colon and a list that all begin like its items, as the first of them."""
    kept: list[Block] = []
    for block in text.blocks:
        strays = _strays(kept, block) if isinstance(block, ItemList) else 0
        if strays and isinstance(block, ItemList):
            paragraphs = kept[-strays:]
            del kept[-strays:]
            for paragraph in paragraphs:
                assert isinstance(paragraph, Paragraph)
                text = text.noting("list-uncertain", paragraph.prose)
            items = tuple(ListItem(Prose(), (each,)) for paragraph in paragraphs for each in _terms(paragraph))
            kept.append(replace(block, items=(*items, *block.items)))
        else:
            kept.append(block)
    return replace(text, blocks=tuple(kept))


def _terms(block: Block) -> Iterator[Block]:
    """A paragraph in which a second term begins to be explained, as two."""
    pieces = block.prose.split(NEXT_TERM) if isinstance(block, Paragraph) else ()
    yield from (Paragraph(piece.strip()) for piece in pieces)


def _strays(before: Sequence[Block], block: ItemList) -> int:
    """How many paragraphs above a list of bullets are items of it."""
    if block.kind is not ListType.BULLET or not _explains(block.items):
        return 0
    for count, each in enumerate(reversed(before[-MOST_STRAYS - 1 :])):
        if not isinstance(each, Paragraph) or each.style:
            return 0
        if each.prose.text.rstrip().endswith(":"):
            return count
        if not TERM.match(each.prose.text):
            return 0
    return 0


def _explains(items: Sequence[ListItem]) -> bool:
    """Whether most items begin with a term and a colon."""
    first = [item.blocks[0] for item in items if item.blocks]
    terms = sum(isinstance(each, Paragraph) and bool(TERM.match(each.prose.text)) for each in first)
    return len(items) >= FEWEST_ITEMS and terms * 3 >= len(items) * 2


def take_in_last(text: Text) -> Text:
    """A paragraph below a list as its last item: the item above ends with a semicolon, so that another must follow;
    or all explain a term, and a heading comes next.
    """
    kept: list[Block] = []
    for place, block in enumerate(text.blocks):
        last = kept[-1] if kept else None
        if (
            isinstance(last, ItemList)
            and isinstance(block, Paragraph)
            and _is_last(last, block, text.blocks[place + 1 :])
        ):
            text = text.noting("list-uncertain", block.prose)
            kept[-1] = replace(last, items=(*last.items, ListItem(Prose(), (block,))))
        else:
            kept.append(block)
    return replace(text, blocks=tuple(kept))


def _is_last(above: ItemList, paragraph: Paragraph, following: Sequence[Block]) -> bool:
    if above.kind is not ListType.BULLET or paragraph.style or len(paragraph.prose.text) > LONGEST_STRAY:
        return False
    ends = [" ".join(prose.text for prose in all_prose(item.blocks)).rstrip()[-1:] for item in above.items]
    is_awaited = len(ends) >= FEWEST_ITEMS and all(end == ";" for end in ends)
    explains = len(ends) > FEWEST_ITEMS and _explains(above.items) and bool(TERM.match(paragraph.prose.text))
    return is_awaited or (explains and (not following or isinstance(following[0], Heading)))


# Text that ran into an item


def release_text(text: Text) -> Text:
    """The paragraph that ran into the last item of a list, as one: the other items are single sentences, and in the
    last a new one begins without a full stop, or the item ends by announcing the list that follows.
    """
    kept: list[Block] = []
    for place, block in enumerate(text.blocks):
        start = _text_start(block, text.blocks[place + 1 :]) if isinstance(block, ItemList) else 0
        if start and isinstance(block, ItemList):
            kept += _released(block, start)
        else:
            kept.append(block)
    return replace(text, blocks=tuple(kept))


def _text_start(block: ItemList, following: Sequence[Block]) -> int:
    """Where in the last item the text begins, 0 when it is all an item."""
    lines = [_only_line(item) for item in block.items]
    *others, last = lines
    if not others or not all(lines) or any(SENTENCE_END.search(line) for line in others):
        return 0
    longest = max(map(len, others))
    sentence = SENTENCE_END.search(last)
    announces = last.rstrip().endswith(":") and any(isinstance(each, ItemList) for each in following[:2])
    if sentence and announces:
        return sentence.end() - 1
    return new_sentence(last) if len(last) > 2 * longest else 0


def _only_line(item: ListItem) -> str:
    match item.blocks:
        case (Paragraph(prose),):
            return prose.text
    return ""


def _released(block: ItemList, start: int) -> tuple[Block, Block]:
    *items, last = block.items
    (paragraph,) = last.blocks
    assert isinstance(paragraph, Paragraph)
    item = replace(last, blocks=(Paragraph(paragraph.prose.cut(0, start).strip()),))
    return replace(block, items=(*items, item)), Paragraph(paragraph.prose.cut(start).strip())
