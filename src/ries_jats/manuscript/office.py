"""The words of OpenDocument files, read from the file itself and not from pandoc, one paragraph a line."""

from collections.abc import Iterator

from lxml import etree

from ..article.source import Source
from . import archive

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
ODT_SKIPPED = frozenset({f"{TEXT}tracked-changes", f"{TEXT}note-citation", f"{OFFICE}annotation"})
ODT_SPACES = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n", f"{TEXT}s": " "}


def odt_source(name: str, data: bytes) -> Source:
    """Body with its notes where they are called. Raises `DamagedArchive`."""
    root = archive.part(data, "content.xml", required=True)
    body = root.find(f".//{OFFICE}text") if root is not None else None
    return Source(name, "\n".join(_odt_lines(body)), has_paragraphs=True)


def _is_skipped(element: etree._Element, skipped: frozenset[str]) -> bool:
    return any(ancestor.tag in skipped for ancestor in element.iterancestors())


def _odt_lines(body: etree._Element | None) -> Iterator[str]:
    if body is not None:
        for element in body.iter(f"{TEXT}p", f"{TEXT}h"):
            if not _is_skipped(element, ODT_SKIPPED):
                yield "".join(_odt_text(element))


def _odt_text(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in ODT_SPACES:
            yield ODT_SPACES[child.tag]
        elif child.tag not in ODT_SKIPPED and child.tag != f"{TEXT}note":
            yield from _odt_text(child)
        yield child.tail or ""
