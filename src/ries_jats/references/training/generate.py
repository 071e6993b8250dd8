"""References without end, each with its labels: a record, printed in a style, with the wear of real pages."""

from collections.abc import Iterator, Mapping
from random import Random

from ...article.references import PublicationType
from ..labels import Label
from .forms import Form
from .labelled import Labelled, Piece
from .marks import NamePart, name_parts, unmarked
from .noise import french_spaces, typographic_apostrophes, worn
from .parts import Parts
from .printed import Printed
from .punctuation import ended
from .records import Maker
from .rendered import Rendered
from .styles import Style, styles
from .tails import joined, with_address, with_prose
from .tidying import Pieces, closed_angles, tidied
from .words import words

LANGUAGE_SHARES: Mapping[str, float] = {"fr": 0.42, "es": 0.28, "en": 0.22, "pt": 0.04, "it": 0.02, "de": 0.02}
"""How much of each language is printed, as journals of the Francophone and Hispanic world need it."""
KIND_SHARES: Mapping[str, float] = {
    "article": 26,
    "book": 30,
    "edited": 5,
    "chapter": 17,
    "thesis": 4,
    "conference": 3,
    "report": 4,
    "paper": 2,
    "web": 6,
    "newspaper": 5,
    "law": 3,
    "archive": 1.5,
    "short": 10,
    "data": 6,
    "other": 6,
}
"""How often works of each kind are referred to."""
TYPES: Mapping[str, PublicationType] = {
    "article": PublicationType.JOURNAL,
    "book": PublicationType.BOOK,
    "edited": PublicationType.BOOK,
    "chapter": PublicationType.CHAPTER,
    "thesis": PublicationType.THESIS,
    "conference": PublicationType.CONFERENCE,
    "report": PublicationType.REPORT,
    "paper": PublicationType.WORKING_PAPER,
    "web": PublicationType.WEB,
    "newspaper": PublicationType.NEWSPAPER,
    "law": PublicationType.LEGISLATION,
    "data": PublicationType.DATA,
}
"""The type of each kind; of the others nothing more is said."""
FOREIGN = 0.22
"""How often the work may be in another language than the reference."""
WORK_SHARES: Mapping[str, float] = {"en": 0.35, "fr": 0.22, "es": 0.15, "de": 0.08, "it": 0.07, "pt": 0.06, "ar": 0.07}
"""The languages of those works; Arabic is in Latin letters."""
JOINED = 0.03
"""How often a note names two works; the publication type is that of the first."""
PROSE = 0.02
"""How often a sentence of the author follows in the note."""
_NOTES = 0.4
_RARE = frozenset({"collection", "series", "edition", "translators", "isbn", "tome", "extent"})
_AMONG = 5
_TRIES = 20
_NO_STOP = (Label.URL, Label.DOI)
_PEOPLE = frozenset({Label.AUTHOR, Label.EDITOR, Label.TRANSLATOR, Label.DIRECTOR, Label.PRODUCER})


def references(count: int, seed: int, language: str = "", parts: Parts | None = None) -> Iterator[Rendered]:
    """So many strings, the same for the same seed; only of one language if it is named; with parts of real references
    in some of them, if there are any.
    """
    for place in range(count):
        yield reference(Random(seed * 1_000_003 + place), language, parts)  # noqa: S311 nothing here is secret


def reference(rng: Random, language: str = "", parts: Parts | None = None) -> Rendered:
    """One string, by what chance gives."""
    style = _style(language or _chosen(LANGUAGE_SHARES, rng), rng)
    kind = _kind(style, rng)
    pieces = tidied(_pieces(style, kind, rng, parts))
    if style.is_notes and rng.random() < JOINED:
        pieces = joined(pieces, tidied(_pieces(style, _kind(style, rng), rng, parts)), words(style.language), rng)
    elif style.is_notes and rng.random() < PROSE:
        pieces = with_prose(pieces, words(style.language), rng)
    pieces = _finished(pieces, style, rng)
    printed = unmarked(pieces)
    return Rendered(
        printed,
        names=_names(pieces, printed),
        publication_type=TYPES.get(kind, PublicationType.OTHER),
        language=style.language,
        style=style.name,
    )


def _kind(style: Style, rng: Random) -> str:
    return _chosen({kind: KIND_SHARES[kind] for kind in style.forms}, rng)


def _style(language: str, rng: Random) -> Style:
    is_notes = rng.random() < _NOTES
    own = [style for style in styles(language) if style.is_notes is is_notes]
    return rng.choices(own, [style.weight for style in own])[0]


def _chosen(shares: Mapping[str, float], rng: Random) -> str:
    return rng.choices((*shares,), (*shares.values(),))[0]


def _pieces(style: Style, kind: str, rng: Random, parts: Parts | None) -> Pieces:
    written_in = _chosen(WORK_SHARES, rng) if rng.random() < FOREIGN else style.language
    maker, manner = Maker(written_in, rng, parts), style.manner(rng)
    for _ in range(_TRIES):
        printed = Printed(maker.record(kind), words(style.language), manner, rng)
        form = _form(style.forms[kind], printed)
        if form.fits(printed):
            return with_address([*form.pieces(printed)], printed)
    raise LookupError(f"no record of {kind} fits the style {style.name}")


def _form(forms: tuple[Form, ...], printed: Printed) -> Form:
    """One of the forms; of a few, in half of the strings, that which says the most of what few records have."""
    some = printed.rng.choices(forms, k=_AMONG) if printed.rng.random() < 0.5 else printed.rng.choices(forms)
    return max(some, key=lambda form: sum(printed.has(field) for field in form.fields & _RARE))


def _finished(pieces: Pieces, style: Style, rng: Random) -> Pieces:
    if style.language == "fr":
        pieces = french_spaces(pieces, rng)
    pieces = typographic_apostrophes(closed_angles(_stopped(pieces, rng)), rng)
    pieces = worn(pieces, rng, in_list=not style.is_notes)
    return [piece for piece in tidied(pieces) if piece.text]


def _stopped(pieces: Pieces, rng: Random) -> Pieces:
    label, text = pieces[-1]
    stop = "." if rng.random() < (0.25 if label in _NO_STOP else 0.8) else ""
    last = text.rstrip(" ,;:.") + stop if label in _NO_STOP else ended(text, stop)
    return [*pieces[:-1], Piece(label, last)] if last else pieces[:-1]


def _names(pieces: Pieces, printed: tuple[Piece, ...]) -> tuple[NamePart, ...]:
    """The parts of the names of people; of a body that publishes, none."""
    people = [(start, stop) for start, stop, label in Labelled(printed).spans() if label in _PEOPLE]
    parts = name_parts("".join(piece.text for piece in pieces))
    return tuple(part for part in parts if any(start <= part.start < stop for start, stop in people))
