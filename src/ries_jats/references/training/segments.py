"""How well the model labels words, on strings that it was not trained on."""

from collections.abc import Iterable
from dataclasses import replace

from ...article.references import ParsedReference
from ..drafting import drafted
from ..labels import Label
from ..parser import parse_reference
from ..reading import Reading
from ..tagger import read
from .labelled import Labelled
from .learning import labels_of
from .scoring import Score, values_of

_SAME = {
    Label.JOURNAL: "container",
    Label.CONTAINER_TITLE: "container",
    Label.DIRECTOR: "editor",
    Label.PRODUCER: "editor",
}
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


def _field(label: Label) -> str:
    return _SAME.get(label, str(label))


def score_values(strings: Iterable[Labelled]) -> Score:
    """Every value, against those that the same rules find under the true labels."""
    score = Score()
    for labelled in strings:
        score.add(values_of(true_reference(labelled)), values_of(parse_reference(labelled.text)))
    return score


def true_reference(labelled: Labelled) -> ParsedReference:
    """What the rules make of a string when its labels are right."""
    reading: Reading = read(labelled.text)
    labels = list(labels_of(labelled, reading.tokens))
    return drafted(replace(reading, labels=labels, certainties=[1.0] * len(labels)))
