"""That the damage is fair: a reader can undo it, and the same seed makes it again."""

import ast
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from tests.invention.article import plain
from tests.invention.invent import invented

from .breaking import Format, tells_cut
from .layout import Kind, Page, Piece, lay_out
from .seeds import KINDS, sample

LEAST_DAMAGE = 8
"""Kinds of damage that each seed has."""
CLEARLY_SHORT = 0.85
HERE = Path(__file__).parent


@pytest.fixture(scope="module", params=range(0, 60, 5))
def pages(request: pytest.FixtureRequest) -> tuple[Page, ...]:
    random = Random(request.param)
    return lay_out(invented(request.param), replace(Format.of(random), ends_lines_short=True), random)


def test_every_seed_has_many_kinds_of_damage_and_can_be_made_again() -> None:
    for seed in range(100):
        one = sample(seed)
        assert len(one.extraction.kinds) >= LEAST_DAMAGE, (seed, one.extraction.kinds)
        assert seed % 10 or sample(seed).extraction == one.extraction


def test_seeds_are_spread_over_kinds_and_languages() -> None:
    counts = Counter((sample(seed).kind, sample(seed).article.language) for seed in range(18))
    assert len(counts) == len(KINDS) * 3
    assert set(counts.values()) == {2}


def test_no_word_of_the_article_is_lost_on_the_pages(pages: tuple[Page, ...]) -> None:
    text = [piece for page in pages for piece in page.text]
    assert [piece.block for piece in text] == sorted(piece.block for piece in text)
    assert all(one.is_end == other.is_start for one, other in pairwise(text))
    assert text[0].is_start
    assert text[-1].is_end


def test_a_page_ends_where_a_reader_sees_that_the_text_goes_on(pages: tuple[Page, ...]) -> None:
    for upper, lower in pairwise(pages):
        last, first = upper.text[-1], lower.text[0]
        assert last.is_end or tells_cut(last.lines[-1], first.lines[0]), (last.lines[-1], first.lines[0])


def test_a_note_goes_on_within_a_sentence_below_a_text_that_is_complete(pages: tuple[Page, ...]) -> None:
    for upper, lower in pairwise(pages):
        if lower.notes and not lower.notes[0].is_start:
            assert tells_cut(upper.notes[-1].lines[-1], lower.notes[0].lines[0], small=True)
            assert lower.text[-1].is_end


def test_notes_stand_on_the_page_of_their_call_outs(pages: tuple[Page, ...]) -> None:
    for page in pages:
        called = [call for piece in page.text for line in piece.lines for call in line.calls]
        assert called == [note.block for note in page.notes if note.is_start]


def test_no_heading_stands_at_the_end_of_a_page(pages: tuple[Page, ...]) -> None:
    assert not [page.number for page in pages if page.text[-1].kind is Kind.HEADING]


def test_last_lines_are_short_where_nothing_else_tells_the_end_of_a_paragraph(pages: tuple[Page, ...]) -> None:
    for piece in _whole_paragraphs(pages):
        widest = max(len(plain(line.text)) for line in piece.lines)
        assert len(plain(piece.lines[-1].text)) <= CLEARLY_SHORT * widest, piece


def _whole_paragraphs(pages: tuple[Page, ...]) -> list[Piece]:
    pieces = [piece for page in pages for piece in page.text]
    return [piece for piece in pieces if piece.kind is Kind.PARAGRAPH and piece.is_end and len(piece.lines) > 1]


def test_the_generator_knows_nothing_of_what_it_judges() -> None:
    own = [path for path in HERE.glob("*.py") if not path.name.startswith("test_") or path == Path(__file__)]
    imported = {name for path in own for name in _imports(path)}
    assert not any(re.match(r"ries_jats\b", name) for name in imported), imported


def _imports(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    named = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return named | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
