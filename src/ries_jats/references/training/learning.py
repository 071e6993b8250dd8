"""Training: labelled strings → a model file, always the same for the same strings."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..features import features_of
from ..labels import Label
from ..phrases import known_kinds
from ..tokens import Token, tokens_of
from .labelled import Labelled

PARAMETERS = {
    "c1": 0.1,
    "c2": 0.05,
    "max_iterations": 130,
    "feature.minfreq": 2,
    "feature.possible_transitions": False,
}
"""Those of L-BFGS: https://www.chokkan.org/software/crfsuite/manual.html"""
PARTS = 5
WEIGHT = 5
"""How often each real string counts, beside the made-up ones, of which there are many more."""


def is_set_aside(labelled: Labelled) -> bool:
    """Whether a string is of the fifth that no model is trained on; its own characters decide."""
    return int(hashlib.sha256(labelled.text.encode()).hexdigest(), 16) % PARTS == 0


def train(strings: Iterable[Labelled], path: Path) -> None:
    """Writes the model that these strings make."""
    from pycrfsuite import Trainer

    trainer = Trainer("lbfgs", verbose=False)
    trainer.set_params(PARAMETERS)
    for labelled in strings:
        tokens = tokens_of(labelled.text)
        trainer.append(features_of(tokens, known_kinds(tokens)), [str(label) for label in labels_of(labelled, tokens)])
    trainer.train(str(path))


def labels_of(labelled: Labelled, tokens: Iterable[Token]) -> Iterator[Label]:
    """The label of each token: that of its first character."""
    spans = labelled.spans()
    _, stop, label = next(spans)
    for token in tokens:
        while token.start >= stop:
            _, stop, label = next(spans)
        yield label
