"""Recognition of the parts of an article, each reader alone: people, dates, numbers, headings, declarations."""

from collections.abc import Sequence
from typing import TypeAlias

import pytest

from ries_jats.article.blocks import Block, Cell, Figure, Heading, Paragraph, Section, Table
from ries_jats.article.front import Numbering
from ries_jats.article.prose import Image, Prose, Run, Style
from ries_jats.article.source import Source
from ries_jats.recognise.affiliations import parse_affiliation
from ries_jats.recognise.byline import read_byline
from ries_jats.recognise.captions import caption_blocks
from ries_jats.recognise.classify import Kind
from ries_jats.recognise.contacts import is_orcid, iter_contacts, without_contacts
from ries_jats.recognise.dates import iter_dates
from ries_jats.recognise.head import Classified
from ries_jats.recognise.headings import find_headings
from ries_jats.recognise.keywords import split_terms
from ries_jats.recognise.labelled import label_at, split_at_keywords
from ries_jats.recognise.lines import Line
from ries_jats.recognise.names import NameHabits, parse_name
from ries_jats.recognise.numbering import read_journal_title, read_numbering
from ries_jats.recognise.people import People, PeopleReader
from ries_jats.recognise.recase import Vocabulary, recase_name, recase_title
from ries_jats.recognise.references import take_references
from ries_jats.recognise.sections import nest
from ries_jats.recognise.statements import take_statements
from ries_jats.recognise.text import Text

Names: TypeAlias = Sequence[tuple[str, str]]


def prose(text: str) -> Prose:
    """`text` with what stands between two `^` raised."""
    runs, at = [], 0
    for number, piece in enumerate(text.split("^")):
        if piece:
            runs.append(Run(piece, (Style.SUP,) if number % 2 else (), at))
        at += len(piece)
    return Prose(tuple(runs))


def block(text: str) -> Block:
    level = len(text) - len(text.lstrip("#"))
    return Heading(prose(text[level:].strip()), level) if level else Paragraph(prose(text))


def text_of(each: Block) -> str:
    assert isinstance(each, Paragraph | Heading)
    return each.prose.text


def wrong(reason: str) -> pytest.MarkDecorator:
    """What the program gets wrong so far."""
    return pytest.mark.xfail(strict=True, reason=reason)


# Bylines


def names_of(line: str, language: str) -> Names:
    byline = read_byline(prose(line))
    parsed = [parse_name(person.name, NameHabits(language)) for person in byline.people] if byline else []
    return [(name.given_names.text, name.surname.text) for name in parsed]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Par Odile Brévan et Maël Tarrit", [("Odile", "Brévan"), ("Maël", "Tarrit")]),
        ("BRÉVAN Odile", [("Odile", "BRÉVAN")]),
        ("Brévan, Odile", [("Odile", "Brévan")]),
        ("Brévan, Odile; Tarrit, Maël", [("Odile", "Brévan"), ("Maël", "Tarrit")]),
        (
            "Odile BRÉVAN, Maël TARRIT et Ivo LARCH",
            [("Odile", "BRÉVAN"), ("Maël", "TARRIT"), ("Ivo", "LARCH")],
        ),
        ("BRÉVAN, Odile and LARCH, Ivo", [("Odile", "BRÉVAN"), ("Ivo", "LARCH")]),
        ("Odile BRÉVAN – Maël TARRIT", [("Odile", "BRÉVAN"), ("Maël", "TARRIT")]),
        ("Auteurs : Odile Brévan, Maël Tarrit", [("Odile", "Brévan"), ("Maël", "Tarrit")]),
        ("I. Larch & O. Brévan", [("I.", "Larch"), ("O.", "Brévan")]),
        ("J.-P. Tarrit", [("J.-P.", "Tarrit")]),
        ("Odile Brévan-Tarrit", [("Odile", "Brévan-Tarrit")]),
        ("Karl-Heinz Zumbrück und Lotte Ahrendt", [("Karl-Heinz", "Zumbrück"), ("Lotte", "Ahrendt")]),
        ("Giulia D'Amorio e Marco Della Brenta", [("Giulia", "D'Amorio"), ("Marco", "Della Brenta")]),
        ("Inês Cardim e Rui Valadim", [("Inês", "Cardim"), ("Rui", "Valadim")]),
        ("Maarten van der Quaai", [("Maarten", "van der Quaai")]),
        ("Edmond de La Brévière", [("Edmond", "de La Brévière")]),
        ("Youssef EL KARMOUDI", [("Youssef", "EL KARMOUDI")]),
        ("Nadia Ben Sellouf", [("Nadia", "Ben Sellouf")]),
        ("Karim AIT OUALIN, Ahmed Al-Rifadi", [("Karim", "AIT OUALIN"), ("Ahmed", "Al-Rifadi")]),
        ("Siobhán Ní Dhálach", [("Siobhán", "Ní Dhálach")]),
        ("University of Leeds", []),
        ("Le registre et la main", []),
        ("La mano y el registro", []),
        ("Abstract:", []),
        ("Received 12 March 2020", []),
        ("Odile Brévan a relu tous les registres du port.", []),
        pytest.param(
            "Larch, I., Brévan, O., & Tarrit, M. A.", [("I.", "Larch"), ("O.", "Brévan"), ("M. A.", "Tarrit")]
        ),
        pytest.param(
            "Larch I, Brévan O, Tarrit MA",
            [("I", "Larch"), ("O", "Brévan"), ("MA", "Tarrit")],
            marks=wrong("initials after a surname are taken for the surname"),
        ),
        pytest.param(
            "Tom Larch, PhD, and Ida Brévan, MD",
            [("Tom", "Larch"), ("Ida", "Brévan")],
            marks=wrong("an author after a degree is lost"),
        ),
        pytest.param(
            "Tom Larch (University of Leeds), Ida Brévan (Université de Tours)", [("Tom", "Larch"), ("Ida", "Brévan")]
        ),
    ],
)
def test_a_byline_is_read(line: str, names: Names) -> None:
    assert names_of(line, "fr") == names


@pytest.mark.parametrize(
    ("line", "language", "names"),
    [
        ("María del Carmen Ruiz Ordóñez", "es", [("María del Carmen", "Ruiz Ordóñez")]),
        ("José Luis Belmar Ibarra", "es", [("José Luis", "Belmar Ibarra")]),
        ("Juan Pablo Belmar", "es", [("Juan Pablo", "Belmar")]),
        ("Tomás Urcaza y Salas", "es", [("Tomás", "Urcaza y Salas")]),
        ("Lucía de la Fuente Arroyal", "es", [("Lucía", "de la Fuente Arroyal")]),
        ("Ana Belmar Ibarra y Tomás Urcaza Salas", "es", [("Ana", "Belmar Ibarra"), ("Tomás", "Urcaza Salas")]),
        ("João Carlos dos Santos Meirelim", "pt", [("João Carlos", "dos Santos Meirelim")]),
    ],
)
def test_two_surnames_are_kept_together(line: str, language: str, names: Names) -> None:
    assert names_of(line, language) == names


@pytest.mark.parametrize(
    ("line", "markers"),
    [
        ("Odile Brévan¹, Maël Tarrit²*", [("1",), ("2", "*")]),
        ("Odile Brévan^1,2^ and Ivo Larch^2,*^", [("1", "2"), ("2", "*")]),
        ("Odile Brévan^a^, Ivo Larch^b^", [("a",), ("b",)]),
        ("Odile Brévan1 and Ivo Larch2", [("1",), ("2",)]),
        ("Odile Brévan (1), Ivo Larch (2)", [("1",), ("2",)]),
    ],
)
def test_markers_are_no_part_of_a_name(line: str, markers: list[tuple[str, ...]]) -> None:
    byline = read_byline(prose(line))
    assert byline is not None
    assert [person.markers for person in byline.people] == markers
    assert not any(character.isdigit() for person in byline.people for character in person.name.text)


@pytest.mark.parametrize(
    ("line", "prefix", "name", "suffix", "trailer"),
    [
        ("Dr. Tom Larch", "Dr.", "Tom Larch", "", ""),
        ("Pr Odile BRÉVAN", "Pr", "Odile BRÉVAN", "", ""),
        ("Walter B. Larch, Jr.", "", "Walter B. Larch", "Jr.", ""),
        ("Walter B. Larch III", "", "Walter B. Larch", "III", ""),
        ("Odile Brévan (Université de Tours)", "", "Odile Brévan", "", "Université de Tours"),
        ("Odile BRÉVAN, Maîtresse de conférences", "", "Odile BRÉVAN", "", "Maîtresse de conférences"),
        ("Tom Larch, University of Leeds", "", "Tom Larch", "", "University of Leeds"),
    ],
)
def test_what_stands_beside_a_name(line: str, prefix: str, name: str, suffix: str, trailer: str) -> None:
    byline = read_byline(prose(line))
    assert byline is not None
    (person,) = byline.people
    parsed = parse_name(person.name, NameHabits("fr"))
    printed = f"{parsed.given_names.text} {parsed.surname.text}"
    assert (parsed.prefix.text, printed, parsed.suffix.text, person.trailer.text) == (prefix, name, suffix, trailer)


# Affiliations


@pytest.mark.parametrize(
    ("printed", "institution", "divisions", "city", "country"),
    [
        ("Université de Tours, France", "Université de Tours", [], "", "FR"),
        (
            "Department of History, University of Leeds, Leeds, United Kingdom",
            "University of Leeds",
            ["Department of History"],
            "Leeds",
            "GB",
        ),
        (
            "Facultad de Letras, Universidad de Murcia, España",
            "Universidad de Murcia",
            ["Facultad de Letras"],
            "",
            "ES",
        ),
        ("Université Mohammed V – Rabat (Maroc)", "Université Mohammed V", [], "Rabat", "MA"),
        ("CNRS, 75005 Paris, France", "CNRS", [], "Paris", "FR"),
        ("Musée du Port, 13002 Marseille", "Musée du Port", [], "Marseille", ""),
        ("École normale supérieure de Lyon", "École normale supérieure de Lyon", [], "", ""),
        ("Universidad Nacional Autónoma de México", "Universidad Nacional Autónoma de México", [], "", ""),
        ("Universidad de Guanajuato, México", "Universidad de Guanajuato", [], "", "MX"),
        ("the University of Ghana, Accra, Ghana", "University of Ghana", [], "Accra", "GH"),
        ("Universität Wien, Wien, Österreich", "Universität Wien", [], "Wien", "AT"),
        ("Università degli Studi di Padova, Italia", "Università degli Studi di Padova", [], "", "IT"),
        pytest.param(
            "Georgia State University, Atlanta, Georgia, USA",
            "Georgia State University",
            [],
            "Atlanta",
            "US",
            marks=wrong("a state of the United States is the city, the city a division"),
        ),
        pytest.param(
            "New York University, New York, NY, USA",
            "New York University",
            [],
            "New York",
            "US",
            marks=wrong("the letters of a state are a division"),
        ),
        pytest.param(
            "University of Oxford, Oxford OX1 2JD, UK",
            "University of Oxford",
            [],
            "Oxford",
            "GB",
            marks=wrong("a British postcode hides the city"),
        ),
    ],
)
def test_an_affiliation_is_taken_apart(
    printed: str, institution: str, divisions: list[str], city: str, country: str
) -> None:
    parsed = parse_affiliation(prose(printed))
    parts = [part.text for part in parsed.divisions]
    assert (parsed.institution.text, parts, parsed.city.text) == (institution, divisions, city)
    assert (parsed.country_code, parsed.text.text) == (country, printed)


# People and what belongs to them


def people(*lines: tuple[Kind, str]) -> People:
    classified = [Classified(Line(prose(text), place), kind) for place, (kind, text) in enumerate(lines)]
    return PeopleReader(NameHabits("en"), (), Source("article.md", "")).read(classified)


@pytest.mark.parametrize(
    ("lines", "links"),
    [
        (
            [
                (Kind.AUTHORS, "Tom Larch^1^, Ida Brévan^2^ and Ivo Tarrit^1,2^"),
                (Kind.AFFILIATION, "^1^ University of Leeds, United Kingdom"),
                (Kind.AFFILIATION, "^2^ Université de Tours, France"),
            ],
            [(0,), (1,), (0, 1)],
        ),
        (
            [
                (Kind.AUTHORS, "Tom Larch^1^ and Ida Brévan^2^"),
                (Kind.AFFILIATION, "^1^ University of Leeds, United Kingdom; ^2^ Université de Tours, France"),
            ],
            [(0,), (1,)],
        ),
        (
            [
                (Kind.AUTHORS, "Tom Larch"),
                (Kind.AFFILIATION, "University of Leeds, United Kingdom"),
                (Kind.AUTHORS, "Ida Brévan"),
                (Kind.AFFILIATION, "Université de Tours, France"),
            ],
            [(0,), (1,)],
        ),
        (
            [
                (Kind.AUTHORS, "Tom Larch"),
                (Kind.AFFILIATION, "University of Leeds, United Kingdom"),
                (Kind.AFFILIATION, "Université de Tours, France"),
            ],
            [(0, 1)],
        ),
        (
            [
                (Kind.AUTHORS, "Tom Larch and Ida Brévan"),
                (Kind.AFFILIATION, "Department of History"),
                (Kind.AFFILIATION, "University of Leeds, United Kingdom"),
            ],
            [(0,), (0,)],
        ),
        pytest.param(
            [
                (Kind.AUTHORS, "Tom Larch^a^, Ida Brévan^b^"),
                (Kind.AFFILIATION, "^a^University of Leeds, United Kingdom"),
                (Kind.AFFILIATION, "^b^Université de Tours, France"),
            ],
            [(0,), (1,)],
            marks=wrong("a raised letter close to the institution is read as its first letter"),
        ),
    ],
)
def test_authors_are_linked_to_their_affiliations(lines: list[tuple[Kind, str]], links: list[tuple[int, ...]]) -> None:
    found = people(*lines)
    assert [each.affiliations for each in found.contributors] == links
    assert len(found.affiliations) == len({place for link in links for place in link})


@pytest.mark.parametrize(
    ("line", "emails"),
    [
        ("tlarch@example.org, ibrevan@example.org", ["tlarch@example.org", "ibrevan@example.org"]),
        ("brevan@example.org; larch@example.org", ["larch@example.org", "brevan@example.org"]),
    ],
)
def test_addresses_go_to_whose_they_are(line: str, emails: list[str]) -> None:
    found = people((Kind.AUTHORS, "Tom Larch, Ida Brévan"), (Kind.CONTACT, line))
    assert [each.email.text for each in found.contributors] == emails


def test_the_corresponding_author_is_known_by_a_star() -> None:
    found = people((Kind.AUTHORS, "Tom Larch, Ida Brévan*"), (Kind.CORRESPONDING, "* Corresponding author: x@y.org"))
    assert [each.is_corresponding for each in found.contributors] == [False, True]
    assert [each.email.text for each in found.contributors] == ["", "x@y.org"]


def test_an_identifier_with_a_wrong_check_digit_is_reported() -> None:
    found = people((Kind.AUTHORS, "Tom Larch"), (Kind.CONTACT, "ORCID: 0000-0002-1825-0098"))
    assert [each.orcid for each in found.contributors] == [""]
    assert [each.code for each in found.findings] == ["orcid-invalid"]


@pytest.mark.parametrize(
    ("line", "contacts", "rest"),
    [
        ("Courriel : o.brevan@univ-exemple.fr", [("email", "o.brevan@univ-exemple.fr")], ""),
        ("Correo electrónico: ana@ejemplo.es", [("email", "ana@ejemplo.es")], ""),
        ("Contact : <a_b-c+d@sub.ex-ample.ac.uk>", [("email", "a_b-c+d@sub.ex-ample.ac.uk")], ""),
        ("https://orcid.org/0000-0002-1694-233X", [("orcid", "0000-0002-1694-233X")], ""),
        (
            "Tom Larch, tl@example.org, ORCID iD: 0000-0002-1825-0097",
            [("email", "tl@example.org"), ("orcid", "0000-0002-1825-0097")],
            "Tom Larch",
        ),
        ("larch [at] example.org", [], "larch [at] example.org"),
        ("@larch", [], "@larch"),
    ],
)
def test_addresses_and_identifiers_are_found(line: str, contacts: list[tuple[str, str]], rest: str) -> None:
    assert [(contact.kind, contact.value.text) for contact in iter_contacts(prose(line))] == contacts
    assert without_contacts(prose(line)).text == rest


@pytest.mark.parametrize(
    ("identifier", "valid"),
    [
        ("0000-0002-1825-0097", True),
        ("0000-0002-1694-233x", True),
        ("0000-0002-1825-0098", False),
        ("0000-0002-1694-2330", False),
    ],
)
def test_the_check_digit_of_an_orcid(identifier: str, valid: bool) -> None:
    assert is_orcid(identifier) is valid


# Dates


@pytest.mark.parametrize(
    ("line", "language", "dates"),
    [
        (
            "Reçu le 1er février 2020 ; accepté le 14 juillet 2020",
            "fr",
            [("received", "2020-02-01"), ("accepted", "2020-07-14")],
        ),
        ("Reçu : 03/04/2021 – Accepté : 12/06/2021", "fr", [("received", "2021-04-03"), ("accepted", "2021-06-12")]),
        ("Accepté le 4 févr. 2022", "fr", [("accepted", "2022-02-04")]),
        ("Publié en ligne le 30 décembre 2020", "fr", [("pub", "2020-12-30")]),
        (
            "Received 12 March 2020; revised 4 May 2020; accepted 21st June 2020",
            "en",
            [("received", "2020-03-12"), ("rev-recd", "2020-05-04"), ("accepted", "2020-06-21")],
        ),
        (
            "Received: March 12, 2020. Accepted: June 1, 2020",
            "en",
            [("received", "2020-03-12"), ("accepted", "2020-06-01")],
        ),
        ("Received: 2020-03-12 | Accepted: 2020-06-01", "en", [("received", "2020-03-12"), ("accepted", "2020-06-01")]),
        ("Received 01/31/2021", "en", [("received", "2021-01-31")]),
        ("Received: March 2020", "en", [("received", "2020-03")]),
        (
            "Recibido: 3 de marzo de 2021. Aceptado: 15 de septiembre de 2021",
            "es",
            [("received", "2021-03-03"), ("accepted", "2021-09-15")],
        ),
        ("Fecha de aceptación: junio de 2021", "es", [("accepted", "2021-06")]),
        ("Recebido em 3 de março de 2021", "pt", [("received", "2021-03-03")]),
        ("Reçu en 2019", "fr", [("received", "2019")]),
        ("Accepté", "fr", []),
        ("Reçu le 45/13/2021", "fr", []),
        pytest.param("Reçu le 31/02/2020", "fr", []),
        pytest.param(
            "Received 12 March and accepted 4 June 2020",
            "en",
            [("received", "2020-03-12"), ("accepted", "2020-06-04")],
            marks=wrong("a date that shares its year with the next is lost"),
        ),
    ],
)
def test_dates_of_the_history_are_read(line: str, language: str, dates: list[tuple[str, str]]) -> None:
    assert [(date.kind, date.iso) for date, _ in iter_dates(prose(line), language)] == dates


# Keywords


@pytest.mark.parametrize(
    ("printed", "terms"),
    [
        ("port ; registre ; main", ["port", "registre", "main"]),
        ("port, registre, main.", ["port", "registre", "main"]),
        ("port · registre · main", ["port", "registre", "main"]),
        ("port\nregistre\nmain", ["port", "registre", "main"]),
        ("port – registre – main", ["port", "registre", "main"]),
        ("port. registre. main.", ["port", "registre", "main"]),
        ("port", ["port"]),
        ("archives (Rabat, Fès), ports", ["archives (Rabat, Fès)", "ports"]),
        ("accord franco-marocain, porte-parole", ["accord franco-marocain", "porte-parole"]),
        ("ports, registres et mains", ["ports", "registres et mains"]),
        ("TCP/IP, XXe siècle, U.S.A.", ["TCP/IP", "XXe siècle", "U.S.A."]),
        ("port;; registre;", ["port", "registre"]),
        pytest.param(
            "1. port 2. registre 3. main",
            ["port", "registre", "main"],
            marks=wrong("numbers of a list stay at the terms"),
        ),
    ],
)
def test_keywords_are_split(printed: str, terms: list[str]) -> None:
    assert [term.text for term in split_terms(prose(printed))] == terms


# Numbering


def numbers_of(numbering: Numbering) -> tuple[str, str, str, str, str]:
    """Volume, issue, year, first and last page."""
    values = (numbering.volume, numbering.issue, numbering.year, numbering.fpage, numbering.lpage)
    volume, issue, year, fpage, lpage = (value.text for value in values)
    return volume, issue, year, fpage, lpage


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("Revue des Quais, vol. 12, n° 3, 2021, pp. 45-67", ("12", "3", "2021", "45", "67")),
        ("Larch, T. (2020). The quay. Journal of Quays, 14(2), 101–118.", ("14", "2", "2020", "101", "118")),
        ("Journal of Quays 33 (2016): 5-29", ("33", "", "2016", "5", "29")),
        ("Revista de Muelles, núm. 15, enero-junio 2018, págs. 33-58", ("", "15", "2018", "33", "58")),
        ("Año 12, n.º 24 (2021)", ("12", "24", "2021", "", "")),
        ("Volume 4, Issue 2", ("4", "2", "", "", "")),
        ("v. 5, n. 2, p. 10-20, jan./jun. 2019", ("5", "2", "2019", "10", "20")),
        ("Journal of Quays, 15, no. 2, 2011", ("15", "2", "2011", "", "")),
        ("vol. 12, no 3, p. 45 à 67", ("12", "3", "", "45", "67")),
        ("“The Years 1881–1914”, Journal of Quays, vol. 2, no. 1 (2020), p. 3-9", ("2", "1", "2020", "3", "9")),
        ("ISSN 2028-1234", ("", "", "", "", "")),
        pytest.param("vol. 12, nº 3, 2021", ("12", "3", "2021", "", "")),
        pytest.param("Journal of Quays, 14(2), 101–118 (2020)", ("14", "2", "2020", "101", "118")),
        pytest.param("n° 12-13, 2014", ("", "12-13", "2014", "", "")),
        pytest.param("vol. 2, no. 1, 2020, p. 7", ("2", "1", "2020", "7", "")),
        pytest.param("tome XII, n° 2, 2021", ("XII", "2", "2021", "", "")),
        pytest.param("Vol. 12 (2021), e45", ("12", "", "2021", "", "")),
    ],
)
def test_the_numbers_of_a_journal_line(line: str, numbers: tuple[str, str, str, str, str]) -> None:
    assert numbers_of(read_numbering(Prose(), [prose(line)])) == numbers


@pytest.mark.parametrize(
    ("line", "doi"),
    [
        ("https://doi.org/10.5555/quai.2021.12", "10.5555/quai.2021.12"),
        ("DOI : 10.5555/quai.1.", "10.5555/quai.1"),
        ("doi:10.5555/quai(12)3, p. 4", "10.5555/quai(12)3"),
        ("10/5555", ""),
    ],
)
def test_the_doi_of_a_line(line: str, doi: str) -> None:
    assert read_numbering(Prose(), [prose(line)]).doi == doi


def test_the_suggested_citation_counts_more_than_the_lines_of_the_journal() -> None:
    citation = prose("Brévan, O. (2021). « La main et la plume ». Revue des Quais, vol. 12, pp. 4-9.")
    assert numbers_of(read_numbering(citation, [prose("Vol. 11, n° 3")])) == ("12", "3", "2021", "4", "9")
    assert read_journal_title(citation).text == "Revue des Quais"


# Sections

Tree: TypeAlias = list["str | tuple[str, str, Tree]"]


def tree(blocks: Sequence[Block]) -> Tree:
    """Paragraphs, and sections as label, title, what is inside."""
    return [
        (each.label.text, each.title.text, tree(each.blocks)) if isinstance(each, Section) else text_of(each)
        for each in blocks
    ]


@pytest.mark.parametrize(
    ("texts", "trust", "sections"),
    [
        (
            ["a", "# Un", "b", "## Deux", "c", "# Trois"],
            True,
            ["a", ("", "Un", ["b", ("", "Deux", ["c"])]), ("", "Trois", [])],
        ),
        (["## Un", "#### Deux", "## Trois"], True, [("", "Un", [("", "Deux", [])]), ("", "Trois", [])]),
        (["# Un", "## Deux"], False, [("", "Un", []), ("", "Deux", [])]),
        (
            ["# 1. Un", "# 1.1 Deux", "a", "# 1.1.1 Trois", "# 1.2. Quatre", "# Conclusion"],
            False,
            [
                ("1.", "Un", [("1.1", "Deux", ["a", ("1.1.1", "Trois", [])]), ("1.2.", "Quatre", [])]),
                ("", "Conclusion", []),
            ],
        ),
        (["# I. Un", "## A. Deux", "# II. Trois"], True, [("I.", "Un", [("A.", "Deux", [])]), ("II.", "Trois", [])]),
        (["# 1912, une année", "# A quiet port"], True, [("", "1912, une année", []), ("", "A quiet port", [])]),
        (["# I. Un", "# A. Deux", "# II. Trois"], False, [("I.", "Un", [("A.", "Deux", [])]), ("II.", "Trois", [])]),
        (["# IV- Un"], True, [("IV-", "Un", [])]),
    ],
)
def test_headings_nest(texts: list[str], trust: bool, sections: Tree) -> None:
    assert tree(nest([block(text) for text in texts], trust_levels=trust)) == sections


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("1. Introduction", "intro"),
        ("Méthodologie", "methods"),
        ("Resultados", "results"),
        ("Discussion", "discussion"),
        ("IV. Conclusiones", "conclusions"),
        ("Les quais", ""),
    ],
)
def test_usual_sections_have_a_type(title: str, kind: str) -> None:
    (section,) = nest([block(f"# {title}")], trust_levels=True)
    assert isinstance(section, Section)
    assert section.kind == kind


@pytest.mark.parametrize(
    ("printed", "heading"),
    [
        (prose("2. Conclusion"), True),
        (prose("Les quais du Nord").marked(Style.BOLD), True),
        (prose("Les quais du Nord"), False),
        (prose("Les quais sont ouverts.").marked(Style.BOLD), False),
        (prose("***").marked(Style.BOLD), False),
    ],
)
def test_lines_set_apart_are_headings(printed: Prose, heading: bool) -> None:
    assert isinstance(find_headings(Text((Paragraph(printed),))).blocks[0], Heading) is heading


# Captions

TABLE = Table((), ((Cell((block("7"),)),),))
FIGURE = Figure((Image("quai.png"),))


@pytest.mark.parametrize(
    ("blocks", "label", "caption"),
    [
        ([block("Tableau 1. Les navires"), TABLE], "Tableau 1", ["Les navires"]),
        ([TABLE, block("Table 2: Ships")], "Table 2", ["Ships"]),
        ([block("TABLEAU IV : Les navires"), TABLE], "TABLEAU IV", ["Les navires"]),
        ([block("Tabla 3"), TABLE], "Tabla 3", []),
        ([FIGURE, block("Figure 3 – Le quai")], "Figure 3", ["Le quai"]),
        ([FIGURE, block("Carte 1. Le quai")], "Carte 1", ["Le quai"]),
        ([FIGURE, block("Tableau 1. Les navires")], "", []),
        ([FIGURE, block("Le tableau 1 compte les navires.")], "", []),
        ([block("Cuadro n.º 4. Barcos"), TABLE], "Cuadro n.º 4", ["Barcos"]),
        pytest.param([block("Tableau 1 montre les navires."), TABLE], "", []),
    ],
)
def test_tables_and_figures_take_their_captions(blocks: list[Block], label: str, caption: list[str]) -> None:
    captioned = caption_blocks(blocks)
    (each,) = [one for one in captioned if isinstance(one, Table | Figure)]
    assert (each.label.text, [text_of(one) for one in each.caption]) == (label, caption)
    assert len(captioned) == (1 if label else len(blocks))


# References

ONE = "Brévan, O. (2001). Un livre. Rabat: Quai."
TWO = "Tarrit, M. (2002). Un autre livre. Fès: Mât."


@pytest.mark.parametrize(
    ("texts", "references", "kept"),
    [
        (["a", "# Références", ONE, TWO], [("", ONE), ("", TWO)], ["a"]),
        (["# 6. References", f"[1] {ONE}", f"[2] {TWO}"], [("[1]", ONE), ("[2]", TWO)], []),
        (["# Bibliographie", f"1. {ONE}", f"2. {TWO}"], [("1.", ONE), ("2.", TWO)], []),
        (["# Bibliografía", f"{ONE}\n{TWO}"], [("", ONE), ("", TWO)], []),
        (
            ["# References", ONE, "https://doi.org/10.5555/x", TWO],
            [("", f"{ONE} https://doi.org/10.5555/x"), ("", TWO)],
            [],
        ),
        (["# References", ONE, "# Appendix", "b"], [("", ONE)], ["Appendix", "b"]),
        (["# Les références du port", ONE], [], ["Les références du port", ONE]),
    ],
)
def test_references_are_taken_apart(texts: list[str], references: list[tuple[str, str]], kept: list[str]) -> None:
    found = take_references([block(text) for text in texts], is_extracted=True)
    assert [(each.label.text, each.text.text) for part in found.lists for each in part.references] == references
    assert [text_of(each) for each in found.blocks] == kept


# Labels and declarations


@pytest.mark.parametrize(
    ("text", "kind", "language", "rest"),
    [
        ("Résumé : Le port.", "abstract", "fr", "Le port."),
        ("Abstract – The port.", "abstract", "en", "The port."),
        ("A B S T R A C T", "abstract", "en", ""),
        ("RESUMEN", "abstract", "es", ""),
        ("Palabras clave: puerto", "keywords", "es", "puerto"),
        ("Mots-clés : port", "keywords", "fr", "port"),
    ],
)
def test_labels_run_in_are_read(text: str, kind: str, language: str, rest: str) -> None:
    found = label_at(block(text))
    assert found is not None
    assert (found.label.kind, found.label.language, found.rest.text) == (kind, language, rest)


@pytest.mark.parametrize("text", ["Abstract the port.", "Funding was scarce.", "Les remerciements du port."])
def test_words_inside_a_sentence_are_no_labels(text: str) -> None:
    assert label_at(block(text)) is None


def test_keywords_at_the_end_of_an_abstract_are_cut_off() -> None:
    pieces = split_at_keywords(block("Le port compte ses navires et les mains changent. Mots-clés : port, main."))
    assert [text_of(piece) for piece in pieces] == [
        "Le port compte ses navires et les mains changent.",
        "Mots-clés : port, main.",
    ]


@pytest.mark.parametrize(
    ("texts", "kind", "words", "kept"),
    [
        (["# Acknowledgements", "We thank.", "# References"], "acknowledgements", ["We thank."], ["References"]),
        (["Remerciements", "Merci au port.", "Suite."], "acknowledgements", ["Merci au port."], ["Suite."]),
        (["Funding: The port paid.", "More."], "funding", ["The port paid."], ["More."]),
        (["Financement : Le port a payé."], "funding", ["Le port a payé."], []),
        (["Conflicto de intereses: ninguno."], "conflict", ["ninguno."], []),
        (["Data availability statement: on request."], "data-availability", ["on request."], []),
        (["Author contributions: T.L. wrote."], "contributions", ["T.L. wrote."], []),
        (["Funding was scarce in the port."], "", [], ["Funding was scarce in the port."]),
    ],
)
def test_declarations_are_taken(texts: list[str], kind: str, words: list[str], kept: list[str]) -> None:
    taken = take_statements([block(text) for text in texts])
    found = [(each.kind, [text_of(one) for one in each.blocks]) for each in taken.statements]
    assert found == ([(kind, words)] if kind else [])
    assert [text_of(each) for each in taken.blocks] == kept


# Capitals

VOCABULARY = Vocabulary.of(["Le port de Rabat au XXe siècle, dit l'ONU.", "On va à Rabat."])


@pytest.mark.parametrize(
    ("title", "mentions", "recased", "proved"),
    [
        ("LE PORT DE RABAT", [], "Le port de Rabat", False),
        ("LE PORT DE RABAT", ["Le Port de Rabat"], "Le Port de Rabat", True),
        ("ÉTAT DU PORT : LES QUAIS", [], "État du port : les quais", False),
        pytest.param("LE PORT ET L'ONU", [], "Le port et l'ONU", False),
        pytest.param("LE PORT DU XIXE SIÈCLE", [], "Le port du XIXe siècle", False),
    ],
)
def test_titles_in_capitals(title: str, mentions: list[str], recased: str, proved: bool) -> None:
    printed, is_proved = recase_title(prose(title), mentions, VOCABULARY)
    assert (printed.text, is_proved) == (recased, proved)


@pytest.mark.parametrize(
    ("name", "recased"),
    [
        ("BRÉVAN-TARRIT", "Brévan-Tarrit"),
        ("EL KARMOUDI", "El Karmoudi"),
        ("D'AMORIO", "D'Amorio"),
        ("RUIZ Y SALAS", "Ruiz y Salas"),
        ("J.-P.", "J.-P."),
    ],
)
def test_names_in_capitals(name: str, recased: str) -> None:
    assert recase_name(prose(name))[0].text == recased
