"""Formulas of word processors get MathML beside their TeX; those of manuscripts in TeX stay as they are."""

import pytest
from lxml import etree

from ries_jats.article.blocks import Block, DisplayFormula, Paragraph
from ries_jats.article.prose import Formula, Origin, Prose, Run
from ries_jats.article.source import Source
from ries_jats.jats.body import BodyWriter
from ries_jats.jats.ids import Ids
from ries_jats.jats.inline import InlineWriter
from ries_jats.manuscript.document import Document
from ries_jats.manuscript.mathml import with_mathml

ARRAY = "\\begin{array}{r}\nE = mc^{2}\\#(7)\n\\end{array}"


def read(text: str, origin: Origin = Origin.GENERATED, *, display: bool = True) -> Prose:
    paragraph = Paragraph(Prose((Run(text, (Formula(display),), origin=origin),)))
    (found,) = with_mathml(Document(Source("a.docx", ""), (paragraph,))).blocks
    assert isinstance(found, Paragraph)
    return found.prose


def formulas(prose: Prose) -> list[Formula]:
    return [mark for run in prose.runs for mark in run.marks if isinstance(mark, Formula)]


@pytest.mark.parametrize(
    ("text", "letters"),
    [("\\frac{a + b}{2}", "a+b2"), ("\\text{prix}_{t} \\leq 12", "prixt≤12"), ('\\text{dit "non"}', 'dit "non"')],
)
def test_tex_that_a_program_made_gets_mathml(text: str, letters: str) -> None:
    (formula,) = formulas(read(text))
    assert "".join(map(str, etree.fromstring(formula.mathml).itertext())) == letters


def test_tex_that_pandoc_cannot_read_stays_alone() -> None:
    assert formulas(read("x_{")) == [Formula(display=True)]


def test_tex_of_the_author_stays_alone() -> None:
    assert formulas(read("x", Origin.MANUSCRIPT)) == [Formula(display=True)]


def test_the_number_that_word_keeps_in_an_equation_is_apart() -> None:
    prose = read(ARRAY)
    assert [(run.text, bool(run.marks)) for run in prose.runs] == [("E = mc^{2}", True), ("(7)", False)]


@pytest.mark.parametrize("display", [True, False])
def test_both_are_alternatives_of_one_formula(display: bool) -> None:
    prose = read("x", display=display)
    block: Block = DisplayFormula(prose) if display else Paragraph(Prose((Run("Soit "),)) + prose)
    ids = Ids(())
    (made,) = BodyWriter(InlineWriter(ids, {}), ids, {}).elements([block])
    formula = made if display else made[-1]
    assert [child.tag.rpartition("}")[2] for child in formula[0]] == ["tex-math", "math"]
    assert formula[0][0].xpath("string()") == "x"
