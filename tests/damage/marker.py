"""Markdown as marker gives it: a line a paragraph, cut by page ends, with notes and furniture in between."""

from collections.abc import Iterator
from random import Random

from tests.invention.article import Article, plain

from .breaking import Cut, Format
from .extraction import Extraction, Hand, complete_notes, healed, introduced_quotations, known_words, replace_calls
from .layout import Kind, Page, Piece, lay_out
from .letters import Letters

CALLS = ("<sup>{}</sup>", "$^{{{}}}$", "{}", " {}", "[{}]")
RAISED_BODIES = (
    "<sup>{}</sup>- ",
    "<sup>{}</sup> - ",
    "<sup>{}</sup>",
    "<sup>{}</sup> ",
    " $^{{{}}}$ - ",
    " $^{{{}}}$ ",
    "<sup>&lt;sup>{}</sup> - ",
    " $<sup>^{{{}}}</sup>$ ",
)
PLAIN_BODIES = ("{} - ", "[{}] ")
HEADINGS = ("# {}", "## {}", "### {}", "#### {}", "# **{}**", "## **{}**", "#### **{}**", "**{}**", "{}")
BULLETS = ("•", "–", "\uf0b7", "▪")
STRAY = ("-", ".", "•")
QUOTED = ("> {}", "{}")
SMALL_LETTERS = "abcdefgh"
LISTS = ("Markdown", "paragraphs", "one paragraph")


class Marker:
    """Extracts one article."""

    def __init__(self, article: Article, seed: int) -> None:
        random = Random(f"marker {seed}")
        self._hand = Hand(random)
        self._article = article
        pages = lay_out(article, Format.of(random), random)
        self._known = known_words(pages)
        self._pages = healed(pages, self._keeps)
        self._letters = Letters(self._hand, self._known)
        self._call = random.choice(CALLS)
        self._body = random.choice(random.choice((RAISED_BODIES, RAISED_BODIES, PLAIN_BODIES)))
        self._mixes = random.random() < 0.5
        self._has_heads = random.random() < 0.4
        self._has_numbers = random.random() < 0.4
        self._list = random.choice(LISTS)
        self._bullet = random.choice(BULLETS)
        self._chosen: dict[int, str] = {}
        self._level_shapes = sorted(random.sample(HEADINGS[1:-1], 3), key=_rank)
        self._introduced = introduced_quotations(pages)
        self._lost: set[int] = set()

    def _keeps(self, before: str, _after: str) -> bool:
        name = "compounds cut by a page end" if before.endswith("-") else "hyphens kept at a page end"
        return self._hand.does(name, 0.7)

    def extracted(self) -> Extraction:
        """The text of all pages."""
        blocks: list[str] = []
        for place, page in enumerate(self._pages):
            blocks.extend(self._page(place, page))
        return Extraction("\n\n".join(blocks) + "\n", self._hand.tally, frozenset(self._lost))

    # Pages

    def _page(self, place: int, page: Page) -> Iterator[str]:
        yield from self._top(place, page)
        pieces = page.text
        late = 1 if len(pieces) > 1 and self._brings_forward(page) else 0
        yield from self._anchored(place, list(self._text(pieces[: len(pieces) - late])))
        if page.notes and (not page.notes[0].is_start or self._hand.does("stray marks", 0.4)):
            yield self._hand.random.choice(STRAY)
        yield from self._notes(page)
        yield from self._text(pieces[len(pieces) - late :])
        if self._has_numbers and self._hand.does("page numbers", 0.9):
            yield str(page.number)

    def _brings_forward(self, page: Page) -> bool:
        """Whether the notes stand before the last block of their page."""
        last = page.text[-1]
        is_fair = bool(page.notes) and all(note.is_start and note.is_end for note in page.notes)
        is_own = last.is_start and last.kind is Kind.PARAGRAPH and page.text[-2].kind is Kind.PARAGRAPH
        return is_fair and is_own and self._hand.does("notes before the last block of the page", 0.1)

    def _top(self, place: int, page: Page) -> Iterator[str]:
        if self._has_heads and page.head and self._hand.does("running heads", 0.95):
            is_heading = self._hand.does("running heads as headings", 0.15)
            head = f"{page.number} {page.head}" if self._hand.does("running heads with numbers", 0.2) else page.head
            yield f"#### {head}" if is_heading else head
        if self._hand.does("image remains", 0.06):
            yield f"![](_page_{place}_Picture_1.jpeg)"

    def _anchored(self, place: int, blocks: list[str]) -> list[str]:
        """With the anchor of the page before its first block, where that is a paragraph."""
        if blocks and blocks[0][:1].isalpha() and self._hand.does("page anchors", 0.15):
            blocks[0] = f'<span id="page-{place}-0"></span>{blocks[0]}'
        return blocks

    def _text(self, pieces: tuple[Piece, ...]) -> Iterator[str]:
        """The blocks of these pieces, headings sometimes at the end of the paragraph before."""
        before, was_heading = "", False
        for block, is_heading in self._blocks(pieces):
            if (
                is_heading
                and self._ends_sentence(before)
                and self._hand.does("headings at the end of a paragraph", 0.1)
            ):
                before += f" {_bold(block)}"
                continue
            is_text = not is_heading and block[:1].isupper() and len(block) > 200
            if was_heading and is_text and self._hand.does("headings at the start of a paragraph", 0.05):
                before, was_heading = f"{_bold(before)} {block}", False
                continue
            yield from [before] if before else []
            before, was_heading = block, is_heading
        yield from [before] if before else []

    def _ends_sentence(self, block: str) -> bool:
        return block[-1:] in ".?!" and block[:1].isalpha() and len(block) > 200

    def _blocks(self, pieces: tuple[Piece, ...]) -> Iterator[tuple[str, bool]]:
        """Each block, and whether it is a heading on one line."""
        for piece, blocks in self._made(pieces):
            is_heading = piece.kind is Kind.HEADING and len(blocks) == 1 and not piece.label
            yield from ((block, is_heading) for block in blocks)

    def _made(self, pieces: tuple[Piece, ...]) -> Iterator[tuple[Piece, list[str]]]:
        waiting: list[Piece] = []
        for piece in pieces:
            if piece.kind is Kind.ITEM and piece.is_start:
                waiting.append(piece)
                continue
            if waiting:
                yield waiting[0], list(self._items(waiting))
            waiting = []
            yield piece, list(self._piece(piece))
        if waiting:
            yield waiting[0], list(self._items(waiting))

    def _piece(self, piece: Piece) -> Iterator[str]:
        match piece.kind:
            case Kind.TITLE:
                yield self._hand.random.choice(HEADINGS[:7]).format(self._inline(piece))
            case Kind.LABEL:
                yield self._hand.random.choice(HEADINGS[:8]).format(self._inline(piece))
            case Kind.AUTHORS:
                yield self._hand.random.choice(("{}", "**{}**")).format(self._inline(piece))
            case Kind.KEYWORDS:
                yield f"**{piece.label}** {self._inline(piece)}"
            case Kind.HEADING:
                yield from self._heading(piece)
            case Kind.QUOTATION:
                yield self._quotation(piece)
            case Kind.REFERENCE if piece.is_start:
                yield f"- {self._inline(piece)}"
            case _:
                yield from self._paragraph(piece)

    def _paragraph(self, piece: Piece) -> Iterator[str]:
        text = self._inline(piece)
        is_whole = piece.kind is Kind.PARAGRAPH and piece.is_start and piece.is_end and len(piece.lines) > 3
        if (
            is_whole
            and not any(line.calls for line in piece.lines)
            and self._hand.does("paragraphs printed twice", 0.1)
        ):
            yield text
        yield text

    def _quotation(self, piece: Piece) -> str:
        """A quotation loses its mark only after a colon, which tells it still."""
        choices = QUOTED if piece.block in self._introduced else QUOTED[:1]
        shape = self._chosen.setdefault(piece.block, self._hand.random.choice(choices))
        self._hand.tally["quotations without a mark"] += shape == "{}" and piece.is_start
        return shape.format(self._inline(piece))

    # Headings

    def _heading(self, piece: Piece) -> Iterator[str]:
        shape = self._heading_shape(piece)
        lines = [" ".join(line.words) for line in piece.lines]
        lines[0] = " ".join(part for part in (piece.label, lines[0]) if part)
        if len(lines) > 1 and "#" in shape and self._hand.does("headings broken over two blocks", 0.5):
            yield from (shape.format(line) for line in lines)
        else:
            yield shape.format(" ".join(lines))

    def _heading_shape(self, piece: Piece) -> str:
        """Any shape where numbers or the flatness of all tell the level, else one a level."""
        if self._article.is_numbered or self._article.is_flat:
            return self._hand.one_of("headings", HEADINGS)
        return self._level_shapes[piece.level - 1]

    # Lists

    def _items(self, items: list[Piece]) -> Iterator[str]:
        ordered = bool(items[0].label)
        texts = [self._inline(item) for item in items]
        if self._list == "Markdown":
            yield "\n".join(f"{self._mark(item, '{}.', '-')} {text}" for item, text in zip(items, texts, strict=True))
            return
        self._hand.tally[f"lists as {self._list}"] += 1
        self._hand.tally["private-use bullets"] += not ordered and self._bullet == "\uf0b7"
        shape = "{})" if (items[0].block - int(items[0].label or 0)) % 2 else "letter"
        flat = [f"{self._mark(item, shape, self._bullet)} {text}" for item, text in zip(items, texts, strict=True)]
        if self._list == "one paragraph" and not ordered and all(item.is_end for item in items):
            yield " ".join(flat)
        else:
            yield from flat

    def _mark(self, item: Piece, shape: str, bullet: str) -> str:
        if not item.label:
            return bullet
        return f"{SMALL_LETTERS[int(item.label) - 1]})" if shape == "letter" else shape.format(item.label)

    # Notes

    def _notes(self, page: Page) -> Iterator[str]:
        whole = complete_notes(page)
        lost = self._losing(page, whole)
        block = ""
        for place, note in enumerate(page.notes):
            text = self._note(note, is_lost=place == lost)
            joins = bool(block) and place in whole and place != lost and self._may_join(text)
            if joins and self._hand.does("notes run together", 0.15):
                block += f" {text.lstrip()}"
                continue
            if block:
                yield block
            block = text if place in whole and place != lost else ""
            if not block:
                yield text
        if block:
            yield block

    def _may_join(self, text: str) -> bool:
        return text.lstrip().startswith("<sup>")

    def _losing(self, page: Page, whole: list[int]) -> int:
        """The place of a note whose number is lost: its neighbours have theirs, and tell it."""
        for place in whole:
            is_between = place - 1 in whole and place + 1 in whole
            text = plain(page.notes[place].lines[0].text)
            if is_between and text[:1].isupper() and not self._lost and self._hand.does("notes without number", 0.1):
                self._lost.add(page.notes[place].block)
                return place
        return -1

    def _note(self, note: Piece, *, is_lost: bool) -> str:
        self._hand.tally["notes at the foot"] += 1
        self._hand.tally["notes continued on the next page"] += not note.is_end
        text = self._inline(note)
        if "http" in text and note.is_end and self._hand.does("address on a line of its own", 0.3):
            text = text.replace(" http", "\n\nhttp", 1)
        if is_lost or not note.is_start:
            return text
        return self._note_shape().format(note.label) + text

    def _note_shape(self) -> str:
        """The shape of most bodies, sometimes another one of its family."""
        is_raised = self._body in RAISED_BODIES
        if self._mixes and is_raised and self._hand.random.random() < 0.2:
            return self._hand.one_of("note bodies", RAISED_BODIES)
        self._hand.tally[f"note bodies: {self._body}"] += 1
        return self._body

    # Running text

    def _inline(self, piece: Piece) -> str:
        self._hand.tally["blocks cut by a page end"] += not piece.is_end
        text = self._joined(piece)
        if piece.kind in (Kind.PARAGRAPH, Kind.NOTE, Kind.ITEM, Kind.QUOTATION):
            text = self._letters.damaged(text)
        text = replace_calls(self._letters.marked_up(text), self._called)
        return (
            text
            if not text[:1].isdigit()
            else text.replace(". ", "\\. ", 1)
            if text.split()[0][:-1].isdigit()
            else text
        )

    def _joined(self, piece: Piece) -> str:
        """The lines as one; a hyphen at the end of the last stays, one inside rarely does."""
        text = ""
        for line in piece.lines:
            text += " ".join(line.words)
            if line.cut is Cut.SPACE:
                text += " "
            elif line.cut is Cut.SOFT and (
                line is piece.lines[-1]
                or (piece.kind is Kind.PARAGRAPH and self._hand.does("hyphens left inside", 0.04))
            ):
                text += "-" if line is piece.lines[-1] else "- "
            elif line.cut is Cut.ADDRESS and self._hand.does("addresses broken by a space", 0.5):
                text += " "
        return text.rstrip(" ")

    def _called(self, number: str) -> str:
        shape = self._call
        if self._mixes and self._hand.random.random() < 0.15:
            shape = self._hand.random.choice(CALLS)
        self._hand.tally[f"call-outs: {shape}"] += 1
        return shape.format(number)


def _rank(shape: str) -> tuple[int, bool]:
    """How high a heading of this shape looks; bold alone is the lowest."""
    return shape.count("#") or 9, "**" not in shape


def _bold(heading: str) -> str:
    return f"**{heading.lstrip('# ').strip('*')}**"


def extract(article: Article, seed: int) -> Extraction:
    """The article as marker would give it."""
    return Marker(article, seed).extracted()
