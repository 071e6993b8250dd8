"""Authors and their affiliations: one line with marks, a block or a line an author, notes."""

from collections.abc import Iterator
from typing import Any

from .dress import Dress
from .inline import Inline
from .manuscript import Author, Manuscript
from .ooxml import Element, Look, Shape, paragraph, words
from .package import Package
from .pictures import picture

SYMBOLS = ("†", "‡", "§")
AND = {"fr": " et ", "en": " and ", "es": " y "}
CENTRED = Shape(align="center")
RAISED = Look(raised=True)
BREAK = Shape(after=120)


class People:
    """Writes the people of one manuscript."""

    def __init__(self, package: Package, dress: Dress, manuscript: Manuscript, inline: Inline) -> None:
        self._package = package
        self._dress = dress
        self._authors = manuscript.authors
        self._affiliations = manuscript.affiliations
        self._language = manuscript.language
        self._colon = "\u00a0:" if manuscript.language == "fr" else ":"
        self._inline = inline

    def byline(self) -> Iterator[Element]:
        """Names and affiliations."""
        match self._dress["byline"]:
            case "digits" | "letters" | "symbols":
                yield paragraph(self._in_one_line(self._marks), CENTRED)
                yield from self._marked_affiliations()
            case "blocks":
                for author in self._authors:
                    yield from self._block(author)
            case "lines":
                yield from (self._line(author) for author in self._authors)
            case "starred-note" | "automatic-note":
                yield paragraph(self._in_one_line(self._note), CENTRED)

    def _in_one_line(self, marks: Any) -> list[Element]:
        runs: list[Element] = []
        last = len(self._authors) - 1
        for place, author in enumerate(self._authors):
            sign = "" if not place else AND[self._language] if place == last else ", "
            runs += [words(sign)] if sign else []
            runs += [words(self._name(author, is_alone=False)), *marks(author)]
        return runs

    def _name(self, author: Author, *, is_alone: bool) -> str:
        """As the dress prints it; a surname stands first only where each name has a line of its own."""
        match self._dress["names"]:
            case "capitals":
                return f"{author.given} {author.surname.upper()}"
            case "surname-first" if is_alone:
                return f"{author.surname}, {author.given}"
            case "surname-first":
                self._dress.settle("names", "given-first")
        return f"{author.given} {author.surname}"

    def _sign(self, place: int) -> str:
        match self._dress["byline"]:
            case "symbols":
                return SYMBOLS[place]
            case "letters":
                return "abc"[place]
        return str(place + 1)

    def _marks(self, author: Author) -> list[Element]:
        signs = [self._sign(place) for place in author.affiliations] if len(self._affiliations) > 1 else []
        if author.is_corresponding and self._dress["corresponding"] == "starred":
            signs.append("*")
        return [words(",".join(signs), RAISED)] if signs else []

    def _marked_affiliations(self) -> Iterator[Element]:
        for place, text in enumerate(self._affiliations):
            mark = [words(self._sign(place), RAISED)] if len(self._affiliations) > 1 else []
            yield paragraph([*mark, words(f" {text}" if mark else text)], CENTRED)

    def _note(self, author: Author) -> list[Element]:
        text = "; ".join(self._affiliations[place] for place in author.affiliations) + "."
        mark = "*" * (self._authors.index(author) + 1) if self._dress["byline"] == "starred-note" else ""
        star = [words("*", RAISED)] if self._is_starred(author) else []
        return [self._package.note([[words(f" {text}")]], is_endnote=False, mark=mark), *star]

    def _is_starred(self, author: Author) -> bool:
        """Whether a star tells the corresponding author; stars of notes leave none for this."""
        if self._dress["byline"] == "starred-note":
            self._dress.settle("corresponding", "phrase")
            return False
        return author.is_corresponding and self._dress["corresponding"] == "starred"

    # An author a block, or a line

    def _block(self, author: Author) -> Iterator[Element]:
        star = [words("*", RAISED)] if self._is_starred(author) else []
        yield paragraph([words(self._name(author, is_alone=True), Look(bold=True)), *star], Shape(before=120))
        yield from (paragraph([words(self._affiliations[place])]) for place in author.affiliations)
        if author.email and self._dress["email"] != "none":
            yield paragraph([words(f"E-mail{self._colon} "), *self._address(author)])
        if author.orcid:
            yield paragraph(self._orcid(author))

    def _line(self, author: Author) -> Element:
        place = "; ".join(self._affiliations[place] for place in author.affiliations)
        star = [words("*", RAISED)] if self._is_starred(author) else []
        name = self._name(author, is_alone=True)
        return paragraph([words(name, Look(bold=True)), *star, words(f" ({place})")], Shape(after=60))

    # Contacts below

    def contacts(self, phrases: dict[str, Any]) -> Iterator[Element]:
        """E-mail addresses and ORCID where no block of an author has them; who is the corresponding author."""
        if self._dress["byline"] != "blocks":
            for author in self._authors:
                yield from self._contact(author)
        if self._dress["corresponding"] != "none":
            yield self._corresponding(phrases)
        yield paragraph([], Shape())

    def _contact(self, author: Author) -> Iterator[Element]:
        name = f"{author.given} {author.surname}{self._colon} " if len(self._authors) > 1 else ""
        if author.email and self._dress["email"] != "none":
            yield paragraph([words(name or f"E-mail{self._colon} "), *self._address(author)], CENTRED)
        if author.orcid:
            runs = [words(name)] if name else []
            yield paragraph([*runs, *self._orcid(author)], CENTRED)

    def _corresponding(self, phrases: dict[str, Any]) -> Element:
        author = next(each for each in self._authors if each.is_corresponding)
        phrase = phrases["corresponding"][self._dress.seed % 2]
        star = "* " if any(self._is_starred(each) for each in self._authors) else ""
        name = f"{author.given} {author.surname}, " if len(self._authors) > 1 else ""
        return paragraph([words(f"{star}{phrase} {name}"), *self._address(author)], BREAK)

    def _address(self, author: Author) -> list[Element]:
        if self._dress["email"] == "linked":
            return self._inline.link(f"mailto:{author.email}", author.email)
        return [words(author.email)]

    def _orcid(self, author: Author) -> list[Element]:
        address = f"https://orcid.org/{author.orcid}"
        if self._dress["orcid"] == "linked":
            return self._inline.link(address, "ORCID")
        if self._dress["orcid"] == "icon":
            return [self._inline.around_link(address, picture(self._package, 2, "", is_anchored=False))]
        shown = words(address if self._dress.seed % 2 else author.orcid)
        return [words(f"ORCID{self._colon} "), shown]
