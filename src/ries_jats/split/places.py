"""Places of publication: a city and its country, as mastheads and addresses print them."""

import re
from dataclasses import dataclass

from ..places import city_at_end, country_at_end

_AROUND = " \t,;:/|()[]–—-.•·"
_LAST_PIECE = re.compile(r"[^,;:/|()\[\]–—•·\t]*$")
_CITY = re.compile(r"(?:[A-Z]{1,3}-)?(?:\d{4,6}\s+)?(?P<city>[^\W\d_][\w'’.-]*(?:[ -][^\W\d_][\w'’.-]*){0,3})")
_POSTCODE_AFTER = re.compile(
    r"\s+(?:[A-Z]{2}\s+)?\d{4,6}(?:-\d{3,4})?$|\s+cedex(?:\s+\d+)?$|\s+[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{1,2}\d?$",
    re.IGNORECASE,
)
"""Of France, the United States, Spain; with `cedex`; of the United Kingdom and Canada."""


@dataclass(frozen=True, slots=True)
class PrintedPlace:
    """A city with its country; `span` is where both stand in the text."""

    city: str
    country: str
    span: tuple[int, int]


def ends_with_country(text: str) -> bool:
    """Whether an address ends with a country."""
    return country_at_end(text) is not None


def find_place(text: str) -> PrintedPlace | None:
    """The city and the country that `text` ends with: `…, 75005 Paris, France`; None when it ends otherwise."""
    found = country_at_end(text)
    if found is None:
        return None
    start, country = found
    before = _POSTCODE_AFTER.sub("", text[:start].rstrip(_AROUND))
    at = city_at_end(before, any_case=True)
    city = before[at:].strip(_AROUND) if at is not None else _city_by_shape(before)
    if not city:
        return None
    return PrintedPlace(city, country, (before.rindex(city), len(text.rstrip(_AROUND))))


def _city_by_shape(text: str) -> str:
    """The last piece of an address when it has the shape of a name; small towns are in no list."""
    piece = _LAST_PIECE.search(text)
    city = _CITY.fullmatch(piece[0].strip()) if piece else None
    return city["city"] if city and city["city"][:1].isupper() else ""
