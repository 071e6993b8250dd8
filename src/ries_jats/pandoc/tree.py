"""pandoc's abstract syntax tree, as its JSON has it: https://hackage.haskell.org/package/pandoc-types.

The shapes are pandoc's: a node is `{"t": type, "c": contents}`.
"""

from collections.abc import Iterator
from typing import Any, TypeAlias

Node: TypeAlias = dict[str, Any]
Attributes: TypeAlias = tuple[str, tuple[str, ...], dict[str, str]]

INLINES_AT = {
    "Emph": None,
    "Strong": None,
    "Underline": None,
    "Strikeout": None,
    "Superscript": None,
    "Subscript": None,
    "SmallCaps": None,
    "Quoted": 1,
    "Cite": 1,
    "Link": 1,
    "Image": 1,
    "Span": 1,
}
"""Where a node that holds inlines keeps them; None where they are its whole contents."""


def inlines_of(node: Node) -> list[Node]:
    """The inlines that a node of `INLINES_AT` holds."""
    place = INLINES_AT[node["t"]]
    contents: list[Node] = node["c"] if place is None else node["c"][place]
    return contents


def attributes(node: list[Any]) -> Attributes:
    """Identifier, classes and key-value pairs."""
    ident, classes, pairs = node
    return ident, tuple(classes), dict(pairs)


def plain_words(node: Any) -> Iterator[str]:
    """The strings below `node`, in their order; notes and formulas are left out, which some sources keep elsewhere."""
    if isinstance(node, list):
        for child in node:
            yield from plain_words(child)
    elif isinstance(node, dict) and "t" in node:
        if node["t"] == "Str":
            yield node["c"]
        elif node["t"] == "Code":
            yield from node["c"][1].split()
        elif node["t"] not in ("Math", "Note", "RawInline", "RawBlock"):
            yield from plain_words(node.get("c"))
