"""Plain text of a PDF: pages of lines to blocks."""

from collections.abc import Iterator, Sequence

import pytest

from ries_jats.article.blocks import Heading, Paragraph, Preformatted, Quote
from ries_jats.article.prose import Origin, Style
from ries_jats.article.source import WORD, Source
from ries_jats.article.walk import all_prose, plain_text
from ries_jats.check.conservation import Ledgered, iter_findings
from ries_jats.jats import Piece
from ries_jats.manuscript.document import Document
from ries_jats.manuscript.pages import is_pages, read_pages
from ries_jats.manuscript.repair.damage import is_extracted

from .test_lines import GULLS, KEEPERS, WIDTH, scrambled, set_in_lines

HEAD = ("Ships and Gulls of the Northern Bay", "Ada Winterfield", "Abstract")
TIDES, WINDS, SLATES, SAILS, GATES = map(scrambled, range(11, 16))
COLUMNS = [scrambled(seed, 20) for seed in range(21, 25)]
LEDGER = "The ledger has ninety leaves, of which the last are empty."
RUNNING_HEAD = "Ada Winterfield, Ships and Gulls"


def read(*pages: Sequence[str]) -> Document:
    """The document of pages given as lines."""
    return read_pages(Source("article.txt", "\f".join("\n".join(page) for page in pages)))


def lines(*paragraphs: str, width: float = WIDTH) -> list[str]:
    return [line for paragraph in paragraphs for line in set_in_lines(paragraph, width)]


def told(document: Document) -> list[tuple[str, str]]:
    """Each block with its kind, on one line."""
    names = {Paragraph: "p", Heading: "h", Quote: "q", Preformatted: "t"}
    return [(names[type(block)], " ".join(plain_text([block]).split())) for block in document.blocks]


def body(document: Document) -> list[tuple[str, str]]:
    """The blocks below the abstract."""
    return told(document)[len(HEAD) + 1 :]


def first_page(*below: str) -> list[str]:
    return [*HEAD, *lines(GULLS), *below]


def kept(document: Document) -> Iterator[Piece]:
    """What a writer would trace."""
    for number, block in enumerate(document.blocks):
        for run in (run for prose in all_prose([block]) for run in prose.runs):
            yield Piece(
                run.text, run.at, run.end - run.at if run.at is not None and run.end else 0, Origin.MANUSCRIPT, number
            )


# The kind of text


def test_pages_are_told_by_form_feeds_and_lines_that_go_on() -> None:
    assert is_pages("\f".join("\n".join(lines(KEEPERS, GULLS, TIDES)) for _ in range(2)))


def test_pages_without_form_feeds_are_told_by_cut_words() -> None:
    assert is_pages("A first line of the text that ends in har-\nbours and ships which the keepers coun-\nted.\n" * 6)


@pytest.mark.parametrize(
    "text",
    [
        f"# Ships\n\n{KEEPERS}\n\n{GULLS}",
        "\n".join(lines(KEEPERS, GULLS, TIDES)),
        f"{KEEPERS}\n\f\n{GULLS}",
        "\f".join(f"# Ships\n\n**{line}**\nand more" for line in lines(KEEPERS, GULLS)),
        "A line ends in well-\nknown words.\n" * 3,
    ],
)
def test_what_a_person_wrote_is_no_text_in_pages(text: str) -> None:
    assert not is_pages(text)


# Paragraphs


def test_paragraphs_end_where_a_line_had_room() -> None:
    assert told(read(first_page(*lines("", KEEPERS, TIDES))))[3:] == [("p", GULLS), ("p", KEEPERS), ("p", TIDES)]


def test_a_paragraph_goes_on_over_a_page_end_its_notes_and_the_lines_of_the_page() -> None:
    opened = lines(KEEPERS)
    document = read(
        first_page(*lines(TIDES)),
        [RUNNING_HEAD, *lines(WINDS), *opened[:2], "2"],
        [RUNNING_HEAD, *opened[2:], *lines(SLATES), "3"],
        [RUNNING_HEAD, *lines(SAILS, GATES), "4"],
    )
    texts = [TIDES, RUNNING_HEAD, WINDS, KEEPERS, "2", RUNNING_HEAD, SLATES, "3", RUNNING_HEAD, SAILS, GATES, "4"]
    assert body(document) == [("p", text) for text in texts]


def test_blank_lines_and_indents_end_paragraphs_of_full_lines() -> None:
    full = KEEPERS[: KEEPERS.index(", and they")] + "."
    by_gap = read(first_page("", *lines(KEEPERS), "", full, "", *lines(TIDES)))
    assert ("p", full) in told(by_gap)
    indented = [
        f"   {line}" if number == 0 else line for each in (KEEPERS, TIDES) for number, line in enumerate(lines(each))
    ]
    assert body(read(first_page(*indented)))[-2:] == [("p", KEEPERS), ("p", TIDES)]


@pytest.mark.parametrize(("gap", "indent"), [(("",), ""), ((), "   ")])
def test_where_every_paragraph_has_a_sign_short_lines_without_it_go_on(gap: tuple[str, ...], indent: str) -> None:
    whole = lines(KEEPERS, f"{GULLS} {KEEPERS}")
    other = [scrambled(seed) for seed in range(31, 45)]
    set_apart = [line for each in other for first, *rest in [lines(each)] for line in (*gap, indent + first, *rest)]
    document = read(first_page(*set_apart, *gap, indent + whole[0], *whole[1:]))
    assert body(document) == [*(("p", text) for text in other), ("p", f"{KEEPERS} {GULLS} {KEEPERS}")]


def test_items_are_paragraphs_with_their_marks() -> None:
    items = ["• ships that carry salt;", "• ships that carry nothing."]
    assert body(read(first_page(*lines(KEEPERS[:-1]), *items, *lines(TIDES))))[-3:] == [
        *(("p", item) for item in items),
        ("p", TIDES),
    ]


# Headings and quotations


@pytest.mark.parametrize("heading", ["The Slates of the Custom House", "2. The Slates", "Conclusion"])
def test_a_short_line_without_a_stop_above_text_is_a_heading(heading: str) -> None:
    assert body(read(first_page(*lines(KEEPERS), heading, *lines(TIDES))))[-3:] == [
        ("p", KEEPERS),
        ("h", heading),
        ("p", TIDES),
    ]


def test_lines_of_a_narrower_measure_after_a_colon_are_a_quotation() -> None:
    announced = f"{KEEPERS[:-1]}, and the clerk adds on the last leaf of his book:"
    quoted = scrambled(17, 0.88 * WIDTH)
    document = read(first_page(*lines(announced), *lines(quoted, width=0.88 * WIDTH), *lines(KEEPERS, GULLS)))
    assert body(document) == [("p", announced), ("q", quoted), ("p", KEEPERS), ("p", GULLS)]


# Notes


def test_notes_at_the_foot_are_blocks_that_begin_with_a_raised_number() -> None:
    called = lines(f"{KEEPERS[:-1]}.1", f"{TIDES[:-1]}.2")
    document = read(first_page(*called, "1 Ledger, leaf 3.", "2", LEDGER), lines(WINDS))
    assert body(document)[-3:-1] == [("p", "1 Ledger, leaf 3."), ("p", f"2 {LEDGER}")]
    for block in document.blocks[-3:-1]:
        assert isinstance(block, Paragraph)
        assert Style.SUP in block.prose.runs[0].marks


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    called = lines(f"{KEEPERS[:-1]}.1", f"{TIDES[:-1]}.2")
    note = lines(f"2 {GULLS}", width=1.15 * WIDTH)
    document = read(
        first_page(*called, "1 Ledger, leaf 3.", note[0]),
        [*lines(f"{TIDES[:-1]}.3"), *note[1:], "3 Ledger, leaf 9."],
    )
    assert ("p", f"2 {GULLS}") in told(document)


def test_a_number_that_broke_its_line_is_raised_and_ends_no_paragraph() -> None:
    whole = lines(KEEPERS)
    place = whole[1].index(" ", len(whole[1]) // 2)
    broken = [whole[0], f"{whole[1][:place]}1", whole[1][place + 1 :], *whole[2:]]
    document = read(first_page(*lines(TIDES), *broken, "1 Ledger, leaf 3."), lines(GULLS))
    (paragraph,) = [block for block in document.blocks if plain_text([block]).startswith(KEEPERS[:20])]
    assert [run.text for prose in all_prose([paragraph]) for run in prose.runs if Style.SUP in run.marks] == ["1"]


def test_items_with_numbers_are_no_notes() -> None:
    items = [f"{number}) the sloop of the year {1700 + number};" for number in (1, 2, 3)]
    document = read(first_page(*lines(f"{KEEPERS[:-1]}.1"), *items, *lines(TIDES), "1 Ledger, leaf 3."), lines(GULLS))
    assert ("p", items[1]) in told(document)
    assert ("p", "1 Ledger, leaf 3.") in told(document)


# Columns and tables


def side_by_side(left: Sequence[str], right: Sequence[str]) -> list[str]:
    width = max(map(len, left)) + 6
    rows = max(len(left), len(right))
    padded = [*left, *[""] * (rows - len(left))], [*right, *[""] * (rows - len(right))]
    return [f"{one:{width}}{other}".rstrip() for one, other in zip(*padded, strict=True)]


def columns() -> Document:
    left, right = lines(*COLUMNS[:2], width=20), lines(*COLUMNS[2:], width=20)
    across = ["The Northern Bay, its Keepers and its Gulls, in a Title that stands across both Columns of the Page", ""]
    return read(["Abstract", *lines(GULLS), ""], [*across, *side_by_side(left, right)])


def test_columns_are_read_one_after_the_other() -> None:
    texts = [text for _, text in told(columns())]
    assert texts[-4:] == COLUMNS


def test_words_of_columns_are_not_moved() -> None:
    document = columns()
    assert document.source.reading_order
    assert not list(iter_findings(Ledgered(document.source, tuple(kept(document)), ())))


def test_a_table_of_a_layout_stays_as_it_is_printed() -> None:
    rows = [f"Ship {number}          {number}0 tons          salt" for number in range(1, 7)]
    indented = [f"   {line}" if number == 0 else line for number, line in enumerate(lines(KEEPERS))]
    document = read(first_page(*indented, "", *rows, "", *lines(TIDES)))
    (table,) = [block for block in document.blocks if isinstance(block, Preformatted)]
    assert table.prose.text == "\n".join(rows)


# The whole


@pytest.mark.parametrize("title_again", [True, False])
def test_the_title_that_running_heads_repeat_is_a_heading(*, title_again: bool) -> None:
    head = HEAD[0] if title_again else "Journal of Tides"
    document = read(first_page(*lines(TIDES)), *([head, *lines(KEEPERS, GULLS), str(n)] for n in (2, 3, 4)))
    assert told(document)[0] == ("h" if title_again else "p", HEAD[0])


def test_every_word_stands_once_and_where_it_says() -> None:
    called = lines(f"{KEEPERS[:-1]}.1", TIDES)
    pages = [first_page(*called, "1 Ledger, leaf 3.", "1"), ["", *lines(GULLS), "  a   wide   row   of   cells", "2"]]
    document = read(*pages)
    assert document.page_ends
    assert is_extracted(document)
    visible = document.source.visible
    runs = [run for prose in all_prose(document.blocks) for run in prose.runs if run.text.strip()]
    assert all(run.at is not None and visible[run.at : run.at + len(run.text)] == run.text for run in runs)
    words = sorted((run.at or 0) + match.start() for run in runs for match in WORD.finditer(run.text))
    assert words == [start for start, _ in document.source.words()]


def test_references_without_short_last_lines_follow_the_alphabet() -> None:
    entries = [f"{name}, Ada. {year}. On the Tides of the Bay and on its Gulls. Leith: Slate Press." for name, year in (
        ("Abbot", 1990), ("Barrow", 1991), ("Carver", 1992), ("Denholm", 1993))]  # fmt: skip
    document = read(first_page(*lines(KEEPERS, TIDES), "References", *entries))
    assert body(document)[-4:] == [("p", entry) for entry in entries]
