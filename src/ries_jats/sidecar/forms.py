"""The form of a sidecar: which keys there are and what they may hold.

The keys are names of JATS with underscores: https://jats.nlm.nih.gov/publishing/tag-library/1.3/element/article-meta.html.
"""

from typing import Literal

from pydantic import Field

from ..journal.allowed import ArticleType, CountryCode, LanguageTag, Numbered
from ..journal.forms import Form
from .allowed import DoiText, EmailText, OrcidText, PartialDate, PartialDates, RorText, UrlText, YearText

StatementKind = Literal[
    "",
    "acknowledgements",
    "conflict",
    "contributions",
    "data-availability",
    "dedication",
    "epigraph",
    "ethics",
    "funding",
]
"""The declarations that have a place in JATS."""


DATE_TYPES = {"received": "received", "rev_recd": "rev-recd", "accepted": "accepted", "pub": "pub"}
"""Keys of `[dates]` → `date/@date-type`."""


class OpenForm(Form):
    """A table of which a person sets what they like."""

    def has(self, key: str) -> bool:
        """Whether the file sets `key`, be it to nothing."""
        return key in self.model_fields_set


class TableForm(Form):
    """One table of a list."""

    @property
    def lacks(self) -> str:
        """The key without which the table says nothing; empty when it is there."""
        return ""


class TransTitleForm(TableForm):
    """One of `[[trans_title]]`."""

    language: LanguageTag = ""
    title: str = ""
    subtitle: str = ""

    @property
    def lacks(self) -> str:
        """A translation without its language is none."""
        return "" if self.title and self.language else "language" if self.title else "title"


class ContribForm(TableForm):
    """One of `[[contrib]]`; `affiliations` are numbers of `[[aff]]` tables, from 1."""

    surname: str = ""
    given_names: str = ""
    prefix: str = ""
    suffix: str = ""
    collab: str = ""
    roles: list[str] = Field(default=[])
    email: EmailText = ""
    orcid: OrcidText = ""
    corresponding: bool = False
    affiliations: list[int] = Field(default=[])

    @property
    def lacks(self) -> str:
        """A contributor has a name."""
        return "" if self.surname or self.given_names or self.collab else "surname"


class AffForm(TableForm):
    """One of `[[aff]]`; `text` is the whole as it shall be printed."""

    text: str = ""
    label: str = ""
    institution: str = ""
    divisions: list[str] = Field(default=[])
    city: str = ""
    country: str = ""
    country_code: CountryCode = ""
    ror: RorText = ""

    @property
    def whole(self) -> str:
        """`text`, or else its parts with commas between them, the smaller before the larger."""
        parts = (*self.divisions, self.institution, self.city, self.country)
        return self.text or ", ".join(part for part in parts if part)

    @property
    def lacks(self) -> str:
        """Words, of whichever part."""
        return "" if self.whole else "text"


class DatesForm(OpenForm):
    """`[dates]`: the names are those of `date/@date-type`; an article may be revised more than once."""

    received: PartialDate = ""
    rev_recd: PartialDates = Field(default=[])
    accepted: PartialDate = ""
    pub: PartialDate = ""

    def of(self, key: str) -> list[str]:
        """The dates under `key`, which is one of the fields."""
        value = getattr(self, key)
        return [each for each in (value if isinstance(value, list) else [value]) if each]


class AbstractForm(TableForm):
    """One of `[[abstract]]`; an empty line ends a paragraph."""

    language: LanguageTag = ""
    abstract_type: str = ""
    title: str = ""
    text: str = ""

    @property
    def lacks(self) -> str:
        """Its words."""
        return "" if self.text else "text"


class KwdGroupForm(TableForm):
    """One of `[[kwd_group]]`."""

    language: LanguageTag = ""
    title: str = ""
    kwd: list[str] = Field(default=[])

    @property
    def lacks(self) -> str:
        """A keyword."""
        return "" if any(self.kwd) else "kwd"


class LicenseForm(OpenForm):
    """`[license]`."""

    url: UrlText = ""
    text: str = ""


class ProductForm(TableForm):
    """One of `[[product]]`: a work that a review is about."""

    text: str = ""

    @property
    def lacks(self) -> str:
        """Its words."""
        return "" if self.text else "text"


class StatementForm(TableForm):
    """One of `[[statement]]`; an empty line ends a paragraph."""

    kind: StatementKind = ""
    title: str = ""
    text: str = ""

    @property
    def lacks(self) -> str:
        """Without its kind it has no place."""
        return "" if self.text and self.kind else "kind" if self.text else "text"


class Sidecar(OpenForm):
    """`<article>.toml`: what is set in it replaces what was recognised, lists as wholes."""

    language: LanguageTag = ""
    article_type: ArticleType = ""
    heading: str = ""
    title: str = ""
    subtitle: str = ""
    doi: DoiText = ""
    volume: Numbered = ""
    issue: Numbered = ""
    year: YearText = ""
    fpage: Numbered = ""
    lpage: Numbered = ""
    elocation_id: Numbered = ""
    suggested_citation: str = ""
    journal_title: str = ""
    corresp: list[str] = Field(default=[])
    """Statements about the corresponding author."""
    trans_title: list[TransTitleForm] = Field(default=[])
    contrib: list[ContribForm] = Field(default=[])
    aff: list[AffForm] = Field(default=[])
    dates: DatesForm = DatesForm()
    abstract: list[AbstractForm] = Field(default=[])
    kwd_group: list[KwdGroupForm] = Field(default=[])
    license: LicenseForm = LicenseForm()
    product: list[ProductForm] = Field(default=[])
    statement: list[StatementForm] = Field(default=[])
