"""A grammar from an XSD 1.0, read by xmlschema, which takes a second: only once the verdict is known to be no."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, cast

from ries_jats.check.content import ANY, ContentModel, Particle
from ries_jats.check.grammar import INSTANCE, Attribute, Declaration, Grammar

_META = "{http://www.w3.org/2001/XMLSchema}"


@cache
def xsd_grammar(path: Path, title: str) -> Grammar:
    """The grammar of the schema at `path`."""
    from xmlschema import XMLSchema10  # a fifth of a second that a valid file need not wait for

    schema = XMLSchema10(str(path), allow="local", defuse="never")
    elements = {name: each for name, each in schema.maps.elements.items() if not name.startswith(_META)}
    declarations = {name: _declaration(name, elements[name].type) for name in sorted(elements)}
    return Grammar(title, declarations, free_attributes=INSTANCE)


# xmlschema's own classes are not named below: importing them would load it.


def _declaration(name: str, kind: Any) -> Declaration:
    attributes = {key: _attribute(key, each) for key, each in getattr(kind, "attributes", {}).items() if key}
    if not kind.is_complex() or kind.has_simple_content():
        return Declaration(name, ContentModel.of(Particle()), text=True, attributes=attributes)
    return Declaration(name, ContentModel.of(_particle(kind.content)), kind.mixed, attributes)


def _particle(piece: Any) -> Particle:
    optional, repeated = piece.min_occurs == 0, piece.max_occurs != 1
    if hasattr(piece, "model"):
        parts = tuple(_particle(part) for part in piece)
        return Particle(parts=parts, choice=piece.model == "choice", optional=optional, repeated=repeated)
    return Particle(piece.name or ANY, optional=optional, repeated=repeated)


def _attribute(name: str, declared: Any) -> Attribute:
    kind = declared.type
    values = (declared.fixed,) if declared.fixed is not None else tuple(kind.enumeration or ())
    return Attribute(
        name,
        required=declared.use == "required",
        values=tuple(str(value) for value in values),
        kind=kind.local_name or getattr(kind.base_type, "local_name", None) or "",
        accepts=cast(Callable[[str], bool], kind.is_valid),
    )
