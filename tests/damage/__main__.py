"""`python -m tests.damage --seeds 100` tells how often each damage is done; `--show 7` prints one seed."""

import argparse
from collections import Counter
from pathlib import Path

from .seeds import KINDS, Sample, sample


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m tests.damage")
    parser.add_argument("--seeds", type=int, default=100, help="count the damage of so many seeds")
    parser.add_argument("--show", type=int, metavar="SEED", help="print the damaged text of a seed and its truth")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="write the damaged texts there")
    arguments = parser.parse_args()
    if arguments.show is not None:
        show(sample(arguments.show))
        return
    samples = [sample(seed) for seed in range(arguments.seeds)]
    if arguments.write:
        arguments.write.mkdir(parents=True, exist_ok=True)
        for each in samples:
            name = f"{each.seed:03}-{each.kind}"
            (arguments.write / f"{name}.md").write_text(each.extraction.text, "utf-8")
            (arguments.write / f"{name}.truth").write_text("\n".join(lines_of(each)), "utf-8")
    print_tally(samples)


def show(one: Sample) -> None:
    """Prints a damaged text and what should come back."""
    print(one.extraction.text)
    print("=" * 100)
    print(*lines_of(one), sep="\n")


def lines_of(one: Sample) -> list[str]:
    """What should come back, line by line."""
    truth = one.truth
    notes = (f"{label}| {text}" for label, text in truth.notes)
    return [*truth.abstracts, *truth.body, *notes, *truth.references]


def print_tally(samples: list[Sample]) -> None:
    """Prints a table: damage, and how often it was done in each kind of extraction."""
    tallies: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for each in samples:
        tallies[each.kind].update(each.extraction.tally)
    width = max(len(name) for tally in tallies.values() for name in tally)
    print(" " * width, *(f"{kind:>12}" for kind in KINDS))
    for name in sorted({name for tally in tallies.values() for name in tally}):
        print(f"{name:{width}}", *(f"{tally[name]:>12}" for tally in tallies.values()))
    fewest = min(len(each.extraction.kinds) for each in samples)
    print(f"\n{len(samples)} seeds, at least {fewest} kinds of damage each")


if __name__ == "__main__":
    main()
