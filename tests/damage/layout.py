"""Sets an article on pages: lines, notes at the foot, running heads, page numbers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random

from tests.invention.article import (
    Abstract,
    Article,
    Block,
    Listing,
    Note,
    Paragraph,
    Quotation,
    Section,
)

from .breaking import Breaker, Cut, Format, Line, tells_cut

KEPT_WITH_NEXT = 5
"""Lines that must stand below a heading on its page."""


class Kind(StrEnum):
    """What a piece of the page is a piece of."""

    TITLE = "title"
    AUTHORS = "authors"
    AFFILIATION = "affiliation"
    LABEL = "label"
    ABSTRACT = "abstract"
    KEYWORDS = "keywords"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    ITEM = "item"
    REFERENCE = "reference"
    NOTE = "note"


@dataclass(frozen=True)
class Piece:
    """What of a block stands on one page."""

    kind: Kind
    lines: tuple[Line, ...]
    block: int
    """Which block of the article, in the order of reading; a note's number."""
    label: str = ""
    """The number of a heading, a note or an item, empty for a bullet; not in the lines."""
    level: int = 0
    is_start: bool = True
    is_end: bool = True
    is_last_item: bool = False


@dataclass(frozen=True)
class Page:
    """A page with its printed number."""

    number: int
    head: str
    text: tuple[Piece, ...]
    notes: tuple[Piece, ...]


def lay_out(article: Article, measures: Format, random: Random) -> tuple[Page, ...]:
    """The pages of an article."""
    breaker = Breaker.of(article, measures, random)
    boxes = list(iter_boxes(article, breaker))
    notes = {note.number: _note_piece(note, breaker) for note in article.notes}
    return tuple(Setter(article, measures, notes).pages(boxes))


# Blocks


def iter_boxes(article: Article, breaker: Breaker) -> Iterator[Piece]:
    """Every block of the article as one piece."""
    for number, piece in enumerate(_iter_pieces(article, breaker)):
        yield replace(piece, block=number)


def _iter_pieces(article: Article, breaker: Breaker) -> Iterator[Piece]:
    width = breaker.measures.width
    yield Piece(Kind.TITLE, breaker.lines(article.title, width), 0)
    yield Piece(Kind.AUTHORS, breaker.lines(", ".join(article.authors), width), 0)
    yield Piece(Kind.AFFILIATION, breaker.lines(article.affiliation, width), 0)
    for abstract in article.abstracts:
        yield from _abstract_pieces(abstract, breaker)
    yield from _block_pieces(article.sections, breaker)
    if article.references:
        yield Piece(Kind.HEADING, breaker.lines(article.references_heading, width), 0, level=1)
        for reference in article.references:
            yield Piece(Kind.REFERENCE, breaker.lines(reference, width), 0)


def _abstract_pieces(abstract: Abstract, breaker: Breaker) -> Iterator[Piece]:
    width = breaker.measures.width
    yield Piece(Kind.LABEL, breaker.lines(abstract.heading, width), 0)
    yield Piece(Kind.ABSTRACT, breaker.lines(abstract.text, width), 0)
    words = breaker.lines("; ".join(abstract.keywords), width - len(abstract.keywords_label))
    yield Piece(Kind.KEYWORDS, words, 0, abstract.keywords_label)


def _block_pieces(blocks: tuple[Block, ...], breaker: Breaker) -> Iterator[Piece]:
    measures = breaker.measures
    for block in blocks:
        match block:
            case Paragraph(text):
                yield Piece(Kind.PARAGRAPH, breaker.lines(text, measures.width), 0)
            case Quotation(text):
                yield Piece(Kind.QUOTATION, breaker.lines(text, measures.narrow), 0)
            case Listing():
                yield from _item_pieces(block, breaker)
            case Section(title, parts, label, level):
                lines = heading_lines(breaker, title)
                yield Piece(Kind.HEADING, lines, 0, label, level)
                yield from _block_pieces(parts, breaker)


def _note_piece(note: Note, breaker: Breaker) -> Piece:
    lines = breaker.lines(note.text, breaker.measures.note_width)
    return Piece(Kind.NOTE, lines, note.number, str(note.number))


def heading_lines(breaker: Breaker, title: str) -> tuple[Line, ...]:
    """A heading in lines of whole words, the later ones beginning with a small letter."""
    words = title.split(" ")
    width = breaker.measures.width * 2 // 3
    if len(title) <= width:
        return (Line(tuple(words)),)
    place = max(n for n in range(1, len(words)) if len(" ".join(words[:n])) <= width and words[n][:1].islower())
    return Line(tuple(words[:place])), Line(tuple(words[place:]))


def _item_pieces(block: Listing, breaker: Breaker) -> Iterator[Piece]:
    for number, item in enumerate(block.items, start=1):
        lines = breaker.lines(item, breaker.measures.width - 4)
        label = str(number) if block.ordered else ""
        yield Piece(Kind.ITEM, lines, 0, label, is_last_item=number == len(block.items))


# Pages


class Setter:
    """Fills pages from top to bottom, each with the notes that are called on it."""

    def __init__(self, article: Article, measures: Format, notes: dict[int, Piece]) -> None:
        self._article = article
        self._measures = measures
        self._notes = notes
        self._number = measures.first_page
        self._text: list[Piece] = []
        self._foot: list[Piece] = []
        self._carried: Piece | None = None
        self._room = measures.height

    def pages(self, boxes: list[Piece]) -> Iterator[Page]:
        """The pages of these blocks."""
        for box in boxes:
            rest: Piece | None = box
            needed = len(box.lines) + KEPT_WITH_NEXT if box.kind in (Kind.HEADING, Kind.LABEL) else 0
            if self._room < needed and self._text:
                yield self._page()
            while rest is not None:
                taken = self._fitting(rest)
                rest = self._take(rest, taken) if taken else rest
                if rest is not None:
                    yield self._page()
        yield self._page()
        if self._carried or self._foot:
            yield self._page()

    def _fitting(self, box: Piece) -> int:
        """Lines of `box` for which this page has room, with their notes; no line alone on either side."""
        total = len(box.lines)
        if self._is_continued and not box.is_start:
            return total
        room, fitting = self._room - 1, 0
        for line in box.lines:
            needed = 1 + sum(len(self._notes[call].lines) for call in line.calls)
            if needed > room:
                fitting += total - fitting != 2 and self._split_place(line, room - 1) > 0
                break
            room, fitting = room - needed, fitting + 1
        fitting = self._at_word(box, self._ended(box, fitting - (total - fitting == 1)))
        while 0 < fitting < total and not tells_cut(box.lines[fitting - 1], box.lines[fitting]):
            fitting -= 1
        least = 2 if box.is_start and total > 1 else 1
        if fitting < min(least, total) or (box.kind is Kind.HEADING and fitting < total):
            return 0 if any(piece.kind is not Kind.HEADING for piece in self._text) else total
        return fitting

    def _at_word(self, box: Piece, fitting: int) -> int:
        """A place a line or two higher where the cut goes through a word, if the format likes that."""
        if self._measures.cuts_words and 4 < fitting < len(box.lines):
            places = [n for n in range(fitting, fitting - 3, -1) if box.lines[n - 1].cut in (Cut.SOFT, Cut.OWN)]
            return places[0] if places else fitting
        return fitting

    @property
    def _is_continued(self) -> bool:
        """Whether a note of the page before goes on here; then the text ends with a paragraph."""
        return bool(self._foot) and not self._foot[0].is_start

    def _ended(self, box: Piece, fitting: int) -> int:
        """A page with the rest of a note at its foot ends with a whole block."""
        return len(box.lines) if self._is_continued and 0 < fitting < len(box.lines) else fitting

    def _split_place(self, line: Line, room: int) -> int:
        """How many lines of the note of this line stand here when the rest goes on at the next foot; 0 when none may.

        The cut is within a sentence, before a small letter.
        """
        if not self._measures.continues_notes or len(line.calls) != 1 or self._is_continued:
            return 0
        lines = self._notes[line.calls[0]].lines
        places = range(1, min(room, len(lines) - 1) + 1)
        return max((place for place in places if tells_cut(*lines[place - 1 : place + 1], small=True)), default=0)

    def _take(self, box: Piece, count: int) -> Piece | None:
        """Sets `count` lines and their notes; what is left of the block."""
        lines, rest = box.lines[:count], box.lines[count:]
        self._text.append(replace(box, lines=lines, is_end=not rest))
        self._room -= count + (1 if not rest else 0)
        for call in (call for line in lines for call in line.calls):
            self._set_note(self._notes[call], self._split_place(lines[-1], self._room))
        return replace(box, lines=rest, is_start=False) if rest else None

    def _set_note(self, note: Piece, place: int) -> None:
        if place and len(note.lines) > self._room:
            self._carried = replace(note, lines=note.lines[place:], is_start=False)
            note = replace(note, lines=note.lines[:place], is_end=False)
        self._foot.append(note)
        self._room -= len(note.lines)

    def _page(self) -> Page:
        """The page as it is; a heading at its end goes to the next."""
        stays = max((n for n, piece in enumerate(self._text, start=1) if piece.kind is not Kind.HEADING), default=0)
        text, self._text = tuple(self._text[:stays]), self._text[stays:]
        page = Page(self._number, self._head(), text, tuple(self._foot))
        self._number += 1
        self._foot = [self._carried] if self._carried else []
        self._room = self._measures.height - sum(len(each.lines) for each in (*self._text, *self._foot))
        self._carried = None
        return page

    def _head(self) -> str:
        """What stands at the head of this page; the first has none."""
        if self._number == self._measures.first_page:
            return ""
        title = self._article.title
        match self._measures.heads:
            case "journal":
                return self._article.journal
            case "title":
                return title
        return title if self._number % 2 else ", ".join(self._article.authors)
