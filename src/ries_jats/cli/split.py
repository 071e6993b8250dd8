"""`ries-jats split`: the text of a whole issue becomes a folder of manuscripts."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from ries_jats.check.report import language_of_locale, print_findings, print_summary
from ries_jats.findings import has_errors
from ries_jats.split import split_issue


class Language(StrEnum):
    """The languages of the findings."""

    EN = "en"
    FR = "fr"


_FILE = typer.Argument(metavar="FILE", help="Text of the issue, Markdown or plain, as extracted from its PDF.")
_INTO = typer.Option("--into", metavar="DIR", help="Folder of the issue; it is made if it is not there.")
_FORCE = typer.Option("--force", help="Write into a folder with files; those that a person wrote or changed are kept.")
_LANG = typer.Option("--lang", help="Language of the findings; that of the locale by default.")


def split(
    file: Annotated[Path, _FILE],
    *,
    into: Annotated[Path, _INTO],
    force: Annotated[bool, _FORCE] = False,
    lang: Annotated[Language | None, _LANG] = None,
) -> None:
    """Split the text of a whole issue into journal.toml, issue.toml and one manuscript an article.

    The articles are found by reconciling the contents with the text; the manuscripts are exact pieces of the file.
    What does not agree (a name, a title, a date in several forms) is a finding, printed and kept in
    split-findings.json. Cover, masthead and contents are kept in split-ledger.json.

    Ends with 0 when nothing is at error level, 1 when something is, 2 for wrong use, 3 when the folder cannot be
    written.
    """
    language = lang.value if lang else language_of_locale()
    result = split_issue(file, into, force=force, language=language)
    for article in result.articles:
        typer.echo(f"{into / article.file}  {article.first}-{article.last}  {article.title}")
    console = Console()
    print_findings(console, result.findings, language)
    print_summary(console, 1, result.findings, language)
    if has_errors(result.findings):
        raise typer.Exit(1)
