"""The article, recognised: head, abstracts and keywords, declarations, body, references."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ..article.blocks import Block, Heading, Note, Paragraph, Quote
from ..article.front import EventDate, Front, KeywordGroup, Product, Statement
from ..article.given import FieldCitation
from ..article.ledger import Departure, Entry
from ..article.model import Article
from ..article.prose import Prose, Style
from ..article.source import Source
from ..article.walk import all_prose, plain_text
from ..findings import Finding, finding
from ..journal import ArticleEntry, Issue, Journal
from ..language import detect, is_tag, primary
from ..lexicon import fold
from .addresses import Linker
from .byline import read_byline
from .citations.linker import link_citations
from .classify import SECTION, Kind, strong_kind
from .dates import field_date, iter_dates
from .given import with_given_works, with_noted_works
from .head import Classified, read_head
from .headings import find_headings
from .kinds import recognise_type, take_product
from .labelled import label_at, opened_quotes
from .late import (
    take_author_box,
    take_citation,
    take_correspondence,
    take_dates,
    take_empty_heading,
    take_marked_affiliations,
    take_signature,
)
from .layouts import opened_layouts
from .leftovers import leftovers
from .lines import Line
from .marked import line_labels
from .mentions import link_in_notes, link_mentions
from .missing import iter_missing, iter_uncalled
from .names import NameHabits, mentioned_surnames
from .noted import mark_references
from .numbering import read_journal_title, read_numbering
from .parts import PartReader, Parts
from .people import People, PeopleReader
from .recase import Vocabulary
from .references import Found, take_references, with_parsed_references
from .sections import nest
from .statements import Taken, heading_kind, run_in_statement, take_statements, without_title
from .structure import read_structure
from .text import Text
from .titles import TitleReader

SHORTEST_READ = 150
"""Characters of a paragraph that tells the language."""
MOST_HEADS = 4
"""Running heads that are read for numbers: those of the first pages."""
FEWEST_LETTERS = 20
"""Letters below which a text tells no language."""
READ_FOR_LANGUAGE = 6_000
"""Characters of the text by which the article's language is told."""


@dataclass(frozen=True)
class Manuscript:
    """What recognition needs of a manuscript: the parts of a document, without the module that read it."""

    source: Source
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    language: str = ""
    is_extracted: bool = False
    running_heads: tuple[Prose, ...] = ()
    """Lines that repair took off the pages; they may tell volume and issue where nothing else does."""
    citations: tuple[FieldCitation, ...] = ()
    """What citation managers left in the file."""
    lists: tuple[tuple[int, int], ...] = ()
    """Where they put the list of references: its first and last offset."""


@dataclass(frozen=True)
class Surroundings:
    """What is known of an article before it is read."""

    journal: Journal | None = None
    issue: Issue = field(default_factory=Issue)
    entry: ArticleEntry | None = None


def recognise_article(manuscript: Manuscript, surroundings: Surroundings) -> Article:
    """The article that the manuscript holds; its ledger and findings are those of recognition alone."""
    article = Recogniser(manuscript, surroundings).article()
    article = Linker(manuscript.source, mend=manuscript.is_extracted).article(article)
    article, given = with_given_works(with_parsed_references(article), manuscript.citations)
    article = link_citations(article, manuscript.source, given)
    return with_noted_works(mark_references(article), manuscript.citations, manuscript.source)


class Recogniser:
    """One reading of one manuscript, step by step."""

    def __init__(self, manuscript: Manuscript, surroundings: Surroundings) -> None:
        self._manuscript = manuscript
        self._surroundings = surroundings
        self._source = manuscript.source
        self._ledger: list[Entry] = []
        self._findings: list[Finding] = []
        self._unread: tuple[Prose, ...] = ()

    def article(self) -> Article:
        """All steps in their order."""
        language = self._language()
        blocks = opened_quotes(self._opened(self._manuscript.blocks))
        lines, end = read_head(blocks, language)
        reader = PartReader(blocks, language, self._source)
        start = reader.read(end)
        rest = self._read_late_parts(reader, reader.blocks[start:])
        self._take_parts(reader.parts)
        head = self._with_late_lines(lines, reader.parts.lines)
        text = find_headings(self._text(rest, language))
        self._ledger += text.ledger
        self._findings += text.findings
        head, rest = self._with_end_of_head(head, list(text.blocks), language)
        taken = take_statements(rest)
        found = take_references(taken.blocks, is_extracted=self._manuscript.is_extracted, made=self._manuscript.lists)
        self._findings += map(self._doubt, found.doubts)
        article_type = recognise_type(head, self._surroundings.entry)
        products, head = take_product(head, article_type)
        people = self._people(head, language)
        front = self._front(head, reader.parts, people, taken, language)
        front = replace(front, article_type=article_type, products=tuple(Product(prose) for prose in products))
        return self._article(front, people, found)

    def _opened(self, blocks: Sequence[Block]) -> Sequence[Block]:
        """Tables tell nothing of layout where the text was extracted from one."""
        return opened_layouts(blocks) if self._source.has_paragraphs else blocks

    def _doubt(self, prose: Prose) -> Finding:
        return finding("reference-bounds-uncertain", self._source.place(prose.at), quote=prose.text.strip()[:80])

    def _language(self) -> str:
        """What the file says, else what most of the text is written in."""
        declared = self._manuscript.language
        if is_tag(declared):
            return primary(declared)
        blocks = self._manuscript.blocks[_text_start(self._manuscript.blocks) :]
        end = next((place for place, block in enumerate(blocks) if heading_kind(block) == "references"), len(blocks))
        long = [prose.text for prose in all_prose(blocks[:end]) if len(prose.text) > SHORTEST_READ]
        last = " ".join(reversed(long[len(long) // 3 :]))
        for text in (last, plain_text(blocks), plain_text(self._manuscript.blocks)):
            if sum(map(str.isalpha, text)) >= FEWEST_LETTERS:
                return detect(text[:READ_FOR_LANGUAGE])[0]
        self._findings.append(finding("language-unknown", self._source.place(None)))
        journal = self._surroundings.journal
        return journal.languages[0] if journal and journal.languages else ""

    # Parts

    def _read_late_parts(self, reader: PartReader, blocks: Sequence[Block]) -> list[Block]:
        """Abstracts and keywords at the end of the article, where some journals print the translated ones."""
        kept: list[Block] = []
        offset = len(reader.blocks) - len(blocks)
        place = offset
        while place < len(reader.blocks):
            after = reader.read(place) if self._is_late_part(reader.blocks, place, offset) else place
            if after == place:
                kept.append(reader.blocks[place])
                after += 1
            place = after
        return kept

    def _is_late_part(self, blocks: Sequence[Block], place: int, offset: int) -> bool:
        found = label_at(blocks[place])
        if not found:
            following = label_at(blocks[place + 1]) if place + 1 < len(blocks) else None
            is_title = isinstance(blocks[place], Heading) and following and following.label.kind == "abstract"
            return bool(is_title)
        is_end = place > offset + 0.6 * (len(blocks) - offset)
        return found.label.kind in ("abstract", "keywords") and (is_end or found.label.kind == "keywords")

    def _take_parts(self, parts: Parts) -> None:
        self._ledger += parts.ledger
        self._findings += parts.findings

    @staticmethod
    def _with_late_lines(head: tuple[Classified, ...], lines: Sequence[Line]) -> tuple[Classified, ...]:
        late = tuple(Classified(line, strong_kind(line) or Kind.JOURNAL) for line in lines)
        return (*head, *late)

    @staticmethod
    def _with_end_of_head(
        head: tuple[Classified, ...], rest: list[Block], language: str
    ) -> tuple[tuple[Classified, ...], list[Block]]:
        """With the lines of the head that stand at the end of the text."""
        if not any(each.kind is Kind.AUTHORS for each in head):
            signature, rest = take_signature(rest)
            head = (*head, *signature)
        bylines = [read_byline(each.line.prose) for each in head if each.kind is Kind.AUTHORS]
        markers = {marker for byline in bylines if byline for person in byline.people for marker in person.markers}
        explained = {label for each in head if each.kind is Kind.AFFILIATION for label in line_labels(each.line.prose)}
        marked, rest = take_marked_affiliations(rest, frozenset(markers - explained))
        correspondence, rest = take_correspondence(rest)
        names = [fold(person.name.text) for byline in bylines if byline for person in byline.people]
        boxed, rest = take_author_box(rest, names)
        cited, rest = take_citation(rest)
        dates, rest = take_dates(rest, language)
        empty, rest = take_empty_heading(rest)
        return (*head, *marked, *correspondence, *boxed, *cited, *dates, *empty), rest

    # People

    def _people(self, head: Sequence[Classified], language: str) -> People:
        citations = " ".join(each.line.text for each in head if each.kind is Kind.CITATION)
        habits = NameHabits(language, frozenset(mentioned_surnames(citations)))
        people = PeopleReader(habits, self._manuscript.notes, self._source).read(head)
        self._ledger += people.ledger
        self._findings += people.findings
        marks, self._unread = leftovers(head, people)
        self._ledger += [Entry(Departure.FIELD_LABEL, prose, "a mark that links authors") for prose in marks]
        return people

    # Front

    def _front(self, head: Sequence[Classified], parts: Parts, people: People, taken: Taken, language: str) -> Front:
        citation = Prose.join((each.line.prose for each in head if each.kind is Kind.CITATION), " ")
        journal_lines = [each.line.prose for each in head if each.kind in (Kind.JOURNAL, Kind.DOI)]
        vocabulary = Vocabulary.of(prose.text for prose in all_prose(self._manuscript.blocks))
        titles = TitleReader(self._mentions(citation), vocabulary, self._source, language)
        title_group = titles.read(head, parts.translations)
        self._ledger += titles.ledger
        self._findings += titles.findings
        contributors = tuple(titles.recased(each) for each in people.contributors)
        return Front(
            language=language,
            heading=self._section(head),
            title_group=title_group,
            contributors=contributors,
            affiliations=people.affiliations,
            dates=tuple(self._dates(head, language)),
            abstracts=tuple(self._in_order(parts.abstracts, language)),
            keywords=tuple(self._in_order(self._merged(parts.keywords), language)),
            numbering=read_numbering(citation, [*journal_lines, *self._manuscript.running_heads[:MOST_HEADS]]),
            statements=tuple(self._statements(head, parts, taken)),
            corresponding=people.corresponding,
            suggested_citation=citation,
            journal_title=read_journal_title(citation),
            license_text=Prose.join((each.line.prose for each in head if each.kind is Kind.LICENSE), " "),
            others=tuple(self._others(head)),
        )

    def _mentions(self, citation: Prose) -> tuple[str, ...]:
        """Other places that print the title or names: the suggested citation, the issue's contents."""
        entry = self._surroundings.entry
        listed = (entry.title, *entry.authors) if entry else ()
        return (*(part for part in [citation.text] if part), *(text for text in listed if text))

    def _section(self, head: Sequence[Classified]) -> Prose:
        self._ledger += [
            Entry(Departure.FIELD_LABEL, each.line.prose, "names a field") for each in head if each.kind is Kind.FIELD
        ]
        for each in head:
            label = SECTION.match(each.line.text) if each.kind is Kind.SECTION else None
            if label:
                self._ledger.append(
                    Entry(Departure.FIELD_LABEL, each.line.prose.cut(0, label.end()), "names the section")
                )
                return each.line.prose.cut(label.end())
        printed = next((each.line.prose for each in head if each.kind is Kind.TYPE), Prose())
        return printed.unmarked(Style)

    def _dates(self, head: Sequence[Classified], language: str) -> Iterable[EventDate]:
        for each in head:
            if each.kind is not Kind.DATES:
                continue
            found = [date for date, _ in iter_dates(each.line.prose, language)]
            if not found and each.line.style and (date := field_date(each.line.prose, language)):
                found = [date]
            yield from found
            if not found:
                place = self._source.place(each.line.prose.at)
                self._findings.append(finding("date-unreadable", place, quote=each.line.text[:80]))
            self._ledger.append(Entry(Departure.FIELD_LABEL, each.line.prose, "a date as printed"))

    @staticmethod
    def _in_order(parts: Sequence, language: str) -> list:  # type: ignore[type-arg]
        """The article's own language first, the others as printed."""
        return sorted(parts, key=lambda part: part.language != language)

    def _merged(self, groups: Sequence[KeywordGroup]) -> list[KeywordGroup]:
        """One group a language; terms and labels that come again go to the ledger."""
        merged: dict[str, KeywordGroup] = {}
        for group in groups:
            first = merged.get(group.language)
            if first is None:
                merged[group.language] = group
                continue
            known = {fold(term.text) for term in first.terms}
            extra = tuple(term for term in group.terms if fold(term.text) not in known)
            again = [term for term in group.terms if fold(term.text) in known]
            self._ledger += [Entry(Departure.DUPLICATE, term, "a keyword printed twice") for term in again]
            self._ledger.append(Entry(Departure.FIELD_LABEL, group.title, "names the keywords again"))
            merged[group.language] = replace(first, terms=(*first.terms, *extra))
        return list(merged.values())

    def _statements(self, head: Sequence[Classified], parts: Parts, taken: Taken) -> Iterable[Statement]:
        for statement in (*self._head_statements(head), *taken.statements, *self._epigraphs(parts)):
            untitled, entries = without_title(statement)
            self._ledger += entries
            yield untitled

    def _head_statements(self, head: Sequence[Classified]) -> Iterable[Statement]:
        for each in head:
            if each.kind is Kind.STATEMENT and (statement := run_in_statement(each.line.prose)):
                yield statement
            elif each.kind is Kind.DEDICATION:
                yield Statement("dedication", (Paragraph(each.line.prose),))
        lines = tuple(Paragraph(each.line.prose) for each in head if each.kind is Kind.EPIGRAPH)
        if lines:
            yield Statement("epigraph", lines)

    def _epigraphs(self, parts: Parts) -> Iterable[Statement]:
        for block in parts.epigraphs:
            yield Statement("epigraph", block.blocks if isinstance(block, Quote) else (block,))

    def _others(self, head: Sequence[Classified]) -> Iterable[tuple[str, Prose]]:
        """Lines that belong to no element of their own."""
        printed_type = next((each.line.prose for each in head if each.kind is Kind.TYPE), None)
        for each in head:
            if each.kind in (Kind.JOURNAL, Kind.DOI):
                yield "journal-line", each.line.prose
            elif each.kind is Kind.TEXT:
                yield self._unknown(each.line.prose)
            elif each.kind is Kind.TYPE and each.line.prose is not printed_type:
                yield "head-line", each.line.prose
        for prose in self._unread:
            yield self._unknown(prose)

    def _unknown(self, prose: Prose) -> tuple[str, Prose]:
        place = self._source.place(prose.at)
        self._findings.append(finding("head-line-unknown", place, quote=prose.text.strip()[:80]))
        return "head-line", prose

    # The whole

    def _article(self, front: Front, people: People, found: Found) -> Article:
        notes = tuple(note for note in self._manuscript.notes if note.key not in people.used_notes)
        text = read_structure(self._text(found.blocks, front.language))
        body = nest(link_mentions(text.blocks), trust_levels=not self._manuscript.is_extracted)
        return Article(
            front=front,
            body=body,
            notes=link_in_notes(notes, body),
            reference_lists=found.lists,
            ledger=(*self._ledger, *text.ledger),
            findings=(
                *self._findings,
                *text.findings,
                *iter_missing(front, self._surroundings.entry, self._source),
                *iter_uncalled(self._manuscript.blocks, self._manuscript.notes, self._source),
            ),
        )

    def _text(self, blocks: Sequence[Block], language: str) -> Text:
        return Text(tuple(blocks), self._source, language, self._manuscript.is_extracted)


def _text_start(blocks: Sequence[Block]) -> int:
    """Where the text begins for certain: after the last abstract or keywords of the first half."""
    labelled = [place for place, block in enumerate(blocks[: len(blocks) // 2]) if (found := label_at(block))]
    parts = [
        place
        for place in labelled
        if (found := label_at(blocks[place])) and found.label.kind in ("abstract", "keywords")
    ]
    return parts[-1] + 2 if parts else 0
