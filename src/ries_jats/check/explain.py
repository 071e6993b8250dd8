"""Why a schema says no: what stands where, what was expected, what was probably meant.

The verdict is libxml2's; here every element is compared with its declaration, so that one reading finds all faults,
also those inside an element that is itself misplaced.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from ries_jats.check.alignment import Fault, Problem, iter_problems
from ries_jats.check.explain_attributes import iter_attribute_findings
from ries_jats.check.grammar import MATHML, Declaration, Grammar, written
from ries_jats.check.near import common_first, near_names
from ries_jats.check.parsing import Document
from ries_jats.check.phrases import phrase
from ries_jats.findings import Finding, Place, finding

Phrase: TypeAlias = dict[str, str]

_APART = frozenset({f"{{{MATHML}}}math", f"{{{MATHML}}}annotation-xml"})
"""Elements whose inside other layers judge, or nobody."""
_QUOTED = 60


def iter_explanations(document: Document, grammar: Grammar, start: etree._Element) -> Iterator[Finding]:
    """A finding for each fault of `start` and what is in it."""
    explainer = _Explainer(document, grammar)
    for element in _iter_elements(start):
        declaration = grammar.declarations.get(str(element.tag))
        if declaration:
            yield from explainer.iter_findings(element, declaration)


def start_tag(element: etree._Element) -> str:
    """The start tag as it may have been written, shortened."""
    attributes = "".join(f' {written(str(name))}="{value!s}"' for name, value in element.items())
    return shortened(f"<{written(str(element.tag))}{attributes}>")


def shortened(text: str) -> str:
    """The beginning of a text, for a quotation."""
    return text if len(text) <= _QUOTED else text[: _QUOTED - 1] + "…"


def _iter_elements(start: etree._Element) -> Iterator[etree._Element]:
    yield start
    for child in start.iterchildren("*"):
        if child.tag not in _APART:
            yield from _iter_elements(child)


@dataclass(frozen=True, slots=True)
class _Explainer:
    document: Document
    grammar: Grammar

    def iter_findings(self, element: etree._Element, declaration: Declaration) -> Iterator[Finding]:
        place = self.document.place(element)
        yield from iter_attribute_findings(element, declaration, self.grammar, place)
        yield from self._iter_text_findings(element, declaration, place)
        children = list(element.iterchildren("*"))
        names = [str(child.tag) for child in children]
        for problem in iter_problems(declaration.content, names):
            if problem.index == len(children):
                yield self._missing(problem, declaration, place, start_tag(element))
            else:
                yield self._wrong_child(problem, declaration, children[problem.index])

    def _iter_text_findings(self, element: etree._Element, declaration: Declaration, place: Place) -> Iterator[Finding]:
        pieces = "".join(piece for piece in (element.text, *(child.tail for child in element)) if piece)
        words = " ".join(pieces.split())
        # an empty element takes no white space either
        if not declaration.text and (words or (pieces and not declaration.children)):
            parent = written(declaration.name)
            yield finding(
                "schema-text-unexpected",
                place,
                shortened(words) or "␣",
                parent=parent,
                **_text_phrase(declaration, words),
            )

    def _missing(self, problem: Problem, declaration: Declaration, place: Place, quote: str) -> Finding:
        parent, expected = written(declaration.name), _tags(problem.expected)
        if problem.before:
            reason = phrase("missing-before", expected=expected, before=written(problem.before))
        else:
            reason = phrase("missing-at-end", expected=expected, parent=parent)
        return finding("schema-element-missing", place, quote, parent=parent, **reason)

    def _wrong_child(self, problem: Problem, declaration: Declaration, child: etree._Element) -> Finding:
        place, quote = self.document.place(child), start_tag(child)
        if problem.fault is Fault.MISSING:
            return self._missing(problem, declaration, place, quote)
        names = {"element": written(str(child.tag)), "parent": written(declaration.name)}
        reason = self._reason(problem, declaration, str(child.tag))
        return finding("schema-element-unexpected", place, quote, **names, **reason)

    def _reason(self, problem: Problem, declaration: Declaration, name: str) -> Phrase:
        if problem.fault is Fault.NOT_TAKEN:
            return self._not_taken(problem, declaration, name)
        if problem.fault is Fault.MISPLACED:
            return _misplaced_phrase(problem)
        if problem.fault is Fault.REPEATED:
            return phrase("element-repeated")
        if problem.expected:
            return phrase("element-out-of-order", expected=_choices(problem.expected))
        return phrase("element-at-the-end")

    def _not_taken(self, problem: Problem, declaration: Declaration, name: str) -> Phrase:
        parent, children = written(declaration.name), declaration.children
        if not children:
            return phrase("element-childless", parent=parent)
        expected = _choices(problem.expected or children)
        if name not in self.grammar.declarations:
            near = _tags(near_names(name, children))
            case = "element-unknown-near" if near else "element-unknown"
            return phrase(case, schema=self.grammar.title, near=near, expected=expected)
        near = _tags(each for each in near_names(name, children) if each.endswith(f"-{name}"))
        parents = self.grammar.parents_of(name)
        wrap, homes = _choices(each for each in children if each in parents), _choices(parents)
        case = "element-not-taken" + ("-near" if near else "-wrap" if wrap else "")
        return phrase(case, parent=parent, expected=expected, near=near, wrap=wrap, homes=homes)


def _misplaced_phrase(problem: Problem) -> Phrase:
    if problem.before:
        return phrase("element-late", before=written(problem.before))
    if problem.after:
        return phrase("element-early", after=written(problem.after))
    return phrase("element-early-at-end")


def _text_phrase(declaration: Declaration, words: str) -> Phrase:
    if not declaration.children:
        return phrase("text-in-empty") if words else phrase("space-in-empty", parent=written(declaration.name))
    if "p" in declaration.children:
        return phrase("text-in-paragraph")
    return phrase("text-in-elements", expected=_choices(declaration.children))


def _choices(names: Iterable[str]) -> tuple[str, ...]:
    return _tags(common_first(names))


def _tags(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"<{written(name)}>" for name in names)
