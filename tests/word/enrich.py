"""Puts into the body of an invented article what Word manuscripts hold beside paragraphs."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from random import Random
from typing import Any, TypeAlias

from tests.invention import article as plain_article
from tests.invention.invent import Pen

from .dress import Dress
from .floats import Floats
from .manuscript import (
    MARK,
    Block,
    Columns,
    Epigraph,
    Formula,
    Item,
    Listing,
    Paragraph,
    Quotation,
    Reference,
    Section,
    Verse,
)

Phrases: TypeAlias = dict[str, Any]
Edit: TypeAlias = Callable[[str], str]
WORD = re.compile(r"(?<= )[^\W\d_A-Z]{6,}(?= )")
FORMULAS = ("energy", "fraction", "root", "sum")
SYMBOLS = {"F062": "β", "F064": "δ", "F0B3": "≥"}
"""Characters of the font Symbol where Word keeps them, and what they are."""


@dataclass(frozen=True)
class Body:
    """The blocks, and the notes beyond those of the invented article."""

    blocks: tuple[Block, ...]
    notes: dict[str, str]


@dataclass
class Plan:
    """What happens to the paragraphs, by their number."""

    edits: dict[int, list[Edit]] = field(default_factory=lambda: defaultdict(list))
    after: dict[int, list[Block]] = field(default_factory=lambda: defaultdict(list))


class Enricher:
    """Enriches one body."""

    def __init__(
        self, base: plain_article.Article, dress: Dress, phrases: Phrases, references: tuple[Reference, ...]
    ) -> None:
        self._base = base
        self._dress = dress
        self._phrases = phrases
        self._references = references
        self._random = dress.random("body")
        self._pen = Pen(base.language, self._random)
        self._floats = Floats(dress, phrases)
        self._notes: dict[str, str] = {}
        self._plan = Plan()
        self._count = 0
        self._has_nested = False

    def body(self) -> Body:
        """The body with all that the dress asks for."""
        paragraphs = [each for each in plain_article.iter_blocks(self._base.sections) if _is_plain(each)]
        self._open = list(range(len(paragraphs)))
        self._random.shuffle(self._open)
        self._plan_blocks()
        self._plan_edits(paragraphs)
        blocks = tuple(self._section(section) for section in self._base.sections)
        return Body((*self._opening(), *self._noted_heading(blocks)), self._notes)

    # Blocks between paragraphs

    def _plan_blocks(self) -> None:
        self._put(*self._list("bullet"))
        self._put(*self._list(self._dress["ordered-lists"]))
        self._put(*self._quotation())
        if self._dress["restarted-list"] == "restarted":
            self._put(*self._list("order"), Paragraph(self._pen.write("before_list")), self._plain_list("order"))
        for kind in self._tracked_paragraphs():
            self._put(Paragraph(f"⟦{kind}||{self._pen.write('sentence')}⟧"))
        if self._dress["verse"] != "none":
            self._put(Verse(tuple(self._phrases["poem"])))
        if self._dress["layout-table"] == "columns":
            self._put(Columns((self._pen.write("sentence"), self._pen.write("sentence"))))
        self._put(self._floats.table(1, self._note if self._dress["note-in-cell"] == "one" else None))
        self._put(self._floats.table(2, None))
        self._put(self._floats.figure(1))
        if self._dress["formulas"] in ("display", "numbered-tab", "numbered-table"):
            label = "(1)" if self._dress["formulas"] != "display" else ""
            self._put(Formula("eq1", self._random.choice(FORMULAS), label))

    def _tracked_paragraphs(self) -> tuple[str, ...]:
        """Whole paragraphs that were inserted or deleted."""
        kinds = {"insertions": ("ins",), "deletions": ("del",), "all": ("ins", "del")}
        return kinds.get(self._dress["tracked"], ())

    def _put(self, *blocks: Block) -> None:
        """After one of the paragraphs after which nothing stands yet."""
        place = self._open.pop() if self._open else self._random.choice(list(self._plan.after))
        self._plan.after[place].extend(blocks)

    def _list(self, kind: str) -> tuple[Block, Block]:
        return Paragraph(self._pen.write("before_list")), self._plain_list(kind)

    def _plain_list(self, kind: str) -> Listing:
        texts = [self._pen.write("item") for _ in range(self._random.randint(3, 4))]
        return self._nested(Listing(kind, tuple(Item(text) for text in texts)))

    def _nested(self, listing: Listing) -> Listing:
        """The first list has one in it, if the dress asks for that."""
        if self._has_nested or self._dress["nested-list"] == "none":
            return listing
        self._has_nested = True
        inner = Listing("bullet", (Item(self._pen.write("item")), Item(self._pen.write("item"))))
        first, second, *rest = listing.items
        return replace(listing, items=(first, replace(second, inner=inner), *rest))

    def _quotation(self) -> tuple[Block, Block]:
        opening = Paragraph(self._pen.write("before_quotation"))
        count = 2 if self._dress["quotation-paragraphs"] == "two" else 1
        return opening, Quotation(tuple(self._pen.write("quotation") for _ in range(count)))

    def _opening(self) -> tuple[Block, ...]:
        if self._dress["epigraph"] == "none":
            return ()
        return (Epigraph(self._random.choice(self._phrases["epigraphs"]), self._pen.name()),)

    def _noted_heading(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The second section's title calls a note, if the dress asks for that."""
        second = blocks[1]
        if self._dress["note-in-heading"] == "none" or not isinstance(second, Section):
            return blocks
        return (blocks[0], replace(second, title=second.title + self._note()), *blocks[2:])

    def _note(self) -> str:
        key = str(1000 + len(self._notes))
        self._notes[key] = self._pen.write("note")
        return f"⟦{key}⟧"

    # Marks within paragraphs

    def _plan_edits(self, paragraphs: list[plain_article.Block]) -> None:
        edits = [*self._pointers(), *self._citations(), *self._tracked(), *self._looks()]
        places = list(range(len(paragraphs)))
        for edit in edits:
            self._plan.edits[self._random.choice(places)].append(edit)
        if self._dress["tracked"] in ("moves", "all"):
            sentence = self._pen.write("sentence")
            one, other = self._random.sample(places, 2)
            self._plan.edits[one].append(lambda text: f"{text} ⟦moved||{sentence}⟧")
            self._plan.edits[other].append(lambda text: f"{text}⟦gone|| {sentence}⟧")

    def _pointers(self) -> list[Edit]:
        see = self._phrases["see"]
        labels = self._floats.labels
        return [partial(_ended, f"({see} ⟦ref|{key}|{label}⟧)") for key, label in labels.items()]

    def _citations(self) -> list[Edit]:
        count = min(3, len(self._references))
        chosen = self._random.sample(range(len(self._references)), count)
        return [partial(_ended, self._citation(place)) for place in chosen]

    def _citation(self, place: int) -> str:
        reference = self._references[place]
        return f"⟦cite|{place}|({reference.surname}, {reference.year})⟧"

    def _tracked(self) -> list[Edit]:
        kind = self._dress["tracked"]
        edits: list[Edit] = []
        if kind in ("insertions", "all"):
            edits += [self._around("⟦ins||{}⟧")] * 2
        if kind in ("deletions", "all"):
            word = self._random.choice(self._pen.stock["words"])
            edits += [self._around(f"⟦del||{word} ⟧{{}}")] * 2
        if self._dress["comments"] == "some":
            edits += [self._around("⟦noted||{}⟧")] * 2
        return edits

    def _looks(self) -> list[Edit]:
        edits: list[Edit] = []
        if (look := self._dress["looks"]) != "none":
            word = self._random.choice(self._pen.stock["words"])
            hidden = f"⟦look|hidden|{word} ⟧{{}}"
            edits.append(self._around(hidden if look == "hidden" else f"⟦look|{look}|{{}}⟧"))
        if self._dress["symbols"] != "none":
            code, sign = self._random.choice(list(SYMBOLS.items()))
            edits.append(self._around(f"⟦sym|{code}|{sign}⟧ {{}}"))
        if self._dress["links"] != "none":
            edits.append(self._around(f"⟦link|{self._pen.write('url')}|{{}}⟧"))
        if self._dress["formulas"] == "inline":
            edits.append(self._around(f"⟦math|{self._random.choice(FORMULAS)}|⟧ {{}}"))
        return [*edits, *self._breaks()]

    def _breaks(self) -> list[Edit]:
        match self._dress["breaks"]:
            case "soft-hyphens":
                return [self._around("⟦look|soft-hyphen|{}⟧")] * 3
            case "page-breaks":
                return [lambda text: f"⟦page||⟧{text}"]
            case "soft-break":
                return [self._around("{}⟦br||⟧")]
        return []

    def _around(self, pattern: str) -> Edit:
        return lambda text: around_word(text, pattern, self._random)

    # The blocks of the invented article

    def _section(self, section: plain_article.Section) -> Section:
        blocks: list[Block] = []
        for block in section.blocks:
            blocks.extend(self._converted(block))
        return Section(section.title, tuple(blocks), section.label, section.level)

    def _converted(self, block: plain_article.Block) -> list[Block]:
        match block:
            case plain_article.Section():
                return [self._section(block)]
            case plain_article.Quotation(text):
                return [Quotation((text,))]
            case plain_article.Listing(items, ordered):
                kind = self._dress["ordered-lists"] if ordered else "bullet"
                return [Listing(kind, tuple(Item(item) for item in items))]
            case plain_article.Paragraph(text):
                return self._paragraph(text)

    def _paragraph(self, text: str) -> list[Block]:
        if not _is_plain(plain_article.Paragraph(text)):
            return [Paragraph(text)]
        number, self._count = self._count, self._count + 1
        for edit in self._plan.edits[number]:
            text = edit(text)
        return [Paragraph(text), *self._plan.after[number]]


def _is_plain(block: plain_article.Block) -> bool:
    """Whether a block is a paragraph that does not lead on to the next block."""
    is_dialogue = isinstance(block, plain_article.Paragraph) and block.text.startswith(("—", "“"))
    return isinstance(block, plain_article.Paragraph) and not block.text.endswith(":") and not is_dialogue


def _ended(piece: str, text: str) -> str:
    """With a piece before its full stop."""
    return f"{text.removesuffix('.')} {piece}."


def around_word(text: str, pattern: str, random: Random) -> str:
    """With the pattern put around a long word that stands in no mark."""
    taken = [match.span() for match in MARK.finditer(text)]
    free = [match for match in WORD.finditer(text) if not any(start <= match.start() < stop for start, stop in taken)]
    if not free:
        return text
    match = random.choice(free)
    return text[: match.start()] + pattern.format(match[0]) + text[match.end() :]
