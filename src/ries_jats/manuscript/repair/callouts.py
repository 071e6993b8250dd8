"""Call-outs: the numbers in the text that point to notes, found as one problem over the whole article.

A number that may be a call-out is a candidate of the note it names. Of all candidates those are taken that keep the
order of the notes and stand on their pages, as many and as plain ones as possible; so `2030` stays a year and `46 pays`
a quantity.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ...article.blocks import Note
from ...article.ledger import Departure
from ...article.prose import NoteCall, Origin, Prose, Run, Style
from ...article.walk import all_prose, map_prose
from ...findings import finding
from ...lexicon import fold, words_of
from ..document import Document
from .note_chain import cites_by_number, head_length, names_institution

MARKER = re.compile(r"[\[(]?(?P<a>\d{1,3}|[*∗]{1,3}|[†‡])(?:\s*,\s*[*†\d]{1,3})*[\])]?[-–,.]?")
BEFORE_SIGN = r"(?<=[.,;:!?»”\"’')\]…])(?<!(?<!\d\d\d)\d[.,:])"
NO_FIGURE = r"(?![\w%°]|[.,:]\d)"
PATTERNS = {
    "bracketed": re.compile(r"(?P<twice>\[(?=\[\d{1,3}\]\]))?\[(?P<a>\d{1,3})\](?(twice)\])"),
    "glued": re.compile(rf"(?:(?<=[^\W\d_])|{BEFORE_SIGN})(?P<a>\d{{1,3}}){NO_FIGURE}"),
    "year": re.compile(rf"(?<!\d)(?:1[5-9]|20)\d\d(?P<a>\d{{1,3}}){NO_FIGURE}"),
    "closed": re.compile(
        rf"(?:(?<=[^\W\d_])|(?<=[»”\"’)\].,;:…!?]))\s(?P<a>\d{{1,3}})(?=\s?[.,;:»”)]|\s*$){NO_FIGURE}"
    ),
    "ended": re.compile(r"(?<=[.!?…»”\"’)])\s(?P<a>\d{1,3})(?=\s+(?:[^\W\d_a-zà-öø-ÿ]|[«“\"¿¡(]))"),
    "spaced": re.compile(r"(?:(?<=[^\W\d_])|(?<=[»”\"’)\].,;:…!?]))\s(?P<a>\d{1,3})(?=\s(?:\w|[«“\"'(¿¡]))"),
    "leading": re.compile(r"\A\s*(?P<a>\d{1,3})(?=\s+[a-zà-öø-ÿ])"),
}
"""A number in brackets; after a letter or a sign (then no part of `19,7`, though it may follow a year: `1998.7`);
after the four figures of a year; between a space and a sign or the end; between sentences; between words; before
the rest of a sentence.
"""
WEIGHTS = {
    "raised": 4.0,
    "bracketed": 3.0,
    "glued": 2.5,
    "acronym": 0.9,
    "year": 1.5,
    "closed": 2.0,
    "ended": 2.0,
    "leading": 1.2,
    "spaced": 1.2,
}
"""How plainly a candidate is a call-out."""
CITED = 1.5
"""What a number in brackets loses where such numbers are citations; one extraction writes raised numbers so."""
WORDED = ("leading", "spaced")
"""Kinds that a quantity looks like too."""
OTHER_NUMBER = 1.0
"""Weight of a raised or bracketed number that is not the note's: extraction counts anew on each page."""
FEWEST_SPACED = 3
"""Notes called by a number between two words before that is taken for this article's way."""
OFF_PAGE = {-1: -0.8, 1: -1.5}
"""A call-out a page before its note, or a page after it."""
WORD_BEFORE = re.compile(r"([^\W\d_]+)(\.?)[°ºᵒ]?\s*\Z")
AFTER_FIGURE = re.compile(r"\d[a-z]?[,:;]\s+\Z")
"""A figure and a comma, after which another figure is of the same series: `1974, 3`."""
LONGEST_UNIT = 20
"""Characters of a word that counts."""
NUMBER_NEXT = re.compile(r"\s+\d")
NEXT_WORD = re.compile(r"\s*([^\W\d_]+)")
ACRONYM = re.compile(r"(?<!\w)[^\W\d_a-zà-öø-ÿ]{1,4}\Z")
"""Capitals with which a number may be a name: `G20`, `CO2`."""
POWER = re.compile(r"(?:\b[kcdm]?m|\d)\s*\Z")
"""What a raised figure is a power of."""
AREA = re.compile(r"\d\s*[kcdm]?m\s*\Z")
"""A measure of which a raised 2 or 3 is surely the power."""


@dataclass(frozen=True)
class Candidate:
    """A number that may call a note: in which piece of prose, where, and which note."""

    piece: int
    start: int
    stop: int
    note: int
    kind: str
    weight: float
    is_other: bool = False
    is_before_function_word: bool = False
    """Whether no noun follows that the number could count."""

    @property
    def is_rare(self) -> bool:
        """Whether chance hardly brings the very number of a note to its page."""
        return self.weight >= WEIGHTS[self.kind] and (self.stop - self.start > 1 or self.is_before_function_word)

    @property
    def place(self) -> tuple[int, int]:
        """Its place in reading order."""
        return self.piece, self.start


@dataclass(frozen=True)
class Chain:
    """Candidates in order, the last one first."""

    weight: float = 0.0
    last: Candidate | None = None
    before: "Chain | None" = None

    def links(self) -> list[Candidate]:
        """The candidates in reading order."""
        found: list[Candidate] = []
        chain: Chain | None = self
        while chain is not None and chain.last is not None:
            found.append(chain.last)
            chain = chain.before
        return found[::-1]


@dataclass(frozen=True)
class Pages:
    """Where notes stand among the text: the text before each group of notes is their page."""

    places: tuple[int, ...]
    """Where each note stands in the source."""
    text: tuple[int, ...]
    """Where the pieces of the text stand, in order."""

    @cached_property
    def groups(self) -> tuple[int, ...]:
        """For each note the number of its group: notes between which no text stands."""
        found: list[int] = []
        for before, place in zip((-1, *self.places), self.places, strict=False):
            is_same = bool(found) and bisect_right(self.text, before) == bisect_right(self.text, place)
            found.append(found[-1] if is_same else len(set(found)))
        return tuple(found)

    @cached_property
    def _starts(self) -> list[int]:
        return [self.places[self.groups.index(group)] for group in range(len(set(self.groups)))]

    def apart(self, at: int, note: int) -> int:
        """How many groups of notes lie between a place in the text and the group of a note; 0 on its own page."""
        return bisect_right(self._starts, at) - self.groups[note]


def link_callouts(document: Document) -> Document:
    """With the chosen call-outs marked as such."""
    called = {mark.key for prose in all_prose(document.blocks) for run in prose.runs for mark in run.marks
              if isinstance(mark, NoteCall)}  # fmt: skip
    notes = [note for note in document.notes if note.key not in called]
    pieces: list[Prose] = []

    def collect(prose: Prose) -> Prose:
        pieces.append(prose)
        return prose

    for block in document.blocks:
        map_prose(block, collect)
    head = sum(1 for block in document.blocks[: head_length(document.blocks)] for _ in all_prose([block]))
    candidates = Candidates(notes, pieces, head).all() if notes else []
    if candidates and cites_by_number(document.blocks):
        candidates = [
            replace(each, weight=each.weight - CITED) if each.kind == "bracketed" else each for each in candidates
        ]
    chosen = _in_order(candidates)
    if sum(each.kind in WORDED for each in chosen) < FEWEST_SPACED:
        chosen = _in_order([each for each in candidates if each.kind not in WORDED or each.is_rare])
        chosen = sorted([*chosen, *_in_gaps(chosen, candidates, len(notes))], key=lambda each: each.place)
    return _marked(document, notes, chosen)


class Candidates:
    """The candidates of an article's notes."""

    def __init__(self, notes: Sequence[Note], pieces: Sequence[Prose], head: int) -> None:
        self._notes = notes
        self._pieces = pieces
        self._head = head
        self._by_label: dict[str, list[int]] = {}
        for place, note in enumerate(notes):
            self._by_label.setdefault(note.label.text, []).append(place)
        self._explained = {label for prose in pieces[:head] if (label := _leading_label(prose))}
        at = [
            next((prose.at for prose in (note.label, *all_prose(note.blocks)) if prose.at is not None), 0)
            for note in notes
        ]
        self._pages = Pages(tuple(at), tuple(sorted(prose.at for prose in pieces if prose.at is not None)))

    def all(self) -> list[Candidate]:
        """All candidates in reading order."""
        return [each for piece, prose in enumerate(self._pieces) for each in self._in_piece(piece, prose)]

    def _in_piece(self, piece: int, prose: Prose) -> Iterator[Candidate]:
        taken: set[int] = set()
        for kind, label, start, stop in _printed_numbers(prose):
            if start in taken or (piece < self._head and label in self._explained):
                continue
            found = [
                each
                for note in self._by_label.get(label, ())
                if (each := self._candidate(piece, (start, stop), note, kind))
            ]
            taken.add(start)
            yield from found
            is_free = not found and kind in ("raised", "bracketed") and label.isdigit() and piece >= self._head
            if is_free and not POWER.search(prose.text, 0, start):
                yield from self._others(piece, (start, stop), kind)

    def _candidate(self, piece: int, span: tuple[int, int], note: int, kind: str) -> Candidate | None:
        weight = WEIGHTS[kind] + self._off_page(piece, span[0], note, kind)
        word = NEXT_WORD.match(self._pieces[piece].text, span[1])
        is_before = word is not None and fold(word[1]) in words_of("function-words", "words")
        return Candidate(piece, *span, note, kind, weight, is_before_function_word=is_before) if weight > 0 else None

    def _off_page(self, piece: int, start: int, note: int, kind: str) -> float:
        apart = self._pages.apart(self._address(piece, start), note)
        if apart == 0:
            return 0.0
        far = -3.0 if kind in ("raised", "bracketed") else -9.0
        return OFF_PAGE.get(apart, far)

    def _address(self, piece: int, start: int) -> int:
        prose = self._pieces[piece]
        return prose.cut(start, start + 1).at or prose.at or 0

    def _others(self, piece: int, span: tuple[int, int], kind: str) -> Iterator[Candidate]:
        """The notes of the page, any of which the number may have called before the extraction."""
        at = self._address(piece, span[0])
        for note in range(len(self._notes)):
            if self._pages.apart(at, note) == 0:
                yield Candidate(piece, *span, note, kind, OTHER_NUMBER, is_other=True)


def _leading_label(prose: Prose) -> str:
    """The marker that a line of the head begins with, raised or before an institution: there it stands for an
    affiliation, not for a note.
    """
    prose = prose.strip()
    first = prose.runs[0] if prose.runs else None
    marker = MARKER.match(first.text.strip()) if first else None
    if not first or not marker:
        return ""
    is_raised = Style.SUP in first.marks
    return marker["a"] if is_raised or names_institution(prose.text[marker.end() :]) else ""


def _printed_numbers(prose: Prose) -> Iterator[tuple[str, str, int, int]]:
    """Kind, label, start and end of each number that may be a call-out, the plainest kinds first."""
    place = 0
    for run in prose.runs:
        marker = MARKER.fullmatch(run.text.strip()) if Style.SUP in run.marks else None
        if marker and not (marker["a"] in ("2", "3") and AREA.search(prose.text, 0, place)):
            yield "raised", marker["a"], place, place + len(run.text)
        place += len(run.text)
    for kind, pattern in PATTERNS.items():
        for match in pattern.finditer(prose.text):
            before = prose.text[: match.start("a")]
            dress = "acronym" if kind == "glued" and ACRONYM.search(before) else kind
            is_free = before[-1:].isalpha() or NUMBER_NEXT.match(prose.text, match.end("a"))
            if kind == "bracketed" or is_free or not is_counted(before):
                span = match.span() if kind == "bracketed" else match.span("a")
                yield dress, match["a"], *span


def is_counted(before: str) -> bool:
    """Whether a word stands before a number that makes it the number of something: of a page, of a law. A whole word
    with a full stop ends its sentence.
    """
    if AFTER_FIGURE.search(before):
        return True
    word = WORD_BEFORE.search(before[-LONGEST_UNIT:])
    keys = ("counted-short",) if word and word[2] else ("counted", "counted-short")
    return before.endswith("§") or bool(word and any(fold(word[1]) in words_of("notes", key) for key in keys))


def _in_order(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The heaviest chain of candidates in which both places and notes increase."""
    ordered = sorted(candidates, key=lambda each: (each.place, -each.note))
    best: list[Chain] = [Chain() for _ in range(1 + max((each.note for each in candidates), default=0))]
    for each in ordered:
        before = max(best[: each.note], key=lambda chain: chain.weight, default=Chain())
        if before.weight + each.weight > best[each.note].weight:
            best[each.note] = Chain(before.weight + each.weight, each, before)
    return max(best, key=lambda chain: chain.weight).links()


def _in_gaps(chosen: Sequence[Candidate], candidates: Sequence[Candidate], notes: int) -> Iterator[Candidate]:
    """For each note that nothing calls, the number between two words that alone may call it where the sequence says."""
    called = {each.note: each for each in chosen}
    for note in range(notes):
        before, after = called.get(note - 1), called.get(note + 1)
        if note in called or not (before or after):
            continue
        first = before.place if before else (-1, 0)
        last = after.place if after else (len(candidates), 0)
        worded = [each for each in candidates if each.note == note and each.kind in WORDED]
        found = [each for each in worded if first < each.place < last and each.weight >= WEIGHTS[each.kind]]
        if len(found) == 1:
            called[note] = found[0]
            yield found[0]


def _marked(document: Document, notes: Sequence[Note], chosen: Sequence[Candidate]) -> Document:
    by_piece: dict[int, list[Candidate]] = {}
    for each in chosen:
        by_piece.setdefault(each.piece, []).append(each)
    counter = iter(range(1_000_000_000))
    others: list[tuple[Prose, Note]] = []

    def change(prose: Prose) -> Prose:
        for each in reversed(by_piece.get(next(counter), [])):
            if each.is_other:
                others.append((prose.cut(each.start, each.stop), notes[each.note]))
            prose = _with_call(prose, each, notes[each.note])
        return prose

    document = replace(document, blocks=tuple(map_prose(block, change) for block in document.blocks))
    for printed, note in sorted(others, key=lambda each: each[0].at or 0):
        place = document.source.place(printed.at)
        document = document.departing(
            Departure.MARKUP_RESIDUE, printed, "a call-out printed with another number"
        ).noting(finding("callout-renumbered", place, quote=printed.text.strip(), label=note.label.text))
    return document


def _with_call(prose: Prose, candidate: Candidate, note: Note) -> Prose:
    """The call-out as the note's label, close to the word before it."""
    printed = prose.cut(candidate.start, candidate.stop)
    shown = printed.strip(" -–[](),.").unmarked(Style) or printed
    if candidate.is_other:
        shown = Prose((Run(note.label.text, origin=Origin.GENERATED),))
    call = Prose(tuple(replace(run, marks=(NoteCall(note.key),)) for run in shown.runs))
    before = prose.cut(0, candidate.start)
    return before.cut(0, len(before.text.rstrip())) + call + prose.cut(candidate.stop)
