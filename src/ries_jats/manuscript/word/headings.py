"""Headings of a Word file: those of styles and outline levels, and those that are headings by their look alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from ...article.blocks import Block, Figure, Heading, ItemList, ListItem, Paragraph, Quote, Table, Verse
from ...article.prose import LINE_BREAK, OBJECT, Image, Origin, Prose, Run, Style
from ...lexicon import entry_at_start
from .laid import LONG, Laid
from .looks import Look
from .roles import style_level

LONGEST_HEADING = 200
LARGER = 1.05
"""How much larger than the text a heading is at least, when only its size tells it."""
FEWEST = 2
"""Headings by style from which looks are not asked, and lines of one look from which that is the look of headings."""
SHORTEST_SENTENCE = 40
SENTENCE_ENDS = (".", "!", "?", "…", ":", "»", "”")
_Rank: TypeAlias = tuple[float, bool, bool, bool]
OPEN_ENDS = (".", ";", ",", ":")


# Numbers that Word prints


def number_headings(laid: Laid) -> Laid:
    """Headings that Word numbers have their number in the text; a list that is nothing but a heading is one."""
    return laid.with_blocks([each for block in laid.blocks for each in _numbered(block, laid)])


def _numbered(block: Block, laid: Laid) -> Iterator[Block]:
    look = laid.look(block)
    if isinstance(block, Heading) and look:
        yield replace(block, prose=_with_label(block.prose, look))
    elif isinstance(block, ItemList):
        yield from _parted(block, laid)
    else:
        yield block


def _parted(block: ItemList, laid: Laid) -> Iterator[Block]:
    """A list, and the headings that pandoc took for its items, with the items before and after each."""
    items: list[ListItem] = []
    for item in block.items:
        inside: list[Block] = []
        for each in item.blocks:
            for piece in _parted(each, laid) if isinstance(each, ItemList) else (each,):
                heading = _heading_item(piece, block, laid)
                if heading is None:
                    inside.append(piece)
                    continue
                yield from _list_of(block, items, item, inside)
                items, inside = [], []
                yield heading
        items += [replace(item, blocks=tuple(inside))] if inside or not item.blocks else []
    if items:
        yield replace(block, items=tuple(items))


def _list_of(block: ItemList, items: list[ListItem], last: ListItem, inside: list[Block]) -> Iterator[ItemList]:
    """The items so far; the last is cut short by a heading."""
    kept = [*items, replace(last, blocks=tuple(inside))] if inside else items
    if kept:
        yield replace(block, items=tuple(kept))


def _heading_item(block: Block, among: ItemList, laid: Laid) -> Paragraph | None:
    """An item that is a heading, with its number; one that an inner list gave has it already."""
    look = laid.look(block)
    if not isinstance(block, Paragraph) or look is None or not look.label:
        return None
    if block.prose.origin is Origin.GENERATED:
        return block
    is_heading = style_level(look) or _is_unlike(block, look, among, laid)
    return replace(block, prose=_with_label(block.prose, look)) if is_heading else None


def _is_unlike(block: Paragraph, look: Look, among: ItemList, laid: Laid) -> bool:
    """Whether an item stands out by a look that no item beside it has."""
    beside = [other for item in among.items for other in item.blocks[:1] if isinstance(other, Paragraph)]
    looks = [(other, laid.look(other)) for other in beside if other.prose.at != block.prose.at]
    is_alone = not any(other_look and _stands_out(other, other_look, laid) for other, other_look in looks)
    return is_alone and _stands_out(block, look, laid)


def _with_label(prose: Prose, look: Look) -> Prose:
    """The number has the look of the words after it."""
    words = next((run for run in prose.runs if run.text.strip()), None)
    marks = tuple(mark for mark in words.marks if isinstance(mark, Style)) if words else ()
    return Prose((Run(f"{look.label} ", marks, origin=Origin.GENERATED), *prose.runs)) if look.label else prose


# Headings by style or outline level


def level_headings(laid: Laid) -> Laid:
    """Paragraphs whose style has a level are headings, whatever its name."""
    kept: list[Block] = []
    for place, block in enumerate(laid.blocks):
        look = laid.look(block)
        level = style_level(look) if look else 0
        is_plain = isinstance(block, Paragraph) and (not block.style or place >= laid.head_end)
        if look and level and is_plain and isinstance(block, Paragraph) and _is_line(block):
            kept.append(Heading(block.prose, level))
        else:
            kept.append(block)
    return laid.with_blocks(kept)


# Headings by their look


def find_headings(laid: Laid) -> Laid:
    """Short lines set apart by size, weight or capitals, before text, in a look that comes again; the more prominent
    look is above.
    """
    start = laid.text_start
    if sum(isinstance(block, Heading) for block in laid.blocks[start:]) >= FEWEST:
        return laid
    candidates = {
        place: _rank(look)
        for place, block in enumerate(laid.blocks)
        if place >= start
        and isinstance(block, Paragraph)
        and (look := laid.look(block))
        and _stands_out(block, look, laid)
        and _opens_text(laid.blocks, place, laid)
    }
    candidates |= _right_above(laid, start, frozenset(candidates.values()))
    ranks = sorted(set(candidates.values()))
    if len(candidates) < FEWEST:
        return laid
    return laid.with_blocks(
        [
            Heading(block.prose, ranks.index(candidates[place]) + 1)
            if place in candidates and isinstance(block, Paragraph)
            else block
            for place, block in enumerate(laid.blocks)
        ]
    )


def _right_above(laid: Laid, start: int, ranks: frozenset[_Rank]) -> dict[int, _Rank]:
    """Lines right above the first text, where no abstract parts it from the head, in a look that comes again below."""
    found: dict[int, _Rank] = {}
    for place in reversed(range(start if start == laid.head_end else 0)):
        block = laid.blocks[place]
        look = laid.look(block)
        if not isinstance(block, Paragraph) or block.style or look is None or _rank(look) not in ranks:
            break
        found[place] = _rank(look)
    return found


def _rank(look: Look) -> _Rank:
    """The most prominent look first."""
    return -look.size, not look.is_caps, not look.is_bold, look.is_italic


def _stands_out(block: Paragraph, look: Look, laid: Laid) -> bool:
    if not _is_line(block) or block.prose.text.rstrip().endswith(OPEN_ENDS):
        return False
    is_larger = look.size >= LARGER * laid.body_size
    is_small = look.size < laid.body_size
    return not is_small and (is_larger or look.is_bold or look.is_caps or _is_slanted(look))


def _is_slanted(look: Look) -> bool:
    """Italics alone tell a heading that keeps to its text or stands apart from what is above."""
    return look.is_italic and look.alignment != "right" and not look.left and (look.keeps_next or look.before > 0)


def _is_line(block: Paragraph) -> bool:
    text = block.prose.text.strip()
    return (
        0 < len(text) <= LONGEST_HEADING
        and any(map(str.isalpha, text))
        and not block.prose.has(Image)
        and OBJECT not in text
        and LINE_BREAK not in text
        and entry_at_start("captions", text) is None
    )


def _opens_text(blocks: Sequence[Block], place: int, laid: Laid) -> bool:
    """Whether what a heading opens follows: text, or another line that stands out."""
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    if isinstance(following, Paragraph):
        look = laid.look(following)
        is_text = len(following.prose.text) >= LONG / 2
        return (
            is_text
            or (look is not None and _stands_out(following, look, laid))
            or len(following.prose.text) > LONGEST_HEADING
        )
    return isinstance(following, Heading | ItemList | Quote | Table | Figure | Verse)
