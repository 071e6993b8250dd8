"""Records of EndNote as items of CSL: https://support.clarivate.com/Endnote/s/article/EndNote-XML."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

TYPES = {
    "5": "chapter",
    "6": "book",
    "7": "legal_case",
    "10": "paper-conference",
    "12": "webpage",
    "17": "article-journal",
    "19": "article-magazine",
    "23": "article-newspaper",
    "27": "report",
    "28": "book",
    "31": "legislation",
    "32": "thesis",
    "43": "article-journal",
    "44": "book",
    "47": "paper-conference",
    "59": "dataset",
    "60": "chapter",
}
"""By the number of `ref-type`."""
HELD = frozenset({"article-journal", "article-magazine", "article-newspaper", "chapter", "paper-conference"})
TEXTS = {
    "title": "titles/title",
    "volume": "volume",
    "issue": "number",
    "page": "pages",
    "edition": "edition",
    "publisher": "publisher",
    "publisher-place": "pub-location",
    "DOI": "electronic-resource-num",
    "URL": "urls/related-urls/url",
    "language": "language",
}
PEOPLE = {"author": "authors", "editor": "secondary-authors", "translator": "subsidiary-authors"}


def endnote_items(root: etree._Element | None) -> Iterator[dict[str, Any]]:
    """The items of the records in `<EndNote>`."""
    for record in root.iter("record") if root is not None else ():
        yield _item(record)


def _item(record: etree._Element) -> dict[str, Any]:
    kind = TYPES.get(_text(record, "ref-type"), "document")
    item: dict[str, Any] = {"type": kind}
    item |= {name: value for name, path in TEXTS.items() if (value := _text(record, path))}
    for role, group in PEOPLE.items():
        names = ["".join(map(str, each.itertext())) for each in record.iterfind(f"contributors/{group}/author")]
        item[role] = [_name(each) for each in names if each.strip()]
    holder = _text(record, "titles/secondary-title") or _text(record, "periodical/full-title")
    item["container-title" if kind in HELD else "collection-title"] = holder
    item["ISSN" if kind.startswith("article-") else "ISBN"] = _text(record, "isbn")
    year = _text(record, "dates/year")
    item["issued"] = {"date-parts": [[int(year)]]} if year.isdecimal() else {"literal": year}
    return item


def _text(record: etree._Element, path: str) -> str:
    """The words, whatever styles are inside."""
    found = record.find(path)
    return " ".join("".join(map(str, found.itertext())).split()) if found is not None else ""


def _name(text: str) -> dict[str, str]:
    """`Surname, Given`; what has a comma at its end is an institution, what has none is taken as it is."""
    family, comma, given = (part.strip() for part in text.partition(","))
    return {"family": family, "given": given} if comma and given else {"literal": family}
