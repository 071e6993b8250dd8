"""Elements of lxml made in one line, in the namespaces of JATS."""

from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001  (lxml has no public name for it)

XLINK = "http://www.w3.org/1999/xlink"
MATHML = "http://www.w3.org/1998/Math/MathML"
ALI = "http://www.niso.org/schemas/ali/1.0/"
XML = "http://www.w3.org/XML/1998/namespace"
NAMESPACES = {"xlink": XLINK, "mml": MATHML, "ali": ALI}
HREF = f"{{{XLINK}}}href"
LANG = f"{{{XML}}}lang"


def element(name: str, *children: Element | None, text: str = "", **attributes: str) -> Element:
    """An element with its children; attributes without value are left out, `_` in their names is `-`."""
    made = etree.Element(name)
    for key, value in attributes.items():
        if value:
            made.set(attribute_name(key), value)
    if text:
        made.text = text
    made.extend(child for child in children if child is not None)
    return made


def attribute_name(key: str) -> str:
    """`xml_lang` and `xlink_href` are in their namespaces; others are plain."""
    return {"xml_lang": LANG, "xlink_href": HREF}.get(key, key.replace("_", "-"))


def unless_empty(made: Element) -> Element | None:
    """The element, or None when it has neither text nor children: JATS wants no empty elements."""
    return made if len(made) or (made.text or "").strip() else None
