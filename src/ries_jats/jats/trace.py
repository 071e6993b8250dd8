"""Which characters of the XML stand where in the manuscript.

While the tree is built, a processing instruction stands before every run of text with its address; `take_trace` reads
them in document order and takes them out. So the trace says what is in the finished tree, not what a step meant to
write.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ..article.prose import Origin, Run
from .elements import Element

TARGET = "at"
TEXT_BLOCKS = frozenset(
    "p title label article-title subtitle trans-title trans-subtitle kwd surname given-names prefix suffix role email "
    "aff td th mixed-citation attrib verse-line preformat term corresp meta-value license-p product "
    "funding-statement collab tex-math subject contrib-id".split()
)
"""Elements inside which words keep their order."""


@dataclass(frozen=True)
class Piece:
    """Characters of the XML: their address in the source, its width, who wrote them, and the block they stand in."""

    text: str
    at: int | None
    width: int
    origin: Origin
    block: int | None
    """Number of the block in document order; None outside blocks of text."""


def mark(run: Run) -> etree._ProcessingInstruction:
    """The instruction that stands before the text of a run."""
    at = "-" if run.at is None else str(run.at)
    width = len(run.text) if run.width is None else run.width
    return etree.ProcessingInstruction(TARGET, f"{at} {width} {run.origin.name}")


def take_trace(root: Element) -> tuple[Piece, ...]:
    """The pieces of the tree in document order; the tree is without instructions afterwards."""
    pieces = tuple(_pieces(root))
    etree.strip_tags(root, etree.ProcessingInstruction)
    return pieces


def _pieces(root: Element) -> Iterator[Piece]:
    blocks: dict[Element, int] = {}
    for node in root.iter(etree.ProcessingInstruction):
        at, width, origin = (node.text or "").split()
        block = _block(node)
        number = None if block is None else blocks.setdefault(block, len(blocks))
        yield Piece(node.tail or "", None if at == "-" else int(at), int(width), Origin[origin], number)


def _block(node: Element) -> Element | None:
    """The block that a run stands in; the parts of a reference are in the order of the whole."""
    blocks = [each for each in node.iterancestors() if each.tag in TEXT_BLOCKS]
    return next((each for each in blocks if each.tag == "mixed-citation"), blocks[0] if blocks else None)
