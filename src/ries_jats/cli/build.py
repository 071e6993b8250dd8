"""`ries-jats build`: manuscripts in, `article.xml` and findings out."""

import time
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Annotated

import typer
from rich.console import Console

from ries_jats.build import Job, ReferenceOptions, plan_jobs
from ries_jats.check.report import language_of_locale
from ries_jats.errors import UsageError
from ries_jats.findings import Finding, has_errors
from ries_jats.journal import IssueFolder, find_issues
from ries_jats.journal.discovery import NEEDS_OFFICE, READABLE
from ries_jats.results import Result

from .build_report import Run, json_report, print_report, progress_bar, progress_line, report_console
from .running import iter_results, processors


class Language(StrEnum):
    """The languages of the report."""

    EN = "en"
    FR = "fr"


class Format(StrEnum):
    """The forms of the report."""

    TEXT = "text"
    JSON = "json"


class Citations(StrEnum):
    """The forms of a reference."""

    MIXED = "mixed"
    BOTH = "both"


class Registry(StrEnum):
    """Where DOIs are looked up."""

    CROSSREF = "crossref"


class TrackedChanges(StrEnum):
    """What becomes of changes that a Word file tracks."""

    ACCEPT = "accept"
    REJECT = "reject"


_INPUT = typer.Argument(metavar="INPUT", help="A manuscript, the folder of an issue, or a folder of issues.")
_OUTPUT = typer.Option("--output", "-o", metavar="DIR", help="Folder for <issue>/<article>/article.xml.")
_JOBS = typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes; as many as processors by default.")
_LANG = typer.Option("--lang", help="Language of the report; that of the locale by default.")
_FORMAT = typer.Option("--format", help="Text for people, JSON for programs.")
_CITATIONS = typer.Option(
    "--citations", help="References as printed with their parts tagged, or in elements alone too."
)
_RESOLVE = typer.Option("--resolve", help="Ask for DOIs that are not printed; needs the network.")
_TRACKED = typer.Option("--track-changes", help="What becomes of changes tracked in Word; accepted by default.")
_FORCE = typer.Option("--force", help="Build again what has not changed.")
_VERBOSE = typer.Option("--verbose", "-v", help="Show notes too, not only errors and warnings.")


def build(
    source: Annotated[Path, _INPUT],
    *,
    output: Annotated[Path, _OUTPUT] = Path("output"),
    jobs: Annotated[int | None, _JOBS] = None,
    lang: Annotated[Language | None, _LANG] = None,
    form: Annotated[Format, _FORMAT] = Format.TEXT,
    citations: Annotated[Citations | None, _CITATIONS] = None,
    resolve: Annotated[Registry | None, _RESOLVE] = None,
    tracked: Annotated[TrackedChanges, _TRACKED] = TrackedChanges.ACCEPT,
    force: Annotated[bool, _FORCE] = False,
    verbose: Annotated[bool, _VERBOSE] = False,
) -> None:
    """Turn manuscripts into JATS XML, with findings on each.

    What has not changed since the last run is not built again. One bad article never stops the others.

    Ends with 0 when nothing is at error level, 1 when something is, 2 for wrong use, 3 when the machine lacks
    something.
    """
    start = time.perf_counter()
    run = Run(source, output, lang.value if lang else language_of_locale())
    issues = _issues(source)
    references = ReferenceOptions(citations.value if citations else "", resolve.value if resolve else "")
    planned = plan_jobs(issues, output, language=run.language, force=force, references=references)
    planned = [replace(job, accepts_changes=tracked is TrackedChanges.ACCEPT) for job in planned]
    _refuse_overlap(source, output, planned)
    is_text = form is Format.TEXT
    processes = 1 if resolve else jobs or processors()  # a registry is asked one thing at a time
    results = tuple(_told(planned, iter_results(planned, processes), run.language, in_lines=is_text))
    seconds = time.perf_counter() - start
    run = replace(run, results=results, issue_findings=_issue_findings(issues), seconds=seconds)
    if is_text:
        print_report(report_console(), run, verbose=verbose)
    else:
        typer.echo(json_report(run))
    if has_errors(run.findings):
        raise typer.Exit(1)


def _issues(source: Path) -> list[IssueFolder]:
    """The issues at `source`. Raises `UsageError` when there is nothing to build and nothing to say."""
    issues = list(find_issues(source))
    if not any(issue.manuscripts or issue.findings for issue in issues):
        raise UsageError("input-empty", path=source, allowed=" ".join(sorted(READABLE | NEEDS_OFFICE)))
    taken = {issue.relative for issue in issues}
    return [_named(issue, taken) for issue in issues]


def _named(issue: IssueFolder, taken: set[PurePosixPath]) -> IssueFolder:
    """An issue whose own folder was given has its place in the output as if the folder above had been given."""
    name = PurePosixPath(issue.name)
    return replace(issue, relative=name) if issue.relative == PurePosixPath() and name not in taken else issue


def _refuse_overlap(source: Path, output: Path, jobs: list[Job]) -> None:
    """What is written among the manuscripts would be read as manuscripts and images the next time."""
    targets = (output, *(job.target for job in jobs))
    if source.is_dir() and any(each.resolve().is_relative_to(source.resolve()) for each in targets):
        raise UsageError("output-in-input", path=output, source=source)


def _issue_findings(issues: list[IssueFolder]) -> tuple[Finding, ...]:
    """Each once: the issues of a journal share its settings."""
    return tuple(dict.fromkeys(each for issue in issues for each in issue.findings))


def _told(jobs: list[Job], results: Iterator[Result], language: str, *, in_lines: bool) -> Iterator[Result]:
    """The results, while stderr tells how far it is: a bar on a terminal, else lines if wanted."""
    console = Console(stderr=True, highlight=False, markup=False, emoji=False)
    bar = progress_bar(console) if console.is_interactive else None
    with bar or nullcontext():
        task = bar.add_task("", total=len(jobs)) if bar else None
        for number, job in enumerate(jobs, 1):
            if bar and task is not None:
                bar.update(task, completed=number - 1, description=f"{job.issue.relative}/{job.manuscript.name}")
            result = next(results)
            if in_lines and not bar:
                console.print(progress_line(number, len(jobs), result, language), soft_wrap=True)
            yield result
