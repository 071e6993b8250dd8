"""Whose an e-mail address or an identifier is, among the authors of a head."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..article.ledger import Departure, Entry
from ..article.prose import Prose
from ..article.source import Source
from ..findings import Finding, finding
from ..lexicon import fold
from .contacts import is_orcid, iter_contacts
from .drafts import Draft, is_named, surname_in


class Addressees:
    """Gives addresses and identifiers to authors.

    `drafts` is the list of all authors, which may grow; `ledger` and `findings` are written to.
    """

    def __init__(self, drafts: list[Draft], ledger: list[Entry], findings: list[Finding], source: Source) -> None:
        self._drafts = drafts
        self._ledger = ledger
        self._findings = findings
        self._source = source

    def take(self, prose: Prose, drafts: Sequence[Draft]) -> None:
        """Gives the addresses of a line to the authors its words name, or else to `drafts` in their order."""
        taken: dict[str, int] = {}
        end = 0
        for contact in iter_contacts(prose):
            place = taken.get(contact.kind, 0)
            taken[contact.kind] = place + 1
            self._label_to_ledger(prose, contact.start, contact.stop, contact.value)
            named = self._named_beside(prose.text, end, contact.start, contact.stop)
            owner = self._owner_of(contact.value.text) if contact.kind == "email" else None
            target = named or owner or (drafts[min(place, len(drafts) - 1)] if drafts else None)
            end = contact.stop
            if target:
                self._give_contact(target, contact.kind, contact.value)

    def _owner_of(self, email: str) -> Draft | None:
        """The only author whose surname stands in the part of an address before the `@`."""
        local = re.sub(r"[^a-z]", "", fold(email.split("@", 1)[0]))
        found = [draft for draft in self._drafts if surname_in(draft.contributor, local)]
        return found[0] if len(found) == 1 else None

    def _named_beside(self, text: str, end: int, start: int, stop: int) -> Draft | None:
        """The author whose name stands before an address, or in parentheses after it."""
        after = re.match(r"\s*\(([^)]*)\)", text[stop:])
        for words in ([after[1]] if after else []) + [text[end:start]]:
            found = [draft for draft in self._drafts if is_named(draft.contributor, words)]
            if len(found) == 1:
                return found[0]
        return None

    def _label_to_ledger(self, prose: Prose, start: int, stop: int, value: Prose) -> None:
        whole = prose.cut(start, stop)
        offset = whole.text.find(value.text)
        for piece in (whole.cut(0, offset), whole.cut(offset + len(value.text))):
            if any(character.isalnum() for character in piece.text):
                self._ledger.append(Entry(Departure.FIELD_LABEL, piece, "names an address or identifier"))

    def _give_contact(self, draft: Draft, kind: str, value: Prose) -> None:
        if kind == "email" and not draft.contributor.email:
            draft.contributor = replace(draft.contributor, email=value)
        elif kind == "orcid" and is_orcid(value.text):
            draft.contributor = replace(draft.contributor, orcid=value.text.upper(), orcid_printed=value)
        else:
            code = "orcid-invalid" if kind == "orcid" else "email-extra"
            self._findings.append(finding(code, self._source.place(value.at), quote=value.text))
            self._ledger.append(Entry(Departure.MASTHEAD, value, "an address that no author takes"))
