"""The rules for what has a grammar: names, numbers, dates, identifiers, titles; each example is one rule."""

import pytest

from ries_jats.article.references import Part
from ries_jats.references.dates import date_parts
from ries_jats.references.locators import locator_parts
from ries_jats.references.names import Manner, name_parts
from ries_jats.references.numbers import page_parts, volume_parts


def names(text: str, manner: Manner | None = None) -> list[str]:
    """`surname|given|suffix` of each name."""
    found: list[str] = []
    for part in name_parts(text, 0, len(text), manner or Manner()):
        if part.element == "string-name":
            found.append("")
        else:
            place = {"surname": 0, "given-names": 1, "suffix": 2}[part.element]
            pieces = [*found[-1].split("|"), "", ""][:3]
            pieces[place] = text[part.start : part.stop]
            found[-1] = "|".join(pieces)
    return [name.rstrip("|") for name in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Veyne Paul", ["Veyne|Paul"]),
        ("Paul Veyne", ["Veyne|Paul"]),
        ("P. Veyne", ["Veyne|P."]),
        ("KANOHIN F.", ["KANOHIN|F."]),
        ("Veyne, P., Dupont, J. & Martin, A.", ["Veyne|P.", "Dupont|J.", "Martin|A."]),
        ("Scott, Joan W., and Mary Smith", ["Scott|Joan W.", "Smith|Mary"]),
        ("Jean Dupont, Marie Martin et Paul Durand", ["Dupont|Jean", "Martin|Marie", "Durand|Paul"]),
        ("Dupont, Jean ; Martin, Marie", ["Dupont|Jean", "Martin|Marie"]),
        ("DUPONT Jean et MARTIN Marie", ["DUPONT|Jean", "MARTIN|Marie"]),
        ("Jean DUPONT", ["DUPONT|Jean"]),
        ("LE GOFF Jacques", ["LE GOFF|Jacques"]),
        ("EL AMRANI Nadia", ["EL AMRANI|Nadia"]),
        ("GENETTE (Gérard)", ["GENETTE|Gérard"]),
        ("Putnam RD", ["Putnam|RD"]),
        ("Smith J, Jones AB", ["Smith|J", "Jones|AB"]),
        ("M. de Certeau", ["de Certeau|M."]),
        ("Peter de la Mare", ["de la Mare|Peter"]),
        ("Beauvoir Simone de", ["Beauvoir|Simone de"]),
        ("Cervantes Saavedra, Miguel de", ["Cervantes Saavedra|Miguel de"]),
        ("Ortega y Gasset, José", ["Ortega y Gasset|José"]),
        ("García Fernández, M. y Ruiz Soto, J.", ["García Fernández|M.", "Ruiz Soto|J."]),
        ("Gabriel García Márquez", ["García Márquez|Gabriel"]),
        ("Joan Torres, y Sabine Nussbaum", ["Torres|Joan", "Nussbaum|Sabine"]),
        ("I.R. Lacruz Berdejo", ["Lacruz Berdejo|I.R."]),
        ("I.Manor", ["Manor|I."]),
        ("Brown, C., Jr.", ["Brown|C.|Jr."]),
        ("Maria da Conceição SOUZA", ["SOUZA|Maria da Conceição"]),
        ("Lévi-Strauss", ["Lévi-Strauss"]),
        ("Ben Achour Yadh", ["Ben Achour|Yadh"]),
        ("Abdelkader Ben Salah", ["Ben Salah|Abdelkader"]),
        ("Hadj Ahmed S.", ["Hadj Ahmed|S."]),
        ("Aït Kaki M., Ould Daddah S.", ["Aït Kaki|M.", "Ould Daddah|S."]),
        ("Mugo wa Kamau", ["Mugo wa Kamau"]),
        ("Abbé Denis", ["Abbé Denis"]),
        ("Isabel Cruz Ramírez", ["Cruz Ramírez|Isabel"]),
        ("José Vicente García", ["García|José Vicente"]),
        ("MARTINON.P", ["MARTINON|P"]),
        ("GONZÁLEZ, V. Y ZABALA, I.", ["GONZÁLEZ|V.", "ZABALA|I."]),
    ],
)
def test_names_are_split(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_where_words_do_not_show_it_the_manner_of_the_reference_decides() -> None:
    assert names("Obiang Nsue", Manner(surname_first=True)) == ["Obiang|Nsue"]
    assert names("Obiang Nsue") == ["Nsue|Obiang"]


def said(text: str, parts: list[Part]) -> dict[str, str]:
    return {part.element: text[part.start : part.stop] for part in parts}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12(3)", {"volume": "12", "issue": "3"}),
        ("vol. 12, n° 3", {"volume": "12", "issue": "3"}),
        ("vol. XII, nº 3-4", {"volume": "XII", "issue": "3-4"}),
        ("t. II", {"volume": "II"}),
        ("n° 112", {"issue": "112"}),
        ("núm. 30", {"issue": "30"}),
        ("44e année, n° 6", {"volume": "44", "issue": "6"}),
        ("101/1", {"volume": "101", "issue": "1"}),
        ("(35)", {"issue": "35"}),
        ("62", {"volume": "62"}),
        ("v. 42, n. 1", {"volume": "42", "issue": "1"}),
        ("n° 5964 bis", {"issue": "5964 bis"}),
        ("2 vols.", {"size": "2"}),
        ("5 |", {"issue": "5"}),
        ("12/3 |", {"volume": "12", "issue": "3"}),
        (";(7):", {"issue": "7"}),
        ("Vol. LX Nros. 17-18", {"volume": "LX", "issue": "17-18"}),
    ],
)
def test_volume_and_issue(text: str, expected: dict[str, str]) -> None:
    assert said(text, list(volume_parts(text, 0, len(text), is_serial=True))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2010/3", {"issue": "3"}),
        ("2010/3 (n° 232)", {"issue": "232"}),
        ("2011/2, n° 57", {"issue": "57"}),
        ("2006/1 Vol. 47", {"volume": "47", "issue": "1"}),
        ("2006/4, 61e année", {"volume": "61", "issue": "4"}),
    ],
)
def test_an_issue_counted_within_its_year_is_told_by_the_number_of_the_journal(
    text: str, expected: dict[str, str]
) -> None:
    assert said(text, list(volume_parts(text, 5, len(text), is_serial=True))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pp. 45-67", {"fpage": "45", "lpage": "67"}),
        ("p. 12–9", {"fpage": "12", "lpage": "9"}),
        ("358 p.", {"size": "358"}),
        ("750 págs.", {"size": "750"}),
        ("p. XVII-XLII", {"fpage": "XVII", "lpage": "XLII"}),
        ("p. 133-149, ici p. 140", {"fpage": "133", "lpage": "149"}),
        ("421–440, 423", {"fpage": "421", "lpage": "440"}),
        ("p. 12, 15-17", {"page-range": "12, 15-17"}),
        ("p. 61 et suivantes", {"fpage": "61"}),
        ("pp. xii + 310", {"size": "xii + 310"}),
        ("pp11-27", {"fpage": "11", "lpage": "27"}),
        ("p. A-6", {"fpage": "A-6"}),
        ("Article 10234", {"elocation-id": "10234"}),
        ("1297175", {"elocation-id": "1297175"}),
        ("e1240", {"elocation-id": "e1240"}),
        ("A7", {"fpage": "A7"}),
        ("chap. 4", {}),
        ("161 p., p. 12", {"size": "161", "fpage": "12"}),
    ],
)
def test_pages(text: str, expected: dict[str, str]) -> None:
    assert said(text, list(page_parts(text, 0, len(text), is_serial=True))) == expected


@pytest.mark.parametrize(
    ("text", "iso", "year"),
    [
        ("(2015a)", "2015", "2015a"),
        ("1923-1924", "1923/1924", "1923-1924"),
        ("12 février 2021", "2021-02-12", "2021"),
        ("March 4, 2011", "2011-03-04", "2011"),
        ("14 de octubre de 2012", "2012-10-14", "2012"),
        ("(2019, 4 avril)", "2019-04-04", "2019"),
        ("1er mai 1968", "1968-05-01", "1968"),
        ("14/02/2022", "2022-02-14", "2022"),
        ("2022-02-14", "2022-02-14", "2022"),
        ("1964 [1905]", "1964", "1964"),
        ("[1905] 1964", "1964", "1964"),
        ("12. März 1987", "1987-03-12", "1987"),
        ("3 marzo 1999", "1999-03-03", "1999"),
        ("maio 2004", "2004-05", "2004"),
        ("03 mars 2020", "2020-03-03", "2020"),
        ("1965/2003", "2003", "2003"),
        ("1997/1998", "1997/1998", "1997/1998"),
    ],
)
def test_dates(text: str, iso: str, year: str) -> None:
    part = next(part for part in date_parts(text, 0, len(text)) if part.element == "year")
    assert (part.attribute("iso-8601-date"), text[part.start : part.stop]) == (iso, year)


@pytest.mark.parametrize("text", ["s. d.", "n.d.", "sin fecha", "à paraître"])
def test_no_date_is_no_year(text: str) -> None:
    assert not list(date_parts(text, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "element", "words"),
    [
        ("DOI: 10.5555/ab.1", "pub-id", "10.5555/ab.1"),
        ("https://doi.org/10.5555/ab.1.", "pub-id", "10.5555/ab.1"),
        ("(http://dx.doi.org/10.5555/ab(1)2)", "pub-id", "10.5555/ab(1)2"),
        ("voir https://exemple.org/a/b, consulté", "ext-link", "https://exemple.org/a/b"),
        ("<www.exemple.org/b>", "ext-link", "www.exemple.org/b"),
        ("https://exemple.org/10.5555/ab", "ext-link", "https://exemple.org/10.5555/ab"),
        ("ISBN 978-2-07-077922-2", "isbn", "978-2-07-077922-2"),
        ("ISBN: 2-7157-0005-2.", "isbn", "2-7157-0005-2"),
        ("ISSN 1575-2437", "issn", "1575-2437"),
    ],
)
def test_identifiers_and_addresses(text: str, element: str, words: str) -> None:
    assert [(part.element, text[part.start : part.stop]) for part in locator_parts(text)] == [(element, words)]
