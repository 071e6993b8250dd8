"""Whole issues split: what becomes of every line, what the settings say, what is told, and whose the files are."""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from ries_jats.cli import app
from ries_jats.errors import UsageError
from ries_jats.findings import Finding
from ries_jats.journal import find_issues, load_issue, load_journal
from ries_jats.split import SplitResult, split_issue

ISSUES = Path(__file__).parent / "split_issues"
CASES = sorted(path for path in ISSUES.iterdir() if path.is_dir())
PARAGRAPH = (
    "The rooms that are described here were opened in the autumn and closed in the spring, and the people who came to "
    "them left so few traces that every register counts. What follows reads those registers one by one, compares them "
    "with the letters of the librarians, and asks what a room can teach to those who sit in it. "
)


def codes(result: SplitResult) -> list[str]:
    return [each.code for each in result.findings]


def told(result: SplitResult, code: str) -> list[str]:
    return [each.message("en") for each in result.findings if each.code == code]


def toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}


def placed(each: Finding) -> str:
    return f"{each.place.line or 0} {each.code}"


def spans(folder: Path) -> dict[str, list[int]]:
    ledger = json.loads((folder / "split-ledger.json").read_text("utf-8"))
    return {each["file"]: [each["first"], each["last"]] for each in ledger["articles"]}


def article(title: str, author: str, *, heading: str = "# ", text: str = PARAGRAPH) -> str:
    """An article with a head as most have it, and a body long enough."""
    parts = (f"{heading}{title}", author, "## Abstract", text, "Keywords: rooms, registers", "## Introduction")
    return "\n\n".join((*parts, *[text] * 6, "## References", "- Harrow, J. (1987). Rooms of silence.")) + "\n\n"


COVER = "# Journal of Rooms\n\nVol. 3, No. 1 (2020)\n\nISSN 2049-3630\n\n"
TWO = "## Contents\n\nThe Winter Register, 5\nMary Jones\n\nLetters of a Librarian, 20\nPaul Stone\n\n"
ISSUE = COVER + TWO + article("The Winter Register", "Mary Jones") + article("Letters of a Librarian", "Paul Stone")


@pytest.fixture
def split(tmp_path: Path) -> Callable[..., SplitResult]:
    """Splits a text into the folder `issue`."""

    def run(text: str | bytes, name: str = "whole.txt", **options: Any) -> SplitResult:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return split_issue(path, tmp_path / "issue", **options)

    return run


# Whole issues of many kinds: a directory is a case


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_issue_is_split_as_a_careful_reader_would(case: Path, tmp_path: Path) -> None:
    expected = toml(case / "expected.toml")
    result = split_issue(case / "issue.txt", tmp_path / "issue")
    assert spans(tmp_path / "issue") == expected["lines"]
    assert toml(tmp_path / "issue" / "journal.toml") == expected["journal"]
    assert toml(tmp_path / "issue" / "issue.toml") == expected["issue"]
    assert [placed(each) for each in result.findings] == expected["findings"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_line_is_in_one_place(case: Path, tmp_path: Path) -> None:
    split_issue(case / "issue.txt", tmp_path)
    lines = (case / "issue.txt").read_bytes().splitlines(keepends=True)
    ledger = json.loads((tmp_path / "split-ledger.json").read_text("utf-8"))
    taken = {number for first, last in spans(tmp_path).values() for number in range(first, last + 1)}
    for name, (first, last) in spans(tmp_path).items():
        assert (tmp_path / name).read_bytes() == b"".join(lines[first - 1 : last])
    free = {number for number, line in enumerate(lines, start=1) if number not in taken and line.strip()}
    assert {each["line"] for each in ledger["contents and masthead"]} == free


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_settings_can_be_read_and_the_manuscripts_found(case: Path, tmp_path: Path) -> None:
    split_issue(case / "issue.txt", tmp_path)
    (issue,) = find_issues(tmp_path)
    assert {each.code for each in issue.findings} <= {"journal-unknown", "journal-incomplete"}
    assert [each.path.name for each in issue.manuscripts] == [each.file for each in issue.issue.articles]


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        split_issue(CASES[0] / "issue.txt", tmp_path / name)
    one, other = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "other"))
    assert one == other


@pytest.mark.slow
def test_the_real_issue_is_split_without_a_fault(shared: Path, tmp_path: Path) -> None:
    (seed,) = (path for path in (shared / "seeds").glob("000_*.txt"))
    split_issue(seed, tmp_path)
    command = [sys.executable, "score_issue.py", str(tmp_path), "--findings", str(tmp_path / "split-findings.json")]
    scored = subprocess.run(
        [*command, "--min", "1", "--show-errors", "9"],
        cwd=shared / "fidelity",
        capture_output=True,
        text=True,
        check=False,
    )
    assert scored.returncode == 0, scored.stdout


# The contents and the text


def test_an_article_that_the_text_does_not_have_is_told(split: Callable[..., SplitResult]) -> None:
    contents = TWO.replace("Letters", "Maps of Forgotten Corridors, 12\nAnna Reed\n\nLetters")
    result = split(ISSUE.replace(TWO, contents))
    (message,) = told(result, "contents-entry-lost")
    assert "“Maps of Forgotten Corridors” (Anna Reed)" in message


def test_an_article_that_the_contents_do_not_have_gets_a_manuscript(split: Callable[..., SplitResult]) -> None:
    extra = article("A Room Without Doors", "Anna Reed")
    result = split(ISSUE.replace("# Letters", extra + "# Letters"))
    assert [each.file for each in result.articles] == ["jones.md", "reed.md", "stone.md"]
    assert codes(result).count("contents-entry-absent") == 1


def test_an_article_under_quite_another_title_is_found_by_its_author(split: Callable[..., SplitResult]) -> None:
    result = split(ISSUE.replace("Letters of a Librarian, 20", "Correspondence and Its Silences, 20"))
    assert [each.title for each in result.articles] == ["The Winter Register", "Letters of a Librarian"]
    assert result.articles[1].listed is not None
    assert result.articles[1].listed.page == "20"
    (message,) = told(result, "title-inconsistent")
    assert "“Letters of a Librarian” (" in message
    assert "“Correspondence and Its Silences” (" in message


def test_a_subtitle_that_the_contents_leave_out_belongs_to_the_title(split: Callable[..., SplitResult]) -> None:
    longer = "# Letters of a Librarian: Fines, Ink and Forgiveness in Four Reading Rooms"
    result = split(ISSUE.replace("# Letters of a Librarian", longer))
    assert result.articles[1].title == longer.removeprefix("# ")


def test_a_running_head_is_no_beginning(split: Callable[..., SplitResult]) -> None:
    repeated = article("The Winter Register", "Mary Jones").replace(
        "## References", "The Winter Register\n\n## References"
    )
    result = split(ISSUE.replace(article("The Winter Register", "Mary Jones"), repeated))
    assert [each.file for each in result.articles] == ["jones.md", "stone.md"]


def test_the_outline_of_an_article_is_no_contents(split: Callable[..., SplitResult]) -> None:
    outline = "Contents\n\nIntroduction\n\nThe rooms\n\nThe readers\n\nReferences\n\n"
    text = article("The Winter Register", "Mary Jones").replace("## Introduction", f"{outline}## Introduction")
    text = text.replace(
        "## References", f"## The rooms\n\n{PARAGRAPH}\n\n## The readers\n\n{PARAGRAPH}\n\n## References"
    )
    result = split(text)
    assert [each.file for each in result.articles] == ["jones.md"]
    assert "single-article" in codes(result)


def test_a_summary_in_another_language_at_the_end_begins_nothing(split: Callable[..., SplitResult]) -> None:
    summary = (
        "# Le registre d'hiver\n\nMary Jones\n\n## Résumé\n\nUn résumé court.\n\nMots-clés : salles, registres\n\n"
    )
    text = ISSUE.replace("# Letters of", f"{summary}# Letters of")
    assert [each.file for each in split(text).articles] == ["jones.md", "stone.md"]


def test_contents_may_lack_their_heading(split: Callable[..., SplitResult]) -> None:
    result = split(ISSUE.replace("## Contents\n\n", ""))
    assert [each.listed and each.listed.page for each in result.articles] == ["5", "20"]


def test_pages_in_a_column_of_their_own_are_given_in_order(split: Callable[..., SplitResult]) -> None:
    third = article("Three Maps of One Corridor", "Anna Reed")
    titles = (
        "The Winter Register\nMary Jones\nLetters of a Librarian\nPaul Stone\nThree Maps of One Corridor\nAnna Reed\n"
    )
    result = split(ISSUE.replace(TWO, f"## Contents\n\n{titles}\n5\n20\n41\n\n") + third)
    assert [each.listed and each.listed.page for each in result.articles] == ["5", "20", "41"]


def test_digits_that_end_a_title_are_no_page(split: Callable[..., SplitResult]) -> None:
    text = ISSUE.replace("Letters of a Librarian, 20", "Letters of Regiment 12").replace(
        "# Letters of a Librarian", "# Letters of Regiment 12"
    )
    (_, letters) = split(text).articles
    assert letters.title == "Letters of Regiment 12"
    assert letters.listed is not None
    assert letters.listed.page == ""


def test_the_byline_wins_over_the_contents(split: Callable[..., SplitResult]) -> None:
    result = split(ISSUE.replace("# The Winter Register\n\nMary Jones", "# The Winter Register\n\nMary Johns*"))
    assert result.articles[0].names == ("Mary Johns",)
    (message,) = told(result, "name-inconsistent")
    assert "“Mary Jones” (" in message
    assert "“Mary Johns” (" in message


def test_capitals_alone_are_no_inconsistency_of_a_name(split: Callable[..., SplitResult]) -> None:
    assert "name-inconsistent" not in codes(split(ISSUE.replace("Register\n\nMary Jones", "Register\n\nMary JONES")))


def test_contents_that_announce_nothing_are_told(split: Callable[..., SplitResult]) -> None:
    other = "## Contents\n\nFour Kinds of Silence, 5\n\nMaps of Corridors, 20\n\nThe Late Readers, 31\n\n"
    result = split(COVER + other + article("The Winter Register", "Mary Jones"))
    assert "contents-unmatched" in codes(result)
    assert len(result.articles) == 1


# The masthead


def test_the_masthead_may_follow_the_contents(split: Callable[..., SplitResult], tmp_path: Path) -> None:
    masthead = "Published by the Canal Street Press\n\nEditorial Board\n\nAnna Reed\n\n"
    split(ISSUE.replace("# The Winter Register", f"{masthead}# The Winter Register"))
    assert toml(tmp_path / "issue" / "journal.toml")["publisher"] == {"name": "Canal Street Press"}
    assert toml(tmp_path / "issue" / "issue.toml")["editors"] == [{"name": "Anna Reed", "role": "board"}]


def test_contents_in_a_second_language_change_nothing(split: Callable[..., SplitResult]) -> None:
    french = "## Sommaire\n\nLe registre d'hiver, 5\nMary Jones\n\nLettres d'un bibliothécaire, 20\nPaul Stone\n\n"
    result = split(ISSUE.replace("# The Winter Register", f"{french}# The Winter Register", 1))
    assert [each.file for each in result.articles] == ["jones.md", "stone.md"]
    assert codes(result) == []


def test_an_issn_with_a_wrong_digit_is_told_and_not_taken(split: Callable[..., SplitResult], tmp_path: Path) -> None:
    result = split(ISSUE.replace("2049-3630", "2049-3631"))
    assert "issn" not in toml(tmp_path / "issue" / "journal.toml")
    assert "masthead-issn-wrong" in codes(result)


def test_volumes_that_differ_are_told(split: Callable[..., SplitResult]) -> None:
    result = split(ISSUE.replace("ISSN", "Journal of Rooms, Volume 3, Number 2, May 2020\n\nISSN"))
    (message,) = told(result, "numbering-inconsistent")
    assert "“Vol. 3, No. 1” (3)" in message
    assert "“Volume 3, Number 2” (5)" in message


def test_what_a_masthead_does_not_tell_is_left_out_and_told(split: Callable[..., SplitResult], tmp_path: Path) -> None:
    result = split(ISSUE.replace(COVER, ""))
    assert told(result, "masthead-incomplete") == ["The masthead does not tell: journal.title, issn, number, year."]
    assert not (tmp_path / "issue" / "journal.toml").exists()
    assert set(toml(tmp_path / "issue" / "issue.toml")) == {"articles"}


# The folder


def test_a_folder_with_files_is_refused(split: Callable[..., SplitResult]) -> None:
    split(ISSUE)
    with pytest.raises(UsageError) as refused:
        split(ISSUE)
    assert refused.value.code == "split-folder-not-empty"


def test_force_writes_anew_and_keeps_what_a_person_changed(split: Callable[..., SplitResult], tmp_path: Path) -> None:
    split(ISSUE)
    folder = tmp_path / "issue"
    (folder / "jones.md").write_text("Corrected by hand.\n", "utf-8")
    (folder / "notes.md").write_text("Mine.\n", "utf-8")
    result = split(
        ISSUE.replace("Letters of a Librarian\n\nPaul Stone", "Letters of a Librarian\n\nPaula Stone"), force=True
    )
    assert (folder / "jones.md").read_text("utf-8") == "Corrected by hand.\n"
    assert (folder / "notes.md").read_text("utf-8") == "Mine.\n"
    assert "Paula Stone" in (folder / "stone.md").read_text("utf-8")
    assert [each.quote for each in result.findings if each.code == "file-kept"] == ["jones.md"]


def test_force_removes_what_split_wrote_and_no_longer_does(split: Callable[..., SplitResult], tmp_path: Path) -> None:
    split(ISSUE)
    split(ISSUE.replace("Paul Stone", "Paul Rivers"), force=True)
    assert sorted(path.name for path in (tmp_path / "issue").glob("*.md")) == ["jones.md", "rivers.md"]


def test_a_journal_above_the_folder_counts(split: Callable[..., SplitResult], tmp_path: Path) -> None:
    (tmp_path / "journal.toml").write_text('title = "Journal of Doors"\n', "utf-8")
    result = split(ISSUE)
    assert not (tmp_path / "issue" / "journal.toml").exists()
    assert "journal-kept" in codes(result)
    (message,) = told(result, "journal-differs")
    assert "Journal of Rooms" in message
    assert "Journal of Doors" in message


def test_a_journal_in_the_folder_counts(split: Callable[..., SplitResult], tmp_path: Path) -> None:
    (tmp_path / "issue").mkdir()
    (tmp_path / "issue" / "journal.toml").write_text('title = "Journal of Rooms"\n', "utf-8")
    split(ISSUE)
    assert (tmp_path / "issue" / "journal.toml").read_text("utf-8") == 'title = "Journal of Rooms"\n'


def test_the_file_in_its_own_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "whole.txt").write_text(ISSUE, "utf-8")
    assert "split-source-inside" in codes(split_issue(tmp_path / "whole.txt", tmp_path, force=True))


# The file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_any_encoding_and_line_end_is_cut_byte_by_byte(
    encoding: str, line_end: str, split: Callable[..., SplitResult], tmp_path: Path
) -> None:
    accented = ISSUE.replace("Mary Jones", "Élodie Béranger").replace("that are described", "décrites à l'été")
    data = accented.replace("\n", line_end).encode(encoding)
    result = split(data)
    assert [each.file for each in result.articles] == ["beranger.md", "stone.md"]
    joined = b"".join((tmp_path / "issue" / each.file).read_bytes() for each in result.articles)
    assert data.endswith(joined)
    assert load_issue(tmp_path / "issue" / "issue.toml")[1] == []
    assert load_journal(tmp_path / "issue" / "journal.toml")[1] == []


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("whole.docx", b"PK\x03\x04", "split-no-text"),
        ("whole.txt", b"\x00\x01\x02" * 9, "split-no-text"),
        ("whole.txt", ISSUE.encode("utf-16"), "split-no-text"),
        ("whole.txt", ISSUE.encode("utf-16-le"), "split-no-text"),
        ("whole.txt", b" \n\n", "split-file-empty"),
    ],
)
def test_a_file_that_cannot_be_split_is_refused(
    name: str, data: bytes, code: str, split: Callable[..., SplitResult], tmp_path: Path
) -> None:
    with pytest.raises(UsageError) as refused:
        split(data, name)
    assert refused.value.code == code
    assert not (tmp_path / "issue").exists()


# The command


def test_the_command_lists_the_manuscripts_and_ends_with_zero(tmp_path: Path) -> None:
    (tmp_path / "whole.txt").write_text(ISSUE, "utf-8")
    ended = CliRunner().invoke(app, ["split", str(tmp_path / "whole.txt"), "--into", str(tmp_path / "issue")])
    assert ended.exit_code == 0
    assert re.search(r"jones\.md +\d+-\d+ +The Winter Register", ended.stdout)
    written = json.loads((tmp_path / "issue" / "split-findings.json").read_text("utf-8"))
    assert all(each["code"] and each["message"] for each in written)


def test_the_command_ends_with_one_when_an_article_is_lost(tmp_path: Path) -> None:
    (tmp_path / "whole.txt").write_text(ISSUE.replace("Letters of a Librarian, 20\nPaul", "Maps, 20\nJim"), "utf-8")
    ended = CliRunner().invoke(app, ["split", str(tmp_path / "whole.txt"), "--into", str(tmp_path / "issue")])
    assert ended.exit_code == 1


def test_the_command_ends_with_two_for_a_folder_with_files(tmp_path: Path) -> None:
    (tmp_path / "whole.txt").write_text(ISSUE, "utf-8")
    ended = CliRunner().invoke(app, ["split", str(tmp_path / "whole.txt"), "--into", str(tmp_path)])
    assert ended.exit_code == 2
    assert "--force" in ended.stderr
