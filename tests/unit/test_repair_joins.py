"""Paragraphs, quotations, items and words that a page or line end cut."""

import pytest

from ries_jats.manuscript.repair.joins import join_paragraphs

from .documents import OPEN, document, texts_of

# Joins


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (OPEN, "et le papier.", OPEN + " et le papier."),
        (OPEN + ",", "mais pas le papier.", OPEN + ", mais pas le papier."),
        (OPEN + " du regis-", "tre. Un registre.", OPEN + " du registre. Un registre."),
        (OPEN + " du porte-", "parole. Il porte la parole.", OPEN + " du porte-parole. Il porte la parole."),
        (OPEN + ".", "et le papier.", ""),
        (OPEN + " :", "une liste", ""),
        (OPEN, "^1^ et le papier.", ""),
        (OPEN, "Mots-clés : port, quai", ""),
        (OPEN, "# Conclusion", ""),
        ("Odile Brévan", "et Maël Tarrit", ""),
        (OPEN + " du regis-", "tre.", OPEN + " du registre."),
    ],
)
def test_paragraphs_that_a_page_cut_are_joined(one: str, other: str, joined: str) -> None:
    repaired = join_paragraphs(document(one, other))
    assert texts_of(repaired) == ([joined] if joined else [one, other.replace("^", "").strip("# ")])
    assert not repaired.findings


def test_a_join_at_a_capital_is_reported() -> None:
    other = "Maroc a compté autrement, comme le disent les papiers que le port a gardés."
    repaired = join_paragraphs(document(OPEN + " au", other))
    assert texts_of(repaired) == [f"{OPEN} au {other}"]
    assert [each.code for each in repaired.findings] == ["join-uncertain"]


def test_entries_of_a_reference_list_are_not_joined() -> None:
    entries = [OPEN + ", Rabat 2001", "Tarrit, M. (2002). Un livre sur les quais et sur les mains qui les tiennent"]
    assert texts_of(join_paragraphs(document("# Références", *entries)))[1:] == entries


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        ("Un regis-\ntre, le registre.", "Un registre, le registre."),
        ("Un regis\u00ad\ntre.", "Un registre."),
        ("Un regis\u2010\ntre.", "Un registre."),
        ("La Provence-\nAlpes.", "La Provence-Alpes."),
        ("Un porte-\nparole : il porte la parole.", "Un porte-parole : il porte la parole."),
        ("Un port -\nun quai", "Un port -\nun quai"),
        ("Un regis-\ntre.", "Un registre."),
        ("La Provence\u2010\nAlpes.", "La Provence\u2010Alpes."),
    ],
)
def test_words_that_a_line_end_cut_are_mended(printed: str, mended: str) -> None:
    assert texts_of(join_paragraphs(document(printed))) == [mended]
