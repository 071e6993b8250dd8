"""Accents that extraction printed beside their letters: `g´en´eral`, `nai¨f`."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from ...article.prose import Prose
from ...article.walk import all_prose
from ..characters import Change
from ..document import Document

BESIDE = {
    "\u00b4": ("\u0301", "aeiouy"),
    "`": ("\u0300", "aeiou"),
    "\u00a8": ("\u0308", "aeiouy"),
    "\u02c6": ("\u0302", "aeiou"),
    "\u02dc": ("\u0303", "ano"),
    "\u00b8": ("\u0327", "c"),
    "\u02da": ("\u030a", "a"),
}
"""The accent by itself, the one that goes with a letter, and the letters that bear it."""
APOSTROPHES = "\u00b4`"
"""Accents that many type for an apostrophe: `l´eau`."""
SIGNS = "".join(BESIDE)
ANY = re.compile(f"[{SIGNS}]")
ACCENT = re.compile(f"(?<=[^\\W\\d_])[{SIGNS}](?=[^\\W\\d_])")
AT_START = re.compile(f"(?<![\\w{SIGNS}])[{APOSTROPHES}](?=[^\\W\\d_])")
AT_END = re.compile(f"(?<=[^\\W\\d_])[{APOSTROPHES}](?!\\w)")
APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’](?=[^\W\d_])")
CONSONANTS = re.compile(f"(?<![\\w{SIGNS}])(?:[bcdfghjklmnpqrstvwxz]{{2,}}|[bfghkpqrxz])[{APOSTROPHES}]", re.IGNORECASE)
"""The beginning of a word that no apostrophe follows in any language."""
ENOUGH = 3
"""Such beginnings after which every accent between letters belongs to a letter."""


def join_accents(document: Document) -> Document:
    """With accents on their letters, where only one neighbour can bear them or all the others of the text say which."""
    texts = [prose.words for prose in all_prose(document.blocks)]
    if not any(map(ANY.search, texts)):
        return document
    signs = SIGNS if _is_established(texts) else SIGNS.translate(dict.fromkeys(map(ord, APOSTROPHES)))
    side = _side(texts, signs)

    def change(prose: Prose) -> Prose:
        if not ANY.search(prose.text):
            return prose
        return prose.respelt(_apart(_changes(prose.words, signs, side)))

    return document.mapped(change)


def _is_established(texts: Iterable[str]) -> bool:
    """Whether the signs for which others type an apostrophe are accents here, and apostrophes are apostrophes."""
    text = "\n".join(texts)
    return len(CONSONANTS.findall(text)) >= ENOUGH and bool(APOSTROPHE.search(text) or not AT_END.search(text))


def _side(texts: Iterable[str], signs: str) -> int:
    """On which side of their letters the accents stand: -1 after them, 1 before, 0 when the text does not say."""
    sides: Counter[int] = Counter()
    for text in texts:
        for match in ACCENT.finditer(text):
            before, after = (_composed(text, match.start(), side) for side in (-1, 1))
            if match[0] in signs and bool(before) != bool(after):
                sides[-1 if before else 1] += 1
    return next(iter(sides)) if len(sides) == 1 else 0


def _changes(text: str, signs: str, side: int) -> Iterator[Change]:
    matches = [*ACCENT.finditer(text), *AT_START.finditer(text), *AT_END.finditer(text)]
    for match in sorted(matches, key=lambda match: match.start()):
        if match[0] in signs:
            yield from _accented(text, match.start(), side)


def _accented(text: str, place: int, side: int) -> Iterator[Change]:
    before, after = _composed(text, place, -1), _composed(text, place, 1)
    if before and after:
        before, after = (before if side < 0 else ""), (after if side > 0 else "")
    if before:
        yield place - 1, place + 1, before
    elif after:
        yield place, place + 2, after


def _composed(text: str, place: int, side: int) -> str:
    """The neighbour at this side with the accent, empty when it does not bear it."""
    accent, bearers = BESIDE[text[place]]
    letter = text[place + side : place + side + 1].replace("ı", "i") if place + side >= 0 else ""
    return unicodedata.normalize("NFC", letter + accent) if letter and letter.casefold() in bearers else ""


def _apart(changes: Iterable[Change]) -> Iterator[Change]:
    """The changes that do not overlap an earlier one."""
    place = 0
    for change in changes:
        if change[0] >= place:
            yield change
            place = change[1]
