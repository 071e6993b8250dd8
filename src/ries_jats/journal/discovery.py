"""Finds the manuscripts of an issue: a file, a folder of manuscripts, or a folder of such folders."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from ..errors import UsageError
from ..findings import Finding, Place, finding
from .loading import ISSUE_FILE, issue_findings, journal_findings, load_issue, load_journal, nearest_journal
from .values import ArticleEntry, Issue, Journal

READABLE = frozenset({".md", ".txt", ".docx", ".odt", ".html", ".htm", ".tex"})
"""Suffixes of manuscripts that can be read as they are."""
NEEDS_OFFICE = frozenset({".doc", ".rtf"})
"""Suffixes of manuscripts that LibreOffice has to turn into .docx first."""


@dataclass(frozen=True, slots=True)
class ManuscriptFile:
    """A manuscript and what stands beside it under the same stem."""

    path: Path
    entry: ArticleEntry | None = None
    """What `issue.toml` says of it."""

    @property
    def name(self) -> str:
        """The article's name: the file's without its suffix."""
        return self.path.stem

    @property
    def needs_office(self) -> bool:
        """Whether LibreOffice has to convert it first."""
        return self.path.suffix.lower() in NEEDS_OFFICE

    @property
    def sidecar(self) -> Path | None:
        """`<article>.toml`, if there is one."""
        return _beside(self.path, ".toml")

    @property
    def references(self) -> Path | None:
        """`<article>.references.json`, if there is one."""
        return _beside(self.path, ".references.json")

    @property
    def galley(self) -> Path | None:
        """`<article>.pdf`, the published version of record, if there is one."""
        return _beside(self.path, ".pdf")


@dataclass(frozen=True, slots=True)
class IssueFolder:
    """An issue as it was found; `name` is that of its folder, `relative` its path below the input."""

    name: str
    folder: Path
    relative: PurePosixPath
    manuscripts: tuple[ManuscriptFile, ...]
    issue: Issue = field(default_factory=Issue)
    journal: Journal | None = None
    findings: tuple[Finding, ...] = ()
    """What is wrong with the settings and with the set of files."""


def find_issues(source: Path) -> Iterator[IssueFolder]:
    """All issues at or below `source`, folders in the order of their names.

    `source` is a manuscript, an issue's folder (with manuscripts, and perhaps `issue.toml`), or a folder of folders.
    Raises `UsageError` when it is not there, is a file of another kind, or holds no manuscript.
    """
    if source.is_file():
        yield _lone_file(source)
    elif source.is_dir():
        yield from _folders(source)
    else:
        raise UsageError("input-missing", path=source)


def is_manuscript(path: Path) -> bool:
    """Whether a file is a manuscript by its name: `README*`, hidden files and lock files of word processors are not."""
    is_other = path.name.startswith((".", "~$", "README"))
    return not is_other and path.suffix.lower() in READABLE | NEEDS_OFFICE


def _lone_file(path: Path) -> IssueFolder:
    if path.suffix.lower() not in READABLE | NEEDS_OFFICE:
        raise UsageError("input-no-manuscript", path=path, allowed=" ".join(sorted(READABLE | NEEDS_OFFICE)))
    return _issue_folder(path.parent, PurePosixPath(path.resolve().parent.name), [path])


def _folders(source: Path) -> Iterator[IssueFolder]:
    found = False
    for folder in _walk(source):
        named = [path for path in sorted(folder.iterdir(), key=_by_name) if is_manuscript(path) and not path.is_dir()]
        manuscripts = [path for path in named if path.is_file()]
        if named or (folder / ISSUE_FILE).is_file():
            found = True
            issue = _issue_folder(folder, PurePosixPath(folder.relative_to(source).as_posix()), manuscripts)
            yield replace(issue, findings=(*issue.findings, *_no_files(named)))
    if not found:
        raise UsageError("input-empty", path=source, allowed=" ".join(sorted(READABLE | NEEDS_OFFICE)))


def _walk(folder: Path) -> Iterator[Path]:
    """`folder` and all folders below, hidden ones and links to folders (they may lead in circles) left out."""
    yield folder
    for inner in sorted(folder.iterdir(), key=_by_name):
        if inner.is_dir() and not inner.is_symlink() and not inner.name.startswith("."):
            yield from _walk(inner)


def _issue_folder(folder: Path, relative: PurePosixPath, paths: list[Path]) -> IssueFolder:
    issue, findings = _issue_of(folder)
    journal, unsaid = _journal_of(folder, is_needed=bool(paths))
    alone, twice = _distinct(paths)
    return IssueFolder(
        name=folder.resolve().name,
        folder=folder,
        relative=relative,
        manuscripts=tuple(ManuscriptFile(path, issue.entry(path.name)) for path in _ordered(alone, issue)),
        issue=issue,
        journal=journal,
        findings=(*unsaid, *findings, *twice),
    )


def _no_files(paths: list[Path]) -> Iterator[Finding]:
    """A link that leads nowhere, a pipe or a device with the name of a manuscript."""
    for path in paths:
        if not path.is_file():
            yield finding("manuscript-no-file", Place(str(path)), path.name)


def _issue_of(folder: Path) -> tuple[Issue, list[Finding]]:
    path = folder / ISSUE_FILE
    if not path.is_file():
        return Issue(), []
    issue, findings = load_issue(path)
    return (issue, [*findings, *issue_findings(issue)]) if issue else (Issue(), findings)


def _journal_of(folder: Path, *, is_needed: bool) -> tuple[Journal | None, list[Finding]]:
    path = nearest_journal(folder)
    if path is None:
        return None, [finding("journal-unknown", Place(str(folder)))] if is_needed else []
    journal, findings = load_journal(path)
    return journal, [*findings, *(journal_findings(journal) if journal else ())]


def _distinct(paths: list[Path]) -> tuple[list[Path], list[Finding]]:
    """The manuscripts that share their stem with no other, and a finding for each of those that do."""
    stems = Counter(map(_stem, paths))
    twice = [path for path in paths if stems[_stem(path)] > 1]
    others = {path: ", ".join(each.name for each in twice if _stem(each) == _stem(path)) for path in twice}
    findings = [finding("duplicate-article", Place(str(path)), path.stem, files=others[path]) for path in twice]
    return [path for path in paths if path not in others], findings


def _stem(path: Path) -> str:
    """As file systems compare that know neither case nor composed letters."""
    return unicodedata.normalize("NFC", path.stem).casefold()


def _ordered(paths: Iterable[Path], issue: Issue) -> list[Path]:
    """First as the issue lists them, then the others by name."""
    places = {article.file: place for place, article in reversed(list(enumerate(issue.articles)))}
    return sorted(paths, key=lambda path: (places.get(path.name, len(places)), _by_name(path)))


def _by_name(path: Path) -> tuple[str, str]:
    return path.name.casefold(), path.name


def _beside(path: Path, suffix: str) -> Path | None:
    other = path.with_suffix(suffix)
    try:
        return other if other.is_file() and other != path else None
    except OSError:
        return None  # no file can have a name that long
