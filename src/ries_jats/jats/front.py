"""`front`: journal-meta from what the journal says, article-meta from the model, in the order that JATS wants."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from ..article.front import (
    Abstract,
    Affiliation,
    Contributor,
    EventDate,
    KeywordGroup,
    Statement,
    TitleGroup,
    Translated,
)
from ..article.model import Article
from ..article.prose import Origin, Prose, Style
from ..article.walk import all_prose
from ..journal import ArticleEntry, Issue, Journal
from ..lexicon import entry_of
from .body import BodyWriter
from .elements import Element, element, unless_empty
from .ids import Ids
from .inline import InlineWriter, clean
from .permissions import permissions

SEASONS = {"spring": "Spring", "summer": "Summer", "autumn": "Autumn", "winter": "Winter"}
STATEMENT_FNS = {"conflict": "coi-statement", "contributions": "con"}
"""Declarations that are notes of the authors, and their `fn-type`."""


@dataclass(frozen=True)
class Setting:
    """What surrounds an article: its journal and issue, and the article's name there."""

    journal: Journal | None = None
    issue: Issue = field(default_factory=Issue)
    issue_name: str = ""
    article_name: str = ""
    citations: str = ""
    """`both` for an `element-citation` beside each `mixed-citation`."""


class FrontWriter:
    """Writes the front matter of one article."""

    def __init__(self, article: Article, setting: Setting, inline: InlineWriter, blocks: BodyWriter, ids: Ids) -> None:
        self._article = article
        self._front = article.front
        self._setting = setting
        self._inline = inline
        self._blocks = blocks
        self._affiliation_ids = [ids.unique(f"aff{place}") for place in range(1, len(self._front.affiliations) + 1)]
        self._corresponding_ids = [ids.unique(f"cor{place}") for place in range(1, len(self._front.corresponding) + 1)]

    def front(self) -> Element:
        """The whole of it."""
        return element("front", self._journal_meta(), self._article_meta())

    # The journal

    def _journal_meta(self) -> Element:
        """JATS Publishing requires `journal-id` and `issn`: where nobody knows them, they say so and hold no text."""
        journal = self._setting.journal or Journal(Path())
        ids = journal.ids or ((("publisher-id", journal.abbreviation),) if journal.abbreviation else ())
        issns = {"electronic": journal.issn.electronic, "print": journal.issn.print, "": journal.issn.unknown}
        return element(
            "journal-meta",
            *(
                [element("journal-id", text=value, journal_id_type=kind) for kind, value in ids]
                or [_unknown("journal-id")]
            ),
            self._journal_titles(journal),
            *(
                [element("issn", text=issn, publication_format=form) for form, issn in issns.items() if issn]
                or [_unknown("issn")]
            ),
            self._publisher(journal),
        )

    def _journal_titles(self, journal: Journal) -> Element | None:
        name = journal.title or self._front.journal_title.text
        title = element("journal-title", text=name) if name else None
        short = element("abbrev-journal-title", text=journal.abbreviation) if journal.abbreviation else None
        return unless_empty(element("journal-title-group", title, short))

    def _publisher(self, journal: Journal) -> Element | None:
        publisher = journal.publisher
        if not publisher.name:
            return None
        country = element("country", text=publisher.country, country=publisher.country) if publisher.country else None
        place = element("publisher-loc", text=publisher.place)
        if country is not None:
            place.text = f"{publisher.place}, " if publisher.place else None
            place.append(country)
        return element("publisher", element("publisher-name", text=publisher.name), unless_empty(place))

    # The article

    def _article_meta(self) -> Element:
        front = self._front
        parts: list[Element | None] = [
            element("article-id", text=front.numbering.doi, pub_id_type="doi") if front.numbering.doi else None,
            self._categories(),
            self._title_group(front.title_group),
            self._contrib_group(),
            *(self._affiliation(each, ident) for each, ident in self._idented()),
            self._author_notes(),
            *self._publication_dates(),
            *self._issue_elements(),
            *(self._inline.made("product", product.text) for product in front.products),
            self._history(),
            permissions(self._inline, front, self._setting.journal, self._year()),
            *self._self_uris(),
            *self._abstracts(),
            *(self._keywords(group) for group in front.keywords),
            self._funding(),
            self._custom_meta(),
        ]
        return element("article-meta", *parts)

    def _categories(self) -> Element | None:
        entry = self._entry()
        section = Prose.of(entry.section, Origin.ISSUE) if entry else Prose()
        subject = self._inline.made("subject", self._front.heading or section)
        if subject is None:
            return None
        return element("article-categories", element("subj-group", subject, subj_group_type="heading"))

    def _title_group(self, group: TitleGroup) -> Element:
        title = self._inline.made("article-title", group.title)
        return element(
            "title-group",
            _unknown("article-title") if title is None else title,
            self._inline.made("subtitle", group.subtitle),
            *(self._translated(each) for each in group.translations),
        )

    def _translated(self, each: Translated) -> Element:
        return element(
            "trans-title-group",
            self._inline.made("trans-title", each.title),
            self._inline.made("trans-subtitle", each.subtitle),
            xml_lang=each.language,
        )

    # People

    def _contrib_group(self) -> Element | None:
        return unless_empty(element("contrib-group", *(self._contrib(each) for each in self._front.contributors)))

    def _contrib(self, each: Contributor) -> Element:
        orcid = f"https://orcid.org/{each.orcid}" if each.orcid else ""
        return element(
            "contrib",
            self._orcid(each, orcid) if orcid else None,
            self._name(each),
            *(self._inline.made("role", role) for role in each.roles),
            self._inline.made("email", each.email.without_links().unmarked(Style)),
            *(element("xref", ref_type="aff", rid=self._affiliation_ids[place]) for place in each.affiliations),
            *self._corresponding_xrefs(each),
            *self._note_xrefs(each),
            contrib_type="author",
            corresp="yes" if each.is_corresponding else "",
        )

    def _orcid(self, each: Contributor, address: str) -> Element:
        """The printed digits keep their address in the manuscript."""
        made = element("contrib-id", contrib_id_type="orcid")
        printed = each.orcid_printed
        if printed:
            made.text = address.removesuffix(each.orcid)
            return self._inline.fill(made, printed.without_links().unmarked(Style))
        made.text = address
        return made

    def _name(self, each: Contributor) -> Element | None:
        if each.collab:
            return self._inline.made("collab", each.collab)
        parts = (
            ("surname", each.surname),
            ("given-names", each.given_names),
            ("prefix", each.prefix),
            ("suffix", each.suffix),
        )
        return unless_empty(
            element("name", *(self._inline.made(tag, prose) for tag, prose in parts), name_style="western")
        )

    def _corresponding_xrefs(self, each: Contributor) -> Iterator[Element]:
        if each.is_corresponding:
            yield from (element("xref", ref_type="corresp", rid=ident) for ident in self._corresponding_ids[:1])

    def _note_xrefs(self, each: Contributor) -> Iterator[Element]:
        for key in each.notes:
            label = next((note.label for note in self._article.notes if note.key == key), Prose())
            if ident := self._inline.note_id(key):
                xref = element("xref", ref_type="fn", rid=ident)
                xref.append(element("sup", text=clean(label.text) or "*"))
                yield xref

    def _idented(self) -> Iterable[tuple[Affiliation, str]]:
        return zip(self._front.affiliations, self._affiliation_ids, strict=True)

    def _affiliation(self, each: Affiliation, ident: str) -> Element:
        """The affiliation as printed, its parts tagged where they stand."""
        made = element("aff", self._inline.made("label", each.label), id=ident)
        place = 0
        for start, stop, tag, attributes in sorted(self._parts(each)):
            if start < place:
                continue
            self._inline.fill(made, each.text.cut(place, start))
            made.append(
                self._inline.fill(
                    element(tag, **attributes), each.text.cut(start, stop).without_links().unmarked(Style)
                )
            )
            place = stop
        return self._inline.fill(made, each.text.cut(place))

    def _parts(self, each: Affiliation) -> Iterator[tuple[int, int, str, dict[str, str]]]:
        wanted: list[tuple[Prose, str, dict[str, str]]] = [
            (each.institution, "institution", {}),
            *((division, "institution", {"content_type": "orgdiv1"}) for division in each.divisions),
            (each.city, "city", {}),
            (each.country, "country", {"country": each.country_code}),
        ]
        for prose, tag, attributes in wanted:
            span = span_in(each.text, prose)
            if span and any(character.isalpha() for character in prose.text):
                yield (*span, tag, attributes)

    def _author_notes(self) -> Element | None:
        notes = element("author-notes")
        for prose, ident in zip(self._front.corresponding, self._corresponding_ids, strict=True):
            notes.append(self._corresp(prose, ident))
        for statement in self._front.statements:
            if statement.kind in STATEMENT_FNS:
                fn = element("fn", *self._blocks.paragraphs(statement.blocks), fn_type=STATEMENT_FNS[statement.kind])
                notes.append(fn)
        return unless_empty(notes)

    def _corresp(self, prose: Prose, ident: str) -> Element:
        made, place = element("corresp", id=ident), 0
        for match in re.finditer(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", prose.text):
            self._inline.fill(made, prose.cut(place, match.start()))
            made.append(self._inline.fill(element("email"), prose.cut(*match.span()).without_links().unmarked(Style)))
            place = match.end()
        return self._inline.fill(made, prose.cut(place))

    # Dates and numbers

    def _year(self) -> str:
        issue = self._setting.issue
        return str(issue.year) if issue.year else self._front.numbering.year.text

    def _publication_dates(self) -> Iterator[Element]:
        for date in self._front.dates:
            if date.kind == "pub":
                yield self._date("pub-date", date)
        if year := self._year():
            yield element("pub-date", *self._issue_month(), element("year", text=year), date_type="collection")

    def _issue_month(self) -> Iterator[Element]:
        issue = self._setting.issue
        season = entry_of("seasons", issue.season) if issue.season else None
        if issue.month and issue.year:
            yield element("month", text=str(issue.month))
        elif season and issue.year:
            yield element("season", text=SEASONS[season.kind])

    def _date(self, tag: str, date: EventDate) -> Element:
        year, *rest = date.iso.split("-")
        names = ("month", "day")
        parts = [element(name, text=str(int(value))) for name, value in zip(names, rest, strict=False)]
        made = element(tag, *reversed(parts), element("year", text=year), date_type=date.kind)
        made.set("iso-8601-date", date.iso)
        return made

    def _history(self) -> Element | None:
        dates = [self._date("date", date) for date in self._front.dates if date.kind != "pub"]
        return unless_empty(element("history", *dates))

    def _entry(self) -> ArticleEntry | None:
        """What the issue says of the article."""
        articles = self._setting.issue.articles
        return next((each for each in articles if _stem(each.file) == self._setting.article_name), None)

    def _issue_elements(self) -> Iterator[Element]:
        issue, numbering = self._setting.issue, self._front.numbering
        entry = self._entry()
        first = entry.first_page if entry else ""
        values = {
            "volume": issue.volume or numbering.volume.text,
            "issue": issue.number or numbering.issue.text,
            "issue-title": issue.theme,
            "fpage": numbering.fpage.text or first,
            "lpage": numbering.lpage.text if numbering.fpage else "",
            "elocation-id": numbering.elocation_id.text if not (numbering.fpage or first) else "",
        }
        yield from (element(tag, text=clean(value)) for tag, value in values.items() if value)

    def _self_uris(self) -> Iterator[Element]:
        journal, setting = self._setting.journal, self._setting
        if journal and journal.url.article:
            names = {"issue": setting.issue_name, "article": setting.article_name}
            yield element("self-uri", xlink_href=_filled(journal.url.article, names))

    # Abstracts, keywords, funding

    def _abstracts(self) -> Iterator[Element]:
        own = [each for each in self._front.abstracts if each.language == self._front.language]
        others = [each for each in self._front.abstracts if each.language != self._front.language]
        yield from (self._abstract("abstract", each) for each in own)
        yield from (self._abstract("trans-abstract", each) for each in others)

    def _abstract(self, tag: str, each: Abstract) -> Element:
        title = self._inline.made("title", each.title)
        return element(
            tag, title, *self._blocks.paragraphs(each.blocks), xml_lang=each.language, abstract_type=each.kind
        )

    def _keywords(self, group: KeywordGroup) -> Element:
        made = element("kwd-group", self._inline.made("title", group.title), xml_lang=group.language)
        made.set("kwd-group-type", "author")
        made.extend(kwd for term in group.terms if (kwd := self._inline.made("kwd", term)) is not None)
        return made

    def _funding(self) -> Element | None:
        statements = [each for each in self._front.statements if each.kind == "funding"]
        return unless_empty(element("funding-group", *(self._funding_statement(each) for each in statements)))

    def _funding_statement(self, statement: Statement) -> Element | None:
        return self._inline.made("funding-statement", Prose.join(all_prose(statement.blocks), " "))

    def _custom_meta(self) -> Element | None:
        """What the head prints and no element holds."""
        rows = [("suggested-citation", self._front.suggested_citation), *self._front.others]
        metas = [
            element("custom-meta", element("meta-name", text=name), self._inline.made("meta-value", prose))
            for name, prose in rows
            if prose
        ]
        return unless_empty(element("custom-meta-group", *metas))


def _unknown(tag: str) -> Element:
    made = element(tag)
    made.append(etree.Comment(" not known "))
    return made


def span_in(whole: Prose, part: Prose) -> tuple[int, int] | None:
    """Where `part`, a piece of `whole`, stands in it: by address, else by its words."""
    if not part:
        return None
    place = 0
    for run in whole.runs:
        inside = part.at is not None and run.at is not None and run.at <= part.at < (run.end or 0)
        if inside and part.at is not None and run.at is not None:
            start = place + part.at - run.at
            return start, start + len(part.text)
        place += len(run.text)
    start = whole.text.find(part.text)
    return (start, start + len(part.text)) if start >= 0 else None


def _filled(pattern: str, names: dict[str, str]) -> str:
    for name, value in names.items():
        pattern = pattern.replace(f"{{{name}}}", value)
    return pattern


def _stem(file: str) -> str:
    return file.rsplit(".", 1)[0]
