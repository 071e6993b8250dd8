"""`python -m ries_jats.references.training.bench`: how well the parser does, by field and by language."""

import sys
import time
from argparse import ArgumentParser, Namespace
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from ..parser import parse_references
from .labelled import read_labelled
from .learning import is_set_aside
from .marked import read_marked
from .scoring import Score, Values, values_of
from .segments import score_words


def main() -> None:
    """Prints precision, recall and F1 of each field on the strings set aside and on those marked by hand."""
    asked = _asked()
    if asked.labelled:
        held = [labelled for labelled in read_labelled(asked.labelled) if is_set_aside(labelled)]
        print_scores("set aside, words", score_words(held))
    scores: dict[str, Score] = defaultdict(Score)
    strings = list(read_marked(asked.strings))
    start = time.perf_counter()
    parsed = parse_references([each.text for each in strings])
    speed = len(strings) / (time.perf_counter() - start)
    for marked, found in zip(strings, parsed, strict=True):
        values = values_of(found)
        for name in ("all", marked.language):
            scores[name].add(marked.values, values)
        if asked.errors:
            for line in differences(marked.text, marked.values, values):
                sys.stdout.write(line + "\n")
    for name, score in scores.items():
        print_scores(f"marked by hand, {name}", score)
    sys.stdout.write(f"{speed:.0f} a second\n")


def differences(text: str, gold: Values, found: Values) -> Iterator[str]:
    """The string and a line for each field of which other values were found than there are."""
    names = sorted({*gold, *found})
    wrong = [name for name in names if sorted(gold.get(name, ())) != sorted(found.get(name, ()))]
    if wrong:
        yield text
    for name in wrong:
        yield f"    {name}: {gold.get(name)} expected, {found.get(name)} found"


def _asked() -> Namespace:
    parser = ArgumentParser(prog="python -m ries_jats.references.training.bench", description=main.__doc__)
    parser.add_argument("--labelled", type=Path, help="strings with their labels, of which a fifth was set aside")
    parser.add_argument("--strings", type=Path, default=Path("tests/references/strings.txt"))
    parser.add_argument("--errors", action="store_true", help="print each difference")
    return parser.parse_args()


def print_scores(name: str, score: Score) -> None:
    """A table of one score."""
    sys.stdout.write(f"\n{name}\n{'field':14}{'precision':>10}{'recall':>8}{'F1':>8}{'values':>8}\n")
    for field, tally in [*sorted(score.fields.items()), ("all", score.total)]:
        count = tally.right + tally.missed
        sys.stdout.write(f"{field:14}{tally.precision:10.3f}{tally.recall:8.3f}{tally.f1:8.3f}{count:8}\n")


if __name__ == "__main__":
    main()
