"""Passages that the extraction printed twice: a paragraph alone and once more in the next, its last sentences at the
head of the next, an item of a list twice.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from ...article.blocks import Block, Heading, ItemList, ListItem, Paragraph
from ...article.ledger import Departure
from ...article.prose import OBJECT, NoteCall, Prose
from ...article.walk import all_prose
from ...findings import finding
from ...lexicon import fold, label_of
from ..document import Document

SHORTEST_REPEAT = 80
"""Characters from which a repetition is no chance."""
LONG_REPEAT = 200
"""Characters from which it is none although something stands in between, or although some letters differ."""
NEAR = 4
"""Blocks among which a long paragraph stands twice; further off an author quotes himself, or the text has a refrain."""
BEGINNING = 12
ALIKE = 0.97
"""Part of the letters that two printings of one paragraph share."""
SENTENCE_END = re.compile(r"(?<=[.!?…»”\"])\s+")
QUOTED = 80


@dataclass(frozen=True)
class Sentences:
    """A paragraph's sentences: where each begins and ends, and what is compared."""

    prose: Prose
    spans: tuple[tuple[int, int], ...]
    keys: tuple[str, ...]

    @classmethod
    def of(cls, prose: Prose) -> "Sentences":
        """Those of `prose`, without white space between them."""
        ends = [(match.start(), match.end()) for match in SENTENCE_END.finditer(prose.text)]
        starts = [0, *(end for _, end in ends)]
        stops = [*(start for start, _ in ends), len(prose.text)]
        spans = tuple(zip(starts, stops, strict=True))
        return cls(prose, spans, tuple(_key(prose.cut(*span)) for span in spans))


def drop_repeats(document: Document) -> Document:
    """Each such passage once; the other goes to the ledger and is reported."""
    repeats = Repeats(document)
    kept: list[Block] = []
    for block in document.blocks:
        repeats.add(kept, block)
    return repeats.document(kept)


class Repeats:
    """What was printed twice in one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._dropped: list[tuple[Prose, str]] = []
        self._in_references = False

    def document(self, blocks: list[Block]) -> Document:
        """The document with these blocks, and what was dropped in the ledger and among the findings."""
        document = replace(self._document, blocks=tuple(blocks))
        for prose, code in self._dropped:
            place, quote = document.source.place(prose.at), prose.text[:QUOTED].strip()
            document = document.departing(Departure.DUPLICATE, prose, "a passage printed twice")
            document = document.noting(finding(code, place, quote=quote))
        return document

    def add(self, kept: list[Block], block: Block) -> None:
        """`block` after those kept, without what stands there already; a list of references is its author's."""
        if self._is_in_references(block):
            kept.append(block)
            return
        if isinstance(block, ItemList):
            kept.append(self._without_repeated_items(block))
            return
        if not isinstance(block, Paragraph) or not self._may_repeat(kept, block):
            kept.append(block)
            return
        if self._is_near(kept, block):
            self._drop(block.prose, "paragraph-duplicate")
            return
        if kept and isinstance(kept[-1], Paragraph) and (whole := self._begun_again(kept[-1], block)):
            kept[-1] = whole
            return
        prose = self._without_repeated_sentences(block.prose)
        before = kept[-1] if kept else None
        prose = self._without_overlap(before.prose, prose) if isinstance(before, Paragraph) else prose
        kept.append(replace(block, prose=prose))

    def _is_in_references(self, block: Block) -> bool:
        label = label_of(block.prose.text) if isinstance(block, Paragraph | Heading) else None
        if label and (isinstance(block, Heading) or label.kind == "references"):
            self._in_references = label.kind == "references"
        return self._in_references

    @staticmethod
    def _may_repeat(kept: list[Block], block: Paragraph) -> bool:
        """Whether its beginning stands in one of the last blocks or again in itself: what is compared then is long."""
        text = _plain(block.prose)
        beginning = text[:BEGINNING]
        before = (_plain(each.prose) for each in kept[-NEAR:] if isinstance(each, Paragraph))
        is_known = any(beginning in each or text.startswith(each[:BEGINNING]) for each in before)
        sentences = text.split(". ")
        return len(text) >= SHORTEST_REPEAT and (is_known or len(set(sentences)) < len(sentences))

    def _drop(self, prose: Prose, code: str = "passage-duplicate") -> None:
        self._dropped.append((prose, code))

    def _is_near(self, kept: list[Block], block: Paragraph) -> bool:
        """Whether a long paragraph stands among the last blocks, letter by letter or nearly so."""
        key = _key(block.prose)
        if len(key) < LONG_REPEAT or _calls(block.prose):
            return False
        page = self._document.page(block.prose.at)
        for other in kept[-NEAR:]:
            is_paragraph = isinstance(other, Paragraph) and self._document.page(other.prose.at) >= page - 1
            if is_paragraph and isinstance(other, Paragraph) and _are_alike(_key(other.prose), key):
                return True
        return False

    def _begun_again(self, one: Paragraph, other: Paragraph) -> Paragraph | None:
        """The paragraph that begins with all of the last one; call-outs that only the last one has are kept with it."""
        if len(one.prose.text) < SHORTEST_REPEAT or not _key(other.prose).startswith(_key(one.prose)):
            return None
        if _calls(one.prose) and not _calls(other.prose) and _key(one.prose) == _key(other.prose):
            one, other = other, one
        self._drop(one.prose, "paragraph-duplicate")
        return other

    def _without_overlap(self, one: Prose, other: Prose) -> Prose:
        """`other` without the last sentences of `one` at its head."""
        before, after = Sentences.of(one), Sentences.of(other)
        for count in range(min(len(before.keys), len(after.keys)), 0, -1):
            if before.keys[-count:] == after.keys[:count] and sum(map(len, after.keys[:count])) >= SHORTEST_REPEAT:
                end = after.spans[count - 1][1]
                self._drop(other.cut(0, end))
                return other.cut(end).strip()
        return other

    def _without_repeated_sentences(self, prose: Prose) -> Prose:
        """Without sentences that come again at once."""
        sentences = Sentences.of(prose)
        spans = list(_again(sentences))
        for span in spans:
            self._drop(prose.cut(*span))
        return prose.without(spans).strip() if spans else prose

    def _without_repeated_items(self, block: ItemList) -> ItemList:
        """Without items that come again at once, such as entries of a reference list."""
        kept: list[ListItem] = []
        for item in block.items:
            prose = Prose.join(all_prose(item.blocks), " ")
            before = Prose.join(all_prose(kept[-1].blocks), " ") if kept else Prose()
            is_again = prose.text[:BEGINNING] == before.text[:BEGINNING] and _key(prose) == _key(before)
            if is_again and len(prose.text) >= SHORTEST_REPEAT and not _calls(prose):
                self._drop(Prose.join([item.label, prose]), "paragraph-duplicate")
            else:
                kept.append(item)
        return replace(block, items=tuple(kept))


def _again(sentences: Sentences) -> Iterator[tuple[int, int]]:
    """Where runs of sentences stand that are the run before them, with the space before each."""
    keys, place = sentences.keys, 1
    while place < len(keys):
        count = next((n for n in range(min(place, len(keys) - place), 0, -1) if _is_again(keys, place, n)), 0)
        if count:
            yield sentences.spans[place - 1][1], sentences.spans[place + count - 1][1]
        place += count or 1


def _is_again(keys: tuple[str, ...], place: int, count: int) -> bool:
    run = keys[place : place + count]
    return run == keys[place - count : place] and sum(map(len, run)) >= SHORTEST_REPEAT


def _plain(prose: Prose) -> str:
    return " ".join(prose.text.split()).casefold()


def _key(prose: Prose) -> str:
    return fold(prose.words.replace(OBJECT, ""))


def _calls(prose: Prose) -> bool:
    return prose.has(NoteCall)


def _are_alike(one: str, other: str) -> bool:
    """Whether both are one paragraph, but for some letters; figures that differ make two."""
    if one == other:
        return True
    is_near = abs(len(one) - len(other)) < (1 - ALIKE) * len(one) and one[:BEGINNING] == other[:BEGINNING]
    if not is_near or re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE
