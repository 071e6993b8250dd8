"""`ries-jats check`: says whether the XML of articles is valid and holds together."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from ries_jats.check import LAYERS, THOROUGH_LAYERS, article_files, check_file
from ries_jats.check.report import json_report, language_of_locale, print_findings, print_summary
from ries_jats.findings import Finding, has_errors


class Language(StrEnum):
    """The languages of the report."""

    EN = "en"
    FR = "fr"


class Format(StrEnum):
    """The forms of the report."""

    TEXT = "text"
    JSON = "json"


_XML = typer.Argument(metavar="XML...", help="XML files of articles; folders are searched for them.")
_LANG = typer.Option("--lang", help="Language of the report; that of the locale by default.")
_FORMAT = typer.Option("--format", help="Text for people, JSON for programs.")
_THOROUGH = typer.Option("--thorough", help="Judge formulas by the MathML XSD too, which takes seconds to load.")


def check(
    xml: Annotated[list[Path], _XML],
    lang: Annotated[Language | None, _LANG] = None,
    output: Annotated[Format, _FORMAT] = Format.TEXT,
    thorough: Annotated[bool, _THOROUGH] = False,
) -> None:
    """Check JATS XML: well-formed, valid, every link with its target.

    Ends with 0 when nothing is at error level, 1 when something is, 2 for wrong use, 3 when a schema is missing.
    """
    language = lang.value if lang else language_of_locale()
    files = article_files(xml)
    console = Console()
    findings: list[Finding] = []
    for file in files:
        of_file = check_file(file, THOROUGH_LAYERS if thorough else LAYERS)
        findings += of_file
        if output is Format.TEXT:
            print_findings(console, of_file, language)
    if output is Format.TEXT:
        print_summary(console, len(files), findings, language)
    else:
        typer.echo(json_report([str(file) for file in files], findings, language))
    if has_errors(findings):
        raise typer.Exit(1)
