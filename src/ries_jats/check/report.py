"""Findings for people, on a terminal or in a log, and for programs, as JSON."""

import json
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from ries_jats.check.phrases import is_phrase_detail
from ries_jats.findings import LANGUAGES, Finding, Severity

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_CONTROL = re.compile(r"[\0-\x08\x0b-\x1f\x7f-\x9f]")
_INDENT = 6


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of the report itself; pairs are singular and plural."""

    severities: Mapping[Severity, tuple[str, str]]
    file: tuple[str, str]
    nothing: str
    colon: str
    singular: tuple[int, ...]


_WORDS = {
    "en": _Words(
        {
            Severity.ERROR: ("error", "errors"),
            Severity.WARNING: ("warning", "warnings"),
            Severity.INFO: ("note", "notes"),
        },
        ("file", "files"),
        "nothing to report",
        ": ",
        (1,),
    ),
    "fr": _Words(
        {
            Severity.ERROR: ("erreur", "erreurs"),
            Severity.WARNING: ("avertissement", "avertissements"),
            Severity.INFO: ("remarque", "remarques"),
        },
        ("fichier", "fichiers"),
        "rien à signaler",
        "\u00a0: ",
        (0, 1),
    ),
}


def language_of_locale(environment: Mapping[str, str] = os.environ) -> str:
    """The language of `LANGUAGES` that the locale asks for, English where it asks for another."""
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    wanted = next((name for name in names if name), "")[:2].casefold()
    return wanted if wanted in LANGUAGES else "en"


def findings_json(findings: Iterable[Finding], language: str) -> list[dict[str, Any]]:
    """The findings as JSON values, with message and remedy in `language`; what is not known of a place is null."""
    return [_finding_json(each, language) for each in findings]


def _finding_json(each: Finding, language: str) -> dict[str, Any]:
    return {
        "code": each.code,
        "severity": each.severity.value,
        "message": each.message(language),
        "remedy": each.remedy(language),
        "file": each.place.file,
        "line": each.place.line,
        "column": each.place.column,
        "paragraph": each.place.paragraph,
        "xpath": each.place.xpath,
        "quote": each.quote,
        "details": {name: value for name, value in each.details if not is_phrase_detail(name)},
    }


def json_report(files: Sequence[str], findings: Sequence[Finding], language: str) -> str:
    """One JSON object: the files that were looked at, how many findings of each severity, the findings."""
    report = {
        "files": list(files),
        "summary": {severity.value: _count(findings, severity) for severity in Severity},
        "findings": findings_json(findings, language),
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def print_findings(console: Console, findings: Iterable[Finding], language: str) -> None:
    """Print findings, those of one file under its name."""
    by_file: dict[str, list[Finding]] = {}
    for each in findings:
        by_file.setdefault(each.place.file, []).append(each)
    for file, of_file in by_file.items():
        _print(console, Text(_visible(file), "bold"), 0)
        for each in of_file:
            _print_finding(console, each, language)


def print_summary(console: Console, files: int, findings: Sequence[Finding], language: str) -> None:
    """Print the line that closes a report."""
    gravest = next((severity for severity in Severity if _count(findings, severity)), None)
    _print(console, Text(summary(files, findings, language), _STYLES[gravest] if gravest else "green"), 0)


def summary(files: int, findings: Sequence[Finding], language: str) -> str:
    """How many files were looked at and what was found, as `2 files: 1 error, 3 warnings`."""
    words = _WORDS[language]
    counts = [(_count(findings, severity), pair) for severity, pair in words.severities.items()]
    found = ", ".join(_number(count, pair, words) for count, pair in counts if count)
    return _number(files, words.file, words) + words.colon + (found or words.nothing)


def _count(findings: Iterable[Finding], severity: Severity) -> int:
    return sum(each.severity is severity for each in findings)


def _number(count: int, pair: tuple[str, str], words: _Words) -> str:
    return f"{count} {pair[0] if count in words.singular else pair[1]}"


def _print_finding(console: Console, each: Finding, language: str) -> None:
    place = ":".join(str(part) for part in (each.place.line, each.place.column) if part is not None)
    place = place or (f"¶{each.place.paragraph}" if each.place.paragraph else "")
    severity = _WORDS[language].severities[each.severity][0]
    head = Text.assemble((place, "bold"), "  " if place else "", (severity, _STYLES[each.severity]), f"  {each.code}")
    if each.place.xpath:
        head.append(f"  {each.place.xpath}", "dim")
    _print(console, head, 2)
    _print(console, Text(_visible(each.message(language))), _INDENT)
    _print(console, Text("→ " + _visible(each.remedy(language)), "dim"), _INDENT)


def _print(console: Console, text: Text, indent: int) -> None:
    """Wrapped on a terminal; elsewhere one line, for `grep`."""
    if console.is_terminal:
        console.print(Padding(text, (0, 0, 0, indent), expand=False), highlight=False)
    else:
        console.print(Text(" " * indent) + text, soft_wrap=True, highlight=False)


def _visible(text: str) -> str:
    """Without the control characters that a broken file may hold and a terminal would obey."""
    return _CONTROL.sub("\ufffd", text).replace("\n", " ")
