"""Call-outs: the numbers in the text that point to notes, found as one problem over the whole article.

A number that may be a call-out is a candidate of the note it names. Of all candidates those are taken that keep the
order of the notes, as many and as plain ones as possible; so `2030` stays a year and `46 pays` a quantity.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...article.prose import NoteCall, Prose, Style
from ...article.walk import map_prose
from ..document import Document
from .notes import head_length

GLUED = re.compile(
    r"(?<=[^\W\d_])(?P<a>\d{1,3})(?![\w%°]|[.,]\d)"
    r"|(?<=[.,;:!?»”\"’')\]…])(?<!(?<!\d\d\d)\d[.,:])(?P<b>\d{1,3})(?![\w%°]|[.,]\d)"
)
"""A number after a letter or a sign; after a sign it is no part of `19,7`, though it may follow a year: `1998.7`."""
SPACED = re.compile(r"(?<=[^\W\d_»”\"’)]) (?P<a>\d{1,3})(?=[.,;:»”)]|$|\n)(?![.,]\d)")
BRACKETED = re.compile(r"\[(?P<a>\d{1,3})\]")
MARKER = re.compile(r"[\[(]?(?P<a>\d{1,3}|[*∗]{1,3}|[†‡])(?:\s*,\s*[*†\d]{1,3})*[\])]?[-–,.]?")
WEIGHTS = {"raised": 4, "bracketed": 3, "glued": 2, "spaced": 1}
"""How plainly a candidate is a call-out."""


@dataclass(frozen=True)
class Candidate:
    """A number that may call a note: in which piece of prose, where, and which note."""

    piece: int
    start: int
    stop: int
    note: int
    weight: int

    @property
    def place(self) -> tuple[int, int]:
        """Its place in reading order."""
        return self.piece, self.start


@dataclass(frozen=True)
class Chain:
    """Candidates in order, the last one first."""

    weight: int = 0
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


def link_callouts(document: Document) -> Document:
    """With the chosen call-outs marked as such."""
    printed = [(place, note) for place, note in enumerate(document.notes) if note.label.at is not None]
    numbers = {note.label.text: place for place, note in reversed(printed)}
    pieces: list[Prose] = []

    def collect(prose: Prose) -> Prose:
        pieces.append(prose)
        return prose

    head = head_length(document.blocks)
    for block in document.blocks[:head]:
        map_prose(block, collect)
    head_pieces = len(pieces)
    for block in document.blocks[head:]:
        map_prose(block, collect)
    explained = {label for prose in pieces[:head_pieces] if (label := _leading_label(prose))}
    in_head = {label: note for label, note in numbers.items() if label not in explained}
    candidates = [
        each
        for piece, prose in enumerate(pieces)
        for each in _candidates(piece, prose, in_head if piece < head_pieces else numbers)
    ]
    return _marked(document, _in_order(candidates))


def _leading_label(prose: Prose) -> str:
    """The raised marker that a line of the head begins with: there it stands for an affiliation, not for a note."""
    first = prose.strip().runs[0] if prose.strip().runs else None
    marker = MARKER.match(first.text.strip()) if first and Style.SUP in first.marks else None
    return marker["a"] if marker else ""


def _candidates(piece: int, prose: Prose, numbers: dict[str, int]) -> Iterator[Candidate]:
    raised = list(_raised(piece, prose, numbers))
    yield from raised
    taken = {each.start for each in raised}
    for kind, pattern in (("bracketed", BRACKETED), ("glued", GLUED), ("spaced", SPACED)):
        for match in pattern.finditer(prose.text):
            name = next(group for group in match.groupdict() if match[group])
            note = numbers.get(match[name])
            span = match.span() if kind == "bracketed" else match.span(name)
            if note is not None and match.start(name) not in taken:
                yield Candidate(piece, *span, note, WEIGHTS[kind])


def _raised(piece: int, prose: Prose, numbers: dict[str, int]) -> Iterator[Candidate]:
    place = 0
    for run in prose.runs:
        marker = MARKER.fullmatch(run.text.strip()) if Style.SUP in run.marks else None
        note = numbers.get(marker["a"]) if marker else None
        if note is not None:
            yield Candidate(piece, place, place + len(run.text), note, WEIGHTS["raised"])
        place += len(run.text)


def _in_order(candidates: list[Candidate]) -> list[Candidate]:
    """The heaviest chain of candidates in which both places and notes increase."""
    ordered = sorted(candidates, key=lambda each: (each.place, -each.note))
    best: list[Chain] = [Chain() for _ in range(1 + max((each.note for each in candidates), default=0))]
    for each in ordered:
        before = max(best[: each.note], key=lambda chain: chain.weight, default=Chain())
        if before.weight + each.weight > best[each.note].weight:
            best[each.note] = Chain(before.weight + each.weight, each, before)
    return max(best, key=lambda chain: chain.weight).links()


def _marked(document: Document, chosen: list[Candidate]) -> Document:
    by_piece: dict[int, list[Candidate]] = {}
    for each in chosen:
        by_piece.setdefault(each.piece, []).append(each)
    counter = iter(range(1_000_000_000))

    def change(prose: Prose) -> Prose:
        for each in reversed(by_piece.get(next(counter), [])):
            prose = _with_call(prose, each, document.notes[each.note].key)
        return prose

    return replace(document, blocks=tuple(map_prose(block, change) for block in document.blocks))


def _with_call(prose: Prose, candidate: Candidate, key: str) -> Prose:
    printed = prose.cut(candidate.start, candidate.stop)
    shown = printed.strip(" -–[](),.").unmarked(Style) or printed
    call = Prose(tuple(replace(run, marks=(NoteCall(key),)) for run in shown.runs))
    return prose.cut(0, candidate.start) + call + prose.cut(candidate.stop)
