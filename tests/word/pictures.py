"""Small pictures in PNG, and the drawings that show them."""

import struct
import zlib
from io import BytesIO

from .ooxml import NAMESPACES, Element, el, run, tag
from .package import Package

SIZE = 24
COLOURS = ((46, 94, 134), (232, 226, 208), (176, 66, 54), (70, 120, 80))
EMU = {"cx": "1828800", "cy": "1828800"}


def png(seed: int) -> bytes:
    """Three bands of colour."""
    rows = b"".join(b"\0" + bytes(COLOURS[(seed + y * 3 // SIZE) % len(COLOURS)]) * SIZE for y in range(SIZE))
    head = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def picture(package: Package, seed: int, alt: str, *, is_anchored: bool) -> Element:
    """A run that shows a picture in the line or anchored beside it."""
    link, _ = package.document.part.get_or_add_image(BytesIO(png(seed)))
    data = el("a:graphicData", _pic(link), uri=NAMESPACES["pic"])
    names = {"id": str(100 + seed), "name": f"Image {seed}"} | ({"descr": alt} if alt else {})
    properties = el("wp:docPr", **names)
    content = (properties, el("wp:cNvGraphicFramePr"), el("a:graphic", data))
    zeros = dict.fromkeys(("distT", "distB", "distL", "distR"), "0")
    if not is_anchored:
        return run(el("w:drawing", el("wp:inline", el("wp:extent", **EMU), *content, **zeros)))
    return run(el("w:drawing", el("wp:anchor", *_position(), el("wp:wrapTopAndBottom"), *content, **zeros, **FLAGS)))


FLAGS = {
    "simplePos": "0",
    "relativeHeight": "2",
    "behindDoc": "0",
    "locked": "0",
    "layoutInCell": "1",
    "allowOverlap": "1",
}


def _position() -> tuple[Element, ...]:
    return (
        el("wp:simplePos", x="0", y="0"),
        el("wp:positionH", _offset(), relativeFrom="column"),
        el("wp:positionV", _offset(), relativeFrom="paragraph"),
        el("wp:extent", **EMU),
    )


def _offset() -> Element:
    made = el("wp:posOffset")
    made.text = "0"
    return made


def _pic(link: str) -> Element:
    blip = el("a:blip")
    blip.set(tag("r:embed"), link)
    size = el("a:xfrm", el("a:off", x="0", y="0"), el("a:ext", **EMU))
    return el(
        "pic:pic",
        el("pic:nvPicPr", el("pic:cNvPr", id="0", name="image.png"), el("pic:cNvPicPr")),
        el("pic:blipFill", blip, el("a:stretch", el("a:fillRect"))),
        el("pic:spPr", size, el("a:prstGeom", el("a:avLst"), prst="rect")),
    )
