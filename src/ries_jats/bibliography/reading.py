"""Reads CSL-JSON that a person has corrected: what is right in it becomes works, what is wrong becomes findings."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from json import JSONDecodeError
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from ..article.works import Person, Role, Work, WorkDate, WorkOrigin
from ..errors import EnvironmentFault
from ..findings import Finding, Place, finding
from .csl import NAME_PARTS, VARIABLES
from .dois import PREFIX


def _as_text(value: object) -> object:
    """`"volume": 12` means the same as `"volume": "12"`."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _hyphenated(name: str) -> str:
    return name.replace("_", "-")


Text = Annotated[str, BeforeValidator(_as_text)]
Number = Annotated[int, Field(ge=-9999, le=9999)]


PRIVATE = frozenset({"id", "custom", "abstract", "annote", "note", "keyword"})
"""Variables of an item that are of its owner, and of no reference."""


MARKUP = re.compile(r"</?(?:i|b|em|strong|sub|sup|sc|span)\b[^<>]*>", re.IGNORECASE)
"""What values may hold: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#html-like-formatting-tags."""


class _Form(BaseModel):
    """A person's file may say more than is asked."""

    model_config = ConfigDict(extra="allow", frozen=True, str_strip_whitespace=True, alias_generator=_hyphenated)


class NameForm(_Form):
    """A name: https://docs.citationstyles.org/en/stable/specification.html#names."""

    family: str = ""
    given: str = ""
    non_dropping_particle: str = ""
    dropping_particle: str = ""
    suffix: str = ""
    literal: str = ""


class DateForm(_Form):
    """A date; `raw` is what CSL processors call a date in words."""

    date_parts: list[Annotated[list[Number], Field(max_length=3)]] = []
    literal: str = ""
    raw: str = ""


class CustomForm(_Form):
    """What we write beside the variables."""

    raw: str = ""
    doi_origin: Annotated[str, Field(pattern="^[a-z]*$")] = ""


class ItemForm(_Form):
    """One item: names, dates, and text for all other variables that we know."""

    id: Text = ""
    type: str = "document"
    author: list[NameForm] = []
    editor: list[NameForm] = []
    translator: list[NameForm] = []
    director: list[NameForm] = []
    compiler: list[NameForm] = []
    producer: list[NameForm] = []
    container_author: list[NameForm] = []
    issued: DateForm = DateForm()
    accessed: DateForm = DateForm()
    custom: CustomForm = CustomForm()


class TextsForm(BaseModel):
    """The variables that are text."""

    model_config = ConfigDict(str_strip_whitespace=True)

    texts: dict[str, Text]


def load_works(path: Path) -> tuple[list[Work], list[Finding]]:
    """The works of a corrected `<article>.references.json`, and what is wrong in it.

    Raises `EnvironmentFault` when the file cannot be read.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
        items = json.loads(text)
    except OSError as error:
        raise EnvironmentFault("file-unreadable", path=path, reason=error.strerror or error) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return [], [finding("references-file-malformed", Place(str(path), line), what="UTF-8")]
    except JSONDecodeError as error:
        return [], [finding("references-file-malformed", Place(str(path), error.lineno, error.colno), what=error.msg)]
    except RecursionError:
        return [], [finding("references-file-malformed", Place(str(path)), what="[[[[…")]
    if not isinstance(items, list):
        return [], [finding("references-file-malformed", Place(str(path), 1), what="[ … ]")]
    read = [_read(item, number, path) for number, item in enumerate(items, 1)]
    return [each for each in read if isinstance(each, Work)], [each for each in read if isinstance(each, Finding)]


def given_work(item: dict[str, Any]) -> Work:
    """The work of a citation manager's item, without its key and what its owner noted; fields that cannot be read are
    left out.
    """
    item = {name: value for name, value in item.items() if name not in PRIVATE and value is not None}
    while True:
        try:
            form = ItemForm.model_validate(item)
            work = _work(form, TextsForm.model_validate({"texts": _texts(form)}).texts)
        except ValidationError as error:
            faulty = {name for each in error.errors() for name in each["loc"]}
            item = {name: value for name, value in item.items() if name not in faulty}
        else:
            return _tidied(replace(work, others=(), origin=WorkOrigin.GIVEN, key="", doi_origin="", raw=""))


def _tidied(work: Work) -> Work:
    """Without the markup and the resolver's address that managers keep in values."""
    values: dict[str, Any] = {
        name: " ".join(MARKUP.sub("", value).split()) for name in VARIABLES if (value := getattr(work, name))
    }
    return replace(work, **values | {"doi": PREFIX.sub("", work.doi.strip())})


def _read(item: object, number: int, path: Path) -> Work | Finding:
    try:
        form = ItemForm.model_validate(item)
        texts = TextsForm.model_validate({"texts": _texts(form)}).texts
    except ValidationError as error:
        field = ".".join(str(each) for each in error.errors()[0]["loc"])
        return finding("references-item-malformed", Place(str(path)), quote=_quoted(item), number=number, field=field)
    return _work(form, texts)


def _quoted(item: object) -> str:
    """By what a person finds the item in the file."""
    custom = item.get("custom") if isinstance(item, dict) else None
    raw = custom.get("raw") if isinstance(custom, dict) else item.get("id") if isinstance(item, dict) else item
    return str(raw)[:80]


def _texts(form: ItemForm) -> dict[str, Any]:
    extra = form.model_extra or {}
    return {variable: extra[variable] for variable in VARIABLES.values() if variable in extra}


def _work(form: ItemForm, texts: dict[str, Any]) -> Work:
    work = Work(
        raw=form.custom.raw,
        type=form.type,
        people=tuple(_people(form)),
        issued=_date(form.issued),
        accessed=_date(form.accessed),
        others=tuple(_others(form)),
        origin=WorkOrigin.CORRECTED,
        doi_origin=form.custom.doi_origin,
        key=form.id,
    )
    return replace(work, **{name: texts.get(variable, "") for name, variable in VARIABLES.items()})


def _people(form: ItemForm) -> Iterator[tuple[Role, Person]]:
    for role in Role:
        for name in getattr(form, role.value.replace("-", "_")):
            parts = {part: getattr(name, part) for part in NAME_PARTS}
            if any(parts.values()):
                yield role, Person(**parts, is_group=bool(name.literal))


def _date(form: DateForm) -> WorkDate:
    return WorkDate(tuple(tuple(part) for part in form.date_parts if part), form.literal or form.raw)


def _others(form: ItemForm) -> Iterator[tuple[str, str]]:
    for name, value in (form.model_extra or {}).items():
        if name not in VARIABLES.values() and name != "custom":
            yield name, json.dumps(value, ensure_ascii=False)
