"""Build hook: puts the schemas of the lock file into the wheel, so that an installed ries-jats needs no network."""

import tomllib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDERS = {"wheel": ("ries_jats/_schemas", "ries_jats/_schemas"), "sdist": ("schemas", "schemas/installed")}
"""Where the lock file and the sets go, by what is built."""


class SchemasHook(BuildHookInterface[Any]):
    """Adds what `make schemas` has obtained; an editable install finds it where it is."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it writes; `version` is the kind of build."""
        if version == "editable":
            return
        lock_folder, sets_folder = FOLDERS[self.target_name]
        schemas = Path(self.root, "schemas")
        include = build_data["force_include"]
        include[str(schemas / "schemas.lock.toml")] = f"{lock_folder}/schemas.lock.toml"
        files = [*_set_files(schemas / "schemas.lock.toml")]
        missing = [file for file in files if not (schemas / "installed" / file).is_file()]
        if missing:
            self.app.display_warning(f"{len(missing)} files of schemas are missing: run `make schemas` first.")
        for file in files:
            if file not in missing:
                include[str(schemas / "installed" / file)] = f"{sets_folder}/{file}"


def _set_files(lock: Path) -> Iterator[PurePosixPath]:
    for folder, locked in tomllib.loads(lock.read_text("utf-8"))["sets"].items():
        yield PurePosixPath(folder, "schema.toml")
        yield from (PurePosixPath(folder, file) for file in locked["files"])
