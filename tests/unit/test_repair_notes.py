"""Bodies of notes between the paragraphs: what is one, what is none, and the pieces of one."""

import pytest

from ries_jats.manuscript.repair.notes import take_out_notes

from .documents import codes_of, departures, document, notes_of, texts_of

TEXT = (
    "Le port ouvre avant le jour et ferme quand la dernière barque est rentrée, ce que le maître du quai écrit dans "
    "un livre que personne ne lit. Les femmes du marché le savent par cœur, et les enfants le chantent sur l'escalier "
    "de la douane quand il pleut. Le livre a brûlé avec la maison."
)
"""A paragraph after which the text has surely begun."""


@pytest.mark.parametrize(
    "printed",
    [
        "^7^ Voir le quai.",
        "^7^Voir le quai.",
        "^7^ - Voir le quai.",
        "^7-^ Voir le quai.",
        "^(7)^ Voir le quai.",
        "^[7]^ Voir le quai.",
        "^7.^ Voir le quai.",
        "^7^ voir le quai.",
        "[7] Voir le quai.",
        "[7] - Voir le quai.",
        "(7) Voir le quai.",
        "7 - Voir le quai.",
        "7 – Voir le quai.",
        "7- Voir le quai.",
        "7. Voir le quai.",
        "7 Voir le quai.",
        "7 voir le quai.",
        "7 « Voir le quai. »",
        "7 https://example.org/quai",
    ],
)
def test_a_number_that_something_calls_begins_a_note_in_any_dress(printed: str) -> None:
    repaired = take_out_notes(document("Le port ouvre tard7. Il ferme tôt.", printed, "Suite."))
    assert [label for label, _ in notes_of(repaired)] == ["7"]
    assert all("uai" in text and "7" not in text and text[0] not in " -–.)]" for _, text in notes_of(repaired))
    assert texts_of(repaired) == ["Le port ouvre tard7. Il ferme tôt.", "Suite."]


@pytest.mark.parametrize(
    ("texts", "notes"),
    [
        (["The quay 28 and the mast 29.", "28 See the log.", "29 See the mast.", "\f", "The sail."], ["28", "29"]),
        (["The quay 28 and the mast 29.", "28 See the log.", "29 See the mast.", "The sail."], []),
        (["The quay.", "28 See the log.", "29 See the mast.", "\f", "The sail."], []),
        (["The quay.", "28 See the log.", "29 See the mast.", "The sail."], []),
        (["The quay28.", "28 See the log.", "29 See the mast.", "The sail."], ["28"]),
        (["The quay28 and the mast29.", "28 See the log.", "29 See the mast.", "The sail."], ["28", "29"]),
        (["The quay.", "28 See the log.", "The sail.", "The rope.", "The oar.", "\f"], []),
        (["The quay (28) and the mast (29).", "28. See the log.", "29. See the mast."], []),
        (["The quay.", "# Notes", "1. See the log.", "2. See the mast."], ["1", "2"]),
        (["El muelle.", "# Notas", "1) Véase el libro.", "2) Véase el mástil."], ["1", "2"]),
        (["Le quai.", "# Notes", "* 1. Voir le livre.\n* 2. Voir le mât."], ["1", "2"]),
        (["Le quai1, le mât2.", "* 1. Voir le livre.\n* 2. Voir le mât."], ["1", "2"]),
        (["Le quai.", "* ^1^ Voir le livre.\n* ^2^ Voir le mât."], ["1", "2"]),
        (["Le quai.", "# ^1^ Voir le livre.", "^2^ Voir le mât."], ["1", "2"]),
        (["Le quai.", "^1^ Voir le livre. ^2^ Voir le mât. ^3^ Voir la voile."], ["1", "2", "3"]),
        (["Le quai.", "^1^ Voir le livre. 2 Voir le mât. 3 Voir la voile."], ["1", "2", "3"]),
        (["Le quai.", "^1^ Voir https://example.org/a ^2^ Voir le mât."], ["1", "2"]),
        (["Le quai1.", "1 - Voir le livre. 2 - Voir le mât."], ["1", "2"]),
        (["Le quai1.", "1 - Voir le livre, p. 2 Le mât."], ["1"]),
        (["Le quai1.", "1 Voir le livre.\n2 Voir le mât.\n3 Voir la voile."], ["1", "2", "3"]),
        (["Le quai1.", "Il ferme tôt.\n1 Voir le livre.\n2 Voir le mât."], ["1", "2"]),
        (["Le quai.", "^7^ Voir le livre.", "8 Voir le mât.", "^9^ Voir la voile."], ["7", "8", "9"]),
        (["Le quai.", "^7^ Voir le livre.", "8, le mât.", "^9^ Voir la voile."], ["7", "9"]),
        (["^1^ Le quai.", "^2^ Le mât.", "Un port.", "^1^ La voile.", "^2^ La rame."], ["1", "2", "1", "2"]),
        (["Le quai.", "^7^ Voir le livre.", "Un port.", "^12^ Voir le mât."], ["7", "12"]),
        (["Le quai1.", "1 Le livre.", "\f", "Un mât1.", "1 La voile.", "\f"], ["1", "1"]),
        (["Le quai1.", "1 Le livre.", "\f", "Un mât1.", "1. La voile.", "2. La rame.", "\f"], ["1"]),
        (["Le quai12.", "12 navires sont venus.", "^12^ Voir le livre."], ["12"]),
        (["Le quai1 et le mât2.", "1. Compter", "2. Lire", "^1^ Le livre.", "^2^ La voile."], ["1", "2"]),
        (["Le quai1 et le mât2.", "1. Compter", "2. Lire", "1 Le livre.", "2 La voile."], ["1", "2"]),
        (["Le quai1.", "1Voir le livre."], ["1"]),
        (["Le quai3.", "3D est une marque."], []),
        (["Le quai1.", "|", "1 Voir le livre."], ["1"]),
        pytest.param(
            ["Le quai1.", "^1^", "Voir le livre."],
            ["1"],
            marks=pytest.mark.xfail(strict=True, reason="a number alone in its block is not taken with the next block"),
        ),
        pytest.param(
            ["Le quai^a^.", "^a^ Voir le livre.", "^b^ Voir le mât."],
            ["a", "b"],
            marks=pytest.mark.xfail(strict=True, reason="letters and Roman numbers are no labels of notes"),
        ),
        (["Le quai.", "^*^ Je remercie le port.", "Un port.", "^**^ Le mât.", "^†^ La rame."], ["*", "**", "†"]),
    ],
)
def test_notes_are_found_by_number_place_and_heading(texts: list[str], notes: list[str]) -> None:
    assert [label for label, _ in notes_of(take_out_notes(document(*texts)))] == notes


@pytest.mark.parametrize(
    ("texts", "notes", "codes"),
    [
        (["^1^ Un.", "^-^ Deux.", "^3^ Trois."], ["1", "2", "3"], ["note-number-lost"]),
        (["^1^ Un.", "^–^ Deux."], ["1", "2"], ["note-number-lost"]),
        (["^1^ Un.", "^-^ Deux.", "Un port4.", "^4^ Quatre."], ["1", "2", "4"], ["note-number-lost"]),
        (["Un port.", "^-^ Un tiret sans notes."], [], []),
        (["^1^ Un.", "Deux sans numéro.", "^3^ Trois."], ["1", "2", "3"], ["note-number-lost"]),
        (["^1^ Un.", "Une rame sans note.", "^2^ Trois."], ["1", "2"], []),
    ],
)
def test_a_lost_number_is_given_where_the_sequence_tells_it(
    texts: list[str], notes: list[str], codes: list[str]
) -> None:
    repaired = take_out_notes(document(TEXT, *texts))
    assert [label for label, _ in notes_of(repaired)] == notes
    assert [code for code in codes_of(repaired) if code == "note-number-lost"] == codes


@pytest.mark.parametrize(
    "texts",
    [
        ["# 1. Le port", "Un quai1.", "# 2. Le quai"],
        ["1. Compter les navires", "2. Lire le livre", "3. Fermer le port"],
        ["Il faut trois choses :", "1) un quai", "2) un mât", "3) une voile"],
        ["* 1. Compter les navires\n* 2. Lire le livre"],
        ["1912 fut une année sans navires."],
        ["1912 - Le port brûle."],
        ["En 12 ans7.", "12 navires sont venus au port."],
        ["300 Navires sont venus."],
        ["# References", "[1] Larch I, Quays, 2001.", "[2] Faro A, Masts, 2002."],
        ["The quay [1] and the mast [2].", "# References", "[1] Larch I, Quays, 2001.", "[2] Faro A, Masts, 2002."],
        ["Le quai1 et le mât2.", "# Bibliographie", "1. Larch I, Quais, 2001.", "2. Faro A, Mâts, 2002."],
        ["# Referencias", "1. Larch I, Muelles, 2001.", "2. Faro A, Velas, 2002."],
        ["Ivo Larch^1^, Ana Faro^2^", "^1^ University of Leeds", "^2^ University of Faro", "# Abstract", "A port."],
        ["Ivo Larch1, Ana Faro2", "1 Université de Rabat", "2 Faculté des lettres", "# Résumé", "Un port."],
        ["__1 Le port et son quai__", "Un port1."],
        ["> 1 Le port est clos.", "Un port."],
    ],
)
def test_other_numbers_begin_no_note(texts: list[str]) -> None:
    written = document(*texts)
    assert take_out_notes(written) == written


@pytest.mark.parametrize(
    ("texts", "notes"),
    [
        (["[1] Larch I, Quays, 2001.", "^9^ See the log.", "[2] Faro A, Masts, 2002."], ["8", "9"]),
        (["Larch, I. (2001). Quays.", "^9^ See the log.", "Faro, A. (2002). Masts."], ["8", "9"]),
        (["^9^ See the log.", "^10^ See the mast."], ["8", "9", "10"]),
    ],
)
def test_notes_run_through_the_references(texts: list[str], notes: list[str]) -> None:
    repaired = take_out_notes(document("The quay8. The mast9.", "^8^ See the sail.", "# References", *texts))
    assert [label for label, _ in notes_of(repaired)] == notes


# Pieces


ADDRESS = "https://example.org/quai/livre"
NEXT = "Un autre quai ferme plus tard, et le maître du port le sait."
CUT = "Le maître du quai écrit dans un livre que tout le monde lit et que les femmes"


@pytest.mark.parametrize(
    ("texts", "notes", "kept"),
    [
        (["^1^ Voir le site :", ADDRESS, NEXT], [f"Voir le site : {ADDRESS}"], [NEXT]),
        (["^1^ Disponible sur", "\f", ADDRESS, NEXT], [f"Disponible sur {ADDRESS}"], [NEXT]),
        ([ADDRESS, "^1^ Voir le site :", NEXT], [f"Voir le site : {ADDRESS}"], [NEXT]),
        (["^1^ See the log, available at:", ADDRESS, NEXT], [f"See the log, available at: {ADDRESS}"], [NEXT]),
        (
            ["^1^ Voir", f"{ADDRESS}/1", "^2^ Voir", f"{ADDRESS}/2", NEXT],
            [f"Voir {ADDRESS}/1", f"Voir {ADDRESS}/2"],
            [NEXT],
        ),
        (
            [f"{ADDRESS}/1", f"{ADDRESS}/2", "^1^ Voir :", "^2^ Voir :", NEXT],
            [f"Voir : {ADDRESS}/1", f"Voir : {ADDRESS}/2"],
            [NEXT],
        ),
        (["^1^ Le livre du", "\f", "port a brûlé.", NEXT], ["Le livre du port a brûlé."], [NEXT]),
        (["^1^ Le livre du", "port a brûlé.", "^2^ Le mât.", NEXT], ["Le livre du port a brûlé.", "Le mât."], [NEXT]),
        (
            ["^1^ Larch, Ivo,", "Le Port, 2001.", "^2^ Le mât.", NEXT],
            ["Larch, Ivo, Le Port, 2001.", "Le mât."],
            [NEXT],
        ),
        (
            ["^1^ Le livre du regis-", "tre a brûlé. Un registre.", NEXT],
            ["Le livre du registre a brûlé. Un registre."],
            [NEXT],
        ),
        (
            [CUT, "^1^ Le livre.", "Le Port, Rabat, 2001.", "du marché savent par cœur."],
            ["Le livre. Le Port, Rabat, 2001."],
            [CUT, "du marché savent par cœur."],
        ),
        (
            [CUT, "Le Port, Rabat, 2001.", "^1^ Larch, Ivo,", "du marché savent par cœur."],
            ["Larch, Ivo, Le Port, Rabat, 2001."],
            [CUT, "du marché savent par cœur."],
        ),
        (["^1^ Le livre.", NEXT, "^2^ Le mât.", "Un port."], ["Le livre.", "Le mât."], [NEXT, "Un port."]),
        (["^1^ Le livre.", "* un quai\n* un mât", "^2^ Le mât."], ["Le livre.", "Le mât."], ["un quai / un mât"]),
        (["^1^ Le livre,", "# Le quai", "^2^ Le mât."], ["Le livre,", "Le mât."], ["Le quai"]),
        (["^1^ Le livre,", "> Un quai", "^2^ Le mât."], ["Le livre,", "Le mât."], ["Un quai"]),
        (
            ["^1^ Le livre.", "Trois choses comptent :", "* un quai"],
            ["Le livre."],
            ["Trois choses comptent :", "un quai"],
        ),
        (["^1^ Le livre.", "a) un quai", "b) un mât"], ["Le livre."], ["a) un quai", "b) un mât"]),
        (["^1^ Le livre. ^2^Le mât.^3^ La voile."], ["Le livre.", "Le mât.", "La voile."], []),
        (["^1^ Le livre, 2001 [2] Le mât.", NEXT], ["Le livre, 2001", "Le mât."], [NEXT]),
        ([CUT, "^1^ Le livre.", ADDRESS, "\f", "du marché."], [f"Le livre. {ADDRESS}"], [CUT, "du marché."]),
        (
            ["^1^ Le livre.", "Trois choses :", "* un quai", "^3^ Le mât."],
            ["Le livre.", "Le mât."],
            ["Trois choses :", "un quai"],
        ),
        (["^1^ Le livre.", "et il ferme tôt."], ["Le livre."], ["et il ferme tôt."]),
        (["^1^ Le livre.", "Un quai[^7].", "^3^ Le mât."], ["Le livre.", "Le mât."], ["Un quai7."]),
    ],
)
def test_the_pieces_of_a_note_come_together(texts: list[str], notes: list[str], kept: list[str]) -> None:
    repaired = take_out_notes(document(TEXT, *texts))
    assert [text for _, text in notes_of(repaired)] == notes
    assert texts_of(repaired) == [TEXT, *kept]


def test_a_piece_that_stood_elsewhere_is_told() -> None:
    repaired = take_out_notes(document(TEXT, ADDRESS, "^1^ Voir le site :", NEXT))
    assert departures(repaired) == [("moved line", ADDRESS)]
    assert codes_of(repaired) == ["note-line-moved"]


# Notes


@pytest.mark.parametrize(
    ("texts", "notes", "kept"),
    [
        (["Un port.", "^1^ Voir le quai.", "Suite."], [("1", "Voir le quai.")], ["Un port.", "Suite."]),
        (["^1^ Le quai. ^2^ Le mât."], [("1", "Le quai."), ("2", "Le mât.")], []),
        (["[1] Le quai.", "Un port.", "[2] Le mât."], [("1", "Le quai."), ("2", "Le mât.")], ["Un port."]),
        (["^1^ Le quai.", "2 - Le mât."], [("1", "Le quai."), ("2", "Le mât.")], []),
        (["^(7)^ Le quai."], [("7", "Le quai.")], []),
        (["^*^ Je remercie le port."], [("*", "Je remercie le port.")], []),
        (["1 - Un premier point"], [], ["1 - Un premier point"]),
        (["^1^ Le quai.", "^30^ navires."], [("1", "Le quai.")], ["30 navires."]),
        (["1912 - une année"], [], ["1912 - une année"]),
        (
            ["Ivo Larch^1^", "^1^ University of Leeds", "# Abstract", "A port.", "^1^ See the quay."],
            [("1", "See the quay.")],
            ["Ivo Larch1", "1 University of Leeds", "Abstract", "A port."],
        ),
        (
            ["Un port.", "# Notes", "^1^ Le quai.", "^2^ Le mât."],
            [("1", "Le quai."), ("2", "Le mât.")],
            ["Un port.", "Notes"],
        ),
        (
            ["^1^ Le quai.", "^2^ Le mât.", "Un port.", "^1^ La voile."],
            [("1", "Le quai."), ("2", "Le mât."), ("1", "La voile.")],
            ["Un port."],
        ),
    ],
)
def test_notes_between_paragraphs_are_taken_out(
    texts: list[str], notes: list[tuple[str, str]], kept: list[str]
) -> None:
    repaired = take_out_notes(document(*texts))
    assert notes_of(repaired) == notes
    assert texts_of(repaired) == kept


def test_notes_with_one_mark_have_keys_of_their_own() -> None:
    keys = [note.key for note in take_out_notes(document("^*^ Le quai.", "Un port.", "^*^ Le mât.")).notes]
    assert len(set(keys)) == 2
