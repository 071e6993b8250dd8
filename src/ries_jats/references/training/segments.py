"""How well the model labels words, on strings that it was not trained on."""

from collections.abc import Iterable

from ..tagger import read
from .labelled import Labelled
from .learning import labels_of
from .scoring import Score

_SAME = {"journal": "container", "container-title": "container", "director": "editor", "producer": "editor"}
"""Labels that become one field."""


def score_words(strings: Iterable[Labelled]) -> Score:
    """Every word's label; marks do not count."""
    score = Score()
    for labelled in strings:
        reading = read(labelled.text)
        for token, gold, found in zip(reading.tokens, labels_of(labelled, reading.tokens), reading.labels, strict=True):
            if token.text[0].isalnum():
                score.add({_field(gold): [""]}, {_field(found): [""]})
    return score


def _field(label: str) -> str:
    return _SAME.get(label, str(label))
