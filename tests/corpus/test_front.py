"""Front matter of manuscripts in many dresses, written for this project: the floors are never lowered.

Each manuscript of `tests/front` is built, and its front matter compared with what a careful reader finds in it.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path
from statistics import mean

import pytest

from ries_jats.build import Job, build_article
from ries_jats.findings import Severity
from ries_jats.journal import find_issues
from ries_jats.journal.discovery import is_manuscript

FRONT = Path(__file__).parents[1] / "front"
sys.path.insert(0, str(FRONT))
import scoring  # type: ignore[import-not-found]  # noqa: E402

FLOORS = {
    "title": 0.99,
    "trans": 0.975,
    "type": 1.0,
    "lang": 0.99,
    "authors": 0.925,
    "roles": 0.94,
    "emails": 0.94,
    "orcids": 0.94,
    "corresp": 0.96,
    "links": 0.85,
    "affs": 0.875,
    "dates": 0.945,
    "numbers": 0.94,
    "abstracts": 0.98,
    "keywords": 0.99,
    "ack": 0.97,
    "funding": 0.98,
    "conflict": 1.0,
    "dedication": 1.0,
    "epigraph": 0.99,
    "product": 0.99,
    "sections": 0.905,
    "refs": 0.965,
    "notes": 0.91,
}
"""The least mean over all manuscripts, by field of the scorer."""
NAMES = sorted(path.name.removesuffix(".gold.json") for path in FRONT.glob("*.gold.json"))
CONSERVATION = {"words-lost", "words-added", "words-moved", "words-twice"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("front")
    for name in NAMES:
        (manuscript,) = (path for path in FRONT.glob(f"{name}.*") if is_manuscript(path))
        issue = next(iter(find_issues(manuscript)))
        build_article(Job(issue.manuscripts[0], issue, output / name))
    return output


def findings_of(output: Path, name: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads((output / name / "findings.json").read_text())
    return found


def test_front_matter_is_recognised_as_well_as_ever(built: Path) -> None:
    values = defaultdict(list)
    for name in NAMES:
        gold = json.loads((FRONT / f"{name}.gold.json").read_text())
        for field, (value, _) in scoring.score((built / name / "article.xml").read_bytes(), gold).items():
            values[field].append(value)
    means = {field: mean(values[field]) for field in FLOORS}
    assert {field: value for field, value in means.items() if value < FLOORS[field]} == {}


@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_lost_and_the_article_is_valid(built: Path, name: str) -> None:
    bad = [
        each
        for each in findings_of(built, name)
        if each["code"] in CONSERVATION or (each["code"].startswith("schema") and each["severity"] == Severity.ERROR)
    ]
    assert bad == []
