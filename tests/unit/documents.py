"""Documents of a few blocks for the tests of repair, each block written as a line.

`# Title` is a heading, `> words` a quotation, `* words` an item of a list (one a line), `|` a table, `[^7]: words` the
note 7, which is no block, and a form feed the end of a page. Within a line `^7^` is raised, `__words__` bold and
`[^7]` a call-out.
"""

import re
from collections.abc import Iterator, Sequence

from ries_jats.article.blocks import Block, Heading, ItemList, ListItem, ListType, Note, Paragraph, Quote, Table
from ries_jats.article.prose import Mark, NoteCall, Prose, Run, Style
from ries_jats.article.source import HIDDEN, Source
from ries_jats.article.walk import all_prose, plain_text
from ries_jats.manuscript.document import Document

OPEN = "Les gardiens du port comptent les navires selon une unité qui change avec la main qui tient la plume"
"""A sentence that is not at its end, longer than any line of a head."""
TOKEN = re.compile(r"\^|__|\[\^(\w+)\]")
STYLES = {"^": Style.SUP, "__": Style.BOLD}
NOTE = re.compile(r"\[\^([\w*]+)\]: ")
ITEM = re.compile(r"^\*(?:\s+(\d{1,3}[.)]|[a-z]\))(?=\s))?\s+", re.MULTILINE)


def prose(text: str, at: int = 0) -> Prose:
    return Prose(tuple(_runs(text, at)))


def _runs(text: str, at: int) -> Iterator[Run]:
    place, marks = 0, set[Mark]()
    for token in TOKEN.finditer(text):
        yield from _run(text[place : token.start()], marks, at + place)
        if token[1]:
            yield Run(token[1], (NoteCall(token[1]),), at + token.start(1))
        else:
            marks ^= {STYLES[token[0]]}
        place = token.end()
    yield from _run(text[place:], marks, at + place)


def _run(text: str, marks: set[Mark], at: int) -> Iterator[Run]:
    if text:
        yield Run(text, tuple(marks), at)


def block(text: str, at: int = 0) -> Block:
    level = len(text) - len(text.lstrip("#"))
    if level:
        return Heading(prose(text[level + 1 :], at + level + 1), level)
    if text.startswith("> "):
        return Quote((Paragraph(prose(text[2:], at + 2)),))
    if ITEM.match(text):
        return _items(text, at)
    return Table((), ()) if text == "|" else Paragraph(prose(text, at))


def _items(text: str, at: int) -> ItemList:
    marks = list(ITEM.finditer(text))
    ends = [*(mark.start() - 1 for mark in marks[1:]), len(text)]
    items = (
        ListItem(
            prose(mark[1], at + mark.start(1)) if mark[1] else Prose(),
            (Paragraph(prose(text[mark.end() : end], at + mark.end())),),
        )
        for mark, end in zip(marks, ends, strict=True)
    )
    return ItemList(ListType.ORDER if marks[0][1] else ListType.BULLET, tuple(items))


def document(*texts: str, notes: Sequence[int] = ()) -> Document:
    """The blocks of `texts`, with empty `notes` after the last."""
    blocks: list[Block] = []
    kept: list[Note] = []
    ends: list[int] = []
    at = 0
    written = [*texts, *(f"[^{number}]: A note." for number in notes)]
    for text in written:
        note = NOTE.match(text)
        if note:
            kept.append(_note(note, text, at))
        elif text == "\f":
            ends.append(at)
        else:
            blocks.append(block(text, at))
        at += len(text) + 2
    visible = "\n\n".join(written).replace("^", HIDDEN)
    return Document(Source("article.md", visible), tuple(blocks), tuple(kept), page_ends=tuple(ends))


def _note(mark: re.Match[str], text: str, at: int) -> Note:
    body = Paragraph(prose(text[mark.end() :], at + mark.end()))
    return Note(mark[1], Prose((Run(mark[1], at=at + mark.start(1)),)), (body,))


def texts_of(repaired: Document) -> list[str]:
    """The words of each block; items of a list with ` / ` between them."""
    return [" / ".join(each.text for each in all_prose([one])) for one in repaired.blocks]


def notes_of(repaired: Document) -> list[tuple[str, str]]:
    """The label and the words of each note."""
    return [(note.label.text, plain_text(note.blocks)) for note in repaired.notes]


def departures(repaired: Document) -> list[tuple[str, str]]:
    return [(str(entry.departure), entry.prose.text) for entry in repaired.ledger]


def calls_of(repaired: Document) -> list[tuple[str, str]]:
    """The words of each call-out and the note it calls."""
    runs = [run for each in all_prose(repaired.blocks) for run in each.runs]
    return [(run.text, mark.key) for run in runs for mark in run.marks if isinstance(mark, NoteCall)]


def texts_with_calls(repaired: Document) -> list[str]:
    """The words of each block, call-outs as `[^7]`."""
    return ["".join(map(_with_call, one.runs)) for one in all_prose(repaired.blocks)]


def _with_call(run: Run) -> str:
    key = next((mark.key for mark in run.marks if isinstance(mark, NoteCall)), "")
    return f"[^{key}]" if key else run.text


def codes_of(repaired: Document) -> list[str]:
    return [each.code for each in repaired.findings]
