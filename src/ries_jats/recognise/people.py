"""Authors and affiliations of a classified head, linked by markers, by notes or by place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..article.blocks import Note
from ..article.front import Affiliation, Contributor
from ..article.ledger import Departure, Entry
from ..article.prose import NoteCall, Origin, Prose
from ..article.source import Source
from ..article.walk import all_prose
from ..findings import Finding, finding
from ..lexicon import fold, word_at_start
from .addressees import Addressees
from .affiliation_lines import whole_affiliations
from .affiliations import (
    is_institution,
    is_place_line,
    iter_labels,
    parse_affiliation,
)
from .byline import LEADING_ARTICLE, Person, read_byline, starts_role, trailer_start
from .classify import Kind
from .contacts import iter_contacts, linked_orcid, without_contacts
from .drafts import Draft, is_named, name_end, owns
from .head import Classified
from .marked import labelled
from .names import NameHabits, parse_name

NOTE_MARK = re.compile(r"\s*[*∗†‡§¶]+\s*")
"""What an author types before the text of a note that is not counted."""
ROLE_END = re.compile(r"\s*[,;–—]\s*|\s+-\s+|\s+(?:à|au|en|at|of the|de la|del)\s+(?:l['’]\s*)?(?=[A-ZÀ-Þ])|\n")


@dataclass(frozen=True)
class People:
    """What the byline and the lines below it say."""

    contributors: tuple[Contributor, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    corresponding: tuple[Prose, ...] = ()
    used_notes: frozenset[str] = frozenset()
    ledger: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()


class PeopleReader:
    """Reads the lines in order."""

    def __init__(self, habits: NameHabits, notes: Sequence[Note], source: Source) -> None:
        self._habits = habits
        self._notes = {note.key: note for note in notes}
        self._source = source
        self._drafts: list[Draft] = []
        self._affiliations: list[tuple[Affiliation, str, int]] = []
        """Each with its printed marker and the group of authors it stands under."""
        self._group = 0
        self._after_affiliation = False
        self._corresponding: list[Prose] = []
        self._ledger: list[Entry] = []
        self._findings: list[Finding] = []
        self._addressees = Addressees(self._drafts, self._ledger, self._findings, source)
        self._used_notes: set[str] = set()
        self._pending: list[Prose] = []

    def read(self, lines: Sequence[Classified]) -> People:
        """The people of a head."""
        handlers = {
            Kind.AUTHORS: self._read_authors,
            Kind.ROLE: self._read_role,
            Kind.AFFILIATION: self._read_affiliation,
            Kind.CONTACT: self._read_contact,
            Kind.CORRESPONDING: self._read_corresponding,
            Kind.FLAG: self._read_flag,
        }
        for each in lines:
            if each.kind is not Kind.AFFILIATION:
                self._flush()
            if each.kind in handlers:
                handlers[each.kind](each.line.prose)
        self._flush()
        self._read_notes()
        self._link()
        return People(
            tuple(self._finished(draft) for draft in sorted(self._drafts, key=lambda each: each.order)),
            tuple(affiliation for affiliation, _, _ in self._affiliations),
            tuple(self._corresponding),
            frozenset(self._used_notes),
            tuple(self._ledger),
            tuple(self._findings),
        )

    # Authors

    def _read_authors(self, prose: Prose) -> None:
        if self._after_affiliation:
            self._group += 1
            self._after_affiliation = False
        byline = read_byline(without_contacts(prose))
        if not byline:
            return
        self._ledger += [Entry(Departure.FIELD_LABEL, joint, "joins authors") for joint in byline.joints]
        for person in byline.people:
            known = self._known(person)
            if known:
                self._return_to(known, person)
                self._give_orcid(known, linked_orcid(prose))
            else:
                self._add(person, linked_orcid(prose))
        self._addressees.take(prose, self._drafts[-1:])

    def _known(self, person: Person) -> Draft | None:
        """The author whose name is printed a second time, above an address or a role."""
        name = fold(parse_name(person.name, self._habits).contributor().name)
        return next((draft for draft in self._drafts if fold(draft.contributor.name) == name), None)

    def _return_to(self, draft: Draft, person: Person) -> None:
        self._ledger.append(Entry(Departure.DUPLICATE, person.name, "the author's name again"))
        self._drafts.remove(draft)
        self._drafts.append(draft)
        self._group += 1
        draft.group = self._group
        draft.markers |= frozenset(person.markers)
        draft.calls += tuple(key for key in person.calls if key not in draft.calls)
        if person.trailer:
            self._read_trailer(person.trailer)

    @staticmethod
    def _give_orcid(draft: Draft, orcid: str) -> None:
        if orcid and not draft.contributor.orcid:
            draft.contributor = replace(draft.contributor, orcid=orcid)

    def _add(self, person: Person, orcid: str) -> None:
        name = parse_name(person.name, self._habits)
        if not name.is_sure:
            place = self._source.place(person.name.at)
            parts = {"given": name.given_names.text, "surname": name.surname.text}
            self._findings.append(finding("name-uncertain", place, quote=person.name.text, **parts))
        contributor = replace(name.contributor(), orcid=orcid)
        draft = Draft(contributor, frozenset(person.markers), person.calls, self._group, order=len(self._drafts))
        self._drafts.append(draft)
        if person.trailer and person.owns_trailer and is_institution(person.trailer.text):
            self._flush()
            draft.affiliations.add(len(self._affiliations))
            self._affiliations.append((parse_affiliation(person.trailer), "", -1))
        elif person.trailer and starts_role(person.trailer.text) and (person.markers or person.calls):
            self._give_role(person.trailer)
        elif person.trailer:
            self._read_trailer(person.trailer)

    def _read_trailer(self, trailer: Prose) -> None:
        article = LEADING_ARTICLE.match(trailer.text)
        if starts_role(trailer.text) or (article and starts_role(trailer.text[article.end() :])):
            self._read_role(trailer)
        else:
            self._read_affiliation(trailer)
            self._flush()

    # Roles

    def _read_role(self, prose: Prose) -> None:
        """A role, and the institution that may follow it on the line."""
        rest = without_contacts(prose)
        self._addressees.take(prose, self._drafts[-1:])
        role, institution = self._split_role(_without_calls(rest))
        if self._drafts and role:
            self._give_role(role)
        self._add_calls(rest)
        if institution:
            self._read_affiliation(institution)

    def _split_role(self, prose: Prose) -> tuple[Prose, Prose]:
        for match in ROLE_END.finditer(prose.text):
            rest = prose.cut(match.end())
            if is_institution(rest.text) and not starts_role(rest.text):
                joint = prose.cut(*match.span())
                self._ledger.append(Entry(Departure.FIELD_LABEL, joint, "joins role and institution"))
                return prose.cut(0, match.start()).strip(" ,;"), rest
        return prose, Prose()

    def _give_role(self, role: Prose) -> None:
        draft = self._drafts[-1]
        draft.contributor = replace(draft.contributor, roles=(*draft.contributor.roles, role))

    def _add_calls(self, prose: Prose) -> None:
        if self._drafts:
            calls = tuple(mark.key for run in prose.runs for mark in run.marks if isinstance(mark, NoteCall))
            self._drafts[-1].calls += calls

    # Affiliations

    def _read_affiliation(self, prose: Prose) -> None:
        self._after_affiliation = True
        for printed, marker in labelled(prose):
            piece, owner = self._without_name(printed)
            self._addressees.take(piece, [owner] if owner else self._linked(marker.text))
            self._add_calls(piece)
            printed_rest = self._without_names(_without_calls(without_contacts(piece)))
            printed_rest = self._without_correspondence(printed_rest, [owner] if owner else self._linked(marker.text))
            rest = self._without_role(printed_rest, marker.text)
            if owner and rest:
                self._flush()
                owner.affiliations.add(len(self._affiliations))
                self._affiliations.append((parse_affiliation(rest), "", -1))
            elif marker:
                self._flush()
                self._store(rest, marker)
            elif rest:
                self._pending.append(rest)

    def _without_name(self, piece: Prose) -> tuple[Prose, Draft | None]:
        """An affiliation that begins with the name of its author: `Martin, A., University of …`."""
        for draft in self._drafts:
            end = name_end(draft.contributor, piece.text)
            if end:
                self._ledger.append(Entry(Departure.DUPLICATE, piece.cut(0, end), "the author's name again"))
                return piece.cut(end).strip(" ,;:–-"), draft
        return piece, None

    def _without_correspondence(self, rest: Prose, drafts: list[Draft]) -> Prose:
        """Without the words that tell a corresponding author, which stand after an affiliation."""
        for match in re.finditer(r"(?<=[\s(.,;])[^\W\d_]", rest.text):
            length = word_at_start("labels", "corresponding", rest.text[match.start() :])
            if length and not rest.text[match.start() + length :].strip(" .)"):
                for draft in drafts[:1]:
                    draft.contributor = replace(draft.contributor, is_corresponding=True)
                said = rest.cut(match.start())
                self._ledger.append(Entry(Departure.FIELD_LABEL, said, "tells the corresponding author"))
                return rest.cut(0, match.start()).strip(" \t\n,;:.(–-")
        return rest

    def _without_names(self, rest: Prose) -> Prose:
        """Without authors' names in parentheses, which said whose an address was."""
        spans = [
            match.span()
            for match in re.finditer(r"\s*\(([^()]*)\)\s*;?", rest.text)
            if any(is_named(draft.contributor, match[1]) for draft in self._drafts)
        ]
        self._ledger += [Entry(Departure.DUPLICATE, rest.cut(*span), "says whose an address is") for span in spans]
        return rest.without(spans).strip(" \t\n,;:.–-") if spans else rest

    def _without_role(self, rest: Prose, marker: str) -> Prose:
        """A role before the institution in a marked line goes to the authors of the mark."""
        if not marker or not (starts_role(rest.text) or _holds_role(rest.text)):
            return rest
        role, institution = self._split_role(rest)
        if not institution and not starts_role(rest.text):
            return rest
        for draft in self._linked(marker)[:1]:
            draft.contributor = replace(draft.contributor, roles=(*draft.contributor.roles, role))
        return institution

    def _linked(self, marker: str) -> list[Draft]:
        marked = [draft for draft in self._drafts if marker and marker in draft.markers]
        return marked or self._drafts[-1:]

    def _flush(self) -> None:
        """Lines without markers that follow one another are one affiliation, unless each is whole in itself."""
        pending, self._pending = self._pending, []
        for group in whole_affiliations(pending):
            self._store(Prose.join(group, ", "), Prose())

    def _store(self, printed: Prose, marker: Prose) -> None:
        affiliation = parse_affiliation(printed, marker)
        if affiliation.text:
            self._affiliations.append((affiliation, marker.text, self._group))

    # Contacts

    def _read_contact(self, prose: Prose) -> None:
        contacts = list(iter_contacts(prose))
        rest = without_contacts(prose)
        label = next(iter_labels(rest.text), None)
        drafts = self._linked(label[1]) if label else self._next_without(contacts)
        if orcid := linked_orcid(prose):
            named = [draft for draft in self._drafts if is_named(draft.contributor, rest.text)]
            for draft in named if len(named) == 1 else drafts[-1:]:
                draft.contributor = replace(draft.contributor, orcid=orcid)
        self._addressees.take(prose, drafts)
        if rest:
            self._ledger.append(Entry(Departure.FIELD_LABEL, rest, "names an address or identifier"))

    def _next_without(self, contacts: Sequence[object]) -> list[Draft]:
        """Several addresses are given out in the order of the authors."""
        return self._drafts if len(contacts) > 1 else self._drafts[-1:]

    def _read_flag(self, prose: Prose) -> None:
        """`corresponding: true` in the header of a file."""
        if self._drafts and prose.text.strip().lower() in ("true", "yes", "oui", "sí", "si"):
            draft = self._drafts[-1]
            draft.contributor = replace(draft.contributor, is_corresponding=True)
        self._ledger.append(Entry(Departure.FIELD_LABEL, prose, "tells the corresponding author"))

    def _read_corresponding(self, prose: Prose) -> None:
        self._corresponding.append(_without_calls(prose))
        emails = [contact.value.text for contact in iter_contacts(prose) if contact.kind == "email"]
        chosen = [draft for draft in self._drafts if is_named(draft.contributor, prose.text)]
        chosen = chosen or [draft for draft in self._drafts if owns(draft.contributor, emails)]
        chosen = chosen or [draft for draft in self._drafts if any("*" in marker for marker in draft.markers)]
        if not chosen and len(self._drafts) == 1:
            chosen = self._drafts
        for draft in chosen:
            email = Prose.of(emails[0], Origin.GENERATED) if len(emails) == 1 else Prose()
            draft.contributor = replace(
                draft.contributor, is_corresponding=True, email=draft.contributor.email or email
            )
        if not chosen:
            place = self._source.place(prose.at)
            self._findings.append(finding("corresponding-unknown", place, quote=prose.text[:80]))

    # Notes of authors

    def _read_notes(self) -> None:
        for draft in self._drafts:
            for key in draft.calls:
                note = self._notes.get(key)
                if note and note.blocks:
                    self._read_note(draft, note)

    def _read_note(self, draft: Draft, note: Note) -> None:
        prose = Prose.join(all_prose(note.blocks), " ")
        start = trailer_start("x " + prose.text) if not starts_role(prose.text) else None
        looks = is_institution(prose.text) or is_place_line(prose.text) or starts_role(prose.text)
        if not looks or len(prose.text) > 400 or (start and start > 200):
            draft.contributor = replace(draft.contributor, notes=(*draft.contributor.notes, note.key))
            self._findings.append(finding("author-note", self._source.place(prose.at), quote=note.label.text))
            return
        self._used_notes.add(note.key)
        self._read_note_words(draft, prose, note.label)

    def _read_note_words(self, draft: Draft, prose: Prose, label: Prose) -> None:
        self._addressees.take(prose, [draft])
        rest = self._without_mark(without_contacts(prose))
        if starts_role(rest.text):
            role, rest = self._split_role(rest)
            draft.contributor = replace(draft.contributor, roles=(*draft.contributor.roles, role))
        if rest:
            draft.affiliations.add(len(self._affiliations))
            self._affiliations.append((parse_affiliation(rest, label), "", -1))

    def _without_mark(self, prose: Prose) -> Prose:
        """A note that the author marked by hand begins with its mark."""
        mark = NOTE_MARK.match(prose.text)
        if not mark:
            return prose
        self._ledger.append(Entry(Departure.FIELD_LABEL, prose.cut(0, mark.end()), "the mark of a note"))
        return prose.cut(mark.end())

    # Links

    def _link(self) -> None:
        for place, (_, marker, _) in enumerate(self._affiliations):
            for draft in self._drafts:
                if marker and marker in draft.markers:
                    draft.affiliations.add(place)
        unmarked = [
            (place, group) for place, (_, marker, group) in enumerate(self._affiliations) if not marker and group >= 0
        ]
        for place, group in unmarked:
            for draft in self._drafts:
                if draft.group == group or (len(self._affiliations) == 1 and not draft.affiliations):
                    draft.affiliations.add(place)
        self._link_only()

    def _link_only(self) -> None:
        """A marker that is no author's still belongs to the only author there is."""
        linked = {place for draft in self._drafts for place in draft.affiliations}
        for place in range(len(self._affiliations)):
            if place not in linked and len(self._drafts) == 1:
                self._drafts[0].affiliations.add(place)
            elif place not in linked and self._drafts:
                affiliation = self._affiliations[place][0]
                spot = self._source.place(affiliation.text.at)
                self._findings.append(finding("affiliation-unlinked", spot, quote=affiliation.text.text[:80]))

    def _finished(self, draft: Draft) -> Contributor:
        return replace(draft.contributor, affiliations=tuple(sorted(draft.affiliations)))


def _holds_role(text: str) -> bool:
    """Whether a role stands before the first institution: `Officier de marine, doctorant à l'École …`."""
    start = trailer_start(text)
    return start is not None and starts_role(text[start:])


def _without_calls(prose: Prose) -> Prose:
    kept = (run for run in prose.runs if not any(isinstance(mark, NoteCall) for mark in run.marks))
    return Prose(tuple(kept)).strip(" \t\n,;")
