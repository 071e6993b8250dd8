"""Laws and judgments: what their titles look like, and where these end."""

import re

_YEAR = r"(?:1[4-9]|20)\d\d"
_PARTIES = re.compile(r"\w\s+(?:v\.?|vs\.?|c\.|c/)\s+[A-ZÀ-ÞŒ]")
_DATED_ACT = re.compile(rf"\b(?:Act|Order|Regulations|Rules|Bill)(?:\s\([^()]*\))?,?\s{_YEAR}\b")
_PLACE_IN_REPORTER = re.compile(r",\s*(?:\d+\s+[A-Z][A-Za-z. ]{0,14}\s?\d+|(?:c|ch|cap|chap)\.\s?\d+)[^\w]*$")
_ARTICLE = re.compile(
    r"(?:Art(?:icle)?s?|Artículos?|Artigo)\b\.?\s?[A-Z]?\.?\s?\d.*"
    r"\b(?:[Cc]ode|[Cc]ódigo|[Cc]onstitu)"
)


def without_place(title: str) -> int:
    """How long a title is without the reporter (`347 U.S. 483`) or the chapter (`c. 15`) printed after it."""
    found = _PLACE_IN_REPORTER.search(title)
    return found.start() if found else len(title)


def is_legal(title: str) -> bool:
    """Whether a title names the parties of a case (`Doe v. Harbour Board`), an act with its year, or an article."""
    return any(form.search(title) for form in (_PARTIES, _DATED_ACT)) or _ARTICLE.match(title) is not None
