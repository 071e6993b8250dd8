"""The pipeline: a manuscript in, `article.xml` and its findings out. One article depends on nothing but itself, its
issue and its journal.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from . import check, manuscript, sidecar
from .article.ledger import Departure
from .article.model import Article
from .article.source import Source
from .article.walk import plain_text
from .bibliography.crossref import NAME as CROSSREF
from .bibliography.crossref import crossref
from .bibliography.settled import Bibliography
from .bibliography.settling import Knowledge, settled
from .cache import Digest, is_unchanged, remember
from .check.conservation import Ledgered
from .check.conservation import iter_findings as iter_conservation
from .findings import Finding, Place, finding
from .jats import Piece, serialize, write_article
from .jats.front import Setting
from .journal import IssueFolder, ManuscriptFile
from .output import Outputs, asset_names, write_findings, write_outputs
from .recognise import Surroundings, recognise_article
from .recognise.article import Manuscript
from .results import Result


@dataclass(frozen=True)
class ReferenceOptions:
    """How references are written when it is not as the journal says, and the registry that is asked for DOIs."""

    citations: str = ""
    resolve: str = ""


@dataclass(frozen=True)
class Job:
    """One article to build, with all that it depends on."""

    manuscript: ManuscriptFile
    issue: IssueFolder
    target: Path
    """The folder for its files: `output/<issue>/<article>`."""
    language: str = "en"
    """Of the messages."""
    force: bool = False
    references: ReferenceOptions = ReferenceOptions()
    accepts_changes: bool = True
    """Whether changes tracked in a Word file are accepted; else the text is read without them."""


@dataclass(frozen=True)
class Recognised:
    """An article as its manuscript and its sidecar have it."""

    article: Article
    source: Source
    media: dict[str, bytes]
    reference_files: dict[str, bytes] = field(default_factory=dict)
    """The references, for people who correct them and for reference managers."""


def plan_jobs(
    issues: list[IssueFolder],
    output: Path,
    *,
    language: str,
    force: bool = False,
    references: ReferenceOptions = ReferenceOptions(),
) -> list[Job]:
    """A job for each manuscript, in the order of the issues."""
    return [
        Job(each, issue, output / issue.relative / each.name, language, force, references)
        for issue in issues
        for each in issue.manuscripts
    ]


def build_article(job: Job) -> Result:
    """Builds one article and writes its files. What is wrong with it is among the findings; only the environment
    raises.
    """
    start = time.perf_counter()
    digest = digest_of(job)
    known = None if job.force else is_unchanged(digest, job.target)
    if known is not None:
        result = replace(known, is_unchanged=True)
    else:
        result = _built(job)
        remember(digest, job.target, result)
    return replace(result, seconds=time.perf_counter() - start)


def digest_of(job: Job) -> Digest:
    """Over all that the article is made from."""
    options = f"{job.language} {job.references.citations} {job.references.resolve} {job.accepts_changes}"
    return Digest.of(job.manuscript, job.issue, options)


def _built(job: Job) -> Result:
    file = _shown(job.manuscript.path)
    result = Result(job.manuscript.name, str(job.issue.relative), file)
    if job.manuscript.needs_office:
        place = Place(file)
        return _failed(
            job, replace(result, findings=(finding("file-needs-office", place, suffix=job.manuscript.path.suffix),))
        )
    recognised = _settled(recognise(job.manuscript, job.issue, accepts_changes=job.accepts_changes), job)
    if not recognised.article.body and not recognised.article.front.title_group.title:
        return _failed(job, replace(result, findings=_in_file(recognised.article.findings, file)))
    return _written(job, recognised, result)


def _failed(job: Job, result: Result) -> Result:
    """An article that could not be built has its findings; an `article.xml` of an earlier run stays as it was."""
    write_findings(job.target, result.findings, job.language)
    return result


def recognise(file: ManuscriptFile, issue: IssueFolder, *, accepts_changes: bool = True) -> Recognised:
    """Reads, repairs and recognises a manuscript, and lets its sidecar correct the front matter."""
    document = manuscript.repair(manuscript.read(file.path, accepts_changes=accepts_changes))
    ledger, findings = document.ledger, document.findings
    article = Article.empty()
    if document.blocks:
        heads = tuple(each.prose for each in document.ledger if each.departure is Departure.RUNNING_HEAD)
        text = Manuscript(
            document.source,
            document.blocks,
            document.notes,
            document.language,
            document.is_extracted,
            heads,
            document.citations,
            document.lists,
        )
        article = recognise_article(text, Surroundings(issue.journal, issue.issue, file.entry))
    front = article.front
    if file.sidecar:
        corrections, faults = sidecar.load_sidecar(file.sidecar)
        findings = (*findings, *faults)
        if corrections:
            findings = (*findings, *sidecar.iter_findings(front, corrections, file.sidecar))
            front, replaced = sidecar.apply_sidecar(front, corrections)
            ledger = (*ledger, *replaced)
    article = replace(article, front=front, ledger=(*ledger, *article.ledger), findings=(*findings, *article.findings))
    return Recognised(article, document.source, document.media)


def _settled(recognised: Recognised, job: Job) -> Recognised:
    """The references corrected by a person, and as far as the command wants it with DOIs from a registry."""
    article, journal = recognised.article, job.issue.journal
    mailto = (journal.references.mailto or journal.target("crossref").get("depositor_email")) if journal else ""
    registry = crossref(mailto) if job.references.resolve == CROSSREF else None
    bibliography = Bibliography(article.reference_lists, article.noted, article.unlisted)
    references = settled(bibliography, Knowledge(job.manuscript.references, registry), recognised.source)
    article = replace(
        article,
        reference_lists=references.bibliography.lists,
        noted=references.bibliography.noted,
        unlisted=references.bibliography.unlisted,
        findings=(*article.findings, *references.findings),
    )
    return replace(recognised, article=article, reference_files=references.files())


def recognised(path: Path) -> Recognised:
    """The article at `path`, with the journal, issue and sidecar that stand around it."""
    from .journal import find_issues

    issue = next(iter(find_issues(path)))
    return recognise(issue.manuscripts[0], issue)


def _written(job: Job, recognised: Recognised, result: Result) -> Result:
    article, source = recognised.article, recognised.source
    assets = asset_names(recognised.media)
    written = write_article(article, _setting(job), assets)
    xml = serialize(written.root)
    findings = tuple(_judged(recognised, written.trace, xml, result.file, job.target / "article.xml"))
    result = replace(
        result,
        language=article.front.language,
        words=len(plain_text(article.body).split()),
        findings=findings,
        is_written=True,
    )
    media = {assets[name]: data for name, data in recognised.media.items()}
    metadata = sidecar.metadata_toml(article.front, source)
    files = {**media, **recognised.reference_files}
    write_outputs(job.target, Outputs(xml, findings, article.ledger, source, metadata, files, job.language))
    return result


def _setting(job: Job) -> Setting:
    """What surrounds the article; how its references are written the command says, else the journal."""
    issue = job.issue
    usual = issue.journal.references.citations if issue.journal else ""
    return Setting(issue.journal, issue.issue, issue.name, job.manuscript.name, job.references.citations or usual)


def _judged(recognised: Recognised, trace: tuple[Piece, ...], xml: bytes, file: str, target: Path) -> Iterator[Finding]:
    """Findings on the manuscript point to it, findings on the XML to that."""
    yield from _in_file(recognised.article.findings, file)
    conservation = iter_conservation(Ledgered(recognised.source, trace, recognised.article.ledger))
    yield from _in_file(tuple(conservation), file)
    yield from check.check_bytes(xml, _shown(target))


def _in_file(findings: tuple[Finding, ...], file: str) -> tuple[Finding, ...]:
    """Findings with the file as the person named it; those on settings name their own."""
    own = PurePosixPath(file).name
    return tuple(
        replace(each, place=replace(each.place, file=file)) if each.place.file in ("", own) else each
        for each in findings
    )


def _shown(path: Path) -> str:
    return path.as_posix()


__all__ = ["Job", "Recognised", "ReferenceOptions", "Result", "build_article", "digest_of", "plan_jobs", "recognised"]
