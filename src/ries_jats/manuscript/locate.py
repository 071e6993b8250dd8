"""Finds the words that pandoc read in the source, one after the other, and so gives every run its address."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from ..article.prose import Mark, Run
from ..article.source import FILLER, HIDDEN, UNKNOWN, Source

QUOTES = "'’‘`\"“”«»"
"""Signs that pandoc's readers may turn into one another."""
NO_WORD = re.compile(r"[\W_]*")
GAP = re.compile(rf"[\s{HIDDEN}{FILLER}]*")
BETWEEN = rf"[{HIDDEN}{FILLER}]*"
APART = r"[\W_]*"
DEFINITION = rf"^( {{0,3}}{HIDDEN}{{5,}}[ \t]*){APART}"
"""The hidden mark before a note of Markdown."""
WINDOW = 300
"""How far ahead a word is looked for inside a paragraph before it counts as not in the source."""
MARKUP = 20
"""Signs of markup that may stand before a word and are not hidden: `^`, `**`, `$`."""
PHRASE = 5
"""Words by which the beginning of a piece is known."""
SKIPPED = 3
"""Words at the beginning of a piece that may not be in the source: a number that a word processor makes."""


class Locator:
    """A cursor that moves through the source as pandoc's tree is read."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._cursor = 0
        self._notes_cursor = source.notes_at
        self._notes: list[tuple[int, int]] = []
        self._read: dict[tuple[str, ...], tuple[int, int]] = {}
        """Where the last piece with these first words began and ended: the next stands further on, or is the same."""

    def word(self, text: str, marks: tuple[Mark, ...]) -> Iterator[Run]:
        """The runs of a piece of text without white space."""
        start = self._next()
        if self._source.visible.startswith(text, start):
            self._cursor = start + len(text)
            yield Run(text, marks, start)
        else:
            yield from self._search(text, marks, start)

    def space(self, text: str, marks: tuple[Mark, ...]) -> Run:
        """White space; it has an address where it is the very next character."""
        at = self._cursor if self._source.visible[self._cursor : self._cursor + 1].isspace() else None
        self._cursor += at is not None
        return Run(text, marks, at)

    def printed(self, pattern: re.Pattern[str]) -> Run | None:
        """What stands next in the source, when it is `pattern`: signs that pandoc does not give."""
        match = pattern.match(self._source.visible, self._next())
        if match:
            self._cursor = match.end()
        return Run(match[0], at=match.start()) if match else None

    def _next(self) -> int:
        match = GAP.match(self._source.visible, self._cursor)
        return match.end() if match else self._cursor

    def _search(self, text: str, marks: tuple[Mark, ...], start: int) -> Iterator[Run]:
        """A word with markup inside it, or one further on; a word that is nowhere near has no address."""
        near = self._near(text[0], start)
        offsets = self._spelt(text, start) or (self._spelt(text, near) if near > start else None)
        if offsets is None:
            found = self._source.visible.find(text, start, start + WINDOW + len(text))
            if found < 0:
                yield Run(text, marks)
                return
            offsets = list(range(found, found + len(text)))
        self._cursor = offsets[-1] + 1
        yield from _runs(text, marks, offsets)

    def _near(self, character: str, start: int) -> int:
        """Where `character` stands next, with no more than signs of markup before it; -1 when nowhere."""
        before = rf"(?:{BETWEEN}[^{HIDDEN}{FILLER}]){{0,{MARKUP - 1}}}?{BETWEEN}"
        match = re.compile(before + re.escape(character), re.DOTALL).match(self._source.visible, start)
        return match.end() - 1 if match else -1

    def _spelt(self, text: str, start: int) -> list[int] | None:
        """Where each character stands when only markup lies between them."""
        visible = self._source.visible
        offsets: list[int] = []
        for character in text:
            while start < len(visible) and visible[start] in (HIDDEN, FILLER):
                start += 1
            if start >= len(visible) or not _alike(character, visible[start]):
                return None
            offsets.append(start)
            start += 1
        return offsets

    def begin(self, words: Sequence[str]) -> None:
        """Puts the cursor where a piece with these words begins, when something lies between that pandoc did not
        read.
        """
        if not words or self._is_here(words[:2]):
            return
        for skipped in range(min(SKIPPED, len(words))):
            phrase = _phrase(words[skipped:])
            match = self._outside_notes(phrase, self._cursor) or phrase.search(self._source.visible)
            if match and (len(words) > 1 or self._is_near_or_alone(match)):
                self._cursor = match.start()
                return

    def _outside_notes(self, phrase: re.Pattern[str], start: int) -> re.Match[str] | None:
        """Where a phrase stands next, but for the notes that have been read."""
        matches = phrase.finditer(self._source.visible, start)
        return next((each for each in matches if not any(a <= each.start() < b for a, b in self._notes)), None)

    def _is_near_or_alone(self, match: re.Match[str]) -> bool:
        """A single word is believed when it stands close by, or is a line by itself."""
        visible = self._source.visible
        line = visible[visible.rfind("\n", 0, match.start()) + 1 : (visible + "\n").find("\n", match.end())]
        is_alone = NO_WORD.sub("", line) == NO_WORD.sub("", match[0])
        return 0 <= match.start() - self._cursor < WINDOW or is_alone

    @contextmanager
    def elsewhere(self, words: Sequence[str], *, is_note: bool = False) -> Iterator[None]:
        """Reads a piece that may stand elsewhere (a note, metadata), known by its first words; then comes back."""
        here, key = self._cursor, tuple(words)
        defined = self._defined(words) if is_note else -1
        if not words or (defined < 0 and self._is_here(words)):
            yield
            self._read[key] = here, self._cursor
            return
        earlier, further = self._read.get(key, (0, 0))
        further = max(further, self._notes_cursor if is_note else 0)
        self._cursor = start = defined if defined >= 0 else self._find(words, further, earlier)
        yield
        self._read[key] = start, self._cursor
        if is_note:
            self._notes_cursor = self._cursor
            self._notes.append((start, self._cursor))
        self._cursor = here

    def _is_here(self, words: Sequence[str]) -> bool:
        start = NO_WORD.match(self._source.visible, self._cursor)
        return bool(start and _phrase(words).match(self._source.visible, start.end()))

    def _defined(self, words: Sequence[str]) -> int:
        """Where a note of Markdown is defined (`[^1]: text`) that begins with these words; -1 where none is."""
        if not words or not self._source.has_lines or self._source.has_paragraphs:
            return -1
        definition = re.compile(DEFINITION + _phrase(words).pattern, re.MULTILINE)
        match = definition.search(self._source.visible, self._notes_cursor)
        return match.end(1) if match else -1

    def _find(self, words: Sequence[str], further: int, earlier: int) -> int:
        phrase = _phrase(words)
        whole = re.compile(rf"(?<![^\W_]){phrase.pattern}(?![^\W_])")
        for pattern in (whole, phrase):
            match = pattern.search(self._source.visible, further) or pattern.search(self._source.visible, earlier)
            if match:
                return match.start()
        return len(self._source.visible)

    @property
    def source(self) -> Source:
        """What is being read."""
        return self._source


def _alike(character: str, printed: str) -> bool:
    """pandoc writes some characters in another of their Unicode forms: the Greek letter for the micro sign."""
    if printed in (character, UNKNOWN) or (character in QUOTES and printed in QUOTES):
        return True
    return unicodedata.normalize("NFKC", character) == unicodedata.normalize("NFKC", printed)


def _runs(text: str, marks: tuple[Mark, ...], offsets: list[int]) -> Iterator[Run]:
    """The characters that stand together in the source as one run each."""
    first = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or offsets[index] != offsets[index - 1] + 1:
            yield Run(text[first:index], marks, offsets[first])
            first = index


def _phrase(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(APART.join(BETWEEN.join(map(_pattern, word)) for word in words[:PHRASE]))


def _pattern(character: str) -> str:
    return f"[{re.escape(QUOTES)}]" if character in QUOTES else re.escape(character)
