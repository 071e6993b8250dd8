"""The words of a document, which tell whether two halves are one word and whether a hyphen belongs to it."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from ...article.prose import LINE_BREAK, Origin, Prose, Run
from ...article.source import WORD
from ...dictionary import is_word
from ...language import detect
from ...lexicon import lexicons, words_of

HYPHENS = "-\u2010\u00ad"
LINE_HYPHEN = re.compile(rf"(?<=[^\W\d_])[{HYPHENS}][{LINE_BREAK}\n]\s*(?=[^\W\d_])")
REPEATED_HYPHEN = re.compile(rf"(?<=[^\W\d_])[-\u2010]\s*[{LINE_BREAK}\n]\s*(?=[-\u2010][^\W\d_])")
"""A hyphen of a compound that the next line repeats, as Spanish has it: `socio-` / `-económicas`."""
LAST_WORD = re.compile(rf"([^\W\d_]+)[{HYPHENS}]\Z")
LAST_LETTERS = re.compile(r"[^\W\d_]+\Z")
FIRST_WORD = re.compile(r"[^\W\d_]+")
ADDRESS_CUT = re.compile(r"(?:https?://|www\.)\S*[/\-_=&?#%]\Z")
"""An address that goes on after a line end: `https://example.org/archives/`."""
RANGE_CUT = re.compile(r"\d[-–\u2010]\Z")
"""The first of two numbers, after which the other must follow: `17–`."""
SPACED_HYPHEN = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})- ([a-zà-öø-ÿ]{2,})(?![\w-])")
ELIDED = re.compile(r"(?<![^\W\d_])(?:[cdjlmnstCDJLMNST]|\w*qu|\w*ll|aujourd|entr|un|quest)['’]\Z")
"""A word that lost its vowel before the next: `l'`, `jusqu'`, `dell'`; the genitive of English ends no word so."""
LONG_TEXTS = 8
"""Paragraphs by which the language is told."""
COMPOUND = re.compile(r"[^\W\d_]+[-\u2010][^\W\d_]+")
AT_CUT = re.compile(rf"([^\W\d_]+)[{HYPHENS}](?:\s*\n\s*| )([^\W\d_]+)")
"""Two halves at a hyphen, which are no words by standing there."""
KNOWN = 2
"""Times that a part stands in the text when it is a word by itself: once at the end of a block, and once more."""


class Words:
    """The words of a text, counted, and those of its language."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = [text.casefold() for text in texts]

    @cached_property
    def _words(self) -> Counter[str]:
        words = Counter(word for text in self._texts for word in WORD.findall(text))
        words.subtract(half for text in self._texts for cut in AT_CUT.findall(text) for half in cut)
        return words

    @cached_property
    def _compounds(self) -> frozenset[str]:
        compounds = (compound for text in self._texts for compound in COMPOUND.findall(text))
        return frozenset(compound.replace("\u2010", "-") for compound in compounds)

    @cached_property
    def _language(self) -> str:
        long = sorted(self._texts, key=len)[-LONG_TEXTS:]
        return detect(" ".join(long))[0]

    @cached_property
    def _function_words(self) -> frozenset[str]:
        own = (each for each in lexicons() if each.language == self._language)
        return frozenset(word for each in own for word in each.folded_words("function-words", "words"))

    def _is_word(self, text: str, times: int = 1) -> bool:
        return self._words[text] >= times or is_word(text, self._language)

    def hyphen_marks_cut(self, before: str, after: str, times: int = 1) -> bool:
        """Whether the hyphen only marked the cut: the word is one, or its parts are none. A part is a word of the text
        when it stands there so many `times`.
        """
        one, other = before.casefold(), after.casefold()
        if after[:1].isupper() or f"{one}-{other}" in self._compounds:
            return False
        if self._is_word(one + other):
            return True
        return not (self._is_word(one, times) and self._is_word(other, times))

    def are_halves(self, before: str, after: str) -> bool:
        """Whether two parts without a hyphen are halves of a word, and do not both stand elsewhere."""
        one, other = before.casefold(), after.casefold()
        if not after[:1].islower() or not self._is_word(one + other):
            return False
        is_free = self._words[one] < KNOWN or self._words[other] < KNOWN
        return is_free and (one + other in self._words or not is_word(other, self._language))

    def completes(self, before: str, after: str) -> bool:
        """Whether `before`, which is no word, becomes one with `after`, which may be one too: `españo las`."""
        one, other = before.casefold(), after.casefold()
        is_part = self._words[one] < KNOWN and not is_word(one, self._language)
        return is_part and after[:1].islower() and self._is_word(one + other)

    def joined(self, one: Prose, other: Prose) -> Prose:
        """One prose, with a space between them unless a word was cut."""
        one, other = one.strip(), other.strip()
        if ADDRESS_CUT.search(one.text) and not other.text[:1].isupper():
            return one + other
        if RANGE_CUT.search(one.text) and other.text[:1].isdigit():
            return one + other
        cut, after = LAST_WORD.search(one.text), FIRST_WORD.match(other.text)
        if cut and after:
            keeps = one.text[-1] != "\u00ad" and not self.hyphen_marks_cut(cut[1], after[0], KNOWN)
            return (one if keeps else one.cut(0, len(one.text) - 1)) + other
        letters = LAST_LETTERS.search(one.text)
        if letters and after and self.are_halves(letters[0], after[0]):
            return one + other
        if ELIDED.search(one.text) or other.text.startswith((",", ".", ")")):
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
        """Whether two parts are one word: it stands elsewhere, or the second part is no word. After a small word, as in
        `pre- and post-war`, the first part must be none either: `gobier- no`.
        """
        whole = before + after
        if whole in self._words:
            return True
        if before in words_of("notes", "prefixes"):
            return False
        if after in self._function_words:
            return self._is_word(whole) and not self._is_word(before)
        return self._is_word(whole) or not self._is_word(after)

    def mend_lines(self, prose: Prose) -> Prose:
        """Words that a line end cut inside a paragraph."""
        prose = prose.without(match.span() for match in REPEATED_HYPHEN.finditer(prose.text))
        for match in reversed(list(LINE_HYPHEN.finditer(prose.text))):
            before = LAST_WORD.search(prose.text[: match.start() + 1])
            after = FIRST_WORD.match(prose.text, match.end())
            is_soft = prose.text[match.start()] == "\u00ad"
            keep = bool(before and after and not is_soft and not self.hyphen_marks_cut(before[1], after[0]))
            prose = prose.cut(0, match.start() + keep) + prose.cut(match.end())
        return prose
