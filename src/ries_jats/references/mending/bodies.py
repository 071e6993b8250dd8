"""Institutions and newspapers as authors, where the model takes them for titles or cuts their names short."""

from collections.abc import Iterator

from ..labels import Label
from ..reading import Reading, Segment
from .cutting import HOLDERS, PEOPLE, cut, has, is_known, is_word, named, words_between

_ENDS = (".", ",", ":", "(")
_HEADS = (Label.TITLE, *HOLDERS)
_FOLLOWING = (Label.TITLE, Label.GENRE, *HOLDERS)


def body_cut(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Conseil supérieur de | la mer, Rapport`: a name that ends with a small word goes on to the next mark."""
    for before, segment in zip([None, *segments], segments, strict=False):
        is_after = before is not None and before.label is Label.AUTHOR and segment.label in _HEADS
        at = _end_of_name(reading, before, segment) if before and is_after else None
        yield from [segment] if at is None else cut(segment, at, Label.AUTHOR, segment.label)


def _end_of_name(reading: Reading, body: Segment, title: Segment) -> int | None:
    """After the mark that ends the name of an institution, which so far no mark but a small word ends."""
    is_open = reading.tokens[body.last - 1].text.islower() and is_word(reading, body.last - 1)
    if not is_open or not is_known(reading, body.first, "body"):
        return None
    return next((at + 1 for at in range(title.first, title.last - 1) if reading.tokens[at].text in _ENDS[:3]), None)


def body_for_title(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Comisión del Puerto y del Mar. | Informe final`: an institution whole, before what can be the title."""
    first, *rest = segments
    is_body = first.label in _HEADS and not has(segments, *PEOPLE) and _is_body(reading, first)
    if not is_body or not rest or rest[0].label not in _FOLLOWING or has(rest, Label.VOLUME, Label.ISBN):
        is_report = is_body and rest and rest[0].label is Label.GENRE
        yield from [named(first, Label.AUTHOR), *rest] if is_report else segments
        return
    yield named(first, Label.AUTHOR)
    yield named(rest[0], Label.TITLE) if not has(rest, Label.TITLE) else rest[0]
    yield from rest[1:]


def _is_body(reading: Reading, segment: Segment) -> bool:
    """Whether a segment is several words of which the first is one for institutions, and one mark ends it."""
    words = words_between(reading, segment.first, segment.last)
    inner = range(segment.first, segment.last - 1)
    is_one = all(is_word(reading, at) or reading.tokens[at].text in "'’" for at in inner)
    return is_one and len(words) > 2 and is_known(reading, words[0], "body") and not is_word(reading, segment.last - 1)


def part_of_body(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Government of Ruritania, | Ministry of Ports, | Annual Report`: its office is the author too."""
    for before, segment, following in zip([None, *segments], segments, [*segments[1:], None], strict=False):
        is_after = before is not None and before.label is Label.AUTHOR and is_known(reading, before.first, "body")
        is_before = following is not None and following.label is Label.GENRE
        is_part = segment.label is Label.TITLE and is_after and is_before and _is_body(reading, segment)
        yield named(segment, Label.AUTHOR) if is_part else segment
