"""Fields of a Word or OpenDocument file: what each was told to show, and where the words that it shows stand.

The places are those of the words in the source, whatever the source leaves out: signs that no text has are put round
the words in a copy of the file, and the copy is read as the file was.
"""

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

from ...article.source import Source
from ..archive import UNREADABLE, DamagedArchive, part, with_parts
from ..office import TEXT
from .names import Element, W
from .properties import stored_codes

DOCX_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
ODT_PARTS = ("content.xml",)
OPEN, CLOSE = "\U0010fffc", "\U0010fffd"
"""For private use, in a plane that no font of a word processor has."""
SIGN = re.compile(f"{OPEN}([<>])(\\d+){CLOSE}")
CITING = ("CSL_CITATION", "EN.CITE", "CitaviPlaceholder", "CITATION ", "MENDELEY_CITATION_")
"""What stands in the codes of fields that cite."""
LISTING = ("ZOTERO_BIBL", "CSL_BIBLIOGRAPHY", "EN.REFLIST", "CitaviBibliography", "BIBLIOGRAPHY")
"""What stands in the codes of the lists that managers make."""
HINTS = (b"instrText", b"fldSimple", b"MENDELEY_", b"reference-mark", b"ZOTERO_", b"CSL_", b"Mendeley_Bookmark_")
"""What every part with such fields has; Word may cut their codes anywhere."""


@dataclass(frozen=True)
class Field:
    """What a field was told, and from where to where its words stand; both 0 where they cannot be found."""

    code: str
    start: int = 0
    stop: int = 0

    @property
    def is_list(self) -> bool:
        """Whether the words are the list of references."""
        return any(each in self.code.partition("{")[0] for each in LISTING)


@dataclass
class _Open:
    """A field whose end has not come yet."""

    pieces: list[str] = field(default_factory=list)
    data: str = ""
    number: int = -1

    @property
    def code(self) -> str:
        """The instruction, with what stands beside it in the file."""
        return f"{''.join(self.pieces)} {self.data}".strip()


def read_fields(source: Source, data: bytes, read: Callable[[bytes], Source]) -> list[Field]:
    """The fields of citation managers in the file `data`, whose `source` is what `read` makes of it.

    Raises `DamagedArchive`.
    """
    parts = [name for name in (*DOCX_PARTS, *ODT_PARTS) if _has_hints(data, name)]
    if not parts:
        return []
    signed = _Signed(stored_codes(data))
    copies = {name: signed.part(name, root) for name in parts if (root := part(data, name)) is not None}
    if not signed.codes:
        return []
    text = read(with_parts(data, copies)).visible
    return list(_placed(signed.codes, text, source.visible))


def _has_hints(data: bytes, name: str) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            content = archive.read(name) if name in archive.namelist() else b""
    except UNREADABLE as error:
        raise DamagedArchive(str(error)) from error
    return any(hint in content for hint in HINTS)


def _placed(codes: Sequence[str], text: str, visible: str) -> Iterator[Field]:
    """The fields whose signs stand in `text`; without places when it is not `visible` but for the signs."""
    starts, stops = dict[int, int](), dict[int, int]()
    taken = 0
    for sign in SIGN.finditer(text):
        places = starts if sign[1] == "<" else stops
        places[int(sign[2])] = sign.start() - taken
        taken += len(sign[0])
    is_same = SIGN.sub("", text) == visible
    for number in sorted(starts.keys() & stops.keys(), key=starts.__getitem__):
        yield Field(codes[number], *((starts[number], stops[number]) if is_same else (0, 0)))


class _Signed:
    """Puts signs into parts of the file and keeps the code of each."""

    def __init__(self, stored: dict[str, str]) -> None:
        self._stored = stored
        self.codes: list[str] = []

    def part(self, name: str, root: Element) -> bytes:
        """The part with signs round the words of its fields."""
        if name in ODT_PARTS:
            self._sign_odt(root)
        else:
            self._sign_complex(root)
            self._sign_simple(root)
            self._sign_controls(root)
            self._sign_bookmarks(root)
        return etree.tostring(root, encoding="UTF-8")

    def _number(self, code: str) -> int:
        """The number of a field that cites or lists, -1 of another."""
        if not any(each in code for each in (*CITING, *LISTING)):
            return -1
        self.codes.append(code)
        return len(self.codes) - 1

    # Word

    def _sign_complex(self, root: Element) -> None:
        """Fields of three signs with code and words between them, one inside the other, across runs and paragraphs:
        https://learn.microsoft.com/dotnet/api/documentformat.openxml.wordprocessing.fieldchar.
        """
        fields: list[_Open] = []
        for element in list(root.iter(f"{W}fldChar", f"{W}instrText")):
            if element.tag == f"{W}instrText":
                if fields and fields[-1].number < 0:
                    fields[-1].pieces.append(element.text or "")
                continue
            match element.get(f"{W}fldCharType"):
                case "begin":
                    fields.append(_Open(data=element.findtext(f"{W}fldData") or ""))
                case "separate" if fields:
                    fields[-1].number = self._number(fields[-1].code)
                    _after(element, fields[-1].number)
                case "end" if fields:
                    ended = fields.pop()
                    _before(element, ended.number)
                    if fields and not fields[-1].data:
                        fields[-1].data = ended.data

    def _sign_simple(self, root: Element) -> None:
        for element in root.iter(f"{W}fldSimple"):
            _around(element, self._number(element.get(f"{W}instr", "")))

    def _sign_controls(self, root: Element) -> None:
        for control in root.iter(f"{W}sdt"):
            tag, content = control.find(f"{W}sdtPr/{W}tag"), control.find(f"{W}sdtContent")
            if tag is not None and content is not None and tag.get(f"{W}val", "").startswith("MENDELEY_"):
                _around(content, self._number(tag.get(f"{W}val", "")))

    def _sign_bookmarks(self, root: Element) -> None:
        numbers: dict[str, int] = {}
        for element in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            ident, name = element.get(f"{W}id", ""), element.get(f"{W}name", "")
            if element.tag == f"{W}bookmarkEnd":
                number, place = numbers.pop(ident, -1), ">"
            else:
                number, place = self._number(self._stored.get(name, "")), "<"
                numbers[ident] = number
            if number >= 0:
                element.addnext(_run(place, number))

    # OpenDocument

    def _sign_odt(self, root: Element) -> None:
        """Marks and bookmarks are empty elements before and after the words; lists are sections."""
        for section in root.iter(f"{TEXT}section"):
            paragraphs = list(section.iter(f"{TEXT}p"))
            number = self._number(section.get(f"{TEXT}name", "")) if paragraphs else -1
            if number >= 0:
                paragraphs[0].text = _sign("<", number) + (paragraphs[0].text or "")
                etree.SubElement(paragraphs[-1], f"{TEXT}span").text = _sign(">", number)
        numbers: dict[str, int] = {}
        kinds = ("reference-mark-start", "bookmark-start", "reference-mark-end", "bookmark-end")
        for element in root.iter(*(f"{TEXT}{kind}" for kind in kinds)):
            name = element.get(f"{TEXT}name", "")
            if str(element.tag).endswith("-end"):
                number, sign = numbers.pop(name, -1), ">"
            else:
                number, sign = self._number(self._stored.get(name, name)), "<"
                numbers[name] = number
            if number >= 0:
                element.tail = _sign(sign, number) + (element.tail or "")


def _sign(kind: str, number: int) -> str:
    return f"{OPEN}{kind}{number}{CLOSE}"


def _run(kind: str, number: int) -> Element:
    made = etree.Element(f"{W}r")
    etree.SubElement(made, f"{W}t").text = _sign(kind, number)
    return made


def _after(element: Element, number: int) -> None:
    if number >= 0:
        _cut_after(element)
        _outer(element).addnext(_run("<", number))


def _before(element: Element, number: int) -> None:
    if number >= 0:
        previous = element.getprevious()
        if previous is not None and previous.tag != f"{W}rPr":
            _cut_after(previous)
        _outer(element).addprevious(_run(">", number))


def _outer(element: Element) -> Element:
    """The run in which an element stands."""
    parent = element.getparent()
    return parent if parent is not None and parent.tag == f"{W}r" else element


def _cut_after(element: Element) -> None:
    """Gives what stands after the element in its run a run of its own."""
    run, rest = _outer(element), list(element.itersiblings())
    if run is element or not rest:
        return
    other = etree.Element(f"{W}r")
    looks = run.find(f"{W}rPr")
    if looks is not None:
        other.append(deepcopy(looks))
    other.extend(rest)
    run.addnext(other)


def _around(element: Element, number: int) -> None:
    """Signs at both ends of the words inside `element`, be they runs or whole paragraphs."""
    if number < 0:
        return
    paragraphs = list(element.iter(f"{W}p"))
    first, last = (paragraphs[0], paragraphs[-1]) if paragraphs else (element, element)
    place = 1 if len(first) and first[0].tag == f"{W}pPr" else 0
    first.insert(place, _run("<", number))
    last.append(_run(">", number))
