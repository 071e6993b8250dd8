"""Reference strings marked by hand, as `tests/references/strings.txt` has them: what a parser should find."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .scoring import Values, compared

_MARK = re.compile(r"\{(\w+):|\}")
_FIELDS = {
    "y": "year",
    "t": "title",
    "h": "title",
    "b": "container",
    "r": "series",
    "v": "volume",
    "i": "issue",
    "p": "pages",
    "z": "extent",
    "e": "edition",
    "u": "publisher",
    "l": "place",
    "isbn": "isbn",
    "url": "url",
    "acc": "accessed",
}
_GROUPS = {"A": "authors", "E": "editors", "T": "translators"}
_FIRST_ONLY = ("year", "publisher", "place", "pages")
_DOI = re.compile(r"10\.\d{4,9}/.+")


@dataclass(frozen=True, slots=True)
class MarkedReference:
    """A string, its language, and the values it has."""

    text: str
    language: str
    values: Values


def read_marked(path: Path) -> Iterator[MarkedReference]:
    """The strings of a file; lines that begin with `#` say what the marks mean."""
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            language, kind, marked = line.split(" ", 2)
            yield _reference(language, kind, marked)


def _reference(language: str, kind: str, marked: str) -> MarkedReference:
    text = ""
    values: dict[str, list[str]] = defaultdict(list)
    opened: list[tuple[str, int]] = []
    place = 0
    names: dict[int, str] = {}
    for mark in _MARK.finditer(marked):
        text += marked[place : mark.start()]
        place = mark.end()
        if mark[1]:
            opened.append((mark[1], len(text)))
            continue
        name, start = opened.pop()
        _add(values, names, (name, text[start:]), [each for each, _ in opened])
    values["type"] = [kind]
    return MarkedReference(text + marked[place:], language, _settled(values))


def _add(values: dict[str, list[str]], names: dict[int, str], found: tuple[str, str], around: list[str]) -> None:
    name, words = found
    if name == "s":
        names[0] = words
    elif name in ("n", "c"):
        group = next((_GROUPS[each] for each in around if each in _GROUPS), "authors")
        surname = names.pop(0, "")
        given = compared(words.replace(surname, " ", 1))
        values[group].append(f"{compared(surname)} | {given}" if name == "n" else compared(words))
    elif name in ("doi", "url") and (doi := _DOI.search(words)):
        values["doi"].append(doi[0].casefold())
    elif name in _FIELDS:
        values[_FIELDS[name]].append(compared(words))


def _settled(values: dict[str, list[str]]) -> Values:
    """The title of a whole work is its title; of several years, publishers and pages the first counts."""
    if "title" not in values and "container" in values:
        values["title"] = values.pop("container")
    for name in ("title", "container", *_FIRST_ONLY):
        if name in values:
            values[name] = values[name][:1]
    return {name: found for name, found in values.items() if any(found)}
