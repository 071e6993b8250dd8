"""Runs jobs in this process or in several: the results come in the order of the jobs, whatever befalls one of them."""

import os
import signal
import sys
import traceback
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_all_start_methods, get_context

from ries_jats.build import Job, build_article, digest_of
from ries_jats.cache import FILE as STATE
from ries_jats.cache import is_unchanged
from ries_jats.errors import EnvironmentFault, RiesJatsError
from ries_jats.findings import Finding, Place, finding
from ries_jats.output import write_file, write_findings
from ries_jats.results import Result

TRACEBACK = "traceback.txt"
"""Beside the other files of an article that met a fault of ours."""
_INTERRUPTED = 130


def processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def iter_results(jobs: list[Job], processes: int) -> Iterator[Result]:
    """A result for each job; processes are started only when more than one article has to be built.

    Raises `EnvironmentFault` when the machine lacks something that every article needs.
    """
    known = [_known(job) for job in jobs]
    processes = min(processes, known.count(None))
    if processes > 1:
        yield from _in_processes(jobs, known, processes)
    else:
        yield from (result or build_guarded(job) for job, result in zip(jobs, known, strict=True))


def build_guarded(job: Job) -> Result:
    """`build_article`, but a fault in one article is a finding on it: one bad article never stops the others."""
    try:
        result = build_article(job)
    except EnvironmentFault:
        raise
    except RiesJatsError as error:
        return _failed(job, finding(error.code, Place(_file(job)), **error.details))
    except PermissionError as error:
        unreadable = error.filename or job.manuscript.path
        return _failed(job, finding("file-unreadable", Place(_file(job)), path=unreadable, reason=error.strerror))
    except RecursionError:
        return _failed(job, finding("manuscript-too-deep", Place(_file(job))))
    except Exception as error:  # noqa: BLE001 whatever it is, it concerns this article only; its traceback is kept
        write_file(job.target / TRACEBACK, traceback.format_exc().encode("utf-8", "backslashreplace"))
        reason = f"{type(error).__name__}: {error}".partition("\n")[0]
        return _failed(job, finding("article-failed", Place(_file(job)), reason=reason))
    if not result.is_unchanged:
        (job.target / TRACEBACK).unlink(missing_ok=True)
    return result


def _known(job: Job) -> Result | None:
    """What an earlier run made of the very same article."""
    if job.force:
        return None
    try:
        known = is_unchanged(digest_of(job), job.target)
    except (OSError, ValueError):
        return None  # the build says what is the matter
    return replace(known, is_unchanged=True) if known else None


def _in_processes(jobs: list[Job], known: list[Result | None], processes: int) -> Iterator[Result]:
    with _pool(processes) as executor:
        pairs = zip(jobs, known, strict=True)
        promised = [result or executor.submit(_build_in_process, job) for job, result in pairs]
        try:
            for job, each in zip(jobs, promised, strict=True):
                yield each if isinstance(each, Result) else _awaited(job, each)
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            raise


def _awaited(job: Job, future: Future[Result]) -> Result:
    """When a process was killed all that were to come are lost with it: each is then tried in a process of its own."""
    try:
        return future.result()
    except BrokenExecutor:
        return _alone(job)


def _alone(job: Job) -> Result:
    with _pool(1) as executor:
        try:
            return executor.submit(_build_in_process, job).result()
        except BrokenExecutor:
            return _failed(job, finding("article-crashed", Place(_file(job))))


def _pool(processes: int) -> Executor:
    """Fresh processes, because a fork of one that draws a progress bar in a thread may hang."""
    method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    context = get_context(method)
    context.set_forkserver_preload([__name__])
    return ProcessPoolExecutor(processes, context, _end_silently_at_interrupt)


def _end_silently_at_interrupt() -> None:
    """The process that waits for this one hears the same interrupt and says it once.

    It ends the others when the first of them has ended: they too have to close what is open.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _end)


def _end(*_: object) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    sys.exit(_INTERRUPTED)


def _build_in_process(job: Job) -> Result:
    """Ends the process at an interrupt; else the pool would go on with the next article."""
    try:
        return build_guarded(job)
    except SystemExit:
        os._exit(_INTERRUPTED)  # what was open is closed by now


def _failed(job: Job, fault: Finding) -> Result:
    """It is built anew the next time; an `article.xml` of an earlier run stays as it was."""
    (job.target / STATE).unlink(missing_ok=True)
    write_findings(job.target, (fault,), job.language)
    return Result(job.manuscript.name, str(job.issue.relative), _file(job), findings=(fault,))


def _file(job: Job) -> str:
    """As the person named it; a name that is no UTF-8 can be written all the same."""
    return job.manuscript.path.as_posix().encode("utf-8", "backslashreplace").decode()
