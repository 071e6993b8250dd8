"""Parts of sentences in both languages, for findings whose reason and cure depend on the case; from `phrases.toml`.

A catalogue entry `"... : {reason_en}"` is filled with what `phrase()` gives.
"""

import tomllib
from functools import cache
from importlib.resources import files

from ries_jats.findings import LANGUAGES

_OR = {"en": " or ", "fr": " ou "}
_MORE = {"en": " and {} more", "fr": " et {} autres"}
_SHOWN = 8


def phrase(case: str, /, **details: str | tuple[str, ...]) -> dict[str, str]:
    """The details `reason_en`, `cure_en`, `reason_fr`, `cure_fr` of a finding; a tuple is read as alternatives."""
    entry = _phrases()[case]
    return {
        f"{part}_{language}": entry[f"{part}-{language}"].format_map(_in_language(details, language))
        for part in ("reason", "cure")
        for language in LANGUAGES
    }


def alternatives(names: tuple[str, ...], language: str) -> str:
    """The names as `a, b or c`, only the first of many."""
    if len(names) > _SHOWN:
        return ", ".join(names[: _SHOWN - 1]) + _MORE[language].format(len(names) - _SHOWN + 1)
    return _OR[language].join(part for part in (", ".join(names[:-1]), "".join(names[-1:])) if part)


def is_phrase_detail(name: str) -> bool:
    """Whether this detail of a finding is a part of its sentence and says nothing beyond it."""
    return name.rpartition("_")[0] in ("reason", "cure")


def _in_language(details: dict[str, str | tuple[str, ...]], language: str) -> dict[str, str]:
    return {name: value if isinstance(value, str) else alternatives(value, language) for name, value in details.items()}


@cache
def _phrases() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("ries_jats.check").joinpath("phrases.toml").read_text("utf-8"))
