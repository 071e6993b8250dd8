"""Content models accept what they should, and say little and enough of what they do not accept."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ries_jats.check.alignment import Fault, Problem, iter_problems
from ries_jats.check.content import ANY, ContentModel, Particle


def one(name: str) -> Particle:
    return Particle(name)


def maybe(name: str) -> Particle:
    return Particle(name, optional=True)


def many(name: str) -> Particle:
    return Particle(name, optional=True, repeated=True)


def sequence(*parts: Particle) -> Particle:
    return Particle(parts=parts)


NAME = sequence(
    Particle(parts=(sequence(one("surname"), maybe("given-names")), one("given-names")), choice=True), maybe("suffix")
)
HEADING = Particle(parts=(sequence(one("label"), maybe("title")), one("title")), choice=True)
SEC = sequence(maybe("sec-meta"), HEADING, many("p"), many("sec"))
META = sequence(
    many("id"), one("title-group"), maybe("contrib-group"), maybe("date"), maybe("volume"), many("abstract")
)


def problems(particle: Particle, children: str) -> list[Problem]:
    return list(iter_problems(ContentModel.of(particle), children.split()))


def faults(particle: Particle, children: str) -> list[tuple[Fault, int]]:
    return [(each.fault, each.index) for each in problems(particle, children)]


def test_what_the_model_accepts_has_no_problem() -> None:
    assert not faults(SEC, "label title p p sec sec")


def test_an_unknown_child_is_the_only_problem_of_its_parent() -> None:
    assert faults(SEC, "title p bogus p") == [(Fault.NOT_TAKEN, 2)]


def test_what_is_missing_is_named_with_what_it_belongs_before() -> None:
    assert problems(SEC, "p p") == [Problem(Fault.MISSING, 0, ("label", "title"), before="p")]


def test_what_is_missing_at_the_end_has_the_number_of_children_as_its_place() -> None:
    assert problems(SEC, "") == [Problem(Fault.MISSING, 0, ("label", "title"))]
    assert problems(META, "id id") == [Problem(Fault.MISSING, 2, ("title-group",))]


def test_a_title_after_many_paragraphs_is_one_problem() -> None:
    (problem,) = problems(SEC, "p p p title")
    assert (problem.fault, problem.index, problem.before) == (Fault.MISPLACED, 3, "p")


def test_a_child_that_comes_too_early_is_one_problem_and_not_one_for_each_that_follows() -> None:
    (problem,) = problems(META, "abstract id title-group contrib-group date volume")
    assert (problem.fault, problem.index, problem.after) == (Fault.MISPLACED, 0, "volume")


def test_a_child_that_comes_too_late_belongs_before_a_sibling() -> None:
    (problem,) = problems(NAME, "given-names surname")
    assert (problem.fault, problem.index, problem.before) == (Fault.MISPLACED, 1, "given-names")


def test_a_second_child_of_which_there_may_be_one_is_repeated() -> None:
    assert faults(SEC, "title title") == [(Fault.REPEATED, 1)]


def test_a_choice_made_excludes_the_other() -> None:
    pages = Particle(parts=(one("fpage"), one("elocation-id")), choice=True)
    assert faults(pages, "fpage elocation-id") == [(Fault.UNEXPECTED, 1)]


def test_any_takes_everything() -> None:
    model = ContentModel.of(many(ANY))
    assert model.accepts(["x", "y"])
    assert model.takes("z")


def test_two_thousand_children_do_not_take_long() -> None:
    assert faults(SEC, "p " * 2000 + "title") == [(Fault.MISPLACED, 2000)]


LETTERS = st.sampled_from("abcd")
FLAGS = st.booleans()
PARTICLES = st.recursive(
    st.builds(Particle, LETTERS, optional=FLAGS, repeated=FLAGS),
    lambda parts: st.builds(
        lambda inner, choice, optional, repeated: Particle("", tuple(inner), choice, optional, repeated),
        st.lists(parts, min_size=1, max_size=3),
        FLAGS,
        FLAGS,
        FLAGS,
    ),
    max_leaves=8,
)


def as_expression(particle: Particle) -> str:
    parts = [as_expression(part) for part in particle.parts]
    inner = particle.name or ("|" if particle.choice else "").join(parts)
    sign = {(True, True): "*", (True, False): "?", (False, True): "+"}.get((particle.optional, particle.repeated), "")
    return f"(?:{inner}){sign}"


@given(PARTICLES, st.lists(LETTERS, max_size=6))
def test_a_model_accepts_what_the_same_regular_expression_matches(particle: Particle, children: list[str]) -> None:
    matches = re.fullmatch(as_expression(particle), "".join(children)) is not None
    assert ContentModel.of(particle).accepts(children) is matches


@given(PARTICLES, st.lists(st.sampled_from("abcdx"), max_size=6))
def test_there_are_problems_if_and_only_if_the_model_does_not_accept(particle: Particle, children: list[str]) -> None:
    model = ContentModel.of(particle)
    assert bool(list(iter_problems(model, children))) is not model.accepts(children)


@pytest.mark.parametrize(("after", "expected"), [("", ("sec-meta", "label", "title")), ("title", ("p", "sec"))])
def test_what_may_come_next_is_told_in_the_order_of_the_model(after: str, expected: tuple[str, ...]) -> None:
    model = ContentModel.of(SEC)
    state = frozenset({0})
    for name in after.split():
        state = model.step(state, name)
    assert model.expected(state) == expected
