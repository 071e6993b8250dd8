"""What the paragraphs of a Word file look like, and what is made of that."""

from io import BytesIO
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from lxml import etree

from ries_jats.article.blocks import Heading, Paragraph
from ries_jats.manuscript import read
from ries_jats.manuscript.word import read_word
from ries_jats.manuscript.word.names import W
from ries_jats.manuscript.word.numbering import Numbering
from ries_jats.manuscript.word.roles import _is_for, _level

TEXT = "The lamp was lit every evening before the boats came back, and nobody in the village asked who paid. " * 4


def _bytes(document: docx.Document) -> bytes:  # type: ignore[valid-type]
    stream = BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def _line(document, text: str, *, size: float = 0, bold: bool = False, centred: bool = False) -> None:  # type: ignore[no-untyped-def]
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.bold = bold or None
    run.font.size = Pt(size) if size else None
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else None


def test_a_look_is_that_of_runs_before_that_of_styles() -> None:
    document = docx.Document()
    _line(document, "Lamps and tides", size=20, bold=True, centred=True)
    document.add_heading("Oil", 2)
    first, second = read_word("x.docx", _bytes(document)).looks.looks
    assert (first.size, first.is_bold, first.alignment) == (20, True, "center")
    assert second.styles[0] == "Heading 2" or second.styles[0] == "heading 2"
    assert second.outline == 2


def test_headings_by_hand_have_levels_by_size(tmp_path: Path) -> None:
    document = docx.Document()
    _line(document, "On the keeping of lamps in small harbours", size=20)
    _line(document, "Odile Marchetti")
    for title, size in (("Oil", 15), ("Of whales", 13), ("Wicks", 15)):
        _line(document, title, size=size)
        _line(document, TEXT)
    path = tmp_path / "lamps.docx"
    path.write_bytes(_bytes(document))
    blocks = read(path).blocks
    assert isinstance(blocks[0], Paragraph)
    assert blocks[0].style == "title"
    assert [(each.prose.text, each.level) for each in blocks if isinstance(each, Heading)] == [
        ("Oil", 1),
        ("Of whales", 2),
        ("Wicks", 1),
    ]


def test_names_of_styles_are_read_in_any_language() -> None:
    assert _level("Überschrift 3 (Heft)") == 3
    assert _level("PP Heading 2") == 2
    assert _level("List 2") == 0
    assert _is_for("title", "Título del artículo")
    assert not _is_for("title", "Titre 1")


def test_numbers_are_printed_as_word_prints_them() -> None:
    namespace = W.strip("{}")
    numbering = Numbering(
        etree.fromstring(
            f"""<w:numbering xmlns:w="{namespace}"><w:abstractNum w:abstractNumId="1">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
            <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
            <w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>"""
        )
    )
    labels = [numbering.label("7", place) for place in (0, 1, 1, 0, 1)]
    assert labels == ["I.", "I.1", "I.2", "II.", "II.1"]
