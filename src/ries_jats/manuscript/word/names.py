"""Names of WordprocessingML: ECMA-376, https://ecma-international.org/publications-and-standards/standards/ecma-376/."""

from typing import TypeAlias

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

Element: TypeAlias = etree._Element  # noqa: SLF001 (the type of lxml's stubs)

OFF = frozenset({"0", "false", "off", "none"})
"""Values by which a property is switched off."""


def value(element: Element | None, path: str) -> str:
    """The `w:val` of what stands at `path` below an element, empty where there is none."""
    found = element.find(path) if element is not None else None
    return found.get(f"{W}val", "") if found is not None else ""


def is_on(properties: Element | None, name: str) -> bool | None:
    """Whether a property such as `w:vanish` is switched on; None where nothing is said of it."""
    found = properties.find(f"{W}{name}") if properties is not None else None
    return None if found is None else found.get(f"{W}val", "") not in OFF
