"""Parsed references for tests, each written as its string with its parts in braces.

`{surname|Dupont}` is a part; `{person-group author|…}` one whose chief attribute has the value `author`; parts may stand
in parts.
"""

import re

from ries_jats.article.model import Reference, ReferenceList
from ries_jats.article.prose import Prose, Run
from ries_jats.article.references import ParsedReference, Part, PublicationType

CHIEF = {
    "person-group": "person-group-type",
    "pub-id": "pub-id-type",
    "year": "iso-8601-date",
    "date-in-citation": "iso-8601-date",
    "size": "units",
    "ext-link": "xlink:href",
}
"""The attribute that a value after the name of an element is of; `xml:lang` for others."""
TOKEN = re.compile(r"\{([a-z-]+)(?: ([^|{}]+))?\||\}")


def parsed(marked: str, kind: PublicationType = PublicationType.JOURNAL, certainty: float = 1.0) -> ParsedReference:
    text, place = "", 0
    parts: list[Part] = []
    opened: list[int] = []
    for token in TOKEN.finditer(marked):
        text += marked[place : token.start()]
        place = token.end()
        if token[1]:
            attributes = ((CHIEF.get(token[1], "xml:lang"), token[2]),) if token[2] else ()
            opened.append(len(parts))
            parts.append(Part(len(text), len(text), token[1], attributes))
        else:
            part = parts[opened.pop()]
            parts[parts.index(part)] = Part(part.start, len(text), part.element, part.attributes)
    return ParsedReference(text + marked[place:], tuple(parts), kind, certainty)


def printed(text: str) -> Prose:
    return Prose((Run(text, at=0),))


def reference(marked: str, kind: PublicationType = PublicationType.JOURNAL) -> Reference:
    read = parsed(marked, kind)
    return Reference(printed(read.text), parsed=read)


def reference_list(*references: Reference) -> ReferenceList:
    return ReferenceList(Prose(), references)


ARTICLE = (
    "{person-group author|{string-name|{surname|Dupont}, {given-names|J.}} et {string-name|{given-names|Anne} "
    "{surname|de la Tour}}} ({year 2010|2010}). {article-title fr|Les phares de l'estuaire}. {source|Revue des ports}, "
    "{volume|12}({issue|3}), p. {fpage|45}-{lpage|67}. https://doi.org/{pub-id doi|10.5555/phares.12}"
)
CHAPTER = (
    "{person-group author|{string-name|{surname|Veyrat}, {given-names|Paul}}}, « {chapter-title|Le port vu du large} », "
    "dans {person-group editor|{string-name|{given-names|Ida} {surname|Larch}}} (dir.), {source|Histoire des quais}, "
    "{publisher-loc|Lyon}, {publisher-name|Éditions du Môle}, {year 1998|1998}, p. {fpage|11}-{lpage|30}, "
    "{size pages|358} p."
)
BOOK = (
    "{person-group author|{string-name|{surname|Aldous}, {given-names|M.}}, {collab|Harbour Trust}}. {source|Quays and "
    "lamps}. {edition|2nd ed}. {publisher-loc|London}: {publisher-name|Mole Press}; {year 2004|2004}."
)
PAGE = (
    "{person-group author|{collab|Autorité portuaire}}, {article-title|Les tarifs}, {source|Site du port}, "
    "{ext-link|https://port.example/tarifs} (consulté le {date-in-citation 2021-05-03|3 mai 2021})"
)
