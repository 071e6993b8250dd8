"""Headings that extraction glued to the end of the paragraph before or to the beginning of the one after."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ..article.blocks import Block, Heading, ItemList, ListItem, Paragraph
from ..article.prose import NoteCall, Origin, Prose, Run, Style
from ..lexicon import fold, label_of, words_of
from .enumeration import Numbered, number_of, unnumbered
from .hierarchy import NAMED, UNKNOWN
from .lines import SENTENCE_END
from .text import Text

LONGEST = 200
SHORTEST_REST = 80
"""Characters of the paragraph that is left when its heading is cut off."""
SHORTEST_BEFORE = 30
"""Characters of a paragraph at whose end a heading may have been glued."""
CLOSED = re.compile(r"[.!?…»”\"')\]:]\s?\[?\d{0,3}\]?\s*$")
"""How a paragraph ends at which a heading was glued."""
BOUNDARY = re.compile(
    r"(?<!\s\d)(?<!\s\d\d)(?<!\s[A-Z])(?<!\s[IVX]{2})(?<!\s[IVX]{3})[.!?…»”\"')\]]\d{0,3}\s+(?=[«“\"'‘¿¡]?[A-ZÀ-Þ0-9])"
)
"""The end of a sentence, with the number of a note; the full stop after the number of a title is none."""
NEW_SENTENCE = re.compile(r"(?<=[a-zß-öø-ÿœ»”\"')\]?])\s+(?=([A-ZÀ-Þ][^\W\d_]*)['’\s])")
"""A capital inside a line, after a small letter and no full stop: a sentence begins where a title ended."""
FEWEST_WORDS = 4
"""Words of a title in capitals of English that is set apart by nothing else."""


def split_glued(text: Text) -> Text:
    """Paragraphs without the headings at their ends, which stand before and after them."""
    kept: list[Block] = []
    end = text.end
    splitter = _Splitter(text)
    for place, block in enumerate(text.blocks):
        pieces = list(splitter.pieces(place)) if place < end else [block]
        kept += pieces
        for piece in pieces:
            if isinstance(piece, Heading) and piece.prose in splitter.uncertain:
                text = text.noting("heading-uncertain", piece.prose)
    return replace(text, blocks=tuple(kept))


class _Splitter:
    """Cuts headings off, with the other headings of the article in mind."""

    def __init__(self, text: Text) -> None:
        self._text = text
        lines = [block.prose for block in text.blocks if isinstance(block, Heading | Paragraph) and _is_line(block)]
        self._known = [number for prose in lines if (number := number_of(prose.text))]
        self._bold_heads = sum(prose.is_all(Style.BOLD) for prose in lines)
        self.uncertain: list[Prose] = []

    def pieces(self, place: int) -> Iterator[Block]:
        """The block, or its paragraph with the headings that were glued to it."""
        block = self._text.blocks[place]
        prose = _whole(block)
        if prose is None:
            yield block
            return
        head = self._bold_head(prose) or self._plain_head(prose)
        rest = prose.cut(head)
        inside = self._inside(rest)
        following = self._text.blocks[place + 1] if place + 1 < len(self._text.blocks) else None
        tail = None if inside else self._tail(rest, following)
        if not head and tail is None and not inside:
            yield block
            return
        if head:
            yield Heading(prose.cut(0, head).strip(), UNKNOWN)
        start, end = inside or (tail, None)
        yield Paragraph(rest.cut(0, start).strip())
        if start is not None:
            yield Heading(rest.cut(start, end).strip(), UNKNOWN)
        if end is not None:
            yield Paragraph(rest.cut(end).strip())

    def _tail(self, prose: Prose, following: Block | None) -> int | None:
        return self._bold_tail(prose, following) or self._plain_tail(prose, following)

    def _inside(self, prose: Prose) -> tuple[int, int] | None:
        """Where a title stands at whose end repair joined two paragraphs, because no full stop closed the first."""
        end = 0
        for run in prose.runs:
            if run.origin is Origin.GENERATED and run.text == " " and len(prose.text) - end > SHORTEST_REST:
                start = self._tail(prose.cut(0, end), Paragraph(prose.cut(end).strip()))
                if start is not None:
                    return start, end
            end += len(run.text)
        return None

    def _bold_head(self, prose: Prose) -> int:
        """Where a bold title at the beginning ends, 0 without one. `**Title.** Text` is the author's own form."""
        end = _bold_end(prose)
        line, rest = prose.text[:end].strip(), prose.text[end:].lstrip()
        if not line or len(rest) < SHORTEST_REST or len(line) > LONGEST or prose.cut(0, end).has(NoteCall):
            return 0
        opens = rest.lstrip("«“\"'¿¡ ")[:1].isupper()
        named = _names(line) or self._is_known(number_of(line))
        many = len(line.split()) > (1 if self._bold_heads > 1 else FEWEST_WORDS) and line[-1].isalnum()
        return end if opens and (named or many) and not SENTENCE_END.search(unnumbered(line)) else 0

    def _plain_head(self, prose: Prose) -> int:
        """Where a title ends that only its number in the series gives away."""
        number = number_of(prose.text)
        if not number or not self._is_known(number) or len(prose.text) < SHORTEST_REST:
            return 0
        return new_sentence(prose.text, number.end)

    def _is_known(self, number: Numbered | None) -> bool:
        """Whether the number before or after it heads another part."""
        if number is None:
            return False
        if number.kind.startswith("division"):
            return any(each.kind == number.kind and each.value != number.value for each in self._known)
        is_child = len(number.values) > 1 and any(each.values == number.values[:-1] for each in self._known)
        return is_child or any(each.follows(number) or number.follows(each) for each in self._known)

    def _bold_tail(self, prose: Prose, following: Block | None) -> int | None:
        """Where a bold title at the end begins, after a closed sentence."""
        start = _bold_start(prose)
        line = prose.text[start:].strip()
        before = prose.text[:start]
        if len(before) < SHORTEST_BEFORE or not CLOSED.search(before) or not _opens(line) or len(line) > LONGEST:
            return None
        is_title = (
            not re.search(r"[.,;]$", line) and not SENTENCE_END.search(unnumbered(line)) and following is not None
        )
        return start if is_title and not prose.cut(start).has(NoteCall) else None

    def _plain_tail(self, prose: Prose, following: Block | None) -> int | None:
        """Where a title at the end begins that its number in the series, its name or its capitals give away."""
        starts = [match.end() for match in BOUNDARY.finditer(prose.text) if match.end() >= SHORTEST_BEFORE]
        if not starts or not isinstance(following, Paragraph) or not _opens(following.prose.text):
            return None
        for start in starts[-2:]:
            line = prose.text[start:].strip()
            if len(line) > LONGEST or re.search(r"[.,;?!]$", line) or prose.cut(start).has(NoteCall):
                continue
            if self._is_known(number_of(line)) or (_names(line) and len(following.prose.text) > SHORTEST_REST):
                return start
            if self._text.language == "en" and _is_in_title_case(line):
                self.uncertain.append(prose.cut(start).strip())
                return start
        return None


def new_sentence(line: str, start: int = 0) -> int:
    """Where a sentence begins in the middle of `line` though no full stop closes the words before it; 0 if nowhere."""
    for match in NEW_SENTENCE.finditer(line, start, LONGEST):
        before = line[start : match.start()]
        if SENTENCE_END.search(before):
            break
        if len(before.split()) > 1 and _begins_sentence(match[1]) and not _links(before):
            return match.end() if len(line) - match.end() >= SHORTEST_REST else 0
    return 0


def _is_line(block: Heading | Paragraph) -> bool:
    return isinstance(block, Heading) or 0 < len(block.prose.text.strip()) < LONGEST


def _whole(block: Block) -> Prose | None:
    """A paragraph's prose; that of a list of one long item with its number before it."""
    match block:
        case Paragraph(prose, ""):
            return prose
        case ItemList(items=(ListItem(label, (Paragraph(prose),)),)) if label and len(prose.text) > LONGEST:
            return Prose((*label.runs, Run(" ", origin=Origin.GENERATED), *prose.runs))
    return None


def _names(line: str) -> bool:
    found = label_of(unnumbered(line)) or label_of(line)
    return found is not None and found.kind in NAMED


def _opens(line: str) -> bool:
    opening = line.lstrip("«“\"'‘¿¡ (")[:1]
    return opening.isupper() or opening.isdigit()


def _bold_end(prose: Prose) -> int:
    """The length of what is bold at the beginning."""
    end = 0
    for run in prose.runs:
        if Style.BOLD not in run.marks and run.text.strip():
            break
        end += len(run.text)
    return end if end < len(prose.text) else 0


def _bold_start(prose: Prose) -> int:
    """Where what is bold at the end begins."""
    start = len(prose.text)
    for run in reversed(prose.runs):
        if Style.BOLD not in run.marks and run.text.strip():
            break
        start -= len(run.text)
    return start + len(prose.text[start:]) - len(prose.text[start:].lstrip())


def _begins_sentence(word: str) -> bool:
    """Whether a word with a capital is one that names nothing: an article, a pronoun, a preposition."""
    folded = fold(word)
    return folded in words_of("function-words", "words") | words_of("linking", "words")


def _links(line: str) -> bool:
    words = fold(line).split()
    return bool(words) and words[-1] in words_of("linking", "words")


def _is_in_title_case(line: str) -> bool:
    """Whether nearly all words but those that link begin with a capital, as in English titles."""
    words = re.findall(r"[^\W\d_]{2,}", line)
    small = [fold(word) for word in words if word[0].islower()]
    capitals = len(words) - len(small)
    linking = words_of("linking", "words") | words_of("function-words", "words")
    others = sum(word not in linking for word in small)
    return capitals >= FEWEST_WORDS and capitals > len(small) and 3 * others <= capitals
