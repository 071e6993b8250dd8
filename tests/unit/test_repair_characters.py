"""Characters and residue of markup: each pass alone, on a few words."""

from dataclasses import replace

import pytest

from ries_jats.article.blocks import Block, Figure, Paragraph, Preformatted
from ries_jats.article.prose import OBJECT, Formula, Image, Mark, Prose, Run, Style
from ries_jats.article.source import Source
from ries_jats.manuscript.characters import plain_characters
from ries_jats.manuscript.document import Document
from ries_jats.manuscript.repair.accents import join_accents
from ries_jats.manuscript.repair.characters import mend_characters
from ries_jats.manuscript.repair.formulas import undress_formulas
from ries_jats.manuscript.repair.residue import clean_markup, drop_lost_pictures
from ries_jats.manuscript.repair.spacing import close_up

from .documents import departures, document, texts_of


def dressed(*runs: tuple[str, Mark | None]) -> Document:
    """A paragraph of runs, each with its dress."""
    text = "".join(words for words, _ in runs)
    at, made = 0, []
    for words, mark in runs:
        made.append(Run(words, (mark,) if mark else (), at))
        at += len(words)
    return Document(Source("article.md", text), (Paragraph(Prose(tuple(made))),))


def runs_of(repaired: Document) -> list[tuple[str, tuple[Mark, ...]]]:
    (block,) = repaired.blocks
    assert isinstance(block, Paragraph)
    return [("".join(run.text for run in runs), marks) for marks, runs in block.prose.dressed()]


# Everywhere


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("un \ufb01lon de co\ufb00re et d'a\ufb03che", "un filon de coffre et d'affiche"),
        ("la re\u0301gate d'Ange\u0301lique", "la régate d'Angélique"),
        ("une na\u00advette inter\u00adminable", "une navette interminable"),
        ("de 1914\u00ad1918 à Nouvelle\u00adZélande", "de 1914-1918 à Nouvelle-Zélande"),
        ("PORT\u00adUAIRE", "PORTUAIRE"),
        ("quais &amp;amp; mâts, caf&eacute;s", "quais & mâts, cafés"),
        ("il écrit &lt;navire&gt; en toutes lettres", "il écrit &lt;navire&gt; en toutes lettres"),
        ("B&B et AT&T; R&D", "B&B et AT&T; R&D"),
        ("Qu'est-ce ?\u00a0Un\u202fquai\u00a0: voilà", "Qu'est-ce ?\u00a0Un\u202fquai\u00a0: voilà"),
        ("œuvre, Æthelred, naïf, ß, ĳ", "œuvre, Æthelred, naïf, ß, ĳ"),
        ("בְּרֵאשִׁית مُحَمَّد", "בְּרֵאשִׁית مُحَمَّد"),
    ],
)
def test_characters_are_those_of_the_author(printed: str, text: str) -> None:
    assert texts_of(plain_characters(document(printed))) == [text]


def test_soft_hyphens_are_in_the_ledger() -> None:
    assert departures(plain_characters(document("na\u00advette", "bar\u00adque"))) == [("markup residue", "\u00ad" * 2)]


def test_code_keeps_its_characters() -> None:
    code = Preformatted(Prose((Run("print('&amp;eacute; \ufb01')", at=0),)))
    written = Document(Source("a.md", code.prose.text), (code,))
    assert plain_characters(written) == written
    inline = dressed(("on écrit ", None), ("&eacute;", Style.MONOSPACE))
    assert plain_characters(inline) == inline


def test_a_letter_spelt_anew_keeps_its_address() -> None:
    repaired = plain_characters(document("un co\ufb00re"))
    (paragraph,) = repaired.blocks
    assert isinstance(paragraph, Paragraph)
    assert [(run.text, run.at, run.end) for run in paragraph.prose.runs] == [
        ("un co", 0, 5),
        ("ff", 5, 6),
        ("re", 6, 8),
    ]


# Of extractions only


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("\uf0b7 Un quai", "• Un quai"),
        ("\uf0a7 Un quai", "• Un quai"),
        ("trente\u200bmille \ufeffquais", "trentemille quais"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("une regis\u00ad trée", "une registrée"),
        ("la fin d'un regis\u00ad", "la fin d'un regis-"),
        ("&lt;quai&gt;", "<quai>"),
    ],
)
def test_characters_of_an_extraction_are_mended(printed: str, text: str) -> None:
    repaired = mend_characters(document(printed))
    assert texts_of(repaired) == [text]
    assert not repaired.findings


def test_a_character_that_only_a_font_knows_is_reported() -> None:
    repaired = mend_characters(document("Un na\ue123ire au quai"))
    assert texts_of(repaired) == ["Un naire au quai"]
    assert departures(repaired) == [("stray mark", "\ue123")]
    assert [each.code for each in repaired.findings] == ["characters-private"]


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        (
            ["Un h\u00b4eros pr´esent, un pr´etexte, un k´epi d'hiver"],
            ["Un héros présent, un prétexte, un képi d'hiver"],
        ),
        (["Il r´ep`ete ´egalement l'id´ee du f´eal pr´esent"], ["Il répète également l'idée du féal présent"]),
        (["nai\u00a8f, Noe\u00a8l"], ["naïf, Noël"]),
        (["gar\u00b8con"], ["garçon"]),
        (["l´eau d´un port, qu´il aime"], ["l´eau d´un port, qu´il aime"]),
        (["L´Hospitalet, dell´altro, don´t"], ["L´Hospitalet, dell´altro, don´t"]),
    ],
)
def test_accents_join_their_letters_where_that_is_certain(printed: list[str], text: list[str]) -> None:
    assert texts_of(join_accents(document(*printed))) == text


@pytest.mark.parametrize(
    ("tex", "runs"),
    [
        (r"\%", [("%", ())]),
        (r"50\,\%", [("50 %", ())]),
        ("n^{o}", [("n", ()), ("o", (Style.SUP,))]),
        (r"XX^{\mathrm{e}}", [("XX", ()), ("e", (Style.SUP,))]),
        (r"19^{\text{th}}", [("19", ()), ("th", (Style.SUP,))]),
        (r"\mathrm{CO}_2", [("CO", ()), ("2", (Style.SUB,))]),
        (r"\textit{Ibid.}", [("Ibid.", (Style.ITALIC,))]),
        (r"\bullet", [("•", ())]),
        ("(12)", [("(12)", ())]),
    ],
)
def test_formulas_that_only_dress_text_are_text(tex: str, runs: list[tuple[str, tuple[Mark, ...]]]) -> None:
    assert runs_of(undress_formulas(dressed((tex, Formula())))) == runs


@pytest.mark.parametrize("tex", ["x_2", "10^{-3}", "a + b", r"\sim", r"\frac{1}{2}", "E = mc^2", "x^{e}", "3 < 4"])
def test_mathematics_stays(tex: str) -> None:
    written = dressed((tex, Formula()))
    assert undress_formulas(written) == written


# Tags, escapes, pictures


@pytest.mark.parametrize(
    ("printed", "runs"),
    [
        ("Le XX<sup>e</sup> siècle", [("Le XX", ()), ("e", (Style.SUP,)), (" siècle", ())]),
        ("du CO&lt;sub&gt;2&lt;/sub&gt; pur", [("du CO", ()), ("2", (Style.SUB,)), (" pur", ())]),
        ("un <i>vrai</i> quai", [("un ", ()), ("vrai", (Style.ITALIC,)), (" quai", ())]),
        ("un quai<sup> 7 ouvert", [("un quai ", ()), ("7", (Style.SUP,)), (" ouvert", ())]),
        ("un quai<br/>ouvert", [("un quai ouvert", ())]),
        (r"un \*quai\* et \[sic\] A\_B", [("un *quai* et [sic] A_B", ())]),
        (r"C:\_quais", [(r"C:\_quais", ())]),
    ],
)
def test_tags_and_escapes_printed_as_text_dress_it(printed: str, runs: list[tuple[str, tuple[Mark, ...]]]) -> None:
    cleaned = clean_markup(document(printed))
    (paragraph,) = cleaned.blocks
    assert isinstance(paragraph, Paragraph)
    made = Prose(tuple(replace(run, at=None) for run in paragraph.prose.runs if run.text))
    assert "".join(run.text for run in made.runs) == "".join(text for text, _ in runs)
    marks = {text: marks for text, marks in runs if marks}
    assert {run.text: run.marks for run in made.runs if run.marks} == marks


def test_the_place_of_a_picture_left_out_is_no_text() -> None:
    printed = ["Un port.", "==> picture [234 x 12] intentionally omitted <==", "Un quai."]
    assert texts_of(clean_markup(document(*printed))) == ["Un port.", "Un quai."]


@pytest.mark.parametrize(
    ("beside", "kept"), [("Le port ouvre tôt.", False), ("Figure 3. Le port à l'aube", True), ("Figure du port", False)]
)
def test_a_lost_picture_leaves_unless_its_caption_stands_beside_it(beside: str, kept: bool) -> None:
    blocks: tuple[Block, ...] = (Figure((Image("_page_3_Picture_1.jpeg"),)), Paragraph(Prose((Run(beside),))))
    repaired = drop_lost_pictures(Document(Source("a.md", beside), blocks))
    assert repaired.blocks == (blocks if kept else blocks[1:])


def test_a_picture_that_is_there_stays() -> None:
    picture = Paragraph(Prose((Run(OBJECT, (Image("quai.png"),)),)))
    written = Document(Source("a.md", ""), (picture,), media={"quai.png": b"png"})
    assert drop_lost_pictures(written) == written
    assert not drop_lost_pictures(replace(written, media={})).blocks


# Spaces


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ([("Voir ", None), ("Le Quai", Style.ITALIC), (" .", None)], "Voir Le Quai."),
        ([("Voir ", None), ("Le Quai", Style.ITALIC), (" , p. 4 .", None)], "Voir Le Quai, p. 4."),
        ([("Voir ( ", None), ("Le Quai", Style.ITALIC), (" )", None)], "Voir (Le Quai)"),
        ([("l' ", None), ("Étrave", Style.ITALIC), (" lue", None)], "l'Étrave lue"),
        ([("the authors' ", None), ("Quays", Style.ITALIC)], "the authors' Quays"),
        ([("Le quai ; le mât : le ", None), ("port", Style.ITALIC), (" !", None)], "Le quai ; le mât : le port !"),
        ([("Le quai . . . et le mât ...", None)], "Le quai . . . et le mât ..."),
        ([("un .com et .5", None)], "un .com et .5"),
    ],
)
def test_spaces_at_the_edge_of_emphasis_are_closed_up(runs: list[tuple[str, Mark | None]], text: str) -> None:
    assert texts_of(close_up(dressed(*runs))) == [text]
