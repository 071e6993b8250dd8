"""XML to findings: whether an article can be read, is valid, and holds together.

A layer is a function from a document to findings; `LAYERS` is their order.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from ries_jats.check import links, mathml, schema
from ries_jats.check.collect import article_files, read_bytes
from ries_jats.check.parsing import Document, read_document
from ries_jats.findings import Finding, Place, Severity, finding

Layer: TypeAlias = Callable[[Document], Iterator[Finding]]

LAYERS: tuple[Layer, ...] = (schema.iter_findings, mathml.iter_findings, links.iter_findings)
THOROUGH_LAYERS: tuple[Layer, ...] = (*LAYERS, mathml.iter_thorough_findings)
"""With what takes seconds to load and seldom finds anything."""
MOST_FINDINGS = 100
"""Findings of one layer that are shown for one file."""

__all__ = [
    "LAYERS",
    "THOROUGH_LAYERS",
    "Document",
    "Layer",
    "article_files",
    "check_bytes",
    "check_file",
    "iter_findings",
    "read_document",
]


def check_file(path: Path, layers: Iterable[Layer] = LAYERS) -> list[Finding]:
    """The findings on the XML file at `path`, in the order of its lines.

    Raises `EnvironmentFault` with the code `file-unreadable`.
    """
    return check_bytes(read_bytes(path), str(path), layers)


def check_bytes(data: bytes, name: str = "", layers: Iterable[Layer] = LAYERS) -> list[Finding]:
    """The findings on an XML file's bytes, in the order of its lines; `name` is the file that findings point to."""
    parsed = read_document(data, name)
    if parsed.document is None:
        return list(parsed.findings)
    return [*parsed.findings, *sorted(iter_findings(parsed.document, layers), key=_line)]


def iter_findings(document: Document, layers: Iterable[Layer] = LAYERS) -> Iterator[Finding]:
    """What the layers find, one after the other."""
    for layer in layers:
        yield from _first(layer(document), document.file)


def _first(findings: Iterable[Finding], file: str) -> Iterator[Finding]:
    """The first of many findings, and how many more there are, as grave as the gravest of them."""
    remaining = iter(findings)
    yield from islice(remaining, MOST_FINDINGS)
    rest = list(remaining)
    if rest:
        gravest = min((each.severity for each in rest), key=list(Severity).index)
        yield replace(finding("findings-more", Place(file), count=len(rest)), severity=gravest)


def _line(each: Finding) -> tuple[bool, int]:
    """What has no line comes last."""
    return each.place.line is None, each.place.line or 0
