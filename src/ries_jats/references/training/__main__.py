"""`python -m ries_jats.references.training core.xml`: trains the model that the parser of references uses.

--made-up 18000 --seed 1 [--model FILE] [--report FILE]
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..tagger import MODEL
from .generate import references
from .labelled import Labelled, read_labelled
from .learning import WEIGHT, is_set_aside, train
from .report import Material, write_report

PACKAGE = Path(__file__).parents[1]
MADE_UP = 18000
SEED = 1


def main() -> None:
    """Writes the model and the report on it."""
    asked = _asked()
    labelled = list(read_labelled(asked.labelled))
    kept = [each for each in labelled if not is_set_aside(each)]
    made_up: list[Labelled] = list(references(asked.made_up, asked.seed))
    train([*kept * WEIGHT, *made_up], asked.model)
    if asked.report:
        held = [each for each in labelled if is_set_aside(each)]
        write_report(asked.report, asked.model, Material(kept, held, made_up))


def _asked() -> Namespace:
    parser = ArgumentParser(prog="python -m ries_jats.references.training", description=main.__doc__)
    parser.add_argument("labelled", type=Path, help="strings with their labels, such as AnyStyle's core.xml")
    parser.add_argument("--made-up", type=int, default=MADE_UP, help="how many strings are made up besides")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--model", type=Path, default=PACKAGE / MODEL)
    parser.add_argument("--report", type=Path, help="Markdown file that says how good the model is")
    return parser.parse_args()


if __name__ == "__main__":
    main()
