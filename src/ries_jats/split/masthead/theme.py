"""The theme of an issue: what its cover announces besides the journal."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ...lexicon import entry_of, fold
from ..likeness import letters
from ..lines import Line
from ..vocabulary import words
from .numbering import statement_spans

_LONGEST = 200
_EDGES = ' \t:;.«»"“”'
_DASH = re.compile(r"^\s*[-–—]\s*")


def read_theme(masthead: Sequence[Line], titles: Sequence[str], known: Sequence[str]) -> str:
    """The labelled theme, else a heading of the cover that a title of the issue repeats.

    `titles` are those of articles and sections, `known` what the masthead says otherwise: title, publisher.
    """
    return _labelled(masthead) or _repeated(masthead, titles, known)


def _labelled(lines: Sequence[Line]) -> str:
    for line, following in _with_next(lines):
        label, mark, rest = line.text.partition(":")
        if not _is_label(label):
            continue
        if rest.strip(_EDGES):
            return rest.strip(_EDGES)
        if not mark and following and len(following.text) <= _LONGEST and not statement_spans(following.text):
            return following.text.strip(_EDGES)
    return ""


def _is_label(text: str) -> bool:
    """`Dossier`, `Tema central`."""
    folded = fold(text.strip(_EDGES))
    return folded in words("theme") or (len(folded.split()) <= 2 and folded.split(" ")[0] in words("theme"))


def _repeated(lines: Sequence[Line], titles: Sequence[str], known: Sequence[str]) -> str:
    """With its subtitle, and in the small letters that the title has where the cover has capitals."""
    for text in _on_cover(lines, known):
        for title in titles:
            if span := _find(text, title):
                return title[slice(*span)].strip(_EDGES) if text.isupper() or "–" in text else text.strip(_EDGES)
    return ""


def _on_cover(lines: Sequence[Line], known: Sequence[str]) -> Iterator[str]:
    """Lines in the dress of headings or in capitals, with the next one first."""
    taken = {letters(text) for text in known if text}
    for line, following in _with_next(lines):
        is_free = letters(line.text) not in taken and not entry_of("masthead", line.text)
        if is_free and (line.is_heading or line.text.isupper()) and len(letters(line.text)) > 7:
            if following and len(following.text) <= _LONGEST:
                yield f"{line.text} – {_DASH.sub('', following.text)}"
            yield line.text


def _with_next(lines: Sequence[Line]) -> Iterator[tuple[Line, Line | None]]:
    """Each line with words and the next one with words."""
    worded = [line for line in lines if line]
    yield from zip_longest(worded, worded[1:])


def _find(text: str, title: str) -> tuple[int, int] | None:
    """Where a title has all letters of `text` in a row."""
    places = [at for at, character in enumerate(title) if letters(character)]
    wanted, found = letters(text), letters("".join(title[at] for at in places))
    if len(found) != len(places) or wanted not in found:
        return None
    start = found.index(wanted)
    return places[start], places[start + len(wanted) - 1] + 1
