"""Sidecars: front matter as TOML, read again, put in the place of what was recognised."""

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stdnum.iso7064 import mod_11_2
from typer.testing import CliRunner

from ries_jats.article.blocks import Block, ItemList, ListItem, ListType, Paragraph, Section
from ries_jats.article.front import (
    Abstract,
    Affiliation,
    Contributor,
    EventDate,
    Front,
    KeywordGroup,
    Numbering,
    Product,
    Statement,
    TitleGroup,
    Translated,
)
from ries_jats.article.ledger import Departure, Entry
from ries_jats.article.prose import NoteCall, Origin, Prose, Run, Style
from ries_jats.article.source import Source
from ries_jats.article.walk import all_prose
from ries_jats.cli import app
from ries_jats.findings import Finding
from ries_jats.sidecar import Sidecar, apply_sidecar, iter_findings, load_sidecar, metadata_toml
from ries_jats.sidecar.texts import pairs, paragraphs

# A manuscript whose front matter stands on lines of its own

LINES = (
    "La marée et le registre",
    "Compter les escales",
    "Claire Rivage",
    "Paul Lemôle",
    "1 Université du Détroit, Port-Clair, France",
    "claire@example.org",
    "0000-0002-1825-0097",
    "Reçu le 3 mars 2024",
    "Premier paragraphe du résumé.",
    "Second paragraphe du résumé.",
    "archives, marées",
    "Université de la Digue, Cap-Neuf, France",
    "Carnets du Détroit, 2 (7), 2024",
)
SOURCE = Source("rivage.md", "\n".join(LINES) + "\n")


def at(text: str, *marks: Style) -> Prose:
    """A piece of the manuscript with its address."""
    return Prose((Run(text, marks, at=SOURCE.visible.index(text)),))


def made(text: str) -> Prose:
    """Copied from words that stand elsewhere."""
    return Prose.of(text, Origin.GENERATED)


FRONT = Front(
    language="fr",
    title_group=TitleGroup(at("La marée et le registre", Style.BOLD), at("Compter les escales")),
    contributors=(
        Contributor(
            at("Rivage"),
            at("Claire"),
            email=at("claire@example.org"),
            orcid="0000-0002-1825-0097",
            orcid_printed=at("0000-0002-1825-0097"),
            is_corresponding=True,
            affiliations=(0,),
            notes=("n1",),
        ),
        Contributor(at("Lemôle"), at("Paul"), affiliations=(0,)),
    ),
    affiliations=(
        Affiliation(
            at("Université du Détroit, Port-Clair, France"),
            at("1"),
            at("Université du Détroit"),
            city=at("Port-Clair"),
            country=at("France"),
            country_code="FR",
        ),
    ),
    dates=(EventDate("received", "2024-03-03", at("3 mars 2024")),),
    abstracts=(
        Abstract("fr", (Paragraph(at("Premier paragraphe du résumé.")), Paragraph(at("Second paragraphe du résumé.")))),
    ),
    keywords=(KeywordGroup("fr", (at("archives"), at("marées"))),),
    numbering=Numbering(volume=made("2"), issue=made("7"), year=made("2024")),
    others=(
        ("head-line", at("Université de la Digue, Cap-Neuf, France")),
        ("journal-line", at("Carnets du Détroit, 2 (7), 2024")),
    ),
)


@pytest.fixture
def sidecar(tmp_path: Path) -> Callable[[str], tuple[Sidecar, list[Finding]]]:
    def load(text: str) -> tuple[Sidecar, list[Finding]]:
        path = tmp_path / "rivage.toml"
        path.write_text(text, "utf-8")
        loaded, findings = load_sidecar(path)
        assert loaded
        return loaded, findings

    return load


Load = Callable[[str], tuple[Sidecar, list[Finding]]]


def applied(load: Load, text: str) -> tuple[Front, tuple[Entry, ...]]:
    loaded, findings = load(text)
    assert findings == []
    return apply_sidecar(FRONT, loaded)


def words(ledger: Iterable[Entry]) -> list[str]:
    assert all(entry.departure is Departure.CORRECTED for entry in ledger)
    return [entry.prose.text for entry in ledger]


# Writing


def test_each_value_says_where_it_stands() -> None:
    written = metadata_toml(FRONT, SOURCE)
    assert '\ntitle = "La marée et le registre" # line 1\n' in written
    assert '\norcid = "0000-0002-1825-0097" # line 7\n' in written
    assert '\nreceived = "2024-03-03" # line 8\n' in written
    assert '\nkwd = ["archives", "marées"] # line 11\n' in written
    assert '\ntext = """Premier paragraphe du résumé.\n\nSecond paragraphe du résumé.\n""" # line 9\n' in written


def test_a_number_stands_where_the_line_does_that_it_was_copied_from() -> None:
    assert '\nyear = "2024" # line 13\n' in metadata_toml(FRONT, SOURCE)


def test_paragraphs_are_counted_where_the_manuscript_has_paragraphs() -> None:
    source = Source("rivage.docx", SOURCE.visible, has_paragraphs=True)
    assert '"La marée et le registre" # paragraphe 1\n' in metadata_toml(FRONT, source, "fr")


@pytest.mark.parametrize(
    ("origin", "comment"),
    [
        (Origin.SIDECAR, "sidecar"),
        (Origin.PROPERTIES, "document properties"),
        (Origin.JOURNAL, "journal.toml"),
        (Origin.GENERATED, "not printed as such"),
    ],
)
def test_words_without_an_address_say_who_wrote_them(origin: Origin, comment: str) -> None:
    front = Front(title_group=TitleGroup(Prose.of("Title", origin)))
    assert f'title = "Title" # {comment}\n' in metadata_toml(front, SOURCE)


def test_what_nobody_gave_is_named_at_the_end() -> None:
    last = metadata_toml(FRONT, SOURCE).split("\n\n")[-1].replace("\n# ", " ")
    assert "not found: heading, doi, fpage" in last
    assert last.endswith("rev_recd, accepted, pub\n")
    assert "received" not in last


def test_lines_in_no_field_are_told_in_comments() -> None:
    assert "# line 12, in no field: Université de la Digue, Cap-Neuf, France\n" in metadata_toml(FRONT, SOURCE)


def test_nothing_known_is_no_table() -> None:
    assert tomllib.loads(metadata_toml(Front(), SOURCE)) == {"article_type": "research-article"}


# Applying


def test_its_own_output_changes_nothing(sidecar: Load) -> None:
    front, ledger = applied(sidecar, metadata_toml(FRONT, SOURCE))
    assert front == FRONT
    assert addresses(front) == addresses(FRONT)
    assert ledger == ()


def test_an_empty_sidecar_changes_nothing(sidecar: Load) -> None:
    assert applied(sidecar, "") == (FRONT, ())


def test_a_corrected_title_replaces_the_printed_one_which_goes_into_the_ledger(sidecar: Load) -> None:
    front, ledger = applied(sidecar, 'title = "Le registre et la marée"')
    assert front.title_group.title == Prose.of("Le registre et la marée", Origin.SIDECAR)
    assert front.title_group.title.origin is Origin.SIDECAR
    assert front.title_group.subtitle is FRONT.title_group.subtitle
    assert words(ledger) == ["La marée et le registre"]
    assert ledger[0].prose.at == 0


def test_white_space_and_the_encoding_of_accents_are_no_correction(sidecar: Load) -> None:
    front, ledger = applied(sidecar, 'title = """La\n  mare\u0301e et le registre"""')
    assert front.title_group.title is FRONT.title_group.title
    assert ledger == ()


def test_nothing_in_the_sidecar_takes_a_field_out(sidecar: Load) -> None:
    front, ledger = applied(sidecar, 'subtitle = ""\nissue = ""\nkwd_group = []\ndates = { received = "" }')
    assert not front.title_group.subtitle
    assert not front.numbering.issue
    assert (front.keywords, front.dates) == ((), ())
    assert set(words(ledger)) == {"3 mars 2024", "archives", "marées", "Compter les escales"}


def test_notes_called_from_a_title_are_called_from_the_corrected_one(sidecar: Load) -> None:
    call = Run("n1", (NoteCall("n1"),), origin=Origin.GENERATED)
    front = Front(title_group=TitleGroup(Prose((*at("La marée").runs, call))))
    assert 'title = "La marée"' in metadata_toml(front, SOURCE)
    corrected, ledger = apply_sidecar(front, sidecar('title = "Les marées"')[0])
    assert corrected.title_group.title.runs == (Run("Les marées"), call)
    assert words(ledger) == ["La marée"]


def test_one_corrected_name_leaves_all_others_their_addresses(sidecar: Load) -> None:
    written = metadata_toml(FRONT, SOURCE).replace('"Lemôle"', '"Le Môle"')
    front, ledger = applied(sidecar, written)
    first, second = front.contributors
    assert first == FRONT.contributors[0]
    assert addresses(front) == [*(a for a in addresses(FRONT) if a != at("Lemôle").at)]
    assert (second.surname.text, second.surname.origin) == ("Le Môle", Origin.SIDECAR)
    assert words(ledger) == ["Lemôle"]


def test_authors_in_another_order_keep_their_words_and_notes(sidecar: Load) -> None:
    front, ledger = applied(
        sidecar,
        """
        [[contrib]]
        given_names = "Paul"
        surname = "Lemôle"
        [[contrib]]
        given_names = "Claire"
        surname = "Rivage"
        orcid = "https://orcid.org/0000-0002-1825-0097"
        """,
    )
    assert [each.surname.at for each in front.contributors] == [at("Lemôle").at, at("Rivage").at]
    assert [each.notes for each in front.contributors] == [(), ("n1",)]
    assert front.contributors[1].orcid_printed is FRONT.contributors[0].orcid_printed
    assert words(ledger) == ["claire@example.org"]


def test_an_author_who_is_none_goes_with_all_words(sidecar: Load) -> None:
    front, ledger = applied(sidecar, '[[contrib]]\nsurname = "Lemôle"\ngiven_names = "Paul"\naffiliations = [1]')
    assert front.contributors == (FRONT.contributors[1],)
    assert words(ledger) == ["Rivage", "Claire", "claire@example.org", "0000-0002-1825-0097"]


def test_parts_of_an_affiliation_are_cut_from_its_text(sidecar: Load) -> None:
    front, ledger = applied(
        sidecar,
        '[[aff]]\ntext = "Université du Détroit, Port-Clair, France"\nlabel = "1"\ncity = "Clair"\ncountry = "France"',
    )
    (affiliation,) = front.affiliations
    assert affiliation.text is FRONT.affiliations[0].text
    assert affiliation.city.at == SOURCE.visible.index("Clair,")
    assert affiliation.country_code == "FR"
    assert not affiliation.institution
    assert ledger == ()


def test_an_affiliation_without_its_whole_text_is_put_together_from_its_parts(sidecar: Load) -> None:
    front, ledger = applied(
        sidecar, '[[aff]]\ndivisions = ["Labo"]\ninstitution = "Institut"\ncity = "Oujda"\ncountry = "Maroc"'
    )
    (affiliation,) = front.affiliations
    assert affiliation.text.text == "Labo, Institut, Oujda, Maroc"
    assert affiliation.country_code == "MA"
    assert [each.affiliations for each in front.contributors] == [(0,), (0,)]
    assert words(ledger) == ["Université du Détroit, Port-Clair, France", "1"]


def test_a_line_of_the_head_in_no_field_is_taken_by_the_field_that_has_its_words(sidecar: Load) -> None:
    front, ledger = applied(
        sidecar,
        '[[aff]]\ntext = "Université de la Digue, Cap-Neuf, France"\n'
        '[[aff]]\ntext = "Université du Détroit, Port-Clair, France"\nlabel = "1"\n',
    )
    assert front.affiliations[0].text is FRONT.others[0][1]
    assert front.others == FRONT.others[1:]
    assert [each.affiliations for each in front.contributors] == [(1,), (1,)]
    assert ledger == ()


def test_a_table_that_says_nothing_keeps_its_number(sidecar: Load) -> None:
    loaded, findings = sidecar(
        '[[aff]]\n[[aff]]\ntext = "Digue"\n[[contrib]]\nsurname = "A"\naffiliations = [2]\n[[contrib]]\nsurname = "B"\n'
        "affiliations = [1]"
    )
    front, _ = apply_sidecar(FRONT, loaded)
    assert [each.affiliations for each in front.contributors] == [(0,), ()]
    assert [(each.code, each.place.line, each.quote) for each in findings] == [
        ("settings-missing-key", 1, "aff[1].text")
    ]


def test_a_corrected_date_stands_without_the_printed_words(sidecar: Load) -> None:
    front, ledger = applied(sidecar, '[dates]\nreceived = 2024-03-13\nrev_recd = ["2024-05", "2024-07"]\npub = "2025"')
    assert front.dates == (
        EventDate("received", "2024-03-13"),
        EventDate("rev-recd", "2024-05"),
        EventDate("rev-recd", "2024-07"),
        EventDate("pub", "2025"),
    )
    assert words(ledger) == ["3 mars 2024"]


def test_a_date_that_the_sidecar_repeats_or_does_not_name_stays(sidecar: Load) -> None:
    front, ledger = applied(sidecar, '[dates]\nreceived = "2024-03-03"\naccepted = "2024-04"')
    assert front.dates[0] is FRONT.dates[0]
    assert front.dates[1:] == (EventDate("accepted", "2024-04"),)
    assert ledger == ()


def test_a_paragraph_that_is_not_corrected_keeps_its_address(sidecar: Load) -> None:
    front, ledger = applied(
        sidecar, '[[abstract]]\ntext = """\nPremier paragraphe du résumé.\n \nSecond paragraphe, corrigé.\n"""'
    )
    (abstract,) = front.abstracts
    first, second = all_prose(abstract.blocks)
    assert abstract.language == "fr"
    assert first.at == at("Premier").at
    assert (second.text, second.origin) == ("Second paragraphe, corrigé.", Origin.SIDECAR)
    assert words(ledger) == ["Second paragraphe du résumé."]


def test_sections_and_lists_stay_where_only_words_change(sidecar: Load) -> None:
    items = (ListItem(Prose(), (Paragraph(at("archives")),)), ListItem(Prose(), (Paragraph(at("marées")),)))
    blocks: tuple[Block, ...] = (Section(at("Claire"), (Paragraph(at("Premier")), ItemList(ListType.BULLET, items))),)
    front = Front(language="fr", abstracts=(Abstract("fr", blocks),))
    loaded, _ = sidecar('[[abstract]]\ntext = "Claire\\n\\nPremier\\n\\ndossiers\\n\\nmarées"')
    corrected, ledger = apply_sidecar(front, loaded)
    (section,) = corrected.abstracts[0].blocks
    assert isinstance(section, Section)
    assert isinstance(section.blocks[1], ItemList)
    assert [prose.text for prose in all_prose([section])] == ["Claire", "Premier", "dossiers", "marées"]
    assert words(ledger) == ["archives"]


def test_a_translation_in_another_place_replaces_that_of_its_language(sidecar: Load) -> None:
    french, english = FRONT.abstracts[0], Abstract("en", (Paragraph(at("archives")),))
    front = Front(language="fr", abstracts=(french, english))
    corrected, ledger = apply_sidecar(front, sidecar('[[abstract]]\nlanguage = "en"\ntext = "records"')[0])
    assert [each.language for each in corrected.abstracts] == ["en"]
    assert words(ledger) == ["Premier paragraphe du résumé.", "Second paragraphe du résumé.", "archives"]


def test_statements_products_licence_and_the_rest(sidecar: Load) -> None:
    front, ledger = applied(
        sidecar,
        """
        language = "en"
        article_type = "book-review"
        heading = "Reviews"
        doi = "https://doi.org/10.5555/abc.1"
        fpage = 7
        corresp = ["* claire@example.org"]
        license = { url = "https://creativecommons.org/licenses/by/4.0/", text = "Open" }
        [[product]]
        text = "A book"
        [[statement]]
        kind = "funding"
        title = "Money"
        text = "None."
        [[trans_title]]
        language = "ar"
        title = "عنوان"
        """,
    )
    assert (front.language, front.article_type, front.heading.text) == ("en", "book-review", "Reviews")
    assert (front.numbering.doi, front.numbering.fpage.text) == ("10.5555/abc.1", "7")
    assert front.license_text.text == "Open"
    assert front.products == (Product(Prose.of("A book", Origin.SIDECAR)),)
    assert [(each.kind, each.title.text) for each in front.statements] == [("funding", "Money")]
    assert front.title_group.translations == (Translated("ar", Prose.of("عنوان", Origin.SIDECAR)),)
    assert [prose.text for prose in front.corresponding] == ["* claire@example.org"]
    assert ledger == ()


# Reading


@pytest.mark.parametrize(
    ("text", "code", "line", "field"),
    [
        ('\n[[contrib]]\nsurname = "A"\norcid = "0000-0002-1825-0098"', "settings-invalid", 4, "contrib[1].orcid"),
        ('[[contrib]]\nsurname = "A"\norcid = "1825-0097"', "settings-invalid", 3, "contrib[1].orcid"),
        ('[[contrib]]\nsurname = "A"\nemail = "a at b"', "settings-invalid", 3, "contrib[1].email"),
        ('language = "french"', "settings-invalid", 1, "language"),
        ('[[abstract]]\ntext = "a"\nlanguage = "eng"', "settings-invalid", 3, "abstract[1].language"),
        ('[[aff]]\ntext = "A"\ncountry_code = "ZZ"', "settings-invalid", 3, "aff[1].country_code"),
        ('[[aff]]\ntext = "A"\nror = "https://ror.org/03yrm5c27"', "settings-invalid", 3, "aff[1].ror"),
        ('doi = "doi.org/abc"', "settings-invalid", 1, "doi"),
        ('doi = "11.1234/abc"', "settings-invalid", 1, "doi"),
        ('year = "MMXX"', "settings-invalid", 1, "year"),
        ('[dates]\nreceived = "3 mars 2024"', "settings-invalid", 2, "dates.received"),
        ('[dates]\nreceived = "2024-02-30"', "settings-invalid", 2, "dates.received"),
        ('[dates]\nrev_recd = ["2024", "2024-13"]', "settings-invalid", 2, "dates.rev_recd[2]"),
        ('license = { url = "CC-BY" }', "settings-invalid", 1, "license.url"),
        ('[[statement]]\ntext = "a"\nkind = "thanks"', "settings-invalid", 3, "statement[1].kind"),
    ],
)
def test_a_wrong_value_is_a_finding_and_is_passed_over(
    sidecar: Load, text: str, code: str, line: int, field: str
) -> None:
    loaded, findings = sidecar(text)
    assert (findings[0].code, findings[0].place.line) == (code, line)
    assert dict(findings[0].details)["field"] == field
    assert all(each.message(language) and each.remedy(language) for each in findings for language in ("en", "fr"))
    apply_sidecar(FRONT, loaded)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("titel = 'A'", "titel"),
        ("[[contrib]]\nsurname = 'A'\nname = 'B'", "contrib[1].name"),
        ("[dates]\nx = 1", "dates.x"),
    ],
)
def test_a_key_that_there_is_not_is_a_finding(sidecar: Load, text: str, key: str) -> None:
    _, findings = sidecar(text)
    assert [(each.code, each.quote) for each in findings] == [("settings-unknown-key", key)]


def test_what_is_no_toml_is_a_finding_and_no_sidecar(tmp_path: Path) -> None:
    path = tmp_path / "rivage.toml"
    path.write_text("title = La marée\n", "utf-8")
    loaded, findings = load_sidecar(path)
    assert loaded is None
    assert [(each.code, each.place.line) for each in findings] == [("settings-malformed", 1)]


@pytest.mark.parametrize(
    ("table", "lacks"),
    [
        ("[[contrib]]\nroles = ['Editor']", "contrib[1].surname"),
        ("[[trans_title]]\ntitle = 'A'", "trans_title[1].language"),
        ("[[trans_title]]\nlanguage = 'en'", "trans_title[1].title"),
        ("[[abstract]]\ntitle = 'A'", "abstract[1].text"),
        ("[[kwd_group]]\nkwd = ['']", "kwd_group[1].kwd"),
        ("[[product]]", "product[1].text"),
        ("[[statement]]\ntext = 'A'", "statement[1].kind"),
        ("[[statement]]\nkind = 'ethics'", "statement[1].text"),
    ],
)
def test_a_table_without_what_it_is_about_is_a_finding(sidecar: Load, table: str, lacks: str) -> None:
    loaded, findings = sidecar(table)
    front, _ = apply_sidecar(Front(), loaded)
    assert [(each.code, each.quote) for each in findings] == [("settings-missing-key", lacks)]
    assert front == Front()


@pytest.mark.parametrize("ror", ["03yrm5c26", "https://ror.org/04wxnsj81", "https://ror.org/02twcfp32"])
def test_ror_identifiers_are_whole_addresses(sidecar: Load, ror: str) -> None:
    front, _ = applied(sidecar, f'[[aff]]\ntext = "A"\nror = "{ror}"')
    assert front.affiliations[0].ror == f"https://ror.org/{ror[-9:]}"


@pytest.mark.parametrize(
    ("tables", "allowed"), [("", "1 … 1"), ("[[aff]]\ntext = 'A'\n[[aff]]\ntext = 'B'\n", "1 … 2")]
)
def test_a_number_of_no_affiliation_is_a_finding(sidecar: Load, tmp_path: Path, tables: str, allowed: str) -> None:
    loaded, findings = sidecar(f"{tables}[[contrib]]\nsurname = 'A'\naffiliations = [1, 3]")
    assert findings == []
    (found,) = iter_findings(FRONT, loaded, tmp_path / "rivage.toml")
    assert (found.quote, found.place.line) == ("3", 3 + tables.count("\n"))
    assert dict(found.details) == {"field": "contrib[1].affiliations[2]", "allowed": allowed}
    assert [each.affiliations for each in apply_sidecar(FRONT, loaded)[0].contributors] == [(0,)]


# What is compared


def test_tables_are_paired_by_the_surest_key_and_then_by_place() -> None:
    assert pairs([("a", 1), ("b", 2), ("c", 3)], [("x", 2), ("a", 9)]) == [1, 0, None]
    assert pairs([("c",), ("d",)], [("a",), ("b",)]) == [0, 1]
    assert pairs([("b",), ("d",)], [("a",), ("b",)]) == [1, None]
    assert pairs([], [("a",)]) == []


def test_empty_lines_end_paragraphs() -> None:
    assert paragraphs("\n a\n b \n \n\n\nc\r\n\r\nd\n") == ("a b", "c", "d")


# Any front matter at all: written and read again, it is the same


def addresses(front: Front) -> list[int]:
    """Of all runs, in order, except those of parts of affiliations, which are the affiliation's."""
    return [run.at for prose in all_words(front) for run in prose.runs if run.at is not None]


def all_words(front: Front) -> Iterable[Prose]:
    group, numbering = front.title_group, front.numbering
    yield from (front.heading, group.title, group.subtitle)
    for translated in group.translations:
        yield from (translated.title, translated.subtitle)
    for each in front.contributors:
        yield from (each.surname, each.given_names, each.prefix, each.suffix, each.collab, *each.roles, each.email)
        yield each.orcid_printed
    for affiliation in front.affiliations:
        yield from (affiliation.text, affiliation.label)
    yield from (date.printed for date in front.dates)
    for abstract in front.abstracts:
        yield from (abstract.title, *all_prose(abstract.blocks))
    for statement in front.statements:
        yield from (statement.title, *all_prose(statement.blocks))
    for keywords in front.keywords:
        yield from (keywords.title, *keywords.terms)
    yield from (product.text for product in front.products)
    yield from (numbering.volume, numbering.issue, numbering.year, numbering.fpage, numbering.lpage)
    yield from (numbering.elocation_id, *front.corresponding, front.suggested_citation)
    yield from (front.journal_title, front.license_text)


def texts(front: Front) -> list[str]:
    return [" ".join(prose.text.split()) for prose in all_words(front)]


CHARACTERS = st.characters(exclude_categories=["Cs"]) | st.sampled_from("\"'\\#=[]{}\n\t\r\u2028\x00\x7f\x85 abcéñعا")
any_text = st.text(CHARACTERS, max_size=12)
dress = st.sampled_from([(), (), (Style.ITALIC,), (Style.SUP,)])
address = st.none() | st.integers(0, len(SOURCE.visible) - 1)
first_runs = st.builds(Run, any_text.filter(lambda text: bool(text.split())), dress, address)
other_runs = st.lists(st.builds(Run, any_text, dress, address), max_size=1)
words_given: st.SearchStrategy[Prose] = st.builds(lambda first, others: Prose((first, *others)), first_runs, other_runs)
prose: st.SearchStrategy[Prose] = st.just(Prose()) | words_given
languages = st.sampled_from(["fr", "en", "es", "pt-BR", "ar"])


Value = TypeVar("Value")


def many(strategy: st.SearchStrategy[Value]) -> st.SearchStrategy[tuple[Value, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


def one_run(texts_of: st.SearchStrategy[str]) -> st.SearchStrategy[Prose]:
    return st.builds(lambda text, place: Prose((Run(text, at=place),)), texts_of, st.none() | st.integers(0, 9))


def with_check_digit(number: int) -> str:
    digits = f"{number:015d}"
    whole = digits + mod_11_2.calc_check_digit(digits)
    return "-".join(whole[start : start + 4] for start in range(0, 16, 4))


def partial(year: int, month: int, day: int, parts: int) -> str:
    return "-".join([f"{year}", f"{month:02d}", f"{day:02d}"][:parts])


orcids = st.just("") | st.integers(0, 10**15 - 1).map(with_check_digit)
emails = st.just(Prose()) | one_run(st.from_regex(r"[a-zé.+-]{1,8}@[a-z]{1,8}\.[a-z]{2,3}", fullmatch=True))
isos = st.builds(partial, st.integers(1000, 2999), st.integers(1, 12), st.integers(1, 28), st.integers(1, 3))
years = st.just(Prose()) | one_run(st.integers(1000, 2999).map(str))
dois = st.just("") | st.from_regex(r"10\.[0-9]{4,9}/[a-z0-9().;/_:-]{1,12}", fullmatch=True)
paragraph_blocks: st.SearchStrategy[Block] = st.builds(Paragraph, words_given)
blocks: st.SearchStrategy[Block] = paragraph_blocks | st.builds(
    Section, words_given, st.lists(paragraph_blocks, max_size=2).map(tuple)
)
some_blocks = st.lists(blocks, min_size=1, max_size=2).map(tuple)
contributors = st.builds(
    Contributor,
    surname=words_given,
    given_names=prose,
    prefix=prose,
    suffix=prose,
    collab=prose,
    roles=many(words_given),
    email=emails,
    orcid=orcids,
    is_corresponding=st.booleans(),
    affiliations=st.just(()),
)
affiliations = st.builds(
    Affiliation,
    text=words_given,
    label=prose,
    institution=prose,
    divisions=many(words_given),
    city=prose,
    country=st.just(Prose()),
    country_code=st.sampled_from(["", "FR", "MA"]),
    ror=st.sampled_from(["", "https://ror.org/03yrm5c26"]),
)
dates = st.builds(EventDate, st.sampled_from(["received", "accepted", "pub"]), isos, prose)
revisions = st.builds(EventDate, st.just("rev-recd"), isos, prose)
KINDS = ("acknowledgements", "conflict", "contributions", "data-availability", "dedication", "ethics", "funding")


@st.composite
def fronts(draw: st.DrawFn) -> Front:
    places = draw(many(affiliations))
    links = st.lists(st.sampled_from(range(len(places))), max_size=2).map(tuple) if places else st.just(())
    people = draw(many(st.tuples(contributors, links)))
    history = draw(st.lists(dates, max_size=3, unique_by=lambda date: date.kind))
    return Front(
        language=draw(languages),
        article_type=draw(st.sampled_from(["research-article", "editorial"])),
        heading=draw(prose),
        title_group=draw(
            st.builds(TitleGroup, prose, prose, many(st.builds(Translated, languages, words_given, prose)))
        ),
        contributors=tuple(linked(person, places_of) for person, places_of in people),
        affiliations=places,
        dates=(*history, *draw(st.lists(revisions, max_size=2))),
        abstracts=draw(many(st.builds(Abstract, languages, some_blocks, prose, st.sampled_from(["", "graphical"])))),
        keywords=draw(many(st.builds(KeywordGroup, languages, st.lists(words_given, min_size=1).map(tuple), prose))),
        numbering=draw(st.builds(Numbering, prose, prose, years, prose, prose, prose, dois)),
        products=draw(many(st.builds(Product, words_given))),
        statements=draw(many(st.builds(Statement, st.sampled_from(KINDS), some_blocks, prose))),
        corresponding=draw(many(words_given)),
        suggested_citation=draw(prose),
        journal_title=draw(prose),
        license_text=draw(prose),
        license_url=draw(st.sampled_from(["", "https://creativecommons.org/licenses/by/4.0/"])),
    )


def linked(person: Contributor, places: tuple[int, ...]) -> Contributor:
    return replace(person, affiliations=places)


def codes(front: Front) -> object:
    """All that is no prose."""
    return (
        (front.language, front.article_type, front.numbering.doi, front.license_url),
        [(each.orcid, each.is_corresponding, each.affiliations) for each in front.contributors],
        [(each.country_code, each.ror) for each in front.affiliations],
        sorted((each.kind, each.iso) for each in front.dates if each.kind != "rev-recd"),
        [each.iso for each in front.dates if each.kind == "rev-recd"],
        [each.language for each in front.title_group.translations],
        [(each.language, each.kind) for each in front.abstracts],
        [each.language for each in front.keywords],
        [each.kind for each in front.statements],
    )


ANY_FRONT = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))


@ANY_FRONT
@given(front=fronts())
def test_any_front_corrected_by_its_own_output_is_the_same(
    front: Front, tmp_path_factory: pytest.TempPathFactory
) -> None:
    loaded = reread(front, tmp_path_factory.getbasetemp() / "same.toml")
    again, ledger = apply_sidecar(front, loaded)
    assert again == front
    assert addresses(again) == addresses(front)
    assert ledger == ()


@ANY_FRONT
@given(front=fronts())
def test_any_front_is_made_anew_from_its_output(front: Front, tmp_path_factory: pytest.TempPathFactory) -> None:
    again, ledger = apply_sidecar(Front(), reread(front, tmp_path_factory.getbasetemp() / "anew.toml"))
    undated = without_printed_dates(front)
    assert [text for text in texts(again) if text] == [text for text in texts(undated) if text]
    assert codes(again) == codes(front)
    assert ledger == ()


@ANY_FRONT
@given(front=fronts(), other=fronts())
def test_no_address_is_lost_whatever_a_sidecar_corrects(
    front: Front, other: Front, tmp_path_factory: pytest.TempPathFactory
) -> None:
    corrected, ledger = apply_sidecar(front, reread(other, tmp_path_factory.getbasetemp() / "other.toml"))
    kept = [*addresses(corrected), *(run.at for entry in ledger for run in entry.prose.runs if run.at is not None)]
    assert sorted(kept) == sorted(addresses(front))


def without_printed_dates(front: Front) -> Front:
    """Without printed words of dates, which a sidecar has no place for."""
    return replace(front, dates=tuple(EventDate(each.kind, each.iso) for each in front.dates))


def reread(front: Front, path: Path) -> Sidecar:
    path.write_text(metadata_toml(front, SOURCE), "utf-8", newline="")
    loaded, findings = load_sidecar(path)
    assert findings == []
    assert loaded
    return loaded


# The command

MANUSCRIPT = """---
title: Counting calls
author:
  - name: Claire Rivage
    email: claire@example.org
lang: en
---

## Abstract

What do we count when we count calls? The unit changes with the hand that holds the pen, and the tide is never named.

## Introduction

Nobody reads a register for its prose.
"""


def test_the_command_prints_a_sidecar_that_wins_once_it_is_corrected(tmp_path: Path) -> None:
    manuscript, beside = tmp_path / "quay.md", tmp_path / "quay.toml"
    manuscript.write_text(MANUSCRIPT)
    runner = CliRunner()
    printed = runner.invoke(app, ["metadata", str(manuscript), "--lang", "en"]).stdout
    assert 'title = "Counting calls" # line 2\n' in printed
    beside.write_text(printed.replace('"Rivage"', '"Rivages"'))
    corrected = runner.invoke(app, ["metadata", str(manuscript), "--lang", "fr"]).stdout
    assert 'surname = "Rivages" # fichier compagnon\n' in corrected
    assert 'title = "Counting calls" # ligne 2\n' in corrected


def test_findings_on_the_sidecar_do_not_mix_with_the_metadata(tmp_path: Path) -> None:
    (tmp_path / "quay.md").write_text(MANUSCRIPT)
    (tmp_path / "quay.toml").write_text("doi = '12'\n")
    result = CliRunner().invoke(app, ["metadata", str(tmp_path / "quay.md"), "--lang", "en"])
    assert result.exit_code == 1
    assert "settings-invalid" in result.stderr
    assert "settings-invalid" not in result.stdout
    assert tomllib.loads(result.stdout)["title"] == "Counting calls"
