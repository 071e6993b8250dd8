"""Conservation: every word of the manuscript is in the article or in the ledger, once, in its order, and nothing else
is.

The words are those of the source, read without pandoc; the trace says of every character of the XML where it comes
from.
So lost words, words from nowhere, words out of order and words that stand twice are each seen for themselves.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from ..article.ledger import Departure, Entry
from ..article.prose import Origin, Prose
from ..article.source import FILLER, HIDDEN, UNKNOWN, WORD, Source
from ..findings import Finding, finding
from ..jats import Piece

LARGEST_SHARE = 0.02
"""Part of the words that may leave the text for one reason before that is reported."""
FEW = 30
"""Words that may leave a short article for one reason: labels and dates are as many there as in a long one."""
LONGEST_QUOTE = 120
SENTENCE = re.compile(r"[A-ZÀ-Þ][^.!?]{60,}[.!?]")
BESIDE = re.compile("[\u00a8\u00af\u00b4\u00b8\u02c6\u02c7\u02d8-\u02dd]")
"""Accents that stand by themselves."""
COMBINING = str.maketrans({"\u02c6": "\u0302", "\u02c7": "\u030c"})
"""Of those that Unicode does not decompose, the sign that goes with a letter."""
QUOTES = str.maketrans(dict.fromkeys("'’‘`\"“”«»"))
BY_NATURE = frozenset(
    {Departure.MASTHEAD, Departure.DUPLICATE, Departure.RECASED_FORM, Departure.RUNNING_HEAD}
    | {Departure.CORRECTED, Departure.MOVED}
)
"""Reasons for which whole sentences leave rightly; duplicates and running heads stay in the text once."""


@dataclass(frozen=True)
class Ledgered:
    """An article's words and where they went."""

    source: Source
    trace: Sequence[Piece]
    ledger: Sequence[Entry]


def iter_findings(ledgered: Ledgered) -> Iterator[Finding]:
    """All that conservation finds."""
    yield from _lost(ledgered)
    yield from _added(ledgered)
    yield from _twice(ledgered)
    yield from _moved(ledgered)
    yield from _ledger(ledgered)


def _spans(prose: Prose) -> Iterator[tuple[int, int]]:
    for run in prose.runs:
        if run.at is not None and run.end is not None:
            yield run.at, run.end


def _cover(length: int, spans: Iterable[tuple[int, int]]) -> bytearray:
    covered = bytearray(length)
    for start, stop in spans:
        covered[start:stop] = b"\x01" * (stop - start)
    return covered


def _placed(trace: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    return ((piece.at, piece.at + piece.width) for piece in trace if piece.at is not None)


def _lost(ledgered: Ledgered) -> Iterator[Finding]:
    """Words of the source that nothing covers, neighbours together."""
    spans = [*_placed(ledgered.trace), *(span for entry in ledgered.ledger for span in _spans(entry.prose))]
    visible = ledgered.source.visible
    fillers = ((match.start(), match.end()) for match in re.finditer(f"{FILLER}+", visible))
    covered = _cover(len(visible), [*spans, *fillers])
    held: list[tuple[int, int]] = []
    for start, stop in ledgered.source.words():
        if all(covered[start:stop]):
            if held:
                yield _lost_words(ledgered.source, held)
                held = []
        else:
            held.append((start, stop))
    if held:
        yield _lost_words(ledgered.source, held)


def _lost_words(source: Source, words: list[tuple[int, int]]) -> Finding:
    start, stop = words[0][0], words[-1][1]
    return finding("words-lost", source.place(start), quote=_quoted(source.read(start, stop)), count=len(words))


def _added(ledgered: Ledgered) -> Iterator[Finding]:
    """Words that claim to be the manuscript's and are not what stands there."""
    for piece in ledgered.trace:
        if piece.origin is not Origin.MANUSCRIPT or not WORD.search(piece.text):
            continue
        if piece.at is None or not _same(piece.text, ledgered.source.visible[piece.at : piece.at + piece.width]):
            yield finding("words-added", ledgered.source.place(piece.at), quote=_quoted(piece.text))


def _same(written: str, printed: str) -> bool:
    """Letter by letter; case, ligatures and line ends are free, any letter may stand for one that only a font tells, an
    entity for its character, and an accent may have been printed beside its letter.
    """
    one, other = _letters(written), _letters(printed)
    if one != other and BESIDE.search(printed):
        return sorted(unicodedata.normalize("NFD", one)) == sorted(
            unicodedata.normalize("NFD", other.translate(COMBINING))
        )
    if one != other and "&" in other:
        other = _letters(unescape(unescape(other)))
    if UNKNOWN in other:
        return len(one) == len(other) and all(b in (a, UNKNOWN) for a, b in zip(one, other, strict=True))
    return one == other


def _letters(text: str) -> str:
    text = unicodedata.normalize("NFKC", text.replace(HIDDEN, "").replace(FILLER, "")).translate(QUOTES)
    return "".join(text.casefold().split())


def _twice(ledgered: Ledgered) -> Iterator[Finding]:
    """Characters of the source that two pieces of the article claim."""
    owner = bytearray(len(ledgered.source.visible))
    for piece in ledgered.trace:
        if piece.at is not None and WORD.search(piece.text):
            span = slice(piece.at, piece.at + piece.width)
            if any(owner[span]):
                yield finding("words-twice", ledgered.source.place(piece.at), quote=_quoted(piece.text))
            owner[span] = b"\x01" * len(owner[span])


def _moved(ledgered: Ledgered) -> Iterator[Finding]:
    """Inside a block words stand in the order in which they are read, lines that repair has put back aside."""
    last: dict[int, tuple[int, int]] = {}
    moves = [span for each in ledgered.ledger if each.departure is Departure.MOVED for span in _spans(each.prose)]
    for piece in ledgered.trace:
        is_put_back = piece.at is not None and any(start <= piece.at < stop for start, stop in moves)
        if is_put_back or piece.at is None or piece.block is None or not WORD.search(piece.text):
            continue
        place = ledgered.source.read_at(piece.at)
        if place < last.get(piece.block, place):
            yield finding("words-moved", ledgered.source.place(piece.at), quote=_quoted(piece.text))
        last[piece.block] = place


def _ledger(ledgered: Ledgered) -> Iterator[Finding]:
    """Whole sentences in the ledger, and classes that hold too many of the words."""
    words = max(sum(1 for _ in ledgered.source.words()), 1)
    counts: Counter[Departure] = Counter()
    for entry in ledgered.ledger:
        counts[entry.departure] += len(WORD.findall(entry.prose.text))
        if entry.departure not in BY_NATURE and SENTENCE.search(entry.prose.text):
            place, quote = ledgered.source.place(entry.prose.at), _quoted(entry.prose.text)
            yield finding("ledger-sentence", place, quote=quote, departure=entry.departure)
    for departure, count in counts.items():
        if count > max(LARGEST_SHARE * words, FEW) and departure not in BY_NATURE:
            share = f"{count / words:.1%}"
            yield finding("ledger-large", ledgered.source.place(None), share=share, departure=departure)


def _quoted(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
