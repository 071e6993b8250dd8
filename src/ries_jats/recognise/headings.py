"""Headings found: set apart in bold, as plain lines, glued to a paragraph; broken ones joined, false ones made text.

In a manuscript that a person wrote only what is bold, numbered or named counts; how an extracted text marks its
headings is chance, and the look of a line, its place and the other headings must tell.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ..article.blocks import Block, Figure, Heading, ItemList, ListItem, Paragraph, Quote, Table
from ..article.prose import LINE_BREAK, OBJECT, Image, NoteCall, Origin, Prose, Run, Style
from ..lexicon import fold, label_of, words_of
from .affiliations import is_institution
from .captions import is_caption_line
from .enumeration import ALONE, Numbered, division, number_of, readings, unnumbered
from .glued import split_glued
from .hierarchy import CLOSING, NAMED, UNKNOWN
from .lines import SENTENCE, SENTENCE_END
from .text import Text

LONGEST_HEADING = 200
LONGEST_PLAIN = 120
"""Characters of a line that nothing but its place tells to be a heading."""
SHORTEST_NEIGHBOUR = 120
"""Characters of the paragraphs between which such a line stands."""
MOST_WORDS = 30
"""Words from which a line that closes like a sentence is one, though it is marked as a heading."""
TOP = NAMED | CLOSING
OPEN_SIGN = re.compile(r"[,:\-–—(«“/&]$")
QUOTED = "«“\"'‘’”»"


def find_headings(text: Text) -> Text:
    """All passes on headings, in their order."""
    passes: tuple[Callable[[Text], Text], ...] = (
        (drop_false_headings, split_glued, mark_headings, mark_plain_headings, join_headings)
        if text.is_extracted
        else (mark_headings, join_headings)
    )
    for each in passes:
        text = each(text)
    return text


# False headings


def drop_false_headings(text: Text) -> Text:
    """Lines of running text that extraction marked as headings are text again, whole with the sentence they cut."""
    kept: list[Block] = []
    end = text.end
    for place, block in enumerate(text.blocks):
        if place < end and isinstance(block, Heading) and _is_false(block, kept[-1:], text.blocks[place + 1 :]):
            text = text.noting("heading-false", block.prose)
            kept[-1:] = _continued(kept[-1:], block.prose)
        elif place < end and isinstance(block, Paragraph) and _is_after_fragment(text, kept[-1:], block):
            kept[-1:] = _continued(kept[-1:], block.prose)
        else:
            kept.append(block)
    return replace(text, blocks=tuple(kept))


def _is_false(heading: Heading, before: Sequence[Block], following: Sequence[Block]) -> bool:
    line = heading.prose.text.strip()
    if line.endswith((",", ";")):
        return not following or not isinstance(following[0], Heading)
    if line[:1].islower() and not readings(line):
        return any(isinstance(each, Paragraph) and is_open(each.prose) for each in before)
    is_sentence = bool(SENTENCE.search(line)) and len(line.split()) > MOST_WORDS
    return is_sentence and not readings(line)


def is_open(prose: Prose) -> bool:
    """Whether the text does not end with its last character: no sign closes the sentence."""
    last = uncalled(prose).text.rstrip()
    return bool(last) and (last[-1].isalnum() or last[-1] in ",-–—'’(«“")


def uncalled(prose: Prose) -> Prose:
    """Without the call-outs at the end."""
    runs = prose.runs
    while runs and (any(isinstance(mark, NoteCall) for mark in runs[-1].marks) or not runs[-1].text.strip()):
        runs = runs[:-1]
    return Prose(runs)


def _continued(before: Sequence[Block], prose: Prose) -> list[Block]:
    """A fragment at the end of the open paragraph before it, else a paragraph of its own after it."""
    last = before[-1] if before else None
    if isinstance(last, Paragraph) and is_open(last.prose) and prose.text.lstrip()[:1].islower():
        return [Paragraph(joined(last.prose, prose), last.style)]
    return [*before, Paragraph(prose)]


def _is_after_fragment(text: Text, before: Sequence[Block], block: Paragraph) -> bool:
    """Whether a paragraph goes on with the sentence of a heading that became text."""
    last = before[-1] if before else None
    fragments = {each.quote for each in text.findings if each.code == "heading-false"}
    return (
        isinstance(last, Paragraph)
        and any(last.prose.text.rstrip().endswith(quote) for quote in fragments)
        and is_open(last.prose)
        and block.prose.text.lstrip()[:1].islower()
    )


def joined(one: Prose, other: Prose) -> Prose:
    """Both with a space between."""
    return Prose((*one.strip().runs, Run(" ", origin=Origin.GENERATED), *other.strip().runs))


# Paragraphs that are headings


def mark_headings(text: Text) -> Text:
    """Lines set apart in bold, numbered in one series, or the name of a part, are headings too."""
    levels = [block.level for block in text.blocks if isinstance(block, Heading) and not text.is_extracted]
    top, lowest = min(levels, default=UNKNOWN), max(levels, default=UNKNOWN)
    numbered = _numbered_lines(text)
    kept = []
    for place, block in enumerate(text.blocks):
        prose = _line(block)
        if prose is None or _is_of_table(text.blocks, place):
            kept.append(block)
        elif _names_part(prose):
            kept.append(Heading(prose, top))
        elif place in numbered or (
            _is_bold_title(prose) and not (text.is_extracted and _is_figures(unnumbered(prose.text)))
        ):
            kept.append(Heading(prose, lowest))
        else:
            kept.append(block)
    return replace(text, blocks=tuple(kept))


def _line(block: Block) -> Prose | None:
    """The line that a block is: a short paragraph, or a list of one short item with its number."""
    match block:
        case Paragraph(prose) if 0 < len(prose.text.strip()) <= LONGEST_HEADING and not _holds_object(prose):
            return prose
        case ItemList(items=(ListItem(label, (Paragraph(prose),)),)) if label and len(prose.text) <= LONGEST_HEADING:
            return Prose((*label.runs, Run(" ", origin=Origin.GENERATED), *prose.runs))
    return None


def _holds_object(prose: Prose) -> bool:
    return prose.has(Image) or OBJECT in prose.text


def _names_part(prose: Prose) -> bool:
    if prose.has(NoteCall):
        return False
    found = label_of(unnumbered(prose.text)) or label_of(prose.text)
    return found is not None and found.kind in TOP


def _is_bold_title(prose: Prose) -> bool:
    line = prose.text.strip()
    is_closed = bool(SENTENCE_END.search(unnumbered(line))) or line.endswith((".", ";", ","))
    return prose.is_all(Style.BOLD) and not is_closed and any(map(str.isalpha, line)) and not prose.has(NoteCall)


def _is_of_table(blocks: Sequence[Block], place: int) -> bool:
    """Whether a line is the caption of a table or figure beside it."""
    beside = [*blocks[max(0, place - 2) : place], *blocks[place + 1 : place + 3]]
    prose = _line(blocks[place]) or Prose()
    return any(isinstance(each, Table | Figure) or _is_image(each) for each in beside) and is_caption_line(prose.text)


def _is_image(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.prose.has(Image) and not block.prose.text.strip(OBJECT + " \n")


def _numbered_lines(text: Text) -> frozenset[int]:
    """Places of numbered lines that stand alone between other blocks and make a series, with headings or by
    themselves.
    """
    blocks = text.blocks
    candidates = {
        place: number
        for place, block in enumerate(blocks[: text.end])
        if (prose := _line(block))
        and (number := number_of(prose.text))
        and _stands_alone(blocks, place, prose)
        and not (text.is_extracted and _is_of_rows(blocks, place, prose))
    }
    known = [number for block in blocks if isinstance(block, Heading) and (number := number_of(block.prose.text))]
    taken = {(number.style, number.values) for number in known}
    return frozenset(
        place
        for place, number in candidates.items()
        if (number.is_sure or (number.style, number.values) not in taken)
        and _has_neighbour(number, [*known, *candidates.values()])
    )


def _has_neighbour(number: Numbered, others: Sequence[Numbered]) -> bool:
    """Whether the number before it or after it is there; `1.1` and `1.` are neighbours too."""
    if number.kind.startswith("division"):
        return any(each.kind == number.kind and each.value != number.value for each in others)
    same = any(each.style == number.style and (each.follows(number) or number.follows(each)) for each in others)
    deeper = len(number.values) > 1 and any(each.values == number.values[:-1] for each in others)
    above = any(each.values[:-1] == number.values and each.kind == number.kind for each in others)
    return same or deeper or above


def _stands_alone(blocks: Sequence[Block], place: int, prose: Prose) -> bool:
    """Whether a numbered line opens a part: it closes like no sentence, and no item of a list is beside it."""
    line = prose.text.strip()
    if line.endswith((".", ";", ",", ":", "?")) and not line.endswith("..."):
        return False
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    if not isinstance(following, Paragraph | Heading | Quote | Table | ItemList):
        return False
    before = _line(blocks[place - 1]) if place else None
    after = _line(following) if not isinstance(following, Heading) else None
    number = number_of(prose.text)
    return not any(
        near is not None and (other := number_of(near.text)) and number and other.style == number.style
        for near in (before, after)
    )


def _is_of_rows(blocks: Sequence[Block], place: int, prose: Prose) -> bool:
    """Whether a line is rather from a row of a table: it does not close, and no paragraph of the text follows."""
    following = blocks[place + 1]
    is_text = (
        not isinstance(following, Paragraph)
        or len(following.prose.text) >= SHORTEST_NEIGHBOUR
        or (number_of(following.prose.text) is not None)
    )
    return not is_text or ends_openly(prose.text) or _is_figures(unnumbered(prose.text))


# Plain lines of an extracted text


def mark_plain_headings(text: Text) -> Text:
    """Short lines between two full paragraphs: an extraction that lost the look of a heading leaves nothing else."""
    kept: list[Block] = []
    end = text.end
    for place, block in enumerate(text.blocks):
        if place < end and isinstance(block, Paragraph) and _is_plain_heading(text.blocks, place, block.prose):
            text = text.noting("heading-uncertain", block.prose)
            kept.append(Heading(block.prose, UNKNOWN))
        else:
            kept.append(block)
    return replace(text, blocks=tuple(kept))


def _is_plain_heading(blocks: Sequence[Block], place: int, prose: Prose) -> bool:
    line = prose.text.strip()
    is_line = looks_like_title(prose) and not ends_openly(line) and not _is_reference(line)
    if not is_line or is_caption_line(line) or place == 0 or place + 1 == len(blocks):
        return False
    before, following = blocks[place - 1], blocks[place + 1]
    is_above_another = isinstance(following, Heading) and bool(readings(line))
    is_below_another = isinstance(before, Heading) and bool(readings(line))
    return (is_below_another or _is_full(before)) and (is_above_another or _is_full(following, opens=True))


def looks_like_title(prose: Prose) -> bool:
    """Whether a short line may be a title: a capital or a number first, no sign of a sentence at the end."""
    line = prose.text.strip()
    words = re.findall(r"[^\W\d_]{2,}", line)
    is_fragment = len(words) < 3 and bool(words) and fold(words[0]) in words_of("function-words", "words")
    is_short = 0 < len(line) <= LONGEST_PLAIN and "\n" not in line and LINE_BREAK not in line
    opens = line.lstrip(QUOTED + "¿¡ ")[:1]
    return (
        is_short
        and bool(words)
        and not is_fragment
        and (opens.isupper() or _is_uncased(opens) or bool(readings(line)))
        and not re.search(r"[.,;:\-–—…)°º]$", line)
        and not SENTENCE_END.search(unnumbered(line))
        and not prose.has(NoteCall)
        and not _holds_object(prose)
        and "@" not in line
        and "://" not in line
        and not _is_figures(line)
    )


def _is_uncased(character: str) -> bool:
    return character.isalpha() and not character.isupper() and not character.islower()


def _is_figures(line: str) -> bool:
    """Whether a line is rather of numbers than of words, or ends with one that is no year: a row of a table."""
    words = line.split()
    numbers = sum(any(map(str.isdigit, word)) for word in words)
    return numbers * 2 > len(words) or bool(re.search(r"(?:^|\s)(?!\d{4}$)[\d.,]*\d\s*%?$", line))


def _is_reference(line: str) -> bool:
    """Whether a line is a piece of a reference or of an address."""
    is_cited = re.search(r"\(\d{4}|\d{4}\)|\[|\. |[.,]\s*[»”\"']$", unnumbered(line))
    return bool(is_cited) or (line.count(",") > 1 and is_institution(line))


def _is_full(block: Block, *, opens: bool = False) -> bool:
    """Whether a block is a paragraph of the text that closes a sentence (or opens one); a list counts for one."""
    if isinstance(block, ItemList):
        return not opens
    if not isinstance(block, Paragraph) or len(block.prose.text) < SHORTEST_NEIGHBOUR:
        return False
    if opens:
        first = block.prose.text.lstrip(QUOTED + " \n([")[:1]
        return not first.islower() and not first.isdigit()
    return not is_open(block.prose) and not block.prose.text.rstrip().endswith(":")


# Broken headings


def join_headings(text: Text) -> Text:
    """Headings that were broken over two blocks, as one."""
    kept: list[Block] = []
    end = text.end if text.is_extracted else len(text.blocks)
    for place, block in enumerate(text.blocks):
        last = kept[-1] if kept else None
        if place <= end and isinstance(last, Heading) and isinstance(block, Heading) and _belong(last, block, text):
            kept[-1] = replace(last, prose=joined(last.prose, block.prose))
        elif isinstance(last, Heading) and text.is_extracted and _ends_heading(last, block, text.blocks[place + 1 :]):
            kept[-1] = replace(last, prose=joined(last.prose, _line(block) or Prose()))
        else:
            kept.append(block)
    return replace(text, blocks=tuple(kept))


def _belong(one: Heading, other: Heading, text: Text) -> bool:
    if _names_part(one.prose) or _names_part(other.prose) or readings(other.prose.text) or division(other.prose.text):
        return False
    if not text.is_extracted and one.level != other.level:
        return False
    is_number = bool(ALONE.fullmatch(one.prose.text)) and bool(re.search(r"\d|[IVX]", one.prose.text))
    small = text.is_extracted and other.prose.text.lstrip()[:1].islower()
    return is_number or small or ends_openly(one.prose.text) or (text.is_extracted and _is_first_word(one, other))


def _is_first_word(one: Heading, other: Heading) -> bool:
    """Whether extraction set one word of a title on a line of its own; both look alike and nothing stands between."""
    alike = one.prose.is_all(Style.BOLD) == other.prose.is_all(Style.BOLD)
    return alike and len(one.prose.text.split()) == 1


def ends_openly(line: str) -> bool:
    """Whether a title goes on after its last word: an article, a preposition, a sign that joins, an open bracket."""
    line = line.strip()
    if OPEN_SIGN.search(line) or line.count("(") > line.count(")") or line.count("«") > line.count("»"):
        return True
    words = fold(line).split()
    is_letter = len(line.split()[-1]) == 1 and line[-1].isupper()
    return len(words) > 1 and words[-1] in words_of("linking", "words") and not is_letter


def _ends_heading(heading: Heading, block: Block, following: Sequence[Block]) -> bool:
    """Whether a small line after an open heading is its end: it begins small, or the heading does not close."""
    prose = _line(block) if isinstance(block, Paragraph) else None
    if prose is None or not following or _names_part(heading.prose):
        return False
    line = prose.text.strip()
    is_line = len(line) <= LONGEST_PLAIN and not re.search(r"[.,;:?!]$|://|www\.|@", line) and not prose.has(NoteCall)
    follows = isinstance(following[0], Paragraph) and len(following[0].prose.text) >= SHORTEST_NEIGHBOUR
    return is_line and follows and (line[:1].islower() or ends_openly(heading.prose.text))
