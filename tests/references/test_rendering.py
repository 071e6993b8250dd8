"""Made-up references: what is true of every one, and that there is some of everything."""

import re
from collections import Counter
from itertools import pairwise
from random import Random

import pytest

from ries_jats.article.references import PublicationType
from ries_jats.references.labels import Label
from ries_jats.references.training import render
from ries_jats.references.training.generate import references
from ries_jats.references.training.labelled import Labelled, Piece
from ries_jats.references.training.parts import read_parts
from ries_jats.references.training.printed import Printed
from ries_jats.references.training.records import Maker
from ries_jats.references.training.rendered import Rendered
from ries_jats.references.training.styles import styles
from ries_jats.references.training.tidying import tidied
from ries_jats.references.training.words import LANGUAGES, words

_TITLE_RUN = re.compile(r"« ?»|“”|‘’|\(\s*\)|\[\s*\]|<>")
_LEAST_FORMS = {"fr": 200, "es": 200, "en": 200}


@pytest.fixture(scope="module")
def many() -> list[Rendered]:
    """References in every language."""
    return [*references(6000, seed=4)]


def test_the_pieces_make_the_string_and_stand_where_they_say(many: list[Rendered]) -> None:
    for each in many:
        assert "".join(text for _, text in each.pieces) == each.text
        assert [each.text[start:stop] for start, stop, _ in each.spans()] == [text for _, text in each.pieces]


def test_the_same_seed_gives_the_same_strings() -> None:
    assert [*references(50, seed=7)] == [*references(50, seed=7)]
    assert [*references(50, seed=7)] != [*references(50, seed=8)]


def test_a_string_does_not_depend_on_how_many_there_are() -> None:
    assert [*references(80, seed=7)][:20] == [*references(20, seed=7)]


def test_every_label_and_every_type_occurs(many: list[Rendered]) -> None:
    assert {label for each in many for label in each.labels} == set(Label)
    assert {each.publication_type for each in many} == set(PublicationType)


def test_nothing_is_doubled_or_empty(many: list[Rendered]) -> None:
    for each in many:
        assert "  " not in each.text, each.text
        assert each.text == each.text.strip(), each.text
        assert not _TITLE_RUN.search(each.text), each.text
        assert all(text.strip() for _, text in each.pieces), each.text


def test_no_pattern_or_mark_is_left_in_a_string(many: list[Rendered]) -> None:
    for each in many:
        assert not re.search(r"[{}|@^\ue000-\uf8ff]", each.text), each.text


def test_parts_of_names_stand_among_people(many: list[Rendered]) -> None:
    people = {Label.AUTHOR, Label.EDITOR, Label.TRANSLATOR, Label.DIRECTOR, Label.PRODUCER}
    for each in many:
        for start, stop, element in each.names:
            assert element in ("surname", "given-names", "collab")
            assert each.text[start:stop].strip() == each.text[start:stop] != ""
            assert any(label in people and first <= start < stop <= end for first, end, label in each.spans())


def test_strings_are_seldom_the_same() -> None:
    assert max(Counter(each.text for each in references(3000, seed=2) if len(each.text) > 60).values()) < 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_prints_some_record(language: str) -> None:
    forms = [(style, kind, form) for style in styles(language) for kind, each in style.forms.items() for form in each]
    assert len(forms) >= _LEAST_FORMS.get(language, 15)
    for style, kind, form in forms:
        rng = Random(1)
        maker = Maker(language, rng)
        printed = (Printed(maker.record(kind), words(language), style.manner(rng), rng) for _ in range(400))
        fitting = next((each for each in printed if form.fits(each)), None)
        assert fitting, (style.name, kind, form.required)
        for _ in range(3):
            texts = [text for _, text in tidied([*form.pieces(fitting)])]
            for left, right in pairwise(texts):
                assert not (left[-1].isalnum() and right[0].isalnum()), (style.name, kind, texts)


def test_parts_of_real_references_are_put_together_anew() -> None:
    journal = "Quarterly of Lost Umbrellas"
    real = Labelled(
        (Piece(Label.TITLE, "Wet days in port. "), Piece(Label.JOURNAL, f"in {journal}, "), Piece(Label.DATE, "1999."))
    )
    parts = read_parts([real])
    assert parts.words == {"title": ("Wet days in port",), "journal": (journal,)}
    found = [each for each in references(400, 3, parts=parts) if journal in each.text]
    assert found
    assert all(any(label is Label.JOURNAL and journal in text for label, text in each.pieces) for each in found)


def test_a_surname_is_known_wherever_it_stands(many: list[Rendered]) -> None:
    orders = {tuple(part.element for part in each.names[:2]) for each in many if len(each.names) > 1}
    assert {("surname", "given-names"), ("given-names", "surname")} <= orders


def test_the_command_prints_strings_and_counts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["render", "--count", "5", "--seed", "2", "--language", "es", "--show"])
    render.main()
    printed = capsys.readouterr()
    assert printed.out.count("<sequence>") == 5
    assert "5 strings" in printed.err
