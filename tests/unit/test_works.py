"""What parsed references say, as CSL-JSON and as BibTeX."""

import json
from typing import Any

import pytest

from ries_jats.article.model import Reference
from ries_jats.article.references import PublicationType
from ries_jats.article.works import Person, Role, Work, WorkDate
from ries_jats.bibliography.bibtex import bibtex
from ries_jats.bibliography.csl import NOTED, csl_item, csl_json
from ries_jats.bibliography.keys import keyed
from ries_jats.bibliography.printed import named, work_of
from ries_jats.bibliography.settled import Bibliography, references_files, understood
from tests.unit.references import ARTICLE, BOOK, CHAPTER, PAGE, parsed, reference, reference_list


def item(marked: str, kind: PublicationType = PublicationType.JOURNAL) -> dict[str, Any]:
    made = csl_item(work_of(parsed(marked, kind)), "key")
    del made["id"], made["custom"]
    return made


def entry(work: Work) -> str:
    return bibtex({"key": work}).decode()


def works(*marked: str) -> tuple[Work, ...]:
    return understood(Bibliography((reference_list(*map(reference, marked)),))).works()


# CSL-JSON


def test_an_article_has_its_authors_journal_and_pages() -> None:
    assert item(ARTICLE) == {
        "type": "article-journal",
        "author": [
            {"family": "Dupont", "given": "J."},
            {"family": "Tour", "given": "Anne", "non-dropping-particle": "de la"},
        ],
        "issued": {"date-parts": [[2010]]},
        "title": "Les phares de l'estuaire",
        "container-title": "Revue des ports",
        "volume": "12",
        "issue": "3",
        "page": "45-67",
        "DOI": "10.5555/phares.12",
        "language": "fr",
    }


def test_a_chapter_has_its_editors_and_its_book() -> None:
    assert item(CHAPTER, PublicationType.CHAPTER) == {
        "type": "chapter",
        "author": [{"family": "Veyrat", "given": "Paul"}],
        "editor": [{"family": "Larch", "given": "Ida"}],
        "issued": {"date-parts": [[1998]]},
        "title": "Le port vu du large",
        "container-title": "Histoire des quais",
        "page": "11-30",
        "number-of-pages": "358",
        "publisher": "Éditions du Môle",
        "publisher-place": "Lyon",
    }


def test_the_source_of_a_book_is_its_title() -> None:
    made = item(BOOK, PublicationType.BOOK)
    assert (made["title"], made["edition"], "container-title" in made) == ("Quays and lamps", "2nd ed", False)
    assert made["author"][1] == {"literal": "Harbour Trust"}


def test_a_page_has_its_address_and_the_day_it_was_read() -> None:
    made = item(PAGE, PublicationType.WEB)
    assert (made["URL"], made["accessed"]) == ("https://port.example/tarifs", {"date-parts": [[2021, 5, 3]]})


def test_the_printed_string_is_kept_with_the_item() -> None:
    assert csl_item(work_of(parsed(BOOK)), "key")["custom"] == {"raw": parsed(BOOK).text}


def test_a_year_that_is_none_stays_as_printed() -> None:
    assert item("{source|Quays}, {year|s.d.}")["issued"] == {"literal": "s.d."}


def test_a_range_of_years_has_two_ends() -> None:
    assert item("{source|Quays}, {year|1998-2001}")["issued"] == {"date-parts": [[1998], [2001]]}


def test_the_year_of_an_access_is_not_that_of_the_work() -> None:
    assert "issued" not in item("{source|Quays}, {date-in-citation 2021|lu en {year 2021|2021}}")


@pytest.mark.parametrize(
    ("surname", "given", "person"),
    [
        ("van der Berg", "Ada", Person("Berg", "Ada", "van der")),
        ("Tocqueville", "Alexis de", Person("Tocqueville", "Alexis", "", "de")),
        ("d'Alembert", "J.", Person("Alembert", "J.", "d'")),
        ("De Gaulle", "C.", Person("De Gaulle", "C.")),
        ("بنموسى", "مصطفى", Person("بنموسى", "مصطفى")),
    ],
)
def test_particles_stand_apart(surname: str, given: str, person: Person) -> None:
    assert named(surname, given) == person


def test_a_dash_for_authors_stands_for_those_of_the_entry_before() -> None:
    first, second, third = works(
        "{person-group author|{string-name|{surname|Aldous}, {given-names|M.}}}, {source|Quays}.",
        "{person-group author|{string-name|———}}, {source|Lamps}.",
        "——— (1990), {source|Ropes}.",
    )
    assert first.all(Role.AUTHOR) == second.all(Role.AUTHOR) == third.all(Role.AUTHOR) == (Person("Aldous", "M."),)


def test_a_dash_before_authors_is_the_mark_of_an_item() -> None:
    _, second = works(
        "— {person-group author|{string-name|{surname|Aldous}}}, {source|Quays}.",
        "— {person-group author|{string-name|{surname|Larch}}}, {source|Lamps}.",
    )
    assert second.all(Role.AUTHOR) == (Person("Larch"),)


def test_a_dash_at_the_beginning_of_a_list_is_nobody() -> None:
    (work,) = works("{person-group author|{string-name|———}}, {source|Lamps}.")
    assert work.people == ()


# Keys


def test_keys_say_author_year_and_title_and_are_unique() -> None:
    assert list(keyed(map(work_of, map(parsed, [ARTICLE, ARTICLE, BOOK])))) == [
        "dupont-2010-phares",
        "dupont-2010-phares-2",
        "aldous-2004-quays",
    ]


def test_a_work_of_which_nothing_is_known_has_the_same_key_wherever_it_stands() -> None:
    (first,) = keyed([work_of(parsed("شيء ما"))])
    assert first in keyed([work_of(parsed("Quays.")), work_of(parsed("شيء ما"))])


# Files


def test_works_of_the_notes_stand_apart() -> None:
    bibliography = Bibliography((reference_list(reference(ARTICLE)),), (reference(BOOK),))
    files = references_files(understood(bibliography))
    items = json.loads(files["references.json"])
    assert [each["custom"].get("from") for each in items] == [None, "notes"]
    article, notes = files["references.bib"].decode().split("% Works that only notes refer to.")
    assert ("@article{dupont-2010-phares," in article, "aldous" in article, "aldous" in notes) == (True, False, True)


def test_there_are_no_files_without_references() -> None:
    assert references_files(understood(Bibliography())) == {}


def test_a_reference_that_was_not_parsed_is_an_item_too() -> None:
    (work,) = understood(Bibliography((reference_list(Reference(reference("Quays.").text)),))).works()
    assert csl_item(work, "quays")["custom"] == {"raw": "Quays."}


def test_json_is_utf_8_with_its_letters_as_they_are() -> None:
    assert "Éditions du Môle" in csl_json({"key": work_of(parsed(CHAPTER))}).decode()


# BibTeX


def test_an_article_in_bibtex() -> None:
    assert entry(work_of(parsed(ARTICLE))) == (
        "@article{key,\n"
        "  author = {Dupont, J. and de la Tour, Anne},\n"
        "  title = {{Les phares de l'estuaire}},\n"
        "  journal = {Revue des ports},\n"
        "  year = {2010},\n"
        "  volume = {12},\n"
        "  number = {3},\n"
        "  pages = {45--67},\n"
        "  doi = {10.5555/phares.12},\n"
        "  langid = {fr},\n"
        "}\n"
    )


def test_signs_that_tex_obeys_are_escaped() -> None:
    made = entry(Work("", title=r"Ropes & 5 % of {quays} #1_a $2 ~ ^ \x"))
    assert r"{{Ropes \& 5 \% of \{quays\} \#1\_a \$2 \textasciitilde{} \textasciicircum{} \textbackslash{}x}}" in made


def test_addresses_are_not_escaped_but_never_end_the_field() -> None:
    made = entry(Work("", url="https://port.example/a_b?c=1&d={e}%20", doi="10.5555/a_b"))
    assert "url = {https://port.example/a_b?c=1&d=%7Be%7D%20}" in made
    assert "doi = {10.5555/a_b}" in made


@pytest.mark.parametrize(
    ("person", "name"),
    [
        (Person("Larch", "Ida"), "Larch, Ida"),
        (Person("García Lorca", "F."), "{García Lorca}, F."),
        (Person("Berg", "Ada", "van der", suffix="Jr"), "van der Berg, Jr, Ada"),
        (Person("Tocqueville", "Alexis", "", "de"), "Tocqueville, Alexis de"),
        (Person(literal="Ministry of Ports and Quays", is_group=True), "{Ministry of Ports and Quays}"),
        (Person("And", "O."), "{And}, O."),
    ],
)
def test_names_in_bibtex(person: Person, name: str) -> None:
    assert f"author = {{{name}}}" in entry(Work("", people=((Role.AUTHOR, person),)))


def test_a_key_holds_only_what_every_program_reads() -> None:
    assert bibtex({"Dupont, 2010 {é}": Work("")}).startswith(b"@misc{Dupont--2010----,")


def test_keys_that_become_alike_stay_apart() -> None:
    made = bibtex({"a b": Work(""), "a-b": Work("")}, {NOTED: {"A b": Work("")}}).decode()
    assert [line for line in made.split("\n") if line.startswith("@")] == ["@misc{a-b,", "@misc{a-b-2,", "@misc{A-b-3,"]


def test_a_range_of_years_in_bibtex() -> None:
    assert "year = {1998--2001}" in entry(Work("", issued=WorkDate(((1998,), (2001,)))))


def test_dates_in_bibtex() -> None:
    made = entry(Work("", issued=WorkDate(((2010, 5),)), accessed=WorkDate(((2021, 5, 3),))))
    assert ("year = {2010}" in made, "month = {5}" in made, "urldate = {2021-05-03}" in made) == (True, True, True)
