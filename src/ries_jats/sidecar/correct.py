"""A sidecar's corrections put into recognised front matter."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..article.front import EventDate, Front, Numbering, TitleGroup, Translated
from ..article.ledger import Entry
from ..article.prose import Prose
from .forms import DATE_TYPES, Sidecar, TransTitleForm
from .parts import PartsCorrection
from .people import PeopleCorrection
from .replaced import Keyed, Replacement
from .texts import normal, plain

NUMBERS = ("volume", "issue", "year", "fpage", "lpage", "elocation_id")


def apply_sidecar(front: Front, sidecar: Sidecar) -> tuple[Front, tuple[Entry, ...]]:
    """The front matter with the sidecar's fields in place of the recognised ones, and the words that gave way.

    Where the sidecar says the same as the manuscript, the words stay those of the manuscript, with their addresses.
    """
    correction = _Correction(front, sidecar)
    return correction.front(), tuple(correction.replacement.ledger)


class _Correction:
    """One sidecar against one recognised front."""

    def __init__(self, front: Front, sidecar: Sidecar) -> None:
        self._front = front
        self._sidecar = sidecar
        self.replacement = Replacement(front.others)

    def front(self) -> Front:
        """All fields; what the sidecar does not set stays. `others` come last, when all fields have taken theirs."""
        front, sidecar = self._front, self._sidecar
        contributors, affiliations = PeopleCorrection(front, sidecar, self.replacement).people()
        language = sidecar.language or front.language
        parts = PartsCorrection(front, sidecar, self.replacement, language)
        return replace(
            front,
            language=language,
            article_type=sidecar.article_type or front.article_type,
            heading=self._prose("heading", front.heading),
            title_group=self._title_group(front.title_group),
            contributors=contributors,
            affiliations=affiliations,
            dates=tuple(self._dates()),
            abstracts=parts.abstracts(),
            keywords=parts.keywords(),
            numbering=self._numbering(front.numbering),
            products=parts.products(),
            statements=parts.statements(),
            corresponding=self._corresponding(),
            suggested_citation=self._prose("suggested_citation", front.suggested_citation),
            journal_title=self._prose("journal_title", front.journal_title),
            license_text=self._license_text(),
            license_url=sidecar.license.url if sidecar.license.has("url") else front.license_url,
            others=tuple(self.replacement.others),
        )

    def _prose(self, key: str, old: Prose) -> Prose:
        return self.replacement.called_prose(key, old, getattr(self._sidecar, key)) if self._sidecar.has(key) else old

    # Titles

    def _title_group(self, group: TitleGroup) -> TitleGroup:
        title, subtitle = self._prose("title", group.title), self._prose("subtitle", group.subtitle)
        if not self._sidecar.has("trans_title"):
            return TitleGroup(title, subtitle, group.translations)
        return TitleGroup(title, subtitle, tuple(self._translations(group.translations)))

    def _translations(self, old: Sequence[Translated]) -> Iterator[Translated]:
        forms = [form for form in self._sidecar.trans_title if not form.lacks]
        wanted = [Keyed(form, (normal(form.title), form.language)) for form in forms]
        recognised = [
            Keyed(each, (normal(plain(each.title)), each.language), (each.title, each.subtitle)) for each in old
        ]
        for form, each in self.replacement.pair("trans_title", wanted, recognised, Translated("", Prose())):
            yield self._translated(form, each)

    def _translated(self, form: TransTitleForm, old: Translated) -> Translated:
        title = self.replacement.called_prose("trans_title.title", old.title, form.title)
        subtitle = self.replacement.called_prose("trans_title.subtitle", old.subtitle, form.subtitle)
        return Translated(form.language, title, subtitle)

    # Other lines

    def _corresponding(self) -> tuple[Prose, ...]:
        old = self._front.corresponding
        given = self._sidecar.has("corresp")
        return self.replacement.proses("corresp", old, self._sidecar.corresp) if given else old

    def _license_text(self) -> Prose:
        old, form = self._front.license_text, self._sidecar.license
        return self.replacement.called_prose("license.text", old, form.text) if form.has("text") else old

    # Dates and numbers

    def _dates(self) -> Iterator[EventDate]:
        """Of a kind that the sidecar gives, its dates and no others."""
        form = self._sidecar.dates
        wanted = {kind: form.of(key) for key, kind in DATE_TYPES.items() if form.has(key)}
        for old in self._front.dates:
            if old.kind not in wanted:
                yield old
            elif old.iso in wanted[old.kind]:
                wanted[old.kind].remove(old.iso)
                yield old
            else:
                self.replacement.drop(f"dates.{old.kind}", old.printed)
        yield from (EventDate(kind, iso) for kind, isos in wanted.items() for iso in isos)

    def _numbering(self, old: Numbering) -> Numbering:
        doi = self._sidecar.doi if self._sidecar.has("doi") else old.doi
        return Numbering(**{key: self._prose(key, getattr(old, key)) for key in NUMBERS}, doi=doi)
