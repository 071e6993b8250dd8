"""What all tests share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ries_jats.build import build_article, plan_jobs
from ries_jats.journal import find_issues
from ries_jats.results import Result

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` writes what the program makes now where tests keep what they expect."""
    parser.addoption("--update", action="store_true", help="rewrite expected files and show the difference")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of official schemas, real manuscripts and gold files beside the repository, where there is one."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared here")
    return SHARED


@pytest.fixture
def build_one(tmp_path: Path) -> Callable[[Path], tuple[Result, Path]]:
    """Builds the only article of a file; gives the result and the folder of its output."""

    def build(manuscript: Path) -> tuple[Result, Path]:
        (job,) = plan_jobs(list(find_issues(manuscript)), tmp_path / "output", language="en", force=True)
        return build_article(job), job.target

    return build
