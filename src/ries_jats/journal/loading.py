"""Reads `journal.toml` and `issue.toml`: what is right becomes values, what is wrong becomes findings."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..errors import EnvironmentFault
from ..findings import Finding, Place, finding
from .allowed import NOT_ALLOWED
from .forms import Form, IssueForm, JournalForm, TargetsForm
from .licenses import LICENSE_URLS
from .toml_lines import KeyPath, key_lines
from .values import (
    Addresses,
    ArticleEntry,
    Copyright,
    DoiSettings,
    Editor,
    Issn,
    Issue,
    Journal,
    License,
    Publisher,
    ReferenceSettings,
    RuleSetting,
    Target,
)

JOURNAL_FILE = "journal.toml"
ISSUE_FILE = "issue.toml"

_POSITION = re.compile(r" \(at line (\d+), column (\d+)\)$")
_SIGNS = {
    "string_type": '"…"',
    "list_type": "[ … ]",
    "dict_type": "{ … }",
    "model_type": "{ … }",
    "model_attributes_type": "{ … }",
    "bool_type": "true, false",
    "bool_parsing": "true, false",
    "string_too_short": '"…"',
}
"""What is allowed, by the type of pydantic's error."""

_Form = TypeVar("_Form", bound=Form)


@dataclass(frozen=True)
class _Document:
    """A TOML file that could be read."""

    path: Path
    data: dict[str, Any]
    lines: dict[KeyPath, int]

    def line(self, path: KeyPath) -> int | None:
        """The line of the key at `path`, or of the nearest table around it."""
        return next((self.lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in self.lines), None)


def nearest_journal(folder: Path) -> Path | None:
    """The `journal.toml` in `folder` or in the nearest folder above that has one."""
    start = folder.resolve()
    return next((path for above in (start, *start.parents) if (path := above / JOURNAL_FILE).is_file()), None)


def load_journal(path: Path) -> tuple[Journal | None, list[Finding]]:
    """Reads a `journal.toml`: the journal as far as it is right (None when the file is no TOML), and what is wrong."""
    form, findings = load_form(path, JournalForm)
    return (_journal(path, form) if form else None), findings


def load_issue(path: Path) -> tuple[Issue | None, list[Finding]]:
    """Reads an `issue.toml`: the issue as far as it is right (None when the file is no TOML), and what is wrong."""
    form, findings = load_form(path, IssueForm)
    return (_issue(path, form) if form else None), findings


def journal_findings(journal: Journal) -> Iterator[Finding]:
    """What an index asks of every journal and the settings do not say: each is absent from the XML."""
    asked = {"title": journal.title, "issn": journal.issn != Issn(), "publisher": journal.publisher.name}
    for name, value in asked.items():
        if not value:
            yield finding("journal-incomplete", Place(str(journal.path)), name)


def issue_findings(issue: Issue) -> Iterator[Finding]:
    """What contradicts itself in a well-formed issue: one file in two entries, an entry without its manuscript."""
    files = [article.file for article in issue.articles]
    place = Place(str(issue.path) if issue.path else "")
    for file in dict.fromkeys(files):
        if files.count(file) > 1:
            yield finding("article-listed-twice", place, file)
        if issue.path and not (issue.path.parent / file).is_file():
            yield finding("manuscript-missing", place, file)


# Reading


def load_form(path: Path, form: type[_Form]) -> tuple[_Form | None, list[Finding]]:
    """The file read into `form`, None where it cannot be read, with what is wrong in it."""
    document = _read(path)
    if isinstance(document, Finding):
        return None, [document]
    return _validated(document, form)


def _read(path: Path) -> _Document | Finding:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return finding("settings-malformed", Place(str(path), line), what="UTF-8")
    except OSError as error:
        raise EnvironmentFault("file-unreadable", path=path, reason=error.strerror or error) from error
    try:
        return _Document(path, tomllib.loads(text), key_lines(text))
    except tomllib.TOMLDecodeError as error:
        return _malformed(path, text, str(error))
    except RecursionError:
        return _malformed(path, text, "[[[[…")


def _malformed(path: Path, text: str, message: str) -> Finding:
    position = _POSITION.search(message)
    line = int(position.group(1)) if position else text.count("\n") + 1
    column = int(position.group(2)) if position else None
    return finding("settings-malformed", Place(str(path), line, column), what=_POSITION.sub("", message))


# Validating


def _validated(document: _Document, form: type[_Form]) -> tuple[_Form, list[Finding]]:
    """What is wrong is reported and taken out; what is wrong only because of that goes in silence."""
    findings: list[Finding] | None = None
    while True:
        try:
            return form.model_validate(document.data), findings or []
        except ValidationError as error:
            errors = error.errors(include_url=False)
        findings = [_invalid(document, form, each) for each in errors] if findings is None else findings
        # From the last to the first, so that positions in arrays stay right.
        for path in sorted({_existing(document.data, each["loc"]) for each in errors}, key=_order, reverse=True):
            _take_out(document.data, path)


def _invalid(document: _Document, form: type[Form], error: ErrorDetails) -> Finding:
    path = tuple(part for part in error["loc"] if part != "[key]")
    place = Place(str(document.path), document.line(path))
    field = _dotted(path)
    if error["type"] == "extra_forbidden":
        return finding("settings-unknown-key", place, field, allowed=", ".join(_keys(form, path[:-1])) or "–")
    if error["type"] == "missing":
        return finding("settings-missing-key", place, field)
    return finding("settings-invalid", place, _shown(error["input"]), field=field, allowed=_allowed(error))


def _allowed(error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    if error["type"] == NOT_ALLOWED:
        return str(context["allowed"])
    if error["type"] == "literal_error":
        return str(context["expected"]).replace(" or ", ", ").replace("'', ", "")
    return _SIGNS.get(error["type"], "0, 1, 2 …" if error["type"].startswith("int") else error["type"])


def _dotted(path: KeyPath) -> str:
    """`articles[2].file`: positions as people count, from 1."""
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "{ … }" if isinstance(value, dict) else str(value)


def _keys(form: type[Form], path: KeyPath) -> tuple[str, ...]:
    """The keys of the table at `path`."""
    current: Any = form
    for part in path:
        if isinstance(part, str) and isinstance(current, type) and issubclass(current, BaseModel):
            current = current.model_fields[part].annotation
        else:
            current = current.__args__[-1]
    return tuple(current.model_fields)


def _existing(data: Any, path: KeyPath) -> KeyPath:
    """As much of an error's path as the document has; a missing key condemns the table that lacks it."""
    steps: list[str | int] = []
    for part in path:
        if not _has(data, part):
            break
        steps.append(part)
        data = data[part]
    return tuple(steps)


def _has(data: Any, part: str | int) -> bool:
    return (isinstance(data, dict) and part in data) or (isinstance(data, list) and isinstance(part, int))


def _order(path: KeyPath) -> tuple[tuple[bool, int, str], ...]:
    """Sorts keys among keys and positions among positions."""
    return tuple((isinstance(part, int), part if isinstance(part, int) else 0, str(part)) for part in path)


def _take_out(data: Any, path: KeyPath) -> None:
    """Removes the value at `path`."""
    *above, last = path
    for part in above:
        data = data[part]
    container: Any = data
    del container[last]


# Values


def _journal(path: Path, form: JournalForm) -> Journal:
    return Journal(
        path=path,
        title=form.title,
        abbreviation=form.abbreviation,
        ids=tuple(form.ids.items()),
        issn=Issn(**form.issn.model_dump()),
        publisher=Publisher(**form.publisher.model_dump()),
        languages=tuple(form.languages),
        license=License(form.license, LICENSE_URLS[form.license]) if form.license else None,
        copyright=Copyright(form.copyright.holder),
        doi=DoiSettings(**form.doi.model_dump()),
        url=Addresses(**form.url.model_dump()),
        sections=tuple(form.sections),
        galley=form.galley,
        demonstration=form.demonstration,
        references=ReferenceSettings(**form.references.model_dump()),
        rules=tuple(RuleSetting(code, rule.severity, rule.reason) for code, rule in form.rules.items()),
        targets=tuple(_targets(form.targets)),
    )


def _targets(form: TargetsForm) -> Iterator[Target]:
    for name, table in form.model_dump(exclude_unset=True).items():
        yield Target(name, tuple(_settings(table)))


def _settings(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from ((f"{key}.{inner}", text) for inner, text in value.items())
        else:
            yield key, value


def _issue(path: Path, form: IssueForm) -> Issue:
    return Issue(
        path=path,
        volume=form.volume,
        number=form.number,
        year=form.year,
        month=form.month,
        season=form.season,
        theme=form.theme,
        editors=tuple(Editor(editor.name, editor.role) for editor in form.editors),
        articles=tuple(
            ArticleEntry(**article.model_dump(exclude={"authors"}), authors=tuple(article.authors))
            for article in form.articles
        ),
    )
