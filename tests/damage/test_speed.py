"""Repair keeps pace with a production line: time of the processor, so that what else the machine does does not count."""

import time
from pathlib import Path

import pytest

from ries_jats.manuscript import Document, read, repair

from .seeds import KINDS, sample

WORDS = 10_000
SECONDS = 0.3


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_a_long_article_is_repaired_in_a_moment(kind: str, tmp_path: Path) -> None:
    texts: list[str] = []
    seeds = (seed for seed in range(300) if sample(seed).kind == kind)
    while len(" ".join(texts).split()) < WORDS:
        texts.append(sample(next(seeds)).extraction.text)
    manuscript = tmp_path / "long.md"
    manuscript.write_text("\n\n".join(texts), "utf-8")
    document = read(manuscript)
    repair(document)
    assert min(seconds_of(document) for _ in range(3)) < SECONDS


def seconds_of(document: Document) -> float:
    start = time.process_time()
    repair(document)
    return time.process_time() - start
