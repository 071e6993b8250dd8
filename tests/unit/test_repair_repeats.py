"""Passages printed twice, halves of words, letters adrift."""

import pytest

from ries_jats.article.blocks import ItemList, ListItem, ListType, Paragraph
from ries_jats.article.prose import Origin, Prose, Run
from ries_jats.article.source import Source
from ries_jats.manuscript.document import Document
from ries_jats.manuscript.repair.adrift import report_adrift
from ries_jats.manuscript.repair.halves import join_halves
from ries_jats.manuscript.repair.hyphens import close_compounds
from ries_jats.manuscript.repair.repeats import drop_repeats

from .documents import calls_of, departures, document, prose, texts_of

ONE = "The harbour master counts the ships by a measure that changes with every hand that holds the pen."
TWO = "Nobody has compared the two registers since the customs house burnt down with its clerks' notebooks."
THREE = "A third one was kept on the quay, where the tide took it in the winter of the great storm."


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        ([f"{ONE} {TWO}", f"{TWO} {THREE}"], [f"{ONE} {TWO}", THREE]),
        ([f"{ONE} {TWO} {ONE} {TWO} {THREE}"], [f"{ONE} {TWO} {THREE}"]),
        ([f"{ONE} {TWO} {THREE}", "A ship.", f"{ONE} {TWO} {THREE}"], [f"{ONE} {TWO} {THREE}", "A ship."]),
        (
            [f"{ONE} {TWO} {THREE}", "A ship.", f"{ONE} {TWO} {THREE}".replace("clerks'", "clerk's")],
            [f"{ONE} {TWO} {THREE}", "A ship."],
        ),
        ([f"{ONE} {THREE}", f"{TWO} {THREE}"], [f"{ONE} {THREE}", f"{TWO} {THREE}"]),
        ([ONE, "A ship.", ONE], [ONE, "A ship.", ONE]),
        (["We sail. We sail. We sail."], ["We sail. We sail. We sail."]),
        (
            [f"{ONE} {TWO} In 1901, it was 12.", f"{ONE} {TWO} In 1902, it was 13."],
            [f"{ONE} {TWO} In 1901, it was 12.", f"{ONE} {TWO} In 1902, it was 13."],
        ),
        (
            [f"{ONE} {TWO} {THREE}", *["A ship."] * 8, f"{ONE} {TWO} {THREE}"],
            [f"{ONE} {TWO} {THREE}", *["A ship."] * 8, f"{ONE} {TWO} {THREE}"],
        ),
    ],
)
def test_a_passage_printed_twice_stays_once(texts: list[str], kept: list[str]) -> None:
    repaired = drop_repeats(document(*texts))
    assert texts_of(repaired) == kept
    assert len(repaired.findings) == len(repaired.ledger)
    assert bool(repaired.ledger) == (texts != kept)


def test_the_printing_with_the_call_outs_stays() -> None:
    from ries_jats.manuscript.repair.callouts import link_callouts

    twice = link_callouts(document(f"{ONE[:-1]}^1^.", ONE, notes=[1]))
    repaired = drop_repeats(twice)
    assert calls_of(repaired) == [("1", "1")]
    assert [text for _, text in departures(repaired)] == [ONE]


def test_an_entry_of_a_list_printed_twice_stays_once() -> None:
    items = tuple(ListItem(Prose(), (Paragraph(prose(text)),)) for text in (ONE, ONE, TWO))
    written = Document(Source("a.md", ""), (ItemList(ListType.BULLET, items),))
    (block,) = drop_repeats(written).blocks
    assert isinstance(block, ItemList)
    assert block.items == items[1:]


def test_an_entry_of_the_references_printed_twice_stays_twice() -> None:
    written = document("# References", TWO, TWO, THREE)
    repaired = drop_repeats(written)
    assert repaired.blocks == written.blocks
    assert repaired.findings == ()


# Halves of words


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        ("Un regis\ntre et le registre.", "Un registre et le registre."),
        ("Un regis tre et le registre.", "Un regis tre et le registre."),
        ("Ici en\ntorno, al entorno, en el mar, en la mar, en un mar.", ""),
        ("Un regis\ntre.", "Un regis\ntre."),
        ("Un regis\ntre, un registre et sa tre.", "Un regis\ntre, un registre et sa tre."),
    ],
)
def test_halves_at_a_line_end_are_joined_where_the_whole_stands_elsewhere(printed: str, mended: str) -> None:
    assert texts_of(join_halves(document(printed))) == [mended or printed]


def test_halves_of_joined_paragraphs_are_one_word() -> None:
    space = Run(" ", origin=Origin.GENERATED)
    joined = Prose((*prose("Le registre, un regis").runs, space, *prose("tre clos.").runs))
    repaired = join_halves(Document(Source("a.md", ""), (Paragraph(joined),)))
    assert texts_of(repaired) == ["Le registre, un registre clos."]


# Hyphens


@pytest.mark.parametrize(
    ("printed", "closed"),
    [
        ("La Nord- Afrique et Radio- Quai.", "La Nord-Afrique et Radio-Quai."),
        ("Le porte- parole du port.", "Le porte-parole du port."),
        ("Où sont- ils ? Là, disent-ils.", "Où sont-ils ? Là, disent-ils."),
        (
            "Honest, non- verbal talk, face- to-face, hand-to-hand.",
            "Honest, non-verbal talk, face-to-face, hand-to-hand.",
        ),
        ("The pre- and post-war quays.", "The pre- and post-war quays."),
        ("Les deux- et trois-mâts.", "Les deux- et trois-mâts."),
        ("Un mât - un quai - et un port.", "Un mât - un quai - et un port."),
        ("De 1914- 1918 au quai 7- bis.", "De 1914- 1918 au quai 7- bis."),
    ],
)
def test_a_space_after_the_hyphen_of_a_compound_leaves(printed: str, closed: str) -> None:
    assert texts_of(close_compounds(document(printed))) == [closed]


# Letters adrift


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Los ntereses del puerto i crecen, y los intereses del muelle.", ("letter-adrift", "ntereses", "intereses")),
        ("Le regis tre du port, et le registre du quai.", ("word-cut", "regis tre", "registre")),
        ("JohnHarbour wrote; John Lamp and Ann Harbour.", ("words-glued", "JohnHarbour", "John Harbour")),
        (
            "The cultural lamp of the cultural quay, and thecultural mast.",
            ("words-glued", "thecultural", "the cultural"),
        ),
        ("Hay que mantenerla, mantener la vela y mantener la red.", None),
        ("En torno al puerto, en el muelle, en la mar, en su entorno.", None),
        ("La psychologie du port et le quai.", None),
        ("YouTube and LinkedIn are read on the quay.", None),
    ],
)
def test_what_moved_or_was_lost_is_told_with_a_correction(text: str, found: tuple[str, str, str] | None) -> None:
    read = document(text)
    reported = report_adrift(read)
    told = [(each.code, each.quote, dict(each.details)["proposal"]) for each in reported.findings]
    assert told == ([found] if found else [])
    assert reported.blocks == read.blocks
