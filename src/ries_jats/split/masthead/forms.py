"""Printed forms: the words of a masthead with the line they stand in."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..likeness import letters, typography_free

_ELISION = re.compile(r"(?<!\w)[^\W\d_]{1,2}['’ʼ]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Form:
    """Words as printed and the number of their line; `value` is what they say, in a form that can be compared."""

    text: str
    line: int
    value: str = ""


def distinct(forms: Iterable[Form]) -> tuple[Form, ...]:
    """Each printed form once, where it stands first; kinds of dashes, quotation marks and spaces do not count."""
    found: dict[str, Form] = {}
    for form in forms:
        found.setdefault(typography_free(form.text), form)
    return tuple(found.values())


def usual(forms: Iterable[Form]) -> str:
    """The text that is printed most often; of equals the one with small letters, then the first."""
    counts = Counter(form.text for form in forms)
    return max(counts, key=lambda text: (counts[text], not text.isupper()), default="")


def is_acronym(short: str, name: str, small: frozenset[str]) -> bool:
    """Whether the capitals of `short` are the initials of a name, with or without its `small` words (folded)."""
    capitals = letters("".join(character for character in short if character.isupper()))
    words = [word for part in _ELISION.sub("", name).replace("-", " ").split() if (word := letters(part))]
    telling = "".join(word[0] for word in words if word not in small)
    return len(capitals) > 1 and capitals in (telling, "".join(word[0] for word in words))
