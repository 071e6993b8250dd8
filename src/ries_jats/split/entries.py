"""What the contents say of each article, once the text has told which lines of them are titles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from ..lexicon import entry_at_start, entry_of
from .contents import ContentsLine, is_kicker
from .heads import Candidate
from .likeness import letters
from .lines import Line
from .matching import Chain, Pair
from .pages import page_column, page_of, plausible_pages
from .people import People, people_of

_RUNNING_TEXT = 150
"""Characters from which a line is running text."""
_ENOUGH_LINES = 10
"""Lines with words that no head of an article has."""
_ABOVE, _BELOW = 4, 8
"""Lines with words around a title in which its authors may stand."""
_FOUND = 85.0


@dataclass(frozen=True, slots=True)
class Listed:
    """An article as the contents announce it; `lines` are the numbers of the lines of its title."""

    title: str
    authors: tuple[str, ...] = ()
    page: str = ""
    section: str = ""
    lines: tuple[int, ...] = ()
    author_lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the contents and the lines of the text that have its title, None where they are not found."""

    listed: Listed
    candidate: Candidate | None


def read_entries(lines: Sequence[Line], chain: Chain) -> tuple[Entry, ...]:
    """All entries, in the order of the contents."""
    reader = _Reader(lines, chain)
    entries = list(reader.entries())
    pages = page_column(reader.contents, len(entries)) or [entry.listed.page for entry in entries]
    return tuple(
        replace(entry, listed=replace(entry.listed, page=page))
        for entry, page in zip(entries, plausible_pages(pages), strict=True)
    )


def main_pairs(lines: Sequence[Line], pairs: Sequence[Pair]) -> list[Pair]:
    """Of pairs with no running text between them (a title and its byline, a title and its subtitle) the weightiest."""
    groups: list[list[Pair]] = []
    for pair in pairs:
        if groups and not _has_text_between(lines, groups[-1][-1].candidate.stop, pair.candidate.start):
            groups[-1].append(pair)
        else:
            groups.append([pair])
    return [max(group, key=_standing) for group in groups]


def _standing(pair: Pair) -> tuple[bool, float]:
    """The heading of a section only where there is nothing else."""
    return not is_kicker(pair.hypothesis.title), pair.weight


def _has_text_between(lines: Sequence[Line], stop: int, start: int) -> bool:
    between = [line for line in lines[stop + 1 : start] if line]
    return len(between) >= _ENOUGH_LINES or any(len(line.text) >= _RUNNING_TEXT for line in between)


class _Reader:
    """Reads the lines that are no titles: people, pages, sections, titles that were not found."""

    def __init__(self, lines: Sequence[Line], chain: Chain) -> None:
        self.lines, self.contents = lines, [line for line in chain.contents.lines if line.place < chain.end]
        self.pairs = main_pairs(lines, chain.pairs)
        self.heads = [self._head(pair.candidate) for pair in self.pairs]
        self.people = {place: self._people(line) for place, line in enumerate(self.contents)}
        self.step = 1 if self._people_stand_after() else -1
        self.taken = [self._beside(pair) for pair in self.pairs]

    def entries(self) -> Iterator[Entry]:
        """The entries between and after the titles that were found."""
        section = ""
        taken = {place for beside in self.taken for place in beside}
        for number, gap in enumerate(self._gaps()):
            parts = list(self._sections([place for place in gap if place not in taken], section))
            for part, heading in parts:
                yield from self._lost(part, heading)
            section = parts[-1][1]
            if number < len(self.pairs):
                yield Entry(self._listed(number, section), self.pairs[number].candidate)

    def _gaps(self) -> Iterator[range]:
        """The lines before the first title, between two, and after the last."""
        ends = [-1, *(pair.hypothesis.last for pair in self.pairs)]
        starts = [*(pair.hypothesis.first for pair in self.pairs), len(self.contents)]
        for end, start in zip(ends, starts, strict=True):
            yield range(end + 1, start)

    def _listed(self, number: int, section: str) -> Listed:
        pair = self.pairs[number]
        within = self.contents[pair.hypothesis.first : pair.hypothesis.last + 1]
        beside = [self.contents[place] for place in self.taken[number]]
        people = [pair.hypothesis.people] if pair.hypothesis.people else self._people_in(self.taken[number])
        own = letters(pair.candidate.text)
        number_in_title = within[-1].page_after if own.endswith(within[-1].page_after) else ""
        return Listed(
            title=f"{pair.hypothesis.title} {number_in_title}".strip(),
            authors=tuple(name for each in people for name in each.names),
            page=page_of(within, beside, own),
            section=section,
            lines=self._numbers(within),
            author_lines=self._numbers(within if pair.hypothesis.people else beside),
        )

    def _numbers(self, lines: Sequence[ContentsLine]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self.lines[line.place].number for line in lines))

    # People

    def _head(self, candidate: Candidate) -> list[str]:
        """The lines of the text around a title, as they are compared."""
        before = [line for line in self.lines[max(0, candidate.start - 2 * _ABOVE) : candidate.start] if line]
        after = [line for line in self.lines[candidate.stop + 1 : candidate.stop + 1 + 3 * _BELOW] if line]
        return [letters(line.text) for line in (*before[-_ABOVE:], *after[:_BELOW])]

    def _people(self, line: ContentsLine) -> People | None:
        """Those of a line that holds nothing else; unsure ones only when the text prints them beside a title."""
        people = people_of(line.text.replace("\t", ", ")) if line.text and not is_kicker(line.text) else None
        if people is None or people.is_sure:
            return people
        return people if any(_stands_in(name, head) for name in people.names for head in self.heads) else None

    def _people_in(self, places: Sequence[int]) -> list[People]:
        return [people for place in places if (people := self.people[place])]

    def _people_stand_after(self) -> bool:
        """Whether authors follow their title: asked of the text, and where that is silent of the first title."""
        votes = sum(
            self._agree(self._run(pair.hypothesis.last + 1, 1), head)
            - self._agree(self._run(pair.hypothesis.first - 1, -1), head)
            for pair, head in zip(self.pairs, self.heads, strict=True)
        )
        return votes > 0 or (votes == 0 and not (self.pairs and self._run(self.pairs[0].hypothesis.first - 1, -1)))

    def _agree(self, run: Sequence[int], head: list[str]) -> bool:
        return any(_stands_in(name, head) for people in self._people_in(run) for name in people.names)

    def _beside(self, pair: Pair) -> list[int]:
        """The lines of people and pages beside a title that belong to it."""
        if self.step > 0:
            return self._run(pair.hypothesis.last + 1, 1)
        after = pair.hypothesis.last + 1
        pages = [after] if after < len(self.contents) and self.contents[after].is_page else []
        return [*self._run(pair.hypothesis.first - 1, -1), *pages]

    def _run(self, start: int, step: int) -> list[int]:
        """The lines of people (and of pages among them) from `start` on, in the order of the contents."""
        run: list[int] = []
        titles = {line for pair in self.pairs for line in range(pair.hypothesis.first, pair.hypothesis.last + 1)}
        place = start
        while 0 <= place < len(self.contents) and place not in titles:
            if not self.people.get(place) and not self.contents[place].is_page:
                break
            run.append(place)
            place += step
        return sorted(run)

    # Sections, and titles that the text does not have

    def _sections(self, places: Sequence[int], section: str) -> Iterator[tuple[list[int], str]]:
        """The lines parted by headings of sections, each part with the section it stands in."""
        part: list[int] = []
        for place in places:
            if heading := self._section(place):
                yield part, section
                part, section = [], heading
            else:
                part.append(place)
        yield part, section

    def _section(self, place: int) -> str:
        """The heading of a section of the issue, empty for another line."""
        line = self.contents[place]
        text = line.text.replace("\t", " ").strip(" :")
        if not text or self.people[place]:
            return ""
        has_page = bool(line.page_after or line.page_before)
        stands_out = (line.is_heading or text.isupper()) and not self._titles_stand_out() and not line.page_after
        is_type = entry_of("types", text) is not None or (entry_at_start("types", text) is not None and not has_page)
        return text if is_type or stands_out else ""

    def _titles_stand_out(self) -> bool:
        """Whether titles themselves are set in capitals or as headings."""
        titles = [self.contents[pair.hypothesis.first] for pair in self.pairs]
        return any(line.is_heading or line.text.isupper() for line in titles)

    def _lost(self, places: Sequence[int], section: str) -> Iterator[Entry]:
        """The entries that lines hold which no title of the text is like; they have people or a page."""
        for title, beside in self._titles(places):
            lines, people = [self.contents[place] for place in title], self._people_in(beside)
            page = page_of(lines, [self.contents[place] for place in beside], "")
            if page or people:
                names = tuple(name for each in people for name in each.names)
                text = " ".join(line.text.replace("\t", " ") for line in lines)
                numbers = self._numbers(lines), self._numbers([self.contents[place] for place in beside])
                yield Entry(Listed(text, names, page, section, *numbers), None)

    def _titles(self, places: Sequence[int]) -> Iterator[tuple[list[int], list[int]]]:
        """Lines of a title, and the lines of people and pages on the side where authors stand."""
        title: list[int] = []
        beside: list[int] = []
        for place in places[:: self.step]:
            if self.people[place] or self.contents[place].is_page:
                beside += [place] if title else []
                continue
            if title and (beside or self.contents[title[-1]].page_after):
                yield title[:: self.step], beside
                title, beside = [], []
            title.append(place)
        if title:
            yield title[:: self.step], beside


def _stands_in(name: str, head: list[str]) -> bool:
    key = letters(name)
    return any(len(text) >= len(key) - 2 and fuzz.partial_ratio(key, text) >= _FOUND for text in head)
