"""`python -m ries_jats.references.training.render`: prints labelled strings for a reader to judge.

--count 20000 --seed 1 [--language fr] [--show 20]
"""

import sys
import time
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path

from .generate import references
from .labelled import read_labelled
from .parts import read_parts
from .words import LANGUAGES


def main() -> None:
    """Prints the first strings that are made, then how many of each label there were and how fast."""
    parser = ArgumentParser(prog="python -m ries_jats.references.training.render", description=main.__doc__)
    parser.add_argument("--count", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--language", choices=LANGUAGES, default="")
    parser.add_argument("--show", type=int)
    parser.add_argument("--labelled", type=Path, help="a file such as core.xml, parts of which are used")
    asked = parser.parse_args()
    parts = read_parts(read_labelled(asked.labelled)) if asked.labelled else None
    show = asked.count if asked.show is None else asked.show
    labels: Counter[str] = Counter()
    start = time.process_time()
    for place, labelled in enumerate(references(asked.count, asked.seed, asked.language, parts)):
        labels.update(labelled.labels)
        if place < show:
            sys.stdout.write(f"{labelled.xml()}\n")
    speed = asked.count / (time.process_time() - start)
    counts = ", ".join(f"{label} {count}" for label, count in labels.most_common())
    sys.stderr.write(f"{asked.count} strings, {speed:.0f} a second: {counts}\n")


if __name__ == "__main__":
    main()
