"""Page furniture: running heads, page numbers and stray marks, each a block of its own."""

import pytest

from ries_jats.article.blocks import ItemList, Paragraph
from ries_jats.manuscript.repair.furniture import drop_furniture, drop_interruptions, drop_navigation, open_stray_lists

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
        ("iv", "page number"),
        ("– xii –", "page number"),
        ("[ 12 ]", "page number"),
        ("1234", "page number"),
        ("page 7", "page number"),
        ("p. 7", "page number"),
        ("Page 3 of 20", "page number"),
        ("page 3 sur 20", "page number"),
        ("· · ·", "stray mark"),
        ("-", "stray mark"),
        (".", "stray mark"),
        ("* -", "stray mark"),
        ("·····", "stray mark"),
        ("# 12", "page number"),
        ("12.", ""),
        ("2.1", ""),
        ("12345", ""),
        ("v", ""),
        ("xiii e", ""),
        ("dix", ""),
        ("ville", ""),
        ("page sept", ""),
        ("p. 7, le quai", ""),
        ("> 12", ""),
        ("|", ""),
    ],
)
def test_page_numbers_and_stray_marks_leave(line: str, departure: str) -> None:
    repaired = drop_furniture(document("Un port.", line, "Un quai."))
    assert departures(repaired) == ([(departure, line.removeprefix("# ").removeprefix("* "))] if departure else [])
    assert texts_of(repaired) == ["Un port.", *([] if departure else [line.strip("|> ")]), "Un quai."]


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


PAGES = ["Un port.", "Un quai.", "Un mât.", "La barque.", "La voile.", "La rame.", "La corde."]


@pytest.mark.parametrize(
    ("line", "times", "leaves"),
    [
        ("Revue des Quais", 3, True),
        ("Revue des Quais, {}", 3, True),
        ("{} Revue des Quais", 3, True),
        ("# Revue des Quais", 3, True),
        ("REVUE DES QUAIS", 3, True),
        ("Revue des Quais", 2, False),
        ("Introduction", 3, False),
        ("Oui.", 3, False),
        ("– Non !", 3, False),
        ("^{}^ Voir le livre.", 3, False),
        ("Ibid., p. {}", 3, False),
        ("Ibidem.", 3, False),
        ("Íbid., p. {}", 3, False),
        ("{} Op. cit., p. 7", 3, False),
        ("{} - Ibid.", 3, False),
        ("Le maître du quai écrit dans un livre que personne ne lit " * 3, 3, False),
    ],
)
def test_a_line_that_stands_alone_again_and_again_is_a_running_head(line: str, times: int, leaves: bool) -> None:
    lines = [line.format(11 + number) for number in range(times)]
    texts = [text for pair in zip(PAGES, lines, strict=False) for text in pair]
    repaired = drop_furniture(document("# Les quais", *PAGES, *texts))
    assert len(repaired.ledger) == (times if leaves else 0)


@pytest.mark.parametrize(
    ("texts", "leaves"),
    [
        (["Revue des Quais", "\f", "Du sel.", "Revue des Quais", "\f", "Du miel."], 2),
        (["Revue des Quais", "\f", "Du sel.", "Revue des Quais"], 1),
        (["\f", "Revue des Quais", "Du fer.", "\f", "Revue des Quais"], 2),
        (["Revue des Quais", "12", "Du bois.", "Revue des Quais", "13"], 2),
        (["12", "Revue des Quais", "Du lin.", "13", "Revue des Quais"], 2),
        (["Revue des Quais", "Du vin.", "Revue des Quais", "De l'or.", "Du sel."], 0),
        (["Les gardiens du port", "\f", "Du fer."], 1),
        (["Les gardiens du port", "Du bois.", "Du lin."], 1),
        (["Gardiens du port", "Du bois.", "Du lin."], 0),
        (["Gardiens du port", "\f", "Du lin."], 1),
        (["Gardiens du port.", "\f", "Du vin."], 0),
        (["12 Les gardiens du port", "De l'or."], 1),
        (["Les gardiens du port 12", "Du sel."], 1),
        (["Les gardiens 12", "Du fer."], 0),
    ],
)
def test_at_the_border_of_a_page_a_running_head_needs_to_stand_there_less_often(texts: list[str], leaves: int) -> None:
    repaired = drop_furniture(document("# Les gardiens du port", *PAGES, *texts))
    assert [departure for departure, _ in departures(repaired)].count("running head") == leaves


def test_a_title_stays_where_it_stands_first() -> None:
    repaired = drop_furniture(document("# Les quais", *PAGES, "Les quais", "Un port.", "Les quais"))
    assert texts_of(repaired) == ["Les quais", *PAGES, "Un port."]


def test_notes_that_repeat_with_numbers_that_are_called_stay() -> None:
    texts = ["Un port7.", "7 Registre du port", "Un quai8.", "8 Registre du port", "Un mât10.", "10 Registre du port"]
    assert texts_of(drop_furniture(document("Les quais", *PAGES, *texts)))[-6:] == texts


def test_pages_end_where_page_numbers_stood() -> None:
    written = document("Un port.", "12", "Un quai.", "***", "Un mât.", "\f", "La voile.")
    repaired = drop_furniture(written)
    assert [repaired.page(each.prose.at) for each in repaired.blocks if isinstance(each, Paragraph)] == [0, 1, 1, 2]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [("*\n\nUn port.", Paragraph), ("* Un port.", ItemList), ("* Un port.\n* Un quai.", ItemList)],
)
def test_a_mark_alone_on_its_line_makes_no_list(text: str, blocks: type) -> None:
    (block,) = open_stray_lists(document(text)).blocks
    assert isinstance(block, blocks)


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        (["Haut de page", "Un port.", "Texte intégral"], ["Un port."]),
        (["Haut de page", "Un port."], ["Haut de page", "Un port."]),
    ],
)
def test_the_words_of_a_site_leave_when_there_are_several(texts: list[str], kept: list[str]) -> None:
    assert texts_of(drop_navigation(document(*texts))) == kept


HEAD = ["# La plume et le quai", "Odile Brévan", "Résumé", "On compte.", "Un port.", "Un quai.", "Un mât."]
TEXT = ["La voile.", "La rame.", "La corde.", "Le bois.", "Le fer."]
"""So many paragraphs that what follows them is no longer the head."""


@pytest.mark.parametrize(
    ("line", "leaves"),
    [
        ("La plume et le quai", True),
        ("Odile Brévan", True),
        ("# La plume", True),
        ("La plume.", False),
        ("La plume :", False),
        ("^1^ La plume", False),
        ("Une autre voile", False),
        ("Résumé", False),
    ],
)
def test_a_line_of_the_head_inside_a_sentence_leaves(line: str, leaves: bool) -> None:
    repaired = drop_interruptions(document(*HEAD, *TEXT, OPEN, line, "et le papier."))
    assert departures(repaired) == ([("running head", line.removeprefix("# "))] if leaves else [])


def test_a_line_of_its_own_words_near_the_head_stays() -> None:
    assert not drop_interruptions(document(*HEAD, OPEN, "Une autre aurore", "et le papier.")).ledger
