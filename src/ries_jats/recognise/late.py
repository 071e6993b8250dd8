"""Parts of the head that some journals print at the end: the author's signature, affiliations under the author's
mark.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from ..article.blocks import Block, Heading, Paragraph
from ..article.prose import Style
from ..lexicon import label_of
from .affiliations import is_institution, iter_labels
from .byline import is_sure_byline, read_byline, starts_role
from .classify import Kind, strong_kind, weak_kind
from .head import Classified
from .lines import block_lines

SYMBOLS = "*∗†‡§¶#"
EARLY = 120
"""Characters within which a line that begins with a plain figure names an institution, when it is an affiliation."""
LONGEST_SIGNATURE = 250


def take_signature(blocks: Sequence[Block]) -> tuple[tuple[Classified, ...], list[Block]]:
    """The lines of a signature: one or two short last blocks before the references, the first an author's name."""
    ends = [place for place, block in enumerate(blocks) if isinstance(block, Heading) and _is_back(block)]
    end = ends[0] if ends else len(blocks)
    for first in (end - 1, end - 2):
        if first > 0 and _is_signature(blocks[first:end], first):
            lines = tuple(line for place in range(first, end) for line in _classified(blocks[place], place))
            return lines, [*blocks[:first], *blocks[end:]]
    return (), list(blocks)


def _is_signature(blocks: Sequence[Block], place: int) -> bool:
    for block in blocks:
        if not isinstance(block, Paragraph | Heading) or len(block.prose.text) > LONGEST_SIGNATURE:
            return False
    lines = [line for block in blocks for line in block_lines(block, place)]
    byline = read_byline(lines[0].prose) if lines and not lines[0].text.endswith(".") else None
    if byline is None:
        return False
    follows = any(is_institution(line.text) or starts_role(line.text) for line in lines[1:])
    return follows or (len(blocks) == 1 and (is_sure_byline(byline) or bool(byline.people[-1].trailer)))


def _is_back(heading: Heading) -> bool:
    label = label_of(heading.prose.text)
    return label is not None and label.kind in ("references", "notes", "abstract", "acknowledgements", "appendix")


def _classified(block: Block, place: int) -> Iterator[Classified]:
    for number, line in enumerate(block_lines(block, place)):
        kind = strong_kind(line) or weak_kind(line)
        if number and kind is Kind.TEXT:
            kind = Kind.ROLE
        yield Classified(line, kind)


def take_correspondence(blocks: Sequence[Block]) -> tuple[tuple[Classified, ...], list[Block]]:
    """What stands under a heading such as `Correspondence`: a statement alone, or the addresses of all the authors."""
    for place, block in enumerate(blocks[:-1]):
        label = label_of(block.prose.text) if isinstance(block, Heading) else None
        if label and label.kind == "corresponding":
            after = tuple(takewhile(lambda each: isinstance(each, Paragraph), blocks[place + 1 :]))
            kind = Kind.CORRESPONDING if len(after) == 1 else Kind.AUTHORS
            if len(after) == 1 or (after and all(map(_names_and_addresses, after))):
                return _under(blocks, place, kind, len(after))
    return (), list(blocks)


def _under(blocks: Sequence[Block], place: int, kind: Kind, count: int) -> tuple[tuple[Classified, ...], list[Block]]:
    """A heading with the lines of the `count` blocks below, and the other blocks."""
    title = kind if kind is Kind.CORRESPONDING else Kind.FIELD
    end = place + 1 + count
    lines = [Classified(line, title) for line in block_lines(blocks[place], place)]
    lines += [Classified(line, kind) for each in range(place + 1, end) for line in block_lines(blocks[each], each)]
    return tuple(lines), [*blocks[:place], *blocks[end:]]


def _names_and_addresses(block: Block) -> bool:
    """Whether a paragraph is one name and the institution after it."""
    byline = read_byline(block.prose) if isinstance(block, Paragraph) else None
    return byline is not None and len(byline.people) == 1 and is_institution(byline.people[0].trailer.text)


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
    rest = text[label.end() :]
    is_mark = label[1][0] in SYMBOLS or Style.SUP in block.prose.runs[0].marks or is_institution(rest[:EARLY])
    return is_mark and (is_institution(rest) or starts_role(rest)) and strong_kind_is_free(block)


def strong_kind_is_free(block: Paragraph) -> bool:
    """Whether the paragraph is nothing else: a statement about the corresponding author begins with a mark too."""
    line = next(block_lines(block, 0), None)
    return line is not None and strong_kind(line) in (None, Kind.CONTACT)
