"""Citations: what linking never does, and what stands in the XML."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from ries_jats.article.blocks import Note, Paragraph
from ries_jats.article.front import Front
from ries_jats.article.model import Article, Reference, ReferenceList
from ries_jats.article.prose import Link, Mark, NoteCall, Prose, Run, Style, Target
from ries_jats.article.references import ParsedReference, Part
from ries_jats.article.source import Source
from ries_jats.article.walk import all_prose
from ries_jats.recognise.citations.linker import link_citations
from ries_jats.recognise.citations.works import read_work
from ries_jats.results import Result

Builder = Callable[[Path], tuple[Result, Path]]
LIST = (
    "Arden, P. (2001). Eels of the weir. Sluice.",
    "Bóveda y Luz, J., & Croft, T. (2010a). Salt marsh. Tide, 3, 1-9.",
    "Croft, T. (2010b). The mill race. Sluice.",
    "Institute of Weirs. (2015). Weirs of the north. https://weirs.example.org",
)
PIECES = st.sampled_from(
    "Arden|Croft|Bóveda|Institute of Weirs|(|)|[|]|2001|2010a|2010|2015|b|p. 3|, |; | & | y | et al.| |. |1|3-4|ibid.|"
    "op. cit.|supra note 1|Eels of the weir|'s|12|voir |cited in |\ufffc|«|»|الماء|\u2028".split("|")
)
MARKS: st.SearchStrategy[tuple[Mark, ...]] = st.sampled_from(
    [(), (Style.ITALIC,), (Style.SUP,), (Link("https://a.example"),), (Link("#page-1"),), (NoteCall("1"),)]
)
Pieces: TypeAlias = list[tuple[str, tuple[Mark, ...]]]
RUNS = st.lists(st.tuples(PIECES, MARKS), max_size=30)


def prose(text: str, *marks: Mark) -> Prose:
    return Prose((Run(text, marks),))


def article(*texts: Prose, notes: tuple[Prose, ...] = (), references: tuple[str, ...] = LIST) -> Article:
    listed = ReferenceList(prose("References"), tuple(Reference(prose(text)) for text in references))
    made = tuple(Note(str(n), prose(str(n)), (Paragraph(each),)) for n, each in enumerate(notes, 1))
    return Article(Front(), tuple(map(Paragraph, texts)), made, (listed,) if references else ())


def linked(*texts: Prose, notes: tuple[Prose, ...] = (), references: tuple[str, ...] = LIST) -> Article:
    return link_citations(article(*texts, notes=notes, references=references), Source("text.md", ""))


def links_of(linked: Article) -> list[tuple[str, str]]:
    """The words of each link and the key that it points to."""
    texts = [*all_prose(linked.body), *(each for note in linked.notes for each in all_prose(note.blocks))]
    runs = (run for each in texts for run in each.runs)
    return [(run.text, mark.key) for run in runs for mark in run.marks if isinstance(mark, Target)]


@settings(max_examples=150, deadline=None)
@given(RUNS, RUNS)
def test_linking_changes_no_word_and_points_to_what_is_there(body: Pieces, note: Pieces) -> None:
    texts = [Prose(tuple(Run(text, marks) for text, marks in runs)) for runs in (body, note)]
    made = linked(texts[0], notes=(texts[1],))
    after = [*all_prose(made.body), *all_prose(made.notes[0].blocks)]
    assert [each.text for each in after] == [each.text for each in texts if each]
    keys = {reference.key for reference in made.reference_lists[0].references} | {"1"}
    for run in (run for each in after for run in each.runs):
        targets = [mark for mark in run.marks if isinstance(mark, Target)]
        assert len(targets) <= 1
        assert all(target.key in keys for target in targets)
        assert not targets or not any(isinstance(mark, Link | NoteCall) for mark in run.marks)


def test_each_reference_has_a_key_of_its_own() -> None:
    references = linked(prose("Nothing.")).reference_lists[0].references
    assert len({each.key for each in references}) == len(LIST)
    assert all(each.key for each in references)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Eels sleep (see Arden, 2001, p. 3).", ["Arden, 2001"]),
        ("Arden (2001) says so.", ["Arden (2001)"]),
        ("Arden (2001: 12) says so.", ["Arden (2001: 12)"]),
        ("As Pia Arden’s (2001) book says.", ["Pia Arden’s (2001)"]),
        ("Salt (Bóveda y Luz, & Croft, 2010a; Arden, 2001).", ["Bóveda y Luz, & Croft, 2010a", "Arden, 2001"]),
        ("Salt (Bóveda y Luz et al., 2010a).", ["Bóveda y Luz et al., 2010a"]),
        ("Both (Croft, 2010b, 2010a).", ["Croft, 2010b", "2010a"]),
        ("The Institute of Weirs (2015) counts; so does the IW (2015).", ["Institute of Weirs (2015)", "IW (2015)"]),
        ("Arden (2001) says “so” (p. 3).", ["Arden (2001)", "p. 3"]),
    ],
)
def test_the_link_stands_round_the_words_that_name_the_work(text: str, words: list[str]) -> None:
    assert [each for each, _ in links_of(linked(prose(text)))] == words


def test_a_link_into_the_manuscript_gives_way_another_stays() -> None:
    inside = linked(prose("(Arden, 2001)", Link("#page-3")))
    assert [words for words, _ in links_of(inside)] == ["Arden, 2001"]
    assert not links_of(linked(prose("(Arden, 2001)", Link("https://a.example"))))


def test_raised_figures_of_a_note_are_no_part_of_a_year() -> None:
    text = Prose((Run("Arden (2001"), Run("3", (Style.SUP,)), Run(") disagrees.")))
    assert [words for words, _ in links_of(linked(text))] == ["2001"]


def test_what_cites_nothing_in_the_list_is_told_with_the_nearest() -> None:
    made = linked(prose("It rains (Arden, 1950; Zoll & Quint, 1999). So says Croft (2010b)."))
    told = {each.quote: dict(each.details)["near"] for each in made.findings if each.code == "unresolved-citation"}
    assert told == {"Arden, 1950": f"“{LIST[0]}”", "Zoll & Quint, 1999": "—"}


def test_what_may_be_several_is_told_not_guessed() -> None:
    made = linked(prose("So says Croft (2010)."), references=("Croft, T. (2010a). Weirs.", "Croft, T. (2010b). Mills."))
    assert not links_of(made)
    assert [each.code for each in made.findings] == ["ambiguous-citation"]


def test_references_that_nothing_cites_are_told_each_or_all_together() -> None:
    some = [each.code for each in linked(prose("Arden (2001)")).findings]
    none = [each.code for each in linked(prose("Rain.")).findings]
    assert some == ["uncited-reference"] * (len(LIST) - 1)
    assert none == ["references-uncited"]


def test_numbers_between_the_ends_of_a_range_are_cited() -> None:
    numbered = tuple(f"{n}. Author{chr(64 + n)} A. Title {n}. 200{n}." for n in range(1, 6))
    lists = (ReferenceList(prose("References"), tuple(Reference(prose(t[3:]), prose(t[:2])) for t in numbered)),)
    made = link_citations(
        Article(Front(), (Paragraph(prose("Eels [1-3], [5].")),), reference_lists=lists), Source("", "")
    )
    assert [words for words, _ in links_of(made)] == ["1", "3", "5"]
    assert [each.quote[:7] for each in made.findings] == ["AuthorD"]


def test_parsed_parts_win_over_the_beginning_of_the_string() -> None:
    text = "Voices of the weir, by Ann Arden, 2001"
    parts = (
        Part(0, 18, "source"),
        Part(23, 32, "person-group", (("person-group-type", "author"),)),
        Part(23, 32, "string-name"),
        Part(23, 26, "given-names"),
        Part(27, 32, "surname"),
        Part(34, 38, "year"),
    )
    work = read_work(Reference(prose(text)), ParsedReference(text, parts))
    assert [author.surname for author in work.authors] == [("arden",)]
    assert (work.year, work.titles[0]) == ("2001", ("voices", "of", "the", "weir"))


def test_no_link_stands_in_another_and_none_in_a_reference(build_one: Builder, tmp_path: Path) -> None:
    manuscript = tmp_path / "eels.md"
    references = (*LIST, "Dow, F. (2016). Reply to Arden (2001). Tide.")
    manuscript.write_text(
        "# On eels\n\nAnn Larder\n\n## Introduction\n\nEels sleep (Arden, 2001).[^1] See https://a.example/Arden(2001).\n\n"
        "## References\n\n" + "\n\n".join(references) + "\n\n[^1]: Arden (2001).\n",
        "utf-8",
    )
    _, target = build_one(manuscript)
    tree = etree.parse(target / "article.xml")
    assert len(tree.findall(".//xref[@ref-type='bibr']")) == 2
    assert not [
        each for parent in ("xref", "ext-link", "mixed-citation") for each in tree.findall(f".//{parent}//xref")
    ]
