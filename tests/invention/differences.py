"""Tells in lines where two rows of words, or two rows of lines, differ."""

from collections.abc import Iterator
from difflib import SequenceMatcher

AROUND = 4
"""Words told before each difference."""
LONGEST = 110


def changes(words: list[str], others: list[str]) -> Iterator[str]:
    """Where two rows of words differ, each place with the words before it."""
    for kind, start, stop, other_start, other_stop in SequenceMatcher(
        None, words, others, autojunk=False
    ).get_opcodes():
        if kind != "equal":
            before = " ".join(words[max(0, start - AROUND) : start])
            wanted, got = _shown(words[start:stop]), _shown(others[other_start:other_stop])
            yield f"after “{before}”: should be “{wanted}”, is “{got}”"


def _shown(words: list[str]) -> str:
    text = " ".join(words)
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} … {text[-LONGEST // 2 :]}"


def line_differences(part: str, lines: tuple[str, ...], others: tuple[str, ...]) -> Iterator[str]:
    """Lines that are not there and lines that should not be; changed ones are told by what changed within."""
    matcher = SequenceMatcher(None, lines, others, autojunk=False)
    for kind, start, stop, other_start, other_stop in matcher.get_opcodes():
        if kind == "replace" and stop - start == other_stop - other_start:
            for line, other in zip(lines[start:stop], others[other_start:other_stop], strict=True):
                yield f"{part}: {_line_change(line, other)}"
        elif kind != "equal":
            yield from (f"{part}: missing: {_cut(line)}" for line in lines[start:stop])
            yield from (f"{part}: too much: {_cut(line)}" for line in others[other_start:other_stop])


def _line_change(line: str, other: str) -> str:
    told = list(changes(line.split(), other.split()))
    return f"in “{_cut(line)}” " + "; ".join(told[:3]) if len(told) < 6 else f"should be {line}, is {other}"


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST else f"{line[: LONGEST // 2]} … {line[-LONGEST // 2 :]}"
