"""Lists of references: where they begin and end, the lists under their sub-headings, and the numbers of the entries."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from ..article.blocks import Block, Heading, Paragraph
from ..article.model import Article, Reference, ReferenceList
from ..article.prose import Prose, Style
from ..article.walk import all_prose
from ..lexicon import entry_of, label_of
from ..references.emphasis import with_emphasis
from ..references.languages import with_languages
from ..references.parser import parse_reference
from .entries.segments import Segmenter
from .entries.starts import HAS_ADDRESS, HAS_YEAR, LABEL
from .enumeration import unnumbered

ENDS = frozenset(
    {
        "abstract",
        "keywords",
        "appendix",
        "notes",
        "acknowledgements",
        "funding",
        "conflict",
        "data-availability",
        "contributions",
        "ethics",
    }
)


LONGEST_SUBHEADING = 80
"""Characters of a line in bold that heads a part of a list."""
LONGEST_UNDATED = 160
"""Characters of an entry that has neither year nor address."""
LIKE_ENTRIES = 0.5
"""Part of the entries that must look like some, or what stands under the heading is running text."""


@dataclass(frozen=True)
class Found:
    """Reference lists, the blocks before and after them, and the entries whose bounds are uncertain."""

    lists: tuple[ReferenceList, ...]
    blocks: tuple[Block, ...]
    doubts: tuple[Prose, ...] = ()


def take_references(blocks: Sequence[Block], *, is_extracted: bool, made: Sequence[tuple[int, int]] = ()) -> Found:
    """The lists under headings that name one; a list ends at the next heading that names another part.

    `made` are the offsets of the lists that a citation manager made, under whatever heading.
    """
    return ListReader(is_extracted, made).take(blocks)


@dataclass
class ListReader:
    """Reads the lists of one article; `is_extracted` when pages have cut its blocks."""

    is_extracted: bool
    made: Sequence[tuple[int, int]] = ()
    doubts: list[Prose] = field(default_factory=list)

    def take(self, blocks: Sequence[Block]) -> Found:
        """The lists in `blocks`, and the blocks that are in none."""
        kept: list[Block] = []
        lists: list[ReferenceList] = []
        place = 0
        while place < len(blocks):
            block = blocks[place]
            if isinstance(block, Heading) and _is_references(block):
                end = _list_end(blocks, place + 1)
                if _look_like_entries(blocks[place + 1 : end]):
                    lists.append(self._list(_title(block), blocks[place + 1 : end]))
                    place = end
                    continue
            end = self._made_end(blocks, place)
            if end > place:
                title = kept.pop() if kept and _is_subheading(kept[-1]) else Paragraph(Prose())
                lists.append(self._list(_title(title).unmarked(Style.BOLD), blocks[place:end]))
                place = end
                continue
            kept.append(block)
            place += 1
        return Found(tuple(lists), tuple(kept), tuple(self.doubts))

    def _made_end(self, blocks: Sequence[Block], place: int) -> int:
        """Where the list ends that a citation manager made and that begins at `place`; `place` where none does."""
        ats = (next((prose.at for prose in all_prose([each])), None) for each in blocks[place:])
        inside = (any(start <= at < stop for start, stop in self.made) for at in ats if at is not None)
        return place + sum(1 for _ in takewhile(bool, inside)) if self.made else place

    def _list(self, title: Prose, blocks: Sequence[Block]) -> ReferenceList:
        heads = [place for place, block in enumerate(blocks) if _is_subheading(block)]
        bounds = pairwise([*heads, len(blocks)])
        parts = [ReferenceList(_title(blocks[head]), self._entries(blocks[head + 1 : end])) for head, end in bounds]
        return ReferenceList(title, self._entries(blocks[: heads[0] if heads else None]), tuple(parts))

    def _entries(self, blocks: Sequence[Block]) -> tuple[Reference, ...]:
        segmenter = Segmenter.of(blocks, is_extracted=self.is_extracted)
        self.doubts += segmenter.doubts()
        return tuple(map(_reference, segmenter.entries()))


def with_parsed_references(article: Article) -> Article:
    """With the parts of every reference of the lists."""
    lists = tuple(each.changed(_parsed) for each in article.reference_lists)
    return replace(article, reference_lists=lists)


def _parsed(reference: Reference) -> Reference:
    text = reference.text
    return replace(reference, parsed=with_languages(with_emphasis(parse_reference(text.text), text)))


def _is_references(heading: Heading) -> bool:
    label = label_of(re.sub(r"^\s*(?:\d+|[IVX]+)[.)]?\s+", "", heading.prose.text))
    return bool(label and label.kind == "references")


def _list_end(blocks: Sequence[Block], start: int) -> int:
    for place in range(start, len(blocks)):
        block = blocks[place]
        if isinstance(block, Heading):
            label = label_of(block.prose.text)
            if (label and label.kind in ENDS) or _opens_text(blocks, place):
                return place
    return len(blocks)


def _opens_text(blocks: Sequence[Block], place: int) -> bool:
    """Whether a heading inside the list opens running text and not a part of the list: no year, no address follows."""
    following = blocks[place + 1 : place + 3]
    text = " ".join(prose.text for prose in all_prose(following))
    return bool(text) and not _has_date_or_address(text) and len(text) > 200


def _look_like_entries(blocks: Sequence[Block]) -> bool:
    """Whether there are entries: short, or with a year or an address; `Sources` may head a chapter, too."""
    texts = [prose.text for prose in all_prose(blocks)]
    alike = sum(len(text) < LONGEST_UNDATED or _has_date_or_address(text) for text in texts)
    return bool(texts) and alike >= LIKE_ENTRIES * len(texts)


def _has_date_or_address(text: str) -> bool:
    return bool(HAS_YEAR.search(text) or HAS_ADDRESS.search(text))


def _is_subheading(block: Block) -> bool:
    """Whether a block heads a part of a list: a heading, a line in bold without a year, or words that name a part."""
    if isinstance(block, Heading):
        return True
    if not isinstance(block, Paragraph) or len(block.prose.text) > LONGEST_SUBHEADING:
        return False
    text = unnumbered(block.prose.text)
    is_bold = block.prose.is_all(Style.BOLD) and not _has_date_or_address(text)
    return is_bold or entry_of("reference-parts", text) is not None or _is_references(Heading(block.prose, 1))


def _title(block: Block) -> Prose:
    return block.prose.strip().as_title() if isinstance(block, Heading | Paragraph) else Prose()


def _reference(prose: Prose) -> Reference:
    prose = prose.strip()
    match = LABEL.match(prose.text)
    if match and match.end() < len(prose.text):
        return Reference(prose.cut(match.end()), prose.cut(*match.span(1)))
    return Reference(prose)
