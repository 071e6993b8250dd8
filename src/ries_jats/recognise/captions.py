"""Labels, captions and sources of tables and figures, numbers of formulas: `Tableau 1. …` is a label and a caption.

https://jats.nlm.nih.gov/publishing/tag-library/1.3/element/caption.html

A caption is one only beside what it names: `Tableau 1 : …` above running text may be a heading.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ..article.blocks import Block, DisplayFormula, Figure, Heading, Paragraph, Section, Table
from ..article.ledger import Departure
from ..article.prose import Formula, Image, NoteCall, Prose, Run, Style
from ..article.walk import all_prose
from ..lexicon import label_of, words_of
from .text import Text

LONGEST_CAPTION = 400
LONGEST_SOURCE = 300
LONGEST_NOTE = 900
SIGNIFICANCE = re.compile(r"\s*[*†]{1,4}\s*:?\s*p\s*[<≤=]", re.IGNORECASE)
"""What stars beside figures stand for."""
TEX_LABEL = re.compile(r"\s*\\tag\*?\{\s*(?P<a>[^{}]+?)\s*\}\s*$|\s*\\q?quad\s*(?P<b>\(\s*\d[\w.]*\s*\))\s*$")
"""A number that the author wrote inside a formula."""
NUMBER = re.compile(r"\s*(\(\s*(?:[A-Z]\.?)?\d{1,3}(?:[.\-]\d{1,3})*[a-z]?\s*\)|\[\d{1,3}\])\s*[.,;]?\s*")
"""A number that stands beside a formula."""


def read_captions(text: Text) -> Text:
    """With captions in place, labels apart, and formulas with their numbers."""
    blocks = caption_blocks(tuple(each for block in text.blocks for each in _figures(block)))
    kept: list[Block] = []
    for block in blocks:
        formula = _formula(block)
        last = kept[-1] if kept else None
        if formula:
            text, formula = _with_inner_label(text, formula)
            kept.append(formula)
        elif isinstance(last, DisplayFormula) and isinstance(block, Paragraph) and (number := _number(block.prose)):
            kept[-1] = replace(last, label=number) if not last.label else last
            kept += [block] if last.label else []
        else:
            kept.append(block)
    return replace(text, blocks=tuple(kept))


# Captions


def caption_blocks(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks with the captions of their tables and figures in place, and the labels of the captions apart."""
    kept: list[Block] = []
    for place, block in enumerate(blocks):
        last = kept[-1] if kept else None
        if isinstance(block, Section):
            kept.append(replace(block, blocks=caption_blocks(block.blocks)))
        elif isinstance(block, Table | Figure):
            kept.append(_labelled(_with_caption_above(block, kept)))
        elif isinstance(last, Table | Figure) and isinstance(block, Paragraph | Heading):
            kept[-1:] = _with_line_below(last, block, blocks[place + 1 :])
        else:
            kept.append(block)
    return tuple(kept)


def _figures(block: Block) -> tuple[Block, ...]:
    """A paragraph of nothing but images, as a figure; one with a caption too, as a figure and the lines below it."""
    images = tuple(mark for run in _prose(block).runs for mark in run.marks if isinstance(mark, Image))
    if not images or not isinstance(block, Paragraph):
        return (block,)
    words = Prose(tuple(run for run in block.prose.runs if not any(isinstance(mark, Image) for mark in run.marks)))
    if not words.text.strip():
        return (Figure(images),)
    lines = tuple(Paragraph(line) for line in words.lines())
    return (Figure(images), *lines) if any(is_caption_of("figure", line) for line in lines) else (block,)


def _prose(block: Block) -> Prose:
    return block.prose if isinstance(block, Paragraph | Heading) else Prose()


def _with_caption_above(block: Table | Figure, kept: list[Block]) -> Table | Figure:
    """With the line above that is its caption, or the two above of which one is the label alone."""
    if block.label or not kept:
        return block
    if _is_caption(kept[-1], block):
        return replace(block, caption=(Paragraph(_prose(kept.pop())), *block.caption))
    if block.caption:
        return block
    if len(kept) > 1 and _is_label(kept[-2], block) and _is_short(kept[-1]):
        title, label = kept.pop(), kept.pop()
        return replace(block, label=_prose(label).strip().as_title(), caption=(Paragraph(_prose(title)),))
    return block


def _with_line_below(block: Table | Figure, line: Block, following: Sequence[Block]) -> list[Block]:
    """A table or figure with the line below it that is its caption or its source; else both."""
    belongs_below = any(isinstance(each, Table | Figure) for each in following[:1]) and isinstance(block, Table)
    if not block.label and _is_caption(line, block) and not belongs_below:
        return [_labelled(replace(block, caption=(Paragraph(_prose(line)), *block.caption)))]
    if not isinstance(line, Paragraph):
        return [block, line]
    if not block.source and _begins(line.prose, "source", LONGEST_SOURCE):
        return [replace(block, source=line.prose.strip())]
    if _begins(line.prose, "note", LONGEST_NOTE) or (isinstance(block, Table) and _is_called(line.prose, block)):
        return [_with_note(block, line)]
    return [block, line]


def _with_note(block: Table | Figure, line: Paragraph) -> Table | Figure:
    """A table has its notes below it; those of a figure stand at the end of its caption."""
    if isinstance(block, Table):
        return replace(block, foot=(*block.foot, line))
    return replace(block, caption=(*block.caption, line))


def _is_caption(line: Block, block: Table | Figure) -> bool:
    text = _prose(line).text.strip()
    return 0 < len(text) < LONGEST_CAPTION and _pattern(_kind(block)).match(text) is not None


def _is_label(line: Block, block: Table | Figure) -> bool:
    match = _pattern(_kind(block)).match(_prose(line).text.strip())
    return match is not None and match.end() == len(_prose(line).text.strip())


def _is_short(block: Block) -> bool:
    line = _prose(block).text.strip()
    return 0 < len(line) < LONGEST_CAPTION // 2 and not line.endswith((":", ";", ",")) and label_of(line) is None


def _begins(prose: Prose, kind: str, longest: int) -> bool:
    """Whether a line begins with a word that says what it is, and goes on: `Source : …`, `Note. …`."""
    found = _opening(kind).match(prose.text)
    return found is not None and len(prose.text) < longest and found.end() < len(prose.text.rstrip())


@cache
def _opening(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\s*[(\[]?(?:{spelt(kind)})\s*[:.–—-]", re.IGNORECASE)


def _is_called(prose: Prose, block: Table) -> bool:
    """Whether a line explains a raised mark of a cell (`ᵃ Sans les navires…`), or the stars of significance."""
    if len(prose.text) >= LONGEST_NOTE:
        return False
    mark = next(iter(_raised(prose)), "")
    opens = bool(mark) and prose.text.lstrip().startswith(mark)
    cells = (cell for row in (*block.head, *block.body) for cell in row)
    called = {each for cell in cells for prose in all_prose(cell.blocks) for each in _raised(prose)}
    return (opens and mark in called) or SIGNIFICANCE.match(prose.text) is not None


def _raised(prose: Prose) -> Iterator[str]:
    """Signs and letters set above the line, but for call-outs of notes."""
    for run in prose.runs:
        if Style.SUP in run.marks and not any(isinstance(mark, NoteCall) for mark in run.marks) and run.text.strip():
            yield run.text.strip()


def _labelled(block: Table | Figure) -> Table | Figure:
    """With the printed label (word and number) out of the caption."""
    if block.label or not block.caption or not isinstance(block.caption[0], Paragraph):
        return block
    prose = block.caption[0].prose.strip().as_title()
    match = _pattern(_kind(block)).match(prose.text)
    if not match:
        return block
    rest = prose.cut(match.end())
    caption = ((Paragraph(rest),) if rest else ()) + block.caption[1:]
    return replace(block, label=prose.cut(*match.span("label")).as_title(), caption=caption)


def _kind(block: Table | Figure) -> str:
    return "table" if isinstance(block, Table) else "figure"


def is_caption_line(line: str) -> bool:
    """Whether a line is the label of a table or figure, alone or with its caption."""
    return any(_pattern(kind).match(line.strip()) for kind in ("table", "figure"))


def is_caption_of(kind: str, block: Block) -> bool:
    """Whether a block is the caption of a table (or figure), or its label alone."""
    return _pattern(kind).match(_prose(block).text.strip()) is not None


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """A word for a table (or figure), its number, and the sign that ends the label or the capital that follows it."""
    number = r"(?:n\s*\.?\s*[°ºo]\.?\s*)?(?:\d+(?:[.\-]\d+)*[a-z]?|[IVXLC]+)"
    end = r"\s*(?:[.:–—-]+\s*|$|(?-i:(?=[A-ZÀ-Þ«“\"(])))"
    return re.compile(rf"(?P<label>(?:{spelt(kind)})\s*{number})(?!\w){end}", re.IGNORECASE)


@cache
def spelt(kind: str) -> str:
    """A pattern for the words that name a table, a figure or a formula, however accented."""
    return "|".join(_any_accent(word) for word in sorted(words_of("captions", kind), key=len, reverse=True))


def _any_accent(folded: str) -> str:
    """A pattern for a folded word: a vowel stands for its accented forms."""
    accents = {"a": "[aàáâã]", "e": "[eéèê]", "i": "[iíî]", "o": "[oóôö]", "u": "[uúûü]", "c": "[cç]", "n": "[nñ]"}
    return "".join(accents.get(character, re.escape(character)) for character in folded)


# Formulas


def _formula(block: Block) -> DisplayFormula | None:
    """A paragraph that is one displayed formula, with the number beside it."""
    if isinstance(block, DisplayFormula):
        return block
    prose = _prose(block)
    formula = Prose(tuple(run for run in prose.runs if _is_formula(run)))
    others = Prose(tuple(run for run in prose.runs if not _is_formula(run))).strip()
    if not formula or not isinstance(block, Paragraph):
        return None
    label = _number(others)
    return DisplayFormula(formula, label or Prose()) if label or not others else None


def _is_formula(run: Run) -> bool:
    """Whether a run is mathematics; that its author set it in the line says little of a line with nothing else."""
    return any(isinstance(mark, Formula) for mark in run.marks)


def _number(prose: Prose) -> Prose | None:
    match = NUMBER.fullmatch(prose.text)
    return prose.cut(*match.span(1)) if match else None


def _with_inner_label(text: Text, formula: DisplayFormula) -> tuple[Text, DisplayFormula]:
    """With the number that TeX holds out of it; the command that set it goes to the ledger."""
    match = TEX_LABEL.search(formula.prose.text)
    if formula.label or not match or match.start() == 0:
        return text, formula
    span = match.span("a") if match["a"] else match.span("b")
    for command in (formula.prose.cut(match.start(), span[0]), formula.prose.cut(span[1])):
        text = text.departing(Departure.MARKUP_RESIDUE, command, "a command of TeX that sets a formula's number")
    label = Prose(tuple(replace(run, marks=()) for run in formula.prose.cut(*span).runs))
    return text, replace(formula, prose=formula.prose.cut(0, match.start()), label=label)
