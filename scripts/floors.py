"""Prints the oldest versions that pyproject.toml admits, as requirements: what `make test-floors` installs."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parents[1] / "pyproject.toml"
_REQUIREMENT = re.compile(r"([\w.-]+)>=([\w.]+)")
_NEEDED_TO_TEST = {"hatchling", "editables"}


def floors() -> Iterator[str]:
    """`name==version` for everything that is needed to run and to test; raises `ValueError` for one without a floor."""
    project = tomllib.loads(PROJECT.read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    for requirement in (*project["dependencies"], *extras["test"]):
        yield _floor(requirement)
    yield from (_floor(each) for each in extras["dev"] if each.split(">=")[0] in _NEEDED_TO_TEST)


def _floor(requirement: str) -> str:
    match = _REQUIREMENT.fullmatch(requirement)
    if match is None:
        raise ValueError(f"no floor: {requirement}")
    return f"{match.group(1)}=={match.group(2)}"


if __name__ == "__main__":
    print("\n".join(floors()))
