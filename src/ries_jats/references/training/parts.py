"""Parts of real references, taken apart to be put together anew: no string of theirs comes back whole."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random

from ..labels import Label
from .labelled import Labelled

FIELDS: Mapping[Label, str] = {
    Label.TITLE: "title",
    Label.JOURNAL: "journal",
    Label.CONTAINER_TITLE: "container",
    Label.PUBLISHER: "publisher",
    Label.LOCATION: "location",
}
"""Which field of a record each label gives."""
_SHARE = 0.5
_LEAD = re.compile(r"^(?:in|dans|en)\b[: ]+", re.IGNORECASE)
_EDGE = ' .,;:()[]<>"“”«»„'
_ODD = re.compile(r"[\"“”«»<>{}@|]|\bpp?\.|\beds?\b|https?:")
_SHORTEST = 4


@dataclass(frozen=True)
class Parts:
    """The words of real parts, by the field of a record."""

    words: Mapping[str, tuple[str, ...]]

    def lent(self, values: Mapping[str, str], rng: Random) -> dict[str, str]:
        """Words for some of the fields that a record has."""
        return {
            field: rng.choice(words)
            for field, words in self.words.items()
            if words and values.get(field) and rng.random() < _SHARE
        }


def read_parts(strings: Iterable[Labelled]) -> Parts:
    """The parts of labelled strings that can stand in other strings."""
    found: dict[str, set[str]] = defaultdict(set)
    for string in strings:
        for label, text in string.pieces:
            bare = _LEAD.sub("", text.strip(_EDGE)).strip(_EDGE + "'‘’")
            if label in FIELDS and len(bare) >= _SHORTEST and not _ODD.search(bare):
                found[FIELDS[label]].add(bare)
    return Parts({field: tuple(sorted(words)) for field, words in found.items()})
