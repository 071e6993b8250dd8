"""What arrives damaged, empty, in another encoding or under another name ends in a finding that says so."""

import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from ries_jats.build import plan_jobs, recognised
from ries_jats.cache import Digest
from ries_jats.check.conservation import Ledgered, iter_findings
from ries_jats.cli.running import build_guarded
from ries_jats.findings import Finding
from ries_jats.jats import write_article
from ries_jats.jats.front import Setting
from ries_jats.journal import find_issues, load_journal
from ries_jats.manuscript import read
from ries_jats.output import as_json, asset_names
from ries_jats.results import Result

ARTICLE = """# L'été à la façade

Claire DUPONT

Université du Détroit, Port-Clair, France

Résumé : Cet article étudie les façades où l'été s'achève, et les pâturages que la mer a laissés après la tempête.

## Introduction

Le texte commence ici et parle de l'été déjà passé, où l'on a vu les façades s'effacer.
"""
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"
ContentType="application/xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
Target="word/document.xml"/></Relationships>"""
IMAGE = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
Target="media/lost.png"/></Relationships>"""
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="


def docx(body: str, **parts: str) -> bytes:
    """A Word file with `body` as its paragraphs; `parts` by their names below word/."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", f"<w:document {W} {A} {R}><w:body>{body}</w:body></w:document>")
        for name, part in parts.items():
            archive.writestr(f"word/{name}", part)
    return file.getvalue()


def paragraph(inside: str) -> str:
    """A paragraph with a few words and `inside`."""
    return f"<w:p><w:r><w:t>Some words of a text.</w:t>{inside}</w:r></w:p>"


def findings_of(folder: Path, name: str, data: bytes | str) -> dict[str, Finding]:
    """By their codes, what reading the manuscript finds."""
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return {each.code: each for each in read(path).findings}


def built(folder: Path, output: Path) -> list[Result]:
    """The results of all manuscripts in the folder."""
    return [build_guarded(job) for job in plan_jobs(list(find_issues(folder)), output, language="en")]


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """An empty folder for manuscripts."""
    folder = tmp_path / "2026-1"
    folder.mkdir()
    return folder


class TestEncodings:
    """Text files say seldom what they are encoded in."""

    @pytest.mark.parametrize(
        ("encoding", "name"),
        [
            ("utf-16", "utf-16"),
            ("utf-16-le", "utf-16-le"),
            ("utf-16-be", "utf-16-be"),
            ("utf-32", "utf-32"),
            ("cp1252", "cp1252"),
            ("mac-roman", "mac_roman"),
        ],
    )
    def test_is_recognised_and_said(self, issue: Path, encoding: str, name: str) -> None:
        path = issue / "article.md"
        path.write_bytes(ARTICLE.encode(encoding))
        document = read(path)
        assert "L'été à la façade" in document.source.visible
        assert [dict(each.details)["encoding"] for each in document.findings] == [name]

    def test_damaged_utf_8_stays_utf_8(self, issue: Path) -> None:
        path = issue / "article.md"
        path.write_bytes(ARTICLE.encode() + b"\nUn mot ab\xeem\xe9.\n")
        document = read(path)
        assert "L'été à la façade" in document.source.visible
        assert [(each.code, each.place.line) for each in document.findings] == [("characters-damaged", 13)]

    def test_damaged_utf_16_stays_utf_16(self, issue: Path) -> None:
        assert set(findings_of(issue, "a.md", ARTICLE.encode("utf-16") + b"x")) == {
            "encoding-guessed",
            "characters-damaged",
        }

    def test_control_characters_are_left_out_and_said(self, issue: Path) -> None:
        path = issue / "article.md"
        path.write_text(ARTICLE + "\nUn\x02 mot\0 et \x1b[31m \ufffe.\n", encoding="utf-8")
        document = read(path)
        assert not set("\x02\x1b\ufffe") & set(document.source.visible)
        assert dict(document.findings[0].details)["count"] == "4"
        assert document.findings[0].place.line == 13

    @pytest.mark.parametrize("data", [b"%PDF-1.4\n% words\n", b"{\\rtf1 words}", b"PK\x03\x04words", bytes(range(99))])
    def test_another_kind_of_file_is_no_text(self, issue: Path, data: bytes) -> None:
        assert set(findings_of(issue, "article.md", data)) == {"file-binary"}


class TestMarkdown:
    """What pandoc would change or leave out in silence."""

    def conserved(self, issue: Path, text: str) -> list[str]:
        path = issue / "article.md"
        path.write_text(ARTICLE + "\n" + text + "\n", encoding="utf-8")
        found = recognised(path)
        written = write_article(found.article, Setting(None, next(iter(find_issues(path))).issue, "i", "a"), {})
        return [each.code for each in iter_findings(Ledgered(found.source, written.trace, found.article.ledger))]

    @pytest.mark.parametrize(
        "text",
        [
            "Un mot :smile: et 10:100:200 ici.",
            "- [x] une chose\n- [ ] une autre",
            "La formule $f(x)\\,dx$ et $$\\int_0^1 f(x)\\,dx$$ ici.",
            '[Un lien](http://example.org){title="autre\nligne" .classe} ici.',
        ],
    )
    def test_words_are_conserved(self, issue: Path, text: str) -> None:
        assert self.conserved(issue, text) == []

    def test_notes_that_nothing_calls_and_notes_with_one_mark_are_said(self, issue: Path) -> None:
        text = ARTICLE.replace("ici", "ici[^1]") + "\n[^1]: Une.\n\n[^1]: Deux.\n\n[^perdue]: Trois.\n"
        findings = findings_of(issue, "article.md", text)
        assert findings["note-defined-twice"].quote == "1"
        assert (findings["note-never-called"].quote, findings["note-never-called"].place.line) == ("perdue", 17)

    def test_only_notes_are_no_text(self, issue: Path) -> None:
        assert "manuscript-without-text" in findings_of(issue, "article.md", "[^1]: Une note seule.\n")

    @pytest.mark.parametrize(("name", "text"), [("a.md", ">" * 400 + " mot"), ("a.html", "<div>" * 1500 + "mot")])
    def test_what_is_too_deep_is_said(self, issue: Path, name: str, text: str) -> None:
        assert set(findings_of(issue, name, text)) == {"manuscript-too-deep"}

    def test_the_reason_of_pandoc_is_in_its_own_words(self, issue: Path) -> None:
        findings = findings_of(issue, "article.md", '---\ntitle: "Seul\n---\n\nMots.\n')
        assert dict(findings["pandoc-failed"].details)["reason"].startswith("Error parsing YAML")


class TestImages:
    """An image that cannot be had is a warning, whatever its name."""

    @pytest.mark.parametrize("source", ["a" * 400 + ".png", "a%00b.png", ".", "../../../etc/passwd", "http://[::1"])
    def test_a_name_that_no_file_has(self, issue: Path, source: str) -> None:
        assert "image-missing" in findings_of(issue, "article.md", f"{ARTICLE}\n![Figure 1. Quai]({source})\n")

    def test_an_image_in_the_text_itself_is_kept(self, issue: Path) -> None:
        path = issue / "article.html"
        path.write_text(f'<h1>Quais</h1><p>Mots <img src="data:image/png;base64,{PIXEL}"></p>', encoding="utf-8")
        document = read(path)
        assert [data[:4] for data in document.media.values()] == [b"\x89PNG"]
        assert list(asset_names(document.media).values()) == ["image.png"]


class TestWord:
    """Parts that are damaged, missing, too large or not understood."""

    def test_notes_that_are_not_in_the_file(self, issue: Path) -> None:
        findings = findings_of(issue, "article.docx", docx(paragraph('<w:footnoteReference w:id="2"/>')))
        assert dict(findings["notes-missing"].details)["count"] == "1"

    def test_an_image_that_is_not_in_the_file(self, issue: Path) -> None:
        body = paragraph('<a:blip r:embed="rId9"/>')
        findings = findings_of(issue, "article.docx", docx(body, **{"_rels/document.xml.rels": IMAGE}))
        assert findings["image-missing"].quote == "media/lost.png"

    def test_a_chart(self, issue: Path) -> None:
        body = paragraph('<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/>')
        assert set(findings_of(issue, "article.docx", docx(body))) == {"drawing-left-out"}

    def test_damaged_relationships(self, issue: Path) -> None:
        assert "file-damaged" in findings_of(
            issue, "article.docx", docx(paragraph(""), **{"_rels/document.xml.rels": "<x"})
        )

    def test_a_damaged_part(self, issue: Path) -> None:
        data = docx(paragraph("")).replace(b"Some words", b"Some words"[::-1])
        assert set(findings_of(issue, "article.docx", data)) == {"file-damaged"}

    def test_a_part_that_is_too_large_is_said_to_be_so(self, issue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("ries_jats.manuscript.archive.LARGEST_PART", 100)
        findings = findings_of(issue, "article.docx", docx(paragraph("")))
        assert "larger than" in dict(findings["file-damaged"].details)["reason"]

    def test_an_empty_body(self, issue: Path) -> None:
        notes = f'<w:footnotes {W}><w:footnote w:id="2">{paragraph("")}</w:footnote></w:footnotes>'
        findings = findings_of(issue, "article.docx", docx("", **{"footnotes.xml": notes}))
        assert set(findings) == {"manuscript-without-text"}

    @pytest.mark.parametrize("name", ["article.doc", "article.rtf"])
    def test_what_has_to_be_saved_anew_first(self, issue: Path, name: str) -> None:
        assert set(findings_of(issue, name, b"{\\rtf1}")) == {"file-needs-office"}


class TestFiles:
    """Names and links."""

    def test_a_name_that_is_no_utf_8(self, issue: Path, tmp_path: Path) -> None:
        Path(os.fsdecode(os.fsencode(issue) + b"/\xff.md")).write_text(ARTICLE, encoding="utf-8")
        (result,) = built(issue, tmp_path / "output")
        assert result.is_written

    def test_the_longest_name(self, issue: Path, tmp_path: Path) -> None:
        (issue / f"{'n' * 250}.md").write_text(ARTICLE, encoding="utf-8")
        (result,) = built(issue, tmp_path / "output")
        assert result.is_written

    def test_a_link_that_leads_nowhere_is_said(self, issue: Path) -> None:
        (issue / "lost.md").symlink_to("nowhere.md")
        (found,) = find_issues(issue)
        assert [(each.code, each.quote) for each in found.findings] == [("manuscript-no-file", "lost.md")]

    def test_an_image_that_is_a_broken_link_hurts_nobody(self, issue: Path) -> None:
        (issue / "lost.png").symlink_to("nowhere.png")
        (issue / "article.md").write_text(ARTICLE, encoding="utf-8")
        (found,) = find_issues(issue)
        assert Digest.of(found.manuscripts[0], found, "en").value

    def test_bytes_of_names_are_escaped_in_json(self) -> None:
        assert json.loads(as_json({"file": "\udcff.md"})) == {"file": "\udcff.md"}

    def test_settings_that_are_too_deep(self, issue: Path) -> None:
        path = issue / "journal.toml"
        path.write_text("x = " + "[" * 2000 + "]" * 2000, encoding="utf-8")
        journal, findings = load_journal(path)
        assert journal is None
        assert [each.code for each in findings] == ["settings-malformed"]

    def test_a_stage_that_recurses_too_deeply(
        self, issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def too_deep(*_: object) -> None:
            raise RecursionError

        monkeypatch.setattr("ries_jats.build.recognise_article", too_deep)
        (issue / "article.md").write_text(ARTICLE, encoding="utf-8")
        (result,) = built(issue, tmp_path / "output")
        assert [each.code for each in result.findings] == ["manuscript-too-deep"]
