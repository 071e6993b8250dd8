"""Authors while the lines of a head are read, and how they are known again in other lines."""

import re
from dataclasses import dataclass, field

from ..article.front import Contributor
from ..lexicon import fold

SURNAME_LETTERS = 4
"""Letters from which a part of a surname is known in an address."""


@dataclass
class Draft:
    """An author while the lines are read."""

    contributor: Contributor
    markers: frozenset[str] = frozenset()
    calls: tuple[str, ...] = ()
    group: int = 0
    """Number of the group of lines that the author stands in."""
    affiliations: set[int] = field(default_factory=set)
    order: int = 0
    """Place in the byline."""


def is_named(contributor: Contributor, text: str) -> bool:
    """By the whole surname, or by given names and the first of two surnames."""
    surname, given = fold(contributor.surname.text), fold(contributor.given_names.text)
    folded = fold(text)
    short = f"{given} {surname.split(' ')[0]}" if given and surname else ""
    return bool(surname) and (surname in folded or (bool(short) and short in folded))


def owns(contributor: Contributor, emails: list[str]) -> bool:
    """Whether the author's address is one of `emails`."""
    return contributor.email.text in emails if contributor.email else False


def surname_in(contributor: Contributor, letters: str) -> bool:
    """Whether a part of the surname stands in the letters of an address."""
    parts = [part for part in re.split(r"[\W_]+", fold(contributor.surname.text)) if len(part) >= SURNAME_LETTERS]
    return any(part in letters for part in parts)


def name_end(contributor: Contributor, text: str) -> int:
    """Where the author's name ends at the beginning of `text`, in any order; 0 when it does not stand there."""
    surname, given = re.escape(contributor.surname.text), re.escape(contributor.given_names.text)
    if not contributor.surname.text or not contributor.given_names.text:
        return 0
    match = re.match(rf"(?:{surname}\s*,?\s*{given}|{given}\s+{surname})\s*[,:–-]\s*", text, re.IGNORECASE)
    return match.end() if match else 0
