"""What a manuscript is, in lines."""

from collections import Counter
from collections.abc import Iterator

from .dress import Dress
from .formulas import formula_text
from .lines import Lines, bare, parts_of, spaced, words_of
from .manuscript import (
    Block,
    Cell,
    Columns,
    Epigraph,
    Figure,
    Formula,
    Listing,
    Manuscript,
    Paragraph,
    Quotation,
    Section,
    Table,
    Token,
    Verse,
    iter_blocks,
    tokens,
)
from .reading import UNSEEN, UNSEEN_IF_REJECTED, all_texts, visible


def truth_of(manuscript: Manuscript, dress: Dress, *, accepts: bool = True) -> Lines:
    """The lines of a manuscript; `accepts` says what becomes of tracked changes."""
    return Truth(manuscript, dress, accepts=accepts).lines()


class Truth:
    """Tells one manuscript in lines."""

    def __init__(self, manuscript: Manuscript, dress: Dress, *, accepts: bool) -> None:
        self._manuscript = manuscript
        self._dress = dress
        self._accepts = accepts
        self._places = {str(note.number): place for place, note in enumerate(manuscript.notes, start=1)}

    def lines(self) -> Lines:
        """All areas."""
        areas = {
            "titles": self._titles(),
            "authors": (f"{each.surname} | {each.given}" for each in self._manuscript.authors),
            "affiliations": self._affiliations(),
            "contacts": self._contacts(),
            "dates": (f"{each.kind} {each.iso}" for each in self._manuscript.events),
            "abstracts": self._abstracts(),
            "keywords": (f"{each.language} {term}" for each in self._manuscript.abstracts for term in each.keywords),
            "structure": self._structure(self._manuscript.blocks, 0),
            "notes": self._notes(),
            "note-marks": (note.label for note in self._manuscript.notes),
            "tables": self._tables(),
            "figures": self._figures(),
            "formulas": self._formulas(),
            "pointers": self._pointers(),
            "citations": self._citations(),
            "references": (spaced(visible(each.text)) for each in self._manuscript.references),
            "declarations": (f"{each.kind} {spaced(each.text)}" for each in self._manuscript.declarations),
            "roles": self._roles(),
        }
        made = {name: tuple(lines) for name, lines in areas.items()}
        made = {name: tuple(sorted(lines)) if name == "declarations" else lines for name, lines in made.items()}
        made |= parts_of(made["structure"])
        return Lines(made, Counter(word for text in self._texts() for word in words_of(text)))

    # Front matter

    def _titles(self) -> Iterator[str]:
        own, *others = self._manuscript.titles
        yield f"{own.language} {own.text} | {own.subtitle}"
        for each in sorted(others, key=lambda title: title.language):
            yield f"{each.language} {each.text} | {each.subtitle}"

    def _affiliations(self) -> Iterator[str]:
        for author in self._manuscript.authors:
            for place in author.affiliations:
                yield f"{author.surname}: {self._manuscript.affiliations[place]}"

    def _contacts(self) -> Iterator[str]:
        for author in self._manuscript.authors:
            yield from [f"{author.surname} orcid {author.orcid}"] if author.orcid else []
            yield from [f"{author.surname} email {author.email}"] if author.email else []
            yield from [f"{author.surname} corresponding"] if author.is_corresponding else []

    def _abstracts(self) -> Iterator[str]:
        for each in self._manuscript.abstracts:
            yield from (f"{each.language} {spaced(text)}" for text in each.paragraphs)

    # Body

    def _text(self, text: str) -> str:
        """Running text with the places of the notes it calls."""
        gone = UNSEEN if self._accepts else UNSEEN_IF_REJECTED
        made = ""
        for token in tokens(text):
            if token.kind == "note":
                made += f"⟦{self._places[token.key]}⟧"
            elif token.kind == "math":
                made += f" ⟪{formula_text(token.key)}⟫ "
            elif token.kind not in gone and token.key != "hidden":
                made += " " if token.kind in ("br", "page") else token.text
        return spaced(made)

    def _structure(self, blocks: tuple[Block, ...], depth: int) -> Iterator[str]:
        for block in blocks:
            match block:
                case Section(title, parts, label):
                    yield " ".join(part for part in (f"§{depth + 1}", bare(label), self._text(title)) if part)
                    yield from self._structure(parts, depth + 1)
                case _:
                    yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph(text):
                yield from [f"p {self._text(text)}"] if self._text(text) else []
            case Quotation(texts):
                yield from (f"> {self._text(text)}" for text in texts)
            case Epigraph(text, attribution):
                yield f"epigraph {text} {attribution}"
            case Verse(lines):
                yield f"verse {' / '.join(lines)}"
            case Listing():
                yield from self._list(block, 0)
            case Columns(texts):
                yield from (f"p {self._text(text)}" for text in texts)
            case Table() | Figure() | Formula():
                yield f"[{type(block).__name__.lower()}]"

    def _list(self, listing: Listing, depth: int) -> Iterator[str]:
        yield f"{'  ' * depth}{listing.kind}"
        for item in listing.items:
            yield f"{'  ' * depth}- {self._text(item.text)}"
            yield from self._list(item.inner, depth + 1) if item.inner else ()

    def _notes(self) -> Iterator[str]:
        for place, note in enumerate(self._manuscript.notes, start=1):
            yield f"{place}| {' ¶ '.join(self._text(text) for text in note.paragraphs)}"

    # Floats

    def _of(self, kind: type) -> Iterator[Block]:
        return (block for block in iter_blocks(self._manuscript.blocks) if isinstance(block, kind))

    def _tables(self) -> Iterator[str]:
        for block in self._of(Table):
            assert isinstance(block, Table)
            yield f"{block.label} | {self._text(block.caption)}"
            for place, row in enumerate(block.rows):
                cells = " | ".join(self._cell(cell) for cell in row)
                yield f"{'head' if place < block.head else 'row'}: {cells}"
            yield from (f"foot: {spaced(text)}" for text in (block.source, block.note) if text)

    def _cell(self, cell: Cell) -> str:
        return self._text(cell.text) + spans(cell.colspan, cell.rowspan)

    def _figures(self) -> Iterator[str]:
        for block in self._of(Figure):
            assert isinstance(block, Figure)
            source = spaced(block.source)
            yield f"{block.label} | {block.caption} | source {source} | alt {block.alt} | pictures 1"

    def _formulas(self) -> Iterator[str]:
        for block in self._of(Formula):
            assert isinstance(block, Formula)
            yield f"display {bare(block.label)} {formula_text(block.name)}"
        for token in self._tokens("math"):
            yield f"inline {formula_text(token.key)}"

    def _tokens(self, kind: str) -> Iterator[Token]:
        texts = all_texts(self._manuscript.blocks)
        return (token for text in texts for token in tokens(text) if token.kind == kind)

    def _pointers(self) -> Iterator[str]:
        yield from (f"{token.text} → {token.text}" for token in self._tokens("ref"))

    def _citations(self) -> Iterator[str]:
        for token in self._tokens("cite"):
            yield f"{bare(token.text)} → {spaced(visible(self._manuscript.references[int(token.key)].text))}"

    def _roles(self) -> Iterator[str]:
        """What CRediT calls the contributions, where they are declared."""
        if any(each.kind == "contributions" for each in self._manuscript.declarations):
            for author in self._manuscript.authors:
                yield from (f"{author.surname} {role}" for role in author.roles)

    # Words

    def _texts(self) -> Iterator[str]:
        """All text that must be in the abstracts, the body and the back."""
        manuscript = self._manuscript
        for abstract in manuscript.abstracts:
            yield from abstract.paragraphs
        yield from (visible(text, accepts=self._accepts) for text in all_texts(manuscript.blocks))
        yield from (visible(text) for note in manuscript.notes for text in note.paragraphs)
        yield from (each.text for each in manuscript.declarations)
        yield from (visible(each.text) for each in manuscript.references)
        for block in iter_blocks(manuscript.blocks):
            if isinstance(block, Table | Figure):
                yield block.source
            if isinstance(block, Table):
                yield block.note


def spans(columns: int, rows: int) -> str:
    """What a cell takes beside its own place."""
    return "" if (columns, rows) == (1, 1) else f" [{columns}x{rows}]"
