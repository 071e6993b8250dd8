"""Italics part titles: what is printed in them holds the work."""

import pytest

from ries_jats.article.prose import Prose, Run, Style
from ries_jats.article.references import ParsedReference, PublicationType
from ries_jats.references.emphasis import with_emphasis
from tests.unit.references import TOKEN, parsed


def read(marked: str, kind: PublicationType = PublicationType.BOOK) -> ParsedReference:
    """A parsed reference whose words between asterisks are in italics."""
    pieces = marked.split("*")
    plain = parsed("".join(pieces), kind)
    bare = [TOKEN.sub("", piece) for piece in pieces]
    runs = [Run(text, (Style.ITALIC,) if place % 2 else ()) for place, text in enumerate(bare) if text]
    assert "".join(run.text for run in runs) == plain.text
    return with_emphasis(plain, Prose(tuple(runs)))


def titles(each: ParsedReference) -> list[tuple[str, str]]:
    names = ("article-title", "chapter-title", "source")
    return [(part.element, each.words(part)) for part in each.parts if part.element in names]


def test_a_journal_in_italics_is_no_part_of_the_title() -> None:
    made = read("Larch, {source|Ropes of the north. *Harbour studies*}, {volume|12}.")
    assert titles(made) == [("article-title", "Ropes of the north"), ("source", "Harbour studies")]
    assert made.publication_type is PublicationType.JOURNAL


def test_a_book_in_italics_holds_a_chapter() -> None:
    made = read("Larch, « {source|Les cordes du nord », dans *Histoire des quais}*, {publisher-loc|Lyon}.")
    assert titles(made) == [("chapter-title", "Les cordes du nord"), ("source", "Histoire des quais")]
    assert made.publication_type is PublicationType.CHAPTER


def test_the_place_where_two_titles_part_is_that_of_the_italics() -> None:
    made = read(
        "Larch, {article-title|Ropes of} {source|the north. *Harbour studies*}, {volume|12}.", PublicationType.JOURNAL
    )
    assert titles(made) == [("article-title", "Ropes of the north"), ("source", "Harbour studies")]


def test_a_volume_in_the_same_italics_stays_one() -> None:
    made = read("Larch, {source|Ropes of the north? *Harbour studies}, {volume|12}*, 3.")
    assert titles(made) == [("article-title", "Ropes of the north?"), ("source", "Harbour studies")]
    assert made.first("volume") == "12"


def test_italics_that_go_beyond_the_titles_are_one_title() -> None:
    made = read("Larch, {article-title|Ropes of the north}. {source|*Harbour} studies*, {volume|12}.")
    assert titles(made) == [("article-title", "Ropes of the north"), ("source", "Harbour studies")]


@pytest.mark.parametrize(
    "marked",
    [
        "Larch, {source|*Ropes of the north*}, 2004.",
        "Larch, {source|The loss of the *Titanic*}, 2004.",
        "Larch, {source|The *Titanic*, or ropes of the north}, 2004.",
        "Larch, {article-title|Ropes of the north}, {source|*Harbour studies*}, 2004.",
        "Larch, {source|Ropes of the north}, *ibid.*, 2004.",
        "Larch, {source|Ropes, *II*}, 2004.",
        "*Larch*, {source|Ropes of the north}, 2004.",
        "Larch, 2004, *Harbour studies*.",
    ],
)
def test_what_is_right_stays(marked: str) -> None:
    plain = parsed(marked.replace("*", ""), PublicationType.BOOK)
    assert titles(read(marked)) == titles(plain)


def test_other_parts_inside_a_title_leave_it_alone() -> None:
    marked = "{source|Ropes of {year|2004}. *Harbour studies*}"
    assert titles(read(marked)) == [("source", "Ropes of 2004. Harbour studies")]
