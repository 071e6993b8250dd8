"""Formulas in Office MathML."""

from copy import deepcopy

from .ooxml import Element, el


def formula(name: str) -> Element:
    """`m:oMath` of one of the formulas."""
    return el("m:oMath", *deepcopy(FORMULAS[name]))


def formula_text(name: str) -> str:
    """All its letters and signs in order, without spaces."""
    return "".join(str(text) for text in formula(name).itertext())


def display(name: str) -> Element:
    """A formula on a line of its own."""
    return el("m:oMathPara", formula(name))


def _run(text: str) -> Element:
    made = el("m:t")
    made.text = text
    return el("m:r", made)


def _of(name: str, text: str) -> Element:
    return el(name, _run(text))


def _power(base: str, power: str) -> Element:
    return el("m:sSup", _of("m:e", base), _of("m:sup", power))


def _fraction(upper: str, lower: str) -> Element:
    return el("m:f", _of("m:num", upper), _of("m:den", lower))


def _root(inner: str) -> Element:
    return el("m:rad", el("m:radPr", el("m:degHide", m_val="1")), el("m:deg"), _of("m:e", inner))


def _sum(below: str, above: str, inner: str) -> Element:
    properties = el("m:naryPr", el("m:chr", m_val="∑"))
    return el("m:nary", properties, _of("m:sub", below), _of("m:sup", above), _of("m:e", inner))


FORMULAS: dict[str, tuple[Element, ...]] = {
    "energy": (_run("E=m"), _power("c", "2")),
    "fraction": (_run("x="), _fraction("a+b", "2")),
    "root": (_run("y="), _root("z")),
    "sum": (_run("S="), _sum("i=1", "n", "i")),
}
