"""The measure of lines: how wide a line is in a proportional type, and whether it was ended on purpose.

A line that would have had room for the first word of the next one was ended on purpose. Fonts are not known in an
extracted text, so widths are those of a common book type in parts of its size: good to some hundredths, where a count
of characters is off by a fifth.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from statistics import quantiles

from ..lexicon import fold


class _Widths(dict[str, float]):
    """Widths of characters; one that is not listed has that of its letter without accents, or of most letters."""

    def __missing__(self, character: str) -> float:
        folded = fold(character)[:1].upper() if character.isupper() else fold(character)[:1]
        self[character] = self[folded] if folded != character and folded in self else self._usual(character)
        return self[character]

    @staticmethod
    def _usual(character: str) -> float:
        return 0.0 if not character.isprintable() else 0.7 if character.isupper() else 0.5


WIDTHS = _Widths()
for _characters, _width in {
    " .,": 0.25,
    "'’‘`": 0.25,
    "ijlt:;!|/": 0.28,
    "frI()[]-‐\u2011": 0.33,
    'sJ°“”"': 0.4,
    "acez": 0.44,
    "bdghknopquvxy0123456789–«»": 0.5,
    "PSFELTZ": 0.6,
    "ABCDGHKNOQRUVXY": 0.7,
    "mwœæ": 0.75,
    "MWŒÆ—…%&@": 0.9,
}.items():
    WIDTHS.update(dict.fromkeys(_characters, _width))

FIXED = 0.5
"""Width of a character of fixed pitch."""
CLUSTER = 0.08
"""Part of the measure by which full lines differ: the words that did not fit."""
EDGE = 20
"""In so many parts full lines are put to find the measure: that of the widest but one part."""
TIGHT = 1.005
"""Width, in measures, up to which a line is not too wide."""
CERTAIN = 0.015
"""Room, in parts of the measure, from which a line with a full stop was ended on purpose."""
FIRST_LINE = 0.05
"""The same in the first line of a paragraph, which an indent may have made shorter."""
COLON, OPEN_LINE, UNCLOSED = 0.05, 0.08, 0.25
"""The same after a colon, after a figure or an address, and after a word, each before a capital."""
WIDE = 0.4
"""The same before a small letter."""
CHUNK = re.compile(
    r"\w+://\S*?/|[\S\u00a0\u202f]+?[^\W\d_][-–—\u2010](?=[^\W\d_])|(?:[«‹]\s)?[\S\u00a0\u202f]+(?: [»:;?!%]+(?!\w))?"
)
"""The least that the next line begins with: a space that no line end may replace is part of it, and a sign that no line
begins with."""
CLOSES = re.compile(r"[,.;:!?)\]…”’]|»(?!\w)")
"""What no line of a paragraph's own begins with."""
HYPHENS = ("-", "\u2010", "\u00ad")
GOES_ON = re.compile(r"[-\u2010\u00ad,(\[«“&/]$")
"""What no paragraph ends with."""
CALL = r"(?:\s*\[?\d{1,3}\]?)?"
SHORTENED = re.compile(r"(?<![^\W\d_])(?:[a-zà-öø-ÿ]{1,4}\.|n\.?\s?[°º])$")
"""A short word with a full stop, which before a number is shortened: `vol.`, `pp.`."""
OPEN_BRACKET = re.compile(r"[(\[][^()\[\]]*$")
GLUED_CALL = re.compile(r"(?<=[^\W\d_])\d{1,3}$|(?<=[.,;:!?»”\"’')\]…])(?<!\d[.,:])\d{1,3}$")
RAISED = 0.4
"""Part of its width that a figure loses when it is raised."""
BRACKETED_CALL = re.compile(r"\s?\[(\d{1,3})\](?![^\W_])")
"""A raised call-out as some extractions write it: between spaces, in brackets that are not printed."""
THOUSANDS = r"(?!(?<=\d\.)\d{3}$)"
STOP = re.compile(rf"[.!?…؟۔]{THOUSANDS}[»”\"'’’)\]\s]*{CALL}$|[)\]]{CALL}$")
"""The end of a sentence, with a call-out that may follow it; `13.000` is none."""
LONGEST_STOP = 16
CUT_ADDRESS = re.compile(r"(?:://|\bwww\.|\b10\.\d{4,}/)\S*$")
ADDRESS = re.compile(rf"\d$|{CUT_ADDRESS.pattern}")
OPENING = re.compile(r"[«“\"'‘(\[¿¡—–•*-]*\s*[^\W_]")
BULLET = re.compile(r"[•▪◦●■‣·\uf0a7\uf0b7\uf02d]\s*\S")
"""A sign that only items of lists begin with; some fonts keep theirs among the characters for private use."""
MARK = re.compile(rf"{BULLET.pattern}|(?:\d{{1,2}}[.)]|\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,5}})\))\s+\S")
"""A bullet, number or letter with which an item of a list begins."""
TITLE = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|[IVXLC]{1,5}[.)]|[A-H][.)])\s+[A-ZÀ-Þ]")
"""A number and a capital, with which a heading begins."""
DASH = re.compile(r"[–—-]\s+\S")
"""A dash, with which an item begins when the line before was closed."""


@lru_cache(maxsize=4096)
def width_of(text: str, *, is_fixed: bool = False) -> float:
    """The width of `text` in parts of the size of its type; of a fixed pitch every character counts the same."""
    return len(text) * FIXED if is_fixed else sum(map(WIDTHS.__getitem__, text))


@dataclass(frozen=True)
class Measure:
    """The width of a column of lines, and whether its type is one of fixed pitch, as a typewriter's."""

    width: float
    is_fixed: bool = False
    raises_calls: bool = False
    """Whether figures in brackets are raised call-outs, narrower on the page than in the text."""
    certain: float = CERTAIN
    """Room from which a line with a full stop was ended on purpose."""

    def width_of(self, text: str) -> float:
        """The width of `text` in this type."""
        if not self.raises_calls or "[" not in text:
            return width_of(text, is_fixed=self.is_fixed)
        raised = 0.0 if self.is_fixed else (1 - RAISED) * width_of("".join(BRACKETED_CALL.findall(text)))
        return width_of(BRACKETED_CALL.sub("", text), is_fixed=self.is_fixed) + raised

    def room(self, before: str, after: str) -> float:
        """The part of the measure that was left when the first word of `after` did not come on the line of `before`."""
        chunk = CHUNK.match(after)
        next_word = self.width_of(chunk[0] if chunk else after)
        is_hyphened = before.endswith(HYPHENS)
        between = width_of("-" if is_hyphened else " ", is_fixed=self.is_fixed) * (-1 if is_hyphened else 1)
        filled = self.width_of(before) - self._raised(before) + between + next_word
        return 1 - filled / self.width

    def _raised(self, text: str) -> float:
        """By how much a call-out at the end is narrower than its figures on the line."""
        call = None if self.is_fixed else GLUED_CALL.search(text)
        return RAISED * width_of(call[0]) if call else 0.0

    def of(self, width: float) -> "Measure":
        """A column of another width, in the same type."""
        return replace(self, width=width)


def measure_of_lines(lines: Sequence[str]) -> Measure:
    """The measure of most of these lines, in the type in which more of those inside sentences are full."""
    types = [Measure(0, is_fixed, raises_calls) for raises_calls in (False, True) for is_fixed in (False, True)]
    measures = [each.of(measure_of(map(each.width_of, lines))) for each in types]
    inside = [(before, line) for before, line in pairwise(lines) if is_cut(before, line)]
    return max(measures, key=lambda measure: sum(_is_full(measure, *pair) for pair in inside))


def _is_full(measure: Measure, before: str, after: str) -> bool:
    """Whether a line keeps within the measure and has no room for more."""
    width = measure.width_of(before)
    return 0 < width <= TIGHT * measure.width and measure.room(before, after) < CERTAIN


def measure_of(widths: Iterable[float]) -> float:
    """The width of the column in which most of these lines stand, 0 when there are none."""
    ordered = sorted(width for width in widths if width)
    best: Sequence[float] = ()
    last = 0
    for first, width in enumerate(ordered):
        while last < len(ordered) and ordered[last] * (1 - CLUSTER) <= width:
            last += 1
        if (last - first) * width > len(best) * (best[0] if best else 0):
            best = ordered[first:last]
    return quantiles(best, n=EDGE)[-1] if len(best) > EDGE else max(best, default=0.0)


@lru_cache(maxsize=4096)
def is_closed(text: str) -> bool:
    """Whether a sentence ends with `text`; only its end is looked at."""
    return STOP.search(text, max(0, len(text) - LONGEST_STOP)) is not None


@lru_cache(maxsize=4096)
def is_cut(before: str, after: str) -> bool:
    """Whether the sentence goes on from one line to the next, whatever their width."""
    if begins_item(before, after):
        return False
    if SHORTENED.search(before) and after[:1].isdigit() and not TITLE.match(after):
        return True
    is_open = bool(GOES_ON.search(before) or OPEN_BRACKET.search(before) or _is_small(after) or CLOSES.match(after))
    return is_open or bool(CUT_ADDRESS.search(before) and re.match(r"[\w-]*\d[\w./-]*", after))


def begins_item(before: str, after: str) -> bool:
    """Whether an item of a list begins with the line `after`."""
    return bool(MARK.match(after) or (DASH.match(after) and re.search(r"[.;:!?]$", before)))


def is_sure_item(before: str, after: str) -> bool:
    """Whether a list or its next item is expected, so that no room need tell the end of the last one."""
    return bool(BULLET.match(after) or before.endswith((";", ":")) or (DASH.match(after) and is_closed(before)))


def _is_small(text: str) -> bool:
    opening = OPENING.match(text)
    return opening is not None and opening[0][-1].islower()


def ends_paragraph(before: str, after: str, measure: Measure, *, is_first: bool = False) -> bool:
    """Whether a paragraph ends with the line `before`, which the line `after` follows without a blank line or indent.

    `is_first` says that `before` is the first line of its paragraph. Where nothing tells, it does not end.
    """
    is_item = begins_item(before, after)
    if is_item and is_sure_item(before, after):
        return True
    if not measure.width or CLOSES.match(after) or (GOES_ON.search(before) and not is_item):
        return False
    left = measure.room(before, after)
    if _is_small(after) and not is_item:
        return left > WIDE and (is_closed(before) or before.endswith(":"))
    return left > _needed(before, after, measure.certain, is_first=is_first)


def _needed(before: str, after: str, certain: float, *, is_first: bool) -> float:
    """The room that tells the end of a paragraph between these lines."""
    if is_closed(before) or begins_item(before, after):
        return certain + (FIRST_LINE if is_first else 0)
    if is_first and TITLE.match(before):
        return OPEN_LINE
    if before.endswith(":"):
        return COLON
    return OPEN_LINE if ADDRESS.search(before) else UNCLOSED
