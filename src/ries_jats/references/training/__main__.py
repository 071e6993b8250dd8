"""`python -m ries_jats.references.training core.xml`: trains the model that the parser of references uses."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..tagger import MODEL
from .labelled import Labelled, read_labelled
from .learning import is_set_aside, train

PACKAGE = Path(__file__).parents[1]


def main() -> None:
    """Writes the model."""
    asked = _asked()
    train(_strings(asked), asked.model)


def _asked() -> Namespace:
    parser = ArgumentParser(prog="python -m ries_jats.references.training", description=main.__doc__)
    parser.add_argument("labelled", type=Path, help="strings with their labels, such as AnyStyle's core.xml")
    parser.add_argument("--model", type=Path, default=PACKAGE / MODEL)
    return parser.parse_args()


def _strings(asked: Namespace) -> list[Labelled]:
    return [labelled for labelled in read_labelled(asked.labelled) if not is_set_aside(labelled)]


if __name__ == "__main__":
    main()
