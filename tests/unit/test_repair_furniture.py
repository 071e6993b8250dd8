"""Page furniture: running heads, page numbers and stray marks, each a block of its own."""

import pytest

from ries_jats.manuscript.repair.furniture import drop_furniture, drop_interruptions

from .documents import OPEN, departures, document, texts_of

# Furniture


@pytest.mark.parametrize(
    ("line", "departure"),
    [
        ("12", "page number"),
        ("- 12 -", "page number"),
        ("Page 3 / 20", "page number"),
        ("p. 4 de 9", "page number"),
        ("***", "stray mark"),
        ("Quai 12", ""),
        ("Volume 12, page 3", ""),
        ("\ufffc", ""),
        ("xiv", "page number"),
    ],
)
def test_page_numbers_and_stray_marks_leave(line: str, departure: str) -> None:
    repaired = drop_furniture(document("Un port.", line, "Un quai."))
    assert departures(repaired) == ([(departure, line)] if departure else [])
    assert texts_of(repaired) == ["Un port.", *([] if departure else [line]), "Un quai."]


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        (
            ["# La plume", "Un port.", "La plume", "Un quai.", "La plume", "Un mât."],
            ["La plume", "Un port.", "Un quai.", "Un mât."],
        ),
        (
            ["Un port.", "Revue des Quais, 13", "Un quai.", "Revue des Quais, 14", "Un mât.", "15, Revue des Quais"],
            ["Un port.", "Un quai.", "Un mât."],
        ),
        (["Un port.", "Deux fois", "Un quai.", "Deux fois"], ["Un port.", "Deux fois", "Un quai.", "Deux fois"]),
        (
            ["Un port.", "Conclusion", "Un quai.", "Conclusion", "Un mât.", "Conclusion"],
            ["Un port.", "Conclusion", "Un quai.", "Conclusion", "Un mât.", "Conclusion"],
        ),
        pytest.param(
            ["– Le port ?", "Oui.", "– Le quai ?", "Oui.", "– Le mât ?", "Oui."],
            ["– Le port ?", "Oui.", "– Le quai ?", "Oui.", "– Le mât ?", "Oui."],
        ),
    ],
)
def test_running_heads_leave_and_titles_stay(texts: list[str], kept: list[str]) -> None:
    repaired = drop_furniture(document(*texts))
    assert texts_of(repaired) == kept
    assert sorted([*kept, *(text for _, text in departures(repaired))]) == sorted(text.strip("# ") for text in texts)


HEAD = ["# La plume et le quai", "Odile Brévan", "Résumé", "On compte.", "Un port.", "Un quai.", "Un mât."]
TEXT = ["La voile.", "La rame.", "La corde.", "Le bois.", "Le fer."]
"""So many paragraphs that what follows them is no longer the head."""


@pytest.mark.parametrize(
    ("line", "leaves"),
    [("La plume et le quai", True), ("Odile Brévan", True), ("Une autre voile", False), ("Résumé", False)],
)
def test_a_line_of_the_head_inside_a_sentence_leaves(line: str, leaves: bool) -> None:
    repaired = drop_interruptions(document(*HEAD, *TEXT, OPEN, line, "et le papier."))
    assert departures(repaired) == ([("running head", line)] if leaves else [])


@pytest.mark.xfail(strict=True, reason="among the first blocks, a line counts as words of the head itself")
def test_a_line_of_its_own_words_near_the_head_stays() -> None:
    assert not drop_interruptions(document(*HEAD, OPEN, "Une autre aurore", "et le papier.")).ledger
