"""The title of a journal and its abbreviation."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ...lexicon import entry_of, fold, label_at_start, label_of, word_at_start, words_of
from ..likeness import is_same, letters, likeness
from ..lines import Line
from ..people import people_of
from ..vocabulary import has_word, words
from .forms import Form, is_acronym, usual
from .numbering import statement_spans
from .phrases import goes_on, is_one_block, small_words

_LONGEST = 140
_LEAST = 4.0
"""Evidence from which a line is taken for the journal's title."""
_VARIANT = 0.8
_EDGES = ' \t,;:.|·•–—-([«»"“”'
_ABBREVIATION = re.compile(r"(?<![\w-])[A-ZÀ-Þ](?:[A-ZÀ-Þa-zß-ÿ&-]{0,10}[A-ZÀ-Þ]|\.(?:[A-ZÀ-Þ]\.){1,7})(?![\w-])")
_ISSN = re.compile(r"\b[ep]?-?ISSN\b", re.IGNORECASE)


@dataclass(frozen=True)
class JournalTitle:
    """The title as usually printed, all its forms, and the abbreviation."""

    title: str = ""
    abbreviation: str = ""
    variants: tuple[Form, ...] = ()
    """Every printed form, if they differ in more than capitals, accents and punctuation."""


@dataclass(frozen=True, slots=True)
class _Mention:
    form: Form
    weight: float


def read_title(masthead: Sequence[Line], text: Sequence[Line], titles: Sequence[str]) -> JournalTitle:
    """The title by the evidence in the masthead.

    `text` is the whole file, for running heads and suggested citations; `titles` are those of articles and sections,
    which the cover may print, too.
    """
    mentions = list(_mentions(masthead))
    heads = Counter(letters(line.text) for line in text if 0 < len(line.text) < _LONGEST)
    announced = [letters(title) for title in titles]
    cited = [letters(line.text) for line in text if _is_suggested_citation(line)]
    weights: dict[str, float] = defaultdict(float)
    for mention in mentions:
        weights[letters(mention.form.text)] += mention.weight
    for key in weights:
        weights[key] += 2 * (heads[key] > 2) + 3 * any(key in each for each in cited)
        weights[key] -= 5 * any(key in title for title in announced)
        weights[key] += 3 * any(_is_abbreviation_line(line, mentions, key) for line in masthead)
    best = max(weights, key=lambda key: weights[key], default="")
    if weights.get(best, 0) < _LEAST:
        return JournalTitle()
    forms = [mention.form for mention in mentions if letters(mention.form.text) == best]
    title = usual(forms)
    return JournalTitle(title, _abbreviation(title, masthead), _variants(title, forms, mentions))


def _mentions(lines: Sequence[Line]) -> Iterator[_Mention]:
    """What may be a title: lines, two lines of one block, and what stands before a volume in a line."""
    worded = [line for line in lines if line]
    for place, line in enumerate(worded):
        following = worded[place + 1] if place + 1 < len(worded) else None
        before = _before_numbering(line.text)
        is_numbered = before != line.text or bool(following and statement_spans(following.text))
        weight = _weight(before, line, place, before_numbering=is_numbered)
        if following and goes_on(line, following):
            yield from _mention(f"{before} {following.text}", line, weight)
        else:
            yield from _mention(before, line, weight)
            if following and is_one_block(line, following):
                # A guess: it counts where the whole is printed elsewhere.
                yield from _mention(f"{before} {following.text}", line, min(weight, 1.0))


def _mention(text: str, line: Line, weight: float) -> Iterator[_Mention]:
    if weight > 0 and not _is_something_else(text):
        yield _Mention(Form(_without_abbreviation(text), line.number), weight)


def _before_numbering(text: str) -> str:
    """The line up to its volume, its date or its ISSN."""
    issn = _ISSN.search(text)
    end = min([*(start for start, _ in statement_spans(text)), issn.start() if issn else len(text)])
    return text[:end].strip(_EDGES) if end < len(text) else text


def _weight(text: str, line: Line, place: int, *, before_numbering: bool) -> float:
    """How much speaks for a text; 0 when it cannot be a title."""
    if not 2 < len(text) <= _LONGEST:
        return 0.0
    has_title_word = bool((_journal_words() | words("title")) & set(fold(text).split()[:3]))
    return (
        2.0
        + 2 * has_title_word
        + 2 * before_numbering
        + 2 * line.is_heading
        + (place < 3)
        + (3 if line.is_heading else 1) * (place == 0)
        + 3 * (_without_abbreviation(text) != text.strip(_EDGES) and text.endswith(")"))
        - 5 * _is_description(text)
        - 3 * (not has_title_word and bool(word_at_start("institutions", "words", text)))
        - 2 * (len(text.split()) == 1 and len(text) < 8)
    )


def _is_something_else(text: str) -> bool:
    if entry_of("masthead", text) or entry_of("types", text) or label_of(text) or label_at_start(text):
        return True
    people = people_of(text)
    folded = fold(text).split()
    ends_open = not folded or folded[-1] in small_words()
    is_theme = any(fold(text).startswith(f"{word} ") and ":" in text for word in words("theme"))
    return ends_open or is_theme or bool(people and people.is_sure) or "@" in text or "http" in text or "www." in text


def _is_description(text: str) -> bool:
    """`Revue semestrielle de sciences sociales`, `A peer-reviewed journal`: the kind of journal, not its title."""
    folded = fold(text).split()
    stems = {word[:6] for word in words_of("masthead", "frequency") if " " not in word and len(word) > 5}
    return has_word(text, "description") or any(word[:6] in stems for word in folded)


def _is_suggested_citation(line: Line) -> bool:
    label = label_at_start(line.text[:300]) if line else None
    return bool(label and label[0].kind == "cite-as")


@cache
def _journal_words() -> frozenset[str]:
    return frozenset(word for phrase in words_of("masthead", "journal") for word in phrase.split()[:1]) - small_words()


# Abbreviation


def _is_abbreviation_line(line: Line, mentions: Sequence[_Mention], key: str) -> bool:
    text = line.text.strip(_EDGES + ")")
    return bool(_ABBREVIATION.fullmatch(text)) and any(
        letters(mention.form.text) == key and is_acronym(text, mention.form.text, small_words()) for mention in mentions
    )


def _abbreviation(title: str, lines: Sequence[Line]) -> str:
    """The one with a label, else capitals that are the initials of the title."""
    for line in lines:
        label, mark, rest = line.text.partition(":")
        if mark and fold(label) in words("abbreviation") and rest.strip():
            return rest.strip(_EDGES)
    found = (match[0] for line in lines if line for match in _ABBREVIATION.finditer(line.text))
    return next((text for text in found if is_acronym(text, title, small_words())), "")


def _without_abbreviation(text: str) -> str:
    """`Revue de Géographie (RG)`, `RG – Revue de Géographie` without the capitals."""
    for pattern in (r"^(.*\S)\s*[(\[–—-]\s*(\S+?)[)\]]?$", r"^(\S+)\s*[:–—-]\s+(.*)$"):
        match = re.match(pattern, text)
        first, second = match.groups() if match else ("", "")
        for short, whole in ((second, first), (first, second)):
            if _ABBREVIATION.fullmatch(short) and is_acronym(short, whole, small_words()):
                return whole.strip(_EDGES)
    return text.strip(_EDGES) if not text.endswith(")") else text.strip()


# Variants


def _variants(title: str, forms: Sequence[Form], mentions: Sequence[_Mention]) -> tuple[Form, ...]:
    others = [mention.form for mention in mentions if not is_same(mention.form.text, title)]
    others = [form for form in others if likeness(form.text, title) >= _VARIANT]
    return (*forms, *others) if others else ()
