"""The parts of a reference laid anew where a corrected work says other things than they did."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..article.references import ParsedReference, Part
from ..article.works import Person, Work
from .kinds import ELEMENTS, GROUPS, publication_type, title_element
from .printed import ROLES

NEAR = 4
"""Characters between a surname and the given names: a comma, a space, a bracket."""
TITLES = frozenset({"article-title", "chapter-title", "data-title", "part-title", "source"})


def relaid(parsed: ParsedReference, before: Work, work: Work) -> ParsedReference:
    """`parsed`, which says `before`, with the parts that `work` agrees with, and the other values that are printed."""
    layout = _Layout(parsed.text, list(parsed.parts))
    for role, kind in GROUPS.items():
        if before.all(role) != work.all(role):
            layout.drop_groups({name for name, each in ROLES.items() if each is role})
            layout.add_people(kind, work.all(role))
    _lay_values(layout, before, work)
    kind = publication_type(work)
    parts = sorted(layout.parts, key=lambda part: (part.start, -part.stop))
    return replace(parsed, parts=tuple(parts), publication_type=kind, certainty=1.0)


def _lay_values(layout: "_Layout", before: Work, work: Work) -> None:
    titles_before, titles = _titles(before), _titles(work)
    if titles_before != titles:
        layout.drop(TITLES)
        for element, words in titles:
            layout.add(element, words)
    for name, element in ELEMENTS.items():
        value = getattr(work, name)
        if element != "source" and value != getattr(before, name):
            layout.drop({element})
            layout.add(element, value)
    if work.issued.parts != before.issued.parts:
        layout.drop_years()
        layout.add("year", work.issued.year)
    if work.page != before.page:
        layout.drop({"fpage", "lpage", "page-range"})
        layout.add_pages(work.page)
    if work.doi != before.doi:
        layout.drop({"pub-id"}, "doi")
        layout.add("pub-id", work.doi, (("pub-id-type", "doi"),))
    if work.url != before.url:
        layout.drop({"ext-link", "uri"})
        layout.add("ext-link", work.url, (("xlink:href", work.url),))


def _titles(work: Work) -> list[tuple[str, str]]:
    """The titles with their elements, the longer words first, which may hold the shorter ones."""
    titles = [(title_element(work), work.title), ("source", work.container_title)]
    return sorted((each for each in titles if each[1]), key=lambda each: -len(each[1]))


@dataclass
class _Layout:
    """The parts of one string while they are laid anew."""

    text: str
    parts: list[Part]

    def drop(self, elements: set[str] | frozenset[str], kind: str = "") -> None:
        """Takes away the parts that are these elements, and those inside them; only identifiers of this `kind`."""
        gone = [part for part in self.parts if part.element in elements and kind in ("", part.attribute("pub-id-type"))]
        self._drop(gone)

    def drop_groups(self, kinds: set[str]) -> None:
        """Takes away the person groups of these types."""
        self._drop([part for part in self.parts if part.attribute("person-group-type") in kinds])

    def drop_years(self) -> None:
        """Takes away the year of the work, not those inside other dates."""
        outer = [part for part in self.parts if part.element in ("date-in-citation", "conf-date")]
        years = [part for part in self.parts if part.element in ("year", "string-date")]
        self._drop([year for year in years if not any(date.holds(year) for date in outer)])

    def _drop(self, gone: list[Part]) -> None:
        self.parts = [part for part in self.parts if part not in gone and not any(each.holds(part) for each in gone)]

    def add(self, element: str, words: str, attributes: tuple[tuple[str, str], ...] = ()) -> None:
        """A part where the words stand for the first time outside all others; none where they do not."""
        span = next(self._free(words), None)
        if span:
            self.parts.append(Part(*span, element, attributes))

    def add_pages(self, pages: str) -> None:
        """First and last page, where they stand with a dash between them."""
        first, _, last = pages.partition("-")
        if not last:
            self.add("fpage", first)
            return
        for match in re.finditer(rf"(?<!\w)({re.escape(first)})\s*[-–—]\s*({re.escape(last)})(?!\w)", self.text):
            if self._is_free(*match.span()):
                self.parts += [Part(*match.span(1), "fpage"), Part(*match.span(2), "lpage")]
                return

    def add_people(self, kind: str, people: tuple[Person, ...]) -> None:
        """A group round the names that are printed, if nothing else stands between them."""
        names: list[list[Part]] = []
        for person in people:
            place = names[-1][0].stop if names else 0
            if found := next(self._names(person, place), None):
                names.append(found)
        start = min((parts[0].start for parts in names), default=0)
        stop = max((parts[0].stop for parts in names), default=0)
        if names and self._is_free(start, stop):
            self.parts.append(Part(start, stop, "person-group", (("person-group-type", kind),)))
            self.parts += [part for parts in names for part in parts]

    def _names(self, person: Person, place: int) -> Iterator[list[Part]]:
        """The places of a name after `place`: the whole, then its pieces."""
        if not person.family:
            element = "collab" if person.is_group else "string-name"
            yield from ([Part(*span, element)] for span in self._free(person.literal, place))
            return
        for span in self._free(person.surname, place):
            surname = Part(*span, "surname")
            given = self._given(person, surname)
            bounds = [bound for part in (surname, given) if part for bound in (part.start, part.stop)]
            pieces = sorted((part for part in (surname, given) if part), key=lambda part: part.start)
            yield [Part(min(bounds), max(bounds), "string-name"), *pieces]

    def _given(self, person: Person, surname: Part) -> Part | None:
        """The given names right after the surname, or right before it."""
        given = " ".join(part for part in (person.given, person.dropping_particle) if part)
        for span in self._free(given):
            if 0 <= span[0] - surname.stop <= NEAR or 0 <= surname.start - span[1] <= NEAR:
                return Part(*span, "given-names")
        return None

    def _free(self, words: str, place: int = 0) -> Iterator[tuple[int, int]]:
        """Where whole words stand that are in no part."""
        if not words:
            return
        pattern = r"\s+".join(map(re.escape, words.split()))
        for match in re.compile(rf"(?<!\w){pattern}(?!\w)").finditer(self.text, place):
            if self._is_free(*match.span()):
                yield match.span()

    def _is_free(self, start: int, stop: int) -> bool:
        return all(part.stop <= start or stop <= part.start for part in self.parts)
