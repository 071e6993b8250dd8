"""The digest cache: an article whose inputs are what they were is not built again."""

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from . import __version__
from .findings import Finding, Place, Severity
from .journal import IssueFolder, ManuscriptFile
from .output import REFERENCES, as_json, write_file
from .results import Result

FILE = ".build.json"
MEDIA_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".svg", ".tif", ".tiff", ".webp", ".eps"})
OUTPUTS = ("article.xml", "findings.json", "metadata.toml", "ledger.json")

LOOK_UP_FAILED = "look-up-failed"


@dataclass(frozen=True)
class Digest:
    """SHA-256 over everything that an article is made from."""

    value: str

    @classmethod
    def of(cls, manuscript: ManuscriptFile, issue: IssueFolder, options: str) -> "Digest":
        """Of the manuscript, its sidecar and corrected references, the journal and issue, the images, this version."""
        settings = f"{__version__} {_code_state()} {options} {issue.relative} {manuscript.path}"
        digest = hashlib.sha256(settings.encode(errors="surrogateescape"))
        for path in _inputs(manuscript, issue):
            digest.update(os.fsencode(path.name))
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        for name, size, changed in _images(str(manuscript.path.parent)):
            digest.update(f"{name} {size} {changed}".encode(errors="surrogateescape"))
        return cls(digest.hexdigest())


def _inputs(manuscript: ManuscriptFile, issue: IssueFolder) -> list[Path]:
    journal = issue.journal.path if issue.journal else None
    beside = [manuscript.sidecar, manuscript.references, journal, issue.issue.path]
    return [manuscript.path, *(path for path in beside if path)]


@cache
def _images(folder: str) -> tuple[tuple[str, int, int], ...]:
    """Name, size and time of change of the images that a manuscript there may show."""
    images = (path for path in Path(folder).rglob("*") if path.suffix.lower() in MEDIA_SUFFIXES)
    return tuple(sorted((str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in images if path.is_file()))


def _code_state() -> str:
    """In a checkout the code changes without its version: the newest change of a source file counts."""
    package = Path(__file__).parent
    return str(max(path.stat().st_mtime_ns for path in package.rglob("*") if path.suffix in (".py", ".toml", ".txt")))


def is_unchanged(digest: Digest, folder: Path) -> Result | None:
    """What the last build found, when it had the same digest and its files are all there."""
    try:
        state = json.loads((folder / FILE).read_bytes())
        is_same = state["digest"] == digest.value and all((folder / name).is_file() for name in state["files"])
        return _result(state["result"]) if is_same else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def remember(digest: Digest, folder: Path, result: Result) -> None:
    """Written last, so that an interrupted build is built again, as is one that a registry did not answer."""
    if any(each.code == LOOK_UP_FAILED for each in result.findings):
        (folder / FILE).unlink(missing_ok=True)
        return
    references = (name for name in REFERENCES if (folder / name).is_file())
    files = (*OUTPUTS, *references) if result.is_written else ("findings.json",)
    write_file(folder / FILE, as_json({"digest": digest.value, "files": files, "result": asdict(result)}))


def _result(data: dict[str, Any]) -> Result:
    findings = tuple(_finding(each) for each in data.pop("findings"))
    return Result(**data, findings=findings)


def _finding(data: dict[str, Any]) -> Finding:
    details = tuple((name, value) for name, value in data["details"])
    return Finding(data["code"], Severity(data["severity"]), Place(**data["place"]), data["quote"], details)
