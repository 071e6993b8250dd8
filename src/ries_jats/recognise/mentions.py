"""Mentions of tables, figures and formulas in the text (`voir Tableau 2`, `figures 1 and 3`), pointed to what they
name.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ..article.blocks import Block, DisplayFormula, Figure, Note, Section, Table
from ..article.prose import Link, NoteCall, Prose, Target
from ..article.walk import all_blocks, map_prose
from .captions import spelt
from .enumeration import roman_value

KINDS = {"table": "table", "figure": "fig", "formula": "disp-formula"}
"""Keys of the lexicon, and values of `xref/@ref-type`:
https://jats.nlm.nih.gov/publishing/tag-library/1.3/attribute/ref-type.html."""
_NUMBER = r"(?:\d+(?:[.\-]\d+)*[a-z]?|(?-i:[IVXL]+))(?!\w)"
_VALUE = rf"(?:\({_NUMBER}\)|{_NUMBER})"
"""A number; a bracket that opened before the mention is none of its own."""
_AND = r"\s*(?:,|;|&|/|–|-|à|et|and|to|y|e|und|bis|ou|or|o|و)\s*"
_NUMBER_SIGN = r"(?:n\s*\.?\s*[°ºo]s?\.?\s*)?"


@dataclass(frozen=True)
class Mention:
    """Where the text names something, and what."""

    start: int
    stop: int
    kind: str
    number: str


def link_mentions(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks with mentions pointed to the labelled tables, figures and formulas among them."""
    keys = _keys(blocks)
    if not keys:
        return tuple(blocks)
    named = tuple(_named(block, keys) for block in blocks)
    return tuple(map_prose(block, _linker(keys)) for block in named)


def link_in_notes(notes: Sequence[Note], blocks: Sequence[Block]) -> tuple[Note, ...]:
    """Notes with their mentions pointed to what the blocks of the text bear as labels."""
    change = _linker(_keys(blocks))
    return tuple(replace(note, blocks=tuple(map_prose(block, change) for block in note.blocks)) for note in notes)


def _keys(blocks: Sequence[Block]) -> dict[tuple[str, str], str]:
    """For each kind and number that one labelled block bears, its key; a number that two bear points nowhere."""
    found: dict[tuple[str, str], str] = {}
    twice = set()
    for block in all_blocks(blocks):
        name = _name(block)
        if name:
            twice |= {name} if name in found else set()
            found[name] = "-".join(name)
    return {name: key for name, key in found.items() if name not in twice}


def _name(block: Block) -> tuple[str, str] | None:
    """The kind and number of a labelled block."""
    match block:
        case Table():
            kind = "table"
        case Figure():
            kind = "figure"
        case DisplayFormula():
            kind = "formula"
        case _:
            return None
    number = re.search(r"(\d+(?:[.\-]\d+)*[a-z]?|[IVXL]+)\W*$", block.label.text)
    return (kind, _plain(number[1])) if number else None


def _plain(number: str) -> str:
    """A number without brackets, in figures where it is Roman."""
    number = number.strip("() ")
    return str(roman_value(number.lower()) or number) if number.isalpha() else number


def _named(block: Block, keys: dict[tuple[str, str], str]) -> Block:
    """`block` and all inside it with their keys as `ident`."""
    if isinstance(block, Section):
        return replace(block, blocks=tuple(_named(each, keys) for each in block.blocks))
    name = _name(block)
    if name in keys and isinstance(block, Table | Figure | DisplayFormula):
        return replace(block, ident=keys[name])
    return block


def _linker(keys: dict[tuple[str, str], str]) -> Callable[[Prose], Prose]:
    def change(prose: Prose) -> Prose:
        for mention in reversed(list(_mentions(prose))):
            key = keys.get((mention.kind, mention.number))
            piece = prose.cut(mention.start, mention.stop)
            if key and not any(piece.has(kind) for kind in (Link, NoteCall, Target)):
                marked = piece.marked(Target(key, KINDS[mention.kind]))
                prose = prose.cut(0, mention.start) + marked + prose.cut(mention.stop)
        return prose

    return change


def _mentions(prose: Prose) -> Iterator[Mention]:
    """The mentions of a text in order; a label by itself is none."""
    found: list[Mention] = []
    for kind in KINDS:
        for match in _pattern(kind).finditer(prose.text):
            if match.group().strip() == prose.text.strip():
                continue
            at = match.start("numbers")
            for place, number in enumerate(re.finditer(_VALUE, match["numbers"], re.IGNORECASE)):
                start = at + number.start() if place else match.start()
                found.append(Mention(start, at + number.end(), kind, _plain(number.group())))
    return iter(sorted(found, key=lambda each: each.start))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    values = rf"{_VALUE}(?:{_AND}{_VALUE})*"
    return re.compile(rf"(?<!\w)(?:{spelt(kind)})\s*{_NUMBER_SIGN}(?P<numbers>{values})", re.IGNORECASE)
