"""Citations as citation managers leave them in Word: fields and content controls with what they know of a work."""

import base64
import json
from collections.abc import Iterable

from lxml import etree

from .manuscript import Reference
from .ooxml import NAMESPACES, Element, content_control, el, field, run, text_element

LISTS = {
    "zotero": 'ADDIN ZOTERO_BIBL {"uncited":[],"omitted":[],"custom":[]} CSL_BIBLIOGRAPHY',
    "mendeley": "ADDIN Mendeley Bibliography CSL_BIBLIOGRAPHY",
    "endnote": "ADDIN EN.REFLIST",
    "citavi": "ADDIN CitaviBibliography",
    "word-sources": "BIBLIOGRAPHY",
}
"""The field in which each manager puts the list of references."""


def citation(kind: str, place: int, reference: Reference, shown: list[Element]) -> list[Element]:
    """What a manager puts where the reference at `place` of the list is cited."""
    match kind:
        case "zotero":
            return field(f"ADDIN ZOTERO_ITEM CSL_CITATION {_csl(place, reference)}", shown)
        case "mendeley":
            return field(f"ADDIN CSL_CITATION {_csl(place, reference)}", shown)
        case "endnote":
            return field(f"ADDIN EN.CITE {_endnote(place, reference)}", shown)
        case "citavi":
            code = base64.b64encode(_csl(place, reference).encode()).decode()
            return [content_control(field(f"ADDIN CitaviPlaceholder{{{code}}}", shown), f"CitaviPlaceholder#{place}")]
        case "word-sources":
            inner = field(f"CITATION {_source_tag(place, reference)} \\l 1036", shown)
            return [content_control(inner, "citation", el("w:citation"))]
    return shown


def _csl(place: int, reference: Reference) -> str:
    """https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html."""
    item = {
        "id": place + 1,
        "type": "book",
        "title": reference.title,
        "author": [{"family": reference.surname, "given": reference.given}],
        "issued": {"date-parts": [[int(reference.year or 0)]]},
    }
    formatted = f"({reference.surname}, {reference.year})"
    made = {
        "citationID": f"c{place:07}",
        "properties": {"formattedCitation": formatted, "plainCitation": formatted, "noteIndex": 0},
        "citationItems": [{"id": place + 1, "itemData": item}],
        "schema": "https://github.com/citation-style-language/schema/raw/master/csl-citation.json",
    }
    return json.dumps(made, ensure_ascii=False)


def _endnote(place: int, reference: Reference) -> str:
    record = el_plain(
        "record",
        el_plain("rec-number", str(place + 1)),
        el_plain("ref-type", "6"),
        el_plain("contributors", el_plain("authors", el_plain("author", f"{reference.surname}, {reference.given}"))),
        el_plain("titles", el_plain("title", reference.title)),
        el_plain("dates", el_plain("year", reference.year)),
    )
    cite = el_plain(
        "Cite",
        el_plain("Author", reference.surname),
        el_plain("Year", reference.year),
        el_plain("RecNum", str(place + 1)),
        el_plain("DisplayText", f"({reference.surname}, {reference.year})"),
        record,
    )
    return etree.tostring(el_plain("EndNote", cite), encoding="unicode")


def el_plain(name: str, *content: "Element | str") -> Element:
    """An element without a namespace."""
    made = etree.Element(name)
    for each in content:
        if isinstance(each, str):
            made.text = each
        else:
            made.append(each)
    return made


def _source_tag(place: int, reference: Reference) -> str:
    letters = "".join(letter for letter in reference.surname if letter.isascii() and letter.isalpha())
    return f"{letters[:3]}{reference.year[-2:]}{place}"


def sources(references: Iterable[Reference]) -> Element:
    """The part `customXml/item1.xml` with Word's own list of sources."""
    return el(
        "b:Sources",
        *(_source(place, reference) for place, reference in enumerate(references)),
        SelectedStyle="\\APASixthEditionOfficeOnline.xsl",
        StyleName="APA",
    )


def _source(place: int, reference: Reference) -> Element:
    person = el("b:Person", _b("Last", reference.surname), _b("First", reference.given))
    return el(
        "b:Source",
        _b("Tag", _source_tag(place, reference)),
        _b("SourceType", "Book"),
        el("b:Author", el("b:Author", el("b:NameList", person))),
        _b("Title", reference.title),
        _b("Year", reference.year),
    )


def _b(name: str, text: str) -> Element:
    made = el(f"b:{name}")
    made.text = text
    return made


def wrapped_list(kind: str, paragraphs: list[Element]) -> list[Element]:
    """The list of references within the field of its manager."""
    if kind not in LISTS or not paragraphs:
        return paragraphs
    opening = [
        run(el("w:fldChar", w_fldCharType="begin")),
        run(text_element("w:instrText", f" {LISTS[kind]} ")),
        run(el("w:fldChar", w_fldCharType="separate")),
    ]
    first = paragraphs[0]
    place = 1 if len(first) and first[0].tag == f"{{{NAMESPACES['w']}}}pPr" else 0
    first[place:place] = opening
    paragraphs[-1].append(run(el("w:fldChar", w_fldCharType="end")))
    if kind == "word-sources":
        return [content_control(paragraphs, "bibliography", el("w:bibliography"))]
    return paragraphs
