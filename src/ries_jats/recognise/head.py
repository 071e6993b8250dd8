"""The head of an article: from its first line to its abstract or its text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..article.blocks import Block, Heading, ItemList, Paragraph, Quote, Table
from ..article.prose import Prose, Style
from ..lexicon import label_at_start, label_of, words_of
from ..places import country_at_end
from .affiliations import is_institution, iter_labels
from .byline import is_sure_byline, label_end, read_byline
from .classify import Kind, is_in_other_language, strong_kind, weak_kind
from .contacts import iter_contacts
from .lines import SENTENCE, Line, block_lines, head_lines, is_running_text
from .title_lines import look_alike, settle_titles, title_place

PARTS = frozenset(
    {"abstract", "keywords", "introduction", "references", "contents", "methods", "results", "discussion"}
)
"""Labels at which a head ends."""
ANYWHERE = frozenset(
    {Kind.CITATION, Kind.LICENSE, Kind.DATES, Kind.CORRESPONDING, Kind.STATEMENT, Kind.CONTACT, Kind.PRODUCT}
)
"""Kinds of lines that may be long without being text of the article."""
MARKED = re.compile(r"[⁰¹²³⁴-⁹]|\[[\d*]{1,3}\]|[*∗†‡§]")
DEDICATION = re.compile(r"(?:for|to|in memory|à|pour|a|para|per|für)\s+(?:[^\W\d_]+\s+)?[A-ZÀ-Þ]", re.IGNORECASE)
TOP_LINES = 6
LONGEST_JOURNAL_NAME = 90
JOURNAL_NAMES = frozenset(
    "revue revista rivista review journal cahiers cuadernos annales anales anuario zeitschrift quarterly bulletin "
    "boletin proceedings actes actas cadernos quaderni archives recherches".split()
)
"""Words, folded, by which the names of journals are known."""
SURE_NAMES = frozenset("revue revista rivista review journal quarterly zeitschrift".split())
"""Those that tell a journal wherever they stand in its name."""
LONGEST_ADDRESS = 1_200
LONGEST_ROLE = 7
"""Words of a role that a full stop may close and that no word tells to be one."""


@dataclass(frozen=True)
class Classified:
    """A line and what it is."""

    line: Line
    kind: Kind


def read_head(blocks: Sequence[Block], language: str) -> tuple[tuple[Classified, ...], int]:
    """The lines of the head with what they are, and the place of the first block that is no part of it.

    Lines at its end that nothing is known of are the beginning of the text when they look like text: the first is a
    heading, stands in a table or closes a sentence, and no abstract follows.
    """
    end = head_end(blocks)
    lines = classify_head(blocks, end, language)
    last = max((each.line.block for each in lines if each.kind is not Kind.TEXT), default=-1)
    unknown = next((each.line for each in lines if each.line.block > last), None)
    following = blocks[end] if end < len(blocks) else None
    before_part = isinstance(following, Heading | Paragraph) and _is_part(following.prose)
    if unknown is None or before_part or not _looks_like_text(unknown, blocks[unknown.block]):
        return lines, end
    return tuple(each for each in lines if each.line.block <= last), last + 1


def _looks_like_text(line: Line, block: Block) -> bool:
    return line.level > 0 or isinstance(block, Table) or SENTENCE.search(line.text) is not None


def head_end(blocks: Sequence[Block]) -> int:
    """The place of the first block that is certainly no part of the head."""
    has_title = has_byline = False
    for place, block in enumerate(blocks):
        if _ends_head(blocks, place, has_title=has_title, has_byline=has_byline):
            return place
        for line in block_lines(block, place):
            strong = strong_kind(line)
            has_byline = has_byline or strong is Kind.AUTHORS or (has_title and _is_byline_like(line))
            has_title = has_title or strong is Kind.TITLE or (strong is None and not _is_byline_like(line))
    return len(blocks)


def _is_byline_like(line: Line) -> bool:
    """Whether a line may be of the authors; a heading that names an institution is a title about one."""
    kind = weak_kind(line)
    return kind in (Kind.AUTHORS, Kind.ROLE) or (kind is Kind.AFFILIATION and not line.level)


def _ends_head(blocks: Sequence[Block], place: int, *, has_title: bool, has_byline: bool) -> bool:
    block = blocks[place]
    match block:
        case ItemList():
            return has_title and not _follows_author_label(blocks, place) and not _lists_affiliations(block, place)
        case Quote():
            return False
        case Table():
            return has_title and not _tells_of_authors(block, place)
        case Heading():
            return has_title and _heading_ends_head(blocks, place, has_byline=has_byline)
        case Paragraph(prose, style):
            if style in ("abstract", "keywords") or _is_part(prose):
                return has_title or not isinstance(block, Heading)
            return has_title and is_running_text(prose) and not _may_be_long(blocks, place)
    return has_title


def _tells_of_authors(block: Table, place: int) -> bool:
    """Whether a table lays out the authors: it has no caption, and names, institutions or addresses in its cells."""
    return not block.caption and any(
        is_institution(line.text)
        or "@" in line.text
        or ((byline := read_byline(line.prose)) and is_sure_byline(byline))
        for line in block_lines(block, place)
    )


def _lists_affiliations(block: Block, place: int) -> bool:
    """Whether every item begins with a marker or names an institution."""
    return all(_begins_with_mark(line) or is_institution(line.text) for line in block_lines(block, place))


def _follows_author_label(blocks: Sequence[Block], place: int) -> bool:
    before = blocks[place - 1] if place else None
    text = before.prose.text.strip() if isinstance(before, Heading | Paragraph) else ""
    return bool(text) and label_end(text + " ") >= len(text)


def _heading_ends_head(blocks: Sequence[Block], place: int, *, has_byline: bool) -> bool:
    block = blocks[place]
    assert isinstance(block, Heading)
    if _is_part(block.prose):
        return True
    if block.prose.text[:1].isdigit() and has_byline:
        return True
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    if not has_byline or not isinstance(following, Paragraph) or _is_part(following.prose):
        return False
    is_text = is_running_text(following.prose) or _is_sentence(following, place + 1)
    return is_text and not _may_be_long(blocks, place + 1)


def _is_sentence(block: Paragraph, place: int) -> bool:
    """Whether a short paragraph is a sentence that says nothing of authors, dates or the journal."""
    line = next(block_lines(block, place), None)
    is_known = line is None or strong_kind(line) is not None or weak_kind(line) is not Kind.TEXT
    return not is_known and SENTENCE.search(block.prose.text.strip()) is not None


def _is_part(prose: Prose) -> bool:
    """Whether a label of the abstract, the keywords or the text itself stands here."""
    whole = label_of(prose.text)
    run_in = label_at_start(prose.text)
    return bool((whole and whole.kind in PARTS) or (run_in and run_in[0].kind in ("abstract", "keywords")))


def _may_be_long(blocks: Sequence[Block], place: int) -> bool:
    """Whether a line of the head of any length stands here: a licence, a citation on the line of its label or the
    next.
    """
    first = next(block_lines(blocks[place], place), None)
    if first is None:
        return False
    is_known = strong_kind(first) in ANYWHERE or read_byline(first.prose) is not None
    return is_known or _is_address(blocks[place]) or follows_citation_label(blocks, place)


def _is_address(block: Block) -> bool:
    """A long line of affiliations: an institution at its beginning, and a marker, an address or a country with it."""
    if not isinstance(block, Paragraph) or len(block.prose.text) > LONGEST_ADDRESS:
        return False
    text = block.prose.text
    begins = is_institution(text[:80])
    closes = any(True for _ in iter_contacts(block.prose)) or country_at_end(text) is not None
    return (begins and (closes or any(True for _ in iter_labels(text)))) or (
        closes and is_institution(text) and "@" in text
    )


def follows_citation_label(blocks: Sequence[Block], place: int) -> bool:
    """Whether the block before consists of a label such as `How to cite`."""
    before = blocks[place - 1] if place else None
    label = label_of(before.prose.text) if isinstance(before, Heading | Paragraph) else None
    return label is not None and label.kind == "cite-as"


def classify_head(blocks: Sequence[Block], end: int, language: str) -> tuple[Classified, ...]:
    """The lines of the head and what they are, with their order weighed."""
    lines = list(head_lines(blocks, 0, end))
    kinds = [strong_kind(line) for line in lines]
    _continue_blocks(lines, kinds)
    _find_listed_authors(blocks, lines, kinds)
    _drop_late_types(lines, kinds)
    _find_journal_titles(lines, kinds)
    title = title_place(lines, kinds, language)
    if title is not None:
        kinds[title] = Kind.TITLE
    settled = [kind or weak_kind(line) for line, kind in zip(lines, kinds, strict=True)]
    if title is not None:
        settle_titles(lines, settled, title, language)
    _settle_rest(lines, settled, language)
    return tuple(Classified(line, kind) for line, kind in zip(lines, settled, strict=True))


def _find_listed_authors(blocks: Sequence[Block], lines: list[Line], kinds: list[Kind | None]) -> None:
    """The items of a list below `Authors:` are an author each."""
    for place, line in enumerate(lines):
        is_listed = isinstance(blocks[line.block], ItemList) and _follows_author_label(blocks, line.block)
        if is_listed and read_byline(line.prose):
            kinds[place] = Kind.AUTHORS


def _continue_blocks(lines: list[Line], kinds: list[Kind | None]) -> None:
    """The lines of a block that begins with a suggested citation, a licence or a statement belong to it."""
    for place in range(1, len(lines)):
        before = kinds[place - 1]
        if before in (Kind.CITATION, Kind.LICENSE, Kind.STATEMENT) and kinds[place] in (None, Kind.JOURNAL, Kind.DOI):
            label_alone = label_of(lines[place - 1].text) is not None
            if not lines[place].opens_block or label_alone:
                kinds[place] = before


def _find_journal_titles(lines: list[Line], kinds: list[Kind | None]) -> None:
    """The journal's name above the title: beside a line of the journal, or a name that begins as journals' names do."""
    for place, line in enumerate(lines[:TOP_LINES]):
        if line.level == 1 or kinds[place] is Kind.TITLE:
            return
        if kinds[place] is not None or len(line.text) > LONGEST_JOURNAL_NAME or _begins_with_mark(line):
            continue
        following = kinds[place + 1] if place + 1 < len(kinds) else None
        is_beside = following is Kind.JOURNAL and place == 0
        others = [each for each in lines[place + 1 : place + TOP_LINES] if each.is_prominent or not line.is_prominent]
        if others and (is_beside or _is_journal_name(line)) and line.level != 1:
            kinds[place] = Kind.JOURNAL


def _is_journal_name(line: Line) -> bool:
    words = words_of("masthead", "journal")
    tokens = line.folded.replace(".", " ").split()
    starts = bool(tokens) and tokens[0] in words | JOURNAL_NAMES
    return starts or any(token in SURE_NAMES for token in tokens[1:4])


def _drop_late_types(lines: list[Line], kinds: list[Kind | None]) -> None:
    """A line that names a type stands above the title; below a heading it is a part of the titles or of the text."""
    for place, kind in enumerate(kinds):
        is_other = lines[place].level or lines[place].text.endswith(".")
        if kind is Kind.TYPE and any(line.level for line in lines[:place]) and is_other:
            kinds[place] = None


def _settle_rest(lines: list[Line], kinds: list[Kind], language: str) -> None:
    """Lines that say nothing by themselves take their kind from the line before."""
    has_authors = False
    for place, line in enumerate(lines):
        before = kinds[place - 1] if place else None
        if kinds[place] is Kind.AUTHORS and has_authors and not _is_further_byline(lines, kinds, place):
            kinds[place] = Kind.TEXT
        has_authors = has_authors or kinds[place] is Kind.AUTHORS
        if has_authors and _begins_with_mark(line) and kinds[place] in (Kind.AUTHORS, Kind.TEXT, Kind.ROLE):
            kinds[place] = Kind.AFFILIATION
        if kinds[place] is not Kind.TEXT or not has_authors:
            continue
        if _is_dedication(line):
            kinds[place] = Kind.DEDICATION
            continue
        if line.is_prominent and len(line.text.split()) > 3 and is_in_other_language(line.text, language):
            kinds[place] = Kind.TRANS_TITLE
        elif before is Kind.EPIGRAPH and len(line.text) < 120:
            kinds[place] = Kind.EPIGRAPH
        elif before is Kind.AFFILIATION and _goes_on_address(lines[place - 1], line):
            kinds[place] = Kind.AFFILIATION
        elif before in (Kind.AUTHORS, Kind.ROLE) and len(line.text) < 120 and not line.level and not _is_told(line):
            kinds[place] = Kind.ROLE if not is_institution(line.text) else Kind.AFFILIATION


def _is_told(line: Line) -> bool:
    """Whether a line is a sentence, and so the text and nobody's role."""
    return len(line.text.split()) > LONGEST_ROLE and SENTENCE.search(line.text) is not None


def _goes_on_address(before: Line, line: Line) -> bool:
    """Whether a line without a word of its own goes on with the affiliation above it."""
    same_look = look_alike(before, line) and len(line.text) < 120
    has_numbers = any(character.isdigit() for character in line.text) or country_at_end(line.text) is not None
    return same_look and (before.block == line.block or has_numbers)


def _begins_with_mark(line: Line) -> bool:
    """Whether a raised marker stands first: what follows belongs to an author above."""
    first = line.prose.strip().runs[0]
    return Style.SUP in first.marks or MARKED.match(line.text) is not None


def _is_dedication(line: Line) -> bool:
    return line.prose.is_all(Style.ITALIC) and DEDICATION.match(line.text) is not None


def _is_further_byline(lines: list[Line], kinds: list[Kind], place: int) -> bool:
    """Names below names: surely names, or in the dress of those above."""
    byline = read_byline(lines[place].prose)
    if byline is None or is_sure_byline(byline):
        return True
    before = next((each for each in reversed(range(place)) if kinds[each] is Kind.AUTHORS), place)
    return before == place - 1 or look_alike(lines[before], lines[place])


def replaced(classified: Classified, prose: Prose) -> Classified:
    """The same line with other prose."""
    return replace(classified, line=replace(classified.line, prose=prose))
