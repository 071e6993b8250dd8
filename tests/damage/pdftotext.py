"""Plain text as pdftotext gives it: lines as printed, hyphens at their ends, form feeds between pages."""

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from tests.invention.article import Article

from .breaking import Cut, Format, Line
from .extraction import Extraction, Hand
from .layout import Kind, Page, Piece, lay_out
from .letters import with_ligatures

GLUED = re.compile(r"⟦(\d+)⟧( ?)")
BULLETS = ("•", "–", "\uf0b7", "-")
HYPHENS = ("-", "-", "-", "\u00ad", "\u2010")
HEADS = ("{head}", "{head}", "{number} {head}", "{head} {number}")
ORDERED = ("{}.", "{})")
SMALL_LETTERS = "abcdefgh"


class Pdftotext:
    """Extracts one article."""

    def __init__(self, article: Article, seed: int) -> None:
        random = Random(f"pdftotext {seed}")
        self._hand = Hand(random)
        self._article = article
        self._gaps = random.choice(("blank lines", "indents", "short last lines"))
        self._pages = lay_out(article, replace(Format.of(random), ends_lines_short=True), random)
        self._note_shape = self._hand.one_of("note bodies", ("number and text", "number alone on a line"))
        self._breaks_after_calls = self._hand.does("line ends after call-outs", 0.5)
        self._head_place = self._hand.one_of("running heads", ("at the head", "at the foot"))
        self._head = random.choice(HEADS)
        self._bullet = random.choice(BULLETS)
        self._hyphen = random.choice(HYPHENS)
        self._has_ligatures = random.random() < 0.15
        self._order = random.choice((*ORDERED, "letter"))

    def extracted(self) -> Extraction:
        """The text of all pages."""
        pages = ["\n".join(self._page(page)) for page in self._pages]
        self._hand.tally["form feeds"] += len(pages) - 1
        return Extraction("\n\f".join(pages) + "\n", self._hand.tally)

    def _page(self, page: Page) -> Iterator[str]:
        if page.head and self._head_place == "at the head":
            yield from (self._head.format(head=page.head, number=page.number), "")
        for place, piece in enumerate(page.text):
            yield from self._gap(piece) if place else ()
            yield from self._piece(piece)
        yield from [""] if page.notes and self._gaps != "short last lines" else []
        for note in page.notes:
            yield from self._note(note)
        if page.head and self._head_place == "at the foot":
            yield page.head
        if "{number}" not in self._head or not page.head or self._head_place == "at the foot":
            self._hand.tally["page numbers"] += 1
            yield from ("", str(page.number)) if self._gaps == "blank lines" else (str(page.number),)

    def _gap(self, piece: Piece) -> Iterator[str]:
        """An empty line before a block, or none; the first lines of an article always stand apart."""
        is_front = piece.kind in (Kind.TITLE, Kind.AUTHORS, Kind.AFFILIATION, Kind.LABEL, Kind.ABSTRACT, Kind.KEYWORDS)
        is_heading = piece.kind is Kind.HEADING and self._gaps == "indents"
        if piece.is_start and (self._gaps == "blank lines" or is_front or is_heading):
            yield ""

    def _piece(self, piece: Piece) -> Iterator[str]:
        lines = [self._line(line) for line in piece.lines]
        self._hand.tally["blocks cut by a page end"] += not piece.is_end
        label = self._label(piece) if piece.is_start else ""
        lines[0] = " ".join(part for part in (label, lines[0]) if part)
        if self._gaps == "indents":
            indent = {Kind.PARAGRAPH: "    " if piece.is_start else "", Kind.ITEM: "    "}.get(piece.kind, "")
            lines[0] = indent + lines[0]
            if piece.kind is Kind.QUOTATION:
                lines = [f"        {line}" for line in lines]
        yield from lines

    def _label(self, piece: Piece) -> str:
        if piece.kind is not Kind.ITEM:
            return piece.label
        self._hand.tally["list items as lines"] += 1
        if not piece.label:
            self._hand.tally["private-use bullets"] += self._bullet == "\uf0b7"
            return self._bullet
        return f"{SMALL_LETTERS[int(piece.label) - 1]})" if self._order == "letter" else self._order.format(piece.label)

    def _line(self, line: Line) -> str:
        self._hand.tally["hyphens at line ends"] += line.cut is Cut.SOFT
        self._hand.tally["compounds cut at their hyphen"] += line.cut is Cut.OWN
        self._hand.tally["addresses over two lines"] += line.cut is Cut.ADDRESS
        self._hand.tally["call-outs glued"] += len(line.calls)
        text = line.text.replace("⟪", "").replace("⟫", "")
        if line.cut is Cut.SOFT:
            text = text[:-1] + self._hyphen
        if self._has_ligatures and "http" not in text and re.search("f[fil]", text):
            self._hand.tally["ligatures"] += 1
            text = with_ligatures(text)
        shape = r"\1\n" if self._breaks_after_calls else r"\1\2"
        return GLUED.sub(shape, text).rstrip("\n ")

    def _note(self, note: Piece) -> Iterator[str]:
        lines = [self._line(line) for line in note.lines]
        self._hand.tally["notes at the foot"] += 1
        self._hand.tally["notes continued on the next page"] += not note.is_end
        if note.is_start and self._note_shape == "number and text":
            lines[0] = f"{note.label} {lines[0]}"
        elif note.is_start:
            yield note.label
        yield from lines


def extract(article: Article, seed: int) -> Extraction:
    """The article as pdftotext would give it."""
    return Pdftotext(article, seed).extracted()
