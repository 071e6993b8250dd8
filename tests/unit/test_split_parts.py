"""The parts of a split: printed lines, the contents, people, citations."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ries_jats.split.articles import read_articles
from ries_jats.split.boundaries import lay_out
from ries_jats.split.citations import cited_name_forms
from ries_jats.split.contents import find_contents, read_line
from ries_jats.split.lines import Line, plain, printed_lines
from ries_jats.split.pages import plausible_pages
from ries_jats.split.people import is_one_person, people_of


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
        (["5", "90", "12", "41"], ["5", "", "12", "41"]),
        (["1", "2", "3"], ["", "", ""]),
        (["iii", "5", ""], ["iii", "5", ""]),
    ],
)
def test_pages_rise_and_do_not_count(pages: list[str], plausible: list[str]) -> None:
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
