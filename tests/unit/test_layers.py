"""Imports point downwards only; the brackets are those of the design."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "ries_jats"
PACKAGE = SOURCE.name
BRACKETS = (
    {"findings", "errors"},
    {"article"},
    {"lexicon", "addresses"},
    {"pandoc", "schemas", "language", "dictionary", "identifiers", "journal", "places"},
    {"references"},
    {"jats", "recognise", "manuscript", "sidecar"},
    {"check"},
    {"output", "results"},
    {"proof", "bundle", "cache"},
    {"build", "split", "doctor"},
    {"cli", "__main__"},
)
"""From the bottom up; the parts of one bracket do not import each other."""
LEVELS = {part: level for level, bracket in enumerate(BRACKETS) for part in bracket}
WITHIN_BRACKET = {("findings", "errors"), ("cli", "__main__")}
MODULES = sorted(SOURCE.rglob("*.py"))


def part_of(dotted: str) -> str:
    """`ries_jats.jats.body` → `jats`; the package itself → nothing."""
    names = dotted.split(".")
    return names[1] if len(names) > 1 else ""


def dotted_name(module: Path) -> str:
    names = (PACKAGE, *module.relative_to(SOURCE).with_suffix("").parts)
    return ".".join(names[:-1] if names[-1] == "__init__" else names)


def imported(module: Path) -> Iterator[str]:
    """The dotted names that a module of the project imports from the project, wherever in it they stand."""
    own = dotted_name(module).split(".")
    package = own if module.name == "__init__.py" else own[:-1]
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            origin = ".".join([*base, *([node.module] if node.module else [])])
            yield from (f"{origin}.{alias.name}" if origin == PACKAGE else origin for alias in node.names)


def imported_parts(module: Path) -> set[str]:
    names = {name for name in imported(module) if name == PACKAGE or name.startswith(f"{PACKAGE}.")}
    return {part_of(name) for name in names if name != f"{PACKAGE}.__version__"} - {""}


def may_import(part: str, other: str) -> bool:
    return part == other or LEVELS[other] < LEVELS[part] or (other, part) in WITHIN_BRACKET


@pytest.mark.parametrize("module", MODULES, ids=[str(module.relative_to(SOURCE)) for module in MODULES])
def test_a_module_imports_only_what_is_below_it(module: Path) -> None:
    part = part_of(dotted_name(module))
    if not part:
        assert not imported_parts(module)
        return
    assert part in LEVELS, f"{part} is in no bracket of {__file__}"
    wrong = {other for other in imported_parts(module) if other not in LEVELS or not may_import(part, other)}
    assert not wrong, f"{part} must not import {', '.join(sorted(wrong))}"


def test_findings_imports_nothing_of_the_project() -> None:
    assert not imported_parts(SOURCE / "findings.py")


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("from ries_jats.jats.body import x", {"jats"}),
        ("from ries_jats import check", {"check"}),
        ("from ..journal import x", {"journal"}),
        ("from .. import lexicon", {"lexicon"}),
        ("from . import other", {"recognise"}),
        ("def f():\n    import ries_jats.cli", {"cli"}),
        ("import os\nfrom ries_jats import __version__", set()),
    ],
)
def test_every_form_of_import_is_seen(
    code: str, parts: set[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(f"{__name__}.SOURCE", tmp_path)
    module = tmp_path / "recognise" / "one.py"
    module.parent.mkdir()
    module.write_text(code)
    assert imported_parts(module) == parts
