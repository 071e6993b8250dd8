"""The contents of an issue: where they stand, and how their lines may be read.

Nothing is decided here: each run of lines gives hypotheses of a title (with the authors and the page beside it), and
the text of the issue decides which of them hold (`matching`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..lexicon import entry_at_start, entry_of, label_of
from .likeness import letters
from .lines import Line
from .people import People, people_of

MOST_LINES = 5
"""Lines that a title may take."""
_LONG = 260
"""Characters from which a line is running text."""
_LONGEST = 400
_FULL = 50
"""Characters from which a line may be one of a paragraph that is broken into lines."""
_PROSE_LINES = 6
_MOST_FULL = 4
SENTENCE_END = re.compile(r"[.!?…]\s+[A-ZÀ-Þ]|[^\d.]\.$")

_LEADER = re.compile(r"\s*(?:[.·•_]\s?){3,}\s*|\s*…[.…\s]*")
_PAGE_WORD = r"(?:(?:pp?|pages?|págs?|pág)\.?\s*)?"
_ROMAN = r"[ivxlc]{1,7}"
_RANGE = r"(?:\s*[-–—]\s*\d{1,4})?"
_PAGE_AFTER_LEADER = re.compile(rf"^(.*)\t\s*\(?{_PAGE_WORD}(\d{{1,4}}|{_ROMAN}){_RANGE}\)?\.?\s*$", re.IGNORECASE)
_PAGE_AT_END = re.compile(
    rf"^(.*?)[\s,;:|(\[–—]*(?<![\d.,/-])(?<!\d\s[-–—]\s){_PAGE_WORD}(\d{{1,4}}){_RANGE}[)\]]?\.?\s*$", re.IGNORECASE
)
_PAGE_ALONE = re.compile(rf"^\W*{_PAGE_WORD}(\d{{1,4}}|{_ROMAN}){_RANGE}\W*$", re.IGNORECASE)
_PAGE_FIRST = re.compile(
    rf"^(?:pp?\.?\s*)?(\d{{1,4}}){_RANGE}(?:\t|\s+[-–—:|]?\s*)(?=[^\W\d_«“\"'‘¿¡(]|[«“\"'‘¿¡(])", re.IGNORECASE
)
_ORDINAL = re.compile(r"^(?:\d{1,2}|[IVX]{1,5}|[ivx]{1,5}|[A-Z]|[a-z])\s?[.)]\s*[-–—]?\s*(?=\S)")
_YEARS = range(1500, 2101)
_SPLIT = re.compile(r"\t|\s+[-–—/|]+\s+|\s*[:;]\s+|,\s+|\.\s+|\s*\((?=[^()]*\)\W*$)")
_MOST_SPLITS = 6
_MOST_SENTENCES = 2
"""Full stops in a title."""
_STRONG_MARKS = frozenset({"\t", "/", "|", "–", "—", "-"})
_STOPS = frozenset({"abstract", "keywords"})
_MASTHEAD_STOPS = frozenset({"board", "director", "editor-in-chief", "managing-editor"})


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the contents without its page; `place` is its position among the lines of the file."""

    place: int
    text: str
    page_before: str = ""
    page_after: str = ""
    is_heading: bool = False
    ends_entry: bool = False
    """Whether a leader or a column sets the page apart, so that no title goes on after it."""

    @property
    def is_page(self) -> bool:
        """Whether nothing but a page stands there."""
        return not self.text and bool(self.page_after)


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """The lines from `first` to `last` (positions in the contents) may hold this title, and perhaps these people."""

    first: int
    last: int
    title: str
    people: People | None = None

    @property
    def key(self) -> str:
        """What is compared."""
        return letters(self.title)


@dataclass(frozen=True)
class Contents:
    """A list of contents: `label` is the position of its heading, `lines` what may belong to it."""

    label: int
    lines: tuple[ContentsLine, ...]


def find_contents(lines: Sequence[Line]) -> tuple[Contents, ...]:
    """All places where contents may begin, in order."""
    labels = [place for place, line in enumerate(lines) if _is_label(line)]
    return tuple(Contents(label, found) for label in labels if len(found := tuple(_contents_lines(lines, label))) > 1)


def contents_before(lines: Sequence[Line], stop: int) -> Contents | None:
    """The lines before position `stop`, among which contents without a heading may stand."""
    found = tuple(read_line(place, line) for place, line in enumerate(lines[:stop]) if line)
    return Contents(0, found) if len(found) > 1 else None


def trimmed(lines: Sequence[Line], contents: Contents, first: int) -> Contents:
    """The contents from the line with position `first` in them on, with people and kickers directly above it."""
    place = contents.lines[first].place
    while first and contents.lines[first - 1].place == place - 1 and _is_beside_title(contents.lines[first - 1].text):
        first -= 1
        place -= 1
    label = place - 1 if place and not lines[place - 1] else place
    return Contents(label, contents.lines[first:])


def _is_beside_title(text: str) -> bool:
    return is_kicker(text) or _is_byline(text)


def _is_label(line: Line) -> bool:
    if not line or len(line.text) > 60:
        return False
    label = label_of(_PAGE_AT_END.sub(r"\1", line.text))
    # Titles of both languages stand in one line: `Sommaire / Contents`.
    parts = re.split(r"\s*[/|–—]\s*|\t", line.text)
    return bool(label and label.kind == "contents") or (len(parts) > 1 and all(map(_is_contents, parts)))


def _is_contents(text: str) -> bool:
    label = label_of(text)
    return bool(label and label.kind == "contents")


def _contents_lines(lines: Sequence[Line], label: int) -> Iterator[ContentsLine]:
    """The lines after the heading until running text, an abstract, a part of the masthead or other contents."""
    for place in range(label + 1, len(lines)):
        line = lines[place]
        if line and (len(line.text) > _LONG or _is_stop(line) or _begins_prose(lines, place)):
            return
        if line and not _is_column_head(line.text):
            yield read_line(place, line)


def _begins_prose(lines: Sequence[Line], start: int) -> bool:
    """Whether sentences begin that are broken into lines: full lines, small letters at their beginnings, no pages."""
    window = [line for line in lines[start : start + 2 * _PROSE_LINES] if line][:_PROSE_LINES]
    full = sum(len(line.text) >= _FULL for line in window)
    goes_on = sum(line.text[:1].islower() for line in window)
    sentences = sum(bool(SENTENCE_END.search(line.text)) for line in window)
    return full >= _MOST_FULL and goes_on >= _PROSE_LINES / 2 and sentences > 0 and not any(map(_is_listed, window))


def _is_listed(line: Line) -> bool:
    has_page = bool(_LEADER.search(line.text)) or bool(_PAGE_AT_END.match(line.text)) or "\t" in line.text
    return has_page or _is_byline(line.text)


def _is_stop(line: Line) -> bool:
    if _is_label(line):
        return True
    label = label_of(line.text)
    part = entry_of("masthead", line.text)
    return bool(label and label.kind in _STOPS) or bool(part and part.kind in _MASTHEAD_STOPS)


def _is_column_head(text: str) -> bool:
    """`Page`, `Pages`, `Titre | Auteur | Page` over the columns."""
    words = [word for word in re.split(r"[\t|\s]+", text) if word]
    part = entry_of("masthead", words[-1]) if words else None
    return len(words) <= 4 and bool(part and part.kind == "pages" and not text[-1].isdigit())


def read_line(place: int, line: Line) -> ContentsLine:
    """A line of the contents with its page, if one is printed there, taken off."""
    text = _LEADER.sub("\t", line.text).strip(" ")
    alone = _PAGE_ALONE.match(text)
    if alone and (text.strip("\t").isdigit() or not letters(text).isalpha() or "\t" in text):
        return ContentsLine(place, "", "", alone[1], line.is_heading)
    text, after, is_led = _page_at_end(text)
    before = ""
    if not after and (first := _PAGE_FIRST.match(text)) and int(first[1]) not in _YEARS:
        before, text = first[1], text[first.end() :]
    text = _ORDINAL.sub("", text.strip("\t "), count=1)
    return ContentsLine(place, text, before, after, line.is_heading, is_led)


def _page_at_end(text: str) -> tuple[str, str, bool]:
    """The text, the page at its end, and whether it is set apart."""
    if led := _PAGE_AFTER_LEADER.match(text):
        return led[1], led[2], True
    bare = text.rstrip("\t ")
    ended = _PAGE_AT_END.match(bare)
    if ended and ended[1] and not (len(ended[2]) == 4 and int(ended[2]) in _YEARS):
        return ended[1], ended[2], False
    return bare, "", False


def hypotheses(lines: Sequence[ContentsLine]) -> Iterator[Hypothesis]:
    """Every way to read neighbouring lines as a title, alone or with people before or after it."""
    for first in range(len(lines)):
        for last in range(first, min(first + MOST_LINES, len(lines))):
            if sum(len(line.text) + 1 for line in lines[first : last + 1]) > _LONGEST:
                break
            if lines[first].text and lines[last].text:
                yield from _readings(lines, first, last)
            if lines[last].ends_entry:
                break


def _readings(lines: Sequence[ContentsLine], first: int, last: int) -> Iterator[Hypothesis]:
    """The lines as a title alone, unless one of them or a column holds people; and as a title with people beside it."""
    texts = [line.text for line in lines[first : last + 1] if line.text]
    if len(texts) > 1 and (is_kicker(texts[0]) or any(map(_is_byline, texts))):
        return
    text = " ".join(texts)
    readings = list(_readings_with_people(first, last, text))
    whole = text.replace("\t", " ")
    is_title = letters(whole) and len(SENTENCE_END.findall(whole)) <= _MOST_SENTENCES
    if is_title and not any(is_strong for _, is_strong in readings) and not _is_byline(whole):
        yield Hypothesis(first, last, whole)
        if kicker := entry_at_start("types", whole):
            yield Hypothesis(first, last, whole[kicker[1] :])
    yield from (reading for reading, _ in readings if not _is_byline(reading.title))


def _readings_with_people(first: int, last: int, text: str) -> Iterator[tuple[Hypothesis, bool]]:
    """Each with whether the mark between title and people leaves no doubt."""
    splits = list(_SPLIT.finditer(text))
    chosen = splits if len(splits) <= _MOST_SPLITS else [*splits[: _MOST_SPLITS // 2], *splits[-_MOST_SPLITS // 2 :]]
    for split in chosen:
        before, after = text[: split.start()], text[split.end() :].strip(" ()")
        for people_text, title in ((before, after), (after, before)):
            people = people_of(people_text.replace("\t", ", "))
            if people and letters(title):
                is_strong = people.is_byline and (split[0].strip(" ") in _STRONG_MARKS)
                yield Hypothesis(first, last, title.replace("\t", " "), people), is_strong


def _is_byline(text: str) -> bool:
    people = people_of(text.replace("\t", ", "))
    return bool(people and people.is_byline)


def is_kicker(text: str) -> bool:
    """Whether a line is the heading of a section of the issue rather than a title: `Articles`, `VARIA`, `Éditorial`."""
    return entry_of("types", text) is not None
