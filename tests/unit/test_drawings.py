"""Windows metafiles are converted where LibreOffice is installed, else reported."""

from pathlib import Path

import pytest

from ries_jats.article.source import Source
from ries_jats.manuscript.document import Document
from ries_jats.manuscript.drawings import with_shown_metafiles
from ries_jats.output import asset_names

PNG = b"\x89PNG\r\n\x1a\n"
OFFICE = """#!/bin/sh
while [ "$1" != --outdir ]; do shift; done
printf '\\211PNG\\r\\n\\032\\n' > "$2/picture.png"
"""
MEDIA = {"media/image1.emf": b"\x01\0\0\0", "media/image2.png": PNG}


def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> Document:
    """What becomes of pictures when `soffice` is this script; without one it is not installed."""
    if script:
        program = tmp_path / "soffice"
        program.write_text(script)
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin" if script else str(tmp_path))
    return with_shown_metafiles(Document(Source("a.docx", ""), media=MEDIA))


def test_a_metafile_is_converted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = shown(tmp_path, monkeypatch, OFFICE)
    assert list(asset_names(document.media).values()) == ["image1.png", "image2.png"]
    assert not document.findings


@pytest.mark.parametrize("script", ["", "#!/bin/sh\nexit 1\n"])
def test_a_metafile_that_stays_one_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    document = shown(tmp_path, monkeypatch, script)
    assert document.media == MEDIA
    assert [(each.code, each.quote) for each in document.findings] == [("image-metafile", "image1.emf")]
