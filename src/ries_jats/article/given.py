"""What citation managers left in a manuscript: which words cite, and the works that they cite."""

from dataclasses import dataclass

from .works import Work


@dataclass(frozen=True)
class FieldCitation:
    """The words from `start` to `stop` of the source, which a citation manager put there to cite these works.

    Where the words cannot be found, both are 0: the works are known all the same.
    """

    start: int
    stop: int
    works: tuple[Work, ...]
