"""The masthead of an issue: numbering, ISSNs, editors, places, publisher, title."""

import pytest

from ries_jats.journal import Issn
from ries_jats.split.lines import Line, printed_lines
from ries_jats.split.masthead import Front, read_masthead
from ries_jats.split.masthead.editors import read_editors
from ries_jats.split.masthead.numbering import read_numbering
from ries_jats.split.masthead.publisher import read_publisher
from ries_jats.split.masthead.rights import read_issns, read_license
from ries_jats.split.masthead.title import read_title
from ries_jats.split.places import find_place


def lines(text: str) -> tuple[Line, ...]:
    return tuple(line for number, raw in enumerate(text.split("\n"), start=1) for line in printed_lines(number, raw))


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


MASTHEADS = {
    "THE LAKE REVIEW OF EDUCATION | Lakeside University Press | Kisumu KE": """
THE LAKE REVIEW OF EDUCATION

An International Peer-Reviewed Journal

Vol. 2 Issue 4 | October – December 2022

EDITOR IN CHIEF

Dr. Grace Mwangi
Lakeside University, Kisumu, Kenya

ASSOCIATE EDITORS

Dr. Peter Ochieng — Maseno University

EDITORIAL BOARD MEMBERS

1. Prof. Samuel Otieno, University of Nairobi
2. Dr. Fatuma Ali, Pwani University

Publisher: Lakeside University Press
P.O. Box 123, Kisumu, Kenya
""",
    "LES CAHIERS DE LA MER | Éditions du Large | Nantes FR": """
## LES CAHIERS DE LA MER

### Hiver 2021

**Directrice de la rédaction** Hélène Le Goff

**Comité éditorial** Paul Quéré, Marie Salaün

**Éditions du Large**, 3 quai de la Fosse, 44000 Nantes, France
""",
    "Zeitschrift für Lesesäle | Gesellschaft für Lesekultur | Leipzig DE": """
Zeitschrift für Lesesäle
Jahrgang 9, Heft 2, Sommer 2022
Herausgegeben von der Gesellschaft für Lesekultur, Leipzig, Deutschland
Chefredakteurin: Monika Schäfer
""",
    "Cadernos de Estudos Urbanos | Instituto de Estudos da Cidade | São Paulo BR": """
Cadernos de Estudos Urbanos
Ano 4, n. 1, jan./jun. 2018
Publicação semestral do Instituto de Estudos da Cidade
São Paulo, Brasil
Conselho editorial
Beatriz Nunes (USP), Carlos Teles (UFRJ) e Dora Maia (UFBA)
""",
}
PEOPLE = {
    "THE LAKE REVIEW OF EDUCATION": ["Grace Mwangi", "Samuel Otieno", "Fatuma Ali"],
    "LES CAHIERS DE LA MER": ["Hélène Le Goff", "Paul Quéré", "Marie Salaün"],
    "Zeitschrift für Lesesäle": ["Monika Schäfer"],
    "Cadernos de Estudos Urbanos": ["Beatriz Nunes", "Carlos Teles", "Dora Maia"],
}


@pytest.mark.parametrize(("expected", "text"), MASTHEADS.items(), ids=list(PEOPLE))
def test_a_masthead_is_read_whole(expected: str, text: str) -> None:
    read = read_masthead(Front(lines(text)), lines(text))
    publisher = read.publisher.publisher
    place = f"{publisher.place} {publisher.country}"
    assert f"{read.title.title} | {publisher.name} | {place}" == expected
    assert [person.name for person in read.editors.people] == PEOPLE[read.title.title]
