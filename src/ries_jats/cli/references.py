"""`ries-jats references`: strings in, one a line; works out, in their order."""

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress

from ries_jats.article.model import Reference
from ries_jats.article.prose import Origin, Prose
from ries_jats.article.references import ParsedReference
from ries_jats.bibliography.bibtex import bibtex
from ries_jats.bibliography.csl import csl_json
from ries_jats.bibliography.keys import keyed
from ries_jats.bibliography.printed import work_of
from ries_jats.check.report import language_of_locale
from ries_jats.cli.check import Language
from ries_jats.errors import EnvironmentFault, UsageError
from ries_jats.jats import serialize, write_references
from ries_jats.references.parser import parse_references

STANDARD_INPUT = "-"
LINE_END = re.compile(r"\r\n|\n|\r")
AT_ONCE = 50
"""References between two looks at the bar."""
SUMMARY = {
    "en": "{count} reference(s) parsed.",
    "fr": "{count} référence(s) analysée(s).",
}


class Format(StrEnum):
    """The forms of the output."""

    CSL_JSON = "csl-json"
    JATS = "jats"
    BIBTEX = "bibtex"


_FILE = typer.Argument(metavar="FILE|-", help="A text file in UTF-8, one reference a line; `-` is the standard input.")
_FORMAT = typer.Option("--format", help="CSL-JSON, JATS as printed with the parts tagged, or BibTeX.")
_LANG = typer.Option("--lang", help="Language of messages; that of the locale by default.")


def references(
    file: Annotated[str, _FILE],
    form: Annotated[Format, _FORMAT] = Format.CSL_JSON,
    lang: Annotated[Language | None, _LANG] = None,
) -> None:
    """Parse bibliographic references, one a line, and print what they refer to, in the same order.

    An item of CSL-JSON has the printed string in `custom.raw`, and of its fields those that are printed in it and no
    others. Every line is taken by itself; empty ones are passed over.
    """
    strings = [line for line in LINE_END.split(_text(file)) if line.strip()]
    console = Console(stderr=True, highlight=False, markup=False)
    parsed = list(_parsed(strings, console))
    typer.echo(WRITERS[form](parsed), nl=False)
    if console.is_terminal:
        console.print(SUMMARY[lang.value if lang else language_of_locale()].format(count=len(parsed)))


def _text(file: str) -> str:
    """Raises `UsageError` when there is no such file or it is no text, `EnvironmentFault` when it cannot be read."""
    data = sys.stdin.buffer.read() if file == STANDARD_INPUT else _bytes(Path(file))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError("references-no-text", path=file, line=line) from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError, ValueError) as error:
        raise UsageError("references-missing", path=path) from error
    except OSError as error:
        raise EnvironmentFault("file-unreadable", path=path, reason=error.strerror or error) from error


def _parsed(strings: Sequence[str], console: Console) -> Iterator[ParsedReference]:
    """The references, while a terminal sees how far it is."""
    columns = (BarColumn(), MofNCompleteColumn())
    bar = Progress(*columns, console=console, transient=True) if console.is_terminal else None
    with bar or nullcontext():
        task = bar.add_task("", total=len(strings)) if bar else None
        for start in range(0, len(strings), AT_ONCE):
            yield from parse_references(strings[start : start + AT_ONCE])
            if bar and task is not None:
                bar.update(task, advance=AT_ONCE)


def _csl_json(parsed: Sequence[ParsedReference]) -> bytes:
    return csl_json(keyed(map(work_of, parsed)))


def _bibtex(parsed: Sequence[ParsedReference]) -> bytes:
    return bibtex(keyed(map(work_of, parsed)))


def _jats(parsed: Sequence[ParsedReference]) -> bytes:
    given = (Reference(Prose.of(each.text, Origin.MANUSCRIPT), parsed=each) for each in parsed)
    return serialize(write_references(given))


WRITERS: Mapping[Format, Callable[[Sequence[ParsedReference]], bytes]] = {
    Format.CSL_JSON: _csl_json,
    Format.JATS: _jats,
    Format.BIBTEX: _bibtex,
}
