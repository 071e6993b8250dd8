"""The zip archives that Word and OpenDocument files are: their parts as trees, within limits of size."""

import zipfile
import zlib
from io import BytesIO

from lxml import etree

UNREADABLE = (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, OSError, RuntimeError, EOFError, ValueError)
"""What reading a damaged or protected archive raises."""
LARGEST_PART = 200 * 1024 * 1024
"""Bytes that a part may unpack to; a thesis of 500 pages has some 10 MB."""


class DamagedArchive(Exception):
    """The file is no zip, or not one of a word processor."""


def part(data: bytes, name: str, *, required: bool = False) -> etree._Element | None:
    """A part as a tree, None when there is no such part. Raises `DamagedArchive`."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            found = _read(archive, name)
            if found is not None:
                return parse(found)
    except UNREADABLE as error:
        raise DamagedArchive(str(error)) from error
    if required:
        raise DamagedArchive(f"{name} is not in it")
    return None


def _read(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """A part's bytes, None when there is no such part."""
    if name not in archive.namelist():
        return None
    if archive.getinfo(name).file_size > LARGEST_PART:
        raise DamagedArchive(f"{name} is larger than {LARGEST_PART // 2**20} MiB")
    return archive.read(name)


def parse(data: bytes) -> etree._Element:
    """XML as a tree; nothing outside of it is read. Raises `etree.XMLSyntaxError`."""
    return etree.fromstring(
        data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    )


def media(data: bytes, folders: tuple[str, ...]) -> dict[str, bytes]:
    """The images in the file, by the names that pandoc gives them."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = [info for info in archive.infolist() if info.filename.startswith(folders) and not info.is_dir()]
        held = {info.filename.removeprefix("word/"): _unpacked(archive, info) for info in names}
        return {name: image for name, image in held.items() if image}


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """An image, nothing when it is damaged or too large; that it is missing is said where it is shown."""
    try:
        return archive.read(info) if info.file_size < LARGEST_PART else b""
    except UNREADABLE:
        return b""


def with_parts(data: bytes, parts: dict[str, bytes]) -> bytes:
    """The archive with some of its parts replaced, unpacked: only another program is going to read it."""
    written = BytesIO()
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as copy:
            for info in archive.infolist():
                held = parts.get(info.filename)
                copy.writestr(info.filename, _unpacked(archive, info) if held is None else held)
    except UNREADABLE as error:
        raise DamagedArchive(str(error)) from error
    return written.getvalue()
