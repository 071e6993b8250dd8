"""What the three kinds of extraction have in common: chance, a tally of damage, words cut by page ends."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from random import Random

from tests.invention.article import CALL, plain

from .breaking import COMPOUND, WORD, Cut, Line
from .layout import Kind, Page, Piece


@dataclass(frozen=True)
class Extraction:
    """A damaged text, how often each kind of damage was done, and the notes whose numbers are lost."""

    text: str
    tally: Counter[str]
    lost: frozenset[int] = frozenset()

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of damage done; shapes of one kind, told after a colon, are one."""
        return frozenset(name.partition(":")[0] for name, count in self.tally.items() if count)


@dataclass
class Hand:
    """Does damage by chance, and keeps count."""

    random: Random
    tally: Counter[str] = field(default_factory=Counter)

    def does(self, damage: str, chance: float) -> bool:
        """Whether this damage is done here; then it is counted."""
        is_done = self.random.random() < chance
        self.tally[damage] += is_done
        return is_done

    def one_of(self, damage: str, choices: Iterable[str]) -> str:
        """One of several shapes, counted under its name."""
        choice = self.random.choice(list(choices))
        self.tally[f"{damage}: {choice}"] += 1
        return choice


def healed(pages: tuple[Page, ...], keeps: Callable[[str, str], bool]) -> tuple[Page, ...]:
    """Pages on which words cut by a page end are whole, unless `keeps` says of the two halves that the cut stays."""
    made = [list(page.text) for page in pages]
    feet = [list(page.notes) for page in pages]
    for rows in (made, feet):
        for upper, lower in pairwise(rows):
            for place, piece in enumerate(upper):
                if not piece.is_end and lower and piece.lines[-1].cut in (Cut.SOFT, Cut.OWN):
                    _heal(upper, place, lower, keeps)
    return tuple(
        replace(page, text=tuple(text), notes=tuple(notes)) for page, text, notes in zip(pages, made, feet, strict=True)
    )


def _heal(upper: list[Piece], place: int, lower: list[Piece], keeps: Callable[[str, str], bool]) -> None:
    last, first = upper[place].lines[-1], lower[0].lines[0]
    if keeps(last.words[-1], first.words[0]) or len(first.words) < 2:
        return
    whole = Line((*last.words[:-1], last.words[-1] + first.words[0]))
    rest = Line(first.words[1:], first.cut)
    upper[place] = replace(upper[place], lines=(*upper[place].lines[:-1], whole))
    lower[0] = replace(lower[0], lines=(rest, *lower[0].lines[1:]))


def known_words(pages: tuple[Page, ...]) -> Counter[str]:
    """Words and compounds that stand unbroken on some page, in small letters."""
    words: Counter[str] = Counter()
    for line in (line for page in pages for piece in (*page.text, *page.notes) for line in piece.lines):
        whole = line.words if line.cut is Cut.SPACE else line.words[:-1]
        text = plain(" ".join(whole)).casefold()
        words.update(WORD.findall(text))
        words.update(COMPOUND.findall(text))
    return words


def introduced_quotations(pages: tuple[Page, ...]) -> frozenset[int]:
    """The quotations before which a paragraph ends with a colon."""
    pieces = [piece for page in pages for piece in page.text]
    return frozenset(
        quotation.block
        for before, quotation in pairwise(pieces)
        if quotation.kind is Kind.QUOTATION and quotation.is_start and before.lines[-1].text.endswith(":")
    )


def last_word(text: str) -> str:
    """The letters at the end of `text`, in small letters."""
    found = WORD.findall(plain(text).casefold())
    return found[-1] if found else ""


def first_word(text: str) -> str:
    """The letters at the beginning of `text`, in small letters."""
    found = WORD.match(plain(text).casefold())
    return found[0] if found else ""


def replace_calls(text: str, shape: Callable[[str], str]) -> str:
    """With every call-out in the shape that `shape` gives its number."""
    return CALL.sub(lambda call: shape(call[1]), text)


def complete_notes(page: Page) -> list[int]:
    """Places of the notes that stand whole on the page."""
    return [place for place, note in enumerate(page.notes) if note.is_start and note.is_end]
