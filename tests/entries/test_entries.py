"""Lists of references of many habits, whole, cut at page ends and run together."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ries_jats.article.blocks import Paragraph
from ries_jats.article.prose import Origin, Prose
from ries_jats.recognise.entries.segments import Segmenter

LISTS = Path(__file__).with_name("lists.txt")
REJOINED = 0.97
"""Part of the entries cut in two blocks, at any word, that are one entry again."""
PARTED = 0.88
"""Part of the entries run into the one before that are two again."""


def lists() -> dict[str, list[str]]:
    """Name → entries as they are printed."""
    found: dict[str, list[str]] = {}
    for line in LISTS.read_text("utf-8").splitlines():
        if line.startswith("# "):
            found[line[2:]] = []
        else:
            found[list(found)[-1]].append(line)
    return found


def divided(blocks: list[str], *, is_extracted: bool = True) -> list[str]:
    """What the segmenter makes of blocks."""
    paragraphs = [Paragraph(Prose.of(text, Origin.MANUSCRIPT)) for text in blocks]
    return [entry.text for entry in Segmenter.of(paragraphs, is_extracted=is_extracted).entries()]


@pytest.mark.parametrize("name", lists())
@pytest.mark.parametrize("is_extracted", [True, False])
def test_a_whole_list_stays_as_it_is(name: str, *, is_extracted: bool) -> None:
    assert divided(lists()[name], is_extracted=is_extracted) == lists()[name]


@pytest.mark.parametrize("name", lists())
def test_lines_of_a_list_are_entries(name: str) -> None:
    assert divided(["\n".join(lists()[name])]) == lists()[name]


def cut(entries: list[str]) -> Iterator[tuple[int, int, list[str]]]:
    """The list with one entry in two blocks, for each entry and each place between two words."""
    for place, entry in enumerate(entries):
        words = entry.split(" ")
        for middle in range(2, len(words) - 1):
            halves = [" ".join(words[:middle]), " ".join(words[middle:])]
            yield place, middle, [*entries[:place], *halves, *entries[place + 1 :]]


def test_entries_cut_by_a_page_end_are_joined() -> None:
    cases = [(name, *case) for name, entries in lists().items() for case in cut(entries)]
    wrong = [case[:3] for case in cases if divided(case[3]) != lists()[case[0]]]
    assert len(wrong) <= (1 - REJOINED) * len(cases), f"{len(wrong)} of {len(cases)}: {wrong}"


def test_entries_run_together_are_parted() -> None:
    cases = [
        (name, place, [*entries[:place], f"{entries[place]} {entries[place + 1]}", *entries[place + 2 :]])
        for name, entries in lists().items()
        for place in range(len(entries) - 1)
    ]
    wrong = [case[:2] for case in cases if divided(case[2]) != lists()[case[0]]]
    assert len(wrong) <= (1 - PARTED) * len(cases), f"{len(wrong)} of {len(cases)}: {wrong}"
