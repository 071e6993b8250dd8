"""The dresses: every look that a part of an article may have, and the choice of one for a seed."""

from dataclasses import dataclass, field
from random import Random

LOOKS: dict[str, tuple[str, ...]] = {
    # Front matter
    "title": ("style", "localized-style", "custom-style", "bold-centred", "capitals", "caps-property", "large"),
    "subtitle": ("colon", "own-line", "line-break", "style"),
    "translated-titles": ("none", "below-title", "above-abstract"),
    "byline": ("digits", "letters", "symbols", "blocks", "lines", "starred-note", "automatic-note"),
    "names": ("given-first", "surname-first", "capitals"),
    "frame": ("plain", "plain", "plain", "table", "text-box", "content-controls"),
    "orcid": ("none", "line", "linked", "icon", "line"),
    "email": ("none", "plain", "linked"),
    "corresponding": ("none", "phrase", "starred"),
    "dates": ("none", "line", "lines", "at-the-end"),
    "abstract-label": ("heading", "bold-line", "run-in-bold", "run-in-small-caps", "bold-line"),
    "abstract-languages": ("two", "three", "arabic", "one"),
    "abstract-paragraphs": ("one", "one", "two"),
    "keywords-label": ("run-in-bold", "run-in-small-caps", "own-line"),
    "keywords-sign": ("semicolon", "comma", "dot"),
    # Body
    "headings": (
        "style",
        "localized-style",
        "localized-id",
        "custom-style",
        "outline",
        "bold",
        "bold-italics",
        "capitals",
        "size",
    ),
    "heading-numbers": ("typed", "automatic", "typed", "by-style"),
    "paragraphs": ("first-line", "spacing", "empty-between", "tab"),
    "quotations": ("indent", "style", "localized-style", "small"),
    "quotation-paragraphs": ("one", "two"),
    "epigraph": ("none", "none", "right", "style", "indent"),
    "verse": ("none", "line-breaks", "none", "lines"),
    "lists": ("automatic", "automatic", "style", "typed"),
    "ordered-lists": ("order", "alpha-lower", "roman-lower", "alpha-upper", "roman-upper"),
    "nested-list": ("none", "nested"),
    "restarted-list": ("none", "none", "restarted"),
    "notes": ("footnotes", "footnotes", "endnotes", "roman-endnotes", "both"),
    "note-marks": ("automatic", "automatic", "automatic", "some-custom"),
    "note-paragraphs": ("one", "several"),
    "note-in-heading": ("none", "none", "one"),
    "note-in-cell": ("none", "none", "one"),
    "caption": ("above", "below", "above-sequence", "below-sequence", "above-two-lines"),
    "caption-style": ("plain", "style"),
    "header-rows": ("marked", "bold", "two-marked"),
    "merged-cells": ("none", "across", "down"),
    "below-table": ("nothing", "source", "note", "source-and-note"),
    "layout-table": ("none", "none", "columns", "figure"),
    "picture": ("inline", "anchored"),
    "figure-caption": ("below", "above", "below-sequence"),
    "alternative-text": ("given", "none"),
    "figure-source": ("none", "line"),
    "pointers": ("typed", "field"),
    "formulas": ("none", "inline", "display", "numbered-tab", "numbered-table"),
    "contents": ("none", "none", "none", "field"),
    # Back matter
    "declarations": ("none", "headings", "run-in", "headings"),
    "references": ("hanging", "automatic-numbers", "typed-numbers", "bullets", "style"),
    "citations": ("plain", "zotero", "mendeley", "endnote", "citavi", "word-sources"),
    # Word's own
    "tracked": ("none", "none", "insertions", "deletions", "moves", "all"),
    "comments": ("none", "none", "some"),
    "looks": ("none", "small-caps", "highlight", "hidden"),
    "symbols": ("none", "none", "symbol-font"),
    "links": ("none", "hyperlink", "field"),
    "bookmarks": ("none", "some"),
    "breaks": ("none", "none", "soft-hyphens", "page-breaks", "soft-break"),
    "languages": ("none", "runs", "default"),
    "split-runs": ("none", "revisions", "proofing"),
    "properties": ("right", "misleading", "none"),
    "page": ("plain", "running-head", "page-numbers", "first-page-different"),
    "columns": ("one", "one", "two"),
}
"""What a part may look like; a look that stands twice is twice as frequent."""


@dataclass
class Dress:
    """The looks of one seed; remembers which were really worn."""

    seed: int
    worn: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, part: str) -> str:
        """The look of a part; from now on it is worn."""
        self.worn[part] = chosen(part, self.seed)
        return self.worn[part]

    def settle(self, part: str, look: str) -> None:
        """Another look than the chosen one is worn, because the chosen one does not go with the rest."""
        if self.worn.get(part) not in (None, "none"):
            self.worn[part] = look

    def random(self, purpose: str) -> Random:
        """Chance for a purpose, the same for the same seed."""
        return Random(f"{purpose} {self.seed}")


def chosen(part: str, seed: int) -> str:
    """The look of a part: each run of as many seeds as there are looks has all of them, in an order of its own."""
    looks = LOOKS[part]
    turn, place = divmod(seed, len(looks))
    return Random(f"{part} {turn}").sample(looks, len(looks))[place]


def every_look() -> set[tuple[str, str]]:
    """All parts with all their looks."""
    return {(part, look) for part, looks in LOOKS.items() for look in looks}
