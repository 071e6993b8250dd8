"""Pictures in the formats of Windows, which no browser shows: as PNG where LibreOffice is installed, else reported."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from ..findings import Finding, Place, finding
from .document import Document

METAFILES = frozenset({".emf", ".wmf", ".emz", ".wmz"})
PROGRAMS = ("soffice", "libreoffice")
SECONDS = 60


def with_shown_metafiles(document: Document) -> Document:
    """The document with its metafiles converted, each of them under the name by which the text knows it."""
    names = [name for name in document.media if PurePosixPath(name).suffix.lower() in METAFILES]
    if not names:
        return document
    made = {name: _as_png(document.media[name], PurePosixPath(name).suffix.lower()) for name in names}
    shown = {name: png for name, png in made.items() if png}
    findings = _unshown(document.source.name, [name for name in names if name not in shown])
    return replace(document, media={**document.media, **shown}).noting(*findings)


def _unshown(file: str, names: list[str]) -> Iterator[Finding]:
    yield from (finding("image-metafile", Place(file), quote=PurePosixPath(name).name) for name in names)


def _as_png(picture: bytes, suffix: str) -> bytes:
    """The picture as LibreOffice draws it, nothing where that is not installed or cannot read it."""
    office = next((path for name in PROGRAMS if (path := shutil.which(name))), None)
    if office is None:
        return b""
    with tempfile.TemporaryDirectory(prefix="ries-jats-") as folder:
        drawn = Path(folder, f"picture{suffix}")
        drawn.write_bytes(picture)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = (office, profile, "--headless", "--convert-to", "png", "--outdir", folder, str(drawn))
        try:
            subprocess.run(command, capture_output=True, check=False, timeout=SECONDS)
        except (OSError, subprocess.TimeoutExpired):
            return b""
        made = drawn.with_suffix(".png")
        return made.read_bytes() if made.is_file() else b""
