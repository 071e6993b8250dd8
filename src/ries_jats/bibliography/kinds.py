"""Kinds of works: those of JATS and those of CSL, and which element or variable holds the title of each."""

from ..article.references import PublicationType
from ..article.works import Role, Work

CSL_TYPES = {
    PublicationType.JOURNAL: "article-journal",
    PublicationType.BOOK: "book",
    PublicationType.CHAPTER: "chapter",
    PublicationType.THESIS: "thesis",
    PublicationType.CONFERENCE: "paper-conference",
    PublicationType.REPORT: "report",
    PublicationType.WORKING_PAPER: "article",
    PublicationType.WEB: "webpage",
    PublicationType.NEWSPAPER: "article-newspaper",
    PublicationType.LEGISLATION: "legislation",
    PublicationType.DATA: "dataset",
    PublicationType.OTHER: "document",
}
"""https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types."""
PUBLICATION_TYPES = {csl: kind for kind, csl in CSL_TYPES.items()} | {
    "article-magazine": PublicationType.NEWSPAPER,
    "bill": PublicationType.LEGISLATION,
    "collection": PublicationType.BOOK,
    "entry": PublicationType.CHAPTER,
    "entry-dictionary": PublicationType.CHAPTER,
    "entry-encyclopedia": PublicationType.CHAPTER,
    "legal_case": PublicationType.LEGISLATION,
    "post": PublicationType.WEB,
    "post-weblog": PublicationType.WEB,
    "regulation": PublicationType.LEGISLATION,
    "review": PublicationType.JOURNAL,
    "review-book": PublicationType.JOURNAL,
    "treaty": PublicationType.LEGISLATION,
}
GROUPS = {
    Role.AUTHOR: "author",
    Role.EDITOR: "editor",
    Role.TRANSLATOR: "translator",
    Role.DIRECTOR: "director",
    Role.COMPILER: "compiler",
    Role.PRODUCER: "producer",
}
"""`person-group-type` by role; authors of what holds a chapter are authors for JATS."""
ELEMENTS = {
    "container_title": "source",
    "collection_title": "series",
    "edition": "edition",
    "volume": "volume",
    "issue": "issue",
    "number": "elocation-id",
    "publisher": "publisher-name",
    "publisher_place": "publisher-loc",
    "event_title": "conf-name",
    "event_place": "conf-loc",
    "isbn": "isbn",
    "issn": "issn",
}
"""The element of each value that is one."""


def publication_type(work: Work) -> PublicationType:
    """The kind of a work for `@publication-type`."""
    return PUBLICATION_TYPES.get(work.type, PublicationType.OTHER)


def title_element(work: Work) -> str:
    """The element of a work's own title: that of a book is its `source`."""
    if work.type == "chapter" or work.type.startswith("entry"):
        return "chapter-title"
    if work.type == "dataset":
        return "data-title"
    is_part = work.container_title or work.type.startswith("article-") or work.type == "paper-conference"
    return "article-title" if is_part else "source"
