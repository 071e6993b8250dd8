"""How an entry of a list of references begins, and how the words before it end."""

import re
from dataclasses import dataclass
from enum import StrEnum

from ...lexicon import fold, words_of

_PARTICLES = r"(?:(?!(?:and|by|ed|et|of|par|por|und)\b)[a-zß-öø-ÿ]{2,3} |[dl]['’])"
"""Small words with which a surname may begin; such a word never joins two names."""
_BETWEEN = r"(?:[a-zß-öø-ÿ&]{1,3} |[dl]['’])"
"""Small words between the parts of a name, and between names."""
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_NAME = rf"{_CAPITAL}[\w'’ʼ.]*(?:[-‐‑][\w'’]+)*"
_NAMES = rf"{_PARTICLES}{{0,2}}{_NAME}(?:[ \u00a0]{_BETWEEN}{{0,2}}{_NAME}){{0,4}}"
_INITIALS = rf"{_CAPITAL}{{1,2}}\.(?:[ \u00a0]?-?{_CAPITAL}{{1,2}}\.)*"
YEAR = r"(?:1[4-9]\d\d|20\d\d)(?:[a-z]\b)?|\bs\. ?[df]\.|\bn\. ?d\.|\bs\. ?a\."
HAS_YEAR = re.compile(YEAR, re.IGNORECASE)
ADDRESS = re.compile(r"[<(\[]?(?:https?://|www\.|10\.\d{4,9}/|(?:doi|url|isbn|issn|e-?issn|pmid)\b)", re.IGNORECASE)
HAS_ADDRESS = re.compile(r"https?://|www\.|10\.\d{4,9}/")
ENDS_WITH_ADDRESS = re.compile(r"(?:https?://|www\.|10\.\d{4,9}/)\S+\s*$")
LABEL = re.compile(r"\s*(\[\d{1,3}\]|\(\d{1,3}\)(?=\s+[^\W\d])|\d{1,3}[.)])\s+(?=\S)")
"""The number printed before an entry."""
BULLET = re.compile(r"\s*([•▪●◦‣■□➢✓*·]|[-–](?=\s+[^\W\d_a-zß-öø-ÿ]))\s+(?=\S)")
SAME_AUTHOR = re.compile(r"\s*(?:[—–―]{2,}|[-_]{3,}|—|―)\s*[,.:(]?\s*\S")
"""The line that stands for the author of the entry before."""
_ARTICLE = re.compile(r"(?:l|le|la|les|the|a|an|el|los|las|o|os|il|lo|die|der|das|de|d|van|von|al) ")


class Start(StrEnum):
    """How the words of an entry begin; the names are told apart as finely as one list keeps to one of them."""

    LABEL = "label"
    BULLET = "bullet"
    SAME_AUTHOR = "same-author"
    SURNAME_INITIAL = "surname-initial"
    SURNAME_GIVEN = "surname-given"
    CAPITALS = "capitals"
    INITIAL_SURNAME = "initial-surname"
    NAMES = "names"
    TITLE_YEAR = "title-year"
    QUOTED = "quoted"
    CAPITAL = "capital"
    FIGURE = "figure"
    HOST = "host"
    SMALL = "small"
    ADDRESS = "address"


NAMED = frozenset(
    {
        Start.SURNAME_INITIAL,
        Start.SURNAME_GIVEN,
        Start.CAPITALS,
        Start.INITIAL_SURNAME,
        Start.NAMES,
        Start.TITLE_YEAR,
        Start.SAME_AUTHOR,
    }
)
"""Beginnings that name an author."""
GOES_ON = frozenset({Start.FIGURE, Start.HOST, Start.SMALL, Start.ADDRESS})
"""Beginnings of a rest."""

_STARTS = (
    (Start.ADDRESS, ADDRESS),
    (Start.SAME_AUTHOR, SAME_AUTHOR),
    (Start.HOST, re.compile(r"(?i:in|dans|en|em|apud|im)(?:\s?:|\s+[^\W\d_a-zß-öø-ÿ]|\s+[«“\"])")),
    (Start.SURNAME_INITIAL, re.compile(rf"{_NAMES},?[ \u00a0]{_INITIALS}(?=[\s,;:&(.]|$)")),
    (Start.INITIAL_SURNAME, re.compile(rf"{_INITIALS}[ \u00a0]?{_NAMES}[,.:;( ]")),
    (Start.CAPITALS, re.compile(rf"{_PARTICLES}{{0,2}}{_CAPITAL}{{2,}}(?:[-' \u00a0]{_CAPITAL}{{2,}}){{0,3}}[,\s.:(]")),
    (Start.SURNAME_GIVEN, re.compile(rf"{_NAMES},[ \u00a0]{_NAMES}[,.:;( ]")),
    (Start.NAMES, re.compile(rf"{_NAMES}(?:,| \(|[ \u00a0]?:)")),
    (Start.TITLE_YEAR, re.compile(rf"[^\W\d_a-zß-öø-ÿ«“\"][^\n(]{{2,120}}?[.,]?\s\(?(?:{YEAR})")),
    (Start.QUOTED, re.compile(r"[«“\"‘]")),
    (Start.SMALL, re.compile(r"[,;:.)\]»”%]|[(\[]?[a-zß-öø-ÿ]")),
    (Start.FIGURE, re.compile(r"[(\[]?\d|[IVXLC]+[,.]|(?:pp?|vol|no|núm|n°|nº|t)\b\.?\s?\d", re.IGNORECASE)),
)

_NAME_YEAR = re.compile(rf"[^\n]{{2,180}}?[,.]?\s[(\[](?:{YEAR})")
_OPEN_END = re.compile(r"[,:;(\[«“&/-]$|(?<![\w ])\s?pp?\.$|\b(?:vol|t|no|n°|nº|núm)\.?$", re.IGNORECASE)
_CLOSED_END = re.compile(r"[.!?…»”\"')\]]$")
_FIGURE_END = re.compile(r"\d[a-z]?\W{0,3}$|\d\s?(?:p|pp|ff|sq|sqq|pages|págs?)\W{0,2}$")


def start_of(text: str) -> Start:
    """How `text` begins."""
    if LABEL.match(text):
        return Start.LABEL
    if BULLET.match(text):
        return Start.BULLET
    text = text.lstrip()
    return next((start for start, pattern in _STARTS if pattern.match(text)), Start.CAPITAL)


def has_year_after_name(text: str) -> bool:
    """Whether a year in brackets follows the names with which `text` begins."""
    found = _NAME_YEAR.match(text.lstrip())
    return found is not None and "http" not in found.group()


class End(StrEnum):
    """How the words before a new entry end."""

    FIGURE = "figure"
    ADDRESS = "address"
    STOP = "stop"
    BARE = "bare"
    OPEN = "open"


def end_of(text: str) -> End:
    """How `text` ends: a year or page, an address, a closed sentence, a bare word, or what asks for more."""
    text = text.rstrip()
    if ENDS_WITH_ADDRESS.search(text) and not text.endswith("-"):
        return End.ADDRESS
    if _OPEN_END.search(text) or _is_in_bracket(text) or _asks_for_more(text):
        return End.OPEN
    if _FIGURE_END.search(text):
        return End.FIGURE
    return End.STOP if _CLOSED_END.search(text) else End.BARE


def _asks_for_more(text: str) -> bool:
    """Whether the last word is one after which something comes: an article, a preposition, `and`."""
    last = fold(text[text.rfind(" ") + 1 :])
    return last in words_of("function-words", "words") | words_of("names", "particles") | words_of("names", "and")


def _is_in_bracket(text: str) -> bool:
    tail = text[-200:]
    return max(tail.rfind("("), tail.rfind("[")) > max(tail.rfind(")"), tail.rfind("]")) or tail.rfind(
        "«"
    ) > tail.rfind("»")


@dataclass(frozen=True, slots=True)
class Order:
    """What puts an entry in its place: its number, or the name it begins with, read with its article and without."""

    number: int | None
    names: tuple[str, str]

    def follows(self, other: "Order") -> bool:
        """Whether this name may stand below the other in the order of the alphabet."""
        return any(one <= two for one in other.names for two in self.names)


def order_of(text: str) -> Order:
    """The number and the name of an entry that begins with `text`."""
    label = LABEL.match(text)
    number = int(re.sub(r"\D", "", label.group(1))) if label else None
    start = label.end() if label else 0
    name = re.sub(r"[^\w ]", "", fold(text[start : start + 40])).strip()
    return Order(number, (name[:14], _ARTICLE.sub("", name)[:14]))
