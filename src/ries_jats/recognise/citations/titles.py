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
_WORD = re.compile(r"\w+")
_CLOSING = re.compile(r"[\s]*[»”\"’]")


@dataclass(frozen=True)
class Titled:
    """Author and title, or a title alone, and the works they may mean."""

    start: int
    stop: int
    works: tuple[Work, ...]


class Titles:
    """The titles of the list, by their first words."""

    def __init__(self, works: Works) -> None:
        self._by_words: dict[tuple[str, ...], list[tuple[Work, tuple[str, ...]]]] = defaultdict(list)
        for work in works.works:
            words = _bare(work.title)
            if len(words) >= KEY_WORDS or (words and len(words[0]) >= 5):
                self._by_words[words[:KEY_WORDS]].append((work, words))

    def iter_titled(self, text: str) -> Iterator[Titled]:
        """The works that `text` names, in order."""
        spans = list(_WORD.finditer(text))
        words = [fold(span[0]) for span in spans]
        place = 0
        while place < len(words):
            found = self._at(text, spans, words, place)
            if found:
                yield found[0]
            place = found[1] if found else place + 1

    def _at(
        self, text: str, spans: Sequence[re.Match[str]], words: Sequence[str], place: int
    ) -> tuple[Titled, int] | None:
        """A title that begins with the word at `place`, and the word after it."""
        entries = [
            entry
            for count in range(1, KEY_WORDS + 1)
            for entry in self._by_words.get(tuple(words[place : place + count]), ())
        ]
        if not entries:
            return None
        low = max(0, place - WORDS_BEFORE)
        lengths = {work.key: _common(title, words[place : place + len(title)]) for work, title in entries}
        most = max(lengths.values())
        longest = [(work, title) for work, title in entries if lengths[work.key] == most]
        named = [work for work, _ in longest if _is_named(work, words[low:place])]
        if named:
            start = _names_start(text, spans, words, range(low, place), named[0])
            return Titled(start, _end(text, spans[place + most - 1].end()), tuple(named)), place + most
        if most >= ENOUGH and all(most == len(title) for _, title in longest):
            return Titled(
                spans[place].start(), spans[place + most - 1].end(), tuple(w for w, _ in longest)
            ), place + most
        return None


def _bare(title: tuple[str, ...]) -> tuple[str, ...]:
    """Without the articles and other small words that a short title leaves out."""
    small = words_of("function-words", "words") | words_of("names", "particles")
    first = next((place for place, word in enumerate(title) if word not in small and len(word) > 1), 0)
    return title[first:]


def _common(title: Sequence[str], words: Sequence[str]) -> int:
    return next(
        (n for n, (one, other) in enumerate(zip(title, words, strict=False)) if one != other),
        min(len(title), len(words)),
    )


def _is_named(work: Work, before: Sequence[str]) -> bool:
    joined = f" {' '.join(before)} "
    return any(f" {' '.join(author.surname)} " in joined for author in work.authors if author.surname)


def _names_start(text: str, spans: Sequence[re.Match[str]], words: Sequence[str], places: range, work: Work) -> int:
    """Where the name of the work's author begins, with given names and co-authors."""
    surnames = {word for author in work.authors for word in author.surname}
    last = max(place for place in places if words[place] in surnames)
    first = min(place for place in places if words[place] in surnames)
    names = names_before(text, spans[places.start].start(), spans[last].end(), is_narrative=False)
    return min(names.names[0].start, spans[first].start()) if names else spans[first].start()


def _end(text: str, end: int) -> int:
    closing = _CLOSING.match(text, end)
    return closing.end() if closing else end
