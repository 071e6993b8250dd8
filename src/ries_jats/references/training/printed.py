"""What a record says, as one reference prints it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from .marks import marked
from .people import NameManner
from .records import Record
from .words import Words, title_case

_GUILLEMET = re.compile("« ?| ?»")
_SERIES_LEADS = ("", "", "", "coll. ", "coll. ", "Coll. ", "collection ", "Collection ")
_SERIES_QUOTES = (("« ", " »"), ("« ", " »"), ("“", "”"), ("", ""), ("", ""), ("«", "»"))


@dataclass(frozen=True, slots=True)
class Manner:
    """The habits that hold for one reference."""

    names: NameManner
    other_names: NameManner
    natural_names: NameManner
    quotes: str
    subtitle: str
    dash: str
    inside: bool = False
    titles_in_capitals: bool = False
    same_author: float = 0.0


@dataclass(frozen=True, slots=True)
class Printed:
    """A record in the words of a language and the manner of a style: what a form asks for."""

    record: Record
    words: Words
    manner: Manner
    rng: Random

    @property
    def inside(self) -> bool:
        """Whether commas and points go before a closing quotation mark."""
        return self.manner.inside

    def has(self, field: str) -> bool:
        """Whether the record has what the field is made of; the terms of the language are always there."""
        if self.is_term(field):
            return True
        name = NEEDS.get(field, field)
        return name in self.record.values or name in self.record.people

    def is_term(self, field: str) -> bool:
        """Whether the field is words of the language, which every record has."""
        return field in self.words.terms and field not in FIELDS

    def value(self, field: str) -> str:
        """The field as it is printed: a term, something made from several values, or a value as it is."""
        if field in FIELDS:
            return FIELDS[field](self)
        if field in self.words.terms:
            return self.words.grammar.words(field, self.rng)
        return self.record.values[field]


def _authors(printed: Printed) -> str:
    if printed.rng.random() < printed.manner.same_author:
        return printed.words.grammar.words("same", printed.rng).rstrip(",")
    return printed.manner.names.names(printed.record.people["authors"])


def _body(printed: Printed) -> str:
    return marked(printed.record.values["body"], "collab")


def _edition(printed: Printed) -> str:
    return printed.words.grammar.words("edition", printed.rng)


def _title(printed: Printed) -> str:
    return _with_subtitle(printed, "title", "subtitle")


def _container(printed: Printed) -> str:
    return _with_subtitle(printed, "container", "container_subtitle")


def _with_subtitle(printed: Printed, title: str, subtitle: str) -> str:
    text, more = printed.record.values[title], printed.record.values.get(subtitle, "")
    if more and text[-1] not in "?!…":
        text = f"{text}{_recased(printed, more)}"
    return title_case(text) if printed.manner.titles_in_capitals else text


def _recased(printed: Printed, subtitle: str) -> str:
    between = printed.manner.subtitle
    letter = subtitle[0].upper() if between.strip() == "." or printed.rng.random() < 0.5 else subtitle[0].lower()
    return f"{between}{letter}{subtitle[1:]}"


def _quoted(printed: Printed) -> str:
    opening, closing = printed.manner.quotes.split("|")
    inner = _title(printed)
    if "«" in opening and "« " in inner and printed.rng.random() < 0.7:
        inner = inner.replace("« ", "“").replace(" »", "”")
    elif "“" in opening and "“" in inner:
        inner = inner.replace("“", "‘").replace("”", "’")
    return f"{opening}{inner}{closing}"


def _short_title(printed: Printed) -> str:
    words = printed.record.values["title"].split()
    short = " ".join(words[: printed.rng.randint(3, 6)]).rstrip(",:( «“")
    short = short if short.count("«") == short.count("»") else _GUILLEMET.sub("", short)
    return short + printed.rng.choice(("", "", "…", "..."))


def _quoted_short(printed: Printed) -> str:
    opening, closing = printed.manner.quotes.split("|")
    return f"{opening}{_short_title(printed)}{closing}"


def _pages(printed: Printed) -> str:
    first, last = printed.record.values["first"], printed.record.values["last"]
    if len(first) == len(last) == 3 and first[0] == last[0] and printed.rng.random() < 0.15:
        last = last[1:]
    return f"{first}{printed.manner.dash}{last}"


def _cited(printed: Printed) -> str:
    """A page that is cited, with what may follow it."""
    first, dash = printed.rng.randint(1, 480), printed.manner.dash
    to = f"{dash}{first + printed.rng.randint(1, 9)}"
    after = ("", "", "", "", to, to, " sq.", " et s.", " ss.", f", {first + 12}", f"-{first + 1}", " sqq.", ", n. 3")
    return f"{first}{printed.rng.choice(after)}"


def _date(printed: Printed) -> str:
    return _dated(printed, "date")


def _month_year(printed: Printed) -> str:
    return _dated(printed, "month_year")


def _day_month(printed: Printed) -> str:
    return _dated(printed, "day_month")


def _dated(printed: Printed, what: str) -> str:
    values = printed.record.values
    pattern = printed.rng.choice(printed.words.dates[what])
    return pattern.format(day=values.get("day", ""), month=_month(printed), year=values["year"])


def _doi_address(printed: Printed) -> str:
    start = printed.rng.choice(
        ("https://doi.org/", "https://doi.org/", "http://dx.doi.org/", "https://dx.doi.org/", "doi.org/")
    )
    return start + printed.record.values["doi"]


def _month(printed: Printed) -> str:
    short = printed.words.lists.get("months_short", ())
    months = short if short and printed.rng.random() < 0.15 else printed.words.lists["months"]
    return months[int(printed.record.values["month"]) - 1]


def _digits(printed: Printed) -> str:
    values = printed.record.values
    point = printed.rng.choice("//.-")
    return f"{int(values['day']):02}{point}{int(values['month']):02}{point}{values['year']}"


def _year(printed: Printed) -> str:
    """The year, mostly bare; with a letter, with the year of the first edition, or none."""
    year, chance = printed.record.values["year"], printed.rng.random()
    if chance > 0.12:
        return year
    if chance > 0.05:
        return year + printed.rng.choice("aab")
    if chance > 0.02:
        old = int(year) - printed.rng.randint(5, 90)
        return printed.rng.choice(
            (f"{year} [{old}]", f"[{old}] {year}", f"{old}/{year}", f"{year} ({old})", f"{old}-{year}")
        )
    return printed.words.grammar.words(printed.rng.choice(("nodate", "nodate", "inpress")), printed.rng)


def _bare_year(printed: Printed) -> str:
    return printed.record.values["year"]


def _collection(printed: Printed) -> str:
    number = printed.record.values.get("series_number", "")
    between = printed.rng.choice((", ", ", n° ", " ", ", no. ", ", nº ", ", vol. ")) if number else ""
    return f"{printed.record.values['collection']}{between}{number}"


def _series(printed: Printed) -> str:
    lead, (opening, closing) = printed.rng.choice(_SERIES_LEADS), printed.rng.choice(_SERIES_QUOTES)
    return f"{lead}{opening}{_collection(printed)}{closing}"


def _volume(printed: Printed) -> str:
    volume = int(printed.record.values["volume"])
    return _roman(volume) if printed.rng.random() < 0.12 else str(volume)


def _tome(printed: Printed) -> str:
    number = int(printed.record.values["tome"])
    return _roman(number) if printed.rng.random() < 0.4 else str(number)


def _editors(printed: Printed) -> str:
    return printed.manner.other_names.names(printed.record.people["editors"])


def _edited(printed: Printed) -> str:
    return printed.manner.names.names(printed.record.people["editors"])


def _editors_natural(printed: Printed) -> str:
    return printed.manner.natural_names.names(printed.record.people["editors"])


def _translators(printed: Printed) -> str:
    return printed.manner.natural_names.names(printed.record.people["translators"][:1])


def _director(printed: Printed) -> str:
    return printed.manner.natural_names.names(printed.record.people["directors"])


def _director_inverted(printed: Printed) -> str:
    return printed.manner.names.names(printed.record.people["directors"])


def _tome_roman(printed: Printed) -> str:
    return _roman(printed.rng.randint(1, 90))


def _surnames(printed: Printed) -> str:
    name = printed.record.people["authors"][0]
    surname = name.surname.upper() if "S" in printed.manner.names.first else name.surname
    return marked(surname, "collab" if name.is_body else "surname")


FIELDS: Mapping[str, Callable[[Printed], str]] = {
    "authors": _authors,
    "bare_year": _bare_year,
    "body": _body,
    "cited": _cited,
    "collection": _collection,
    "container": _container,
    "date": _date,
    "digits": _digits,
    "director": _director,
    "director_inverted": _director_inverted,
    "dm": _day_month,
    "doi_url": _doi_address,
    "edited": _edited,
    "edition": _edition,
    "editors": _editors,
    "editors_natural": _editors_natural,
    "month": _month,
    "month_day": _day_month,
    "month_year": _month_year,
    "pages": _pages,
    "quoted": _quoted,
    "quoted_short": _quoted_short,
    "series": _series,
    "short_title": _short_title,
    "surname": _surnames,
    "title": _title,
    "tome": _tome,
    "tome_roman": _tome_roman,
    "translators": _translators,
    "volume": _volume,
    "year": _year,
}
"""Fields that are more than a value of the record."""
NEEDS: Mapping[str, str] = {
    "bare_year": "year",
    "cited": "title",
    "date": "day",
    "digits": "day",
    "director": "directors",
    "director_inverted": "directors",
    "dm": "day",
    "doi_url": "doi",
    "edited": "editors",
    "editors_natural": "editors",
    "month_day": "day",
    "month_year": "month",
    "pages": "last",
    "quoted": "title",
    "quoted_short": "title",
    "series": "collection",
    "short_title": "title",
    "surname": "authors",
    "tome_roman": "title",
}
"""What a field is made of, where that has another name."""


def _roman(number: int) -> str:
    signs = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for value, sign in signs:
        text += sign * (number // value)
        number %= value
    return text
