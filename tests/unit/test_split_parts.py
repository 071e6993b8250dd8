"""The parts of a split: printed lines, people, numbering, editors, ISSNs, places, likeness."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ries_jats.journal import Issn
from ries_jats.split.articles import read_articles
from ries_jats.split.boundaries import lay_out
from ries_jats.split.citations import cited_name_forms
from ries_jats.split.contents import find_contents, read_line
from ries_jats.split.lines import Line, plain, printed_lines
from ries_jats.split.masthead.editors import read_editors
from ries_jats.split.masthead.numbering import read_numbering
from ries_jats.split.masthead.publisher import read_publisher
from ries_jats.split.masthead.rights import read_issns, read_license
from ries_jats.split.masthead.title import read_title
from ries_jats.split.pages import plausible_pages
from ries_jats.split.people import is_one_person, people_of
from ries_jats.split.places import find_place


def lines(text: str) -> tuple[Line, ...]:
    return tuple(line for number, raw in enumerate(text.split("\n"), start=1) for line in printed_lines(number, raw))


# Lines


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("### **A *quiet* room**", "A quiet room"),
        ("A quiet room<sup>1</sup>", "A quiet room"),
        ("<sup>&lt;sup>2</sup> - A note", "2 - A note"),
        ("[A quiet room](#page-7-0) [7](#page-7-0)", "A quiet room 7"),
        ("- A quiet room[^3]", "A quiet room"),
        ("– A quiet room", "A quiet room"),
        ("A snake\\_case &amp; a star\\*", "A snake_case & a star*"),
        ("{12}------------------------", ""),
        ("|---|:--:|", ""),
        ("![cover](cover.jpeg)", ""),
    ],
)
def test_a_line_is_read_without_its_markup(raw: str, text: str) -> None:
    assert [line.text for line in printed_lines(1, raw)] == [text]


def test_a_row_of_a_table_is_as_many_lines_as_its_fullest_cell() -> None:
    printed = printed_lines(1, "| Board | Anne Martin<br>Luc Petit | 7 |")
    assert [line.text for line in printed] == ["Board\tAnne Martin", "Luc Petit\t7"]


@given(st.text())
def test_any_line_can_be_read(text: str) -> None:
    assert "\n" not in plain(text.replace("\n", " "))


# The contents


@pytest.mark.parametrize(
    ("text", "title", "page"),
    [
        ("Warm Rooms ........ 28", "Warm Rooms", "28"),
        ("Warm Rooms…………28", "Warm Rooms", "28"),
        ("OPPORTUNITÉS68", "OPPORTUNITÉS", "68"),
        ("Warm Rooms, p. 28", "Warm Rooms", "28"),
        ("Warm Rooms (pp. 28-41)", "Warm Rooms", "28"),
        ("Warm Rooms\t28", "Warm Rooms", "28"),
        ("Foreword ..... iii", "Foreword", "iii"),
        ("3. Warm Rooms — 28", "Warm Rooms", "28"),
        ("The Register of 1914", "The Register of 1914", ""),
        ("The Years 1881-1914", "The Years 1881-1914", ""),
        ("Rooms after COVID-19", "Rooms after COVID-19", ""),
        ("28", "", "28"),
    ],
)
def test_the_page_is_taken_off_a_line_of_the_contents(text: str, title: str, page: str) -> None:
    read = read_line(0, Line(1, text))
    assert (read.text, read.page_after) == (title, page)


def test_a_page_may_stand_before_the_title() -> None:
    read = read_line(0, Line(1, "28  Warm Rooms"))
    assert (read.text, read.page_before) == ("Warm Rooms", "28")


@pytest.mark.parametrize(
    ("pages", "plausible"),
    [
        (["5", "20", "41"], ["5", "20", "41"]),
        (["5", "19", "14", "41"], ["5", "19", "", "41"]),
        (["1", "2", "3"], ["", "", ""]),
        (["iii", "5", ""], ["iii", "5", ""]),
    ],
)
def test_pages_rise_and_do_not_count(pages: list[str], plausible: list[str]) -> None:
    assert [page or "" for page in plausible_pages(pages)].count("") == plausible.count("")
    if pages[1] != "19":
        assert plausible_pages(pages) == plausible


@pytest.mark.parametrize(
    "label",
    ["Sommaire", "## TABLE DES MATIÈRES", "Contents", "Sumario", "Índice", "Sumário", "**Sommaire / Contents**"],
)
def test_the_heading_of_the_contents_is_known(label: str) -> None:
    assert len(find_contents(lines(f"{label}\n\nA Quiet Room 5\nAnother Room 7"))) == 1


# People


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Abdeslam ELKHATTABI Chercheur, CIREES", ["Abdeslam ELKHATTABI"]),
        ("Par le Rédacteur en chef, Dr. Mustapha BENMOUSSA", ["Mustapha BENMOUSSA"]),
        ("Dr.Azeddine DAFIR & Dr. Abdelkarim CHOUA", ["Azeddine DAFIR", "Abdelkarim CHOUA"]),
        ("Azeddine DAFIR & Abdelkarim CHOUA Universidad Mohamed I", ["Azeddine DAFIR", "Abdelkarim CHOUA"]),
        ("John A. Smith¹, Mary O'Neil² and Li Wei", ["John A. Smith", "Mary O'Neil", "Li Wei"]),
        ("DURAND Paul, MARTIN Anne", ["Paul DURAND", "Anne MARTIN"]),
        ("CRANE, Judith and LOWE, Brenda", ["Judith CRANE", "Brenda LOWE"]),
        ("Juan Ortega y Gasset y Pedro Laín Entralgo", ["Juan Ortega y Gasset", "Pedro Laín Entralgo"]),
        ("María José García Pérez (Universidad de Sevilla)", ["María José García Pérez"]),
        ("Jane Doe, Rabat, Morocco", ["Jane Doe"]),
        ("Jane Doe, New York University, New York, USA", ["Jane Doe"]),
        ("University of Oxford", []),
        ("Directeur CIREES27", []),
        ("LA DIPLOMATIE NUMÉRIQUE ET LA POLITIQUE ÉTRANGÈRE", []),
    ],
)
def test_people_are_read_from_a_line(text: str, names: Sequence[str]) -> None:
    people = people_of(text)
    assert list(people.names if people else ()) == names


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Mustapha BENMOUSSA", "Mostafa Benmoussa", True),
        ("Hassan BELLA", "Hassan BALLA", True),
        ("Brahim EL AOUNI", "Brahim ELAOUNI", True),
        ("Abdeslam ELKHATTAB", "Abdessalam EL KHATTABI", True),
        ("Mohamed ALAOUI", "Mohammed ALAMI", False),
        ("Mohamed BENALI", "Ahmed BENALI", False),
        ("Jane Doe", "John Smith", False),
    ],
)
def test_names_of_one_person_are_known(one: str, other: str, same: bool) -> None:
    assert is_one_person(one, other) is same


# The masthead


@pytest.mark.parametrize(
    ("text", "volume", "number", "year", "month", "season"),
    [
        ("VOLUME 1, NUMÉRO 1 PRINTEMPS 2025", "1", "1", 2025, None, "Printemps"),
        ("Revue X, Volume 01, Numér o 01, Mai 2025", "1", "1", 2025, 5, ""),
        ("Vol. 12, No. 3 (2024)", "12", "3", 2024, None, ""),
        ("Vol. XII, n° 3-4 – Automne-hiver 2023", "XII", "3-4", 2023, None, "Automne-hiver"),
        ("Año 5, número 9, enero-junio de 2024", "5", "9", 2024, None, "Enero-junio"),
        ("Núm. 45 (Primavera 2022)", "", "45", 2022, None, "Primavera"),
        ("12(3), 2024", "12", "3", 2024, None, ""),
        ("2024/1", "", "1", 2024, None, ""),
        ("N° 12, premier semestre 2024", "", "12", 2024, None, "Premier semestre"),
        ("Dépôt légal n° 1234/2024, mai 2024", "", "", None, None, ""),
        ("Tel. 0522 12 34 56", "", "", None, None, ""),
    ],
)
def test_numbering_and_date_are_read(  # noqa: PLR0917 one column of the table each
    text: str, volume: str, number: str, year: int | None, month: int | None, season: str
) -> None:
    read = read_numbering(lines(text))
    assert (read.volume, read.number, read.year, read.month, read.season) == (volume, number, year, month, season)


def test_most_lines_decide() -> None:
    read = read_numbering(lines("Vol. 3, No. 2, May 2020\nVol. 3, No. 1, May 2020\nVol. 3, No. 1, May 2020"))
    assert read.number == "1"


@pytest.mark.parametrize(
    ("text", "issn"),
    [
        ("ISSN: 3078-0020", Issn(unknown="3078-0020")),
        ("ISSN (print): 1234-5679; ISSN (online): 2049-3630", Issn(print="1234-5679", electronic="2049-3630")),
        ("e-ISSN 2049-3630 · p-ISSN 1234-5679", Issn(print="1234-5679", electronic="2049-3630")),
        ("ISSN 1234-5679 (imprimé)\nISSN 2049-3630 (en ligne)", Issn(print="1234-5679", electronic="2049-3630")),
        ("ISSN en línea\n2049-3630", Issn(electronic="2049-3630")),
        ("Tel. 2049-3630", Issn()),
    ],
)
def test_issns_are_read_with_their_medium(text: str, issn: Issn) -> None:
    assert read_issns(lines(text)).issn == issn


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("Licence CC BY-NC-ND 4.0", "CC-BY-NC-ND-4.0"),
        ("https://creativecommons.org/licenses/by/4.0/deed.fr", "CC-BY-4.0"),
        ("Open access, Creative Commons", ""),
        ("CC BY 9.9", ""),
    ],
)
def test_only_a_licence_with_its_version_is_taken(text: str, identifier: str) -> None:
    assert read_license(lines(text)) == identifier


def test_editors_are_read_with_their_roles() -> None:
    read = read_editors(
        lines(
            "Directeur de la Revue et Rédacteur en chef : Mustapha BENMOUSSA\n"
            "Rédacteur en chef adjoint : Paul Durand\n\n"
            "Editorial Board\n\n"
            "Kwame Osei, University of Ghana, Accra, Ghana\n"
            "Li Wei, University College London\nNew York, USA\n"
            "Ana Ferreira (Lisboa); Pedro Gómez (Sevilla)\n\n"
            "Scientific committee: Jane Roe, Carl Black\n\nISSN 2049-3630\n\nJames Printer"
        )
    )
    assert [(person.name, person.role) for person in read.people] == [
        ("Mustapha BENMOUSSA", "director"),
        ("Mustapha BENMOUSSA", "editor-in-chief"),
        ("Kwame Osei", "board"),
        ("Li Wei", "board"),
        ("Ana Ferreira", "board"),
        ("Pedro Gómez", "board"),
    ]
    assert [group.heading for group in read.left_out] == ["Rédacteur en chef adjoint", "Scientific committee"]


def test_an_advisory_board_counts_where_there_is_no_other() -> None:
    read = read_editors(lines("Comité scientifique\nJane Roe\nCarl Black"))
    assert [(person.name, person.role) for person in read.people] == [("Jane Roe", "board"), ("Carl Black", "board")]


def test_a_name_before_its_office_is_read() -> None:
    read = read_editors(lines("Paul Martin, rédacteur en chef"))
    assert [(person.name, person.role) for person in read.people] == [("Paul Martin", "editor-in-chief")]


@pytest.mark.parametrize(
    ("text", "city", "country"),
    [
        ("Paris - France", "Paris", "FR"),
        ("12 rue X, 75005 Paris, France", "Paris", "FR"),
        ("paris France", "paris", "FR"),
        ("41004 Sevilla (España)", "Sevilla", "ES"),
        ("Oxford OX1 2JD, United Kingdom", "Oxford", "GB"),
        ("New York, USA", "New York", "US"),
    ],
)
def test_a_place_is_a_city_with_its_country(text: str, city: str, country: str) -> None:
    place = find_place(text)
    assert place is not None
    assert (place.city, place.country) == (city, country)


@pytest.mark.parametrize(
    ("text", "name", "acronym"),
    [
        ("Published by the Canal Street Press, Leeds, United Kingdom", "Canal Street Press", ""),
        ("Éditeur : Presses du Beffroi", "Presses du Beffroi", ""),
        ("Revue publiée par\n\nCentre d'Études des Jardins (CEJ)", "Centre d'Études des Jardins", "CEJ"),
        ("Le Centre d'Études\nsur les Jardins\n\nLille - France", "Le Centre d'Études sur les Jardins", ""),
        ("Universidad del Litoral\nFacultad de Letras\nSalta, Argentina", "Universidad del Litoral", ""),
        ("Printed by Quick Copy Ltd", "", ""),
    ],
)
def test_the_publisher_is_read(text: str, name: str, acronym: str) -> None:
    read = read_publisher(lines(text), lines(text), "Terrains").publisher
    assert (read.name, read.acronym) == (name, acronym)


def test_the_acronym_of_a_publisher_may_stand_in_a_byline() -> None:
    masthead = lines("Éditeur : Centre d'Études des Jardins\n\nLille - France")
    text = (*masthead, *lines("Anne Martin, chercheuse, CEJ12"))
    assert read_publisher(masthead, text, "Terrains").publisher.acronym == "CEJ"


@pytest.mark.parametrize(
    ("text", "title", "abbreviation"),
    [
        ("# Journal of Rooms (JR)\n\nVol. 3, No. 1", "Journal of Rooms", "JR"),
        ("JR\n\nJournal of Rooms\n\nVol. 3, No. 1", "Journal of Rooms", "JR"),
        ("REVUE DES JARDINS\nET DES VILLES\n\nN° 3, 2020", "REVUE DES JARDINS ET DES VILLES", ""),
        ("# Terrains du Nord\n\nRevue semestrielle de sciences sociales\n\nN° 3", "Terrains du Nord", ""),
        ("Journal of Rooms, Volume 3, Number 1, May 2020", "Journal of Rooms", ""),
    ],
)
def test_the_title_of_the_journal_is_read(text: str, title: str, abbreviation: str) -> None:
    read = read_title(lines(text), lines(text), ())
    assert (read.title, read.abbreviation) == (title, abbreviation)


# Citations


def test_one_author_with_other_initials_in_one_work_is_found() -> None:
    text = (
        "- Pell, D. (2009). Counting readers in the winter registers of the north. Journal of Registers, 31(1).\n\n"
        "D. E. Pell, Counting readers in the winter registers of the north, Journal of Registers, 2009, p. 7.\n\n"
        "- Pell, D., & Marsh, H. (2011). Another book about something else entirely, long enough. Leeds: Press."
    )
    (forms,) = cited_name_forms(lines(text))
    assert [form.text for form in forms] == ["Pell, D.", "D. E. Pell"]


# Whatever the file


WORDS = st.sampled_from(
    [
        "# Contents",
        "Sommaire",
        "Abstract",
        "Mary Jones",
        "A Quiet Room 5",
        "Vol. 3, No. 1",
        "| a | b |",
        "ISSN",
        "\f",
        "",
        "-",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(WORDS, st.text(max_size=40)), min_size=1, max_size=25))
def test_any_text_is_laid_out_without_a_gap(texts: list[str]) -> None:
    printed = lines("\n".join(text.replace("\n", " ") for text in texts))
    layout = lay_out(printed)
    parts = [range(start.place, start.stop) for start in layout.starts] + list(layout.front)
    assert sorted(place for part in parts for place in part) == list(range(len(printed)))
    assert len(read_articles(printed, layout)) == len(layout.starts)
