"""Notes that point back to earlier notes, in an article whose only references stand in its notes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...lexicon import fold
from .back import Back, iter_back
from .found import Citation
from .words import anywhere, core, is_capital

LONGEST = 400
"""Characters of a note that cites one work and says no more."""
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_OTHER = re.compile(rf"{_YEAR.pattern}|[;؛]")
"""What shows that a note has cited something already."""
_SEVERAL = re.compile(r"[;؛]")
_NAMES = re.compile(r"\w+")


@dataclass(frozen=True)
class NoteText:
    """A note's key and words."""

    key: str
    text: str


class FirstMentions:
    """For each note the one that first mentions what it cites, as far as nobody can doubt it."""

    def __init__(self, notes: Sequence[NoteText]) -> None:
        self._notes = tuple(notes)
        self._first: list[str] = []
        self._by_word: dict[str, list[int]] = {}
        self.links: dict[str, tuple[Citation, ...]] = {}
        for place, note in enumerate(self._notes):
            self._read(place, note)

    def _read(self, place: int, note: NoteText) -> None:
        backs = list(iter_back(note.text))
        links = tuple(self._links(place, note.text, backs))
        self.links[note.key] = links
        if backs:
            is_alone = len(backs) == 1 and len(links) == 1 and not _YEAR.search(note.text)
            self._first.append(links[0].note if is_alone else "")
            return
        self._first.append(note.key if _cites_one(note.text) else "")
        for word in {fold(word) for word in _NAMES.findall(note.text) if is_capital(word)}:
            self._by_word.setdefault(word, []).append(place)

    def _links(self, place: int, text: str, backs: Sequence[Back]) -> Iterator[Citation]:
        for back in backs:
            key = self._named(back) if back.names else self._previous(place, text, back)
            if key:
                yield Citation(back.start, back.stop, note=key)

    def _previous(self, place: int, text: str, back: Back) -> str:
        """What the note before cites, where the words stand first in theirs."""
        other = _OTHER.search(text)
        is_first = other is None or other.start() >= back.start
        return self._first[place - 1] if place and is_first else ""

    def _named(self, back: Back) -> str:
        """The only earlier note that names the author with a work."""
        words = core(back.names[-1])
        places = set(self._by_word.get(words[-1], ())) if words else set()
        for word in words[:-1]:
            places &= set(self._by_word.get(word, ())) or places
        dated = [each for each in sorted(places) if _YEAR.search(self._notes[each].text)]
        return self._notes[dated[0]].key if len(dated) == 1 else ""


def _cites_one(text: str) -> bool:
    """Whether a note cites one work: one year, nothing that parts several."""
    years = set(_YEAR.findall(text))
    is_short = len(text) <= LONGEST and not _SEVERAL.search(text)
    return len(years) == 1 and is_short and not anywhere("also").search(text)
