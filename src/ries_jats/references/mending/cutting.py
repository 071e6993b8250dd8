"""Segments cut in two or given another label."""

from collections.abc import Iterator
from dataclasses import replace

from ..labels import Label
from ..reading import Reading, Segment

TITLES = (Label.TITLE, Label.CONTAINER_TITLE, Label.JOURNAL)
HOLDERS = (Label.CONTAINER_TITLE, Label.JOURNAL)
PEOPLE = (Label.AUTHOR, Label.EDITOR, Label.DIRECTOR)


def cut(segment: Segment, at: int, before: Label, after: Label) -> Iterator[Segment]:
    """A segment in two, the second from token number `at`."""
    if segment.first < at:
        yield replace(segment, label=before, last=at)
    if at < segment.last:
        yield replace(segment, label=after, first=max(at, segment.first))


def named(segment: Segment, label: Label) -> Segment:
    """A segment under another label."""
    return replace(segment, label=label)


def has(segments: list[Segment], *labels: Label) -> bool:
    """Whether a segment has one of these labels."""
    return any(segment.label in labels for segment in segments)


def is_known(reading: Reading, at: int, *kinds: str) -> bool:
    """Whether a token is known as one of these, alone or in a phrase."""
    return any(kind.rstrip("+") in kinds for kind in reading.kinds[at])


def is_word(reading: Reading, at: int) -> bool:
    """Whether a token is no mark."""
    return reading.tokens[at].text[0].isalnum()


def words_between(reading: Reading, first: int, last: int) -> list[int]:
    """The tokens that are no marks."""
    return [at for at in range(first, last) if is_word(reading, at)]
