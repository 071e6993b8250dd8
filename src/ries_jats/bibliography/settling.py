"""From references that were parsed to references that are settled: corrected by a person, looked up, judged."""

from dataclasses import dataclass
from pathlib import Path

from ..article.source import Source
from ..findings import Finding
from .corrections import corrected
from .judged import iter_findings
from .resolving import Registry, resolved
from .settled import Bibliography, references_files, understood


@dataclass(frozen=True)
class Knowledge:
    """Who knows more than the manuscript: a file of corrections, a registry of DOIs."""

    corrections: Path | None = None
    registry: Registry | None = None


@dataclass(frozen=True)
class Settled:
    """The references of an article as they are written, and what is to be said of them."""

    bibliography: Bibliography
    findings: tuple[Finding, ...] = ()

    def files(self) -> dict[str, bytes]:
        """The files beside `article.xml`, by their names."""
        return references_files(self.bibliography)


def settled(bibliography: Bibliography, knowledge: Knowledge, source: Source) -> Settled:
    """The references, each with the work it refers to.

    What a person says wins over what was parsed, and both over the registry, which adds DOIs that nobody printed.
    Raises `EnvironmentFault` when the file of corrections cannot be read.
    """
    findings: tuple[Finding, ...] = ()
    failed: tuple[Finding, ...] = ()
    if knowledge.corrections:
        bibliography, findings = corrected(bibliography, knowledge.corrections)
    bibliography = understood(bibliography)
    if knowledge.registry:
        bibliography, failed = resolved(bibliography, knowledge.registry)
    return Settled(bibliography, (*findings, *failed, *iter_findings(bibliography, source)))
