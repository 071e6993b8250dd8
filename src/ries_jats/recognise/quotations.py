"""Block quotations: attributions apart, verse, epigraphs; quotations that extraction left as plain paragraphs.

A paragraph is made a quotation only where its neighbours say so: a colon above with a look of its own, a quotation
above whose translation it is, siblings of one series that are quotations.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ..article.blocks import Block, Paragraph, Quote
from ..article.prose import NoteCall, Prose, Run, Style
from ..lexicon import fold, lexicons, words_of
from .attributions import CITED, take_attributions
from .headings import is_open, joined
from .quote_styles import read_styles
from .text import Text
from .verse import FEWEST_LINES, read_set_in_verse, read_verse

PAGE_CITED = re.compile(
    r"\((?:[^()]*(?:[:,;]|\bpp?\.|\bpág\.|\bS\.)\s?|(?:[Qq]td\.\s)?[Ii]n\s[^()]*|[Ii]bid[^()]*)?\d{1,4}(?:\s?[-–]\s?\d{1,4})?\)[.»”\"]*\s*$"
)
"""Words and all, a citation that names a page closes what was quoted: `(539).`, `(Larch, 2003: 12)`."""
YEAR_ONLY = re.compile(r"\([^()]*(?:1[4-9]|20)\d\d[a-z]?\)[.»”\"]*\s*$")
FIRST_CITATION = re.compile(r"^[^()]*\([^()]*\d[^()]*\)\.\s+(?=[A-ZÀ-Þ])")
"""The first brackets of a paragraph, when they cite something and close a sentence."""
UNREAD_CALL = re.compile(r"(?<=[.!?»”\"')\]])\s?\[?\d{1,3}\]?$")
"""A number that repair has not known as a call-out."""
PAIRS = {"«": "»", "“": "”", '"': '"', "„": "“", "‘": "’"}
CLOSING = (")", "»", "”", '"', "’")
LAST_WORDS = 20
"""Words before a colon among which one of saying announces a quotation."""
SHORTEST_QUOTE = 60
"""Characters of a paragraph that may be set apart as a quotation; shorter ones are examples and formulas."""
SHORTEST_MARKED = 400
"""Characters of one in quotation marks: its author set a shorter one into the text."""
LONGEST_SIBLING = 300
FOREIGN = 0.12
"""Share of the small words of the article's language below which a text is written in another; its own has a third."""


def read_quotations(text: Text) -> Text:
    """All passes on quotations, in their order."""
    passes: tuple[Callable[[Text], Text], ...] = (
        (join_quotes, split_quoted, mark_siblings, mark_introduced, mark_translations, read_verse, take_attributions)
        if text.is_extracted
        else (read_styles, read_set_in_verse, read_verse, take_attributions)
    )
    for each in passes:
        text = each(text)
    return text


def _is_plain(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.style and bool(block.prose.text.strip())


def _quoted(text: Text, places: set[int]) -> Text:
    """With the paragraphs at `places` as quotations, each reported."""
    for place in sorted(places):
        block = text.blocks[place]
        assert isinstance(block, Paragraph)
        text = text.noting("quote-uncertain", block.prose)
    blocks = (Quote((block,)) if place in places else block for place, block in enumerate(text.blocks))
    return replace(text, blocks=tuple(blocks))


def _ending(prose: Prose) -> str:
    """The text without call-outs at its end, known as such or only raised."""
    runs = prose.runs
    while runs and (_is_call(runs[-1]) or not runs[-1].text.strip()):
        runs = runs[:-1]
    return UNREAD_CALL.sub("", Prose(runs).text.rstrip()).rstrip()


def _is_call(run: Run) -> bool:
    is_raised = Style.SUP in run.marks and run.text.strip().isdigit()
    return is_raised or any(isinstance(mark, NoteCall) for mark in run.marks)


def _is_called(prose: Prose) -> bool:
    """Whether a note is called at the end."""
    return _ending(prose) != prose.text.rstrip()


# Quotations that extraction cut or made


def join_quotes(text: Text) -> Text:
    """Two quotations of which the second goes on with the sentence of the first, as one; a quotation that goes on with
    the text above and is gone on with below, as text.
    """
    kept: list[Block] = []
    for place, block in enumerate(text.blocks):
        last = kept[-1] if kept else None
        if isinstance(last, Quote) and isinstance(block, Quote) and _goes_on(_last(last), _first(block)):
            kept[-1] = _whole(last, block)
        elif isinstance(block, Quote) and _is_text(last, block, text.blocks[place + 1 :]):
            kept += block.blocks
        else:
            kept.append(block)
    return replace(text, blocks=tuple(kept))


def _first(quote: Quote) -> Prose | None:
    return quote.blocks[0].prose if quote.blocks and isinstance(quote.blocks[0], Paragraph) else None


def _last(quote: Quote) -> Prose | None:
    return quote.blocks[-1].prose if quote.blocks and isinstance(quote.blocks[-1], Paragraph) else None


def _goes_on(one: Prose | None, other: Prose | None) -> bool:
    is_cut = one is not None and other is not None and is_open(one) and not one.text.rstrip().endswith(":")
    return is_cut and other is not None and other.text.lstrip()[:1].islower()


def _whole(one: Quote, other: Quote) -> Quote:
    before, after = _last(one), _first(other)
    assert before is not None
    assert after is not None
    return replace(one, blocks=(*one.blocks[:-1], Paragraph(joined(before, after)), *other.blocks[1:]))


def _is_text(before: Block | None, quote: Quote, following: Sequence[Block]) -> bool:
    """Whether a quotation is the middle of a sentence that begins above it and ends below."""
    after = following[0].prose if following and isinstance(following[0], Paragraph) else None
    above = before.prose if isinstance(before, Paragraph) else None
    return (
        _goes_on(above, _first(quote))
        and above is not None
        and above.text.rstrip()[-1:].isalnum()
        and (_goes_on(_last(quote), after))
    )


# Paragraphs that are quotations


def mark_siblings(text: Text) -> Text:
    """Paragraphs after a quotation, or three and more below a colon, of one shape that is not that of the text: a
    series of quotations.
    """
    places: set[int] = set()
    quote: Prose | None = None
    for place, block in enumerate(text.blocks):
        if isinstance(block, Quote):
            quote = _first(block) if len(block.blocks) == 1 else None
        elif quote is None and place and isinstance(block, Paragraph) and _opens_series(text.blocks, place):
            quote = block.prose
            places.add(place)
        elif quote is not None and isinstance(block, Paragraph) and _is_sibling(quote, block):
            places.add(place)
        else:
            quote = None
    return _quoted(text, places)


def _opens_series(blocks: Sequence[Block], place: int) -> bool:
    block = blocks[place]
    following = blocks[place + 1 : place + FEWEST_LINES]
    return (
        isinstance(block, Paragraph)
        and _introduces(blocks[place - 1])
        and _ending(block.prose)[-1:] in CLOSING
        and len(following) == FEWEST_LINES - 1
        and all(isinstance(each, Paragraph) and _is_sibling(block.prose, each) for each in following)
    )


def _is_sibling(quote: Prose, paragraph: Paragraph) -> bool:
    """Whether both are short, begin small and end with one sign, as no paragraph of the text does."""
    one, other = _ending(quote), _ending(paragraph.prose)
    is_short = max(len(one), len(other)) <= LONGEST_SIBLING and one[-1:] in CLOSING
    return is_short and not paragraph.style and one[:1].islower() and other[:1].islower() and one[-1:] == other[-1:]


def split_quoted(text: Text) -> Text:
    """A paragraph below words that name a speaker, cut after the first citation when that names a page and closes a
    sentence: extraction ran the text after a quotation into it.
    """
    kept: list[Block] = []
    for place, block in enumerate(text.blocks):
        before = text.blocks[place - 1] if place else None
        end = _quoted_length(before, block.prose) if isinstance(block, Paragraph) and not block.style else 0
        if end and isinstance(block, Paragraph):
            quoted, rest = block.prose.cut(0, end).strip(), block.prose.cut(end).strip()
            text = text.noting("quote-uncertain", quoted)
            kept += [Quote((Paragraph(quoted),)), Paragraph(rest)]
        else:
            kept.append(block)
    return replace(text, blocks=tuple(kept))


def _quoted_length(before: Block | None, prose: Prose) -> int:
    """The length of a quotation at the beginning of a paragraph, 0 when it is none or all of it."""
    line = prose.text
    first = FIRST_CITATION.search(line)
    if not isinstance(before, Paragraph) or not _introduces(before) or not first or line[:1] in PAIRS:
        return 0
    sentence = re.split(r"[.!?]\s", _ending(before.prose))[-1]
    cited = line[: first.end()].rstrip()
    is_long = len(cited) > 2 * SHORTEST_QUOTE and len(line) - first.end() > SHORTEST_QUOTE
    return first.end() if is_long and _cites_page(cited) and _names_person(sentence) and line[0].isupper() else 0


def mark_introduced(text: Text) -> Text:
    """Paragraphs below a colon that are all italic, all in quotation marks, in another language, or cite a page."""
    places = {
        place
        for place, block in enumerate(text.blocks)
        if isinstance(block, Paragraph)
        and _is_plain(block)
        and place
        and _introduces(text.blocks[place - 1])
        and (_looks_quoted(block.prose, text.language) or _is_announced(text.blocks[place - 1], block))
    }
    return _quoted(text, places)


def _introduces(block: Block) -> bool:
    return isinstance(block, Paragraph) and _ending(block.prose).endswith(":")


def _is_announced(before: Block, block: Paragraph) -> bool:
    """Whether the words above say that another speaks: one with a name, or a note or citation at the end says where, or
    quotation marks hold all.
    """
    line = _ending(block.prose)
    if not isinstance(before, Paragraph) or len(line) < SHORTEST_QUOTE or line[0].islower() or line.endswith(":"):
        return False
    sentence = re.split(r"[.!?]\s", _ending(before.prose))[-1]
    if line[0] in PAIRS:
        return _speaks(sentence) and _is_in_marks(line)
    is_placed = _is_called(block.prose) or re.search(r"\([^()]*\d[^()]*\)\.?$", line) is not None
    return _speaks(sentence) and (is_placed or _names_person(sentence))


def _speaks(sentence: str) -> bool:
    """Whether the last words before the colon are of saying, or name a person alone: `Pour Ida Larch :`."""
    words = _plain_words(sentence)
    names = re.fullmatch(r"\s*\S+(?:\s+[A-ZÀ-Þ][\w'’.-]+){1,4}\s?:", sentence)
    is_named = bool(words) and words[0] in words_of("quoting", "opening") and names is not None
    return is_named or any(word in words_of("quoting", "words") for word in words[-LAST_WORDS:])


def _names_person(sentence: str) -> bool:
    """Whether a word with a capital is there that begins no sentence by itself."""
    capitals = re.findall(r"(?<![\w'’])[A-ZÀ-Þ][\w-]{2,}", sentence)
    first = next(iter(re.findall(r"[\w-]+", sentence)), "")
    common = words_of("function-words", "words") | words_of("linking", "words")
    return any(word != first or fold(word) not in common for word in capitals) and len(capitals) > (
        capitals[:1] == [first]
    )


def _plain_words(line: str) -> list[str]:
    return fold(re.sub(r"[^\w'’ -]", " ", line)).split()


def _looks_quoted(prose: Prose, language: str) -> bool:
    line = _ending(prose)
    if len(line) < SHORTEST_QUOTE or line.endswith(":") or not line[:1].strip():
        return False
    return (
        prose.is_all(Style.ITALIC)
        or _is_translated(prose)
        or (_is_in_marks(line) and len(line) > SHORTEST_MARKED)
        or is_foreign(line, language)
        or (_cites_page(line) and line[0] not in PAIRS and not line[0].islower())
    )


def _is_translated(prose: Prose) -> bool:
    """Whether a text in italics is followed by one in brackets, to the end."""
    end = 0
    for run in prose.runs:
        if Style.ITALIC not in run.marks and run.text.strip():
            break
        end += len(run.text)
    return end >= SHORTEST_QUOTE and _is_in_brackets(prose.cut(end).strip())


def _is_in_marks(line: str) -> bool:
    """Whether one pair of quotation marks holds all but a citation at the end."""
    closing = PAIRS.get(line[0])
    if not closing:
        return False
    end = line.find(closing, 1) if line[0] == closing else _matching(line, line[0], closing)
    rest = line[end + 1 :].strip(" .,;")
    return end > 0 and (not rest or bool(CITED.fullmatch(rest)))


def _matching(line: str, opening: str, closing: str) -> int:
    """Where the sign stands that closes the first character; -1 when none does."""
    depth = 0
    for place, character in enumerate(line):
        depth += (character == opening) - (character == closing)
        if depth == 0:
            return place
    return -1


def _cites_page(line: str) -> bool:
    return bool(PAGE_CITED.search(line)) and not YEAR_ONLY.search(line)


def is_foreign(line: str, language: str) -> bool:
    """Whether a text has hardly any of the small words of the article's language: Latin in English, for one."""
    small = _small_words(language)
    words = fold(line).split()
    if len(words) < 12 or not small:
        return False
    return sum(word in small for word in words) / len(words) < FOREIGN


def _small_words(language: str) -> frozenset[str]:
    for lexicon in lexicons():
        if lexicon.language == language:
            listed = (*lexicon.folded_words("function-words", "words"), *lexicon.folded_words("linking", "words"))
            return frozenset(listed)
    return frozenset()


def mark_translations(text: Text) -> Text:
    """A paragraph in one pair of brackets below a quotation translates it; one in italics above such a quotation is
    what that translates.
    """
    places: set[int] = set()
    for place, block in enumerate(text.blocks):
        before = text.blocks[place - 1] if place else None
        if isinstance(block, Paragraph) and _is_plain(block) and _is_in_brackets(block.prose):
            is_below = isinstance(before, Quote) or place - 1 in places
            places |= {place} if is_below else set()
        original = before if place - 1 not in places else None
        if isinstance(block, Quote) and _first(block) and _is_in_brackets(_first(block) or Prose()):
            is_italic = isinstance(original, Paragraph) and original.prose.is_all(Style.ITALIC)
            places |= {place - 1} if is_italic else set()
    return _quoted(text, places)


def _is_in_brackets(prose: Prose) -> bool:
    line = _ending(prose).rstrip(".")
    return len(line) >= SHORTEST_QUOTE and line[0] == "(" and _matching(line, "(", ")") == len(line) - 1
