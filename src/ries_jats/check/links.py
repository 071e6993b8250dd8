"""The links inside an article: every id once, every reference to one that is there."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ries_jats.check.grammar import written
from ries_jats.check.near import near_values
from ries_jats.check.parsing import Document, line_of
from ries_jats.check.phrases import phrase
from ries_jats.findings import Finding, finding

REFERENCES = ("rid", "continued-from", "glyph-data", "headers", "pointer-to-explained", "pointer-to-question")
"""The attributes of type IDREF or IDREFS in the DTDs of JATS 1.3."""


@dataclass(frozen=True, slots=True)
class _Link:
    element: etree._Element
    attribute: str
    target: str


def iter_findings(document: Document) -> Iterator[Finding]:
    """Ids given twice, and references to ids that are not there."""
    owners, doubles = _read_ids(document)
    for element in doubles:
        yield _duplicate(document, element, owners[_id_of(element)])
    for link in _iter_links(document):
        if link.target not in owners:
            yield _dangling(document, link, tuple(owners))


def duplicate_ids(document: Document) -> frozenset[str]:
    """The ids that more than one element has."""
    return frozenset(_id_of(element) for element in _read_ids(document)[1])


def _read_ids(document: Document) -> tuple[dict[str, etree._Element], list[etree._Element]]:
    """The first element with each id, and those that have one of these again."""
    owners: dict[str, etree._Element] = {}
    doubles = []
    for element in document.root.iter("*"):
        name = _id_of(element)
        if name and owners.setdefault(name, element) is not element:
            doubles.append(element)
    return owners, doubles


def _id_of(element: etree._Element) -> str:
    return str(element.get("id", "")).strip()  # a schema ignores white space around it


def _iter_links(document: Document) -> Iterator[_Link]:
    for element in document.root.iter("*"):
        for attribute in REFERENCES:
            for target in element.get(attribute, "").split():
                yield _Link(element, attribute, target)


def _duplicate(document: Document, element: etree._Element, first: etree._Element) -> Finding:
    details = {"element": written(str(element.tag)), "first": written(str(first.tag)), "line": str(line_of(first))}
    return finding("duplicate-id", document.place(element), _id_of(element), **details)


def _dangling(document: Document, link: _Link, ids: tuple[str, ...]) -> Finding:
    near = near_values(link.target, ids)
    details = {"attribute": link.attribute, "element": written(str(link.element.tag))}
    cure = phrase("rid-near", near=tuple(f"“{each}”" for each in near)) if near else phrase("rid-other")
    return finding("dangling-rid", document.place(link.element), link.target, **details, **cure)
