"""Asks Crossref for works, politely: one question at a time, with an address of whoever asks, and no question twice.

https://www.crossref.org/documentation/retrieve-metadata/rest-api/tips-for-using-the-crossref-rest-api/
"""

import hashlib
import json
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field, ValidationError

from .resolving import Candidate, LookUpFailure, Registry

NAME = "crossref"
ADDRESS = "RIES_JATS_CROSSREF"
"""Environment variable with the address of another server that answers as Crossref's does."""
API = "https://api.crossref.org"
FIELDS = ["DOI", "title", "subtitle", "author", "editor", "issued", "published-print", "published-online"]
SELECTED = [*FIELDS, "container-title", "type"]
PARTS = frozenset({"book-chapter", "book-part", "book-section", "journal-article", "proceedings-article"})
WHOLES = frozenset({"book", "book-set", "edited-book", "monograph", "reference-book", "report", "dissertation"})
"""https://api.crossref.org/types."""
ROWS = 5
"""Answers to a question: the right one is among the first or is not there."""
SECONDS = 20
"""Until a question is given up."""
LONGEST_QUESTION = 600
"""Characters of a question."""
DAYS = 30
"""After which an answer is asked for again: new works are registered every day."""


class NameForm(BaseModel):
    """A contributor; `name` is that of an institution."""

    family: str = ""
    name: str = ""


class DateForm(BaseModel):
    """A date; Crossref writes `[[null]]` for none."""

    parts: list[list[int | None]] = Field([], alias="date-parts")

    @property
    def years(self) -> Iterator[int]:
        """The years in it."""
        return (part[0] for part in self.parts if part and part[0])


class WorkForm(BaseModel):
    """A work: https://api.crossref.org/swagger-ui/index.html."""

    doi: str = Field(alias="DOI")
    title: list[str] = []
    subtitle: list[str] = []
    author: list[NameForm] = []
    editor: list[NameForm] = []
    issued: DateForm | None = None
    printed: DateForm | None = Field(None, alias="published-print")
    online: DateForm | None = Field(None, alias="published-online")
    container: list[str] = Field([], alias="container-title")
    type: str | None = ""

    def candidate(self) -> Candidate:
        """What is compared."""
        whole = [f"{title}: {subtitle}" for title in self.title for subtitle in self.subtitle]
        dates = (self.issued, self.printed, self.online)
        return Candidate(
            doi=self.doi,
            titles=(*self.title, *whole),
            surnames=tuple(each.family or each.name for each in (*self.author, *self.editor)),
            years=frozenset(year for date in dates if date for year in date.years),
            containers=tuple(self.container),
            is_part=self.type in PARTS,
            is_whole=self.type in WHOLES,
        )


class MessageForm(BaseModel):
    """What stands in an answer."""

    items: list[WorkForm] = []


class AnswerForm(BaseModel):
    """An answer to a search."""

    message: MessageForm


def crossref(mailto: str = "", cache: Path | None = None) -> Registry:
    """Crossref, asked in the name of `mailto`; answers are kept in the folder `cache`, by default the user's."""
    return Registry(NAME, Crossref(mailto, cache or cache_folder()).candidates)


def cache_folder() -> Path:
    """https://specifications.freedesktop.org/basedir-spec/latest/."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ries-jats" / NAME


class Crossref:
    """The client and its cache."""

    def __init__(self, mailto: str, cache: Path) -> None:
        self._mailto = mailto
        self._cache = cache
        self._api = os.environ.get(ADDRESS) or API

    def candidates(self, raw: str) -> Sequence[Candidate]:
        """What may be the work of the printed string `raw`. Raises `LookUpFailure`."""
        question = " ".join(raw.split())[:LONGEST_QUESTION]
        path = self._cache / f"{hashlib.sha256(f'{self._api} {question}'.encode(errors='replace')).hexdigest()}.json"
        answer = _kept(path)
        if answer is None:
            answer = _read(self._asked(question))
            _keep(path, answer)
        return [each.candidate() for each in answer.message.items]

    def _asked(self, question: str) -> Any:
        # Slow to import, and asked for by few.
        from habanero import Crossref as Client
        from habanero.exceptions import Error
        from httpx2 import HTTPError, InvalidURL

        client = Client(base_url=self._api, mailto=self._mailto or None, timeout=SECONDS, ua_string="ries-jats")
        try:
            return client.works(query_bibliographic=question, limit=ROWS, select=SELECTED)
        except (Error, HTTPError, InvalidURL, RuntimeError, OSError, ValueError, LookupError, TypeError) as error:
            # The client reads error messages as if they always had Crossref's form.
            raise LookUpFailure(" ".join(str(error).split()) or type(error).__name__) from error


def _read(data: Any) -> AnswerForm:
    try:
        return AnswerForm.model_validate(data)
    except ValidationError as error:
        raise LookUpFailure(f"{'.'.join(map(str, error.errors()[0]['loc']))}: {error.errors()[0]['msg']}") from error


def _kept(path: Path) -> AnswerForm | None:
    """An answer that is not too old; one that cannot be read is asked for again."""
    try:
        is_new = time.time() - path.stat().st_mtime < DAYS * 24 * 3600
        return AnswerForm.model_validate_json(path.read_bytes()) if is_new else None
    except (OSError, ValidationError):
        return None


def _keep(path: Path, answer: AnswerForm) -> None:
    """Written beside and renamed: several processes may ask at once."""
    data = json.dumps(answer.model_dump(by_alias=True), ensure_ascii=False)
    with suppress(OSError):  # without a cache the question is only asked again
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", dir=path.parent, delete=False, encoding="utf-8", errors="replace"
        ) as file:
            file.write(data)
        Path(file.name).replace(path)
