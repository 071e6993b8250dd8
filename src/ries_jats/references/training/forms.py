"""Forms: how a style prints one kind of work, written as a line.

    @author {authors}, @title {title}, @?volume {vol|t.} {volume}, @date {year}.

After `@label` stands what has that label: words, `{field}` for what the record says, `{one|another}` for one of several
words. A section marked `@?` is left out when the record lacks a field of it; the others are required. A label ends with
a space or with `^`, which is for sections that begin without one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import NamedTuple, Protocol

from ..labels import Label
from .labelled import Piece
from .punctuation import appended

_SECTION = re.compile(r"@(\??)([a-z-]+)[ ^]")
_BRACES = re.compile(r"\{([^{}]*)\}")


class Fields(Protocol):
    """What a form asks for."""

    rng: Random
    inside: bool

    def has(self, field: str) -> bool:
        """Whether the field is known."""
        ...

    def value(self, field: str) -> str:
        """The field as it is printed."""
        ...


class Part(NamedTuple):
    """Words as they are, a field, or a choice of words."""

    words: tuple[str, ...]
    is_field: bool = False


@dataclass(frozen=True)
class Section:
    """Words and fields under one label."""

    label: Label
    optional: bool
    parts: tuple[Part, ...]

    @cached_property
    def fields(self) -> frozenset[str]:
        """The names of its fields."""
        return frozenset(part.words[0] for part in self.parts if part.is_field)

    def text(self, fields: Fields) -> str:
        """The section as printed, with what the record says in the place of the fields."""
        text = ""
        for words, is_field in self.parts:
            if is_field:
                text += fields.value(words[0])
            else:
                text = appended(text, fields.rng.choice(words), fields.inside)
        return text


@dataclass(frozen=True)
class Form:
    """The sections of a reference in their order."""

    sections: tuple[Section, ...]

    @cached_property
    def required(self) -> tuple[str, ...]:
        """The fields without which it cannot be printed."""
        return tuple(sorted({field for section in self.sections if not section.optional for field in section.fields}))

    def fits(self, fields: Fields) -> bool:
        """Whether all that it requires is known."""
        return all(fields.has(field) for field in self.required)

    def pieces(self, fields: Fields) -> Iterator[Piece]:
        """The labelled pieces of one record; sections that lack a field are left out."""
        for section in self.sections:
            if not section.optional or all(fields.has(field) for field in section.fields):
                yield Piece(section.label, section.text(fields))


def read_forms(lines: str, terms: Mapping[str, tuple[str, ...]]) -> tuple[Form, ...]:
    """The forms of a style, one a line; `{name}` of a term stands for the choice of its words."""
    return tuple(_form(line.strip(), terms) for line in lines.splitlines() if line.strip())


def _form(line: str, terms: Mapping[str, tuple[str, ...]]) -> Form:
    _, *found = _SECTION.split(line)
    triples = zip(found[::3], found[1::3], found[2::3], strict=True)
    return Form(tuple(Section(Label(name), bool(mark), (*_parts(text, terms),)) for mark, name, text in triples))


def _parts(text: str, terms: Mapping[str, tuple[str, ...]]) -> Iterator[Part]:
    for place, piece in enumerate(_BRACES.split(text)):
        if place % 2:
            yield _braced(piece, terms)
        elif piece:
            yield Part((piece,))


def _braced(name: str, terms: Mapping[str, tuple[str, ...]]) -> Part:
    if "|" in name:
        return Part(tuple(name.split("|")))
    return Part(terms[name]) if name in terms else Part((name,), is_field=True)
