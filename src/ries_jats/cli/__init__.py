"""The command line: one file a command. Here they are named, and what went wrong outside a manuscript is said.

A command's module is imported when the command is called, so that `--help` and a mistyped word are answered at once.
"""

import io
import sys
import tempfile
import traceback
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, ClassVar

import typer
from typer.core import TyperGroup

from ries_jats import __version__
from ries_jats.errors import EnvironmentFault, RiesJatsError


@dataclass(frozen=True, slots=True)
class _Command:
    """A function or a Typer application in a module of its name; `summary` is what `ries-jats --help` says of it."""

    attribute: str
    summary: str
    examples: tuple[str, ...]

    @property
    def epilog(self) -> str:
        """The examples, after the mark that keeps the lines."""
        return "Examples:\n\n\b\n" + "\n".join(f"  ries-jats {each}" for each in self.examples)


COMMANDS = {
    "split": _Command(
        "split",
        "Split the text of a whole issue into its articles.",
        ("split issue.txt --into input/2026-1", "split issue.md --into input/2026-1 --force --lang fr"),
    ),
    "build": _Command(
        "build",
        "Turn manuscripts into JATS XML, with findings on each.",
        (
            "build input",
            "build input/2026-1 --output output --jobs 4",
            "build paper.docx --lang fr",
            "build input/2026-1 --citations both --resolve crossref",
            "build input --format json > report.json",
        ),
    ),
    "check": _Command(
        "check",
        "Check JATS XML: well-formed, valid, every link with its target.",
        ("check output", "check article.xml --format json", "check output --thorough --lang fr"),
    ),
    "metadata": _Command(
        "metadata",
        "Print a manuscript's metadata as a sidecar file.",
        ("metadata input/2026-1/quay-treaty.md", "metadata paper.docx --lang fr > draft.toml"),
    ),
    "references": _Command(
        "references",
        "Parse bibliographic references, one a line.",
        (
            "references list.txt > references.json",
            "references list.txt --format bibtex > references.bib",
            "references list.txt --format jats",
            "references - < list.txt",
        ),
    ),
    "schemas": _Command(
        "app",
        "List, obtain and add the schemas that XML is judged by.",
        ("schemas", "schemas fetch", "schemas add crossref-5.3.1 crossref5.3.1.xsd"),
    ),
    "doctor": _Command(
        "doctor",
        "Tell whether this machine has what ries-jats needs.",
        ("doctor", "doctor --lang fr"),
    ),
}
EPILOG = """Examples:

\b
  ries-jats doctor                   is everything here?
  ries-jats build input              every manuscript below input/, into output/
  ries-jats build paper.docx         one manuscript
  ries-jats check output             the XML again

Ends with 0 when nothing is at error level, 1 when something is, 2 for wrong use, 3 when the machine lacks something."""


class _Interrupted(RiesJatsError):
    """The person at the keyboard has had enough."""

    exit_code: ClassVar[int] = 130


class _Unexpected(RiesJatsError):
    """A fault of ries-jats itself."""


class _Commands(TyperGroup):
    """Loads a command when it is called, and says what an error means; `Any` because typer's contexts are private."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command itself in the place of its entry in the list."""
        name, command, rest = super().resolve_command(ctx, args)
        ctx.obj = _language(rest)
        return name, _loaded(name) if command and name else None, rest

    def invoke(self, ctx: Any) -> Any:
        """The only place where errors are caught."""
        try:
            return super().invoke(ctx)
        except (RiesJatsError, PermissionError, KeyboardInterrupt) as error:
            fault = _fault(error)
            _say(fault, ctx.obj)
            raise typer.Exit(fault.exit_code) from error


# Without typer's rich help: it takes twice the time, and breaks up the lines of examples.
_PLAIN: dict[str, Any] = {"rich_markup_mode": None, "pretty_exceptions_enable": False}
app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
    **_PLAIN,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"ries-jats {__version__}")
        raise typer.Exit


_VERSION = typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)


@app.callback()
def _ries_jats(version: Annotated[bool, _VERSION] = False) -> None:
    """Turn the manuscripts of a journal issue into JATS XML that can be trusted."""


def _listed() -> None:
    """Stands for a command in the list of commands."""


for _name, _command in COMMANDS.items():
    app.command(_name, help=_command.summary)(_listed)


def _loaded(name: str) -> Any:
    command = COMMANDS[name]
    part = getattr(import_module(f".{name}", __name__), command.attribute)
    holder = typer.Typer(add_completion=False, **_PLAIN)
    holder.callback()(_listed)
    if isinstance(part, typer.Typer):
        holder.add_typer(part, name=name, epilog=command.epilog)
    else:
        holder.command(name, epilog=command.epilog)(part)
    group: Any = typer.main.get_command(holder)
    return group.commands[name]


def _language(arguments: Sequence[str]) -> str:
    """What `--lang` asks for, for errors that come before or after the command's own reading of it."""
    words = [word for argument in arguments for word in argument.split("=", 1)]
    wanted = [after for word, after in pairwise(words) if word == "--lang"]
    return wanted[-1] if wanted else ""


def _fault(error: BaseException) -> RiesJatsError:
    """What to say of an error; what no command foresaw is kept in a file, for whoever is to mend it."""
    if isinstance(error, RiesJatsError):
        return error
    if isinstance(error, KeyboardInterrupt):
        return _Interrupted("interrupted")
    if isinstance(error, PermissionError):
        return EnvironmentFault("file-unreadable", path=error.filename, reason=error.strerror)
    with tempfile.NamedTemporaryFile("w", prefix="ries-jats-", suffix=".txt", encoding="utf-8", delete=False) as file:
        file.writelines(traceback.format_exception(error))
    return _Unexpected("internal-failure", reason=f"{type(error).__name__}: {error}", path=Path(file.name))


def _say(error: RiesJatsError, language: str | None) -> None:
    """The sentence and the remedy of the catalogue, on stderr."""
    from rich.console import Console
    from rich.text import Text

    from ries_jats.check.report import language_of_locale
    from ries_jats.findings import LANGUAGES, Place, finding

    language = language if language in LANGUAGES else language_of_locale()
    told = finding(error.code, Place(), **error.details)
    message, remedy = _visible(told.message(language)), _visible(told.remedy(language))
    between = " " if isinstance(error, _Interrupted) else "\n→ "
    Console(stderr=True).print(Text.assemble((message, "bold red"), between, remedy), soft_wrap=True, highlight=False)


def _visible(text: str) -> str:
    """Without the control characters that the name of a file may hold and a terminal would obey."""
    return "".join("\ufffd" if unicodedata.category(letter) == "Cc" else letter for letter in text)


def main() -> None:
    """The entry point."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # the name of a file may hold what the terminal's encoding lacks
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except Exception as error:  # noqa: BLE001 nobody but us can read a traceback: it goes into a file
        fault = _fault(error)
        _say(fault, _language(sys.argv[1:]))
        sys.exit(fault.exit_code)
