"""Where an article stands in its journal, as its suggested citation and the lines of the journal say."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..article.front import Numbering
from ..article.prose import Origin, Prose
from ..lexicon import words_of
from .contacts import DOI

VALUE = (
    r"\s*[.:°ºª]*\s*(?:o\s*)?"
    r"(?P<value>\d+[A-Za-z]?(?:\s*[-–/]\s*\d{1,3}(?!\d))?|(?-i:[IVXLC]{2,7}(?!\w)|[IVX](?=[,.;)])))"
)
RANGE = re.compile(
    r"(?<![\d/])(?P<fpage>[A-Za-z]?\d{1,5})\s*(?:[-–—]|\bà\b|\bto\b|\ba\b|\bbis\b)\s*(?P<lpage>[A-Za-z]?\d{1,5})(?![\d/])"
)
COMPACT = re.compile(r"(?<!\d)(?P<volume>\d{1,4})\s*\((?!(?:1[89]|20)\d\d\))(?P<issue>\d{1,4}(?:[-–/]\d{1,3})?)\)")
YEARLY = re.compile(r"(?<![\d–—-])(?P<volume>\d{1,4})\s*\(\s*(?P<year>(?:1[89]|20)\d\d)\s*\)")
"""`11 (2019)`: the volume and its year."""
BARRED = re.compile(r"(?<![\d-])(?P<issue>\d{1,4}(?:-\d{1,4})?)\s*\|\s*(?:19|20)\d\d(?!\d)")
"""`47 | 2019`: the issue and its year, as OpenEdition prints them."""
YEAR_ISSUE = re.compile(r"(?<!\d)(?:19|20)\d\d/(?P<issue>\d{1,2}(?:-\d{1,2})?)(?![\d/])")
"""`2020/3`: the year and the number of the issue in it, as Cairn prints them."""
BARE_VOLUME = re.compile(r"(?<!\d)(?P<volume>\d{1,4})\s*,\s*(?:no?|nr|n[°º]|issue|núm)\b", re.IGNORECASE)
"""`15, no. 2`: a volume that only its place tells."""
IDENTIFIER = re.compile(r"ISSN\W*\d{4}-\d{3}[\dXx]|(?:https?://\S+|doi\s*:?\s*\S+|10\.\d{4,9}/\S+)", re.IGNORECASE)
ELOCATION = re.compile(r"(?<!\w)(?P<value>e\d{1,7})(?!\w)")
"""`e45`: an article's number where there are no pages."""
ONE_PAGE = re.compile(r"(?P<fpage>[A-Za-z]?\d{1,5})(?![\w/]|\s*[-–—])")
YEAR = re.compile(r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)(?![\d/])")
TITLE = re.compile(r"[«“\"][^»”\"]{10,}[»”\"]")


def read_numbering(citation: Prose, journal_lines: Sequence[Prose]) -> Numbering:
    """Volume, issue, pages, year and DOI; the citation before the lines of the journal."""
    numbering = Numbering()
    for prose in (citation, *journal_lines):
        if prose:
            numbering = _merged(numbering, _read(prose))
    return numbering


def _merged(one: Numbering, other: Numbering) -> Numbering:
    known = {name: value for name, value in vars(one).items() if value}
    return replace(other, **known)


def _read(prose: Prose) -> Numbering:
    text = IDENTIFIER.sub(lambda match: " " * len(match[0]), _without_title(prose.text))
    volume, issue = _after(text, "volume"), _after(text, "number")
    bare_volume = BARE_VOLUME.search(text)
    yearly = None if bare_volume or volume or issue else YEARLY.search(text)
    volume = volume or (bare_volume.span("volume") if bare_volume else None)
    compact = None if yearly else COMPACT.search(text)
    has_numbers = bool(volume or issue or compact or yearly)
    rest = _blank(text, volume, issue)
    fpage, lpage = _pages(rest, has_numbers=has_numbers)
    elocation = ELOCATION.search(rest) if has_numbers and not fpage else None
    year = YEAR.search(rest)
    doi = DOI.search(prose.text)
    return Numbering(
        volume=_cut(prose, volume or _span(yearly, "volume") or _span(compact, "volume")),
        issue=_cut(prose, issue or _span(compact or BARRED.search(text) or YEAR_ISSUE.search(text), "issue")),
        year=_cut(prose, year and year.span("year")),
        fpage=_cut(prose, fpage),
        lpage=_cut(prose, lpage),
        elocation_id=_cut(prose, _span(elocation, "value")),
        doi=doi["doi"].rstrip(".,;)") if doi else "",
    )


def _span(match: re.Match[str] | None, name: str) -> tuple[int, int] | None:
    return match.span(name) if match else None


def _cut(prose: Prose, span: tuple[int, int] | None) -> Prose:
    """A value copied from a line that is kept whole elsewhere: its words count as read there."""
    return Prose.of(prose.text[slice(*span)], Origin.GENERATED) if span else Prose()


def _without_title(text: str) -> str:
    """The title of the article may hold figures: it is blanked, in the same length; the journal's numbers stay."""
    keys = words_of("masthead", "volume")
    blank = lambda match: match[0] if _mentions(match[0], keys) else " " * len(match[0])  # noqa: E731
    return TITLE.sub(blank, text)


def _mentions(text: str, keys: frozenset[str]) -> bool:
    return any(re.search(rf"\b{re.escape(key)}\b", text.casefold()) for key in keys) and len(text) < 60


def _after(text: str, key: str) -> tuple[int, int] | None:
    """Where the figure after a word for volume or number stands."""
    words = sorted(words_of("masthead", key), key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))}){VALUE}", re.IGNORECASE)
    match = pattern.search(_folded(text))
    return match.span("value") if match else None


def _folded(text: str) -> str:
    """Without accents, in the same length."""
    import unicodedata

    return "".join(unicodedata.normalize("NFKD", character)[0] for character in text)


def _pages(text: str, *, has_numbers: bool) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    words = sorted(words_of("masthead", "pages"), key=len, reverse=True)
    label = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})\s*[.:]*\s*", re.IGNORECASE)
    for match in label.finditer(_folded(text)):
        span = RANGE.match(text, match.end())
        if span:
            return span.span("fpage"), span.span("lpage")
        one = ONE_PAGE.match(text, match.end())
        if one and has_numbers and not re.match(r"pp|.*s\W*$", match[0].strip()):
            return one.span("fpage"), None
    if has_numbers:
        spans = [match for match in RANGE.finditer(text) if not _is_years(match)]
        if spans:
            return spans[-1].span("fpage"), spans[-1].span("lpage")
    return None, None


def _is_years(match: re.Match[str]) -> bool:
    return bool(YEAR.fullmatch(match["fpage"])) and bool(YEAR.fullmatch(match["lpage"]))


def _blank(text: str, *spans: tuple[int, int] | None) -> str:
    for span in spans:
        if span:
            text = text[: span[0]] + " " * (span[1] - span[0]) + text[span[1] :]
    return text


AFTER_TITLE = re.compile(
    r"[»”\"]\s*[,.]?\s*(?:In\s*:?\s*)?(?P<journal>[A-ZÀ-Þ][^«»“”\",()\d]{3,120}?)\s*(?=[,(«“\"]|vol|n[°oº]|\d|$)"
)
"""The journal in a citation: what stands between the quoted title and the first number."""


def read_journal_title(citation: Prose) -> Prose:
    """The journal's title as a suggested citation prints it; empty where no quoted title tells where it begins."""
    match = AFTER_TITLE.search(citation.text)
    return _cut(citation, match.span("journal")) if match else Prose()
