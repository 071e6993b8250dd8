"""A corrected `<article>.references.json`: it wins over what was understood, and never alters what is printed."""

import json
from pathlib import Path
from typing import Any

import pytest

from ries_jats.article.model import Reference
from ries_jats.article.works import WorkOrigin
from ries_jats.bibliography.corrections import corrected
from ries_jats.bibliography.settled import Bibliography, references_files, understood
from ries_jats.bibliography.tagging import tagged
from ries_jats.errors import EnvironmentFault
from ries_jats.findings import Finding
from tests.unit.references import ARTICLE, BOOK, CHAPTER, PAGE, printed, reference, reference_list

NOTED = "{person-group author|{string-name|{surname|Rope}, {given-names|O.}}}, {source|Knots}, {year 1988|1988}."


def bibliography(*marked: str, noted: str = "") -> Bibliography:
    apart = (reference(noted),) if noted else ()
    return Bibliography((reference_list(*map(reference, marked)),), apart)


def items(given: Bibliography) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads(references_files(understood(given))["references.json"])
    return loaded


def applied(given: Bibliography, folder: Path, data: object) -> tuple[Bibliography, tuple[Finding, ...]]:
    path = folder / "article.references.json"
    path.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
    return corrected(given, path)


def only(given: Bibliography) -> Reference:
    (reference,) = understood(given).all()
    return reference


def parts(each: Reference) -> list[tuple[str, str]]:
    assert each.parsed
    assert tagged(each.text, each.parsed).text == each.text.text
    return [(part.element, each.parsed.words(part)) for part in each.parsed.parts]


def test_what_nobody_changed_stays_as_it_was(tmp_path: Path) -> None:
    given = bibliography(ARTICLE, CHAPTER, BOOK, PAGE, noted=NOTED)
    changed, findings = applied(given, tmp_path, items(given))
    assert findings == ()
    assert references_files(understood(changed)) == references_files(understood(given))
    for before, after in zip(given.all(), changed.all(), strict=True):
        assert parts(after) == parts(before)


def test_a_corrected_title_is_tagged_where_it_is_printed(tmp_path: Path) -> None:
    given = bibliography("{article-title|Quays and} lamps. {source|Harbours}, {year 2004|2004}.")
    (item,) = items(given)
    changed, findings = applied(given, tmp_path, [item | {"title": "Quays and lamps"}])
    assert ("article-title", "Quays and lamps") in parts(only(changed))
    assert (findings, only(changed).text.text) == ((), "Quays and lamps. Harbours, 2004.")


def test_a_value_that_is_not_printed_is_in_the_work_alone(tmp_path: Path) -> None:
    given = bibliography(BOOK)
    (item,) = items(given)
    changed, _ = applied(given, tmp_path, [item | {"publisher-place": "Bristol", "DOI": "10.5555/quays"}])
    each = only(changed)
    assert each.work
    assert (each.work.publisher_place, each.work.doi, each.work.origin) == (
        "Bristol",
        "10.5555/quays",
        WorkOrigin.CORRECTED,
    )
    assert not {"publisher-loc", "pub-id"} & {element for element, _ in parts(each)}


def test_corrected_names_are_tagged_where_they_are_printed(tmp_path: Path) -> None:
    given = bibliography("{person-group author|{string-name|{surname|Veyne Paul}}}, {source|Les quais}, 1990.")
    (item,) = items(given)
    changed, _ = applied(given, tmp_path, [item | {"author": [{"family": "Veyne", "given": "Paul"}]}])
    assert [each for each in parts(only(changed)) if each[0] in ("surname", "given-names")] == [
        ("surname", "Veyne"),
        ("given-names", "Paul"),
    ]


def test_pages_year_and_type_are_corrected(tmp_path: Path) -> None:
    given = bibliography("{source|Quays}, 12, 2004, p. 3-9.")
    (item,) = items(given)
    correct = {"type": "article-journal", "issued": {"date-parts": [["2004"]]}, "page": "3-9", "volume": 12}
    changed, _ = applied(given, tmp_path, [item | correct])
    made = dict(parts(only(changed)))
    assert (made["year"], made["fpage"], made["lpage"], made["volume"]) == ("2004", "3", "9", "12")


def test_an_item_without_its_printed_string_is_known_by_its_id(tmp_path: Path) -> None:
    given = bibliography(ARTICLE, BOOK)
    item = {"id": "aldous-2004-quays", "type": "book", "title": "Quays and lamps", "DOI": "10.5555/q"}
    changed, findings = applied(given, tmp_path, [item])
    assert findings == ()
    assert [each.work.doi if each.work else "" for each in understood(changed).all()] == [
        "10.5555/phares.12",
        "10.5555/q",
    ]


def test_an_item_finds_the_string_that_was_mended_in_the_manuscript(tmp_path: Path) -> None:
    (item,) = items(bibliography(BOOK.replace("lamps", "lapms")))
    changed, findings = applied(bibliography(BOOK), tmp_path, [item | {"DOI": "10.5555/q"}])
    work = only(changed).work
    assert work
    assert (findings, work.doi, work.raw) == ((), "10.5555/q", only(bibliography(BOOK)).text.text)


def test_an_item_of_quite_other_words_is_none_of_the_articles(tmp_path: Path) -> None:
    item = {"id": "aldous-2004-quays", "custom": {"raw": "Aldous, Ropes of the northern ports, Leeds, 2004."}}
    changed, findings = applied(bibliography(BOOK), tmp_path, [item])
    assert [each.code for each in findings] == ["references-file-unmatched"]
    assert "Ropes" in findings[0].quote
    assert only(changed) == only(bibliography(BOOK))


def test_works_of_notes_are_corrected_like_the_others(tmp_path: Path) -> None:
    given = bibliography(ARTICLE, noted=NOTED)
    listed, noted = items(given)
    changed, findings = applied(given, tmp_path, [listed, noted | {"publisher": "Mole Press"}])
    assert findings == ()
    assert items(changed)[1]["publisher"] == "Mole Press"
    assert items(changed)[1]["custom"]["from"] == "notes"


def test_authors_repeated_by_a_dash_are_the_corrected_ones(tmp_path: Path) -> None:
    given = bibliography(
        "{person-group author|{string-name|{surname|Aldus}, {given-names|M.}}}, {source|Quays}.",
        "{person-group author|{string-name|———}}, {source|Lamps}.",
    )
    first, _ = items(given)
    changed, _ = applied(given, tmp_path, [first | {"author": [{"family": "Aldous", "given": "M."}]}])
    assert [each["author"][0]["family"] for each in items(changed)] == ["Aldous", "Aldous"]


def test_what_a_person_says_beyond_our_variables_is_kept(tmp_path: Path) -> None:
    given = bibliography(BOOK)
    (item,) = items(given)
    changed, _ = applied(given, tmp_path, [item | {"abstract": "Ropes.", "id": "mine"}])
    (again,) = items(changed)
    assert (again["abstract"], again["id"], again["custom"]["origin"]) == ("Ropes.", "mine", "corrected")


def test_a_reference_that_was_not_parsed_is_tagged_by_its_correction(tmp_path: Path) -> None:
    given = Bibliography((reference_list(Reference(printed("Aldous M., Quays, 2004."))),))
    item = {
        "type": "book",
        "author": [{"family": "Aldous", "given": "M."}],
        "title": "Quays",
        "issued": {"date-parts": [[2004]]},
        "custom": {"raw": "Aldous M., Quays, 2004."},
    }
    changed, _ = applied(given, tmp_path, [item])
    assert [element for element, _ in parts(only(changed))] == [
        "person-group",
        "string-name",
        "surname",
        "given-names",
        "source",
        "year",
    ]


def test_the_example_of_the_documentation_is_right(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "references.md").read_text("utf-8")
    (item,) = json.loads(page.partition("```json\n")[2].partition("```")[0])
    given = Bibliography((reference_list(Reference(printed(item["custom"]["raw"]))),))
    changed, findings = applied(given, tmp_path, [item])
    assert findings == ()
    assert {"surname", "year", "article-title", "source", "volume", "fpage", "lpage"} <= dict(
        parts(only(changed))
    ).keys()


# Files with faults


@pytest.mark.parametrize("data", [b"[{", b"{}", b"\xff[]", b"[" * 100_000, b"", b'"a"', b"null"])
def test_a_file_that_is_no_list_of_items_is_one_finding(tmp_path: Path, data: bytes) -> None:
    changed, findings = applied(bibliography(BOOK), tmp_path, data)
    assert [each.code for each in findings] == ["references-file-malformed"]
    assert only(changed) == only(bibliography(BOOK))


@pytest.mark.parametrize(
    ("fault", "field"),
    [
        ({"author": "Aldous"}, "author"),
        ({"author": [{"family": 3}]}, "author.0.family"),
        ({"issued": "2004"}, "issued"),
        ({"issued": {"date-parts": [[2004, 1, 2, 3]]}}, "issued.date-parts.0"),
        ({"title": ["Quays"]}, "texts.title"),
        ({"custom": {"doi-origin": "\x00"}}, "custom.doi-origin"),
    ],
)
def test_an_item_with_a_fault_is_a_finding_and_the_others_count(tmp_path: Path, fault: Any, field: str) -> None:
    given = bibliography(ARTICLE, BOOK)
    article, book = items(given)
    changed, findings = applied(given, tmp_path, [article | fault, book | {"DOI": "10.5555/q"}])
    assert [(each.code, dict(each.details)["field"]) for each in findings] == [("references-item-malformed", field)]
    assert items(changed)[1]["DOI"] == "10.5555/q"


def test_items_that_are_no_tables_are_findings(tmp_path: Path) -> None:
    _, findings = applied(bibliography(BOOK), tmp_path, [1, None, "a", []])
    assert {each.code for each in findings} == {"references-item-malformed"}


def test_a_file_that_cannot_be_read_is_a_fault_of_the_machine(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="file-unreadable"):
        corrected(bibliography(BOOK), tmp_path / "none.references.json")


def test_every_reference_takes_one_item(tmp_path: Path) -> None:
    given = bibliography(BOOK, BOOK)
    first, second = items(given)
    changed, findings = applied(given, tmp_path, [first | {"volume": "1"}, second | {"volume": "2"}])
    assert ([each["volume"] for each in items(changed)], findings) == (["1", "2"], ())
