"""Where lists of references begin and end, and how they are divided by sub-headings."""

import pytest

from ries_jats.article.blocks import Block, Heading, Paragraph
from ries_jats.article.prose import Origin, Prose, Style
from ries_jats.recognise.references import take_references

ONE = "Brévan, O. (2001). Un livre. Rabat: Quai."
TWO = "Tarrit, M. (2002). Un autre livre. Fès: Mât."


def block(text: str) -> Block:
    """A heading after `#`, a line in bold between `**`, else a paragraph."""
    prose = Prose.of(text.strip("#* "), Origin.MANUSCRIPT)
    if text.startswith("#"):
        return Heading(prose, 1)
    return Paragraph(prose.marked(Style.BOLD) if text.startswith("**") else prose)


@pytest.mark.parametrize(
    "title", ["Ouvrages", "B. Sites internet", "**Webographie**", "Journal articles", "**De la mer**"]
)
def test_a_line_may_head_a_part_of_a_list(title: str) -> None:
    blocks = [block(text) for text in ("# Bibliographie", ONE, title, TWO)]
    (found,) = take_references(blocks, is_extracted=True).lists
    assert [each.text.text for each in found.references] == [ONE]
    assert [(part.title.text, len(part.references)) for part in found.parts] == [(title.strip("*"), 1)]


def test_running_text_under_sources_is_no_list_of_references() -> None:
    text = "Les registres du port sont tenus avec soin par les commis, et " * 4
    found = take_references([block("# Sources"), block(text.strip())], is_extracted=True)
    assert not found.lists
    assert len(found.blocks) == 2


def test_an_entry_joined_across_blocks_is_told() -> None:
    blocks = [
        block(text) for text in ("# Références", ONE, "Tarrit, M. (2002). Un autre livre. Fès: Presses de", "Mât.")
    ]
    found = take_references(blocks, is_extracted=True)
    assert [each.text.text[-14:] for each in found.lists[0].references] == [ONE[-14:], "Presses de Mât."[-14:]]
    assert [prose.text for prose in found.doubts] == ["Mât."]


def test_a_heading_in_bold_is_a_title_without_bold() -> None:
    heading = Heading(Prose.of("Références", Origin.MANUSCRIPT).marked(Style.BOLD), 1)
    (found,) = take_references([heading, block(ONE)], is_extracted=True).lists
    assert found.title == Prose.of("Références", Origin.MANUSCRIPT)
