"""Styles: the forms in which a community prints references, and the habits among which each of its authors chooses."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

from .forms import Form, read_forms
from .people import NameManner
from .printed import Manner
from .records import KINDS

_STYLES = files(__package__) / "data" / "styles"


@dataclass(frozen=True)
class Style:
    """One style: whether it is one of notes, how common it is, its habits, and its forms by kind of work."""

    name: str
    language: str
    is_notes: bool
    weight: float
    habits: Mapping[str, tuple[str, ...]]
    forms: Mapping[str, tuple[Form, ...]]

    def manner(self, rng: Random) -> Manner:
        """The habits of one author."""
        habit = {name: rng.choice(choices) for name, choices in self.habits.items()}
        return Manner(
            names=_names(habit, habit["names"], rng),
            other_names=_names(habit, habit["other_names"], rng),
            natural_names=_names(habit, rng.choice(("G s", "G s", "G s", "I s", "G S")), rng),
            quotes=habit["quotes"],
            subtitle=habit["subtitle"],
            dash=habit["dash"],
            inside=habit.get("inside") == "yes",
            titles_in_capitals=habit.get("capitals") == "yes",
            same_author=0.0 if self.is_notes else 0.03,
        )


def _names(habit: Mapping[str, str], form: str, rng: Random) -> NameManner:
    first, _, rest = form.partition("/")
    return NameManner(
        first=first,
        rest=rest or first,
        between=habit["between"],
        before_last=habit["before_last"],
        limit=1 if rng.random() < 0.04 else rng.choice((3, 3, 4, 7)),
        and_others=habit["others"],
        particle_last=rng.random() < 0.5,
        bodies_in_capitals="S" in first and rng.random() < 0.6,
    )


@cache
def styles(language: str) -> tuple[Style, ...]:
    """The styles in which references in this language are printed."""
    said = tomllib.loads((_STYLES / f"{language}.toml").read_text("utf-8"))
    return tuple(_style(name, language, table) for name, table in said.items())


def _style(name: str, language: str, said: Mapping[str, Any]) -> Style:
    return Style(
        name=name,
        language=language,
        is_notes=said["notes"],
        weight=said["weight"],
        habits={habit: (*choices,) for habit, choices in said.items() if isinstance(choices, list)},
        forms={kind: read_forms(said[kind]) for kind in KINDS if kind in said},
    )
