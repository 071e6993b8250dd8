"""One seed: an article, one of three kinds of extraction, and what should come back."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.invention.article import Article
from tests.invention.invent import invented

from . import marker, pdftotext, pymupdf
from .demonstration import demonstration
from .extraction import Extraction
from .truth import Truth, truth_of

KINDS: dict[str, Callable[[Article, int], Extraction]] = {
    "marker": marker.extract,
    "pymupdf4llm": pymupdf.extract,
    "pdftotext": pdftotext.extract,
}


OF_DEMONSTRATION = 25
"""One seed in so many is of the demonstration article; plain text does not tell the levels of its headings."""


@dataclass(frozen=True)
class Sample:
    """A damaged article and its truth."""

    seed: int
    kind: str
    article: Article
    extraction: Extraction

    @property
    def truth(self) -> Truth:
        """What should come back."""
        return truth_of(self.article, self.extraction.lost)


def sample(seed: int) -> Sample:
    """The sample of a seed: kinds take turns, and languages within each kind; some are of the demonstration article."""
    kind = list(KINDS)[seed % len(KINDS)]
    is_demonstration = kind != "pdftotext" and seed % OF_DEMONSTRATION == OF_DEMONSTRATION - 1
    article = demonstration() if is_demonstration else invented(seed, tells_levels=kind == "marker")
    return Sample(seed, kind, article, KINDS[kind](article, seed))
