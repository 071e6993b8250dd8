"""What citation managers leave in files of word processors."""

import base64
import json
import zipfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pytest
from lxml import etree

from ries_jats.article.given import FieldCitation
from ries_jats.article.source import Source
from ries_jats.build import build_article, plan_jobs
from ries_jats.findings import Finding
from ries_jats.journal import find_issues
from ries_jats.manuscript import office
from ries_jats.manuscript.word import read_word
from ries_jats.manuscript.word.citations import read_citations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
B = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
AVEL = {
    "id": 3,
    "type": "article-journal",
    "title": "The <i>patience</i> of harbours",
    "author": [{"family": "Avel", "given": "Maïwenn"}],
    "container-title": "Annals of Tides",
    "DOI": "https://doi.org/10.5555/tides.14",
    "issued": {"date-parts": [["2014", 5]]},
    "note": "read again",
}
BRISK = {
    "id": 4,
    "type": "book",
    "title": "Counting ships",
    "author": [{"family": "Brisk", "given": "Odd"}],
    "issued": {"date-parts": [[2009]]},
}
COVE = {
    "id": 5,
    "type": "book",
    "title": "Lighthouses and their keepers",
    "author": [{"family": "Cove", "given": "Ines"}],
    "issued": {"date-parts": [[1998]]},
}
ENTRIES = (
    "Avel, M. 2014. The patience of harbours. Annals of Tides 12: 3-19.",
    "Brisk, O. 2009. Counting Ships. Bergen: Northern Quay.",
    "Cove, I. 1998. Lighthouses and their keepers. Lisbon: Saltmarsh.",
)


def csl(*items: dict[str, Any]) -> str:
    return json.dumps({"citationID": "x", "citationItems": [{"id": 1, "itemData": item} for item in items]})


def run(*inner: str) -> str:
    return f"<w:r>{''.join(inner)}</w:r>"


def words(text: str) -> str:
    return run(f'<w:t xml:space="preserve">{escape(text)}</w:t>')


def sign(kind: str, data: str = "") -> str:
    return run(f'<w:fldChar w:fldCharType="{kind}">{f"<w:fldData>{data}</w:fldData>" if data else ""}</w:fldChar>')


def instruction(code: str) -> str:
    """In two runs, as Word cuts it."""
    middle = len(code) // 2
    return "".join(
        run(f'<w:instrText xml:space="preserve">{escape(each)}</w:instrText>')
        for each in (code[:middle], code[middle:])
    )


def field(code: str, shown: str, inner: str = "", data: str = "") -> str:
    return sign("begin", data) + instruction(code) + inner + sign("separate") + words(shown) + sign("end")


def paragraph(*inner: str) -> str:
    return f"<w:p>{''.join(inner)}</w:p>"


def heading(text: str) -> str:
    return paragraph(run("<w:rPr><w:b/></w:rPr>", f"<w:t>{text}</w:t>"))


def docx(*body: str, **parts: str) -> bytes:
    made = BytesIO()
    document = f'<w:document xmlns:w="{W}"><w:body>{"".join(body)}</w:body></w:document>'
    held = {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": document} | parts
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in held.items():
            archive.writestr(name, text)
    return made.getvalue()


def cited(data: bytes, *, is_odt: bool = False) -> tuple[list[tuple[str, list[str]]], list[Finding]]:
    """The words of each citation and the titles of its works; and the findings."""

    def read(copy: bytes) -> Source:
        return office.odt_source("a", copy) if is_odt else read_word("a", copy).source

    source = read(data)
    found = read_citations(source, data, read)

    def told(each: FieldCitation) -> tuple[str, list[str]]:
        return source.read(each.start, each.stop), [work.title for work in each.works]

    return [told(each) for each in found.citations], found.findings


AVEL_CITED = [("(Avel 2014)", ["The patience of harbours"])]


class TestFields:
    def test_a_field_of_zotero_in_several_runs(self) -> None:
        code = f" ADDIN ZOTERO_ITEM CSL_CITATION {csl(AVEL)} "
        assert cited(docx(paragraph(words("So "), field(code, "(Avel 2014)"), words(".")))) == (AVEL_CITED, [])

    def test_a_simple_field(self) -> None:
        code = quoteattr(f"ADDIN CSL_CITATION {csl(AVEL)}")
        simple = f"<w:fldSimple w:instr={code}>{words('(Avel 2014)')}</w:fldSimple>"
        assert cited(docx(paragraph(words("So "), simple)))[0] == AVEL_CITED

    def test_a_field_inside_the_words_of_a_field(self) -> None:
        inner = field("HYPERLINK https://example.org", "Avel 2014")
        code = instruction(f"ADDIN ZOTERO_ITEM CSL_CITATION {csl(AVEL)}")
        outer = sign("begin") + code + sign("separate") + words("(") + inner + words(")") + sign("end")
        assert cited(docx(paragraph(words("So "), outer)))[0] == AVEL_CITED

    def test_a_content_control_of_the_newer_mendeley(self) -> None:
        tag = "MENDELEY_CITATION_v3_" + base64.b64encode(csl(AVEL).encode()).decode()
        control = (
            f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr>'
            f"<w:sdtContent>{words('(Avel 2014)')}</w:sdtContent></w:sdt>"
        )
        assert cited(docx(paragraph(words("So "), control)))[0] == AVEL_CITED

    def test_a_bookmark_whose_code_stands_in_the_properties(self) -> None:
        code = f"ZOTERO_ITEM CSL_CITATION {csl(AVEL)}"
        properties = "".join(
            f'<property name="ZOTERO_BREF_a1_{number}"><v>{escape(piece)}</v></property>'
            for number, piece in enumerate((code[:100], code[100:]), 1)
        )
        namespace = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
        custom = {"docProps/custom.xml": f'<Properties xmlns="{namespace}">{properties}</Properties>'}
        start = '<w:bookmarkStart w:id="0" w:name="ZOTERO_BREF_a1"/>'
        body = paragraph(words("So "), start, words("(Avel 2014)"), '<w:bookmarkEnd w:id="0"/>')
        assert cited(docx(body, **custom))[0] == AVEL_CITED

    @pytest.mark.parametrize("is_packed", [False, True])
    def test_a_record_of_endnote(self, is_packed: bool) -> None:
        record = (
            '<EndNote><Cite><record><ref-type name="Book">6</ref-type><contributors><authors><author>'
            '<style face="normal">Brisk, Odd</style></author></authors></contributors><titles><title>'
            "<style>Counting ships</style></title></titles><dates><year>2009</year></dates></record></Cite></EndNote>"
        )
        data = base64.b64encode(record.encode() + b"\0").decode() if is_packed else ""
        code = "ADDIN EN.CITE" if is_packed else f"ADDIN EN.CITE {record}"
        inner = sign("begin", data) + instruction("ADDIN EN.CITE.DATA") + sign("end") if is_packed else ""
        assert cited(docx(paragraph(field(code, "(Brisk 2009)", inner, data)))) == (
            [("(Brisk 2009)", ["Counting ships"])],
            [],
        )

    def test_a_placeholder_of_citavi(self) -> None:
        reference = {"Title": "Counting", "Subtitle": "ships", "Authors": [{"FirstName": "Odd", "LastName": "Brisk"}]}
        made = json.dumps({"Entries": [{"Reference": reference | {"Year": "2009", "ReferenceType": "Book"}}]})
        code = f"ADDIN CitaviPlaceholder{{{base64.b64encode(made.encode()).decode()}}}"
        assert cited(docx(paragraph(field(code, "(Brisk 2009)"))))[0] == [("(Brisk 2009)", ["Counting: ships"])]

    def test_sources_of_word_by_their_tags(self) -> None:
        sources = "".join(
            f"<b:Source><b:Tag>{tag}</b:Tag><b:SourceType>Book</b:SourceType><b:Title>{title}</b:Title></b:Source>"
            for tag, title in (("Bri09", "Counting ships"), ("Cov98", "Lighthouses"))
        )
        custom = {"customXml/item1.xml": f'<b:Sources xmlns:b="{B}">{sources}</b:Sources>', "customXml/item2.xml": "<x"}
        body = paragraph(field(r" CITATION Bri09 \p 12 \m Cov98 \l 1033 ", "(Brisk, 2009; Cove, 1998)"))
        assert cited(docx(body, **custom))[0] == [("(Brisk, 2009; Cove, 1998)", ["Counting ships", "Lighthouses"])]

    def test_reference_marks_of_libreoffice(self) -> None:
        name = quoteattr(f"ZOTERO_ITEM CSL_CITATION {csl(AVEL)} RNDab12")
        text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
        office_uri = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        content = (
            f'<office:document-content xmlns:office="{office_uri}" xmlns:text="{text}"><office:body><office:text>'
            f"<text:p>So <text:reference-mark-start text:name={name}/><text:span>(Avel 2014)</text:span>"
            f"<text:reference-mark-end text:name={name}/>.</text:p></office:text></office:body></office:document-content>"
        )
        made = BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            archive.writestr("content.xml", content)
        assert cited(made.getvalue(), is_odt=True)[0] == AVEL_CITED

    @pytest.mark.parametrize(
        "code",
        [
            'ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems": [{"itemData": ',
            "ADDIN ZOTERO_ITEM CSL_CITATION",
            'ADDIN CSL_CITATION {"citationItems": 7}',
            'ADDIN CSL_CITATION {"other": []}',
            "ADDIN CSL_CITATION " + "[" * 100_000,
            "ADDIN EN.CITE <EndNote><Cite></EndNote>",
            "ADDIN CitaviPlaceholder{AAA}",
            "ADDIN CitaviPlaceholder{bm8=}",
        ],
    )
    def test_a_damaged_code_is_a_finding(self, code: str) -> None:
        found, findings = cited(docx(paragraph(words("So "), field(code, "(Avel 2014)"))))
        assert (found, [each.code for each in findings]) == ([], ["citation-field-damaged"])

    def test_the_list_of_a_manager_and_a_deleted_field_cite_nothing(self) -> None:
        listing = field('ADDIN ZOTERO_BIBL {"uncited":[]} CSL_BIBLIOGRAPHY', "Avel, M.")
        deleted = f'<w:del w:id="1">{field(f"ADDIN CSL_CITATION {csl(AVEL)}", "(Avel 2014)")}</w:del>'
        assert cited(docx(paragraph(listing), paragraph(words("So"), deleted))) == ([], [])


def built(
    folder: Path,
    *cites: str,
    entries: Iterable[str] = ENTRIES,
    more: Iterable[str] = (),
    parts: dict[str, str] | None = None,
) -> tuple[etree._Element, list[dict[str, Any]], set[str]]:
    """The XML of an article with these citations, its references file, and the codes of its findings."""
    manuscript = folder / "issue" / "a.docx"
    manuscript.parent.mkdir(exist_ok=True)
    text = "Harbours are counted by those who keep them, and the keepers count as they were taught "
    paragraphs = [paragraph(words(text), each, words(", year after year.")) for each in cites]
    listed = [heading("References"), *(paragraph(words(each)) for each in entries)] if entries else []
    manuscript.write_bytes(
        docx(*map(heading, ("Harbours", "Introduction")), *paragraphs, *listed, *more, **(parts or {}))
    )
    (job,) = plan_jobs(list(find_issues(manuscript)), folder / "output", language="en")
    findings = build_article(job).findings
    items = json.loads((job.target / "references.json").read_text("utf-8"))
    return etree.parse(job.target / "article.xml").getroot(), items, {each.code for each in findings}


def zotero(shown: str, *items: dict[str, Any]) -> str:
    return field(f"ADDIN ZOTERO_ITEM CSL_CITATION {csl(*items)}", shown)


def links(root: etree._Element) -> list[tuple[str, str]]:
    return [
        ("".join(map(str, each.itertext())), each.get("rid", "")) for each in root.iterfind(".//xref[@ref-type='bibr']")
    ]


class TestLinks:
    def test_one_citation_is_linked_whole_without_its_brackets(self, tmp_path: Path) -> None:
        root, _, _ = built(tmp_path, zotero("(the keeper of Bergen, p. 7)", BRISK))
        assert links(root) == [("the keeper of Bergen, p. 7", "ref-brisk-2009")]

    def test_each_of_several_works_has_its_own_words(self, tmp_path: Path) -> None:
        root, _, _ = built(tmp_path, zotero("(voir Cove 1998; Avel, s. v.)", AVEL, COVE))
        assert [rid for _, rid in links(root)] == ["ref-cove-1998", "ref-avel-2014"]

    def test_numbers_are_linked_to_the_entries_in_their_order(self, tmp_path: Path) -> None:
        root, _, codes = built(tmp_path, zotero("[1–3]", AVEL, BRISK, COVE))
        assert links(root) == [("1", "ref-avel-2014"), ("3", "ref-cove-1998")]
        assert "uncited-reference" not in codes

    def test_what_the_manager_knows_wins_and_the_printed_words_stay(self, tmp_path: Path) -> None:
        root, items, _ = built(tmp_path, zotero("(Avel 2014)", AVEL))
        item = next(each for each in items if each["custom"]["raw"] == ENTRIES[0])
        assert (item["DOI"], item["author"][0]["given"]) == ("10.5555/tides.14", "Maïwenn")
        assert (item["custom"]["origin"], item["volume"], "note" in item) == ("citation-manager", "12", False)
        mixed = root.find(".//ref//mixed-citation")
        assert mixed is not None
        assert "".join(map(str, mixed.itertext())) == ENTRIES[0]
        assert mixed.findtext("article-title") == "The patience of harbours"
        assert root.findtext(".//element-citation/pub-id[@pub-id-type='doi']") == "10.5555/tides.14"

    def test_a_work_without_entry_is_a_finding_and_stands_in_the_references_file(self, tmp_path: Path) -> None:
        _, items, codes = built(tmp_path, zotero("(Cove 1998)", COVE), entries=ENTRIES[:2])
        assert "citation-without-entry" in codes
        assert [(each["title"], each["custom"]["from"]) for each in items if "from" in each["custom"]] == [
            (COVE["title"], "fields")
        ]

    def test_works_without_any_list_are_one_finding(self, tmp_path: Path) -> None:
        _, items, codes = built(tmp_path, zotero("(Cove 1998)", COVE), zotero("(Avel 2014)", AVEL), entries=())
        assert "citations-without-list" in codes
        assert len(items) == 2

    def test_a_person_corrects_what_a_manager_gave(self, tmp_path: Path) -> None:
        _, items, _ = built(tmp_path, zotero("(Avel 2014; Cove 1998)", AVEL, COVE), entries=ENTRIES[:2])
        changed = [each | {"title": f"{each['title']}!"} for each in items if each["custom"].get("origin")]
        (tmp_path / "issue" / "a.references.json").write_text(json.dumps(changed), "utf-8")
        _, items, codes = built(tmp_path, zotero("(Avel 2014; Cove 1998)", AVEL, COVE), entries=ENTRIES[:2])
        assert sum(each["title"].endswith("!") for each in items) == 2
        assert "references-file-unmatched" not in codes

    def test_the_list_of_a_manager_is_one_under_any_heading(self, tmp_path: Path) -> None:
        first, *middle, last = ENTRIES
        code = instruction('ADDIN ZOTERO_BIBL {"uncited":[]} CSL_BIBLIOGRAPHY')
        listed = [
            heading("What the keepers read"),
            paragraph(sign("begin"), code, sign("separate"), words(first)),
            *(paragraph(words(each)) for each in middle),
            paragraph(words(last), sign("end")),
            heading("A last word"),
            paragraph(words("Harbours go on being counted by those who keep them, and by nobody else at all.")),
        ]
        root, _, _ = built(tmp_path, zotero("(the keeper)", BRISK), entries=(), more=listed)
        assert [each.get("id") for each in root.iterfind("back//ref")] == [
            "ref-avel-2014",
            "ref-brisk-2009",
            "ref-cove-1998",
        ]
        assert root.findtext("back/ref-list/title") == "What the keepers read"
        assert links(root) == [("the keeper", "ref-brisk-2009")]

    def test_a_reference_that_a_note_prints_is_the_work_of_its_field(self, tmp_path: Path) -> None:
        shown = "Odd Brisk, Counting Ships, Bergen, Northern Quay, 2009, p. 14."
        note = paragraph(zotero(shown, BRISK | {"ISBN": "978-1-4028-9462-6"}))
        footnotes = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">{note}</w:footnote></w:footnotes>'
        call = run('<w:footnoteReference w:id="2"/>')
        root, items, codes = built(tmp_path, call, entries=(), parts={"word/footnotes.xml": footnotes})
        assert "citations-without-list" not in codes
        assert [(each["ISBN"], each["custom"]["from"]) for each in items] == [("978-1-4028-9462-6", "notes")]
        (printed,) = root.iterfind("back/fn-group")
        assert shown.removesuffix(".") in "".join(map(str, printed.itertext()))
