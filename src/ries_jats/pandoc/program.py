"""Starts pandoc: in its sandbox, with a log, and within limits of time and memory.

`+RTS -M` limits the heap only roughly, and pypandoc has no time-out, so both limits are the operating system's: the
address space is limited by the shell that becomes pandoc, the time by killing its process group. GHC's runtime takes
what address space it may have (1 TB without a limit) and says so in its exit code when that is used up.
"""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ries_jats.errors import EnvironmentFault, RiesJatsError

MINIMUM_VERSION = (3, 9)
"""The oldest pandoc whose output this program knows."""

LIMITS_MEMORY = sys.platform.startswith("linux")
"""Whether the operating system keeps to a limit of address space; macOS takes none."""

_LIMITED = 'ulimit -v "$1" && shift && exec "$@"'
_OUT_OF_MEMORY = 251
"""Exit code of GHC's runtime when the heap cannot grow."""


class PandocFailure(RiesJatsError):
    """Pandoc did not finish its work: codes `pandoc-failed`, `pandoc-timeout`, `pandoc-memory`."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one run may use: seconds by the clock, and bytes of address space."""

    seconds: float = 60
    memory_bytes: int = 4 * 2**30


@dataclass(frozen=True, slots=True)
class LogRecord:
    """One line of pandoc's log.

    `kind` is pandoc's name for it, such as `InlineNotRendered` or `DuplicateIdentifier`; `verbosity` is `ERROR`,
    `WARNING` or `INFO`; `quote` is what it is about: the raw text left out, the identifier, the path.
    """

    kind: str
    verbosity: str
    message: str
    quote: str = ""
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What pandoc wrote, and its log."""

    stdout: bytes
    log: tuple[LogRecord, ...] = ()


@cache
def pandoc_path() -> Path:
    """The pandoc to be used; raises `EnvironmentFault` with the code `pandoc-missing`."""
    import pypandoc  # here, because it need not be loaded by who does not start pandoc

    try:
        found: str = pypandoc.get_pandoc_path()
    except OSError as error:
        raise EnvironmentFault("pandoc-missing") from error
    return Path(shutil.which(found) or found).absolute()


@cache
def pandoc_version() -> str:
    """The version of that pandoc, such as `3.9`; raises as `pandoc_path`."""
    run = subprocess.run((pandoc_path(), "--version"), capture_output=True, text=True, check=False, timeout=60)
    words = run.stdout.split()
    if run.returncode != 0 or len(words) < 2:
        raise EnvironmentFault("pandoc-missing")
    return words[1]


def run(arguments: Sequence[str], *, stdin: bytes = b"", cwd: Path | None = None, limits: Limits = Limits()) -> Result:
    """Run pandoc with `arguments`, giving it `stdin`.

    The sandbox is always on: pandoc reads only the files that `arguments` name, and no network. The person's own
    templates and defaults are not seen. Raises `PandocFailure`, and `EnvironmentFault` when there is no pandoc.
    """
    with tempfile.TemporaryDirectory(prefix="ries-jats-") as home:
        log = Path(home, "log.json")
        command = (str(pandoc_path()), "--sandbox", f"--log={log}", *arguments)
        process = subprocess.Popen(
            _within(limits.memory_bytes, command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=cwd,
            env=_environment(home),
            start_new_session=True,
        )
        stdout = _finish(process, stdin, limits)
        return Result(stdout, tuple(_records(log)))


def _finish(process: "subprocess.Popen[bytes]", stdin: bytes, limits: Limits) -> bytes:
    with process:
        try:
            stdout, stderr = process.communicate(stdin, timeout=limits.seconds)
        except subprocess.TimeoutExpired as error:
            raise PandocFailure("pandoc-timeout", seconds=f"{limits.seconds:g}") from error
        finally:
            _end(process)
    if process.returncode != 0:
        raise _failure(process.returncode, stderr.decode("utf-8", "replace"), limits)
    return stdout


def _within(memory_bytes: int, command: Sequence[str]) -> tuple[str, ...]:
    """A command that limits its own address space, then becomes `command`: no code of ours between fork and exec."""
    if not LIMITS_MEMORY:
        return tuple(command)
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    kibibytes = (memory_bytes if most == resource.RLIM_INFINITY else min(memory_bytes, most)) // 1024
    return ("/bin/sh", "-c", _LIMITED, "sh", str(kibibytes), *command)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Kill the process and whatever it started, unless it has ended."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _environment(home: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "SOURCE_DATE_EPOCH") if name in os.environ}
    return kept | {"HOME": home, "XDG_DATA_HOME": home, "LC_ALL": "C.UTF-8"}


def _failure(exit_code: int, stderr: str, limits: Limits) -> PandocFailure:
    if exit_code == _OUT_OF_MEMORY:
        return PandocFailure("pandoc-memory", gibibytes=f"{limits.memory_bytes / 2**30:g}")
    said = [line.strip() for line in stderr.splitlines() if line.strip() and not line.startswith("[")]
    reason = " ".join(said) or (signal.strsignal(-exit_code) if exit_code < 0 else None) or f"{exit_code}"
    return PandocFailure("pandoc-failed", reason=reason)


def _records(log: Path) -> Iterator[LogRecord]:
    if log.is_file():
        for record in json.loads(log.read_bytes() or b"[]"):
            yield _record(record)


def _record(record: Mapping[str, Any]) -> LogRecord:
    return LogRecord(
        kind=record["type"],
        verbosity=record["verbosity"],
        message=record.get("pretty", ""),
        quote=_quote(record),
        line=record.get("line"),
        column=record.get("column"),
    )


def _quote(record: Mapping[str, Any]) -> str:
    """What a record is about: text, or a node of the tree, whose last text is the raw text."""
    contents = record.get("contents", record.get("path", ""))
    if isinstance(contents, Mapping):
        contents = contents.get("c", "")
    if isinstance(contents, list):
        contents = next((each for each in reversed(contents) if isinstance(each, str)), "")
    return contents if isinstance(contents, str) else ""
