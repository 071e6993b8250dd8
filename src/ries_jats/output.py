"""The files of an article: each is written beside its place and renamed, so that what stands there is whole."""

import json
import mimetypes
import os
import re
import tempfile
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from .article.ledger import Entry
from .article.source import Source
from .check.report import findings_json
from .errors import EnvironmentFault
from .findings import Finding

PNG = b"\x89PNG\r\n\x1a\n"
REFERENCES = ("references.json", "references.bib")
"""Files that only articles with references have."""


@dataclass(frozen=True)
class Outputs:
    """What is written for an article."""

    xml: bytes
    findings: tuple[Finding, ...]
    ledger: tuple[Entry, ...]
    source: Source
    metadata: str
    others: dict[str, bytes]
    """Media and references, by the names of their files."""
    language: str


def write_outputs(folder: Path, outputs: Outputs) -> None:
    """Media first and `article.xml` last: whoever sees the XML sees all that it needs. No references, no files of them.

    Raises `EnvironmentFault` where the folder cannot be written.
    """
    files = {
        **outputs.others,
        "ledger.json": as_json(ledger_json(outputs.ledger, outputs.source)),
        "metadata.toml": outputs.metadata.encode(),
        "findings.json": as_json(findings_json(outputs.findings, outputs.language)),
        "article.xml": outputs.xml,
    }
    for name, data in files.items():
        write_file(folder / name, data)
    for name in REFERENCES:
        if name not in files:
            (folder / name).unlink(missing_ok=True)


def write_findings(folder: Path, findings: Iterable[Finding], language: str) -> None:
    """`findings.json` alone, for an article that could not be built."""
    write_file(folder / "findings.json", as_json(findings_json(findings, language)))


def ledger_json(ledger: Iterable[Entry], source: Source) -> list[dict[str, Any]]:
    """Each entry with its place, its class, its words and the reason."""
    rows = []
    for entry in ledger:
        place = source.place(entry.prose.at)
        row = {"class": entry.departure.value, "text": entry.prose.text, "reason": entry.reason}
        rows.append({**row, "line": place.line, "paragraph": place.paragraph})
    return rows


def as_json(data: Any) -> bytes:
    """UTF-8, readable, with a line end; bytes of a file name that are no UTF-8 are escaped."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode(errors="backslashreplace")


def write_file(path: Path, data: bytes) -> None:
    """Writes beside and renames; a file that has these bytes already is left alone. Raises `EnvironmentFault`."""
    try:
        if path.is_file() and path.read_bytes() == data:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, beside = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            Path(beside).chmod(0o644)
            Path(beside).replace(path)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise EnvironmentFault("output-not-writable", path=path, reason=error.strerror or str(error)) from error


def asset_names(media: Mapping[str, bytes]) -> dict[str, str]:
    """For each image of the manuscript a name beside the XML: plain, unique whatever the case of letters."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for source, data in media.items():
        stem, suffix = _name(source)
        suffix = ".png" if data.startswith(PNG) else suffix
        name, number = f"{stem}{suffix}", 1
        while name in taken:
            number += 1
            name = f"{stem}-{number}{suffix}"
        taken.add(name)
        names[source] = name
    return names


def _name(source: str) -> tuple[str, str]:
    """Stem and suffix; an image that stands in the text itself has no name, only a type."""
    if source.startswith("data:"):
        return "image", mimetypes.guess_extension(source[5:].partition(";")[0]) or ""
    return _plain(PurePosixPath(source).stem), PurePosixPath(source).suffix.lower()


def _plain(stem: str) -> str:
    letters = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "image"
