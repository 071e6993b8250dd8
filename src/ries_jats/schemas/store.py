"""Where schemas are kept, and which one a name means."""

import json
import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ries_jats.errors import EnvironmentFault

RECORD = "schema.toml"
"""The file in a set's folder that says what the set holds."""
PLACE_VARIABLE = "RIES_JATS_SCHEMAS"
"""The environment variable that names a store to be looked into first, and to write to."""
NAMED_CHARACTERS = "jats-named-characters"
LOCK = "schemas.lock.toml"

_PACKAGE = Path(__file__).resolve().parents[1]
_CHECKOUT = _PACKAGE.parents[1] / "schemas"
_BUNDLED = _PACKAGE / "_schemas"


class Language(StrEnum):
    """What a schema is written in, so that its user can choose the program that understands it."""

    XSD = "xsd"
    XSD_1_1 = "xsd-1.1"
    DTD = "dtd"
    RELAX_NG = "rng"
    TABLE = "json"


@dataclass(frozen=True, slots=True)
class Schema:
    """A schema by its name; `path` is where its main file is, or would be.

    `uris` are the addresses that its files refer to, each with the local file that stands for it.
    """

    name: str
    version: str
    language: Language
    path: Path
    uris: tuple[tuple[str, Path], ...] = ()

    @property
    def present(self) -> bool:
        """Whether the main file is there."""
        return self.path.is_file()


def schema(name: str) -> Schema:
    """The installed schema of this name, such as `jats-publishing-1.3` or `crossref-5.5.0`.

    Raises `EnvironmentFault` with the code `schema-missing` when no store has it.
    """
    found = _found(stores()).get(name)
    if found is None or not found.present:
        raise EnvironmentFault("schema-missing", name=name)
    return found


def schema_path(name: str) -> Path:
    """The main file of the schema `name`; raises as `schema`."""
    return schema(name).path


def installed() -> tuple[Schema, ...]:
    """Every schema that a store holds or that the lock file knows, by name; `present` tells which are there."""
    known = {each.name: each for each in _known()} | dict(_found(stores()))
    return tuple(known[name] for name in sorted(known))


@cache
def named_characters() -> Mapping[str, str]:
    """The named characters of the JATS DTD, such as `eacute`, with the text of each; raises as `schema`."""
    table = json.loads(schema_path(NAMED_CHARACTERS).read_text("utf-8"))
    return MappingProxyType(table)


def stores() -> tuple[Path, ...]:
    """The stores in the order of looking: the one chosen, the wheel's, the checkout's, the person's own."""
    chosen = os.environ.get(PLACE_VARIABLE)
    places = [Path(chosen)] if chosen else []
    return (*places, _BUNDLED, _CHECKOUT / "installed", _own_store())


def writable_store() -> Path:
    """The store that new sets are written to."""
    chosen = os.environ.get(PLACE_VARIABLE)
    if chosen:
        return Path(chosen)
    return _CHECKOUT / "installed" if (_CHECKOUT / LOCK).is_file() else _own_store()


def lock_path() -> Path:
    """The lock file: the checkout's, else the one that the wheel carries."""
    checkout = _CHECKOUT / LOCK
    return checkout if checkout.is_file() else _BUNDLED / LOCK


def forget() -> None:
    """Look again at the next question: a store has changed."""
    _found.cache_clear()
    named_characters.cache_clear()


def read_schemas(table: Mapping[str, Any], folder: Path) -> tuple[Schema, ...]:
    """The schemas of a set with files in `folder`; `table` is its record, or its table in the lock file."""
    uris = tuple((address, folder / file) for address, file in table.get("uris", {}).items())
    return tuple(
        Schema(name, entry.get("version", ""), Language(entry["language"]), folder / entry["main"], uris)
        for name, entry in table["schemas"].items()
    )


@cache
def _found(places: tuple[Path, ...]) -> Mapping[str, Schema]:
    found: dict[str, Schema] = {}
    for record in _records(places):
        for each in read_schemas(_read_record(record), record.parent):
            found.setdefault(each.name, each)
    return found


def _records(places: Iterable[Path]) -> Iterable[Path]:
    for place in places:
        yield from sorted(place.glob(f"*/{RECORD}"))


def _read_record(record: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(record.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise EnvironmentFault("schema-unreadable", file=record, reason=error) from error


def _known() -> Iterable[Schema]:
    path = lock_path()
    if not path.is_file():
        return
    for folder, table in _read_record(path)["sets"].items():
        yield from read_schemas(table, writable_store() / folder)


def _own_store() -> Path:
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "ries-jats" / "schemas"
