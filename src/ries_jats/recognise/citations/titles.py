"""Works named by author and title, as notes name them: `Claude Auroux, La Plume et l'épée`."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...lexicon import fold, words_of
from .index import Works
from .names import names_before
from .works import Work

KEY_WORDS = 2
"""Words by which a title is looked up."""
WORDS_BEFORE = 10
"""Words before a title among which the author's name stands."""
ENOUGH = 4
"""Words of a title that tell the work without its author."""
REACH = 160
"""Characters after a title in which the year of the work may stand."""
_WORD = re.compile(r"\w+")
_OPENING = re.compile(r"[«“\"‘„]\s*$")
_TITLE_END = re.compile(r"\s*(?:[.,;:»”\")\]]|$)")
_CLOSING = re.compile(r"\s*[»”\"’]")
_BETWEEN = re.compile(r"(?:[^.;()\[\]]|\b[^\W\d_]{1,2}\.|\bal\.|[(\[][^()\[\]]{0,20}[)\]][.,:]?){0,60}")
"""What may stand between a surname and a title: given names, co-authors, a year."""


@dataclass(frozen=True)
class Titled:
    """Author and title, or a title alone, and the work they mean."""

    start: int
    stop: int
    work: Work


@dataclass(frozen=True)
class _Text:
    """A text and its words."""

    text: str
    spans: tuple[re.Match[str], ...]
    words: tuple[str, ...]


class Titles:
    """The titles of the list, by their first words."""

    def __init__(self, works: Works) -> None:
        self._works = works
        self._by_words: dict[tuple[str, ...], list[tuple[Work, tuple[str, ...]]]] = defaultdict(list)
        for work in works.works:
            for title in work.titles:
                words = _bare(title)
                if len(words) >= KEY_WORDS or (words and len(words[0]) >= 5):
                    self._by_words[words[:KEY_WORDS]].append((work, words))

    def iter_titled(self, text: str) -> Iterator[Titled]:
        """The works that `text` names, in order."""
        spans = tuple(_WORD.finditer(text))
        read = _Text(text, spans, tuple(fold(span[0]) for span in spans))
        place = 0
        while place < len(spans):
            found = self._at(read, place)
            if found:
                yield found[0]
            place = found[1] if found else place + 1

    def _at(self, read: _Text, place: int) -> tuple[Titled, int] | None:
        """A title that begins with the word at `place`, and the word after it."""
        keys = (read.words[place : place + count] for count in range(1, KEY_WORDS + 1))
        entries = [entry for key in keys for entry in self._by_words.get(key, ())]
        common = [(_common(title, read.words[place : place + len(title)]), work, title) for work, title in entries]
        if not common:
            return None
        after = place + max(length for length, _, _ in common)
        named = [
            (work, start)
            for length, work, title in common
            if _is_title(read, place, length, title) and (start := _author_start(read, place, work)) is not None
        ]
        work = self._only([work for work, _ in named], read, after)
        if work:
            start = next(start for other, start in named if other == work)
            return Titled(start, _end(read, after), work), after
        whole = [work for length, work, title in common if _is_enough(read, place, length, title, work)]
        work = self._only(whole, read, after)
        return (Titled(_start(read, place, work), read.spans[after - 1].end(), work), after) if work else None

    def _only(self, works: Sequence[Work], read: _Text, after: int) -> Work | None:
        """The one work among `works`, by the year that stands after the title where several have it."""
        distinct = self._works.distinct(works)
        if len(distinct) > 1:
            end = read.spans[after - 1].end()
            distinct = tuple(work for work in distinct if work.year and work.year in read.text[end : end + REACH])
        return distinct[0] if len(distinct) == 1 else None


def _bare(title: tuple[str, ...]) -> tuple[str, ...]:
    """Without the articles and other small words that a short title leaves out."""
    small = words_of("function-words", "words") | words_of("names", "particles")
    first = next((place for place, word in enumerate(title) if word not in small and len(word) > 1), 0)
    return title[first:]


def _common(title: Sequence[str], words: Sequence[str]) -> int:
    """How many words two titles begin with together."""
    pairs = enumerate(zip(title, words, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(title), len(words)))


def _is_title(read: _Text, place: int, length: int, title: Sequence[str]) -> bool:
    """Whether the words that agree are the whole title, many, or all that the text prints of it."""
    end = read.spans[place + length - 1].end()
    return length == len(title) or length >= ENOUGH or _TITLE_END.match(read.text, end) is not None


def _is_enough(read: _Text, place: int, length: int, title: Sequence[str], work: Work) -> bool:
    """Whether a title tells the work without its author: it is long, or stands in quotation marks and has none."""
    if length < len(title):
        return False
    is_quoted = _OPENING.search(read.text, 0, read.spans[place].start()) and _CLOSING.match(
        read.text, read.spans[place + length - 1].end()
    )
    return length >= ENOUGH or bool(is_quoted and not work.authors)


def _author_start(read: _Text, place: int, work: Work) -> int | None:
    """Where the name of the work's author begins, with given names and co-authors, before the title at `place`."""
    places = _author_places(read, max(0, place - WORDS_BEFORE), place, work)
    if not places or not _BETWEEN.fullmatch(read.text, read.spans[places[-1]].end(), read.spans[place].start()):
        return None
    low = read.spans[max(0, place - WORDS_BEFORE)].start()
    names = names_before(read.text, low, read.spans[places[-1]].end(), is_narrative=False)
    own = read.spans[places[-1]].start()
    return min(names.names[0].start, own) if names else own


def _start(read: _Text, place: int, work: Work) -> int:
    """Where a title begins, with the small words at its head."""
    for title in work.titles:
        head = title[: len(title) - len(_bare(title))]
        if head and read.words[max(0, place - len(head)) : place] == head:
            return read.spans[place - len(head)].start()
    return read.spans[place].start()


def _author_places(read: _Text, low: int, high: int, work: Work) -> list[int]:
    """Where words of a surname stand, or the last word of an institution's whole name."""
    surnames = {word for author in work.authors if not author.is_collective for word in author.surname}
    places = [each for each in range(low, high) if read.words[each] in surnames]
    for name in work.names:
        ends = range(low + len(name), high + 1)
        places += [end - 1 for end in ends if name not in work.titles and read.words[end - len(name) : end] == name]
    return sorted(places)


def _end(read: _Text, after: int) -> int:
    end = read.spans[after - 1].end()
    closing = _CLOSING.match(read.text, end)
    return closing.end() if closing else end
