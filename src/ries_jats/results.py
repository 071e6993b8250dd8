"""What became of an article."""

from dataclasses import dataclass

from .findings import Finding, Severity


@dataclass(frozen=True)
class Result:
    """An article's name and place, what was found, and whether it was built now."""

    name: str
    issue: str
    file: str
    language: str = ""
    words: int = 0
    seconds: float = 0.0
    findings: tuple[Finding, ...] = ()
    is_unchanged: bool = False
    is_written: bool = False

    def count(self, severity: Severity) -> int:
        """How many findings of this severity."""
        return sum(each.severity is severity for each in self.findings)
