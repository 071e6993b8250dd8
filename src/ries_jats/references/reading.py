"""A reference string as it is read: its tokens, what their words are known as, and what the model takes them for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from .labels import Label
from .tokens import Token

Kinds = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens that stand together and have one label: those from number `first` to `last`, and how certain it is."""

    label: Label
    first: int
    last: int
    certainty: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A string; for each token its kinds, label and certainty, from 0 to 1."""

    text: str
    tokens: Sequence[Token]
    kinds: Sequence[Kinds]
    labels: Sequence[Label]
    certainties: Sequence[float]

    def segments(self) -> Iterator[Segment]:
        """The runs of one label in their order."""
        first = 0
        for label, run in groupby(self.labels):
            last = first + sum(1 for _ in run)
            shares = self.certainties[first:last]
            yield Segment(label, first, last, sum(shares) / len(shares))
            first = last

    def stretch(self, segment: Segment) -> "Stretch":
        """The characters of a segment."""
        return Stretch(self.text, self.tokens[segment.first].start, self.tokens[segment.last - 1].stop)

    def known(self, segment: Segment) -> frozenset[str]:
        """What the words of a segment are known as; `+` is no part of it."""
        return frozenset(kind.rstrip("+") for kinds in self.kinds[segment.first : segment.last] for kind in kinds)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The characters of `text` from `start` to `stop`."""

    text: str
    start: int
    stop: int

    @property
    def words(self) -> str:
        """The characters themselves."""
        return self.text[self.start : self.stop]

    def trimmed(self, leading: str, trailing: str) -> "Stretch":
        """Without these characters at its ends."""
        start, stop = self.start, self.stop
        while start < stop and self.text[start] in leading:
            start += 1
        while start < stop and self.text[stop - 1] in trailing:
            stop -= 1
        return Stretch(self.text, start, stop)
