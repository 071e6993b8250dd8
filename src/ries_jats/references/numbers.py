"""Volume, issue and pages of a reference."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ..article.references import Part

_ROMAN = r"[IVXLCDM]+(?![\w])"
_NUMBER = rf"(?:\d+(?:[-–/.,]\d+)*(?:[A-Za-z](?!\w))?(?:\s(?:bis|ter))?|{_ROMAN})"
_ISSUE_WORDS = (
    r"n\s?[°ºᵒ˚]s?\.?|n\.\s?[°ºᵒ]s?|№|nos?\.?|nums?\.?|núms?\.?|números?|numéros?|numbers?|nro?s?\.?|issues?|iss\.?|cahiers?"
    r"|fasc(?:icules?|ículos?|\.)?|hors[- ]série|n\."
)
_VOLUME_WORDS = r"vols?\.?|volumes?|volúmenes|volumen|tomes?|tomos?|tom\.?|t\.|bd\.?|band|v\.|jg\.?|année|año"
_ISSUE = re.compile(
    rf"(?<![\w])(?:{_ISSUE_WORDS})\s*(?:(?:spécial|special)\s*)?:?\s*(?P<number>{_NUMBER})", re.IGNORECASE
)
_VOLUME = re.compile(rf"(?<![\w])(?:{_VOLUME_WORDS})\s*:?\s*(?P<number>{_NUMBER})", re.IGNORECASE)
_COUNT = re.compile(
    r"(?<![\w/])(?P<number>\d+|deux|trois|quatre|two|three|four|dos|tres|cuatro)\s*(?:vols?\.?|volumes|tomes|tomos|volúmenes)"
    r"(?!\s*[\dIVX])(?![\w])",
    re.IGNORECASE,
)
_ANNUAL = re.compile(r"(?P<number>\d+)\s?(?:e|ᵉ|ème|è|º|ª|th|st|nd|rd)\s+(?:année|année|año|year)", re.IGNORECASE)
_BRACKETED = re.compile(
    rf"(?P<volume>{_NUMBER})\s*\(\s*(?:{_ISSUE_WORDS})?\s*(?P<issue>[^()]*?\d[^()]*?)\s*\)", re.IGNORECASE
)
_JOINED = re.compile(r"(?<!\d)(?P<volume>\d+)\s?[/:.,]\s?(?P<issue>\d+(?:[-–/]\d+)?)(?!\d)")
_IN_BRACKETS = re.compile(rf"[\s;,.:]*\(\s*(?P<issue>{_NUMBER})\s*\)")
_PLAIN = re.compile(_NUMBER)
_LAST_NUMBER = re.compile(r"(?<![\w/.-])(?P<number>[A-Z]{0,3}[-/]?\d[\d/.-]*\d|\d)[\s.,;:()]*$")
_SIGN_LAST = re.compile(rf"(?<!\w)(?:{_ISSUE_WORDS})\s*$", re.IGNORECASE)
_BEFORE_YEAR = re.compile(rf"(?:(?P<volume>\d+|{_ROMAN})\s?[-/]\s?)?(?P<issue>\d+(?:[-–]\d+)?)\s*\|")
"""`5 | 2006`, `12/3 | 2006`: how the journals of OpenEdition number their issues."""

_PAGE_WORDS = r"pp?\.?|pages?|pags?\.?|págs?\.?|páginas?|pgs?\.|s\.|seiten?|f\.|fols?\.|col\."
_SMALL = r"(?=[cxlvi])c{0,3}(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})"
_PAGE = rf"(?:[A-Za-z]-?)?\d+[a-z]?(?!\w)|{_SMALL}(?!\w)|{_SMALL.upper()}(?!\w)"
_PAGES = re.compile(
    rf"(?:(?<!\w)|(?<=(?<!\w)p)|(?<=(?<!\w)pp))(?P<first>{_PAGE})(?:\s*(?:[-–—‑‐−]+|à|to|al?)\s*(?P<last>{_PAGE}))?"
)
_LISTED = re.compile(
    rf"(?<!\w)(?:{_PAGE})(?:\s*[-–—‑]\s*(?:{_PAGE}))?(?:\s*(?:,|;|et|and|y|&)\s*(?:{_PAGE})(?:\s*[-–—‑]\s*(?:{_PAGE}))?)+"
)
_SIZE = re.compile(
    r"(?<![\w-])(?P<size>(?:[ivxlcdmIVXLCDM]+\s?[-+,]\s?)?\d+)\s*(?:pp?\.?|pages|págs?\.?|páginas|pag\.|S\.|Seiten|f\.|ff\.|folios)(?!\s?\d)(?!\w)"
)
_TWO_COUNTS = re.compile(r"(?<!\w)pp?\.\s?(?P<size>[ivxlc]+\s?\+\s?\d+)(?!\w)")
"""`pp. xii + 310`: how many pages there are, those of the preface counted apart."""
_OTHER = re.compile(
    r"(?:\b(?:chap|chaps|ch|fragment|fr|cap|caps|fig|art|note|livre|book|libro|sect?|section|vv?|ll?|no?)\.?|§)\s*$",
    re.IGNORECASE,
)
"""What a number that is no page follows."""
_MARKED = re.compile(rf"(?<!\w)(?:{_PAGE_WORDS})\s?(?={_PAGE})", re.IGNORECASE)
_ELOCATION = re.compile(
    r"(?:(?:art(?:icle|ículo|\.)?|e-?loc(?:ation)?)\s*(?:n[°ºo]\.?\s*)?)?(?P<id>e\d{2,}|[A-Z]?\d{5,})", re.IGNORECASE
)


def volume_parts(text: str, start: int, stop: int, *, is_serial: bool, counts_issues: bool = False) -> Iterator[Part]:
    """Volume and issue between two places, or how many volumes there are.

    `is_serial` if a journal holds the work, `counts_issues` if that journal has no volumes.
    """
    if count := _COUNT.search(text, start, stop):
        yield Part(*count.span("number"), "size", (("units", "volumes"),))
        return
    if text[:start].rstrip().endswith("/") and (number := _PLAIN.search(text, start, stop)):
        yield from _within_year(text, number, stop)
        return
    if numbered := _BEFORE_YEAR.search(text, start, stop):
        yield from (Part(*numbered.span(name), name) for name in ("volume", "issue") if numbered[name])
        return
    volume = _VOLUME.search(text, start, stop) or _ANNUAL.search(text, start, stop)
    if volume:
        yield Part(*volume.span("number"), "volume")
    issue = _ISSUE.search(text, start, stop)
    if issue:
        yield Part(*issue.span("number"), "issue")
    if volume and issue:
        return
    parts = list(_unmarked(text, start, stop, (volume, issue), is_serial=is_serial))
    is_alone = counts_issues and len(parts) == 1 and not volume and not issue
    yield from [replace(parts[0], element="issue")] if is_alone else parts


def _within_year(text: str, number: re.Match[str], stop: int) -> Iterator[Part]:
    """`2010/3 (n° 232)`, `2010/3 Vol. 35`: the issue by the number of the journal, else the third of its year."""
    volume = _VOLUME.search(text, number.end(), stop) or _ANNUAL.search(text, number.end(), stop)
    issue = _ISSUE.search(text, number.end(), stop)
    if volume:
        yield Part(*volume.span("number"), "volume")
    yield Part(*(issue.span("number") if issue else number.span()), "issue")


def _unmarked(
    text: str, start: int, stop: int, found: tuple[re.Match[str] | None, re.Match[str] | None], *, is_serial: bool
) -> Iterator[Part]:
    """What numbers say by where they stand: `12(3)`, `12/3`, `(3)`, `12`."""
    volume, issue = found
    if volume:
        rest = _IN_BRACKETS.search(text, volume.end(), stop) or (
            _PLAIN.search(text, volume.end(), stop) if is_serial else None
        )
        if rest:
            yield Part(*rest.span("issue" if rest.re is _IN_BRACKETS else 0), "issue")
    elif issue:
        if before := _PLAIN.search(text, start, issue.start()):
            yield Part(*before.span(), "volume")
    elif pair := _BRACKETED.search(text, start, stop) or (_JOINED.search(text, start, stop) if is_serial else None):
        yield Part(*pair.span("volume"), "volume")
        yield Part(*pair.span("issue"), "issue")
    elif alone := _IN_BRACKETS.match(text, start, stop):
        yield Part(*alone.span("issue"), "issue")
    elif plain := list(_PLAIN.finditer(text, start, stop)):
        yield Part(*plain[0].span(), "volume")
        if len(plain) > 1 and is_serial:
            yield Part(*plain[1].span(), "issue")


def paper_number(text: str, start: int, stop: int) -> Iterator[Part]:
    """The number at the end of what calls itself a working paper: `Document de travail n° 12`."""
    if number := _LAST_NUMBER.search(text, start, stop):
        yield Part(*number.span("number"), "issue")


def without_sign(text: str, start: int, stop: int) -> int:
    """Where the words before a number end, without those that only say that one follows."""
    sign = _SIGN_LAST.search(text, start, stop)
    return sign.start() if sign else stop


def page_parts(text: str, start: int, stop: int, *, is_serial: bool) -> Iterator[Part]:
    """First and last page between two places, the list of pages, or the number of pages of a book."""
    if whole := _TWO_COUNTS.search(text, start, stop):
        yield Part(*whole.span("size"), "size", (("units", "pages"),))
        return
    marked = _MARKED.search(text, start, stop)
    size = _SIZE.search(text, start, stop)
    if size and not (marked and marked.start() < size.start()):
        yield Part(*size.span("size"), "size", (("units", "pages"),))
        start, marked = size.end(), _MARKED.search(text, size.end(), stop)
        if not marked:
            return
    place = marked.end() if marked else start
    if not marked and is_serial and (single := _ELOCATION.fullmatch(text, place, _before_marks(text, place, stop))):
        yield Part(*single.span("id"), "elocation-id")
        return
    pages = _range(text, place, stop, is_marked=marked is not None)
    listed = _LISTED.match(text, place, stop)
    if listed and pages and not pages["last"]:
        yield Part(*listed.span(), "page-range")
    elif pages:
        yield Part(*pages.span("first"), "fpage")
        if pages["last"]:
            yield Part(*pages.span("last"), "lpage")


def _range(text: str, start: int, stop: int, *, is_marked: bool) -> re.Match[str] | None:
    """The first page or range; without `p.` before it a number, and not that of a chapter."""
    for pages in _PAGES.finditer(text, start, stop):
        if is_marked or (any(map(str.isdigit, pages[0])) and not _OTHER.search(text, start, pages.start())):
            return pages
    return None


def _before_marks(text: str, start: int, stop: int) -> int:
    while stop > start and text[stop - 1] in " .,;:)":
        stop -= 1
    return stop
