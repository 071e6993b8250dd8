"""Which of the numbers that may begin notes do: the ones that fit together best over the whole article."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...article.blocks import Block, Heading, ItemList, Paragraph
from ...article.prose import NoteCall, Prose, Style
from ...article.walk import all_prose
from ...lexicon import fold, label_at_start, label_of, words_of
from ...places import country_at_end
from ..document import Document
from .note_starts import Kind, NoteStart, Unit, iter_starts, iter_units

LEAST = 1.6
"""Weight from which a number begins a note."""
FOOT, CALLED, MENTIONED, BESIDE, LISTED = 0.7, 1.5, 0.4, 1.0, 3.0
"""Evidence: at the foot of a page; called by a raised, bracketed or glued number before it; by any number; beside a
sure note whose number is next; under a heading that names notes.
"""
NEXT, MISSING, AGAIN, LATE = 0.5, -0.3, -1.5, -0.3
"""Steps from one note to the other: the next number; each that is missing; numbering begun anew; a first note that is
not the first.
"""
ANEW = 2.4
"""Weight from which a first note begins the numbers of a page anew: called, and at its foot."""
WINDOW = 80
"""Candidates back among which the note before is looked for."""
FEWEST_ITEMS = 2
SURELY_CALLED = 2.0
"""Weight of a plain number that something plainly calls."""
FURTHEST = 7
"""Numbers that may be missing between two notes."""
NEAR = 15_000
"""Characters between a call-out and its note at the foot of the page."""
LONGEST_FOOT = 1
"""Blocks after the last note of a page that may go on with it."""
LONGEST_HEAD = 40
"""Blocks within which an abstract begins."""
NAMED_WITHIN = 100
"""Characters of an affiliation within which an institution is named."""
ENTRY_NUMBER = re.compile(r"^\s*\[(\d{1,3})\]\s+\S", re.MULTILINE)
"""The number in brackets with which a reference begins."""
FEWEST_ENTRIES = 3
"""Numbers that follow each other from which every reference has one."""
GLUED = re.compile(
    r"(?<=[^\W\d_.])\d{1,3}(?![\w%°])|(?<=[^\W\d_][.,;:!?»”\"'’)\]])\d{1,3}(?![\w%°]|[.,]\d)|\[\d{1,3}\]"
    r"|(?<=[)\]»”\"][.,;:!?])\d{1,3}(?![\w%°]|[.,]\d)|(?<=[?!»”…])\d{1,3}(?![\w%°]|[.,]\d)"
)
ALONE = re.compile(r"(?<!\S)\d{1,3}(?=[\s.,;:»”)]|\Z)")


@dataclass(frozen=True)
class Calls:
    """Where numbers stand that may call notes, by number."""

    plain: dict[int, list[int]]
    weak: dict[int, list[int]]

    def last_before(self, number: int, at: int) -> int:
        """Where the number is plainly called for the last time before the offset `at`; -1 where it is not."""
        places = self.plain.get(number, [])
        place = bisect_left(places, at) - 1
        return places[place] if place >= 0 else -1

    def before(self, number: int, at: int, *, near: bool) -> float:
        """How plainly the number is called before the offset `at`."""
        for found, weight in ((self.plain, CALLED), (self.weak, MENTIONED)):
            places = found.get(number, [])
            place = bisect_left(places, at) - 1
            if place >= 0 and (not near or at - places[place] < NEAR):
                return weight
        return 0.0


def choose_starts(document: Document, units: Sequence[Unit]) -> list[NoteStart]:
    """The starts of the notes in reading order, signs and lost numbers among them."""
    head = head_length(document.blocks)
    calls = calls_of(document.blocks)
    has_citations = cites_by_number(document.blocks)
    found = [
        start
        for place, unit in enumerate(units)
        if not (unit.block < head and names_institution(unit.prose.text))
        for start in iter_starts(place, unit)
        if not _is_item(units, start) and not _is_of_list(document.blocks, unit, start, calls)
    ]
    weighed = [each for each in _weighed(document, units, found) if each.number and each.weight >= LEAST]
    parts = _parts(document.blocks)
    weighed = [each for each in weighed if not (has_citations and each.kind is Kind.BRACKETED)]
    in_text = [each for each in weighed if parts[units[each.unit].block] != "references"]
    in_list = [each for each in weighed if parts[units[each.unit].block] == "references"]
    chosen = _heaviest(in_text)
    chosen += _continued(chosen, in_list)
    signs = [each for each in found if each.kind is Kind.SYMBOL]
    lost = [each for each in found if each.kind is Kind.LOST] if chosen else []
    return sorted([*chosen, *signs, *lost], key=lambda each: (each.unit, each.start))


def cites_by_number(blocks: Sequence[Block]) -> bool:
    """Whether the references have numbers in brackets, so that such a number in the text is a citation."""
    parts = _parts(blocks)
    entries = (unit.prose.text for unit in iter_units(blocks) if parts[unit.block] == "references")
    numbers = {int(match[1]) for text in entries for match in ENTRY_NUMBER.finditer(text)}
    return all(number in numbers for number in range(1, FEWEST_ENTRIES + 1))


def _continued(chosen: Sequence[NoteStart], in_list: Sequence[NoteStart]) -> list[NoteStart]:
    """The notes of the pages on which the references stand: their numbers come next.

    A numbered list has all numbers; there only a number in another, sure dress begins a note.
    """
    last = chosen[-1].number if chosen else 0
    of_list = _kinds_of_list([each for each in in_list if each.number <= last and not each.start])
    usual = {each.kind for each in chosen}
    following = [
        each
        for each in in_list
        if last < each.number <= last + FURTHEST and each.kind not in of_list
        if each.kind in usual or each.kind.is_sure or each.weight >= SURELY_CALLED
    ]
    return _heaviest(following) if last else []


def _kinds_of_list(starts: Sequence[NoteStart]) -> set[Kind]:
    """How the entries of a list are numbered: in a dress in which one number follows another."""
    numbers = {(each.kind, each.number) for each in starts}
    return {kind for kind, number in numbers if (kind, number + 1) in numbers}


def _is_of_list(blocks: Sequence[Block], unit: Unit, start: NoteStart, calls: Calls) -> bool:
    """Whether the number is that of an item of a list that counts from one: no heading names notes above it, and not
    all its numbers are called.
    """
    block = blocks[unit.block]
    if not isinstance(block, ItemList) or start.kind.is_sure or len(block.items) < FEWEST_ITEMS:
        return False
    labels = [item.label.text.strip(" ().") for item in block.items]
    is_counted = labels == [str(number) for number in range(1, len(labels) + 1)]
    is_called = is_counted and all(int(label) in calls.plain for label in labels)
    return is_counted and not is_called and "notes" not in _parts(blocks)


def _is_item(units: Sequence[Unit], start: NoteStart) -> bool:
    """Whether the number is that of an item: a sentence that a colon or semicolon left open goes on with it."""
    if start.kind not in (Kind.DOTTED, Kind.PARENTHESISED) or start.start or not start.unit:
        return False
    before = units[start.unit - 1].prose.text.rstrip()
    return before.endswith((":", ";")) and units[start.unit].prose.text[start.text : start.text + 1].islower()


def head_length(blocks: tuple[Block, ...]) -> int:
    """Blocks above the first abstract: numbered lines there are affiliations, since no page has ended yet."""
    for place, block in enumerate(blocks[:LONGEST_HEAD]):
        prose = block.prose if isinstance(block, Paragraph | Heading) else Prose()
        found = label_at_start(prose.text)
        label = label_of(prose.text) or (found[0] if found else None)
        if label and label.kind == "abstract":
            return place
    return 0


def names_institution(text: str) -> bool:
    """Whether an institution is named at the beginning: an affiliation, not a note."""
    first = text.split(". ", 1)[0][:NAMED_WITHIN]
    words = words_of("institutions", "words") | words_of("institutions", "divisions")
    named = any(word in words for word in fold(re.sub(r"[^\w'’ -]", " ", first)).split())
    return named or country_at_end(first) is not None or "@" in first


# Evidence


def _weighed(document: Document, units: Sequence[Unit], found: Sequence[NoteStart]) -> Iterator[NoteStart]:
    calls = calls_of(document.blocks)
    parts = _parts(document.blocks)
    feet = _feet(document, units, {each.unit for each in found})
    sure = {(each.unit, each.number) for each in found if each.kind.is_sure and each.number}
    for each in found:
        part = parts[units[each.unit].block]
        more = 0.0 if _is_claimed(each, found, calls) else calls.before(each.number, each.at, near=part != "notes")
        more += FOOT * (each.unit in feet) + LISTED * (part == "notes")
        more += BESIDE * any((each.unit + step, each.number + step) in sure for step in (-1, 0, 1) if step)
        yield each.weighed(more)


def _is_claimed(start: NoteStart, found: Sequence[NoteStart], calls: Calls) -> bool:
    """Whether the call-out before a weak start belongs to a sure one further on: a list comes before the notes."""
    if start.kind.is_sure:
        return False
    called = calls.last_before(start.number, start.at)
    later = (each for each in found if each.number == start.number and each.kind.is_sure)
    return any(
        start.at < each.at < start.at + NEAR and calls.last_before(each.number, each.at) == called for each in later
    )


def calls_of(blocks: Sequence[Block]) -> Calls:
    """All numbers of the text that may call a note, raised ones among the plain."""
    plain: dict[int, list[int]] = {}
    weak: dict[int, list[int]] = {}
    for whole in all_prose(blocks):
        prose = Prose(tuple(run for run in whole.runs if not any(isinstance(mark, NoteCall) for mark in run.marks)))
        for run in prose.runs:
            if Style.SUP in run.marks and (number := run.text.strip(" [](),.-–")).isdigit() and len(number) < 4:
                plain.setdefault(int(number), []).append(run.at or 0)
        for found, pattern in ((plain, GLUED), (weak, ALONE)):
            for match in pattern.finditer(prose.text):
                found.setdefault(int(match[0].strip("[]")), []).append((prose.at or 0) + match.start())
    return Calls({n: sorted(at) for n, at in plain.items()}, {n: sorted(at) for n, at in weak.items()})


def _parts(blocks: Sequence[Block]) -> list[str]:
    """For each block, whether it stands under a heading of notes or of references."""
    parts, part = [], ""
    for block in blocks:
        label = label_of(block.prose.text) if isinstance(block, Heading | Paragraph) else None
        if label and label.kind in ("notes", "references"):
            part = label.kind
        elif isinstance(block, Heading) and not (part == "references" and block.level > 1 and not label):
            part = ""
        parts.append(part)
    return parts


def _feet(document: Document, units: Sequence[Unit], candidates: set[int]) -> set[int]:
    """The units at the foot of a page: only candidates, and what goes on with one, follow before the page ends."""
    if not document.page_ends:
        return set()
    feet: set[int] = set()
    page, others = -1, 0
    for place in reversed(range(len(units))):
        here = document.page(units[place].at)
        if here != page:
            page, others = here, 0
        if place in candidates and others <= LONGEST_FOOT:
            feet.add(place)
            others = 0
        elif place not in candidates:
            others += 1
    return feet


# The chain


def _heaviest(starts: Sequence[NoteStart]) -> list[NoteStart]:
    """Of candidates in reading order those whose weights and steps add up to most."""
    best: list[tuple[float, int]] = []
    for place, each in enumerate(starts):
        ways = (
            (best[i][0] + gain, i)
            for i in range(max(0, place - WINDOW), place)
            if (gain := _step(starts[i], each)) is not None
        )
        alone = (0.0 if each.number == 1 or each.kind.is_sure else LATE, -1)
        before, link = max([alone, *ways])
        best.append((before + each.weight, link))
    chosen: list[NoteStart] = []
    place = max(range(len(best)), key=lambda i: best[i][0], default=-1)
    while place >= 0:
        chosen.append(starts[place])
        place = best[place][1]
    return chosen[::-1]


def _opens_page(start: NoteStart) -> bool:
    """Whether a plain number begins the notes of a page; with a full stop it begins a list more often."""
    return start.kind in (Kind.PLAIN, Kind.DASHED) and start.weight >= ANEW


def _step(one: NoteStart, other: NoteStart) -> float | None:
    """What it adds that `other` comes next after `one`; None when it cannot."""
    more = other.number - one.number
    if more == 1:
        return NEXT
    if 1 < more <= FURTHEST:
        return MISSING * (more - 1)
    if more > FURTHEST:
        return AGAIN - 1 if one.kind.is_sure and other.kind is Kind.RAISED and more < 3 * FURTHEST else None
    is_anew = other.number == 1 and one.unit != other.unit and (other.kind.is_sure or _opens_page(other))
    return AGAIN if is_anew else None
