"""Words of the head that no author, affiliation or address took: marks that only linked, and words not understood."""

import re
from collections.abc import Iterator, Sequence

from ..article.front import Affiliation, Contributor
from ..article.ledger import Entry
from ..article.prose import Prose
from ..article.source import WORD
from ..lexicon import fold, words_of
from .classify import Kind
from .head import Classified
from .people import People

KINDS = frozenset({Kind.AUTHORS, Kind.ROLE, Kind.AFFILIATION, Kind.CONTACT, Kind.CORRESPONDING})
MARK = re.compile(r"[\W_]*(?:(?:\d{1,2}|[a-z]|dagger|ddagger|ast|star)[\W_]*)+")


def leftovers(head: Sequence[Classified], people: People) -> tuple[tuple[Prose, ...], tuple[Prose, ...]]:
    """Marks and joining words, and words that were not understood."""
    used = set(_addresses(people))
    pieces = [piece for each in head if each.kind in KINDS for piece in _uncovered(each.line.prose, used)]
    marks = tuple(piece for piece in pieces if _only_links(piece.text))
    marks += tuple(sign for each in head if each.kind in KINDS for sign in _signs(each.line.prose, used))
    return marks, tuple(piece for piece in pieces if not _only_links(piece.text))


def _signs(prose: Prose, used: set[int]) -> Iterator[Prose]:
    """Signs that stand for a word of the source: a dagger in TeX."""
    runs = (run for run in prose.runs if run.width is not None and run.at is not None and run.at not in used)
    return (Prose((run,)) for run in runs)


def _only_links(text: str) -> bool:
    joints = words_of("names", "and") | words_of("names", "by")
    return bool(MARK.fullmatch(text)) or fold(text.strip(" ,.;:")) in joints


def _uncovered(prose: Prose, used: set[int]) -> Iterator[Prose]:
    """The stretches of words whose addresses nobody claims; a raised marker is a word of its own."""
    start = stop = None
    place = 0
    for run in prose.runs:
        for match in WORD.finditer(run.text):
            first = None if run.at is None else run.at + match.start()
            is_free = first is not None and first not in used
            if is_free and start is None:
                start = place + match.start()
            elif not is_free and start is not None:
                yield prose.cut(start, stop).strip()
                start = None
            stop = place + match.end()
        place += len(run.text)
    if start is not None:
        yield prose.cut(start).strip()


def _addresses(people: People) -> Iterator[int]:
    for prose in _proses(people):
        for run in prose.runs:
            if run.at is not None:
                yield from range(run.at, run.end or run.at)


def _proses(people: People) -> Iterator[Prose]:
    for contributor in people.contributors:
        yield from _of_contributor(contributor)
    for affiliation in people.affiliations:
        yield from _of_affiliation(affiliation)
    yield from people.corresponding
    yield from (entry.prose for entry in people.ledger if isinstance(entry, Entry))


def _of_contributor(each: Contributor) -> Iterator[Prose]:
    yield from (each.surname, each.given_names, each.prefix, each.suffix, each.collab, *each.roles, each.email)
    yield each.orcid_printed


def _of_affiliation(each: Affiliation) -> Iterator[Prose]:
    yield from (each.text, each.label)
