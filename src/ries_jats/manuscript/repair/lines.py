"""Lines that the extraction kept inside blocks: a block that holds several paragraphs, a paragraph in two blocks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeGuard

from ...article.blocks import Block, Heading, ItemList, ListItem, Paragraph, Quote
from ...article.prose import Prose, Run, Style
from ...lexicon import label_of
from ..document import Document
from ..measure import (
    BRACKETED_CALL,
    CERTAIN,
    UNCLOSED,
    Measure,
    begins_item,
    ends_paragraph,
    is_closed,
    is_cut,
    measure_of,
    measure_of_lines,
)
from .note_chain import head_length

LINE_END = re.compile("\n")
FEWEST_LINES = 10
"""Line ends inside paragraphs from which lines tell anything."""
OTHER = 0.04
"""Part of the measure by which a paragraph's own measure differs."""
FEWEST_OF_OWN = 3
"""Lines from which a paragraph has a measure of its own."""
SEVERAL = 1.4
"""Width, in measures, from which a line is several whose hyphens the extraction took out."""
HYPHEN = re.compile(r"(?<=\w)[-‐](?=\w)")
"""A hyphen at which not every typesetter ends a line."""
UNIT = re.compile(rf"{BRACKETED_CALL.pattern}|.", re.DOTALL)
"""A character, or a call-out that is narrower than its characters."""
SHORT_ITEM = 0.15
"""Room at the end of an item, with that of its indent, from which the text below it is another paragraph."""
SHORTEST_LAST = 0.12
"""Width, in measures, by which a line is too wide for one line; notes are often a little wider than the text."""
JOINED = 0.1
"""Room that the last of several lines in one must leave, since nobody knows how full the others were."""
NOTE = re.compile(r"\[?\d{1,3}\]?[\s.)]")
APART = 0.3
"""Part of the blocks that two blank lines set apart, from which one blank line may stand inside a block."""
NARROW, PROOF = 0.965, 0.05
"""Width of the widest line of a quotation, and the room that its lines left though their sentences went on, which
together prove it; both in measures of the text."""
REFUTED = 0.1


def split_paragraphs(document: Document) -> Document:
    """With every paragraph a block of its own, as far as the ends of its lines tell."""
    lines = [line for block in document.blocks if _has_lines(block) for line in lines_of(block.prose)]
    if document.page_ends or len(lines) < FEWEST_LINES:
        return document
    notes = [line for block in document.blocks if _is_note(block) for line in lines_of(block.prose)[1:-1]]
    splitter = Splitter(measure_of_lines(lines), lines, notes)
    joined = list(_joined(document, splitter))
    head = head_length(tuple(joined))
    blocks = [*joined[:head], *(part for block in joined[head:] for part in splitter.split(block))]
    return replace(document, blocks=tuple(splitter.quoted(blocks)))


def _has_lines(block: Block) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and not block.style and "\n" in block.prose.text.strip()


def _is_note(block: Block) -> TypeGuard[Paragraph]:
    return _has_lines(block) and NOTE.match(block.prose.text) is not None


def lines_of(prose: Prose) -> list[str]:
    """The text of the lines; in text alone, since most of them are looked at and not cut."""
    return [line.strip() for line in prose.text.strip().split("\n")]


class Splitter:
    """Splits with the measures of the text and of its notes in mind."""

    def __init__(self, measure: Measure, lines: Sequence[str], notes: Sequence[str]) -> None:
        self._measure = measure
        self._small = measure.of(measure_of(filter(self._is_wide, map(self._width, lines))) or measure.width)
        of_notes = [width for line in notes if (width := self._width(line)) < SEVERAL * measure.width]
        self._of_notes = (
            measure.of((1 + CERTAIN) * measure_of(of_notes)) if len(of_notes) >= 2 * FEWEST_OF_OWN else None
        )

    def _width(self, line: str) -> float:
        return self._measure.width_of(line)

    def _is_wide(self, width: float) -> bool:
        """Whether a line is of smaller type than the text, and no several lines in one."""
        return (1 + OTHER) * self._measure.width < width < SEVERAL * self._measure.width

    def measure_of(self, lines: Sequence[str]) -> Measure:
        """The measure of a paragraph: its own, that of notes or small type, or that of the text."""
        if self._of_notes and NOTE.match(lines[0]):
            return self._of_notes
        whole = [width for line in lines[:-1] if (width := self._width(line)) < SEVERAL * self._measure.width]
        if len(whole) >= FEWEST_OF_OWN or (whole and self._is_narrow(lines)):
            own = measure_of(whole)
            is_text = any((1 + OTHER) * own < width < (1 + OTHER) * self._measure.width for width in whole)
            is_own = abs(own / self._measure.width - 1) > OTHER and not is_text
            return self._measure.of(own) if is_own else self._measure
        return self._small if any(map(self._is_wide, whole)) else self._measure

    def _is_narrow(self, lines: Sequence[str]) -> bool:
        """Whether a line leaves room in the text though its sentence goes on."""
        return any(self._left(*pair) > PROOF for pair in pairwise(lines))

    def last_line(self, line: str, measure: Measure) -> str:
        """The last of the lines that the extraction put on one by taking out hyphens."""
        if self._width(line) < (1 + SHORTEST_LAST) * measure.width:
            return line
        count = int(self._width(line) / (measure.width * (1 + OTHER)))
        filled = 0.0
        for unit in UNIT.finditer(line):
            if filled >= count * measure.width:
                return line[unit.start() :].strip() or line
            filled += self._width(unit[0])
        return line

    def split(self, block: Block) -> Iterator[Block]:
        """The paragraphs of a block; with the last item of a list, the one below it."""
        if isinstance(block, ItemList):
            yield from self._split_list(block)
            return
        if not isinstance(block, Paragraph) or not _has_lines(block) or block.prose.is_all(Style.BOLD):
            yield block
            return
        prose, start = block.prose, 0
        for end in self._ends(prose):
            yield Paragraph(prose.cut(start, end).strip())
            start = end
        yield Paragraph(prose.cut(start).strip()) if start else block

    def _split_list(self, block: ItemList) -> Iterator[Block]:
        """A list, and the text that runs on below its last item without a blank line."""
        match block.items:
            case (*items, ListItem(blocks=(Paragraph(prose),)) as last) if items:
                end = self._end_of_item(prose)
                if end:
                    item = replace(last, blocks=(Paragraph(prose.cut(0, end).strip()),))
                    yield replace(block, items=(*items, item))
                    yield from self.split(Paragraph(prose.cut(end).strip()))
                    return
        yield block

    def _end_of_item(self, prose: Prose) -> int:
        """Where the last line of an item ends, which is much shorter than the text; 0 where nothing follows it."""
        lines = lines_of(prose)
        for match, (before, after) in zip(LINE_END.finditer(prose.text.strip()), pairwise(lines), strict=True):
            if is_closed(before) and not is_cut(before, after) and self._measure.room(before, after) > SHORT_ITEM:
                return match.start() + len(prose.text) - len(prose.text.lstrip())
        return 0

    def _ends(self, prose: Prose) -> Iterator[int]:
        """Where paragraphs end inside a block."""
        lines = [line.strip() for line in prose.text.split("\n")]
        measure = self.measure_of(lines)
        is_first, start = True, 0
        for match, (before, after) in zip(LINE_END.finditer(prose.text), pairwise(lines), strict=True):
            last = self.last_line(before, measure)
            is_end = ends_paragraph(last, after, measure, is_first=is_first or last != before)
            if last != before and not begins_item(before, after):
                text = prose.text[start : match.start()]
                is_end = is_end and measure.room(last, after) > JOINED and _may_end(text)
            if is_end or (measure.room(last, after) > UNCLOSED and _ends_dressed(prose, match.start())):
                yield match.start()
                start = match.start()
            is_first = is_end

    def goes_on(self, before: Prose, after: Prose) -> bool:
        """Whether the last line of one block was full and the next block is no beginning."""
        one, other = lines_of(before)[-1], lines_of(after)[0]
        is_new = NOTE.match(other) or begins_item(one, other) or label_of(one) or label_of(after.text)
        if is_new or before.is_all(Style.BOLD) or after.is_all(Style.BOLD) or NOTE.match(before.text):
            return False
        if is_cut(one, other):
            return True
        measure = self.measure_of(lines_of(before))
        return measure.room(self.last_line(one, measure), other) < CERTAIN

    def quoted(self, blocks: Sequence[Block]) -> Iterator[Block]:
        """With quotations known by their narrower measure; entries of a list of references are indented, too."""
        before, is_expected, is_listing = "", False, False
        for block in blocks:
            is_listing = is_listing or opens_references(block)
            if is_listing or not isinstance(block, Paragraph) or block.style or NOTE.match(block.prose.text):
                yield block
                continue
            is_quotation = self._is_quotation(block, before, is_expected=is_expected or before.endswith(":"))
            yield Quote((block,)) if is_quotation else block
            before, is_expected = block.prose.text.rstrip(), is_quotation

    def _is_quotation(self, block: Paragraph, before: str, *, is_expected: bool) -> bool:
        """Whether lines leave room though their sentences go on, or none reaches the measure where one is expected."""
        lines = lines_of(block.prose)
        is_text = not block.prose.is_all(Style.BOLD) and not begins_item(before, lines[0])
        if len(lines) < 2 or not is_text or not (is_closed(before) or before.endswith(":")):
            return False
        widths = [width for line in lines if (width := self._width(line)) < SEVERAL * self._measure.width]
        wide = sum(width > NARROW * self._measure.width for width in widths)
        proof = sum(self._left(*pair) for pair in pairwise(lines)) - REFUTED * wide
        has_room = any(self._measure.room(*pair) > CERTAIN for pair in pairwise(lines))
        return proof > PROOF or (is_expected and has_room and not wide and len(widths) == len(lines))

    def _left(self, before: str, after: str) -> float:
        if not is_cut(before, after) or self._width(before) > self._measure.width:
            return 0.0
        left = self._measure.room(before, HYPHEN.sub("", after))
        return left if 0 < left < UNCLOSED else 0.0


def _may_end(text: str) -> bool:
    """Whether a paragraph may end here: at the end of a sentence, no quotation open."""
    return is_closed(text) and text.count("«") <= text.count("»") and text.count("“") <= text.count("”")


def opens_references(block: Block) -> bool:
    """Whether a block is the heading of the references."""
    label = label_of(block.prose.text) if isinstance(block, Paragraph | Heading) else None
    return label is not None and label.kind == "references"


def _ends_dressed(prose: Prose, end: int) -> bool:
    """Whether a line in bold ends above one that is not, or a first line in italics: a heading above its text."""
    start = prose.text.rfind("\n", 0, end) + 1
    following = (prose.text + "\n").find("\n", end + 1)
    line, below = prose.cut(start, end), prose.cut(end + 1, following)
    styles = (Style.BOLD,) if prose.text[:start].strip() else (Style.BOLD, Style.ITALIC)
    return any(line.is_all(style) and not below.is_all(style) for style in styles)


def _joined(document: Document, splitter: Splitter) -> list[Block]:
    """The blocks, those put together that one blank line parts where others have two: the extraction writes one where
    a raised number makes a line higher.
    """
    gaps = [_gap(document, one, other) for one, other in pairwise(document.blocks)]
    parts_blocks = sum(gap > 2 for gap in gaps) > APART * len(gaps)
    blocks: list[Block] = []
    for gap, block in zip((0, *gaps), document.blocks, strict=False):
        whole = _whole(blocks[-1], block, splitter) if parts_blocks and gap == 2 else None
        if whole:
            blocks[-1] = whole
        else:
            blocks.append(block)
    return blocks


def _whole(one: Block, other: Block, splitter: Splitter) -> Paragraph | None:
    """Both as one paragraph, if they are."""
    if not (isinstance(one, Paragraph) and isinstance(other, Paragraph)) or one.style or other.style:
        return None
    if not splitter.goes_on(one.prose, other.prose):
        return None
    return Paragraph(Prose((*one.prose.runs, Run("\n", (), one.prose.runs[-1].end), *other.prose.runs)))


def _gap(document: Document, one: Block, other: Block) -> int:
    """The line ends of the file between two blocks."""
    if not (isinstance(one, Paragraph) and isinstance(other, Paragraph)):
        return 0
    end, start = one.prose.runs[-1].end, other.prose.at
    if end is None or start is None or not 0 < start - end < 40:
        return 0
    return document.source.visible.count("\n", end, start)
