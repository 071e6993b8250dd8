"""Faults that were found and mended, one file each.

A file begins, between `+++` lines, with TOML: what was wrong, and XPath expressions with the values they must have on
the XML; the manuscript follows. Every one must also be valid and lose no word.
"""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from ries_jats.results import Result

Builder = Callable[[Path], tuple[Result, Path]]
FOLDER = Path(__file__).parent / "regressions"
FILES = sorted(FOLDER.glob("*.*"))
MUST_NOT = ("schema-", "words-")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_fault_stays_mended(path: Path, tmp_path: Path, build_one: Builder) -> None:
    _, header, text = path.read_text("utf-8").split("+++\n", maxsplit=2)
    told = tomllib.loads(header)
    folder = tmp_path / "manuscripts"
    folder.mkdir()
    manuscript = folder / path.name
    manuscript.write_text(text.lstrip("\n"), "utf-8")
    result, target = build_one(manuscript)
    root = etree.parse(target / "article.xml").getroot()
    found = {xpath: _value(root, xpath) for xpath in told["expect"]}
    assert found == told["expect"], told["fault"]
    assert [each.code for each in result.findings if each.code.startswith(MUST_NOT)] == []


def _value(root: etree._Element, xpath: str) -> object:
    value = root.xpath(xpath)
    if isinstance(value, list):
        return [str(each.xpath("string()")) if isinstance(each, etree._Element) else str(each) for each in value]
    return int(value) if isinstance(value, float) else str(value)
