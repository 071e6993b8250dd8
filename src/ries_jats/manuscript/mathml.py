"""Formulas of word processors in MathML, which pandoc writes from the TeX that it read them as, all in one run.

What the author typed in TeX stays as it is: there the TeX is the manuscript.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from lxml import etree

from ..article.prose import Formula, Origin, Prose, Run
from ..article.walk import all_prose
from ..findings import Place, finding
from ..pandoc import program
from .document import Document

Typeset: TypeAlias = tuple[str, bool]
"""The TeX of a formula, and whether it is displayed."""

MATH = "{http://www.w3.org/1998/Math/MathML}math"
NUMBERED = re.compile(
    r"\\begin\{array\}\{[lcr]\}\s*(?P<formula>.*?)\s*\\?#\s*(?P<number>\(\s*\w+(?:[.\-]\w+)*\s*\))\s*\\end\{array\}",
    re.DOTALL,
)
"""How pandoc gives an equation that Word numbers: `#` and the number at its end, in an array of one cell."""


def with_mathml(document: Document) -> Document:
    """The document with MathML beside the TeX of its formulas, and with the numbers that Word keeps in them apart."""
    document = document.mapped(_with_number_apart)
    wanted = tuple(dict.fromkeys(_formulas(document)))
    if not wanted:
        return document
    try:
        written = dict(zip(wanted, _written(wanted), strict=True))
    except program.PandocFailure as failure:
        return document.noting(finding(failure.code, Place(document.source.name), **failure.details))
    return document.mapped(partial(_dressed, written))


def _with_number_apart(prose: Prose) -> Prose:
    return Prose(tuple(piece for run in prose.runs for piece in _pieces(run)))


def _pieces(run: Run) -> Iterator[Run]:
    match = NUMBERED.fullmatch(run.text.strip()) if _formula(run) else None
    if match and "\\\\" not in match["formula"]:
        yield replace(run, text=match["formula"])
        others = tuple(mark for mark in run.marks if not isinstance(mark, Formula))
        yield replace(run, text=match["number"], marks=others)
    else:
        yield run


def _formula(run: Run) -> Formula | None:
    """The mark of a formula that a program made TeX of."""
    marks = (mark for mark in run.marks if isinstance(mark, Formula))
    return next(marks, None) if run.origin is Origin.GENERATED else None


def _formulas(document: Document) -> Iterator[Typeset]:
    blocks = (*document.blocks, *(block for note in document.notes for block in note.blocks))
    for prose in all_prose(blocks):
        yield from ((run.text, mark.display) for run in prose.runs if (mark := _formula(run)))


def _written(formulas: Sequence[Typeset]) -> list[str]:
    """The MathML of each formula, nothing where pandoc cannot read its TeX."""
    native = f"[{','.join(f'Para [{_native(*each)}]' for each in formulas)}]"
    result = program.run(["--from", "native", "--to", "jats_publishing"], stdin=native.encode())
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    paragraphs = etree.fromstring(b"<body>%s</body>" % result.stdout, parser)
    found = [next(paragraph.iter(MATH), None) for paragraph in paragraphs]
    return ["" if math is None else _alone(math) for math in found]


def _native(text: str, display: bool) -> str:  # noqa: FBT001  (the parts of a formula as they are kept)
    """A formula in pandoc's own notation."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'Math {"DisplayMath" if display else "InlineMath"} "{escaped}"'


def _alone(math: etree._Element) -> str:
    math.tail = None
    return etree.tostring(math, encoding="unicode")


def _dressed(written: Mapping[Typeset, str], prose: Prose) -> Prose:
    return Prose(tuple(_with_mark(run, written) for run in prose.runs))


def _with_mark(run: Run, written: Mapping[Typeset, str]) -> Run:
    formula = _formula(run)
    mathml = written.get((run.text, formula.display), "") if formula else ""
    if not formula or not mathml:
        return run
    return replace(run, marks=tuple(replace(mark, mathml=mathml) if mark is formula else mark for mark in run.marks))
