"""Years at the beginning of a line that were taken for the numbers of items."""

import pytest

from ries_jats.article.blocks import Block, ItemList, ListItem, ListType, Paragraph
from ries_jats.article.prose import Prose, Run
from ries_jats.article.source import Source
from ries_jats.article.walk import plain_text
from ries_jats.manuscript.document import Document
from ries_jats.manuscript.repair.stray_numbers import open_numbers


def item(label: str, text: str) -> ListItem:
    blocks = (Paragraph(Prose((Run(text),))),) if text else ()
    return ListItem(Prose((Run(label),)), blocks)


def opened(*items: ListItem) -> tuple[Block, ...]:
    return open_numbers(Document(Source("a.md", ""), (ItemList(ListType.ORDER, items),))).blocks


@pytest.mark.parametrize("rest", ["", "Then the gulls came back."])
def test_a_year_after_an_item_belongs_to_it(rest: str) -> None:
    (block,) = opened(item("4.", "the gates stood open until the summer of"), item("2017.", rest))
    assert isinstance(block, ItemList)
    assert len(block.items) == 1
    assert " ".join(plain_text([block]).split()).endswith(f"the summer of 2017. {rest}".strip())


def test_a_year_alone_is_text() -> None:
    (block,) = opened(item("2010.", "The gulls came back."))
    assert isinstance(block, Paragraph)
    assert block.prose.text == "2010. The gulls came back."


@pytest.mark.parametrize("labels", [("1.", "2."), ("99.", "100."), ("3.", "7.")])
def test_numbers_of_items_stay(labels: tuple[str, ...]) -> None:
    items = tuple(item(label, "the gates") for label in labels)
    assert opened(*items) == (ItemList(ListType.ORDER, items),)
