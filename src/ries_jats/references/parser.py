"""The parser of references: printed strings → what stands where in them.

The model says which words are author, title, journal and so on; what has a grammar of its own (identifiers, dates,
numbers, names) is found by rules within what the model says.
"""

from collections.abc import Sequence

from ..article.references import ParsedReference
from .drafting import drafted
from .mending import mended
from .tagger import read


def parse_references(strings: Sequence[str]) -> list[ParsedReference]:
    """Each string with its parts, in the order of the strings."""
    return [parse_reference(text) for text in strings]


def parse_reference(text: str) -> ParsedReference:
    """One string with its parts."""
    return drafted(read(text), mended)
