"""The parser of references: printed strings → what stands where in them.

The model says which words are author, title, journal and so on; what has a grammar of its own (identifiers, dates,
numbers, names) is found by rules within what the model says.
"""

from collections.abc import Sequence

from ..article.references import ParsedReference
from .drafting import Draft
from .mending import mended
from .tagger import read

CERTAIN = 0.4
"""What the model gives less than this is left plain text."""


def parse_references(strings: Sequence[str]) -> list[ParsedReference]:
    """Each string with its parts, in the order of the strings."""
    return [parse_reference(text) for text in strings]


def parse_reference(text: str) -> ParsedReference:
    """One string with its parts."""
    reading = read(text)
    if not reading.tokens:
        return ParsedReference(text, certainty=0.0)
    segments = [segment for segment in mended(reading, reading.segments()) if segment.certainty >= CERTAIN]
    draft = Draft(reading, segments)
    draft.lay()
    certainty = min((segment.certainty for segment in segments), default=0.0)
    return ParsedReference(text, draft.layout.parts(), draft.publication_type, certainty)
