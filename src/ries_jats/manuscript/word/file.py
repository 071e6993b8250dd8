"""A Word file as it is read: its source, what pandoc is given, what leaves the text, and the marks of its notes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from ...article.ledger import Departure, Entry
from ...article.prose import Prose, Run
from ...article.source import HIDDEN, Source
from ...findings import Finding, Place, finding
from .. import archive
from ..document import Document
from . import styles as styles_of
from .changes import Change, by_author, drop_breaks, settle_changes
from .dressing import with_looks
from .fields import open_long_fields
from .looks import Looks, read_looks
from .marks import Mark, iter_marks, with_marks
from .names import Element, W, value
from .nested import Level, level_of, with_nested_lists
from .notes import KINDS, NoteReader, WordNote
from .numbering import Numbering
from .unseen import HIDDEN_TEXT, Styles, iter_unseen, take_out
from .words import Words, iter_paragraphs

BODY = "word/document.xml"
DEPARTURES = {HIDDEN_TEXT: Departure.HIDDEN_TEXT}
LONGEST_QUOTE = 80


@dataclass(frozen=True)
class WordFile:
    """What is known of a Word file before pandoc reads it."""

    source: Source
    data: bytes
    """The file as pandoc is to read it: changes settled, without what a reader does not see."""
    ledger: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()
    marks: tuple[Mark, ...] = ()
    looks: Looks = field(default_factory=Looks)
    levels: tuple[Level, ...] = ()

    @property
    def read_by_pandoc(self) -> Source:
        """The source with what pandoc is not given hidden, so that the same words elsewhere are not found there."""
        visible = self.source.visible
        for run in (run for entry in self.ledger for run in entry.prose.runs):
            if run.at is not None and run.end is not None:
                visible = visible[: run.at] + HIDDEN * (run.end - run.at) + visible[run.end :]
        return replace(self.source, visible=visible)

    def finished(self, document: Document) -> Document:
        """The document that pandoc made of it, with the marks of its notes, what left it, and what is to be said."""
        document = with_nested_lists(with_marks(document, self.marks), self.levels)
        document = with_looks(document, self.looks)
        return replace(document, source=self.source, ledger=(*document.ledger, *self.ledger)).noting(*self.findings)


def read_word(name: str, data: bytes, *, accepts_changes: bool = True) -> WordFile:
    """The file with its tracked changes accepted or rejected. Raises `DamagedArchive`."""
    return _Reader(name, data, accepts_changes=accepts_changes).file()


class _Reader:
    """One reading of one file."""

    def __init__(self, name: str, data: bytes, *, accepts_changes: bool) -> None:
        self._name = name
        self._data = data
        self._accepts = accepts_changes
        body = archive.part(data, BODY, required=True)
        assert body is not None
        self._body = body
        self._notes = {kind: archive.part(data, f"word/{kind}s.xml") for kind in KINDS}
        self._styles = Styles(archive.part(data, "word/styles.xml"))
        self._changes = tuple(
            change for root in self._roots() for change in settle_changes(root, accept=accepts_changes)
        )
        self._comments = tuple(self._commented())
        for root in self._roots():
            drop_breaks(root)

    def _roots(self) -> Iterator[Element]:
        yield self._body
        yield from (root for root in self._notes.values() if root is not None)

    def file(self) -> WordFile:
        """All that is known of it."""
        unseen = {element: why for root in self._roots() for element, why in iter_unseen(root, self._styles)}
        settings = archive.part(self._data, "word/settings.xml")
        notes = tuple(NoteReader(self._body, self._notes, settings).notes())
        unseen |= {note.element: unseen[run] for note in notes if (run := _run(note)) in unseen}
        noted = (change.element for change in (*self._changes, *self._comments))
        listed = {each: level for each in self._body.iter(f"{W}p") if (level := self._list_level(each))}
        words = Words({*unseen, *_watched(notes), *noted, *listed})
        words.read(self._body)
        notes_at = words.length
        for note in notes:
            words.read(note.element)
        source = Source(self._name, words.text.removesuffix("\n"), notes_at=notes_at, has_paragraphs=True)
        marks = tuple(mark for note in notes for mark in iter_marks(note, source, words.spans))
        hidden = tuple(_departures(unseen, source, words.spans))
        ledger = (*hidden, *(entry for mark in marks for entry in mark.ledger))
        findings = (*self._told(source, words.spans), *_said(hidden, source))
        levels = tuple(Level(*words.spans[each], level) for each, level in listed.items() if each in words.spans)
        looks = self._looks(source)
        return WordFile(source, self._for_pandoc(unseen, notes), ledger, findings, marks, looks, levels)

    def _looks(self, source: Source) -> Looks:
        styles = styles_of.Styles(archive.part(self._data, "word/styles.xml"))
        numbering = Numbering(archive.part(self._data, "word/numbering.xml"))
        return read_looks(iter_paragraphs(self._body), styles, numbering, source)

    def _list_level(self, paragraph: Element) -> int:
        style = value(paragraph, f"{W}pPr/{W}pStyle")
        return level_of(self._styles.name(style)) if style else 0

    def _for_pandoc(self, unseen: Mapping[Element, str], notes: Iterable[WordNote]) -> bytes:
        for element in unseen:
            take_out(element)
        for note in notes:
            for each in (*note.typed, *note.repeated):
                each.text = ""
        open_long_fields(self._body)
        parts = {BODY: etree.tostring(self._body, xml_declaration=True, encoding="UTF-8", standalone=True)}
        for kind, root in self._notes.items():
            if root is not None:
                parts[f"word/{kind}s.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
        return archive.with_parts(self._data, parts)

    def _told(self, source: Source, spans: Mapping[Element, tuple[int, int]]) -> Iterator[Finding]:
        """Who changed the text, and that comments were left out."""
        code = "changes-accepted" if self._accepts else "changes-rejected"
        for author, count, element in by_author(self._changes):
            yield finding(code, *_place(element, source, spans), author=author or "?", count=count)
        for author, count, element in by_author(self._comments):
            yield finding("comments-left-out", *_place(element, source, spans), author=author or "?", count=count)

    def _commented(self) -> Iterator[Change]:
        """Each comment with the paragraph that it is about."""
        comments = archive.part(self._data, "word/comments.xml")
        authors = {
            each.get(f"{W}id"): each.get(f"{W}author", "")
            for each in (comments.iterfind(f"{W}comment") if comments is not None else ())
        }
        for each in self._body.iter(f"{W}commentReference"):
            if each.get(f"{W}id") in authors:
                yield Change(authors[each.get(f"{W}id")], next(each.iterancestors(f"{W}p"), each))


def _run(note: WordNote) -> Element | None:
    return note.call.getparent() if note.call is not None else None


def _watched(notes: Iterable[WordNote]) -> Iterator[Element]:
    for note in notes:
        yield from (note.element, *note.typed, *note.repeated)


def _place(element: Element, source: Source, spans: Mapping[Element, tuple[int, int]]) -> tuple[Place, str]:
    start, stop = spans.get(element, (0, 0))
    return source.place(start if stop else None), source.read(start, stop).strip()[:LONGEST_QUOTE]


def _departures(
    unseen: Mapping[Element, str], source: Source, spans: Mapping[Element, tuple[int, int]]
) -> Iterator[Entry]:
    """What a reader does not see, neighbours of one paragraph together."""
    places = sorted({(*spans[each], why) for each, why in unseen.items() if each in spans} | set(_boxed(unseen, spans)))
    joined: list[tuple[int, int, str]] = []
    for start, stop, why in places:
        if joined and joined[-1][2] == why and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(stop, joined[-1][1]), why
        else:
            joined.append((start, stop, why))
    for start, stop, why in joined:
        text = source.read(start, stop)
        if text.strip():
            prose = Prose((Run(text, at=start, width=stop - start),))
            yield Entry(DEPARTURES.get(why, Departure.MASTHEAD), prose, why)


def _boxed(unseen: Mapping[Element, str], spans: Mapping[Element, tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """The paragraphs of text boxes that stand in what is not seen."""
    for element, (start, stop) in spans.items():
        if element.tag == f"{W}p":
            outer = next((each for each in element.iterancestors() if each in unseen), None)
            if outer is not None:
                yield start, stop, unseen[outer]


def _said(hidden: tuple[Entry, ...], source: Source) -> Iterator[Finding]:
    """That text is hidden, once with the first of it; contents go without a word, for Word made them."""
    entries = [each for each in hidden if each.departure is Departure.HIDDEN_TEXT]
    if entries:
        first = entries[0].prose
        yield finding("text-hidden", source.place(first.at), first.text.strip()[:LONGEST_QUOTE], count=len(entries))
