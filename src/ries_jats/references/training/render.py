"""`python -m ries_jats.references.training.render`: prints labelled strings for a reader to judge.

--count 20000 --seed 1 [--language fr] [--show 20]
"""

import sys
import time
from argparse import ArgumentParser, Namespace
from collections import Counter
from pathlib import Path

from .generate import references
from .labelled import read_labelled
from .parts import read_parts
from .words import LANGUAGES


def main() -> None:
    """Makes strings up and prints those that are to be shown, how fast it was, how many of each label and type."""
    asked = _asked()
    parts = read_parts(read_labelled(asked.labelled)) if asked.labelled else None
    labels: Counter[str] = Counter()
    types: Counter[str] = Counter()
    start = time.process_time()
    for place, each in enumerate(references(asked.count, asked.seed, asked.language, parts)):
        labels.update(each.labels)
        types[each.publication_type] += 1
        if place < asked.show:
            sys.stdout.write(f"{each.language}/{each.style}\t{each.publication_type}\t{each.xml()}\n")
    speed = asked.count / (time.process_time() - start)
    sys.stderr.write(f"{asked.count} strings, {speed:.0f} a second\n{_counts(labels)}\n{_counts(types)}\n")


def _asked() -> Namespace:
    parser = ArgumentParser(prog="python -m ries_jats.references.training.render", description=main.__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--language", choices=LANGUAGES, default="")
    parser.add_argument("--show", type=int, nargs="?", const=sys.maxsize, default=0, help="how many; all, if not said")
    parser.add_argument("--labelled", type=Path, help="a file such as core.xml, parts of which are used")
    return parser.parse_args()


def _counts(counter: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counter.most_common())


if __name__ == "__main__":
    main()
