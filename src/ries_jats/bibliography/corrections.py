"""What a person corrected of references: the works as they say, and the printed words that say the same, tagged.

The printed string is never altered: what is not in it stands in `Reference.work` alone.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from ..article.model import Reference
from ..article.references import ParsedReference
from ..article.works import Work, WorkOrigin
from ..findings import Finding, Place, finding
from .csl import csl_item
from .keys import keyed
from .reading import load_works
from .relaid import relaid
from .settled import Bibliography, understood

QUOTED = 80
"""Characters of a reference in a finding."""
ALIKE = 75
"""How like each other two printed strings are, of 100, that differ only by what was mended in the manuscript."""


def corrected(bibliography: Bibliography, path: Path) -> tuple[Bibliography, tuple[Finding, ...]]:
    """The references as the CSL-JSON file at `path` has them, and what is wrong with that file.

    An item is known by its `custom.raw`, which is the printed string, else by its `id`. Raises `EnvironmentFault` when
    the file cannot be read.
    """
    given, findings = load_works(path)
    printed = tuple(understood(bibliography).all())
    pairs = _Pairs(printed, given)
    changed = iter(_corrected(each, pairs.works.get(place)) for place, each in enumerate(printed))
    unlisted = _unlisted(bibliography, pairs.unmatched)
    unmatched = (
        finding("references-file-unmatched", Place(str(path)), quote=work.raw[:QUOTED] or work.title or work.key)
        for work in pairs.unmatched
        if work not in unlisted
    )
    bibliography = replace(bibliography.changed(lambda _: next(changed)), unlisted=unlisted)
    return bibliography, (*findings, *unmatched)


def _unlisted(bibliography: Bibliography, unmatched: Iterable[Work]) -> tuple[Work, ...]:
    """The works of no entry, as a person has them who left their keys alone."""
    by_key = {work.key: work for work in unmatched}
    own = {key: work for key, work in keyed(understood(bibliography).works()).items() if work in bibliography.unlisted}
    return tuple(by_key.get(key, work) for key, work in own.items())


def _corrected(printed: Reference, work: Work | None) -> Reference:
    """A reference with the work that a person gave for it; without, it is left to what it says after its neighbours."""
    if work is None or printed.work is None:
        is_given = printed.work is not None and printed.work.origin is WorkOrigin.GIVEN
        return printed if is_given else replace(printed, work=None)
    text = printed.text.text
    work = replace(work, raw=text)
    if _variables(work) == _variables(printed.work):
        work = replace(printed.work, key=work.key, doi_origin=work.doi_origin)
    parsed = relaid(printed.parsed or ParsedReference(text), printed.work, work)
    return replace(printed, parsed=parsed, work=work)


def _variables(work: Work) -> dict[str, Any]:
    """What a work says, whoever says it."""
    return csl_item(replace(work, origin=WorkOrigin.PRINTED, doi_origin=""), "")


class _Pairs:
    """The given work for each reference, by its place; every work is for one reference."""

    def __init__(self, references: Sequence[Reference], given: Iterable[Work]) -> None:
        self.works: dict[int, Work] = {}
        self._texts = [_comparable(each.text.text) for each in references]
        self._keys = list(keyed(each.work for each in references if each.work))
        unknown = [work for work in given if not self._is_paired(work, self._same(work))]
        self.unmatched = [work for work in unknown if not self._is_paired(work, self._named(work))]

    def _is_paired(self, work: Work, places: Iterator[int]) -> bool:
        place = next((each for each in places if each not in self.works), None)
        if place is not None:
            self.works[place] = work
        return place is not None

    def _same(self, work: Work) -> Iterator[int]:
        raw = _comparable(work.raw)
        return (place for place, text in enumerate(self._texts) if text == raw)

    def _named(self, work: Work) -> Iterator[int]:
        """Where the key is that of the work, unless it was given for quite other words."""
        raw = _comparable(work.raw)
        for place, key in enumerate(self._keys):
            if key == work.key and (not raw or fuzz.ratio(raw, self._texts[place]) >= ALIKE):
                yield place


def _comparable(raw: str) -> str:
    """Editors may write other spaces, and compose letters."""
    return " ".join(unicodedata.normalize("NFC", raw).split())
