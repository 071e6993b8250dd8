"""Dates of a reference: year, month and day of the work, and the day on which an address was read."""

import re
from collections.abc import Iterator
from functools import cache

from ..article.references import Part
from .labels import Label
from .phrases import folded_word, months
from .reading import Reading

_YEAR = r"(?:1[4-9]|20)\d\d"
_SINGLE = re.compile(rf"(?<![\d-]){_YEAR}(?:-?[a-h](?![\w]))?(?!\d)")
_RANGE = re.compile(rf"(?<!\d)({_YEAR})\s?[-–—/]\s?({_YEAR}|\d\d)(?!\d)")
_ISO = re.compile(rf"(?<!\d)({_YEAR})([-/.])(\d\d?)\2(\d\d?)(?!\d)")
_DAY_FIRST = re.compile(rf"(?<!\d)(\d\d?)([-/.])(\d\d?)\2({_YEAR})(?!\d)")
_DAY = re.compile(r"(?<![\d-])(0[1-9]|[12]?\d|3[01])(?:er|st|nd|rd|th|º|°)?(?![\w-])")
_CLOSE = re.compile(r"[\])>]|https?:|www\.|(?<=\d{4})[.,;]")
_LONGEST_RANGE = 3
"""Years between two with a solidus; those of an original and of its reprint lie further apart."""
_NEVER_ACCESSED = frozenset({Label.AUTHOR, Label.TITLE, Label.JOURNAL, Label.CONTAINER_TITLE})


@cache
def _month() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _spellings()), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _spellings() -> set[str]:
    """The months with their accents or without."""
    from ..lexicon import lexicons

    listed = (lexicon.words("references", "month") for lexicon in lexicons())
    printed = {each for names in listed for name in names for each in name.split("|")}
    return printed | set(months())


def date_parts(text: str, start: int, stop: int) -> Iterator[Part]:
    """Year, month and day between two places; the year carries the whole date as ISO 8601 writes it."""
    if found := numeric_date(text, start, stop):
        yield from found
        return
    year = _year(text, start, stop)
    if year is None:
        return
    month = _month().search(text, start, stop)
    parts = [year]
    iso = year.attribute("iso-8601-date")
    if month and "/" not in iso:
        number = months()[folded_word(month[0])]
        parts.append(Part(month.start(), month.end(), "month"))
        iso = f"{iso}-{number:02}"
        if day := _day(text, start, stop, month):
            parts.append(Part(*day.span(1), "day"))
            iso = f"{iso}-{int(day[1]):02}"
    yield Part(year.start, year.stop, "year", (("iso-8601-date", iso),))
    yield from parts[1:]


def numeric_date(text: str, start: int, stop: int) -> list[Part]:
    """`2015-03-04`, `04/03/2015`; the month is never taken for the day where the numbers do not tell."""
    if match := _ISO.search(text, start, stop):
        year, month, day = 1, 3, 4
    elif match := _DAY_FIRST.search(text, start, stop):
        year, month, day = 4, 3, 1
    else:
        return []
    if not (0 < int(match[month]) < 13 and 0 < int(match[day]) < 32):
        return [Part(*match.span(year), "year", (("iso-8601-date", match[year]),))]
    iso = f"{match[year]}-{int(match[month]):02}-{int(match[day]):02}"
    return [
        Part(*match.span(year), "year", (("iso-8601-date", iso),)),
        Part(*match.span(month), "month"),
        Part(*match.span(day), "day"),
    ]


def _year(text: str, start: int, stop: int) -> Part | None:
    """The year of the work: a range, else the first year, rather one outside square brackets."""
    if span := _RANGE.search(text, start, stop):
        last = span[2] if len(span[2]) == 4 else span[1][:2] + span[2]
        if "/" in span[0] and int(last) - int(span[1]) > _LONGEST_RANGE and len(span[2]) == 4:
            # `1975/2002`: the original, then the work that is cited.
            return Part(*span.span(2), "year", (("iso-8601-date", last),))
        if span[1] < last:
            return Part(*span.span(), "year", (("iso-8601-date", f"{span[1]}/{last}"),))
    years = list(_SINGLE.finditer(text, start, stop))
    plain = [year for year in years if not is_original(text, year.start())]
    for year in plain or years:
        return Part(*year.span(), "year", (("iso-8601-date", year[0][:4]),))
    return None


def is_original(text: str, place: int) -> bool:
    """Whether a year stands in square brackets, as that of a first edition does."""
    return text[:place].rstrip().endswith("[")


def _day(text: str, start: int, stop: int, month: re.Match[str]) -> re.Match[str] | None:
    """A number right before the month, or right after it."""
    before = [day for day in _DAY.finditer(text, start, month.start()) if len(text[day.end() : month.start()]) < 5]
    return before[-1] if before else _DAY.match(text, month.end() + 1, stop)


def accessed_part(text: str, start: int, stop: int) -> Part | None:
    """The day on which an address was read, as printed."""
    parts = list(date_parts(text, start, stop))
    if not parts:
        return None
    iso = parts[0].attribute("iso-8601-date")
    first, last = min(part.start for part in parts), max(part.stop for part in parts)
    return Part(first, last, "date-in-citation", (("content-type", "access-date"), ("iso-8601-date", iso)))


def accessed_span(reading: Reading) -> tuple[int, int] | None:
    """Where the words after `consulté le`, `accessed` or MLA's `Web.` stand, up to a bracket, an address or the end."""
    for at, kinds in enumerate(reading.kinds):
        is_said = ("accessed" in kinds or "accessed+" in kinds) and not {"put-online", "put-online+"} & set(kinds)
        is_medium = reading.labels[at] is Label.MEDIUM and reading.tokens[at].text == "Web"
        if is_medium or (is_said and reading.labels[at] not in _NEVER_ACCESSED):
            start = reading.tokens[at].stop
            close = _CLOSE.search(reading.text, start)
            return start, close.start() if close else len(reading.text)
    return None
