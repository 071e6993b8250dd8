"""A grammar from a DTD, read by lxml."""

import re
from collections.abc import Callable, Container, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from ries_jats.check.content import ANY, ContentModel, Particle
from ries_jats.check.grammar import PREFIXES, Attribute, Declaration, Grammar, accepts_anything, clark

# Near enough to the productions Name and Nmtoken of XML 1.0, of which the verdict is libxml2's.
_NAME = r"(?:[^\W\d]|:)[\w:.·-]*"
_NMTOKEN = r"[\w:.·-]+"
_FORMS = {
    "id": re.compile(_NAME),
    "idref": re.compile(_NAME),
    "idrefs": re.compile(rf"{_NAME}(?:\s+{_NAME})*"),
    "nmtoken": re.compile(_NMTOKEN),
    "nmtokens": re.compile(rf"{_NMTOKEN}(?:\s+{_NMTOKEN})*"),
}


@cache
def dtd_at(path: Path) -> etree.DTD:
    """The DTD at `path`, with its modules beside it."""
    return etree.DTD(file=str(path))


@cache
def dtd_grammar(path: Path, title: str) -> Grammar:
    """The grammar of the DTD at `path`."""
    return Grammar(title, dict(_iter_declarations(dtd_at(path))))


def _iter_declarations(dtd: Any) -> Iterator[tuple[str, Declaration]]:
    declared = {clark(each.prefix, each.name): each for each in dtd.iterelements() if each.type != "undefined"}
    by_prefix = {prefix: _resolver(prefix, declared) for prefix in {each.prefix for each in declared.values()}}
    for name, element in declared.items():
        yield name, _declaration(name, element, by_prefix[element.prefix])


def _resolver(prefix: str | None, declared: Container[str]) -> Callable[[str], str]:
    """What a name in a content model of an element with `prefix` means: lxml gives it without its own prefix."""

    @cache
    def resolve(local: str) -> str:
        names = (clark(each, local) for each in (prefix, None, *PREFIXES.values()))
        return next((name for name in names if name in declared), local)

    return resolve


def _declaration(name: str, element: Any, resolve: Callable[[str], str]) -> Declaration:
    attributes = [_attribute(each) for each in element.iterattributes() if "xmlns" not in (each.prefix, each.name)]
    return Declaration(
        name,
        ContentModel.of(_content(element, resolve)),
        text=element.type in ("mixed", "any"),
        attributes={each.name: each for each in attributes},
    )


def _content(element: Any, resolve: Callable[[str], str]) -> Particle:
    if element.type == "any":
        return Particle(ANY, optional=True, repeated=True)
    return _particle(element.content, resolve) if element.content is not None else Particle()


def _particle(piece: Any, resolve: Callable[[str], str]) -> Particle:
    optional, repeated = piece.occur in ("opt", "mult"), piece.occur in ("mult", "plus")
    if piece.type == "element":
        return Particle(resolve(piece.name), optional=optional, repeated=repeated)
    parts = tuple(_particle(part, resolve) for part in (piece.left, piece.right) if part is not None)
    return Particle(parts=parts, choice=piece.type == "or", optional=optional, repeated=repeated)


def _attribute(declared: Any) -> Attribute:
    values = (declared.default_value,) if declared.default == "fixed" else tuple(declared.values())
    return Attribute(
        clark(declared.prefix, declared.name),
        required=declared.default == "required",
        values=values,
        kind=declared.type.upper(),
        accepts=_test(declared.type, values),
    )


def _test(kind: str, values: tuple[str, ...]) -> Callable[[str], bool]:
    if values:
        return values.__contains__
    form = _FORMS.get(kind)
    return (lambda value: bool(form.fullmatch(value.strip()))) if form else accepts_anything
