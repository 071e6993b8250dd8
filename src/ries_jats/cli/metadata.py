"""`ries-jats metadata`: what was recognised in a manuscript, and where."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from ries_jats.build import recognised
from ries_jats.check.report import language_of_locale, print_findings
from ries_jats.cli.check import Language
from ries_jats.findings import has_errors
from ries_jats.sidecar import metadata_toml

_ARTICLE = typer.Argument(metavar="ARTICLE", dir_okay=False, help="A manuscript: .md, .docx, .odt, .html, .tex, .txt.")
_LANG = typer.Option("--lang", help="Language of the comments; that of the locale by default.")


def metadata(
    article: Annotated[Path, _ARTICLE],
    lang: Annotated[Language | None, _LANG] = None,
) -> None:
    """Print the front matter of a manuscript as it was recognised, each value with the line that it stands on.

    The output has the form of a sidecar. What is wrong in it, corrected and saved beside the manuscript as
    ARTICLE.toml, wins over what was recognised. Findings go to the standard error;
    when one is an error, the command ends with 1.
    """
    language = lang.value if lang else language_of_locale()
    found = recognised(article)
    typer.echo(metadata_toml(found.article.front, found.source, language), nl=False)
    print_findings(Console(stderr=True), found.article.findings, language)
    if has_errors(found.article.findings):
        raise typer.Exit(1)
