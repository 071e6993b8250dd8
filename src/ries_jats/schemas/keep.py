"""Writes a set into the store: whole, or not at all."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomlkit

from ries_jats.errors import EnvironmentFault
from ries_jats.schemas.store import RECORD, forget, writable_store


def keep_set(folder: Path, name: str, record: Mapping[str, Any]) -> Path:
    """Copy the finished `folder` into the store as the set `name`, with its record; what had this name before goes.

    Returns the set's folder in the store. Raises `EnvironmentFault` with the code `schema-not-written`.
    """
    store = writable_store()
    (folder / RECORD).write_text(tomlkit.dumps(record), "utf-8")
    try:
        store.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=store) as staging:
            shutil.copytree(folder, Path(staging, "new"))
            if (store / name).exists():
                (store / name).rename(Path(staging, "old"))
            Path(staging, "new").rename(store / name)
    except OSError as error:
        raise EnvironmentFault("schema-not-written", folder=store, reason=error) from error
    forget()
    return store / name
