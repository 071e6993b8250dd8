"""People and bodies, and how their names are printed.

A form of names is written with letters: `S` the surname in capitals, `s` the surname, `G` the given names, `C` those in
capitals, `I` initials (`J.-P.`), `J` initials set apart (`J. P.`), `i` bare initials (`JP`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .marks import marked

_GIVEN = re.compile(r"[^\s-]+")
_TWO_LETTERS = ("Ch", "Ph", "Th")
"""The beginnings of given names that many shorten to two letters: `Ph. Ariès`."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person, of whom one name may be all there is; or a body: a ministry, a party, a newspaper."""

    surname: str
    given: str = ""
    particle: str = ""
    is_body: bool = False


@dataclass(frozen=True, slots=True)
class NameManner:
    """How names are printed in one reference: the first name, the others, what stands between them, how many there are
    before `et al.`, and the words of that.
    """

    first: str
    rest: str
    between: str
    before_last: str
    limit: int
    and_others: str
    particle_last: bool = False
    bodies_in_capitals: bool = False

    def names(self, names: Sequence[Name]) -> str:
        """All the names, as they stand in the reference."""
        printed = [self._name(names[0], self.first), *(self._name(name, self.rest) for name in names[1 : self.limit])]
        if len(names) > self.limit:
            return self.between.join(printed) + self.and_others
        if len(printed) == 1:
            return printed[0]
        return self.between.join(printed[:-1]) + self.before_last + printed[-1]

    def _name(self, name: Name, form: str) -> str:
        if name.is_body:
            return marked(name.surname.upper() if self.bodies_in_capitals else name.surname, "collab")
        if not name.given:
            return marked(name.surname.upper() if "S" in form else name.surname, "surname")
        turned = self.particle_last and form[0] in "sS"
        letters = _letters(name, turned=turned)
        return "".join(letters.get(letter, letter) for letter in form)


def _letters(name: Name, *, turned: bool) -> dict[str, str]:
    after = f" {name.particle.strip()}" if turned and name.particle else ""
    surname = name.surname if turned else name.particle + name.surname
    initials = [
        word[:2] if word.startswith(_TWO_LETTERS) and len(name.surname) % 2 else word[0]
        for word in _GIVEN.findall(name.given)
    ]
    hyphened = "-" in name.given and len(initials) == 2
    given = {
        "C": name.given.upper() + after,
        "G": name.given + after,
        "I": (".-" if hyphened else ".").join(initials) + "." + after,
        "J": (".-" if hyphened else ". ").join(initials) + "." + after,
        "i": "".join(initials) + after,
    }
    letters = {letter: marked(words, "given-names") for letter, words in given.items()}
    return letters | {"s": marked(surname, "surname"), "S": marked(surname.upper(), "surname")}
