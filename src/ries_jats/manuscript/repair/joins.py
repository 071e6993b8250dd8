"""Paragraphs and words that a page end or line end cut, put together again."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ...article.blocks import Block, Heading, ItemList, ListItem, Paragraph, Quote
from ...article.prose import LINE_BREAK, NoteCall, Origin, Prose, Run, Style
from ...article.source import WORD
from ...article.walk import all_prose, map_prose
from ...findings import Finding, finding
from ...lexicon import fold, label_at_start, label_of
from ..document import Document
from .notes import head_length

LINE_HYPHEN = re.compile(rf"(?<=[^\W\d_])[-\u2010\u00ad][{LINE_BREAK}\n]\s*(?=[^\W\d_])")
LAST_WORD = re.compile(r"([^\W\d_]+)-\Z")
FIRST_WORD = re.compile(r"[^\W\d_]+")
COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
SHORTEST_CUT = 60
"""Characters of a paragraph that a page end may have cut; shorter ones are lines of their own: names, labels,
headings.
"""
SURELY_CUT = 100
"""Characters from which a paragraph without a mark at its end goes on even with a capital letter."""


def join_paragraphs(document: Document) -> Document:
    """With cut paragraphs, list items, quotations and words made whole."""
    joiner = Joiner([prose.text.casefold() for prose in all_prose(document.blocks)])
    blocks: list[Block] = []
    head = head_length(document.blocks)
    for place, block in enumerate(document.blocks):
        joiner.is_in_references = joiner.is_in_references or _opens_references(block)
        joined = joiner.join(blocks[-1], block) if blocks and place > head else None
        if joined:
            blocks[-1] = joined
            if _begins_capital(block):
                document = document.noting(_uncertain(document, block))
        else:
            blocks.append(block)
    mended = tuple(map_prose(block, joiner.mend_lines) for block in blocks)
    return replace(document, blocks=mended)


def _opens_references(block: Block) -> bool:
    label = label_of(block.prose.text) if isinstance(block, Paragraph | Heading) else None
    return label is not None and label.kind == "references"


def _begins_capital(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.prose.text.lstrip()[:1].isupper()


def _uncertain(document: Document, block: Block) -> Finding:
    prose = block.prose if isinstance(block, Paragraph) else Prose()
    return finding("join-uncertain", document.source.place(prose.at), quote=prose.text[:60].strip())


class Joiner:
    """Joins with the words of the document in mind: they tell whether a hyphen belongs to a word."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._words = Counter(word for text in texts for word in WORD.findall(text))
        self._compounds = frozenset(word for text in texts for word in COMPOUND.findall(text))
        self.is_in_references = False
        """Whether the list of references has begun, where every entry begins with a capital and few end with a full
        stop.
        """

    def join(self, one: Block, other: Block) -> Block | None:
        """Both as one block, or None when they are two."""
        if not isinstance(other, Paragraph) or other.style:
            return None
        match one:
            case Paragraph(prose, style) if not style and self._goes_on(prose, other.prose):
                return Paragraph(self._joined(prose, other.prose))
            case ItemList(items=(*_, ListItem(blocks=(*_, Paragraph(prose))))) if _goes_on_small(prose, other.prose):
                return self._into_last_item(one, other)
            case Quote(blocks=(*_, Paragraph(prose))) if _goes_on_small(prose, other.prose):
                return replace(one, blocks=(*one.blocks[:-1], Paragraph(self._joined(prose, other.prose))))
        return None

    def _goes_on(self, one: Prose, other: Prose) -> bool:
        return goes_on(one, other) and not (self.is_in_references and other.text.lstrip()[:1].isupper())

    def _into_last_item(self, one: ItemList, other: Paragraph) -> ItemList:
        last = one.items[-1]
        paragraph = last.blocks[-1]
        assert isinstance(paragraph, Paragraph)
        joined = Paragraph(self._joined(paragraph.prose, other.prose))
        return replace(one, items=(*one.items[:-1], replace(last, blocks=(*last.blocks[:-1], joined))))

    def _joined(self, one: Prose, other: Prose) -> Prose:
        one, other = one.strip(), other.strip()
        cut = LAST_WORD.search(one.text)
        after = FIRST_WORD.match(other.text)
        if cut and after:
            return (one.cut(0, -1 + len(one.text)) if self._is_one_word(cut[1], after[0]) else one) + other
        return Prose((*one.runs, Run(" ", origin=Origin.GENERATED), *other.runs))

    def mend_lines(self, prose: Prose) -> Prose:
        """Words that a line end cut inside a paragraph."""
        for match in reversed(list(LINE_HYPHEN.finditer(prose.text))):
            before = LAST_WORD.search(prose.text[: match.start() + 1])
            after = FIRST_WORD.match(prose.text, match.end())
            keep = bool(before and after and not self._is_one_word(before[1], after[0]))
            prose = prose.cut(0, match.start() + keep) + prose.cut(match.end())
        return prose

    def _is_one_word(self, before: str, after: str) -> bool:
        """Whether the hyphen only marked the cut: the word stands elsewhere without it, or a part is no word by itself.

        The parts at the cut are counted as words once; one that is a word is found again somewhere else.
        """
        one, other = before.casefold(), after.casefold()
        if after[:1].isupper() or f"{one}-{other}" in self._compounds:
            return False
        return one + other in self._words or self._words[one] < 2 or self._words[other] < 2


def goes_on(one: Prose, other: Prose) -> bool:
    """Whether the sentence at the end of `one` goes on in `other`; a raised marker begins something new."""
    if Style.SUP in other.strip().runs[0].marks or Style.SUP in one.strip().runs[-1].marks:
        return False
    return _goes_on_small(one, other) or _goes_on_capital(one, other)


def _goes_on_small(one: Prose, other: Prose) -> bool:
    before, after = _without_calls(one).text.rstrip(), other.text.lstrip()
    small = after[:1].islower() or after[:1] in ",;)»"
    return small and _is_open(before, SHORTEST_CUT) and _is_running_text(one, other)


def _goes_on_capital(one: Prose, other: Prose) -> bool:
    before, after = _without_calls(one).text.rstrip(), other.text.lstrip()
    is_open = _is_open(before, SURELY_CUT) and before[-1] not in '"”»'
    return is_open and after[:1].isupper() and len(after) > SHORTEST_CUT and _is_running_text(one, other)


def _is_open(text: str, shortest: int) -> bool:
    return len(text) >= shortest and (text[-1].isalnum() or text[-1] in ",-–—'’(«“\"»")


def _is_running_text(one: Prose, other: Prose) -> bool:
    last_line = one.text.rstrip().rsplit("\n", 1)
    if len(last_line) > 1 and len(last_line[1]) < SHORTEST_CUT // 2:
        return False
    is_label = label_of(one.text) or label_at_start(other.text) or label_of(other.text)
    return not is_label and not one.is_all(Style.BOLD) and not other.is_all(Style.BOLD) and bool(fold(other.text))


def _without_calls(prose: Prose) -> Prose:
    runs = prose.runs
    while runs and (any(isinstance(mark, NoteCall) for mark in runs[-1].marks) or not runs[-1].text.strip()):
        runs = runs[:-1]
    return Prose(runs)
