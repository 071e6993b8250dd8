"""`python -m tests.word 7` prints the dress of a seed, `--write FILE.docx` writes it, `--truth` prints what should come
back; `0-99` builds these seeds and counts the exact ones by area, `--reasons` says with which looks they fail, `--differ`
tells what differs.
"""

import argparse
from itertools import islice
from pathlib import Path

from .reasons import iter_reasons
from .seeds import Sample, sample
from .truth import truth_of

MOST_REASONS = 8


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m tests.word")
    parser.add_argument("seeds", metavar="SEED or FIRST-LAST")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the Word file there")
    parser.add_argument("--truth", action="store_true", help="print what should come back")
    parser.add_argument("--reasons", action="store_true", help="print with which looks each area fails most")
    parser.add_argument("--floors", action="store_true", help="write what is exact now into floors.toml")
    parser.add_argument("--differ", metavar="AREA", nargs="?", const="", help="print what differs, in one area or all")
    arguments = parser.parse_args()
    first, dash, last = arguments.seeds.partition("-")
    seeds = range(int(first), int(last or first) + 1)
    if dash or arguments.differ is not None:
        tell(seeds, arguments)
    else:
        show(sample(int(first)), arguments)


def show(one: Sample, arguments: argparse.Namespace) -> None:
    """Prints one seed and writes its file."""
    if arguments.write:
        arguments.write.write_bytes(one.data)
    for part, look in one.worn.items():
        print(f"{part:22} {look}")
    if arguments.truth:
        for name, lines in truth_of(one.manuscript, one.dress).areas.items():
            print(f"\n{name}", *lines, sep="\n  ")


def tell(seeds: range, arguments: argparse.Namespace) -> None:
    """Prints of each area how many seeds came back exactly."""
    from . import test_word

    outcomes = [test_word.outcome(seed) for seed in seeds]
    if arguments.differ is not None:
        for each in outcomes:
            lines = [
                line for name, told in each.verdict.areas.items() if arguments.differ in ("", name) for line in told
            ]
            print(f"seed {each.sample.seed}", *each.faults, *lines, sep="\n  ")
        return
    if arguments.floors:
        write_floors(test_word.exact_counts(test_word.QUICK), test_word.exact_counts(test_word.SEEDS))
    for name, count in test_word.exact_counts(seeds).items():
        print(f"{name:16} {count:3} of {len(seeds)} exact")
        if arguments.reasons:
            judged = [(each.sample.worn, name in each.exact) for each in outcomes]
            print(" " * 8, "; ".join(islice(iter_reasons(name, judged), MOST_REASONS)))


def write_floors(quick: dict[str, int], hundred: dict[str, int]) -> None:
    """What is exact now, as the least that tests take from now on; lowering it is for people to judge."""
    text = "# Exact seeds of each area; `python -m tests.word 0-99 --floors` writes this anew.\n"
    for title, counts in (("quick", quick), ("hundred", hundred)):
        text += f"\n[{title}]\n" + "".join(f"{name} = {count}\n" for name, count in counts.items())
    (Path(__file__).parent / "floors.toml").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
