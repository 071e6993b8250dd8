"""The reports say everything in the language that was asked for, and the command ends with the right code."""

import json
from io import StringIO
from pathlib import Path

import pytest
import typer
from rich.console import Console
from typer.testing import CliRunner

from ries_jats.check.collect import article_files, read_bytes
from ries_jats.check.report import (
    findings_json,
    json_report,
    language_of_locale,
    print_findings,
    print_summary,
    summary,
)
from ries_jats.cli.check import check
from ries_jats.errors import EnvironmentFault, UsageError
from ries_jats.findings import Finding, Place, finding
from ries_jats.schemas import installed

VALID = (
    '<article dtd-version="1.3"><front><journal-meta><journal-id>x</journal-id><issn>x</issn></journal-meta><article-meta>'
    "<title-group><article-title>T</article-title></title-group></article-meta></front></article>"
)
INVALID = VALID.replace("</article>", "\n<body><para/></body></article>")
MALFORMED = "<article>\n<p></article>"
ERROR = finding("duplicate-id", Place("a.xml", 3, 7, xpath="/article/p"), "x1", element="p", first="sec", line=2)
WARNING = finding("schema-not-judged", Place("b.xml", 1), schema="JATS", name="jats")
NOTE = finding("schema-assumed", Place("b.xml"), schema="JATS")


@pytest.fixture
def _schemas() -> None:
    if not any(each.name == "jats-publishing-1.3-no-mathml" and each.present for each in installed()):
        pytest.skip("run `make schemas`")


@pytest.fixture
def command() -> typer.Typer:
    app = typer.Typer()
    app.command()(check)
    return app


def printed(findings: list[Finding], language: str, *, terminal: bool = False) -> str:
    console = Console(file=StringIO(), force_terminal=terminal, width=60)
    print_findings(console, findings, language)
    print_summary(console, 2, findings, language)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_the_text_report_groups_by_file_and_gives_place_code_message_and_remedy() -> None:
    assert printed([ERROR, WARNING, NOTE], "en").splitlines()[:8] == [
        "a.xml",
        "  3:7  error  duplicate-id  /article/p",
        "      " + ERROR.message("en"),
        "      → " + ERROR.remedy("en"),
        "b.xml",
        "  1  warning  schema-not-judged",
        "      " + WARNING.message("en"),
        "      → " + WARNING.remedy("en"),
    ]


def test_the_report_is_in_french_where_that_was_asked_for() -> None:
    text = printed([ERROR, ERROR, WARNING], "fr")
    assert ERROR.message("fr") in text
    assert "  3:7  erreur  duplicate-id" in text
    assert text.endswith("2 fichiers\u00a0: 2 erreurs, 1 avertissement\n")


def test_colours_and_wrapping_are_for_terminals_only() -> None:
    assert "\x1b[" not in printed([ERROR], "en")
    on_terminal = printed([ERROR], "en", terminal=True)
    assert "\x1b[" in on_terminal
    assert ERROR.message("en") not in on_terminal


def test_control_characters_do_not_reach_the_terminal() -> None:
    nasty = finding("xml-refused", Place("a\x1b.xml"), "\x1b[2J\x07")
    assert "\x1b" not in printed([nasty], "en")


def test_markup_of_the_terminal_in_a_quote_is_text() -> None:
    assert "[bold]x[/bold]" in printed([finding("xml-refused", Place("a.xml"), "[bold]x[/bold]")], "en")


@pytest.mark.parametrize(
    ("files", "findings", "language", "line"),
    [
        (1, [], "en", "1 file: nothing to report"),
        (0, [], "fr", "0 fichier\u00a0: rien à signaler"),
        (0, [], "en", "0 files: nothing to report"),
        (3, [ERROR, WARNING, NOTE, NOTE], "en", "3 files: 1 error, 1 warning, 2 notes"),
    ],
)
def test_the_summary_counts(files: int, findings: list[Finding], language: str, line: str) -> None:
    assert summary(files, findings, language) == line


def test_json_holds_everything_of_a_finding_and_nothing_twice() -> None:
    (each,) = findings_json([ERROR], "fr")
    assert each == {
        "code": "duplicate-id",
        "severity": "error",
        "message": ERROR.message("fr"),
        "remedy": ERROR.remedy("fr"),
        "file": "a.xml",
        "line": 3,
        "column": 7,
        "paragraph": None,
        "xpath": "/article/p",
        "quote": "x1",
        "details": {"element": "p", "first": "sec", "line": "2"},
    }


def test_json_counts_by_severity() -> None:
    report = json.loads(json_report(["a.xml"], [ERROR, NOTE], "en"))
    assert report["files"] == ["a.xml"]
    assert report["summary"] == {"error": 1, "warning": 0, "info": 1}
    assert len(report["findings"]) == 2


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LC_MESSAGES": "fr"}, "fr"),
        ({"LANG": "de_DE"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_is_that_of_the_locale(environment: dict[str, str], language: str) -> None:
    assert language_of_locale(environment) == language


def test_folders_are_searched_for_articles(tmp_path: Path) -> None:
    (tmp_path / "issue").mkdir()
    for name, text in {"b.xml": VALID, "a.XML": "", "deposit.xml": "<doi_batch/>", "c.txt": VALID}.items():
        (tmp_path / "issue" / name).write_text(text, "utf-8")
    named = tmp_path / "issue" / "deposit.xml"
    names = [file.name for file in article_files([named, tmp_path, tmp_path / "issue"])]
    assert names == ["deposit.xml", "a.XML", "b.xml"]


def test_a_path_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="xml-missing"):
        article_files([tmp_path / "no.xml"])


def test_a_folder_without_articles_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="xml-none-in-folder"):
        article_files([tmp_path])


def test_a_file_that_cannot_be_read_is_a_fault_of_the_environment(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="file-unreadable"):
        read_bytes(tmp_path)


@pytest.mark.usefixtures("_schemas")
@pytest.mark.parametrize(("text", "code"), [(VALID, 0), (INVALID, 1), (MALFORMED, 1), (VALID.replace("1.3", "1.2"), 0)])
def test_the_exit_code_tells_whether_there_are_errors(
    text: str, code: int, command: typer.Typer, tmp_path: Path
) -> None:
    (tmp_path / "a.xml").write_text(text, "utf-8")
    assert CliRunner().invoke(command, [str(tmp_path)]).exit_code == code


@pytest.mark.usefixtures("_schemas")
def test_one_bad_file_does_not_stop_the_others(command: typer.Typer, tmp_path: Path) -> None:
    for name, text in {"a.xml": MALFORMED, "b.xml": INVALID}.items():
        (tmp_path / name).write_text(text, "utf-8")
    result = CliRunner().invoke(command, [str(tmp_path), "--lang", "fr"])
    assert "b.xml" in result.stdout
    assert result.stdout.endswith("2 fichiers\u00a0: 2 erreurs\n")


@pytest.mark.usefixtures("_schemas")
def test_the_command_writes_json(command: typer.Typer, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(INVALID, "utf-8")
    result = CliRunner().invoke(command, [str(tmp_path), "--format", "json", "--lang", "fr"])
    (each,) = json.loads(result.stdout)["findings"]
    assert (each["code"], each["line"]) == ("schema-element-unexpected", 2)
    assert "Vouliez-vous dire" in each["remedy"]
