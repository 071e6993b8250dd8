"""Reads a sidecar: what is right in it stands, what is wrong becomes findings."""

from collections.abc import Iterator
from pathlib import Path

from ..article.front import Front
from ..findings import Finding, Place, finding
from ..journal.loading import load_form
from ..journal.toml_lines import KeyPath, key_lines
from .forms import Sidecar

TABLES = ("trans_title", "contrib", "aff", "abstract", "kwd_group", "product", "statement")
"""Keys of a sidecar that are lists of tables."""


def load_sidecar(path: Path) -> tuple[Sidecar | None, list[Finding]]:
    """Reads `<article>.toml`: the sidecar as far as it is right (None when the file is no TOML), and what is wrong.

    Raises `EnvironmentFault` when the file cannot be read.
    """
    sidecar, findings = load_form(path, Sidecar)
    return sidecar, [*findings, *_incomplete(path, sidecar)] if sidecar else findings


def iter_findings(front: Front, sidecar: Sidecar, path: Path) -> Iterator[Finding]:
    """Affiliations that authors of the sidecar name and that are neither in it nor among those of `front`."""
    count = len(sidecar.aff) if sidecar.has("aff") else len(front.affiliations)
    for place, contrib in enumerate(sidecar.contrib):
        for order, number in enumerate(contrib.affiliations):
            if not 1 <= number <= count:
                where = _place(path, ("contrib", place, "affiliations", order))
                allowed = f"1 … {count}" if count else "–"
                field = f"contrib[{place + 1}].affiliations[{order + 1}]"
                yield finding("settings-invalid", where, str(number), field=field, allowed=allowed)


def _incomplete(path: Path, sidecar: Sidecar) -> Iterator[Finding]:
    """Tables that say nothing, which are passed over."""
    for key in TABLES:
        for place, table in enumerate(getattr(sidecar, key)):
            if table.lacks:
                yield finding("settings-missing-key", _place(path, (key, place)), f"{key}[{place + 1}].{table.lacks}")


def _place(path: Path, key: KeyPath) -> Place:
    lines = key_lines(path.read_text("utf-8-sig"))
    return Place(str(path), next((lines[key[:end]] for end in range(len(key), 0, -1) if key[:end] in lines), None))
