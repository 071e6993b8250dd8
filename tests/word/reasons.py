"""Which looks an area fails with: for each area the parts of the dress that concern it, and how often each look is exact."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

HEAD = ("title", "subtitle", "translated-titles", "frame", "abstract-languages")
PEOPLE = ("byline", "names", "frame", "corresponding", "orcid", "email")
ABSTRACT = ("abstract-label", "abstract-languages", "abstract-paragraphs", "keywords-label", "keywords-sign")
TEXT = ("tracked", "comments", "looks", "symbols", "links", "bookmarks", "breaks", "split-runs", "languages")
HEADINGS = ("headings", "heading-numbers", "note-in-heading", "bookmarks")
LISTS = ("lists", "ordered-lists", "nested-list", "restarted-list")
QUOTATIONS = ("quotations", "quotation-paragraphs", "epigraph", "verse")
TABLES = ("caption", "caption-style", "header-rows", "merged-cells", "below-table", "layout-table", "note-in-cell")
FIGURES = ("picture", "figure-caption", "caption-style", "alternative-text", "figure-source", "layout-table")
PARAGRAPHS = ("paragraphs", "contents", "dates", "declarations", "columns", "page")
CONCERNS: dict[str, tuple[str, ...]] = {
    "titles": HEAD,
    "authors": (*PEOPLE, "title", "subtitle", "translated-titles"),
    "affiliations": PEOPLE,
    "contacts": PEOPLE,
    "dates": ("dates",),
    "abstracts": ABSTRACT,
    "keywords": ABSTRACT,
    "front": (*HEAD, *PEOPLE, "dates", *ABSTRACT),
    "headings": (*HEADINGS, *PARAGRAPHS),
    "lists": (*LISTS, *QUOTATIONS, "paragraphs"),
    "quotations": (*QUOTATIONS, *LISTS, "paragraphs"),
    "paragraphs": (*PARAGRAPHS, *TEXT, *TABLES, *FIGURES, *QUOTATIONS, "formulas"),
    "notes": ("notes", "note-marks", "note-paragraphs", "note-in-heading", "note-in-cell", "byline"),
    "note-marks": ("notes", "note-marks", "byline"),
    "tables": (*TABLES, "pointers", "formulas"),
    "figures": (*FIGURES, "pointers"),
    "formulas": ("formulas",),
    "pointers": ("pointers", "caption"),
    "citations": ("citations", "references"),
    "references": ("citations", "references", "headings", "dates"),
    "declarations": ("declarations", "headings", "references"),
    "roles": ("declarations",),
    "words": (*TEXT, "contents", "notes", "note-marks", "headings", "references", "frame", "dates", "formulas"),
    "faultless": (*TEXT, "contents", "notes", "note-marks", "references", "frame", "formulas"),
}
TELLING = 0.8
"""A look is told when its seeds are exact at most so much as often as the others'."""


def iter_reasons(area: str, seeds: Iterable[tuple[dict[str, str], bool]]) -> Iterator[str]:
    """The looks with which an area fails, worst first, each with how many of its seeds are exact and of the others'."""
    counts: dict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
    for worn, is_exact in seeds:
        for part in CONCERNS.get(area, ()):
            if part in worn:
                counts[part, worn[part]][is_exact] += 1
    rated = sorted((_lift(look, counts), look) for look in counts)
    for lift, (part, look) in rated:
        if lift <= TELLING:
            hits = counts[part, look]
            yield f"{part}={look} {hits[True]}/{hits.total()}"


def _lift(look: tuple[str, str], counts: dict[tuple[str, str], Counter[bool]]) -> float:
    """How often a look is exact, compared with the other looks of its part."""
    own = counts[look]
    others: Counter[bool] = Counter()
    for (part, name), hits in counts.items():
        if part == look[0] and name != look[1]:
            others.update(hits)
    rate = others[True] / others.total() if others else 0
    return own[True] / own.total() / rate if rate else 1.0
