"""The words of Word and OpenDocument files, read from the file itself and not from pandoc, one paragraph a line."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from ..article.source import UNKNOWN, Source
from ..findings import Finding, Place, finding

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
IMAGE_LINKS = (
    (f"{A}blip", f"{R}embed"),
    (f"{A}blip", f"{R}link"),
    ("{urn:schemas-microsoft-com:vml}imagedata", f"{R}id"),
)
"""Elements that show an image and their attributes that name its relationship."""
DRAWINGS = frozenset({"chart", "diagram"})
"""Ends of the namespaces of drawings that Word makes from data."""
UNREADABLE = (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, OSError, RuntimeError, EOFError, ValueError)
"""What reading a damaged or protected archive raises."""
LARGEST_PART = 200 * 1024 * 1024
"""Bytes that a part may unpack to; a thesis of 500 pages has some 10 MB."""

DOCX_SKIPPED = frozenset({f"{MC}Fallback", f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{M}oMath", f"{M}oMathPara"})
FONT_SIGNS = dict.fromkeys(range(0xF020, 0xF100), UNKNOWN)
"""Where Word keeps the signs of fonts such as Symbol in plain text."""
DOCX_SPACES = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}sym": UNKNOWN}
ODT_SKIPPED = frozenset({f"{TEXT}tracked-changes", f"{TEXT}note-citation", f"{OFFICE}annotation"})
ODT_SPACES = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n", f"{TEXT}s": " "}


class DamagedArchive(Exception):
    """The file is no zip, or not one of a word processor."""


def docx_source(name: str, data: bytes) -> Source:
    """Body, then footnotes and endnotes. Raises `DamagedArchive`."""
    body = _lines(_part(data, "word/document.xml", required=True), f"{W}p", _docx_text)
    notes = [
        line
        for part in ("word/footnotes.xml", "word/endnotes.xml")
        for line in _lines(_part(data, part), f"{W}p", _docx_text)
    ]
    text = "\n".join(body) + "\n"
    return Source(name, text + "\n".join(notes), notes_at=len(text), has_paragraphs=True)


def odt_source(name: str, data: bytes) -> Source:
    """Body with its notes where they are called. Raises `DamagedArchive`."""
    root = _part(data, "content.xml", required=True)
    body = root.find(f".//{OFFICE}text") if root is not None else None
    return Source(name, "\n".join(_odt_lines(body)), has_paragraphs=True)


def media(data: bytes, folders: tuple[str, ...]) -> dict[str, bytes]:
    """The images in the file, by the names that pandoc gives them."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = [info for info in archive.infolist() if info.filename.startswith(folders) and not info.is_dir()]
        held = {info.filename.removeprefix("word/"): _unpacked(archive, info) for info in names}
        return {name: image for name, image in held.items() if image}


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """An image, nothing when it is damaged or too large; that it is missing is said where it is shown."""
    try:
        return archive.read(info) if info.file_size < LARGEST_PART else b""
    except UNREADABLE:
        return b""


def iter_gaps(name: str, data: bytes) -> Iterator[Finding]:
    """Notes, images and drawings of a .docx that its text calls and that pandoc leaves out in silence."""
    body = _part(data, "word/document.xml")
    if body is not None:
        yield from _note_gaps(name, data, body)
        yield from _image_gaps(name, data, body)
        drawings = [each for each in body.iter(f"{A}graphicData") if each.get("uri", "").rpartition("/")[2] in DRAWINGS]
        if drawings:
            yield finding("drawing-left-out", Place(name), count=len(drawings))


def _note_gaps(name: str, data: bytes, body: etree._Element) -> Iterator[Finding]:
    for kind in ("footnote", "endnote"):
        called = {call.get(f"{W}id") for call in body.iter(f"{W}{kind}Reference")}
        notes = _part(data, f"word/{kind}s.xml")
        held = {note.get(f"{W}id") for note in notes.iter(f"{W}{kind}")} if notes is not None else set()
        if called - held:
            yield finding("notes-missing", Place(name), count=len(called - held))


def _image_gaps(name: str, data: bytes, body: etree._Element) -> Iterator[Finding]:
    """Images whose file is not in the archive, because it was taken out or was only linked to."""
    links = _part(data, "word/_rels/document.xml.rels")
    targets = {link.get("Id"): link.get("Target", "") for link in links} if links is not None else {}
    with zipfile.ZipFile(BytesIO(data)) as archive:
        held = set(archive.namelist())
    shown = (element.get(attribute) for tag, attribute in IMAGE_LINKS for element in body.iter(tag))
    for link in dict.fromkeys(shown):
        target = targets.get(link, "") if link else ""
        if target and not {f"word/{target}", target.removeprefix("/")} & held:
            yield finding("image-missing", Place(name), target)


def docx_part(data: bytes, name: str) -> etree._Element | None:
    """The root of a part of a .docx, None when there is no such part. Raises `DamagedArchive`."""
    return _part(data, name)


def docx_paragraphs(data: bytes) -> Iterator[etree._Element]:
    """The paragraphs of a .docx that are the lines of its source before the notes. Raises `DamagedArchive`."""
    body = _part(data, "word/document.xml", required=True)
    if body is not None:
        yield from (each for each in body.iter(f"{W}p") if not _is_skipped(each, DOCX_SKIPPED))


def _part(data: bytes, name: str, *, required: bool = False) -> etree._Element | None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            part = _read(archive, name)
            if part is not None:
                return etree.fromstring(part, _parser())
    except UNREADABLE as error:
        raise DamagedArchive(str(error)) from error
    if required:
        raise DamagedArchive(f"{name} is not in it")
    return None


def _read(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """A part's bytes, None when there is no such part."""
    if name not in archive.namelist():
        return None
    if archive.getinfo(name).file_size > LARGEST_PART:
        raise DamagedArchive(f"{name} is larger than {LARGEST_PART // 2**20} MiB")
    return archive.read(name)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def _lines(root: etree._Element | None, tag: str, read: object) -> Iterator[str]:
    if root is not None and callable(read):
        outer = (paragraph for paragraph in root.iter(tag) if not _is_skipped(paragraph, DOCX_SKIPPED))
        yield from ("".join(read(paragraph)).replace("\n", " ") for paragraph in outer)


def _is_skipped(element: etree._Element, skipped: frozenset[str]) -> bool:
    return any(ancestor.tag in skipped for ancestor in element.iterancestors())


def _docx_text(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}t":
            yield (child.text or "").translate(FONT_SIGNS)
        elif child.tag in DOCX_SPACES:
            yield DOCX_SPACES[child.tag]
        elif child.tag not in DOCX_SKIPPED and child.tag != f"{W}p":
            yield from _docx_text(child)


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
