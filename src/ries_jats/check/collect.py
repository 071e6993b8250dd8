"""The files to check: those named, and those of articles in the folders named."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ries_jats.check.parsing import may_be_article
from ries_jats.errors import EnvironmentFault, UsageError


def article_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Each file once, in the order of `paths`; in a folder, also below it, every `.xml` that may be an article's.

    Raises `UsageError` with the code `xml-missing` for a path that does not exist, `xml-none-in-folder` for a folder
    without any; `EnvironmentFault` with the code `file-unreadable`.
    """
    return tuple(dict.fromkeys(file for path in paths for file in _files_of(path)))


def read_bytes(path: Path) -> bytes:
    """The content of a file; raises `EnvironmentFault` with the code `file-unreadable`."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise EnvironmentFault("file-unreadable", path=path, reason=error.strerror or error) from error


def _files_of(path: Path) -> Iterator[Path]:
    if not path.exists():
        raise UsageError("xml-missing", path=path)
    if not path.is_dir():
        yield path
        return
    found = [file for file in sorted(path.rglob("*")) if _is_xml(file) and may_be_article(read_bytes(file))]
    if not found:
        raise UsageError("xml-none-in-folder", path=path)
    yield from found


def _is_xml(file: Path) -> bool:
    return file.suffix.casefold() == ".xml" and file.is_file()
