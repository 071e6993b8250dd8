"""Volume, number and date of an issue, as cover and masthead print them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from babel import Locale

from ...lexicon import LANGUAGES, fold, lexicons, words_of
from ..likeness import flat
from ..lines import Line
from .forms import Form

_LONGEST = 300
_NUMBER = r"\d{1,4}(?:\s?[-–/]\s?\d{1,3})?"
_ROMAN = r"[ivxlc]{1,7}"
_YEAR = r"(?:1[5-9]|20)\d\d"
_YEARS = re.compile(rf"(?<![\d-]){_YEAR}(?![\d-]*\d)")
_SHORT_YEARS = re.compile(_YEAR)
_ORDINALS = (
    "1er|1ere|2e|2eme|3e|4e|premier|deuxieme|second|troisieme|quatrieme|primer|segundo|tercer|cuarto|primeiro|terceiro|"
    "quarto|first|third|fourth|1st|2nd|3rd|4th|primo|secondo|1[o°]|2[o°]|3[o°]|4[o°]"
)
_PART_OF_YEAR = rf"(?:{_ORDINALS})\s+(?:semestre|trimestre|quadrimestre|cuatrimestre|semester|trimester|quarter|half)"
"""Parts of a year that are no season: `premier semestre 2024`."""
_PAIR = re.compile(
    rf"(?<![\d/.])(?:(?P<year>{_YEAR})\s?/\s?(?P<number>\d{{1,2}})|(?P<first>\d{{1,3}})\s?/\s?(?P<last>{_YEAR}))(?![\d/])"
)
_IN_BRACKETS = re.compile(r"(?<!\d)(?P<volume>\d{1,3})\s?\((?P<number>\d{1,3}(?:[-–/]\d{1,3})?)\)")
_LONE_YEAR = re.compile(rf"(?:©|\(c\)|copyright)?\s*(?P<year>{_YEAR})(?:\s.{{0,60}})?", re.IGNORECASE)


@dataclass(frozen=True)
class Numbering:
    """Which issue it is; the forms are those that are printed, `value` of each what it says."""

    volume: str = ""
    number: str = ""
    year: int | None = None
    month: int | None = None
    season: str = ""
    numbers: tuple[Form, ...] = ()
    dates: tuple[Form, ...] = ()


@dataclass(frozen=True, slots=True)
class _Statement:
    """What one line says of the issue; `weight` is how much it can be trusted."""

    volume: str = ""
    number: str = ""
    year: str = ""
    month: str = ""
    season: str = ""
    span: tuple[int, int] | None = None
    date_span: tuple[int, int] | None = None

    @property
    def weight(self) -> float:
        """Volume and number together are an issue's; a number alone may be that of a house."""
        parts = bool(self.volume) + bool(self.number)
        return 3 * (parts > 1) + 1.5 * bool(parts and self.year) + 0.5 * bool(parts) + bool(self.season or self.month)


def read_numbering(lines: Sequence[Line]) -> Numbering:
    """What most lines say, the weightiest first."""
    found = [(line, statement) for line in lines if line and (statement := read_statement(line.text))]
    values = {name: _best(found, name) for name in ("volume", "number", "year", "month", "season")}
    values["year"] = values["year"] or _lone_year(lines)
    return Numbering(
        volume=values["volume"],
        number=values["number"],
        year=int(values["year"]) if values["year"] else None,
        month=int(values["month"]) if values["month"] else None,
        season=values["season"],
        numbers=tuple(_number_forms(found)),
        dates=tuple(_date_forms(found)),
    )


def statement_spans(text: str) -> list[tuple[int, int]]:
    """Where in a line numbering and date stand."""
    statement = read_statement(text)
    spans = (statement.span, statement.date_span) if statement else ()
    return sorted(span for span in spans if span)


def read_statement(text: str) -> _Statement | None:
    """What a line says of the issue, None when it says nothing."""
    bare = flat(text)
    if len(text) > _LONGEST or _is_of_something_else(text):
        return None
    volume, number = _volumes("volume").search(bare), _numbers().search(bare)
    volume = volume or _volumes("year").search(bare)
    spans = [match.span() for match in (volume, number) if match and not _is_year(match["value"])]
    statement = _Statement(
        volume=_value(volume["value"]) if volume and not _is_year(volume["value"]) else "",
        number=_value(number["value"]) if number and not _is_year(number["value"]) else "",
        span=(min(start for start, _ in spans), max(end for _, end in spans)) if spans else None,
    )
    dated = _with_date(statement, text, bare)
    return dated if dated.span or dated.date_span else None


def _with_date(statement: _Statement, text: str, bare: str) -> _Statement:
    statement = statement if statement.span else _from_pair(bare)
    date = _dates().search(bare)
    start = statement.span[0] if statement.span else 0
    year = date["year"] if date else ""
    if not year and statement.span and not statement.year:
        after = _YEARS.search(bare, start) or _YEARS.search(bare)
        year = after[0] if after else ""
    season, month = _season_and_month(date, text) if date else ("", "")
    return _Statement(
        statement.volume,
        statement.number,
        year or statement.year,
        month,
        season,
        statement.span,
        date.span() if date else None,
    )


def _from_pair(bare: str) -> _Statement:
    """`2024/1`, `1/2024`, `12(3)`: without words, and so only in lines that say nothing else of it."""
    if pair := _PAIR.search(bare):
        number = pair["number"] or pair["first"]
        return _Statement(number=_value(number), year=pair["year"] or pair["last"], span=pair.span())
    brackets = _IN_BRACKETS.search(bare) if _SHORT_YEARS.search(bare) else None
    if brackets:
        return _Statement(_value(brackets["volume"]), _value(brackets["number"]), span=brackets.span())
    return _Statement()


def _season_and_month(date: re.Match[str], text: str) -> tuple[str, str]:
    first, last = date["first"], date["last"]
    if first in _month_numbers() and not last:
        return "", str(_month_numbers()[first])
    printed = text[date.start("first") : date.end("last") if last else date.end("first")]
    return (printed.capitalize() if printed.isupper() else printed[:1].upper() + printed[1:]), ""


def _is_of_something_else(text: str) -> bool:
    """Legal deposit and book numbers are no numbers of an issue."""
    folded = f" {fold(text)} "
    return any(f" {word} " in folded for key in ("legal-deposit", "isbn") for word in words_of("masthead", key))


def _is_year(value: str) -> bool:
    return bool(_SHORT_YEARS.fullmatch(value))


def _value(printed: str) -> str:
    """Without leading zeros; Roman numbers in capitals."""
    if printed[0].isdigit():
        return "-".join(part.strip().lstrip("0") or "0" for part in re.split(r"[-–/]", printed))
    return printed.upper()


def _best(found: Sequence[tuple[Line, _Statement]], name: str) -> str:
    weights: dict[str, float] = defaultdict(float)
    for _, statement in found:
        if value := getattr(statement, name):
            weights[value] += 0.1 + statement.weight
    return max(weights, key=lambda value: weights[value], default="")


def _lone_year(lines: Sequence[Line]) -> str:
    """A line with nothing but a year, or with its copyright."""
    years = (_LONE_YEAR.fullmatch(line.text.strip()) for line in lines)
    return next((match["year"] for match in years if match), "")


def _number_forms(found: Sequence[tuple[Line, _Statement]]) -> Iterator[Form]:
    for line, statement in found:
        if statement.span and statement.weight > 1:
            yield Form(line.text[slice(*statement.span)], line.number, f"{statement.volume}/{statement.number}")


def _date_forms(found: Sequence[tuple[Line, _Statement]]) -> Iterator[Form]:
    for line, statement in found:
        if statement.date_span:
            value = f"{statement.year}-{statement.month or fold(statement.season)}"
            yield Form(line.text[slice(*statement.date_span)], line.number, value)


# Patterns


@cache
def _volumes(key: str) -> re.Pattern[str]:
    """By the words for a volume, or by those for a year of the journal: `Año 5, número 9`."""
    return re.compile(
        rf"(?<!\w)(?:{_alternatives(key)})\s*[.:,]?\s*(?:n[o°]\.?\s*)?(?P<value>{_NUMBER}|{_ROMAN})(?!\w)"
    )


@cache
def _numbers() -> re.Pattern[str]:
    short = r"n\s?\.?\s?[o°]\.?|n[o°]s?\.?|n\.|#"
    return re.compile(
        rf"(?<!\w)(?:{_alternatives('number')}|{short})\s*[.:,]?\s*(?:n[o°]\.?\s*)?(?P<value>{_NUMBER})(?!\w)"
    )


@cache
def _dates() -> re.Pattern[str]:
    """A month or a season, or two, with its year: `Mai 2025`, `Enero-junio de 2024`, `Spring/Summer 2024`."""
    names = "|".join(sorted(map(re.escape, _month_numbers().keys() | _season_words()), key=len, reverse=True))
    names += rf"|{_PART_OF_YEAR}"
    joint = r"\s*(?:[-–—/]|\ba\b|\bto\b|\bet\b|\band\b|\by\b|\be\b)\s*"
    between = r"\.?\s*,?\s*(?:de[l]?\s+|of\s+)?"
    return re.compile(
        rf"(?<!\w)(?P<first>{names})(?!\w)(?:\.?{joint}(?P<last>{names})(?!\w))?{between}(?P<year>{_YEAR})(?!\d)"
    )


def _alternatives(key: str) -> str:
    """Words of three letters or more; inside long ones a space may have been left by the extraction."""
    listed = {flat(word) for lexicon in lexicons() for word in lexicon.words("masthead", key)}
    chosen = sorted((word for word in listed if len(word.strip(". ")) >= 3), key=len, reverse=True)
    return "|".join(r"\s?".join(map(re.escape, word)) if len(word) > 4 else re.escape(word) for word in chosen)


@cache
def _month_numbers() -> dict[str, int]:
    """Flat name of a month, whole or short → its number."""
    names: dict[str, int] = {}
    for language in LANGUAGES:
        months = Locale(language).months
        for context, width in (("format", "wide"), ("stand-alone", "wide"), ("format", "abbreviated")):
            for number, name in months[context][width].items():
                short = flat(name).rstrip(".")
                names.setdefault(short, number) if len(short) > 2 else None
    return names


@cache
def _season_words() -> frozenset[str]:
    return frozenset(
        flat(word)
        for lexicon in lexicons()
        for season in ("spring", "summer", "autumn", "winter")
        for word in lexicon.words("seasons", season)
    )
