"""DOIs as they are printed: https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

MENTION = re.compile(r"(?:\bdoi\.org/|\bdoi\s*[:=]?\s*(?=1?[0OoIl]?\.?\d))(?P<name>\S*)", re.IGNORECASE)
"""What says that a DOI follows; the word alone does only before a number."""
NAME = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S*\w\S*")
SHORT = re.compile(r"10/[a-z0-9]+", re.IGNORECASE)
"""https://shortdoi.org: it leads to the same place."""
PREFIX = re.compile(r"^(?:https?://)?(?:(?:dx|www)\.)?doi\.org/|^doi\s*:?\s*", re.IGNORECASE)
AFTER = ".,;:)]}>»”\"'"
"""Signs of the sentence after a DOI."""


def iter_malformed(text: str) -> Iterator[tuple[int, str]]:
    """Where each DOI stands in `text` that can be none, and its words."""
    for mention in MENTION.finditer(text):
        name = mention["name"].rstrip(AFTER)
        if not is_doi(name):
            yield mention.start(), mention[0].rstrip(AFTER)


def is_doi(name: str) -> bool:
    """Whether a name, without a resolver's address, has the form of a DOI."""
    plain = unquote(PREFIX.sub("", name, count=1) if name.casefold().startswith("doi") else name)
    return bool(NAME.fullmatch(plain) or SHORT.fullmatch(plain))


def comparable_doi(name: str) -> str:
    """A DOI as DOIs are compared: without address, in small letters."""
    return PREFIX.sub("", name.strip()).rstrip(".").casefold()
