"""Persons in a printed line, as an issue lists them: in the masthead, in the contents, under a title."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from ..article.prose import Prose, Run
from ..lexicon import fold, word_at_start, words_of
from ..places import country_code, is_city
from ..recognise.names import NameHabits, is_name, parse_name
from .likeness import letters

_GLUED = re.compile(r"(?<!\w)([^\W\d_]{1,5}\.)(?=[^\W\d_]{2})")
_MARKS = " \t,;:–—-*†‡§()[]"
_CALL = re.compile(
    r"(?<=[^\W\d_])\s?\d{1,3}(?:,\s?\d{1,3})*(?=\s*(?:[,;&]|$)|\s+[^\W\d_])|[*†‡§⁰¹²³⁴-⁹]+|\s?\[\d{1,2}\]|\(\d{1,2}\)"
)
_HARD = re.compile(r"\s*[;•·|\t]\s*|\s*&\s*|\s+[/–—-]+\s+")
_SOFT = re.compile(r"\s*,\s*|(?=\()")
_TOKEN = re.compile(r"\S+")
_OFFICES = ("director", "editor-in-chief")
_SURNAME = 0.78
"""Likeness from which two surnames may be one: `BELLA` and `BALLA` have 0.8, `ALAOUI` and `ALAMI` 0.73."""
_GIVEN = 0.85
_GIVEN_WITH_INITIAL = 0.6
"""The same for given names; `Mustapha` and `Mostafa` have 0.67 and begin alike, `Mohamed` and `Ahmed` do not."""


@dataclass(frozen=True, slots=True)
class People:
    """The persons of a line, given names first; `is_sure` when more than capitals speaks for names."""

    names: tuple[str, ...]
    is_sure: bool
    trailer: str = ""
    """What stands beside the names: roles, affiliations, or anything else."""
    is_byline: bool = False
    """Whether the names are sure, and nothing but roles, affiliations and places stands beside them."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one stretch between separators says."""

    name: str = ""
    trailer: str = ""


def people_of(text: str) -> People | None:
    """The persons that `text` begins with, None when it does not begin with any."""
    text = _CALL.sub("", _without_office(_spaced(_without_by(text))))
    names: list[str] = []
    trailers: list[str] = []
    for part in _parts(text):
        pieces = list(_pieces(part))
        if not pieces or not pieces[0].name:
            if not names:
                return None
            trailers.append(part)
            continue
        names += [piece.name for piece in pieces if piece.name]
        trailers += [piece.trailer for piece in pieces if piece.trailer]
    if not names:
        return None
    is_sure = any(map(is_sure_name, names))
    return People(
        tuple(names), is_sure, ", ".join(trailers), is_sure and (not trailers or _is_affiliation(trailers[0]))
    )


def _is_affiliation(trailer: str) -> bool:
    pieces = [piece.strip(_MARKS) for piece in _SOFT.split(trailer)]
    return bool(pieces) and (_begins_trailer(pieces[0]) or _is_place(pieces[0]) or "@" in trailer)


def _is_place(text: str) -> bool:
    return is_city(text) or country_code(text) is not None


def is_affiliation(text: str) -> bool:
    """Whether a line begins as a role or an institution does, or names a place or an address."""
    return _is_affiliation(text)


def is_sure_name(name: str) -> bool:
    """Whether more than capitals speaks for a name: a usual given name, an initial, a surname in capitals."""
    tokens = name.split()
    in_capitals = any(token.isupper() and len(token) > 2 for token in tokens) and not name.isupper()
    return in_capitals or any(map(_is_given_name, tokens)) or any(map(_is_initial, tokens))


def _is_given_name(token: str) -> bool:
    given = words_of("names", "given")
    return any(fold(part) in given for part in (token, *token.split("-")))


def _is_initial(token: str) -> bool:
    return token.endswith(".") and all(len(part) == 1 for part in token.rstrip(".").split("."))


def tidy_name(text: str) -> str:
    """As printed, without honorifics, given names first."""
    name = parse_name(_prose(_spaced(text)), NameHabits())
    parts = (name.given_names.text, name.surname.text)
    return " ".join(" ".join(part.split()) for part in parts if part.strip())


def surname_of(name: str, language: str = "") -> str:
    """The surname in a name with the given names first; particles in capitals belong to it."""
    surname = parse_name(_prose(name), NameHabits(language)).surname.text
    before = name[: name.rfind(surname)].split() if surname else []
    while len(before) > 1 and fold(before[-1]) in words_of("names", "particles"):
        surname = f"{before.pop()} {surname}"
    return surname


def name_likeness(one: str, other: str) -> float:
    """0..1: how likely two printed names are one person's. Surnames and given names are compared apart."""
    if letters(one) == letters(other):
        return 1.0
    (given, surname), (other_given, other_surname) = _split(one), _split(other)
    surnames = fuzz.ratio(surname, other_surname) / 100
    if not given or not other_given or surnames < _SURNAME:
        return 0.0
    givens = _given_likeness(given, other_given)
    return (surnames + givens) / 2 if givens else 0.0


def _given_likeness(one: str, other: str) -> float:
    ratio = fuzz.ratio(one, other) / 100
    enough = _GIVEN_WITH_INITIAL if one[0] == other[0] else _GIVEN
    return ratio if ratio >= enough else 0.0


def is_one_person(one: str, other: str) -> bool:
    """Whether two printed names may well be one person's."""
    return name_likeness(one, other) > 0


def _split(name: str) -> tuple[str, str]:
    """Given names and surname as they are compared."""
    surname = surname_of(name)
    given = name.replace(surname, "", 1) if surname else name
    return letters(given), letters(surname)


# Cutting a line


def _parts(text: str) -> Iterator[str]:
    """The stretches between marks that part persons, and between `et`, `and`, `y` with a name on both sides."""
    for part in _HARD.split(text.strip(_MARKS)):
        yield from _parts_at_words(part.strip(_MARKS))


def _parts_at_words(part: str) -> Iterator[str]:
    joints = [
        token for token in _TOKEN.finditer(part) if token[0].islower() and fold(token[0]) in words_of("names", "and")
    ]
    # Before a given name first: `y` also joins the two surnames of one person.
    joints.sort(key=lambda token: not _begins_with_given(part[token.end() :]))
    for joint in joints:
        before, after = part[: joint.start()].strip(_MARKS), part[joint.end() :].strip(_MARKS)
        if _ends_with_name(before) and _begins_with_name(after):
            yield from _parts_at_words(before)
            yield from _parts_at_words(after)
            return
    if part:
        yield part


def _begins_with_given(text: str) -> bool:
    tokens = _without_honorifics(text.strip(_MARKS)).split()
    return bool(tokens) and (_is_given_name(tokens[0]) or _is_initial(tokens[0]))


def _begins_with_name(text: str) -> bool:
    texts = [piece.strip(_MARKS) for piece in _SOFT.split(text) if piece.strip(_MARKS)]
    return bool(texts) and bool(_piece(texts[0]).name or _inverted(texts[:2]))


def _ends_with_name(text: str) -> bool:
    last = _SOFT.split(text)[-1]
    return bool(_piece(last).name) or bool(_piece(text).name)


def _pieces(part: str) -> Iterator[_Piece]:
    """The persons of a stretch with commas; after an affiliation only sure names count."""
    texts = [text.strip(_MARKS) for text in _SOFT.split(part) if text.strip(_MARKS)]
    if inverted := _inverted(texts):
        yield from inverted
        return
    pieces = [_piece(text) for text in texts]
    all_names = all(piece.name and not piece.trailer for piece in pieces)
    for place, (text, piece) in enumerate(zip(texts, pieces, strict=True)):
        is_name = bool(piece.name) and (not place or all_names or is_sure_name(piece.name))
        yield piece if is_name else _Piece(trailer=text)


def _inverted(texts: list[str]) -> list[_Piece]:
    """`SMITH, John, DURAND, Paul`: surnames in capitals, each before its given names."""
    if len(texts) < 2 or len(texts) % 2:
        return []
    pairs = list(zip(texts[::2], texts[1::2], strict=True))
    if not all(_is_surname(surname) and _is_given(given) for surname, given in pairs):
        return []
    return [_Piece(tidy_name(f"{given} {surname}")) for surname, given in pairs]


def _is_surname(text: str) -> bool:
    return text.isupper() and len(text) > 1 and len(text.split()) <= 3


def _is_given(text: str) -> bool:
    tokens = text.split()
    is_known = all(_is_given_name(token) or _is_initial(token) for token in tokens)
    has_shape = all(
        token[:1].isupper() and not token.isupper() and token.replace("-", "").isalpha() for token in tokens
    )
    return 0 < len(tokens) <= 3 and (is_known or (has_shape and not _is_affiliation(text)))


def _piece(text: str) -> _Piece:
    """The name that `text` begins with, and what follows it."""
    for start in dict.fromkeys((_without_honorifics(text), text)):
        # Some titles are given names, too: `Cheikh TOURÉ`.
        end = _name_end(start)
        name = start[:end].strip(_MARKS)
        if is_name(name) and not _begins_trailer(start):
            return _Piece(tidy_name(name) or name, start[end:].strip(_MARKS))
    return _Piece(trailer=text)


def _name_end(text: str) -> int:
    """Where a role or an institution begins, or the first word in small letters after a surname in capitals."""
    tokens = list(_TOKEN.finditer(text))
    for place, token in enumerate(tokens[1:], start=1):
        rest = text[token.start() :]
        if _begins_trailer(rest) or _is_after_capitals([each[0] for each in tokens[: place + 1]]):
            return token.start()
    return len(text)


def _begins_trailer(text: str) -> bool:
    sections = (("names", "roles"), ("institutions", "words"), ("institutions", "divisions"), *_HEAD_WORDS)
    if not text or _is_given_name(text.split(maxsplit=1)[0].strip(_MARKS + ".")):
        return False
    return any(word_at_start(section, key, text) for section, key in sections)


_HEAD_WORDS = tuple(("masthead", office) for office in _OFFICES)


def _is_after_capitals(tokens: list[str]) -> bool:
    """`Abdeslam ELKHATTABI Chercheur`: the last token begins something else."""
    *before, last = tokens
    capitals = [token.isupper() and len(token.strip(".")) > 1 for token in before]
    return len(before) > 1 and capitals[-1] and not all(capitals) and not last.isupper()


def _without_by(text: str) -> str:
    start = word_at_start("names", "by", text)
    return text[start:].lstrip(" :") if start and text[start:].strip() else text


def _without_office(text: str) -> str:
    """Without `le Rédacteur en chef,` before the name."""
    article = re.match(r"(?:l['’]|[^\W\d_]{1,3}\s+)(?=\S)", text)
    for skipped in (0, article.end() if article else 0):
        for office in _OFFICES:
            end = word_at_start("masthead", office, text[skipped:])
            rest = text[skipped + (end or 0) :]
            if end and rest[:1] in tuple(",:-–— ") and _piece(_without_honorifics(rest.lstrip(_MARKS))).name:
                return rest.lstrip(_MARKS)
    return text


def _without_honorifics(text: str) -> str:
    while end := word_at_start("names", "honorifics", text):
        text = text[end:].lstrip(" .,")
    return text


def _spaced(text: str) -> str:
    """`Dr.Brahim` with its space."""
    honorifics = words_of("names", "honorifics")
    return _GLUED.sub(lambda match: f"{match[1]} " if fold(match[1]) in honorifics else match[0], text)


def _prose(text: str) -> Prose:
    return Prose((Run(text),))
