"""Definitions of numbering: lists, and headings that number themselves."""

from dataclasses import dataclass

from .ooxml import Element, el, tag, val
from .package import Package

FORMS = {
    "order": "decimal",
    "alpha-lower": "lowerLetter",
    "roman-lower": "lowerRoman",
    "alpha-upper": "upperLetter",
    "roman-upper": "upperRoman",
    "bullet": "bullet",
}
FIRST = 40
"""Numbers of our definitions: those of python-docx's template are lower."""
BULLETS = ("\u2022", "\u2013", "\u25aa")


@dataclass(frozen=True)
class Level:
    """How a level of a list is numbered: `%1` stands for the number of the first level."""

    form: str
    text: str


class Numbering:
    """Defines lists in one file."""

    def __init__(self, package: Package) -> None:
        self._root: Element = package.document.part.numbering_part.element

    def list_of(self, kind: str) -> int:
        """A list whose first level is of this kind, a value of `list/@list-type`; those in it have bullets."""
        sign = BULLETS[0] if kind == "bullet" else "%1."
        inner = [Level("bullet", BULLETS[1]), Level("bullet", BULLETS[2])]
        return self.define((Level(FORMS[kind], sign), *inner))

    def define(self, levels: tuple[Level, ...]) -> int:
        """A new definition and a list that uses it; gives the number of the list."""
        ident = self._next()
        abstract = el(
            "w:abstractNum",
            val("w:multiLevelType", "multilevel"),
            *(_level(place, level) for place, level in enumerate(levels)),
            w_abstractNumId=str(ident),
        )
        first = next(child for child in self._root if child.tag.endswith("}num"))
        first.addprevious(abstract)
        self._root.append(el("w:num", val("w:abstractNumId", ident), w_numId=str(ident)))
        return ident

    def _next(self) -> int:
        """A number that no list of the file has."""
        return max(FIRST, *(int(each.get(tag("w:numId"))) for each in self._root.iter(tag("w:num")))) + 1

    def restarted(self, number: int) -> int:
        """Another list of the same definition that begins at 1 again."""
        ident = self._next()
        override = el("w:lvlOverride", val("w:startOverride", 1), w_ilvl="0")
        self._root.append(el("w:num", val("w:abstractNumId", number), override, w_numId=str(ident)))
        return ident


def _level(place: int, level: Level) -> Element:
    indent = el("w:ind", w_left=str(720 * (place + 1)), w_hanging="360")
    return el(
        "w:lvl",
        val("w:start", 1),
        val("w:numFmt", level.form),
        val("w:lvlText", level.text),
        val("w:lvlJc", "left"),
        el("w:pPr", indent),
        w_ilvl=str(place),
    )
