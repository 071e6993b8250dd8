"""Styles of a Word file: what a paragraph or run that says nothing itself inherits.

ECMA-376 part 1, 17.7.2 (style hierarchy): direct formatting, then the style and those it is based on, then the
defaults of the document.
"""

from collections.abc import Iterator
from functools import cache

from lxml import etree

from .names import W

MOST_ANCESTORS = 20
"""Styles that a chain may have; a longer one is a circle."""


class Styles:
    """The styles of one file by their identifiers, which a localized Word translates; their names stay English."""

    def __init__(self, root: etree._Element | None) -> None:
        styles = [] if root is None else root.findall(f"{W}style")
        self._styles = {style.get(f"{W}styleId", ""): style for style in styles}
        self._usual = next((each.get(f"{W}styleId", "") for each in styles if _is_usual(each)), "")
        defaults = None if root is None else root.find(f"{W}docDefaults")
        self._defaults = {
            kind: None if defaults is None else defaults.find(f"{W}{kind}Default/{W}{kind}") for kind in ("pPr", "rPr")
        }
        self.chain = cache(self._chain)
        self.inherited = cache(self._inherited)

    def _chain(self, ident: str) -> tuple[str, ...]:
        """A style and those it is based on; a paragraph that names none has the usual one."""
        found: list[str] = []
        here = ident if ident in self._styles else self._usual
        while here in self._styles and here not in found and len(found) < MOST_ANCESTORS:
            found.append(here)
            based_on = self._styles[here].find(f"{W}basedOn")
            here = "" if based_on is None else based_on.get(f"{W}val", "")
        return tuple(found)

    def names(self, ident: str) -> tuple[str, ...]:
        """The names of a style and of those it is based on."""
        return tuple(_name(self._styles[each]) for each in self.chain(ident))

    def _inherited(self, ident: str, kind: str, tag: str) -> etree._Element | None:
        """What a paragraph style says of a property: `kind` is `pPr` or `rPr`."""
        for properties in (*self._properties(self.chain(ident), kind), self._defaults[kind]):
            found = None if properties is None else properties.find(f"{W}{tag}")
            if found is not None:
                return found
        return None

    def of_runs(self, ident: str, tag: str) -> etree._Element | None:
        """What a character style says of a property."""
        chain = self.chain(ident) if ident in self._styles else ()
        found = (each.find(f"{W}{tag}") for each in self._properties(chain, "rPr"))
        return next((each for each in found if each is not None), None)

    def _properties(self, chain: tuple[str, ...], kind: str) -> Iterator[etree._Element]:
        found = (self._styles[each].find(f"{W}{kind}") for each in chain)
        return (each for each in found if each is not None)


def _is_usual(style: etree._Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on")


def _name(style: etree._Element) -> str:
    name = style.find(f"{W}name")
    return "" if name is None else name.get(f"{W}val", "")
