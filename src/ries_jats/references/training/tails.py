"""Where a work is to be found, said at the end of a reference whose form does not say it."""

from collections.abc import Sequence

from ..labels import Label
from .labelled import Piece
from .printed import Printed
from .tidying import Pieces

_SHARE = 0.55
_KINDS = frozenset({"article", "book", "edited", "chapter", "thesis", "conference", "report", "paper", "newspaper"})
_DOI_LEADS = ("DOI : ", "DOI: ", "doi:", "doi: ", "DOI ", "Doi: ", "doi : ", "", "DOI:")
_ISBN_LEADS = ("ISBN ", "ISBN : ", "ISBN: ", "ISBN-13: ", "isbn ", "I.S.B.N. ")
_ADDRESS_LEADS = ("", "", "", "DOI: ", "DOI : ", "doi: ")
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
