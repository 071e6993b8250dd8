"""Persons and bodies of a reference: the groups they form, the words for what they did, and their names."""

import re
from collections.abc import Iterator, Sequence

from ..article.references import Part
from .labels import Label
from .names import Manner, name_parts
from .reading import Reading, Segment
from .shapes import shape_of

GROUPS = {
    Label.AUTHOR: "author",
    Label.EDITOR: "editor",
    Label.DIRECTOR: "editor",
    Label.TRANSLATOR: "translator",
    Label.PRODUCER: "producer",
}
_ROLES = {"editor", "director"}
_NO_NAMES = frozenset({"editor", "director", "translator", "host", "signal", "again", "et-al", "prefaced"})

_DASH = re.compile(r"[—–―‒]{2,}|_{2,}|-{2,}|—")
"""What stands for the authors of the entry before."""
_OF = frozenset({"of", "for", "pour", "para", "on", "sur"})
"""Small words that stand in names of bodies even beside initials: `U.S. Department of State`."""


def people_parts(reading: Reading, segment: Segment, manner: Manner) -> Iterator[Part]:
    """The group that a segment names, and the names in it; nothing when it holds no name."""
    if "prefaced" in (known := reading.known(segment)) and not _ROLES & known:
        return
    runs = list(_runs(reading, segment))
    names = [part for first, last in runs for part in _named(reading, first, last, manner)]
    kind = (("person-group-type", group_of(reading, segment)),)
    if dash := _DASH.match(reading.text, reading.tokens[segment.first].start) if not names else None:
        yield Part(*dash.span(), "person-group", kind)
    if not names:
        return
    et_al = list(_et_al(reading, segment))
    start = min(part.start for part in (*names, *et_al))
    stop = max(part.stop for part in (*names, *et_al))
    yield Part(start, stop, "person-group", kind)
    yield from sorted((*names, *et_al), key=lambda part: (part.start, -part.stop))


def group_of(reading: Reading, segment: Segment) -> str:
    """What the people of a segment did, as its label and its words say."""
    group = GROUPS[segment.label]
    if segment.label in (Label.EDITOR, Label.TRANSLATOR):
        words = reading.known(segment) & {"editor", "director", "translator"}
        return "translator" if words == {"translator"} else "editor" if words and "translator" not in words else group
    return "editor" if group == "author" and _has_role(reading, segment) else group


def _has_role(reading: Reading, segment: Segment) -> bool:
    """Whether `(dir.)`, `eds.` or the like stands after the names."""
    last = range(max(segment.first, segment.last - 6), segment.last)
    return any(_ROLES & {kind.rstrip("+") for kind in reading.kinds[at]} for at in last if _is_plain(reading, at))


def _is_plain(reading: Reading, at: int) -> bool:
    return len(reading.tokens[at].text) > 1


def _runs(reading: Reading, segment: Segment) -> Iterator[tuple[int, int]]:
    """The tokens between the words that are no names; after `traduit de l'anglais par`, only what follows `par`."""
    by = [at for at in range(segment.first, segment.last) if "by" in reading.kinds[at]]
    first = by[-1] + 1 if by and segment.label is not Label.AUTHOR else segment.first
    for at in range(first, segment.last):
        if _is_no_name(reading, at):
            if first < at:
                yield first, at
            first = at + 1
    if first < segment.last:
        yield first, segment.last


def _is_no_name(reading: Reading, at: int) -> bool:
    kinds = reading.kinds[at]
    text = reading.tokens[at].text
    if shape_of(text) == "X" or not text[0].isalnum():
        # `S. A.` are initials, whatever else they shorten.
        return False
    if any(_and_al(reading, range(max(at, 1), at + 1))):
        return True
    if any(kind.endswith("+") and kind[:-1] in _NO_NAMES for kind in kinds):
        return True
    return len(reading.tokens[at].text) > 1 and any(kind in _NO_NAMES for kind in kinds)


def _et_al(reading: Reading, segment: Segment) -> Iterator[Part]:
    tokens = range(segment.first, segment.last)
    places = [at for at in tokens if "et-al+" in reading.kinds[at] or {at, at + 1} & set(_and_al(reading, tokens))]
    if places:
        stop = reading.tokens[places[-1]].stop
        yield Part(reading.tokens[places[0]].start, stop + reading.text.startswith(".", stop), "etal")


def _and_al(reading: Reading, tokens: range) -> Iterator[int]:
    """`& al.`, which is no name as `& Al Amrani` is: the places of its second word."""
    yield from (at for at in tokens if reading.tokens[at].text == "al" and reading.tokens[at - 1].text == "&")


def _named(reading: Reading, first: int, last: int, manner: Manner) -> list[Part]:
    tokens = reading.tokens
    while first < last and _is_before_name(reading, first):
        first += 1
    while last > first and not tokens[last - 1].text[-1].isalnum() and tokens[last - 1].text not in ".)]":
        last -= 1
    if not is_body(reading, first, last):
        first = _after_small(reading, first, last)
    if first == last:
        return []
    start, stop = tokens[first].start, tokens[last - 1].stop
    if is_body(reading, first, last):
        words = reading.text[start:stop].rstrip(" .,;:)(" if "(" not in reading.text[start:stop] else " .,;:")
        return [Part(start, start + len(words), "collab")] if words else []
    return list(name_parts(reading.text, start, stop, manner))


def _after_small(reading: Reading, first: int, last: int) -> int:
    """After the last word in small letters that no name holds: `Sur cette question, on lira P. Morel`."""
    small = [at for at in range(first, last) if _is_small(reading, at)]
    return small[-1] + 1 if small else first


def _is_small(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    is_word = len(token.text) > 1 and token.text.islower() and token.text[-1].isalpha() and token.is_apart
    return is_word and not {"particle", "and", "given"}.intersection(reading.kinds[at])


def _is_before_name(reading: Reading, at: int) -> bool:
    """Whether a token at the head of names is none of them: a mark, or a word in small letters that is no particle."""
    text = reading.tokens[at].text
    if not text[0].isalnum():
        return text not in "—_"
    if text in ("de", "di", "d'", "d’"):
        is_led = at > 0 and _is_no_name(reading, at - 1)
        return is_led or shape_of(reading.tokens[min(at + 1, len(reading.tokens) - 1)].text) == "X"
    return text.islower() and "particle" not in reading.kinds[at]


def is_body(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens name an institution: by its words, by small words that persons' names lack, or as one acronym."""
    tokens = reading.tokens
    words = [at for at in range(first, last) if tokens[at].text[0].isalnum()]
    words = [at for at in words if at == words[0] or tokens[at].is_apart or not tokens[at].text.islower()]
    texts = [reading.tokens[at].text for at in words]
    if words and all("newspaper+" in reading.kinds[at] for at in words):
        return True
    if len(words) < 2:
        return _is_acronym(texts) or any("body" in reading.kinds[at] for at in words)
    if any(text in _OF for text in texts):
        return True
    if any(shape_of(text) == "X" for text in texts):
        return False
    bodies = [at for text, at in zip(texts, words, strict=True) if _is_of_body(text, set(reading.kinds[at]))]
    if bodies:
        return bodies[0] == words[0] or not any("given" in reading.kinds[at] for at in words)
    # `Conferenza episcopale italiana`: small words after a capital one, and none after them.
    small = [at for at in words if _is_small(reading, at)]
    return bool(small) and words[0] < small[0] and small[-1] == words[-1]


def _is_of_body(text: str, kinds: set[str]) -> bool:
    """Whether a word is one of institutions' names."""
    if kinds & {"particle", "and", "given"}:
        return "body+" in kinds
    return text[0].isupper() and bool(kinds & {"body", "body+"})


def _is_acronym(words: Sequence[str]) -> bool:
    return len(words) == 1 and 2 < len(words[0]) < 6 and words[0].isupper()
