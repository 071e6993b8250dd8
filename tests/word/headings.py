"""Headings by style, by outline level or by hand, numbered by the author or by Word."""

from typing import Any

from .dress import Dress
from .inline import Inline
from .manuscript import Section, iter_blocks
from .numbering import Level, Numbering
from .ooxml import Element, Look, Shape, paragraph
from .package import Package

SIZES = (0, 32, 28, 25)
BY_STYLE = ("style", "localized-style", "localized-id", "custom-style")
ROMAN = frozenset("IVX")


class Headings:
    """Writes the headings of one manuscript."""

    def __init__(self, package: Package, dress: Dress, inline: Inline, phrases: dict[str, Any]) -> None:
        self._package = package
        self._dress = dress
        self._inline = inline
        self._phrases = phrases
        self._renamed: dict[int, str] = {}
        self._list = 0
        self._are_in_styles = False

    def number(self, blocks: tuple[Any, ...], numbering: Numbering) -> None:
        """Lets Word number them, if the dress asks for that and they have numbers."""
        labels: dict[int, str] = {}
        for block in iter_blocks(blocks):
            if isinstance(block, Section) and block.label:
                labels.setdefault(block.level, block.label)
        if labels and self._dress["heading-numbers"] != "typed":
            self._list = numbering.define(tuple(_level(level, labels.get(level, "1.")) for level in (1, 2, 3)))
            self._number_styles()

    def _number_styles(self) -> None:
        """Puts the numbers into the styles of headings, if the dress asks for that and has such styles."""
        if self._dress["heading-numbers"] == "by-style":
            if self._dress["headings"] in BY_STYLE:
                for level in (1, 2, 3):
                    self._package.styles.number(self._style(level), self._list, level - 1)
                self._are_in_styles = True
            else:
                self._dress.settle("heading-numbers", "automatic")

    def heading(self, title: str, level: int, label: str = "") -> Element:
        """A heading; without a label it has no number."""
        shape, look = self._looks(level)
        if self._are_in_styles and not label:
            shape = Shape(**{**shape.__dict__, "numbering": (0, 0)})
        elif label and self._list and not self._are_in_styles:
            shape = Shape(**{**shape.__dict__, "numbering": (self._list, level - 1)})
        elif label and not self._list:
            title = f"{label} {title}"
        if self._is_shouted(level):
            title = _shouted(title)
        runs = self._inline.runs(title, look)
        if self._dress["bookmarks"] == "some":
            runs = self._package.bookmark(f"_Toc{1000 + id_of(title)}", runs)
        return paragraph(runs, shape)

    def _is_shouted(self, level: int) -> bool:
        return self._dress["headings"] == "capitals" and level == 1

    def _looks(self, level: int) -> tuple[Shape, Look]:
        spaced = Shape(before=240, after=120, keep=True)
        match self._dress["headings"]:
            case "outline":
                return Shape(before=240, after=120, outline=level - 1), Look(bold=True)
            case "bold":
                return spaced, Look(bold=level < 3, italic=level == 3, size=28 if level == 1 else 0)
            case "bold-italics":
                return spaced, Look(bold=level < 3, italic=level > 1)
            case "capitals":
                return spaced, Look(bold=level < 3, italic=level == 3)
            case "size":
                return spaced, Look(size=SIZES[level])
        return Shape(style=self._style(level)), Look()

    def _style(self, level: int) -> str:
        name = self._phrases["heading-style"]
        own = f"Heading{level}"
        look = Look(bold=True, size=SIZES[level])
        match self._dress["headings"]:
            case "localized-id":
                if level not in self._renamed:
                    self._renamed[level] = self._package.styles.renamed(own, f"{_ascii(name)}{level}")
                return self._renamed[level]
            case "localized-style":
                shape = Shape(before=240, after=120, outline=level - 1, keep=True)
                return self._package.styles.add(f"{name} {level} (revue)", shape, look)
            case "custom-style":
                return self._package.styles.add(f"Inter {level}", based_on=own)
        return own


def id_of(title: str) -> int:
    """A number for a title, the same every time."""
    return sum(place * ord(letter) for place, letter in enumerate(title, start=1))


def _ascii(name: str) -> str:
    return "".join(letter for letter in name if letter.isascii())


def _shouted(title: str) -> str:
    """In capitals, but for the marks of running text."""
    head, mark, tail = title.partition("⟦")
    return head.upper() + mark + tail


def _level(level: int, label: str) -> Level:
    """How Word numbers a level whose first label is this."""
    figures = label.rstrip(".")
    if "." in figures:
        pattern = ".".join(f"%{place}" for place in range(1, level + 1))
        return Level("decimal", pattern + label[len(figures) :])
    form = "decimal" if figures.isdigit() else "upperRoman" if set(figures) <= ROMAN else "upperLetter"
    return Level(form, f"%{level}{label[len(figures) :]}")
