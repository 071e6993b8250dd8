"""XML files in: bytes to a tree, or a finding that says why not.

Nothing is fetched, no DTD is loaded and no entity is resolved: what the tree says, the file says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from lxml import etree

from ries_jats.check.characters import UnknownNameError, column_as_written, with_references
from ries_jats.check.malformed import malformed, unknown_name
from ries_jats.check.phrases import phrase
from ries_jats.check.prolog import Prolog, RefusedError, encoding_of, read_prolog, without_encoding
from ries_jats.findings import Finding, Place, finding
from ries_jats.schemas import named_characters

_MAGIC = (
    (b"PK\x03\x04", "a-zip"),
    (b"%PDF-", "a-pdf"),
    (b"{\\rtf", "an-rtf"),
    (b"\xd0\xcf\x11\xe0", "an-old-word-file"),
)
_QUOTED = 30
_LOOKED_AT = 100_000


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed JATS article: its tree, the file as the person named it, and what its DOCTYPE says."""

    file: str
    tree: etree._ElementTree
    public_id: str = ""
    system_id: str = ""

    @property
    def root(self) -> etree._Element:
        """The `article` element."""
        return self.tree.getroot()

    def place(self, element: etree._Element) -> Place:
        """Where an element stands."""
        return Place(file=self.file, line=line_of(element), xpath=self.tree.getpath(element))


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document, or the findings that tell why there is none."""

    document: Document | None = None
    findings: tuple[Finding, ...] = ()


def line_of(element: Any) -> int | None:
    """The line of the start tag."""
    line: int | None = element.sourceline
    return line


class _UnreadableError(Exception):
    def __init__(self, reason: Finding) -> None:
        super().__init__(reason.code)
        self.reason = reason


def read_document(data: bytes, file: str = "") -> Parsed:
    """The article in `data`, the bytes of an XML file; `file` names it in findings."""
    try:
        return Parsed(_document(data, file))
    except _UnreadableError as unreadable:
        return Parsed(None, (unreadable.reason,))


def may_be_article(data: bytes) -> bool:
    """Whether the first bytes of a file do not show that its root is anything but a JATS `article`."""
    try:
        prolog = read_prolog(data[:_LOOKED_AT].decode(encoding_of(data), "replace"))
    except (LookupError, RefusedError):
        return True
    return not prolog.root or (prolog.root == "article" and not prolog.has_namespace)


def _document(data: bytes, file: str) -> Document:
    text = _text(data, file)
    prolog = _prolog(text, file)
    tree = _tree(text, prolog, file)
    _require_article(tree, prolog, file)
    return Document(file, tree, prolog.public_id, prolog.system_id)


def _text(data: bytes, file: str) -> str:
    if not data.strip(b"\xef\xbb\xbf\xfe\xff\0 \t\r\n"):
        raise _UnreadableError(finding("xml-empty", Place(file)))
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise _UnreadableError(finding("xml-not-xml", Place(file), **phrase(kind)))
    text = _decoded(data, file).removeprefix("\ufeff")
    if not text.lstrip().startswith("<"):
        raise _UnreadableError(finding("xml-not-xml", Place(file, 1, 1), text.strip()[:_QUOTED], **phrase("no-markup")))
    return text.replace("\r\n", "\n")


def _decoded(data: bytes, file: str) -> str:
    try:
        encoding = encoding_of(data)
    except LookupError as unknown:
        raise _UnreadableError(finding("xml-encoding-unknown", Place(file, 1), encoding=unknown.args[0])) from unknown
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as wrong:
        raise _UnreadableError(_wrong_bytes(data, wrong, encoding, file)) from wrong


def _wrong_bytes(data: bytes, wrong: UnicodeDecodeError, encoding: str, file: str) -> Finding:
    line = data.count(b"\n", 0, wrong.start) + 1
    before = data[data.rfind(b"\n", 0, wrong.start) + 1 : wrong.start].decode(encoding, "replace")
    # nearly always it is Windows-1252, in which the author recognises the words
    quote = data[max(0, wrong.start - _QUOTED) : wrong.start + _QUOTED].decode("cp1252", "replace")
    place = Place(file, line, len(before) + 1)
    return finding("xml-encoding", place, quote, encoding=encoding.upper(), byte=f"0x{data[wrong.start]:02X}")


def _prolog(text: str, file: str) -> Prolog:
    try:
        prolog = read_prolog(text)
    except RefusedError as refused:
        place = _place(text, refused.offset, file)
        raise _UnreadableError(finding("xml-refused", place, refused.declaration)) from refused
    if prolog.root.casefold() == "html":
        raise _UnreadableError(finding("xml-not-xml", Place(file, 1, 1), **phrase("an-html-page")))
    return prolog


def _tree(text: str, prolog: Prolog, file: str) -> etree._ElementTree:
    known = _known_characters(text, prolog)
    parser = etree.XMLParser(no_network=True, resolve_entities=False, load_dtd=False)
    try:
        harmless = with_references(_without_subset(text, prolog), known)
        tree = etree.ElementTree(etree.fromstring(without_encoding(harmless).encode(), parser))
    except UnknownNameError as unknown:
        raise _UnreadableError(unknown_name(unknown.name, _place(text, unknown.offset, file))) from unknown
    except etree.XMLSyntaxError as syntax:
        first = next(entry for entry in parser.error_log if entry.level >= etree.ErrorLevels.ERROR)
        raise _UnreadableError(_malformed(text, first, known, file)) from syntax
    _require_no_entities(tree, file)
    return tree


def _known_characters(text: str, prolog: Prolog) -> Mapping[str, str]:
    has_dtd = bool(prolog.system_id or prolog.public_id)  # without one, other programs know no names either
    return {**named_characters(), **prolog.characters} if has_dtd and "&" in text else prolog.characters


def _without_subset(text: str, prolog: Prolog) -> str:
    if not prolog.subset:
        return text
    start, end = prolog.subset
    return text[:start] + "".join("\n" if each == "\n" else " " for each in text[start:end]) + text[end:]


def _malformed(text: str, error: etree._LogEntry, known: Mapping[str, str], file: str) -> Finding:
    line = text.split("\n")[error.line - 1]
    column = column_as_written(line, error.column, known)
    quote = line[max(0, column - _QUOTED) : column + _QUOTED].strip()
    return malformed(error.type, error.message, Place(file, error.line, column), quote)


def _place(text: str, offset: int, file: str) -> Place:
    return Place(file, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _require_no_entities(tree: etree._ElementTree, file: str) -> None:
    """A second lock: whatever our reading of the prolog let through, no entity is left."""
    subset: Any = tree.docinfo.internalDTD
    declared = subset.iterentities() if subset is not None else ()
    left: Any = next(chain(declared, tree.iter(etree.Entity)), None)
    if left is not None:
        raise _UnreadableError(finding("xml-refused", Place(file), left.name))


def _require_article(tree: etree._ElementTree, prolog: Prolog, file: str) -> None:
    root = tree.getroot()
    if root.tag != "article":
        raise _UnreadableError(finding("xml-root", Place(file, line_of(root)), element=prolog.root or str(root.tag)))
