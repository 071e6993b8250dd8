"""Recognised words as a sidecar has them: without dress and call-outs of notes, white space folded."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from ..article.blocks import Block
from ..article.prose import NoteCall, Prose, Run
from ..article.walk import all_prose

Keys: TypeAlias = tuple[object, ...]
"""By what two tables are taken for the same, the surest first."""


def folded(text: str) -> str:
    """Every stretch of white space one space, none at the ends."""
    return " ".join(text.split())


def plain(prose: Prose) -> str:
    """The words of `prose`."""
    return folded("".join(run.text for run in prose.runs if not is_call(run)))


def is_call(run: Run) -> bool:
    """Whether a run is the call-out of a note: its text is a number or a key, no words."""
    return any(isinstance(mark, NoteCall) for mark in run.marks)


def normal(text: str) -> str:
    """What two texts are compared by: white space and the encoding of accents do not count."""
    return unicodedata.normalize("NFC", folded(text))


def is_same(prose: Prose, text: str) -> bool:
    """Whether a sidecar says what was recognised."""
    return normal(plain(prose)) == normal(text)


def printed_text(blocks: Iterable[Block]) -> str:
    """The paragraphs of `blocks` with empty lines between them."""
    return "\n\n".join(text for prose in all_prose(blocks) if (text := plain(prose)))


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a sidecar's text, which empty lines end."""
    lines = [line.strip() for line in text.splitlines()]
    return tuple(folded(each) for each in "\n".join(lines).split("\n\n") if each.strip())


def pairs(wanted: Sequence[Keys], recognised: Sequence[Keys]) -> list[int | None]:
    """For each wanted table the place of the recognised one that it stands for.

    That is the first with the same key, rank by rank, or else the one at the same place, if no other took it.
    """
    found: list[int | None] = [None] * len(wanted)
    free = dict(enumerate(recognised))
    for rank in range(max(map(len, wanted), default=0)):
        for place in (place for place, match in enumerate(found) if match is None):
            match = next((each for each, keys in free.items() if keys[rank] == wanted[place][rank]), None)
            if match is not None:
                found[place] = match
                del free[match]
    for place in range(len(wanted)):
        if found[place] is None and place in free:
            found[place] = place
            del free[place]
    return found
