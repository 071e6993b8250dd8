"""The documentation says what the program does: findings, settings, commands, examples, links."""

import ast
import re
import string
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from ries_jats.build import recognised
from ries_jats.cli import COMMANDS
from ries_jats.findings import LANGUAGES, Severity, catalogue
from ries_jats.journal.forms import IssueForm, JournalForm
from ries_jats.sidecar import metadata_toml
from ries_jats.sidecar.forms import Sidecar

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "ries_jats"
DOCS = ROOT / "docs"
MODULES = sorted(SOURCE.rglob("*.py"))
PAGES = sorted([*DOCS.glob("*.md"), ROOT / "README.md", ROOT / "CHANGELOG.md"])
MAKERS = {"finding", "RiesJatsError", "UsageError", "EnvironmentFault", "PandocFailure", "_Interrupted", "_Unexpected"}
"""What takes a code as its first argument."""
CODE = re.compile(r"[a-z]+(?:-[a-z]+)+")
LINK = re.compile(r"\]\(([^)\s]+)\)")
EXAMPLE = re.compile(r"```markdown\n(.*?)```\n\n```toml\n(.*?)```", re.DOTALL)
EXAMPLES = EXAMPLE.findall((DOCS / "manuscripts.md").read_text("utf-8"))
KNOWN_UNUSED: frozenset[str] = frozenset()
"""Described, but given by nothing so far."""


# Findings


def entries() -> dict[str, dict[str, str]]:
    return tomllib.loads((SOURCE / "findings.toml").read_text("utf-8"))


@pytest.mark.parametrize("code", sorted(entries()))
def test_a_finding_has_severity_message_and_remedy_in_every_language(code: str) -> None:
    entry = entries()[code]
    keys = {"severity", *LANGUAGES, *(f"remedy-{language}" for language in LANGUAGES)}
    assert set(entry) == keys
    assert CODE.fullmatch(code) or code.isalpha()
    assert entry["severity"] in set(Severity)
    assert all(entry[key].strip() for key in keys)


@pytest.mark.parametrize("code", sorted(entries()))
def test_every_language_fills_in_the_same_details(code: str) -> None:
    entry = entries()[code]
    for kind in ("{}", "remedy-{}"):
        fields = [frozenset(_fields(entry[kind.format(language)])) for language in LANGUAGES]
        assert len(set(fields)) == 1


def _fields(text: str) -> Iterator[str]:
    """Details that end with a language stand for one another."""
    for _, field, _, _ in string.Formatter().parse(text):
        if field:
            yield re.sub(rf"_({'|'.join(LANGUAGES)})$", "", field)


def calls(module: Path) -> Iterator[str]:
    """The codes that a module gives to findings and errors as they are written there."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            first = node.args[0]
            if name in MAKERS and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def texts() -> set[str]:
    """All string constants of the program: codes may stand in a table, too."""
    nodes = (node for module in MODULES for node in ast.walk(ast.parse(module.read_text("utf-8"))))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


@pytest.mark.parametrize("module", MODULES, ids=[str(each.relative_to(SOURCE)) for each in MODULES])
def test_every_code_that_is_used_is_described(module: Path) -> None:
    assert set(calls(module)) <= set(catalogue())


def test_the_codes_are_seen_where_they_are_used() -> None:
    seen = {code for module in MODULES for code in calls(module)}
    assert {"words-lost", "input-missing", "file-unreadable", "interrupted"} <= seen


def test_every_code_that_is_described_is_used() -> None:
    assert set(catalogue()) - texts() == KNOWN_UNUSED


# Pages


def test_what_is_made_from_the_program_is_up_to_date() -> None:
    command = [sys.executable, "-m", "scripts.make_docs", "--check"]
    result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("page", PAGES, ids=[each.name for each in PAGES])
def test_every_link_has_its_target(page: Path) -> None:
    for link in LINK.findall(page.read_text("utf-8")):
        file, _, anchor = link.partition("#")
        if not link.startswith("http"):
            target = (page.parent / file).resolve() if file else page
            assert target.exists(), link
            assert not anchor or anchor in set(anchors(target)), link


def anchors(page: Path) -> Iterator[str]:
    """The targets that a page offers: its own, and those that GitHub makes of headings."""
    text = page.read_text("utf-8")
    yield from re.findall(r'<a id="([^"]+)">', text)
    for title in re.findall(r"^#+ (.+)$", text, re.MULTILINE):
        yield re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


@pytest.mark.parametrize("form", [JournalForm, IssueForm, Sidecar], ids=["journal", "issue", "sidecar"])
def test_every_setting_is_described(form: type[BaseModel]) -> None:
    described = set(re.findall(r"`([\w.<>]+)`", (DOCS / "settings.md").read_text("utf-8")))
    assert {key for key in keys_of(form) if key not in described} == set()


def keys_of(form: type[BaseModel], prefix: str = "") -> Iterator[str]:
    """`title`, `issn.print`, `targets.ojs.sections`: tables by their keys, empty ones by their name."""
    for name, field in form.model_fields.items():
        kinds = [each for each in (field.annotation, *getattr(field.annotation, "__args__", ())) if each]
        table = next((each for each in kinds if isinstance(each, type) and issubclass(each, BaseModel)), None)
        key = f"{prefix}{name}"
        inner = "<code>." if name == "rules" else ""
        if table is not None and table.model_fields:
            yield from keys_of(table, f"{key}.{inner}")
        else:
            yield key


def test_the_keys_of_tables_and_lists_are_seen() -> None:
    keys = set(keys_of(JournalForm)) | set(keys_of(Sidecar))
    assert {"title", "issn.print", "rules.<code>.reason", "targets.doaj", "contrib.orcid", "dates.rev_recd"} <= keys


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_the_readme_has_an_example_of_every_command(command: str) -> None:
    assert f"| `ries-jats {command}" in (ROOT / "README.md").read_text("utf-8")


def test_the_readme_has_every_target_of_make() -> None:
    targets = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    readme = (ROOT / "README.md").read_text("utf-8")
    assert {each for each in targets if f"`make {each}`" not in readme} == {"help"}


@pytest.mark.parametrize("place", range(len(EXAMPLES)))
def test_the_heads_that_are_shown_are_recognised_as_is_said(place: int, tmp_path: Path) -> None:
    manuscript, expected = EXAMPLES[place]
    path = tmp_path / "example.md"
    path.write_text(manuscript, "utf-8")
    found = recognised(path)
    printed = re.sub(r" # .*$", "", metadata_toml(found.article.front, found.source), flags=re.MULTILINE).split("\n")
    assert {line for line in expected.strip().split("\n") if line not in printed} == set()


def test_several_heads_are_shown() -> None:
    assert len(EXAMPLES) >= 4
