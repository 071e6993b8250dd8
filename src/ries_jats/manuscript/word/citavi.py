"""Placeholders of Citavi as items of CSL: https://www1.citavi.com/sub/manual-citaviweb/en/."""

import re
from collections.abc import Iterator
from typing import Any

TYPES = {
    "Book": "book",
    "BookEdited": "book",
    "CollectedWorks": "book",
    "ConferenceProceedings": "book",
    "Contribution": "chapter",
    "InternetDocument": "webpage",
    "JournalArticle": "article-journal",
    "NewspaperArticle": "article-newspaper",
    "SpecialIssue": "book",
    "StatuteOrRegulation": "legislation",
    "Thesis": "thesis",
    "UnpublishedWork": "manuscript",
}
TEXTS = {
    "volume": "Volume",
    "issue": "Number",
    "edition": "Edition",
    "publisher-place": "PlaceOfPublication",
    "DOI": "Doi",
    "ISBN": "Isbn",
    "URL": "OnlineAddress",
    "language": "Language",
}
PEOPLE = {"author": "Authors", "editor": "Editors", "translator": "Translators"}
PAGES = re.compile(r"<os>(.*?)</os>")
"""The pages as their owner typed them."""
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def citavi_items(placeholder: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The items of the references in a placeholder."""
    for entry in placeholder["Entries"]:
        if isinstance(entry.get("Reference"), dict):
            yield _item(entry["Reference"])


def _item(reference: dict[str, Any]) -> dict[str, Any]:
    title = ": ".join(filter(None, (reference.get("Title"), reference.get("Subtitle"))))
    item: dict[str, Any] = {"type": TYPES.get(reference.get("ReferenceType", ""), "document"), "title": title}
    item |= {name: value for name, key in TEXTS.items() if (value := reference.get(key))}
    for role, key in PEOPLE.items():
        item[role] = [_name(each) for each in reference.get(key) or () if isinstance(each, dict)]
    parent = reference.get("ParentReference") or {}
    item["container-title"] = (reference.get("Periodical") or {}).get("Name") or parent.get("Title")
    item["editor"] = item["editor"] or [_name(each) for each in parent.get("Editors") or () if isinstance(each, dict)]
    item["collection-title"] = (reference.get("SeriesTitle") or {}).get("Name")
    item["publisher"] = next((each.get("Name") for each in reference.get("Publishers") or ()), None)
    pages = PAGES.search(str(reference.get("PageRange") or ""))
    item["page"] = pages[1] if pages else None
    year = YEAR.search(str(reference.get("YearResolved") or reference.get("Year") or reference.get("Date") or ""))
    item["issued"] = {"date-parts": [[int(year[0])]]} if year else None
    return item


def _name(person: dict[str, Any]) -> dict[str, Any]:
    given = " ".join(filter(None, (person.get("FirstName"), person.get("MiddleName"))))
    family = " ".join(filter(None, (person.get("Prefix"), person.get("LastName"))))
    return {"family": family, "given": given} if given else {"literal": family}
