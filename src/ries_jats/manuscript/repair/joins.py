"""Paragraphs, quotations, items and words that a page or line end cut, made whole."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...article.blocks import Block, Figure, Heading, ItemList, ListItem, Note, Paragraph, Quote, Table
from ...article.prose import NoteCall, Prose, Run, Style
from ...article.walk import all_prose, map_prose
from ...findings import Finding, finding
from ...lexicon import fold, label_at_start, label_of, words_of
from ..document import Document
from .interludes import ADDRESS, ITEM
from .note_chain import ENTRY_NUMBER, cites_by_number, head_length
from .words import Words

SMALL_START = re.compile(r"[,;)»%]|[«“\"'‘(]?\s?[a-zà-öø-ÿ]")
SENTENCE_END = re.compile(r"[.!?…][»”\"')\]]*\d{0,3}\s+")
LONGEST_TAIL = 60
"""Characters after the last sentence that may be a title."""
YEAR_START = re.compile(r"(?:1[5-9]|20)\d\d(?:[,;)]| [a-zà-öø-ÿ])")
"""A year with which no paragraph begins: a sign or a small letter follows it."""
DASH_START = re.compile(r"([—–])\s?(?=[a-zà-öø-ÿ])")
FIGURE_START = re.compile(r"\(?\d")
OPEN_BRACKET = re.compile(r"[(\[][^()\[\]]*\Z")
CAPITAL_START = re.compile(r"\(?[^\W\d_a-zà-öø-ÿ]|\(\d(?!\d?\))")
SURELY_LONG = 200
"""Characters from which what ends with a parenthesis may be a cut paragraph, and not a quotation with its source."""
INITIAL = re.compile(r"(?:[a-zà-öø-ÿ,(]|\s[A-ZÀ-Þ]\.)\s[A-ZÀ-Þ]\.\Z")
INNER_END = re.compile(r"[.!?…][»”\"')\]]*\d{0,3}\s+[^\W\d_a-zà-öø-ÿ][^.!?…]*\Z")
"""The end of a sentence with the open beginning of the next after it."""
SHORTEST_CUT = 60
"""Characters of a paragraph that a page end may have cut; shorter ones are lines of their own: names, labels,
headings.
"""
SHORTEST_CUT_APART = 40
"""The same where notes or furniture stood between the halves."""
LONGEST_REST, YEAR = 80, re.compile(r"\d{4}")
"""Of a reference: characters of a last line by itself, and what no such line may have."""
SURELY_CUT = 100
"""Characters from which a paragraph without a mark at its end goes on even with a capital letter."""


def join_paragraphs(document: Document) -> Document:
    """With cut paragraphs, list items, quotations, notes and words made whole."""
    notes = [prose for note in document.notes for prose in all_prose(note.blocks)]
    joiner = Joiner(document, Words(prose.text for prose in (*all_prose(document.blocks), *notes)))
    blocks: list[Block] = []
    head = head_length(document.blocks)
    last_entry = _last_numbered_entry(document.blocks)
    for place, block in enumerate(document.blocks):
        joiner.has_entry_below = place < last_entry
        joiner.is_in_references = joiner.is_in_references or _opens_references(block)
        if place > head and joiner.take_into(blocks, block):
            document = document.noting(*joiner.uncertain(block))
        else:
            blocks.append(block)
    mended = tuple(map_prose(block, joiner.whole_words) for block in blocks)
    return replace(document, blocks=mended, notes=tuple(map(joiner.whole_note, document.notes)))


def _last_numbered_entry(blocks: Sequence[Block]) -> int:
    """Where the last reference with a number in brackets stands, -1 where they have none."""
    numbered = (place for place in reversed(range(len(blocks))) if _entry_number(blocks[place]))
    return next(numbered, -1) if cites_by_number(blocks) else -1


def _entry_number(block: Block) -> re.Match[str] | None:
    return ENTRY_NUMBER.match(block.prose.text) if isinstance(block, Paragraph) else None


def _opens_references(block: Block) -> bool:
    label = label_of(block.prose.text) if isinstance(block, Paragraph | Heading) else None
    return label is not None and label.kind == "references"


@dataclass
class Joiner:
    """Joins with the words of the document in mind: they tell whether a hyphen belongs to a word."""

    document: Document
    words: Words
    is_in_references: bool = False
    """Whether the list of references has begun, where every entry begins with a capital and few end with a full
    stop.
    """
    has_entry_below: bool = False
    """Whether a reference with a number in brackets follows, as every one of the list has."""

    def take_into(self, blocks: list[Block], block: Block) -> bool:
        """Joins `block` to the last of `blocks` that it goes on with; a table or figure may float between them."""
        back = next((back for back in (1, 2, 3) if back <= len(blocks) and not _floats(blocks[-back])), 0)
        joined = self.join(blocks[-back], block) if back else None
        if joined is None or (back > 1 and not _begins_small(block)):
            return False
        blocks[-back] = joined
        return True

    def uncertain(self, block: Block) -> Sequence[Finding]:
        """What is to be said of a join at a capital letter."""
        text = _prose_of(block).text.lstrip()
        if not text[:1].isupper():
            return ()
        return (finding("join-uncertain", self.document.source.place(_prose_of(block).at), quote=text[:60].strip()),)

    def join(self, one: Block, other: Block) -> Block | None:
        """Both as one block, or None when they are two."""
        match one, other:
            case Paragraph(), Paragraph() if self._is_rest_of_entry(one, other):
                return Paragraph(self.words.joined(one.prose, other.prose))
            case Paragraph(style=""), Paragraph(style="") if self._goes_on(one.prose, other.prose):
                return Paragraph(self.words.joined(one.prose, other.prose))
            case Paragraph(prose, style=""), Heading(title) if self._goes_on_small(prose, title):
                return Paragraph(self.words.joined(prose, title))
            case ItemList(items=(*_, ListItem(blocks=(*_, Paragraph(prose))))), Paragraph(more, style=""):
                is_rest = self._goes_on_small(prose, more) or self._is_cut_inside(prose, more)
                return self._into_last_item(one, more) if is_rest else None
            case ItemList(items=(*_, ListItem(blocks=(*_, Paragraph(prose))))), Quote(blocks=(Paragraph(more),)):
                return self._into_last_item(one, more) if self._goes_on_small(prose, more) else None
            case Quote(blocks=(*_, Paragraph(prose))), Paragraph(more, style="") | Quote(blocks=(Paragraph(more), *_)):
                return self._into_quote(one, other) if self._goes_on_small(prose, more) else None
        return None

    def _is_rest_of_entry(self, one: Paragraph, other: Paragraph) -> bool:
        """Whether a reference goes on: it has a number, as the next one has again, or its last word is no end."""
        if not self.is_in_references or _entry_number(other) or label_of(other.prose.text):
            return False
        if _entry_number(one):
            return self.has_entry_below
        before, rest = one.prose.text.rstrip(), other.prose.text.strip()
        is_open = before[-1:].isalpha() and YEAR.search(before) is not None
        return is_open and rest.endswith(".") and len(rest) < LONGEST_REST and not YEAR.search(rest)

    def _goes_on(self, one: Prose, other: Prose) -> bool:
        """Whether the sentence at the end of `one` goes on in `other`; a raised marker begins something new."""
        if Style.SUP in other.strip().runs[0].marks:
            return False
        title = _title_at_end(one)
        is_rest = other.text.lstrip().startswith("(") or not title
        is_free = not self.is_in_references and (
            is_rest or (self.is_apart(one, other) and not title.is_all(Style.BOLD))
        )
        is_capital = is_free and _goes_on_capital(one, other)
        return self._goes_on_small(one, other) or is_capital

    def _goes_on_small(self, one: Prose, other: Prose) -> bool:
        before, after = _without_calls(one).text.rstrip(), _without_leading_calls(other).text.lstrip()
        is_apart = self.is_apart(one, other)
        shortest = SHORTEST_CUT_APART if is_apart or OPEN_BRACKET.search(before) else SHORTEST_CUT
        signs = " \u00a0\u202f;:)]" if len(before) > SURELY_LONG else " \u00a0\u202f;:"
        before = before.rstrip(signs) if is_apart else before
        goes_on = (
            SMALL_START.match(after)
            or (FIGURE_START.match(after) and _asks_figure(before))
            or (YEAR_START.match(after) and len(before) > SURELY_CUT)
            or _closes_dash(before, after)
        )
        is_other = ADDRESS.match(after) or (ITEM.match(after) and not _closes_dash(before, after))
        return bool(goes_on) and not is_other and _is_open(before, shortest) and _is_running_text(one, other)

    def _is_cut_inside(self, one: Prose, other: Prose) -> bool:
        """Whether a page end cut the second or a later sentence of an item, which then goes on with a name."""
        before = _without_calls(one).text
        return bool(INNER_END.search(before)) and self.is_apart(one, other) and _goes_on_capital(one, other)

    def is_apart(self, one: Prose, other: Prose) -> bool:
        """Whether something stood between two pieces of text that repair has taken out, or a page end."""
        ends = [run.end for run in one.runs if run.end is not None]
        if not ends or other.at is None:
            return False
        return any(
            character.isalnum() or character == "\f" for character in self.document.source.read(ends[-1], other.at)
        )

    def _into_last_item(self, one: ItemList, more: Prose) -> ItemList:
        last = one.items[-1]
        blocks = (*last.blocks[:-1], Paragraph(self.words.joined(_prose_of(last.blocks[-1]), more)))
        return replace(one, items=(*one.items[:-1], replace(last, blocks=blocks)))

    def _into_quote(self, one: Quote, other: Block) -> Quote:
        first, *rest = other.blocks if isinstance(other, Quote) else (other,)
        joined = Paragraph(self.words.joined(_prose_of(one.blocks[-1]), _prose_of(first)))
        attribution = other.attribution if isinstance(other, Quote) else one.attribution
        return replace(one, blocks=(*one.blocks[:-1], joined, *rest), attribution=attribution)

    def whole_words(self, prose: Prose) -> Prose:
        """Prose with the words whole that line ends cut."""
        return self.words.close_hyphens(self.words.mend_lines(prose))

    def whole_note(self, note: Note) -> Note:
        """A note whose words are whole."""
        return replace(note, blocks=tuple(map_prose(block, self.whole_words) for block in note.blocks))


def _prose_of(block: Block) -> Prose:
    match block:
        case Paragraph(prose) | Heading(prose):
            return prose
        case Quote(blocks=(Paragraph(prose), *_)):
            return prose
    return Prose()


def _floats(block: Block) -> bool:
    """A table or figure stands where the page has room, inside a sentence too."""
    return isinstance(block, Table | Figure)


def _begins_small(block: Block) -> bool:
    return bool(SMALL_START.match(_prose_of(block).text.lstrip()))


def _goes_on_capital(one: Prose, other: Prose) -> bool:
    before, after = _without_calls(one).text.rstrip(), other.text.lstrip()
    is_open = (_is_open(before, SURELY_CUT) and before[-1] not in '"”»') or _ends_in_name(before)
    return (
        is_open
        and CAPITAL_START.match(after) is not None
        and len(after) > SHORTEST_CUT
        and _is_running_text(one, other)
    )


def _ends_in_name(text: str) -> bool:
    """Whether a text ends with the initial of a name that must follow."""
    return len(text) > SURELY_CUT and INITIAL.search(text) is not None


def _title_at_end(prose: Prose) -> Prose:
    """A few words, or words in bold, that follow the end of the last sentence: a heading that ran into the text."""
    end = next(reversed(list(SENTENCE_END.finditer(prose.text))), None)
    tail = prose.cut(end.end()).strip() if end else Prose()
    last = fold(tail.text).rsplit(" ", 1)[-1]
    is_open = last in words_of("function-words", "words") | words_of("names", "particles") or tail.text[-1:] in ",-"
    is_title = not is_open and (len(tail.text) < LONGEST_TAIL or tail.is_all(Style.BOLD))
    return tail if is_title else Prose()


def _is_small(prose: Prose) -> bool:
    return prose.text.lstrip()[:1].islower()


def _asks_figure(text: str) -> bool:
    """Whether figures go on with a text: it ends with a comma or a word that no sentence ends with, or a bracket is
    open.
    """
    last = fold(text).rsplit(" ", 1)[-1]
    return text.endswith(",") or OPEN_BRACKET.search(text) is not None or last in words_of("function-words", "words")


def _closes_dash(before: str, after: str) -> bool:
    """Whether a dash with which a text begins is the second of two, so that no item begins there."""
    dash = DASH_START.match(after)
    sentence = SENTENCE_END.split(before)[-1]
    return dash is not None and sentence.count(dash[1]) % 2 == 1


def _is_open(text: str, shortest: int) -> bool:
    return len(text) >= shortest and (text[-1].isalnum() or text[-1] in ",-\u2010\u00ad–—'’(«“\"»")


def _is_running_text(one: Prose, other: Prose) -> bool:
    last_line = one.text.rstrip().rsplit("\n", 1)
    is_short = len(last_line) > 1 and len(last_line[1]) < SHORTEST_CUT // 2
    if is_short and not OPEN_BRACKET.search(one.text.rstrip()) and not one.text.rstrip().endswith(("-", "\u2010")):
        return False
    opens_part = not _is_small(other) and (label_at_start(other.text) or label_of(other.text))
    is_label = label_of(one.text) or opens_part
    return not is_label and not one.is_all(Style.BOLD) and not other.is_all(Style.BOLD) and bool(fold(other.text))


def _without_calls(prose: Prose) -> Prose:
    runs = prose.runs
    while runs and (_is_call(runs[-1]) or not runs[-1].text.strip()):
        runs = runs[:-1]
    return Prose(runs)


def _without_leading_calls(prose: Prose) -> Prose:
    runs = prose.runs
    while runs and (_is_call(runs[0]) or not runs[0].text.strip()):
        runs = runs[1:]
    return Prose(runs)


def _is_call(run: Run) -> bool:
    return any(isinstance(mark, NoteCall) for mark in run.marks)
