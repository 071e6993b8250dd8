"""Content models: which children an element may have, and in which order.

A model is made from any grammar, XSD or DTD, as an automaton of positions (Glushkov): the state after some children is
the set of positions of the model that the last child may have taken. Nothing here knows of XML.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

State: TypeAlias = frozenset[int]
START: State = frozenset({0})
"""The state before the first child: position 0 is no element."""
NOWHERE: State = frozenset()
ANY = "*"
"""The name of a place that any element may take."""


@dataclass(frozen=True, slots=True)
class Particle:
    """A piece of a content model: an element by its name or, without a name, a sequence or choice of pieces."""

    name: str = ""
    parts: tuple["Particle", ...] = ()
    choice: bool = False
    optional: bool = False
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class ContentModel:
    """The positions of a model by number: the name at each, what may follow each, and which may be the last."""

    names: tuple[str, ...]
    follow: tuple[State, ...]
    final: State

    @classmethod
    def of(cls, particle: Particle) -> "ContentModel":
        """The model of a whole content."""
        names, follow = [""], [set[int]()]
        piece = _number(particle, names, follow)
        follow[0] |= piece.first
        final = piece.last | ({0} if piece.empty else set())
        return cls(tuple(names), tuple(frozenset(each) for each in follow), frozenset(final))

    def following(self, state: State) -> State:
        """The positions that the next child may take."""
        return frozenset(position for each in state for position in self.follow[each])

    def step(self, state: State, name: str) -> State:
        """The state after one more child, `NOWHERE` when it may not stand there."""
        return frozenset(position for position in self.following(state) if self.names[position] in (name, ANY))

    def expected(self, state: State) -> tuple[str, ...]:
        """The names that may come next, in the order of the model."""
        return tuple(dict.fromkeys(self.names[position] for position in sorted(self.following(state))))

    def is_complete(self, state: State) -> bool:
        """Whether no further child is required."""
        return bool(state & self.final)

    def takes(self, name: str) -> bool:
        """Whether a child of this name may stand anywhere."""
        return name in self.names or ANY in self.names

    def accepts(self, names: Iterable[str]) -> bool:
        """Whether children of these names, in this order, are a whole content."""
        state = START
        for name in names:
            state = self.step(state, name)
        return self.is_complete(state)

    def bridges(self, state: State, name: str) -> tuple[str, ...]:
        """The names of which one, put before it, would let a child of this name follow."""
        return tuple(each for each in self.expected(state) if self.step(self.step(state, each), name))


@dataclass(frozen=True, slots=True)
class _Piece:
    first: set[int]
    last: set[int]
    empty: bool


def _number(particle: Particle, names: list[str], follow: list[set[int]]) -> _Piece:
    piece = _number_name(particle, names, follow) if particle.name else _number_parts(particle, names, follow)
    if particle.repeated:
        for position in piece.last:
            follow[position] |= piece.first
    return _Piece(piece.first, piece.last, piece.empty or particle.optional)


def _number_name(particle: Particle, names: list[str], follow: list[set[int]]) -> _Piece:
    names.append(particle.name)
    follow.append(set())
    return _Piece({len(names) - 1}, {len(names) - 1}, empty=False)


def _number_parts(particle: Particle, names: list[str], follow: list[set[int]]) -> _Piece:
    pieces = [_number(part, names, follow) for part in particle.parts]
    if particle.choice:
        first = {position for piece in pieces for position in piece.first}
        last = {position for piece in pieces for position in piece.last}
        return _Piece(first, last, not pieces or any(piece.empty for piece in pieces))
    whole = _Piece(set(), set(), empty=True)
    for piece in pieces:
        whole = _after(whole, piece, follow)
    return whole


def _after(one: _Piece, other: _Piece, follow: list[set[int]]) -> _Piece:
    for position in one.last:
        follow[position] |= other.first
    first = one.first | other.first if one.empty else one.first
    last = one.last | other.last if other.empty else other.last
    return _Piece(first, last, one.empty and other.empty)
