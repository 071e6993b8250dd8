"""`journal.toml`, `issue.toml`, and where manuscripts are found."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from ries_jats.errors import UsageError
from ries_jats.findings import Finding
from ries_jats.journal import (
    Copyright,
    Editor,
    Issn,
    License,
    Publisher,
    RuleSetting,
    find_issues,
    load_issue,
    load_journal,
    nearest_journal,
)
from ries_jats.journal.allowed import LanguageTag
from ries_jats.journal.licenses import LICENSE_URLS, spdx_identifier
from ries_jats.journal.toml_lines import key_lines

JOURNAL = """
title = "Revue des chambres"
abbreviation = "RC"
ids = { publisher-id = "rc" }
issn = { electronic = "12345679" }
publisher = { name = "Presses", acronym = "P", place = "Lille", country = "fr" }
languages = ["fr", "pt-BR", "ar"]
license = "cc-by-4.0"
copyright = { holder = "authors" }
doi = { prefix = "10.5555", pattern = "{abbreviation}.{year}" }
url = { article = "https://example.org/{article}" }
sections = ["Articles"]
galley = "published"
demonstration = true
[rules]
settings-invalid = { severity = "warning", reason = "We know." }
[targets.crossref]
depositor_name = "Presses"
depositor_email = "doi@example.org"
[targets.ojs]
sections = { Articles = "ART" }
"""
ISSUE = """
volume = 1
number = "1-2"
year = 2025
month = 5
season = "Printemps"
theme = "Les chambres"
editors = [{ name = "Anne Martin", role = "editor-in-chief" }]
[[articles]]
file = "b.md"
title = "Seconde"
first_page = 7
authors = ["Luc Petit"]
[[articles]]
file = "a.md"
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def told(findings: list[Finding]) -> list[str]:
    return [f"{each.place.line} {each.code} {each.quote}" for each in findings]


# What is right


def test_a_journal_is_read_whole(tmp_path: Path) -> None:
    journal, findings = load_journal(write(tmp_path / "journal.toml", JOURNAL))
    assert findings == []
    assert journal is not None
    assert (journal.title, journal.abbreviation, journal.ids) == ("Revue des chambres", "RC", (("publisher-id", "rc"),))
    assert journal.issn == Issn(electronic="1234-5679")
    assert journal.publisher == Publisher("Presses", "P", "Lille", "FR")
    assert journal.languages == ("fr", "pt-BR", "ar")
    assert journal.license == License("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/")
    assert journal.copyright == Copyright("authors")
    assert (journal.doi.prefix, journal.url.article, journal.galley) == (
        "10.5555",
        "https://example.org/{article}",
        "published",
    )
    assert journal.demonstration
    assert journal.rules == (RuleSetting("settings-invalid", "warning", "We know."),)
    assert journal.target("crossref").get("depositor_email") == "doi@example.org"
    assert journal.target("ojs").get("sections.Articles") == "ART"
    assert journal.target("hal").get("domain") == ""


def test_an_issue_is_read_whole(tmp_path: Path) -> None:
    issue, findings = load_issue(write(tmp_path / "issue.toml", ISSUE))
    assert findings == []
    assert issue is not None
    assert (issue.volume, issue.number, issue.year, issue.month) == ("1", "1-2", 2025, 5)
    assert issue.editors == (Editor("Anne Martin", "editor-in-chief"),)
    entry = issue.entry("b.md")
    assert entry is not None
    assert (entry.first_page, entry.authors) == ("7", ("Luc Petit",))
    assert issue.entry("c.md") is None


def test_an_empty_journal_says_nothing(tmp_path: Path) -> None:
    journal, findings = load_journal(write(tmp_path / "journal.toml", ""))
    assert findings == []
    assert journal is not None
    assert not journal.issn
    assert journal.license is None


def test_every_licence_has_the_address_of_its_own_version() -> None:
    for identifier, url in LICENSE_URLS.items():
        assert url.startswith("https://creativecommons.org/")
        assert url.endswith(f"/{identifier.rsplit('-', 1)[1]}/")
        assert spdx_identifier(identifier.lower()) == identifier


# What is wrong


@pytest.mark.parametrize(
    ("line", "code", "quote"),
    [
        ('titel = "X"', "settings-unknown-key", "titel"),
        ('publisher = { nam = "X" }', "settings-unknown-key", "publisher.nam"),
        ('targets.ojs = { user = "X" }', "settings-unknown-key", "targets.ojs.user"),
        ('targets.other = { user = "X" }', "settings-unknown-key", "targets.other"),
        ('issn = { print = "1234-5678" }', "settings-invalid", "1234-5678"),
        ('issn = { print = "" }', "settings-invalid", ""),
        ('publisher = { country = "FX" }', "settings-invalid", "FX"),
        ('languages = ["fr", "fre"]', "settings-invalid", "fre"),
        ('languages = ["xx"]', "settings-invalid", "xx"),
        ('languages = "fr"', "settings-invalid", "fr"),
        ('license = "MIT"', "settings-invalid", "MIT"),
        ('doi = { prefix = "11.5555" }', "settings-invalid", "11.5555"),
        ('galley = "ours"', "settings-invalid", "ours"),
        ("title = 3", "settings-invalid", "3"),
        ("demonstration = 7", "settings-invalid", "7"),
        ('rules.no-such-rule = { severity = "off", reason = "x" }', "settings-invalid", "no-such-rule"),
        ('rules.settings-invalid = { severity = "off" }', "settings-missing-key", "rules.settings-invalid.reason"),
    ],
)
def test_a_wrong_field_is_told_with_its_line_and_left_out(line: str, code: str, quote: str, tmp_path: Path) -> None:
    path = write(tmp_path / "journal.toml", f'# A comment\nabbreviation = "RC"\n{line}\n')
    journal, findings = load_journal(path)
    assert told(findings) == [f"3 {code} {quote}"]
    assert findings[0].place.file == str(path)
    assert all(findings[0].message(language) and findings[0].remedy(language) for language in ("en", "fr"))
    assert journal is not None
    assert journal.abbreviation == "RC"
    assert not any((journal.title, journal.issn, journal.publisher.country, journal.license, journal.rules))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("month = 13", ["1 settings-invalid 13"]),
        ("year = true", ["1 settings-invalid true"]),
        ('[[editors]]\nname = "A"\nrole = "boss"', ["3 settings-invalid boss"]),
        ('[[editors]]\nrole = "board"', ["1 settings-missing-key editors[1].name"]),
        (
            '[[articles]]\nfile = "a.md"\n[[articles]]\ntitel = "B"',
            ["3 settings-missing-key articles[2].file", "4 settings-unknown-key articles[2].titel"],
        ),
        ('[[articles]]\nfile = "a.md"\ntype = "Research Article"', ["3 settings-invalid Research Article"]),
        ("articles = 3", ["1 settings-invalid 3"]),
    ],
)
def test_wrong_fields_of_an_issue_are_told(text: str, expected: list[str], tmp_path: Path) -> None:
    issue, findings = load_issue(write(tmp_path / "issue.toml", text))
    assert told(findings) == expected
    assert issue is not None


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [('title = "X"\nabbreviation =\n', 2, 15), ("title", 1, None), ("a = 1\na = 2\n", 2, None)],
)
def test_a_malformed_file_is_told_with_its_line(text: str, line: int, column: int | None, tmp_path: Path) -> None:
    journal, (finding,) = load_journal(write(tmp_path / "journal.toml", text))
    assert journal is None
    assert (finding.code, finding.place.line) == ("settings-malformed", line)
    assert column is None or finding.place.column == column


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "journal.toml").write_bytes('x = "a"\ntitle = "Éditions"\n'.encode("cp1252"))
    journal, (finding,) = load_journal(tmp_path / "journal.toml")
    assert journal is None
    assert (finding.code, finding.place.line) == ("settings-malformed", 2)


def is_language(text: str) -> bool:
    try:
        return bool(TypeAdapter(LanguageTag).validate_python(text) == text)
    except ValidationError:
        return False


@given(st.text(max_size=60))
def test_any_language_is_judged_without_a_fault(text: str) -> None:
    assert is_language(text) is False or text.split("-", maxsplit=1)[0].isalpha()


def test_the_lines_of_keys_are_found_wherever_they_stand() -> None:
    text = (
        '# "comment" [not.a.table]\na = """\nb = 1\n"""\n\n[t."x y"]\nk = [\n  { m = 1 },\n  { m = "]" }, # [[no]]\n]\n'
        "[[u]]\nv.w = 2\n[[u]]\n[u.z]\nq = '''\n[t]\n'''\n"
    )
    lines = key_lines(text)
    assert lines[("a",)] == 2
    assert lines[("t", "x y", "k", 1, "m")] == 9
    assert lines[("u", 0, "v", "w")] == 12
    assert lines[("u", 1, "z", "q")] == 15
    assert ("b",) not in lines


# Finding manuscripts


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    def make(*names: str) -> Path:
        for name in names:
            write(tmp_path / name, "x")
        return tmp_path

    return make


def test_the_manuscripts_of_an_issue_come_in_its_order(folder: Callable[..., Path]) -> None:
    path = folder(
        "a.md", "b.md", "c.docx", "D.odt", "README.md", ".hidden.md", "~$c.docx", "a.toml", "a.references.json", "a.pdf"
    )
    write(path / "issue.toml", ISSUE)
    (issue,) = find_issues(path)
    assert [each.path.name for each in issue.manuscripts] == ["b.md", "a.md", "c.docx", "D.odt"]
    assert issue.name == path.name
    first = issue.manuscripts[1]
    assert (first.name, first.sidecar, first.references, first.galley) == (
        "a",
        path / "a.toml",
        path / "a.references.json",
        path / "a.pdf",
    )
    assert issue.manuscripts[0].entry is not None
    assert issue.manuscripts[2].entry is None


def test_a_lone_file_takes_its_folder_as_issue(folder: Callable[..., Path]) -> None:
    (issue,) = find_issues(folder("2025-1/a.md", "2025-1/b.md") / "2025-1" / "a.md")
    assert issue.name == "2025-1"
    assert [each.path.name for each in issue.manuscripts] == ["a.md"]


def test_a_folder_of_issues_gives_them_all(folder: Callable[..., Path]) -> None:
    path = folder("one/2025-1/a.md", "one/2025-2/a.md", "two/1/b.tex", ".git/c.md", "empty/x.png")
    write(path / "one" / "journal.toml", 'title = "One"')
    issues = list(find_issues(path))
    assert [str(each.relative) for each in issues] == ["one/2025-1", "one/2025-2", "two/1"]
    assert [each.journal.title if each.journal else None for each in issues] == ["One", "One", None]


def test_two_manuscripts_of_one_name_are_an_error(folder: Callable[..., Path]) -> None:
    (issue,) = find_issues(folder("a.md", "A.docx", "b.md"))
    assert [each.path.name for each in issue.manuscripts] == ["b.md"]
    assert [each.code for each in issue.findings] == ["journal-unknown", "duplicate-article", "duplicate-article"]
    assert "A.docx, a.md" in issue.findings[1].message() or "a.md, A.docx" in issue.findings[1].message()


def test_an_entry_without_its_manuscript_is_told(folder: Callable[..., Path]) -> None:
    path = folder("a.md")
    write(path / "issue.toml", ISSUE + '[[articles]]\nfile = "a.md"\n')
    write(path / "journal.toml", JOURNAL)
    (issue,) = find_issues(path)
    assert [(each.code, each.quote) for each in issue.findings] == [
        ("manuscript-missing", "b.md"),
        ("article-listed-twice", "a.md"),
    ]


def test_what_the_settings_do_not_say_of_the_journal_is_told(folder: Callable[..., Path]) -> None:
    path = folder("a.md")
    (unknown,) = find_issues(path)
    assert [each.code for each in unknown.findings] == ["journal-unknown"]
    write(path / "journal.toml", 'title = "Doors"\n')
    (incomplete,) = find_issues(path)
    assert [(each.code, each.quote) for each in incomplete.findings] == [
        ("journal-incomplete", "issn"),
        ("journal-incomplete", "publisher"),
    ]


def test_old_formats_are_listed(folder: Callable[..., Path]) -> None:
    (issue,) = find_issues(folder("a.doc", "b.rtf", "c.html"))
    assert [(each.path.name, each.needs_office) for each in issue.manuscripts] == [
        ("a.doc", True),
        ("b.rtf", True),
        ("c.html", False),
    ]


@pytest.mark.parametrize(
    ("name", "code"), [("nowhere", "input-missing"), ("a.png", "input-no-manuscript"), ("empty", "input-empty")]
)
def test_an_input_without_manuscripts_is_refused(name: str, code: str, folder: Callable[..., Path]) -> None:
    path = folder("a.png", "empty/b.png")
    with pytest.raises(UsageError) as refused:
        list(find_issues(path / name))
    assert refused.value.code == code


def test_the_nearest_journal_counts(folder: Callable[..., Path]) -> None:
    path = folder("journal.toml", "one/journal.toml", "one/2025-1/a.md", "two/a.md")
    assert nearest_journal(path / "one" / "2025-1") == (path / "one" / "journal.toml").resolve()
    assert nearest_journal(path / "two") == (path / "journal.toml").resolve()
