"""Bodies of notes that the extraction left between the paragraphs, each made whole."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import groupby

from ...article.blocks import Block, ItemList, Note, Paragraph
from ...article.ledger import Departure
from ...article.prose import Origin, Prose, Style
from ...article.walk import all_prose
from ...findings import finding
from ..document import Document
from .callouts import is_counted
from .interludes import ENDED, Reader, Role, asks_address, is_address
from .note_chain import calls_of, choose_starts
from .note_starts import OPENING, Kind, NoteStart, Unit, iter_starts, iter_units
from .words import Words

ADDRESS_INSIDE = re.compile(r"https?://|www\.|file:/")


@dataclass
class Body:
    """A note while its pieces are found."""

    number: int
    label: Prose
    pieces: list[Prose] = field(default_factory=list)
    is_numbered: bool = True

    @property
    def text(self) -> str:
        """The words found so far."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def is_open(self) -> bool:
        """Whether more words must follow: an announced address, the rest of a sentence."""
        is_cut = self.text.rstrip().endswith((",", ":", "-"))
        return asks_address(self.text) or (is_cut and not ENDED.search(self.text))


@dataclass(frozen=True)
class Piece:
    """Words that belong to some note near by."""

    prose: Prose


Part = Body | Piece


def take_out_notes(document: Document) -> Document:
    """With the note bodies in `notes`, each keyed by its number and labelled as printed."""
    units = list(iter_units(document.blocks))
    starts = numbered(choose_starts(document, units))
    if not starts:
        return document
    by_unit = {place: list(group) for place, group in groupby(starts, key=lambda each: each.unit)}
    by_unit = {
        place: with_inner_starts(units[place], group, _following(starts, place)) for place, group in by_unit.items()
    }
    by_unit |= dict(_unlabelled(units, by_unit))
    numbers = {place: (group[0].number, group[-1].number) for place, group in by_unit.items()}
    roles = Reader(units, numbers, frozenset(calls_of(document.blocks).plain)).roles()
    clusters = _clusters(units, by_unit, roles)
    return _without(_with_notes(document, clusters), units, {*by_unit, *roles})


def _unlabelled(units: Sequence[Unit], starts: dict[int, list[NoteStart]]) -> Iterator[tuple[int, list[NoteStart]]]:
    """Units right between two notes that begin with the number that is missing there, however it is printed."""
    for place in starts:
        number = starts[place][-1].number
        following = starts.get(place + 2, [])
        if place + 1 not in starts and number and following and following[0].number == number + 2:
            found = [each for each in iter_starts(place + 1, units[place + 1]) if each.number == number + 1]
            if found and found[0].start == 0:
                yield place + 1, found[:1]


def numbered(starts: Sequence[NoteStart]) -> list[NoteStart]:
    """With the numbers that the extraction lost, as far as the sequence tells them."""
    known = list(starts)
    for place, each in enumerate(known):
        before = next((other.number for other in reversed(known[:place]) if other.number), 0)
        after = next((other.number for other in known[place + 1 :] if other.number), 0)
        if each.kind is Kind.LOST and before and (not after or after > before + 1):
            is_beside = after and known[place + 1].unit == each.unit + 1
            known[place] = replace(each, number=after - 1 if is_beside else before + 1)
    return known


def _following(starts: Sequence[NoteStart], unit: int) -> int:
    """The number of the first note in a later unit, 0 after the last."""
    return next((each.number for each in starts if each.unit > unit and each.number), 0)


def with_inner_starts(unit: Unit, starts: list[NoteStart], following: int) -> list[NoteStart]:
    """With the notes that have run together with the last of `starts`: those whose numbers come next."""
    found = list(starts)
    last = found[-1]
    while last.number and (not following or last.number + 1 < following):
        inner = _inner(unit.prose, last)
        if inner is None:
            break
        found.append(inner)
        last = inner
    return found


def _inner(prose: Prose, last: NoteStart) -> NoteStart | None:
    """The next note inside a block: its number raised, or printed after the end of a sentence."""
    number = str(last.number + 1)
    place = 0
    for run in prose.runs:
        start, place = place, place + len(run.text)
        figure = re.fullmatch(rf"\s*[\[(]?({number})[\])]?\s*[-–—.:]*\s*", run.text)
        if start > last.text and figure and Style.SUP in run.marks:
            return _start_at(prose, last, (start + figure.start(1), start + figure.end(1)), place)
    pattern = rf"(?<=[.!?…»”\"')/\d])\s+[\[(]?({number})(?:[\])]\s*|\s+)(?:[-–—]\s*)?{OPENING}"
    found = re.compile(pattern).finditer(prose.text, last.text + 1)
    match = next((each for each in found if not is_counted(prose.text[: each.start()])), None)
    return _start_at(prose, last, match.span(1), match.end()) if match else None


def _start_at(prose: Prose, last: NoteStart, label: tuple[int, int], text: int) -> NoteStart | None:
    after = re.compile(r"[\])]?\s*[-–—.:]*\s*").match(prose.text, text)
    text = after.end() if after else text
    if text >= len(prose.text):
        return None
    start = last.text + len(prose.text[last.text : label[0]].rstrip(" \n[("))
    return replace(last, start=start, label=label, text=text, number=last.number + 1, kind=Kind.RAISED)


# Clusters: notes that stand together, with the pieces among them


def _clusters(units: Sequence[Unit], starts: dict[int, list[NoteStart]], roles: dict[int, Role]) -> list[list[Part]]:
    """The notes and pieces of each place where notes stand, in reading order."""
    clusters: list[list[Part]] = []
    last = -2
    for place in sorted({*starts, *roles}):
        if place != last + 1 or not clusters:
            clusters.append([])
        last = place
        if place in starts:
            clusters[-1] += _parts(units[place].prose, starts[place])
        elif roles[place] is Role.NOTE:
            clusters[-1].append(Body(0, Prose(), [units[place].prose.strip()], is_numbered=False))
        else:
            clusters[-1].append(Piece(units[place].prose.strip()))
    return clusters


def _parts(prose: Prose, starts: Sequence[NoteStart]) -> Iterator[Part]:
    before = prose.cut(0, starts[0].start).strip()
    if before:
        yield Piece(before)
    ends = [*(each.start for each in starts[1:]), len(prose.text)]
    for each, end in zip(starts, ends, strict=True):
        label = prose.cut(*each.label).unmarked(Style)
        yield Body(each.number, label, [prose.cut(each.text, end).strip()], is_numbered=each.kind is not Kind.LOST)


def _settled(cluster: Sequence[Part], earlier: Body | None) -> Iterator[tuple[Body, Prose, bool]]:
    """For each piece the note it belongs to, and whether the piece stood elsewhere.

    A piece right after a note goes on with it when the note asks for it. Others are given to the open notes of the
    place in their order; what is then left goes on with the note before.
    """
    waiting: list[list[Prose]] = []
    before: Part | None = None
    for part in cluster:
        if isinstance(part, Piece) and isinstance(before, Body) and _takes(before, part.prose):
            yield before, part.prose, False
            before.pieces.append(part.prose)
            continue
        if isinstance(part, Piece):
            _gather(waiting, part.prose, together=isinstance(before, Piece))
        before = part
    bodies = [part for part in cluster if isinstance(part, Body)]
    for group in waiting:
        owner = next((body for body in bodies if body.is_open), earlier or (bodies[0] if bodies else None))
        for prose in group if owner else ():
            assert owner is not None
            owner.pieces.append(prose)
            yield owner, prose, True


def _takes(body: Body, prose: Prose) -> bool:
    if is_address(prose.text):
        return not ADDRESS_INSIDE.search(body.text)
    return True


def _gather(waiting: list[list[Prose]], prose: Prose, *, together: bool) -> None:
    """Pieces that stand together are one when the first announces the address that the second is."""
    if together and waiting and is_address(prose.text) and not is_address(waiting[-1][-1].text):
        waiting[-1].append(prose)
    else:
        waiting.append([prose])


# Notes


def _with_notes(document: Document, clusters: Sequence[Sequence[Part]]) -> Document:
    earlier: Body | None = None
    bodies: list[Body] = []
    for cluster in clusters:
        for _, prose, is_moved in list(_settled(cluster, earlier)):
            if is_moved:
                place = document.source.place(prose.at)
                document = document.departing(Departure.MOVED, prose, "put at the end of its note").noting(
                    finding("note-line-moved", place, quote=prose.text.strip()[:80])
                )
        bodies += (part for part in cluster if isinstance(part, Body))
        earlier = bodies[-1] if bodies else None
    return _numbered_notes(document, bodies)


def _numbered_notes(document: Document, bodies: Sequence[Body]) -> Document:
    notes = list(document.notes)
    words = Words(prose.text for prose in all_prose(document.blocks))
    last = 0
    for body in bodies:
        label = body.label
        if not body.is_numbered:
            number = body.number or last + 1
            label = Prose.of(str(number), Origin.GENERATED)
            quote = body.text[:80]
            document = document.noting(
                finding("note-number-lost", document.source.place(body.pieces[0].at), quote=quote, label=label.text)
            )
        last = int(label.text) if label.text.isdigit() else last
        notes.append(Note(_key(label.text, notes), label, (Paragraph(reduce(words.joined, body.pieces)),)))
    return replace(document, notes=tuple(notes))


def _key(label: str, notes: Sequence[Note]) -> str:
    """The printed number; a number that comes twice gets a letter."""
    key = label
    while any(note.key == key for note in notes):
        key += "x"
    return key


def _without(document: Document, units: Sequence[Unit], taken: set[int]) -> Document:
    """Without the units that are in the notes now."""
    gone = {(units[place].block, units[place].item) for place in taken}
    kept: list[Block] = []
    for place, block in enumerate(document.blocks):
        if isinstance(block, ItemList):
            items = tuple(item for number, item in enumerate(block.items) if (place, number) not in gone)
            kept += [replace(block, items=items)] if items else []
        elif (place, 0) not in gone:
            kept.append(block)
    return replace(document, blocks=tuple(kept))
