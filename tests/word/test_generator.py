"""That the Word files are fair: every dress occurs, the files are sound, and the truth is what they hold."""

import ast
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
import pypandoc
import pytest
from lxml import etree

from .dress import every_look
from .found import lines_in
from .lines import words_of
from .ooxml import tag
from .reading import call_keys
from .seeds import sample
from .truth import truth_of

HERE = Path(__file__).parent
SEEDS = range(30)
PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
UNREAD = frozenset({tag("w:del"), tag("mc:Fallback"), tag("m:oMath")})
SIGNS = {"F062": "β", "F064": "δ", "F0B3": "≥"}


def test_every_look_is_worn_within_thirty_seeds() -> None:
    worn = {look for seed in SEEDS for look in sample(seed).worn.items()}
    assert not every_look() - worn


@pytest.mark.parametrize("seed", range(0, 30, 7))
def test_the_same_seed_makes_the_same_file(seed: int) -> None:
    assert sample.__wrapped__(seed).data == sample(seed).data


@pytest.mark.parametrize("seed", SEEDS)
def test_files_are_sound(seed: int) -> None:
    data = sample(seed).data
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert len(set(archive.namelist())) == len(archive.namelist())
        roots = [
            etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith((".xml", ".rels"))
        ]
    assert roots
    assert docx.Document(BytesIO(data)).paragraphs


@pytest.mark.parametrize("seed", range(0, 30, 5))
def test_pandoc_reads_the_files(seed: int) -> None:
    command = [pypandoc.get_pandoc_path(), "--from", "docx+styles", "--to", "plain", "--sandbox"]
    made = subprocess.run(command, input=sample(seed).data, capture_output=True, check=True, timeout=60)
    assert sample(seed).manuscript.authors[0].surname.casefold() in made.stdout.decode().casefold()


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice here")
def test_libreoffice_converts_a_file(tmp_path: Path) -> None:
    file = tmp_path / "article.docx"
    file.write_bytes(sample(3).data)
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/home", "--convert-to", "odt"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(file)], check=True, timeout=300, capture_output=True)
    assert (tmp_path / "article.odt").stat().st_size > 5000


@pytest.mark.parametrize("seed", SEEDS)
def test_the_words_of_the_truth_are_in_the_file(seed: int) -> None:
    one = sample(seed)
    held = Counter(word for text in printed(one.data) for word in words_of(text))
    assert not truth_of(one.manuscript, one.dress).words - held


def printed(data: bytes) -> Iterator[str]:
    """The paragraphs of a file as a reader sees them."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in PARTS:
            if name in archive.namelist():
                root = etree.fromstring(archive.read(name))
                yield from ("".join(_text(paragraph)) for paragraph in root.iter(tag("w:p")))


def _text(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in (tag("w:t"), tag("w:br"), tag("w:tab"), tag("w:sym")):
            yield child.text or SIGNS.get(child.get(tag("w:char"), ""), " ")
        elif child.tag not in UNREAD and child.tag not in (tag("w:p"), tag("w:moveFrom")):
            yield from _text(child)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_note_is_called_once(seed: int) -> None:
    one = sample(seed)
    assert list(call_keys(one.manuscript.blocks)) == [str(note.number) for note in one.manuscript.notes]
    kinds = {"footnoteReference": False, "endnoteReference": True}
    with zipfile.ZipFile(BytesIO(one.data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    calls = [kinds[etree.QName(each).localname] for each in root.iter(*(tag(f"w:{name}") for name in kinds))]
    assert calls[-len(one.manuscript.notes) :] == [note.is_endnote for note in one.manuscript.notes]


def test_rejected_changes_leave_the_text_as_it_was() -> None:
    one = next(each for each in map(sample, SEEDS) if each.dress["tracked"] == "all")
    accepted, rejected = (truth_of(one.manuscript, one.dress, accepts=accepts) for accepts in (True, False))
    assert accepted.areas["headings"] == rejected.areas["headings"]
    assert accepted.words - rejected.words
    assert rejected.words - accepted.words


def test_an_article_is_read_in_the_lines_of_the_truth() -> None:
    found = lines_in(etree.parse(HERE / "example.xml").getroot())
    assert found.areas["titles"] == ("fr Titre | Sous-titre", "en Title | ")
    assert found.areas["affiliations"] == ("Kerbrat: Institut des rivages, Nantes",)
    assert found.areas["contacts"] == ("Kerbrat email k@example.org", "Kerbrat corresponding")
    assert found.areas["structure"] == (
        "§1 1 Ports",
        "p Un texte⟦1⟧ (voir Tableau 1).",
        "order",
        "- un",
        "  bullet",
        "  - deux",
        "[table]",
    )
    assert found.areas["notes"] == ("1| Une note.",)
    assert found.areas["note-marks"] == ("*",)
    assert found.areas["tables"] == (
        "Tableau 1 | Navires",
        "head: Port [1x2] | Nombre",
        "row: Môle | 3",
        "foot: Source : registres.",
    )
    assert found.areas["pointers"] == ("Tableau 1 → Tableau 1",)
    assert found.areas["declarations"] == ("funding Merci.",)


def test_the_generator_knows_nothing_of_what_it_judges() -> None:
    own = [path for path in HERE.glob("*.py") if path.name != "test_word.py"]
    imported = {name for path in own for name in _imports(path)}
    assert not any(re.match(r"ries_jats\b", name) for name in imported), imported


def _imports(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    named = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return named | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
