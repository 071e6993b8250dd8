"""What stands with the notes between two halves of the text: lost lines of notes, notes whose number was lost.

A page ends in the middle of a sentence, its notes come, and the sentence goes on: whatever stands in between belongs to
the notes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from ...article.blocks import Paragraph
from ...article.prose import NoteCall, Prose, Style
from ...lexicon import fold, label_of, words_of
from .note_chain import calls_of
from .note_starts import Unit

ADDRESS_ALONE = re.compile(
    r"\s*[\[(<]?(?:https?://|www\.|file:/|doi:|ftp:)\S+(?:\s*\([^()]*\))?[\s.,;)>\]]*\Z", re.IGNORECASE
)
ADDRESS = re.compile(r"\s*[\[(<]?(?:https?://|www\.|file:/|doi:\s*10|ftp:)\S", re.IGNORECASE)
ENDED = re.compile(r"[.!?…][»”\"’')\]]*\s*\Z")
LONGEST_REST_OF_NOTE = 1_500
"""Characters of the rest of a note on the next page, where the note is open and the text is not."""
LONGEST_PIECE = 500
"""Characters of a lost line of a note."""
LONGEST_REST = 250
"""Characters of the rest of a note that a line or page end cut off."""
LONGEST_LOST = 1_000
"""Characters of a note whose number was lost between two others."""
MOST_BEFORE, MOST_BETWEEN, MOST_AFTER = 3, 3, 2
"""Pieces before, between and after the notes of a page."""
ITEM = re.compile(r"\s*(?:\(?(?:[a-z]|[ivx]{2,4}|\d{1,2})\)|[a-h]\.(?=\s+\D)|\d{1,2}\.|[•▪●–-])\s")
"""What an item of a list begins with."""
CALL_AT_END = re.compile(r"(?:(?<=[^\W\d_]|[.!?…»”\"')\]])[\[(]?\d{1,3}[\])]?|\s\[\d{1,3}\])\s*\Z")
SHORTEST_OPEN = 40
SMALL = re.compile(r"[«“\"(]?\s*[a-zà-öø-ÿ]")
OPEN_END = re.compile(r"[\w,\-–—'’(«“][)\]]?\s*\Z")


class Role(Enum):
    """What a unit is beside text and notes."""

    PIECE = "a piece of a note"
    NOTE = "a note without number"


@dataclass(frozen=True)
class Reader:
    """The units of an article with those that begin notes; `numbers` gives the first and last note of each of them."""

    units: Sequence[Unit]
    numbers: Mapping[int, tuple[int, int]]
    called: frozenset[int]
    """Numbers that something in the text calls."""

    def roles(self) -> dict[int, Role]:
        """The units around the notes that belong to them."""
        roles: dict[int, Role] = {}
        for first, last in self._clusters():
            opening, goes_on = self._sentence(first, last)
            is_cut = opening >= 0 and goes_on
            roles.update(self._between(first, last, is_cut=is_cut))
            roles.update(self._before(first, opening if is_cut else -1))
            if goes_on and self._is_rest_of_note(first - 1):
                roles[first - 1] = Role.PIECE
            roles.update(self._after(last, roles, is_cut=is_cut))
        roles.update(self._orphans(roles))
        head = next(
            (place for place in range(len(self.units)) if len(self._text(place)) > LONGEST_REST), len(self.units)
        )
        return {place: role for place, role in roles.items() if place > head}

    def _clusters(self) -> Iterator[tuple[int, int]]:
        """First and last unit of the notes that stand together."""
        first = last = -1
        for place in sorted(self.numbers):
            gap = range(last + 1, place)
            if last >= 0 and len(gap) <= MOST_BETWEEN and all(self._belongs_between(first, last, each) for each in gap):
                last = place
                continue
            if last >= 0:
                yield first, last
            first = last = place
        if last >= 0:
            yield first, last

    def _belongs_between(self, first: int, before: int, place: int) -> bool:
        """Whether a unit between two notes is of them: an address, the rest of an open note, a note without number."""
        text = self._text(place)
        longest = LONGEST_LOST if self._missing(before, place) > 0 else LONGEST_PIECE
        if not self._is_piece_like(place, longest):
            return False
        if self._goes_on(place) and is_open(self._text(first - 1)) and not is_address(text):
            return False
        is_rest = not self._is_closed(before) and len(text) < LONGEST_REST
        is_lost = self._missing(before, place) > 0 and not goes_on_small(text) and not self._calls_following(place)
        return is_address(text) or is_rest or is_lost

    def _calls_following(self, place: int) -> bool:
        """Whether a unit is text of the page whose notes come next: it calls one of them."""
        first, last = next(
            (self.numbers[each] for each in range(place, len(self.units)) if each in self.numbers), (0, 0)
        )
        return any(first <= number <= last for number in calls_of([Paragraph(self.units[place].prose)]).plain)

    def _orphans(self, roles: Mapping[int, Role]) -> Iterator[tuple[int, Role]]:
        """Beginnings in the middle of a sentence that go on with no text but with the open note of the page before."""
        note = text = -1
        for place in range(len(self.units)):
            if place in self.numbers:
                note = place
            elif place in roles:
                note = -1 if roles[place] is Role.NOTE else note
            elif self._goes_on_with_note(place, note, text):
                yield place, Role.PIECE
                note = -1
            else:
                text = place

    def _goes_on_with_note(self, place: int, note: int, text: int) -> bool:
        small = self._goes_on(place) and self._is_piece_like(place, LONGEST_REST_OF_NOTE)
        return small and note >= 0 and is_open(self._text(note)) and not may_go_on(self._text(text))

    def _is_piece_like(self, place: int, longest: int = LONGEST_PIECE) -> bool:
        unit = self.units[place]
        text = unit.prose.text
        is_free = place not in self.numbers and not unit.is_bar
        if ITEM.match(text):
            return False
        return is_free and len(text) < longest and not label_of(text) and not unit.prose.has(NoteCall)

    def _goes_on(self, place: int) -> bool:
        """Whether a unit begins in the middle of a sentence; items of lists often begin small."""
        return place < len(self.units) and not self.units[place].is_item and goes_on_small(self._text(place))

    def _text(self, place: int) -> str:
        return self.units[place].prose.text if 0 <= place < len(self.units) else ""

    def _sentence(self, first: int, last: int) -> tuple[int, bool]:
        """Where a sentence is open before the notes (-1: nowhere), and whether one goes on after them, pieces aside."""
        before = -1
        for place in range(first - 1, max(-1, first - 2 - MOST_BEFORE), -1):
            text = self._text(place)
            if is_open(text) or len(text) > LONGEST_REST:
                before = place if is_open(text) else -1
                break
        steps = range(last + 1, min(len(self.units), last + 2 + MOST_AFTER))
        return before, any(self._goes_on(place) for place in steps)

    def _between(self, first: int, last: int, *, is_cut: bool) -> Iterator[tuple[int, Role]]:
        before = first
        for place in range(first + 1, last):
            if place in self.numbers:
                before = place
            elif self._goes_on(place) and is_cut and not is_address(self._text(place)):
                return  # the second half of the sentence stands between the notes
            else:
                yield place, self._role(before, place)

    def _before(self, first: int, opening: int) -> Iterator[tuple[int, Role]]:
        """Pieces before the notes: addresses, and whatever stands after the `opening` of an interrupted sentence."""
        for place in range(first - 1, max(-1, first - 1 - MOST_BEFORE), -1):
            text = self._text(place)
            is_inside = 0 <= opening < place and not goes_on_small(text)
            if not self._is_piece_like(place) or not (is_address(text) or is_inside):
                return
            yield place, Role.PIECE

    def _is_rest_of_note(self, place: int) -> bool:
        """Whether a unit right above the notes goes on with the open note of the page before, since the sentence that
        is open above it goes on below the notes.
        """
        is_between = is_open(self._text(place - 1)) and self._goes_on(place) and not is_open(self._text(place))
        if not is_between or not self._is_piece_like(place, LONGEST_REST_OF_NOTE):
            return False
        before = max((each for each in self.numbers if each < place), default=-1)
        return before >= 0 and is_open(self._text(before))

    def _after(self, last: int, roles: Mapping[int, Role], *, is_cut: bool) -> Iterator[tuple[int, Role]]:
        for place in range(last + 1, min(len(self.units), last + 1 + MOST_AFTER)):
            if place in roles or not self._is_piece_like(place):
                return
            text = self._text(place)
            is_whole = not goes_on_small(text) and not is_open(text) and not text.rstrip().endswith(":")
            is_inside = is_cut and is_whole and self._goes_on(place + 1)
            role = self._role(last, place)
            is_lost = role is Role.NOTE and self._is_missing(last, place) and not is_open(text)
            is_rest = not is_cut and self._goes_on(place) and not self._is_closed(place - 1)
            if not (is_address(text) or is_inside or is_lost or is_rest):
                return
            yield place, role if is_inside or is_lost else Role.PIECE

    def _role(self, before: int, place: int) -> Role:
        """Where a number is missing a closed note is followed by another, otherwise by its own rest."""
        text = self._text(place)
        is_new = not is_address(text) and not goes_on_small(text) and self._missing(before, place) > 0
        last = place - 1 if before < place - 1 and is_address(self._text(place - 1)) else before
        return Role.NOTE if is_new and self._is_closed(last) else Role.PIECE

    def _is_closed(self, place: int) -> bool:
        text = self._text(place).rstrip()
        return bool(ENDED.search(text) or re.search(r"https?://\S+\Z|\d\Z", text)) and not asks_address(text)

    def _missing(self, before: int, place: int) -> int:
        """How many numbers are missing between the notes around a unit."""
        number = self.numbers[before][1] if before in self.numbers else 0
        following = next((self.numbers[each][0] for each in range(place, len(self.units)) if each in self.numbers), 0)
        return following - number - 1 if number and following else 0

    def _is_missing(self, before: int, place: int) -> bool:
        number = self.numbers[before][1] + 1 if before in self.numbers else 0
        return self._missing(before, place) == 1 and number in self.called


def is_address(text: str) -> bool:
    """Whether a text is nothing but an address, or begins with one that a line end cut off."""
    return bool(ADDRESS_ALONE.match(text) or ADDRESS.match(text))


def is_open(text: str) -> bool:
    """Whether a sentence is not at its end, a call-out aside."""
    return len(text) > SHORTEST_OPEN and bool(OPEN_END.search(CALL_AT_END.sub("", text)))


def may_go_on(text: str) -> bool:
    """Whether a sentence is not surely at its end: a parenthesis or quotation may close inside it."""
    uncalled = CALL_AT_END.sub("", text).rstrip()
    return is_open(text) or (not ENDED.search(uncalled) and uncalled.endswith((")", "]", "»", "”", '"')))


def goes_on_small(text: str) -> bool:
    """Whether a text begins in the middle of a sentence."""
    return bool(SMALL.match(text.lstrip())) and not ADDRESS.match(text)


def asks_address(text: str) -> bool:
    """Whether a note ends with words that announce an address: `available at`, `voir site`."""
    folded = f" {fold(text[-60:].rstrip(' :.,'))}"
    return any(folded.endswith(f" {word}") for word in words_of("notes", "address-follows"))


def is_raised_dash(prose: Prose) -> bool:
    """Whether a text begins with a raised dash, of which the number was lost."""
    first = prose.runs[0] if prose.runs else None
    return first is not None and Style.SUP in first.marks and first.text.strip() in ("-", "–", "—")
