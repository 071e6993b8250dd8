"""The labels of a reference's parts in training material.

They are those of `core.xml` (AnyStyle, https://github.com/inukshuk/anystyle), with its conventions, so that its strings
and the ones rendered here train one model: every character has one label; punctuation and spaces after a part belong to
the part; words that introduce a part (`In`, `dans`, `vol.`, `p.`) or close it (`(dir.)`, `eds.`) belong to it as well.
"""

from enum import StrEnum


class Label(StrEnum):
    """What a part of a reference is.

    `volume` holds the issue too; `pages` a range, a page that is cited and the number of pages; `note` the words that
    lead to an address, the date on which it was read, `op. cit.`, `Ibid.`, and words before the reference such as
    `Voir`; `genre` the kind of a thesis or a report and `[en ligne]`; `publisher` the university of a thesis;
    `collection-title` a series with its number; `source` who keeps a document, with the shelf mark. The address of a
    DOI is a `url`, as in that file, and `doi:10...` a `doi`.
    """

    AUTHOR = "author"
    CITATION_NUMBER = "citation-number"
    COLLECTION_TITLE = "collection-title"
    CONTAINER_TITLE = "container-title"
    DATE = "date"
    DIRECTOR = "director"
    DOI = "doi"
    EDITION = "edition"
    EDITOR = "editor"
    GENRE = "genre"
    ISBN = "isbn"
    JOURNAL = "journal"
    LOCATION = "location"
    MEDIUM = "medium"
    NOTE = "note"
    PAGES = "pages"
    PRODUCER = "producer"
    PUBLISHER = "publisher"
    SOURCE = "source"
    TITLE = "title"
    TRANSLATOR = "translator"
    URL = "url"
    VOLUME = "volume"
