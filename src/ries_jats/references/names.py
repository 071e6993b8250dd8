"""Names of persons: where each begins and ends in a list of them, and which words are the surname.

A list is cut at semicolons and at `et`, `and`, `y`, `&`; what commas then set apart is a whole name or half of one, and
the likeliest way to pair the halves is taken.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import log

from ..article.references import Part
from ..lexicon import words_of
from .words import (
    Word,
    is_small,
    is_spanish_surname,
    is_surname_head,
    is_whole_surname,
    may_be_spanish_surname,
    surname_first,
    takes_second_given,
    words_in,
)

_COMMAS = re.compile(r"[,()\[\]]|\s\.\s")
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|fils|père)\.?", re.IGNORECASE)
_SPACES = " \t\n\u00a0\u202f\u2009"
_AROUND = _SPACES + ",;:/&–—-*«»“”\"'"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a reference prints names that do not show it: surname first or not, with two surnames or with one."""

    surname_first: bool = False
    two_surnames: bool = False


@cache
def _between() -> re.Pattern[str]:
    """What stands between two names."""
    joining = "|".join(sorted(map(re.escape, words_of("names", "and") - {"&"}), key=len, reverse=True))
    capital = r"(?<=\s)(?:ET|AND|UND|Y)(?=\s[^\W\d_a-zà-ÿ]{2})"
    return re.compile(rf"[;&/]|\s[–—-]\s|(?<![\w.])(?:{joining})(?=\s)(?!\s+al(?:ii|ia)?(?![\w-]))|{capital}")


Name = tuple[Sequence[Word], Sequence[Word], Sequence[Word]]
"""The words before the comma in a name, those after it, and those of a suffix."""


def name_parts(text: str, start: int, stop: int, manner: Manner) -> Iterator[Part]:
    """The names between two places: `string-name`s with what is in them."""
    lists = [_halves(text, left, right) for left, right in _cuts(text, start, stop)]
    order = _order([half for halves in lists for half in halves])
    names = [name for halves in lists for name in _paired(halves, is_direct=order < -1)]
    has_commas = any(after for _, after, _ in names)
    if has_commas or order:
        manner = replace(manner, surname_first=order > 0 and not has_commas)
    for name in names:
        yield from _parts(text, name, manner)


def _order(halves: Iterable[Sequence[Word]]) -> int:
    """How many more names show that the surname stands first than that the given name does."""
    shown = [surname_first(words) for words in halves if len(words) > 1 and not all(word.is_initial for word in words)]
    return shown.count(True) - shown.count(False)


def _cuts(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    for mark in _between().finditer(text, start, stop):
        if mark[0] not in ("y", "e", "i", "Y") or _separates(text, start, mark, stop):
            yield start, mark.start()
            start = mark.end()
    yield start, stop


def _separates(text: str, start: int, mark: re.Match[str], stop: int) -> bool:
    """Whether `y` stands between two persons, not between the two surnames of one: `Ortega y Gasset, José`."""
    if text[start : mark.start()].rstrip().endswith(","):
        return True
    before = words_in(text, max(start, text.rfind(",", start, mark.start())), mark.start())
    following = _between().search(text, mark.end(), stop)
    right = words_in(text, mark.end(), following.start() if following else stop)
    if not before or not right:
        return False
    if len(before) == 1 and not before[0].is_initial and not before[0].is_given:
        commas = text.count(",", start, mark.start())
        return commas % 2 == 1 or not _is_surname_of_two(text, mark.end(), right)
    return len(right) > 1 or "," in text[start : mark.start()]


def _is_surname_of_two(text: str, start: int, right: Sequence[Word]) -> bool:
    """Whether one or two words that are no given names stand before a comma."""
    comma = text.find(",", start, right[-1].start)
    words = [word for word in right if word.stop <= comma]
    return 0 < len(words) < 3 and not any(word.is_initial or word.is_given for word in words)


def _halves(text: str, start: int, stop: int) -> list[list[Word]]:
    marks = list(_COMMAS.finditer(text, start, stop))
    starts, stops = (start, *(mark.end() for mark in marks)), (*(mark.start() for mark in marks), stop)
    return [words for left, right in zip(starts, stops, strict=True) if (words := words_in(text, left, right))]


def _paired(halves: Sequence[Sequence[Word]], *, is_direct: bool) -> Iterator[Name]:
    """The likeliest way to make names of the halves; a suffix belongs to the name before it."""
    best: list[tuple[float, tuple[Name, ...]]] = [(0.0, ())]
    for place, half in enumerate(halves):
        cost, names = best[place]
        if names and _is_suffix(half):
            options = [(cost, (*names[:-1], (*names[-1][:2], half)))]
        else:
            options = [(cost - log(_whole(half, is_direct=is_direct)), (*names, (half, (), ())))]
        if place:
            cost, names = best[place - 1]
            before = halves[place - 1]
            options.append((cost - log(_surname(before) * _given(half)), (*names, (before, half, ()))))
        best.append(min(options, key=lambda option: option[0]))
    yield from best[-1][1]


def _is_suffix(words: Sequence[Word]) -> bool:
    return len(words) == 1 and _SUFFIX.fullmatch(words[0].text) is not None


def _whole(words: Sequence[Word], *, is_direct: bool) -> float:
    """How likely it is that these are a whole name; `is_direct` where others of the list begin with the given name."""
    if len(words) == 1:
        return 0.02 if words[0].is_initial else 0.08
    if all(word.is_initial for word in words):
        return 0.01
    if surname_first(words) is not None:
        return 0.9
    if is_small(words[0]) or len(words) > 4 or all(map(is_spanish_surname, words)):
        return 0.1
    if is_direct:
        return 0.6
    return 0.3 if any(word.is_given for word in words) else 0.2


def _surname(words: Sequence[Word]) -> float:
    """How likely it is that these are a surname."""
    if any(word.is_initial for word in words):
        return 0.02
    if len(words) == 1:
        return 0.5 if words[0].is_given and not words[0].is_capitals else 0.9
    if any(word.is_particle for word in words) or all(word.is_capitals for word in words):
        return 0.9
    return (0.25 if words[0].is_given else 0.7) if len(words) < 4 else 0.2


def _given(words: Sequence[Word]) -> float:
    """How likely it is that these are given names."""
    if len({word.is_capitals for word in words if not word.is_particle and len(word.text) > 3}) > 1:
        return 0.02
    if all(word.is_initial or word.is_particle or (word.is_bare and len(word.text) < 4) for word in words):
        return 0.95
    named = [word.is_given or word.is_initial for word in words if not word.is_particle] or [False]
    if all(named):
        return 0.9
    if words[-1].is_initial:
        return 0.6
    if named[-1]:
        return 0.3
    if named[0]:
        return 0.35
    return 0.4 if len(words) == 1 else 0.05


def _parts(text: str, name: Name, manner: Manner) -> Iterator[Part]:
    before, after, suffix = name
    surname, given = (before, after) if after else _split(before, manner)
    if not surname or not any(len(word.text) > 1 for word in surname):
        return
    parts = [_part(words, element) for words, element in ((surname, "surname"), (given, "given-names")) if words]
    parts += [_part(suffix, "suffix")] if suffix else []
    stop = max(part.stop for part in parts)
    if after and text[stop : stop + 1] == ")" and "(" in text[surname[-1].stop : stop]:
        stop += 1
    yield Part(min(part.start for part in parts), stop, "string-name")
    yield from sorted(parts, key=lambda part: part.start)


def _part(words: Sequence[Word], element: str) -> Part:
    last = words[-1]
    is_shortened = element != "surname" and (last.is_initial or _SUFFIX.fullmatch(last.text))
    return Part(words[0].start, last.stop if is_shortened else last.stop - last.text.endswith("."), element)


def _split(words: Sequence[Word], manner: Manner) -> tuple[Sequence[Word], Sequence[Word]]:
    """Surname and given names of a name without a comma."""
    if len(words) == 1 or all(map(is_spanish_surname, words)) or is_whole_surname(words):
        return words, ()
    shown = surname_first(words)
    if manner.surname_first if shown is None else shown:
        at = _given_from(words)
        return words[:at], words[at:]
    at = _surname_from(words, manner)
    return words[at:], words[:at]


def _given_from(words: Sequence[Word]) -> int:
    """Where the given names begin after a surname; `Ben`, `Ould` and the like are never a surname alone."""
    if words[0].is_capitals and not all(word.is_capitals for word in words):
        return next(at for at, word in enumerate(words) if at and not word.is_capitals and _is_given_like(words, at))
    at = len(words) - 1
    while at > 1 and words[at].is_particle and is_small(words[at]):
        at -= 1
    is_initial = words[at].is_initial
    least = 2 if is_surname_head(words[0]) and len(words) > 2 else 1
    while at > least and _goes_on(words[at - 1], is_initial=is_initial) and not words[at - 2].is_particle:
        at -= 1
    return at


def _goes_on(word: Word, *, is_initial: bool) -> bool:
    """Whether a word before given names is one of them; before initials a word that is a surname too is none."""
    return word.is_initial or (word.is_given and not (is_initial and may_be_spanish_surname(word)))


def _is_given_like(words: Sequence[Word], at: int) -> bool:
    return at == len(words) - 1 or not words[at].is_particle


def _surname_from(words: Sequence[Word], manner: Manner) -> int:
    """Where the surname begins after given names: at capitals, a particle, or the last word."""
    last = len(words) - 1
    capitals = [at for at, word in enumerate(words) if at and word.is_capitals]
    if capitals and not words[0].is_capitals:
        return _before_particles(words, capitals[0])
    for at in range(1, last):
        if words[at].text in ("y", "i", "e"):
            return max(at - 1, 1)
        if words[at].is_particle and words[at + 1].is_given and at + 1 < last and is_small(words[at]):
            continue
        if words[at].is_particle and is_small(words[at]) and at > 1 and not _goes_on(words[at - 1], is_initial=False):
            return at - 1
        if is_surname_head(words[at]) or _begins_surname(words, at):
            return at
    return _surname_by_given(words, manner)


def _begins_surname(words: Sequence[Word], at: int) -> bool:
    """Whether a word is a particle that no given name is."""
    is_clear = is_small(words[at]) or words[at - 1].is_initial or not words[at].is_given
    return words[at].is_particle and is_clear


def _surname_by_given(words: Sequence[Word], manner: Manner) -> int:
    """Where the surname begins after the words that are known as given names, when no particle shows it."""
    last = len(words) - 1
    at = 1
    if words[0].is_initial and not any(word.is_initial or word.is_given for word in words[1:]):
        return at
    while at < last and (words[at].is_initial or words[at].is_given):
        at += 1
    are_two = last > 1 and may_be_spanish_surname(words[-2]) and is_spanish_surname(words[-1])
    if are_two and not takes_second_given(words[-3]):
        return last - 1
    if manner.two_surnames:
        return at
    return last - 1 if last > 1 and is_spanish_surname(words[-2]) else last


def _before_particles(words: Sequence[Word], at: int) -> int:
    while at > 1 and words[at - 1].is_particle:
        at -= 1
    return at
