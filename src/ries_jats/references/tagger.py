"""The sequence model: which label each token of a reference has, and how sure that is."""

from functools import cache
from importlib.resources import files
from typing import Any

from .features import features_of
from .labels import Label
from .phrases import known_kinds
from .reading import Reading
from .tokens import tokens_of

MODEL = "model.crfsuite"


def read(text: str) -> Reading:
    """A reference string with what the model takes each of its tokens for."""
    tokens = tokens_of(text)
    kinds = known_kinds(tokens)
    if not tokens:
        return Reading(text, (), (), (), ())
    tagger = _tagger()
    names = tagger.tag(features_of(tokens, kinds))
    certainties = [tagger.marginal(name, position) for position, name in enumerate(names)]
    return Reading(text, tokens, kinds, [Label(name) for name in names], certainties)


@cache
def _tagger() -> Any:
    # pycrfsuite has no types, and takes some milliseconds to import.
    from pycrfsuite import Tagger

    tagger = Tagger()
    tagger.open_inmemory(_model())
    return tagger


@cache
def _model() -> bytes:
    # The tagger reads these very bytes as long as it lives: they are kept.
    return files(__package__).joinpath(MODEL).read_bytes()
