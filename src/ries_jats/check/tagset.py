"""Which JATS an article says it is: tag set and version, from its DOCTYPE, its `dtd-version` or its schema location.

https://jats.nlm.nih.gov/publishing/tag-library/1.3/attribute/dtd-version.html
"""

import re
from dataclasses import dataclass

from ries_jats.check.grammar import INSTANCE
from ries_jats.check.parsing import Document

_TITLES = {
    "publishing": "Journal Publishing",
    "archiving": "Journal Archiving and Interchange",
    "authoring": "Article Authoring",
}
_SIGNS = (("publishing", "publishing"), ("archiv", "archiving"), ("authoring", "authoring"))
_PUBLIC_VERSION = re.compile(r"\bv(\d+\.\d+(?:d\d+)?)\b")
_FILE_VERSION = re.compile(r"(?:publishing|authoring|article)(\d)(?:[-.](\d+(?:d\d+)?))?(?=[-.]|$)")
_LOCATION = f"{{{INSTANCE}}}noNamespaceSchemaLocation"


@dataclass(frozen=True, slots=True)
class TagSet:
    """A tag set of JATS, or of its forerunner NLM (versions 2 and 3); `assumed` when the file does not say so."""

    name: str = "publishing"
    version: str = "1.3"
    oasis: bool = False
    assumed: bool = False

    @property
    def title(self) -> str:
        """How people call it."""
        suite = "NLM" if self.version.startswith(("2", "3")) else "JATS"
        return f"{suite} {_TITLES[self.name]} {self.version}" + (" (OASIS tables)" if self.oasis else "")

    @property
    def schema_name(self) -> str:
        """The name under which a schema for it is installed."""
        return f"jats-{self.name}-{self.version}" + ("-oasis" if self.oasis else "")


def tag_set_of(document: Document) -> TagSet:
    """The tag set that the document claims, Journal Publishing 1.3 where it is silent."""
    declared = document.root.get("dtd-version", "").strip()
    claim = _read(document.public_id, document.system_id) or _read("", document.root.get(_LOCATION, ""))
    if claim:
        return TagSet(claim.name, claim.version or declared or "1.3", claim.oasis)
    return TagSet(version=declared) if declared else TagSet(assumed=True)


def _read(public_id: str, system_id: str) -> TagSet | None:
    """What the identifiers of a DTD say; without version where they do not tell it."""
    text = f"{public_id} {system_id.rpartition('/')[2]}".casefold()
    name = next((name for sign, name in _SIGNS if sign in text), "")
    return TagSet(name, _version(public_id, system_id), "oasis" in text) if name else None


def _version(public_id: str, system_id: str) -> str:
    if public := _PUBLIC_VERSION.search(public_id):
        return public[1]
    file = _FILE_VERSION.search(system_id.rpartition("/")[2].casefold())
    if not file:
        return ""
    # JATS-journalpublishing1.dtd is 1.0, 1.1 or 1.2: only `dtd-version` tells
    return f"{file[1]}.{file[2]}" if file[2] else {"2": "2.0", "3": "3.0"}.get(file[1], "")
