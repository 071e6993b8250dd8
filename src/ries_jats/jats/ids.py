"""Identifiers: unique, valid NCNames (https://www.w3.org/TR/xml-names/#NT-NCName), and the same again when other text
changes.
"""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from ..lexicon import slug


class Ids:
    """The identifiers of one article, made from what they name: a title, a printed number, author and year."""

    def __init__(self, note_keys: Iterable[str], targets: Mapping[str, str] = MappingProxyType({})) -> None:
        """`targets` gives for each key that the text points to the identifier wanted."""
        self._taken: set[str] = set()
        self._notes = {key: self.unique(f"fn-{slug(key) or 'note'}") for key in note_keys}
        self._targets = {key: self.unique(wanted) for key, wanted in targets.items()}
        self._given: set[str] = set()

    def unique(self, wanted: str) -> str:
        """`wanted`, with a number when it is taken."""
        ident, number = wanted, 1
        while ident in self._taken:
            number += 1
            ident = f"{wanted}-{number}"
        self._taken.add(ident)
        return ident

    def note(self, key: str) -> str:
        """The identifier of the note with this key, empty when there is none."""
        return self._notes.get(key, "")

    def target(self, key: str) -> str:
        """The identifier of what this key points to, empty when nothing has it."""
        return self._targets.get(key, "")

    def of(self, key: str, wanted: str) -> str:
        """The identifier of the element that this key points to, for the first that asks; else a new one."""
        if key not in self._targets or key in self._given:
            return self.unique(wanted)
        self._given.add(key)
        return self._targets[key]

    def section(self, title: str) -> str:
        """For a section, from its title."""
        return self.unique("-".join(part for part in ("sec", slug(title)) if part))


def reference_id(text: str) -> str:
    """The identifier wanted for a reference, from its first word and year."""
    words = re.findall(r"[^\W\d_]{2,}", text)
    year = re.search(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)", text)
    parts = ("ref", slug(words[0]) if words else "", year[0] if year else "")
    return "-".join(part for part in parts if part)
