"""Why a schema says no to the attributes of an element."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ries_jats.check.grammar import Attribute, Declaration, Grammar, written
from ries_jats.check.near import near_names, near_values
from ries_jats.check.phrases import phrase
from ries_jats.findings import Finding, Place, finding

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_FORMS = {
    "ID": "value-name",
    "IDREF": "value-name",
    "IDREFS": "value-name",
    "NCName": "value-name",
    "NMTOKEN": "value-token",
    "NMTOKENS": "value-token",
    "language": "value-language",
}


def iter_attribute_findings(
    element: etree._Element, declaration: Declaration, grammar: Grammar, place: Place
) -> Iterator[Finding]:
    """A finding for each attribute that may not stand there, has a wrong value, or is missing."""
    judge = _Judge(written(declaration.name), declaration, place)
    for name, value in element.items():
        attribute = declaration.attributes.get(str(name))
        if attribute and not attribute.accepts(str(value)):
            yield judge.wrong_value(attribute, str(value))
        elif not attribute and not (grammar.free_attributes and str(name).startswith(f"{{{grammar.free_attributes}}}")):
            yield judge.unexpected(str(name), str(value))
    for attribute in declaration.attributes.values():
        if attribute.required and attribute.name not in element.attrib:
            yield judge.missing(attribute)


@dataclass(frozen=True, slots=True)
class _Judge:
    element: str
    declaration: Declaration
    place: Place

    def wrong_value(self, attribute: Attribute, value: str) -> Finding:
        return finding(
            "schema-attribute-value",
            self.place,
            f'{written(attribute.name)}="{value}"',
            element=self.element,
            attribute=written(attribute.name),
            value=value,
            **_value_phrase(attribute, value),
        )

    def unexpected(self, name: str, value: str) -> Finding:
        allowed = self.declaration.attributes
        near = tuple(f"`{written(each)}`" for each in near_names(name, allowed))
        case = "attribute-near" if near else "attribute-other" if allowed else "attribute-none"
        return finding(
            "schema-attribute-unexpected",
            self.place,
            f'{written(name)}="{value}"',
            element=self.element,
            attribute=written(name),
            **phrase(case, near=near, allowed=tuple(written(each) for each in allowed)),
        )

    def missing(self, attribute: Attribute) -> Finding:
        names = {"element": self.element, "attribute": written(attribute.name)}
        return finding("schema-attribute-missing", self.place, f"<{self.element}>", **names)


def _value_phrase(attribute: Attribute, value: str) -> dict[str, str]:
    if attribute.name == _LANGUAGE:
        return phrase("value-language")
    if not attribute.values:
        return phrase(_FORMS.get(attribute.kind, "value-other"), kind=attribute.kind)
    near = near_values(value, attribute.values)
    return phrase("value-listed-near" if near else "value-listed", values=attribute.values, near=near)
