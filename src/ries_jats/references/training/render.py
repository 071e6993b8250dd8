"""`python -m ries_jats.references.training.render`: prints labelled strings for a reader to judge.

--count 20000 --seed 1 [--language fr] [--show 20]
"""

import sys
import time
from argparse import ArgumentParser
from collections import Counter

from .generate import references
from .words import LANGUAGES


def main() -> None:
    """Prints the first strings that are made, then how many of each label there were and how fast."""
    parser = ArgumentParser(prog="python -m ries_jats.references.training.render", description=main.__doc__)
    parser.add_argument("--count", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--language", choices=LANGUAGES, default="")
    parser.add_argument("--show", type=int)
    asked = parser.parse_args()
    show = asked.count if asked.show is None else asked.show
    labels: Counter[str] = Counter()
    start = time.monotonic()
    for place, labelled in enumerate(references(asked.count, asked.seed, asked.language)):
        labels.update(labelled.labels)
        if place < show:
            sys.stdout.write(f"{labelled.xml()}\n")
    speed = asked.count / (time.monotonic() - start)
    counts = ", ".join(f"{label} {count}" for label, count in labels.most_common())
    sys.stderr.write(f"{asked.count} strings, {speed:.0f} a second: {counts}\n")


if __name__ == "__main__":
    main()
