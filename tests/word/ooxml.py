"""Elements of WordprocessingML, as ECMA-376 names them, made in one line each."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from lxml import etree

Element: TypeAlias = Any
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "b": "http://schemas.openxmlformats.org/officeDocument/2006/bibliography",
}
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def tag(name: str) -> str:
    """`w:p` as lxml wants it; a name without prefix stays as it is."""
    prefix, colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name


def el(name: str, /, *children: Element | None, **attributes: str) -> Element:
    """An element; `w_val` becomes the attribute `w:val`, `cx` stays `cx`."""
    prefix = name.partition(":")[0] if ":" in name else "w"
    named = ("w", "r", prefix, *([attributes["Requires"]] if "Requires" in attributes else []))
    made = etree.Element(tag(name), nsmap={key: NAMESPACES[key] for key in named})
    for key, value in attributes.items():
        made.set(tag(key.replace("_", ":", 1)), value)
    made.extend(child for child in children if child is not None)
    return made


def val(name: str, value: str | int = "") -> Element:
    """A property: an element with `w:val`, or with nothing when it only has to be there."""
    return el(name, w_val=str(value)) if value != "" else el(name)


def text_element(name: str, text: str) -> Element:
    """`w:t`, `w:delText` or `w:instrText` with its spaces kept."""
    made = el(name)
    made.text = text
    made.set(XML_SPACE, "preserve")
    return made


@dataclass(frozen=True)
class Look:
    """How a run looks."""

    bold: bool = False
    italic: bool = False
    caps: bool = False
    small_caps: bool = False
    size: int = 0
    """In half points."""
    raised: bool = False
    hidden: bool = False
    highlight: bool = False
    style: str = ""
    language: str = ""
    is_rtl: bool = False

    def with_(self, **changes: Any) -> "Look":
        """The same with changes."""
        return replace(self, **changes)


def run_properties(look: Look) -> Element | None:
    """`w:rPr`, its children in the order of the schema."""
    made = el(
        "w:rPr",
        val("w:rStyle", look.style) if look.style else None,
        val("w:b") if look.bold else None,
        val("w:i") if look.italic else None,
        val("w:caps") if look.caps else None,
        val("w:smallCaps") if look.small_caps else None,
        val("w:vanish") if look.hidden else None,
        val("w:sz", look.size) if look.size else None,
        val("w:highlight", "yellow") if look.highlight else None,
        val("w:vertAlign", "superscript") if look.raised else None,
        val("w:rtl") if look.is_rtl else None,
        _language(look),
    )
    return made if len(made) else None


def _language(look: Look) -> Element | None:
    if not look.language:
        return None
    return el("w:lang", w_bidi=look.language) if look.is_rtl else el("w:lang", w_val=look.language)


def run(*content: Element, look: Look | None = None) -> Element:
    """`w:r` with what is in it."""
    return el("w:r", run_properties(look or Look()), *content)


def words(text: str, look: Look | None = None) -> Element:
    """A run of text; a tab stands for itself."""
    parts: list[Element] = []
    for place, piece in enumerate(text.split("\t")):
        parts += [el("w:tab")] if place else []
        parts += [text_element("w:t", piece)] if piece else []
    return run(*parts, look=look)


@dataclass(frozen=True)
class Shape:
    """How a paragraph looks; lengths are in twentieths of a point."""

    style: str = ""
    align: str = ""
    left: int = 0
    right: int = 0
    first: int = 0
    """Of the first line, negative where it hangs."""
    before: int = 0
    after: int = 0
    outline: int = -1
    numbering: tuple[int, int] | None = None
    """Which list, and which level of it."""
    is_rtl: bool = False
    keep: bool = False


def paragraph_properties(shape: Shape) -> Element | None:
    """`w:pPr`, its children in the order of the schema."""
    made = el(
        "w:pPr",
        val("w:pStyle", shape.style) if shape.style else None,
        val("w:keepNext") if shape.keep else None,
        _numbering(shape),
        val("w:bidi") if shape.is_rtl else None,
        _spacing(shape),
        _indent(shape),
        val("w:jc", shape.align) if shape.align else None,
        val("w:outlineLvl", shape.outline) if shape.outline >= 0 else None,
    )
    return made if len(made) else None


def _numbering(shape: Shape) -> Element | None:
    if shape.numbering is None:
        return None
    number, level = shape.numbering
    return el("w:numPr", val("w:ilvl", level), val("w:numId", number))


def _spacing(shape: Shape) -> Element | None:
    if not (shape.before or shape.after):
        return None
    return el("w:spacing", w_before=str(shape.before), w_after=str(shape.after))


def _indent(shape: Shape) -> Element | None:
    values = {"w_left": shape.left, "w_right": shape.right}
    values["w_hanging" if shape.first < 0 else "w_firstLine"] = abs(shape.first)
    given = {key: str(value) for key, value in values.items() if value}
    return el("w:ind", **given) if given else None


def paragraph(runs: Iterable[Element], shape: Shape | None = None) -> Element:
    """`w:p`."""
    return el("w:p", paragraph_properties(shape or Shape()), *runs)


# Fields


def field(instruction: str, result: Iterable[Element]) -> list[Element]:
    """A complex field with what it shows."""
    return [
        run(el("w:fldChar", w_fldCharType="begin")),
        run(text_element("w:instrText", f" {instruction} ")),
        run(el("w:fldChar", w_fldCharType="separate")),
        *result,
        run(el("w:fldChar", w_fldCharType="end")),
    ]


def content_control(content: Iterable[Element], name: str, *properties: Element) -> Element:
    """`w:sdt` around paragraphs or runs."""
    settings = el("w:sdtPr", val("w:alias", name), val("w:tag", name), *properties)
    return el("w:sdt", settings, el("w:sdtContent", *content))
