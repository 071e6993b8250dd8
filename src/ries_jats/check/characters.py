"""Named characters, such as `&eacute;`: written as character references before any parser sees them."""

import re
from collections.abc import Mapping

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)|&(?P<name>[A-Za-z_][\w.-]*);", re.DOTALL
)
_PREDEFINED = frozenset({"lt", "gt", "amp", "quot", "apos"})


class UnknownNameError(Exception):
    """A name that stands for nothing known; `offset` is where in the text."""

    def __init__(self, name: str, offset: int) -> None:
        super().__init__(name)
        self.name = name
        self.offset = offset


def with_references(text: str, characters: Mapping[str, str]) -> str:
    """The text with `&#xE9;` for `&eacute;`, save in comments, CDATA and instructions, where names mean nothing.

    Raises `UnknownNameError` for the first name that is not among `characters`.
    """
    return _TOKEN.sub(lambda match: _reference(match, characters), text) if "&" in text else text


def _reference(match: re.Match[str], characters: Mapping[str, str]) -> str:
    name = match["name"]
    if name is None or name in _PREDEFINED:
        return match[0]
    if name not in characters:
        raise UnknownNameError(name, match.start())
    return "".join(f"&#x{ord(character):X};" for character in characters[name])


def column_as_written(line: str, column: int, characters: Mapping[str, str]) -> int:
    """The column in `line` of what stands in `column` once the names in it are written as references."""
    for match in _TOKEN.finditer(line):
        if match.start() >= column - 1:
            break
        if match["name"] in characters:
            column += len(match[0]) - len(_reference(match, characters))
    return column
