"""Recognised words give way to those of a sidecar: what is the same stays with its address, what goes is put down."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..article.blocks import Block, Paragraph
from ..article.ledger import Departure, Entry
from ..article.prose import Origin, Prose
from ..article.walk import all_prose, map_prose
from .texts import Keys, folded, is_call, is_same, normal, pairs, paragraphs, plain, printed_text

_Wanted = TypeVar("_Wanted")
_Old = TypeVar("_Old")
_Value = TypeVar("_Value")


@dataclass(frozen=True)
class Keyed(Generic[_Value]):
    """A table or what was recognised, with the keys by which one stands for the other, and the words of it."""

    value: _Value
    keys: Keys
    words: tuple[Prose, ...] = ()


class Replacement:
    """Puts a sidecar's texts in the place of recognised prose and keeps the ledger of what is replaced.

    `others` are lines of the head that no field has: a text of the sidecar that is one of them takes it from there.
    """

    def __init__(self, others: Sequence[tuple[str, Prose]]) -> None:
        self.others = list(others)
        self.ledger: list[Entry] = []

    def drop(self, field: str, *proses: Prose) -> None:
        """Puts down recognised words; copies of words that stand elsewhere have no address and do not leave."""
        reason = f"the sidecar gives `{field}`"
        self.ledger += [Entry(Departure.CORRECTED, prose, reason) for prose in proses if prose.at is not None]

    def pair(
        self, field: str, wanted: Sequence[Keyed[_Wanted]], old: Sequence[Keyed[_Old]], nothing: _Old
    ) -> Iterator[tuple[_Wanted, _Old]]:
        """Each wanted table with what it stands for, else `nothing`; what none stands for is put down."""
        found = pairs([each.keys for each in wanted], [each.keys for each in old])
        for place, each in enumerate(old):
            if place not in found:
                self.drop(field, *each.words)
        for each_wanted, place_or_none in zip(wanted, found, strict=True):
            yield each_wanted.value, nothing if place_or_none is None else old[place_or_none].value

    def prose(self, field: str, old: Prose, text: str) -> Prose:
        """`text` in the place of `old`."""
        if is_same(old, text):
            return old
        self.drop(field, old)
        return self._new(text)

    def called_prose(self, field: str, old: Prose, text: str) -> Prose:
        """As `prose`; notes that are called from `old` are called from the text in its place."""
        if is_same(old, text):
            return old
        calls = tuple(run for run in old.runs if is_call(run))
        self.drop(field, Prose(tuple(run for run in old.runs if not is_call(run))))
        return self._new(text) + Prose(calls)

    def proses(self, field: str, old: Sequence[Prose], texts: Iterable[str]) -> tuple[Prose, ...]:
        """`texts` in the place of `old`, in whatever order."""
        left, made = list(old), []
        for text in filter(folded, texts):
            place = next((place for place, prose in enumerate(left) if is_same(prose, text)), None)
            made.append(self._new(text) if place is None else left.pop(place))
        self.drop(field, *left)
        return tuple(made)

    def blocks(self, field: str, old: Sequence[Block], text: str) -> tuple[Block, ...]:
        """Paragraphs in the place of blocks; lists and sections stay where only their words change."""
        wanted = paragraphs(text)
        proses = [prose for prose in all_prose(old) if plain(prose)]
        if [normal(plain(prose)) for prose in proses] == [normal(each) for each in wanted]:
            return tuple(old)
        made = self.proses(field, proses, wanted)
        if len(made) == len(proses):
            changed = {prose: new for prose, new in zip(proses, made, strict=True) if prose is not new}
            kept = tuple(map_prose(block, lambda prose: changed.get(prose, prose)) for block in old)
            if paragraphs(printed_text(kept)) == tuple(map(plain, made)):
                return kept
        return tuple(Paragraph(prose) for prose in made)

    def piece(self, whole: Prose, old: Prose, text: str) -> Prose:
        """A part of `whole`, which is in the article or the ledger with all its parts."""
        text = folded(text)
        start = whole.text.find(text)
        if old and is_same(old, text):
            return old
        return whole.cut(start, start + len(text)) if start >= 0 else Prose.of(text, Origin.SIDECAR)

    def _new(self, text: str) -> Prose:
        if not folded(text):
            return Prose()
        for place, (_, prose) in enumerate(self.others):
            if is_same(prose, text):
                del self.others[place]
                return prose
        return Prose.of(folded(text), Origin.SIDECAR)
