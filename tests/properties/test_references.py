"""What holds of every parsed reference, whatever its parts."""

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from ries_jats import check
from ries_jats.article.front import Front, TitleGroup
from ries_jats.article.model import Article, Reference, ReferenceList
from ries_jats.article.prose import Origin, Prose
from ries_jats.article.references import ParsedReference
from ries_jats.bibliography.bibtex import bibtex
from ries_jats.bibliography.corrections import corrected
from ries_jats.bibliography.csl import csl_json
from ries_jats.bibliography.keys import keyed
from ries_jats.bibliography.printed import work_of
from ries_jats.bibliography.relaid import relaid
from ries_jats.bibliography.settled import Bibliography, references_files, understood
from ries_jats.jats import Written, serialize, write_article
from ries_jats.jats.front import Setting
from ries_jats.references.parser import parse_reference
from tests.properties.references import corrections, parsed_references, printed_strings, references

REFERENCES = settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def written(reference: Reference) -> Written:
    front = Front(language="en", title_group=TitleGroup(Prose.of("Quays", Origin.GENERATED)))
    article = Article(front, reference_lists=(ReferenceList(Prose(), (reference,)),))
    return write_article(article, Setting(citations="both"), {})


@REFERENCES
@given(references())
def test_the_text_of_a_tagged_reference_is_the_printed_string(reference: Reference) -> None:
    (citation,) = etree.fromstring(serialize(written(reference).root)).iter("mixed-citation")
    assert "".join(map(str, citation.itertext())) == reference.text.text.replace("\u2028", " ")


@REFERENCES
@given(references())
def test_a_tagged_reference_is_valid(reference: Reference) -> None:
    faults = check.check_bytes(serialize(written(reference).root))
    assert [each for each in faults if each.code.startswith(("schema", "xml"))] == []


@REFERENCES
@given(references())
def test_every_character_comes_once_from_the_manuscript(reference: Reference) -> None:
    pieces = [piece for piece in written(reference).trace if piece.origin is Origin.MANUSCRIPT]
    assert "".join(piece.text for piece in pieces) == reference.text.text.replace("\u2028", " ")
    assert len({piece.block for piece in pieces}) <= 1


@REFERENCES
@given(st.lists(parsed_references(), max_size=4))
def test_there_is_an_item_for_each_reference_in_order(parsed: list[ParsedReference]) -> None:
    works = keyed(map(work_of, parsed))
    items = json.loads(csl_json(works))
    assert [item["custom"]["raw"] for item in items] == [each.text for each in parsed]
    assert len({item["id"] for item in items}) == len(items)


@REFERENCES
@given(st.lists(parsed_references(), max_size=4))
def test_the_braces_of_bibtex_are_balanced(parsed: list[ParsedReference]) -> None:
    works = keyed(map(work_of, parsed))
    text = re.sub(r"\\[{}]", "", bibtex(works).decode())
    depth = 0
    for sign in re.findall(r"[{}]", text):
        depth += 1 if sign == "{" else -1
        assert depth >= 0
    assert depth == 0
    assert re.findall(r"^@\w+\{(.+),$", text, re.MULTILINE) == list(works)


@REFERENCES
@given(parsed_references())
def test_a_work_that_nobody_corrected_leaves_the_parts_as_they_are(parsed: ParsedReference) -> None:
    work = work_of(parsed)
    assert relaid(parsed, work, work).parts == tuple(sorted(parsed.parts, key=lambda part: (part.start, -part.stop)))


@REFERENCES
@given(printed_strings())
def test_what_the_parser_finds_in_a_printed_string_is_written_in_its_words(prose: Prose) -> None:
    made = written(Reference(prose, parsed=parse_reference(prose.text)))
    xml = serialize(made.root)
    (citation,) = etree.fromstring(xml).iter("mixed-citation")
    assert "".join(map(str, citation.itertext())) == prose.text
    assert [each for each in check.check_bytes(xml) if each.code.startswith(("schema", "xml"))] == []


@REFERENCES
@given(st.data())
def test_a_correction_whatever_it_says_never_alters_the_printed_words(data: st.DataObject) -> None:
    reference = data.draw(references())
    item = data.draw(corrections(reference.text.text))
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.references.json")
        path.write_text(json.dumps([item]), "utf-8")
        changed, _ = corrected(Bibliography((ReferenceList(Prose(), (reference,)),)), path)
    settled = understood(changed)
    (after,) = settled.all()
    xml = serialize(written(after).root)
    (citation,) = etree.fromstring(xml).iter("mixed-citation")
    assert "".join(map(str, citation.itertext())) == reference.text.text.replace("\u2028", " ")
    assert [each for each in check.check_bytes(xml) if each.code.startswith(("schema", "xml"))] == []
    files = references_files(settled)
    assert json.loads(files["references.json"])[0]["custom"]["raw"] == reference.text.text
