"""The parts of a Word file that python-docx does not write, and the file as bytes that are the same every time."""

import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO

from docx import Document
from docx.document import Document as DocumentType
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from .ooxml import NAMESPACES, Element, Look, el, paragraph, run, val
from .styles import Styles

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MOMENT = datetime(2024, 5, 6, 7, 8, tzinfo=UTC)
"""When every file was written."""
ZIP_MOMENT = (2024, 5, 6, 7, 8, 0)


class Package:
    """A Word file being written."""

    def __init__(self) -> None:
        self.document: DocumentType = Document()
        self.styles = Styles(self.document.styles.element)
        self._body = self.document.element.body
        self._footnotes: list[Element] = []
        self._endnotes: list[Element] = []
        self._bookmarks = 0

    # The body

    def append(self, elements: Iterable[Element]) -> None:
        """Puts blocks at the end, before the properties of the last section."""
        last = self._body[-1]
        for element in elements:
            last.addprevious(element)

    def bookmark(self, name: str, content: Iterable[Element]) -> list[Element]:
        """`content` between the ends of a bookmark."""
        self._bookmarks += 1
        ident = str(self._bookmarks)
        return [
            el("w:bookmarkStart", w_id=ident, w_name=name),
            *content,
            el("w:bookmarkEnd", w_id=ident),
        ]

    def link(self, address: str) -> str:
        """The relationship to an address."""
        return self.document.part.relate_to(address, f"{RELATIONS}/hyperlink", is_external=True)

    # Notes

    def note(self, paragraphs: Iterable[list[Element]], *, is_endnote: bool, mark: str = "") -> Element:
        """Adds a note and gives the run that calls it; `mark` is a custom one."""
        name, held = ("endnote", self._endnotes) if is_endnote else ("footnote", self._footnotes)
        ident = str(len(held) + 2)
        raised = Look(raised=True)
        own = run(el("w:t"), look=raised) if mark else run(el(f"w:{name}Ref"), look=raised)
        if mark:
            own[-1].text = mark
        first, *others = paragraphs
        held.append(el(f"w:{name}", paragraph([own, *first]), *(paragraph(each) for each in others), w_id=ident))
        call = el(f"w:{name}Reference", w_id=ident)
        if not mark:
            return run(call, look=raised)
        call.set(f"{{{NAMESPACES['w']}}}customMarkFollows", "1")
        shown = el("w:t")
        shown.text = mark
        return run(call, shown, look=raised)

    def _add_notes(self, name: str, notes: list[Element]) -> None:
        if not notes:
            return
        separators = [
            el(f"w:{name}", paragraph([run(el(f"w:{kind}"))]), w_type=kind, w_id=str(place))
            for place, kind in enumerate(("separator", "continuationSeparator"))
        ]
        self.add_part(f"word/{name}s.xml", f"{name}s", el(f"w:{name}s", *separators, *notes))

    def set_note_format(self, name: str, form: str) -> None:
        """How Word numbers notes: `decimal`, `lowerRoman`."""
        settings = self.document.settings.element
        made = el(f"w:{name}Pr", val("w:numFmt", form))
        place = next((child for child in settings if child.tag.endswith("}compat")), None)
        if place is None:
            settings.append(made)
        else:
            place.addprevious(made)

    # Parts

    def add_part(self, path: str, kind: str, root: Element, content_type: str = "") -> None:
        """An XML part related to the document."""
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        made = Part(PackURI(f"/{path}"), content_type or f"{WORD_TYPE}.{kind}+xml", data, self.document.part.package)
        self.document.part.relate_to(made, f"{RELATIONS}/{kind}")

    def add_custom_xml(self, root: Element) -> None:
        """A part of `customXml`, as Word keeps its list of sources."""
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        part = Part(PackURI("/customXml/item2.xml"), "application/xml", data, self.document.part.package)
        self.document.part.relate_to(part, f"{RELATIONS}/customXml")

    def data(self) -> bytes:
        """The whole file."""
        self._add_notes("footnote", self._footnotes)
        self._add_notes("endnote", self._endnotes)
        made = BytesIO()
        self.document.save(made)
        return _settled(made.getvalue())


def _settled(data: bytes) -> bytes:
    """The same archive with one moment for every entry."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, ZIP_MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return made.getvalue()
