"""Addresses of the web that a line end, a space or a paragraph end cut."""

from dataclasses import replace

from ...addresses import goes_on_in, iter_addresses
from ...article.blocks import Block, ItemList, Paragraph
from ...article.prose import Prose
from ..document import Document

SIGNS = ("://", ": //", ":/ /", "www.", "doi", "DOI", "Doi")


def mend_addresses(document: Document) -> Document:
    """With every address whole whose second half is certainly one."""
    blocks: list[Block] = []
    for block in document.blocks:
        joined = _joined(blocks[-1], block) if blocks and isinstance(block, Paragraph) else None
        if joined:
            blocks[-1] = joined
        else:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks)).mapped(_mended)


def _mended(prose: Prose) -> Prose:
    if not any(sign in prose.text for sign in SIGNS):
        return prose
    gaps = [gap for address in iter_addresses(prose.words, mend=True) for gap in address.gaps]
    return prose.without(gaps) if gaps else prose


def _joined(one: Block, other: Paragraph) -> Block | None:
    """`one` with the rest of the address at its end, None when it ends otherwise."""
    match one:
        case Paragraph(prose) if not any(sign in prose.text for sign in SIGNS):
            return None
        case Paragraph(prose) if goes_on_in(prose.text, other.prose.text):
            return replace(one, prose=prose.strip() + other.prose.strip())
        case ItemList(items=(*before, last)) if last.blocks and isinstance(last.blocks[-1], Paragraph):
            paragraph = _joined(last.blocks[-1], other)
            whole = replace(last, blocks=(*last.blocks[:-1], paragraph)) if paragraph else None
            return replace(one, items=(*before, whole)) if whole else None
    return None
