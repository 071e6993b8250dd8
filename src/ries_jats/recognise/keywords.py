"""Keywords: the terms of a printed list, whatever separates them."""

import re
from collections.abc import Iterator, Sequence

from ..article.front import KeywordGroup
from ..article.ledger import Departure, Entry
from ..article.prose import Prose, Style
from ..article.source import Source
from ..findings import Finding, finding
from ..lexicon import fold

SEPARATORS = (
    re.compile(r"\s*[;؛]\s*"),
    re.compile(r"\s*[•·●▪■|]\s*"),
    re.compile(r"\s*[,،]\s*(?![^()]*\))"),
    re.compile(r"\s+[-–—/]\s+|\s*[–—]\s*"),
    re.compile(r"\s*[\n\u2028]\s*"),
    re.compile(r"\.\s+(?=\w)"),
)
"""Signs between terms, the surest first."""
EDGES = " \t\n\u2028,;.:·•-–—*|"
SENTENCE_STOP = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_])")


def split_terms(printed: Prose) -> tuple[Prose, ...]:
    """The terms in their order. A list that uses both `;` and `,` is split at both when a part is no term otherwise."""
    separator = next((each for each in SEPARATORS if each.search(printed.text.strip(EDGES))), None)
    if separator is None:
        return tuple(term for term in [_trimmed(printed)] if term)
    pieces = [piece for part in printed.split(separator) for piece in _further(part, separator)]
    return tuple(term for piece in pieces if (term := _trimmed(piece)))


def _further(part: Prose, separator: re.Pattern[str]) -> Iterator[Prose]:
    """`a ; b ; c, d ; e`: a comma inside one part of a list of semicolons separates too, when the part is no phrase."""
    comma = SEPARATORS[2]
    if separator is SEPARATORS[0] and comma.search(part.text) and "(" not in part.text:
        yield from part.split(comma)
    elif separator in (SEPARATORS[2], SEPARATORS[0]) and SENTENCE_STOP.search(part.text):
        yield from part.split(SENTENCE_STOP)
    else:
        yield part


def _trimmed(term: Prose) -> Prose:
    edges = EDGES.replace(".", "") if re.search(r"\b[A-ZÀ-Þ]\.$", term.text.strip()) else EDGES
    return term.strip(edges).unmarked(Style.BOLD).strip(edges)


def keyword_group(
    printed: Prose, language: str, title: Prose, source: Source
) -> tuple[KeywordGroup, tuple[Entry, ...], tuple[Finding, ...]]:
    """The group without terms that stand twice; those go to the ledger and are reported."""
    terms = split_terms(printed)
    kept, again = _without_repeats(terms)
    entries = tuple(Entry(Departure.DUPLICATE, term, "a keyword printed twice") for term in again)
    findings = tuple(finding("keyword-duplicate", source.place(term.at), quote=term.text) for term in again)
    return KeywordGroup(language, kept, title), entries, findings


def _without_repeats(terms: Sequence[Prose]) -> tuple[tuple[Prose, ...], tuple[Prose, ...]]:
    """Terms once each; a term that holds another and repeats it (`citizens. relations`) was split before."""
    seen: set[str] = set()
    kept: list[Prose] = []
    again: list[Prose] = []
    for term in terms:
        (again if fold(term.text) in seen else kept).append(term)
        seen.add(fold(term.text))
    return tuple(kept), tuple(again)
