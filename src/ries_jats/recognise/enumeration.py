"""Printed numbers before titles and items: `1.`, `2.3`, `IV-`, `A.`, `b)`, `Deuxième partie`, and the series they make.

A mark means a number only in company: `A quiet port` is a title, `V. Larch` a name, unless a series stands around them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ..article.blocks import ListType
from ..lexicon import fold, label_of, lexicons, words_of

_FIRST = r"(?:\d{1,2}|[IVXL]{1,6}|[A-Z]|[ivxl]{1,5}|[a-z])"
_NEXT = r"(?:[.\-–](?:\d{1,2}|[IVX]{1,4}|[A-Za-z])(?![^\W_]))"
_SIGN = r"(?:\.?[)\]]|[.°º][-–—)]|[.°º]|[-–—](?=\s|[^\W\d_]))"
MARK = re.compile(
    rf"\s*(?P<label>(?:§\s?)?(?P<open>[(\[])?(?P<tokens>{_FIRST}{_NEXT}*)(?P<sign>{_SIGN})?)"
    r"(?:\s*[-–—:.]?\s+|:\s*|(?<![^\W\d_])(?=[A-ZÀ-Þ«“]))(?=\S)"
)
"""A mark at the beginning of a line; what only stands between it and the words is not part of it."""
ALONE = re.compile(rf"\s*(?P<label>(?P<open>[(\[])?(?P<tokens>{_FIRST}{_NEXT}*)(?P<sign>{_SIGN})?)\s*[-–—:]?\s*")
"""A mark that is a line by itself."""
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_CANONICAL = re.compile(r"l?(?:x{0,3}|xl)(?:ix|iv|v?i{0,3})")
FARTHEST = 2
"""Between two numbers of one series that vouch for each other, one may be lost."""
LIST_TYPES = {
    "decimal": ListType.ORDER,
    "roman": ListType.ROMAN_UPPER,
    "upper": ListType.ALPHA_UPPER,
    "small-roman": ListType.ROMAN_LOWER,
    "lower": ListType.ALPHA_LOWER,
}
"""Kinds of marks and the values of `list/@list-type`."""


@dataclass(frozen=True)
class Numbered:
    """A printed number: of which kind, in which brackets, its values from the outermost on, and where it stands."""

    kind: str
    sign: str
    values: tuple[int, ...]
    span: tuple[int, int]
    end: int
    """Where the words begin."""
    is_sure: bool = True
    """Whether it is a number even in no company."""

    @property
    def style(self) -> tuple[str, str, int]:
        """What the numbers of one series share."""
        return (self.kind, "" if len(self.values) > 1 else self.sign, len(self.values))

    @property
    def value(self) -> int:
        """The innermost number."""
        return self.values[-1]

    def follows(self, other: "Numbered") -> bool:
        """Whether it is the next of the series after `other`."""
        is_next = self.values[:-1] == other.values[:-1] and self.value == other.value + 1
        return self.style == other.style and is_next


def readings(text: str, pattern: re.Pattern[str] = MARK) -> tuple[Numbered, ...]:
    """What the mark that `text` begins with may mean, the likelier first: `I.` is a Roman one or a letter."""
    match = pattern.match(text)
    if not match or (match["open"] and not (match["sign"] or "").endswith((")", "]"))):
        return ()
    tokens = re.split(r"[.\-–]", match["tokens"])
    if not _is_mark(tokens, match, text):
        return ()
    rest = tuple(_any_value(token) for token in tokens[1:])
    sign = _sign(match)
    return tuple(
        Numbered(kind, sign, (value, *rest), match.span("label"), match.end(), _is_sure(tokens, match))
        for kind, value in _values(tokens[0])
    )


def _is_mark(tokens: list[str], match: re.Match[str], text: str) -> bool:
    """Whether the letters are a mark and no word or abbreviation: `a priori`, `U.S. policy`, `e.g. this`."""
    has_sign = bool(match["sign"]) or len(tokens) > 1 or bool(re.match(r"\s*[-–—:]\s", text[match.end("label") :]))
    if tokens[0].isdigit() or (len(tokens[0]) > 1 and tokens[0].isupper()):
        following = text[match.end() : match.end() + 1]
        is_apart = match.end() > match.end("label")
        return has_sign or (is_apart and (following.isupper() or following in "«“\"'‘¿¡("))
    if match["sign"] == "-" and not text[match.end("label") :][:1].isspace():
        return tokens[0].isupper() and text[match.end() : match.end() + 1].isupper() and len(tokens[0]) > 1
    if len(tokens) > 1 and not any(token.isdigit() for token in tokens[1:]):
        return len(tokens) == 2 and bool(_CANONICAL.fullmatch(tokens[0].lower())) and tokens[1] in "ABCDEFGH"
    is_close = match.end() == match.end("label")
    return has_sign and not is_close


def _is_sure(tokens: list[str], match: re.Match[str]) -> bool:
    is_letter = len(tokens[0]) == 1 and tokens[0].isalpha()
    return len(tokens) > 1 or (bool(match["sign"]) and not is_letter)


def _sign(match: re.Match[str]) -> str:
    """`(` and `)` where they stand; full stop, dash and degree are one: authors change between them."""
    closing = (match["sign"] or "")[-1:]
    return (match["open"] or "") + closing if closing in ")]" and closing else ""


def _values(token: str) -> Iterator[tuple[str, int]]:
    if token.isdigit():
        yield "decimal", int(token)
        return
    low = token.lower()
    is_upper = token.isupper()
    roman = ("roman" if is_upper else "small-roman", roman_value(low)) if roman_value(low) else None
    letter = ("upper" if is_upper else "lower", ord(low) - 96) if len(token) == 1 else None
    first, second = (letter, roman) if low == "l" else (roman, letter)
    yield from (reading for reading in (first, second) if reading)


def _any_value(token: str) -> int:
    return int(token) if token.isdigit() else roman_value(token.lower()) or ord(token.lower()[0]) - 96


def roman_value(token: str) -> int:
    """The value of a Roman number in small letters, 0 when it is none."""
    if not token or not _CANONICAL.fullmatch(token):
        return 0
    values = [_ROMAN[letter] for letter in token]
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))


def division(text: str) -> Numbered | None:
    """The part of the article that a title counts (`Première partie : …`, `Chapter 2. …`); its words stay in it."""
    words = fold(re.sub(r"[^\w'’ -]+", " ", text[:60])).split()[:2]
    if len(words) < 2:
        return None
    nouns = words_of("divisions", "noun")
    for noun, count in (words, reversed(words)):
        if noun in nouns and (value := _count(count)):
            return Numbered(f"division {noun}", "", (value,), (0, 0), 0)
    return None


def _count(word: str) -> int:
    """The number that a word or its figures mean, 0 when it counts nothing."""
    return int(word) if word.isdigit() else roman_value(word) or _counting_words().get(word, 0)


@cache
def _counting_words() -> dict[str, int]:
    """Ordinal and cardinal numbers of all languages."""
    return {
        form: place
        for lexicon in lexicons()
        for key in ("ordinal", "cardinal")
        for place, forms in enumerate(lexicon.folded_words("divisions", key), start=1)
        for form in forms.split("|")
    }


def number_of(line: str) -> Numbered | None:
    """The number or the counted part that a line begins with, read without company."""
    return next(iter(readings(line)), None) or division(line)


def unnumbered(line: str) -> str:
    """The line without the mark at its beginning."""
    match = MARK.match(line)
    return line[match.end() :] if match else line


def series(texts: Sequence[str]) -> list[Numbered | None]:
    """The number of each title, read in the company of the others; None where there is none."""
    read: list[Numbered | None] = []
    lasts: dict[str, int] = {}
    for text in texts:
        number = _likelier(readings(text), lasts) or division(text)
        if number:
            lasts[number.kind] = number.values[0]
        read.append(number)
    return [
        number if number and _is_in_company(number, text, read) else None
        for number, text in zip(read, texts, strict=True)
    ]


def _likelier(numbers: tuple[Numbered, ...], lasts: dict[str, int]) -> Numbered | None:
    """The reading that goes on with a series, else the first."""
    for number in numbers:
        if lasts.get(number.kind) == number.values[0] - 1:
            return number
    return numbers[0] if numbers else None


def _is_in_company(number: Numbered, text: str, read: Sequence[Numbered | None]) -> bool:
    if number.kind.startswith("division"):
        return sum(other is not None and other.kind == number.kind for other in read) > 1
    if number.is_sure or label_of(text[number.end :]):
        return True
    others = [other for other in read if other is not None and other is not number]
    if number.value == 1 and any(other.is_sure or number.kind == "roman" for other in others):
        return True
    series_of = [other for other in others if other.style == number.style]
    is_roman = number.kind == "roman" and any(other.is_sure for other in series_of)
    return is_roman or any(0 < abs(other.value - number.value) <= FARTHEST for other in series_of)
