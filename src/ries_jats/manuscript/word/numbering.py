"""Automatic numbers of a Word file as a reader sees them: ECMA-376 part 1, 17.9."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from .names import W

PLACEHOLDER = re.compile(r"%([1-9])")
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
SMALL_ROMAN = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True)
class Level:
    """A level of a list: how it counts, what it prints (`%1.%2`), and the style whose paragraphs stand on it."""

    form: str
    text: str
    start: int
    style: str = ""
    is_legal: bool = False


class Numbering:
    """Counts the numbered paragraphs of one file, in their order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._used: set[str] = set()
        for each in () if root is None else root:
            if each.tag == f"{W}abstractNum":
                self._levels[each.get(f"{W}abstractNumId", "")] = dict(_levels(each))
            elif each.tag == f"{W}num":
                self._define(each)

    def _define(self, number: etree._Element) -> None:
        ident, abstract = number.get(f"{W}numId", ""), _value(number, "abstractNumId")
        own = f"{abstract} {ident}"
        overrides = {_figure(each.get(f"{W}ilvl")): each for each in number.findall(f"{W}lvlOverride")}
        written = {place: level for each in overrides.values() for place, level in _levels(each)}
        if written:
            self._levels[own] = {**self._levels.get(abstract, {}), **written}
        self._lists[ident] = own if written else abstract
        starts = {place: _value(each, "startOverride") for place, each in overrides.items()}
        self._starts[ident] = {place: int(start) for place, start in starts.items() if start.isdigit()}

    def level_of(self, ident: str, style: str) -> int:
        """The level on which a list puts the paragraphs of a style."""
        levels = self._levels.get(self._lists.get(ident, ""), {})
        return next((place for place, level in levels.items() if level.style == style), 0)

    def label(self, ident: str, place: int) -> str:
        """The number of the next paragraph of a list on a level, as printed; nothing for bullets."""
        name = self._lists.get(ident, "")
        levels = self._levels.get(name, {})
        if place not in levels:
            return ""
        counts = self._counts.setdefault(name, {})
        if ident not in self._used:
            self._used.add(ident)
            counts.update({level: start - 1 for level, start in self._starts[ident].items()})
        counts[place] = counts.get(place, levels[place].start - 1) + 1
        for lower in [each for each in counts if each > place]:
            del counts[lower]
        return _printed(levels, place, counts)


def _levels(root: etree._Element) -> Iterator[tuple[int, Level]]:
    for each in root.findall(f"{W}lvl"):
        start = _value(each, "start")
        level = Level(
            _value(each, "numFmt") or "decimal",
            _value(each, "lvlText"),
            int(start) if start.isdigit() else 1,
            _value(each, "pStyle"),
            each.find(f"{W}isLgl") is not None,
        )
        yield _figure(each.get(f"{W}ilvl")), level


def _printed(levels: dict[int, Level], place: int, counts: dict[int, int]) -> str:
    level = levels[place]
    if level.form not in FORMS:
        return ""

    def figure(match: re.Match[str]) -> str:
        other = int(match[1]) - 1
        if other not in levels:
            return ""
        form = "decimal" if level.is_legal else levels[other].form
        return FORMS.get(form, str)(counts.get(other, levels[other].start))

    return PLACEHOLDER.sub(figure, level.text).strip()


def _letter(number: int) -> str:
    """After `z` Word goes on with `aa`, `bb`."""
    turns, place = divmod(max(number, 1) - 1, 26)
    return chr(ord("a") + place) * (turns + 1)


def _roman(number: int) -> str:
    printed = ""
    for value, sign in (*ROMAN, *SMALL_ROMAN):
        times, number = divmod(number, value)
        printed += sign * times
    return printed


FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
"""How a number is printed, by `w:numFmt`; what is not here is no number."""


def _value(element: etree._Element, tag: str) -> str:
    child = element.find(f"{W}{tag}")
    return "" if child is None else child.get(f"{W}val", "")


def _figure(text: str | None) -> int:
    return int(text) if text and text.isdigit() else 0
