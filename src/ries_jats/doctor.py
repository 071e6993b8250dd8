"""Whether this machine has what the program needs: pandoc, the schemas, the libraries, fonts."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

from ries_jats.errors import RiesJatsError
from ries_jats.findings import Finding, Place, finding
from ries_jats.pandoc import program
from ries_jats.schemas import installed

MINIMUM_PYTHON = (3, 11)
NEEDED_SCHEMAS = {
    "jats-publishing-1.3",
    "jats-publishing-1.3-no-mathml",
    "jats-archiving-1.3-dtd",
    "jats-named-characters",
}
"""Without these nothing can be checked; without another, one target cannot."""

_REQUIREMENT = re.compile(r"^([\w.-]+)\s*>=\s*([\w.]+)\s*$")
_SCRIPTS = (("latin", "fr"), ("arabic", "ar"))
"""Writing systems that proofs need, each with a language that fontconfig knows it by."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: its version or where it is, and the finding if it does not serve."""

    subject: str
    state: str
    finding: Finding | None = None


def iter_checks() -> Iterator[Check]:
    """Everything that is looked at, in the order in which a person would mend it."""
    yield _python()
    yield from _pandoc()
    yield from _schemas()
    yield from _libraries()
    yield from _fonts()


def _python() -> Check:
    version = ".".join(str(number) for number in sys.version_info[:3])
    if sys.version_info >= MINIMUM_PYTHON:
        return Check("python", version)
    return Check("python", version, finding("python-too-old", version=version))


def _pandoc() -> Iterator[Check]:
    try:
        version = program.pandoc_version()
    except RiesJatsError as error:
        yield Check("pandoc", "", finding(error.code, Place(), **error.details))
        return
    minimum = ".".join(str(number) for number in program.MINIMUM_VERSION)
    is_old = _numbers(version) < program.MINIMUM_VERSION
    problem = finding("pandoc-too-old", version=version, minimum=minimum) if is_old else None
    yield Check("pandoc", f"{version} ({program.pandoc_path()})", problem)
    if not program.LIMITS_MEMORY:
        yield Check("pandoc memory limit", sys.platform, finding("memory-limit-missing"))


def _schemas() -> Iterator[Check]:
    for each in installed():
        code = "schema-missing" if each.name in NEEDED_SCHEMAS else "schema-absent"
        problem = None if each.present else finding(code, name=each.name)
        yield Check(f"schema {each.name}", str(each.path) if each.present else "", problem)


def _libraries() -> Iterator[Check]:
    for requirement in metadata.requires("ries-jats") or ():
        match = _REQUIREMENT.match(requirement)
        if match:
            yield _library(match.group(1), match.group(2))


def _library(name: str, floor: str) -> Check:
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Check(name, "", finding("library-missing", name=name))
    is_old = _numbers(version) < _numbers(floor)
    return Check(name, version, finding("library-too-old", name=name, version=version, floor=floor) if is_old else None)


def _fonts() -> Iterator[Check]:
    lister = shutil.which("fc-list")
    for script, language in _SCRIPTS:
        families = _families(lister, language) if lister else []
        problem = None if families else finding("font-missing", script=script)
        yield Check(f"fonts {script}", ", ".join(families[:3]), problem)


def _families(lister: str, language: str) -> list[str]:
    command = (lister, f":lang={language}", "family")
    listed = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    return sorted({line.split(",")[0].strip() for line in listed.stdout.splitlines() if line.strip()})


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version))
