"""Whole manuscripts with the XML and the findings that are right for them: a folder is a test.

`pytest tests/test_cases.py --update` writes what the program makes now and fails with the difference, for a person to
read before it is committed. A case without `findings.json` expects no finding.
"""

import difflib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ries_jats.findings import Finding
from ries_jats.journal.discovery import is_manuscript
from ries_jats.results import Result

Builder = Callable[[Path], tuple[Result, Path]]
FOLDER = Path(__file__).parent / "cases"
CASES = sorted(path for path in FOLDER.iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path, build_one: Builder, request: pytest.FixtureRequest) -> None:
    (manuscript,) = (path for path in case.iterdir() if is_manuscript(path))
    result, target = build_one(manuscript)
    made = {
        case / "expected.xml": (target / "article.xml").read_text("utf-8"),
        case / "findings.json": _as_json(result.findings),
    }
    changed = [_compared(path, text, write=request.config.getoption("--update")) for path, text in made.items()]
    assert not any(changed), "\n".join(changed)


def _as_json(findings: tuple[Finding, ...]) -> str:
    """What a case keeps of its findings: not the message, whose words may be bettered."""
    kept = [{"code": each.code, "line": each.place.line, "quote": each.quote} for each in findings]
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n" if kept else ""


def _compared(path: Path, made: str, *, write: bool) -> str:
    expected = path.read_text("utf-8") if path.is_file() else ""
    if write and made:
        path.write_text(made, "utf-8")
    elif write:
        path.unlink(missing_ok=True)
    lines = (expected.splitlines(keepends=True), made.splitlines(keepends=True))
    return "".join(difflib.unified_diff(*lines, f"{path.name} as kept", f"{path.name} as made"))
