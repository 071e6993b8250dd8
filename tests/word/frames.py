"""The head of a manuscript in a table, a text box or content controls."""

from copy import deepcopy

from .ooxml import NAMESPACES, Element, content_control, el, paragraph, run

WIDTH = "8000"
EMU = {"cx": "5080000", "cy": "2540000"}


def framed(frame: str, blocks: list[Element]) -> list[Element]:
    """Paragraphs in the frame that the dress asks for."""
    match frame:
        case "table":
            return [layout_table([[block] for block in blocks]), paragraph([])]
        case "text-box":
            return [text_box(blocks), paragraph([])]
    names = ("Title", *["Author"] * len(blocks))
    return [content_control([block], name) for block, name in zip(blocks, names, strict=False)]


def layout_table(rows: list[list[Element]]) -> Element:
    """A table without lines: one cell for each paragraph of each row."""
    columns = max(len(row) for row in rows)
    width = str(int(WIDTH) // columns)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = el("w:tblBorders", *(el(f"w:{side}", w_val="nil") for side in sides))
    return el(
        "w:tbl",
        el("w:tblPr", el("w:tblW", w_w=WIDTH, w_type="dxa"), borders, el("w:tblLook", w_val="0000", w_firstRow="0")),
        el("w:tblGrid", *(el("w:gridCol", w_w=width) for _ in range(columns))),
        *(el("w:tr", *(_cell(block, width) for block in row)) for row in rows),
    )


def _cell(block: Element, width: str) -> Element:
    return el("w:tc", el("w:tcPr", el("w:tcW", w_w=width, w_type="dxa")), block)


def text_box(blocks: list[Element]) -> Element:
    """A paragraph with a text box: for Word of today, and once more for Word of old, as Word writes it."""
    modern = el("mc:Choice", _shape(blocks), Requires="wps")
    old = el("w:txbxContent", *deepcopy(blocks))
    fallback = el("mc:Fallback", el("w:pict", el("v:shape", el("v:textbox", old), style="width:400pt;height:200pt")))
    return paragraph([run(el("mc:AlternateContent", modern, fallback))])


def _shape(blocks: list[Element]) -> Element:
    outline = el("a:prstGeom", el("a:avLst"), prst="rect")
    size = el("a:xfrm", el("a:off", x="0", y="0"), el("a:ext", **EMU))
    shape = el(
        "wps:wsp",
        el("wps:cNvSpPr", txBox="1"),
        el("wps:spPr", size, outline),
        el("wps:txbx", el("w:txbxContent", *blocks)),
        el("wps:bodyPr"),
    )
    data = el("a:graphicData", shape, uri=NAMESPACES["wps"])
    return el(
        "w:drawing",
        el(
            "wp:inline",
            el("wp:extent", **EMU),
            el("wp:docPr", id="1", name="Text Box 1"),
            el("wp:cNvGraphicFramePr"),
            el("a:graphic", data),
            **dict.fromkeys(("distT", "distB", "distL", "distR"), "0"),
        ),
    )
