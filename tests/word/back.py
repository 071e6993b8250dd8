"""Declarations and the list of references."""

from collections.abc import Iterator

from .citations import wrapped_list
from .dress import Dress
from .headings import Headings
from .inline import Inline
from .manuscript import Declaration, Manuscript
from .numbering import Level, Numbering
from .ooxml import Element, Look, Shape, paragraph, words
from .package import Package

HANGING = Shape(left=567, first=-567, after=80)


class Back:
    """Writes what follows the body of one manuscript."""

    def __init__(
        self, package: Package, dress: Dress, manuscript: Manuscript, inline: Inline, headings: Headings
    ) -> None:
        self._package = package
        self._dress = dress
        self._manuscript = manuscript
        self._inline = inline
        self._headings = headings

    def declarations(self) -> Iterator[Element]:
        """Each below its heading or after its label."""
        for each in self._manuscript.declarations:
            yield from self._declaration(each)

    def _declaration(self, each: Declaration) -> Iterator[Element]:
        runs = self._inline.runs(each.text)
        if self._dress["declarations"] == "headings":
            yield self._headings.heading(each.heading, 1)
            yield paragraph(runs, Shape(after=120))
        else:
            yield paragraph([words(f"{each.heading}. ", Look(bold=True)), *runs], Shape(after=120))

    def references(self) -> Iterator[Element]:
        """The heading and the list, in the field of a citation manager if there is one."""
        yield self._headings.heading(self._manuscript.references_heading, 1)
        yield from wrapped_list(self._dress["citations"], list(self._entries()))

    def _entries(self) -> Iterator[Element]:
        shape = self._shape()
        is_typed = self._dress["references"] == "typed-numbers"
        for place, reference in enumerate(self._manuscript.references, start=1):
            number = [words(f"[{place}] ")] if is_typed else []
            yield paragraph([*number, *self._inline.runs(reference.text)], shape)

    def _shape(self) -> Shape:
        match self._dress["references"]:
            case "automatic-numbers":
                return Shape(numbering=(Numbering(self._package).define((Level("decimal", "[%1]"),)), 0), after=80)
            case "bullets":
                return Shape(numbering=(Numbering(self._package).define((Level("bullet", "\u2022"),)), 0), after=80)
            case "style":
                return Shape(style=self._package.styles.add("Bibliography", HANGING))
        return HANGING
