"""Word's own sources as items of CSL, by their tags.

https://learn.microsoft.com/openspecs/office_standards/ms-oe376: the part of the bibliography, ECMA-376 part 1, 22.6.
"""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from ..archive import UNREADABLE, DamagedArchive, part

B = "{http://schemas.openxmlformats.org/officeDocument/2006/bibliography}"
TYPES = {
    "ArticleInAPeriodical": "article-magazine",
    "Book": "book",
    "BookSection": "chapter",
    "Case": "legal_case",
    "ConferenceProceedings": "paper-conference",
    "DocumentFromInternetSite": "webpage",
    "ElectronicSource": "webpage",
    "InternetSite": "webpage",
    "JournalArticle": "article-journal",
    "Report": "report",
}
TEXTS = {
    "title": ("Title",),
    "container-title": ("JournalName", "PeriodicalTitle", "BookTitle", "ConferenceName", "InternetSiteTitle"),
    "volume": ("Volume",),
    "issue": ("Issue",),
    "page": ("Pages",),
    "edition": ("Edition",),
    "publisher": ("Publisher", "Institution"),
    "publisher-place": ("City",),
    "URL": ("URL",),
    "DOI": ("DOI",),
    "ISBN": ("StandardNumber",),
}
PEOPLE = {"author": "Author", "editor": "Editor", "translator": "Translator"}
DATES = {"issued": ("Year", "Month", "Day"), "accessed": ("YearAccessed", "MonthAccessed", "DayAccessed")}


def read_sources(data: bytes) -> dict[str, dict[str, Any]]:
    """The items of all sources that the file holds. Raises `DamagedArchive`."""
    return {_text(each, "Tag"): _item(each) for root in _custom_parts(data) for each in root.iter(f"{B}Source")}


def _custom_parts(data: bytes) -> Iterator[etree._Element]:
    """Parts of other programs that cannot be read are none of ours."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = [name for name in archive.namelist() if name.startswith("customXml/item") and name.endswith(".xml")]
    except UNREADABLE as error:
        raise DamagedArchive(str(error)) from error
    for name in names:
        try:
            root = part(data, name)
        except DamagedArchive:
            continue
        if root is not None and root.tag == f"{B}Sources":
            yield root


def _item(source: etree._Element) -> dict[str, Any]:
    item: dict[str, Any] = {"type": TYPES.get(_text(source, "SourceType"), "document")}
    for name, tags in TEXTS.items():
        item[name] = next((value for tag in tags if (value := _text(source, tag))), None)
    for role, tag in PEOPLE.items():
        item[role] = list(_names(source.find(f"{B}Author/{B}{tag}")))
    for name, tags in DATES.items():
        parts = [_text(source, tag) for tag in tags]
        count = next((place for place, part in enumerate(parts) if not part.isdecimal()), len(parts))
        item[name] = {"date-parts": [list(map(int, parts[:count]))]} if count else {"literal": parts[0]}
    return item


def _names(group: etree._Element | None) -> Iterator[dict[str, str]]:
    for each in group.iter(f"{B}Person", f"{B}Corporate") if group is not None else ():
        if each.tag == f"{B}Corporate":
            yield {"literal": each.text or ""}
            continue
        given = " ".join(filter(None, (_text(each, "First"), _text(each, "Middle"))))
        yield {"family": _text(each, "Last"), "given": given} if given else {"literal": _text(each, "Last")}


def _text(element: etree._Element, tag: str) -> str:
    return (element.findtext(f"{B}{tag}") or "").strip()
