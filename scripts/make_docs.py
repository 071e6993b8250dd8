"""Writes what of the documentation is made from the program: `make docs`; `--check` only tells what is out of date.

- docs/findings.md, from the catalogue of findings;
- the block `output` of README.md: what the program makes of docs/example/harbour-lamps.md.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ries_jats.findings import Severity, catalogue
from scripts.readme import with_block

ROOT = Path(__file__).resolve().parents[1]
FINDINGS = ROOT / "docs" / "findings.md"
README = ROOT / "README.md"
EXAMPLE = Path("docs") / "example" / "harbour-lamps.md"
CUT = re.compile(r"^ +<title-group>.*?</aff>$", re.DOTALL | re.MULTILINE)
"""The part of the front matter that README.md shows."""
SEVERITIES = {
    Severity.ERROR: ("Errors", "what makes the exit code 1, 2 or 3"),
    Severity.WARNING: ("Warnings", "what a person should look at"),
    Severity.INFO: ("Notes", "what `build` shows only with `--verbose`"),
}
HEAD = """# Findings

<!-- Written by `make docs` from src/ries_jats/findings.toml: do not edit. -->

Every code that ries-jats may give, with its message and remedy in English and French. Words in braces are filled in:
`{quote}` is always the text that the finding is about. Codes are stable: programs should read them, not the messages.
`{reason_en}`, `{cure_en}` and their French forms are phrases that depend on the case (in `check/phrases.toml`).
Errors of the command line and of the machine (exit codes 2 and 3) have their sentences here too.
"""


def findings_page() -> str:
    """docs/findings.md."""
    return "\n".join([HEAD, *(line for severity in Severity for line in _of_severity(severity))])


def _of_severity(severity: Severity) -> Iterator[str]:
    title, meaning = SEVERITIES[severity]
    yield f"## {title}\n\n{title}: {meaning}.\n"
    yield "| code | message | remedy |\n|---|---|---|"
    for code, each in sorted(catalogue().items()):
        if each.severity is severity:
            yield f'| <a id="{code}"></a>`{code}` | {_both(each.messages)} | {_both(each.remedies)} |'
    yield ""


def _both(texts: dict[str, str]) -> str:
    """English and French in one cell, with what Markdown would take for markup escaped outside code."""
    return "<br>".join(f"*{language}* {_cell(text)}" for language, text in texts.items())


def _cell(text: str) -> str:
    pieces = re.split(r"(`[^`]*`)", text.replace("|", "\\|"))
    return "".join(each if each.startswith("`") else re.sub(r"([<*_])", r"\\\1", each) for each in pieces)


def output_block() -> str:
    """What the example becomes: its findings as `build` prints them, and the front matter of its XML."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "ries_jats", "build", str(EXAMPLE), "--output", folder, "--lang", "en"]
        environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
        run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=environment)
        xml = (Path(folder) / "example" / EXAMPLE.stem / "article.xml").read_text("utf-8")
    findings = run.stdout.split("\n\n")[0]
    front = CUT.search(xml)
    if front is None:
        raise ValueError("the example has no front matter")
    return f"```text\n{findings}\n```\n\n```xml\n{_outdented(front[0])}\n```"


def _outdented(text: str) -> str:
    lines = text.split("\n")
    margin = len(lines[0]) - len(lines[0].lstrip())
    return "\n".join(line[margin:] for line in lines)


def pages() -> dict[Path, str]:
    """Each file that is written here, and what it should hold."""
    return {FINDINGS: findings_page(), README: with_block(README.read_text("utf-8"), "output", output_block())}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; end with 1 when a file is out of date")
    is_check = parser.parse_args().check
    texts = pages().items()
    old = {path: text for path, text in texts if not path.is_file() or path.read_text("utf-8") != text}
    for path, text in old.items():
        print(f"{path.relative_to(ROOT)}: {'out of date, run `make docs`' if is_check else 'written'}")
        if not is_check:
            path.write_text(text, "utf-8")
    return int(is_check and bool(old))


if __name__ == "__main__":
    sys.exit(main())
