"""`ries-jats doctor`: whether this machine has what the program needs."""

from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from ries_jats.doctor import Check, iter_checks
from ries_jats.errors import EnvironmentFault
from ries_jats.findings import LANGUAGES, Severity

_LANG = typer.Option("--lang", help=f"Language of the explanations: {', '.join(LANGUAGES)}.")
_MARKS = {None: "[green]ok   [/]", Severity.WARNING: "[yellow]warn [/]", Severity.ERROR: "[red]lack [/]"}


def doctor(language: Annotated[str, _LANG] = "en") -> None:
    """Tell which versions of Python, pandoc, schemas, libraries and fonts are here, and whether they serve."""
    console = Console(soft_wrap=True, highlight=False)
    worst = False
    for check in iter_checks():
        _print(console, check, language)
        worst = worst or (check.finding is not None and check.finding.severity is Severity.ERROR)
    raise typer.Exit(EnvironmentFault.exit_code if worst else 0)


def _print(console: Console, check: Check, language: str) -> None:
    mark = _MARKS[check.finding.severity if check.finding else None]
    console.print(f"{mark}{escape(check.subject)} {escape(check.state)}".rstrip())
    if check.finding:
        console.print(f"     {escape(check.finding.message(language))}\n     {escape(check.finding.remedy(language))}")
