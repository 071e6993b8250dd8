"""The kinds of values that settings may have: each says in a few signs what is allowed, in no language."""

import re
from collections.abc import Callable
from functools import cache
from typing import Annotated

from babel import Locale
from babel.core import get_global
from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError
from stdnum import issn as issn_numbers

from ..findings import catalogue
from .licenses import LICENSE_URLS, spdx_identifier

NOT_ALLOWED = "not_allowed"
"""Type of the errors raised here; their context has `allowed`."""

_TAG = re.compile(
    r"[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-\w{4,8})*(?:-x-[\w-]+)?"
)
"""The parts of a BCP 47 tag that journals use: https://www.rfc-editor.org/info/bcp47."""
_PREFIX = re.compile(r"10\.\d{4,9}(?:\.\d+)*")
_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_TYPE = re.compile(r"[a-z]+(?:-[a-z]+)*")
_NO_COUNTRIES = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ".split())
"""Two-letter codes of CLDR that ISO 3166-1 does not assign."""
_CODE_OF_THREE = 3
"""Length of the codes for languages that have no code of two letters; not all of them are known here."""


def not_allowed(allowed: str) -> PydanticCustomError:
    """The error for a value that is not among the `allowed` ones."""
    return PydanticCustomError(NOT_ALLOWED, "allowed: {allowed}", {"allowed": allowed})


def _issn(text: str) -> str:
    """With hyphen and correct check digit: ISO 3297, https://www.issn.org/understanding-the-issn/issn-check-digit/."""
    if not issn_numbers.is_valid(text):
        raise not_allowed("dddd-dddX, ISO 3297")
    return str(issn_numbers.format(issn_numbers.compact(text)))


@cache
def _country_codes() -> frozenset[str]:
    """ISO 3166-1 alpha-2, from the territories of Unicode CLDR."""
    codes = map(str, Locale("en").territories)
    return frozenset(code for code in codes if len(code) == 2) - _NO_COUNTRIES


def _country(text: str) -> str:
    if text.upper() not in _country_codes():
        raise not_allowed("ISO 3166-1 alpha-2: FR, MA, ES …")
    return text.upper()


def _language(text: str) -> str:
    """A well-formed tag whose first part is the shortest code that the language has."""
    first = text.split("-", 1)[0].lower()
    shorter = get_global("language_aliases").get(first)
    is_known = first in Locale("en").languages or len(first) == _CODE_OF_THREE
    if not _TAG.fullmatch(text) or not is_known or shorter:
        raise not_allowed(f"BCP 47: {shorter}" if shorter else "BCP 47: fr, en, pt-BR …")
    return text


def _license(text: str) -> str:
    identifier = spdx_identifier(text)
    if identifier is None:
        raise not_allowed(f"SPDX: {', '.join(LICENSE_URLS)}")
    return identifier


def _doi_prefix(text: str) -> str:
    """https://www.doi.org/doi-handbook/HTML/doi-prefix.html."""
    if not _PREFIX.fullmatch(text):
        raise not_allowed("10.dddd … 10.ddddddddd")
    return text


def email(text: str) -> str:
    """An address for mail."""
    if not _EMAIL.fullmatch(text):
        raise not_allowed("name@example.org")
    return text


def _article_type(text: str) -> str:
    if not _TYPE.fullmatch(text):
        raise not_allowed("research-article, review-article, book-review, editorial …")
    return text


def _rule_code(text: str) -> str:
    if text not in catalogue():
        raise not_allowed("ries-jats rules")
    return text


def _digits_as_text(value: object) -> object:
    """`volume = 1` means the same as `volume = "1"`."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _between(first: int, last: int) -> Callable[[int], int]:
    def check(number: int) -> int:
        if not first <= number <= last:
            raise not_allowed(f"{first} … {last}")
        return number

    return check


IssnText = Annotated[str, AfterValidator(_issn)]
CountryCode = Annotated[str, AfterValidator(_country)]
LanguageTag = Annotated[str, AfterValidator(_language)]
SpdxIdentifier = Annotated[str, AfterValidator(_license)]
DoiPrefix = Annotated[str, AfterValidator(_doi_prefix)]
EmailText = Annotated[str, AfterValidator(email)]
ArticleType = Annotated[str, AfterValidator(_article_type)]
RuleCode = Annotated[str, AfterValidator(_rule_code)]
Numbered = Annotated[str, BeforeValidator(_digits_as_text)]
Year = Annotated[int, AfterValidator(_between(1000, 2999))]
Month = Annotated[int, AfterValidator(_between(1, 12))]
