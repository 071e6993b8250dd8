"""Characters that stand for others wherever a text comes from: ligatures, letters apart from their accents, soft
hyphens, entities that were escaped twice.

They are what a font, a keyboard or a web page made of the author's letters, so that they are put right in every
manuscript.
"""

import html
import re
import unicodedata
from collections.abc import Iterator

from ..article.ledger import Departure
from ..article.prose import Prose
from .document import Document

LIGATURE = re.compile("[\ufb00-\ufb06]")
APART = re.compile("[A-Za-zÀ-ɏͰ-ӿḀ-ỿ][\u0300-\u036f]+")
"""A letter of Latin, Greek or Cyrillic script with its accents after it."""
SOFT_HYPHEN = re.compile("(?<=\\w)\u00ad+(?=\\w)")
NAMED = re.compile(r"&(?:amp;)*(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z][A-Za-z0-9]{1,30});")
"""An entity that is text: it was escaped twice."""
MARKUP = frozenset("<>")
"""Signs that an author who writes of markup may have meant to print as entities."""
CHANGED = re.compile(f"[\ufb00-\ufb06\u0300-\u036f\u00ad]|{NAMED.pattern}")

Change = tuple[int, int, str]


def plain_characters(document: Document) -> Document:
    """With every letter as its author typed it; the soft hyphens are in the ledger."""
    taken: list[Prose] = []

    def change(prose: Prose) -> Prose:
        if not CHANGED.search(prose.text):
            return prose
        changes = sorted((*_letters(prose), *_soft_hyphens(prose), *entities(prose, but=MARKUP)))
        taken.extend(prose.cut(start, stop) for start, stop, text in changes if not text)
        return prose.respelt(changes)

    document = document.mapped(change)
    return document.departing(Departure.MARKUP_RESIDUE, Prose.join(taken), "soft hyphens inside words")


def entities(prose: Prose, but: frozenset[str] = frozenset()) -> Iterator[Change]:
    """The characters that entities printed as text stand for, but for those of `but`."""
    for match in NAMED.finditer(prose.words):
        character = decoded(match[0])
        if len(character) == 1 and character not in but and (character.isprintable() or character.isspace()):
            yield *match.span(), character


def decoded(entity: str) -> str:
    """What an entity stands for, however often its ampersand was escaped; itself when it stands for nothing."""
    return html.unescape(re.sub("&(?:amp;)+", "&", entity)) if entity.count(";") > 1 else html.unescape(entity)


def _letters(prose: Prose) -> Iterator[Change]:
    for match in LIGATURE.finditer(prose.words):
        yield *match.span(), unicodedata.normalize("NFKC", match[0])
    for match in APART.finditer(prose.words):
        composed = unicodedata.normalize("NFC", match[0])
        if len(composed) == 1:
            yield *match.span(), composed


def _soft_hyphens(prose: Prose) -> Iterator[Change]:
    """None inside a word; a hyphen between figures or before a capital, where some fonts have no other sign for it."""
    text = prose.words
    for match in SOFT_HYPHEN.finditer(text):
        before, after = text[match.start() - 1], text[match.end()]
        is_in_word = before.isalpha() and after.isalpha() and (before.isupper() or not after.isupper())
        yield *match.span(), "" if is_in_word else "-"
