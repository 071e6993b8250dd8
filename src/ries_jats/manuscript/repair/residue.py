"""Remains of markup in the text: tags that were escaped."""

import re
from dataclasses import replace

from ...article.ledger import Departure
from ...article.prose import Prose, Style
from ...article.walk import map_prose
from ..document import Document

TAG = re.compile(r"(?:<|&lt;)/?(?:sup|sub|mark|span|b|i|u|em|strong|a|br)\b[^<>]*>")
RAISED = re.compile(r"(?:<|&lt;)sup>\s*(\d{1,3}|[*†‡])")
"""A number whose raising tag was printed as text."""


def clean_markup(document: Document) -> Document:
    """Escaped tags to the ledger; the number that such a tag raised is raised."""
    taken: list[Prose] = []

    def change(prose: Prose) -> Prose:
        for match in reversed(list(RAISED.finditer(prose.text))):
            number = prose.cut(*match.span(1))
            raised = number if number.is_all(Style.SUP) else number.marked(Style.SUP)
            prose = prose.cut(0, match.start(1)) + raised + prose.cut(match.end(1))
        spans = [match.span() for match in TAG.finditer(prose.text)]
        taken.extend(prose.cut(*span) for span in spans)
        return prose.without(spans) if spans else prose

    blocks = tuple(map_prose(block, change) for block in document.blocks)
    document = replace(document, blocks=blocks)
    for prose in taken:
        document = document.departing(Departure.MARKUP_RESIDUE, prose, "a tag printed as text")
    return document
