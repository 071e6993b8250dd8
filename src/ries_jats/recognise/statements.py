"""Declarations with a label of their own: acknowledgements, funding, conflicts of interest, dedication, epigraph."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..article.blocks import Block, Heading, Paragraph
from ..article.front import Statement
from ..article.ledger import Departure, Entry
from ..article.prose import Prose, Style
from ..lexicon import label_at_start, label_of

STATEMENT_KINDS = frozenset({"acknowledgements", "funding", "conflict", "data-availability", "ethics", "contributions"})
"""Labels that announce a declaration; where each goes is decided by the writer."""
LONGEST_LABEL = 90


@dataclass(frozen=True)
class Taken:
    """Statements found, and the blocks that are left."""

    statements: tuple[Statement, ...]
    blocks: tuple[Block, ...]


def take_statements(blocks: Sequence[Block]) -> Taken:
    """The declarations among top-level blocks: under a heading of their own, or run in."""
    statements: list[Statement] = []
    kept: list[Block] = []
    place = 0
    while place < len(blocks):
        found = _statement_at(blocks, place)
        if found:
            statement, place = found
            statements.append(statement)
        else:
            kept.append(blocks[place])
            place += 1
    return Taken(tuple(statements), tuple(kept))


def _statement_at(blocks: Sequence[Block], place: int) -> tuple[Statement, int] | None:
    block = blocks[place]
    kind = heading_kind(block)
    if kind in STATEMENT_KINDS and isinstance(block, Heading | Paragraph):
        end = next_heading(blocks, place + 1)
        limit = end if isinstance(block, Heading) else min(end, place + 2)
        if limit > place + 1:
            return Statement(kind, tuple(blocks[place + 1 : limit]), block.prose), limit
    if isinstance(block, Paragraph) and (run_in := run_in_statement(block.prose)):
        return run_in, place + 1
    return None


def run_in_statement(prose: Prose) -> Statement | None:
    """`Funding: This work …` as a statement."""
    found = label_at_start(prose.text)
    if not found or found[0].kind not in STATEMENT_KINDS or found[1] >= len(prose.text):
        return None
    label, rest = prose.cut(0, found[1]).strip(), prose.cut(found[1]).strip()
    return Statement(found[0].kind, (Paragraph(rest),), label.unmarked(Style))


def heading_kind(block: Block) -> str:
    """The kind of label that a heading, or a line set apart, consists of; empty for others."""
    if isinstance(block, Heading) or (isinstance(block, Paragraph) and len(block.prose.text) < LONGEST_LABEL):
        label = label_of(block.prose.text)
        return label.kind if label else ""
    return ""


def next_heading(blocks: Sequence[Block], start: int) -> int:
    """The place of the first heading or label from `start` on."""
    for place in range(start, len(blocks)):
        if isinstance(blocks[place], Heading) or heading_kind(blocks[place]):
            return place
        block = blocks[place]
        if isinstance(block, Paragraph) and _begins_part(block.prose):
            return place
    return len(blocks)


def _begins_part(prose: Prose) -> bool:
    found = label_at_start(prose.text)
    return found is not None and found[0].kind in STATEMENT_KINDS | {"abstract", "keywords"}


UNTITLED = frozenset({"funding", "conflict", "contributions"})
"""Declarations whose element takes no title: https://jats4r.niso.org/funding/, https://jats4r.niso.org/conflict-of-
interest/.
"""


def without_title(statement: Statement) -> tuple[Statement, tuple[Entry, ...]]:
    """The statement as its element takes it, and its label for the ledger where the element says the same."""
    if statement.kind not in UNTITLED or not statement.title:
        return statement, ()
    return replace(statement, title=Prose()), (Entry(Departure.FIELD_LABEL, statement.title, "names a declaration"),)
