"""Pandoc is found, kept in its sandbox and within its limits, and what it logs is understood."""

import json
import os
import stat
import time
from pathlib import Path

import pytest

from ries_jats.errors import EnvironmentFault
from ries_jats.findings import catalogue
from ries_jats.pandoc import program
from ries_jats.pandoc.program import Limits, PandocFailure, run

HEAVY = b"*a _b **c [d](e) `f` " * 40_000
"""Takes pandoc some ten seconds and several gigabytes."""


def test_it_is_found_and_tells_its_version() -> None:
    assert program.pandoc_path().is_absolute()
    assert tuple(int(number) for number in program.pandoc_version().split(".")[:2]) >= program.MINIMUM_VERSION


def test_what_comes_out_is_what_it_wrote() -> None:
    result = run(["--from", "markdown", "--to", "html"], stdin="*é*".encode())
    assert result.stdout.decode() == "<p><em>é</em></p>\n"
    assert result.log == ()


def test_raw_html_that_is_dropped_is_in_the_log_though_pandoc_succeeds() -> None:
    log = run(["--from", "markdown", "--to", "jats"], stdin=b"<b>raw</b>").log
    assert [(record.kind, record.verbosity, record.quote) for record in log] == [
        ("InlineNotRendered", "INFO", "<b>"),
        ("InlineNotRendered", "INFO", "</b>"),
    ]


def test_a_warning_says_where_it_is() -> None:
    (record,) = run(["--from", "markdown", "--to", "jats"], stdin=b"# A {#x}\n\n# B {#x}\n").log
    assert (record.kind, record.verbosity, record.quote) == ("DuplicateIdentifier", "WARNING", "x")
    assert record.line is not None
    assert record.message.startswith("Duplicate identifier 'x'")


def test_too_much_time_ends_it_at_once() -> None:
    started = time.monotonic()
    with pytest.raises(PandocFailure) as failure:
        run(["--to", "json"], stdin=HEAVY, limits=Limits(seconds=0.2))
    assert failure.value.code == "pandoc-timeout"
    assert failure.value.details == {"seconds": "0.2"}
    assert time.monotonic() - started < 3


@pytest.mark.skipif(not program.LIMITS_MEMORY, reason="this system does not limit the address space")
def test_too_much_memory_ends_it() -> None:
    with pytest.raises(PandocFailure) as failure:
        run(["--to", "json"], stdin=HEAVY, limits=Limits(memory_bytes=2**28))
    assert failure.value.code == "pandoc-memory"
    assert failure.value.details == {"gibibytes": "0.25"}


@pytest.mark.skipif(not program.LIMITS_MEMORY, reason="this system does not limit the address space")
def test_the_limit_of_memory_is_the_operating_systems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _use_instead(tmp_path, 'grep "Max address space" /proc/self/limits', monkeypatch)
    assert str(3 * 2**30).encode() in run([], limits=Limits(memory_bytes=3 * 2**30)).stdout


def test_what_it_started_ends_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _use_instead(tmp_path, f"sleep 60 & echo $! > {tmp_path}/pid; wait", monkeypatch)
    with pytest.raises(PandocFailure):
        run([], limits=Limits(seconds=0.5))
    child = int((tmp_path / "pid").read_text())
    assert _is_gone(child)


def test_a_file_it_cannot_read_is_a_failure_with_its_own_sentence() -> None:
    with pytest.raises(PandocFailure) as failure:
        run(["--from", "docx", "--to", "json"], stdin=b"not a zip file")
    assert failure.value.code == "pandoc-failed"
    assert failure.value.details["reason"].startswith("couldn't unpack docx container")


def test_the_sandbox_keeps_it_from_other_files(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    source = b"\\documentclass{article}\\begin{document}a \\input{secret.txt}\\end{document}"
    assert b"secret" not in run(["--from", "latex", "--to", "plain"], stdin=source, cwd=tmp_path).stdout


def test_templates_of_the_person_are_not_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    templates = tmp_path / "pandoc" / "templates"
    templates.mkdir(parents=True)
    (templates / "default.html5").write_text("mine")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert b"mine" not in run(["--standalone", "--to", "html5", "--metadata=title:x"], stdin=b"a").stdout


def test_without_pandoc_the_fault_is_the_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    def get_pandoc_path() -> str:
        raise OSError("no pandoc")

    monkeypatch.setattr("pypandoc.get_pandoc_path", get_pandoc_path)
    program.pandoc_path.cache_clear()
    try:
        with pytest.raises(EnvironmentFault) as fault:
            program.pandoc_path()
    finally:
        program.pandoc_path.cache_clear()
    assert (fault.value.code, fault.value.exit_code) == ("pandoc-missing", 3)


@pytest.mark.parametrize(
    ("contents", "quote"),
    [
        ("<script>", "<script>"),
        ({"t": "RawInline", "c": ["html", "<b>"]}, "<b>"),
        ({"t": "HorizontalRule"}, ""),
        ({"t": "Div", "c": [["", [], []], []]}, ""),
        (None, ""),
    ],
)
def test_what_a_record_is_about_is_text(
    contents: object, quote: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = json.dumps([{"type": "Any", "verbosity": "INFO", "contents": contents}])
    _use_instead(tmp_path, f"""printf '%s' '{record}' > "${{2#--log=}}" """, monkeypatch)
    assert [each.quote for each in run([]).log] == [quote]


@pytest.mark.parametrize("code", ["pandoc-missing", "pandoc-failed", "pandoc-timeout", "pandoc-memory"])
def test_every_failure_has_a_sentence_and_a_remedy(code: str) -> None:
    details = {"reason": "a", "seconds": "b", "gibibytes": "c"}
    explanation = catalogue()[code]
    assert all(text.format(**details) for text in (*explanation.messages.values(), *explanation.remedies.values()))


def _use_instead(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have this shell script run in pandoc's place."""
    stand_in = folder / "pandoc"
    stand_in.write_text(f"#!/bin/sh\n{script}\n")
    stand_in.chmod(stand_in.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(program, "pandoc_path", lambda: stand_in)


def _is_gone(process: int) -> bool:
    """Killed, though it may not have been reaped yet."""
    for _ in range(50):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        state = Path(f"/proc/{process}/stat")
        if state.is_file() and state.read_text().rsplit(")", 1)[1].split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False
