"""Page furniture: stray marks, page numbers and running heads, each a block of its own."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from ...article.blocks import Block, Heading, ItemList, Paragraph
from ...article.ledger import Departure
from ...article.prose import OBJECT, Prose, Style
from ...article.walk import all_prose
from ...lexicon import fold, label_of
from ..document import Document

STRAY = re.compile(r"[\W_]*")
PAGE_NUMBER = re.compile(r"\W*\d{1,4}\W*|[Pp](?:age|\.)\s*\d{1,4}(?:\s*(?:/|sur|of|de)\s*\d{1,4})?")
ANSWER = re.compile(r"(?:[–—-]\s*)?[^\W\d_]{2,}[.!?…]+")
"""A word that is a sentence, as in a dialogue."""
NAVIGATION = frozenset(
    "haut de page|top of page|inicio de pagina|topo da pagina|entrees d index|index terms|indice de materias|"
    "texte integral|full text|texto completo|texto integral|plan du site".split("|")
)
"""Lines, folded, by which a journal's site leads through the page of an article, and its headings of what all have."""
LONGEST_HEAD = 160
HEAD_BLOCKS = 12
"""Blocks at the beginning that name the title, the authors and the journal."""
OFTEN = 3
"""Times that a line stands alone before it counts as a running head; the title itself needs one time less."""


def drop_navigation(document: Document) -> Document:
    """Without the words of a journal's site, in a page copied from it: one that has several of them."""
    is_of_site = [_line(block) in NAVIGATION for block in document.blocks]
    if sum(is_of_site) < 2:
        return document
    for block in (block for block, drop in zip(document.blocks, is_of_site, strict=True) if drop):
        document = document.departing(
            Departure.PAGE_FURNITURE, Prose.join(all_prose([block]), " "), "leads through the page"
        )
    kept = (block for block, drop in zip(document.blocks, is_of_site, strict=True) if not drop)
    return replace(document, blocks=tuple(kept))


def drop_furniture(document: Document) -> Document:
    """Without blocks that belong to the page and not to the text."""
    repeated = _running_heads(document)
    kept: list[Block] = []
    for block in document.blocks:
        departure = _departure(block, repeated)
        if departure:
            prose = Prose.join(all_prose([block]), " ")
            document = document.departing(departure, prose, "a line of the page, not of the text")
        else:
            kept.append(block)
    return replace(document, blocks=tuple(kept))


def drop_interruptions(document: Document) -> Document:
    """Without short lines between the two halves of a sentence that repeat words of the article's head: the title, the
    authors, the journal printed at the head or foot of a page.
    """
    kept: list[Block] = []
    head = {word for block in document.blocks[:HEAD_BLOCKS] for word in _words(block)}
    for place, block in enumerate(document.blocks):
        is_of_head = place >= HEAD_BLOCKS // 2 and _words(block) <= head
        if kept and is_of_head and _interrupts(kept[-1], block, document.blocks[place + 1 : place + 2]):
            assert isinstance(block, Paragraph | Heading)
            document = document.departing(
                Departure.RUNNING_HEAD, block.prose, "a line between the halves of a sentence"
            )
        else:
            kept.append(block)
    return replace(document, blocks=tuple(kept))


def _words(block: Block) -> set[str]:
    text = block.prose.text if isinstance(block, Paragraph | Heading) else ""
    return set(re.findall(r"[^\W\d_]{3,}", fold(text)))


def _departure(block: Block, is_running_head: Callable[[Block], bool]) -> Departure | None:
    """A stray `-` is read as a list without words."""
    if not isinstance(block, Paragraph | Heading | ItemList):
        return None
    text = " ".join(prose.text for prose in all_prose([block])).strip()
    if OBJECT in text:
        return None
    if STRAY.fullmatch(text):
        return Departure.STRAY_MARK
    if PAGE_NUMBER.fullmatch(text):
        return Departure.PAGE_NUMBER
    return Departure.RUNNING_HEAD if is_running_head(block) else None


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


def _running_heads(document: Document) -> Callable[[Block], bool]:
    """Lines that stand alone again and again; where a line stands first it may be the title, and stays."""
    lines = [_line(block) for block in document.blocks]
    counts = Counter(line for line in lines if line)
    first = next((line for line in lines if line), "")
    titles = {_line(block) for block in document.blocks[:6] if isinstance(block, Heading)} | {first}
    seen: set[str] = set()

    def is_running_head(block: Block) -> bool:
        line = _line(block)
        often = counts[line] >= (OFTEN - 1 if line in titles else OFTEN)
        is_again = line in seen or line not in titles
        seen.add(line)
        return bool(line) and often and is_again

    return is_running_head


def _line(block: Block) -> str:
    """What is compared: folded, without figures; empty for what is no short line or names a part of the article."""
    if not isinstance(block, Paragraph | Heading):
        return ""
    text = block.prose.text.strip()
    if len(text) > LONGEST_HEAD or label_of(text) or ANSWER.fullmatch(text):
        return ""
    return re.sub(r"[\d\W]+", " ", fold(text)).strip()
