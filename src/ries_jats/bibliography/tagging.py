"""The parts of a parsed reference laid on its printed words.

The words, their dress and their addresses in the manuscript stay what they are; only marks are added.
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby, pairwise

from ..addresses import iter_addresses
from ..article.prose import Link, Mark, Prose, Run, Tagged
from ..article.references import ParsedReference, Part

HREF = "xlink:href"
ADDRESSED = frozenset({"ext-link", "pub-id", "uri"})
"""Parts that lead somewhere themselves and hold no other link."""


def tagged(prose: Prose, parsed: ParsedReference) -> Prose:
    """`prose` with its parts marked, outer ones outermost. Raises `ValueError` when `parsed` is of other words."""
    if parsed.text != prose.text:
        raise ValueError(f"parsed is {parsed.text!r}, printed is {prose.text!r}")
    prose, targets = _without_links_of(prose, [part for part in parsed.parts if part.element in ADDRESSED])
    tags = [
        (part, Tagged(part.element, _attributes(parsed, part, targets.get(part, "")), number))
        for number, part in enumerate(parsed.parts)
    ]
    bounds = {0, len(prose.text), *(bound for part in parsed.parts for bound in (part.start, part.stop))}
    return Prose.join(
        _dressed(prose.cut(start, stop), [tag for part, tag in tags if part.start <= start and stop <= part.stop])
        for start, stop in pairwise(sorted(bounds))
    )


def cited(prose: Prose, parsed: ParsedReference) -> Prose:
    """A reference printed in running text, its words inside one `mixed-citation` with their parts marked."""
    kind = (("publication-type", parsed.publication_type.value),)
    return tagged(prose, parsed).marked(Tagged("mixed-citation", kind, number=prose.at or 0))


def _dressed(prose: Prose, tags: Iterable[Tagged]) -> Prose:
    outer: tuple[Mark, ...] = tuple(tags)
    return Prose(tuple(replace(run, marks=(*outer, *run.marks)) for run in prose.runs))


def _attributes(parsed: ParsedReference, part: Part, target: str) -> tuple[tuple[str, str], ...]:
    """Those of the part; an address without one of its own leads where the manuscript's link leads."""
    attributes = dict(part.attributes)
    if part.element == "ext-link":
        attributes.setdefault("ext-link-type", "uri")
        words = parsed.words(part)
        target = target or attributes.get(HREF) or next((each.href for each in iter_addresses(words)), words)
    if target:
        attributes[HREF] = target
    return tuple(attributes.items())


def _without_links_of(prose: Prose, parts: list[Part]) -> tuple[Prose, dict[Part, str]]:
    """Links that a part is or lies in are the part's now: its words beside it (`https://doi.org/`) are plain text."""
    runs: list[Run] = []
    targets: dict[Part, str] = {}
    place = 0
    for link, group in groupby(prose.runs, key=_link):
        same = list(group)
        stop = place + sum(len(run.text) for run in same)
        touched = [part for part in parts if part.start < stop and place < part.stop]
        if link and touched:
            targets |= dict.fromkeys(touched, link.href)
            same = list(Prose(tuple(same)).without_links().runs)
        runs += same
        place = stop
    return Prose(tuple(runs)), targets


def _link(run: Run) -> Link | None:
    return next((mark for mark in run.marks if isinstance(mark, Link)), None)
