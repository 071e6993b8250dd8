"""pandoc's inlines to runs."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import islice, takewhile
from typing import Any

from ..article.prose import LINE_BREAK, OBJECT, Formula, Image, Link, Mark, NoteCall, Origin, Prose, Run, Style
from ..pandoc.tree import Node, attributes, inlines_of, plain_words
from .locate import PHRASE, SKIPPED, Locator
from .text import RAISED

STYLES = {
    "Emph": Style.ITALIC,
    "Strong": Style.BOLD,
    "Underline": Style.UNDERLINE,
    "Strikeout": Style.STRIKE,
    "Superscript": Style.SUP,
    "Subscript": Style.SUB,
    "SmallCaps": Style.SC,
}
TAG_STYLES = {
    "b": Style.BOLD,
    "strong": Style.BOLD,
    "i": Style.ITALIC,
    "em": Style.ITALIC,
    "u": Style.UNDERLINE,
    "sup": Style.SUP,
    "sub": Style.SUB,
    "s": Style.STRIKE,
    "del": Style.STRIKE,
}
TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<rest>[^>]*)>")
HREF = re.compile(r"""href\s*=\s*["']([^"']*)["']""")
DOTLESS = re.compile("\u0131([\u0300-\u036f])")
"""pandoc's reading of the accented `\\i` of TeX, for which Unicode has a letter with the accent."""
SIGNS = {"\\dagger": "†", "\\ddagger": "‡", "\\ast": "*", "\\star": "*", "\\S": "§", "\\P": "¶"}
QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}

NoteReader = Callable[[list[Node]], str]
"""Takes the blocks of a note and gives the key by which it is called."""


class InlineReader:
    """Reads inlines in the order of the document; HTML tags that pandoc leaves raw become marks."""

    def __init__(self, locator: Locator, read_note: NoteReader) -> None:
        self._locator = locator
        self._read_note = read_note
        self._tags: list[tuple[str, Mark]] = []

    def prose(self, nodes: list[Node]) -> Prose:
        """The prose of `nodes`; a tag left open ends with them."""
        self._tags = []
        if not nodes or nodes[0]["t"] != "Math":
            self._locator.begin(list(islice(plain_words(self._opening(nodes)), PHRASE + SKIPPED)))
        return Prose(tuple(self._runs(nodes, ()))).merged()

    def _opening(self, nodes: list[Node]) -> list[Node]:
        """The nodes before the first formula or note, whose words stand between the others in a text file."""
        if self._locator.source.has_paragraphs:
            return [node for node in nodes if node["t"] != "Image"]
        return list(takewhile(lambda node: node["t"] not in ("Math", "Note"), nodes))

    def _first_words(self, blocks: list[Node]) -> list[str]:
        """The words by which a note is found."""
        first: list[Node] = blocks[0]["c"] if blocks and blocks[0]["t"] in ("Para", "Plain") else []
        opening = self._opening(first)
        cut = list(plain_words(opening)) if len(opening) < len(first) else []
        return (cut or list(plain_words(blocks)))[:PHRASE]

    def _runs(self, nodes: Iterable[Node], marks: tuple[Mark, ...]) -> Iterator[Run]:
        for node in nodes:
            yield from self._node(node, marks)

    def _node(self, node: Node, marks: tuple[Mark, ...]) -> Iterator[Run]:
        kind = node["t"]
        if kind in STYLES:
            yield from self._runs(node["c"], _with(marks, STYLES[kind]))
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            yield self._space(kind, marks)
        elif handler := getattr(self, f"_{kind.lower()}", None):
            yield from handler(node, marks)

    def _marks(self, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        for _, mark in self._tags:
            marks = _with(marks, mark)
        return marks

    def _space(self, kind: str, marks: tuple[Mark, ...]) -> Run:
        line_end = "\n" if self._locator.source.has_lines else " "
        text = {"Space": " ", "SoftBreak": line_end, "LineBreak": LINE_BREAK}[kind]
        return self._locator.space(text, self._marks(marks))

    def _str(self, node: Node, marks: tuple[Mark, ...]) -> Iterator[Run]:
        is_made = "\u0131" in node["c"] and "\u0131" not in self._locator.source.visible
        text = DOTLESS.sub(_dotted, node["c"]) if is_made else node["c"]
        yield from self._words(text, self._marks(marks))

    def _words(self, text: str, marks: tuple[Mark, ...]) -> Iterator[Run]:
        """pandoc keeps no-break spaces inside its strings, and white space inside code and formulas."""
        for piece in re.findall(r"\s+|\S+", text):
            if piece.isspace():
                yield self._locator.space(piece, marks)
            else:
                yield from self._locator.word(piece, marks)

    def _code(self, node: Node, marks: tuple[Mark, ...]) -> Iterator[Run]:
        yield from self._words(node["c"][1], _with(self._marks(marks), Style.MONOSPACE))

    def _math(self, node: Node, marks: tuple[Mark, ...]) -> Iterator[Run]:
        text = TAG.sub("", node["c"][1]).strip()
        raised = RAISED.fullmatch(text)
        if self._locator.source.has_paragraphs:
            display = node["c"][0]["t"] == "DisplayMath"
            yield Run(text, (*self._marks(marks), Formula(display)), origin=Origin.GENERATED)
        elif raised:
            yield from self._raised(raised, self._marks(marks))
        else:
            display = node["c"][0]["t"] == "DisplayMath"
            yield from self._words(text, (*self._marks(marks), Formula(display)))

    def _raised(self, raised: re.Match[str], marks: tuple[Mark, ...]) -> Iterator[Run]:
        """A formula that only raises a number or a sign is a superscript."""
        marks = _with(marks, Style.SUP)
        sign = raised["sign"] or ""
        runs = Prose(tuple(self._words(sign[1:] or raised["text"].strip(), marks)))
        if sign:
            yield Run(SIGNS[sign], marks, runs.at, len(sign) - 1)
        else:
            yield from runs.runs

    def _quoted(self, node: Node, marks: tuple[Mark, ...]) -> Iterator[Run]:
        before, after = QUOTES[node["c"][0]["t"]]
        yield Run(before, marks, origin=Origin.GENERATED)
        yield from self._runs(inlines_of(node), marks)
        yield Run(after, marks, origin=Origin.GENERATED)

    def _cite(self, node: Node, marks: tuple[Mark, ...]) -> Iterator[Run]:
        yield from self._runs(inlines_of(node), marks)

    def _span(self, node: Node, marks: tuple[Mark, ...]) -> Iterator[Run]:
        style = Style.UNDERLINE if "underline" in attributes(node["c"][0])[1] else None
        yield from self._runs(inlines_of(node), _with(marks, style) if style else marks)

    def _link(self, node: Node, marks: tuple[Mark, ...]) -> Iterator[Run]:
        href = node["c"][2][0]
        yield from self._runs(inlines_of(node), marks if href.startswith("#") else _with(marks, Link(href)))

    def _image(self, node: Node, marks: tuple[Mark, ...]) -> Iterator[Run]:
        if self._locator.source.has_paragraphs:  # where alternative texts are no words of the text
            image = Image(node["c"][2][0], " ".join(plain_words(inlines_of(node))))
            yield Run(OBJECT, (*marks, image), origin=Origin.GENERATED)
            return
        alt = [run for part in inlines_of(node) for run in self._node(part, ())]
        image = Image(node["c"][2][0], "".join(run.text for run in alt))
        yield Run(OBJECT, (*marks, image), next((run.at for run in alt), None), _width(alt), Origin.GENERATED)

    def _note(self, node: Node, marks: tuple[Mark, ...]) -> Iterator[Run]:
        with self._locator.elsewhere(self._first_words(node["c"]), is_note=True):
            tags, self._tags = self._tags, []
            key = self._read_note(node["c"])
            self._tags = tags
        yield Run(key, (*self._marks(marks), NoteCall(key)), origin=Origin.GENERATED)

    def _rawinline(self, node: Node, marks: tuple[Mark, ...]) -> Iterator[Run]:
        syntax, text = node["c"]
        tag = TAG.fullmatch(text.strip()) if syntax == "html" else None
        if tag:
            yield from self._tag(tag, marks)
        elif syntax not in ("latex", "tex") and not (syntax == "html" and text.startswith("<!--")):
            yield from self._words(text, self._marks(marks))

    def _tag(self, tag: re.Match[str], marks: tuple[Mark, ...]) -> Iterator[Run]:
        name = tag["name"].lower()
        if name == "br":
            yield Run(LINE_BREAK, marks)
        elif tag["close"]:
            self._close(name)
        elif name in TAG_STYLES:
            self._tags.append((name, TAG_STYLES[name]))
        elif name == "a" and (href := HREF.search(tag["rest"])) and not href[1].startswith("#"):
            self._tags.append((name, Link(href[1])))

    def _close(self, name: str) -> None:
        place = next((place for place in reversed(range(len(self._tags))) if self._tags[place][0] == name), None)
        if place is not None:
            del self._tags[place]


def _with(marks: tuple[Mark, ...], mark: Mark) -> tuple[Mark, ...]:
    """Once is enough: `**` inside a bold heading says nothing new; a link holds no link."""
    if mark in marks or (isinstance(mark, Link) and any(isinstance(each, Link) for each in marks)):
        return marks
    return (*marks, mark)


def _width(runs: list[Run]) -> int | None:
    """How much of the source the alternative text of an image takes."""
    addressed: list[Any] = [run for run in runs if run.at is not None]
    return addressed[-1].end - addressed[0].at if addressed else None


def _dotted(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", f"i{match[1]}")
