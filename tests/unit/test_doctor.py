"""The doctor names what is lacking and says so in its exit code."""

from collections.abc import Sequence
from importlib import import_module, metadata
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from ries_jats import doctor
from ries_jats.doctor import Check, iter_checks
from ries_jats.errors import EnvironmentFault
from ries_jats.findings import Severity, finding
from ries_jats.pandoc import program
from ries_jats.schemas import Language, Schema

command = import_module("ries_jats.cli.doctor")
"""By its name: the package may have the function under the same name."""


def _findings(checks: Sequence[Check]) -> dict[str, str]:
    return {check.subject: check.finding.code for check in checks if check.finding}


def test_everything_is_looked_at_once() -> None:
    subjects = [check.subject for check in iter_checks()]
    assert subjects[:2] == ["python", "pandoc"]
    assert {"schema jats-publishing-1.3", "lxml", "fonts latin"} <= set(subjects)
    assert len(subjects) == len(set(subjects))


def test_what_serves_has_a_version_and_no_finding() -> None:
    checks = {check.subject: check for check in iter_checks()}
    assert checks["lxml"] == Check("lxml", metadata.version("lxml"))
    assert checks["pandoc"].state.startswith(program.pandoc_version())


def test_no_pandoc_and_an_old_one_are_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "pandoc_version", lambda: "2.19.2")
    assert _findings([*iter_checks()])["pandoc"] == "pandoc-too-old"

    def none() -> str:
        raise EnvironmentFault("pandoc-missing")

    monkeypatch.setattr(program, "pandoc_version", none)
    assert _findings([*iter_checks()])["pandoc"] == "pandoc-missing"


def test_a_schema_is_a_lack_or_a_warning_by_what_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    absent = [Schema(name, "1", Language.XSD, Path("absent")) for name in ("jats-publishing-1.3", "crossref-5.5.0")]
    monkeypatch.setattr(doctor, "installed", lambda: absent)
    found = {check.subject: check.finding for check in iter_checks() if check.subject.startswith("schema")}
    levels = {subject: problem.severity for subject, problem in found.items() if problem}
    assert levels == {"schema jats-publishing-1.3": Severity.ERROR, "schema crossref-5.5.0": Severity.WARNING}


def test_libraries_are_compared_with_their_floors_as_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    floors = ["lxml>=99.1", "rich>=1.9", "ries-jats-absent>=1", 'ruff>=0.1; extra == "dev"']
    monkeypatch.setattr(metadata, "requires", lambda _: floors)
    checks = [check for check in iter_checks() if check.subject in {"lxml", "rich", "ries-jats-absent", "ruff"}]
    assert [check.subject for check in checks] == ["lxml", "rich", "ries-jats-absent"]
    assert _findings(checks) == {"lxml": "library-too-old", "ries-jats-absent": "library-missing"}


@pytest.mark.parametrize(("code", "exit_code"), [(None, 0), ("font-missing", 0), ("library-missing", 3)])
def test_the_exit_code_is_that_of_the_environment(
    code: str | None, exit_code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = finding(code, script="arabic", name="x") if code else None
    monkeypatch.setattr(command, "iter_checks", lambda: [Check("thing [1]", "1.0", problem)])
    app = typer.Typer()
    app.command()(command.doctor)
    result = CliRunner().invoke(app, ["--lang", "fr"])
    assert result.exit_code == exit_code
    assert "thing [1] 1.0" in result.stdout
    assert problem is None or problem.message("fr") in result.stdout
