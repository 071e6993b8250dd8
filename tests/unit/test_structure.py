"""The structure of the body, each part alone: numbers, headings, ranks, lists, quotations, captions, mentions."""

from collections.abc import Sequence
from typing import TypeAlias

import pytest

from ries_jats.article.blocks import (
    Block,
    Cell,
    DisplayFormula,
    Figure,
    Heading,
    ItemList,
    ListItem,
    ListType,
    Paragraph,
    Quote,
    Section,
    Table,
    Verse,
)
from ries_jats.article.prose import LINE_BREAK, Formula, Image, Prose, Run, Style, Target
from ries_jats.article.walk import all_prose
from ries_jats.recognise.captions import read_captions
from ries_jats.recognise.enumeration import division, readings, series
from ries_jats.recognise.headings import find_headings
from ries_jats.recognise.lists import recover_lists
from ries_jats.recognise.mentions import link_mentions
from ries_jats.recognise.quotations import read_quotations
from ries_jats.recognise.sections import nest
from ries_jats.recognise.text import Text

Tree: TypeAlias = list["str | tuple[str, str, Tree]"]

LONG = (
    "Le port compte ses navires, le quai compte ses mains, et la ville, qui ne compte rien, ferme ses portes quand la "
    "nuit tombe sur le môle et sur les hommes du Nord."
)
OTHER = (
    "La main écrit ce que la plume voit, et le registre garde ce que la main oublie, car le greffier du port ne dort "
    "que lorsque la marée descend vers le phare."
)
THIRD = (
    "Un phare éclaire la côte, un autre la cache, et les marins savent lequel des deux il faut croire quand le vent du "
    "large souffle depuis trois jours."
)


def prose(text: str) -> Prose:
    """`text` with what stands between two `*` bold, between two `_` italic, between two `$` mathematics."""
    marks: dict[str, Style | Formula] = {"*": Style.BOLD, "_": Style.ITALIC, "$": Formula(display=True)}
    runs: list[Run] = []
    dress: list[Style | Formula] = []
    piece, start = "", 0
    for at, character in enumerate(f"{text}\0"):
        if character in marks or character == "\0":
            if piece:
                runs.append(Run(piece, tuple(dress), start))
            mark = marks.get(character)
            if mark:
                dress = [each for each in dress if each != mark] if mark in dress else [*dress, mark]
            piece, start = "", at + 1
        else:
            piece += character
    return Prose(tuple(runs))


def block(text: str) -> Block:
    """`## Title`, `> quotation`, `- item`, else a paragraph."""
    if text.startswith("> "):
        return Quote((Paragraph(prose(text[2:])),))
    if text.startswith("- "):
        return ItemList(ListType.BULLET, (ListItem(Prose(), (Paragraph(prose(text[2:])),)),))
    level = len(text) - len(text.lstrip("#"))
    return Heading(prose(text[level:].strip()), level) if level else Paragraph(prose(text))


def text_of(*texts: str, language: str = "fr", is_extracted: bool = True) -> Text:
    return Text(tuple(block(text) for text in texts), language=language, is_extracted=is_extracted)


def shown(blocks: Sequence[Block]) -> list[str]:
    """Each block in a line: what it is and its words."""
    signs = {Heading: "# ", Quote: "> ", Verse: "/ ", ItemList: "- ", Paragraph: ""}
    return [signs[type(each)] + " | ".join(one.text for one in all_prose([each])) for each in blocks]


def codes(text: Text) -> list[str]:
    return [each.code for each in text.findings]


# Numbers


@pytest.mark.parametrize(
    ("line", "label", "values", "rest"),
    [
        ("1. Un", "1.", (1,), "Un"),
        ("1 Un", "1", (1,), "Un"),
        ("1.Un", "1.", (1,), "Un"),
        ("1.1 Un", "1.1", (1, 1), "Un"),
        ("1.1. Un", "1.1.", (1, 1), "Un"),
        ("2.3.1.- Un", "2.3.1.-", (2, 3, 1), "Un"),
        ("IV- Un", "IV-", (4,), "Un"),
        ("IV – Un", "IV", (4,), "Un"),
        ("I. — Un", "I.", (1,), "Un"),
        ("II) Un", "II)", (2,), "Un"),
        ("I.1. Un", "I.1.", (1, 1), "Un"),
        ("II.B. Un", "II.B.", (2, 2), "Un"),
        ("A. Un", "A.", (1,), "Un"),
        ("A- Un", "A-", (1,), "Un"),
        ("A.1 Un", "A.1", (1, 1), "Un"),
        ("b) un", "b)", (2,), "un"),
        ("(c) un", "(c)", (3,), "un"),
        ("(2) Un", "(2)", (2,), "Un"),
        ("3° un", "3°", (3,), "un"),
        ("ii. un", "ii.", (2,), "un"),
        ("1: Un", "1", (1,), "Un"),
        ("§ 3 Un", "§ 3", (3,), "Un"),
    ],
)
def test_printed_numbers_are_read(line: str, label: str, values: tuple[int, ...], rest: str) -> None:
    number = readings(line)[0]
    assert (line[slice(*number.span)], number.values, line[number.end :]) == (label, values, rest)


@pytest.mark.parametrize(
    "line",
    [
        "A quiet port",
        "1912, une année",
        "46 pays",
        "3D printing",
        "U.S. policy",
        "e.g. this",
        "a priori",
        "Il y a",
        "1er mars",
        "À propos",
        "Vie et mort",
        "19,7 % des navires",
        "I think so",
    ],
)
def test_words_are_no_numbers(line: str) -> None:
    assert readings(line) == ()


@pytest.mark.parametrize(
    ("lines", "values"),
    [
        (["V. Larch, marin", "Le quai"], [None, None]),
        (["A. Un", "B. Deux"], [1, 2]),
        (["I. Un", "II. Deux", "V. Cinq"], [1, 2, 5]),
        (["H. Huit", "I. Neuf", "J. Dix"], [8, 9, 10]),
        (["Première partie : Un", "Deuxième partie : Deux"], [1, 2]),
        (["Chapter One. Tides", "Chapter Two. Quays"], [1, 2]),
        (["Parte primera: el muelle", "Parte segunda: el mar"], [1, 2]),
        (["المبحث الأول: المرفأ", "المبحث الثاني: البحر"], [1, 2]),
        (["Première partie de la vie", "Le quai"], [None, None]),
        (["20 Years of Tides", "The Quay"], [None, None]),
    ],
)
def test_numbers_are_known_by_their_company(lines: list[str], values: list[int | None]) -> None:
    assert [number and number.value for number in series(lines)] == values


def test_a_counted_part_keeps_its_words() -> None:
    number = division("Troisième axe : le quai")
    assert number is not None
    assert (number.kind, number.value, number.end) == ("division axe", 3, 0)


# Ranks


def tree(blocks: Sequence[Block]) -> Tree:
    """Sections as label, title, what is inside; other blocks as their words."""
    return [
        (each.label.text, each.title.text, tree(each.blocks)) if isinstance(each, Section) else shown([each])[0]
        for each in blocks
    ]


def outline(blocks: Sequence[Block], depth: int = 1) -> list[str]:
    """The depth and title of each section."""
    return [
        line
        for each in blocks
        if isinstance(each, Section)
        for line in (f"{depth} {each.title.text}", *outline(each.blocks, depth + 1))
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["1 Introduction", "1 I. Un", "2 A. a", "2 B. b", "1 II. Deux", "2 A. c", "2 B. d", "1 Conclusion"],
        ["1 I. Un", "2 1. a", "3 a) x", "3 b) y", "2 2. b", "1 II. Deux", "2 1. c"],
        ["1 A. Un", "2 1. a", "2 2. b", "1 B. Deux", "2 1. c"],
        ["1 1. Un", "2 1.1 a", "3 1.1.1 x", "2 1.2 b", "1 2. Deux", "2 2.1 c", "1 Conclusion"],
        ["1 I. Un", "2 I.1. a", "2 I.2. b", "1 II. Deux", "2 II.1. c"],
        ["1 I- Un", "2 A- a", "2 B- b", "1 II- Deux", "1 III- Trois"],
        ["1 Première partie : Un", "2 1. a", "2 2. b", "1 Deuxième partie : Deux", "2 1. c", "1 Conclusion"],
        ["1 Introduction", "1 Un", "1 Deux", "2 1. a", "2 2. b", "2 3. c", "1 Trois", "1 Conclusion"],
        ["1 Introduction", "1 1. Un", "2 Les quais", "2 Les mains", "1 2. Deux", "2 Les phares", "1 Conclusion"],
        ["1 INTRODUCTION", "1 LES QUAIS", "2 Le Nord", "2 Le Sud", "1 LES MAINS", "1 CONCLUSION"],
        ["1 Introduction", "1 Premier axe : Un", "1 Deuxième axe : Deux", "1 Perdu", "1 Quatrième axe : Quatre"],
        ["1 Méthode", "2 1. a", "2 2. b", "1 Résultats", "2 1. c", "2 2. d", "1 Discussion"],
        ["1 المبحث الأول: المرفأ", "2 المطلب الأول: البحر", "2 المطلب الثاني: البر", "1 المبحث الثاني: المدينة"],
    ],
)
def test_ranks_come_from_numbers_wording_look_and_order(lines: list[str]) -> None:
    headings = [Heading(prose(line[2:]), 1 + place % 4) for place, line in enumerate(lines)]
    depths = [line.split()[0] for line in outline(nest(headings, trust_levels=False))]
    assert depths == [line[0] for line in lines]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["# Introduction", "# Un", "## Deux", "## Trois", "# Quatre", "# Conclusion"], "1 1 2 2 1 1"),
        (["### Introduction", "# Un", "## Deux", "# Trois", "#### Quatre", "### Conclusion"], "1 1 1 1 1 1"),
    ],
)
def test_levels_of_an_extracted_text_count_when_all_agree(texts: list[str], expected: str) -> None:
    lines = outline(nest([block(text) for text in texts], trust_levels=False))
    assert " ".join(line[0] for line in lines) == expected


def test_levels_count_where_a_person_wrote_them() -> None:
    blocks = [block(text) for text in ("## Un", "### Deux", "## Trois", "#### Quatre")]
    assert outline(nest(blocks, trust_levels=True)) == ["1 Un", "2 Deux", "1 Trois", "2 Quatre"]


def test_numbers_nest_where_all_levels_are_one() -> None:
    blocks = [block(text) for text in ("# 1. Un", "# 1.1. Deux", "# 2. Trois")]
    assert outline(nest(blocks, trust_levels=True)) == ["1 Un", "2 Deux", "1 Trois"]


# Headings


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([LONG, "Les quais du Nord", OTHER], [LONG, "# Les quais du Nord", OTHER]),
        ([LONG, "المرفأ والمدينة", OTHER], [LONG, "# المرفأ والمدينة", OTHER]),
        ([f"{LONG} *Les quais du Nord*", OTHER], [LONG, "# Les quais du Nord", OTHER]),
        ([f"{LONG} *2. Les quais*", OTHER], [LONG, "# 2. Les quais", OTHER]),
        (["# 1.1. Les mains", f"*1.2. Les quais* {LONG}"], ["# 1.1. Les mains", "# 1.2. Les quais", LONG]),
        (["# 1.1. Les mains", f"1.2. Les quais {LONG}"], ["# 1.1. Les mains", "# 1.2. Les quais", LONG]),
        (
            ["# Premier axe : les mains", f"Deuxième axe : « les quais » {LONG}"],
            ["# Premier axe : les mains", "# Deuxième axe : « les quais »", LONG],
        ),
        (["# La marée et", "# les hommes", LONG], ["# La marée et les hommes", LONG]),
        (["# La marée, le quai,", "# Le port", LONG], ["# La marée, le quai, Le port", LONG]),
        (["# Première partie :", "# Les quais", LONG], ["# Première partie : Les quais", LONG]),
        (["# II.", "# Les quais", LONG], ["# II. Les quais", LONG]),
        (["# *La*", "# *mer et le port*", LONG], ["# La mer et le port", LONG]),
        (["# La marée et", "les hommes du port", LONG], ["# La marée et les hommes du port", LONG]),
        (["# Introduction", "# Les quais", LONG], ["# Introduction", "# Les quais", LONG]),
        (["# I. Les quais", "# A. Le Nord", LONG], ["# I. Les quais", "# A. Le Nord", LONG]),
    ],
)
def test_headings_are_found_and_mended(texts: list[str], expected: list[str]) -> None:
    assert shown(find_headings(text_of(*texts)).blocks) == expected


@pytest.mark.parametrize(
    "texts",
    [
        [LONG, "Les quais du Nord.", OTHER],
        [LONG, "les quais du Nord", OTHER],
        [LONG, "Tableau 3 : les navires", OTHER],
        [LONG, "Larch (2003), Les quais", OTHER],
        [LONG, "Port 12 14 17,5", OTHER],
        [LONG, "tlarch@example.org", OTHER],
        [LONG, "188 CAHIERS DU QUAI", OTHER],
        [LONG, "Selon Larch", OTHER],
        [LONG, "La loi du port n.º", OTHER],
        [LONG, "Voici les quais :", OTHER],
        ["> Le quai dort.", "Ida Larch", OTHER],
        [f"*Les quais.* {LONG}", OTHER],
        ["1. Les quais sont pleins.", "2. Les mains sont vides.", OTHER],
        [f"{LONG} *Ida Larch* dort", OTHER],
    ],
)
def test_other_lines_are_no_headings(texts: list[str]) -> None:
    found = find_headings(text_of(*texts)).blocks
    assert not any(isinstance(each, Heading) for each in found)


def test_a_plain_heading_is_reported() -> None:
    assert codes(find_headings(text_of(LONG, "Les quais du Nord", OTHER))) == ["heading-uncertain"]


def test_a_title_in_capitals_of_english_is_cut_off() -> None:
    text = text_of(
        "The harbour counts its ships and forgets its hands. The Quay and the Sea: Old Ports of the Northern Coast",
        "To count is to forget, and the harbour master counts every morning until the tide has turned and gone.",
        language="en",
    )
    assert shown(find_headings(text).blocks)[1] == "# The Quay and the Sea: Old Ports of the Northern Coast"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            [f"{LONG[:-1]} et", "# du Sud.", OTHER],
            [f"{LONG[:-1]} et du Sud.", OTHER],
        ),
        ([LONG, "# Le quai, le port,", OTHER], [LONG, "Le quai, le port,", OTHER]),
        ([LONG, f"# {OTHER} {THIRD}", LONG], [LONG, f"{OTHER} {THIRD}", LONG]),
    ],
)
def test_false_headings_are_text_again(texts: list[str], expected: list[str]) -> None:
    found = find_headings(text_of(*texts))
    assert shown(found.blocks) == expected
    assert codes(found) == ["heading-false"]


def test_a_written_manuscript_keeps_its_plain_lines() -> None:
    texts = [LONG, "Les quais du Nord", OTHER, "# La marée et", "les hommes", f"{THIRD} *2. Les quais*"]
    written = text_of(*texts, is_extracted=False)
    assert find_headings(written).blocks == written.blocks


def test_numbered_lines_of_a_series_are_headings_everywhere() -> None:
    texts = ["1.1 Les quais", LONG, "1.2 Les mains", OTHER]
    found = find_headings(text_of(*texts, is_extracted=False))
    assert shown(found.blocks) == ["# 1.1 Les quais", LONG, "# 1.2 Les mains", OTHER]


def test_a_list_of_one_numbered_line_is_a_heading_in_its_series() -> None:
    def alone(label: str, text: str) -> Block:
        return ItemList(ListType.ORDER, (ListItem(Prose((Run(label),)), (Paragraph(prose(text)),)),))

    blocks = (alone("1.", "Les quais"), block(LONG), alone("2.", "Les mains"), block(OTHER))
    assert shown(find_headings(Text(blocks)).blocks) == ["# 1. Les quais", LONG, "# 2. Les mains", OTHER]


# Lists


@pytest.mark.parametrize(
    ("texts", "kind", "labels"),
    [
        (["• un quai ;", "• un môle."], "bullet", ["", ""]),
        (["\uf0b7 un quai ;", "\uf0b7 un môle."], "bullet", ["", ""]),
        (["➢ Un quai", "➢ Un môle", "➢ Un phare"], "bullet", ["", "", ""]),
        (["o Un quai", "o Un môle"], "bullet", ["", ""]),
        (["– un quai ;", "– un môle."], "bullet", ["", ""]),
        (["1) un quai", "2) un môle"], "order", ["1)", "2)"]),
        (["(1) un quai", "(2) un môle"], "order", ["(1)", "(2)"]),
        (["1° un quai", "2° un môle"], "order", ["1°", "2°"]),
        (["a) un quai", "b) un môle"], "alpha-lower", ["a)", "b)"]),
        (["i. un quai", "ii. un môle", "iii. un phare"], "roman-lower", ["i.", "ii.", "iii."]),
        (["I. Un quai.", "II. Un môle."], "roman-upper", ["I.", "II."]),
        (["A. Un quai.", "B. Un môle."], "alpha-upper", ["A.", "B."]),
        (["• un quai ; • un môle ; • un phare."], "bullet", ["", "", ""]),
        (["1) un quai\n2) un môle\nlong\n3) un phare"], "order", ["1)", "2)", "3)"]),
        (["- un quai ;", "- un môle ;", "- un phare."], "bullet", ["", "", ""]),
        (["un quai ;", "un môle ;", "un phare."], "bullet", ["", "", ""]),
    ],
)
def test_items_that_became_paragraphs_are_a_list(texts: list[str], kind: str, labels: list[str]) -> None:
    found = recover_lists(text_of("On compte :", *texts, OTHER)).blocks
    assert [type(each) for each in found] == [Paragraph, ItemList, Paragraph]
    assert isinstance(found[1], ItemList)
    assert (found[1].kind.value, [item.label.text for item in found[1].items]) == (kind, labels)


@pytest.mark.parametrize(
    "texts",
    [
        ["• un quai."],
        ["1) un quai", "3) un môle"],
        ["2) un quai", "3) un môle"],
        ["– Tu viens ?", "– Je viens."],
        ["V. Larch dort.", "W. Brévan veille."],
        ["On compte 1) un quai ; 2) un môle."],
        ["1) un quai", LONG, "2) un môle"],
        ["A quiet port sleeps.", "B wakes."],
    ],
)
def test_other_paragraphs_are_no_list(texts: list[str]) -> None:
    text = text_of(LONG, *texts, OTHER)
    assert recover_lists(text).blocks == text.blocks


def test_the_sign_of_an_item_goes_to_the_ledger() -> None:
    text = recover_lists(text_of("On compte :", "• un quai ;", "• un môle."))
    assert [(entry.departure.value, entry.prose.text.strip()) for entry in text.ledger] == [("stray mark", "•")] * 2


@pytest.mark.parametrize(
    ("texts", "items"),
    [
        (["- un quai et", "son môle ;", "- un phare."], ["un quai et son môle ;", "un phare."]),
        (["- un quai ;", "- un phare.", "• un môle."], ["un quai ;", "un phare.", "un môle."]),
        (["- un quai ;", "- un môle ;", "Un phare au nord."], ["un quai ;", "un môle ;", "Un phare au nord."]),
        (
            ["Vitesse : le vent.", "- Force : la mer.", "- Ordre : le port."],
            ["Vitesse : le vent.", "Force : la mer.", "Ordre : le port."],
        ),
    ],
)
def test_a_list_cut_in_two_is_one(texts: list[str], items: list[str]) -> None:
    found = recover_lists(text_of("On compte :", *texts)).blocks
    assert len(found) == 2
    assert isinstance(found[1], ItemList)
    assert [" ".join(one.text for one in all_prose(item.blocks)) for item in found[1].items] == items


def test_a_paragraph_that_ran_into_the_last_item_is_one_again() -> None:
    found = recover_lists(text_of("On compte :", "1) Un quai de pierre.", f"2) Un môle au nord {LONG}")).blocks
    assert shown(found) == ["On compte :", "- 1) | 2) | Un quai de pierre. | Un môle au nord", LONG]


# Quotations


@pytest.mark.parametrize(
    ("texts", "quoted"),
    [
        (["Ida Larch écrit :", f"_{OTHER}_"], [1]),
        (["Ida Larch écrit :", f"{OTHER} (1912, p. 3)."], [1]),
        (["Ida Larch soutient que :", OTHER], [1]),
        (["Pour Ida Larch :", OTHER], [1]),
        (["Trois raisons le montrent :", OTHER], []),
        (["Comme suit :", f"{OTHER} (Larch, 1912)."], []),
        ([LONG, OTHER], []),
        (["Ida Larch écrit :", "The quay sleeps and the hands of the sailors count what the harbour has lost."], [1]),
        (["> Portus naves numerat.", f"({OTHER[:-1]}.)"], [0, 1]),
        ([f"_{OTHER}_", f"> ({OTHER[:-1]}.)"], [0, 1]),
        (["> navis (Larch 1912)", "portus (Larch 1913)", "mare (Larch 1914)", LONG], [0, 1, 2]),
        (["Il dit :", "navis (Larch 1912)", "portus (Larch 1913)", "mare (Larch 1914)", LONG], [1, 2, 3]),
        (["> navis (Larch 1912)", LONG], [0]),
    ],
)
def test_quotations_are_known_by_their_neighbours(texts: list[str], quoted: list[int]) -> None:
    found = read_quotations(text_of(*texts)).blocks
    assert [place for place, each in enumerate(found) if isinstance(each, Quote)] == quoted


def test_text_that_ran_into_a_quotation_is_a_paragraph_again() -> None:
    texts = ["Ida Larch describes it as follows:", f"{OTHER[:-1]} (Qtd. in Brévan 12). {LONG}"]
    found = read_quotations(text_of(*texts, language="en"))
    assert shown(found.blocks) == [texts[0], f"> {OTHER[:-1]} (Qtd. in Brévan 12).", LONG]


def test_a_quotation_cut_in_two_is_one() -> None:
    found = read_quotations(text_of(f"> {LONG[:60]}", f"> {LONG[60:].strip()}"))
    assert shown(found.blocks) == [f"> {LONG[:60].strip()} {LONG[60:].strip()}"]


@pytest.mark.parametrize(
    ("texts", "attribution", "kind"),
    [
        ([LONG, "> Le quai dort.\n— Ida Larch, _Le Môle_"], "— Ida Larch, Le Môle", ""),
        (["# Un", "> Le quai dort.\n— Ida Larch"], "— Ida Larch", "epigraph"),
        (["# Un", "> Le quai dort.\n(Larch, 1912 : 3)"], "(Larch, 1912 : 3)", ""),
        ([LONG, "> Le quai dort.", "— Ida Larch"], "— Ida Larch", ""),
        ([LONG, "> Le quai dort (Larch, 1912)."], "", ""),
    ],
)
def test_the_attribution_of_a_quotation_stands_apart(texts: list[str], attribution: str, kind: str) -> None:
    quote = read_quotations(text_of(*texts, is_extracted=False)).blocks[1]
    assert isinstance(quote, Quote)
    assert (quote.attribution.text, quote.kind) == (attribution, kind)


@pytest.mark.parametrize(
    ("lines", "is_verse"),
    [
        (["La mer monte", "Le vent la suit", "Nul ne revient"], True),
        (["La mer monte", "le vent la suit", "nul ne revient"], False),
        (["Ida Larch", "Quai 12", "Rabat"], False),
    ],
)
def test_short_lines_of_a_quotation_are_verse(lines: list[str], is_verse: bool) -> None:
    quote = Quote((Paragraph(prose(LINE_BREAK.join(lines))),))
    (found,) = read_quotations(Text((quote,))).blocks
    assert isinstance(found, Quote)
    assert isinstance(found.blocks[0], Verse) is is_verse


# Captions, formulas, mentions

TABLE = Table((), ((Cell((block("7"),)),),))
FIGURE = Paragraph(Prose((Run("\ufffc", (Image("quai.png"),)),)))


@pytest.mark.parametrize(
    ("blocks", "label", "caption", "source"),
    [
        ([block("*Tableau 1. Les navires*"), TABLE], "Tableau 1", "Les navires", ""),
        ([block("### Tableau 1 – Les navires"), TABLE], "Tableau 1", "Les navires", ""),
        ([block("Tableau 1"), block("Les navires du port"), TABLE], "Tableau 1", "Les navires du port", ""),
        ([TABLE, block("Source : le registre, 1912.")], "", "", "Source : le registre, 1912."),
        (
            [block("Tabla 2. Barcos"), TABLE, block("Fuente: elaboración propia.")],
            "Tabla 2",
            "Barcos",
            "Fuente: elaboración propia.",
        ),
        ([FIGURE, block("Figure 3 – Le quai")], "Figure 3", "Le quai", ""),
        ([FIGURE, block("Le quai dort.")], "", "", ""),
    ],
)
def test_captions_and_sources_stand_with_what_they_name(
    blocks: list[Block], label: str, caption: str, source: str
) -> None:
    found = read_captions(Text(tuple(blocks))).blocks
    (each,) = [one for one in found if isinstance(one, Table | Figure)]
    words = " ".join(one.text for one in all_prose(each.caption))
    assert (each.label.text, words, each.source.text) == (label, caption, source)


def test_a_bold_caption_is_no_heading() -> None:
    blocks = (block("*Tableau 1. Les navires*"), TABLE, block("*Tableau des marées*"))
    found = find_headings(Text(blocks)).blocks
    assert [isinstance(each, Heading) for each in found] == [False, False, True]


@pytest.mark.parametrize(
    ("blocks", "tex", "label"),
    [
        ([block("$x = y$ (3)")], "x = y", "(3)"),
        ([block("$x = y$"), block("(3)")], "x = y", "(3)"),
        ([block(r"$x = y \tag{3}$")], "x = y", "3"),
        ([block(r"$x = y \qquad (3)$")], "x = y", "(3)"),
        ([block("$x = (3)$")], "x = (3)", ""),
    ],
)
def test_formulas_have_their_numbers_apart(blocks: list[Block], tex: str, label: str) -> None:
    (found,) = read_captions(Text(tuple(blocks))).blocks
    assert isinstance(found, DisplayFormula)
    assert (found.prose.text, found.label.text) == (tex, label)


@pytest.mark.parametrize(
    ("text", "pointed"),
    [
        ("Voir Tableau 2.", [("Tableau 2", "table-2")]),
        ("Tables 1 and 2 say so.", [("Tables 1", "table-1"), ("2", "table-2")]),
        ("Cf. Fig. 1 et équation (3).", [("Fig. 1", "figure-1"), ("équation (3)", "formula-3")]),
        ("La tabla n.º 2 lo dice.", [("tabla n.º 2", "table-2")]),
        ("Voir Tableau 7 et 1912.", []),
        ("Les constables 1 et 2.", []),
    ],
)
def test_mentions_point_to_what_they_name(text: str, pointed: list[tuple[str, str]]) -> None:
    one, two = (Table((), (), Prose((Run(f"Tableau {number}"),))) for number in ("1", "II"))
    figure = Figure((), Prose((Run("Figure 1"),)))
    formula = DisplayFormula(Prose((Run("x"),)), Prose((Run("(3)"),)))
    paragraph = link_mentions([block(text), one, two, figure, formula])[0]
    assert isinstance(paragraph, Paragraph)
    marked = [(run.text, mark.key) for run in paragraph.prose.runs for mark in run.marks if isinstance(mark, Target)]
    assert marked == pointed


def test_a_number_that_two_tables_bear_points_nowhere() -> None:
    table = Table((), (), Prose((Run("Tableau 1"),)))
    blocks = (block("Voir Tableau 1."), table, table)
    assert link_mentions(blocks) == blocks
