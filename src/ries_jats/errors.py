"""What the environment or the command line did wrong: raised deep down, caught once, in `cli`.

Each error names a code of the catalogue `findings.toml`, which has its sentence and its remedy in both languages, and
owns
the exit code of the process. What is wrong with a manuscript is never raised: it is a finding.
"""

from typing import ClassVar


class RiesJatsError(Exception):
    """Base of all errors; `code` and `details` choose and fill the sentence of the catalogue."""

    exit_code: ClassVar[int] = 3

    def __init__(self, code: str, **details: object) -> None:
        self.code = code
        self.details = {name: str(value) for name, value in details.items()}
        super().__init__(f"{code}: {self.details}")


class UsageError(RiesJatsError):
    """The command was called with what it cannot use: a file that is not there, a folder that is not empty."""

    exit_code = 2


class EnvironmentFault(RiesJatsError):
    """The machine lacks what the command needs: pandoc, a schema, space on the disk, the right to write."""

    exit_code = 3
