"""Reads a manuscript file: what it is, its characters with their addresses, pandoc's tree of it, its images."""

import json
import re
from base64 import b64decode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from ..article.blocks import Block, Figure, Heading, Paragraph
from ..article.ledger import Departure
from ..article.prose import Image, Prose, Run, Style
from ..article.source import Source
from ..article.walk import all_blocks, all_prose, own_prose
from ..findings import Finding, Place, finding
from ..pandoc import program
from . import archive, characters, office, pages, text
from .blocks import BlockReader
from .document import Document
from .drawings import with_shown_metafiles
from .locate import Locator
from .mathml import with_mathml
from .metadata import Metadata, MetadataReader
from .word import WordFile, iter_gaps, read_word
from .word.citations import read_citations

MARKDOWN = (
    "markdown-smart-citations-raw_tex-latex_macros-example_lists-fancy_lists-auto_identifiers-blank_before_header"
    "-definition_lists-implicit_header_references-tex_math_single_backslash-subscript-task_lists"
)
"""pandoc's Markdown without what changes an author's characters or reads figures and letters as lists."""


LOGGED = {"NoteDefinedButNotUsed": "note-never-called", "DuplicateNoteReference": "note-defined-twice"}
"""Kinds of pandoc's log records that are findings."""
LONGEST_ADDRESS = 120
FENCE_SETTINGS = re.compile(rb"^((?:```+|~~~+)[ \t]*[\w.+#-]+)[ \t]+[^{`\n][^`\n]*$", re.MULTILINE)
"""What notebooks write after the language of a fence, with which pandoc does not see the fence."""
LANDMARK = re.compile(rb"<(/?)(?:header|footer|main)\b", re.IGNORECASE)
TAB_TITLE = re.compile(rb"<title\b.*?</title>", re.IGNORECASE | re.DOTALL)
TOP_HEADING = re.compile(rb"<h1\b", re.IGNORECASE)
WIDEST_LABEL = re.compile(rb"(\\begin\{thebibliography\})\{[^{}]*\}")
"""The widest label of a bibliography, which pandoc takes for text."""
TOP_BLOCKS = 8
"""Blocks within which a title stands."""
TEXT_LEVEL = frozenset(
    "a abbr b bdi bdo cite code del em i ins kbd mark q s small span strong sub sup u var wbr".split()
)
"""Elements of HTML that do not end a line."""


@dataclass(frozen=True)
class Format:
    """How files of a suffix are read."""

    pandoc: str
    source: Callable[[str, bytes], Source] | None
    """None for Word files, of which more is read than words."""
    is_text: bool = True
    media_folders: tuple[str, ...] = ()


def _markdown_source(name: str, data: bytes) -> Source:
    return Source(name, text.visible_markdown(text.decode(data)[0]))


def _tex_source(name: str, data: bytes) -> Source:
    return Source(name, text.visible_tex(text.decode(data)[0]), has_lines=False)


def _html_source(name: str, data: bytes) -> Source:
    """The text of the page, a line a block; what is no text of the page (scripts, styles, the head) is not in it."""
    root = html.document_fromstring(
        text.decode(data)[0].encode(), parser=html.HTMLParser(encoding="utf-8", huge_tree=True)
    )
    for call in root.iter("a"):
        if call.get("role") == "doc-noteref":
            tail = call.tail
            call.clear()
            call.tail = tail
    etree.strip_elements(root, "script", "style", "head", "svg", etree.Comment, with_tail=False)
    return Source(name, "".join(_html_text(root)), has_lines=False)


def _html_text(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        is_block = isinstance(child.tag, str) and child.tag not in TEXT_LEVEL
        yield "\n" if is_block else ""
        yield from _html_text(child)
        yield "\n" if is_block else ""
        yield child.tail or ""


FORMATS = {
    ".md": Format(MARKDOWN, _markdown_source),
    ".markdown": Format(MARKDOWN, _markdown_source),
    ".txt": Format(MARKDOWN, _markdown_source),
    ".html": Format("html-smart", _html_source),
    ".htm": Format("html-smart", _html_source),
    ".tex": Format("latex", _tex_source),
    ".docx": Format("docx+styles", None, is_text=False, media_folders=("word/media/",)),
    ".odt": Format("odt", office.odt_source, is_text=False, media_folders=("Pictures/",)),
}
MANUSCRIPT_SUFFIXES = frozenset(FORMATS)


def read(path: Path, *, accepts_changes: bool = True) -> Document:
    """The manuscript at `path`, tracked changes accepted or rejected. What is wrong with it is a finding at error
    level; then there are no blocks.

    Raises `OSError` when the file cannot be read, `EnvironmentFault` when pandoc is missing.
    """
    data = path.read_bytes()
    kind = FORMATS.get(path.suffix.lower())
    if kind is None:
        return _unread(path, finding("file-needs-office", Place(path.name), suffix=path.suffix))
    fault = _fault(path, data, kind)
    if fault:
        return _unread(path, fault)
    if kind.pandoc == MARKDOWN and pages.is_pages(text.decode(data)[0]):
        document = characters.plain_characters(pages.read_pages(Source(path.name, text.decode(data)[0])))
        return document.noting(*_encoding_findings(path, data, kind))
    try:
        file = _file(path, data, kind, accepts_changes=accepts_changes)
    except (archive.DamagedArchive, etree.ParserError) as error:
        return _unread(path, finding("file-damaged", Place(path.name), reason=str(error)))
    except RecursionError:
        return _unread(path, finding("manuscript-too-deep", Place(path.name)))
    document = file.finished(_through_pandoc(path, file.data, kind, file.read_by_pandoc))
    if not kind.is_text and document.blocks:
        again = partial(_file, path, kind=kind, accepts_changes=accepts_changes)
        document = _with_citations(document, data, again)
    document = characters.plain_characters(_with_media(document, path, data, kind))
    document = document if kind.is_text else with_shown_metafiles(with_mathml(document))
    return document.noting(*_encoding_findings(path, data, kind), *_gaps(path, data))


def _file(path: Path, data: bytes, kind: Format, *, accepts_changes: bool) -> WordFile:
    """The file as pandoc is to read it, with its words. Raises `DamagedArchive`."""
    if kind.source is None:
        return read_word(path.name, data, accepts_changes=accepts_changes)
    return WordFile(kind.source(path.name, data), data)


def _with_citations(document: Document, data: bytes, read_again: Callable[[bytes], WordFile]) -> Document:
    """With what citation managers left in a file of a word processor."""
    found = read_citations(document.source, data, lambda copy: read_again(copy).source)
    return replace(document, citations=tuple(found.citations), lists=tuple(found.lists)).noting(*found.findings)


def _unread(path: Path, fault: Finding) -> Document:
    return Document(Source(path.name, "")).noting(fault)


def _gaps(path: Path, data: bytes) -> Iterator[Finding]:
    try:
        yield from iter_gaps(path.name, data) if path.suffix.lower() == ".docx" else ()
    except archive.DamagedArchive as error:
        yield finding("file-damaged", Place(path.name), reason=str(error))


def _fault(path: Path, data: bytes, kind: Format) -> Finding | None:
    place = Place(path.name)
    if not data.strip():
        return finding("file-empty", place)
    if kind.is_text and text.is_binary(data) and not text.wide_encoding(data):
        return finding("file-binary", place, suffix=path.suffix)
    if not kind.is_text and data[:4] == b"\xd0\xcf\x11\xe0":
        return finding("file-protected", place)
    if not kind.is_text and data[:2] != b"PK":
        return finding("file-damaged", place, reason="no zip archive")
    return None


def _encoding_findings(path: Path, data: bytes, kind: Format) -> Iterator[Finding]:
    if not kind.is_text:
        return
    characters, encoding = text.as_written(data)
    if encoding != "utf-8":
        yield finding("encoding-guessed", Place(path.name), encoding=encoding)
    for code, pattern in (("characters-forbidden", text.FORBIDDEN), ("characters-damaged", text.REPLACED)):
        first = pattern.search(characters)
        if first:
            place = Place(path.name, characters.count("\n", 0, first.start()) + 1)
            quote = text.FORBIDDEN.sub("", characters[max(0, first.start() - 30) : first.end() + 30])
            yield finding(code, place, " ".join(quote.split()), count=len(pattern.findall(characters)))


def _through_pandoc(path: Path, data: bytes, kind: Format, source: Source) -> Document:
    try:
        result = program.run(["--from", kind.pandoc, "--to", "json"], stdin=_for_pandoc(data, kind))
    except program.PandocFailure as failure:
        return Document(source).noting(finding(failure.code, Place(path.name), **failure.details))
    if not any(True for _ in source.words()):
        return Document(source).noting(finding("file-empty", Place(path.name)))
    try:
        document = _document(json.loads(result.stdout), source)
    except RecursionError:
        return Document(source).noting(finding("manuscript-too-deep", Place(path.name)))
    if not document.blocks:
        document = document.noting(finding("manuscript-without-text", Place(path.name)))
    return document.noting(*_logged(path, result.log))


def _for_pandoc(data: bytes, kind: Format) -> bytes:
    """The manuscript without what pandoc reads otherwise than a reader: it leaves out what is not in `<main>`,
    makes a title of what a browser writes on its tab, and knows no fence with settings after its language.
    """
    if not kind.is_text:
        return data
    stdin = text.decode(data)[0].encode()
    if kind.pandoc == "latex":
        return WIDEST_LABEL.sub(rb"\1", stdin)
    if kind.pandoc == MARKDOWN:
        return FENCE_SETTINGS.sub(rb"\1", stdin)
    if kind.pandoc.startswith("html"):
        stdin = LANDMARK.sub(rb"<\1div", stdin)
        return TAB_TITLE.sub(b"", stdin) if TOP_HEADING.search(stdin) else stdin
    return stdin


def _logged(path: Path, log: tuple[program.LogRecord, ...]) -> Iterator[Finding]:
    """What pandoc says of notes; what else it leaves out is found by comparing words."""
    for record in log:
        if record.kind in LOGGED:
            key = re.search(r"'([^']*)'", record.message)
            yield finding(LOGGED[record.kind], Place(path.name, record.line), key[1] if key else record.quote)


def _document(tree: dict[str, Any], source: Source) -> Document:
    locator = Locator(source)
    reader = BlockReader(locator)
    metadata = MetadataReader(locator, reader).read(tree["meta"])
    text_blocks = reader.blocks(tree["blocks"])
    blocks = (*_printed(metadata.blocks, text_blocks), *text_blocks)
    document = Document(source, blocks, tuple(reader.notes), metadata.language)
    return document.departing(Departure.MASTHEAD, _header(metadata, source), "the file's header")


def _printed(head: tuple[Block, ...], text_blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Fields that stand in the text; a page's `title`, which no reader sees, only where the text sets nothing apart."""
    has_heading = any(isinstance(block, Heading) for block in text_blocks)
    if not has_heading and not any(_is_set_apart(block) for block in text_blocks[:TOP_BLOCKS]):
        return head
    return tuple(block for block in head if any(prose.at is not None for prose in own_prose(block)))


def _is_set_apart(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.prose.is_all(Style.BOLD)


def _header(metadata: Metadata, source: Source) -> Prose:
    """The whole header when some of its fields are no front matter: what is front matter stands in the article too."""
    end = text.header_end(source.visible) if metadata.leftovers else 0
    return Prose((Run(source.read(0, end), at=0, width=end),)) if end else Prose()


# Images


def _with_media(document: Document, path: Path, data: bytes, kind: Format) -> Document:
    """With the bytes of every image that the text shows; one that cannot be had is a finding."""
    held = archive.media(data, kind.media_folders) if kind.media_folders else {}
    media: dict[str, bytes] = {}
    for source in dict.fromkeys(image.source for image in document_images(document)):
        image_bytes = held.get(source) or _beside(path, source)
        if image_bytes:
            media[source] = image_bytes
        else:
            document = document.noting(finding("image-missing", Place(path.name), quote=source[:LONGEST_ADDRESS]))
    return _without_lost_images(replace(document, media=media))


def _without_lost_images(document: Document) -> Document:
    """The alternative texts of images that could not be had go to the ledger."""
    for prose in all_prose(_all_blocks(document)):
        for run in prose.runs:
            lost = any(isinstance(mark, Image) and mark.source not in document.media for mark in run.marks)
            if lost and run.at is not None:
                document = document.departing(Departure.MARKUP_RESIDUE, Prose((run,)), "an image that is not there")
    return document


def _beside(path: Path, source: str) -> bytes:
    """The image file in or below the manuscript's folder; nothing else on the disk or the network is read."""
    try:
        if urlsplit(source).scheme:
            return _inside(source)
        folder = path.parent.resolve()
        target = (folder / unquote(source)).resolve()
        return target.read_bytes() if target.is_relative_to(folder) and target.is_file() else b""
    except (OSError, ValueError):
        return b""  # no name that a file can have, or a file that may not be read


def _inside(address: str) -> bytes:
    """The bytes of an image that stands in the text itself, as `data:image/png;base64,…`."""
    head, _, code = address.partition(",")
    return b64decode(code) if head.startswith("data:image/") and head.endswith(";base64") else b""


def document_images(document: Document) -> Iterator[Image]:
    """All images of the text, in order."""
    for prose in all_prose(_all_blocks(document)):
        yield from (mark for run in prose.runs for mark in run.marks if isinstance(mark, Image))
    for block in all_blocks(_all_blocks(document)):
        if isinstance(block, Figure):
            yield from block.images


def _all_blocks(document: Document) -> tuple[Block, ...]:
    """Those of the text, then those of its notes."""
    return (*document.blocks, *(block for note in document.notes for block in note.blocks))
