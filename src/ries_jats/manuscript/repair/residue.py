"""Remains of markup in the text: tags, escapes and pictures that were printed as text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...article.blocks import Block, Figure, Heading, Paragraph
from ...article.ledger import Departure
from ...article.prose import OBJECT, Image, Link, Mark, Origin, Prose, Run, Style
from ...article.walk import all_prose, map_prose
from ...lexicon import word_at_start
from ..document import Document

TAG = re.compile(
    r"(?:<|&lt;)(?P<close>/?)(?P<name>sup|sub|mark|span|b|i|u|em|strong|a|br|div|font|small|img|del|ins|strike)\b"
    r"(?P<rest>[^<>]*?)(?:>|&gt;)"
)
STYLES = {
    "b": Style.BOLD,
    "strong": Style.BOLD,
    "i": Style.ITALIC,
    "em": Style.ITALIC,
    "u": Style.UNDERLINE,
    "sup": Style.SUP,
    "sub": Style.SUB,
}
HREF = re.compile(r"""href\s*=\s*["'“”]?([^"'“”\s]+)""")
LONGEST_RAISED = 12
"""Characters that one pair of raising tags holds; more of them were not meant together."""
NUMBER = re.compile(r"\s*(\d{1,3}|[*†‡])")
"""What a raising tag that nothing closes has raised."""
ESCAPE = re.compile(r"\\(?=[*_\[\]#&$%{}~^`<>|])")
DRIVE = re.compile(r"(?<!\w)[A-Za-z]:\\")
PICTURE = re.compile(
    r"=+>\s*picture \[[^\]]*\] intentionally omitted\s*<=+|-{3,}\s*(?:Start|End) of picture text\s*-{3,}"
)
"""What an extraction prints in the place of a picture, and around the words in it."""


def clean_markup(document: Document) -> Document:
    """Tags and escapes printed as text to the ledger; what stands between two tags is dressed as they say."""
    taken: list[Prose] = []

    def change(prose: Prose) -> Prose:
        if not any(sign in prose.text for sign in ("<", "&lt;", "\\", "--")):
            return prose
        prose = _without_tags(prose, taken)
        spans = [match.span() for match in PICTURE.finditer(prose.words)]
        if not DRIVE.search(prose.text):
            spans = sorted([*spans, *(match.span() for match in ESCAPE.finditer(prose.words))])
        taken.extend(prose.cut(*span) for span in spans)
        return prose.without(spans) if spans else prose

    cleaned = without_emptied(document, document.mapped(change))
    for prose in taken:
        cleaned = cleaned.departing(Departure.MARKUP_RESIDUE, prose, "a tag printed as text")
    return cleaned


def without_emptied(before: Document, after: Document) -> Document:
    """`after` without the paragraphs and headings of which a pass has left nothing; blocks are as many as before."""
    pairs = zip(before.blocks, after.blocks, strict=True)
    kept = tuple(block for was, block in pairs if block == was or not _is_empty(block))
    return replace(after, blocks=kept)


def _is_empty(block: Block) -> bool:
    return isinstance(block, Paragraph | Heading) and not block.prose.text.strip()


# Tags


def _without_tags(prose: Prose, taken: list[Prose]) -> Prose:
    tags = list(TAG.finditer(prose.words))
    for start, stop, mark in _dressed(tags, prose.text):
        inner = prose.cut(start, stop)
        is_so = isinstance(mark, Style) and inner.is_all(mark)
        prose = prose if is_so else prose.cut(0, start) + inner.marked(mark) + prose.cut(stop)
    place, kept = 0, []
    for tag in tags:
        taken.append(prose.cut(*tag.span()))
        kept += [prose.cut(place, tag.start()), _break(tag, prose.text)]
        place = tag.end()
    return Prose.join([*kept, prose.cut(place)]) if tags else prose


def _dressed(tags: Sequence[re.Match[str]], text: str) -> Iterator[tuple[int, int, Mark]]:
    """What each pair of tags dresses; one that nothing closes raises the number after it."""
    opened: list[re.Match[str]] = []
    for tag in tags:
        if not tag["close"]:
            opened.append(tag)
        elif (begun := next((each for each in reversed(opened) if each["name"] == tag["name"]), None)) is not None:
            opened.remove(begun)
            yield from _pair(begun, tag)
    for tag in opened:
        number = NUMBER.match(text, tag.end())
        if tag["name"] == "sup" and number:
            yield *number.span(1), Style.SUP


def _pair(begun: re.Match[str], ended: re.Match[str]) -> Iterator[tuple[int, int, Mark]]:
    name, start, stop = begun["name"], begun.end(), ended.start()
    href = HREF.search(begun["rest"]) if name == "a" else None
    if start == stop or (name in ("sup", "sub") and stop - start > LONGEST_RAISED):
        return
    if href and not href[1].startswith("#"):
        yield start, stop, Link(href[1])
    elif name in STYLES:
        yield start, stop, STYLES[name]


def _break(tag: re.Match[str], text: str) -> Prose:
    """The space that a line break between two words was."""
    around = text[tag.start() - 1 : tag.start()] + text[tag.end() : tag.end() + 1]
    is_between = len(around) == 2 and not any(map(str.isspace, around))
    return Prose((Run(" ", origin=Origin.GENERATED),)) if tag["name"] == "br" and is_between else Prose()


# Pictures


def drop_lost_pictures(document: Document) -> Document:
    """Without pictures whose files are not there; the figure stays whose caption stands beside it."""

    def change(prose: Prose) -> Prose:
        return Prose(tuple(run for run in prose.runs if not _is_lost(run.marks, document)))

    kept: list[Block] = []
    for place, block in enumerate(document.blocks):
        figure = _lost_figure(block, document)
        if figure is None:
            kept.append(map_prose(block, change, words_only=True) if _is_pictured(block) else block)
        elif any(True for _ in all_prose(figure.caption)) or _has_caption_beside(document.blocks, place):
            kept.append(figure)
    return replace(document, blocks=tuple(kept))


def _is_pictured(block: Block) -> bool:
    return any(prose.has(Image) for prose in all_prose([block]))


def _is_lost(marks: Sequence[Mark], document: Document) -> bool:
    return any(isinstance(mark, Image) and mark.source not in document.media for mark in marks)


def _lost_figure(block: Block, document: Document) -> Figure | None:
    """The figure that a block is which shows nothing but lost pictures."""
    match block:
        case Figure(images) if not any(image.source in document.media for image in images):
            return block
        case Paragraph(prose) if prose.has(Image) and not prose.text.strip(f"{OBJECT} \n"):
            is_lost = all(_is_lost(run.marks, document) for run in prose.runs if OBJECT in run.text)
            images = tuple(mark for run in prose.runs for mark in run.marks if isinstance(mark, Image))
            return Figure(images) if is_lost else None
    return None


def _has_caption_beside(blocks: Sequence[Block], place: int) -> bool:
    beside = (*blocks[max(place - 1, 0) : place], *blocks[place + 1 : place + 2])
    return any(_is_caption(each.prose.text) for each in beside if isinstance(each, Paragraph | Heading))


def _is_caption(text: str) -> bool:
    end = word_at_start("captions", "figure", text)
    return end is not None and bool(re.match(r"[\s.n°ºo]*\d", text[end:]))
