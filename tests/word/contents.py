"""The table of contents that Word makes, as some authors leave it before their text; it is no text of the article."""

from .manuscript import Manuscript, Section, iter_blocks
from .ooxml import Element, Look, Shape, el, paragraph, run, text_element, words
from .reading import visible


def contents(manuscript: Manuscript, heading: str) -> list[Element]:
    """A line for each section within one field."""
    sections = [block for block in iter_blocks(manuscript.blocks) if isinstance(block, Section)]
    lines = [paragraph(_line(section, page)) for page, section in enumerate(sections, start=2)]
    opening = [
        run(el("w:fldChar", w_fldCharType="begin")),
        run(text_element("w:instrText", ' TOC \\o "1-3" \\h ')),
        run(el("w:fldChar", w_fldCharType="separate")),
    ]
    lines[0][0:0] = opening
    lines[-1].append(run(el("w:fldChar", w_fldCharType="end")))
    return [paragraph([words(heading, Look(bold=True))], Shape(before=240)), *lines]


def _line(section: Section, page: int) -> list[Element]:
    label = f"{section.label} " if section.label else ""
    return [words(f"{label}{visible(section.title)}\t{page}")]
