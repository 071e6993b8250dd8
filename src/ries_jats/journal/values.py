"""What is known of a journal and of an issue, as frozen values. An empty field is one that nobody filled in."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Issn:
    """The ISSNs by medium, `dddd-dddX`; `unknown` where the source does not say which medium is meant."""

    print: str = ""
    electronic: str = ""
    unknown: str = ""

    def __bool__(self) -> bool:
        return bool(self.print or self.electronic or self.unknown)


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes the journal; `country` is an ISO 3166-1 code of two letters."""

    name: str = ""
    acronym: str = ""
    place: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class License:
    """A licence by its SPDX identifier and its canonical address."""

    spdx: str
    url: str


@dataclass(frozen=True, slots=True)
class Copyright:
    """`holder` is a name, or `authors` for the authors of each article."""

    holder: str = ""


@dataclass(frozen=True, slots=True)
class DoiSettings:
    """How DOIs are made: prefix, and a pattern whose `{fields}` are filled in for each article."""

    prefix: str = ""
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Patterns of the addresses of landing page and galleys."""

    article: str = ""
    pdf: str = ""
    xml: str = ""


@dataclass(frozen=True, slots=True)
class ReferenceSettings:
    """How references are written, and in whose name a registry is asked for DOIs."""

    citations: str = ""
    """`mixed` for the printed string with its parts tagged, `both` for the work in elements alone beside it."""
    mailto: str = ""


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """What a journal decides about a rule: another severity, or `off`; and why."""

    code: str
    severity: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """What one target has to be told; a setting inside a table is named `table.setting`."""

    name: str
    settings: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """The value of a setting, empty when it is not given."""
        return dict(self.settings).get(name, "")


@dataclass(frozen=True, slots=True)
class Journal:
    """What `journal.toml` says."""

    path: Path
    title: str = ""
    abbreviation: str = ""
    ids: tuple[tuple[str, str], ...] = ()
    """`journal-id-type` and value."""
    issn: Issn = Issn()
    publisher: Publisher = Publisher()
    languages: tuple[str, ...] = ()
    license: License | None = None
    copyright: Copyright = Copyright()
    doi: DoiSettings = DoiSettings()
    url: Addresses = Addresses()
    sections: tuple[str, ...] = ()
    galley: str = ""
    demonstration: bool = False
    references: ReferenceSettings = ReferenceSettings()
    rules: tuple[RuleSetting, ...] = ()
    targets: tuple[Target, ...] = ()

    def target(self, name: str) -> Target:
        """The settings of a target, none when there is no such table."""
        return next((target for target in self.targets if target.name == name), Target(name))


@dataclass(frozen=True, slots=True)
class Editor:
    """A person of the masthead; `role` is `director`, `editor-in-chief` or `board`."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article as the issue lists it; `authors` as printed."""

    file: str
    title: str = ""
    authors: tuple[str, ...] = ()
    first_page: str = ""
    section: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """What `issue.toml` says; `path` is None where there is no such file."""

    path: Path | None = None
    volume: str = ""
    number: str = ""
    year: int | None = None
    month: int | None = None
    season: str = ""
    theme: str = ""
    editors: tuple[Editor, ...] = ()
    articles: tuple[ArticleEntry, ...] = ()

    def entry(self, file: str) -> ArticleEntry | None:
        """The entry of a manuscript by the name of its file."""
        return next((article for article in self.articles if article.file == file), None)
