"""Writes what a split has made, and never touches a file that a person wrote or changed.

A record of digests (`.split.json`) tells the files that split wrote and nobody has changed since.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import UsageError
from ..journal import JOURNAL_FILE
from ..output import as_json, write_file

RECORD_FILE = ".split.json"
_MOST_NAMED = 5


@dataclass(frozen=True)
class Target:
    """A folder to write to, and what split wrote there before: name → SHA-256."""

    folder: Path
    record: Mapping[str, str]

    def is_ours(self, name: str) -> bool:
        """Whether a file is absent, or as split left it."""
        path = self.folder / name
        return not path.exists() or (path.is_file() and _digest(path.read_bytes()) == self.record.get(name))


def open_target(folder: Path, *, force: bool) -> Target:
    """The folder with its record. Raises `UsageError` when it holds files and `force` is not given."""
    if folder.exists() and not folder.is_dir():
        raise UsageError("split-into-file", path=folder)
    names = sorted(path.name for path in folder.iterdir()) if folder.exists() else []
    taken = [name for name in names if name != JOURNAL_FILE and not name.startswith((".", "README"))]
    if taken and not force:
        more = " …" if len(taken) > _MOST_NAMED else ""
        raise UsageError("split-folder-not-empty", path=folder, files=", ".join(taken[:_MOST_NAMED]) + more)
    return Target(folder, _read_record(folder / RECORD_FILE))


def _read_record(path: Path) -> dict[str, str]:
    """An unreadable record is none: all files count as a person's then."""
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    files = data.get("files") if isinstance(data, dict) else None
    return {str(name): str(digest) for name, digest in files.items()} if isinstance(files, dict) else {}


def kept_files(target: Target, files: Mapping[str, bytes]) -> list[str]:
    """The names of files that would have been written or removed and that a person wrote or changed."""
    return [
        name
        for name in sorted({*files, *target.record})
        if not target.is_ours(name) and not _is_same(target, name, files)
    ]


def _is_same(target: Target, name: str, files: Mapping[str, bytes]) -> bool:
    path = target.folder / name
    return path.is_file() and files.get(name) == path.read_bytes()


def write_files(target: Target, files: Mapping[str, bytes]) -> None:
    """Writes `files` and the record, and removes what an earlier run wrote and this one does not.

    Raises `EnvironmentFault` when the folder cannot be written.
    """
    kept = set(kept_files(target, files))
    written = {name: data for name, data in files.items() if name not in kept}
    record = {name: _digest(data) for name, data in sorted(written.items())}
    record |= {name: digest for name, digest in target.record.items() if name in kept}
    stale = [name for name in target.record if name not in files and name not in kept]
    record_file = as_json({"files": dict(sorted(record.items()))})
    for name, data in (*sorted(written.items()), (RECORD_FILE, record_file)):
        write_file(target.folder / name, data)
    for name in stale:
        (target.folder / name).unlink(missing_ok=True)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
