"""How well references are parsed: floors that no change may lower."""

import hashlib
import re
import time
from pathlib import Path

import pytest

from ries_jats.references.parser import parse_references
from ries_jats.references.tagger import MODEL
from ries_jats.references.training.bench import marked_scores
from ries_jats.references.training.marked import read_marked
from ries_jats.references.training.scoring import Score

ROOT = Path(__file__).parents[2]
STRINGS = list(read_marked(Path(__file__).with_name("strings.txt")))
MODEL_FILE = ROOT / "src" / "ries_jats" / "references" / MODEL
REPORT = ROOT / "docs" / "references-model.md"
FLOORS = {"all": 0.97, "fr": 0.97, "es": 0.97, "en": 0.95}
FIELDS = {"authors": 0.96, "editors": 0.95, "title": 0.95, "container": 0.95, "year": 0.98, "pages": 0.98, "doi": 1.0}


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return dict(marked_scores(STRINGS))


@pytest.mark.parametrize(("language", "floor"), FLOORS.items())
def test_strings_marked_by_hand(scores: dict[str, Score], language: str, floor: float) -> None:
    assert scores[language].total.f1 >= floor


@pytest.mark.parametrize(("field", "floor"), FIELDS.items())
def test_fields_of_strings_marked_by_hand(scores: dict[str, Score], field: str, floor: float) -> None:
    assert scores["all"].fields[field].f1 >= floor


def test_the_strings_are_many_and_of_several_languages() -> None:
    assert len(STRINGS) >= 250
    assert {"fr", "es", "en"} <= {each.language for each in STRINGS}


def test_the_report_is_that_of_the_model() -> None:
    assert hashlib.sha256(MODEL_FILE.read_bytes()).hexdigest() in REPORT.read_text("utf-8")
    assert MODEL_FILE.stat().st_size < 5_000_000


@pytest.mark.parametrize(("heading", "floor"), [("words", 0.95), ("French and Spanish", 0.92)])
def test_words_of_the_strings_set_aside_as_reported(heading: str, floor: float) -> None:
    section = next(
        each for each in re.split(r"^## ", REPORT.read_text("utf-8"), flags=re.MULTILINE) if heading in each[:80]
    )
    found = re.search(r"^\| all \| [\d.]+ \| [\d.]+ \| ([\d.]+) \|", section, re.MULTILINE)
    assert found is not None
    assert float(found[1]) >= floor


@pytest.mark.slow
def test_speed() -> None:
    strings = [each.text for each in STRINGS]
    parse_references(strings[:5])
    start = time.process_time()
    parse_references(strings)
    assert len(strings) / (time.process_time() - start) >= 400
