"""Verdicts are those of the official schemas, and what is invalid is explained."""

import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from ries_jats import check
from ries_jats.check import check_bytes, grammar_dtd, grammar_xsd, links, schema
from ries_jats.check.phrases import _phrases, alternatives
from ries_jats.check.tagset import TagSet
from ries_jats.errors import EnvironmentFault
from ries_jats.findings import Finding, Severity, finding
from ries_jats.schemas import Language, Schema, installed, store

DOCTYPE = (
    '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD with MathML3 v1.3 20210610//EN" '
    '"JATS-journalpublishing1-3-mathml3.dtd">\n'
)
JOURNAL_META = "<journal-meta><journal-id>ries</journal-id><issn>1234-5679</issn></journal-meta>"
TITLE_GROUP = "<title-group><article-title>Titre</article-title></title-group>"
RICH = f"""<article xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML"
 xmlns:ali="http://www.niso.org/schemas/ali/1.0/" dtd-version="1.3" article-type="research-article" xml:lang="fr">
<front>
<journal-meta><journal-id journal-id-type="publisher-id">ries</journal-id><journal-title-group><journal-title>Revue\
</journal-title></journal-title-group><issn publication-format="electronic">1234-5679</issn><publisher>\
<publisher-name>Éditeur</publisher-name></publisher></journal-meta>
<article-meta><article-id pub-id-type="doi">10.5555/x</article-id>
<article-categories><subj-group subj-group-type="heading"><subject>Articles</subject></subj-group></article-categories>
<title-group><article-title>Titre <italic>essai</italic><xref ref-type="fn" rid="n1">*</xref></article-title><subtitle>\
Sous-titre</subtitle><trans-title-group xml:lang="en"><trans-title>Title</trans-title></trans-title-group></title-group>
<contrib-group><contrib contrib-type="author"><contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097\
</contrib-id><name><surname>B</surname><given-names>A</given-names></name><xref ref-type="aff" rid="a1"/><email>a@b.fr\
</email></contrib><aff id="a1"><institution>Université</institution>, <country country="MA">Maroc</country></aff>\
</contrib-group>
<author-notes><corresp id="c1">x</corresp></author-notes>
<pub-date publication-format="electronic" date-type="pub" iso-8601-date="2025-05-01"><day>01</day><month>05</month><year>\
2025</year></pub-date><volume>1</volume><issue>1</issue><fpage>7</fpage><lpage>20</lpage>
<history><date date-type="received"><day>1</day><month>2</month><year>2025</year></date></history>
<permissions><copyright-statement>©</copyright-statement><copyright-year>2025</copyright-year><license \
xlink:href="https://creativecommons.org/licenses/by/4.0/"><ali:license_ref>https://creativecommons.org/licenses/by/4.0/\
</ali:license_ref><license-p>CC</license-p></license></permissions>
<abstract><p>Résumé</p></abstract><trans-abstract xml:lang="en"><p>Abstract</p></trans-abstract>
<kwd-group xml:lang="fr"><kwd>a</kwd><kwd>b</kwd></kwd-group>
<funding-group><award-group><funding-source>F</funding-source><award-id>1</award-id></award-group></funding-group>
</article-meta></front>
<body><sec id="s1" sec-type="intro"><title>I</title><p>Texte <xref ref-type="bibr" rid="R1 R2">B 2020</xref> <bold>gras\
</bold><fn id="n2"><p>note</p></fn>.</p><disp-quote content-type="epigraph"><p>Q</p><attrib>X</attrib></disp-quote>
<list list-type="order"><list-item><p>a</p></list-item></list>
<fig id="f1"><label>1</label><caption><title>C</title></caption><graphic xlink:href="a.png"><alt-text>z</alt-text>\
</graphic></fig>
<table-wrap id="t1"><label>T</label><table><thead><tr><th>h</th></tr></thead><tbody><tr><td colspan="2">d</td></tr>\
</tbody></table></table-wrap>
<p><inline-formula><mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math></inline-formula></p>
<disp-formula id="e1"><alternatives><tex-math>x</tex-math><mml:math display="block"><mml:mfrac><mml:mi>a</mml:mi><mml:mi>\
b</mml:mi></mml:mfrac></mml:math></alternatives></disp-formula><verse-group><verse-line>v</verse-line></verse-group>
<sec id="s2"><label>1.1</label><title>J</title><p>x<ext-link ext-link-type="uri" xlink:href="http://a">a</ext-link></p>\
</sec></sec></body>
<back><ack><p>m</p></ack><fn-group><fn id="n1" fn-type="other"><label>1</label><p>x</p></fn></fn-group>
<ref-list><title>Références</title><ref id="R1"><mixed-citation publication-type="book"><person-group \
person-group-type="author"><name><surname>B</surname><given-names>C</given-names></name></person-group>
<source>S</source> \
(<year>2020</year>)</mixed-citation></ref><ref id="R2"><element-citation publication-type="journal"><source>x</source>\
<year>1</year></element-citation></ref></ref-list><app-group><app id="ap"><title>A</title><p>x</p></app></app-group></back>
<sub-article id="sa" article-type="translation" xml:lang="en"><front-stub>{TITLE_GROUP}</front-stub><body><p>x</p></body>
</sub-article></article>"""
MATH = '<p><inline-formula><mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML">{}</mml:math></inline-formula></p>'


def article(body: str = "", meta: str = TITLE_GROUP, back: str = "", front: str = JOURNAL_META) -> str:
    """A small valid article with parts put in."""
    return (
        f'<article xmlns:xlink="http://www.w3.org/1999/xlink" dtd-version="1.3"><front>{front}<article-meta>{meta}'
        f"</article-meta></front><body>{body}</body><back>{back}</back></article>"
    )


@pytest.fixture(autouse=True)
def _schemas() -> None:
    """Skip where the schemas of ries-jats are not installed."""
    present = {each.name for each in installed() if each.present}
    if not {"jats-publishing-1.3-no-mathml", "jats-archiving-1.3-dtd"} <= present:
        pytest.skip("run `make schemas`")


@pytest.fixture(scope="session")
def official_xsd(shared: Path) -> etree.XMLSchema:
    return etree.XMLSchema(file=str(shared / "schemas/jats-publishing-xsd-1.3/JATS-journalpublishing1-3-mathml3.xsd"))


@pytest.fixture(scope="session")
def official_dtd(shared: Path) -> Path:
    return shared / "schemas/jats-dtd-1.3/JATS-journalpublishing1-3-mathml3.dtd"


def found(data: str) -> list[Finding]:
    return check_bytes(data.encode(), "a.xml")


def only(data: str) -> Finding:
    (each,) = found(data)
    return each


def codes(data: str) -> list[str]:
    return [each.code for each in found(data)]


VALID = {
    "rich": RICH,
    "rich with a DOCTYPE": DOCTYPE + RICH,
    "small": article("<p>x</p>"),
    "formula with the default namespace": article(
        '<p><inline-formula><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math></inline-formula></p>'
    ),
    "formula with foreign annotation": article(
        MATH.format(
            '<mml:semantics><mml:mi id=" m ">x</mml:mi><mml:annotation-xml encoding="x"><foo xmlns="u:v">'
            "y</foo></mml:annotation-xml><mml:annotation>z</mml:annotation></mml:semantics>"
        )
    ),
    "comments and instructions": article("<!-- c --><sec><?x y?><title>T</title><!-- d --></sec>"),
    "schema location": article().replace(
        "<article ",
        '<article xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="x.xsd" ',
    ),
    "table in full": article(
        '<table-wrap><table frame="box"><colgroup><col width="1"/></colgroup><tbody><tr><th id="h">x</th></tr>'
        '<tr><td headers="h" rowspan="1">y</td></tr></tbody></table><table-wrap-foot><p>z</p></table-wrap-foot></table-wrap>'
    ),
    "verse and speech": article(
        "<verse-group><title>T</title><verse-line>a</verse-line><attrib>b</attrib></verse-group>"
        "<speech><speaker>A</speaker><p>x</p></speech>"
    ),
    "Arabic": article('<p xml:lang="ar">ملخص</p>'),
}
"""What the official XSD accepts."""

INVALID = {
    "unknown element": (article("<para>x</para>"), "schema-element-unexpected", "Probably meant: <p>."),
    "element of HTML": (article("<p><em>x</em></p>"), "schema-element-unexpected", "Probably meant: <italic>."),
    "misspelt element": (
        article(meta=TITLE_GROUP + "<abstact><p>x</p></abstact>"),
        "schema-element-unexpected",
        "Probably meant: <abstract>",
    ),
    "element in a wrong parent": (
        article(meta=TITLE_GROUP + "<kwd>x</kwd>"),
        "schema-element-unexpected",
        "inside one of these within <article-meta>: <kwd-group>",
    ),
    "element that another of its kind replaces": (
        article(meta="<title-group><title>T</title></title-group>"),
        "schema-element-unexpected",
        "Probably meant: <article-title>",
    ),
    "element that belongs elsewhere": (
        article(f"<p><article-meta>{TITLE_GROUP}</article-meta></p>"),
        "schema-element-unexpected",
        "Move it to where it may stand (<front>)",
    ),
    "element in one that takes none": (
        article(meta=TITLE_GROUP + "<volume>1<break/></volume>"),
        "schema-element-unexpected",
        "delete its tags and keep the text",
    ),
    "title after text": (
        article("<sec><p>x</p><p>y</p><title>T</title></sec>"),
        "schema-element-unexpected",
        "before <p>",
    ),
    "abstract too early": (
        article(meta=f"<abstract><p>x</p></abstract>{TITLE_GROUP}<volume>1</volume>"),
        "schema-element-unexpected",
        "Move it after <volume>.",
    ),
    "two titles": (
        article("<sec><title>a</title><title>b</title></sec>"),
        "schema-element-unexpected",
        "Join it with the first",
    ),
    "pages and elocation": (
        article(meta=TITLE_GROUP + "<fpage>1</fpage><elocation-id>e1</elocation-id>"),
        "schema-element-unexpected",
        "leave out the one that excludes it",
    ),
    "section without title": (article("<sec><p>x</p></sec>"), "schema-element-missing", "Add it before <p>."),
    "empty section": (article("<sec/>"), "schema-element-missing", "Add it at the end of <sec>, or delete <sec>."),
    "no journal-meta": (article(front=""), "schema-element-missing", "before <article-meta>"),
    "no title-group": (article(meta="<volume>1</volume>"), "schema-element-missing", "Add it before <volume>."),
    "empty ref": (article(back='<ref-list><ref id="r"/></ref-list>'), "schema-element-missing", "delete <ref>"),
    "text between elements": (article("mots<p>x</p>"), "schema-text-unexpected", "inside a <p>"),
    "text after a child": (article("<sec><title>x</title>mots</sec>"), "schema-text-unexpected", "inside a <p>"),
    "text in a group": (
        article(meta=TITLE_GROUP + "<kwd-group>mots<kwd>x</kwd></kwd-group>"),
        "schema-text-unexpected",
        "<kwd>",
    ),
    "text in what is empty": (
        article('<p><milestone-start rid="x" rationale="y">mots</milestone-start></p><p id="x"/>'),
        "schema-text-unexpected",
        "out of the element",
    ),
    "space in what is empty": (
        article(meta="<title-group><article-title>a<break> </break>b</article-title></title-group>"),
        "schema-text-unexpected",
        "Write <break/>",
    ),
    "unknown attribute": (
        article('<p foo="1">x</p>'),
        "schema-attribute-unexpected",
        "Delete it. Attributes of this element:",
    ),
    "attribute without prefix": (
        article('<p><ext-link href="x">x</ext-link></p>'),
        "schema-attribute-unexpected",
        "Probably meant: `xlink:href`.",
    ),
    "misspelt attribute": (
        article(meta=TITLE_GROUP + '<contrib-group><contrib contrib-typ="author"/></contrib-group>'),
        "schema-attribute-unexpected",
        "Probably meant: `contrib-type`.",
    ),
    "value not in the list": (
        article('<p id="r"><xref ref-type="bib" rid="r"/></p>'),
        "schema-attribute-value",
        "Probably meant: bibr.",
    ),
    "id that is no name": (article('<p id="1 a">x</p>'), "schema-attribute-value", "Give it such a name"),
    "language that is none": (
        article('<p xml:lang="fr_FR">x</p>'),
        "schema-attribute-value",
        "the tag of the language",
    ),
    "missing attribute": (article("<fig><graphic/></fig>"), "schema-attribute-missing", "Add the attribute"),
    "unknown element of MathML": (article(MATH.format("<mml:mroww/>")), "schema-element-unexpected", "<mml:mrow>"),
    "fraction of one": (
        article(MATH.format("<mml:mfrac><mml:mi>x</mml:mi></mml:mfrac>")),
        "schema-element-missing",
        "end of <mml:mfrac>",
    ),
    "attribute of MathML": (
        article(MATH.format('<mml:mi mathvariante="bold">x</mml:mi>')),
        "schema-attribute-unexpected",
        "`mathvariant`",
    ),
    "value of MathML": (
        article(MATH.format('<mml:mo accent="yes">x</mml:mo>')),
        "schema-attribute-value",
        "Choose one",
    ),
    "text in MathML": (article(MATH.format("x")), "schema-text-unexpected", "Put the text inside an element"),
}
"""What the official XSD does not accept, for one reason; the code and words of the remedy."""


@pytest.mark.parametrize("data", VALID.values(), ids=VALID)
def test_what_is_valid_has_no_finding(data: str) -> None:
    assert not found(data)


@pytest.mark.parametrize("data", VALID.values(), ids=VALID)
def test_the_official_schema_accepts_what_we_call_valid(data: str, official_xsd: etree.XMLSchema) -> None:
    assert official_xsd.validate(etree.ElementTree(etree.fromstring(data)))


@pytest.mark.parametrize(("data", "code", "remedy"), INVALID.values(), ids=INVALID)
def test_what_is_invalid_has_one_finding_that_explains_it(data: str, code: str, remedy: str) -> None:
    each = only(data)
    assert each.code == code
    assert remedy in each.remedy("en")
    assert each.message("fr") != each.message("en")
    assert each.remedy("fr") != each.remedy("en")
    assert (each.place.file, each.place.line) == ("a.xml", 1)
    assert each.place.xpath
    assert each.quote


@pytest.mark.parametrize(("data", "code", "remedy"), INVALID.values(), ids=INVALID)
def test_the_official_schema_refuses_what_we_call_invalid(
    data: str, code: str, remedy: str, official_xsd: etree.XMLSchema
) -> None:
    assert not official_xsd.validate(etree.ElementTree(etree.fromstring(data)))


def test_a_fault_in_a_child_that_is_out_of_place_is_found_too() -> None:
    assert codes(article("<sec><title>x</title></sec><fig><graphic/></fig>")) == [
        "schema-element-unexpected",
        "schema-attribute-missing",
    ]


def test_the_place_of_a_fault_is_that_of_the_child() -> None:
    each = only(article("<sec>\n<title>x</title>\n<bogus a='b'/></sec>"))
    assert (each.place.line, each.place.xpath, each.quote) == (3, "/article/body/sec/bogus", '<bogus a="b">')


def test_a_message_says_what_stands_where_and_what_was_expected() -> None:
    each = only(article(back="<ref-list><ref><p>x</p></ref></ref-list>").replace("<ref>", "<ref><label>1</label>"))
    assert each.message("en").startswith(
        "<p> may not stand here in <ref>: <ref> does not take it. Expected there: <mixed-"
    )


def test_findings_come_in_the_order_of_lines() -> None:
    lines = [
        each.place.line for each in found(article("<bogus/>\n<p id='a'/>\n<p id='a' foo=''/>\n<p><xref rid='b'/></p>"))
    ]
    assert lines == sorted(lines, key=lambda line: line or 0)
    assert len(lines) == 4


def test_more_findings_than_anybody_reads_are_counted() -> None:
    *shown, last = found(article("<para/>\n" * 250))
    assert len(shown) == check.MOST_FINDINGS
    assert (last.code, last.severity, dict(last.details)) == ("findings-more", Severity.ERROR, {"count": "150"})


def test_a_valid_article_does_not_wait_for_xmlschema(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grammar_xsd, "xsd_grammar", None)
    monkeypatch.setattr(schema, "xsd_grammar", None)
    assert not found(article("<p>x</p>"))


def test_what_cannot_be_explained_is_quoted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "iter_explanations", lambda *_: iter(()))
    each = only(article("<para/>"))
    assert each.code == "schema-invalid"
    assert "'para'" in dict(each.details)["words"]


@pytest.mark.parametrize("version", ["1.1", "1.2", "3.0"])
def test_a_tag_set_without_schema_is_not_called_valid(version: str) -> None:
    each = only(article().replace('"1.3"', f'"{version}"'))
    assert (each.code, each.severity) == ("schema-not-judged", Severity.WARNING)
    assert f"jats-publishing-{version}" in each.remedy("en")


def test_links_are_checked_where_no_schema_judges() -> None:
    assert codes(article('<p id="a"/><p id="a"/>').replace('"1.3"', '"1.1"')) == ["schema-not-judged", "duplicate-id"]


def test_a_file_that_does_not_say_what_it_is_is_judged_as_ours() -> None:
    each = only(article().replace(' dtd-version="1.3"', ""))
    assert (each.code, each.severity) == ("schema-assumed", Severity.INFO)


ARCHIVING = DOCTYPE.replace("Publishing", "Archiving and Interchange").replace("journalpublishing", "archivearticle")


def test_archiving_is_judged_by_its_dtd() -> None:
    free = article("<sec><p>Archiving asks for no title.</p></sec>", front="")
    assert not found(ARCHIVING + free)
    assert not found(ARCHIVING + RICH)
    each = only(ARCHIVING + article("<para/>"))
    assert (each.code, each.remedy("en")) == ("schema-element-unexpected", "Probably meant: <p>.")
    assert "JATS Journal Archiving and Interchange 1.3" in each.message("en")


def test_formulas_of_archiving_are_judged_once() -> None:
    assert codes(ARCHIVING + article(MATH.format('<mml:mi foo="x"/>'))) == ["schema-attribute-unexpected"]


def test_a_schema_that_a_person_installed_judges_its_tag_set(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = shared / "schemas/jats-dtd-1.2/JATS-journalpublishing1-mathml3.dtd"
    theirs = Schema("jats-publishing-1.2-dtd", "1.2", Language.DTD, path)
    monkeypatch.setattr(schema, "installed", lambda: (theirs,))
    assert not found(article("<p>x</p>").replace('"1.3"', '"1.2"'))
    assert codes(article("<para/>").replace('"1.3"', '"1.2"')) == ["schema-element-unexpected"]
    # `answer` came with 1.3
    assert codes(article("<answer/>").replace('"1.3"', '"1.2"')) == ["schema-element-unexpected"]


def test_a_schema_of_ours_that_is_missing_is_a_fault_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("_BUNDLED", "_CHECKOUT"):
        monkeypatch.setattr(store, name, tmp_path)
    for name in (store.PLACE_VARIABLE, "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    store.forget()
    try:
        with pytest.raises(EnvironmentFault, match="schema-missing"):
            found(article())
    finally:
        store.forget()


def test_thorough_layers_judge_what_the_dtd_of_mathml_cannot(official_xsd: etree.XMLSchema) -> None:
    foreign = '<mml:semantics><mml:mi>x</mml:mi><mml:annotation-xml foo="x"/></mml:semantics>'
    data = article(MATH.format(foreign))
    assert not official_xsd.validate(etree.ElementTree(etree.fromstring(data)))
    assert not found(data)
    thorough = check_bytes(data.encode(), "a.xml", check.THOROUGH_LAYERS)
    assert [each.code for each in thorough] == ["schema-invalid"]
    assert not check_bytes(RICH.encode(), "a.xml", check.THOROUGH_LAYERS)


def test_dangling_references_are_found_with_what_was_probably_meant() -> None:
    first, second = found(article('<p id="ref1"/><p><xref rid="ref1 rf1 zzz"/></p>'))
    assert (first.code, first.quote, first.remedy("en")) == ("dangling-rid", "rf1", "Probably meant: “ref1”.")
    assert (second.code, second.quote) == ("dangling-rid", "zzz")
    assert second.place.xpath == "/article/body/p[2]/xref"


def test_an_id_given_twice_is_found_once_for_each_further_time() -> None:
    first, second = found(article('<p id="a"/>\n<p id=" a "/>\n<p id="a"/>'))
    assert (first.code, first.quote, first.place.line, second.place.line) == ("duplicate-id", "a", 2, 3)
    assert dict(first.details)["line"] == "1"


def test_an_id_in_a_formula_counts() -> None:
    assert codes(article('<p id="a"/>' + MATH.format('<mml:mi id="a">x</mml:mi>'))) == ["duplicate-id"]


def test_headers_of_a_cell_are_references() -> None:
    table = '<table-wrap><table><tbody><tr><td headers="h">x</td></tr></tbody></table></table-wrap>'
    assert codes(article(table)) == ["dangling-rid"]


def test_the_attributes_that_refer_are_those_of_the_dtd(official_dtd: Path) -> None:
    dtd: Any = grammar_dtd.dtd_at(official_dtd)
    of_type = {
        attribute.name
        for element in dtd.iterelements()
        for attribute in element.iterattributes()
        if attribute.type in ("idref", "idrefs")
    }
    assert of_type == set(links.REFERENCES)


def test_the_two_official_grammars_say_the_same_of_every_element(official_dtd: Path) -> None:
    of_dtd = grammar_dtd.dtd_grammar(official_dtd, "DTD").declarations
    judge = schema.judging_schema(TagSet())
    assert judge
    for name, declared in grammar_xsd.xsd_grammar(judge.path, "XSD").declarations.items():
        if "MathML" not in name:
            assert set(declared.children) == set(of_dtd[name].children)
            assert declared.text is of_dtd[name].text
            required = {each.name for each in declared.attributes.values() if each.required}
            assert required == {each.name for each in of_dtd[name].attributes.values() if each.required}


def _mutate(tree: Any, choice: random.Random) -> None:
    """One change that an author or a program may make."""
    elements = list(tree.iter("*"))
    element, other = choice.choice(elements[1:]), choice.choice(elements[1:])
    changes: list[Callable[[], Any]] = [
        lambda: element.getparent().remove(element),
        lambda: setattr(element, "tag", other.tag),
        lambda: element.getparent().append(element),
        lambda: element.getparent().insert(0, element),
        lambda: element.addnext(deepcopy(element)),
        lambda: setattr(element, "text", f"{element.text or ''}mots"),
        lambda: element.set(
            choice.choice(["id", "rid", "content-type", "foo"]), choice.choice(["s1", "1x", "", " s1"])
        ),
        element.attrib.clear,
    ]
    choice.choice(changes)()


def _mutants(number: int) -> Iterator[bytes]:
    choice = random.Random(5)
    tree = etree.fromstring(RICH)
    for _ in range(number):
        mutant = deepcopy(tree)
        for _ in range(choice.randint(1, 2)):
            _mutate(mutant, choice)
        yield etree.tostring(mutant)


def test_the_verdict_on_many_changed_articles_is_that_of_the_official_schema(official_xsd: Any) -> None:
    for data in _mutants(250):
        of_schema = [each.code for each in check_bytes(data) if each.code.startswith("schema-")]
        official = official_xsd.validate(etree.fromstring(data))
        clash = any("'xs:ID'" in error.message for error in official_xsd.error_log)  # duplicates are for `links`
        assert bool(of_schema) is not official or clash
        assert "schema-invalid" not in of_schema


def test_every_phrase_has_a_reason_and_a_cure_in_both_languages() -> None:
    for name, entry in _phrases().items():
        assert set(entry) == {"reason-en", "reason-fr", "cure-en", "cure-fr"}, name


def test_alternatives_are_read_out_in_each_language_and_cut_when_many() -> None:
    assert alternatives(("a", "b", "c"), "fr") == "a, b ou c"
    assert alternatives(("a",), "en") == "a"
    assert alternatives(tuple("abcdefghij"), "en") == "a, b, c, d, e, f, g and 3 more"


def test_a_finding_without_place_comes_last() -> None:
    assert check._line(finding("xml-empty")) > check._line(found(article("<para/>"))[0])
