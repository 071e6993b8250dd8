"""`ries-jats references`, as it is typed."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from typer.testing import CliRunner

from ries_jats.cli import app
from ries_jats.cli import references as command

LINES = [
    (
        "Dupont, J. et A. Martin (2010). « Les phares de l'estuaire », Revue des ports, vol. 12, n° 3, p. 45-67. "
        "https://doi.org/10.5555/phares.12"
    ),
    (
        "Veyrat Paul, « Le port vu du large », dans Ida Larch (dir.), Histoire des quais, Lyon, Éditions du Môle, 1998, "
        "p. 11-30."
    ),
    "Aldous, M. (2004). Quays and lamps. London: Mole Press. https://port.example/quays (accessed 3 May 2021).",
]


def run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"LC_ALL": "C.UTF-8", "COLUMNS": "80"}
    return subprocess.run(
        [sys.executable, "-m", "ries_jats", "references", *arguments],
        input=given,
        capture_output=True,
        check=False,
        env=environment,
    )


def items(result: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    assert (result.returncode, result.stderr) == (0, b"")
    loaded: list[dict[str, Any]] = json.loads(result.stdout)
    return loaded


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "list.txt"
    path.write_text("\n".join(LINES), "utf-8")
    return path


def test_every_line_is_an_item_in_order_with_its_string(listed: Path) -> None:
    assert [each["custom"]["raw"] for each in items(run(str(listed)))] == LINES


def test_what_is_printed_is_found(listed: Path) -> None:
    article, chapter, book = items(run(str(listed)))
    assert (article["DOI"], article["page"]) == ("10.5555/phares.12", "45-67")
    assert (chapter["editor"], chapter["container-title"]) == (
        [{"family": "Larch", "given": "Ida"}],
        "Histoire des quais",
    )
    assert book["URL"] == "https://port.example/quays"
    assert book["accessed"] == {"date-parts": [[2021, 5, 3]]}


def test_the_standard_input_gives_the_same_as_the_file(listed: Path) -> None:
    assert run("-", given=listed.read_bytes()).stdout == run(str(listed)).stdout


def test_line_ends_and_marks_of_other_systems_are_no_part_of_a_string() -> None:
    given = b"\xef\xbb\xbf" + b"Aldous, Quays.\r\n\r\n \t\r\nLarch, Ropes." + b"\r\n"
    assert [each["custom"]["raw"] for each in items(run("-", given=given))] == ["Aldous, Quays.", "Larch, Ropes."]


@pytest.mark.parametrize("given", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_nothing_gives_nothing(given: bytes) -> None:
    assert items(run("-", given=given)) == []
    assert run("-", "--format", "bibtex", given=given).stdout == b""


def test_odd_characters_pass(tmp_path: Path) -> None:
    odd = "Aldous\x00, \u2028Quays \ud83d\ude00 (".encode("utf-16", "surrogatepass").decode("utf-16") + "م" * 3000
    (item,) = items(run("-", given=odd.encode()))
    assert item["custom"]["raw"] == odd
    for form in ("jats", "bibtex"):
        assert run("-", "--format", form, given=odd.encode()).returncode == 0


def test_jats_has_the_printed_strings(listed: Path) -> None:
    result = run(str(listed), "--format", "jats")
    root = etree.fromstring(result.stdout)
    assert root.tag == "ref-list"
    assert ["".join(map(str, each.itertext())) for each in root.iter("mixed-citation")] == LINES
    assert len({each.get("id") for each in root.iter("ref")}) == len(LINES)


def test_bibtex_has_an_entry_for_each(listed: Path) -> None:
    result = run(str(listed), "--format", "bibtex")
    assert [line[:9] for line in result.stdout.decode().split("\n") if line.startswith("@")] == [
        "@article{",
        "@incollec",
        "@book{ald",
    ]


def test_lines_are_taken_by_themselves() -> None:
    given = "Aldous, M. (2004). Quays. London: Mole Press.\n——— (2005). Lamps. London: Mole Press."
    assert "Aldous" not in json.dumps(items(run("-", given=given.encode()))[1])


# What goes wrong


def test_a_file_that_is_not_there_is_said_in_a_sentence() -> None:
    result = run("none.txt", "--lang", "en")
    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr.decode().startswith("There is no file none.txt with references.\n→ ")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert run(str(tmp_path)).returncode == 2


@pytest.mark.parametrize("data", ["Aldous\né".encode("latin-1"), "Aldous\n".encode("utf-16"), b"PK\x03\x04\xff"])
def test_other_encodings_are_said_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(data)
    result = run(str(path), "--lang", "fr")
    assert (result.returncode, result.stdout) == (2, b"")
    assert "ne sont pas un texte en UTF-8" in result.stderr.decode()
    assert b"Traceback" not in result.stderr


def test_another_form_is_wrong_use() -> None:
    assert run("-", "--format", "ris").returncode == 2


def test_a_reader_that_goes_away_is_no_fault(listed: Path) -> None:
    shell = f"{sys.executable} -m ries_jats references {listed} | true"
    result = subprocess.run(["/bin/sh", "-c", shell], capture_output=True, check=False)
    assert b"Traceback" not in result.stderr


def test_help_has_examples() -> None:
    result = CliRunner().invoke(app, ["references", "--help"])
    assert "ries-jats references - < list.txt" in result.output


def test_a_terminal_is_told_how_many(listed: Path) -> None:
    """On a terminal, the standard error; the output stays the output."""
    master, slave = pty.openpty()
    result = subprocess.run(
        [sys.executable, "-m", "ries_jats", "references", str(listed), "--lang", "en"],
        stdout=subprocess.PIPE,
        stderr=slave,
        check=False,
    )
    os.close(slave)
    said = os.read(master, 100_000).decode()
    os.close(master)
    assert "3 reference(s) parsed." in said
    assert len(json.loads(result.stdout)) == 3


def test_every_form_is_written() -> None:
    assert set(command.WRITERS) == set(command.Format)
