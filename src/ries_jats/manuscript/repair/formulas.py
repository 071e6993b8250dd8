"""Formulas that only dress text: a percent sign, `n^{o}`, the name of a substance."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ...article.ledger import Departure
from ...article.prose import Formula, Prose, Run, Style
from ..document import Document

PIECE = re.compile(
    r"\\(?P<dress>text|textrm|textit|textbf|mathrm|mathbf|mathit|operatorname)\s*\{(?P<words>[^{}\\$^]*)\}"
    r"|\\(?P<escaped>[%&$#_])"
    r"|\\(?P<sign>dagger|ddagger|ast|star|bullet|cdot|circ|ldots|dots|S|P|copyright|textregistered|degree)(?![A-Za-z])"
    r"|(?P<space>\\[ ,;:!]|~|\s+)"
    r"|(?P<level>[\^_])"
    r"|(?P<open>\{)|(?P<close>\})"
    r"|(?P<plain>[\d.,:;%()\[\]/°*†‡§¶–—-]+)"
    r"|(?P<letters>[^\W\d_]+)"
)
SIGNS = {
    "dagger": "†",
    "ddagger": "‡",
    "ast": "*",
    "star": "*",
    "bullet": "•",
    "cdot": "·",
    "circ": "°",
    "ldots": "…",
    "dots": "…",
    "S": "§",
    "P": "¶",
    "copyright": "©",
    "textregistered": "®",
    "degree": "°",
}
STYLES = {"textit": Style.ITALIC, "mathit": Style.ITALIC, "textbf": Style.BOLD, "mathbf": Style.BOLD}
ORDINAL = re.compile(
    r"(?:[nN]\s*\^\s*\{?\s*(?:\\(?:text|textrm|mathrm)\s*\{)?(?:os?|[º°]|\\circ)"
    r"|(?:\d{1,2}|[IVXLC]+)\s*\^\s*\{?\s*(?:\\(?:text|textrm|mathrm)\s*\{)?\s*"
    r"(?:e|er|ers|re|ère|ème|eme|es|o|os|º|°|a|as|ª|th|st|nd|rd|\\circ))\s*\}{0,2}"
)
"""A number, or the abbreviation of the word, with the raised end of its word."""


def undress_formulas(document: Document) -> Document:
    """With text for formulas that hold no mathematics; the commands that dressed it are in the ledger."""
    taken: list[Prose] = []

    def change(prose: Prose) -> Prose:
        if not prose.has(Formula):
            return prose
        return Prose(tuple(run for each in _grouped(prose) for run in _undressed(each, taken)))

    document = document.mapped(change)
    for prose in taken:
        document = document.departing(Departure.MARKUP_RESIDUE, prose, "commands of a formula that was text")
    return document


def _grouped(prose: Prose) -> Iterator[Prose]:
    return (Prose(runs) for _, runs in prose.dressed())


def _undressed(prose: Prose, taken: list[Prose]) -> tuple[Run, ...]:
    if not any(mark == Formula() for mark in prose.runs[0].marks):
        return prose.runs
    pieces = list(_pieces(prose.text))
    if not _is_text(prose.text, pieces):
        return prose.runs
    bare = Prose(
        tuple(replace(run, marks=tuple(m for m in run.marks if not isinstance(m, Formula))) for run in prose.runs)
    )
    return Prose.join(_dressed(bare, pieces, taken)).runs


def _pieces(text: str) -> list[re.Match[str]]:
    """The formula as pieces, empty when something in it is none of them."""
    pieces, place = [], 0
    while place < len(text):
        piece = PIECE.match(text, place)
        if not piece:
            return []
        pieces.append(piece)
        place = piece.end()
    return pieces


def _is_text(text: str, pieces: list[re.Match[str]]) -> bool:
    """Whether there are words, signs or figures and nothing is counted with them."""
    if ORDINAL.fullmatch(text):
        return bool(pieces)
    is_dressed = any(piece["dress"] for piece in pieces)
    levels = any(piece["level"] for piece in pieces)
    has_letters = any(piece["letters"] for piece in pieces)
    is_substance = is_dressed and not any("^" in piece[0] for piece in pieces)
    return bool(pieces) and not has_letters and (not levels or is_substance)


def _dressed(prose: Prose, pieces: list[re.Match[str]], taken: list[Prose]) -> Iterator[Prose]:
    level: Style | None = None
    depth = 0
    for piece in pieces:
        if piece["level"] or piece["open"] or piece["close"]:
            level = (Style.SUP if piece["level"] == "^" else Style.SUB) if piece["level"] else level
            depth += bool(piece["open"]) - bool(piece["close"])
            level = None if piece["close"] and not depth else level
            continue
        words = _words(prose, piece, taken)
        yield words.marked(level) if level else words
        level = level if depth else None


def _words(prose: Prose, piece: re.Match[str], taken: list[Prose]) -> Prose:
    whole = prose.cut(*piece.span())
    if piece["dress"]:
        start, stop = piece.span("words")
        taken += [prose.cut(piece.start(), start), prose.cut(stop, piece.end())]
        style = STYLES.get(piece["dress"])
        words = prose.cut(start, stop)
        return words.marked(style) if style else words
    text = piece["escaped"] or SIGNS.get(piece["sign"] or "") or (" " if piece["space"] else "")
    return whole.respelt([(0, len(whole.text), text)]) if text else whole
