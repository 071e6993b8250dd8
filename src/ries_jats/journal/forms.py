"""The forms of `journal.toml` and `issue.toml`: which keys there are and what they may hold."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from .allowed import (
    ArticleType,
    CountryCode,
    DoiPrefix,
    EmailText,
    IssnText,
    LanguageTag,
    Month,
    Numbered,
    RuleCode,
    SpdxIdentifier,
    Year,
)


class Form(BaseModel):
    """Knows its keys and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class IssnForm(Form):
    """`[issn]`."""

    print: IssnText = ""
    electronic: IssnText = ""
    unknown: IssnText = ""


class PublisherForm(Form):
    """`[publisher]`."""

    name: str = ""
    acronym: str = ""
    place: str = ""
    country: CountryCode = ""


class CopyrightForm(Form):
    """`[copyright]`."""

    holder: str = ""


class DoiForm(Form):
    """`[doi]`."""

    prefix: DoiPrefix = ""
    pattern: str = ""


class UrlForm(Form):
    """`[url]`."""

    article: str = ""
    pdf: str = ""
    xml: str = ""


class ReferencesForm(Form):
    """`[references]`."""

    citations: Literal["", "mixed", "both"] = ""
    mailto: EmailText = ""


class RuleForm(Form):
    """One rule under `[rules]`: whoever changes a rule says why."""

    severity: Literal["error", "warning", "info", "off"]
    reason: str = Field(min_length=1)


class PlainTargetForm(Form):
    """A target that needs nothing but what the journal says."""


class CrossrefForm(Form):
    """`[targets.crossref]`: https://data.crossref.org/reports/help/schema_doc/5.3.1/common5_3_1_xsd.html#depositor."""

    depositor_name: str = ""
    depositor_email: str = ""
    registrant: str = ""


class HalForm(Form):
    """`[targets.hal]`."""

    domain: str = ""
    portal: str = ""


class OjsForm(Form):
    """`[targets.ojs]`: `sections` gives each section of the journal its reference in OJS."""

    user_group: str = ""
    sections: dict[str, str] = {}


class TargetsForm(Form):
    """`[targets]`."""

    crossref: CrossrefForm = CrossrefForm()
    datacite: PlainTargetForm = PlainTargetForm()
    doaj: PlainTargetForm = PlainTargetForm()
    hal: HalForm = HalForm()
    meca: PlainTargetForm = PlainTargetForm()
    oai: PlainTargetForm = PlainTargetForm()
    ojs: OjsForm = OjsForm()
    openaire: PlainTargetForm = PlainTargetForm()
    pmc: PlainTargetForm = PlainTargetForm()
    pubmed: PlainTargetForm = PlainTargetForm()
    scielo: PlainTargetForm = PlainTargetForm()


class JournalForm(Form):
    """`journal.toml`."""

    title: str = ""
    abbreviation: str = ""
    ids: dict[str, str] = {}
    issn: IssnForm = IssnForm()
    publisher: PublisherForm = PublisherForm()
    languages: list[LanguageTag] = []
    license: SpdxIdentifier = ""
    copyright: CopyrightForm = CopyrightForm()
    doi: DoiForm = DoiForm()
    url: UrlForm = UrlForm()
    sections: list[str] = []
    galley: Literal["", "published", "generated"] = ""
    demonstration: bool = False
    references: ReferencesForm = ReferencesForm()
    rules: dict[RuleCode, RuleForm] = {}
    targets: TargetsForm = TargetsForm()


class EditorForm(Form):
    """One of `[[editors]]`."""

    name: str = Field(min_length=1)
    role: Literal["director", "editor-in-chief", "board"]


class ArticleForm(Form):
    """One of `[[articles]]`."""

    file: str = Field(min_length=1)
    title: str = ""
    authors: list[str] = []
    first_page: Numbered = ""
    section: str = ""
    type: ArticleType = ""


class IssueForm(Form):
    """`issue.toml`."""

    volume: Numbered = ""
    number: Numbered = ""
    year: Year | None = None
    month: Month | None = None
    season: str = ""
    theme: str = ""
    editors: list[EditorForm] = []
    articles: list[ArticleForm] = []
