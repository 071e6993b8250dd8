"""Prints the figures that README.md gives, each measured now: `make measure`; `--write` puts them into README.md.

What needs the real manuscripts, gold and official schemas of `../shared` is skipped where there is none, and says so.
Everything is done through the command line, as a person would do it.
"""

import argparse
import importlib.util
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import mean, median
from typing import Any

from lxml import etree

from ries_jats.pandoc.program import pandoc_path, pandoc_version
from ries_jats.references.parser import parse_references
from ries_jats.references.training.bench import held_scores, marked_scores
from ries_jats.references.training.labelled import read_labelled
from ries_jats.references.training.learning import is_set_aside
from ries_jats.references.training.marked import read_marked
from scripts.readme import with_block

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
FRONT = ROOT / "tests" / "front"
DEMONSTRATION = ROOT / "input" / "2026-1" / "quay-treaty.md"
AREAS = ("front", "body", "notes", "references", "citations", "artifacts", "conservation")
CONSERVATION = frozenset({"words-lost", "words-added", "words-moved", "words-twice"})
REPAIR = """
import sys, tempfile, time
from pathlib import Path
from ries_jats.manuscript import read, repair
from tests.damage.seeds import sample
pages = []
while len(" ".join(pages).split()) < int(sys.argv[1]):
    pages.append(sample(3 * len(pages)).extraction.text)
path = Path(tempfile.mkdtemp()) / "long.md"
path.write_text("\\n\\n".join(pages), "utf-8")
document = read(path)
repair(document)
start = time.perf_counter()
repair(document)
print(len(" ".join(pages).split()), time.perf_counter() - start)
"""
RUNS = 5
WORDS = 5_000
Figures = Iterator[tuple[str, str]]


@dataclass(frozen=True)
class Place:
    """Where to measure: a folder to write to, and the folder of real manuscripts and gold."""

    work: Path
    shared: Path


@dataclass(frozen=True)
class Section:
    """Figures that belong together."""

    title: str
    figures: Callable[[Place], Figures]
    needs_shared: bool = True


# Running things


def run(command: Sequence[str | Path], *, allowed: Sequence[int] = (0, 1)) -> str:
    """What a program prints; raises `RuntimeError` when it ends with another code than the `allowed` ones."""
    environment = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL")}
    environment["PYTHONPATH"] = str(ROOT / "src")
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=environment)
    if done.returncode not in allowed:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def ries_jats(*arguments: str | Path) -> str:
    """What a command of ours prints, in a process of its own."""
    return run([sys.executable, "-m", "ries_jats", *arguments])


def seconds(command: Sequence[str | Path]) -> float:
    """How long a program takes from its start to its end."""
    start = time.perf_counter()
    run(command)
    return time.perf_counter() - start


def score(place: Place, script: str, *arguments: str | Path) -> Any:
    """The JSON that a scorer of `../shared` writes."""
    answer = place.work / "score.json"
    run([sys.executable, place.shared / "fidelity" / script, *arguments, "--json", answer])
    return json.loads(answer.read_text("utf-8"))


def share(value: float) -> str:
    """`0.9998`, and `1` only for what is whole."""
    return "1" if value == 1 else f"{min(value, 0.9999):.4f}"


# Sections


def seed(place: Place, number: str) -> Path:
    return next((place.shared / "seeds").glob(f"{number}_*.txt"))


def split_issue(place: Place) -> Figures:
    issue = place.work / "ries-2025-1"
    ries_jats("split", seed(place, "000"), "--into", issue)
    scored = score(place, "score_issue.py", issue, "--findings", issue / "split-findings.json")
    yield "all areas, 0 to 1 (`score_issue.py`)", share(scored["overall"])
    for name, area in scored["areas"].items():
        yield name, share(area["score"])


def seven_articles(place: Place) -> Figures:
    output, single = place.work / "seven", place.work / "single"
    single.mkdir()
    shutil.copy(seed(place, "001"), single / "ric-2025.md")
    ries_jats("build", place.work / "ries-2025-1", "--output", output)
    ries_jats("build", single, "--output", output)
    articles = sorted(output.rglob("article.xml"))
    yield from validity(place, articles)
    yield "findings of our own check: words lost, added, moved or doubled", str(len(list(unconserved(output))))
    yield from areas(score(place, "score.py", output))


def validity(place: Place, articles: Sequence[Path]) -> Figures:
    schemas = place.shared / "schemas"
    dtd = etree.DTD(str(schemas / "jats-dtd-1.3" / "JATS-journalpublishing1-3-mathml3.dtd"))
    xsd = etree.XMLSchema(file=str(schemas / "jats-publishing-xsd-1.3" / "JATS-journalpublishing1-3-mathml3.xsd"))
    for name, validator in (("XSD", xsd), ("DTD", dtd)):
        valid = sum(validator.validate(etree.parse(path)) for path in articles)
        yield f"valid by the official JATS Publishing 1.3 {name}", f"{valid} of {len(articles)}"


def unconserved(output: Path) -> Iterator[str]:
    """Findings of our own check of conservation."""
    for path in sorted(output.rglob("findings.json")):
        yield from (each["code"] for each in json.loads(path.read_text("utf-8")) if each["code"] in CONSERVATION)


def areas(scored: Any) -> Figures:
    """The mean of each area that the gold asks."""
    for name in AREAS:
        value = scored["areas"].get(name)
        if value is not None:
            yield f"{name}, 0 to 1 (`score.py`)", share(value)


def extractions(place: Place, kind: str) -> Figures:
    """The gold's lines and words are those of marker's text: the other kinds are compared where that does not count."""
    source, output = place.work / kind, place.work / f"{kind}-built"
    source.mkdir()
    for path in (place.shared / "extractions").glob(f"*.{kind}.md"):
        shutil.copy(path, source / path.name.replace(f".{kind}", ""))
    ries_jats("build", source, "--output", output)
    gold = place.shared / "extractions"
    yield from validity(place, sorted(output.rglob("article.xml")))
    yield "findings of our own check: words lost, added, moved or doubled", str(len(list(unconserved(output))))
    scored = score(place, "score.py", output, "--gold", gold, "--seeds", gold)
    for article in scored["articles"]:
        found = (
            f"{name} {share(article['areas'][name]['score'])}"
            for name in ("front", "body", "notes", "references", "citations")
            if article["areas"][name]["score"] is not None
        )
        yield f"{article['article'].removesuffix('.gold')} (`score.py`)", ", ".join(found)


def damaged(_: Place, seeds: str) -> Figures:
    """Of each kind, how many of the invented articles come back from the damage of `tests/damage` as they were."""
    for line in run([sys.executable, "-m", "tests.damage.test_damage", seeds]).splitlines():
        told = re.fullmatch(r"(\w+) +(\d+) seeds: words exact (\d+), all exact (\d+), lossy or invalid \[(.*)\]", line)
        if told:
            kind, count, words, exact, faulty = told.groups()
            lossy = len(faulty.split(",")) if faulty else 0
            yield f"{kind}: {count} articles", f"words exact {words}, structure too {exact}, lossy or invalid {lossy}"


def repair_time(_: Place) -> Figures:
    """Repair alone, in a process that has read its lexicons: the damaged demonstration, as often as makes the words."""
    text = run([sys.executable, "-c", REPAIR, str(WORDS * 2)])
    words, spent = text.split()
    yield f"repair of {words} words, extracted lines with notes", f"{float(spent):.2f} s"


def references_read(place: Place) -> Figures:
    """The parser of references on strings marked by hand and, where it is at hand, on the fifth of `core.xml` that no
    training saw.
    """
    core = place.shared / "references" / "core.xml"
    if core.is_file():
        held = [labelled for labelled in read_labelled(core) if is_set_aside(labelled)]
        for name, scored in held_scores(held).items():
            yield f"core.xml, the fifth set aside before training: {name}", share(scored.total.f1)
    strings = list(read_marked(ROOT / "tests" / "references" / "strings.txt"))
    for name, scored in marked_scores(strings).items():
        yield f"strings of ours, marked by hand, which rules were tuned on: {name}", share(scored.total.f1)
    start = time.process_time()
    parse_references([marked.text for marked in strings])
    yield "strings a second on one core", f"{len(strings) / (time.process_time() - start):.0f}"


def front_corpus(place: Place) -> Figures:
    output = place.work / "front"
    ries_jats("build", FRONT, "--output", output)
    scoring = _scorer()
    values: dict[str, list[float]] = {}
    for gold in sorted(FRONT.glob("*.gold.json")):
        for field, (value, _) in scoring.score_file(gold, output / "front").items():
            values.setdefault(field, []).append(value)
    yield "all fields, 0 to 1 (`tests/front/scoring.py`)", share(mean(mean(each) for each in values.values()))
    whole = [field for field, each in values.items() if min(each) == 1]
    yield f"right in every manuscript: {', '.join(whole)}", f"{len(whole)} of {len(values)} fields"
    for field, each in values.items():
        if field not in whole:
            yield field, f"{share(mean(each))} (right in {sum(value == 1 for value in each)} of {len(each)})"


def _scorer() -> Any:
    """The module `tests/front/scoring.py`, which is in no package."""
    specification = importlib.util.spec_from_file_location("scoring", FRONT / "scoring.py")
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def one_article(place: Place) -> Figures:
    yield from against_pandoc(place, long_manuscript(place.work), "made from the demonstration")
    if place.shared.is_dir():
        real = place.work / "real.md"
        shutil.copy(seed(place, "001"), real)
        yield from against_pandoc(place, real, "real, extracted from a PDF")


def long_manuscript(folder: Path) -> Path:
    """The demonstration's English article with its sections repeated up to the number of words, in the same form."""
    text = DEMONSTRATION.read_text("utf-8")
    begin, end = text.index("## Introduction"), text.index("## Conclusion")
    times = 1 + (WORDS - len(text.split())) // len(text[begin:end].split())
    path = folder / "long.md"
    path.write_text(text[:begin] + text[begin:end] * (times + 1) + text[end:], "utf-8")
    return path


def against_pandoc(place: Place, path: Path, kind: str) -> Figures:
    """By turns, so that what else the machine does weighs on both."""
    ours: list[str | Path] = [
        sys.executable,
        "-m",
        "ries_jats",
        "build",
        path,
        "--output",
        place.work / "timed",
        "--force",
    ]
    theirs: list[str | Path] = [
        pandoc_path(),
        path,
        "--to",
        "jats_publishing",
        "--standalone",
        "--output",
        place.work / "pandoc.xml",
    ]
    times = [(seconds(ours), seconds(theirs)) for _ in range(RUNS)]
    one, other = (median(each) for each in zip(*times, strict=True))
    words = len(re.findall(r"\w+", path.read_text("utf-8")))
    told = f"{words} words, {kind}"
    yield f"`ries-jats build`: {told}", f"{one:.2f} s"
    yield "pandoc alone, the same file to `jats_publishing`", f"{other:.2f} s"
    yield "as many times as long as pandoc", f"{one / other:.1f}"


def second_run(place: Place) -> Figures:
    if not (ROOT / ".venv" / "stamps" / "package").is_file():
        yield "`make jats` a second time", "not measured: `make jats` was never run here"
        return
    command = ["make", "--silent", "jats", f"OUTPUT={place.work / 'again'}"]
    first = seconds(command)
    again = median(seconds(command) for _ in range(RUNS))
    yield "`make jats` on the demonstration, environment ready, output empty", f"{first:.2f} s"
    yield "`make jats` again, nothing changed", f"{again:.2f} s"


SECTIONS = (
    Section("A real issue of six articles, split from one text", split_issue),
    Section("Its six articles and one of another journal, built", seven_articles),
    *(
        Section(f"Three more real articles, from the PDF by {kind}", partial(extractions, kind=kind))
        for kind in ("marker", "pymupdf4llm", "pdftotext")
    ),
    *(
        Section(
            f"100 invented articles, damaged as extraction does (tests/damage), {told}",
            partial(damaged, seeds=seeds),
            needs_shared=False,
        )
        for seeds, told in (("0-99", "which the tests demand back"), ("600-699", "others"))
    ),
    Section("References read, micro F1 over all fields (make bench-references)", references_read, needs_shared=False),
    Section("Repair of a long article, the second of two runs", repair_time, needs_shared=False),
    Section(
        f"{len(list(FRONT.glob('*.gold.json')))} invented heads of articles (tests/front)",
        front_corpus,
        needs_shared=False,
    ),
    Section(f"One article from a cold start, median of {RUNS}", one_article, needs_shared=False),
    Section(f"The second run, median of {RUNS}", second_run, needs_shared=False),
)


# Telling


def told(section: Section, place: Place) -> Iterator[str]:
    """The section as lines of Markdown."""
    yield f"| **{section.title}** | |"
    if section.needs_shared and not place.shared.is_dir():
        yield "| skipped: it needs `../shared`, which is not here | |"
        return
    yield from (f"| {what} | {figure} |" for what, figure in section.figures(place))


def heading() -> str:
    """When, with what and on what."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    machine = f"{platform.system()} {platform.machine()}, {processors} processors"
    versions = f"Python {platform.python_version()}, pandoc {pandoc_version()}"
    return f"Measured on {datetime.now(UTC):%Y-%m-%d} by `make measure`: {versions}, {machine}.\n\n| | |\n|---|---|"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="where gold and schemas are")
    parser.add_argument("--write", action="store_true", help="put the figures into README.md")
    options = parser.parse_args()
    lines = [heading()]
    print(lines[0], flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for section in SECTIONS:
            for line in told(section, Place(Path(folder), options.shared.resolve())):
                lines.append(line)
                print(line, flush=True)
    if options.write:
        README.write_text(with_block(README.read_text("utf-8"), "measured", "\n".join(lines)), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
