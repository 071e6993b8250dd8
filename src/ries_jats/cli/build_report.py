"""What `ries-jats build` tells: a line for each article, a table and a summary at the end, or one JSON document."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from ries_jats import __version__
from ries_jats.check.report import findings_json, print_findings
from ries_jats.findings import Finding, Severity
from ries_jats.results import Result

_WIDE = 1000
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of the report; pairs are singular and plural."""

    severities: Mapping[Severity, tuple[str, str]]
    article: tuple[str, str]
    word: tuple[str, str]
    unchanged: str
    all_unchanged: str
    not_built: str
    columns: tuple[str, ...]
    legend: str
    colon: str
    point: str
    singular: tuple[int, ...]

    def number(self, count: int, pair: tuple[str, str]) -> str:
        """`1 word`, `2 words`."""
        return f"{count} {pair[0] if count in self.singular else pair[1]}"

    def seconds(self, seconds: float) -> str:
        """`0.4 s`."""
        return f"{seconds:.1f} s".replace(".", self.point)

    def found(self, findings: Sequence[Finding], severities: Sequence[Severity]) -> str:
        """`0 errors, 2 warnings`."""
        return ", ".join(self.number(_count(findings, each), self.severities[each]) for each in severities)


_WORDS = {
    "en": _Words(
        {
            Severity.ERROR: ("error", "errors"),
            Severity.WARNING: ("warning", "warnings"),
            Severity.INFO: ("note", "notes"),
        },
        article=("article", "articles"),
        word=("word", "words"),
        unchanged="unchanged",
        all_unchanged="everything unchanged",
        not_built="not built",
        columns=("Article", "Language", "Errors", "Warnings", "Words", "Time"),
        legend="= unchanged, not built again   ! not built",
        colon=": ",
        point=".",
        singular=(1,),
    ),
    "fr": _Words(
        {
            Severity.ERROR: ("erreur", "erreurs"),
            Severity.WARNING: ("avertissement", "avertissements"),
            Severity.INFO: ("remarque", "remarques"),
        },
        article=("article", "articles"),
        word=("mot", "mots"),
        unchanged="inchangé",
        all_unchanged="rien n'a changé",
        not_built="non traité",
        columns=("Article", "Langue", "Erreurs", "Avertissements", "Mots", "Temps"),
        legend="= inchangé, non refait   ! non traité",
        colon="\u00a0: ",
        point=",",
        singular=(0, 1),
    ),
}
_GRAVE = (Severity.ERROR, Severity.WARNING)


@dataclass(frozen=True, slots=True)
class Run:
    """What was asked for, and what came of it."""

    source: Path
    output: Path
    language: str
    results: tuple[Result, ...] = ()
    issue_findings: tuple[Finding, ...] = ()
    """On settings and on the set of files, which concern no single article."""
    seconds: float = 0.0

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Those on the issues, then those on the articles."""
        return (*self.issue_findings, *(each for result in self.results for each in result.findings))


def report_console() -> Console:
    """On a terminal as wide as that; elsewhere no line is broken or cut."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = _WIDE
    return console


def progress_bar(console: Console) -> Progress:
    """The bar with the article that is waited for; it leaves no trace."""
    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    return Progress(*columns, console=console, transient=True)


def title(result: Result) -> str:
    """`2026-1/quay-treaty`."""
    return f"{result.issue}/{result.name}"


def progress_line(number: int, total: int, result: Result, language: str) -> str:
    """`[3/7] 2026-1/quay-treaty: 0 errors, 2 warnings, 812 words, 0.4 s`."""
    words = _WORDS[language]
    state = [words.unchanged] if result.is_unchanged else [] if result.is_written else [words.not_built]
    numbers = [words.found(result.findings, _GRAVE), words.number(result.words, words.word)]
    told = ", ".join([*state, *numbers, words.seconds(result.seconds)])
    return f"[{number}/{total}] {' '.join(title(result).split())}{words.colon}{told}"


def print_report(console: Console, run: Run, *, verbose: bool) -> None:
    """Findings by file, the table of the articles, the summary."""
    shown = [each for each in run.findings if verbose or each.severity is not Severity.INFO]
    print_findings(console, shown, run.language)
    if run.results:
        console.print(*[""] * bool(shown), _table(run), sep="\n")
    if any(result.is_unchanged or not result.is_written for result in run.results):
        console.print(Text(_WORDS[run.language].legend, "dim"))
    console.print(Text(summary(run), _style(run.findings)), soft_wrap=True)


def summary(run: Run) -> str:
    """`7 articles, 4 unchanged: 0 errors, 5 warnings, 2 notes, 5612 words, 2.3 s → output`."""
    words = _WORDS[run.language]
    unchanged = sum(result.is_unchanged for result in run.results)
    failed = sum(not result.is_written for result in run.results)
    parts = [words.number(len(run.results), words.article)]
    if unchanged and unchanged == len(run.results):
        parts.append(words.all_unchanged)
    elif unchanged:
        parts.append(f"{unchanged} {words.unchanged}{_agreed(unchanged, words)}")
    if failed:
        parts.append(f"{failed} {words.not_built}{_agreed(failed, words)}")
    written = words.number(sum(result.words for result in run.results), words.word)
    numbers = f"{words.found(run.findings, tuple(Severity))}, {written}, {words.seconds(run.seconds)}"
    return f"{', '.join(parts)}{words.colon}{numbers} → {run.output}"


def _agreed(count: int, words: _Words) -> str:
    """French adjectives agree in number."""
    return "s" if words is _WORDS["fr"] and count not in words.singular else ""


def _table(run: Run) -> Table:
    words = _WORDS[run.language]
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("")
    table.add_column(words.columns[0], overflow="fold")
    table.add_column(words.columns[1])
    for name in words.columns[2:]:
        table.add_column(name, justify="right")
    for result in run.results:
        table.add_row(*_cells(result, words))
    return table


def _cells(result: Result, words: _Words) -> list[Text]:
    mark = "=" if result.is_unchanged else " "
    counts = [(result.count(severity), _STYLES[severity]) for severity in _GRAVE]
    return [
        Text(mark if result.is_written else "!", "bold red" if not result.is_written else ""),
        Text(title(result)),
        Text(result.language),
        *(Text(str(count), style if count else "") for count, style in counts),
        Text(str(result.words)),
        Text("" if result.is_unchanged else words.seconds(result.seconds)),
    ]


def _style(findings: Sequence[Finding]) -> str:
    gravest = next((severity for severity in _GRAVE if _count(findings, severity)), None)
    return _STYLES[gravest] if gravest else "green"


def _count(findings: Sequence[Finding], severity: Severity) -> int:
    return sum(each.severity is severity for each in findings)


def json_report(run: Run) -> str:
    """One JSON object: the articles with their findings, the findings on settings, the totals."""
    report = {
        "version": __version__,
        "input": str(run.source),
        "output": str(run.output),
        "articles": [_article_json(result, run) for result in run.results],
        "findings": findings_json(run.issue_findings, run.language),
        "totals": {
            "articles": len(run.results),
            "unchanged": sum(result.is_unchanged for result in run.results),
            "not-built": sum(not result.is_written for result in run.results),
            "words": sum(result.words for result in run.results),
            "seconds": round(run.seconds, 3),
            **{severity.value: _count(run.findings, severity) for severity in Severity},
        },
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _article_json(result: Result, run: Run) -> dict[str, Any]:
    return {
        "issue": result.issue,
        "name": result.name,
        "file": result.file,
        "folder": str(run.output / result.issue / result.name),
        "language": result.language or None,
        "words": result.words,
        "seconds": round(result.seconds, 3),
        "unchanged": result.is_unchanged,
        "built": result.is_written,
        **{severity.value: result.count(severity) for severity in Severity},
        "findings": findings_json(result.findings, run.language),
    }
