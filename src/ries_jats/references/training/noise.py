"""What happens to a reference between the style guide and the page."""

import re
from collections.abc import Callable
from random import Random
from unicodedata import normalize

from ..labels import Label
from .labelled import Piece
from .marks import MARKS
from .tidying import Pieces, enclosed

_HIGH = re.compile(r" (?=[:;?!»])|(?<=«) ")
_AFTER_MARK = re.compile(r"(?<=[,.;:]) (?=\w)")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_QUOTES = re.compile(r"«\s?|\s?»|[“”\"„]")
_ACCENT = re.compile("[\u0300-\u036f]")
_MISREAD = (
    ("l", "1"),
    ("rn", "m"),
    ("1", "l"),
    ("O", "0"),
    ("0", "O"),
    ("é", "6"),
    ("ti", "tí"),
    ("’", "'"),
    ("fi", "ﬁ"),
    ("I", "l"),
)
_WORD = re.compile(r"[^\W\d_]{7,}")


def typographic_apostrophes(pieces: Pieces, rng: Random) -> Pieces:
    """Curly apostrophes, as word processors write them, in most."""
    if rng.random() < 0.6:
        return [Piece(label, _APOSTROPHE.sub("’", text) if "'" in text else text) for label, text in pieces]
    return pieces


def french_spaces(pieces: Pieces, rng: Random) -> Pieces:
    """Spaces before high marks that do not break, or none."""
    chance = rng.random()
    if chance > 0.4:
        return pieces
    space = "\u00a0" if chance > 0.12 else ("\u202f" if chance > 0.06 else "")
    return [
        Piece(label, _HIGH.sub(space, text)) if label is not Label.URL else Piece(label, text) for label, text in pieces
    ]


def missing_space(pieces: Pieces, rng: Random) -> Pieces:
    """A space that was forgotten after a mark."""
    place = rng.randrange(len(pieces))
    label, text = pieces[place]
    spots = [found.start() for found in _AFTER_MARK.finditer(text)]
    if text.endswith(" ") and place + 1 < len(pieces) and Label.URL not in (label, pieces[place + 1].label):
        spots.append(len(text) - 1)
    if spots:
        spot = rng.choice(spots)
        pieces[place] = Piece(label, text[:spot] + text[spot + 1 :])
    return pieces


def doubled_mark(pieces: Pieces, rng: Random) -> Pieces:
    """A mark where there is one already: `,,` or `.,`."""
    place = rng.randrange(len(pieces))
    label, text = pieces[place]
    bare = text.rstrip()
    if bare[-1:] in (",", ".") and label is not Label.URL:
        pieces[place] = Piece(label, bare + rng.choice((",", ".")) + text[len(bare) :])
    return pieces


def lost_mark(pieces: Pieces, rng: Random) -> Pieces:
    """A comma or point that was forgotten between two parts."""
    place = rng.randrange(len(pieces))
    label, text = pieces[place]
    pieces[place] = Piece(label, re.sub(r"[,.](?= *$)", "", text)) if len(text) > 2 else pieces[place]
    return pieces


def line_hyphen(pieces: Pieces, rng: Random) -> Pieces:
    """A word with the hyphen and the space of a line end inside."""
    place = rng.randrange(len(pieces))
    label, text = pieces[place]
    words = [] if label is Label.URL else [*_WORD.finditer(text)]
    if words:
        spot = rng.choice(words).start() + 3
        pieces[place] = Piece(label, f"{text[:spot]}-{rng.choice((' ', ''))}{text[spot:]}")
    return pieces


def capitals(pieces: Pieces, rng: Random) -> Pieces:
    """Title or author in capitals."""
    chosen = rng.choice((Label.TITLE, Label.TITLE, Label.AUTHOR, Label.JOURNAL))
    return [Piece(label, text.upper()) if label is chosen else Piece(label, text) for label, text in pieces]


def numbered(pieces: Pieces, rng: Random) -> Pieces:
    """The number of the entry before it."""
    number = rng.randint(1, 120)
    form = rng.choice(("[{}] ", "{}. ", "{}) ", "{} ", "({}) ", "{}.- ", "[{}]", "{}.", "{} - "))
    return [Piece(Label.CITATION_NUMBER, form.format(number)), *pieces]


def bulleted(pieces: Pieces, rng: Random) -> Pieces:
    """A dash or bullet before the entry, which goes with its first words."""
    label, text = pieces[0]
    return [Piece(label, rng.choice(("- ", "– ", "• ", "-", "* ", "— ")) + text), *pieces[1:]]


def _changed(pieces: Pieces, label: Label, change: Callable[[str], str]) -> Pieces:
    """The pieces, in which those of a label are changed."""
    return [Piece(each.label, change(each.text) if each.label is label else each.text) for each in pieces]


def broken_address(pieces: Pieces, rng: Random) -> Pieces:
    """An address that a line end cut."""
    return _changed(pieces, Label.URL, lambda text: _broken(text, rng.randint(10, 25)))


def _broken(address: str, place: int) -> str:
    spot = address.find("/", place) + 1
    return f"{address[:spot]} {address[spot:]}" if 0 < spot < len(address.rstrip()) else address


def in_angles(pieces: Pieces, rng: Random) -> Pieces:
    """Addresses between angle brackets or in parentheses."""
    brackets = rng.choice(("<>", "<>", "()", "[]"))
    return _changed(pieces, Label.URL, lambda text: text if text[0] in "<([" else enclosed(text, brackets))


def other_mark(pieces: Pieces, rng: Random) -> Pieces:
    """Another mark between two parts: a point for a comma, a colon, a dash."""
    place = rng.randrange(len(pieces))
    label, text = pieces[place]
    if label is not Label.URL and text.endswith((", ", ". ", ": ")) and text[-3:-2] not in MARKS:
        pieces[place] = Piece(label, text[:-2] + rng.choice((", ", ". ", ": ", " : ", "; ", " – ", " - ", ",", " ")))
    return pieces


def lost_quotes(pieces: Pieces, _rng: Random) -> Pieces:
    """A title without its quotation marks."""
    return _changed(pieces, Label.TITLE, lambda text: _QUOTES.sub("", text))


def lost_accents(pieces: Pieces, _rng: Random) -> Pieces:
    """Letters without their accents, as old programs wrote them."""
    return [Piece(label, _ACCENT.sub("", normalize("NFD", text))) for label, text in pieces]


def misread(pieces: Pieces, rng: Random) -> Pieces:
    """A letter that a machine took for another."""
    wrong, read = rng.choice(_MISREAD)
    place = rng.randrange(len(pieces))
    label, text = pieces[place]
    pieces[place] = Piece(label, text.replace(wrong, read, 1)) if label is not Label.URL else pieces[place]
    return pieces


def straight_quotes(pieces: Pieces, rng: Random) -> Pieces:
    """Guillemets as two signs, or straight marks for curly ones."""
    table = rng.choice(({"« ": "<<", " »": ">>"}, {"“": '"', "”": '"'}, {"«": '"', "»": '"'}, {"« ": "“", " »": "”"}))
    done = pieces
    for sign, other in table.items():
        done = [Piece(label, text.replace(sign, other)) for label, text in done]
    return done


ACCIDENTS: tuple[tuple[float, Callable[[Pieces, Random], Pieces]], ...] = (
    (0.03, missing_space),
    (0.015, doubled_mark),
    (0.04, lost_mark),
    (0.05, other_mark),
    (0.02, lost_quotes),
    (0.02, lost_accents),
    (0.02, misread),
    (0.025, line_hyphen),
    (0.012, capitals),
    (0.03, straight_quotes),
    (0.08, broken_address),
    (0.12, in_angles),
    (0.03, bulleted),
    (0.06, numbered),
)
"""What may happen, and how often; the last two not in notes."""


def worn(pieces: Pieces, rng: Random, *, in_list: bool) -> Pieces:
    """The pieces after the accidents that befell them."""
    for chance, accident in ACCIDENTS if in_list else ACCIDENTS[:-2]:
        if rng.random() < chance:
            pieces = accident(pieces, rng)
    return pieces
