"""DOIs from Crossref: only where title, author and year agree, and never into the printed words."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from ries_jats.article.references import PublicationType
from ries_jats.article.works import Person, Role, Work, WorkDate
from ries_jats.bibliography import crossref as client
from ries_jats.bibliography.crossref import ADDRESS, crossref
from ries_jats.bibliography.resolving import Candidate, agreeing, resolved
from ries_jats.bibliography.settled import Bibliography, understood
from ries_jats.build import Job, ReferenceOptions, build_article, plan_jobs
from ries_jats.findings import Finding
from ries_jats.journal import find_issues
from tests.unit.references import ARTICLE, reference, reference_list
from tests.unit.registry import PHARES, Registry, serving

UNRESOLVED = ARTICLE.partition(" https://")[0]
WORK = Work(
    "",
    "article-journal",
    ((Role.AUTHOR, Person("Dupont", "J.")), (Role.AUTHOR, Person("Tour", "Anne", "de la"))),
    WorkDate(((2010,),)),
    title="Les phares de l'estuaire",
    container_title="Revue des ports",
)
SAME = Candidate("10.5555/a", ("Les phares de l’estuaire",), ("Dupont", "de la Tour"), frozenset({2010}))


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Registry]:
    with serving(Registry([PHARES])) as served:
        monkeypatch.setenv(ADDRESS, served.address)
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
        yield served


def looked_up(*marked: str, mailto: str = "") -> tuple[list[Work], tuple[Finding, ...]]:
    given = understood(Bibliography((reference_list(*map(reference, marked)),)))
    found, findings = resolved(given, crossref(mailto))
    return list(found.works()), findings


# Agreement


def test_the_work_itself_agrees() -> None:
    assert agreeing(WORK, [SAME]) == "10.5555/a"


@pytest.mark.parametrize(
    "other",
    [
        replace(SAME, years=frozenset({2011})),
        replace(SAME, years=frozenset()),
        replace(SAME, surnames=("Durand", "de la Tour")),
        replace(SAME, surnames=()),
        replace(SAME, titles=("Les ports de l'estuaire",)),
        replace(SAME, titles=()),
        replace(SAME, is_whole=True),
    ],
)
def test_a_candidate_that_differs_in_anything_is_not_it(other: Candidate) -> None:
    assert agreeing(WORK, [other]) == ""


def test_the_year_online_is_one_too() -> None:
    assert agreeing(WORK, [replace(SAME, years=frozenset({2009, 2010}))]) == "10.5555/a"


def test_a_title_with_its_subtitle_agrees() -> None:
    long = replace(WORK, title="Les phares de l'estuaire : une enquête sur les quais")
    titles = ("Les phares de l’estuaire", "Les phares de l’estuaire: une enquête sur les quais")
    assert agreeing(long, [replace(SAME, titles=titles)]) == "10.5555/a"


def test_two_works_that_agree_are_none() -> None:
    assert agreeing(WORK, [SAME, replace(SAME, doi="10.5555/b")]) == ""
    assert agreeing(WORK, [SAME, replace(SAME, doi="10.5555/A")]) == "10.5555/a"


def test_a_short_title_needs_the_same_container() -> None:
    short, preface = replace(WORK, title="Préface"), replace(SAME, titles=("Preface",))
    assert agreeing(short, [preface]) == ""
    assert agreeing(short, [replace(preface, containers=("Revue des Ports",))]) == "10.5555/a"


def test_a_book_is_not_its_chapter() -> None:
    book = replace(WORK, type="book", container_title="")
    assert agreeing(book, [replace(SAME, is_part=True)]) == ""
    assert agreeing(book, [replace(SAME, is_whole=True)]) == "10.5555/a"


# Asking


def test_a_doi_that_is_not_printed_is_added(registry: Registry) -> None:
    (work,), findings = looked_up(UNRESOLVED)
    assert (work.doi, work.doi_origin, findings) == ("10.5555/phares.12", "crossref", ())


def test_the_question_is_the_printed_string_and_says_who_asks(registry: Registry) -> None:
    looked_up(UNRESOLVED, mailto="ports@example.org")
    (question,) = registry.questions
    assert question["query.bibliographic"][0].startswith("Dupont, J. et Anne de la Tour")
    assert "mailto:ports@example.org" in registry.agents[0]


def test_works_with_a_doi_and_works_of_which_too_little_is_known_are_not_asked_for(registry: Registry) -> None:
    looked_up(ARTICLE, "{source|Quays}, {year 2004|2004}", "{string-name|Aldous}, {source|Quays}, {year|n.d.}")
    assert registry.questions == []


def test_a_question_is_asked_once(registry: Registry) -> None:
    assert looked_up(UNRESOLVED) == looked_up(UNRESOLVED)
    assert len(registry.questions) == 1


def test_an_old_answer_is_asked_for_again(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up(UNRESOLVED)
    monkeypatch.setattr(client, "DAYS", 0)
    looked_up(UNRESOLVED)
    assert len(registry.questions) == 2


def test_an_answer_that_was_damaged_on_the_disk_is_asked_for_again(registry: Registry, tmp_path: Path) -> None:
    looked_up(UNRESOLVED)
    (kept,) = (tmp_path / "cache").rglob("*.json")
    kept.write_bytes(b"{")
    assert looked_up(UNRESOLVED)[0][0].doi
    assert len(registry.questions) == 2


def test_a_disk_that_takes_nothing_is_no_obstacle(registry: Registry, tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"")
    assert looked_up(UNRESOLVED)[0][0].doi


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 500},
        {"status": 429, "body": b"Too many requests", "kind": "text/plain"},
        {"status": 400, "body": b'{"status": "failed", "message": [{"type": "x", "message": "no"}]}'},
        {"status": 503, "body": b'{"message": null}'},
        {"body": b"<html>", "kind": "text/html"},
        {"body": b"{"},
        {"body": b"[]"},
        {"body": b'{"message": {"items": [{"title": "no list"}]}}'},
        {"body": b"\xff"},
    ],
)
def test_an_answer_that_is_none_is_one_finding_and_nothing_more_is_asked(
    registry: Registry, fault: dict[str, Any]
) -> None:
    for name, value in fault.items():
        setattr(registry, name, value)
    works, findings = looked_up(UNRESOLVED, UNRESOLVED + " bis")
    assert [work.doi for work in works] == ["", ""]
    (found,) = findings
    assert (found.code, found.quote, dict(found.details)["count"]) == ("look-up-failed", "crossref", "2")
    assert "\n" not in found.message("en")
    assert len(registry.questions) == 1


@pytest.mark.parametrize("address", ["http://127.0.0.1:9", "nothing", "http://[", "ftp://127.0.0.1"])
def test_a_server_that_is_not_there_is_a_finding(address: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(ADDRESS, address)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert [each.code for each in looked_up(UNRESOLVED)[1]] == ["look-up-failed"]


def test_dates_that_are_unknown_are_no_obstacle(registry: Registry) -> None:
    registry.items = [{**PHARES, "issued": {"date-parts": [[None]]}, "published-online": None}]
    assert looked_up(UNRESOLVED)[0][0].doi


# Building

MANUSCRIPT = """# The lamps of the estuary

Maren Aldous

## Introduction

The council met on the quay and read the treaty aloud, as it had been written in the spring of that year.

## References

Dupont, J. (2010). Les phares de l'estuaire. Revue des ports, 12(3), 45-67.
"""


@pytest.fixture
def manuscript(tmp_path: Path) -> Path:
    folder = tmp_path / "2026-1"
    folder.mkdir()
    (folder / "lamps.md").write_text(MANUSCRIPT, "utf-8")
    item = {
        "type": "article-journal",
        "author": [{"family": "Dupont", "given": "J."}],
        "issued": {"date-parts": [[2010]]},
        "title": "Les phares de l'estuaire",
        "container-title": "Revue des ports",
        "custom": {"raw": MANUSCRIPT.strip().split("\n")[-1]},
    }
    (folder / "lamps.references.json").write_text(json.dumps([item]), "utf-8")
    return folder / "lamps.md"


def job(manuscript: Path, **options: str) -> Job:
    (planned,) = plan_jobs(
        list(find_issues(manuscript)),
        manuscript.parents[1] / "output",
        language="en",
        references=ReferenceOptions(**options),
    )
    return planned


def test_a_doi_that_was_looked_up_is_beside_the_printed_words(registry: Registry, manuscript: Path) -> None:
    planned = job(manuscript, resolve="crossref")
    built = build_article(planned)
    assert [each.code for each in built.findings if each.severity == "error"] == []
    root = etree.parse(planned.target / "article.xml").getroot()
    (mixed,), (alone,) = root.iter("mixed-citation"), root.iter("element-citation")
    assert "".join(map(str, mixed.itertext())) == MANUSCRIPT.strip().split("\n")[-1]
    assert mixed.get("publication-type") == PublicationType.JOURNAL
    assert mixed.find("pub-id") is None
    (found,) = alone.iter("pub-id")
    assert (found.text, found.get("specific-use")) == ("10.5555/phares.12", "crossref")
    (item,) = json.loads((planned.target / "references.json").read_bytes())
    assert (item["DOI"], item["custom"]["doi-origin"]) == ("10.5555/phares.12", "crossref")
    assert b"doi = {10.5555/phares.12}" in (planned.target / "references.bib").read_bytes()


def test_nothing_is_looked_up_unless_it_is_wanted(registry: Registry, manuscript: Path) -> None:
    planned = job(manuscript)
    build_article(planned)
    assert registry.questions == []
    assert b"element-citation" not in (planned.target / "article.xml").read_bytes()


def test_both_forms_are_written_when_the_command_or_the_journal_says_so(manuscript: Path) -> None:
    planned = job(manuscript, citations="both")
    build_article(planned)
    assert b"<element-citation" in (planned.target / "article.xml").read_bytes()
    (manuscript.parent / "journal.toml").write_text('references = { citations = "both" }', "utf-8")
    planned = job(manuscript)
    assert not build_article(planned).is_unchanged
    assert b"<element-citation" in (planned.target / "article.xml").read_bytes()
    build_article(job(manuscript, citations="mixed"))
    assert b"<element-citation" not in (planned.target / "article.xml").read_bytes()


def test_the_journal_says_who_asks(registry: Registry, manuscript: Path) -> None:
    (manuscript.parent / "journal.toml").write_text('references = { mailto = "ports@example.org" }', "utf-8")
    build_article(job(manuscript, resolve="crossref"))
    assert "mailto:ports@example.org" in registry.agents[0]


def test_an_article_is_built_again_when_the_registry_failed(registry: Registry, manuscript: Path) -> None:
    registry.status = 500
    assert "look-up-failed" in [each.code for each in build_article(job(manuscript, resolve="crossref")).findings]
    registry.status = 200
    built = build_article(job(manuscript, resolve="crossref"))
    assert (built.is_unchanged, "look-up-failed" in [each.code for each in built.findings]) == (False, False)
    assert build_article(job(manuscript, resolve="crossref")).is_unchanged


def test_the_files_of_references_go_with_the_references(manuscript: Path) -> None:
    planned = job(manuscript)
    build_article(planned)
    assert (planned.target / "references.json").is_file()
    manuscript.write_text(MANUSCRIPT.partition("## References")[0], "utf-8")
    assert "references-file-unmatched" in [each.code for each in build_article(job(manuscript)).findings]
    assert not (planned.target / "references.json").exists()
    assert not (planned.target / "references.bib").exists()
