"""From an invented article to a whole manuscript: people, dates, declarations, and what `enrich` puts into the body."""

import re
import tomllib
import unicodedata
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

from tests.invention import article as plain_article
from tests.invention.invent import Pen, invented

from .dress import Dress
from .enrich import Body, Enricher, Phrases
from .manuscript import Abstract, Author, Declaration, Event, Manuscript, Note, Reference, Title
from .reading import call_keys

COLON = re.compile(r"[\s\u00a0]*:[\s\u00a0]+")
OTHERS = {"fr": "en", "en": "fr", "es": "en"}
KINDS = ("acknowledgements", "funding", "conflict", "contributions", "data-availability", "ethics")


@cache
def phrases(language: str) -> Phrases:
    """What manuscripts of a language say around their text."""
    text = (Path(__file__).parent / "phrases.toml").read_text("utf-8").replace("~", "\u00a0")
    made: Phrases = tomllib.loads(text)[language]
    return made


def composed(seed: int, dress: Dress) -> Manuscript:
    """The manuscript of a seed."""
    return Composer(invented(seed), dress).manuscript()


class Composer:
    """Makes one manuscript."""

    def __init__(self, base: plain_article.Article, dress: Dress) -> None:
        self._base = base
        self._dress = dress
        self._random = dress.random("front")
        self._pen = Pen(base.language, self._random)
        self._phrases = phrases(base.language)

    def manuscript(self) -> Manuscript:
        """The whole."""
        affiliations = self._affiliations()
        authors = self._authors(len(affiliations))
        references = self._references()
        body = Enricher(self._base, self._dress, self._phrases, references).body()
        return Manuscript(
            self._base.language,
            tuple(self._titles()),
            authors,
            affiliations,
            self._events(),
            tuple(self._abstract(language) for language in self._languages()),
            body.blocks,
            self._notes(body, authors),
            self._declarations(authors),
            self._base.references_heading or self._random.choice(self._pen.stock["references"]),
            references,
            self._base.journal,
        )

    # People

    def _affiliations(self) -> tuple[str, ...]:
        """One, two or three, no two of one institution."""
        pen, random = self._pen, self._random
        institutions = random.sample(pen.stock["institution"], random.choice((1, 2, 2, 3)))
        return tuple(
            f"{each}, {pen.write('city')}, {random.choice(self._phrases['countries'])}" for each in institutions
        )

    def _authors(self, places: int) -> tuple[Author, ...]:
        count = max(places, self._random.choice((1, 2, 3)))
        surnames = self._random.sample(self._pen.stock["last"], count)
        made = [self._author(surname, place, places) for place, surname in enumerate(surnames)]
        if self._dress["corresponding"] != "none":
            made[0] = replace(made[0], is_corresponding=True, email=made[0].email or address(surnames[0]))
        return tuple(made)

    def _author(self, surname: str, place: int, places: int) -> Author:
        own = {place % places}
        if self._dress["byline"] in ("digits", "letters", "symbols") and place and self._random.random() < 0.3:
            own.add(0)
        has_email = self._dress["email"] != "none" and self._random.random() < 0.8
        return Author(
            self._pen.write("first"),
            surname,
            tuple(sorted(own)),
            orcid(self._random) if self._dress["orcid"] != "none" else "",
            address(surname) if has_email or (self._dress["email"] != "none" and not place) else "",
            roles=tuple(list(self._phrases["roles"])[place % 3 : place % 3 + 2]),
        )

    # Titles and abstracts

    def _titles(self) -> list[Title]:
        titles = [self._title(self._base.language, self._base.title)]
        if self._dress["translated-titles"] != "none":
            titles += [self._title(language, self._other_title(language)) for language in self._languages()[1:]]
        return titles

    def _other_title(self, language: str) -> str:
        if language == "ar":
            return str(phrases("ar")["title"])
        return Pen(language, self._random).write("title").replace("⟪", "").replace("⟫", "")

    def _title(self, language: str, text: str) -> Title:
        title, *subtitle = COLON.split(text, maxsplit=1)
        if not subtitle and language == self._base.language:
            subtitle = [self._pen.write("heading")]
        return Title(language, title, subtitle[0][:1].upper() + subtitle[0][1:] if subtitle else "")

    def _languages(self) -> tuple[str, ...]:
        """Those of the abstracts, the article's first."""
        own = self._base.language
        match self._dress["abstract-languages"]:
            case "one":
                return (own,)
            case "two":
                return own, OTHERS[own]
            case "three":
                return own, *(each for each in ("fr", "en", "es") if each != own)
        return own, OTHERS[own], "ar"

    def _abstract(self, language: str) -> Abstract:
        count = 2 if self._dress["abstract-paragraphs"] == "two" else 1
        if language == "ar":
            known = phrases("ar")
            text = " ".join(known["sentences"])
            return Abstract("ar", known["abstract"], (text,), known["keywords"], tuple(known["terms"]))
        pen = Pen(language, self._random)
        labels = pen.stock["labels"]
        paragraphs = tuple(plain_article.plain(" ".join(pen.sentences(3, 4))) for _ in range(count))
        label = labels["keywords"].replace("~", "\u00a0")
        return Abstract(
            language, labels["abstract"], paragraphs, label, tuple(self._random.sample(pen.stock["words"], 5))
        )

    # Dates and declarations

    def _events(self) -> tuple[Event, ...]:
        if self._dress["dates"] == "none":
            return ()
        random = self._random
        received, accepted = (
            (random.randint(2, 6), random.randint(3, 27)),
            (random.randint(7, 12), random.randint(3, 27)),
        )
        return self._event("received", received), self._event("accepted", accepted)

    def _event(self, kind: str, when: tuple[int, int]) -> Event:
        month, day = when
        name = self._phrases["months"][month - 1]
        forms = {"fr": f"{day} {name} 2024", "en": f"{day} {name} 2024", "es": f"{day} de {name} de 2024"}
        return Event(kind, f"2024-{month:02}-{day:02}", self._phrases[kind], forms[self._base.language])

    def _declarations(self, authors: tuple[Author, ...]) -> tuple[Declaration, ...]:
        if self._dress["declarations"] == "none":
            return ()
        chosen = sorted(self._random.sample(KINDS, self._random.randint(3, 6)), key=KINDS.index)
        headings = self._phrases["headings"]
        return tuple(Declaration(each, headings[each], self._declared(each, authors)) for each in chosen)

    def _declared(self, kind: str, authors: tuple[Author, ...]) -> str:
        if kind != "contributions":
            return str(self._phrases["contents"][kind])
        names, colon = self._phrases["roles"], self._phrases["colon"]
        parts = (
            f"{author.given} {author.surname}{colon} {', '.join(names[role] for role in author.roles)}"
            for author in authors
        )
        return "; ".join(parts).replace(";", "\u00a0;" if self._base.language == "fr" else ";") + "."

    # References and notes

    def _references(self) -> tuple[Reference, ...]:
        texts = self._base.references or tuple(sorted({self._pen.write("reference") for _ in range(8)}))
        return tuple(_reference(text) for text in texts)

    def _notes(self, body: Body, authors: tuple[Author, ...]) -> tuple[Note, ...]:
        """The notes in the order of their call-outs, with the marks that Word prints."""
        texts = {str(note.number): note.text for note in self._base.notes} | body.notes
        keys = list(dict.fromkeys(call_keys(body.blocks)))
        kinds = self._dress["notes"]
        custom = set(keys[1:12:5]) if self._dress["note-marks"] == "some-custom" else set()
        printed = Marks(kinds, starts_at=self._author_notes(authors))
        made = []
        for place, key in enumerate(keys):
            is_endnote = "endnotes" in kinds or (kinds == "both" and place % 3 == 2)
            label = "*" if key in custom else printed.next(is_endnote=is_endnote)
            made.append(Note(int(key), label, self._note_paragraphs(texts[key], place), is_endnote))
        return tuple(made)

    def _author_notes(self, authors: tuple[Author, ...]) -> int:
        """How many automatic footnotes the head of the article takes: one an author."""
        return len(authors) if self._dress["byline"] == "automatic-note" else 0

    def _note_paragraphs(self, text: str, place: int) -> tuple[str, ...]:
        if self._dress["note-paragraphs"] == "several" and place % 5 == 1:
            return text, self._pen.write("sentence")
        return (text,)


class Marks:
    """Numbers notes as Word does: footnotes in figures, endnotes in figures or in small Roman ones."""

    def __init__(self, kinds: str, starts_at: int) -> None:
        self._are_roman = kinds in ("roman-endnotes", "both")
        self._footnotes = starts_at
        self._endnotes = 0

    def next(self, *, is_endnote: bool) -> str:
        """The mark of the next note."""
        if not is_endnote:
            self._footnotes += 1
            return str(self._footnotes)
        self._endnotes += 1
        return roman(self._endnotes) if self._are_roman else str(self._endnotes)


def roman(number: int) -> str:
    """In small Roman figures."""
    figures = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    made = ""
    for value, figure in figures:
        made += figure * (number // value)
        number %= value
    return made


def orcid(random: Random) -> str:
    """One whose last digit is right: https://support.orcid.org/hc/articles/360006897674."""
    digits = f"00000002{random.randint(10**6, 10**7 - 1)}"
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    last = (12 - total % 11) % 11
    whole = digits + ("X" if last == 10 else str(last))
    return "-".join(whole[place : place + 4] for place in range(0, 16, 4))


def address(surname: str) -> str:
    """An e-mail address for a surname."""
    plain = unicodedata.normalize("NFD", surname.casefold())
    return "".join(letter for letter in plain if letter.isascii() and letter.isalpha()) + "@harbour.example.org"


def _reference(text: str) -> Reference:
    """What a citation manager would know of an entry."""
    surname, _, rest = text.partition(", ")
    year = re.search(r"\b(1[89]|20)\d\d\b", text)
    titles = re.search(r"[«“]\s*(.+?)\s*[»”]|⟪(.+?)⟫", text)
    given = re.match(r"\w+", rest)
    title = (titles[1] or titles[2]) if titles else text
    return Reference(text, surname, given[0] if given else "", year[0] if year else "", title.strip(" ,\u00a0"))
