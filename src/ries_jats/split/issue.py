"""The split of an issue on one screen."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..check.report import findings_json
from ..errors import UsageError
from ..findings import Finding, Place, finding
from ..journal import ISSUE_FILE, JOURNAL_FILE, Journal, load_journal, nearest_journal
from ..output import as_json
from .articles import Article, read_articles
from .boundaries import Layout, lay_out
from .consistency import iter_inconsistencies
from .likeness import is_same
from .lines import IssueFile, Line, read_issue_file
from .masthead import Front, Masthead, read_masthead
from .masthead.theme import read_theme
from .settings import issue_text, journal_text
from .writing import Target, kept_files, open_target, write_files

LEDGER_FILE = "split-ledger.json"
FINDINGS_FILE = "split-findings.json"


@dataclass(frozen=True)
class SplitResult:
    """What was written where, and what is to be said of it."""

    folder: Path
    articles: tuple[Article, ...]
    files: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class _Reading:
    """All that the file says."""

    source: IssueFile
    layout: Layout
    articles: tuple[Article, ...]
    masthead: Masthead
    theme: str

    @property
    def name(self) -> str:
        return self.source.path.name

    @property
    def languages(self) -> list[str]:
        """Those of the articles, in the order of the issue."""
        return list(dict.fromkeys(article.language for article in self.articles if article.language))

    @property
    def sections(self) -> list[str]:
        return list(
            dict.fromkeys(
                article.listed.section for article in self.articles if article.listed and article.listed.section
            )
        )


def split_issue(path: Path, into: Path, *, force: bool = False, language: str = "en") -> SplitResult:
    """Splits the issue in the text file `path` into the folder `into`; `language` is that of the written findings.

    Raises `UsageError` for a file that cannot be split and for a folder that holds files (`force` allows them, and
    still keeps those that a person wrote or changed), `EnvironmentFault` when the folder cannot be written.
    """
    reading = _read(path)
    target = open_target(into, force=force)
    files = {**_manuscripts(reading), **_settings(reading, target), LEDGER_FILE: _ledger(reading)}
    findings = [*_findings(reading), *_folder_findings(reading, target, {**files, FINDINGS_FILE: b""})]
    files[FINDINGS_FILE] = as_json(findings_json(findings, language))
    write_files(target, files)
    return SplitResult(into, reading.articles, tuple(sorted(files)), tuple(findings))


def _read(path: Path) -> _Reading:
    source = read_issue_file(path)
    lines = source.lines
    if not any(lines):
        raise UsageError("split-file-empty", path=path)
    layout = lay_out(lines)
    articles = read_articles(lines, layout)
    contents = [lines[place] for place in sorted(layout.contents)]
    titles = [
        *(article.title for article in articles),
        *(start.listed.section for start in layout.starts if start.listed),
    ]
    masthead = read_masthead(Front(_masthead_lines(lines, layout, articles), contents, titles), lines)
    theme = read_theme(masthead.lines, titles, (masthead.title.title, masthead.publisher.publisher.name))
    return _Reading(source, layout, articles, masthead, theme)


def _masthead_lines(lines: Sequence[Line], layout: Layout, articles: Sequence[Article]) -> list[Line]:
    """The lines of no article; where there are none, those above the title of the only one."""
    if not layout.front:
        return [line for line in lines if line.number < articles[0].title_line]
    return [lines[place] for part in layout.front for place in part if place not in layout.contents]


# What is written


def _manuscripts(reading: _Reading) -> dict[str, bytes]:
    return {article.file: reading.source.cut(article.first, article.last) for article in reading.articles}


def _settings(reading: _Reading, target: Target) -> dict[str, bytes]:
    issue = issue_text(reading.masthead, reading.theme, reading.articles, reading.name)
    texts = {ISSUE_FILE: issue}
    if not _journal_above(target):
        texts[JOURNAL_FILE] = journal_text(reading.masthead, reading.languages, reading.sections, reading.name)
    return {name: text.encode("utf-8") for name, text in texts.items() if text}


def _journal_above(target: Target) -> Path | None:
    """The `journal.toml` that counts already, unless split itself wrote it here."""
    path = nearest_journal(target.folder)
    is_ours = path is not None and path.parent == target.folder.resolve() and target.is_ours(JOURNAL_FILE)
    return None if is_ours else path


def _ledger(reading: _Reading) -> bytes:
    """Where every line of the file is: in a manuscript, or among contents and masthead."""
    source = reading.source
    spans = [(article.first, article.last) for article in reading.articles]
    free = [
        number for number in range(1, len(source.raw) + 1) if not any(first <= number <= last for first, last in spans)
    ]
    texts = ((number, source.raw[number - 1].decode(source.encoding, "replace").strip()) for number in free)
    return as_json(
        {
            "source": reading.name,
            "sha256": hashlib.sha256(b"".join(source.raw)).hexdigest(),
            "lines": len(source.raw),
            "articles": [{"file": each.file, "first": each.first, "last": each.last} for each in reading.articles],
            "contents and masthead": [{"line": number, "text": text} for number, text in texts if text],
        }
    )


# What is said


def _findings(reading: _Reading) -> Iterator[Finding]:
    file = str(reading.source.path)
    yield from _boundary_findings(reading, file)
    yield from iter_inconsistencies(file, reading.source.lines, reading.masthead, reading.articles)
    for form in reading.masthead.issns.wrong:
        yield finding("masthead-issn-wrong", Place(file, form.line), form.text)
    for group in reading.masthead.editors.left_out:
        yield finding("editors-left-out", Place(file, group.line), group.heading, names=", ".join(group.names))
    if missing := list(_missing(reading)):
        yield finding("masthead-incomplete", Place(file), ", ".join(missing))


def _boundary_findings(reading: _Reading, file: str) -> Iterator[Finding]:
    layout, articles = reading.layout, reading.articles
    if not layout.contents:
        code = "contents-missing" if len(articles) > 1 else "single-article"
        yield finding(code, Place(file, articles[0].first), articles[0].title, count=len(articles))
    if layout.unmatched is not None:
        label = reading.source.lines[layout.unmatched]
        yield finding("contents-unmatched", Place(file, label.number), label.text)
    for listed in layout.lost:
        authors = f" ({', '.join(listed.authors)})" if listed.authors else ""
        yield finding("contents-entry-lost", Place(file, listed.lines[0]), listed.title, authors=authors)
    for place in layout.unlisted:
        article = articles[layout.order.index(place)]
        yield finding("contents-entry-absent", Place(file, article.first), article.title)


def _missing(reading: _Reading) -> Iterator[str]:
    """Fields of a whole issue that nobody can do without."""
    numbering = reading.masthead.numbering
    if reading.layout.front:
        fields = {
            "journal.title": reading.masthead.title.title,
            "issn": reading.masthead.issns.issn or reading.masthead.issns.wrong,
            "number": numbering.number or numbering.volume,
            "year": numbering.year,
        }
        yield from (name for name, value in fields.items() if not value)


def _journal_findings(reading: _Reading, target: Target) -> Iterator[Finding]:
    path = _journal_above(target)
    if path is None:
        return
    yield finding("journal-kept", Place(str(path)), str(path))
    journal, findings = load_journal(path)
    yield from findings
    if journal:
        yield from _differences(journal, reading.masthead)


def _differences(journal: Journal, masthead: Masthead) -> Iterator[Finding]:
    place, title = Place(str(journal.path)), masthead.title.title
    if title and journal.title and not is_same(title, journal.title):
        yield finding("journal-differs", place, title, field="title", value=journal.title)
    known = {journal.issn.print, journal.issn.electronic, journal.issn.unknown} - {""}
    printed = masthead.issns.issn
    for issn in (printed.print, printed.electronic, printed.unknown):
        if issn and known and issn not in known:
            yield finding("journal-differs", place, issn, field="issn", value=", ".join(sorted(known)))


def _folder_findings(reading: _Reading, target: Target, files: Mapping[str, bytes]) -> Iterator[Finding]:
    yield from _journal_findings(reading, target)
    for name in kept_files(target, files):
        yield finding("file-kept", Place(str(target.folder / name)), name)
    if reading.source.path.resolve().parent == target.folder.resolve():
        yield finding("split-source-inside", Place(str(reading.source.path)), reading.name)
