"""Findings on references."""

from dataclasses import replace

import pytest

from ries_jats.article.model import Reference
from ries_jats.article.source import Source
from ries_jats.bibliography.dois import comparable_doi
from ries_jats.bibliography.judged import iter_findings
from ries_jats.bibliography.settled import Bibliography, understood
from ries_jats.findings import Finding
from tests.unit.references import ARTICLE, BOOK, CHAPTER, PAGE, parsed, printed, reference, reference_list

YEAR = "{year 2004|2004}"


def judged(*references: Reference | str, noted: tuple[Reference, ...] = ()) -> list[Finding]:
    listed = [reference(each) if isinstance(each, str) else each for each in references]
    given = understood(Bibliography((reference_list(*listed),), noted))
    return list(iter_findings(given, Source("a.md", "")))


def codes(*references: Reference | str) -> list[str]:
    return [each.code for each in judged(*references)]


def entry(author: str, title: str, rest: str = f"{{source|Harbours}}, {YEAR}.") -> str:
    return f"{{person-group author|{{string-name|{{surname|{author}}}}}}}, {{article-title|{title}}}, {rest}"


def test_good_references_are_not_spoken_of() -> None:
    assert codes(ARTICLE, CHAPTER, BOOK) == []


# Duplicates


@pytest.mark.parametrize(
    "other",
    [
        entry("Aldous", "The lamps of the quay"),
        entry("ALDOUS", "The Lamps of the Quay"),
        entry("Aldous", "The lamps of the quay: a study"),
        entry("Aldous", "The lamps of tha quay", f"{YEAR}."),
        f"{{string-name|Aldous}} {YEAR}. " + entry("Aldous", "The lamps of the quay", "{source|Harbours}."),
    ],
)
def test_one_work_in_two_dresses_is_reported_once(other: str) -> None:
    (found,) = judged(entry("Aldous", "The lamps of the quay"), other)
    assert found.code == "duplicate-reference"
    assert dict(found.details)["other"].startswith("Aldous, The lamps")


@pytest.mark.parametrize(
    "other",
    [
        entry("Aldous", "The ropes of the quay"),
        entry("Larch", "The lamps of the quay"),
        entry("Aldous", "The lamps of the quay, II"),
        entry("Aldous", "The lamps of the quay", "{source|Harbours}, {year 2005|2005}."),
        entry("Aldous", "The lamps of the quay", f"{{source|Northern ports}}, {YEAR}."),
    ],
)
def test_two_works_are_two(other: str) -> None:
    assert codes(entry("Aldous", "The lamps of the quay"), other) == []


def test_dois_tell_works_apart_and_together() -> None:
    one, two = (entry("Aldous", "The lamps of the quay", f"{YEAR}. {{pub-id doi|10.5555/{name}}}") for name in "ab")
    assert codes(one, two) == []
    assert codes(one, entry("Larch", "Ropes", f"{YEAR}. {{pub-id doi|10.5555/A}}")) == ["duplicate-reference"]


def test_the_same_words_are_one_work_though_nothing_was_parsed() -> None:
    assert codes(Reference(printed("Aldous, Quays.")), Reference(printed("ALDOUS. Quays"))) == ["duplicate-reference"]


def test_introductions_are_not_one_work() -> None:
    assert codes(entry("Aldous", "Préface"), entry("Aldous", "Préface", f"{YEAR}. p. {{fpage|3}}")) == []


def test_works_of_notes_may_be_cited_again() -> None:
    assert judged(BOOK, noted=(reference(BOOK), reference(BOOK))) == []


# DOIs and addresses


@pytest.mark.parametrize(
    "words",
    [
        "https://doi.org/10.5555",
        "https://doi.org/10.5555/",
        "doi: 1O.5555/quay",
        "DOI 10.555/quay",
        "https://doi.org/https://doi.org/10.5555/quay",
        "https://doi.org/",
        "http://dx.doi.org/quay",
    ],
)
def test_what_cannot_be_a_doi_is_reported(words: str) -> None:
    (found,) = judged(Reference(printed(f"Aldous, Quays. {words}.")))
    assert found.code == "malformed-doi"
    assert found.quote in words


@pytest.mark.parametrize(
    "words",
    [
        "https://doi.org/10.5555/quay.1(2)",
        "doi:10.5555/quay",
        "DOI: 10.5555.12/quay-é",
        "(doi 10.5555/quay)",
        "https://doi.org/10.5555%2Fquay",
        "https://doi.org/doi:10.5555/quay",
        "doi:10/fk5tfd",
        "le doi de l'article",
        "the DOI is lost",
        "Doisneau 10",
    ],
)
def test_other_words_are_not(words: str) -> None:
    assert judged(Reference(printed(f"Aldous, Quays. {words}."))) == []


@pytest.mark.parametrize("words", ["gopher://port.example/1", "ftp://port.example/quay.ps", "telnet:port.example"])
def test_a_dead_scheme_is_reported(words: str) -> None:
    (found,) = judged(Reference(printed(f"Aldous, Quays. <{words}>.")))
    assert (found.code, found.quote[:6]) == ("dead-scheme", words[:6])


def test_words_before_a_colon_are_no_scheme() -> None:
    assert judged(Reference(printed("Good news: the quays. Telnet: history of a scheme. https://port.example"))) == []


def test_dois_are_compared_without_address_and_case() -> None:
    assert {comparable_doi(each) for each in ("https://doi.org/10.5555/A", "doi:10.5555/a", "10.5555/a")} == {
        "10.5555/a"
    }


def test_the_place_of_a_finding_is_that_of_its_words() -> None:
    text = "Aldous.\nhttps://doi.org/10.1/a"
    given = understood(Bibliography((reference_list(Reference(printed(text))),)))
    (found,) = iter_findings(given, Source("a.md", text))
    assert (found.place.line, found.place.column) == (2, 9)


# Years and certainty


def test_a_reference_without_year_is_reported() -> None:
    assert codes("{source|Quays}, Leeds.") == ["reference-without-year"]


def test_a_year_in_words_is_one() -> None:
    assert codes("{source|Quays}, {year|s. d.}") == []


@pytest.mark.parametrize("words", ["s. d.", "n.d.", "(s.f.)", "o. J.", "Sous presse", "forthcoming", "sin fecha"])
def test_words_that_say_there_is_no_year_are_enough(words: str) -> None:
    assert codes(f"{{source|Quays}}, Leeds, {words}.") == []


def test_initials_do_not_say_it() -> None:
    assert codes("{string-name|{surname|Larch} {given-names|S. D.}}, {source|Quays}.") == ["reference-without-year"]


def test_a_page_without_year_is_reported_though_it_was_read_some_day() -> None:
    assert codes(PAGE) == ["reference-without-year"]


def test_an_uncertain_reference_is_reported_and_nothing_else_of_it() -> None:
    assert codes(Reference(printed("Quays"), parsed=replace(parsed("{source|Quays}"), certainty=0.2))) == [
        "reference-uncertain"
    ]
    assert codes(reference("Quays and lamps")) == ["reference-uncertain"]
