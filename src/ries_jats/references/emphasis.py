"""What italics say of a reference: the title of the journal or book that holds the work.

Nearly every style prints the title of what stands on a shelf in italics, and that of an article or chapter without. A
string alone does not show it; the manuscript does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..article.prose import Prose, Style
from ..article.references import ParsedReference, Part, PublicationType
from ..lexicon import fold, words_of

TITLES = frozenset({"article-title", "chapter-title", "source"})
SHORTEST = 4
"""Letters of a title; fewer are a sign."""
MARKS = " \t\n\u00a0\u202f\u2028.,;:"
SEPARATORS = frozenset('.,;?!»”"')
"""What stands between two titles; before the name of a ship inside one there is none of them."""
QUOTES = '.,;»”" \u00a0\u202f'
UNTOLD = frozenset({PublicationType.BOOK, PublicationType.OTHER})
"""Kinds that a title inside another contradicts."""


@dataclass(frozen=True)
class Stretch:
    """The characters from `start` to `stop`."""

    start: int
    stop: int


def with_emphasis(parsed: ParsedReference, printed: Prose) -> ParsedReference:
    """`parsed` with its titles parted where the italics begin that end them: the work's own, and of what holds it."""
    titles = [part for part in parsed.parts if part.element in TITLES]
    if not 1 <= len(titles) <= 2:
        return parsed
    whole = Stretch(titles[0].start, titles[-1].stop)
    others = [part for part in parsed.parts if part not in titles]
    if any(part.start < whole.stop and whole.start < part.stop for part in others):
        return parsed
    for italic in _italics(printed):
        holder = _clipped(parsed.text, italic, others)
        own = _own(parsed.text, whole.start, holder.start)
        if own and _ends(parsed.text, whole, holder):
            return _parted(parsed, others, own, holder)
    return parsed


def _italics(printed: Prose) -> Iterator[Stretch]:
    """Where italics stand, neighbouring runs together."""
    place, start = 0, None
    for run in printed.runs:
        is_italic = Style.ITALIC in run.marks
        if start is not None and not is_italic:
            yield Stretch(start, place)
        start = (place if start is None else start) if is_italic else None
        place += len(run.text)
    if start is not None:
        yield Stretch(start, place)


def _clipped(text: str, italic: Stretch, others: Sequence[Part]) -> Stretch:
    """Without what else is known there (`Revue, 12`) and without marks at its ends."""
    stop = min((part.start for part in others if italic.start <= part.start < italic.stop), default=italic.stop)
    words = text[italic.start : stop]
    start = italic.start + len(words) - len(words.lstrip(MARKS))
    return Stretch(start, max(start, italic.start + len(words.rstrip(MARKS))))


def _ends(text: str, whole: Stretch, holder: Stretch) -> bool:
    """Whether the italics end the titles or go beyond them, and are a title themselves."""
    is_title = sum(map(str.isalpha, text[holder.start : holder.stop])) >= SHORTEST
    has_rest = any(map(str.isalnum, text[holder.stop : whole.stop]))
    return is_title and holder.start < whole.stop and not has_rest


def _own(text: str, start: int, stop: int) -> Stretch | None:
    """The title of the work before the italics, if a sign of the sentence ends it."""
    before = text[start:stop].rstrip(MARKS[:6] + ":")
    words = before.split()
    if words and fold(words[-1]) in words_of("references", "host"):
        before = before[: -len(words[-1])].rstrip()
    own = before.rstrip(QUOTES)
    is_ended = before[-1:] in SEPARATORS
    return Stretch(start, start + len(own)) if is_ended and sum(map(str.isalpha, own)) >= SHORTEST else None


def _parted(parsed: ParsedReference, others: Sequence[Part], own: Stretch, holder: Stretch) -> ParsedReference:
    kind = _kind(parsed.publication_type, {part.element for part in others})
    element = "chapter-title" if kind is PublicationType.CHAPTER else "article-title"
    made = [Part(own.start, own.stop, element), Part(holder.start, holder.stop, "source")]
    parts = sorted([*others, *made], key=lambda part: (part.start, -part.stop))
    return replace(parsed, parts=tuple(parts), publication_type=kind)


def _kind(known: PublicationType, elements: set[str]) -> PublicationType:
    """A work that stands in another is no book."""
    if known not in UNTOLD:
        return known
    if elements & {"volume", "issue"}:
        return PublicationType.JOURNAL
    return PublicationType.CHAPTER if elements & {"publisher-name", "publisher-loc"} else PublicationType.OTHER
