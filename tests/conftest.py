"""What all tests share."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of official schemas, real manuscripts and gold files beside the repository, where there is one."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared here")
    return SHARED
