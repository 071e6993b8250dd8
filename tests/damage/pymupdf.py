"""Markdown as pymupdf4llm gives it: lines kept, words at their ends joined, italics and bold by the line."""

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from tests.invention.article import Article, plain

from .breaking import SHORT, Cut, Format, Line
from .extraction import Extraction, Hand, first_word, healed, known_words, last_word, replace_calls
from .layout import Kind, Page, Piece, lay_out

HEADINGS = ("{level} **{text}**", "**{text}**", "{level} {text}")
BULLETS = ("- ", "• ", "– ", "\uf0b7 ")
SMALL = re.compile(r"[^\W\d_A-Z]")
AFTER_SENTENCE = ".?!:;»”"
GAP = "\n\n\n"


class Pymupdf:
    """Extracts one article."""

    def __init__(self, article: Article, seed: int) -> None:
        random = Random(f"pymupdf {seed}")
        self._hand = Hand(random)
        self._article = article
        measures = replace(Format.of(random), splits_compounds=False, splits_addresses=False)
        self._short = SHORT * measures.width
        pages = lay_out(article, measures, random)
        self._known = known_words(pages)
        self._pages = healed(pages, self._keeps)
        self._heading = self._hand.one_of("headings", HEADINGS)
        self._bullet = random.choice(BULLETS)
        self._runs_together = random.random() < 0.5

    def _keeps(self, before: str, after: str) -> bool:
        """Only a word that stands elsewhere can be told from its halves, for no hyphen marks the cut."""
        is_known = self._known[last_word(before) + first_word(after)] > 0
        return is_known and self._hand.does("words cut by a page end without hyphen", 0.8)

    def extracted(self) -> Extraction:
        """The text of all pages."""
        blocks = [block for page in self._pages for block in self._page(page)]
        return Extraction(GAP.join(blocks).replace(f"{GAP}\x00", "\n") + "\n", self._hand.tally)

    def _page(self, page: Page) -> Iterator[str]:
        if page.head:
            yield f"_{self._hand_counts('running heads', page.head)}_"
        before: Piece | None = None
        for piece in page.text:
            yield self._follower(before, piece) + self._piece(piece)
            before = piece
        if page.notes:
            yield "\n\n".join(self._note(note) for note in page.notes)
        yield self._hand_counts("page numbers", str(page.number))

    def _hand_counts(self, damage: str, text: str) -> str:
        self._hand.tally[damage] += 1
        return text

    def _follower(self, before: Piece | None, piece: Piece) -> str:
        """The sign that a paragraph begins on the next line of the block of the one before."""
        is_run_on = (
            self._runs_together
            and before is not None
            and before.kind is piece.kind is Kind.PARAGRAPH
            and len(before.lines) > 1
            and before.lines[-1].text.endswith((".", "⟧"))
            and len(plain(before.lines[-1].text)) <= self._short
            and self._hand.does("paragraphs run together", 0.5)
        )
        return "\x00" if is_run_on else ""

    def _piece(self, piece: Piece) -> str:
        match piece.kind:
            case Kind.TITLE | Kind.HEADING | Kind.LABEL:
                return self._heading_block(piece)
            case Kind.AUTHORS:
                return f"**{piece.lines[0].text}**"
            case Kind.KEYWORDS:
                return f"**{piece.label}** {self._text(piece)}"
            case Kind.ITEM:
                return self._item(piece)
        return self._text(piece)

    def _heading_block(self, piece: Piece) -> str:
        marks = "#" if piece.kind is Kind.TITLE else "#" * min(piece.level + 1, 6)
        shape = HEADINGS[0] if piece.kind is Kind.TITLE else self._heading
        if len(piece.lines) > 1:
            self._hand.tally["headings over two lines"] += 1
        glue = "** **" if "**" in shape else " "
        lines = [self._line(line) for line in piece.lines]
        text = " ".join(part for part in (piece.label, glue.join(lines)) if part)
        return shape.format(level=marks, text=text)

    def _item(self, piece: Piece) -> str:
        if not piece.is_start:
            return self._text(piece)
        label = f"{piece.label}. " if piece.label else self._bullet
        self._hand.tally["private-use bullets"] += label == BULLETS[-1]
        self._hand.tally["list items as paragraphs"] += label in BULLETS[1:]
        return label + self._text(piece)

    def _text(self, piece: Piece) -> str:
        self._hand.tally["blocks cut by a page end"] += not piece.is_end
        text = ""
        for line, following in zip(piece.lines, (*piece.lines[1:], None), strict=True):
            text += self._line(line)
            if following is None or line.cut is Cut.SOFT:
                self._hand.tally["hyphens removed at line ends"] += line.cut is Cut.SOFT
            else:
                text += self._line_end(line, following)
        return text

    def _line_end(self, line: Line, following: Line) -> str:
        """A line end, sometimes an empty line inside a sentence."""
        is_within = SMALL.match(following.text) and not line.text.endswith((*AFTER_SENTENCE, "⟧"))
        return "\n\n" if is_within and self._hand.does("blocks cut inside a page", 0.02) else "\n"

    def _line(self, line: Line) -> str:
        self._hand.tally["call-outs between spaces, in brackets"] += len(line.calls)
        text = " ".join(line.words).replace("⟫ ⟪", " ").replace("⟪", "_").replace("⟫", "_")
        return re.sub(r"\](?=[^\W_])", "] ", replace_calls(text, lambda number: f" [{number}]"))

    def _note(self, note: Piece) -> str:
        self._hand.tally["notes at the foot"] += 1
        self._hand.tally["notes continued on the next page"] += not note.is_end
        text = "".join(
            self._line(line) + ("" if line.cut is Cut.SOFT or line is note.lines[-1] else "\n") for line in note.lines
        )
        return f"{note.label} {text}" if note.is_start else text


def extract(article: Article, seed: int) -> Extraction:
    """The article as pymupdf4llm would give it."""
    return Pymupdf(article, seed).extracted()
