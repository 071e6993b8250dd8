"""What each line of a head is, from its words and its looks alone; the order of the lines is weighed in `head`."""

import re
from collections.abc import Callable
from enum import StrEnum
from functools import cache

from ..language import detect
from ..lexicon import entry_of, fold, label_at_start, label_of, lexicons, word_at_start, words_of
from .affiliations import is_institution, is_place_line
from .byline import is_sure_byline, label_end, read_byline, starts_role
from .contacts import DOI, is_orcid_line, iter_contacts, linked_orcid, without_contacts
from .dates import label_spans, read_date
from .lines import Line, is_running_text
from .statements import STATEMENT_KINDS


class Kind(StrEnum):
    """What a line of the head may be."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    TRANS_TITLE = "trans-title"
    AUTHORS = "authors"
    ROLE = "role"
    AFFILIATION = "affiliation"
    CONTACT = "contact"
    CORRESPONDING = "corresponding"
    DATES = "dates"
    CITATION = "citation"
    JOURNAL = "journal"
    DOI = "doi"
    TYPE = "type"
    LICENSE = "license"
    DEDICATION = "dedication"
    SECTION = "section"
    FIELD = "field"
    FLAG = "flag"
    EPIGRAPH = "epigraph"
    PRODUCT = "product"
    STATEMENT = "statement"
    TEXT = "text"


STYLES = {
    "title": Kind.TITLE, "titre": Kind.TITLE, "titulo": Kind.TITLE, "titel": Kind.TITLE, "titolo": Kind.TITLE,
    "subtitle": Kind.SUBTITLE, "sous titre": Kind.SUBTITLE, "subtitulo": Kind.SUBTITLE, "untertitel": Kind.SUBTITLE,
    "trans title": Kind.TRANS_TITLE,
    "author": Kind.AUTHORS, "auteur": Kind.AUTHORS, "autor": Kind.AUTHORS, "authors": Kind.AUTHORS,
    "affiliation": Kind.AFFILIATION, "affiliations": Kind.AFFILIATION,
    "quote": Kind.EPIGRAPH, "field": Kind.FIELD, "role": Kind.ROLE, "email": Kind.CONTACT, "orcid": Kind.CONTACT,
    "date": Kind.DATES, "corresponding": Kind.FLAG,
}  # fmt: skip
"""Names of paragraph styles, folded, that say what a line is."""
TITLE_LINE = "title line"
"""The style, as readers of word processors' files write it, of a line below the title that is printed as titles are."""
CONTACT_LABEL = re.compile(r"\W*(?:ORCID|e-?mails?|courriels?|correos?|contacts?)\b", re.IGNORECASE)
EXTENT = re.compile(
    r"\b(?!(?:19|20)\d\d\b)\d{2,4}\s*(?:p|pp|pages|págs?|pag|S)\b\.?|\bISBN\b|\bPp?\.\s*[xvi]+\s*\+", re.IGNORECASE
)
QUOTED = re.compile(r"[«“\"‘].{20,}[»”\"’]\.?")
ISSN = re.compile(r"\b(?:e-?|p-?)?ISSN\b|\b\d{4}-\d{3}[\dXx]\b(?=.*ISSN)", re.IGNORECASE)
SECTION = re.compile(r"(?:section|rubrique|secci[oó]n|se[cç][aã]o|sezione|dossier|rubrik)\s*:\s*(?=\S)", re.IGNORECASE)
ADDRESS = re.compile(r"(?:P\.?\s*O\.?\s*Box|B\.?\s*P\.?|C\.?\s*P\.?|Private Bag|Apartado|Apdo\.?|CS)\s*[\d#XA-Z]")
FIELD_TITLE = re.compile(r"(?:title|titre|t[ií]tulo|titolo|titel)\s*:\s*(?=\S)", re.IGNORECASE)
LICENSE = re.compile(
    r"creative\s*commons|\bCC[ -]BY|©|\(c\)\s*\d{4}|copyright|open[- ]access|accès ouvert|acceso abierto", re.IGNORECASE
)
COMPACT = re.compile(r"\b\d{1,4}\s*\(\s*(?:\d{1,4}|(?:18|19|20)\d\d)\s*\)\s*[,:]?\s*\d")
"""`27(2), 2013`, `9 (2019) 101`: how a journal's line gives volume, number, year and pages."""
FIRST_LABEL = 40
"""Characters within which a line of dates names its first: `Article history: Received …`."""
LONGEST_JOURNAL_LINE = 250
DATED = re.compile(r"(?:[^\W\d_]+\s*(?:[-–/]\s*[^\W\d_]+\s*)?,?\s*)?(?:19|20)\d\d|\d{1,4}\s*\|\s*(?:19|20)\d\d")
"""`Winter 2006`, `mai-juin 2016`, `47 | 2019` as a whole line."""
AUTHOR_WITH_PLACE = re.compile(r"(?P<name>[^():;@\d]{4,60})\((?P<place>[^()@]{6,})\)\.?")
NUMBER = re.compile(r"\d+")
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
SURE = 0.6
"""Likelihood from which the language of a line is believed."""


def strong_kind(line: Line) -> Kind | None:
    """What the words of a line say beyond doubt, or None."""
    if line.style in STYLES:
        return STYLES[line.style]
    return next((kind for kind, test in STRONG_TESTS if test(line)), None)


def _is_section(line: Line) -> bool:
    return SECTION.match(line.text) is not None and len(line.text) < 80


def _is_citation(line: Line) -> bool:
    found = label_at_start(line.text)
    whole = label_of(line.text)
    return bool((found and found[0].kind == "cite-as") or (whole and whole.kind == "cite-as"))


def _is_corresponding(line: Line) -> bool:
    text = line.text.lstrip("*†‡(¹ ")
    return word_at_start("labels", "corresponding", text) is not None


def _is_dates(line: Line) -> bool:
    spans = list(label_spans(line.text))
    return bool(spans) and spans[0][1] < FIRST_LABEL and any(read_date(line.text[after:], "") for _, _, after in spans)


def _is_contact(line: Line) -> bool:
    if is_orcid_line(line.prose):
        return ":" in line.text or (label_end(line.text) == 0 and read_byline(line.prose) is None)
    contacts = bool(list(iter_contacts(line.prose))) or bool(linked_orcid(line.prose))
    rest = without_contacts(line.prose).text
    if not contacts or read_byline(without_contacts(line.prose)):
        return False
    return len(rest.split()) <= 3 or CONTACT_LABEL.match(line.text) is not None


def _is_doi(line: Line) -> bool:
    match = DOI.search(line.text)
    return match is not None and match.end() - match.start() > 0.7 * len(line.text)


def _is_journal(line: Line) -> bool:
    text = line.text
    if ISSN.search(text) or (not line.level and COMPACT.search(text) and YEAR.search(text)):
        return len(text) < LONGEST_JOURNAL_LINE
    if line.level or len(text) > LONGEST_JOURNAL_LINE:
        return False
    numbers = len(NUMBER.findall(text))
    named = [key for key in ("volume", "number", "pages") if _has_word(line, key)]
    if DATED.fullmatch(text) or (len(named) > 1 and numbers > 1):
        return True
    if not named or read_byline(line.prose) is not None:
        return False
    return _is_mostly_numbers(text) or (
        named != ["pages"] and numbers > 1 and bool(YEAR.search(text)) and len(text) < 120
    )


def _is_mostly_numbers(text: str) -> bool:
    """`p. 64-83`, `Volume 29`, `47 | 2019`: hardly a word beside the numbers."""
    return bool(NUMBER.search(text)) and len(re.findall(r"[^\W\d_]{2,}", text)) <= 3 and len(text) < 60


def _has_word(line: Line, key: str) -> bool:
    words = words_of("masthead", key)
    return any(
        word_at_start("masthead", key, line.text[match.start() :]) is not None
        for match in re.finditer(r"(?<!\w)[^\W\d_]", line.text)
    ) or any(word in line.folded.split() for word in words if " " not in word)


def _is_license(line: Line) -> bool:
    return bool(LICENSE.search(line.text)) and not line.level


def _is_type(line: Line) -> bool:
    """A line that names a type; a page number may stand beside it."""
    text = re.sub(r"^\d{1,4}\s+|\s+\d{1,4}$", "", line.text)
    return entry_of("types", text) is not None


def _is_dedication(line: Line) -> bool:
    return word_at_start("labels", "dedication", line.text) is not None


def _is_product(line: Line) -> bool:
    """The reference of a reviewed work: a year, and the extent or ISBN of a book."""
    found = label_at_start(line.text)
    labelled = bool(found and found[0].kind == "reviewed-work")
    is_book = bool(EXTENT.search(line.text)) and bool(YEAR.search(line.text)) and len(line.text) < 600
    return labelled or (is_book and not ISSN.search(line.text.replace("ISBN", "")))


def _is_epigraph(line: Line) -> bool:
    return QUOTED.fullmatch(line.text) is not None and not line.level


def _is_statement(line: Line) -> bool:
    found = label_at_start(line.text)
    return bool(found and found[0].kind in STATEMENT_KINDS)


STRONG_TESTS: tuple[tuple[Kind, Callable[[Line], bool]], ...] = (
    (Kind.SECTION, _is_section),
    (Kind.CITATION, _is_citation),
    (Kind.CORRESPONDING, _is_corresponding),
    (Kind.STATEMENT, _is_statement),
    (Kind.DATES, _is_dates),
    (Kind.CONTACT, _is_contact),
    (Kind.DOI, _is_doi),
    (Kind.TYPE, _is_type),
    (Kind.JOURNAL, _is_journal),
    (Kind.LICENSE, _is_license),
    (Kind.PRODUCT, _is_product),
    (Kind.EPIGRAPH, _is_epigraph),
    (Kind.DEDICATION, _is_dedication),
)


def weak_kind(line: Line) -> Kind:
    """What a line looks like when nothing is known of its neighbours."""
    text = without_contacts(line.prose)
    if line.style == TITLE_LINE:
        return Kind.TEXT
    if FIELD_TITLE.match(line.text):
        return Kind.TITLE
    if _is_author_with_place(line):
        return Kind.AUTHORS
    if label_end(line.text) >= len(line.text.rstrip(" :.")) > 0:
        return Kind.AUTHORS
    if (is_place_line(line.text) or ADDRESS.match(line.text)) and not line.level:
        return Kind.AFFILIATION
    if is_running_text(line.prose) and read_byline(text) is None and not is_institution(line.text[:80]):
        return Kind.TEXT
    if starts_role(line.text) and not line.level:
        return Kind.ROLE
    byline = read_byline(text)
    if byline and (is_sure_byline(byline) or not is_institution(text.text)):
        return Kind.AUTHORS
    if is_institution(line.text) or is_place_line(line.text):
        return Kind.AFFILIATION
    return Kind.TEXT


def _is_author_with_place(line: Line) -> bool:
    """A name, and in parentheses the institution: `Anne Martin (Institut des mers, Nice)`."""
    match = AUTHOR_WITH_PLACE.fullmatch(line.text)
    if match is None or line.level or not is_institution(match["place"]) or is_institution(match["name"]):
        return False
    byline = read_byline(line.prose.cut(0, line.prose.text.index("(")))
    return byline is not None and len(byline.people) == 1


def is_in_other_language(text: str, language: str) -> bool:
    """Whether `text` is surely not in `language`: detection says so, and its small words do not say otherwise."""
    found, likelihood = detect(text)
    if not found or not language or found == language or likelihood < SURE:
        return False
    own, other = small_words(text, language), small_words(text, found)
    return other > own or (other == own and len(fold(text).split()) > 6)


def small_words(text: str, language: str) -> int:
    """How many words of `text` are small words of a language: articles, prepositions, conjunctions."""
    return sum(word in _function_words(language) for word in fold(text).split())


@cache
def _function_words(language: str) -> frozenset[str]:
    lexicon = next((each for each in lexicons() if each.language == language), None)
    if lexicon is None:
        return frozenset()
    keys = (("function-words", "words"), ("names", "particles"), ("names", "and"))
    return frozenset(word for section, key in keys for word in lexicon.folded_words(section, key))
