"""Gathers a schema's files: the main one, and all that it refers to, from a disk or from addresses."""

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.error import URLError
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import urlopen

from lxml import etree

from ries_jats.errors import UsageError

SECONDS = 60
"""How long to wait for an address."""

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_EXTERNAL_ENTITY = re.compile(r"""(?:SYSTEM|PUBLIC\s+"[^"]*")\s+"([^"]+)"\s*>""")
_LINKS = ("{*}include", "{*}import", "{*}redefine", "{*}override", "{*}externalRef")


class Closure:
    """The files that belong to a schema.

    `files` holds their contents by the address that each was read from; `uris` tells for an address that one of them
    imports which file stands for it.
    """

    def __init__(self, source: str, modules: Path | None) -> None:
        """Read the main file `source`, a path or an address, and what it refers to.

        What is imported by an address is looked for beside the file that imports it, then by its name in `modules`, a
        folder of files that many schemas share; what is in neither is left out. Raises `UsageError` with the code
        `schema-source-unreadable` for a file that cannot be read.
        """
        self.main = source if "://" in source else Path(source).absolute().as_uri()
        self.files = {self.main: _read(self.main)}
        self.uris: dict[str, str] = {}
        self._modules = modules
        waiting = [self.main]
        while waiting:
            new = [each for each in self._referred(waiting.pop()) if each not in self.files]
            self.files |= {each: _read(each) for each in new}
            waiting += new

    def places(self) -> dict[str, str]:
        """Where to put each file so that they lie to each other as they did: relative paths by address.

        Those from `modules` go into a folder of their own.
        """
        common = self._modules.as_uri() if self._modules else "-"
        shared = {address for address in self.files if address.startswith(f"{common}/")}
        paths = {address: _site_path(address) for address in self.files.keys() - shared}
        top = os.path.commonpath([path.parent for path in paths.values()])
        places = {address: str(path.relative_to(top)) for address, path in paths.items()}
        return places | {address: f"shared{address.removeprefix(common)}" for address in shared}

    def _referred(self, address: str) -> Iterator[str]:
        if _path(address).suffix not in {".xsd", ".rng"}:
            yield from filter(_is_readable, (urljoin(address, each) for each in _dtd_references(self.files[address])))
            return
        for reference in _xml_references(address, self.files[address]):
            if "://" not in reference:
                yield urljoin(address, reference)
            elif (target := self._stand_in(address, reference)) is not None:
                self.uris[reference] = target
                yield target

    def _stand_in(self, address: str, reference: str) -> str | None:
        name = _path(reference).name
        beside = urljoin(address, name)
        if _is_readable(beside):
            return beside
        module = next(self._modules.rglob(name), None) if self._modules else None
        return module.as_uri() if module else None


def _xml_references(address: str, content: bytes) -> Iterator[str]:
    try:
        root = etree.fromstring(content, etree.XMLParser(no_network=True, resolve_entities=False))
    except etree.XMLSyntaxError as error:
        raise UsageError("schema-source-unreadable", source=address, reason=error) from error
    for element in root.iter(*_LINKS):
        reference = element.get("schemaLocation") or element.get("href")
        if reference:
            yield reference


def _dtd_references(content: bytes) -> list[str]:
    """Those of a module that a conditional section leaves out are among them, and may lead nowhere."""
    return _EXTERNAL_ENTITY.findall(_COMMENT.sub("", content.decode("latin-1")))


def _read(address: str) -> bytes:
    try:
        with urlopen(address, timeout=SECONDS) as answer:  # noqa: S310  # an address that the person gave, or a file
            return bytes(answer.read())
    except (OSError, ValueError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        raise UsageError("schema-source-unreadable", source=address, reason=reason) from error


def _is_readable(address: str) -> bool:
    try:
        _read(address)
    except UsageError:
        return False
    return True


def _site_path(address: str) -> PurePosixPath:
    return PurePosixPath("/", urlsplit(address).netloc, *_path(address).parts[1:])


def _path(address: str) -> PurePosixPath:
    return PurePosixPath(unquote(urlsplit(address).path))
