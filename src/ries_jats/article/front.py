"""Front matter, in the terms of `article-meta`: https://jats.nlm.nih.gov/publishing/tag-library/1.3/element/article-
meta.html.
"""

from dataclasses import dataclass

from .blocks import Block
from .prose import Prose


@dataclass(frozen=True)
class Translated:
    """A title and subtitle in another language than the article's."""

    language: str
    title: Prose
    subtitle: Prose = Prose()


@dataclass(frozen=True)
class TitleGroup:
    """The article's title and its translations."""

    title: Prose = Prose()
    subtitle: Prose = Prose()
    translations: tuple[Translated, ...] = ()


@dataclass(frozen=True)
class Affiliation:
    """Where authors work; `text` is the whole as printed, the other fields are pieces of it."""

    text: Prose
    label: Prose = Prose()
    institution: Prose = Prose()
    divisions: tuple[Prose, ...] = ()
    city: Prose = Prose()
    country: Prose = Prose()
    country_code: str = ""
    ror: str = ""


@dataclass(frozen=True)
class Contributor:
    """An author. `affiliations` are positions in `Front.affiliations`."""

    surname: Prose = Prose()
    given_names: Prose = Prose()
    prefix: Prose = Prose()
    suffix: Prose = Prose()
    collab: Prose = Prose()
    roles: tuple[Prose, ...] = ()
    email: Prose = Prose()
    orcid: str = ""
    orcid_printed: Prose = Prose()
    is_corresponding: bool = False
    affiliations: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    """Keys of notes about the author that are no affiliation."""

    @property
    def name(self) -> str:
        """Given names, then surname, or the collective name."""
        parts = (self.given_names.text, self.surname.text)
        return " ".join(part for part in parts if part) or self.collab.text


@dataclass(frozen=True)
class Abstract:
    """An abstract; `kind` is `abstract/@abstract-type`, empty for the usual one."""

    language: str
    blocks: tuple[Block, ...]
    title: Prose = Prose()
    kind: str = ""


@dataclass(frozen=True)
class KeywordGroup:
    """Keywords of one language."""

    language: str
    terms: tuple[Prose, ...]
    title: Prose = Prose()


@dataclass(frozen=True)
class EventDate:
    """A date of `history` or of publication; `kind` is `date/@date-type`: received, rev-recd, accepted, pub.

    `iso` is as much of YYYY-MM-DD as is known; `printed` the words of the manuscript.
    """

    kind: str
    iso: str
    printed: Prose = Prose()


@dataclass(frozen=True)
class Statement:
    """A declaration with its heading: acknowledgements, funding, a conflict of interest."""

    kind: str
    blocks: tuple[Block, ...]
    title: Prose = Prose()


@dataclass(frozen=True)
class Product:
    """The work that a review is about, as printed."""

    text: Prose


@dataclass(frozen=True)
class Numbering:
    """Where the article stands in the journal."""

    volume: Prose = Prose()
    issue: Prose = Prose()
    year: Prose = Prose()
    fpage: Prose = Prose()
    lpage: Prose = Prose()
    elocation_id: Prose = Prose()
    doi: str = ""


@dataclass(frozen=True)
class Front:
    """All that an article says about itself."""

    language: str = ""
    article_type: str = "research-article"
    heading: Prose = Prose()
    """The section of the issue (`subj-group[@subj-group-type='heading']`)."""
    title_group: TitleGroup = TitleGroup()
    contributors: tuple[Contributor, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    dates: tuple[EventDate, ...] = ()
    abstracts: tuple[Abstract, ...] = ()
    keywords: tuple[KeywordGroup, ...] = ()
    numbering: Numbering = Numbering()
    products: tuple[Product, ...] = ()
    statements: tuple[Statement, ...] = ()
    corresponding: tuple[Prose, ...] = ()
    """Statements about the corresponding author, as printed."""
    suggested_citation: Prose = Prose()
    journal_title: Prose = Prose()
    """As the suggested citation prints it; what `journal.toml` says counts more."""
    license_text: Prose = Prose()
    license_url: str = ""
    others: tuple[tuple[str, Prose], ...] = ()
    """Lines of the head that belong to no element of their own, with their kind: a line of the journal."""
