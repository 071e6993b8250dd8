"""Forms: how a style prints one kind of work, written as a line.

    @author {authors}, @title {title}, @?volume {vol|t.} {volume}, @date {year}.

After `@label` stands what has that label: words, `{field}` for what the record says, `{one|another}` for one of several
words. A section marked `@?` is left out when the record lacks a field of it; the others are required. A label ends with
a space, or with `^` when the section begins with a mark. An optional note, but at the head, leads to an address and is
left out without one; any other optional section that the record has no part in is left out at times.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import NamedTuple, Protocol

from ..labels import Label
from .labelled import Piece
from .punctuation import appended

_SECTION = re.compile(r"@(\??)([a-z-]+)(?: ?\^| )")
_ENDING = re.compile(r"[.,;:]* $")
_SHARE = 0.5
_BRACES = re.compile(r"\{([^{}]*)\}")


class Fields(Protocol):
    """What a form asks for."""

    @property
    def rng(self) -> Random:
        """What chooses."""
        ...

    @property
    def inside(self) -> bool:
        """Whether commas and points go before a closing quotation mark."""
        ...

    def has(self, field: str) -> bool:
        """Whether the field is known."""
        ...

    def is_term(self, field: str) -> bool:
        """Whether the field is words of the language, which every record has."""
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

    @cached_property
    def ending(self) -> str:
        """The mark and the space with which it ends."""
        last = self.parts[-1]
        found = _ENDING.search("" if last.is_field else last.words[0])
        return found[0] if found else " "

    def is_printed(self, fields: Fields, *, is_head: bool) -> bool:
        """Whether a section that may be left out is there."""
        if not all(fields.has(field) for field in self.fields):
            return False
        if is_head or not all(fields.is_term(field) for field in self.fields):
            return True
        return fields.has("url") if self.label is Label.NOTE else fields.rng.random() < _SHARE

    def text(self, fields: Fields) -> str:
        """The section as printed, with what the record says in the place of the fields."""
        text = ""
        for words, is_field in self.parts:
            printed = fields.value(words[0]) if is_field else fields.rng.choice(words)
            text = appended(text, printed, inside=fields.inside)
        return text


@dataclass(frozen=True)
class Form:
    """The sections of a reference in their order."""

    sections: tuple[Section, ...]

    @cached_property
    def fields(self) -> frozenset[str]:
        """All that it says, if it is known."""
        return frozenset(field for section in self.sections for field in section.fields)

    @cached_property
    def required(self) -> tuple[str, ...]:
        """The fields without which it cannot be printed."""
        return tuple(sorted({field for section in self.sections if not section.optional for field in section.fields}))

    def fits(self, fields: Fields) -> bool:
        """Whether all that it requires is known."""
        return all(fields.has(field) for field in self.required)

    def pieces(self, fields: Fields) -> Iterator[Piece]:
        """The labelled pieces of one record; sections that lack a field are left out."""
        held: Piece | None = None
        for place, section in enumerate(self.sections):
            if not section.optional or section.is_printed(fields, is_head=place == 0):
                if held:
                    yield held
                held = Piece(section.label, section.text(fields))
            elif held and not held.text.endswith(" "):
                # A section that was to follow without a space takes what divides it from the next with it.
                held = Piece(held.label, appended(held.text, section.ending, inside=fields.inside))
        if held:
            yield held


def read_forms(lines: str) -> tuple[Form, ...]:
    """The forms of a style, one a line."""
    return tuple(_form(line.strip()) for line in lines.splitlines() if line.strip())


def _form(line: str) -> Form:
    _, *found = _SECTION.split(line)
    triples = zip(found[::3], found[1::3], found[2::3], strict=True)
    return Form(tuple(Section(Label(name), bool(mark), (*_parts(text),)) for mark, name, text in triples))


def _parts(text: str) -> Iterator[Part]:
    for place, piece in enumerate(_BRACES.split(text)):
        if place % 2:
            yield Part((*piece.split("|"),), is_field="|" not in piece)
        elif piece:
            yield Part((piece,))
