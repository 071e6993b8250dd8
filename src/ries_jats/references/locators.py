"""What identifies a work by its form alone: DOI, address, ISBN, ISSN."""

import re
from collections.abc import Iterator

from ..addresses import iter_addresses
from ..article.references import Part

DOI = re.compile(r"(?<![\w.])10\.\d{4,9}/[^\s<>\"“”«»]+")
_ISBN = re.compile(
    r"(?:ISBN(?:-1[03])?\s*:?\s*)((?:97[89][\s-]?)?\d(?:[\s-]?\d){8}[\s-]?[\dXx])(?!\d)|(?<![\d-])(97[89]-\d(?:-?\d){9})(?!\d)"
)
_ISSN = re.compile(r"ISSN\s*:?\s*(\d{4}-\d{3}[\dXx])")
_BARE = re.compile(
    r"(?<![\w.@/])(?:[a-z0-9-]+\.)+(?:com|org|net|fr|es|eu|edu|info|gouv|gov|int|ca|ch|be|ma|mx|ar|co|br|it|de|uk)/[^\s<>\"“”«»]+"
)
_TRAILING = ".,;:!?'’*_"
_CLOSING = {")": "(", "]": "[", "}": "{"}


def locator_parts(text: str) -> Iterator[Part]:
    """The identifiers and addresses of a string, in order; of the address of a DOI only the DOI is one."""
    found = [*_dois(text), *_numbers(text)]
    found += [part for part in _addresses(text) if not any(_touch(part, other) for other in found)]
    yield from sorted(found, key=lambda part: part.start)


def _dois(text: str) -> Iterator[Part]:
    for match in DOI.finditer(text):
        stop = _stop(text, match.start(), match.end())
        if _leads_to_doi(text[: match.start()]):
            yield Part(match.start(), stop, "pub-id", (("pub-id-type", "doi"),))


def _leads_to_doi(before: str) -> bool:
    """Whether what stands before is no address of somebody else, who has the DOI in it."""
    address = before[before.rfind(" ") + 1 :].casefold()
    return "/" not in address or "doi.org/" in address


def _stop(text: str, start: int, stop: int) -> int:
    while text[stop - 1] in _TRAILING or _closes_outside(text, start, stop):
        stop -= 1
    return stop


def _closes_outside(text: str, start: int, stop: int) -> bool:
    last = text[stop - 1]
    return last in _CLOSING and text.count(last, start, stop) > text.count(_CLOSING[last], start, stop)


def _numbers(text: str) -> Iterator[Part]:
    for match in _ISBN.finditer(text):
        yield Part(*match.span(1 if match[1] else 2), "isbn")
    for match in _ISSN.finditer(text):
        yield Part(*match.span(1), "issn")


def _addresses(text: str) -> Iterator[Part]:
    whole = (address for address in iter_addresses(text, mend=True) if not address.is_broken)
    spans = [(address.start, address.stop) for address in whole]
    spans += [(match.start(), _stop(text, match.start(), match.end())) for match in _BARE.finditer(text)]
    end = 0
    for start, stop in sorted(spans):
        if start >= end and "@" not in text[start:stop].partition("/")[0]:
            yield Part(start, stop, "ext-link", (("ext-link-type", "uri"),))
            end = stop


def _touch(part: Part, other: Part) -> bool:
    return part.start < other.stop and other.start < part.stop
