"""Entries of a list of references: where the width of a line does not tell its end, the order of the names does."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ...lexicon import fold
from ..measure import ADDRESS, is_closed
from .flow import Paragraph
from .lines import Line

NAME = re.compile(r"[«“\"]?[A-ZÀ-Þ][\w’'-]+(?:[ -][\w’'-]+){0,3}(?:,|\s\()")
"""How an entry begins: a surname before a comma, or a body before a year."""
NUMBER = re.compile(r"\[(\d{1,3})\]\s+\S|(\d{1,3})[.)]\s+\S")
"""A number with which an entry begins."""
FEWEST = 3
"""Entries that show an order."""
ORDERED = 0.8
"""Part of the entries that follow one another in the order of the alphabet, from which a list is in this order."""


def split_entries(entries: Sequence[Paragraph]) -> list[Paragraph]:
    """The entries below the heading of the references, each by itself: from number to number, or in the order of their
    names; as they are when neither is there.
    """
    starts = _numbered([line for entry in entries for line in entry.lines])
    if len(starts) >= FEWEST:
        return list(_from_number_to_number(entries, starts))
    keys = [key for entry in entries for key in _likely_keys(entry)]
    rising = sum(one <= other for one, other in pairwise(keys))
    if len(keys) < FEWEST or rising < ORDERED * (len(keys) - 1):
        return list(entries)
    ends = [*(_key(entry.lines[0]) for entry in entries[1:]), "\uffff"]
    return [part for entry, end in zip(entries, ends, strict=True) for part in _parts(entry, end)]


def _numbered(lines: Sequence[Line]) -> frozenset[int]:
    """The addresses of the lines that begin with the numbers from one up, in one look."""
    starts: list[int] = []
    group = 0
    for line in lines:
        match = NUMBER.match(line.text)
        group = match.lastindex or 0 if match and not starts else group
        if match and match.lastindex == group and int(match[group]) == len(starts) + 1:
            starts.append(line.first.at)
    return frozenset(starts)


def _from_number_to_number(entries: Sequence[Paragraph], starts: frozenset[int]) -> Iterator[Paragraph]:
    """The lines from each number to the next as one entry; below the last one paragraphs stay."""
    held: list[Line] = []
    left = len(starts)
    for entry in entries:
        for place, line in enumerate(entry.lines):
            is_start = line.first.at in starts
            left -= is_start
            if held and (is_start or ((left == len(starts) or not left) and place == 0)):
                yield replace(entry, lines=tuple(held))
                held = []
            held.append(line)
    yield replace(entries[-1], lines=tuple(held))


def _likely_keys(entry: Paragraph) -> Iterator[str]:
    """The names with which entries may begin in one paragraph."""
    yield _key(entry.lines[0])
    yield from (_key(line) for before, line in pairwise(entry.lines) if _begins(before, line))


def _parts(entry: Paragraph, end: str) -> Iterator[Paragraph]:
    """The entries in one paragraph, of which the next begins with `end`."""
    lines: list[Line] = []
    for line in entry.lines:
        if lines and _begins(lines[-1], line) and _key(lines[0]) <= _key(line) <= end:
            yield replace(entry, lines=tuple(lines))
            lines = []
        lines.append(line)
    yield replace(entry, lines=tuple(lines))


def _begins(before: Line, line: Line) -> bool:
    is_end = is_closed(before.text) or ADDRESS.search(before.text) is not None
    return is_end and NAME.match(line.text) is not None


def _key(line: Line) -> str:
    """A name as the alphabet has it."""
    return re.sub(r"[^\w ]", "", fold(line.text)).strip()[:12]
