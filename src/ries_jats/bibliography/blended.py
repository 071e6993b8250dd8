"""A printed reference and what a citation manager knows of its work, in one.

The manager's values win as values; as tags they win only where they are printed, in whatever capitals and signs. What
the manager does not know the printed words say.
"""

import re
from dataclasses import replace
from typing import Any

from rapidfuzz import fuzz

from ..article.model import Reference
from ..article.references import ParsedReference
from ..article.works import Person, Role, Work
from .csl import VARIABLES
from .relaid import relaid
from .same import plain

VAGUE = frozenset({"article", "document"})
"""Types of which managers make use for whatever has none."""
ALIKE = 90
"""How like each other two values are, of 100, that are one value."""
IDENTIFIERS = frozenset({"doi", "url", "isbn", "issn"})


def blended(printed: Reference, given: Work) -> Reference:
    """The entry with its work as `given` and its parts as far as that says where they stand; its words as they are."""
    text = printed.text.text
    parsed, own = printed.parsed or ParsedReference(text), printed.work or Work(text)
    given = replace(given, raw=text, type=own.type if given.type in VAGUE else given.type)
    laid = replace(own, type=given.type, people=_laid_people(own, given, text))
    values: dict[str, Any] = {name: _laid(name, own, given, text) for name in VARIABLES}
    laid = replace(laid, **values)
    if given.issued.year and given.issued.year in text:
        laid = replace(laid, issued=given.issued)
    return replace(printed, parsed=relaid(parsed, own, laid), work=_filled(given, own))


def _filled(given: Work, own: Work) -> Work:
    """With the printed values where nothing is given."""
    values: dict[str, Any] = {name: getattr(given, name) or getattr(own, name) for name in VARIABLES}
    people = tuple(pair for role in Role for pair in ((role, person) for person in given.all(role) or own.all(role)))
    issued, accessed = given.issued or own.issued, given.accessed or own.accessed
    return replace(given, **values, people=people, issued=issued, accessed=accessed)


def _laid(name: str, own: Work, given: Work, text: str) -> str:
    """A value as it is printed: that of the parser where it says the same, or where the other is not printed."""
    was, value = str(getattr(own, name)), str(getattr(given, name))
    if not value or (was and _is_same(was, value)) or name in IDENTIFIERS:
        return was
    return _printed(value, text) or was


def _is_same(one: str, other: str) -> bool:
    return fuzz.ratio(plain(one), plain(other)) >= ALIKE


def _printed(value: str, text: str) -> str:
    """The words as they stand in `text`, whatever their capitals and signs; empty where they do not."""
    words = re.findall(r"\w+", value)
    pattern = r"[\W_]+".join(map(re.escape, words))
    found = re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE) if words else None
    return found[0] if found else ""


def _laid_people(own: Work, given: Work, text: str) -> tuple[tuple[Role, Person], ...]:
    """The people of each role as printed: those of the parser where their surnames are the ones given."""
    people: list[tuple[Role, Person]] = []
    for role in Role:
        known, read = given.all(role), own.all(role)
        as_printed = [_as_printed(person, text) for person in known]
        is_better = bool(known) and None not in as_printed and not _are_same(read, known)
        people += [(role, person) for person in (as_printed if is_better else read) if person]
    return tuple(people)


def _are_same(read: tuple[Person, ...], known: tuple[Person, ...]) -> bool:
    """Whether the parser found these surnames, or the first of them where others are left out."""
    one, other = ([plain(person.surname) for person in people] for people in (read, known))
    return bool(one) and one == other[: len(one)]


def _as_printed(person: Person, text: str) -> Person | None:
    """The name in its printed form: the given names in full, or by their letters; None where it is not printed."""
    surname = _printed(person.surname, text)
    if not surname:
        return None
    if not person.family:
        return replace(person, literal=surname)
    name = re.escape(surname)
    for form in _forms(person.given):
        found = re.search(rf"{name}[\s,(]{{1,3}}({form})(?!\w)|(?<!\w)({form})\s{name}(?!\w)", text)
        if found:
            return Person(family=surname, given=found[1] or found[2])
    return Person(family=surname)


def _forms(given: str) -> list[str]:
    """Patterns of given names: `John Robert`, `J. R.`, `JR`, `J.`."""
    letters = re.findall(r"(?<!\w)\w", given)
    if not letters:
        return []
    initials = r"[.\s-]*".join(letters)
    return [re.escape(given), rf"{initials}\.?", rf"{letters[0]}\.?"]
