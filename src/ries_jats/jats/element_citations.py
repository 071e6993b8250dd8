"""`element-citation`: a work in elements alone, without the punctuation of any style.

https://jats.nlm.nih.gov/publishing/tag-library/1.3/element/element-citation.html
"""

import re
from collections.abc import Iterator

from ..article.prose import Origin, Prose
from ..article.works import Person, Work, WorkDate, WorkOrigin
from ..bibliography.kinds import ELEMENTS, GROUPS, publication_type, title_element
from .citations import typed
from .elements import Element, element, unless_empty
from .inline import InlineWriter, address

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""A BCP 47 tag; a person may have written the name of a language."""
AFTER_SOURCE = ("edition", "collection_title", "volume", "issue", "number")
AFTER_PAGES = ("event_title", "event_place", "publisher_place", "publisher", "isbn", "issn")


class ElementCitations:
    """Writes works; their words are ours here, those of the author stand in `mixed-citation`."""

    def __init__(self, inline: InlineWriter) -> None:
        self._inline = inline

    def element_citation(self, work: Work) -> Element | None:
        """The work, its parts in the order in which most styles print them; None when nothing is known of it."""
        origin = Origin.GENERATED if work.origin is WorkOrigin.PRINTED else Origin.SIDECAR
        made = element("element-citation", publication_type=publication_type(work).value)
        made.extend(self._groups(work, origin))
        made.extend(each for each in self._parts(work, origin) if each is not None)
        return unless_empty(made)

    def _groups(self, work: Work, origin: Origin) -> Iterator[Element]:
        for role, kind in GROUPS.items():
            names = [self._name(person, origin) for person in work.all(role)]
            if names:
                yield element("person-group", *names, **typed({"person-group-type": kind}))

    def _name(self, person: Person, origin: Origin) -> Element:
        if not person.family:
            made = element("collab" if person.is_group else "string-name")
            return self._inline.fill(made, Prose.of(person.literal or person.given, origin))
        given = " ".join(part for part in (person.given, person.dropping_particle) if part)
        parts = {"surname": person.surname, "given-names": given, "suffix": person.suffix}
        return element("name", *(self._made(name, words, origin) for name, words in parts.items()))

    def _made(self, name: str, words: str, origin: Origin, **attributes: str) -> Element | None:
        return self._inline.made(name, Prose.of(words, origin), **attributes)

    def _parts(self, work: Work, origin: Origin) -> Iterator[Element | None]:
        yield self._date("year", work.issued, work.issued.years, origin)
        language = work.language if LANGUAGE.fullmatch(work.language) else ""
        yield self._made(title_element(work), work.title, origin, xml_lang=language)
        for name in ("container_title", *AFTER_SOURCE):
            yield self._made(ELEMENTS[name], getattr(work, name), origin)
        yield from self._pages(work, origin)
        for name in AFTER_PAGES:
            yield self._made(ELEMENTS[name], getattr(work, name), origin)
        yield self._doi(work, origin)
        yield self._made("ext-link", work.url, origin, ext_link_type="uri", xlink_href=work.url and address(work.url))
        yield self._date("date-in-citation", work.accessed, _iso(work.accessed), origin)

    def _date(self, name: str, when: WorkDate, words: str, origin: Origin) -> Element | None:
        kind = "access-date" if name == "date-in-citation" else ""
        return self._made(name, words, origin, content_type=kind, iso_8601_date=_iso(when) if when.parts else "")

    def _pages(self, work: Work, origin: Origin) -> Iterator[Element | None]:
        first, _, last = work.page.partition("-")
        if last.isalnum() or not last:
            yield self._made("fpage", first, origin)
            yield self._made("lpage", last, origin)
        else:
            yield self._made("page-range", work.page, origin)
        yield self._made("size", work.number_of_pages, origin, units="pages")

    def _doi(self, work: Work, origin: Origin) -> Element | None:
        """A DOI that is not printed says who knew it."""
        return self._made("pub-id", work.doi, origin, pub_id_type="doi", specific_use=work.doi_origin)


def _iso(when: WorkDate) -> str:
    """https://www.iso.org/iso-8601-date-and-time-format.html; a range has a solidus."""
    if not when.parts:
        return when.literal
    return "/".join("-".join([f"{part[0]:04d}", *(f"{number:02d}" for number in part[1:])]) for part in when.parts)
