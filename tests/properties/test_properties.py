"""What holds of every article, whatever its manuscript."""

import re
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, given, note, settings
from lxml import etree

from ries_jats.build import build_article, plan_jobs
from ries_jats.findings import Finding, Severity
from ries_jats.journal import find_issues
from ries_jats.output import asset_names
from tests.properties.manuscripts import MEDIA, manuscripts

ARTICLES = settings(
    max_examples=50,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef"
)
NCNAME = re.compile(f"[{START}\u3001-\ud7ff][{START}\u3001-\ud7ff0-9.\u00b7\u0300-\u036f\u203f-\u2040-]*")
"""https://www.w3.org/TR/xml-names/#NT-NCName, in the Basic Multilingual Plane."""


class Built:
    """The files of one manuscript and what was found."""

    def __init__(self, text: str) -> None:
        note(text)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "article.md")
            path.write_text(text, encoding="utf-8")
            (job,) = plan_jobs(list(find_issues(path)), Path(folder, "output"), language="en")
            self.findings: tuple[Finding, ...] = build_article(job).findings
            self.files = {each.name: each.read_bytes() for each in job.target.iterdir() if each.name != ".build.json"}

    @property
    def root(self) -> etree._Element:
        return etree.fromstring(self.files["article.xml"])

    def attributes(self, name: str) -> list[str]:
        return [str(each.attrib[name]) for each in self.root.iter("*") if name in each.attrib]

    def errors(self, start: str) -> list[str]:
        return [
            f"{each.code} {each.place.line}: {each.quote}"
            for each in self.findings
            if each.code.startswith(start) and each.severity is Severity.ERROR
        ]


@ARTICLES
@given(manuscripts())
def test_ids_are_unique_names(text: str) -> None:
    ids = Built(text).attributes("id")
    assert [each for each, count in Counter(ids).items() if count > 1] == []
    assert [each for each in ids if not NCNAME.fullmatch(each)] == []


@ARTICLES
@given(manuscripts())
def test_every_rid_resolves(text: str) -> None:
    built = Built(text)
    rids = {rid for value in built.attributes("rid") for rid in value.split()}
    assert rids - set(built.attributes("id")) == set()
    assert built.errors("dangling-rid") == []


@ARTICLES
@given(manuscripts())
def test_the_xml_is_valid(text: str) -> None:
    built = Built(text)
    assert [*built.errors("schema-"), *built.errors("xml-")] == []
    assert not any(each.code in ("schema-absent", "schema-not-judged") for each in built.findings)


@ARTICLES
@given(manuscripts())
def test_no_word_is_lost_added_or_doubled(text: str) -> None:
    assert Built(text).errors("words-") == []


@ARTICLES
@given(manuscripts())
def test_the_same_manuscript_gives_the_same_bytes(text: str) -> None:
    once, again = Built(text).files, Built(text).files
    assert "article.xml" in once
    once.pop("findings.json")  # names the folder, which is another one
    again.pop("findings.json")
    assert once == again


@ARTICLES
@given(manuscripts())
def test_what_is_written_reads_back_the_same(text: str) -> None:
    xml = Built(text).files["article.xml"]
    tree = etree.fromstring(xml).getroottree()
    again = etree.tostring(tree, encoding="unicode")
    assert etree.canonicalize(again) == etree.canonicalize(xml.decode())


@given(MEDIA)
@settings(deadline=None, derandomize=True, database=None)
def test_names_of_assets_do_not_collide(sources: list[str]) -> None:
    names = asset_names(dict.fromkeys(sources, b""))
    assert list(names) == sources
    assert len({name.casefold() for name in names.values()}) == len(sources)
