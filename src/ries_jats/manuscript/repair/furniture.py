"""Page furniture: stray marks, page numbers and running heads, each a block of its own."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from ...article.blocks import Block, Heading, ItemList, ListItem, Paragraph
from ...article.ledger import Departure
from ...article.prose import OBJECT, Prose, Style
from ...article.walk import all_prose
from ...lexicon import fold, label_of, words_of
from ..document import Document
from .note_chain import calls_of

STRAY = re.compile(r"[\W_]*")
ROMAN = r"(?=[ivxl]{2})x{0,3}l?x{0,3}(?:ix|iv|v?i{0,3})"
PAGE_NUMBER = re.compile(
    rf"(?:[^\w.]*\d{{1,4}}[^\w.]*)|[Pp](?:age|\.)\s*\d{{1,4}}(?:\s*(?:/|sur|of|de)\s*\d{{1,4}})?|\W*{ROMAN}\W*"
)
ANSWER = re.compile(r"(?:[–—-]\s*)?[^\W\d_]{2,}\s?[.!?…]+")
"""A word that is a sentence, as in a dialogue."""
LONGEST_HEAD = 160
FEWEST_WORDS = 3
"""Words of a line that are no chance when they all stand in the head."""
MARK_ALONE = re.compile(r"(?:\A|\n)[ \t]*[-*+•][ \t]*\n[ \t]*\n[^\w\n]*\Z")
MARK_BEFORE = 60
"""Characters before the text of an item among which its mark stands."""
FIRST_NUMBER = re.compile(r"\s*(\d{1,3})\b")
HEAD_BLOCKS = 12
"""Blocks at the beginning that name the title, the authors and the journal."""
OFTEN = 3
"""Times that a line stands alone before it counts as a running head; the title, and a line at the border of a page,
need one time less.
"""


def drop_navigation(document: Document) -> Document:
    """Without the words of a journal's site, in a page copied from it: one that has several of them."""
    navigation = {_letters(words) for words in words_of("site", "navigation")}
    is_of_site = [_line(block) in navigation for block in document.blocks]
    if sum(is_of_site) < 2:
        return document
    for block in (block for block, drop in zip(document.blocks, is_of_site, strict=True) if drop):
        document = document.departing(
            Departure.PAGE_FURNITURE, Prose.join(all_prose([block]), " "), "leads through the page"
        )
    kept = (block for block, drop in zip(document.blocks, is_of_site, strict=True) if not drop)
    return replace(document, blocks=tuple(kept))


def open_stray_lists(document: Document) -> Document:
    """With the blocks after a stray `-` as they are: the mark alone on its line made a list item of them."""
    blocks: list[Block] = []
    for block in document.blocks:
        match block:
            case ItemList(items=(ListItem(blocks=inside),)) if _is_stray(document, inside):
                blocks += inside
            case _:
                blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def _is_stray(document: Document, blocks: tuple[Block, ...]) -> bool:
    """Whether the mark of a list stands alone above an empty line."""
    at = next((prose.at for prose in all_prose(blocks) if prose.at is not None), None)
    before = document.source.read(max(0, at - MARK_BEFORE), at) if at is not None else ""
    return bool(MARK_ALONE.search(before))


def drop_furniture(document: Document) -> Document:
    """Without blocks that belong to the page and not to the text; where they stood, pages end."""
    is_running_head = _running_heads(document)
    kept: list[Block] = []
    ends: list[int] = list(document.page_ends)
    for place, block in enumerate(document.blocks):
        departure = _departure(block) or (Departure.RUNNING_HEAD if is_running_head(place) else None)
        if not departure:
            kept.append(block)
            continue
        prose = Prose.join(all_prose([block]), " ")
        document = document.departing(departure, prose, "a line of the page, not of the text")
        if departure is not Departure.STRAY_MARK and prose.at is not None:
            ends.append(prose.at)
    return replace(document, blocks=tuple(kept), page_ends=tuple(sorted(ends)))


def drop_interruptions(document: Document) -> Document:
    """Without short lines between the two halves of a sentence that repeat words of the article's head: the title, the
    authors, the journal printed at the head or foot of a page.
    """
    kept: list[Block] = []
    head: set[str] = set()
    for place, block in enumerate(document.blocks):
        is_of_head = place >= HEAD_BLOCKS // 2 and _words(block) <= head
        head |= _words(block) if place < HEAD_BLOCKS else set()
        if kept and is_of_head and _interrupts(kept[-1], block, document.blocks[place + 1 : place + 2]):
            assert isinstance(block, Paragraph | Heading)
            document = document.departing(
                Departure.RUNNING_HEAD, block.prose, "a line between the halves of a sentence"
            )
        else:
            kept.append(block)
    return replace(document, blocks=tuple(kept))


def _words(block: Block) -> set[str]:
    text = _text(block)
    return set(re.findall(r"[^\W\d_]{3,}", fold(text)))


def _departure(block: Block) -> Departure | None:
    """A stray `-` is read as a list without words."""
    if not isinstance(block, Paragraph | Heading | ItemList):
        return None
    text = " ".join(prose.text for prose in all_prose([block])).strip()
    if OBJECT in text:
        return None
    if STRAY.fullmatch(text):
        return Departure.STRAY_MARK
    return Departure.PAGE_NUMBER if PAGE_NUMBER.fullmatch(text) else None


def _interrupts(before: Block, block: Block, following: tuple[Block, ...]) -> bool:
    match before, block, following:
        case Paragraph(one), Paragraph(line) | Heading(line), (Paragraph(other),):
            text, opening = one.text.rstrip(), other.text.lstrip()
            is_cut = (
                len(text) > LONGEST_HEAD // 2 and (text[-1].isalpha() or text[-1] in ",-") and opening[:1].islower()
            )
            is_line = len(line.text) < LONGEST_HEAD // 2 and not line.text.rstrip().endswith((".", ":", ";", ","))
            return is_cut and is_line and not label_of(line.text) and not line.runs[0].marks.count(Style.SUP)
    return False


def _running_heads(document: Document) -> Callable[[int], bool]:
    """Lines that stand alone again and again; where a line stands first it may be the title, and stays.

    At a page's border, beside a page number or a form feed, twice is enough, and once for words of the article's head.
    """
    lines = [_line(block) for block in document.blocks]
    counts = Counter(line for line in lines if line)
    first = next((line for line in lines if line), "")
    titles = {_line(block) for block in document.blocks[:6] if _is_title_like(block)} | {first}
    notes = _lines_of_notes(document, lines)
    inside = _lines_inside_pages(document, lines) - titles

    def is_running_head(place: int) -> bool:
        line = lines[place]
        if not line or (line in titles and line not in lines[:place]):
            return False
        if line in notes:
            return False
        if counts[line] >= (OFTEN - 1 if line in titles else OFTEN):
            return line not in inside
        if place < HEAD_BLOCKS // 2:
            return False
        is_of_head = _repeats_head(document, place)
        if is_of_head and _bears_page_number(document.blocks[place]):
            return True
        return (is_of_head or counts[line] == OFTEN - 1) and _is_at_border(document, place)

    return is_running_head


def _is_title_like(block: Block) -> bool:
    """Whether a block of the head may be what the heads of pages repeat: a title, or the authors in bold below it."""
    return isinstance(block, Heading) or (isinstance(block, Paragraph) and block.prose.is_all(Style.BOLD))


def _repeats_head(document: Document, place: int) -> bool:
    """Whether all words of a line stand in the head of the article too, and no sentence ends with it."""
    text = _text(document.blocks[place])
    words = _words(document.blocks[place])
    lines = [block for block in document.blocks[: min(place, HEAD_BLOCKS)] if _line(block)]
    head = {word for block in lines for word in _words(block)}
    return bool(words) and words <= head and not text.rstrip().endswith((".", ";", ",", ":"))


def _bears_page_number(block: Block) -> bool:
    """Whether a line of several words has a plain number at one of its ends."""
    text = _text(block).strip()
    return len(_words(block)) >= FEWEST_WORDS and bool(re.match(r"\d{1,4}\s+\D|.*\D\s\d{1,4}\Z", text))


def _text(block: Block) -> str:
    return block.prose.text if isinstance(block, Paragraph | Heading) else ""


def _lines_of_notes(document: Document, lines: list[str]) -> set[str]:
    """Lines that come again and again as notes do: their numbers are called, and are not those of the pages."""
    calls = calls_of(document.blocks).plain
    numbers: dict[str, list[int]] = {}
    for line, block in zip(lines, document.blocks, strict=True):
        figure = FIRST_NUMBER.match(block.prose.text) if line and isinstance(block, Paragraph | Heading) else None
        if figure:
            numbers.setdefault(line, []).append(int(figure[1]))
    counts = Counter(lines)
    return {
        line
        for line, found in numbers.items()
        if len(found) == counts[line] and not _are_pages(found) and all(each in calls for each in found)
    }


def _lines_inside_pages(document: Document, lines: list[str]) -> set[str]:
    """Lines that come again and again, most of them away from the borders of pages, where it is known where pages end:
    a table's.
    """
    numbers = sum(_departure(block) is Departure.PAGE_NUMBER for block in document.blocks)
    if max(numbers, len(document.page_ends)) < OFTEN:
        return set()
    counts = Counter(line for line in lines if line)
    often = [place for place, line in enumerate(lines) if counts[line] >= OFTEN]
    at_border = Counter(lines[place] for place in often if _is_at_border(document, place))
    return {lines[place] for place in often if 2 * at_border[lines[place]] < counts[lines[place]]}


def _are_pages(numbers: list[int]) -> bool:
    steps = {other - one for one, other in pairwise(numbers)}
    return len(steps) == 1 and steps <= {1, 2} and len(numbers) >= OFTEN


def _is_at_border(document: Document, place: int) -> bool:
    """Whether a page ends right before or after a block, other lines of the page aside."""
    blocks = document.blocks
    here = document.page(_at(blocks[place]))
    for steps in (range(place - 1, max(-1, place - 3), -1), range(place + 1, min(len(blocks), place + 3))):
        for each in steps:
            if _departure(blocks[each]) is Departure.PAGE_NUMBER or document.page(_at(blocks[each])) != here:
                return True
            if _departure(blocks[each]) is None:
                break
    return False


def _at(block: Block) -> int:
    return next((prose.at for prose in all_prose([block]) if prose.at is not None), 0)


def _line(block: Block) -> str:
    """What is compared: folded letters; empty for what is no short line, begins a note or names a part."""
    if not isinstance(block, Paragraph | Heading):
        return ""
    text = block.prose.text.strip()
    if len(text) > LONGEST_HEAD or label_of(text) or ANSWER.fullmatch(text) or _is_note(block.prose):
        return ""
    return _letters(text)


def _letters(text: str) -> str:
    return re.sub(r"[\d\W_]+", "", fold(text))


def _is_note(prose: Prose) -> bool:
    """A raised number, or words by which notes refer to each other: these come again and again too."""
    is_raised = bool(prose.runs) and Style.SUP in prose.runs[0].marks
    folded = f" {re.sub(r'[^a-z]+', ' ', fold(prose.text))} "
    return is_raised or any(f" {word} " in folded for word in words_of("notes", "again"))
