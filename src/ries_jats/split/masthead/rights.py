"""ISSNs and licence of a journal, as its masthead prints them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stdnum import issn as issn_numbers

from ...journal.licenses import LICENSE_URLS, spdx_identifier
from ...journal.values import Issn
from ...lexicon import fold
from ..lines import Line
from ..vocabulary import words
from .forms import Form

_ISSN = re.compile(r"(?<![\d-])(\d{4})\s?[-–‑]\s?(\d{3}[\dXx])(?![\d-])")
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"creativecommons\.org/(?:licenses|publicdomain)/([a-z-]+)/(\d\.\d)", re.IGNORECASE)
_SHORT = re.compile(r"\bCC[ -]?(BY(?:[ -](?:NC|SA|ND)){0,2})[ -]?(\d\.\d)", re.IGNORECASE)


@dataclass(frozen=True)
class PrintedIssns:
    """The ISSNs with a right check digit, and those with a wrong one as printed."""

    issn: Issn
    wrong: tuple[Form, ...]


def read_issns(lines: Sequence[Line]) -> PrintedIssns:
    """All ISSNs of a masthead by medium; of two for one medium the first counts."""
    found: dict[str, str] = {}
    wrong: list[Form] = []
    for form, medium in _issns(lines):
        if not issn_numbers.is_valid(form.value):
            wrong.append(form)
        elif form.value not in found.values() and medium not in found:
            found[medium] = form.value
    return PrintedIssns(Issn(**found), tuple(dict.fromkeys(wrong)))


def _issns(lines: Sequence[Line]) -> Iterator[tuple[Form, str]]:
    before = ""
    for line in lines:
        if not line:
            continue
        matches = list(_ISSN.finditer(line.text))
        if matches and "issn" in fold(f"{before} {line.text}"):
            ends = [0, *(match.end() for match in matches), len(line.text)]
            leading = before if "issn" not in fold(line.text) else ""
            for place, match in enumerate(matches):
                label = f"{leading} {line.text[ends[place] : match.start()]}"
                yield _form(match, line), _medium(label, line.text[match.end() : _end(matches, place, line.text)])
        before = line.text


def _form(match: re.Match[str], line: Line) -> Form:
    return Form(match[0], line.number, f"{match[1]}-{match[2].upper()}")


def _end(matches: Sequence[re.Match[str]], place: int, text: str) -> int:
    return matches[place + 1].start() if place + 1 < len(matches) else len(text)


def _medium(before: str, after: str) -> str:
    """By the words before a number, else by those in parentheses right after it."""
    behind = re.match(r"\s*[(\[]([^)\]]*)[)\]]|\s*[-–:]?\s*(?:[^\W\d_]+)?\s*$", after)
    for text in (before, behind[0] if behind else ""):
        folded = set(_WORD.findall(fold(text).replace("eissn", "e issn").replace("pissn", "p issn")))
        phrases = f" {' '.join(_WORD.findall(fold(text)))} "
        for medium in ("electronic", "print"):
            if folded & words(medium) or any(f" {word} " in phrases for word in words(medium) if " " in word):
                return medium
    return "unknown"


def read_license(lines: Sequence[Line]) -> str:
    """The SPDX identifier of a Creative Commons licence with its version; empty where none is printed."""
    for line in lines:
        match = _ADDRESS.search(line.text) or _SHORT.search(line.text)
        kind = "-".join(match[1].upper().replace(" ", "-").split("-")) if match else ""
        identifier = (
            spdx_identifier(f"CC-{kind}-{match[2]}" if kind != "ZERO" else f"CC0-{match[2]}") if match else None
        )
        if identifier in LICENSE_URLS:
            return identifier or ""
    return ""
