"""The citations of a file that citation managers put there, each with the works that it cites."""

import base64
import binascii
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from ...article.given import FieldCitation
from ...article.source import Source
from ...article.works import Work
from ...bibliography.reading import given_work
from ...findings import Finding, finding
from ..archive import DamagedArchive, parse
from .citavi import citavi_items
from .endnote import endnote_items
from .instructions import Field, read_fields
from .sources import read_sources

Item = dict[str, Any]
BASE64 = re.compile(r"[A-Za-z0-9+/=\s]+")
CITAVI = re.compile(r"CitaviPlaceholder\s*\{([A-Za-z0-9+/=\s]*)\}?")
ENDNOTE = re.compile(r"<EndNote\b.*</EndNote>", re.DOTALL)
MENDELEY = re.compile(r"MENDELEY_CITATION_v\d+_([A-Za-z0-9+/=\s]*)")
SOURCE_TAGS = re.compile(r"(?:^\s*CITATION|\\m)\s+\"?([^\s\\\"]+)")
"""https://support.microsoft.com/office/field-codes-citation-field: tags of sources, the first and further ones."""
UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, RecursionError, binascii.Error, etree.XMLSyntaxError)
"""What a damaged code raises: of JSON, of Base64, of XML, and of any of them that says other things than it should."""


@dataclass
class CitedWorks:
    """The citations found, and what is to be said of those that cannot be read."""

    citations: list[FieldCitation] = field(default_factory=list)
    lists: list[tuple[int, int]] = field(default_factory=list)
    """Where the lists of references stand that managers made."""
    findings: list[Finding] = field(default_factory=list)


def read_citations(source: Source, data: bytes, read: Callable[[bytes], Source]) -> CitedWorks:
    """The citations by fields in the file `data`, whose `source` is what `read` makes of it."""
    found = CitedWorks()
    try:
        fields = list({(each.start, each.stop, each.code): each for each in read_fields(source, data, read)}.values())
        items = _Items(read_sources(data) if any("CITATION " in each.code for each in fields) else {})
    except DamagedArchive:
        return found
    found.lists += [(each.start, each.stop) for each in fields if each.is_list and each.start < each.stop]
    for each in (each for each in fields if not each.is_list):
        try:
            works = tuple(dict.fromkeys(items.works(each)))
        except UNREADABLE:
            words = " ".join(source.read(each.start, each.stop).split())[:80]
            found.findings.append(finding("citation-field-damaged", source.place(each.start), quote=words))
        else:
            found.citations += [FieldCitation(each.start, each.stop, works)] if works else []
    return found


class _Items:
    """Reads what the code of a field knows of the works that it cites."""

    def __init__(self, sources: dict[str, Item]) -> None:
        self._sources = sources

    def works(self, each: Field) -> Iterator[Work]:
        """The works that a field cites; none where its code names them only."""
        for item in self._items(each.code):
            work = given_work(item)
            if work.title or work.people:
                yield work

    def _items(self, code: str) -> Iterator[Item]:
        if "CSL_CITATION" in code:
            yield from _csl_items(code[code.index("{") :])
        elif "EN.CITE" in code:
            yield from endnote_items(_endnote_xml(code))
        elif placeholder := CITAVI.search(code):
            made = _decoded(placeholder[1])
            yield from _csl_items(made) if '"citationItems"' in made else citavi_items(json.loads(made))
        elif control := MENDELEY.search(code):
            yield from _csl_items(_decoded(control[1]))
        else:
            yield from (self._sources[tag] for tag in SOURCE_TAGS.findall(code) if tag in self._sources)


def _csl_items(text: str) -> Iterator[Item]:
    """https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#citations."""
    made, _ = json.JSONDecoder(strict=False).raw_decode(text)
    for each in made["citationItems"]:
        if isinstance(each.get("itemData"), dict):
            yield each["itemData"]


def _endnote_xml(code: str) -> etree._Element | None:
    """What a field knows in its code, or beside it in Base64; None of an inner field that knows nothing."""
    xml = ENDNOTE.search(code)
    packed = BASE64.search(code.partition("EN.CITE")[2].removeprefix(".DATA").strip())
    text = xml[0] if xml else _decoded(packed[0]).strip("\0") if packed else ""
    return parse(text.encode()) if text else None


def _decoded(text: str) -> str:
    plain = "".join(text.split()).rstrip("=")
    return base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True).decode()
