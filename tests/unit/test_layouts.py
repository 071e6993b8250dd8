"""Tables of layout are opened, those of data stay; notes below a table stand with it."""

import pytest

from ries_jats.article.blocks import Block, Cell, DisplayFormula, Figure, Note, Paragraph, Row, Table
from ries_jats.article.prose import LINE_BREAK, OBJECT, Formula, Image, Prose, Run, Style, Target
from ries_jats.article.walk import all_prose
from ries_jats.recognise.captions import read_captions
from ries_jats.recognise.layouts import opened_layouts
from ries_jats.recognise.mentions import link_in_notes, link_mentions
from ries_jats.recognise.table_heads import read_table_heads
from ries_jats.recognise.text import Text

RUNNING = (
    "La marée descend deux fois le jour, et le greffier du port compte chaque fois les navires qui restent à quai."
)


def line(text: str, *marks: Style | Formula) -> Paragraph:
    return Paragraph(Prose((Run(text, marks),)))


def picture(name: str) -> Paragraph:
    return Paragraph(Prose((Run(OBJECT, (Image(name),)),)))


def row(*cells: Block | None) -> Row:
    return tuple(Cell((each,) if each else ()) for each in cells)


def table(*rows: Row) -> Table:
    return Table((), rows)


DATA = table(row(line("Port"), line("Navires")), row(line("Brest"), line("12")))


@pytest.mark.parametrize(
    "layout",
    [
        table(row(line(RUNNING), line(RUNNING))),
        table(row(line("Le port"), None), row(DATA, None)),
        table(row(line("Le port")), row(line("Ana Ruiz"))),
        table(row(None, line("x=1", Formula()), line("(1)"))),
        table(row(picture("quai.png")), row(line("Figure 1. Le quai"))),
    ],
)
def test_tables_of_layout_are_opened(layout: Table) -> None:
    assert layout not in opened_layouts([layout])


@pytest.mark.parametrize(
    "blocks",
    [
        [DATA],
        [table(row(line("Brest"), line("12")))],
        [line("Tableau 1. Les ports"), table(row(line("Brest")), row(line("Sète")))],
        [table(row(line("Port"), line("Vue")), row(line("Brest"), line("12")), row(line("Sète"), picture("s.png")))],
    ],
)
def test_tables_of_data_stay(blocks: list[Block]) -> None:
    assert opened_layouts(blocks) == blocks


def test_each_picture_beside_another_has_the_caption_below_it() -> None:
    one, other = line("Figure 1. Le quai"), line("Figure 2. Le phare")
    layout = table(row(picture("a.png"), picture("b.png")), row(one, other))
    figures = read_captions(Text(tuple(opened_layouts([layout])))).blocks
    assert [each.label.text for each in figures if isinstance(each, Figure)] == ["Figure 1", "Figure 2"]


def test_pictures_with_one_caption_are_one_figure() -> None:
    layout = table(row(picture("a.png"), picture("b.png")), row(line("Figure 1. Deux vues"), None))
    (figure,) = read_captions(Text(tuple(opened_layouts([layout])))).blocks
    assert isinstance(figure, Figure)
    assert [image.source for image in figure.images] == ["a.png", "b.png"]


@pytest.mark.parametrize(
    "note",
    [
        line("Note : chiffres ronds."),
        line("Notes. Round figures."),
        line("* p < 0.05 ; ** p < 0.01"),
        Paragraph(Prose((Run("a", (Style.SUP,)), Run(" Sans les barques.")))),
    ],
)
def test_notes_below_a_table_are_its_own(note: Paragraph) -> None:
    raised = Paragraph(Prose((Run("12"), Run("a", (Style.SUP,)))))
    with_mark = table(row(line("Brest"), raised))
    (found,) = read_captions(Text((with_mark, line("Source : le registre."), note))).blocks
    assert isinstance(found, Table)
    assert (found.source.text, found.foot) == ("Source : le registre.", (note,))


def test_a_paragraph_after_a_table_is_no_note() -> None:
    blocks = (DATA, line("Notes de voyage sans suite."))
    assert read_captions(Text(blocks)).blocks == blocks


def test_a_formula_between_tabs_is_displayed_with_its_number() -> None:
    prose = Prose((Run("\t"), Run("x=1", (Formula(),)), Run("\t"), Run("(1)")))
    (found,) = read_captions(Text((Paragraph(prose),))).blocks
    assert isinstance(found, DisplayFormula)
    assert (found.prose.text, found.label.text) == ("x=1", "(1)")


def test_a_bracket_around_a_mention_is_not_part_of_it() -> None:
    named = Table((), (), Prose((Run("Tableau 1"),)))
    linked = link_mentions([line("Il dort (voir Tableau 1)."), named])[0]
    assert isinstance(linked, Paragraph)
    assert [run.text for run in linked.prose.runs] == ["Il dort (voir ", "Tableau 1", ")."]


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        ([row(line("Port", Style.BOLD), line("Mer", Style.BOLD)), row(line("Brest"), line("Manche"))], 1),
        (
            [
                row(line("Port"), line("Navires")),
                row(line("Brest"), line("1 204")),
                row(line("Sète"), line("(12,5 %)")),
            ],
            1,
        ),
        ([row(line("Port"), line("Mer")), row(line("Brest"), line("Manche"))], 0),
        ([row(line("Brest"), line("1912")), row(line("Sète"), line("1913"))], 0),
        ([row(line("Brest", Style.BOLD), line("12", Style.BOLD)), row(line("Sète", Style.BOLD), line("7"))], 1),
    ],
)
def test_header_rows_are_told_by_their_looks(rows: list[Row], heads: int) -> None:
    (found,) = read_table_heads(Text((table(*rows),))).blocks
    assert isinstance(found, Table)
    assert (len(found.head), len(found.body)) == (heads, len(rows) - heads)
    assert all(cell.is_header for each in found.head for cell in each)


def test_a_picture_and_its_caption_may_share_a_paragraph() -> None:
    runs = (Run("Figure 1. Le quai"), Run(LINE_BREAK), Run(OBJECT, (Image("quai.png"),)))
    (figure,) = read_captions(Text((Paragraph(Prose(runs)),))).blocks
    assert isinstance(figure, Figure)
    assert (figure.label.text, [image.source for image in figure.images]) == ("Figure 1", ["quai.png"])


def test_notes_point_to_tables_too() -> None:
    named = Table((), (), Prose((Run("Tableau 1"),)), ident="table-1")
    (note,) = link_in_notes([Note("1", Prose(), (line("Voir tableau 1."),))], [named])
    marks = [mark for prose in all_prose(note.blocks) for run in prose.runs for mark in run.marks]
    assert marks == [Target("table-1", "table")]
