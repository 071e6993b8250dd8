"""What is wrong with the children of an element: the fewest faults for which a content model may not accept them.

The children are aligned with the model as cheaply as can be: each is accepted, passed over, taken to stand for
something
else, or accepted once something missing is thought to stand before it. What is passed over in one place and missing in
another is misplaced.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import TypeAlias

from ries_jats.check.content import START, ContentModel, State

_PASSED_OVER = 1.0
_STANDING_FOR = 1.01
_MISSING = 1.1
_MISSING_HERE = 0.4
"""The price of something missing that stands elsewhere among the children: with that passed over, one fault."""
_BEAM = 3.0
"""How much dearer than the cheapest an alignment may be on the way."""

_Future: TypeAlias = tuple[State, bool]
"""What may follow and whether nothing need: states that agree in it are as good as one."""


class Fault(Enum):
    """What is wrong with a child, or with the lack of one."""

    MISSING = auto()
    MISPLACED = auto()
    REPEATED = auto()
    NOT_TAKEN = auto()
    UNEXPECTED = auto()


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault at the child of this index (their number: at the end), with what could stand there.

    What is missing or misplaced belongs `before` or `after` a sibling of this name.
    """

    fault: Fault
    index: int
    expected: tuple[str, ...] = ()
    before: str = ""
    after: str = ""


def iter_problems(model: ContentModel, children: Sequence[str]) -> Iterator[Problem]:
    """The faults of `children`, by name, in `model`; none if and only if the model accepts them."""
    if not model.accepts(children):
        yield from _Diagnosis(model, _Aligner(model, children).cheapest()).iter_problems()


@dataclass(frozen=True, slots=True)
class _Step:
    """One child (or none, at the end): how it was dealt with, from which state to which."""

    index: int
    name: str
    state: State
    reached: State
    accepted: bool = True
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Way:
    """A chain of steps, the last first, and its price."""

    price: float = 0.0
    last: _Step | None = None
    before: "_Way | None" = None

    @property
    def state(self) -> State:
        return self.last.reached if self.last else START

    def then(self, step: _Step, price: float) -> "_Way":
        return _Way(self.price + price, step, self)

    def steps(self) -> list[_Step]:
        way: _Way | None = self
        steps = []
        while way and way.last:
            steps.append(way.last)
            way = way.before
        return steps[::-1]


@dataclass(slots=True)
class _Aligner:
    model: ContentModel
    children: Sequence[str]
    bridges: dict[tuple[State, str], tuple[str, ...]] = field(default_factory=dict)
    futures: dict[State, _Future] = field(default_factory=dict)
    forks: dict[State, tuple[State, ...]] = field(default_factory=dict)

    def cheapest(self) -> list[_Step]:
        ways = [_Way()]
        for index, name in enumerate(self.children):
            ways = self._onwards(ways, index, name)
        return min((self._ended(way) for way in ways), key=lambda way: way.price).steps()

    def _onwards(self, ways: list[_Way], index: int, name: str) -> list[_Way]:
        onwards: dict[_Future, _Way] = {}
        for way in ways:
            for step, price in self._iter_steps(way.state, index, name):
                future = self._future(step.reached)
                known = onwards.get(future)
                if known is None or way.price + price < known.price:
                    onwards[future] = way.then(step, price)
        limit = min(way.price for way in onwards.values()) + _BEAM
        return [way for way in onwards.values() if way.price <= limit]

    def _iter_steps(self, state: State, index: int, name: str) -> Iterator[tuple[_Step, float]]:
        reached = self.model.step(state, name)
        if reached:
            yield _Step(index, name, state, reached), 0.0
        yield _Step(index, name, state, state, accepted=False), _PASSED_OVER
        if not self.model.takes(name):
            for other in self._forks(state):
                yield _Step(index, name, state, other, accepted=False), _STANDING_FOR
        missing = () if reached else self._bridges(state, name)
        for each in missing:
            beyond = self.model.step(self.model.step(state, each), name)
            alternatives = (each, *(other for other in missing if other != each))
            yield _Step(index, name, state, beyond, missing=alternatives), self._price(each)

    def _price(self, missing: str) -> float:
        return _MISSING_HERE if missing in self.children else _MISSING

    def _bridges(self, state: State, name: str) -> tuple[str, ...]:
        if (state, name) not in self.bridges:
            self.bridges[state, name] = self.model.bridges(state, name)
        return self.bridges[state, name]

    def _future(self, state: State) -> _Future:
        if state not in self.futures:
            self.futures[state] = (self.model.following(state), self.model.is_complete(state))
        return self.futures[state]

    def _forks(self, state: State) -> tuple[State, ...]:
        """The states that differ in what may follow, of those that one more child, whichever, leads to."""
        if state not in self.forks:
            reached = (self.model.step(state, name) for name in self.model.expected(state))
            self.forks[state] = tuple({self._future(each): each for each in reached}.values())
        return self.forks[state]

    def _ended(self, way: _Way) -> _Way:
        state = way.state
        if self.model.is_complete(state):
            return way
        expected = self.model.expected(state)
        closing = tuple(each for each in expected if self.model.is_complete(self.model.step(state, each)))
        price = min((self._price(each) for each in closing), default=2 * _MISSING)
        return way.then(_Step(len(self.children), "", state, state, missing=closing or expected), price)


@dataclass(slots=True)
class _Diagnosis:
    model: ContentModel
    steps: list[_Step]
    owed: list[_Step] = field(init=False)

    def __post_init__(self) -> None:
        self.owed = [step for step in self.steps if step.missing]

    def iter_problems(self) -> Iterator[Problem]:
        passed_over = [self._passed_over(step) for step in self.steps if not step.accepted]
        missing = [Problem(Fault.MISSING, step.index, self._in_order(step), step.name) for step in self.owed]
        yield from sorted([*passed_over, *missing], key=lambda problem: problem.index)

    def _in_order(self, step: _Step) -> tuple[str, ...]:
        return tuple(each for each in self.model.expected(step.state) if each in step.missing)

    def _passed_over(self, step: _Step) -> Problem:
        problem = Problem(Fault.UNEXPECTED, step.index, self.model.expected(step.state))
        if not self.model.takes(step.name):
            return replace(problem, fault=Fault.NOT_TAKEN)
        place = self._place_owed(step) or self._nearest_place(step)
        if place:
            return replace(problem, fault=Fault.MISPLACED, before=place[0], after=place[1])
        once = any(other.accepted and other.name == step.name for other in self.steps)
        return replace(problem, fault=Fault.REPEATED if once else Fault.UNEXPECTED)

    def _place_owed(self, step: _Step) -> tuple[str, str] | None:
        """Where it was missing, as a sibling that it belongs before or else after."""
        owed = next((each for each in self.owed if step.name in each.missing), None)
        if owed is None:
            return None
        self.owed.remove(owed)
        last = next((each.name for each in reversed(self.steps) if each.accepted and each.index < owed.index), "")
        return (owed.name, "" if owed.name else last)

    def _nearest_place(self, step: _Step) -> tuple[str, str] | None:
        path = [each for each in self.steps if each.accepted]
        before = [each for each in path if self._fits(step.name, each)]
        earlier = next((each.name for each in reversed(before) if each.index < step.index), "")
        later = next((each for each in before if each.index > step.index), None)
        if earlier:
            return (earlier, "")
        if later:
            return ("", path[path.index(later) - 1].name)
        last = path[-1] if path else None
        if last and last.index > step.index and self.model.step(last.reached, step.name):
            return ("", last.name)
        return None

    def _fits(self, name: str, other: _Step) -> bool:
        return bool(self.model.step(self.model.step(other.state, name), other.name))
