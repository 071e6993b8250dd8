"""The parts of a reference in JATS: its words stay what is printed, whatever is tagged in it."""

from dataclasses import replace

import pytest
from lxml import etree

from ries_jats import check
from ries_jats.article.blocks import Note, Paragraph
from ries_jats.article.front import Front, TitleGroup
from ries_jats.article.model import Article, Reference
from ries_jats.article.prose import Link, NoteCall, Origin, Prose, Run, Style
from ries_jats.article.references import PublicationType
from ries_jats.bibliography.tagging import cited, tagged
from ries_jats.jats import serialize, write_article
from ries_jats.jats.front import Setting
from tests.unit.references import ARTICLE, BOOK, CHAPTER, PAGE, parsed, printed, reference, reference_list


def written(*references: Reference, citations: str = "mixed") -> etree._Element:
    front = Front(language="en", title_group=TitleGroup(Prose.of("Quays", Origin.GENERATED)))
    article = Article(front, reference_lists=(reference_list(*references),))
    xml = serialize(write_article(article, Setting(citations=citations), {}).root)
    faults = [each for each in check.check_bytes(xml) if each.code.startswith(("schema", "xml"))]
    assert faults == []
    return etree.fromstring(xml)


def mixed(each: Reference) -> str:
    (citation,) = written(each).iter("mixed-citation")
    text = etree.tostring(citation, encoding="unicode", with_tail=False)
    return (
        text.replace(' xmlns:xlink="http://www.w3.org/1999/xlink"', "")
        .replace(' xmlns:mml="http://www.w3.org/1998/Math/MathML"', "")
        .replace(' xmlns:ali="http://www.niso.org/schemas/ali/1.0/"', "")
    )


def text_of(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


@pytest.mark.parametrize("marked", [ARTICLE, CHAPTER, BOOK, PAGE])
def test_the_text_of_a_citation_is_the_printed_string(marked: str) -> None:
    each = reference(marked)
    (citation,) = written(each).iter("mixed-citation")
    assert text_of(citation) == each.text.text


def test_parts_become_elements_inside_each_other() -> None:
    assert mixed(
        reference("{person-group author|{string-name|{surname|Dupont}, {given-names|J.}}} ({year 2010|2010}).")
    ) == (
        '<mixed-citation publication-type="journal"><person-group person-group-type="author"><string-name>'
        "<surname>Dupont</surname>, <given-names>J.</given-names></string-name></person-group> "
        '(<year iso-8601-date="2010">2010</year>).</mixed-citation>'
    )


def test_the_publication_type_is_that_of_the_work() -> None:
    (citation,) = written(reference(BOOK, PublicationType.BOOK)).iter("mixed-citation")
    assert citation.get("publication-type") == "book"


def test_names_side_by_side_stay_two() -> None:
    assert mixed(reference("{string-name|{surname|Aldous}}{string-name|{surname|Larch}}")).count("<string-name>") == 2


def test_the_language_of_a_title_is_told() -> None:
    assert '<article-title xml:lang="fr">Les phares de l\'estuaire</article-title>' in mixed(reference(ARTICLE))


def test_emphasis_inside_and_across_parts_is_kept() -> None:
    each = reference("{article-title|On quays}. {source|Harbours}, 1.")
    runs = (Run("On "), Run("quays. Har", (Style.ITALIC,)), Run("bours, 1."))
    assert mixed(replace(each, text=Prose(runs))) == (
        '<mixed-citation publication-type="journal"><article-title>On <italic>quays</italic></article-title>'
        "<italic>. </italic><source><italic>Har</italic>bours</source>, 1.</mixed-citation>"
    )


def test_a_part_that_takes_no_emphasis_keeps_its_words() -> None:
    each = reference("{volume|12}, 1.")
    assert mixed(replace(each, text=Prose((Run("12, 1", (Style.ITALIC,)), Run("."))))) == (
        '<mixed-citation publication-type="journal"><volume>12</volume><italic>, 1</italic>.</mixed-citation>'
    )


def test_the_prefix_of_a_doi_is_text_and_its_link_the_identifiers() -> None:
    each = reference("See https://doi.org/{pub-id doi|10.5555/a}.")
    link = Link("https://doi.org/10.5555/a")
    runs = (Run("See "), Run("https://doi.org/", (link,)), Run("10.5555/a", (link, Style.ITALIC)), Run("."))
    assert mixed(replace(each, text=Prose(runs))) == (
        '<mixed-citation publication-type="journal">See https://doi.org/<pub-id pub-id-type="doi" '
        'xlink:href="https://doi.org/10.5555/a">10.5555/a</pub-id>.</mixed-citation>'
    )


def test_a_link_is_not_inside_an_address() -> None:
    each = reference("At {ext-link|www.port.example}.")
    link = Link("http://www.port.example")
    runs = (Run("At "), Run("www.", (link,)), Run("port.example", (Style.ITALIC, link)), Run("."))
    assert mixed(replace(each, text=Prose(runs))) == (
        '<mixed-citation publication-type="journal">At <ext-link ext-link-type="uri" '
        'xlink:href="http://www.port.example">www.<italic>port.example</italic></ext-link>.</mixed-citation>'
    )


def test_a_link_on_a_title_stays() -> None:
    each = reference("{source|Quays}, 1.")
    runs = (Run("Quays", (Link("https://port.example"),)), Run(", 1."))
    assert '<source><ext-link ext-link-type="uri" xlink:href="https://port.example">Quays</ext-link></source>' in mixed(
        replace(each, text=Prose(runs))
    )


def test_a_part_where_jats_takes_none_keeps_its_words() -> None:
    assert mixed(reference("{person-group author|{comment|avec} {string-name|{source|Ida}}}")) == (
        '<mixed-citation publication-type="journal"><person-group person-group-type="author">avec <string-name>Ida'
        "</string-name></person-group></mixed-citation>"
    )


def test_types_that_jats_does_not_know_are_custom_ones() -> None:
    made = mixed(reference("{person-group producer|{collab|Mole Films}} {pub-id issn|1234-5679}"))
    assert '<person-group person-group-type="custom" custom-type="producer">' in made
    assert '<pub-id pub-id-type="custom" custom-type="issn">' in made


def test_an_address_with_odd_signs_is_a_valid_one() -> None:
    written(reference("{ext-link|https://port.example/a[1]#b#c%}"))


def test_parts_of_other_words_are_refused() -> None:
    with pytest.raises(ValueError, match="printed is"):
        tagged(printed("Quays."), parsed("Quay."))


def test_a_reference_in_running_text_is_one_citation() -> None:
    prose = cited(printed("Aldous 2004"), parsed("{person-group author|{string-name|{surname|Aldous}}} {year|2004}"))
    assert {run.marks[0] for run in prose.runs} == {prose.runs[0].marks[0]}
    assert getattr(prose.runs[0].marks[0], "element", "") == "mixed-citation"


def test_a_reference_in_a_note_is_valid_there() -> None:
    given = reference(f"Voir {ARTICLE}")
    assert given.parsed
    text = Prose((Run("Sur les phares : "),)) + cited(given.text, given.parsed) + Prose((Run("."),))
    front = Front(language="en", title_group=TitleGroup(Prose.of("Quays", Origin.GENERATED)))
    called = Paragraph(Prose((Run("Lamps"), Run("1", (NoteCall("1"),)))))
    article = Article(front, body=(called,), notes=(Note("1", Prose((Run("1"),)), (Paragraph(text),)),))
    xml = serialize(write_article(article, Setting(), {}).root)
    assert [each.code for each in check.check_bytes(xml) if each.code.startswith(("schema", "xml"))] == []
    (paragraph,) = etree.fromstring(xml).iterfind(".//fn/p")
    (citation,) = paragraph
    assert (citation.tag, text_of(paragraph)) == ("mixed-citation", text.text)
    assert citation.find("pub-id") is not None


# Both


def test_who_did_what_is_told_in_both_forms() -> None:
    root = written(reference("{person-group producer|{string-name|{surname|Larch}}}, {source|Quays}"), citations="both")
    assert [each.get("custom-type") for each in root.iter("person-group")] == ["producer", "producer"]


@pytest.mark.parametrize(
    ("marked", "kind"),
    [(ARTICLE, "journal"), (CHAPTER, "chapter"), (BOOK, "book"), (PAGE, "webpage")],
)
def test_both_forms_stand_side_by_side(marked: str, kind: str) -> None:
    root = written(reference(marked, PublicationType(kind)), citations="both")
    (alternatives,) = root.iter("citation-alternatives")
    assert [each.tag for each in alternatives] == ["mixed-citation", "element-citation"]
    assert {each.get("publication-type") for each in alternatives} == {kind}


def test_the_elements_hold_the_values_alone() -> None:
    (citation,) = written(reference(ARTICLE), citations="both").iter("element-citation")
    assert [(each.tag, text_of(each)) for each in citation if each.tag != "person-group"] == [
        ("year", "2010"),
        ("article-title", "Les phares de l'estuaire"),
        ("source", "Revue des ports"),
        ("volume", "12"),
        ("issue", "3"),
        ("fpage", "45"),
        ("lpage", "67"),
        ("pub-id", "10.5555/phares.12"),
    ]
    assert [(each.tag, text_of(each)) for each in citation.iter("surname")] == [
        ("surname", "Dupont"),
        ("surname", "de la Tour"),
    ]


def test_a_reference_that_was_not_parsed_has_its_words_alone() -> None:
    root = written(Reference(printed("Aldous, Quays.")), citations="both")
    assert [each.tag for each in root.iter("ref", "mixed-citation", "element-citation")] == ["ref", "mixed-citation"]
