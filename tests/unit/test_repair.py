"""Repair of text extracted from a PDF: each pass alone, on a few blocks."""

from collections.abc import Sequence

import pytest

from ries_jats.article.blocks import Block, Heading, Note, Paragraph
from ries_jats.article.prose import NoteCall, Prose, Run, Style
from ries_jats.article.source import Source
from ries_jats.manuscript.document import Document
from ries_jats.manuscript.repair import repair
from ries_jats.manuscript.repair.callouts import link_callouts
from ries_jats.manuscript.repair.damage import is_extracted
from ries_jats.manuscript.repair.furniture import drop_furniture, drop_interruptions
from ries_jats.manuscript.repair.joins import join_paragraphs
from ries_jats.manuscript.repair.notes import take_out_notes
from ries_jats.manuscript.repair.repeats import drop_repeats
from ries_jats.manuscript.repair.residue import clean_markup

OPEN = "Les gardiens du port comptent les navires selon une unité qui change avec la main qui tient la plume"
"""A sentence that is not at its end, longer than any line of a head."""


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


def document(*texts: str, notes: Sequence[int] = ()) -> Document:
    source = Source("article.md", "\n\n".join(texts))
    kept = tuple(Note(str(number), prose(str(number)), (Paragraph(prose("A note.")),)) for number in notes)
    return Document(source, tuple(block(text) for text in texts), kept)


def texts_of(repaired: Document) -> list[str]:
    assert all(isinstance(each, Paragraph | Heading) for each in repaired.blocks)
    return [each.prose.text for each in repaired.blocks if isinstance(each, Paragraph | Heading)]


def departures(repaired: Document) -> list[tuple[str, str]]:
    return [(str(entry.departure), entry.prose.text) for entry in repaired.ledger]


def calls_of(repaired: Document) -> list[tuple[str, str]]:
    """The words of each call-out and the note it calls."""
    runs = [run for each in repaired.blocks if isinstance(each, Paragraph | Heading) for run in each.prose.runs]
    return [(run.text, mark.key) for run in runs for mark in run.marks if isinstance(mark, NoteCall)]


# Damage


@pytest.mark.parametrize(
    ("texts", "extracted"),
    [
        (["Un port.", "12", "Un quai.", "13"], True),
        (["Un port.", "12", "Un quai."], False),
        (["Le port<sup>1</sup>", "Le quai<sup>2</sup>"], True),
        (["Le port ouvre tard7. Le quai ferme tôt8."], True),
        (["Un port.\fUn quai."], True),
        (["^1^ Voir le port.", "^2^ Voir le quai."], True),
        ([OPEN, "et le papier.", OPEN, "et l'encre."], True),
        ([OPEN + ".", "Un quai."], False),
    ],
)
def test_two_signs_tell_an_extracted_text(texts: list[str], extracted: bool) -> None:
    assert is_extracted(document(*texts)) is extracted


def test_a_text_that_a_person_wrote_is_left_alone() -> None:
    written = document("Un port.", OPEN, "et le papier.")
    assert repair(written) == written


# Residue


@pytest.mark.parametrize(
    ("printed", "text", "raised"),
    [
        ("Le port<sup>1</sup> ouvre", "Le port1 ouvre", "1"),
        ("Le port&lt;sup>2&lt;/sup> ouvre", "Le port2 ouvre", "2"),
        ("Le <mark>port</mark> <span class='x'>ouvre</span>", "Le port ouvre", ""),
        ("si a < b et b > c", "si a < b et b > c", ""),
        ("un <navire> sans nom", "un <navire> sans nom", ""),
    ],
)
def test_tags_printed_as_text_leave_and_raise_their_number(printed: str, text: str, raised: str) -> None:
    cleaned = clean_markup(document(printed))
    runs = [run for each in cleaned.blocks if isinstance(each, Paragraph) for run in each.prose.runs]
    assert texts_of(cleaned) == [text]
    assert "".join(run.text for run in runs if Style.SUP in run.marks) == raised
    assert sum(len(tag) for _, tag in departures(cleaned)) == len(printed) - len(text)


# Furniture


@pytest.mark.parametrize(
    ("line", "departure"),
    [
        ("12", "page number"),
        ("- 12 -", "page number"),
        ("Page 3 / 20", "page number"),
        ("p. 4 de 9", "page number"),
        ("***", "stray mark"),
        ("Quai 12", ""),
        ("Volume 12, page 3", ""),
        ("\ufffc", ""),
        ("xiv", "page number"),
    ],
)
def test_page_numbers_and_stray_marks_leave(line: str, departure: str) -> None:
    repaired = drop_furniture(document("Un port.", line, "Un quai."))
    assert departures(repaired) == ([(departure, line)] if departure else [])
    assert texts_of(repaired) == ["Un port.", *([] if departure else [line]), "Un quai."]


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        (
            ["# La plume", "Un port.", "La plume", "Un quai.", "La plume", "Un mât."],
            ["La plume", "Un port.", "Un quai.", "Un mât."],
        ),
        (
            ["Un port.", "Revue des Quais, 13", "Un quai.", "Revue des Quais, 14", "Un mât.", "15, Revue des Quais"],
            ["Un port.", "Un quai.", "Un mât."],
        ),
        (["Un port.", "Deux fois", "Un quai.", "Deux fois"], ["Un port.", "Deux fois", "Un quai.", "Deux fois"]),
        (
            ["Un port.", "Conclusion", "Un quai.", "Conclusion", "Un mât.", "Conclusion"],
            ["Un port.", "Conclusion", "Un quai.", "Conclusion", "Un mât.", "Conclusion"],
        ),
        pytest.param(
            ["– Le port ?", "Oui.", "– Le quai ?", "Oui.", "– Le mât ?", "Oui."],
            ["– Le port ?", "Oui.", "– Le quai ?", "Oui.", "– Le mât ?", "Oui."],
        ),
    ],
)
def test_running_heads_leave_and_titles_stay(texts: list[str], kept: list[str]) -> None:
    repaired = drop_furniture(document(*texts))
    assert texts_of(repaired) == kept
    assert sorted([*kept, *(text for _, text in departures(repaired))]) == sorted(text.strip("# ") for text in texts)


HEAD = ["# La plume et le quai", "Odile Brévan", "Résumé", "On compte.", "Un port.", "Un quai.", "Un mât."]
TEXT = ["La voile.", "La rame.", "La corde.", "Le bois.", "Le fer."]
"""So many paragraphs that what follows them is no longer the head."""


@pytest.mark.parametrize(
    ("line", "leaves"),
    [("La plume et le quai", True), ("Odile Brévan", True), ("Une autre voile", False), ("Résumé", False)],
)
def test_a_line_of_the_head_inside_a_sentence_leaves(line: str, leaves: bool) -> None:
    repaired = drop_interruptions(document(*HEAD, *TEXT, OPEN, line, "et le papier."))
    assert departures(repaired) == ([("running head", line)] if leaves else [])


@pytest.mark.xfail(strict=True, reason="among the first blocks, a line counts as words of the head itself")
def test_a_line_of_its_own_words_near_the_head_stays() -> None:
    assert not drop_interruptions(document(*HEAD, OPEN, "Une autre aurore", "et le papier.")).ledger


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
        pytest.param(
            ["Un port.", "# Notes", "^1^ Le quai.", "^2^ Le mât."],
            [("1", "Le quai."), ("2", "Le mât.")],
            ["Un port."],
            marks=pytest.mark.xfail(strict=True, reason="the heading of the notes stays as an empty section"),
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
    bodies = [(note.label.text, each) for note in repaired.notes for each in note.blocks]
    assert [(label, each.prose.text) for label, each in bodies if isinstance(each, Paragraph)] == notes
    assert texts_of(repaired) == kept


def test_notes_with_one_mark_have_keys_of_their_own() -> None:
    keys = [note.key for note in take_out_notes(document("^*^ Le quai.", "Un port.", "^*^ Le mât.")).notes]
    assert len(set(keys)) == 2


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
        ("On compte 46 pays.", [46], []),
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


def test_a_sentence_goes_on_after_a_page_number_and_a_note() -> None:
    repaired = repair(document(OPEN + "^1^", "12", "^1^ Voir le quai.", "et le papier.", "13"))
    assert texts_of(repaired) == [f"{OPEN}1 et le papier."]
    assert calls_of(repaired) == [("1", "1")]
    assert departures(repaired) == [("page number", "12"), ("page number", "13")]


# Repeats


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        ([OPEN + ".", OPEN + ". Et le papier."], [OPEN + ". Et le papier."]),
        ([OPEN + ".", OPEN + "."], [OPEN + "."]),
        (["Un port.", "Un port. Un quai."], ["Un port.", "Un port. Un quai."]),
        ([OPEN + ".", "Un quai.", OPEN + "."], [OPEN + ".", "Un quai.", OPEN + "."]),
    ],
)
def test_a_paragraph_printed_twice_stays_once(texts: list[str], kept: list[str]) -> None:
    repaired = drop_repeats(document(*texts))
    assert texts_of(repaired) == kept
    assert len(repaired.findings) == len(repaired.ledger) == len(texts) - len(kept)
