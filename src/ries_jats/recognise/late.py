"""Parts of the head that some journals print at the end: the author's signature, affiliations under the author's
mark.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from ..article.blocks import Block, Heading, Paragraph
from ..article.prose import Prose, Style
from ..article.walk import plain_text
from ..lexicon import fold, label_of, words_of
from .affiliations import is_institution, iter_labels
from .byline import is_sure_byline, read_byline, starts_role
from .classify import Kind, strong_kind, weak_kind
from .dates import iter_dates, label_spans
from .head import Classified
from .lines import block_lines

SYMBOLS = "*∗†‡§¶#"
EARLY = 120
"""Characters within which a line that begins with a plain figure names an institution, when it is an affiliation."""
AUTHOR_HEADINGS = frozenset(
    "auteur auteurs autrice autrices auteure author authors autor autores autora autoras".split()
)
"""Headings, folded, of a box that says again who the authors are, with their addresses."""
LONGEST_CITATION = 600
LONGEST_SIGNATURE = 250
LONGEST_DATES = 160
MOST_BESIDE_DATES = 24
"""Letters of a line of dates that belong neither to a day nor to what happened on it."""


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


def take_author_box(blocks: Sequence[Block], authors: Sequence[str]) -> tuple[tuple[Classified, ...], list[Block]]:
    """The lines below a heading such as `Auteurs`, when the first of them is an author's name printed again."""
    for place, block in enumerate(blocks[:-1]):
        if isinstance(block, Heading) and fold(block.prose.text.strip(" :.")) in AUTHOR_HEADINGS:
            after = tuple(takewhile(lambda each: _is_name_or_paragraph(each, authors), blocks[place + 1 :]))
            lines = [line for each in range(len(after)) for line in block_lines(after[each], place + 1 + each)]
            if lines and fold(lines[0].text) in authors and all(len(line.text) < LONGEST_SIGNATURE for line in lines):
                title = [Classified(line, Kind.FIELD) for line in block_lines(block, place)]
                taken = [Classified(line, strong_kind(line) or weak_kind(line)) for line in lines]
                return (*title, *taken), [*blocks[:place], *blocks[place + 1 + len(after) :]]
    return (), list(blocks)


def _is_name_or_paragraph(block: Block, authors: Sequence[str]) -> bool:
    return isinstance(block, Paragraph) or (isinstance(block, Heading) and fold(block.prose.text) in authors)


def take_citation(blocks: Sequence[Block]) -> tuple[tuple[Classified, ...], list[Block]]:
    """The suggested citation or the licence under a heading of its own at the end of the article."""
    taken: tuple[Classified, ...] = ()
    left = list(blocks)
    for block in [each for each in blocks if isinstance(each, Heading)]:
        kind = _box_kind(block)
        place = next(number for number, each in enumerate(left) if each is block)
        after = tuple(takewhile(lambda each: isinstance(each, Paragraph), left[place + 1 :]))
        if kind and after and len(plain_text(after)) < LONGEST_CITATION and _holds(after, kind):
            found, left = _under(left, place, kind, len(after))
            taken += found
    return taken, left


def _holds(blocks: Sequence[Block], kind: Kind) -> bool:
    """Whether blocks are what their heading says: `Derechos` may be a part of the text, and then no licence follows."""
    lines = (line for place, block in enumerate(blocks) for line in block_lines(block, place))
    return kind is Kind.CITATION or any(strong_kind(line) is kind for line in lines)


def take_dates(blocks: Sequence[Block], language: str) -> tuple[tuple[Classified, ...], list[Block]]:
    """Paragraphs of the second half that say when the article came in or was accepted, and nothing else."""
    half = len(blocks) // 2
    dated = [place for place in range(half, len(blocks)) if _only_dates(blocks[place], place, language)]
    lines = tuple(Classified(line, Kind.DATES) for place in dated for line in block_lines(blocks[place], place))
    return lines, [block for place, block in enumerate(blocks) if place not in dated]


def _only_dates(block: Block, place: int, language: str) -> bool:
    """Whether each line begins with what happened on the day, and says little beside the days."""
    if not isinstance(block, Paragraph) or len(block.prose.text) > LONGEST_DATES:
        return False
    lines = tuple(block_lines(block, place))
    return bool(lines) and all(_is_dated(line.prose, language) for line in lines)


def _is_dated(line: Prose, language: str) -> bool:
    labels = [(start, stop) for _, start, stop in label_spans(line.text)]
    dates = [(stop - len(date.printed.text), stop) for date, (_, stop) in iter_dates(line, language)]
    first = min(labels, default=None)
    if first is None or not dates or any(map(str.isalnum, line.text[: first[0]])):
        return False
    taken = {place for start, stop in (*labels, *dates) for place in range(start, stop)}
    beside = sum(letter.isalpha() for place, letter in enumerate(line.text) if place not in taken)
    return beside <= MOST_BESIDE_DATES


def take_empty_heading(blocks: Sequence[Block]) -> tuple[tuple[Classified, ...], list[Block]]:
    """A heading such as `Notes` with nothing below it: the notes have all been taken to where they are called."""
    empty = [
        place for place, block in enumerate(blocks) if isinstance(block, Heading) and _names_no_notes(blocks, place)
    ]
    lines = [Classified(line, Kind.FIELD) for place in empty for line in block_lines(blocks[place], place)]
    return tuple(lines), [block for place, block in enumerate(blocks) if place not in empty]


def _names_no_notes(blocks: Sequence[Block], place: int) -> bool:
    label = label_of(plain_text([blocks[place]]))
    following = next(iter(blocks[place + 1 :]), None)
    return label is not None and label.kind == "notes" and (following is None or isinstance(following, Heading))


def _box_kind(heading: Heading) -> Kind | None:
    label = label_of(heading.prose.text)
    if label and label.kind == "cite-as":
        return Kind.CITATION
    rights = words_of("masthead", "license") | words_of("masthead", "copyright")
    return Kind.LICENSE if fold(heading.prose.text.strip(" :.")) in rights else None


def _under(blocks: Sequence[Block], place: int, kind: Kind, count: int) -> tuple[tuple[Classified, ...], list[Block]]:
    """A heading with the lines of the `count` blocks below, and the other blocks."""
    title = kind if kind in (Kind.CORRESPONDING, Kind.CITATION) else Kind.FIELD
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
