"""Lines kept inside blocks: where a paragraph ends, by the width of its lines."""

from collections.abc import Sequence
from random import Random

import pytest

from ries_jats.article.blocks import Block, Paragraph, Quote
from ries_jats.article.prose import Prose, Run, Style
from ries_jats.article.source import Source
from ries_jats.article.walk import plain_text
from ries_jats.manuscript.document import Document
from ries_jats.manuscript.measure import Measure, ends_paragraph, is_cut, measure_of_lines, width_of
from ries_jats.manuscript.repair.lines import split_paragraphs

KEEPERS = (
    "The keepers of the harbour wrote the names of all ships in a long book that nobody read, and they did so every "
    "morning before the gates were opened to the merchants, who waited with little patience under the old arches of "
    "the market for the bell that told them to come in and to show what they had brought from the other shore."
)
GULLS = (
    "Gulls are not counted among the ships, although some winters they are more than all sails of the bay together, "
    "and the clerk who tried to count them gave up after three days with a note on the margin of the book, which is "
    "the shortest text that his hand has left to us and perhaps the wisest of them."
)
WIDTH = 33.0


def scrambled(seed: int, width: float = WIDTH) -> str:
    """A paragraph without sense, whose last line is short in this width."""
    stock = f"{KEEPERS} {GULLS}".replace(",", "").replace(".", "").lower().split()
    text = " ".join(Random(seed).choices(stock, k=60)).capitalize()
    while width_of(set_in_lines(text, width)[-1]) > 0.6 * width:
        text = text.rpartition(" ")[0]
    return f"{text}."


def set_in_lines(text: str, width: float = WIDTH) -> list[str]:
    """`text` in lines of a proportional type, each as full as its words let it be."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def document(*blocks: str, gap: str = "\n\n\n") -> Document:
    """Paragraphs as a text file has them, each line with its address."""
    at, made = 0, []
    for block in blocks:
        made.append(Paragraph(Prose((Run(block, (), at),))))
        at += len(block) + len(gap)
    return Document(Source("article.md", gap.join(blocks)), tuple(made))


def texts(blocks: Sequence[Block]) -> list[str]:
    return [" ".join(plain_text([block]).split()) for block in blocks]


def block_of(*paragraphs: str, width: float = WIDTH) -> str:
    return "\n".join(line for paragraph in paragraphs for line in set_in_lines(paragraph, width))


# Widths


def test_a_narrow_letter_is_no_m() -> None:
    assert width_of("illicit filler till") < 0.6 * width_of("mammoth wommmmm MWMW")
    assert width_of("é") == width_of("e")


def test_the_measure_is_that_of_full_lines_whatever_stands_between() -> None:
    lines = [*set_in_lines(KEEPERS), "Short", *set_in_lines(GULLS), *set_in_lines(KEEPERS[:60], 12)]
    measure = measure_of_lines(lines)
    assert not measure.is_fixed
    assert measure.width == pytest.approx(WIDTH, rel=0.03)


def test_lines_of_equal_counts_are_of_fixed_pitch() -> None:
    lines = [""]
    for word in " ".join(map(scrambled, range(6))).split():
        if len(lines[-1]) + len(word) >= 60:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    assert measure_of_lines(lines).is_fixed


FULL = "The keepers of the harbour wrote the names of all ships in a long book that"


@pytest.mark.parametrize(
    ("before", "after", "ends"),
    [
        ("and so they came home.", "The next morning was", True),
        ("and so they came home.12", "The next morning was", True),
        ("and so they came home. [12]", "The next morning was", True),
        (f"{FULL[:55]} home.", "the next morning was", False),
        ("and so they came home.", "the next morning was", True),
        ("and so they came home,", "The next morning was", False),
        (f"{FULL[:62]} New", "York before the winter", False),
        ("as the clerk of Har-", "Bour Street wrote", False),
        ("he says of the three ships:", "“No sail was seen", True),
        ("he counts three kinds;", "– the sloops of the bay", True),
        (f"{FULL} ended.", "Immediately afterwards", False),
        (f"{FULL} ended;", "• the sloops", True),
        ("see https://example.org/", "10.5555/12345 and", False),
        (f"{FULL[:65]} home.", "Mr.\u00a0Abercrombie counts", False),
        (f"{FULL[:65]} home.", "Mr. Abercrombie counts", True),
    ],
)
def test_a_line_with_room_for_the_next_word_ends_a_paragraph(before: str, after: str, *, ends: bool) -> None:
    assert ends_paragraph(before, after, Measure(width_of(f"{FULL} ended."))) is ends


def test_a_sentence_goes_on_after_an_open_bracket_and_before_a_closing_sign() -> None:
    assert is_cut("as the book says (Martin", "1998) of the gulls")
    assert is_cut("as the book says", ", of the gulls")
    assert not is_cut("as the book says.", "Of the gulls")


# Blocks


def test_two_paragraphs_in_one_block_are_two() -> None:
    assert texts(split_paragraphs(document(block_of(KEEPERS, GULLS), block_of(KEEPERS))).blocks) == [
        KEEPERS,
        GULLS,
        KEEPERS,
    ]


def test_no_word_and_no_address_is_lost() -> None:
    before = document(block_of(KEEPERS, GULLS), block_of(GULLS, KEEPERS))
    for prose in (block.prose for block in split_paragraphs(before).blocks if isinstance(block, Paragraph)):
        for run in prose.runs:
            assert run.at is not None
            assert run.text == before.source.visible[run.at : run.at + len(run.text)]


def test_hyphens_that_were_taken_out_make_long_lines() -> None:
    lines = set_in_lines(KEEPERS)
    merged = "\n".join([f"{lines[0]} {lines[1]}", *lines[2:]])
    damaged = document(f"{merged}\n{block_of(GULLS)}", block_of(GULLS), block_of(KEEPERS))
    assert texts(split_paragraphs(damaged).blocks) == [KEEPERS, GULLS, GULLS, KEEPERS]


def test_one_blank_line_after_a_full_line_is_inside_a_paragraph_where_others_have_two() -> None:
    lines = set_in_lines(KEEPERS)
    cut = "\n".join(lines[:2]) + "\n\n" + "\n".join(lines[2:])
    first, second = cut.split("\n\n")
    whole = document(block_of(GULLS), block_of(KEEPERS), block_of(GULLS), cut, block_of(KEEPERS))
    *before, last, after = whole.blocks
    assert isinstance(last, Paragraph)
    at = last.prose.at or 0
    halves = (Paragraph(Prose((Run(first, (), at),))), Paragraph(Prose((Run(second, (), at + len(first) + 2),))))
    damaged = Document(whole.source, (*before, *halves, after))
    assert texts(split_paragraphs(damaged).blocks) == [GULLS, KEEPERS, GULLS, KEEPERS, KEEPERS]


def test_narrow_lines_after_a_colon_are_a_quotation() -> None:
    announced = f"{KEEPERS[:-1]}, as he says:"
    damaged = document(block_of(announced), block_of(GULLS, width=0.9 * WIDTH), block_of(KEEPERS))
    kinds = [type(block) for block in split_paragraphs(damaged).blocks]
    assert kinds == [Paragraph, Quote, Paragraph]


def test_a_line_in_bold_above_text_is_a_block_of_its_own() -> None:
    heading, body = "The Keepers", block_of(KEEPERS)
    prose = Prose((Run(heading, (Style.BOLD,), 0), Run("\n", (), len(heading)), Run(body, (), len(heading) + 1)))
    plain = document(block_of(GULLS), block_of(GULLS))
    blocks = split_paragraphs(Document(plain.source, (Paragraph(prose), *plain.blocks))).blocks
    assert texts(blocks)[:2] == [heading, KEEPERS]


@pytest.mark.parametrize("damaged", [document(KEEPERS, GULLS, KEEPERS), document(block_of(KEEPERS[:90]))])
def test_paragraphs_of_one_line_and_short_texts_stay_as_they_are(damaged: Document) -> None:
    assert split_paragraphs(damaged) == damaged


def test_a_call_out_in_brackets_takes_less_room_than_its_signs() -> None:
    lines = set_in_lines(" ".join(map(scrambled, range(8))))
    called = [f"{line} [{number}]" if number % 4 == 0 else line for number, line in enumerate(lines, start=1)]
    assert measure_of_lines(called).width == pytest.approx(WIDTH, rel=0.03)


def test_several_lines_in_one_end_no_paragraph_inside_a_quotation() -> None:
    first, *rest = set_in_lines(KEEPERS, 0.85 * WIDTH)
    quotation = "\n".join((f"“{first} {rest[0].rstrip(',')}. {rest[1][:20]}.", GULLS[:60].capitalize() + "”"))
    damaged = document(block_of(GULLS), block_of(KEEPERS), quotation, block_of(GULLS))
    assert len(split_paragraphs(damaged).blocks) == 4


def test_full_lines_of_a_note_are_not_cut_though_it_is_wider_than_the_text() -> None:
    wide = 1.07 * WIDTH
    notes = [block_of(f"{number} {KEEPERS}", width=wide) for number in range(1, 5)]
    damaged = document(block_of(GULLS), block_of(KEEPERS), block_of(GULLS), *notes)
    assert texts(split_paragraphs(damaged).blocks)[3:] == [f"{number} {KEEPERS}" for number in range(1, 5)]
