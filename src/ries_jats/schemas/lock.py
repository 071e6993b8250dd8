"""The lock file: which wheel a schema comes from, what is changed in it, the SHA-256 of files before and after."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel that carries schemas; `root` is their folder in it."""

    name: str
    version: str
    root: str

    @property
    def requirement(self) -> str:
        """What to ask pip for."""
        return f"{self.name}=={self.version}"


@dataclass(frozen=True, slots=True)
class LockedFile:
    """A file of a set.

    `member` is its place under the wheel's root, empty for a file that is ours or is made from others; `original` is
    the SHA-256 of the member, `sha256` that of the file as it is kept.
    """

    path: str
    member: str
    original: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of the text of some files: `old`, which stands in each at least once, becomes `new`."""

    files: tuple[str, ...]
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class CharacterTable:
    """A table `file` to be made of the named characters of `dtd`; `corrections` are put over what that says."""

    file: str = ""
    dtd: str = ""
    corrections: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LockedSet:
    """A set to be obtained; `record` is what is written beside it: its schemas, and the addresses they refer to."""

    folder: str
    wheel: Wheel
    files: tuple[LockedFile, ...]
    edits: tuple[Edit, ...]
    characters: CharacterTable
    record: Mapping[str, Any]

    def is_intact(self, store: Path) -> bool:
        """Whether `store` holds this set, every file of it with the hash that the lock says."""
        folder = store / self.folder
        return all((folder / file.path).is_file() and sha256(folder / file.path) == file.sha256 for file in self.files)


def read_lock(path: Path) -> tuple[LockedSet, ...]:
    """The sets of the lock file at `path`."""
    lock = tomllib.loads(path.read_text("utf-8"))
    wheels = {name: Wheel(name, each["version"], each["root"]) for name, each in lock["wheels"].items()}
    return tuple(_locked_set(folder, table, wheels) for folder, table in lock["sets"].items())


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _locked_set(folder: str, table: Mapping[str, Any], wheels: Mapping[str, Wheel]) -> LockedSet:
    wheel = wheels[table["wheel"]]
    return LockedSet(
        folder=folder,
        wheel=wheel,
        files=tuple(_locked_file(path, entry) for path, entry in table["files"].items()),
        edits=tuple(Edit(tuple(each["files"]), each["old"], each["new"]) for each in table.get("edits", ())),
        characters=CharacterTable(**table.get("characters", {})),
        record={"source": wheel.requirement, **{key: table[key] for key in ("uris", "schemas") if key in table}},
    )


def _locked_file(path: str, entry: Mapping[str, Any]) -> LockedFile:
    member = "" if entry.get("made") else entry.get("member", path)
    return LockedFile(path, member, entry.get("original", entry["sha256"]), entry["sha256"])
