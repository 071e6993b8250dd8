"""What each paragraph of a Word file looks like, read from the file itself."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from lxml import etree

from ...article.source import Source
from .names import Element, W
from .numbering import Numbering
from .styles import Styles

OFF = frozenset({"0", "false", "off", "none"})
USUAL_SIZE = 10.0
"""Points, where a file says nothing: ECMA-376 part 1, 17.3.2.38."""
NO_LEVEL = "9"
"""`w:outlineLvl` of running text."""


@dataclass(frozen=True)
class Look:
    """How a paragraph is printed; lengths are points, `outline` counts from 1 and is 0 for running text."""

    styles: tuple[str, ...] = ()
    """The names of its style and of those that is based on."""
    alignment: str = "left"
    size: float = USUAL_SIZE
    is_bold: bool = False
    is_italic: bool = False
    is_caps: bool = False
    """Whether Word prints all its words in capitals, or the author typed them so."""
    left: float = 0
    right: float = 0
    first_line: float = 0
    before: float = 0
    after: float = 0
    keeps_next: bool = False
    outline: int = 0
    label: str = ""
    """The number that Word prints before it."""
    language: str = ""
    page: int = 0
    """As the file remembers it, from 1; 0 where it remembers none."""


@dataclass(frozen=True)
class Looks:
    """The looks of a file, by the offsets at which paragraphs begin in its source."""

    starts: tuple[int, ...] = ()
    looks: tuple[Look, ...] = ()

    def at(self, offset: int | None) -> Look | None:
        """The look of the paragraph that holds the character at `offset`; None for notes and what is generated."""
        place = -1 if offset is None else bisect_right(self.starts, offset) - 1
        return self.looks[place] if 0 <= place < len(self.looks) else None


def read_looks(paragraphs: Iterable[Element], styles: Styles, numbering: Numbering, source: Source) -> Looks:
    """The looks of the paragraphs of the body, which are the lines of the source before its notes."""
    looks = tuple(map(LookReader(styles, numbering).look, paragraphs))
    starts = _starts(source.visible[: source.notes_at])
    return Looks(starts, looks) if len(starts) == len(looks) else Looks()


def _starts(text: str) -> tuple[int, ...]:
    lines = text.removesuffix("\n").split("\n")
    return tuple(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))


@dataclass
class LookReader:
    """Reads the looks of paragraphs, in their order."""

    styles: Styles
    numbering: Numbering
    _page: int = field(default=1, init=False)
    _has_pages: bool = field(default=False, init=False)

    def look(self, paragraph: etree._Element) -> Look:
        """The look of the next paragraph."""
        properties = paragraph.find(f"{W}pPr")
        style = _attribute(_child(properties, "pStyle"), "val")

        def found(tag: str) -> etree._Element | None:
            own = _child(properties, tag)
            return own if own is not None else self.styles.inherited(style, "pPr", tag)

        runs = [run for run in paragraph.iter(f"{W}r") if _owner(run) is paragraph and _words(run).strip()]
        dress = _Dress(self.styles, style, runs)
        page = self._page_of(paragraph)
        return Look(
            styles=self.styles.names(style),
            alignment={"start": "left", "end": "right"}.get(jc := _attribute(found("jc"), "val") or "left", jc),
            size=dress.size(),
            is_bold=dress.is_all("b"),
            is_italic=dress.is_all("i"),
            is_caps=dress.is_all("caps") or _is_upper(runs),
            left=_points(found("ind"), "left", "start"),
            right=_points(found("ind"), "right", "end"),
            first_line=_points(found("ind"), "firstLine") - _points(found("ind"), "hanging"),
            before=_points(found("spacing"), "before"),
            after=_points(found("spacing"), "after"),
            keeps_next=_is_on(found("keepNext")),
            outline=_outline(found("outlineLvl")),
            label=self._label(found, style),
            language=dress.language(),
            page=page,
        )

    def _label(self, found: Callable[[str], etree._Element | None], style: str) -> str:
        """The automatic number, if it has one; a level that a style leaves out is that which names the style."""
        numbered = found("numPr")
        ident = _attribute(_child(numbered, "numId"), "val")
        if not ident or ident == "0":
            return ""
        level = _attribute(_child(numbered, "ilvl"), "val")
        place = int(level) if level.isdigit() else self.numbering.level_of(ident, style)
        return self.numbering.label(ident, place)

    def _page_of(self, paragraph: etree._Element) -> int:
        """Word remembers where pages began when it last showed them."""
        breaks = sum(1 for _ in paragraph.iter(f"{W}lastRenderedPageBreak"))
        self._has_pages = self._has_pages or breaks > 0
        page, self._page = self._page, self._page + breaks
        return page if self._has_pages else 0


@dataclass(frozen=True)
class _Dress:
    """The runs of a paragraph that have words."""

    styles: Styles
    style: str
    runs: Sequence[etree._Element]

    def _property(self, run: etree._Element, tag: str) -> etree._Element | None:
        own = _child(run.find(f"{W}rPr"), tag)
        if own is not None:
            return own
        named = _attribute(_child(run.find(f"{W}rPr"), "rStyle"), "val")
        by_character = self.styles.of_runs(named, tag) if named else None
        return by_character if by_character is not None else self.styles.inherited(self.style, "rPr", tag)

    def is_all(self, tag: str) -> bool:
        """Whether every word has a property; those written from right to left have one of their own."""
        worded = [run for run in self.runs if any(map(str.isalnum, _words(run)))]
        return bool(worded) and all(
            _is_on(self._property(run, tag)) or (_is_rtl(run) and _is_on(self._property(run, f"{tag}Cs")))
            for run in worded
        )

    def size(self) -> float:
        """The size in points of most of the words."""
        sizes: dict[float, int] = {}
        for run in self.runs or [etree.Element(f"{W}r")]:
            tag = "szCs" if _is_rtl(run) else "sz"
            value = _attribute(self._property(run, tag), "val")
            size = int(value) / 2 if value.isdigit() else USUAL_SIZE
            sizes[size] = sizes.get(size, 0) + len(_words(run))
        return max(sizes, key=lambda each: sizes[each])

    def language(self) -> str:
        """The language of its first words, as a BCP 47 tag."""
        if not self.runs:
            return ""
        return _attribute(self._property(self.runs[0], "lang"), "bidi" if _is_rtl(self.runs[0]) else "val")


def _child(element: etree._Element | None, tag: str) -> etree._Element | None:
    return None if element is None else element.find(f"{W}{tag}")


def _attribute(element: etree._Element | None, *names: str) -> str:
    if element is None:
        return ""
    return next((value for name in names if (value := element.get(f"{W}{name}"))), "")


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and element.get(f"{W}val", "1") not in OFF


def _is_rtl(run: etree._Element) -> bool:
    return _is_on(_child(run.find(f"{W}rPr"), "rtl"))


def _points(element: etree._Element | None, *names: str) -> float:
    """Twentieths of a point in points."""
    try:
        return float(_attribute(element, *names) or 0) / 20
    except ValueError:
        return 0  # lengths may carry a unit in strict files


def _outline(element: etree._Element | None) -> int:
    value = _attribute(element, "val")
    return int(value) + 1 if value.isdigit() and value < NO_LEVEL else 0


def _owner(run: etree._Element) -> etree._Element | None:
    """The paragraph that a run stands in: one in a text box is not that of the paragraph the box hangs on."""
    return next(run.iterancestors(f"{W}p"), None)


def _words(run: etree._Element) -> str:
    return "".join(text for each in run.iterfind(f"{W}t") if (text := each.text))


def _is_upper(runs: Sequence[etree._Element]) -> bool:
    letters = [letter for run in runs for letter in _words(run) if letter.isalpha()]
    return len(letters) > 1 and all(map(str.isupper, letters))
