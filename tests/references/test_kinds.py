"""What kind a whole string is of, and what its words say of the work."""

import pytest

from ries_jats.bibliography.printed import work_of
from ries_jats.references.parser import parse_reference


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tribunal Supremo, Sentencia 123/2012, de 4 de mayo.", "legislation"),
        ("Harbour Board v Doe [1998] AC 123.", "legislation"),
        ("Cass. civ. 1re, 12 mars 2004, n° 02-11.234, Bull. civ. I, n° 75.", "legislation"),
        ("Art. 12 du Code des ports.", "legislation"),
        ("Loi n° 2005-102 du 11 février 2005 sur les quais.", "legislation"),
        ("Morel I. Les quais de Brest. In: Annales de Bretagne. Tome 12, n°2, 1989. pp. 3-11.", "article-journal"),
        (
            "Roy, P. 2001. « Les quais ». Dans Lectures du port, sous la direction d’Ida Morel, 3-11. Paris : Seuil.",
            "chapter",
        ),
        ("El País (2012, 3 de mayo). Los muelles cierran. https://elpais.example/muelles", "article-newspaper"),
    ],
)
def test_kinds_of_works(text: str, kind: str) -> None:
    assert work_of(parse_reference(text)).type == kind


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Loi n° 2005-102 du 11 février 2005 sur les quais.", "2005"),
        ("Sentencia del Tribunal Constitucional 12/1983, de 8 de abril.", "1983"),
        ("Harbours Act 1964, s 9.", "1964"),
    ],
)
def test_a_law_is_of_the_year_in_its_title(text: str, year: str) -> None:
    assert work_of(parse_reference(text)).issued.year == year


def test_a_newspaper_alone_holds_the_work_and_is_not_its_title() -> None:
    work = work_of(parse_reference("Le Monde, 12 mai 1968, p. 3."))
    assert (work.title, work.container_title) == ("", "Le Monde")


def test_the_day_on_which_a_page_was_put_online_is_not_that_on_which_it_was_read() -> None:
    text = (
        "Morel I., « Les quais », Terrain [En ligne], 12 | 1989, mis en ligne le 3 mars 2007, consulté le 2 avril 2019."
    )
    work = work_of(parse_reference(text))
    assert work.accessed.parts == ((2019, 4, 2),)
    assert (work.issue, work.volume, work.issued.year) == ("12", "", "1989")


def test_a_journal_that_counts_issues_has_no_volumes() -> None:
    work = work_of(parse_reference("Morel Ida, « Les quais », Genèses, 12, 1993, p. 3-21."))
    assert (work.issue, work.volume) == ("12", "")


def test_a_working_paper_keeps_its_number() -> None:
    work = work_of(parse_reference("Roy P., 2000, Les quais de la dette, Document de travail n° 12, Paris, CEPREMAP."))
    assert (work.genre, work.issue) == ("Document de travail", "12")


def test_and_al_is_no_name_and_al_amrani_is_one() -> None:
    others = work_of(parse_reference("Morel I., Roy P. & al., Les quais, Paris, Seuil, 1999."))
    amrani = work_of(parse_reference("Morel, I., & Al Amrani, K. (1999). Les quais. Paris : Seuil."))
    assert [person.surname for _, person in others.people] == ["Morel", "Roy"]
    assert [person.surname for _, person in amrani.people] == ["Morel", "Al Amrani"]
