"""The title of a Word file: by the name of its style, else because it is larger, bolder or first."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ...article.blocks import Block, Heading, Paragraph
from ...article.prose import Style
from ...lexicon import entry_of, fold, words_of
from .laid import Laid, map_paragraphs, paragraphs
from .looks import Look
from .roles import role_of

LARGER = 1.15
"""How much larger than the text a line is that its size alone tells to be the title."""
MUCH_LARGER = 1.35
"""How much larger than a bold line above a line is that is the title nevertheless."""
FEWEST_WORDS = 3
TITLE_LINE = "title line"
"""The style of a line that is printed as titles are: its subtitle or its translation."""
NO_NAME = re.compile(r"[@:;,\d*†‡§]")
INITIAL = re.compile(r"^(?:\w|[DO]['’].*)$", re.IGNORECASE)
"""A word that may stand in a name though it is a small one: an initial, `D'Angelo`."""
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def name_styles(laid: Laid) -> Laid:
    """Paragraphs whose style is made for titles, whatever it is called, say so."""

    def named(paragraph: Paragraph) -> Paragraph:
        look = laid.look(paragraph)
        role = role_of(look) if look else ""
        return replace(paragraph, style=role) if role else paragraph

    return _with_head(laid, [map_paragraphs(block, named) for block in laid.blocks[: laid.head_end]])


def find_title(laid: Laid) -> Laid:
    """The title by its look, where no style names it."""
    head = laid.blocks[: laid.head_end]
    lines = list(paragraphs(head))
    if any(line.style == "title" for line in lines) or any(isinstance(block, Heading) for block in head):
        return laid
    title = _largest(laid, lines) or _first(laid, lines)

    def named(paragraph: Paragraph) -> Paragraph:
        return replace(paragraph, style="title") if paragraph is title else paragraph

    return _with_head(laid, [map_paragraphs(block, named) for block in head]) if title else laid


def _largest(laid: Laid, lines: Sequence[Paragraph]) -> Paragraph | None:
    """The only line of the largest size."""
    sizes = [look.size if (look := laid.look(line)) else 0 for line in lines]
    largest = max(sizes, default=0)
    is_only = sizes.count(largest) == 1 and largest >= LARGER * laid.body_size
    found = lines[sizes.index(largest)] if is_only else None
    is_title = found is not None and len(WORD.findall(found.prose.text)) > 1
    return found if is_title and not _is_below_bolder(laid, lines[: sizes.index(largest) + 1]) else None


def _is_below_bolder(laid: Laid, lines: Sequence[Paragraph]) -> bool:
    """Whether a bold line above the last, not much smaller, is rather the title: the last is its subtitle."""
    *above, last = ((line, laid.look(line)) for line in lines)
    size, is_bold = (last[1].size, last[1].is_bold) if last[1] else (0, True)
    return not is_bold and any(
        look and look.is_bold and look.size * MUCH_LARGER > size and is_phrase(line) for line, look in above
    )


def _first(laid: Laid, lines: Sequence[Paragraph]) -> Paragraph | None:
    """The first line set apart by bold type or capitals, if it names nobody and nothing after it is larger."""
    for place, line in enumerate(lines):
        look = laid.look(line)
        if look and (look.is_bold or look.is_caps) and entry_of("types", line.prose.text) is None:
            later = (laid.look(each) for each in lines[place + 1 :])
            is_largest = all(each.size <= look.size for each in later if each and each.is_bold)
            return line if is_largest and is_phrase(line) else None
    return None


def mark_title_lines(laid: Laid) -> Laid:
    """Lines right below the title in a look that neither names nor text have are titles too."""
    head = laid.blocks[: laid.head_end]
    lines = list(paragraphs(head))
    title = next((place for place, line in enumerate(lines) if line.style == "title"), len(lines))
    marked: list[Paragraph] = []
    for line in lines[title + 1 :]:
        look = laid.look(line)
        if line.style in ("title", "subtitle"):
            continue
        if line.style or look is None or not (_is_set_apart(look, laid) and is_phrase(line)):
            break
        marked.append(line)

    def named(paragraph: Paragraph) -> Paragraph:
        is_marked = any(paragraph is each for each in marked)
        return replace(paragraph, style=TITLE_LINE) if is_marked else paragraph

    return _with_head(laid, [map_paragraphs(block, named) for block in head]) if marked else laid


def _is_set_apart(look: Look, laid: Laid) -> bool:
    return look.is_bold or look.is_caps or look.is_italic or look.size > laid.body_size


def is_phrase(paragraph: Paragraph) -> bool:
    """Whether a line has words that names have not: small ones that join no names, or a noun with a small letter."""
    text = paragraph.prose.text.strip()
    words = WORD.findall(text)
    if len(words) < FEWEST_WORDS or "@" in text:
        return False
    joining = words_of("names", "particles") | words_of("names", "and")
    small = words_of("function-words", "words") | words_of("linking", "words")
    if any(part in small - joining and not INITIAL.search(word) for word in words for part in fold(word).split()):
        return True
    common = [word for word in words if word[0].islower() and fold(word) not in joining and len(word) > FEWEST_WORDS]
    return bool(common) and not NO_NAME.search(text)


def mark_bold(laid: Laid) -> Laid:
    """Lines of the head that are bold by their style, or in letters that run from right to left, are so for us."""

    def bold(paragraph: Paragraph) -> Paragraph:
        look = laid.look(paragraph)
        is_bold = look is not None and look.is_bold and not paragraph.prose.is_all(Style.BOLD)
        return replace(paragraph, prose=paragraph.prose.marked(Style.BOLD)) if is_bold else paragraph

    start = min(laid.text_start, len(laid.blocks))
    blocks: list[Block] = [map_paragraphs(block, bold) for block in laid.blocks[:start]]
    return laid.with_blocks([*blocks, *laid.blocks[start:]])


def _with_head(laid: Laid, head: Sequence[Block]) -> Laid:
    return laid.with_blocks([*head, *laid.blocks[laid.head_end :]])
