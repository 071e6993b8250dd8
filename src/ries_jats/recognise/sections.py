"""Sections of the body: headings found, ranked and nested."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..article.blocks import Block, Heading, Paragraph, Section
from ..article.prose import NoteCall, Prose, Style
from ..lexicon import label_of
from .lines import SENTENCE_END

NUMBERING = re.compile(
    r"\s*((?:\d{1,2}\.)+\d{0,2}\.?|\d{1,2}(?:\.\d{1,2})+|[IVXLC]{1,5}[.)]|\d{1,2}(?=\s+[A-ZÀ-Þ])|\d{1,2}[.)]"
    r"|[A-H][.)]|[a-h]\))\s*[-–—.:]?\s+(?=\S)"
)
"""A printed number or letter before a title: `1.`, `2.3`, `IV.`, `A.`."""
SEC_TYPES = {
    "introduction": "intro",
    "methods": "methods",
    "results": "results",
    "discussion": "discussion",
    "conclusion": "conclusions",
}
"""Labels and the values of `sec/@sec-type` that they mean:
https://jats.nlm.nih.gov/publishing/tag-library/1.3/attribute/sec-type.html."""
TOP = frozenset(SEC_TYPES) | {"references", "appendix", "notes", "acknowledgements"}
LONGEST_HEADING = 200


@dataclass
class Open:
    """A section while its blocks are read."""

    depth: int
    section: Section
    blocks: list[Block]

    def closed(self) -> Section:
        """The section with its blocks."""
        return replace(self.section, blocks=tuple(self.blocks))


def nest(blocks: Sequence[Block], *, trust_levels: bool) -> tuple[Block, ...]:
    """Blocks with sections made of headings. Levels of an extracted text are chance: there only numbering nests."""
    depths = _depths([block for block in blocks if isinstance(block, Heading)], trust_levels=trust_levels)
    top: list[Block] = []
    stack: list[Open] = []
    for block in blocks:
        if isinstance(block, Heading):
            depth = next(depths)
            while stack and stack[-1].depth >= depth:
                _close(stack, top)
            stack.append(Open(depth, section_of(block), []))
        else:
            (stack[-1].blocks if stack else top).append(block)
    while stack:
        _close(stack, top)
    return tuple(top)


def _close(stack: list[Open], top: list[Block]) -> None:
    section = stack.pop().closed()
    (stack[-1].blocks if stack else top).append(section)


def _depths(headings: list[Heading], *, trust_levels: bool):  # type: ignore[no-untyped-def]
    """The depth of each heading: by its number if it has one, else by its rank among the levels in use."""
    levels = sorted({heading.level for heading in headings if not _numbered_depth(heading.prose.text)})
    last = 1
    for heading in headings:
        numbered = _numbered_depth(heading.prose.text)
        label = label_of(NUMBERING.sub("", heading.prose.text, count=1))
        if label and label.kind in TOP:
            last = numbered or 1
        elif numbered:
            last = numbered
        else:
            last = levels.index(heading.level) + 1 if trust_levels else 1
        yield last


def _numbered_depth(text: str) -> int:
    """1 for `2.`, 2 for `2.1`; 0 without a number in figures."""
    match = re.match(r"\s*(\d{1,2}(?:\.\d{1,2})*)(?:[.)]\s*|\s+)(?=\D)", text)
    return match[1].count(".") + 1 if match else 0


def section_of(heading: Heading) -> Section:
    """A section with the title of a heading, its printed number apart."""
    prose = _plain_title(heading.prose)
    match = NUMBERING.match(prose.text)
    label = prose.cut(*match.span(1)) if match else Prose()
    title = prose.cut(match.end()) if match else prose
    found = label_of(title.text)
    return Section(title.strip(), (), label, SEC_TYPES.get(found.kind, "") if found else "", heading.ident)


def _plain_title(prose: Prose) -> Prose:
    """A title is bold by itself; other emphasis in it means something."""
    return prose.unmarked(Style.BOLD) if prose.is_all(Style.BOLD) else prose


def find_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Lines set apart in bold, and plain lines that are the name of a part, are headings too."""
    real = [block.level for block in blocks if isinstance(block, Heading)]
    level = max(real, default=1)
    return tuple(_as_heading(block, min(real, default=1), level) for block in blocks)


def _as_heading(block: Block, top: int, level: int) -> Block:
    if not isinstance(block, Paragraph) or len(block.prose.text) > LONGEST_HEADING or block.prose.has(NoteCall):
        return block
    text = block.prose.text.strip()
    label = label_of(NUMBERING.sub("", text, count=1))
    if label and label.kind in TOP:
        return Heading(block.prose, top)
    is_title = block.prose.is_all(Style.BOLD) and not SENTENCE_END.search(text) and not text.endswith((".", ";", ","))
    return Heading(block.prose, level) if is_title and any(character.isalpha() for character in text) else block
