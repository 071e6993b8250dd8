"""The words of `words.toml`, folded."""

import tomllib
from functools import cache
from importlib.resources import files

from ..lexicon import fold


@cache
def words(key: str) -> frozenset[str]:
    """The folded words under `key`. Raises `KeyError` for a key that the file does not have."""
    return _vocabulary()[key]


@cache
def _vocabulary() -> dict[str, frozenset[str]]:
    text = files("ries_jats.split").joinpath("words.toml").read_text("utf-8")
    return {key: frozenset(fold(word) for word in listed.split(",")) for key, listed in tomllib.loads(text).items()}


def has_word(text: str, key: str) -> bool:
    """Whether any word of `text` stands under `key`."""
    return not words(key).isdisjoint(fold(text).split())
