"""Citations by author and year: which work of the list a mention means."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ...lexicon import fold, words_of
from ...places import is_city
from .forms import Group, Mention, is_dated_elsewhere
from .found import Citation
from .index import Outcome, Sought, Works, fit_of
from .names import Name, names_before
from .words import SPACE, anywhere, core, is_capital, phrases
from .works import Work

LONGEST_SENTENCE = 700
"""Characters before a year alone in which its author is looked for."""
_WORD = re.compile(r"\w+(?:['’ʼ‐‑-]\w+)*")
_PART = re.compile(r"\w+")
_LISTED = re.compile(r"\)[\s,;]*(?:[^\W\d_]{1,3}|&)?\s*$")
"""What stands before a name that a citation goes before: `(2015) et`."""
_SIGN = re.compile(rf"[{SPACE}]*[;,:]")
_ACRONYM = re.compile(r"[(\[]([^\W\d_]{2,10})[)\]]\W*$")
_SENTENCE_END = re.compile(r"(?<![\s.(][^\W\d_])(?<!\bal)[.!?…](?=\s)")


class DatedReader:
    """Resolves the mentions of one text."""

    def __init__(self, text: str, works: Works) -> None:
        self._text = text
        self._works = works
        self._before: tuple[Name, ...] = ()

    def resolve(self, mention: Mention) -> Citation | None:
        """The citation that `mention` is, or None where it is none."""
        institution = None if mention.shares else self._institution(mention)
        if institution:
            return institution
        names = self._with_double_surnames(mention.names.names)
        if names:
            return self._by_names(mention, names)
        return self._by_sentence(mention) if mention.group else None

    # Institutions and works without author

    def _institution(self, mention: Mention) -> Citation | None:
        """The longest name of an institution that ends where the year's brackets, or the year itself, begin."""
        end = mention.group.start if mention.is_narrative and mention.group else mention.start
        acronym = _ACRONYM.search(self._text, mention.low, end)
        words = list(_PART.finditer(self._text, mention.low, acronym.start() if acronym else end))
        if not words or re.search(
            r"[^\W_]|[;()\[\]]", self._text[words[-1].end() : acronym.start() if acronym else end]
        ):
            return None
        for place in range(max(0, len(words) - self._works.longest_name), len(words)):
            piece = self._text[words[place].start() : words[-1].end()]
            found = self._works.named(tuple(re.findall(r"\w+", fold(piece))))
            if found and is_capital(piece.lstrip("«“\"' ")):
                if acronym:
                    self._works.add_name(tuple(re.findall(r"\w+", fold(piece))), (fold(acronym[1]),))
                outcome = self._works.institution(found, self._sought(mention, ()))
                return self._citation(mention, words[place].start(), outcome)
        return None

    # Persons

    def _with_double_surnames(self, names: tuple[Name, ...]) -> tuple[Name, ...]:
        """Two names that a conjunction joins are one where an author of the list is called so: `Ortega y Gasset`."""
        kept: list[Name] = []
        for name in names:
            if kept and core(self._text[kept[-1].start : name.stop]) in self._works.surnames:
                first = kept.pop()
                name = Name(first.start, name.stop, self._text[first.start : name.stop])  # noqa: PLW2901
            kept.append(name)
        return tuple(kept)

    def _by_names(self, mention: Mention, names: tuple[Name, ...]) -> Citation | None:
        outcome, kept = self._find(mention, names)
        if outcome.matches:
            kept = self._with_those_before(mention, outcome, kept)
            return self._citation(mention, kept[0].start, outcome)
        start = names[0].start
        if any(map(is_dated_elsewhere, names)) or not self._is_citation_like(mention, names):
            return None
        nearest = self._works.nearest(self._sought(mention, names))
        return replace(self._citation(mention, start, Outcome()), doubt="unresolved-citation", nearest=nearest)

    def _find(self, mention: Mention, names: tuple[Name, ...]) -> tuple[Outcome, tuple[Name, ...]]:
        """What the names mean; words before the surname that are no given name are tried without."""
        kept = names
        while True:
            outcome = self._works.find(self._sought(mention, kept))
            trimmed = self._trimmed(kept, is_narrative=mention.is_narrative)
            if outcome.matches:
                return outcome, kept
            if not trimmed:
                return self._find_listed(mention, names)
            kept = trimmed

    def _find_listed(self, mention: Mention, names: tuple[Name, ...]) -> tuple[Outcome, tuple[Name, ...]]:
        """What the last name means with those that commas part from it."""
        listed = self._listed(mention, names)
        return (self._works.find(self._sought(mention, listed)), listed) if len(listed) > 1 else (Outcome(), names)

    def _listed(self, mention: Mention, names: tuple[Name, ...]) -> tuple[Name, ...]:
        if len(names) != 1:
            return ()
        return names_before(self._text, mention.low, names[0].stop, is_narrative=False).names

    def _with_those_before(self, mention: Mention, found: Outcome, names: tuple[Name, ...]) -> tuple[Name, ...]:
        """The names that commas part from the only one, where they are the other authors: `Larch, Elm 2003`."""
        work = found.matches[0].work
        listed = self._listed(mention, names) if len(work.authors) > 1 else ()
        if len(listed) < 2 or any(all(fit_of(name.text, author) is None for author in work.authors) for name in listed):
            return names
        return listed

    def _trimmed(self, names: tuple[Name, ...], *, is_narrative: bool) -> tuple[Name, ...]:
        first = names[0]
        words = list(_WORD.finditer(self._text, first.start, first.stop))
        is_given = bool(words) and (fold(words[0][0]) in words_of("names", "given") or len(words[0][0]) == 1)
        if not is_narrative or len(words) < 2 or is_given:
            return ()
        start = words[1].start()
        return (Name(start, first.stop, self._text[start : first.stop]), *names[1:])

    def _sought(self, mention: Mention, names: tuple[Name, ...]) -> Sought:
        texts = tuple(name.text for name in names)
        return Sought(texts, mention.year, mention.letter, mention.names.has_more, mention.other_years)

    # Years alone

    def _by_sentence(self, mention: Mention) -> Citation | None:
        """A year alone in its brackets, or with a page, after the name of its author in the sentence."""
        group = mention.group
        if group is None or not self._is_alone(mention, group):
            return None
        start = _sentence_start(self._text, group.start)
        named = {work.key: work for work in authors_in(self._text, start, group.start, self._works.dated(mention.year))}
        works = [work for work in named.values() if not mention.letter or work.letter in ("", mention.letter)]
        if len(works) == 1:
            return Citation(mention.start, mention.stop, works[0], is_narrative=True, group=group.start)
        return None

    def _is_alone(self, mention: Mention, group: Group) -> bool:
        return self._text[group.start + 1 : mention.start].strip() == "" and self._has_locators_after(mention, group)

    def _has_locators_after(self, mention: Mention, group: Group) -> bool:
        return _locators().fullmatch(self._text, mention.stop, group.stop - 1) is not None

    # Citations

    def _citation(self, mention: Mention, start: int, outcome: Outcome) -> Citation:
        """The words of a citation: author and year, or the year alone where it shares its author with others."""
        start, stop = self._span(mention, start)
        opening = mention.group.start if mention.group else -1
        cited = Citation(start, stop, is_narrative=mention.is_narrative, group=opening)
        if outcome.match:
            return replace(cited, work=outcome.match.work)
        nearest = tuple(match.work for match in outcome.matches)
        return replace(cited, doubt="ambiguous-citation", nearest=nearest) if nearest else cited

    def _span(self, mention: Mention, start: int) -> tuple[int, int]:
        if mention.shares:
            return mention.start, mention.stop
        if not mention.is_narrative or mention.group is None:
            return start, mention.stop
        is_one = self._has_locators_after(mention, mention.group)
        return (start, mention.group.stop) if is_one else (mention.start, mention.stop)

    def _is_citation_like(self, mention: Mention, names: Sequence[Name]) -> bool:
        """Whether names and year that fit no work are a citation all the same."""
        if mention.shares or mention.group is None or not mention.year:
            return False
        if not self._has_locators_after(mention, mention.group) and not _goes_on(self._text, mention.stop):
            return False
        if any(core(name.text) in self._works.surnames for name in names):
            return True
        if len(names) > 1 or mention.names.has_more:
            return len(names) < 6
        return self._is_person(names[0], mention)

    def _is_listed(self, name: Name) -> bool:
        return _LISTED.search(self._text, max(0, name.start - 12), name.start) is not None

    def _is_person(self, name: Name, mention: Mention) -> bool:
        words = [word[0] for word in _WORD.finditer(name.text)]
        if any(fold(word) in words_of("institutions", "words") for word in words) or len(words) > 4:
            return False
        if _is_month(words) or anywhere("law").search(name.text) or is_city(name.text):
            return False
        if not mention.is_narrative:
            return True
        if len(words) == 1 and words[0][0].isupper() and self._is_listed(name):
            return True
        return len(words) > 1 and (fold(words[0]) in words_of("names", "given") or len(words[0]) == 1)


def _is_month(words: Sequence[str]) -> bool:
    return any(fold(word) in words_of("citing", "month") for word in words)


def _goes_on(text: str, stop: int) -> bool:
    """Whether after the year another citation, or a page, follows."""
    return _SIGN.match(text, stop) is not None


@cache
def _locators() -> re.Pattern[str]:
    """Pages and the like up to the closing bracket: `, p. 12-14`, `: 224`, `, 314E`."""
    number = r"(?:(?!(?:1[4-9]|20)\d\d[a-z]?\b)\d[\w.]*|[ivxlcIVXLC]+\b)"
    return re.compile(
        rf"(?:[{SPACE}]*[,:;]?[{SPACE}]*(?:(?:{phrases('page')})[{SPACE}]*)?{number}(?:[{SPACE}]*[-–—][{SPACE}]*{number})?"
        rf"|[{SPACE}]*,?[{SPACE}]*(?:{phrases('page')}))*[{SPACE}]*",
        re.IGNORECASE,
    )


def _sentence_start(text: str, end: int) -> int:
    start = max(0, end - LONGEST_SENTENCE)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start, end)]
    return ends[-1] if ends else start


def authors_in(text: str, start: int, end: int, works: Sequence[Work]) -> Iterator[Work]:
    """Those of `works` one of whose authors is named between two offsets, in the order of the list."""
    if not works:
        return
    words = [fold(word[0]) for word in re.finditer(r"\w+", text[start:end]) if is_capital(word[0])]
    joined = " " + " ".join(words) + " "
    for work in works:
        for author in work.authors:
            if not author.is_collective and author.surname and f" {' '.join(author.surname)} " in joined:
                yield work
                break
