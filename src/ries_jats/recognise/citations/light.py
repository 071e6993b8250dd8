"""A light reading of a reference's beginning: who wrote it, when, and what it is called.

It serves where no parser was certain: names are what stands before the year, the title or the first full stop.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from ...lexicon import fold, words_of
from .words import SPACE, anywhere, is_capital, joiners, particles, phrases, phrases_of

LONGEST_NAMES = 400
LONG_NAME = 6
"""Words of what is rather a title than the name of an institution."""
ADDRESSES = ("http", "www.", "doi")
_QUOTE = re.compile(r"[«“\"„]|(?<!\w)['‘](?=\w)")
_STOP = re.compile(r"(?<![\s.(\-‐][^\W\d_])(?<!^[^\W\d_])(?<!\bSt)(?<!\bal)\.(?=\s)|:\s|[?!]")
_PLAIN_YEAR = re.compile(r"(?<![\d/.\-–:])((?:1[4-9]|20)\d\d)([a-z])?(?![\d\-–/])(?!\w)")
_RANGE = re.compile(r"(?<!\d)\d{4}\s*[-–]\s*\d{4}(?!\d)")
"""The years that a title is about, or those of a life."""
_VANCOUVER = re.compile(r"(?P<surname>.*[^\W\d_]{2,}.*?)\s+(?P<given>(?:[A-ZÀ-Þ]\.?[\s\-‐]*){1,4})$")
_CAPITALS_AND_GIVEN = re.compile(r"^(?P<surname>[^\s(][^(]*?)\s+\((?P<given>[^)\d]{2,40})\)$")


@cache
def _parenthesised_year() -> re.Pattern[str]:
    dated = r"[(\[][^()\[\]]{0,12}?(?<!\d)(?:1[0-9]|20)\d\d[a-z]?\b[^()\[\]]{0,40}[)\]]"
    return re.compile(rf"{dated}|[(\[](?:{phrases('no-date', 'in-press')})[)\]]", re.IGNORECASE)


@cache
def _access() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{phrases('access')})(?!\w)|https?:|doi[:.]|www\.", re.IGNORECASE)


@cache
def _initials() -> re.Pattern[str]:
    """Initials, two of them without full stops, and the particles that some styles print after them."""
    letters = r"(?:[^\W\d_a-z](?:\.[\s\-‐]*|[\s\-‐]+|$)|[^\W\d_]{2}\.[\s\-‐]*|[A-Z]{2,3}$)+"
    return re.compile(rf"{letters}(?:(?:{'|'.join(sorted(particles()))})\b[\s.]*)*")


@cache
def _role() -> re.Pattern[str]:
    """`(ed.)`, and `et al.` after it."""
    return re.compile(rf"\(\s*(?:{phrases_of('names', 'editors', 'translators')})\s*\)\.?|\bet al\.?", re.IGNORECASE)


@cache
def _separator() -> re.Pattern[str]:
    return re.compile(
        rf"\s*[;,/]\s*(?:{joiners()})?(?=[{SPACE}])\s*|[;,/،؛]\s*(?:و(?=ال))?|(?:\s+|(?<=\.))(?:{joiners()})\s+|\s+و"
    )


@dataclass
class Light:
    """What the beginning of a reference tells; `people` as surname and given names."""

    people: list[tuple[str, str]] = field(default_factory=list)
    collectives: list[str] = field(default_factory=list)
    has_more: bool = False
    year: str = ""
    is_year_in_brackets: bool = False
    letter: str = ""
    other_years: set[str] = field(default_factory=set)
    title: str = ""
    heading: str = ""
    """What stands first where it names nobody: a title, or something that may be one."""


@dataclass(frozen=True)
class _Name:
    """A name, how many pieces it takes, and how much of the last one where a title follows in it."""

    surname: str
    given: str
    pieces: int = 1
    length: int = 0


def read_lightly(text: str) -> Light:
    """Names, year and title of a reference."""
    text = " ".join(text.split())
    light = Light()
    end, after, is_dated = _zone(text)
    zone = _role().sub(lambda role: " " * len(role[0]), text[:end]).rstrip(" ,.;:&")
    light.has_more = anywhere("et-al").search(text[:end]) is not None
    taken = _read_names(zone, light, is_all=is_dated)
    if not light.people and zone:
        light.collectives = [zone]
    rest = text[taken:] if light.people and not is_dated and taken < len(zone) else text[after:]
    light.title = _title(rest) or (zone if not light.people else "")
    if not light.people and light.title.startswith(ADDRESSES):
        light.title = zone
    light.heading = _heading(text, zone, end, light)
    _read_year(text, light)
    return light


def _heading(text: str, zone: str, end: int, light: Light) -> str:
    """A work without author begins with its title; a name of several words may be one."""
    if light.people:
        return zone if len(light.people) == 1 and " " in zone and "," not in zone else ""
    is_question = zone.endswith("?") or text[end : end + 1] == "?"
    return zone if is_question or len(zone.split()) >= LONG_NAME else ""


def _zone(text: str) -> tuple[int, int, bool]:
    """Where the names end, where the rest begins, and whether a year in parentheses closes the names."""
    year = _parenthesised_year().search(text[:LONGEST_NAMES])
    quote = _QUOTE.search(text)
    limit = min((match.start() for match in (year, quote) if match), default=LONGEST_NAMES)
    if year and year.start() == limit and not _STOP.search(_role().sub("", text[:limit]).rstrip(" .?!")):
        return limit, year.end(), True
    stop = next((match for match in _STOP.finditer(text[:limit]) if not text[: match.end()].endswith("al.")), None)
    end = stop.start() if stop else limit
    plain = _PLAIN_YEAR.search(text[:end])
    return (plain.start(), plain.end(), False) if plain and plain.start() > 3 else (end, end, False)


def _read_names(zone: str, light: Light, *, is_all: bool) -> int:
    """Takes the names of `zone` and says how far they reach; with `is_all` nothing but names stands there."""
    pieces = _pieces(zone)
    place, end = 0, 0
    while place < len(pieces):
        read = _name(_before_joiner(zone, pieces, place), 0, is_all=is_all)
        is_first_collective = place == 0 and not _is_person_like(pieces[0][0])
        if read is None or is_first_collective:
            break
        light.people.append((read.surname, read.given))
        place += read.pieces
        last = pieces[place - 1]
        end = last[1] + read.length if read.length else last[2]
        if not is_all and (read.length or place >= len(pieces) or not _goes_on(zone, pieces, place)):
            break
    return end


def _before_joiner(zone: str, pieces: list[tuple[str, int, int]], place: int) -> list[tuple[str, int, int]]:
    """The piece at `place`, and the next one where no conjunction parts them: it may be the given name."""
    if place + 1 == len(pieces) or re.search(r"\w|&", zone[pieces[place][2] : pieces[place + 1][1]]):
        return pieces[place : place + 1]
    return pieces[place : place + 2]


def _pieces(zone: str) -> list[tuple[str, int, int]]:
    """What stands between commas and connectors."""
    found, start = [], 0
    for match in [*_separator().finditer(zone), None]:
        end = match.start() if match else len(zone)
        if zone[start:end].strip():
            found.append((zone[start:end].strip(), start, end))
        start = match.end() if match else end
    return _with_double_surname(zone, found)


def _with_double_surname(zone: str, pieces: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """`Ortega y Gasset, J.` is one person: nobody's initials stand before the conjunction."""
    if len(pieces) < 3 or not _initials().fullmatch(pieces[2][0]) or " " in pieces[0][0]:
        return pieces
    (_, start, end), (_, following, stop) = pieces[:2]
    if zone[end:following].strip() not in ("y", "e", "i"):
        return pieces
    return [(zone[start:stop], start, stop), *pieces[2:]]


def _name(pieces: list[tuple[str, int, int]], place: int, *, is_all: bool) -> "_Name | None":
    """The name at `place`."""
    piece = pieces[place][0]
    following = pieces[place + 1][0] if place + 1 < len(pieces) else ""
    if match := _CAPITALS_AND_GIVEN.match(piece):
        return _Name(match["surname"], match["given"])
    if following and _is_surname(piece) and _is_given_with_initials(following):
        return _Name(piece, following, 2)
    if following and _is_surname(piece) and (match := _initials().match(following)):
        is_cut = match.end() < len(following)
        return _Name(piece, match[0], 2, match.end() if is_cut else 0)
    if following and (_is_given(following) or (is_all and _may_be_given(piece, following))) and _is_surname(piece):
        return _Name(piece, following, 2)
    if (match := _VANCOUVER.match(piece)) and is_capital(piece):
        return _Name(match["surname"], match["given"])
    return _natural(piece)


def _natural(piece: str) -> "_Name | None":
    """A name whose surname stands last, first in capitals, or before a given name."""
    words = piece.split()
    if not words or len(words) > 6 or not is_capital(words[-1]):
        return None
    if len(words) == 1:
        return _Name(piece, "")
    if _is_known_given(words[-1]) and not _is_known_given(words[0]):
        return _Name(words[0], " ".join(words[1:]))
    if words[0].isupper() and len(words[0]) > 2 and not words[-1].isupper():
        surname = [word for word in words if word.isupper()]
        return _Name(" ".join(surname), " ".join(words[len(surname) :]))
    first = len(words) - 1
    while first > 1 and fold(words[first - 1]) in particles():
        first -= 1
    return _Name(" ".join(words[first:]), " ".join(words[:first]))


def _is_person_like(piece: str) -> bool:
    """Whether no small word of an institution's name stands in it."""
    words = piece.replace("(", " ").split()
    small = [word for word in words if word[:1].islower() and not is_capital(word) and fold(word) not in particles()]
    institutions = words_of("institutions", "words")
    return not small and not any(fold(word) in institutions for word in words) and len(words) <= 6


def _is_given(piece: str) -> bool:
    return len(piece.split()) <= 3 and _is_known_given(piece.split(maxsplit=1)[0])


def _is_given_with_initials(piece: str) -> bool:
    """A given name beside initials: `J. David`."""
    words = piece.split()
    return len(words) in (2, 3) and all(len(word) < 3 or _is_known_given(word) for word in words)


def _may_be_given(surname: str, piece: str) -> bool:
    """Whether after a lone surname a word may be its given name: both stand before a year."""
    return len(surname.split()) == 1 and len(piece.split()) <= 3 and is_capital(piece)


def _is_surname(piece: str) -> bool:
    return len(piece.split()) <= 4 and not _initials().fullmatch(piece)


def _is_known_given(word: str) -> bool:
    return fold(word.partition("-")[0].strip(".,")) in words_of("names", "given")


def _goes_on(zone: str, pieces: list[tuple[str, int, int]], place: int) -> bool:
    """Whether another name follows: after `and`, or one of the same make."""
    between = zone[pieces[place - 1][2] : pieces[place][1]]
    if re.search(r"\w|&|;|/", between):
        return True
    following = pieces[place + 1][0] if place + 1 < len(pieces) else ""
    piece = pieces[place][0]
    return bool(_initials().match(following) and _is_surname(piece)) or _VANCOUVER.match(piece) is not None


def _title(rest: str) -> str:
    """What stands in quotation marks, else up to the first full stop or comma."""
    rest = _role().sub("", rest[:20]) + rest[20:]
    rest = rest.lstrip(" .,;:)(-–—/")
    if rest[:1] in "«“\"„‘'":
        closing = re.search(r"[»”\"“’'](?=[\s.,;]|$)", rest[1:])
        return rest[1 : closing.start() + 1] if closing else rest[1:100]
    end = re.search(r"[.,?!;](?=\s|$)|\s[(\[]", rest)
    return rest[: end.start()] if end else rest[:200]


def _read_year(text: str, light: Light) -> None:
    """The year in parentheses after the names, else the last one that is no date of access; the others beside it."""
    access = _access().search(text)
    printed = text[: access.start()] if access and access.start() > 10 else text
    printed = _RANGE.sub(lambda match: " " * len(match[0]), printed)
    years = [(match[1], match[2] or "", match.start()) for match in _PLAIN_YEAR.finditer(printed)]
    first = _parenthesised_year().search(text[:LONGEST_NAMES])
    found = _PLAIN_YEAR.findall(first[0]) if first else []
    if found:
        light.year, light.letter = found[-1]
        light.is_year_in_brackets = True
    elif years and not (first and not re.search(r"\d", first[0])):
        light.year, light.letter, _ = years[-1]
    light.other_years = {year for year, _, _ in years} - {light.year}
