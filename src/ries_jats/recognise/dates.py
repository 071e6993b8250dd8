"""Dates of an article's history: received, revised, accepted, published, in words or in figures.

https://jats.nlm.nih.gov/publishing/tag-library/1.3/attribute/date-type.html; the values are those that JATS suggests.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from ..article.front import EventDate
from ..article.prose import Prose
from ..lexicon import word_at_start

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

KINDS = {"received": "received", "revised": "rev-recd", "accepted": "accepted", "published": "pub"}
"""Labels of the lexicons and the date types they mean."""
FIGURES = re.compile(
    r"(?<!\d)(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)|(?<!\d)(\d{1,2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{4})(?!\d)"
)
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
WORDS = re.compile(r"[^\W\d_]+\.?|\d+(?:er|st|nd|rd|th|º|ª)?", re.IGNORECASE)
LANGUAGES = ["fr", "en", "es", "pt", "it", "de", "ar"]


def label_spans(text: str) -> Iterator[tuple[str, int, int]]:
    """Where each label of a date begins and ends, with the kind of its date."""
    place = 0
    for match in re.finditer(r"(?<!\w)(?=\w)", text):
        if match.start() >= place:
            for label, kind in KINDS.items():
                end = word_at_start("labels", label, text[match.start() :])
                if end:
                    place = match.start() + end
                    yield kind, match.start(), place
                    break


def iter_dates(prose: Prose, language: str) -> Iterator[tuple[EventDate, tuple[int, int]]]:
    """The dates that labels announce, each with where label and date stand."""
    labels = list(label_spans(prose.text))
    ends = [*(start for _, start, _ in labels[1:]), len(prose.text)][: len(labels)]
    for (kind, start, after), end in zip(labels, ends, strict=True):
        found = read_date(prose.text[after:end], language)
        if found:
            iso, first, last = found
            printed = prose.cut(after + first, after + last)
            yield EventDate(kind, iso, printed), (start, after + last)


def field_date(prose: Prose, language: str) -> EventDate | None:
    """The date of a field or style made for it (`date:`, `Date`), which nothing else stands beside: pandoc, Quarto and
    Word's templates mean that of publication.
    """
    found = read_date(prose.text, language)
    if not found or prose.text[: found[1]].strip() or prose.text[found[2] :].strip(" ."):
        return None
    return EventDate("pub", found[0], prose.cut(found[1], found[2]))


def read_date(text: str, language: str) -> tuple[str, int, int] | None:
    """The first date in `text` as YYYY-MM-DD, or as much of it as is printed, and where it stands."""
    figures = FIGURES.search(text)
    if figures:
        iso = _from_figures(figures)
        return (iso, *figures.span()) if iso else None
    year = YEAR.search(text)
    if not year:
        return None
    start, end = _extent(text, year)
    iso = _from_words(text[start:end], language)
    return (iso, start, end) if iso else (year[0], *year.span())


def _from_figures(match: re.Match[str]) -> str:
    """Day before month, as everywhere but in the United States; the other way where only that is a date."""
    year, month, day = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    if int(month) > 12 and int(day) <= 12:
        month, day = day, month
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""  # 31/02/2020


def _extent(text: str, year: re.Match[str]) -> tuple[int, int]:
    """From the day or month before the year to the year, or to the day after it (`2021 March 3`)."""
    before = list(WORDS.finditer(text, 0, year.start()))
    start = before[-4:][0].start() if before else year.start()
    return start, year.end()


def _from_words(text: str, language: str) -> str:
    """dateparser reads names of months in all our languages; what is not printed is not filled in."""
    cleaned = _cleaned(text)
    for precision, form in (("day month year", "%Y-%m-%d"), ("month year", "%Y-%m")):
        data = _parser(precision, language).get_date_data(cleaned)
        if data["date_obj"] and data["period"] == precision.split()[0]:
            return str(data["date_obj"].strftime(form))
    return ""


@cache
def _parser(precision: str, language: str) -> "DateDataParser":
    """A parser that wants these parts, and tries the article's language first."""
    from dateparser.date import DateDataParser

    languages = [language, *LANGUAGES] if language in LANGUAGES else LANGUAGES
    settings = {"REQUIRE_PARTS": precision.split(), "DATE_ORDER": "DMY"}
    return DateDataParser(languages=list(dict.fromkeys(languages)), settings=settings, use_given_order=True)


def _cleaned(text: str) -> str:
    """Without ordinals and joining words that dateparser does not know."""
    text = re.sub(r"(?<=\d)(?:er|st|nd|rd|th|º|ª|o)\b", "", text, flags=re.IGNORECASE)
    words = [word for word in re.split(r"[\s,:;()]+", text) if word.casefold() not in _SILENT]
    return " ".join(words)


_SILENT = frozenset("de del le la el on the du den der am il em".split())
