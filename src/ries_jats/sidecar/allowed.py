"""The kinds of values that a sidecar may have beyond those of journal and issue."""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator
from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_11_2

from ..journal.allowed import Numbered, email, not_allowed

_ORCID = re.compile(r"(?:https?://(?:www\.)?orcid\.org/)?([0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X])", re.IGNORECASE)
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+)", re.IGNORECASE)
_ROR = re.compile(r"(?:https?://ror\.org/)?(0[a-hj-km-np-tv-z0-9]{6}[0-9]{2})", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>]+")
_DATE = re.compile(r"[12][0-9]{3}(?:-[0-9][0-9]){0,2}")
_YEAR = re.compile(r"[12][0-9]{3}")
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


def _orcid(text: str) -> str:
    """ISO 7064 mod 11-2: https://support.orcid.org/hc/en-us/articles/360006897674-Structure-of-the-ORCID-Identifier."""
    match = _ORCID.fullmatch(text)
    try:
        mod_11_2.validate(match[1].replace("-", "").upper() if match else "")
    except ValidationError as error:
        raise not_allowed("dddd-dddd-dddd-dddX, ISO 7064 mod 11-2") from error
    assert match
    return match[1].upper()


def _doi(text: str) -> str:
    """https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html, without the address of the resolver."""
    match = _DOI.fullmatch(text)
    if not match:
        raise not_allowed("10.dddd/…")
    return match[1]


def _ror(text: str) -> str:
    """ISO 7064 mod 97-10 over Crockford's base 32: https://ror.readme.io/docs/identifier."""
    match = _ROR.fullmatch(text)
    name = match[1].lower() if match else ""
    number = 0
    for character in name[:-2]:
        number = number * 32 + _CROCKFORD.index(character)
    if not name or 98 - number * 100 % 97 != int(name[-2:]):
        raise not_allowed("https://ror.org/0xxxxxxdd, ISO 7064 mod 97-10")
    return f"https://ror.org/{name}"


def _url(text: str) -> str:
    if not _URL.fullmatch(text):
        raise not_allowed("https://…")
    return text


def _year(text: str) -> str:
    if not _YEAR.fullmatch(text):
        raise not_allowed("1000 … 2999")
    return text


def _partial_date(text: str) -> str:
    """As much of a date of the calendar as is known: https://www.w3.org/TR/NOTE-datetime."""
    try:
        date.fromisoformat((text + "-01-01")[:10] if _DATE.fullmatch(text) else "")
    except ValueError as error:
        raise not_allowed("YYYY-MM-DD, YYYY-MM, YYYY") from error
    return text


def _date_as_text(value: object) -> object:
    """`2024-03-05` without quotation marks is a date of TOML."""
    return value.isoformat()[:10] if isinstance(value, date) else value


def _one_as_list(value: object) -> object:
    """One date where there may be several."""
    if value in ("", []):
        return []
    return value if isinstance(value, list) else [value]


def _given(check: Callable[[str], str]) -> AfterValidator:
    """`doi = ""` takes a wrong value out and puts none in its place."""
    return AfterValidator(lambda text: check(text) if text else text)


OrcidText = Annotated[str, _given(_orcid)]
DoiText = Annotated[str, _given(_doi)]
RorText = Annotated[str, _given(_ror)]
EmailText = Annotated[str, _given(email)]
UrlText = Annotated[str, _given(_url)]
YearText = Annotated[Numbered, _given(_year)]
PartialDate = Annotated[str, _given(_partial_date), BeforeValidator(_date_as_text)]
PartialDates = Annotated[list[PartialDate], BeforeValidator(_one_as_list)]
