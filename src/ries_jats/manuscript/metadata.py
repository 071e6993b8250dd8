"""pandoc's metadata (a YAML header, Word's title style, `author` of TeX) as the first paragraphs of the text.

The name of a field becomes the paragraph's style, which the recognisers trust more than looks.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..article.blocks import Block, Paragraph
from ..article.prose import LINE_BREAK, Origin, Prose, Run
from ..pandoc.tree import Node, plain_words
from .blocks import BlockReader
from .locate import Locator

FIELDS = {
    "title": "title",
    "subtitle": "subtitle",
    "trans-title": "trans-title",
    "author": "author",
    "authors": "author",
    "institute": "affiliation",
    "affiliation": "affiliation",
    "affiliations": "affiliation",
    "date": "date",
    "abstract": "abstract",
    "keywords": "keywords",
    "keyword": "keywords",
}
"""Fields that are front matter, in the order of a head, and the style of the paragraphs that they become."""
AUTHOR_PARTS = {
    "name": "author",
    "affiliation": "affiliation",
    "affiliations": "affiliation",
    "institute": "affiliation",
    "institution": "affiliation",
    "email": "email",
    "orcid": "orcid",
    "role": "role",
    "corresponding": "corresponding",
    "corresp": "corresponding",
}
LANGUAGE_FIELDS = ("lang", "language")


@dataclass(frozen=True)
class Metadata:
    """The head that the fields make, the declared language, and the fields that are no front matter."""

    blocks: tuple[Block, ...] = ()
    language: str = ""
    leftovers: tuple[str, ...] = ()


class MetadataReader:
    """Reads the fields; each finds its own place in the source, because pandoc sorts them by name."""

    def __init__(self, locator: Locator, reader: BlockReader) -> None:
        self._locator = locator
        self._reader = reader

    def read(self, meta: dict[str, Node]) -> Metadata:
        """All fields of `meta`, pandoc's map."""
        blocks = tuple(block for name in FIELDS if name in meta for block in self._blocks(FIELDS[name], meta[name]))
        language = next((" ".join(_strings(meta[name])) for name in LANGUAGE_FIELDS if name in meta), "")
        others = [name for name in meta if name not in FIELDS]
        return Metadata(blocks, language, tuple(others))

    def _blocks(self, style: str, value: Node) -> Iterator[Block]:
        kind, contents = value["t"], value.get("c")
        if kind == "MetaList" and style == "keywords":
            with self._locator.elsewhere([word for item in contents or [] for word in _strings(item)]):
                yield Paragraph(Prose.join([self._prose(item) for item in contents or []], "; "), style)
        elif kind == "MetaList":
            for item in contents or []:
                yield from self._blocks(style, item)
        elif kind == "MetaMap":
            yield from self._author(contents or {})
        elif kind == "MetaBlocks":
            for node in contents or []:
                yield from self._styled(node, style)
        else:
            yield from (Paragraph(line, style) for line in self._prose(value).lines())

    def _styled(self, node: Node, style: str) -> Iterator[Block]:
        with self._locator.elsewhere(list(plain_words(node))[:5]):
            blocks = self._reader.blocks([node])
        for block in blocks:
            yield Paragraph(block.prose, style) if isinstance(block, Paragraph) else block

    def _author(self, parts: dict[str, Node]) -> Iterator[Block]:
        for name, style in AUTHOR_PARTS.items():
            if name in parts:
                yield from self._blocks(style, parts[name])

    def _prose(self, value: Node) -> Prose:
        words = list(_strings(value))
        with self._locator.elsewhere(words[:5]):
            if value["t"] == "MetaInlines":
                prose = self._reader.inlines.prose(value["c"])
            else:
                runs = [run for word in words for run in (*self._locator.word(word, ()), Run(" "))]
                prose = Prose(tuple(runs)).strip()
        return prose if prose.at is not None else Prose.of(prose.text.replace(LINE_BREAK, " "), Origin.PROPERTIES)


def _strings(value: Node) -> Iterator[str]:
    kind, contents = value["t"], value.get("c")
    if kind == "MetaString":
        yield from str(contents).split()
    elif kind == "MetaBool":
        yield str(contents).lower()
    elif kind == "MetaMap":
        for item in (contents or {}).values():
            yield from _strings(item)
    elif kind == "MetaList":
        for item in contents or []:
            yield from _strings(item)
    else:
        yield from plain_words(contents)
