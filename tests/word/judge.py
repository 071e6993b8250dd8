"""Compares what was made of a manuscript with what it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tests.invention.differences import line_differences

from .dress import Dress
from .found import lines_in
from .lines import AREAS, Lines, words_of
from .manuscript import Manuscript, Section, iter_blocks
from .truth import truth_of

SIGNS = re.compile(r"[\s\u00a0]*[|:][\s\u00a0]*")


@dataclass(frozen=True)
class Verdict:
    """The differences of each area; an area without any is exact. `words` are those lost and those too many."""

    areas: dict[str, tuple[str, ...]]

    @property
    def exact(self) -> frozenset[str]:
        """The areas that came back exactly."""
        return frozenset(name for name, differences in self.areas.items() if not differences)


def judge(manuscript: Manuscript, dress: Dress, path: Path) -> Verdict:
    """What differs between a manuscript and the XML at `path`."""
    truth = truth_of(manuscript, dress)
    found = lines_in(etree.parse(path).getroot()) if path.is_file() else Lines({}, truth.words - truth.words)
    areas = {name: tuple(_differences(name, truth, found, dress)) for name in AREAS}
    return Verdict(areas | {"words": tuple(_word_differences(truth, found, manuscript))})


def _differences(name: str, truth: Lines, found: Lines, dress: Dress) -> Iterator[str]:
    """What differs in one area; that other citations than those put there are found is right, for the text has more."""
    wanted, given = (tuple(settled(name, lines.areas.get(name, ()), dress)) for lines in (truth, found))
    if name == "citations":
        given = wanted if _holds_in_order(given, wanted) else tuple(line for line in given if line in wanted)
    if wanted != given:
        yield from line_differences(name, wanted, given)


def _holds_in_order(given: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether all that is wanted is given, whatever stands between: the text may cite the same work without a field."""
    rest = iter(given)
    return all(line in rest for line in wanted)


def settled(name: str, lines: tuple[str, ...], dress: Dress) -> Iterator[str]:
    """Lines without what the dress leaves open: where a subtitle begins, and small letters of what is in capitals."""
    for place, line in enumerate(lines):
        if name == "titles":
            is_open = place > 0 or dress["subtitle"] in ("colon", "line-break")
            title = SIGNS.sub(" ", line).strip().casefold() if is_open else line
            yield title.casefold() if dress["title"] == "capitals" else title
        elif name in ("structure", "headings") and line.startswith("§") and dress["headings"] == "capitals":
            yield line.casefold()
        else:
            yield line


def _word_differences(truth: Lines, found: Lines, manuscript: Manuscript) -> Iterator[str]:
    lost, more = truth.words - found.words, found.words - truth.words
    yield from (f"words: lost {count} × {word}" for word, count in lost.items())
    named = _names(manuscript)
    yield from (f"words: {count} × {word} too many" for word, count in more.items() if word not in named)


def _names(manuscript: Manuscript) -> frozenset[str]:
    """Words of headings, labels and dates, which may stand in the text or not."""
    texts = [manuscript.references_heading, "ar fr en es"]
    texts += [text for each in manuscript.abstracts for text in (each.heading, each.keywords_label)]
    texts += [each.heading for each in manuscript.declarations]
    texts += [text for each in manuscript.events for text in (each.label, each.printed)]
    texts += [note.label for note in manuscript.notes]
    for block in iter_blocks(manuscript.blocks):
        texts.append(block.label if isinstance(block, Section) else getattr(block, "label", ""))
    marks = [str(number) for number in range(1, 40)] + list("abcdefghi") + ["ii", "iii", "iv", "v"]
    return frozenset(word for text in (*texts, *marks) for word in words_of(text))
