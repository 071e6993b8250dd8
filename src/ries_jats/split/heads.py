"""Heads of articles as they look without the contents' help: a title, a byline, an abstract."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..lexicon import label_at_start, label_of
from .lines import Line
from .people import People, is_affiliation, is_one_person, people_of

_MOST_LINES = 16
"""Lines with words that stand between the beginning of an article and its abstract."""
_MOST_TITLE_LINES = 5
_RUNNING_TEXT = 200
_ABSTRACTS_APART = 6_000
"""Characters that two abstracts of one article have between them at most."""
_BODY = 1_500
"""Characters of text that an article has after its abstracts; a summary in another language at its end has not."""
_PARAGRAPH = 180
_BROKEN = 50
_ENOUGH_TEXT = 500
_ENOUGH_LINES = 6
_OPENERS = frozenset({"abstract", "keywords"})
_STOPS = _OPENERS | {"references", "conclusion", "introduction", "notes", "acknowledgements", "funding", "appendix"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Lines of the text that may be a title; `start` and `stop` are positions, both included."""

    start: int
    stop: int
    text: str


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of an article: its first line, its title, the names under or over it."""

    start: int
    title: Candidate
    names: tuple[str, ...]


def has_running_text(lines: Sequence[Line]) -> bool:
    """Whether sentences stand there, in whole paragraphs or broken into lines."""
    paragraphs = sum(len(line.text) for line in lines if len(line.text) >= _PARAGRAPH)
    broken = sum(len(line.text) >= _BROKEN and line.text[:1].islower() for line in lines)
    return paragraphs >= _ENOUGH_TEXT or broken >= _ENOUGH_LINES


def begins_abstract(text: str) -> bool:
    """Whether a line is the label of an abstract or of keywords, or begins with one."""
    label = label_of(text)
    if label is None and (run_in := label_at_start(text)):
        label = run_in[0]
    return bool(label and label.kind in _OPENERS)


def find_heads(lines: Sequence[Line], first: int, last: int) -> Iterator[Head]:
    """The heads between two positions, each with a sure byline, an abstract and text of its own after it."""
    openings = list(_openings(lines, first, last))
    for number, opening in enumerate(openings):
        head = _head_above(lines, opening, openings[number - 1] + 1 if number else first)
        following = openings[number + 1] if number + 1 < len(openings) else last
        if head and _length(lines[opening:following]) >= _BODY:
            yield head


def head_by_authors(lines: Sequence[Line], names: Sequence[str], first: int, last: int) -> Head | None:
    """The head between two positions whose byline has these names."""
    heads = find_heads(lines, first, last)
    return next(
        (head for head in heads if any(is_one_person(one, other) for one in head.names for other in names)), None
    )


def _openings(lines: Sequence[Line], first: int, last: int) -> Iterator[int]:
    """Where the first abstract of an article begins."""
    previous: int | None = None
    for place in range(first, last):
        line = lines[place]
        if not line or not begins_abstract(line.text):
            continue
        between = lines[previous + 1 : place] if previous is not None else ()
        if previous is None or _length(between) > _ABSTRACTS_APART or any(map(_is_section, between)):
            yield place
        previous = place


def _is_section(line: Line) -> bool:
    label = label_of(line.text) if line else None
    return bool(label and label.kind in ("introduction", "conclusion", "references"))


def _length(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _head_above(lines: Sequence[Line], opening: int, floor: int) -> Head | None:
    """The title and the byline above an abstract; who signs the article before stands above the title, too."""
    head = list(_lines_above(lines, opening, floor))
    bylines = [place for place in head if byline_at(lines, place)]
    title = _title(lines, head, bylines) if bylines else None
    if title is None:
        return None
    below = [place for place in bylines if place > title.stop]
    people = byline_at(lines, (below or bylines)[0])
    return Head(title.start if below else bylines[0], title, people.names if people else ())


def byline_at(lines: Sequence[Line], place: int) -> People | None:
    """The people of a line that is a byline: sure names; or what has the shape of names, where a byline stands.

    That is above an affiliation, or between a title and an abstract.
    """
    people = people_of(lines[place].text)
    if people is None or people.is_sure:
        return people
    after = next((line for line in lines[place + 1 : place + 4] if line), None)
    before = next((line for line in reversed(lines[max(0, place - 3) : place]) if line), None)
    is_before_abstract = bool(after and before and begins_abstract(after.text) and not _ends_text(before))
    is_byline = bool(after and is_affiliation(after.text)) or is_before_abstract
    return replace(people, is_sure=True, is_byline=True) if is_byline else None


def _lines_above(lines: Sequence[Line], opening: int, floor: int) -> list[int]:
    """The positions of the short lines above an abstract, from the top down."""
    found: list[int] = []
    for place in range(opening - 1, floor - 1, -1):
        line = lines[place]
        if not line:
            continue
        label = label_of(line.text)
        if len(line.text) > _RUNNING_TEXT or len(found) == _MOST_LINES or (label and label.kind in _STOPS):
            break
        found.append(place)
        if line.begins_page:
            break
    return found[::-1]


def _title(lines: Sequence[Line], head: list[int], bylines: list[int]) -> Candidate | None:
    """The first of the headings directly above a byline, else the lines above it; else a heading below it."""
    headings = [place for place in head if lines[place].is_heading and place not in bylines]
    above = [place for place in headings if place < bylines[-1]]
    if above:
        return _candidate(lines, [_first_of_run(lines, above)])
    below = [place for place in headings if not is_affiliation(lines[place].text)]
    return _candidate(lines, _block_above(lines, head, bylines[0]) or below[:1])


def _first_of_run(lines: Sequence[Line], headings: list[int]) -> int:
    """The first of the headings that follow each other directly down to the last."""
    first = headings[-1]
    for place in reversed(headings[:-1]):
        if any(lines[place + 1 : first]):
            break
        first = place
    return first


def _block_above(lines: Sequence[Line], head: list[int], byline: int) -> list[int]:
    """The lines directly above a byline, up to an empty one or to the end of a sentence, a list, a page."""
    block: list[int] = []
    for place in range(byline - 1, head[0] - 1, -1):
        line = lines[place]
        if (not line and block) or _ends_text(line):
            break
        if line:
            block.append(place)
    return block[::-1] if len(block) <= _MOST_TITLE_LINES else []


def _ends_text(line: Line) -> bool:
    return line.is_item or line.text.endswith(".") or line.text.isdigit() or "http" in line.text


def _candidate(lines: Sequence[Line], places: list[int]) -> Candidate | None:
    if not places:
        return None
    return Candidate(places[0], places[-1], " ".join(lines[place].text.replace("\t", " ") for place in places))
