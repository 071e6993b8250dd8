"""Contributors and affiliations of a sidecar in the place of the recognised ones."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..article.front import Affiliation, Contributor, Front
from ..article.prose import Prose
from ..places import country_code
from .forms import AffForm, ContribForm, Sidecar
from .replaced import Keyed, Replacement
from .texts import normal, plain

_NAME = ("given_names", "surname", "collab")
_PROSE = ("surname", "given_names", "prefix", "suffix", "collab", "email")
_PLACE = ("institution", "city", "country")


class PeopleCorrection:
    """The people of one sidecar against those of one recognised front."""

    def __init__(self, front: Front, sidecar: Sidecar, replacement: Replacement) -> None:
        self._front = front
        self._sidecar = sidecar
        self._replacement = replacement
        self._moved = {place: place for place in range(len(front.affiliations))}
        """For each recognised affiliation its new place; those that are gone have none."""

    def people(self) -> tuple[tuple[Contributor, ...], tuple[Affiliation, ...]]:
        """The contributors, and the affiliations that they point to."""
        affiliations = tuple(self._affiliations()) if self._sidecar.has("aff") else self._front.affiliations
        if self._sidecar.has("contrib"):
            return tuple(self._contributors()), affiliations
        return tuple(self._relinked()), affiliations

    # Affiliations

    def _affiliations(self) -> Iterator[Affiliation]:
        wanted = [Keyed(form, (normal(form.whole),)) for form in self._sidecar.aff if not form.lacks]
        old = [
            Keyed((place, each), (normal(plain(each.text)),), (each.label, each.text))
            for place, each in enumerate(self._front.affiliations)
        ]
        self._moved = {}
        nothing = (-1, Affiliation(Prose()))
        for new, (form, (place, each)) in enumerate(self._replacement.pair("aff", wanted, old, nothing)):
            self._moved[place] = new
            yield self._affiliation(form, each)

    def _affiliation(self, form: AffForm, old: Affiliation) -> Affiliation:
        text = self._replacement.prose("aff.text", old.text, form.whole)
        known = old if text is old.text else Affiliation(Prose())
        divisions = {normal(plain(each)): each for each in known.divisions}
        piece = self._replacement.piece
        parts = {name: piece(text, getattr(known, name), getattr(form, name)) for name in _PLACE}
        return Affiliation(
            text,
            self._replacement.prose("aff.label", old.label, form.label),
            divisions=tuple(piece(text, divisions.get(normal(each), Prose()), each) for each in form.divisions if each),
            country_code=form.country_code or country_code(form.country) or "",
            ror=form.ror,
            **parts,
        )

    # Contributors

    def _relinked(self) -> Iterator[Contributor]:
        for each in self._front.contributors:
            yield replace(each, affiliations=_through(self._moved, each.affiliations))

    def _contributors(self) -> Iterator[Contributor]:
        wanted = [
            Keyed(form, (normal(" ".join(getattr(form, name) for name in _NAME)),))
            for form in self._sidecar.contrib
            if not form.lacks
        ]
        old = [
            Keyed(each, (normal(" ".join(plain(getattr(each, name)) for name in _NAME)),), tuple(_words(each)))
            for each in self._front.contributors
        ]
        for form, each in self._replacement.pair("contrib", wanted, old, Contributor()):
            yield self._contributor(form, each)

    def _contributor(self, form: ContribForm, old: Contributor) -> Contributor:
        """Notes stay the author's: a sidecar has no words for them."""
        prose = self._replacement.prose
        return Contributor(
            roles=self._replacement.proses("contrib.roles", old.roles, form.roles),
            orcid=form.orcid,
            orcid_printed=self._orcid_printed(form.orcid, old.orcid_printed),
            is_corresponding=form.corresponding,
            affiliations=_through(self._numbers(), (number - 1 for number in form.affiliations)),
            notes=old.notes,
            **{name: prose(f"contrib.{name}", getattr(old, name), getattr(form, name)) for name in _PROSE},
        )

    def _orcid_printed(self, orcid: str, printed: Prose) -> Prose:
        if plain(printed).upper() == orcid:
            return printed
        self._replacement.drop("contrib.orcid", printed)
        return Prose()

    def _numbers(self) -> Mapping[int, int]:
        """For each `[[aff]]` the place of its affiliation: a table that says nothing has a number and no place."""
        if not self._sidecar.has("aff"):
            return self._moved
        kept = (number for number, form in enumerate(self._sidecar.aff) if not form.lacks)
        return {number: place for place, number in enumerate(kept)}


def _through(places: Mapping[int, int], wanted: Iterable[int]) -> tuple[int, ...]:
    return tuple(places[place] for place in wanted if place in places)


def _words(each: Contributor) -> Iterator[Prose]:
    yield from (getattr(each, name) for name in _PROSE)
    yield from each.roles
    yield each.orcid_printed
