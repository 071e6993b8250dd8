"""Paragraphs, quotations, items and words that a page or line end cut."""

import pytest

from ries_jats.dictionary import is_word
from ries_jats.manuscript.repair.joins import join_paragraphs
from ries_jats.manuscript.repair.words import Words

from .documents import OPEN, codes_of, document, notes_of, prose, texts_of

# Joins


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (OPEN, "et le papier.", OPEN + " et le papier."),
        (OPEN + ",", "mais pas le papier.", OPEN + ", mais pas le papier."),
        (OPEN + " du regis-", "tre. Un registre.", OPEN + " du registre. Un registre."),
        (OPEN + " du porte-", "parole. Il porte la parole.", OPEN + " du porte-parole. Il porte la parole."),
        (OPEN + ".", "et le papier.", ""),
        (OPEN + " :", "une liste", ""),
        (OPEN, "^1^ et le papier.", ""),
        (OPEN, "Mots-clés : port, quai", ""),
        (OPEN, "# Conclusion", ""),
        ("Odile Brévan", "et Maël Tarrit", ""),
        (OPEN + " du regis-", "tre.", OPEN + " du registre."),
    ],
)
def test_paragraphs_that_a_page_cut_are_joined(one: str, other: str, joined: str) -> None:
    repaired = join_paragraphs(document(one, other))
    assert texts_of(repaired) == ([joined] if joined else [one, other.replace("^", "").strip("# ")])
    assert not repaired.findings


def test_a_join_at_a_capital_is_reported() -> None:
    other = "Maroc a compté autrement, comme le disent les papiers que le port a gardés."
    repaired = join_paragraphs(document(OPEN + " au", other))
    assert texts_of(repaired) == [f"{OPEN} au {other}"]
    assert [each.code for each in repaired.findings] == ["join-uncertain"]


def test_entries_of_a_reference_list_are_not_joined() -> None:
    entries = [OPEN + ", Rabat 2001", "Tarrit, M. (2002). Un livre sur les quais et sur les mains qui les tiennent"]
    assert texts_of(join_paragraphs(document("# Références", *entries)))[1:] == entries


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        ("Un regis-\ntre, le registre.", "Un registre, le registre."),
        ("Un regis\u00ad\ntre.", "Un registre."),
        ("Un regis\u2010\ntre.", "Un registre."),
        ("La Provence-\nAlpes.", "La Provence-Alpes."),
        ("Un porte-\nparole : il porte la parole.", "Un porte-parole : il porte la parole."),
        ("Un port -\nun quai", "Un port -\nun quai"),
        ("Un regis-\ntre.", "Un registre."),
        ("La Provence\u2010\nAlpes.", "La Provence\u2010Alpes."),
    ],
)
def test_words_that_a_line_end_cut_are_mended(printed: str, mended: str) -> None:
    assert texts_of(join_paragraphs(document(printed))) == [mended]


LONG = "Maroc a compté autrement, comme le disent les papiers que le port a gardés depuis la grande tempête."
"""A paragraph that begins with a capital letter and may be the rest of a sentence."""


@pytest.mark.parametrize(
    ("texts", "joined"),
    [
        # a small start
        ([OPEN, "et le papier."], [f"{OPEN} et le papier."]),
        ([OPEN, "« et » le papier."], [f"{OPEN} « et » le papier."]),
        ([OPEN, "él y la pluma."], [f"{OPEN} él y la pluma."]),
        ([f"{OPEN} l’", "encre et le papier."], [f"{OPEN} l’encre et le papier."]),
        ([f"{OPEN} -", "et le papier."], [f"{OPEN} - et le papier."]),
        ([f"{OPEN}.", "et le papier."], [f"{OPEN}.", "et le papier."]),
        ([f"{OPEN} !", "et le papier."], [f"{OPEN} !", "et le papier."]),
        ([f"{OPEN}[^7]", "et le papier."], [f"{OPEN}7 et le papier."]),
        ([OPEN, "[^7] et le papier."], [f"{OPEN} 7 et le papier."]),
        (["Un port", "et un quai."], ["Un port", "et un quai."]),
        ([OPEN[:50], "et un quai."], [OPEN[:50], "et un quai."]),
        ([OPEN[:50], "\f", "et un quai."], [f"{OPEN[:50]} et un quai."]),
        # signs
        ([OPEN, ", et le papier."], [f"{OPEN}, et le papier."]),
        ([OPEN, ") et le papier."], [f"{OPEN}) et le papier."]),
        ([f"{OPEN},", "12 navires."], [f"{OPEN}, 12 navires."]),
        ([f"{OPEN}", "12 navires."], [f"{OPEN}", "12 navires."]),
        ([f"{OPEN} :", "un quai."], [f"{OPEN} :", "un quai."]),
        ([f"{OPEN} :", "\f", "un quai."], [f"{OPEN} : un quai."]),
        ([f"{OPEN} ;", "\f", "un quai."], [f"{OPEN} ; un quai."]),
        ([f"{OPEN} ;", "un quai."], [f"{OPEN} ;", "un quai."]),
        # a parenthesis
        ([OPEN, "(et le papier) du port."], [f"{OPEN} (et le papier) du port."]),
        # no running text
        ([OPEN, "a) un quai", "b) un mât"], [OPEN, "a) un quai", "b) un mât"]),
        ([OPEN, "– un quai"], [OPEN, "– un quai"]),
        ([OPEN, "https://example.org/quai"], [OPEN, "https://example.org/quai"]),
        ([f"__{OPEN}__", "et le papier."], [OPEN, "et le papier."]),
        ([OPEN, "__et le papier__"], [OPEN, "et le papier"]),
        ([OPEN, "Mots-clés : port, quai"], [OPEN, "Mots-clés : port, quai"]),
        ([OPEN, "résumé du livre."], [f"{OPEN} résumé du livre."]),
        (["Mots-clés", "et le papier."], ["Mots-clés", "et le papier."]),
        ([f"{OPEN}.\nRabat", "et le papier."], [f"{OPEN}.\nRabat", "et le papier."]),
        # a heading that is none
        ([OPEN, "# et le papier."], [f"{OPEN} et le papier."]),
        ([OPEN, "# Le papier", "et l'encre."], [OPEN, "Le papier", "et l'encre."]),
        (["# Un port", "et un quai."], ["Un port", "et un quai."]),
        # a table floats between the halves
        ([OPEN, "|", "et le papier."], [f"{OPEN} et le papier.", ""]),
        ([OPEN, "|", "|", "et le papier."], [f"{OPEN} et le papier.", "", ""]),
        ([f"{OPEN} du", "|", LONG], [f"{OPEN} du", "", LONG]),
        # items and quotations
        ([f"* un quai\n* {OPEN}", "et le papier."], [f"un quai / {OPEN} et le papier."]),
        (["* un quai\n* un mât", "et le papier."], ["un quai / un mât", "et le papier."]),
        ([f"* un quai\n* Un mât. {OPEN} du", "\f", LONG], [f"un quai / Un mât. {OPEN} du {LONG}"]),
        ([f"* un quai\n* Un mât. {OPEN} du", LONG], [f"un quai / Un mât. {OPEN} du", LONG]),
        ([f"> {OPEN}", "et le papier."], [f"{OPEN} et le papier."]),
        ([f"> {OPEN}", "> et le papier."], [f"{OPEN} et le papier."]),
        ([f"> {OPEN}.", "> et le papier."], [f"{OPEN}.", "et le papier."]),
        ([f"> {OPEN}", "Le papier le dit."], [OPEN, "Le papier le dit."]),
        ([OPEN, "> et le papier."], [OPEN, "et le papier."]),
    ],
)  # fmt: skip
def test_a_sentence_is_joined_over_what_cut_it(texts: list[str], joined: list[str]) -> None:
    repaired = join_paragraphs(document("Un port.", *texts))
    assert texts_of(repaired) == ["Un port.", *joined]


@pytest.mark.parametrize(
    ("texts", "is_joined"),
    [
        ([f"{OPEN} au", LONG], True),
        ([f"{OPEN} au", "\f", LONG], True),
        ([f"{OPEN} au", "\f", "Maroc."], False),
        ([f"{OPEN[:80]} au", "\f", LONG], False),
        ([f"{OPEN}.", "\f", LONG], False),
        ([f"{OPEN} »", "\f", LONG], False),
        ([f"{OPEN} au", "\f", f"({LONG[:-1]})."], True),
        ([f"{OPEN}. Le port du soir", LONG], False),
        ([f"{OPEN}. Le port du soir", "\f", LONG], True),
        ([f"{OPEN}. Le port du soir est au", "\f", LONG], True),
        ([f"{OPEN}. Le port,", "\f", LONG], True),
        ([f"{OPEN} __Le port__", "\f", LONG], True),
        ([f"{OPEN}. __{OPEN}__", "\f", LONG], False),
        ([f"{OPEN}. Le port du soir", "\f", f"({LONG[:-1]})."], True),
        ([f"{OPEN} au", "\f", f"Mots-clés : {LONG}"], False),
        ([f"{OPEN} au", "\f", f"^1^ {LONG}"], False),
        (["# Bibliographie", f"{OPEN} au", "\f", LONG], False),
        (["# Bibliographie", OPEN, "\f", f"et {LONG}"], True),
    ],
)
def test_a_capital_goes_on_only_after_what_is_surely_open(texts: list[str], is_joined: bool) -> None:
    repaired = join_paragraphs(document("Un port.", *texts))
    blocks = len([text for text in texts if text != "\f"])
    assert len(repaired.blocks) == 1 + blocks - is_joined
    is_capital = texts[-1].lstrip("(")[0].isupper() and not texts[-1].startswith("(")
    assert codes_of(repaired) == (["join-uncertain"] if is_joined and is_capital else [])


def test_lines_of_the_head_are_not_joined() -> None:
    head = [OPEN, "et le papier", "# Résumé", "Un port."]
    assert texts_of(join_paragraphs(document(*head))) == [text.removeprefix("# ") for text in head]


def test_words_of_notes_are_made_whole() -> None:
    note = "[^1]: Le regis-\ntre du port, un registre."
    assert notes_of(join_paragraphs(document("Un port.", note))) == [("1", "Le registre du port, un registre.")]


# Words

FRENCH = (
    "Les gardiens du port comptent les navires et les barques, et le maître du quai écrit dans un livre que personne "
    "ne lit, car il est trop long et la lampe de la salle est trop petite pour les yeux de ceux qui ont travaillé."
)
ENGLISH = (
    "The keepers of the harbour count the ships and the boats, and the master of the quay writes in a book that nobody "
    "reads, because it is too long and the lamp of the hall is too small for the eyes of those who have worked."
)
SPANISH = (
    "Los guardianes del puerto cuentan los barcos y las barcas, y el maestro del muelle escribe en un libro que nadie "
    "lee, porque es demasiado largo y la lámpara de la sala es pequeña para los ojos de los que han trabajado."
)
ITALIAN = (
    "I custodi del porto contano le navi e le barche, e il maestro del molo scrive in un libro che nessuno legge, "
    "perché è troppo lungo e la lampada della sala è troppo piccola per gli occhi di quelli che hanno lavorato."
)


@pytest.mark.parametrize(
    ("language", "one", "other", "joined"),
    [
        # a hyphen that marks the cut
        (FRENCH, "la diplo-", "matie", "la diplomatie"),
        (FRENCH, "la diplo\u00ad", "matie", "la diplomatie"),
        (FRENCH, "la diplo\u2010", "matie", "la diplomatie"),
        (ENGLISH, "a regis-", "ter", "a register"),
        (ENGLISH, "the fisher-", "men", "the fishermen"),
        (SPANISH, "el gobier-", "no", "el gobierno"),
        (ITALIAN, "il gover-", "no", "il governo"),
        (FRENCH, "le zorb-", "lique", "le zorblique"),
        # a hyphen of the word
        (FRENCH, "le porte-", "parole", "le porte-parole"),
        (FRENCH, "le rendez-", "vous", "le rendez-vous"),
        (ENGLISH, "the quay-", "keepers", "the quay-keepers"),
        (ENGLISH, "a well-", "known", "a well-known"),
        (FRENCH, "le non-", "verbal", "le non-verbal"),
        (FRENCH, "la Net-", "Diplomacy", "la Net-Diplomacy"),
        (FRENCH, "la Provence\u2010", "Alpes", "la Provence\u2010Alpes"),
        (SPANISH, "lo socio-", "político", "lo socio-político"),
        # a soft hyphen is never the word's own
        (FRENCH, "le porte\u00ad", "parole", "le porteparole"),
        # without a hyphen
        (FRENCH, "la diplo", "matie", "la diplomatie"),
        (ENGLISH, "the regis", "ter", "the register"),
        (FRENCH, "la porte", "ouvre", "la porte ouvre"),
        (FRENCH, "le par", "don", "le par don"),
        (FRENCH, "le zorb", "lique", "le zorb lique"),
        # elisions, signs, addresses
        (FRENCH, "l'", "encre", "l'encre"),
        (FRENCH, "l’", "encre", "l’encre"),
        (FRENCH, "le port", ", puis", "le port, puis"),
        (FRENCH, "voir https://example.org/a/", "quai", "voir https://example.org/a/quai"),
        (FRENCH, "voir https://example.org/a-", "quai", "voir https://example.org/a-quai"),
        (FRENCH, "voir https://example.org/a/", "Le port", "voir https://example.org/a/ Le port"),
        (FRENCH, "voir https://example.org/a", "quai", "voir https://example.org/a quai"),
    ],
)
def test_halves_are_one_word_where_language_and_text_say_so(language: str, one: str, other: str, joined: str) -> None:
    assert Words([language]).joined(prose(one), prose(other)).text == joined


@pytest.mark.parametrize(
    ("text", "one", "other", "joined"),
    [
        ("Le zorblique est un navire.", "un zorb-", "lique", "un zorblique"),
        ("Le zorb-lique est un navire.", "un zorb-", "lique", "un zorb-lique"),
        ("Le zorb\u2010lique est un navire.", "un zorb-", "lique", "un zorb-lique"),
        ("Zorb et lique, zorb et lique.", "un zorb-", "lique", "un zorb-lique"),
        ("Le zorblique est un navire.", "un zorb", "lique", "un zorblique"),
        ("Zorb et lique et zorblique, zorb, lique.", "un zorb", "lique", "un zorb lique"),
    ],
)
def test_words_of_the_text_come_before_the_dictionary(text: str, one: str, other: str, joined: str) -> None:
    assert Words([FRENCH, text]).joined(prose(one), prose(other)).text == joined


@pytest.mark.parametrize(
    ("language", "printed", "closed"),
    [
        (FRENCH, "la diplo- matie du port", "la diplomatie du port"),
        (FRENCH, "le porte- parole, un porte-parole", "le porte-parole, un porte-parole"),
        (FRENCH, "le non- verbal", "le non- verbal"),
        (FRENCH, "avant- et après", "avant- et après"),
        (ENGLISH, "the pre- and post-war ports", "the pre- and post-war ports"),
        (ENGLISH, "the diplo- macy", "the diplomacy"),
        (ENGLISH, "the quay- side", "the quayside"),
        (SPANISH, "el gobier- no del puerto", "el gobierno del puerto"),
        (FRENCH, "le Nord- Afrique", "le Nord- Afrique"),
        (FRENCH, "le quai - le port", "le quai - le port"),
    ],
)
def test_a_hyphen_with_a_space_after_it_is_closed(language: str, printed: str, closed: str) -> None:
    assert Words([language, printed]).close_hyphens(prose(printed)).text == closed


@pytest.mark.parametrize(
    ("text", "language", "known"),
    [
        ("navire", "fr", True),
        ("Navire", "fr", True),
        ("harbor", "en", True),
        ("barco", "es", True),
        ("zorblique", "fr", False),
        ("navire", "xx", False),
        ("navire", "", False),
    ],
)
def test_the_dictionary_knows_the_words_of_its_languages(text: str, language: str, known: bool) -> None:
    assert is_word(text, language) is known
