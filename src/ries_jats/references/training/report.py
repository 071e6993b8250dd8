"""The report on a model: what it was trained on, how big it is, and how well it labels strings it has not seen."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .bench import held_scores
from .labelled import Labelled
from .learning import PARAMETERS, WEIGHT
from .scoring import Score


@dataclass(frozen=True)
class Material:
    """Strings that a model was trained on, those of the same file that were set aside, and made-up ones."""

    kept: Sequence[Labelled]
    held: Sequence[Labelled]
    made_up: Sequence[Labelled]


def write_report(path: Path, model: Path, material: Material) -> None:
    """Writes the report as Markdown; `model` is the one that the parser uses."""
    path.write_text("\n".join(_lines(model, material)) + "\n", "utf-8")


def _lines(model: Path, material: Material) -> Iterator[str]:
    yield from ("# The model of references", "")
    yield "Written by `make train-references`; the same strings give the same model."
    yield from ("", "## Material", "")
    kept, held, made_up = (len(strings) for strings in (material.kept, material.held, material.made_up))
    yield f"- {kept} strings of `core.xml` of AnyStyle (https://github.com/inukshuk/anystyle, BSD-2-Clause), each of"
    yield f"  which counts {WEIGHT} times; {held} more, a fifth chosen by the SHA-256 of their characters, were set"
    yield "  aside before training."
    yield f"- {made_up} references of works that do not exist, printed in the styles of several languages."
    labels = Counter(label for labelled in (*material.kept, *material.made_up) for label in labelled.labels)
    yield f"- Parts by label: {', '.join(f'{label} {count}' for label, count in labels.most_common())}."
    yield from ("", "## Model", "")
    parameters = ", ".join(f"`{name}` {value}" for name, value in PARAMETERS.items())
    yield f"A conditional random field (CRFsuite, L-BFGS; {parameters}), {model.stat().st_size / 1e6:.1f} MB,"
    yield f"SHA-256 `{hashlib.sha256(model.read_bytes()).hexdigest()}`."
    for name, score in held_scores(list(material.held)).items():
        yield from _table(f"Strings set aside, {name}", score)


def _table(name: str, score: Score) -> Iterator[str]:
    yield from ("", f"## {name}", "", "| field | precision | recall | F1 | values |", "|---|---|---|---|---|")
    for field, tally in [*sorted(score.fields.items()), ("all", score.total)]:
        count = tally.right + tally.missed
        yield f"| {field} | {tally.precision:.3f} | {tally.recall:.3f} | {tally.f1:.3f} | {count} |"
