"""Call-outs: which numbers of the text call notes."""

import pytest

from ries_jats.manuscript.repair.callouts import link_callouts

from .documents import calls_of, codes_of, departures, document, texts_with_calls

# Call-outs


@pytest.mark.parametrize(
    ("text", "notes", "called"),
    [
        ("Un port du XIXe siècle7. Un quai.", [7], ["7"]),
        ("Le port ouvre en 1998.7 Il ferme ensuite.", [7], ["7"]),
        ("« Le port ouvre. »12 Il ferme.", [12], ["12"]),
        ("The port opens.”8 It closes.", [8], ["8"]),
        ("Le port (ouvert en 1912)4 grandit.", [4], ["4"]),
        ("The quay,9 they say.", [9], ["9"]),
        ("Le port[1] puis le quai[2].", [1, 2], ["1", "2"]),
        ("Le port^1^ puis le quai^2^.", [1, 2], ["1", "2"]),
        ("Le port change au soir 3, puis ferme.", [3], ["3"]),
        ("La moyenne est de 19,7 navires.", [7], []),
        ("La moyenne est de 19.7 navires.", [7], []),
        ("Il faut attendre 2030 pour le voir.", [2, 3, 20, 30], []),
        ("On compte 46 pays, et le port en est plein46.", [46], ["46"]),
        ("Le taux est de 5 % du total, ou 5%.", [5], []),
        ("Entre 8:30 et 9:15, le port ouvre.", [15, 30], []),
        ("Voir la section 2.1 du livre.", [1], []),
        ("10.000 navires.", [1, 10], []),
        ("La COVID-19 ferme le port.", [19], []),
        ("Le CO2 du port^1^ et du quai^2^.", [1, 2], ["1", "2"]),
        ("Le port3 avant^1^ le quai^2^ et le mât^3^.", [1, 2, 3], ["1", "2", "3"]),
        pytest.param("La moyenne est de 19,7 navires.", [19], []),
        pytest.param("Voir la section 2.1 du livre.", [2], []),
        ("Voir la page 12.", [12], []),
    ],
)
def test_numbers_that_call_notes_are_told_from_others(text: str, notes: list[int], called: list[str]) -> None:
    linked = link_callouts(document(text, notes=notes))
    assert calls_of(linked) == [(number, number) for number in called]


def test_callouts_keep_the_order_of_the_notes_over_paragraphs() -> None:
    linked = link_callouts(document("Le port1 et la loi9.", "Le quai2.", "Le mât3.", notes=[1, 2, 3, 9]))
    assert [number for number, _ in calls_of(linked)] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("text", "notes", "linked"),
    [
        # raised
        ("Le port^7^ ferme.", [7], "Le port[^7] ferme."),
        ("Le port ^7^ ferme.", [7], "Le port[^7] ferme."),
        ("Le port^[7]^ ferme.", [7], "Le port[^7] ferme."),
        ("Le port^(7)^ ferme.", [7], "Le port[^7] ferme."),
        ("Le port^7,^ le quai.", [7], "Le port[^7] le quai."),
        ("Le port^*^ ferme.", [], "Le port* ferme."),
        ("Un port de 12 m^2^ et un quai^2^.", [2], "Un port de 12 m2 et un quai[^2]."),
        ("Le XIX^e^ siècle^7^.", [7], "Le XIXe siècle[^7]."),
        # bracketed
        ("Le port [7] ferme.", [7], "Le port[^7] ferme."),
        ("Le port [7], le quai.", [7], "Le port[^7], le quai."),
        ("Le port [7, p. 3] ferme.", [7], "Le port [7, p. 3] ferme."),
        # glued
        ("Le port7 ferme.", [7], "Le port[^7] ferme."),
        ("Le port.7", [7], "Le port.[^7]"),
        ("¿Cierra el puerto?7 No.", [7], "¿Cierra el puerto?[^7] No."),
        ("Elles ferment le livre.7 Puis rien.", [7], "Elles ferment le livre.[^7] Puis rien."),
        ("Il l'écrit dans sa note7.", [7], "Il l'écrit dans sa note[^7]."),
        ("Voir p.7 et art.7 du livre.", [7], "Voir p.7 et art.7 du livre."),
        ("Le port fermé…7 Puis rien.", [7], "Le port fermé…[^7] Puis rien."),
        ("Il brûle en 1912.7 Puis rien.", [7], "Il brûle en 1912.[^7] Puis rien."),
        ("Il brûle en 19127. Puis rien.", [7], "Il brûle en 1912[^7]. Puis rien."),
        ("Le port7 % ferme.", [7], "Le port[^7] % ferme."),
        ("Un taux de 3,7 et de 4.7 pour cent.", [7], "Un taux de 3,7 et de 4.7 pour cent."),
        ("À 10:07 ou à 10:7, le port ouvre.", [7], "À 10:07 ou à 10:7, le port ouvre."),
        ("Le port7e ferme.", [7], "Le port7e ferme."),
        ("Le port7,5 ferme.", [7], "Le port7,5 ferme."),
        ("Le prix baisse,7% en un an.", [7], "Le prix baisse,7% en un an."),
        # with a space before a sign, the end, a sentence
        ("Le port 7, le quai.", [7], "Le port[^7], le quai."),
        ("Le port est clos. 7", [7], "Le port est clos.[^7]"),
        ("Le port est clos. 7 Il ouvre demain.", [7], "Le port est clos.[^7] Il ouvre demain."),
        ("The port is shut.” 7 It opens.", [7], "The port is shut.”[^7] It opens."),
        ("Voir la page 7, puis fermer.", [7], "Voir la page 7, puis fermer."),
        ("Según la ley 7, el puerto cierra.", [7], "Según la ley 7, el puerto cierra."),
        ("See no. 7, then close.", [7], "See no. 7, then close."),
        ("Voir § 7, puis fermer.", [7], "Voir § 7, puis fermer."),
        # between words, and before the rest of a sentence
        ("Le port du soir 7 et la nuit.", [7], "Le port du soir[^7] et la nuit."),
        ("7 et la nuit.", [7], "[^7] et la nuit."),
        ("On compte 7 navires.", [7], "On compte 7 navires."),
        ("On compte 7 navires au port7.", [7], "On compte 7 navires au port[^7]."),
        ("Le chapitre 7 et la nuit.", [7], "Le chapitre 7 et la nuit."),
        ("Le quai6, le port, 7 et la nuit8.", [6, 7, 8], "Le quai[^6], le port,[^7] et la nuit[^8]."),
        # what is a name, a year, a quantity
        ("Le G7 se réunit^6^, puis se tait7.", [6, 7], "Le G7 se réunit[^6], puis se tait[^7]."),
        ("The G20 met19 and parted20.", [19, 20], "The G20 met[^19] and parted[^20]."),
        ("Le CO2 du port1 et du quai2.", [1, 2], "Le CO2 du port[^1] et du quai[^2]."),
        ("En 2030, le port2 ferme.", [2, 20, 30], "En 2030, le port[^2] ferme."),
        ("Le port ferme7, le quai8 aussi, 9 navires partent.", [7, 8], "Le port ferme[^7], le quai[^8] aussi, 9 navires partent."),
    ],
)  # fmt: skip
def test_call_outs_are_linked_and_other_numbers_left(text: str, notes: list[int], linked: str) -> None:
    assert texts_with_calls(link_callouts(document(text, notes=notes))) == [linked]


@pytest.mark.parametrize(
    ("texts", "linked"),
    [
        (["Un port7.", "[^7]: Le quai.", "Un mât7."], ["Un port[^7].", "Un mât7."]),
        (["Un port.", "[^7]: Le quai.", "Un mât7."], ["Un port.", "Un mât[^7]."]),
        (["Un port7.", "[^6]: Le mât.", "Un quai.", "[^7]: Le quai."], ["Un port[^7].", "Un quai."]),
        (["Un port 7, un mât.", "[^6]: Le mât.", "Un quai.", "[^7]: Le quai."], ["Un port[^7], un mât.", "Un quai."]),
        (["Un port2.", "[^1]: Le quai.", "Un mât1.", "[^2]: La voile."], ["Un port[^2].", "Un mât1."]),
        (["Un port1.", "[^1]: Le quai.", "Un mât1.", "[^1x]: La voile."], ["Un port[^1].", "Un mât1."]),
        (["Un port8, un quai7.", "[^7]: Le quai.", "[^8]: Le mât."], ["Un port8, un quai[^7]."]),
        (["Un port7.", "# Le quai8", "[^7]: Le quai.", "[^8]: Le mât."], ["Un port[^7].", "Le quai[^8]"]),
        (["* un port7\n* un quai8", "[^7]: Le quai.", "[^8]: Le mât."], ["un port[^7]", "un quai[^8]"]),
        (["> Un port7.", "[^7]: Le quai."], ["Un port[^7]."]),
        (["Ana Faro1", "1 Université de Rabat", "# Résumé", "Un port1.", "[^1]: Le quai."],
         ["Ana Faro1", "1 Université de Rabat", "Résumé", "Un port[^1]."]),
        (["Ana Faro^*^", "# Résumé", "Un port.", "[^*]: Le quai."], ["Ana Faro[^*]", "Résumé", "Un port."]),
    ],
)  # fmt: skip
def test_call_outs_stand_on_the_page_of_their_notes(texts: list[str], linked: list[str]) -> None:
    assert texts_with_calls(link_callouts(document(*texts))) == linked


def test_a_number_that_the_extraction_counted_anew_calls_the_note_of_its_page() -> None:
    linked = link_callouts(document("Un port [1] et un quai [2].", "[^28]: Le quai.", "[^29]: Le mât."))
    assert texts_with_calls(linked) == ["Un port[^28] et un quai[^29]."]
    assert departures(linked) == [("markup residue", "[1]"), ("markup residue", "[2]")]
    assert codes_of(linked) == ["callout-renumbered", "callout-renumbered"]


def test_an_article_with_call_outs_between_words_keeps_them() -> None:
    text = "Le port 1 ferme, le quai 2 brûle, le mât 3 tombe."
    assert texts_with_calls(link_callouts(document(text, notes=[1, 2, 3]))) == [
        "Le port[^1] ferme, le quai[^2] brûle, le mât[^3] tombe."
    ]


def test_a_note_that_is_called_already_is_called_once() -> None:
    assert texts_with_calls(link_callouts(document("Un port[^7] et un quai7.", notes=[7]))) == [
        "Un port[^7] et un quai7."
    ]
