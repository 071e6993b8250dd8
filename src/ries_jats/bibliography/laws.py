"""The year of a law, which its title bears."""

import re

_YEAR = r"(?:1[4-9]|20)\d\d"
_FREE = re.compile(rf"(?<![\w/.-]){_YEAR}(?![\w/-])")
_NUMBERED = re.compile(rf"(?<!\d){_YEAR}(?=[/-]\d)|(?<=\d[/-]){_YEAR}(?!\d)")


def year_within(title: str) -> str:
    """The year that a law bears in its title, rather one that stands free than one in a number; empty without any."""
    found = _FREE.search(title) or _NUMBERED.search(title)
    return found[0] if found else ""
