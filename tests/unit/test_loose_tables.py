"""Tables that the extraction took apart."""

from collections.abc import Sequence

import pytest

from ries_jats.article.blocks import Block, Heading, Paragraph, Table
from ries_jats.article.prose import Prose, Run
from ries_jats.article.source import Source
from ries_jats.article.walk import plain_text
from ries_jats.manuscript.document import Document
from ries_jats.manuscript.repair.loose_tables import gather_tables

CAPTION = "Table 2 Gulls of the harbours in the years of the count"
ROWS = ("Harbour 1912 1934 1956", "Low Quay 12 14,5 3", "Old Mole 7 8 9", "Far Arch 0 11 20", "North Gate 2 2 2")
TEXT = (
    "The count was taken on the same morning in all harbours, and the keepers were asked to leave the gates closed "
    "until the bell had rung twice; nobody knows whether they did, for the books of that winter were lost in the "
    "flood, and later ones only repeat what they were told."
)


def gathered(*texts: str) -> Document:
    blocks = tuple(Paragraph(Prose((Run(text, (), 10 * place),))) for place, text in enumerate(texts))
    return gather_tables(Document(Source("article.md", " " * 10 * len(texts)), blocks))


def cells(blocks: Sequence[Block]) -> list[list[str]]:
    (table,) = (block for block in blocks if isinstance(block, Table))
    return [[plain_text(cell.blocks) for cell in row] for row in table.body]


def test_rows_under_a_caption_are_a_table_with_their_figures_apart() -> None:
    document = gathered(TEXT, CAPTION, *ROWS, "Source: the books of the keepers.", TEXT)
    assert cells(document.blocks)[:2] == [["Harbour", "1912", "1934", "1956"], ["Low Quay", "12", "14,5", "3"]]
    assert [type(block).__name__ for block in document.blocks] == ["Paragraph"] * 2 + ["Table"] + ["Paragraph"] * 2
    assert [each.code for each in document.findings] == ["table-cells-lost"]


def test_cells_that_cannot_be_told_are_rows_of_one_cell() -> None:
    loose = (
        "1.1. The gates are opened 75,00\nbefore the bell.",
        "1.2. The bell is rung\ntwice.",
        "85,71",
        "92,10",
        "4",
    )
    document = gathered(CAPTION, *loose, TEXT)
    assert cells(document.blocks) == [[" ".join(each.split("\n"))] for each in loose] or cells(document.blocks) == [
        [each] for each in loose
    ]


@pytest.mark.parametrize(
    "texts",
    [
        (TEXT, *ROWS, TEXT),
        (CAPTION, TEXT, *ROWS),
        (CAPTION, "Said the gull: no.", "Said the keeper: yes.", "So they went home.", "It rained.", TEXT),
        ("Table 2 shows how many gulls were counted in the harbours.", *ROWS[:3], TEXT),
        (CAPTION, "References", *(f"Keeper, A. Gulls. Quay, 19{n}, p. {n}" for n in range(12, 20))),
    ],
)
def test_rows_without_caption_running_text_dialogues_and_references_stay(texts: tuple[str, ...]) -> None:
    assert not any(isinstance(block, Table) for block in gathered(*texts).blocks)


def test_a_heading_ends_a_table() -> None:
    heading = Heading(Prose((Run("Discussion"),)), 2)
    document = gathered(CAPTION, *ROWS)
    longer = Document(document.source, (Paragraph(Prose((Run(CAPTION),))), heading, *document.blocks[1:]))
    assert gather_tables(longer).blocks[1] == heading
