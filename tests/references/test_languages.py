"""The languages of titles."""

import pytest

from ries_jats.references.languages import with_languages
from tests.unit.references import parsed


def languages(marked: str) -> list[str]:
    return [part.attribute("xml:lang") for part in with_languages(parsed(marked)).parts]


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Pourquoi les marchands ont quitté la ville", "fr"),
        ("The lamps along the quays of the estuary", "en"),
        ("Los faros y los muelles de la ciudad", "es"),
        ("Die Leuchttürme an der Mündung des Flusses", "de"),
    ],
)
def test_a_title_whose_words_leave_no_doubt_has_its_language(title: str, language: str) -> None:
    assert languages(f"Larch, {{article-title|{title}}}, 2004.") == [language]


@pytest.mark.parametrize("title", ["Quais", "Politix", "Port Haven Dakar Lisboa Tanger"])
def test_short_titles_and_names_have_none(title: str) -> None:
    assert languages(f"{{source|{title}}}") == [""]


def test_what_is_known_already_stays_and_other_parts_are_not_asked() -> None:
    marked = "{article-title es|The lamps along the quays of the estuary}, {publisher-name|Les presses de la ville}"
    before = parsed(marked)
    assert with_languages(before) == before
