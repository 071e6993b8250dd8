"""What a parsed reference says of a work: its parts as values, each cut from the printed string."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ..addresses import iter_addresses
from ..article.references import ParsedReference, Part, PublicationType
from ..article.works import Person, Role, Work, WorkDate
from .kinds import CSL_TYPES
from .laws import year_within

ROLES = {
    "author": Role.AUTHOR,
    "allauthors": Role.AUTHOR,
    "editor": Role.EDITOR,
    "guest-editor": Role.EDITOR,
    "translator": Role.TRANSLATOR,
    "director": Role.DIRECTOR,
    "compiler": Role.COMPILER,
    "producer": Role.PRODUCER,
}
TITLES = ("article-title", "chapter-title", "part-title", "data-title")
"""Elements of the title of what is part of something; that of a whole is a `source`."""
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
PARTICLE = re.compile(r"(?:[^\W\d_A-ZÀ-Þ]+['’]|(?:[^\W\d_A-ZÀ-Þ]+\s+)+)(?=[A-ZÀ-Þ])")
"""Words in small letters before a name in capital ones: `de la`, `van der`, `d'`."""
DROPPED = re.compile(r"\s+(?:[^\W\d_A-ZÀ-Þ]+(?:\s+|$|['’]$))+$")
"""Such words after the given names: `Alexis de`."""
REPEATED = re.compile(r"[\s—–―‒_.,;:-]+")
DASHED = re.compile(r"\s*(?:[—―]|[–‒_-]{2})")
"""A dash in the place of the names, which are those of the entry before."""
DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")


def work_after(parsed: ParsedReference, before: Work | None) -> Work:
    """The work as the parts of its reference say it; a dash for authors stands for those of the entry before."""
    work = work_of(parsed)
    if before is None or not _is_repeated(parsed):
        return work
    repeated = tuple((role, person) for role, person in before.people if role is Role.AUTHOR)
    return replace(work, people=(*repeated, *work.people))


def work_of(parsed: ParsedReference) -> Work:
    """The work as the parts of its reference say it."""
    first = parsed.first
    own = next((title for name in TITLES if (title := first(name))), "")
    is_paper = parsed.publication_type is PublicationType.NEWSPAPER and not any(parsed.group("author"))
    return Work(
        raw=parsed.text,
        type=CSL_TYPES[parsed.publication_type],
        people=tuple(_people(parsed)),
        issued=_date(parsed, _year(parsed)) or _legal_date(parsed),
        accessed=_date(parsed, next(parsed.all("date-in-citation"), None)),
        title=own or ("" if is_paper else first("source")),
        container_title=first("source") if own or is_paper else "",
        collection_title=first("series"),
        edition=first("edition"),
        volume=first("volume"),
        issue=first("issue"),
        page=_pages(parsed),
        number=first("elocation-id"),
        number_of_pages=_size(parsed),
        publisher=first("publisher-name") or first("institution"),
        publisher_place=first("publisher-loc"),
        event_title=first("conf-name"),
        event_place=first("conf-loc"),
        genre=_genre(parsed),
        doi=_without_spaces(_identifier(parsed, "doi")),
        url=_url(parsed),
        isbn=_identifier(parsed, "isbn") or first("isbn"),
        issn=_identifier(parsed, "issn") or first("issn"),
        language=_language(parsed),
    )


def _is_repeated(parsed: ParsedReference) -> bool:
    """Whether a dash stands where the authors do; before authors that are printed it is only the mark of an item."""
    groups = [part for part in parsed.all("person-group") if part.attribute("person-group-type") == "author"]
    if not groups:
        return DASHED.match(parsed.text) is not None
    words = parsed.words(groups[0])
    return bool(words) and REPEATED.fullmatch(words) is not None


# People


def _people(parsed: ParsedReference) -> Iterator[tuple[Role, Person]]:
    groups = [(group, ROLES.get(group.attribute("person-group-type"))) for group in parsed.all("person-group")]
    for part in parsed.parts:
        if part.element in ("string-name", "collab"):
            role = next((role for group, role in groups if role and group.holds(part)), None)
            person = _person(parsed, part)
            if role and person:
                yield role, person


def _person(parsed: ParsedReference, part: Part) -> Person | None:
    words = parsed.words(part).strip()
    if not any(letter.isalpha() for letter in words):
        return None
    surname = " ".join(_inside(parsed, part, "surname"))
    if part.element == "collab":
        return Person(literal=words, is_group=True)
    if not surname:
        return Person(literal=words) if " " in words else Person(family=words)
    given = " ".join(_inside(parsed, part, "given-names"))
    return named(surname, given, " ".join(_inside(parsed, part, "suffix")))


def named(surname: str, given: str, suffix: str = "") -> Person:
    """A person's name with its particles apart: https://docs.citationstyles.org/en/stable/specification.html#names."""
    particle = PARTICLE.match(surname)
    dropped = DROPPED.search(given)
    return Person(
        family=surname[particle.end() :] if particle else surname,
        given=given[: dropped.start()] if dropped else given,
        non_dropping_particle=particle[0].strip() if particle else "",
        dropping_particle=dropped[0].strip() if dropped else "",
        suffix=suffix,
    )


def _inside(parsed: ParsedReference, part: Part, element: str) -> list[str]:
    return [parsed.words(each) for each in parsed.all(element, within=part)]


# Dates and numbers


def _year(parsed: ParsedReference) -> Part | None:
    """The year of the work: not one that stands in the date of an access or of a conference."""
    others = [*parsed.all("date-in-citation"), *parsed.all("conf-date")]
    years = [*parsed.all("year"), *parsed.all("string-date")]
    return next((year for year in years if not any(other.holds(year) for other in others)), None)


def _date(parsed: ParsedReference, part: Part | None) -> WorkDate:
    """As the part's attribute says it, else by the years printed, else as printed."""
    if part is None:
        return WorkDate()
    words = parsed.words(part)
    ends = part.attribute("iso-8601-date").split("/")
    if not all(DATE.fullmatch(end) for end in ends):
        ends = YEAR.findall(words)[:2]
    parts = tuple(tuple(map(int, end.split("-"))) for end in ends)
    return WorkDate(parts, "" if parts else words)


def _legal_date(parsed: ParsedReference) -> WorkDate:
    """The year that a law has in its title and nowhere else."""
    is_law = parsed.publication_type is PublicationType.LEGISLATION
    year = year_within(parsed.first("article-title") or parsed.first("source")) if is_law else ""
    return WorkDate(((int(year),),)) if year else WorkDate()


def _pages(parsed: ParsedReference) -> str:
    pages = [page for page in (parsed.first("fpage"), parsed.first("lpage")) if page]
    return "-".join(pages) or parsed.first("page-range")


def _size(parsed: ParsedReference) -> str:
    """The number of pages of a book, without the word."""
    number = re.search(r"\d+", parsed.first("size"))
    return number[0] if number else ""


# Identifiers and the rest


def _identifier(parsed: ParsedReference, kind: str) -> str:
    found = (parsed.words(part) for part in parsed.all("pub-id") if part.attribute("pub-id-type") == kind)
    return next(found, "")


def _url(parsed: ParsedReference) -> str:
    """The first address, written out: `www.port.example` is one of the web."""
    part = next(iter((*parsed.all("ext-link"), *parsed.all("uri"))), None)
    if part is None:
        return ""
    words = parsed.words(part)
    return part.attribute("xlink:href") or next((each.href for each in iter_addresses(words)), _without_spaces(words))


def _without_spaces(text: str) -> str:
    return "".join(text.split())


def _genre(parsed: ParsedReference) -> str:
    """What a thesis or report calls itself."""
    kinds = ("genre", "thesis-type", "thesis", "report")
    found = (each for each in parsed.all("comment") if each.attribute("content-type") in kinds)
    return next((parsed.words(each) for each in found), "")


def _language(parsed: ParsedReference) -> str:
    """That of the work's own title."""
    for name in (*TITLES, "source"):
        for part in parsed.all(name):
            return part.attribute("xml:lang")
    return ""
