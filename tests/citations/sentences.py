"""Labelled sentences: how they are written in the files beside this one, and how the linker does on them.

`= name` begins a list of references, `key: reference` its entries, `- ` a case against the list above: `{words|key}` is a
citation and what it points to (several keys with a space), ` ¶ ` ends a paragraph, ` ‖ ` begins a note, `^3^` is raised,
`! words` below a case is a citation that the list lacks. A note has its number for a key.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ries_jats.article.blocks import Heading, Note, Paragraph
from ries_jats.article.front import Front
from ries_jats.article.model import Article
from ries_jats.article.prose import Prose, Run, Style, Target
from ries_jats.article.source import Source
from ries_jats.article.walk import all_prose
from ries_jats.recognise.citations.linker import all_references, link_citations
from ries_jats.recognise.references import take_references

MARK = re.compile(r"\{|\|([^}|]*)\}|\^")
BREAK = re.compile(r" (¶|‖) ")


@dataclass(frozen=True)
class Span:
    """A citation: the number of its text, where it stands in that, and the keys of what it points to."""

    text: int
    start: int
    stop: int
    keys: frozenset[str]


@dataclass
class Case:
    """A sentence or more, and its list."""

    line: str
    place: str
    references: dict[str, str]
    unresolved: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Outcome:
    """What was found: right links, false ones, missing ones, and findings that differ from those expected."""

    right: int
    false: tuple[str, ...]
    missing: tuple[str, ...]
    findings: tuple[str, ...]


def iter_cases(file: Path) -> Iterator[Case]:
    """The cases of a file."""
    references: dict[str, str] = {}
    case: Case | None = None
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if line.startswith("! ") and case:
            case.unresolved.append(line[2:])
            continue
        if case:
            yield case
            case = None
        if line.startswith("= "):
            references = {}
        elif line.startswith("- "):
            case = Case(line[2:], f"{file.name}:{number}", dict(references))
        elif line and not line.startswith("#"):
            key, _, text = line.partition(": ")
            references[key] = text
    if case:
        yield case


def judge(case: Case) -> Outcome:
    """Links the citations of a case and compares."""
    texts, is_note = zip(*_texts(case.line), strict=True)
    read = [_read(number, text) for number, text in enumerate(texts)]
    proses = [prose for prose, _ in read]
    wanted = [span for _, spans in read for span in spans]
    article, names = _article(case, proses, is_note)
    linked = link_citations(article, Source("case", ""))
    found = list(_found(linked, names))
    right, missing = 0, []
    for span in wanted:
        touching = {key for other in found if _touch(span, other) for key in other.keys}
        right += len(span.keys & touching)
        missing += [f"{_words(proses, span)} → {key}" for key in sorted(span.keys - touching)]
    false = [
        f"{_words(proses, span)} → {' '.join(span.keys)}"
        for span in found
        if not any(_touch(span, other) and span.keys <= other.keys for other in wanted)
    ]
    codes = ("unresolved-citation", "ambiguous-citation")
    told = sorted(each.quote for each in linked.findings if each.code in codes)
    differing = _differing(told, sorted(case.unresolved))
    return Outcome(right, tuple(false), tuple(missing), differing)


def _differing(told: list[str], wanted: list[str]) -> tuple[str, ...]:
    lacking = [f"not told: {each}" for each in wanted if each not in told]
    return tuple(lacking + [f"told: {each}" for each in told if each not in wanted])


def _texts(line: str) -> Iterator[tuple[str, bool]]:
    pieces = BREAK.split(line)
    yield pieces[0], False
    for sign, text in zip(pieces[1::2], pieces[2::2], strict=True):
        yield text, sign == "‖"


def _read(number: int, text: str) -> tuple[Prose, list[Span]]:
    """The prose of a text, and the citations marked in it."""
    runs: list[Run] = []
    spans: list[Span] = []
    place, length, start, raised = 0, 0, 0, False
    for mark in [*MARK.finditer(text), None]:
        piece = text[place : mark.start() if mark else len(text)]
        runs.append(Run(piece, (Style.SUP,) if raised else ()))
        length += len(piece)
        if mark is None:
            break
        place = mark.end()
        if mark[0] == "{":
            start = length
        elif mark[0] == "^":
            raised = not raised
        else:
            spans.append(Span(number, start, length, frozenset(mark[1].split())))
    return Prose(tuple(run for run in runs if run.text)).merged(), spans


def _article(case: Case, proses: list[Prose], is_note: tuple[bool, ...]) -> tuple[Article, dict[str, str]]:
    """The article of a case, and the name in the file of each key that the linker will give."""
    heading = Heading(Prose((Run("References"),)), 1)
    entries = [Paragraph(Prose((Run(text),))) for text in case.references.values()]
    lists = take_references([heading, *entries], is_extracted=True).lists
    assert sum(len(each.references) for each in lists) == len(case.references)
    body = tuple(Paragraph(prose) for prose, note in zip(proses, is_note, strict=True) if not note)
    notes = tuple(
        Note(str(number), Prose((Run(str(number)),)), (Paragraph(prose),))
        for number, prose in enumerate((p for p, note in zip(proses, is_note, strict=True) if note), 1)
    )
    article = Article(Front(), body, notes, lists)
    linked = link_citations(Article(Front(), reference_lists=lists), Source("case", ""))
    keys = [reference.key for each in linked.reference_lists for reference in all_references(each)]
    return article, dict(zip(keys, case.references, strict=True))


def _found(article: Article, names: dict[str, str]) -> Iterator[Span]:
    proses = [*all_prose(article.body), *(prose for note in article.notes for prose in all_prose(note.blocks))]
    for number, prose in enumerate(proses):
        place = 0
        for run in prose.runs:
            for mark in run.marks:
                if isinstance(mark, Target):
                    yield Span(number, place, place + len(run.text), frozenset({names.get(mark.key, mark.key)}))
            place += len(run.text)


def _touch(one: Span, other: Span) -> bool:
    return one.text == other.text and one.start < other.stop and other.start < one.stop


def _words(proses: list[Prose], span: Span) -> str:
    return proses[span.text].text[span.start : span.stop]
