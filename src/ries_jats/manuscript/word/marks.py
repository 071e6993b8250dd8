"""The marks of notes, as Word prints them, on the notes and their calls that pandoc gives without."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ...article.blocks import Note
from ...article.ledger import Departure, Entry
from ...article.prose import NoteCall, Origin, Prose, Run
from ...article.source import Source
from ...article.walk import all_prose, map_prose
from ..document import Document
from .names import Element
from .notes import WordNote

Spans = Mapping[Element, tuple[int, int]]


@dataclass(frozen=True)
class Mark:
    """The mark of a note: where the note's words begin and end, what the mark is, and what need not be said twice."""

    start: int
    stop: int
    label: Prose
    ledger: tuple[Entry, ...] = ()


def iter_marks(note: WordNote, source: Source, spans: Spans) -> Iterator[Mark]:
    """The mark of a note that the text calls; one that its author typed stands in the text and often in the note."""
    if note.call is None or note.element not in spans:
        return
    start, stop = spans[note.element]
    if note.mark:
        yield Mark(start, stop, Prose.of(note.mark, Origin.GENERATED))
        return
    typed, repeated = (_prose(elements, source, spans) for elements in (note.typed, note.repeated))
    if typed and repeated:
        yield Mark(start, stop, repeated, (Entry(Departure.FIELD_LABEL, typed, "the call of a note"),))
    elif typed:
        yield Mark(start, stop, typed)


def _prose(elements: Sequence[Element], source: Source, spans: Spans) -> Prose:
    held = [spans[each] for each in elements if each in spans]
    return Prose(tuple(Run(source.read(start, stop), at=start) for start, stop in held)).strip()


def with_marks(document: Document, marks: Sequence[Mark]) -> Document:
    """The document whose notes and calls say what is printed; a note is known by where its words stand."""
    labels = {note.key: mark.label for note in document.notes if (mark := _mark_of(note, marks))}

    def change(prose: Prose) -> Prose:
        return Prose(tuple(_called(run, labels) for run in prose.runs)) if prose.has(NoteCall) else prose

    blocks = tuple(map_prose(block, change) for block in document.blocks)
    notes = tuple(
        replace(
            note,
            label=labels.get(note.key, note.label),
            blocks=tuple(map_prose(block, change) for block in note.blocks),
        )
        for note in document.notes
    )
    return replace(document, blocks=blocks, notes=notes)


def _mark_of(note: Note, marks: Sequence[Mark]) -> Mark | None:
    at = next((prose.at for prose in all_prose(note.blocks) if prose.at is not None), None)
    return next((mark for mark in marks if at is not None and mark.start <= at < mark.stop), None)


def _called(run: Run, labels: Mapping[str, Prose]) -> Run:
    call = next((mark for mark in run.marks if isinstance(mark, NoteCall)), None)
    label = labels.get(call.key) if call else None
    return run if label is None else replace(run, text=label.text, at=None, width=None)
