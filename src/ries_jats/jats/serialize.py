"""The tree as bytes: declaration, DOCTYPE, and indentation that never touches running text."""

from collections.abc import Iterator

from lxml import etree

from .elements import Element

DOCTYPE = (
    '<!DOCTYPE {root} PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD with MathML3 v1.3 20210610//EN" '
    '"JATS-journalpublishing1-3-mathml3.dtd">'
)
"""https://jats.nlm.nih.gov/publishing/1.3/."""
STEP = "  "


def serialize(root: Element) -> bytes:
    """UTF-8 with a line for each element that holds no running text; the same tree gives the same bytes."""
    _indent(root, 0)
    body = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{DOCTYPE.format(root=root.tag)}\n{body}\n'.encode()


def _indent(node: Element, depth: int) -> None:
    if not len(node) or _is_mixed(node):
        return
    node.text = "\n" + STEP * (depth + 1)
    for child in node:
        _indent(child, depth + 1)
        child.tail = "\n" + STEP * (depth + 1)
    node[-1].tail = "\n" + STEP * depth


def _is_mixed(node: Element) -> bool:
    """Whether there is text between the children, or one of them stands in running text."""
    return any(text.strip() for text in _texts(node)) or node.tag in MIXED


def _texts(node: Element) -> Iterator[str]:
    yield node.text or ""
    yield from (child.tail or "" for child in node)


MIXED = frozenset(
    "p title article-title subtitle trans-title trans-subtitle label td th kwd role aff mixed-citation attrib "
    "verse-line term corresp meta-value string-date license-p product xref bold italic sup sub underline sc strike "
    "monospace ext-link inline-formula disp-formula institution city country surname given-names publisher-loc "
    "contrib-id funding-statement".split()
)
"""Elements with mixed content: white space in them is text."""
