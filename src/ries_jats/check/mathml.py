"""The MathML layer: each formula by itself, by the DTD, which loads a hundred times as fast as the MathML XSD."""

from collections.abc import Iterator

from lxml import etree

from ries_jats.check.explain import iter_explanations
from ries_jats.check.grammar import MATHML
from ries_jats.check.grammar_dtd import dtd_grammar
from ries_jats.check.parsing import Document
from ries_jats.check.schema import dtd_faults, judging_schema, not_explained, xsd_faults
from ries_jats.check.tagset import tag_set_of
from ries_jats.findings import Finding
from ries_jats.schemas import schema_path

_DTD = "jats-archiving-1.3-dtd"
_XSD = "jats-publishing-1.3"
_MATH = f"{{{MATHML}}}math"
_FOREIGN = f"{{{MATHML}}}annotation-xml"
"""Holds any XML; the DTD has no word for that."""
_NAMESPACES = {"mml": MATHML, "xlink": "http://www.w3.org/1999/xlink"}
_TITLE = "MathML 3"


def iter_findings(document: Document) -> Iterator[Finding]:
    """What MathML 3 says of the formulas of a document that a schema judges."""
    formulas = list(document.root.iter(_MATH))
    if not formulas or judging_schema(tag_set_of(document)) is None:
        return
    path = schema_path(_DTD)
    for formula in formulas:
        faults = dtd_faults(path, _prefixed(formula))
        if faults:
            explained = list(iter_explanations(document, dtd_grammar(path, _TITLE), formula))
            yield from explained or [not_explained(document.place(formula), each, _TITLE) for each in faults]


def iter_thorough_findings(document: Document) -> Iterator[Finding]:
    """What the MathML XSD says beyond the DTD; loading it takes libxml2 four seconds."""
    formulas = list(document.root.iter(_MATH))
    path = schema_path(_XSD) if formulas else None
    for formula in formulas:
        alone = etree.ElementTree(etree.fromstring(etree.tostring(formula, with_tail=False)))
        if path and not dtd_faults(schema_path(_DTD), _prefixed(formula)):
            place = document.place(formula)
            yield from (not_explained(place, each, _TITLE) for each in xsd_faults(path, alone))


def _prefixed(element: etree._Element) -> etree._Element:
    """A copy with the prefixes that the DTD requires, without what it cannot judge."""
    copy = etree.Element(element.tag, {str(name): str(value) for name, value in element.items()}, nsmap=_NAMESPACES)
    if "id" in copy.attrib:
        copy.attrib["id"] = copy.attrib["id"].strip()  # as a parser does that has read the DTD
    copy.text = element.text
    for child in element:
        if child.tag not in (_FOREIGN, etree.Comment, etree.PI):
            copy.append(_prefixed(child))
        _add_text(copy, child.tail)
    return copy


def _add_text(parent: etree._Element, text: str | None) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + (text or "")
    else:
        parent.text = (parent.text or "") + (text or "")
