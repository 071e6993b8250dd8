"""What a reader sees of a Word file: changes, hidden text, contents, notes and their marks, lists and verse."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from ries_jats.article.blocks import Block, ItemList, ListItem, ListType, Paragraph, Quote, Verse
from ries_jats.article.ledger import Departure
from ries_jats.article.prose import LINE_BREAK, Prose, Run
from ries_jats.article.source import Source
from ries_jats.article.walk import plain_text
from ries_jats.manuscript import Document, read
from ries_jats.manuscript.word.nested import Level, with_nested_lists
from ries_jats.manuscript.word.notes import numeral
from ries_jats.recognise.late import take_dates
from ries_jats.recognise.quotations import read_quotations
from ries_jats.recognise.quote_styles import style_kind
from ries_jats.recognise.set_in import open_lists
from ries_jats.recognise.text import Text

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}/officeDocument"'
    ' Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">'
    f'<Relationship Id="r1" Type="{OFFICE}/footnotes" Target="footnotes.xml"/>'
    f'<Relationship Id="r2" Type="{OFFICE}/endnotes" Target="endnotes.xml"/></Relationships>',
}


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


def tracked(kind: str, content: str) -> str:
    return f'<w:{kind} w:id="7" w:author="Ida Larch">{content}</w:{kind}>'


def document(folder: Path, *paragraphs: str, notes: dict[str, str] | None = None, accepts: bool = True) -> Document:
    """The manuscript of these paragraphs, and of the parts with notes."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        body = f"<w:document {NAMES}><w:body>{''.join(paragraphs)}</w:body></w:document>"
        held = {f"word/{kind}s.xml": f"<w:{kind}s {NAMES}>{text}</w:{kind}s>" for kind, text in (notes or {}).items()}
        for name, text in (PARTS | {"word/document.xml": body} | held).items():
            archive.writestr(name, text)
    path = folder / "quay.docx"
    path.write_bytes(written.getvalue())
    return read(path, accepts_changes=accepts)


def texts(found: Document) -> list[str]:
    return [plain_text([block]).strip() for block in found.blocks]


def left(found: Document, departure: Departure) -> list[str]:
    return [entry.prose.text for entry in found.ledger if entry.departure is departure]


@pytest.mark.parametrize(("accepts", "text"), [(True, "The new quay sleeps."), (False, "The old quay sleeps.")])
def test_tracked_changes_are_accepted_or_rejected(tmp_path: Path, accepts: bool, text: str) -> None:
    old = '<w:r><w:delText xml:space="preserve">old </w:delText></w:r>'
    line = paragraph(run("The "), tracked("ins", run("new ")), tracked("del", old), run("quay sleeps."))
    found = document(tmp_path, line, accepts=accepts)
    assert texts(found) == [text]
    (said,) = found.findings
    assert said.code == ("changes-accepted" if accepts else "changes-rejected")
    assert (said.place.paragraph, dict(said.details)) == (1, {"author": "Ida Larch", "count": "2"})


def test_a_paragraph_whose_end_was_deleted_runs_on(tmp_path: Path) -> None:
    mark = f"<w:rPr>{tracked('del', '')}</w:rPr>"
    found = document(tmp_path, paragraph(run("The quay "), properties=mark), paragraph(run("sleeps.")))
    assert texts(found) == ["The quay sleeps."]


@pytest.mark.parametrize(("value", "is_hidden"), [("", True), (' w:val="0"', False)])
def test_hidden_text_goes_to_the_ledger(tmp_path: Path, value: str, is_hidden: bool) -> None:
    found = document(tmp_path, paragraph(run("The quay sleeps."), run(" Ask Ida.", f"<w:vanish{value}/>")))
    assert texts(found) == ["The quay sleeps." if is_hidden else "The quay sleeps. Ask Ida."]
    assert left(found, Departure.HIDDEN_TEXT) == ([" Ask Ida."] if is_hidden else [])
    assert [each.code for each in found.findings] == (["text-hidden"] if is_hidden else [])


def test_the_contents_that_word_makes_are_no_text(tmp_path: Path) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    found = document(
        tmp_path,
        paragraph(run("Table of contents")),
        paragraph(begin, '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', run("The quay 2")),
        paragraph(run("The town 3"), end),
        paragraph(run("The quay sleeps.")),
    )
    assert texts(found) == ["The quay sleeps."]
    assert "".join(left(found, Departure.MASTHEAD)).split() == "Table of contentsThe quay 2The town 3".split()


def test_soft_hyphens_and_page_breaks_are_no_text(tmp_path: Path) -> None:
    soft = "<w:r><w:t>har</w:t><w:softHyphen/><w:t>bour</w:t></w:r>"
    found = document(tmp_path, paragraph(soft, '<w:r><w:br w:type="page"/></w:r>', run("sleeps.")))
    assert texts(found) == ["harbour sleeps."]


def call(kind: str, ident: int, mark: str = "") -> str:
    custom = ' w:customMarkFollows="1"' if mark else ""
    return f'<w:r><w:{kind}Reference w:id="{ident}"{custom}/>{f"<w:t>{mark}</w:t>" if mark else ""}</w:r>'


def note(kind: str, ident: int, text: str, mark: str = "") -> str:
    sign = f"<w:r><w:t>{mark}</w:t></w:r>" if mark else f"<w:r><w:{kind}Ref/></w:r>"
    return f'<w:{kind} w:id="{ident}">{paragraph(sign, run(text))}</w:{kind}>'


def test_notes_have_the_marks_that_word_prints(tmp_path: Path) -> None:
    calls = call("footnote", 2), run(" sleeps"), call("endnote", 2), run("."), call("footnote", 3, "*")
    found = document(
        tmp_path,
        paragraph(run("The quay"), *calls, call("footnote", 4)),
        notes={
            "footnote": "".join(
                (note("footnote", 2, "One."), note("footnote", 3, "Own.", "*"), note("footnote", 4, "Two."))
            ),
            "endnote": note("endnote", 2, "End."),
        },
    )
    labelled = [(each.label.text, plain_text(each.blocks).strip()) for each in found.notes]
    assert labelled == [("1", "One."), ("i", "End."), ("*", "Own."), ("2", "Two.")]
    assert texts(found) == ["The quay1 sleepsi.*2"]


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (4, "lowerRoman", "iv"),
        (49, "upperRoman", "XLIX"),
        (27, "lowerLetter", "aa"),
        (5, "chicago", "**"),
        (7, "", "7"),
    ],
)
def test_numerals_of_notes(number: int, form: str, written: str) -> None:
    assert numeral(number, form) == written


# What recognition makes of paragraphs that are set in

LINES = "•\tthe quay\n–\tits stones\n–\tits lamps\n•\tthe town"


def lines_of(visible: str) -> tuple[Block, ...]:
    places = [0, *(place + 1 for place, sign in enumerate(visible) if sign == "\n")]
    lines = zip(visible.split("\n"), places, strict=True)
    return tuple(Paragraph(Prose((Run(line.replace("\t", " "), at=at),))) for line, at in lines)


def test_typed_items_that_are_set_in_are_a_list_with_another_in_it() -> None:
    text = Text((Quote(lines_of(LINES)),), Source("quay", LINES, has_paragraphs=True))
    (found,) = open_lists(text).blocks
    assert isinstance(found, ItemList)
    assert [plain_text(item.blocks[:1]).strip() for item in found.items] == ["the quay", "the town"]
    inner = found.items[0].blocks[1]
    assert isinstance(inner, ItemList)
    assert [plain_text(item.blocks).strip() for item in inner.items] == ["its stones", "its lamps"]


def test_voices_of_a_dialogue_are_no_list() -> None:
    visible = "– Who sleeps?\n– The quay."
    text = Text((Quote(lines_of(visible)),), Source("quay", visible, has_paragraphs=True))
    assert open_lists(text).blocks == text.blocks


@pytest.mark.parametrize("sign", ["\n", LINE_BREAK])
def test_short_lines_set_in_are_verse(sign: str) -> None:
    visible = sign.join(["The quay is long", "the quay is deep", "and all the lamps", "have gone to sleep"])
    text = Text((Quote(lines_of(visible)),), Source("quay", visible, has_paragraphs=True))
    (found,) = read_quotations(text).blocks
    assert isinstance(found, Verse)
    assert len(found.lines) == 4


@pytest.mark.parametrize(
    ("style", "kind"),
    [
        ("Citation longue", "quotation-style"),
        ("RevueExergue", "epigraph-style"),
        ("Poem", "verse-style"),
        ("Body Text", ""),
        ("Titre 1", ""),
    ],
)
def test_styles_are_known_by_words_of_their_names(style: str, kind: str) -> None:
    assert style_kind(style) == kind


def test_an_epigraph_in_its_style_names_its_author() -> None:
    blocks = (
        Paragraph(Prose((Run("The quay sleeps."),)), "Epigraph"),
        Paragraph(Prose((Run("Ida Larch"),)), "Epigraph"),
    )
    (found,) = read_quotations(Text(blocks)).blocks
    assert isinstance(found, Quote)
    assert (found.kind, found.attribution.text) == ("epigraph", "Ida Larch")


@pytest.mark.parametrize(
    ("line", "is_dated"),
    [
        ("Received 4 March 2024; accepted 7 May 2024", True),
        ("This work received the support of the quay (2021).", False),
        ("Received with joy in all the towns of the western coast since 2003.", False),
    ],
)
def test_dates_at_the_end_stand_alone(line: str, is_dated: bool) -> None:
    blocks = (Paragraph(Prose((Run("The quay sleeps."),))), Paragraph(Prose((Run(line),))))
    taken, kept = take_dates(blocks, "en")
    assert (bool(taken), len(kept)) == (is_dated, 1 if is_dated else 2)


def test_lists_in_deeper_styles_stand_inside_the_others() -> None:
    visible = "the quay\nits stones\nthe town"
    blocks = tuple(ItemList(ListType.BULLET, (ListItem(Prose(), (block,)),)) for block in lines_of(visible))
    levels = (Level(0, 8, 1), Level(9, 19, 2), Level(20, 28, 1))
    (found,) = with_nested_lists(Document(Source("quay", visible), blocks), levels).blocks
    assert isinstance(found, ItemList)
    assert [plain_text(item.blocks).split("\n") for item in found.items] == [
        ["the quay", "its stones"],
        ["the town"],
    ]
