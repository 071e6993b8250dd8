"""Words that point back: `ibid.`, `op. cit.`, `art. cit.`, and `supra note 12`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA

from .names import names_before
from .words import SPACE, phrases

IBID = "ibid"
_ALONE = re.compile(r"\W*([^\W\d_]{3,5})\W*(?:[^\W\d_]{1,3}\.?\s*)?[\d\s–-]*\W*")
"""A note of one word and a page."""
_OPENING = rf"(?:^|[(\[;]|(?<=[.!?»”])[{SPACE}])[{SPACE}«“\"']*"


@dataclass(frozen=True)
class Back:
    """Words that name no title; `names` are those before `op. cit.`."""

    start: int
    stop: int
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class NoteMention:
    """`note 12` where the text says that it is one of its own."""

    start: int
    stop: int
    number: str


def iter_back(text: str) -> Iterator[Back]:
    """The words that point back, in order."""
    alone = _ALONE.fullmatch(text)
    if alone and alone[1].casefold() != IBID and OSA.distance(alone[1].casefold(), IBID, score_cutoff=1) <= 1:
        yield Back(*alone.span(1))
    for match in _again().finditer(text):
        yield Back(match.start("words"), match.end("words"))
    for match in _cited().finditer(text):
        low = max(0, match.start() - 80)
        names = names_before(text, low, match.start(), is_narrative=False)
        start = names.names[0].start if names else match.start()
        if names or not re.search(r"\w", text[low : match.start()]) or text[match.start() - 1] in "([":
            yield Back(start, match.end(), tuple(name.text for name in names.names))


@cache
def _again() -> re.Pattern[str]:
    """`Ibid.` at the start of a note, of brackets, or of a sentence; after a word such as `see`, too."""
    see = rf"(?:(?:{phrases('see')})[{SPACE},]+)?"
    return re.compile(rf"{_OPENING}{see}(?P<words>(?:{phrases('ibid', 'idem')}))(?!\w)", re.IGNORECASE)


@cache
def _cited() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{phrases('op-cit')})(?!\w)", re.IGNORECASE)


def iter_note_mentions(text: str) -> Iterator[NoteMention]:
    """Mentions of notes: with `supra` or `above` beside them."""
    for match in _note().finditer(text):
        number = match["after"] or match["before"]
        kind = "after" if match["after"] else "before"
        yield NoteMention(match.start(f"{kind}_note"), match.end(kind), number)


@cache
def _note() -> re.Pattern[str]:
    note, supra = phrases("note"), phrases("supra")
    number = r"\d{1,3}(?![\d.,]\d)"
    after = rf"(?:{supra})[{SPACE},]*(?P<after_note>(?:{note})[{SPACE}]*(?P<after>{number}))"
    before = rf"(?P<before_note>(?:{note})[{SPACE}]*(?P<before>{number}))[{SPACE},(]*(?:{supra})(?!\w)"
    return re.compile(rf"(?<!\w)(?:{after}|{before})", re.IGNORECASE)
