"""Records of works that do not exist: who wrote what, where it appeared, with all that a reference could say."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from .addresses import doi, isbn, url
from .parts import Parts
from .people import Name
from .words import NAME_LANGUAGES, Words, cities, words

Values = dict[str, str]
REPOSITORIES = (
    "Zenodo",
    "Harvard Dataverse",
    "figshare",
    "Dryad",
    "Nakala",
    "ICPSR",
    "UK Data Service",
    "OSF",
    "GitHub",
)
STUDIOS = (
    "Gaumont",
    "Arte",
    "BBC",
    "Criterion Collection",
    "Filmin",
    "RTVE",
    "INA",
    "Universal",
    "Ibermedia",
    "Les Films du Losange",
)
BETWEEN_PLACES = ("/", ", ", "-", " / ", " – ", " & ", " ; ")
_LONG_WORD = re.compile(r"\b[a-zà-ÿ]{6,}\b")


@dataclass(frozen=True)
class Record:
    """One work: its kind, the language it is in, its people by their part in it, and everything else by field."""

    kind: str
    language: str
    people: Mapping[str, tuple[Name, ...]]
    values: Mapping[str, str]


OFTEN = {"collection": 0.35, "extent": 0.4, "edition": 0.18, "isbn": 0.08, "url": 0.2, "doi": 0.22, "issue": 0.75}
"""How often a work has a field that not every work has; `doi` and `url` of articles."""
AUTHORS = (1,) * 70 + (2,) * 18 + (3,) * 7 + (4,) * 3 + (6,) * 2
"""How many authors works have in the humanities, by their share."""
BODIES: Mapping[str, float] = {"report": 0.5, "web": 0.35, "law": 0.5, "paper": 0.15, "newspaper": 0.1}
"""How often a body is the author."""
_BORROWERS = frozenset({"article", "book", "edited", "chapter", "thesis", "conference", "report", "paper"})
_BORROWED = 0.4
"""How often a work has parts of real references, when there are any."""
_VOWELS = "AEIOUÉÈHaeiou"
_FIRST_NOUN = re.compile(r"^(?:L(?:e|a|es) |Une? |L')\w")
_SHORT = 0.05
_LONG_PART = re.compile(r"[^\W\d_]{7,}")
_MONONYMS = 0.012
"""How often a person has one name only: Montesquieu."""
_COINED_WORDS, _COINED_SURNAMES, _COINED_PLACES = 0.25, 0.15, 0.12


class Maker:
    """Makes up records in one language with one source of chance."""

    def __init__(self, language: str, rng: Random, parts: Parts | None = None) -> None:
        self.language = language
        self.parts = parts
        self.words: Words = words(language)
        self.rng = rng

    def record(self, kind: str) -> Record:
        """A work of a kind."""
        values = {"title": self._title(), "year": self._year()} | KINDS[kind](self)
        values = {field: value for field, value in values.items() if value}
        if self.parts and kind in _BORROWERS and self.rng.random() < _BORROWED:
            values |= self.parts.lent(values, self.rng)
        authors = self.names(self.rng.choice(AUTHORS), BODIES.get(kind, 0.02))
        people = {"authors": authors, "editors": self.names(self._few()), "directors": self.names(1)}
        if self.rng.random() < 0.2:
            people["translators"] = self.names(1)
        return Record(kind, self.language, people, values)

    def names(self, count: int, bodies: float = 0.0) -> tuple[Name, ...]:
        """So many people, mostly of the language's countries; or one body, that often."""
        if self.rng.random() < bodies:
            return (Name(self.words.body(self.rng), is_body=True),)
        return tuple(self._person() for _ in range(count))

    def _person(self) -> Name:
        rng = self.rng
        if rng.random() < _MONONYMS:
            return Name(rng.choice(self.words.single_names))
        names = self.words.names if rng.random() < 0.62 else words(rng.choice(NAME_LANGUAGES)).names
        particle = rng.choice(names["particle"]) if rng.random() < 0.06 else ""
        given = rng.choice(names["given"])
        if rng.random() < 0.06 and " " not in given:
            given += f" {rng.choice('ABCDEFGHJKLMPRSTVW')}."
        return Name(
            self._surname(names), given, particle if particle.endswith(("'", "-")) else particle and f"{particle} "
        )

    def _surname(self, names: Mapping[str, tuple[str, ...]]) -> str:
        if self.rng.random() < _COINED_SURNAMES:
            return self.words.surnames.word(self.rng)
        surname = self.rng.choice(names["surname"])
        if self.rng.random() < float(names.get("double", ("0.05",))[0]):
            return f"{surname}{names.get('joint', ('-',))[0].replace('_', ' ')}{self.rng.choice(names['surname'])}"
        return surname

    def _few(self) -> int:
        return self.rng.choice((1, 1, 1, 1, 2, 2, 2, 3))

    def _title(self, symbol: str = "title") -> str:
        return self._reworded(self.words.grammar.phrase(symbol, self.rng))

    def _titled(self) -> str:
        """The title of a book, of which the French write the first noun with a capital, in some."""
        title = self._title("essay" if self.rng.random() < 0.5 else "title")
        if self.language == "fr" and self.rng.random() < 0.4:
            return _FIRST_NOUN.sub(lambda noun: noun[0][:-1] + noun[0][-1].upper(), title)
        return title

    def _reworded(self, title: str) -> str:
        """The title, in some of them with words in it that are on no list."""
        if self.rng.random() > _COINED_WORDS:
            return title
        share = self.rng.choice((0.2, 0.5, 0.9))
        return _LONG_WORD.sub(
            lambda word: self.words.coined.word(self.rng) if self.rng.random() < share else word[0], title
        )

    def _year(self) -> str:
        rng = self.rng
        return str(int(rng.triangular(1945, 2025, 2014)) if rng.random() < 0.93 else rng.randint(1650, 1945))

    def often(self, field: str, value: str) -> str:
        """The value as often as works have the field, else nothing."""
        return value if self.rng.random() < OFTEN[field] else ""

    def _subtitle(self, share: float = 0.5) -> str:
        return self._title("subtitle") if self.rng.random() < share else ""

    def _published(self) -> Values:
        publisher, location = self.words.placed("publishers", self.rng)
        location = self._place(location)
        collection = self.often("collection", self.words.one("series", self.rng))
        number = str(self.rng.randint(2, 400)) if collection and self.rng.random() < 0.2 else ""
        return {"publisher": publisher, "location": location, "collection": collection, "series_number": number}

    def _place(self, usual: str) -> str:
        """The place of a publisher: the usual one, any city, or two."""
        chance = self.rng.random()
        if chance < _COINED_PLACES:
            return self.rng.choice(cities())
        if chance < _COINED_PLACES + 0.06:
            other = self.words.one("cities", self.rng)
            return usual if other in usual else usual + self.rng.choice(BETWEEN_PLACES) + other
        return usual

    def _range(self) -> Values:
        first = int(self.rng.triangular(1, 700, 40))
        return {"first": str(first), "last": str(first + self.rng.randint(2, 40))}

    def _identified(self, much: float = 1.0) -> Values:
        return {
            "doi": doi(self.rng) if self.rng.random() < OFTEN["doi"] * much else "",
            "url": self._url() if self.rng.random() < OFTEN["url"] * much else "",
        }

    def _url(self) -> str:
        return url(self.words.one("domains", self.rng), self._title(), self.rng)

    def _day(self) -> Values:
        rng = self.rng
        return {"day": str(rng.randint(1, 28)), "month": str(rng.randint(1, 12))}

    def book(self) -> Values:
        """A book by authors or, in `edited` forms, by editors."""
        rng = self.rng
        return self._published() | {
            "title": self._titled(),
            "subtitle": self._subtitle(),
            "extent": self.often("extent", self._extent()),
            "edition": self.often("edition", "2"),
            "isbn": self.often("isbn", isbn(rng)),
            "volume_title": self._title("essay"),
            "tome": str(rng.randint(1, 8)) if rng.random() < 0.1 else "",
            "volumes": str(rng.randint(2, 6)) if rng.random() < 0.04 else "",
            **self._identified(0.4),
        }

    def _extent(self) -> str:
        """The number of pages of a book, of which some have Roman ones before them."""
        before = self.rng.choice(("XXIV-", "XII-", "xvi + ", "viii, ", "LXX-")) if self.rng.random() < 0.08 else ""
        return f"{before}{self.rng.randint(60, 900)}"

    def chapter(self) -> Values:
        """A part of a book that others edited."""
        book = {field: value for field, value in self.book().items() if field not in ("extent", "volumes")}
        return (
            book
            | self._range()
            | {"container": book["title"], "container_subtitle": book["subtitle"]}
            | {
                "title": self._title(),
                "subtitle": self._subtitle(0.35),
            }
        )

    def article(self) -> Values:
        """An article of a journal."""
        rng = self.rng
        numbers = {"volume": str(rng.randint(1, 120)), "issue": self.often("issue", self._issue())}
        if rng.random() < 0.25:
            numbers = {"issue": str(rng.randint(2, 260))}
        elif rng.random() < 0.06:
            numbers = {}
        month = str(rng.randint(1, 12)) if rng.random() < 0.3 else ""
        pages = self._range() if rng.random() < 0.93 else {}
        journal = {"journal": self._journal(), "subtitle": self._subtitle(0.45), "month": month}
        journal |= {
            "article_number": str(rng.randint(1000, 1900000)),
            "arxiv": f"{rng.randint(1001, 2412)}.{rng.randint(10000, 20999)}",
        }
        return journal | self._placed() | numbers | pages | self._identified(1.6)

    def _journal(self) -> str:
        """The name of a journal, in some strings with its words cut short."""
        name = self.words.one("journals", self.rng)
        return (
            _LONG_PART.sub(lambda word: word[0][: self.rng.randint(3, 5)] + ".", name)
            if self.rng.random() < _SHORT
            else name
        )

    def _placed(self) -> Values:
        return {"location": self.words.one("cities", self.rng)}

    def _issue(self) -> str:
        rng = self.rng
        return rng.choice(("1", "2", "3", "4", "1-2", "3-4", "1/2", str(rng.randint(5, 12)), "2", "1"))

    def thesis(self) -> Values:
        """A thesis, with the words for it, which name a discipline."""
        university, location = self.words.placed("universities", self.rng)
        extent = self.often("extent", str(self.rng.randint(150, 700)))
        place = {"university": university, "location": location, "extent": extent}
        return place | {"subtitle": self._subtitle(), **self._identified(0.7)}

    def conference(self) -> Values:
        """A paper read at a conference, perhaps printed."""
        held = {"city": self.words.one("cities", self.rng), "subtitle": self._subtitle(0.2)} | self._day()
        return self._published() | self._range() | held | self._identified(0.6)

    def report(self) -> Values:
        """A report or a working paper of a body."""
        body = self.words.body(self.rng)
        extent = self.often("extent", str(self.rng.randint(12, 300)))
        published = self._published()
        if self.rng.random() < 0.5:
            published["publisher"] = body if self.rng.random() < 0.4 else _acronym(body)
        symbol = "report_title" if self.rng.random() < 0.45 else "title"
        return (
            published
            | {"title": self._title(symbol), "body": body, "extent": extent, **self._identified(2.5)}
            | self._day()
        )

    def web(self) -> Values:
        """A page of a site, with its address."""
        return (
            {
                "website": self.words.one("websites", self.rng),
                "url": self._url(),
                "city": self.words.one("cities", self.rng),
            }
            | self._published()
            | self._day()
        )

    def newspaper(self) -> Values:
        """An article of a newspaper."""
        rng = self.rng
        page = {"first": str(rng.randint(1, 32)), "issue": str(rng.randint(100, 22000)) if rng.random() < 0.15 else ""}
        paper = {"journal": self.words.one("newspapers", rng), "url": self._url() if rng.random() < 0.35 else ""}
        return page | paper | self._day() | {"city": self.words.one("cities", rng)}

    def law(self) -> Values:
        """An act or a judgment, which is its own title, perhaps with the gazette that printed it."""
        symbol = "law" if self.rng.random() < 0.75 else "case"
        gazette = {
            "gazette": self.words.one("official", self.rng),
            "issue": f"{self.rng.randint(3, 6800)}{' bis' if self.rng.random() < 0.06 else ''}",
        }
        title = {"title": self.words.grammar.phrase(symbol, self.rng), "first": str(self.rng.randint(100, 19000))}
        body = {"body": self.words.body(self.rng)}
        return title | gazette | body | self._day() | {"url": self._url() if self.rng.random() < 0.25 else ""}

    def archive(self) -> Values:
        """A document that an archive keeps."""
        item = self.words.grammar.phrase("item", self.rng)
        return {
            "title": item,
            "repository": self.words.one("repositories", self.rng),
            "city": self.words.one("cities", self.rng),
        } | self._day()

    def data(self) -> Values:
        """A set of data or a program."""
        body = self.words.body(self.rng)
        return {"body": body, "repository_name": self.rng.choice(REPOSITORIES), "doi": doi(self.rng)} | self._day()

    def film(self) -> Values:
        """A film or a broadcast."""
        studio = self.rng.choice(
            (self.words.one("newspapers", self.rng), *STUDIOS, self._surname(self.words.names) + " Films")
        )
        return {"title": self.words.grammar.phrase("essay", self.rng), "producer": studio} | self._placed()


KINDS: Mapping[str, Callable[[Maker], Values]] = {
    "book": Maker.book,
    "edited": Maker.book,
    "chapter": Maker.chapter,
    "article": Maker.article,
    "thesis": Maker.thesis,
    "conference": Maker.conference,
    "report": Maker.report,
    "paper": Maker.report,
    "web": Maker.web,
    "newspaper": Maker.newspaper,
    "law": Maker.law,
    "archive": Maker.archive,
    "data": Maker.data,
    "other": Maker.film,
    "short": Maker.article,
}
"""How a work of each kind is made up; `short` is one that was cited before."""


def _acronym(body: str) -> str:
    """The initials of a body: Banque africaine de développement → BAD; a short one is its own."""
    initials = "".join(word[0] for word in re.findall(r"\w+", body) if len(word) > 3)
    return initials.upper() if len(initials) > 1 else body
