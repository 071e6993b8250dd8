"""Works as CSL-JSON: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables.

The schema of an item: https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json.
"""

import json
from collections.abc import Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any, TypeAlias

from ..article.works import Person, Role, Work, WorkDate, WorkOrigin

Item: TypeAlias = dict[str, Any]
"""An item of CSL-JSON, as it stands in the file."""
_NO_VARIABLES = frozenset({"raw", "type", "people", "issued", "accessed", "others", "origin", "doi_origin", "key"})
_CAPITALS = frozenset({"doi", "isbn", "issn", "url"})
VARIABLES = {
    each.name: each.name.upper() if each.name in _CAPITALS else each.name.replace("_", "-")
    for each in fields(Work)
    if each.name not in _NO_VARIABLES
}
"""The variable of each field of a work that is text."""
NAME_PARTS = {each.name: each.name.replace("_", "-") for each in fields(Person) if each.name != "is_group"}
"""The variable of each part of a name."""
NOTED = "notes"
"""Value of `custom.from` for a work that is referred to in notes and not in the list of references."""
UNLISTED = "fields"
"""Value of `custom.from` for a work that only a citation manager's field names."""
NONE: Mapping[str, Mapping[str, Work]] = MappingProxyType({})


def csl_json(listed: Mapping[str, Work], apart: Mapping[str, Mapping[str, Work]] = NONE) -> bytes:
    """Works by their keys as a CSL-JSON array in UTF-8; those of no list stand at the end and say it."""
    items = [csl_item(work, key) for key, work in listed.items()]
    for place, works in apart.items():
        for key, work in works.items():
            item = csl_item(work, key)
            items.append(item | {"custom": item["custom"] | {"from": place}})
    return (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode(errors="backslashreplace")


def csl_item(work: Work, key: str) -> Item:
    """The work as an item; variables without value are left out, the printed string is `custom.raw`."""
    item: Item = {"id": key, "type": work.type}
    for role in Role:
        if people := work.all(role):
            item[role.value] = [_name(person) for person in people]
    for name, when in (("issued", work.issued), ("accessed", work.accessed)):
        if when:
            item[name] = _date(when)
    item |= {variable: value for name, variable in VARIABLES.items() if (value := getattr(work, name))}
    item |= {name: json.loads(value) for name, value in work.others}
    return item | {"custom": _custom(work)}


def _custom(work: Work) -> Item:
    """What CSL has no variable for: the printed string, and whose word it is where it is not the author's."""
    custom = {"raw": work.raw}
    if work.origin is not WorkOrigin.PRINTED:
        custom["origin"] = work.origin.value
    if work.doi_origin:
        custom["doi-origin"] = work.doi_origin
    return custom


def _name(person: Person) -> Item:
    return {variable: value for name, variable in NAME_PARTS.items() if (value := getattr(person, name))}


def _date(when: WorkDate) -> Item:
    """In parts where the parts are known: CSL takes words only for dates that have none."""
    return {"date-parts": [list(part) for part in when.parts]} if when.parts else {"literal": when.literal}
