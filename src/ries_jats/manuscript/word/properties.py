"""Codes that citation managers keep among the properties of a document, under the names of bookmarks.

A value is short there, so that a code stands in several: `ZOTERO_BREF_a1_1`, `ZOTERO_BREF_a1_2`.
"""

from collections import defaultdict
from collections.abc import Iterator

from ..archive import part

META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"


def stored_codes(data: bytes) -> dict[str, str]:
    """The codes by the names of their bookmarks. Raises `DamagedArchive`."""
    pieces: dict[str, dict[int, str]] = defaultdict(dict)
    for name, value in _properties(data):
        bookmark, _, number = name.rpartition("_")
        if bookmark and number.isascii() and number.isdigit():
            pieces[bookmark][int(number)] = value
    return {name: "".join(each[number] for number in sorted(each)) for name, each in pieces.items()}


def _properties(data: bytes) -> Iterator[tuple[str, str]]:
    word, odt = part(data, "docProps/custom.xml"), part(data, "meta.xml")
    for each in word.iter(f"{CUSTOM}property") if word is not None else ():
        yield each.get("name", ""), "".join(map(str, each.itertext()))
    for each in odt.iter(f"{META}user-defined") if odt is not None else ():
        yield each.get(f"{META}name", ""), each.text or ""
