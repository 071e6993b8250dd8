"""Sections of the body: headings nested, their printed numbers apart."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..article.blocks import Block, Heading, Section
from ..article.prose import Prose
from ..lexicon import label_of
from .hierarchy import Titled, depths, titled

SEC_TYPES = {
    "introduction": "intro",
    "methods": "methods",
    "results": "results",
    "discussion": "discussion",
    "conclusion": "conclusions",
}
"""Labels and the values of `sec/@sec-type` that they mean:
https://jats.nlm.nih.gov/publishing/tag-library/1.3/attribute/sec-type.html."""


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
    """Blocks with sections made of headings. Levels of an extracted text are chance: there other signs count."""
    titles = titled([block for block in blocks if isinstance(block, Heading)])
    ranked = zip(titles, depths(titles, trust_levels=trust_levels), strict=True)
    top: list[Block] = []
    stack: list[Open] = []
    for block in blocks:
        if isinstance(block, Heading):
            title, depth = next(ranked)
            while stack and stack[-1].depth >= depth:
                _close(stack, top)
            stack.append(Open(depth, section_of(title), []))
        else:
            (stack[-1].blocks if stack else top).append(block)
    while stack:
        _close(stack, top)
    return tuple(top)


def _close(stack: list[Open], top: list[Block]) -> None:
    section = stack.pop().closed()
    (stack[-1].blocks if stack else top).append(section)


def section_of(title: Titled) -> Section:
    """A section with the title of a heading, its printed number apart."""
    prose = title.heading.prose.as_title()
    number = title.number
    label = prose.cut(*number.span) if number else Prose()
    rest = prose.cut(number.end) if number else prose
    found = label_of(rest.text)
    return Section(rest.strip(), (), label, SEC_TYPES.get(found.kind, "") if found else "", title.heading.ident)
