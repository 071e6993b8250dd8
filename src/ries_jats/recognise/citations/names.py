"""The names before a year or a page, read backwards: `Belkacem, Oubrou et Saïdi`, `de La Garde`, `O'Neill et al.`."""

import re
from dataclasses import dataclass

from ...lexicon import fold
from .words import APOSTROPHES, SPACE, at_end, connectors, core, is_capital, particles, stop_words

MOST_NAMES = 10
GLUED_AND = "و"
_TOKEN = re.compile(rf"[^\W\d_](?:\w|[{APOSTROPHES}\-‐‑](?=\w))*|\S")
_BRACKETED = re.compile(rf"[{SPACE}]*[(\[][^()\[\]]{{2,20}}[)\]][{SPACE},]*$")
_ELIDED = re.compile(f"[a-z]{{1,2}}[{APOSTROPHES}](?=[^\\W\\d_])")
"""What the sentence puts before a name: `d'Arnaudin (2012)`."""
_POSSESSIVE = re.compile(f"(?<=[^\\W\\d_]|\\.)[{APOSTROPHES}]s$")
_PUNCTUATION = re.compile(rf"[{SPACE},،:]*$")
_COMMAS = frozenset(",،")


@dataclass(frozen=True)
class Name:
    """A name as printed."""

    start: int
    stop: int
    text: str


@dataclass(frozen=True)
class Names:
    """Names in order, and whether words such as `et al.` follow them; `end` is where those end."""

    names: tuple[Name, ...] = ()
    has_more: bool = False
    end: int = 0
    is_joined: bool = False
    """Whether a word or sign such as `and` joins them."""

    def __bool__(self) -> bool:
        return bool(self.names)


def names_before(text: str, low: int, end: int, *, is_narrative: bool, known: frozenset[str] = frozenset()) -> Names:
    """The names that end at `end`; between brackets semicolons may part them, too.

    `known` are words that are surnames here, whatever else they mean: `Más`.
    """
    end = _PUNCTUATION.search(text, low, end).start()  # type: ignore[union-attr]
    if not is_narrative and (bracketed := _BRACKETED.search(text, low, end)):
        end = bracketed.start()
    last = end
    if possessive := _POSSESSIVE.search(text, max(low, end - 2), end):
        end = possessive.start()
    more = at_end("et-al").search(text, max(low, end - 40), end)
    if more:
        end = more.start()
    reader = _Reader(text, known, is_narrative=is_narrative, is_joined=more is not None)
    names = reader.read(low, end)
    return Names(names, more is not None, last, reader.is_joined) if names else Names()


class _Reader:
    """Reads names from right to left, until a word that belongs to none."""

    def __init__(self, text: str, known: frozenset[str], *, is_narrative: bool, is_joined: bool) -> None:
        self._text = text
        self._known = known
        self._is_narrative = is_narrative
        self.is_joined = is_joined
        self._follows_connector = False
        self._names: list[Name] = []
        self._start = self._stop = 0

    def read(self, low: int, end: int) -> tuple[Name, ...]:
        """The names in their order."""
        self._start = self._stop = end
        tokens = list(_TOKEN.finditer(self._text, low, end))
        for place in range(len(tokens) - 1, -1, -1):
            if len(self._names) > MOST_NAMES or not (self._takes_glued(tokens[place]) or self._takes(tokens, place)):
                break
        self._close()
        return _with_initials(tuple(reversed(self._names)), self._text)

    @property
    def _is_open(self) -> bool:
        return self._start < self._stop

    def _takes(self, tokens: list[re.Match[str]], place: int) -> bool:
        token = tokens[place]
        sign = token[0]
        if sign in _COMMAS or sign == ";":
            return self._takes_comma(sign)
        if sign == ".":
            return place > 0 and _is_initial(tokens[place - 1][0])
        folded = fold(sign)
        if folded in connectors() or sign in "&/":
            return self._takes_connector(sign)
        if not sign[0].isalpha() or (not is_capital(sign) and not (folded in particles() and self._is_open)):
            return False
        if folded in stop_words() and folded not in self._known and not _is_initial(sign):
            return False
        self._extend(token)
        return True

    def _takes_glued(self, token: re.Match[str]) -> bool:
        """An Arabic name that `and` is written together with."""
        name = fold(token[0])
        if not name.startswith(GLUED_AND) or name in self._known or name[1:] not in self._known:
            return False
        if not self._is_open:
            self._stop = token.end()
        self._start = token.start() + 1
        self._close()
        self.is_joined = True
        return True

    def _extend(self, token: re.Match[str]) -> None:
        self._follows_connector = False
        if not self._is_open:
            self._stop = token.end() + (self._text[token.end() : token.end() + 1] == ".")
        elided = _ELIDED.match(token[0]) if self._is_narrative else None
        self._start = token.start() + (elided.end() if elided else 0)

    def _takes_comma(self, sign: str) -> bool:
        """In running text commas part names only where `and` joins the last two, or before initials."""
        if not self._is_open:
            return sign in _COMMAS and self._follows_connector
        if sign == ";" and self._is_narrative:
            return False
        is_initials = not any(len(word) > 1 for word in re.findall(r"\w+", self._text[self._start : self._stop]))
        if self._is_narrative and not self.is_joined and not is_initials:
            return False
        self._close()
        return True

    def _takes_connector(self, sign: str) -> bool:
        """A lone capital such as `E.` may be an initial, too."""
        if not self._is_open and not (self._names and sign in "&/"):
            return bool(self._names) and not self._is_open
        self._close()
        self.is_joined = self._follows_connector = True
        return True

    def _close(self) -> None:
        if self._is_open:
            start = self._start
            self._names.append(Name(start, self._stop, self._text[start : self._stop]))
        self._stop = self._start


def _is_initial(word: str) -> bool:
    return (len(word) == 1 and word.isalpha() and not word.islower()) or word in ("St", "Ste", "Jr", "Sr", "Ch", "Th")


def _with_initials(names: tuple[Name, ...], text: str) -> tuple[Name, ...]:
    """Initials that a comma parts from their surname go with it."""
    kept: list[Name] = []
    for name in names:
        is_initials = all(len(word) == 1 for word in re.findall(r"\w+", name.text))
        if is_initials and kept:
            last = kept.pop()
            kept.append(Name(last.start, name.stop, text[last.start : name.stop]))
        elif not is_initials and core(name.text):
            kept.append(name)
    return tuple(kept)
