"""From what the model says of a reference to its parts: one rule for each label."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from ..article.references import ParsedReference, Part, PublicationType
from ..lexicon import lexicons
from .dates import accessed_part, accessed_span, date_parts, is_original, numeric_date
from .kinds import Known, Work, known_of, publication_type
from .labels import Label
from .laws import is_legal, without_place
from .layout import Layout
from .locators import locator_parts
from .mending.cutting import is_known, words_between
from .names import Manner
from .numbers import page_parts, paper_number, volume_parts, without_sign
from .people import GROUPS, people_parts
from .phrases import folded_word
from .reading import Reading, Segment, Stretch
from .titles import journal_of, named, publisher_of, series_of, title_of

_YEAR_LEFT = re.compile(r"\((?:1[4-9]|20)\d\d[^()]{0,20}\)|(?<![\w/-])(?:1[4-9]|20)\d\d[a-h]?(?=\s*(?:[,.;)]|$))")
CERTAIN = 0.5
"""What the model gives less than this is left plain text."""
_PAGES_LEFT = re.compile(r"(?<!\w)pp?\.\s?(?=\d|[ivxlc]+(?!\w))")
_CITED_LEFT = re.compile(r"(?<=,)\s\d{1,3}(?:[-–]\d+)?(?=\.?$)")
_HOLDERS = (Label.JOURNAL, Label.CONTAINER_TITLE, Label.SOURCE)
Mend = Callable[[Reading, list[Segment]], list[Segment]]
_OF_WHOLES = frozenset({PublicationType.BOOK, PublicationType.THESIS, PublicationType.REPORT})
"""What is a work of its own even when something printed beside it seems to hold it."""


def drafted(reading: Reading, mend: Mend = lambda _, segments: segments) -> ParsedReference:
    """The reference that a reading makes, its segments put right by `mend`; what is not certain stays plain text."""
    segments = [segment for segment in mend(reading, list(reading.segments())) if segment.certainty >= CERTAIN]
    draft = Draft(reading, segments)
    draft.lay()
    certainty = min((segment.certainty for segment in segments), default=0.0)
    return ParsedReference(reading.text, draft.layout.parts(), draft.publication_type, certainty)


class Draft:
    """A reference while its parts are found."""

    def __init__(self, reading: Reading, segments: Sequence[Segment]) -> None:
        self.reading = reading
        self.segments = segments
        self.layout = Layout(reading.text)
        self.known: Known = known_of(reading, segments)
        self.manner = _manner(reading, segments)
        self.publication_type = PublicationType.OTHER

    def lay(self) -> None:
        """Lays every part: what has a form of its own first, the titles last, which depend on the kind of the work."""
        self._lay_locators()
        for segment in self.segments:
            if segment.label is Label.DATE:
                self.lay_date(segment)
        self._lay_full_date()
        for segment in self.segments:
            if rule := _RULES.get(segment.label):
                rule(self, segment)
        self.publication_type = publication_type(self._work())
        self._lay_titles()
        self._lay_year_left()
        self._lay_pages_left()

    def _lay_full_date(self) -> None:
        """A date in numbers that the model has not seen as one."""
        if not self.layout.has("year"):
            for part in numeric_date(self.reading.text, 0, len(self.reading.text)):
                self.layout.lay([part])

    def _lay_year_left(self) -> None:
        """A year that the model has seen nothing in: one in brackets, or between commas, outside all parts."""
        for start, stop in self.layout.gaps() if not self.layout.has("year") else ():
            if match := _YEAR_LEFT.search(self.reading.text, start, stop):
                self.layout.lay(list(date_parts(self.reading.text, *match.span()))[:1])
                return

    def _lay_pages_left(self) -> None:
        """Pages after `p.` outside all parts; after `Ibid.`, a number at the end."""
        pattern = _CITED_LEFT if self.publication_type is PublicationType.OTHER else _PAGES_LEFT
        for start, stop in self.layout.gaps() if not self.layout.has("fpage", "page-range", "size") else ():
            match = _PAGES_LEFT.search(self.reading.text, start, stop) or pattern.search(self.reading.text, start, stop)
            if match:
                for part in page_parts(self.reading.text, match.start(), stop, is_serial=False):
                    self._lay_once(part)
                return

    def _work(self) -> Work:
        """What the kind of the work is told by."""
        authors = [part.element for part in ParsedReference(self.reading.text, self.layout.parts()).group("author")]
        title = next((segment for segment in self.segments if segment.label in (Label.TITLE, Label.JOURNAL)), None)
        first = range(title.first, min(title.first + 3, title.last)) if title else ()
        return Work(
            self.known,
            frozenset(part.element for part in self.layout.parts()),
            is_of_body=(bool(authors) and set(authors) == {"collab"}) or self._is_of("place"),
            is_inside=any(self._is_inside(segment) for segment in self.segments),
            is_law=any(is_known(self.reading, at, "law") for at in first),
            is_surely_law=self._is_surely_law(title),
            is_of_newspaper=self._is_of("newspaper"),
        )

    def _is_surely_law(self, title: Segment | None) -> bool:
        """Whether a court is the author, or the title begins as laws do or names the parties of a case."""
        author = next((segment for segment in self.segments if segment.label is Label.AUTHOR), None)
        if author and is_known(self.reading, author.first, "court"):
            return True
        if title is None:
            return False
        words = words_between(self.reading, title.first, title.last)
        is_named = bool(words) and is_known(self.reading, words[0], "law", "court")
        return is_named or is_legal(self.reading.stretch(title).words)

    def _is_of(self, kind: str) -> bool:
        """Whether all words of the author are known as this: newspapers and states write too."""
        author = next((segment for segment in self.segments if segment.label is Label.AUTHOR), None)
        words = words_between(self.reading, author.first, author.last) if author else []
        return bool(words) and all(is_known(self.reading, at, kind) for at in words)

    def _is_inside(self, segment: Segment) -> bool:
        """Whether a segment says in whose book the work is."""
        kinds = self.reading.kinds[segment.first]
        return segment.label is Label.EDITOR and ("inside" in kinds or "inside+" in kinds)

    @property
    def is_serial(self) -> bool:
        """Whether a journal seems to have printed the work."""
        return Label.JOURNAL in self.known or (
            Label.CONTAINER_TITLE in self.known and not {Label.PUBLISHER, Label.EDITOR} & set(self.known)
        )

    def _lay_locators(self) -> None:
        for part in locator_parts(self.reading.text):
            self.layout.lay([part])
        span = accessed_span(self.reading)
        if span and (accessed := accessed_part(self.reading.text, *span)):
            self.layout.lay([accessed])

    def lay_people(self, segment: Segment) -> None:
        """Authors, editors, translators."""
        is_first = segment == next(each for each in self.segments if each.label in GROUPS)
        manner = self.manner if is_first else replace(self.manner, surname_first=False)
        self.layout.lay(people_parts(self.reading, segment, manner))

    def lay_date(self, segment: Segment) -> None:
        """Year, month and day; only one year is that of the work."""
        stretch = self.reading.stretch(segment)
        if self.layout.has("year"):
            return
        if self._is_of_original(segment):
            return
        for part in date_parts(self.reading.text, stretch.start, stretch.stop):
            self.layout.lay([part])

    def _is_of_original(self, segment: Segment) -> bool:
        """Whether a date in square brackets is followed by another, which is that of the printed work."""
        stretch = self.reading.stretch(segment)
        before = next((other.label for other in self.segments if other.last == segment.first), None)
        opens = is_original(self.reading.text, stretch.start) or stretch.words.startswith("[")
        opens = opens or (before is Label.TITLE and stretch.words.startswith("("))
        return opens and any(other.label is Label.DATE and other.first > segment.first for other in self.segments)

    def lay_volume(self, segment: Segment) -> None:
        """Volume and issue, each once."""
        stretch = self.reading.stretch(segment)
        serial = {"is_serial": self.is_serial, "counts_issues": self._counts_issues()}
        for part in volume_parts(self.reading.text, stretch.start, stretch.stop, **serial):
            self._lay_once(part)

    def _counts_issues(self) -> bool:
        """Whether the journal is known to number its issues and to have no volumes."""
        journal = next((segment for segment in self.segments if segment.label in _HOLDERS[:2]), None)
        words = words_between(self.reading, journal.first, journal.last) if journal else []
        return bool(words) and all(is_known(self.reading, at, "counts-issues") for at in words)

    def lay_pages(self, segment: Segment) -> None:
        """Pages, each once."""
        stretch = self.reading.stretch(segment)
        if self.layout.has("fpage", "page-range", "elocation-id"):
            return
        for part in page_parts(self.reading.text, stretch.start, stretch.stop, is_serial=self.is_serial):
            self._lay_once(part)

    def _lay_once(self, part: Part) -> None:
        if not self.layout.has(part.element):
            self.layout.lay([part])

    def lay_publisher(self, segment: Segment) -> None:
        """The publisher, and a series printed with it."""
        publisher, series = publisher_of(self.reading, segment)
        if not self.layout.has("publisher-name") and not self._is_subject(segment):
            self.layout.lay_words(publisher, "publisher-name")
        if series and not self.layout.has("series"):
            self.layout.lay_words(series_of(series), "series")

    def _is_subject(self, segment: Segment) -> bool:
        """Whether a thesis has another publisher, and this one bears no word of a university."""
        others = [each for each in self.segments if each.label is Label.PUBLISHER and each.first > segment.first]
        is_thesis = any("thesis" in self.known.get(label, ()) for label in (Label.GENRE, Label.NOTE))
        return is_thesis and bool(others) and not {"publisher", "publishers", "body"} & self.reading.known(segment)

    def lay_place(self, segment: Segment) -> None:
        """The place of the publisher."""
        if not self.layout.has("publisher-loc"):
            self.layout.lay_words(named(self.reading.stretch(segment)), "publisher-loc")

    def lay_edition(self, segment: Segment) -> None:
        """Which edition."""
        edition = named(self.reading.stretch(segment))
        if any(letter.isalpha() for letter in edition.words):
            self.layout.lay_words(edition, "edition")

    def lay_series(self, segment: Segment) -> None:
        """The series of a book."""
        self.layout.lay_words(series_of(self.reading.stretch(segment)), "series")

    def lay_genre(self, segment: Segment) -> None:
        """What a thesis or report calls itself, and the number of a working paper."""
        stretch = self.reading.stretch(segment)
        if "working-paper" in self.reading.known(segment):
            for part in paper_number(stretch.text, stretch.start, stretch.stop):
                self._lay_once(part)
                stretch = Stretch(stretch.text, stretch.start, without_sign(stretch.text, stretch.start, part.start))
        self.layout.lay_words(named(stretch), "comment", content_type="genre")

    def _lay_titles(self) -> None:
        titles = [segment for segment in self.segments if segment.label is Label.TITLE]
        holders = [segment for segment in self.segments if segment.label in self._holders()]
        if not holders and len(titles) > 1 and self.publication_type not in _OF_WHOLES:
            holders, titles = titles[1:], titles[:1]
        if not titles and self.publication_type in _OF_WHOLES:
            titles, holders = holders, []
        if titles:
            self.layout.lay_words(self._title(titles[0]), self._title_element(has_holder=bool(holders)))
        if holders:
            self.layout.lay_words(journal_of(self.reading, holders[0]), "source")

    def _title(self, segment: Segment) -> Stretch:
        """The title of the work; that of a law without where it is printed."""
        title = title_of(self.reading, segment)
        is_law = self.publication_type is PublicationType.LEGISLATION
        return Stretch(title.text, title.start, title.start + without_place(title.words)) if is_law else title

    def _holders(self) -> Sequence[Label]:
        """Labels of what may hold the work; who keeps a document holds no book."""
        has_title = Label.TITLE in self.known
        return _HOLDERS[:2] if self.publication_type in _OF_WHOLES and has_title else _HOLDERS

    def _title_element(self, *, has_holder: bool) -> str:
        if self.publication_type is PublicationType.CHAPTER:
            return "chapter-title"
        is_part = has_holder or self.publication_type in (PublicationType.JOURNAL, PublicationType.NEWSPAPER)
        return "article-title" if is_part else "source"


_RULES: Mapping[Label, Callable[[Draft, Segment], None]] = {
    **dict.fromkeys(GROUPS, Draft.lay_people),
    Label.VOLUME: Draft.lay_volume,
    Label.PAGES: Draft.lay_pages,
    Label.PUBLISHER: Draft.lay_publisher,
    Label.LOCATION: Draft.lay_place,
    Label.EDITION: Draft.lay_edition,
    Label.COLLECTION_TITLE: Draft.lay_series,
    Label.GENRE: Draft.lay_genre,
}


def _manner(reading: Reading, segments: Sequence[Segment]) -> Manner:
    """How names that do not show it are printed: surnames come first where the year follows the authors."""
    labels = [segment.label for segment in segments if segment.label is not Label.CITATION_NUMBER]
    is_dated = labels[1:2] == [Label.DATE] and labels[0] in GROUPS
    return Manner(surname_first=is_dated, two_surnames=_is_spanish(reading))


def _is_spanish(reading: Reading) -> bool:
    """Whether no language has more of the small words of a reference than Spanish has."""
    words = {folded_word(token.text) for token in reading.tokens}
    counts = {language: len(words & small) for language, small in _small_words().items()}
    return counts["es"] == max(counts.values()) > 0


@cache
def _small_words() -> dict[str, frozenset[str]]:
    return {each.language: frozenset(each.folded_words("function-words", "words")) for each in lexicons()}
