"""Citations recognised and linked, measured on labelled sentences that were invented for it: floors, not wishes."""

from pathlib import Path

import pytest

from .sentences import Case, iter_cases, judge

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("*.txt"))
LEAST = 0.97
"""Of the links made, how many are right, and of those wanted, how many are made."""


def cases(file: Path) -> list[Case]:
    return list(iter_cases(file))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_links_are_right_and_complete(file: Path) -> None:
    outcomes = [(case.place, judge(case)) for case in cases(file)]
    right = sum(outcome.right for _, outcome in outcomes)
    false = [f"{place}: {each}" for place, outcome in outcomes for each in outcome.false]
    missing = [f"{place}: {each}" for place, outcome in outcomes for each in outcome.missing]
    assert right >= LEAST * (right + len(false)), false
    assert right >= LEAST * (right + len(missing)), missing


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_citations_without_reference_are_told(file: Path) -> None:
    outcomes = [(case.place, judge(case)) for case in cases(file)]
    differing = [f"{place}: {each}" for place, outcome in outcomes for each in outcome.findings]
    assert len(differing) <= (1 - LEAST) * len(outcomes), differing


def test_there_are_enough_sentences() -> None:
    assert sum(len(cases(file)) for file in FILES) >= 150
