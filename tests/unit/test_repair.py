"""Repair of text extracted from a PDF: what tells such a text, and several passes together."""

from dataclasses import replace

import pytest

from ries_jats.article.blocks import Paragraph
from ries_jats.article.prose import Style
from ries_jats.manuscript.repair import repair
from ries_jats.manuscript.repair.damage import is_extracted
from ries_jats.manuscript.repair.repeats import drop_repeats
from ries_jats.manuscript.repair.residue import clean_markup

from .documents import OPEN, calls_of, departures, document, texts_of

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
        # tags, raised numbers at a beginning, lines of no words
        (["Le <mark>port</mark>.", "Un <span>quai</span>."], True),
        (["Le <em>port</em>.", "Un <b>quai</b>."], False),
        (["^1^ Voir le port.", "-"], True),
        (["^e^ Un port.", "^*^ Un quai."], False),
        (["...", "***"], True),
        (["-", "·"], True),
        (["Un port.", "2030"], False),
        # glued numbers
        (["Le port ouvre. »7 Il ferme (tôt)8."], True),
        (["Le port ouvre tard7."], False),
        (["Le CO2 et le H2O, la COVID-19, 19,7 et 1998.7."], False),
        (["Le port[^7], le quai[^8]."], False),
        # numbers in brackets that are called
        (["The port [1] and the quay [2].", "[1] See the log.", "[2] See the mast."], True),
        (["The port [1] and the quay [2].", "# References", "[1] Larch, Quays.", "[2] Faro, Masts."], False),
        (["The port [1] and the quay [2].", "1 - See the log.", "2 - See the mast."], True),
        (["[1] See the log.", "[2] See the mast."], False),
        # sentences that go on
        ([OPEN + ",", "mais pas l'encre.", OPEN + "-", "rie du port."], True),
        ([OPEN, "Et le papier.", OPEN, "Et l'encre."], False),
        ([OPEN, "* et le papier", OPEN, "> et l'encre"], False),
        (["Un port", "et un quai", "Un mât", "et une voile"], False),
        # one sign of two kinds
        ([OPEN, "et le papier.", "12"], True),
    ],
)
def test_two_signs_tell_an_extracted_text(texts: list[str], extracted: bool) -> None:
    assert is_extracted(document(*texts)) is extracted


def test_a_word_processors_file_is_never_extracted() -> None:
    written = document("12", "13", OPEN, "et le papier.", "\f")
    assert is_extracted(written)
    assert not is_extracted(replace(written, source=replace(written.source, has_paragraphs=True)))


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


# Together


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
