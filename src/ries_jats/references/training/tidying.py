"""Pieces put in order: spaces and marks between them as printers set them."""

import re

from ..labels import Label
from .labelled import Piece

Pieces = list[Piece]

_SPACES = re.compile(r" {2,}")
_BEFORE_MARK = re.compile(r" +([,.)\]])(?!\w)")
_AFTER_OPENING = re.compile(r"(?<=[(\[]) +")
_UNTIDY = re.compile(r" [ ,.)\]]|[(\[] ")
_LEADING = re.compile(r" *[,.;:]* +")


def tidied(pieces: Pieces) -> Pieces:
    """The pieces without empty ones and doubled spaces, each apart from the next, and no space at the end; marks that
    close a part are of that part.
    """
    kept: Pieces = []
    for label, untidy in pieces:
        text = _spaced(untidy) if _UNTIDY.search(untidy) else untidy
        if kept and (found := _LEADING.match(text)):
            last = kept.pop()
            kept.append(Piece(last.label, _joined(last.text, found[0])))
            text = text[found.end() :]
        if text:
            kept.append(Piece(label, text))
    return _merged(kept)


def _spaced(text: str) -> str:
    return _AFTER_OPENING.sub("", _BEFORE_MARK.sub(r"\1", _SPACES.sub(" ", text)))


def _joined(text: str, leading: str) -> str:
    """The text with the marks that stood at the head of the next piece, and a space."""
    bare, marks = text.rstrip(" "), leading.strip(" ")
    if marks[:1] in (",", "."):
        bare = bare.rstrip(",")
    return f"{bare}{marks[1:] if marks[:1] == '.' == bare[-1:] else marks} "


def _merged(pieces: Pieces) -> Pieces:
    merged: Pieces = []
    for label, text in pieces:
        if merged and merged[-1].label is label:
            merged[-1] = Piece(label, merged[-1].text + text)
        else:
            merged.append(Piece(label, text))
    return merged


def closed_angles(pieces: Pieces) -> Pieces:
    """The pieces, in which an address after `<` has its `>` and both are of the address."""
    closed: Pieces = []
    for label, text in pieces:
        if label is Label.URL and closed and closed[-1].text.endswith("<"):
            lead = closed.pop()
            closed.append(Piece(lead.label, lead.text[:-1]))
            closed.append(Piece(label, enclosed(text, "<>")))
        else:
            closed.append(Piece(label, text))
    return closed


def enclosed(address: str, brackets: str) -> str:
    """An address in brackets, which are before the punctuation that follows it."""
    bare = address.rstrip(" .,>")
    return f"{brackets[0]}{bare}{brackets[1]}{address[len(bare) :].replace('>', '')}"
