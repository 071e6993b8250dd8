"""XML is read as it stands, safely, or the finding says where and why not."""

import codecs
import socket

import pytest

from ries_jats.check.characters import column_as_written
from ries_jats.check.parsing import Document, line_of, may_be_article, read_document
from ries_jats.check.prolog import encoding_of, read_prolog
from ries_jats.check.tagset import tag_set_of
from ries_jats.findings import Finding
from ries_jats.schemas import installed

PUBLIC = "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3 20210610//EN"
DOCTYPE = f'<!DOCTYPE article PUBLIC "{PUBLIC}" "JATS-journalpublishing1-3.dtd"{{}}>'
DECLARED = '<?xml version="1.0" encoding="{}"?><article>{}</article>'


@pytest.fixture
def table() -> None:
    """Skip where the table of named characters is not installed."""
    if not any(each.name == "jats-named-characters" and each.present for each in installed()):
        pytest.skip("run `make schemas`")


def document(data: str | bytes) -> Document:
    parsed = read_document(data.encode() if isinstance(data, str) else data, "a.xml")
    assert parsed.document, parsed.findings
    return parsed.document


def refusal(data: str | bytes) -> Finding:
    parsed = read_document(data.encode() if isinstance(data, str) else data, "a.xml")
    assert parsed.document is None
    (reason,) = parsed.findings
    return reason


def text_of(data: str | bytes) -> str:
    return "".join(str(text) for text in document(data).root.itertext())


def test_an_article_is_read_with_its_doctype() -> None:
    read = document(DOCTYPE.format("") + "<article><body/></article>")
    assert (read.file, read.public_id, read.system_id) == ("a.xml", PUBLIC, "JATS-journalpublishing1-3.dtd")
    assert read.root.tag == "article"


def test_no_default_of_the_dtd_gets_into_the_tree() -> None:
    assert not document(DOCTYPE.format("") + "<article/>").root.attrib


def test_places_count_lines_and_name_elements() -> None:
    read = document("<article>\n<body><p/>\n<p/></body></article>")
    place = read.place(read.root[0][1])
    assert (place.file, place.line, place.xpath) == ("a.xml", 3, "/article/body/p[2]")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "xml-empty"),
        (b" \r\n\t", "xml-empty"),
        (codecs.BOM_UTF8, "xml-empty"),
        (b"PK\x03\x04rest", "xml-not-xml"),
        (b"%PDF-1.7", "xml-not-xml"),
        (b"Bonjour", "xml-not-xml"),
        (b"<!DOCTYPE html><html><br></html>", "xml-not-xml"),
        (b"<html/>", "xml-not-xml"),
        (b"<book/>", "xml-root"),
        (b'<article xmlns="http://pkp.sfu.ca"/>', "xml-root"),
        (b'<?xml version="1.0" encoding="klingon"?><article/>', "xml-encoding-unknown"),
        (b'<?xml version="1.0" encoding="UTF-16"?><article/>', "xml-encoding-unknown"),
        (b'<?xml version="1.0" encoding="unicode_escape"?><article/>', "xml-encoding-unknown"),
    ],
)
def test_what_is_no_article_is_refused_with_its_code(data: bytes, code: str) -> None:
    reason = refusal(data)
    assert (reason.code, reason.place.file) == (code, "a.xml")


@pytest.mark.parametrize("encoding", ["UTF-8", "ISO-8859-1", "windows-1252", "UTF-8-SIG"])
def test_declared_encodings_are_followed(encoding: str) -> None:
    declared = encoding.removesuffix("-SIG")
    assert text_of(DECLARED.format(declared, "été").encode(encoding)) == "été"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings_of_several_bytes_are_recognised(encoding: str) -> None:
    assert text_of(DECLARED.format("UTF-16", "été").encode(encoding)) == "été"


def test_a_wrong_byte_is_placed_and_quoted_so_that_it_can_be_read() -> None:
    reason = refusal("<article>\n<p>un été</p></article>".encode("cp1252"))
    assert (reason.code, reason.place.line, reason.place.column) == ("xml-encoding", 2, 7)
    assert "un été" in reason.quote
    assert dict(reason.details) == {"encoding": "UTF-8", "byte": "0xE9"}


@pytest.mark.parametrize(
    ("data", "line", "column", "words"),
    [
        ("<article>\n<sec></article>", 2, 16, "</article> closes <sec>, which was opened in line 2"),
        ("<article>\n<sec>", 2, 6, "<sec>, opened in line 2, is not closed"),
        ("<article>R & D</article>", 1, 13, "an & stands alone"),
        ("<article>R&D</article>", 1, 13, "an & stands alone"),
        ("<article>é é < b</article>", 1, 15, "no name of an element follows <"),
        ("<article a='1' a='2'/>", 1, 21, "`a` stands twice"),
        ("<article a=1/>", 1, 12, "not between quotation marks"),
        ("<article a='<'/>", 1, 13, "holds <"),
        ("<article a/>", 1, 11, "`a` has no value"),
        ("<article a='1'b='2'/>", 1, 15, "a tag is not written"),
        ("<article>\x0c</article>", 1, 10, "number 12"),
        ("<article xlink:href='x'/>", 1, 24, "`xlink:` is not declared"),
        ("<article/><article/>", 1, 11, "after the end"),
        ("<!-- nothing -->", 1, 17, "no root element"),
        ("<article><!-- x", 1, 16, "a comment is not closed"),
        ("<article><!-- x -- y --></article>", 1, 17, "two hyphens"),
        ("<article><![CDATA[x", 1, 20, "CDATA section is not closed"),
        ("<article>]]></article>", 1, 10, "]]> stands in the text"),
        ("\n<?xml version='1.0'?><article/>", 2, 6, "the very beginning"),
        ("<article>&zut;</article>", 1, 10, "&zut; names no character"),
        ("<article><p:q:r/></article>", None, None, "QName"),
    ],
)
def test_what_is_malformed_is_placed_and_explained(data: str, line: int | None, column: int | None, words: str) -> None:
    reason = refusal(data)
    assert reason.code == "xml-malformed"
    assert words in reason.message("en")
    assert line is None or (reason.place.line, reason.place.column) == (line, column)
    assert reason.message("fr") != reason.message("en")
    assert reason.remedy("en")


@pytest.mark.usefixtures("table")
def test_named_characters_of_the_dtd_are_read_in_text_and_attributes() -> None:
    read = document(DOCTYPE.format("") + '<article a="&eacute;">&eacute;&nbsp;&amp;&lt;</article>')
    assert (read.root.get("a"), read.root.text) == ("é", "é\xa0&<")


@pytest.mark.usefixtures("table")
def test_columns_count_names_as_they_are_written() -> None:
    reason = refusal(DOCTYPE.format("") + "\n<article>&eacute;&eacute; R & D</article>")
    assert (reason.place.line, reason.place.column) == (2, 30)


def test_a_column_before_a_name_stays() -> None:
    assert column_as_written("ab&eacute;", 2, {"eacute": "é"}) == 2


def test_without_a_doctype_no_name_is_known() -> None:
    assert refusal("<article>&eacute;</article>").code == "xml-malformed"


@pytest.mark.usefixtures("table")
def test_an_unknown_name_is_not_dropped() -> None:
    reason = refusal(DOCTYPE.format("") + '<article>\n<p a="&zut;"/></article>')
    assert (reason.code, reason.quote, reason.place.line, reason.place.column) == ("xml-malformed", "&zut;", 2, 7)


@pytest.mark.usefixtures("table")
def test_names_mean_nothing_in_comments_and_cdata() -> None:
    assert text_of(DOCTYPE.format("") + "<article><![CDATA[&zut;]]><!-- &zut; --><?x &zut;?></article>") == "&zut;"


@pytest.mark.usefixtures("table")
def test_an_internal_subset_may_name_characters() -> None:
    subset = ' [ <!-- c --> <!ENTITY oe "&#x153;"> <!ENTITY lt "&#38;#60;">\n]'
    read = document(DOCTYPE.format(subset) + "<article>\n&oe;&lt;&eacute;</article>")
    assert (read.root.text, line_of(read.root)) == ("\nœ<é", 2)


@pytest.mark.parametrize(
    "subset",
    [
        '<!ENTITY x SYSTEM "file:///etc/passwd">',
        '<!ENTITY x PUBLIC "a" "http://example.org/x">',
        '<!ENTITY % x SYSTEM "http://example.org/x"> %x;',
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;">',
        '<!ENTITY x "Revue internationale">',
        '<!ENTITY x "<b/>">',
        '<!ENTITY x "&#60;b/>">',
        '<!ENTITY x "&#x110000;">',
        '<!ATTLIST article a CDATA "x">',
        "<!ELEMENT article ANY>",
        '<!NOTATION n SYSTEM "n">',
        "<!ENTITY",
    ],
)
def test_any_other_declaration_is_refused_and_nothing_is_fetched(subset: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", None)
    reason = refusal(f"<!DOCTYPE article [\n{subset}]><article>&x;</article>")
    assert (reason.code, reason.place.line) == ("xml-refused", 2)
    assert reason.quote.startswith("<!")


def test_an_external_dtd_is_not_loaded() -> None:
    assert document('<!DOCTYPE article SYSTEM "file:///nowhere/x.dtd"><article/>').root.tag == "article"


def test_a_doctype_that_cannot_be_read_lets_no_entity_through() -> None:
    data = '<!DOCTYPE article PUBLIC "a" "b" odd [<!ENTITY x "long text">]><article>&x;</article>'
    assert refusal(data).code in ("xml-malformed", "xml-refused")


def test_depth_without_end_is_malformed() -> None:
    assert refusal("<article>" + "<p>" * 400).code == "xml-malformed"


@pytest.mark.parametrize(
    ("data", "may_be"),
    [
        (b"<article/>", True),
        (b"<?xml version='1.0'?><!-- c --><!DOCTYPE article SYSTEM 'x'>\n<article a='1'>", True),
        (b"", True),
        (b"<article", True),
        (b"<doi_batch/>", False),
        (b'<article xmlns="http://pkp.sfu.ca">', False),
    ],
)
def test_in_a_folder_only_what_shows_another_root_is_left_out(data: bytes, may_be: bool) -> None:
    assert may_be_article(data) is may_be


def test_the_encoding_is_utf_8_where_nothing_is_said() -> None:
    assert encoding_of(b"<article/>") == "utf-8"


def test_a_comment_before_the_doctype_is_passed_over() -> None:
    assert read_prolog("<!-- <!DOCTYPE a> --><!DOCTYPE article SYSTEM 'x.dtd'><article>").system_id == "x.dtd"


@pytest.mark.parametrize(
    ("doctype", "attributes", "title"),
    [
        (f'PUBLIC "{PUBLIC}" "x.dtd"', "", "JATS Journal Publishing 1.3"),
        (f'PUBLIC "{PUBLIC}" "x.dtd"', 'dtd-version="1.2"', "JATS Journal Publishing 1.3"),
        (
            'PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving\nand Interchange DTD with MathML3 v1.2 20190208//EN" "x"',
            "",
            "JATS Journal Archiving and Interchange 1.2",
        ),
        (
            'PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD with OASIS Tables v1.3 20210610//EN" "x"',
            "",
            "JATS Journal Publishing 1.3 (OASIS tables)",
        ),
        (
            'PUBLIC "-//NLM//DTD JATS (Z39.96) Article Authoring DTD v1.3 20210610//EN" "x"',
            "",
            "JATS Article Authoring 1.3",
        ),
        (
            'PUBLIC "-//NLM//DTD Journal Publishing DTD v2.3 20070202//EN" "journalpublishing.dtd"',
            "",
            "NLM Journal Publishing 2.3",
        ),
        ('SYSTEM "http://x/JATS-archivearticle1-3-mathml3.dtd"', "", "JATS Journal Archiving and Interchange 1.3"),
        ('SYSTEM "JATS-journalpublishing1.dtd"', 'dtd-version="1.1"', "JATS Journal Publishing 1.1"),
        ('SYSTEM "journalpublishing3.dtd"', "", "NLM Journal Publishing 3.0"),
        ('SYSTEM "x.dtd"', 'dtd-version="1.2"', "JATS Journal Publishing 1.2"),
        (
            'SYSTEM "x.dtd"',
            'xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:noNamespaceSchemaLocation="a/JATS-archivearticle1-4-mathml3.xsd"',
            "JATS Journal Archiving and Interchange 1.4",
        ),
        ('SYSTEM "x.dtd"', "", "JATS Journal Publishing 1.3"),
    ],
)
def test_the_tag_set_is_read_from_what_the_file_says(doctype: str, attributes: str, title: str) -> None:
    claim = tag_set_of(document(f"<!DOCTYPE article {doctype}><article {attributes}/>"))
    assert claim.title == title


def test_a_file_that_is_silent_on_its_tag_set_is_assumed_to_be_ours() -> None:
    assert tag_set_of(document("<article/>")).assumed
    assert not tag_set_of(document('<article dtd-version="1.3"/>')).assumed
