r"""Works as BibTeX, in UTF-8 as BibLaTeX and every reference manager read it.

http://mirrors.ctan.org/biblio/bibtex/base/btxdoc.pdf. The libraries (bibtexparser, pybtex) bring a parser of TeX with
them; what is needed here is a type, names in their parts and ten signs that TeX would obey.
"""

import re
from collections.abc import Iterator, Mapping

from ..article.works import Person, Role, Work
from .csl import NONE, NOTED, UNLISTED

TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "collection": "book",
    "entry-dictionary": "incollection",
    "entry-encyclopedia": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
"""Entry types by the types of CSL; others are `misc`."""
ESCAPED = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
SIGN = re.compile("|".join(map(re.escape, ESCAPED)))
SPLITTING = re.compile(r",|\band\b", re.IGNORECASE)
"""What BibTeX takes for the end of a part of a name or of a name."""
UNBALANCED = re.compile(r"[{}\\]")
"""What even a field of plain characters may not hold."""
DASH = re.compile(r"\s*[-–—]+\s*")
NO_KEY = re.compile(r"[^A-Za-z0-9:._+/-]")
"""What a key may not hold for every program that reads BibTeX."""
HEADINGS = {NOTED: "% Works that only notes refer to.\n", UNLISTED: "% Works that are cited and that no list prints.\n"}


def bibtex(listed: Mapping[str, Work], apart: Mapping[str, Mapping[str, Work]] = NONE) -> bytes:
    """An entry for each work, by its key, in UTF-8; those that no list prints stand apart, at the end."""
    taken: set[str] = set()
    entries = [_entry(_key(key, taken), work) for key, work in listed.items()]
    for place, works in apart.items():
        entries += [HEADINGS[place], *(_entry(_key(key, taken), work) for key, work in works.items())] if works else []
    return "\n".join(entries).encode(errors="replace")


def _entry(key: str, work: Work) -> str:
    kind = TYPES.get(work.type, "misc")
    lines = (f"  {name} = {{{value}}},\n" for name, value in _fields(work, kind) if value)
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"


def _key(key: str, taken: set[str]) -> str:
    """The key in plain letters, with a number when it is taken; programs do not tell capitals apart."""
    wanted = NO_KEY.sub("-", key)
    name, number = wanted, 1
    while name.lower() in taken:
        number += 1
        name = f"{wanted}-{number}"
    taken.add(name.lower())
    return name


def _fields(work: Work, kind: str) -> Iterator[tuple[str, str]]:
    yield "author", _names(work.all(Role.AUTHOR) or work.all(Role.DIRECTOR))
    yield "title", _title(work.title)
    yield {"article": "journal", "misc": "howpublished"}.get(kind, "booktitle"), escaped(work.container_title)
    yield "editor", _names(work.all(Role.EDITOR))
    yield "translator", _names(work.all(Role.TRANSLATOR))
    yield "year", DASH.sub("--", escaped(work.issued.years))
    yield "month", str(work.issued.parts[0][1]) if work.issued.parts and len(work.issued.parts[0]) > 1 else ""
    yield "volume", escaped(work.volume)
    yield "number", escaped(work.issue or work.number)
    yield "pages", DASH.sub("--", escaped(work.page))
    yield "pagetotal", escaped(work.number_of_pages)
    yield "edition", escaped(work.edition)
    yield "series", escaped(work.collection_title)
    yield {"phdthesis": "school", "techreport": "institution"}.get(kind, "publisher"), escaped(work.publisher)
    yield "address", escaped(work.publisher_place)
    yield "type", escaped(work.genre)
    yield "doi", _plain(work.doi)
    yield "url", _plain(work.url)
    yield "urldate", _day(work)
    yield "isbn", escaped(work.isbn)
    yield "issn", escaped(work.issn)
    yield "langid", escaped(work.language)
    yield "note", escaped(work.note)


def escaped(text: str) -> str:
    """`text` as TeX prints it, on one line."""
    return SIGN.sub(lambda sign: ESCAPED[sign[0]], " ".join(text.split()))


def _plain(text: str) -> str:
    """Addresses are read letter by letter; signs that would end the field are written in figures."""
    return UNBALANCED.sub(lambda sign: f"%{ord(sign[0]):02X}", " ".join(text.split()))


def _title(text: str) -> str:
    """In braces once more, which keep its capitals."""
    return f"{{{escaped(text)}}}" if text else ""


def _names(people: tuple[Person, ...]) -> str:
    return " and ".join(map(_name, people))


def _name(person: Person) -> str:
    """`von Last, Jr, First`; in braces is a name as a whole, and a family name of several words."""
    if not person.family:
        return f"{{{escaped(person.literal or person.given)}}}"
    last = f"{{{escaped(person.family)}}}" if " " in person.family else _whole(person.family)
    family = " ".join(part for part in (escaped(person.non_dropping_particle), last) if part)
    given = " ".join(part for part in (person.given, person.dropping_particle) if part)
    parts = (family, escaped(person.suffix), _whole(given))
    return ", ".join(part for part in parts if part)


def _whole(words: str) -> str:
    """In braces where BibTeX would part them."""
    return f"{{{escaped(words)}}}" if SPLITTING.search(words) else escaped(words)


def _day(work: Work) -> str:
    date = work.accessed.parts[0] if work.accessed.parts else ()
    return "-".join(f"{number:02d}" for number in date)
