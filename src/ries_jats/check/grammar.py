"""What a schema says of each element, read from XSD or DTD into one form that findings are explained with.

Names are in Clark's notation, `{namespace}name`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ries_jats.check.content import ContentModel

MATHML = "http://www.w3.org/1998/Math/MathML"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
PREFIXES = {
    MATHML: "mml",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://www.niso.org/schemas/ali/1.0/": "ali",
    INSTANCE: "xsi",
}
"""The namespaces of JATS and the prefixes that everybody gives them."""
_NAMESPACES = {prefix: namespace for namespace, prefix in PREFIXES.items()}


def accepts_anything(_value: str) -> bool:
    """The test of an attribute of which nothing is asked."""
    return True


@dataclass(frozen=True, slots=True)
class Attribute:
    """What is asked of an attribute: `values` if these are all, `kind` the name of its type, `accepts` the test."""

    name: str
    required: bool = False
    values: tuple[str, ...] = ()
    kind: str = ""
    accepts: Callable[[str], bool] = accepts_anything


@dataclass(frozen=True, slots=True)
class Declaration:
    """What is asked of an element: its children, whether text may stand among them, its attributes by name."""

    name: str
    content: ContentModel
    text: bool = False
    attributes: Mapping[str, Attribute] = field(default_factory=dict)

    @property
    def children(self) -> tuple[str, ...]:
        """The names that may stand in it, in the order of the model."""
        return tuple(dict.fromkeys(self.content.names[1:]))


@dataclass(frozen=True, slots=True)
class Grammar:
    """All declarations, and what the schema is called."""

    title: str
    declarations: Mapping[str, Declaration]
    free_attributes: str = ""
    """A namespace whose attributes may stand on any element."""

    def parents_of(self, name: str) -> tuple[str, ...]:
        """The elements that take this one by its name, in the order of the schema."""
        return tuple(parent for parent, declared in self.declarations.items() if name in declared.content.names)


def written(name: str) -> str:
    """A name as people write it, with the usual prefix: `mml:math`."""
    namespace, _, local = name.rpartition("}")
    if not namespace:
        return local
    prefix = PREFIXES.get(namespace[1:], "")
    return f"{prefix}:{local}" if prefix else name


def clark(prefix: str | None, local: str) -> str:
    """The name in Clark's notation of one written with a usual prefix."""
    return f"{{{_NAMESPACES[prefix]}}}{local}" if prefix in _NAMESPACES else local
