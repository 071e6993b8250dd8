"""Persons and bodies of a reference: the groups they form, the words for what they did, and their names."""

from collections.abc import Iterator, Sequence

from ..article.references import Part
from .labels import Label
from .names import Manner, name_parts
from .reading import Reading, Segment

GROUPS = {
    Label.AUTHOR: "author",
    Label.EDITOR: "editor",
    Label.DIRECTOR: "editor",
    Label.TRANSLATOR: "translator",
    Label.PRODUCER: "producer",
}
_ROLES = {"editor", "director"}
_NO_NAMES = frozenset({"editor", "director", "translator", "host", "signal", "again", "et-al"})
_WITHIN_NAMES = frozenset(".-'’‐‑–")
_OPENING, _CLOSING = "([", ")]"
_INSIDE_BODIES = frozenset({"institution", "law", "journal+", "newspaper+"})


def people_parts(reading: Reading, segment: Segment, manner: Manner) -> Iterator[Part]:
    """The group that a segment names, and the names in it; nothing when it holds no name."""
    runs = list(_runs(reading, segment))
    names = [part for first, last in runs for part in _named(reading, first, last, manner)]
    if not names:
        return
    et_al = list(_et_al(reading, segment))
    start = min(part.start for part in (*names, *et_al))
    stop = max(part.stop for part in (*names, *et_al))
    yield Part(start, stop, "person-group", (("person-group-type", group_of(reading, segment)),))
    yield from sorted((*names, *et_al), key=lambda part: (part.start, -part.stop))


def group_of(reading: Reading, segment: Segment) -> str:
    """What the people of a segment did, as its label and its words say."""
    group = GROUPS[segment.label]
    return "editor" if group == "author" and _has_role(reading, segment) else group


def _has_role(reading: Reading, segment: Segment) -> bool:
    """Whether `(dir.)`, `eds.` or the like stands after the names."""
    last = range(max(segment.first, segment.last - 6), segment.last)
    return any(_ROLES & {kind.rstrip("+") for kind in reading.kinds[at]} for at in last if _is_plain(reading, at))


def _is_plain(reading: Reading, at: int) -> bool:
    return len(reading.tokens[at].text) > 1


def _runs(reading: Reading, segment: Segment) -> Iterator[tuple[int, int]]:
    """The tokens between the words that are no names."""
    first = segment.first
    for at in range(segment.first, segment.last):
        if _is_no_name(reading, at):
            if first < at:
                yield first, at
            first = at + 1
    if first < segment.last:
        yield first, segment.last


def _is_no_name(reading: Reading, at: int) -> bool:
    text = reading.tokens[at].text
    return len(text) > 1 and any(kind.rstrip("+") in _NO_NAMES for kind in reading.kinds[at])


def _et_al(reading: Reading, segment: Segment) -> Iterator[Part]:
    places = [at for at in range(segment.first, segment.last) if "et-al+" in reading.kinds[at]]
    if places:
        stop = reading.tokens[places[-1]].stop
        yield Part(reading.tokens[places[0]].start, stop + reading.text.startswith(".", stop), "etal")


def _named(reading: Reading, first: int, last: int, manner: Manner) -> list[Part]:
    tokens = reading.tokens
    while first < last and not tokens[first].text[0].isalnum() and tokens[first].text not in "—_":
        first += 1
    while last > first and not tokens[last - 1].text[-1].isalnum() and tokens[last - 1].text not in ".)]":
        last -= 1
    if first == last:
        return []
    start, stop = tokens[first].start, tokens[last - 1].stop
    if is_body(reading, first, last):
        words = reading.text[start:stop].rstrip(" .,;:)(" if "(" not in reading.text[start:stop] else " .,;:")
        return [Part(start, start + len(words), "collab")] if words else []
    return list(name_parts(reading.text, start, stop, manner))


def is_body(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens name an institution: by its words, by small words that persons' names lack, or as one acronym."""
    if _is_acronym([reading.tokens[at].text for at in range(first, last) if reading.tokens[at].text[0].isalnum()]):
        return True
    for at in range(first, last):
        kinds = reading.kinds[at]
        is_of_bodies = "institution" in kinds or "publisher" in kinds or "function" in kinds
        if is_of_bodies and not {"particle", "and", "given"}.intersection(kinds):
            return True
    return False


def _is_acronym(words: Sequence[str]) -> bool:
    return len(words) == 1 and 2 < len(words[0]) < 8 and words[0].isupper()
