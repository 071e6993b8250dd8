"""What a Word file calls and does not hold, or holds and cannot be read."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

from ...findings import Finding, Place, finding
from .. import archive
from .names import A, Element, R, W

IMAGE_LINKS = (
    (f"{A}blip", f"{R}embed"),
    (f"{A}blip", f"{R}link"),
    ("{urn:schemas-microsoft-com:vml}imagedata", f"{R}id"),
)
"""Elements that show an image and their attributes that name its relationship."""
DRAWINGS = frozenset({"chart", "diagram"})
"""Ends of the namespaces of drawings that Word makes from data."""


def iter_gaps(name: str, data: bytes) -> Iterator[Finding]:
    """Notes, images and drawings of a .docx that its text calls and that pandoc leaves out in silence."""
    body = archive.part(data, "word/document.xml")
    if body is not None:
        yield from _note_gaps(name, data, body)
        yield from _image_gaps(name, data, body)
        drawings = [each for each in body.iter(f"{A}graphicData") if each.get("uri", "").rpartition("/")[2] in DRAWINGS]
        if drawings:
            yield finding("drawing-left-out", Place(name), count=len(drawings))


def _note_gaps(name: str, data: bytes, body: Element) -> Iterator[Finding]:
    for kind in ("footnote", "endnote"):
        called = {call.get(f"{W}id") for call in body.iter(f"{W}{kind}Reference")}
        notes = archive.part(data, f"word/{kind}s.xml")
        held = {note.get(f"{W}id") for note in notes.iter(f"{W}{kind}")} if notes is not None else set()
        if called - held:
            yield finding("notes-missing", Place(name), count=len(called - held))


def _image_gaps(name: str, data: bytes, body: Element) -> Iterator[Finding]:
    """Images whose file is not in the archive, because it was taken out or was only linked to."""
    links = archive.part(data, "word/_rels/document.xml.rels")
    targets = {link.get("Id"): link.get("Target", "") for link in links} if links is not None else {}
    with zipfile.ZipFile(BytesIO(data)) as held_in:
        held = set(held_in.namelist())
    shown = (element.get(attribute) for tag, attribute in IMAGE_LINKS for element in body.iter(tag))
    for link in dict.fromkeys(shown):
        target = targets.get(link, "") if link else ""
        if target and not {f"word/{target}", target.removeprefix("/")} & held:
            yield finding("image-missing", Place(name), target)
