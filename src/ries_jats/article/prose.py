"""Running text as runs: pieces of one dress whose characters know where they stand in the manuscript.

Everything that recognises or repairs cuts `Prose` by offsets of its plain `text` and puts pieces together again; the
dress (italic, links, call-outs) and the addresses come along by themselves, so that no step ever writes text of its
own.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from itertools import groupby
from typing import TypeAlias

LINE_BREAK = "\u2028"
"""A break that the author made; a line end of the file is `\\n`."""
OBJECT = "\ufffc"
"""Stands in the text for what is no text: an image."""


class Style(StrEnum):
    """Typographic emphasis; the values are the names of the JATS elements."""

    BOLD = "bold"
    ITALIC = "italic"
    MONOSPACE = "monospace"
    SC = "sc"
    STRIKE = "strike"
    SUB = "sub"
    SUP = "sup"
    UNDERLINE = "underline"


class Origin(StrEnum):
    """Who wrote the words of a run."""

    MANUSCRIPT = "manuscript"
    JOURNAL = "journal.toml"
    ISSUE = "issue.toml"
    SIDECAR = "sidecar"
    PROPERTIES = "document properties"
    GENERATED = "generated"


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink."""

    href: str


@dataclass(frozen=True, slots=True)
class NoteCall:
    """A call-out of the note with this key."""

    key: str


@dataclass(frozen=True, slots=True)
class Target:
    """A mention of something in the article that can be pointed to; `key` is its `ident`, `kind` the `xref/@ref-type`:
    https://jats.nlm.nih.gov/publishing/tag-library/1.3/attribute/ref-type.html.
    """

    key: str
    kind: str


@dataclass(frozen=True, slots=True)
class Formula:
    """Mathematics in TeX, and in MathML where the manuscript is not written in TeX."""

    display: bool = False
    mathml: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """An image in the running text; `source` as the manuscript names it."""

    source: str
    alt_text: str = ""


@dataclass(frozen=True, slots=True)
class Tagged:
    """What a part of a reference is: a JATS element and its attributes; `number` tells neighbours of one kind apart."""

    element: str
    attributes: tuple[tuple[str, str], ...] = ()
    number: int = 0


Mark: TypeAlias = Style | Link | NoteCall | Target | Formula | Image | Tagged


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one dress.

    `at` is the offset of the first character in the source, None for words that do not stand there; `width` is the
    number of characters of the source when it is not that of the text (an entity, a ligature).
    """

    text: str
    marks: tuple[Mark, ...] = ()
    at: int | None = field(default=None, compare=False)
    width: int | None = field(default=None, compare=False)
    origin: Origin = field(default=Origin.MANUSCRIPT, compare=False)

    @property
    def end(self) -> int | None:
        """The offset in the source after the last character."""
        if self.at is None:
            return None
        return self.at + (len(self.text) if self.width is None else self.width)

    def cut(self, start: int, stop: int) -> "Run":
        """The characters from `start` to `stop`; a run that does not map one to one keeps its whole address."""
        text = self.text[start:stop]
        if self.at is None or self.width is not None:
            return replace(self, text=text)
        return replace(self, text=text, at=self.at + start)


@dataclass(frozen=True)
class Prose:
    """A stretch of running text: a title, a paragraph, a name."""

    runs: tuple[Run, ...] = ()

    @classmethod
    def of(cls, text: str, origin: Origin) -> "Prose":
        """Plain text that does not come from the manuscript."""
        return cls((Run(text, origin=origin),)) if text else cls()

    @classmethod
    def join(cls, parts: Iterable["Prose"], separator: str = "") -> "Prose":
        """All parts in one; `separator` is white space or punctuation of ours."""
        runs: list[Run] = []
        for part in parts:
            if runs and separator:
                runs.append(Run(separator, origin=Origin.GENERATED))
            runs += part.runs
        return cls(tuple(runs))

    @cached_property
    def text(self) -> str:
        """The plain text."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def words(self) -> str:
        """The plain text with `OBJECT` for every character of code, formulas and call-outs."""
        if not any(run.marks for run in self.runs):
            return self.text
        return "".join(OBJECT * len(run.text) if any(map(_is_no_word, run.marks)) else run.text for run in self.runs)

    @property
    def at(self) -> int | None:
        """Where the first character with an address stands in the source."""
        return next((run.at for run in self.runs if run.at is not None), None)

    @property
    def origin(self) -> Origin:
        """Who wrote the first words."""
        return next((run.origin for run in self.runs), Origin.MANUSCRIPT)

    def __bool__(self) -> bool:
        return any(run.text for run in self.runs)

    def __add__(self, other: "Prose") -> "Prose":
        return Prose(self.runs + other.runs)

    def cut(self, start: int = 0, stop: int | None = None) -> "Prose":
        """The characters from `start` to `stop` of the plain text."""
        stop = len(self.text) if stop is None else stop
        return Prose(tuple(self._pieces(start, stop)))

    def _pieces(self, start: int, stop: int) -> Iterator[Run]:
        place = 0
        for run in self.runs:
            first, last = max(start - place, 0), min(stop - place, len(run.text))
            if first < last:
                yield run if last - first == len(run.text) else run.cut(first, last)
            place += len(run.text)

    def strip(self, characters: str | None = None) -> "Prose":
        """Without `characters` (white space) at both ends."""
        text = self.text
        start = len(text) - len(text.lstrip(characters))
        return self.cut(start, max(start, len(text.rstrip(characters))))

    def split(self, pattern: re.Pattern[str]) -> tuple["Prose", ...]:
        """The pieces between matches of `pattern`, as `re.split` without groups."""
        stops = [(match.start(), match.end()) for match in pattern.finditer(self.text)]
        starts = [0, *(end for _, end in stops)]
        ends = [*(start for start, _ in stops), len(self.text)]
        return tuple(self.cut(start, end) for start, end in zip(starts, ends, strict=True))

    def without(self, spans: Iterable[tuple[int, int]]) -> "Prose":
        """The text outside `spans`, which are in order and do not overlap."""
        place, kept = 0, []
        for start, stop in spans:
            kept.append(self.cut(place, start))
            place = stop
        return Prose.join([*kept, self.cut(place)])

    def respelt(self, changes: Iterable[tuple[int, int, str]]) -> "Prose":
        """With other characters between two offsets each, in order, which keep the address of what they stand for."""
        place, kept = 0, []
        for start, stop, text in changes:
            kept += [self.cut(place, start), _written(self.cut(start, stop), text)]
            place = stop
        return Prose.join([*kept, self.cut(place)])

    def lines(self) -> tuple["Prose", ...]:
        """The lines, stripped, without empty ones."""
        lines = (line.strip() for line in self.split(re.compile(f"[\n{LINE_BREAK}]")))
        return tuple(line for line in lines if line)

    def marked(self, mark: Mark) -> "Prose":
        """With `mark` around everything."""
        return Prose(tuple(replace(run, marks=(mark, *run.marks)) for run in self.runs))

    def unmarked(self, *kinds: type[Style] | Style) -> "Prose":
        """Without the given styles."""
        return Prose(
            tuple(
                replace(run, marks=tuple(mark for mark in run.marks if not _is_one(mark, kinds))) for run in self.runs
            )
        )

    def without_links(self) -> "Prose":
        """Without hyperlinks; their words stay."""
        return Prose(
            tuple(replace(run, marks=tuple(m for m in run.marks if not isinstance(m, Link))) for run in self.runs)
        )

    def is_all(self, style: Style) -> bool:
        """Whether every word is dressed in `style`."""
        worded = [run for run in self.runs if any(character.isalnum() for character in run.text)]
        return bool(worded) and all(style in run.marks for run in worded)

    def as_title(self) -> "Prose":
        """Without bold where all of it is bold, as titles and labels are by nature; other emphasis has a meaning."""
        return self.unmarked(Style.BOLD) if self.is_all(Style.BOLD) else self

    def has(self, kind: type[Link] | type[NoteCall] | type[Target] | type[Formula] | type[Image]) -> bool:
        """Whether any run carries a mark of this kind."""
        return any(isinstance(mark, kind) for run in self.runs for mark in run.marks)

    def merged(self) -> "Prose":
        """The same text with neighbours of one dress and adjoining addresses made one run."""
        runs: list[Run] = []
        for run in self.runs:
            if runs and _adjoin(runs[-1], run):
                runs[-1] = replace(runs[-1], text=runs[-1].text + run.text)
            else:
                runs.append(run)
        return Prose(tuple(runs))

    def dressed(self) -> Iterator[tuple[tuple[Mark, ...], tuple[Run, ...]]]:
        """Neighbouring runs of one dress together."""
        for marks, runs in groupby(self.runs, key=lambda run: run.marks):
            yield marks, tuple(runs)


def _written(prose: Prose, text: str) -> Prose:
    if not text or not prose.runs:
        return Prose()
    at, end = prose.at, next((run.end for run in reversed(prose.runs) if run.end is not None), None)
    width = None if at is None or end is None or end - at == len(text) else end - at
    return Prose((replace(prose.runs[0], text=text, at=at, width=width),))


def _is_no_word(mark: Mark) -> bool:
    return mark is Style.MONOSPACE or isinstance(mark, Formula | NoteCall | Image)


def _is_one(mark: Mark, kinds: tuple[type[Style] | Style, ...]) -> bool:
    return any(mark is kind or (isinstance(kind, type) and isinstance(mark, kind)) for kind in kinds)


def _adjoin(one: Run, other: Run) -> bool:
    alike = one.marks == other.marks and one.origin == other.origin
    return alike and one.width is None is other.width and one.end == other.at
