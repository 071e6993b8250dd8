"""`journal.toml` and `issue.toml` as `split` writes them: what the issue says, nothing else."""

from collections.abc import Iterable, Mapping, Sequence

import tomlkit
from tomlkit.items import InlineTable, Table

from .articles import Article
from .masthead import Masthead

_JOURNAL_HEAD = (
    "What the masthead of {source} says of the journal. Correct and complete it; split never changes it then."
)
_ISSUE_HEAD = "What {source} says of the issue and its articles. Correct it; split never changes it then."


def journal_text(masthead: Masthead, languages: Sequence[str], sections: Sequence[str], source: str) -> str:
    """The text of `journal.toml`; empty when the masthead says nothing of the journal."""
    publisher, issn = masthead.publisher.publisher, masthead.issns.issn
    document = tomlkit.document()
    document.add(tomlkit.comment(_JOURNAL_HEAD.format(source=source)))
    _add(document, "title", masthead.title.title)
    _add(document, "abbreviation", masthead.title.abbreviation)
    _add_table(document, "issn", {"print": issn.print, "electronic": issn.electronic, "unknown": issn.unknown})
    for form in masthead.issns.wrong:
        document.add(tomlkit.comment(f"issn {form.text} (line {form.line}) has a wrong check digit"))
    names = {
        "name": publisher.name,
        "acronym": publisher.acronym,
        "place": publisher.place,
        "country": publisher.country,
    }
    _add_table(document, "publisher", names)
    is_known = len(document.value) > 0
    _add_list(document, "languages", languages)
    _add(document, "license", masthead.license)
    _add_list(document, "sections", sections)
    return tomlkit.dumps(document) if is_known else ""


def issue_text(masthead: Masthead, theme: str, articles: Iterable[Article], source: str) -> str:
    """The text of `issue.toml`."""
    numbering = masthead.numbering
    document = tomlkit.document()
    document.add(tomlkit.comment(_ISSUE_HEAD.format(source=source)))
    _add(document, "volume", numbering.volume)
    _add(document, "number", numbering.number)
    _add(document, "year", numbering.year)
    _add(document, "month", numbering.month)
    _add(document, "season", numbering.season)
    _add(document, "theme", theme)
    people = [{"name": person.name, "role": person.role} for person in masthead.editors.people]
    _add_tables(document, "editors", people)
    _add_tables(document, "articles", [_entry(article) for article in articles])
    return tomlkit.dumps(document)


def _entry(article: Article) -> dict[str, object]:
    listed = article.listed
    return {
        "file": article.file,
        "title": article.title,
        "authors": list(article.names),
        "first_page": listed.page if listed else "",
        "section": listed.section if listed else "",
        "type": article.type,
    }


def _add(table: tomlkit.TOMLDocument | Table | InlineTable, name: str, value: object) -> None:
    """Fields without a value are left out."""
    if value:
        table.add(name, tomlkit.item(value))


def _add_list(document: tomlkit.TOMLDocument, name: str, values: Sequence[str]) -> None:
    if values:
        document.add(name, tomlkit.item(list(values)))


def _add_table(document: tomlkit.TOMLDocument, name: str, values: dict[str, str]) -> None:
    table = tomlkit.inline_table()
    for key, value in values.items():
        _add(table, key, value)
    if table.value:
        document.add(name, table)


def _add_tables(document: tomlkit.TOMLDocument, name: str, rows: Sequence[Mapping[str, object]]) -> None:
    if not rows:
        return
    tables = tomlkit.aot()
    for row in rows:
        table = tomlkit.table()
        for key, value in row.items():
            _add(table, key, value)
        tables.append(table)
    document.add(name, tables)
