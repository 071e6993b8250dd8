"""Cities and countries are told in affiliations, and not in the names of institutions that hold them."""

import re
from importlib.resources import files

import pytest

from ries_jats.places import city_at_end, country_at_end, country_code, is_city, place_key


def lines_of(name: str) -> list[str]:
    return files("ries_jats").joinpath("data", name).read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    "text",
    [
        "Paris",
        "PARIS",
        "Nice",
        "Fès",
        "Fes",
        "Béni-Mellal",
        "Tizi-Ouzou",
        "Aix-en-Provence",
        "Saint Denis",
        "Londres",
        "München",
        "Munich",
        "Lisbonne",
        "Ciudad de México",
        "Washington, D.C.",
        "New York",
        "الرباط",
        "Louvain-la-Neuve",
        "Genève,",
        "(Rabat)",
        "Luxembourg",
        "Villeneuve-d'Ascq",
        "Corte",
        "Como",
        "El Jadida",
    ],
)
def test_a_city_is_one_under_its_usual_names(text: str) -> None:
    assert is_city(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        ",",
        "|",
        "Université",
        "Sciences",
        "Centre",
        "Commerce",
        "Nada",
        "Universidad",
        "Liban",
        "Lebanon",
        "Florida",
        "Université de Paris",
        "Paris 8",
        "75005",
        "nice",
        "tours",
        "aix-en-provence",
    ],
)
def test_other_words_are_no_city(text: str) -> None:
    assert not is_city(text)


def test_a_city_in_lower_case_is_one_only_in_any_case() -> None:
    assert is_city("nice", any_case=True)
    assert is_city("aix-en-provence", any_case=True)
    assert not is_city("sciences", any_case=True)


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("Sciences Po Paris", "Paris"),
        ("Université Hassan II, Casablanca.", "Casablanca."),
        ("Université Ibn Zohr – Agadir", "Agadir"),
        ("UNAM, Ciudad de México", "Ciudad de México"),
        ("Faculté de droit, Saint-Denis", "Saint-Denis"),
        ("University of California, Los Angeles", "Los Angeles"),
        ("جامعة محمد الخامس، الرباط", "الرباط"),
        ("Rabat", "Rabat"),
    ],
)
def test_the_city_at_the_end_is_found(text: str, city: str) -> None:
    start = city_at_end(text)
    assert start is not None
    assert text[start:] == city


@pytest.mark.parametrize(
    "text",
    [
        "Université de Paris",
        "University of Texas at Austin",
        "Université Paris-Saclay",
        "Universidad de La Laguna",
        "Université Aix-Marseille",
        "جامعة الرباط",
        "Sciences paris",
        "Université Mohammed V",
        "",
    ],
)
def test_a_city_within_a_name_or_none_is_not_split_off(text: str) -> None:
    assert city_at_end(text) is None


def test_a_city_in_lower_case_is_found_at_the_end_in_any_case() -> None:
    assert city_at_end("Sciences paris", any_case=True) == 9


@pytest.mark.parametrize(
    ("text", "code"),
    [(name, "GB") for name in ("UK", "U.K.", "Royaume-Uni", "Angleterre", "England", "Scotland", "Wales", "Écosse")]
    + [(name, "US") for name in ("USA", "U.S.A.", "Etats-Unis", "États-Unis d’Amérique", "EE. UU.", "EE.UU.", "US")]
    + [(name, "MA") for name in ("Maroc", "MAROC", "maroc", "Morocco", "Marruecos", "المغرب", "MA", "MAR", "(Maroc).")]
    + [(name, "NL") for name in ("Pays-Bas", "The Netherlands", "Países Bajos", "Niederlande", "Paesi Bassi")]
    + [("México", "MX"), ("Méjico", "MX"), ("Brasil", "BR"), ("Reino Unido", "GB"), ("Côte d'Ivoire", "CI")]
    + [("Ivory Coast", "CI"), ("RDC", "CD"), ("République démocratique du Congo", "CD"), ("Czech Republic", "CZ")]
    + [("Corée du Sud", "KR"), ("Bosnia and Herzegovina", "BA"), ("Polónia", "PL"), ("Polônia", "PL"), ("DE", "DE")]
    + [("ESP", "ES"), ("FRA", "FR"), ("Singapour", "SG"), ("Monaco", "MC"), ("Palestine", "PS"), ("Burma", "MM")],
)
def test_a_country_has_its_code_under_every_usual_name(text: str, code: str) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize("text", ["", "de", "fr", "mar", "Paris", "Granada", "EU", "XX", "Europe", "Kosovar"])
def test_what_names_no_country_has_no_code(text: str) -> None:
    assert country_code(text) is None


@pytest.mark.parametrize(
    ("text", "country", "code"),
    [
        ("Sciences paris – France.", "France.", "FR"),
        ("Université Hassan II Maroc", "Maroc", "MA"),
        ("Paris (France)", "France)", "FR"),
        ("Paris-France ;", "France ;", "FR"),
        ("Abidjan, Côte d’Ivoire", "Côte d’Ivoire", "CI"),
        ("Leiden, The Netherlands", "The Netherlands", "NL"),
        ("Cambridge, MA, USA", "USA", "US"),
        ("Rabat, MAR", "MAR", "MA"),
        ("Madrid, EE. UU.", "EE. UU.", "US"),
        ("Bissau, Guinée-Bissau", "Guinée-Bissau", "GW"),
        ("Belfast, Northern Ireland", "Northern Ireland", "GB"),
        ("Tbilisi, Georgia", "Georgia", "GE"),
        ("Port-Louis, Maurice", "Maurice", "MU"),
        ("Taipei, Taiwan (R.O.C.)", "Taiwan (R.O.C.)", "TW"),
        ("جامعة محمد الخامس، الرباط، المغرب", "المغرب", "MA"),
        ("France", "France", "FR"),
    ],
)
def test_the_country_at_the_end_is_found(text: str, country: str, code: str) -> None:
    found = country_at_end(text)
    assert found is not None
    assert (text[found[0] :], found[1]) == (country, code)


@pytest.mark.parametrize(
    "text",
    [
        "Institut de France",
        "Université de Guinée",
        "Université d’Algérie",
        "Banque de la Tunisie",
        "Île-de-France",
        "University of the Netherlands",
        "Universidad del Perú",
        "University of New Mexico",
        "Cambridge, MA",
        "جامعة تونس",
        "Rhode Island",
        "Jean Maurice",
        "Universidad de Granada",
        "Paris",
        "",
        "Universität für Österreich",
    ],
)
def test_a_country_within_a_name_or_none_is_not_split_off(text: str) -> None:
    assert country_at_end(text) is None


def test_the_files_are_sorted_small_and_well_formed() -> None:
    for name in ("cities.txt", "countries.txt", "country-variants.txt"):
        assert lines_of(name) == sorted(lines_of(name)), name
    assert sum(len(line.encode()) + 1 for line in lines_of("cities.txt")) < 600_000
    assert [
        line for line in lines_of("cities.txt") if not re.fullmatch(r"[^\t|]+(\|[^\t|]+)*\t[A-Z]{2}( [A-Z]{2})*", line)
    ] == []
    assert [line for line in lines_of("countries.txt") if not re.fullmatch(r"[A-Z]{2}\t[A-Z]{3}\t[^\t]+", line)] == []


def test_cities_are_listed_as_they_are_compared() -> None:
    names = [name for line in lines_of("cities.txt") for name in line.split("\t")[0].split("|")]
    assert [name for name in names if place_key(name) != name] == []


def test_no_name_is_two_countries() -> None:
    names = [(line[:2], each) for line in lines_of("countries.txt") for each in line.split("\t")[2].split("|")]
    names += [(line[:2], each) for line in lines_of("country-variants.txt") for each in line.split("\t")[1].split("|")]
    assert [
        (code, each) for code, each in names if country_code(each) != code and not re.fullmatch("[A-Z]{2,3}", each)
    ] == []
