"""The words of a document, which tell whether two halves are one word and whether a hyphen belongs to it."""

import re
from collections import Counter
from collections.abc import Iterable

from ...article.prose import LINE_BREAK, Origin, Prose, Run
from ...article.source import WORD
from ...lexicon import words_of

HYPHENS = "-\u2010\u00ad"
LINE_HYPHEN = re.compile(rf"(?<=[^\W\d_])[{HYPHENS}][{LINE_BREAK}\n]\s*(?=[^\W\d_])")
LAST_WORD = re.compile(rf"([^\W\d_]+)[{HYPHENS}]\Z")
LAST_LETTERS = re.compile(r"[^\W\d_]+\Z")
FIRST_WORD = re.compile(r"[^\W\d_]+")
ADDRESS_CUT = re.compile(r"(?:https?://|www\.)\S*[/\-_=&?#%]\Z")
"""An address that goes on after a line end: `https://example.org/archives/`."""
SPACED_HYPHEN = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})- ([a-zà-öø-ÿ]{2,})(?![\w-])")
COMPOUND = re.compile(r"[^\W\d_]+[-\u2010][^\W\d_]+")
KNOWN = 2
"""Times that a part stands in the text when it is a word by itself: once at the cut, and once more."""


class Words:
    """Counts of the words of a text."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        compounds: set[str] = set()
        for text in texts:
            folded = text.casefold()
            self._words.update(WORD.findall(folded))
            compounds.update(COMPOUND.findall(folded))
        self._compounds = frozenset(compound.replace("\u2010", "-") for compound in compounds)

    def hyphen_marks_cut(self, before: str, after: str) -> bool:
        """Whether the hyphen only marked the cut: the word stands elsewhere without it, or a part is no word."""
        one, other = before.casefold(), after.casefold()
        if after[:1].isupper() or f"{one}-{other}" in self._compounds:
            return False
        return one + other in self._words or self._words[one] < KNOWN or self._words[other] < KNOWN

    def are_halves(self, before: str, after: str) -> bool:
        """Whether two parts without a hyphen are halves of one word: it stands elsewhere, and they do not both."""
        one, other = before.casefold(), after.casefold()
        if not after[:1].islower() or one + other not in self._words:
            return False
        return self._words[one] < KNOWN or self._words[other] < KNOWN

    def joined(self, one: Prose, other: Prose) -> Prose:
        """One prose, with a space between them unless a word was cut."""
        one, other = one.strip(), other.strip()
        if ADDRESS_CUT.search(one.text) and not other.text[:1].isupper():
            return one + other
        cut, after = LAST_WORD.search(one.text), FIRST_WORD.match(other.text)
        if cut and after:
            keeps = one.text[-1] != "\u00ad" and not self.hyphen_marks_cut(cut[1], after[0])
            return (one if keeps else one.cut(0, len(one.text) - 1)) + other
        letters = LAST_LETTERS.search(one.text)
        if letters and after and self.are_halves(letters[0], after[0]):
            return one + other
        if one.text.endswith(("'", "’")) or other.text.startswith((",", ".", ")")):
            return one + other
        return Prose((*one.runs, Run(" ", origin=Origin.GENERATED), *other.runs))

    def close_hyphens(self, prose: Prose) -> Prose:
        """Words that keep the hyphen of a line end and a space after it: `diplo- matie`; `non- verbal` is left."""
        for match in reversed(list(SPACED_HYPHEN.finditer(prose.text))):
            before, after = match[1].casefold(), match[2].casefold()
            if self._is_cut(before, after):
                prose = prose.cut(0, match.end(1)) + prose.cut(match.start(2))
            elif f"{before}-{after}" in self._compounds:
                prose = prose.cut(0, match.end(1) + 1) + prose.cut(match.start(2))
        return prose

    def _is_cut(self, before: str, after: str) -> bool:
        """Whether two parts are one word: it stands elsewhere, or the second part is no word."""
        is_function = after in words_of("function-words", "words") or before in words_of("notes", "prefixes")
        return before + after in self._words or (self._words[after] < KNOWN and not is_function)

    def mend_lines(self, prose: Prose) -> Prose:
        """Words that a line end cut inside a paragraph."""
        for match in reversed(list(LINE_HYPHEN.finditer(prose.text))):
            before = LAST_WORD.search(prose.text[: match.start() + 1])
            after = FIRST_WORD.match(prose.text, match.end())
            is_soft = prose.text[match.start()] == "\u00ad"
            keep = bool(before and after and not is_soft and not self.hyphen_marks_cut(before[1], after[0]))
            prose = prose.cut(0, match.start() + keep) + prose.cut(match.end())
        return prose
