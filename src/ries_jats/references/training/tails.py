"""What follows a reference: where the work is to be found, another work in the same note, a sentence of the author."""

from collections.abc import Sequence
from random import Random

from ..labels import Label
from .labelled import Piece
from .printed import Printed
from .punctuation import ended
from .tidying import Pieces
from .words import Words

_SHARE = 0.55
_KINDS = frozenset({"article", "book", "edited", "chapter", "thesis", "conference", "report", "paper", "newspaper"})
_DOI_LEADS = ("DOI : ", "DOI: ", "doi:", "doi: ", "DOI ", "Doi: ", "doi : ", "", "DOI:")
_ISBN_LEADS = ("ISBN ", "ISBN : ", "ISBN: ", "ISBN-13: ", "isbn ", "I.S.B.N. ")
_ADDRESS_LEADS = ("", "", "", "DOI: ", "DOI : ", "doi: ")
_BETWEEN = ("; ", " ; ", ". ", "; ", ", ", " ; ")
_BEFORE = (". ", ". ", ", ", " ")


def with_address(pieces: Pieces, printed: Printed) -> Pieces:
    """The pieces and, if there is none yet but the record knows one, an address, in half of them."""
    labels = {label for label, _ in pieces}
    if printed.has("isbn") and Label.ISBN not in labels:
        return [
            *_led(pieces, printed.rng.choice(_BEFORE)),
            Piece(Label.ISBN, printed.rng.choice(_ISBN_LEADS) + printed.value("isbn")),
        ]
    if labels & {Label.URL, Label.DOI} or printed.record.kind not in _KINDS or printed.rng.random() > _SHARE:
        return pieces
    tail = _tail(printed)
    return [*_led(pieces, printed.rng.choice(_BEFORE)), *tail] if tail else pieces


def _tail(printed: Printed) -> Pieces:
    rng = printed.rng
    if printed.has("doi"):
        if rng.random() < 0.5:
            return [Piece(Label.DOI, rng.choice(_DOI_LEADS) + printed.value("doi"))]
        return [Piece(Label.URL, rng.choice(_ADDRESS_LEADS) + printed.value("doi_url"))]
    if not printed.has("url"):
        return []
    lead = [Piece(Label.NOTE, printed.value("retrieved"))] if rng.random() < 0.6 else []
    accessed = [Piece(Label.NOTE, f" {printed.value('accessed_note')}")] if rng.random() < 0.35 else []
    return [*lead, Piece(Label.URL, printed.value("url")), *accessed]


def _led(pieces: Sequence[Piece], before: str) -> Pieces:
    """The pieces, of which the last ends with a mark and a space."""
    label, text = pieces[-1]
    bare = text.rstrip(" .,;:")
    return [*pieces[:-1], Piece(label, bare + before)] if bare else [*pieces]


def joined(first: Pieces, second: Pieces, words: Words, rng: Random) -> Pieces:
    """Two works in one note, perhaps with words that lead from one to the other."""
    lead = [Piece(Label.NOTE, words.grammar.words("also", rng))] if "also" in words.terms and rng.random() < 0.5 else []
    return [*_stopped(first, rng.choice(_BETWEEN)), *lead, *second]


def with_prose(pieces: Pieces, words: Words, rng: Random) -> Pieces:
    """The reference and a sentence of the author, where the language has such sentences."""
    if "prose" not in words.terms:
        return pieces
    return [*_stopped(pieces, ". "), Piece(Label.NOTE, words.grammar.words("prose", rng))]


def _stopped(pieces: Sequence[Piece], stop: str) -> Pieces:
    label, text = pieces[-1]
    return [*pieces[:-1], Piece(label, ended(text, "") + stop)]
