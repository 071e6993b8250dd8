"""Findings: what is to be said of a manuscript or of an XML file, as frozen values.

The words of a finding, its severity and its remedy stand in one catalogue, `findings.toml`, in English and French.
This module imports nothing of the project.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("en", "fr")
"""The languages of the catalogue, as BCP 47 tags."""


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding is: a file as the person named it, and what is known of the position in it.

    `line` and `column` count from 1; `paragraph` counts the paragraphs of a word processor's file from 1.
    """

    file: str = ""
    line: int | None = None
    column: int | None = None
    paragraph: int | None = None
    xpath: str = ""

    def __str__(self) -> str:
        position = ":".join(str(number) for number in (self.line, self.column) if number is not None)
        paragraph = f"¶{self.paragraph}" if self.paragraph is not None else ""
        return ":".join(part for part in (self.file, position or paragraph) if part)


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the catalogue says of a code."""

    code: str
    severity: Severity
    messages: dict[str, str]
    remedies: dict[str, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to be looked at: a stable code, where it is, the words it is about, and the details of its message."""

    code: str
    severity: Severity
    place: Place = Place()
    quote: str = ""
    details: tuple[tuple[str, str], ...] = ()

    def message(self, language: str = "en") -> str:
        """The sentence in `language`, one of `LANGUAGES`."""
        return catalogue()[self.code].messages[language].format(quote=self.quote, **dict(self.details))

    def remedy(self, language: str = "en") -> str:
        """What to do about it, in `language`."""
        return catalogue()[self.code].remedies[language].format(quote=self.quote, **dict(self.details))


def finding(code: str, place: Place = Place(), quote: str = "", **details: object) -> Finding:
    """A finding with the severity that the catalogue gives to its code.

    Raises `KeyError` when the catalogue lacks the code.
    """
    texts = tuple((name, str(value)) for name, value in details.items())
    return Finding(code, catalogue()[code].severity, place, quote, texts)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any of `findings` is at error level."""
    return any(each.severity is Severity.ERROR for each in findings)


@cache
def catalogue() -> dict[str, Explanation]:
    """All codes, in the order of the file."""
    text = files("ries_jats").joinpath("findings.toml").read_text("utf-8")
    return {code: _explanation(code, entry) for code, entry in tomllib.loads(text).items()}


def _explanation(code: str, entry: dict[str, Any]) -> Explanation:
    return Explanation(
        code=code,
        severity=Severity(entry["severity"]),
        messages={language: entry[language] for language in LANGUAGES},
        remedies={language: entry[f"remedy-{language}"] for language in LANGUAGES},
    )
