"""What repair gives back of articles that were damaged as extraction from a PDF damages them.

`python -m tests.damage.test_damage 3 14` tells what is wrong with some seeds, without numbers how many are right.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ries_jats.build import build_article, plan_jobs
from ries_jats.journal import find_issues

from .judge import Verdict, judge
from .seeds import KINDS, Sample, sample

SEEDS = 100
QUICK = range(12)
STRUCTURE_EXACT = 95
"""Of the hundred seeds, how many come back with their structure."""
MOST_INEXACT = 1
"""Of the quick ones, how many may not."""


@dataclass(frozen=True)
class Outcome:
    """What became of one seed."""

    sample: Sample
    verdict: Verdict
    faults: tuple[str, ...]
    """Findings that say that the XML is invalid or that words were lost."""

    def __str__(self) -> str:
        told = (*self.faults, *self.verdict.words, *self.verdict.structure)
        return "\n  ".join([f"seed {self.sample.seed} ({self.sample.kind})", *dict.fromkeys(told)])


@cache
def outcome(seed: int) -> Outcome:
    """Builds the article of a seed and judges it."""
    one = sample(seed)
    with TemporaryDirectory() as folder:
        manuscript = Path(folder) / "manuscript" / "article.md"
        manuscript.parent.mkdir()
        manuscript.write_text(one.extraction.text, "utf-8")
        (job,) = plan_jobs(list(find_issues(manuscript)), Path(folder) / "output", language="en")
        result = build_article(job)
        verdict = judge(one.truth, job.target / "article.xml")
    faults = tuple(f"{each.code}: {each.message('en')}" for each in result.findings if _is_fault(each.code))
    return Outcome(one, verdict, faults)


def _is_fault(code: str) -> bool:
    return code.startswith(("words-", "schema-"))


def report(outcomes: list[Outcome]) -> str:
    return "\n".join(str(each) for each in outcomes)


def inexact(outcomes: list[Outcome]) -> list[Outcome]:
    return [each for each in outcomes if each.verdict.words or each.verdict.structure]


def test_twelve_damaged_articles_come_back() -> None:
    outcomes = [outcome(seed) for seed in QUICK]
    assert not any(each.faults or each.verdict.words for each in outcomes), report(outcomes)
    assert len(inexact(outcomes)) <= MOST_INEXACT, report(inexact(outcomes))


@pytest.mark.slow
def test_a_hundred_damaged_articles_come_back() -> None:
    outcomes = [outcome(seed) for seed in range(SEEDS)]
    assert not any(each.faults or each.verdict.words for each in outcomes), report(outcomes)
    assert len(inexact(outcomes)) <= SEEDS - STRUCTURE_EXACT, report(inexact(outcomes))


def tell(seeds: Iterable[int]) -> None:
    """Prints of each kind how many of these seeds come back."""
    for kind in KINDS:
        outcomes = [outcome(seed) for seed in seeds if sample(seed).kind == kind]
        right = sum(not each.verdict.words for each in outcomes), len(outcomes) - len(inexact(outcomes))
        faulty = [each.sample.seed for each in outcomes if each.faults]
        print(
            f"{kind:12} {len(outcomes)} seeds: words exact {right[0]}, all exact {right[1]}, lossy or invalid {faulty}"
        )
        worst = sorted(outcomes, key=lambda each: -len(each.verdict.structure))
        print(" " * 12, " ".join(f"{each.sample.seed}:{len(each.verdict.structure)}" for each in worst))


def main(arguments: list[str]) -> None:
    """`600-699` tells how many of these seeds come back, `3 14` what is wrong with these, nothing counts the first
    hundred.
    """
    first, dash, last = arguments[0].partition("-") if len(arguments) == 1 else ("", "", "")
    if arguments and not dash:
        print(report([outcome(int(seed)) for seed in arguments]))
    else:
        tell(range(int(first), int(last) + 1) if dash else range(SEEDS))


if __name__ == "__main__":
    main(sys.argv[1:])
