"""E-mail addresses, ORCID identifiers and DOIs in printed lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_11_2

from ..article.prose import OBJECT, Link, Prose

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
EMAIL_LABEL = re.compile(
    r"(?:\b(?:e-?mails?|courriels?|correos?(?:\s+electr[oó]nicos?)?|m[eé]ls?|adresse\s+électronique|contacts?|mails?)\b)?\s*[:.]?\s*"
    r"[<(\[]?(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,})[>)\]]?",
    re.IGNORECASE,
)
ORCID = re.compile(
    r"(?:\bORCID(?:\s*iD)?\b\s*[:.]?\s*)?\(?(?:(?:https?://)?(?:www\.)?orcid\.org/)?(?P<orcid>\d{4}-\d{4}-\d{4}-\d{3}[\dXx])\)?",
    re.IGNORECASE,
)
ORCID_HREF = re.compile(r"orcid\.org/(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])")
LINK_WORD = re.compile(rf"(?:\s*[:–-])?\s*(?:ORCID(?:\s*iD)?|{OBJECT})\W*$", re.IGNORECASE)
LONGEST_NAME = 6
"""Words of a name before an icon."""
DOI = re.compile(
    r"(?:\bdoi\b\s*[:.]?\s*)?(?:https?://(?:dx\.)?doi\.org/)?(?P<doi>10\.\d{4,9}/[^\s,;»”\"<>]+)", re.IGNORECASE
)


@dataclass(frozen=True)
class Contact:
    """An address or identifier with where it stands in its line, label included."""

    kind: str
    value: Prose
    start: int
    stop: int


def iter_contacts(prose: Prose) -> Iterator[Contact]:
    """E-mails and ORCID identifiers of a line, in order."""
    found = [
        Contact(kind, prose.cut(*match.span(kind)), *match.span())
        for kind, pattern in (("email", EMAIL_LABEL), ("orcid", ORCID))
        for match in pattern.finditer(prose.text)
    ]
    yield from sorted(found, key=lambda contact: contact.start)


def without_contacts(prose: Prose) -> Prose:
    """What is left of a line without its e-mails and identifiers."""
    return prose.without([(contact.start, contact.stop) for contact in iter_contacts(prose)]).strip(" \t\n,;|–-·")


def is_orcid_line(prose: Prose) -> bool:
    """Whether a line is a linked word or icon of ORCID, with nothing but a name before it."""
    name = LINK_WORD.sub("", prose.text)
    return bool(linked_orcid(prose)) and name != prose.text and len(name.split()) <= LONGEST_NAME


def linked_orcid(prose: Prose) -> str:
    """The identifier behind an ORCID icon."""
    hrefs = (mark.href for run in prose.runs for mark in run.marks if isinstance(mark, Link))
    return next((match[1].upper() for href in hrefs if (match := ORCID_HREF.search(href))), "")


def is_orcid(text: str) -> bool:
    """Whether the check digit is right (ISO 7064 mod 11-2):
    https://support.orcid.org/hc/en-us/articles/360006897674-Structure-of-the-ORCID-Identifier.
    """
    try:
        mod_11_2.validate(text.replace("-", "").upper())
    except ValidationError:
        return False
    return True
