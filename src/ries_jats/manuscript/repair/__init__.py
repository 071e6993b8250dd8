"""Repair of text that was extracted from a PDF: an ordered list of small passes.

Each pass takes a document and gives one back, with every word that it took out in the ledger. A document without signs
of extraction only loses what a web site has added.
"""

from collections.abc import Callable
from dataclasses import replace

from ..document import Document
from . import (
    accents,
    addresses,
    adrift,
    callouts,
    characters,
    damage,
    formulas,
    furniture,
    halves,
    hyphens,
    joins,
    lines,
    loose_lines,
    loose_tables,
    notes,
    repeats,
    residue,
    spacing,
    stray_numbers,
)

Pass = Callable[[Document], Document]

PASSES: tuple[Pass, ...] = (
    characters.mend_characters,
    accents.join_accents,
    formulas.undress_formulas,
    residue.clean_markup,
    residue.drop_lost_pictures,
    spacing.close_up,
    addresses.mend_addresses,
    stray_numbers.open_numbers,
    loose_lines.gather_lines,
    lines.split_paragraphs,
    furniture.open_stray_lists,
    furniture.drop_furniture,
    notes.take_out_notes,
    furniture.drop_interruptions,
    loose_tables.gather_tables,
    callouts.link_callouts,
    joins.join_paragraphs,
    hyphens.close_compounds,
    halves.join_halves,
    repeats.drop_repeats,
    adrift.report_adrift,
)
"""Characters and markup first, so that the others see words; furniture before notes and notes before joins, because
both stand in between; lines before them, because a note may begin inside a block.
"""


def repair(document: Document) -> Document:
    """`document` as its author wrote it, as far as that can be told."""
    document = furniture.drop_navigation(document)
    if not damage.is_extracted(document):
        return document
    document = replace(document, is_extracted=True)
    for each in PASSES:
        document = each(document)
    return document
