"""An article as lines of text, area by area: the common form of what it should be and of what was made of it."""

import re
from collections import Counter
from dataclasses import dataclass

FRONT = ("titles", "authors", "affiliations", "contacts", "dates", "abstracts", "keywords")
PARTS = ("headings", "lists", "quotations", "paragraphs")
"""What the structure is made of, each alone, to tell where it fails."""
MATTER = (
    "structure",
    *PARTS,
    "notes",
    "note-marks",
    "tables",
    "figures",
    "formulas",
    "pointers",
    "citations",
    "references",
)
BACK = ("declarations", "roles")
AREAS = (*FRONT, *MATTER, *BACK)
BEFORE_CALL = re.compile(r"\s+(?=⟦)")
AFTER_CALL = re.compile(r"(?<=⟧)\s+(?=[.,;:!?)\]»”])")
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Lines:
    """Lines of each area, and how often each word is there."""

    areas: dict[str, tuple[str, ...]]
    words: Counter[str]


def spaced(text: str) -> str:
    """With white space of one kind, none where a call-out is set off by it, and without soft hyphens."""
    text = AFTER_CALL.sub("", BEFORE_CALL.sub("", text.replace("\u00ad", "")))
    return " ".join(text.split())


def bare(text: str) -> str:
    """A label without the signs around it."""
    return spaced(text).strip(" .)(-–—:[]")


def words_of(text: str) -> list[str]:
    """The words of a text in small letters."""
    return [word.casefold() for word in WORD.findall(text.replace("\u00ad", ""))]


def parts_of(structure: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The lines of the structure sorted by what they are."""
    parts: dict[str, list[str]] = {name: [] for name in PARTS}
    for line in structure:
        first = line.split(" ")[0] if line.strip() else ""
        if line.startswith("§"):
            parts["headings"].append(line)
        elif first in (">", "epigraph", "verse"):
            parts["quotations"].append(line)
        elif first == "p":
            parts["paragraphs"].append(line)
        elif not line.startswith("["):
            parts["lists"].append(line)
    return {name: tuple(lines) for name, lines in parts.items()}
