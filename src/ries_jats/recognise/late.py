"""Parts of the head that some journals print at the end: the author's signature, affiliations under the author's
mark.
"""

from collections.abc import Iterator, Sequence

from ..article.blocks import Block, Heading, Paragraph
from ..article.prose import Style
from ..lexicon import label_of
from .affiliations import is_institution, iter_labels
from .byline import is_sure_byline, read_byline, starts_role
from .classify import Kind, strong_kind, weak_kind
from .head import Classified
from .lines import block_lines

SYMBOLS = "*†‡§¶#"
LONGEST_SIGNATURE = 250


def take_signature(blocks: Sequence[Block]) -> tuple[tuple[Classified, ...], list[Block]]:
    """The lines of a signature: a short last paragraph before the references that begins with an author's name."""
    place = _signature_place(blocks)
    if place is None:
        return (), list(blocks)
    lines = tuple(_classified(blocks[place], place))
    return lines, [*blocks[:place], *blocks[place + 1 :]]


def _signature_place(blocks: Sequence[Block]) -> int | None:
    ends = [place for place, block in enumerate(blocks) if isinstance(block, Heading) and _is_back(block)]
    last = (ends[0] if ends else len(blocks)) - 1
    block = blocks[last] if last > 0 else None
    if not isinstance(block, Paragraph) or len(block.prose.text) > LONGEST_SIGNATURE:
        return None
    first = next(block_lines(block, last), None)
    byline = read_byline(first.prose) if first and not first.text.endswith(".") else None
    follows = len(block.prose.lines()) > 1 or (byline is not None and bool(byline.people[-1].trailer))
    return last if byline and (is_sure_byline(byline) or follows) else None


def _is_back(heading: Heading) -> bool:
    label = label_of(heading.prose.text)
    return label is not None and label.kind in ("references", "notes", "abstract", "acknowledgements", "appendix")


def _classified(block: Block, place: int) -> Iterator[Classified]:
    for number, line in enumerate(block_lines(block, place)):
        kind = strong_kind(line) or weak_kind(line)
        if number and kind is Kind.TEXT:
            kind = Kind.ROLE
        yield Classified(line, kind)


def take_marked_affiliations(
    blocks: Sequence[Block], markers: frozenset[str]
) -> tuple[tuple[Classified, ...], list[Block]]:
    """Paragraphs that begin with an author's mark and name an institution or a role: `* Department of History, …`."""
    taken: list[Classified] = []
    kept: list[Block] = []
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph) and _is_marked(block, markers):
            taken += [Classified(line, Kind.AFFILIATION) for line in block_lines(block, place)]
        else:
            kept.append(block)
    return tuple(taken), kept


def _is_marked(block: Paragraph, markers: frozenset[str]) -> bool:
    text = block.prose.text.strip()
    label = next(iter_labels(text), None)
    if not label or label[1] not in markers or len(text) > 600:
        return False
    is_mark = label[1][0] in SYMBOLS or Style.SUP in block.prose.runs[0].marks
    rest = text[label.end() :]
    return is_mark and (is_institution(rest) or starts_role(rest)) and strong_kind_is_free(block)


def strong_kind_is_free(block: Paragraph) -> bool:
    """Whether the paragraph is nothing else: a statement about the corresponding author begins with a mark too."""
    line = next(block_lines(block, 0), None)
    return line is not None and strong_kind(line) in (None, Kind.CONTACT)
