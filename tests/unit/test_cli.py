"""The command line, from the words typed to the exit code."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import typer
from rich.console import Console
from typer.testing import CliRunner, Result

import ries_jats
from ries_jats import cli
from ries_jats.build import Job, plan_jobs
from ries_jats.cache import FILE as STATE
from ries_jats.cli import build_report, running
from ries_jats.errors import EnvironmentFault, RiesJatsError
from ries_jats.findings import Finding, Place, Severity, finding
from ries_jats.journal import find_issues
from ries_jats.results import Result as Built

MANUSCRIPT = """# The {name} treaty

Maren Aldous

University of Port Haven

Abstract: This article follows one treaty of the quays from its first draft to its last reading in the harbour council.

Keywords: quays; treaties; harbours

## Introduction

The council met on the quay and read the treaty aloud, as it had been written in the spring of that year.

## Conclusion

Nothing in the treaty was changed afterwards, and the quays were built as it said.
"""
FAULTS = {
    "broken": ZeroDivisionError("nothing to divide by"),
    "locked": PermissionError(13, "Permission denied", "locked.toml"),
    "pandoc": RiesJatsError("pandoc-timeout", seconds="60"),
}
QUICK = 0.25
ENGLISH = {"LC_ALL": "C", "COLUMNS": "80"}


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """A folder of issues with one issue of two manuscripts."""
    folder = tmp_path / "issues" / "2026-1"
    folder.mkdir(parents=True)
    for name in ("quay", "pier"):
        (folder / f"{name}.md").write_text(MANUSCRIPT.format(name=name))
    return folder


def built(job: Job) -> Built:
    """Stands for the pipeline: what becomes of an article is told by its name."""
    name = job.manuscript.name
    if name == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if name == "machine":
        raise EnvironmentFault("pandoc-missing")
    if name in FAULTS:
        raise FAULTS[name]
    found = (finding("title-missing", Place(f"{name}.md")),) if name == "untitled" else ()
    return Built(name, str(job.issue.relative), f"{name}.md", "en", 812, 0.41, found, is_written=True)


@pytest.fixture
def stubbed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds nothing; also in processes, which have to be forks for that."""
    monkeypatch.setattr(running, "build_article", built)
    monkeypatch.setattr(running, "get_all_start_methods", lambda: ["fork"])
    monkeypatch.setattr(running, "get_context", lambda _: import_module("multiprocessing").get_context("fork"))


def called(*arguments: object, **environment: str) -> Result:
    return CliRunner().invoke(cli.app, [str(each) for each in arguments], env={**ENGLISH, **environment})


def run(*arguments: object, **environment: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "ries_jats", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **ENGLISH, **environment}
    )


def jobs_of(folder: Path, output: Path, *names: str) -> list[Job]:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / f"{name}.md").write_text(name)
    return plan_jobs(list(find_issues(folder)), output, language="en")


def codes(results: list[Built]) -> list[tuple[str, list[str]]]:
    return [(each.name, [found.code for found in each.findings]) for each in results]


# The list of commands


def test_the_version_is_printed() -> None:
    assert called("--version").stdout == f"ries-jats {ries_jats.__version__}\n"


def test_help_lists_every_command_with_its_whole_summary() -> None:
    told = " ".join(called("--help").stdout.split())
    assert all(f"{name} {command.summary}" in told for name, command in cli.COMMANDS.items())
    assert "Examples: ries-jats doctor" in told


def test_help_comes_at_once() -> None:
    assert min(processor_time("--help") for _ in range(3)) < QUICK


def processor_time(*arguments: str) -> float:
    """Seconds of the processor, which a busy machine does not lengthen as it does those of the clock."""
    before = os.times()
    assert run(*arguments).returncode == 0
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from ries_jats import cli; from typer.testing import CliRunner;"
        "CliRunner().invoke(cli.app, ['--help']); print(*sys.modules)"
    )
    names = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"lxml", "pydantic", "xmlschema", "lingua", "ries_jats.build"} & set(names)


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_has_help_with_examples(name: str) -> None:
    result = called(name, "--help")
    assert result.exit_code == 0, result.output
    assert "  Examples:\n" in result.stdout
    assert f"ries-jats {name}" in result.stdout.partition("  Examples:\n")[2]
    assert all(f"\n    ries-jats {example}\n" in result.stdout for example in cli.COMMANDS[name].examples)


@pytest.mark.parametrize(
    "arguments", [(), ("biuld",), ("build",), ("build", "--no-such"), ("build", "x", "--jobs", "0")]
)
def test_wrong_words_end_with_2(arguments: tuple[str, ...]) -> None:
    assert called(*arguments).exit_code == 2


def test_a_mistyped_command_is_recognised() -> None:
    assert "Did you mean 'build'" in called("biuld").stderr


# Errors


def test_an_error_is_its_sentence_and_its_remedy_on_stderr(tmp_path: Path) -> None:
    result = called("build", tmp_path / "none")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"{tmp_path}/none does not exist.\n"
        "→ Give the path of a manuscript, of an issue's folder, or of a folder of issues.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "environment"), [(["--lang", "fr"], {}), (["--lang=fr"], {}), ([], {"LC_ALL": "fr_FR.UTF-8"})]
)
def test_an_error_is_told_in_the_language_that_was_asked_for(
    arguments: list[str], environment: dict[str, str], tmp_path: Path
) -> None:
    assert "n'existe pas" in called("build", tmp_path / "none", *arguments, **environment).stderr


def test_the_name_of_a_file_does_not_command_the_terminal(tmp_path: Path) -> None:
    assert "\x1b" not in called("build", tmp_path / "\x1b[31mred").stderr


def test_an_error_of_the_machine_ends_with_3(issue: Path, tmp_path: Path, stubbed: None) -> None:
    (issue / "machine.md").write_text("text")
    result = called("build", issue, "--output", tmp_path / "out", "--jobs", 1)
    assert result.exit_code == 3
    assert "pandoc" in result.stderr


def test_an_interrupt_is_one_line_and_130(issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(job: Job) -> Built:
        raise KeyboardInterrupt

    monkeypatch.setattr(running, "build_article", interrupted)
    result = called("build", issue, "--output", tmp_path / "out", "--jobs", 1)
    assert result.exit_code == 130
    assert result.stderr == "Interrupted. Run the command again; what is complete is not done twice.\n"


def test_a_fault_of_ours_is_kept_in_a_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fail() -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(cli, "app", fail)
    monkeypatch.setattr(sys, "argv", ["ries-jats", "doctor", "--lang", "en"])
    with pytest.raises(SystemExit) as end:
        cli.main()
    (kept,) = tmp_path.iterdir()
    assert end.value.code == 3
    assert "Traceback" in kept.read_text()
    assert capsys.readouterr().err == (
        f"ries-jats met a fault of its own: ZeroDivisionError: oh.\n"
        f"→ Report it with the file {kept}, which tells what happened.\n"
    )


# What is to be built, and where to


def test_an_issue_has_the_same_place_whether_it_or_the_folder_above_is_given(
    issue: Path, tmp_path: Path, stubbed: None
) -> None:
    outputs = []
    for source in (issue, issue.parent, issue / "quay.md"):
        report = json.loads(called("build", source, "-o", tmp_path / "out", "--format", "json").stdout)
        outputs.append({each["folder"] for each in report["articles"]})
    assert outputs[0] == outputs[1] == {f"{tmp_path}/out/2026-1/quay", f"{tmp_path}/out/2026-1/pier"}
    assert outputs[2] == {f"{tmp_path}/out/2026-1/quay"}


def test_articles_beside_a_folder_of_the_same_name_do_not_overwrite_those_in_it(
    issue: Path, tmp_path: Path, stubbed: None
) -> None:
    inner = issue / issue.name
    inner.mkdir()
    (inner / "quay.md").write_text("another")
    report = json.loads(called("build", issue, "-o", tmp_path / "out", "--format", "json").stdout)
    folders = [each["folder"] for each in report["articles"]]
    assert len(set(folders)) == len(folders) == 3


@pytest.mark.parametrize("place", ["issues", "issues/output", "issues/2026-1", "issues/2026-1/output"])
def test_output_among_the_manuscripts_is_refused(place: str, issue: Path, tmp_path: Path) -> None:
    result = called("build", issue.parent, "--output", tmp_path / place)
    assert result.exit_code == 2
    assert "among the manuscripts" in result.stderr


def test_output_that_would_end_among_the_manuscripts_is_refused(issue: Path) -> None:
    assert called("build", issue, "--output", issue.parent).exit_code == 2


def test_a_single_manuscript_may_be_built_beside_itself(issue: Path, stubbed: None) -> None:
    assert called("build", issue / "quay.md", "--output", issue / "output").exit_code == 0


def test_a_folder_without_manuscripts_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "issue.toml").write_text("year = 2026\n")
    result = called("build", tmp_path, "--output", tmp_path.parent / "out")
    assert result.exit_code == 2
    assert "no manuscript" in result.stderr


def test_findings_on_settings_are_printed_once_and_count(issue: Path, tmp_path: Path, stubbed: None) -> None:
    (issue.parent / "journal.toml").write_text("titel = 'Quays'\n")
    other = issue.parent / "2026-2"
    other.mkdir()
    (other / "third.md").write_text("text")
    result = called("build", issue.parent, "--output", tmp_path / "out")
    assert result.exit_code == 1
    assert result.stdout.count("settings-unknown-key") == 1


# Running


def test_a_fault_in_one_article_is_its_finding_and_the_others_are_built(tmp_path: Path, stubbed: None) -> None:
    jobs = jobs_of(tmp_path / "in", tmp_path / "out", "broken", "locked", "pandoc", "sound")
    assert codes(list(running.iter_results(jobs, 1))) == [
        ("broken", ["article-failed"]),
        ("locked", ["file-unreadable"]),
        ("pandoc", ["pandoc-timeout"]),
        ("sound", []),
    ]
    assert "ZeroDivisionError: nothing to divide by" in (jobs[0].target / running.TRACEBACK).read_text()
    assert json.loads((jobs[0].target / "findings.json").read_text())[0]["code"] == "article-failed"


def test_a_name_that_is_no_utf_8_stops_nothing(issue: Path, tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(issue) + b"/caf\xe9.md")).write_text(MANUSCRIPT)
    except OSError:
        pytest.skip("this file system takes no such name")
    result = run("build", issue, "--output", tmp_path / "out", "--jobs", 1)
    assert result.returncode in {0, 1}, result.stderr
    assert "Traceback" not in result.stderr
    assert "[3/3] 2026-1/quay" in result.stderr


def test_a_log_in_ascii_loses_no_report(issue: Path, tmp_path: Path) -> None:
    result = run("build", issue, "--output", tmp_path / "out", "--jobs", 1, "--lang", "fr", PYTHONIOENCODING="ascii")
    assert "\\u2192 " in result.stdout


def test_a_traceback_goes_when_the_article_can_be_built(tmp_path: Path, stubbed: None) -> None:
    (job,) = jobs_of(tmp_path / "in", tmp_path / "out", "sound")
    job.target.mkdir(parents=True)
    (job.target / running.TRACEBACK).write_text("old")
    assert running.build_guarded(job).is_written
    assert not (job.target / running.TRACEBACK).exists()


def test_what_failed_is_built_anew_the_next_time(tmp_path: Path, stubbed: None) -> None:
    (job,) = jobs_of(tmp_path / "in", tmp_path / "out", "broken")
    job.target.mkdir(parents=True)
    (job.target / STATE).write_text("{}")
    running.build_guarded(job)
    assert not (job.target / STATE).exists()


FORKS = pytest.mark.filterwarnings("ignore:This process .* multi-threaded:DeprecationWarning")
"""Processes that are forks know what is stubbed; the real ones are none."""


@FORKS
def test_processes_give_the_results_in_the_order_of_the_jobs(tmp_path: Path, stubbed: None) -> None:
    names = [f"article-{number}" for number in range(5)]
    jobs = jobs_of(tmp_path / "in", tmp_path / "out", *names)
    assert [each.name for each in running.iter_results(jobs, 3)] == names


@FORKS
def test_an_article_whose_process_is_killed_does_not_stop_the_others(tmp_path: Path, stubbed: None) -> None:
    jobs = jobs_of(tmp_path / "in", tmp_path / "out", "first", "killed", "later", "untitled")
    assert codes(list(running.iter_results(jobs, 2))) == [
        ("first", []),
        ("killed", ["article-crashed"]),
        ("later", []),
        ("untitled", ["title-missing"]),
    ]


@FORKS
def test_an_error_of_the_machine_in_a_process_is_raised_here(tmp_path: Path, stubbed: None) -> None:
    jobs = jobs_of(tmp_path / "in", tmp_path / "out", "machine", "other")
    with pytest.raises(EnvironmentFault) as error:
        list(running.iter_results(jobs, 2))
    assert error.value.code == "pandoc-missing"


def test_one_article_needs_no_other_process(tmp_path: Path, stubbed: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(running, "_pool")
    assert list(running.iter_results(jobs_of(tmp_path / "in", tmp_path / "out", "only"), 8))


def test_nothing_is_started_when_all_but_one_are_unchanged(
    tmp_path: Path, stubbed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(running, "_pool")
    monkeypatch.setattr(
        running,
        "_known",
        lambda job: (
            replace(built(job), is_unchanged=job.manuscript.name != "b") if job.manuscript.name != "b" else None
        ),
    )
    results = list(running.iter_results(jobs_of(tmp_path / "in", tmp_path / "out", "a", "b", "c"), 8))
    assert [each.is_unchanged for each in results] == [True, False, True]


# The report

FOUND = (
    finding("title-missing", Place("quay.md", 1)),
    finding("keyword-duplicate", Place("quay.md", 7), "quays"),
    finding("name-recased", Place("quay.md", 3), "ALDOUS", form="Aldous"),
)


def a_result(name: str = "quay", findings: tuple[Finding, ...] = (), **values: Any) -> Built:
    return Built(name, "2026-1", f"{name}.md", "en", 812, 0.41, findings, **{"is_written": True, **values})


def a_run(*results: Built, language: str = "en") -> build_report.Run:
    return build_report.Run(Path("input"), Path("output"), language, results, seconds=1.25)


@pytest.mark.parametrize(
    ("result", "language", "line"),
    [
        (a_result(findings=FOUND), "en", "[3/7] 2026-1/quay: 1 error, 1 warning, 812 words, 0.4 s"),
        (a_result(), "fr", "[3/7] 2026-1/quay\u00a0: 0 erreur, 0 avertissement, 812 mots, 0,4 s"),
        (a_result(is_unchanged=True), "en", "[3/7] 2026-1/quay: unchanged, 0 errors, 0 warnings, 812 words, 0.4 s"),
        (a_result(is_written=False), "en", "[3/7] 2026-1/quay: not built, 0 errors, 0 warnings, 812 words, 0.4 s"),
    ],
)
def test_a_line_tells_how_far_it_is(result: Built, language: str, line: str) -> None:
    assert build_report.progress_line(3, 7, result, language) == line


@pytest.mark.parametrize(
    ("results", "language", "summary"),
    [
        (
            [a_result(findings=FOUND), a_result("pier", is_unchanged=True), a_result("mole", is_written=False)],
            "en",
            "3 articles, 1 unchanged, 1 not built: 1 error, 1 warning, 1 note, 2436 words, 1.2 s → output",
        ),
        (
            [a_result(findings=FOUND[:1] * 2)],
            "en",
            "1 article: 2 errors, 0 warnings, 0 notes, 812 words, 1.2 s → output",
        ),
        (
            [a_result(is_unchanged=True), a_result("pier", is_unchanged=True)],
            "en",
            "2 articles, everything unchanged: 0 errors, 0 warnings, 0 notes, 1624 words, 1.2 s → output",
        ),
        (
            [a_result(), a_result("pier", is_unchanged=True), a_result("mole", is_unchanged=True)],
            "fr",
            "3 articles, 2 inchangés\u00a0: 0 erreur, 0 avertissement, 0 remarque, 2436 mots, 1,2 s → output",
        ),
    ],
)
def test_the_summary_counts_everything(results: list[Built], language: str, summary: str) -> None:
    assert build_report.summary(a_run(*results, language=language)) == summary


def test_notes_are_shown_only_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console(width=200)
    build_report.print_report(console, a_run(a_result(findings=FOUND)), verbose=False)
    short = capsys.readouterr().out
    build_report.print_report(console, a_run(a_result(findings=FOUND)), verbose=True)
    long = capsys.readouterr().out
    assert "title-missing" in short
    assert "keyword-duplicate" in short
    assert "name-recased" not in short
    assert "name-recased" in long


def test_the_table_marks_what_is_unchanged_and_what_was_not_built(issue: Path, tmp_path: Path) -> None:
    (issue / "empty.md").write_text("")
    for _ in range(2):
        result = called("build", issue, "--output", tmp_path / "out", "--lang", "en")
    rows = [line.split()[:2] for line in result.stdout.splitlines() if line.lstrip("=! ").startswith("2026-1/")]
    assert rows == [["!", "2026-1/empty"], ["=", "2026-1/pier"], ["=", "2026-1/quay"]]
    assert result.exit_code == 1


def test_long_names_are_not_cut_in_a_log(tmp_path: Path, stubbed: None) -> None:
    name = "a-very-long-name-" * 10
    jobs_of(tmp_path / "in", tmp_path / "out", name)
    result = called("build", tmp_path / "in", "--output", tmp_path / "out")
    assert result.stdout.count(f"in/{name}") == 1


# The whole way


def test_an_issue_is_built_and_the_second_run_changes_nothing(issue: Path, tmp_path: Path) -> None:
    first = run("build", issue.parent, "--output", tmp_path / "out", "--jobs", 2)
    assert first.returncode in {0, 1}, first.stderr
    assert "Traceback" not in first.stderr
    assert [line.split(":")[0] for line in first.stderr.splitlines()] == ["[1/2] 2026-1/pier", "[2/2] 2026-1/quay"]
    files = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert {path.name for path in files} >= {"article.xml", "findings.json"}
    second = run("build", issue.parent, "--output", tmp_path / "out")
    assert second.returncode == first.returncode
    assert "2 articles, everything unchanged" in second.stdout
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*") if path.is_file()} == files


def test_force_builds_again(issue: Path, tmp_path: Path) -> None:
    called("build", issue / "quay.md", "--output", tmp_path / "out")
    again = called("build", issue / "quay.md", "--output", tmp_path / "out", "--force")
    assert "unchanged" not in again.output


def test_json_is_the_only_thing_on_stdout(issue: Path, tmp_path: Path) -> None:
    result = called("build", issue, "--output", tmp_path / "out", "--format", "json", "--jobs", 1)
    report = json.loads(result.stdout)
    assert result.stderr == ""
    assert [each["name"] for each in report["articles"]] == ["pier", "quay"]
    assert report["totals"]["articles"] == 2
    assert report["totals"]["words"] == sum(each["words"] for each in report["articles"]) > 0
    assert all(each["built"] and not each["unchanged"] and each["language"] == "en" for each in report["articles"])
    counted = sum(each[severity] for each in report["articles"] for severity in Severity)
    assert counted == sum(len(each["findings"]) for each in report["articles"])


def test_no_colours_in_a_log(issue: Path, tmp_path: Path) -> None:
    result = run("build", issue, "--output", tmp_path / "out", "--jobs", 1)
    assert "\x1b" not in result.stdout + result.stderr


def test_an_interrupt_ends_all_processes_at_once(tmp_path: Path) -> None:
    folder, scratch = tmp_path / "in" / "2026-1", Path(tempfile.mkdtemp(prefix="rj"))
    folder.mkdir(parents=True)
    for number in range(60):
        (folder / f"article-{number}.md").write_text(MANUSCRIPT.format(name=number) * 40)
    command = [sys.executable, "-m", "ries_jats", "build", str(folder), "-o", str(tmp_path / "out"), "--jobs", "2"]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, **ENGLISH, "TMPDIR": str(scratch)},
    )
    assert process.stderr
    first = process.stderr.readline()
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert first.startswith("[1/60]")
    assert process.returncode == 130
    assert errors.splitlines()[-1].startswith("Interrupted.")
    assert [path for path in scratch.rglob("*") if path.is_file()] == []
    assert "Traceback" not in errors


def test_commands_are_loaded_as_they_are_registered() -> None:
    for name, command in cli.COMMANDS.items():
        part = getattr(import_module(f"ries_jats.cli.{name}"), command.attribute)
        assert isinstance(part, typer.Typer) or callable(part)
