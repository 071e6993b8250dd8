"""The citations of one text after another: what names its work first, then what only the text before explains."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ...lexicon import fold
from .back import Back, NoteMention, iter_back, iter_note_mentions
from .dated import DatedReader
from .forms import Group, Mention, groups_of, iter_mentions
from .found import Citation, Habits, Memory
from .index import Works
from .numbered import Passage, iter_numbered, labelled
from .short import Pages, Short, iter_pages, iter_shorts, resolve_pages, resolve_short, sole_works
from .titles import Titled, Titles
from .words import SPACE, is_capital, joiners
from .works import Work

Candidate = Mention | Short | Pages | Back | Titled | NoteMention | Citation
_NAME = re.compile(r"\w+")
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")


@dataclass(frozen=True)
class _Sole:
    """An author with one work in the list: where a text names them."""

    stop: int
    work: Work


class Reader:
    """Reads the texts of an article in their order."""

    def __init__(self, works: Works, habits: Habits, notes: Mapping[str, str]) -> None:
        """`notes` gives for each printed number the key of the note."""
        self._works = works
        self._notes = notes
        self._habits = habits
        self._titles = Titles(works)
        self._labels = labelled(works.works)
        self._soles = dict(sole_works(works))
        self._memory = Memory()
        self._note_work: Work | None = None
        self._cited: set[str] = set()

    def paragraph(self, passage: Passage) -> tuple[Citation, ...]:
        """The citations of a paragraph of the text."""
        self._memory.begin_paragraph()
        return tuple(self._read(passage, self._memory, is_note=False))

    def note(self, passages: tuple[Passage, ...]) -> tuple[tuple[Citation, ...], ...]:
        """The citations of each text of a note."""
        memory = Memory()
        if self._note_work:
            memory.keep(Citation(0, 0, self._note_work))
        found = tuple(tuple(self._read(passage, memory, is_note=True)) for passage in passages)
        text = " ".join(passage.text for passage in passages)
        self._note_work = _only_work([each for citations in found for each in citations], text)
        return found

    def _read(self, passage: Passage, memory: Memory, *, is_note: bool) -> Iterator[Citation]:
        text = passage.text
        groups = groups_of(text)
        dated = DatedReader(text, self._works)
        soles = self._named(text) if self._habits.has_pages_alone else []
        place = 0
        for candidate in self._candidates(passage, groups, is_note=is_note):
            if candidate.start < place:
                continue
            while soles and soles[0].stop <= candidate.start:
                memory.name(soles.pop(0).work)
            citation = self._resolved(candidate, dated, memory)
            if citation is None or citation.start < place:
                continue
            is_joined = bool(place) and _joiner().fullmatch(text, place, citation.start) is not None
            self._keep(citation, memory, is_joined=is_joined)
            place = citation.stop
            yield citation
        if soles:
            memory.name(soles[-1].work)

    def _candidates(self, passage: Passage, groups: tuple[Group, ...], *, is_note: bool) -> list[Candidate]:
        text = passage.text
        found: list[Candidate] = [
            *iter_mentions(text, groups, self._works.surname_words),
            *iter_shorts(text, groups, self._works),
        ]
        found += [*iter_back(text), *iter_note_mentions(text)]
        found += [pages for pages in iter_pages(text, groups) if not pages.is_bare or self._habits.has_pages_alone]
        if is_note:
            found += self._titles.iter_titled(text)
        if self._habits.numbers:
            found += iter_numbered(passage, self._habits.numbers, self._labels)
        return sorted(found, key=_start)

    def _resolved(self, candidate: Candidate, dated: DatedReader, memory: Memory) -> Citation | None:
        match candidate:
            case Mention():
                return dated.resolve(candidate)
            case Short():
                return resolve_short(candidate)
            case Pages():
                return resolve_pages(candidate, memory)
            case Back():
                return self._back(candidate, memory)
            case Titled(start, stop, work):
                return Citation(start, stop, work)
            case NoteMention(start, stop, number):
                key = self._notes.get(number, "")
                return Citation(start, stop, note=key) if key else None
            case Citation():
                return candidate

    def _back(self, back: Back, memory: Memory) -> Citation | None:
        """`Ibid.` is the work cited last; `op. cit.` that of its author which was cited before, or the only one."""
        work = memory.work
        if back.names:
            works = {each.key: each for each in self._works.by_author(back.names)}
            before = [each for key, each in works.items() if key in self._cited]
            known = before if len(before) == 1 else list(works.values())
            if not known:
                return None
            if len(known) > 1:
                return Citation(back.start, back.stop, doubt="ambiguous-citation", nearest=tuple(known))
            work = known[0]
        return Citation(back.start, back.stop, work) if work else None

    def _keep(self, citation: Citation, memory: Memory, *, is_joined: bool) -> None:
        if not citation.note:
            memory.keep(citation, is_joined=is_joined)
        if citation.work:
            self._cited.add(citation.work.key)

    def _named(self, text: str) -> list[_Sole]:
        """Where authors who have one work each are named."""
        words = list(_NAME.finditer(text))
        found = []
        for place, word in enumerate(words):
            if not is_capital(word[0]):
                continue
            for count in (1, 2, 3):
                name = " ".join(fold(each[0]) for each in words[place : place + count])
                if name in self._soles and place + count <= len(words):
                    found.append(_Sole(words[place + count - 1].end(), self._soles[name]))
        return found


@cache
def _joiner() -> re.Pattern[str]:
    return re.compile(rf"[{SPACE},]*(?:{joiners()})[{SPACE}]+")


def _start(candidate: Candidate) -> tuple[int, int]:
    """In the order of the text; of two that begin together the one that names more comes first."""
    start = candidate.start
    if isinstance(candidate, Mention):
        start = candidate.names.names[0].start if candidate.names and not candidate.shares else candidate.start
    return start, isinstance(candidate, Mention | Pages)


def _only_work(citations: list[Citation], text: str) -> Work | None:
    """The work that a note cites, where it cites one and no year of another stands in it."""
    works = {each.work.key: each.work for each in citations if each.work}
    if len(works) != 1 or any(each.work is None for each in citations):
        return None
    (work,) = works.values()
    years = set(_YEAR.findall(text))
    return work if years <= {work.year, *work.other_years} else None
