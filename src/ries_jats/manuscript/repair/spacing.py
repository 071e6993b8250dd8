"""Spaces that extraction put where emphasis ends or begins: `_Hamlet_ .`, `( _Hamlet_ )`, `l’ _Étranger_`."""

import re

from ...article.prose import NoteCall, Prose
from ..document import Document

BEFORE_STOP = re.compile(r"(?<=[\w)\]»”\"’])[ \t]+(?=[.,](?!\s?[.,])(?:[\s)»”\"\]]|$))")
"""No language sets a full stop or a comma off from its word."""
AT_EDGE = re.compile(
    r"(?<=\w)[ \t]+(?=[)\]])|(?<=[(\[])[ \t]+(?=\w)|(?<!\w)(?:[cdjlmnst]|qu)['’]([ \t]+)(?=\w)", re.IGNORECASE
)
"""Spaces that are wrong where the dress changes, between a bracket or an elided word and its neighbour."""
SIGN = re.compile(r"[ \t][.,)\]]|[(\[’'][ \t]")


def close_up(document: Document) -> Document:
    """Without these spaces; those of French punctuation stay."""
    return document.mapped(_closed)


def _closed(prose: Prose) -> Prose:
    text = prose.text
    if not SIGN.search(text):
        return prose
    spans = {match.span() for match in BEFORE_STOP.finditer(text)}
    edges = _edges(prose)
    for match in AT_EDGE.finditer(text) if edges else ():
        start, stop = match.span(1) if match[1] else match.span()
        if start in edges or stop in edges:
            spans.add((start, stop))
    return prose.without(sorted(spans)) if spans else prose


def _edges(prose: Prose) -> set[int]:
    """Where the dress of the text changes; a call-out is none."""
    edges, place = set(), 0
    for marks, runs in prose.dressed():
        length = sum(len(run.text) for run in runs)
        if marks and not any(isinstance(mark, NoteCall) for mark in marks):
            edges |= {place, place + length}
        place += length
    return edges
