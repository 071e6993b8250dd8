"""What is to be said of the references of an article."""

import re
from collections.abc import Iterator

from ..article.model import Reference
from ..article.source import Source
from ..findings import Finding, finding
from ..lexicon import fold, words_of
from .dois import iter_malformed
from .same import iter_repeated
from .settled import Bibliography

QUOTED = 80
"""Characters of a reference in a finding."""
CERTAIN = 0.5
"""Least probability that a person need not look at."""
DEAD_SCHEME = re.compile(r"\b(?:archie|ftp|gopher|news|nntp|prospero|telnet|wais):(?://)?[\w.-]+\.\w\S*", re.IGNORECASE)
"""Schemes that browsers no longer open: https://www.iana.org/assignments/uri-schemes/uri-schemes.xhtml."""


def iter_findings(bibliography: Bibliography, source: Source) -> Iterator[Finding]:
    """Works that stand in the lists twice, then what is wrong with each reference, in order."""
    listed = list(bibliography.listed())
    works = [each.work for each in listed if each.work]
    for place, first in iter_repeated(works):
        where = source.place(listed[place].text.at)
        yield finding("duplicate-reference", where, quote=_quote(listed[place]), other=_quote(listed[first]))
    for each in bibliography.all():
        yield from _of_words(each, source)
        yield from _of_work(each, source)


def _of_words(reference: Reference, source: Source) -> Iterator[Finding]:
    text = reference.text
    for start, words in iter_malformed(text.text):
        yield finding("malformed-doi", source.place(text.cut(start).at), quote=words)
    for match in DEAD_SCHEME.finditer(text.text):
        yield finding("dead-scheme", source.place(text.cut(match.start()).at), quote=match[0])


def _of_work(reference: Reference, source: Source) -> Iterator[Finding]:
    """Nothing of a reference that nobody parsed."""
    if reference.parsed is None:
        return
    place = source.place(reference.text.at)
    if not reference.parsed.parts or reference.parsed.certainty < CERTAIN:
        yield finding("reference-uncertain", place, quote=_quote(reference))
    elif reference.work and not reference.work.issued and not _is_dateless(reference.text.text):
        yield finding("reference-without-year", place, quote=_quote(reference))


def _is_dateless(text: str) -> bool:
    """Whether the words say that there is no year, or none yet; initials of a name are capitals."""
    printed = re.findall(r"\w+", text)
    folded = [fold(word) for word in printed]
    for words in (each.split() for each in words_of("references", "no-date") if len(each) > 1):
        for place in range(len(folded) - len(words) + 1):
            if folded[place : place + len(words)] == words and (len(words[0]) > 1 or printed[place].islower()):
                return True
    return False


def _quote(reference: Reference) -> str:
    return reference.text.text.strip()[:QUOTED]
