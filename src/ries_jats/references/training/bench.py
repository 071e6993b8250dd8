"""`python -m ries_jats.references.training.bench`: how well the parser does, by field and by language.

[--labelled core.xml] [--strings FILE] [--errors]
"""

import sys
import time
from argparse import ArgumentParser, Namespace
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from ...language import detect
from ..parser import parse_references
from .labelled import Labelled, read_labelled
from .learning import is_set_aside
from .marked import MarkedReference, read_marked
from .scoring import Score, Values, values_of
from .segments import score_values, score_words

ROMANCE = ("fr", "es")
SURE = 0.5
"""How likely the language of a string must be."""


def main() -> None:
    """Prints precision, recall and F1 of each field on the strings set aside and on those marked by hand."""
    asked = _asked()
    if asked.labelled:
        held = [labelled for labelled in read_labelled(asked.labelled) if is_set_aside(labelled)]
        for name, score in held_scores(held).items():
            print_score(f"set aside, {name}", score)
    strings = list(read_marked(asked.strings))
    for name, score in marked_scores(strings).items():
        print_score(f"marked by hand, {name}", score)
    if asked.errors:
        for line in differences(strings):
            sys.stdout.write(f"{line}\n")
    start = time.process_time()
    parse_references([marked.text for marked in strings])
    sys.stdout.write(f"\n{len(strings) / (time.process_time() - start):.0f} strings a second\n")


def _asked() -> Namespace:
    parser = ArgumentParser(prog="python -m ries_jats.references.training.bench", description=main.__doc__)
    parser.add_argument("--labelled", type=Path, help="strings with their labels, of which a fifth was set aside")
    parser.add_argument("--strings", type=Path, default=Path("tests/references/strings.txt"))
    parser.add_argument("--errors", action="store_true", help="print each difference on the strings marked by hand")
    return parser.parse_args()


def held_scores(held: list[Labelled]) -> Mapping[str, Score]:
    """Labels of words and values of fields of strings that the model has not seen; words of French and Spanish ones."""
    romance = [labelled for labelled in held if _language(labelled.text) in ROMANCE]
    return {
        "words": score_words(held),
        f"words, {len(romance)} French and Spanish strings": score_words(romance),
        "values": score_values(held),
    }


def _language(text: str) -> str:
    language, share = detect(text)
    return language if share > SURE else ""


def marked_scores(strings: list[MarkedReference]) -> Mapping[str, Score]:
    """Values of all strings, and of those of each language."""
    scores: dict[str, Score] = defaultdict(Score)
    for marked, parsed in zip(strings, parse_references([each.text for each in strings]), strict=True):
        for name in ("all", marked.language):
            scores[name].add(marked.values, values_of(parsed))
    return scores


def differences(strings: list[MarkedReference]) -> Iterator[str]:
    """Each string of which other values were found than it has, and a line for each such field."""
    for marked, parsed in zip(strings, parse_references([each.text for each in strings]), strict=True):
        lines = list(_wrong(marked.values, values_of(parsed)))
        if lines:
            yield marked.text
            yield from lines


def _wrong(gold: Values, found: Values) -> Iterator[str]:
    for name in sorted({*gold, *found}):
        if sorted(gold.get(name, ())) != sorted(found.get(name, ())):
            yield f"    {name}: {gold.get(name)} expected, {found.get(name)} found"


def print_score(name: str, score: Score) -> None:
    """A table of one score."""
    sys.stdout.write(f"\n{name}\n{'field':18}{'precision':>10}{'recall':>8}{'F1':>8}{'values':>8}\n")
    for field, tally in [*sorted(score.fields.items()), ("all", score.total)]:
        count = tally.right + tally.missed
        sys.stdout.write(f"{field:18}{tally.precision:10.3f}{tally.recall:8.3f}{tally.f1:8.3f}{count:8}\n")


if __name__ == "__main__":
    main()
