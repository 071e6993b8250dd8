"""Characters that only the fonts of a PDF understand: bullets in a private place, spaces without width, hyphens of line
ends.
"""

import re
from collections.abc import Iterator

from ...article.ledger import Departure
from ...article.prose import Prose
from ...findings import finding
from ..characters import Change, entities
from ..document import Document

BULLETS = "\uf020\uf02d\uf06c\uf06e\uf06f\uf071\uf075\uf076\uf09f\uf0a7\uf0a8\uf0b7\uf0be\uf0d8\uf0d6\uf0fc\uf0a3\uf0f0"
"""Places of bullets in the fonts Symbol and Wingdings: https://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/."""
KNOWN = dict.fromkeys(BULLETS, "•") | {
    "\uf020": " ",
    "\uf02d": "-",
    "\uf0be": "—",
    "\uf0a3": "≤",
    "\uf0b0": "°",
    "\uf0b1": "±",
    "\uf0b3": "≥",
    "\uf0b4": "×",
    "\uf0a5": "∞",
    "\uf0ae": "→",
    "\uf0e0": "→",
    "\uf0e8": "→",
    "\uf0bb": "≈",
    "\uf0b9": "≠",
    "\uf0bc": "…",
    "\uf0ab": "★",
}
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
UNSEEN = re.compile("[\u200b\u2060\ufeff]|(?<=[A-Za-zÀ-ɏ])[\u200c\u200d](?=[A-Za-zÀ-ɏ])")
"""Characters without width; those that join and part letters mean something in other scripts than the Latin one."""
CUT = re.compile("\u00ad+[ \t]*(?=[^\\W\\d_])|\u00ad+(?![ \t]*\n)")
"""A soft hyphen, which marked the end of a line that has become a space; one at a line end is the joins' own."""
ODD = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd\u200b-\u200d\u2060\ufeff\u00ad&]")
AROUND = 30


def mend_characters(document: Document) -> Document:
    """With bullets and signs for the characters that stand for them; what means nothing is in the ledger."""
    taken: list[Prose] = []

    def change(prose: Prose) -> Prose:
        if not ODD.search(prose.text):
            return prose
        prose = prose.respelt(entities(prose))
        changes = sorted(_changes(prose))
        taken.extend(prose.cut(start, stop) for start, stop, text in changes if not text)
        return prose.respelt(changes)

    document = _noting_unknown(document.mapped(change), taken)
    for prose in taken:
        kind = Departure.STRAY_MARK if PRIVATE.search(prose.text) else Departure.MARKUP_RESIDUE
        document = document.departing(kind, prose, "a character that is no letter or sign")
    return document


def _noting_unknown(document: Document, taken: list[Prose]) -> Document:
    unknown = [prose for prose in taken if PRIVATE.search(prose.text)]
    if not unknown:
        return document
    at = unknown[0].at or 0
    quote = document.source.read(max(at - AROUND, 0), at + AROUND)
    place = document.source.place(unknown[0].at)
    return document.noting(finding("characters-private", place, " ".join(quote.split()), count=len(unknown)))


def _changes(prose: Prose) -> Iterator[Change]:
    text = prose.words
    for match in PRIVATE.finditer(text):
        yield *match.span(), KNOWN.get(match[0], "")
    for match in UNSEEN.finditer(text):
        yield *match.span(), ""
    for match in CUT.finditer(text):
        yield *match.span(), "" if match.end() < len(text) else "-"
