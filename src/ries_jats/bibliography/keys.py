"""Keys of works: the same again when the list changes around them."""

import hashlib
from collections.abc import Iterable

from ..article.works import Role, Work
from ..lexicon import slug

SHORTEST_WORD = 4
"""Letters of the first word of a title that tells it from others."""


def keyed(works: Iterable[Work]) -> dict[str, Work]:
    """The works by their keys, in order; a key that is taken has a number after it."""
    by_key: dict[str, Work] = {}
    for work in works:
        wanted = work.key or _key(work)
        key, number = wanted, 1
        while key in by_key:
            number += 1
            key = f"{wanted}-{number}"
        by_key[key] = work
    return by_key


def _key(work: Work) -> str:
    """First surname, year and first telling word of the title, in plain letters: `dupont-2010-phares`."""
    people = next((people for role in Role if (people := work.all(role))), ())
    surname = slug(people[0].surname) if people else ""
    words = slug(work.title).split("-")
    word = next((word for word in words if len(word) >= SHORTEST_WORD), words[0])
    year = work.issued.year if work.issued.parts else ""
    key = "-".join(part for part in (surname, year, word) if part)
    return key or f"ref-{hashlib.sha256(work.raw.encode(errors='backslashreplace')).hexdigest()[:8]}"
