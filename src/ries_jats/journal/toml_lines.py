"""Where the keys of a TOML document stand, which `tomllib` does not tell.

The text has been read by `tomllib` before: this reader only walks it, it does not judge.
"""

import re
from typing import TypeAlias

KeyPath: TypeAlias = tuple[str | int, ...]
"""Keys, and positions in arrays from 0, from the root of the document down."""

_BLANK = re.compile(r"(?:\s|#[^\n]*)*")
_KEY = re.compile(r"""[ \t]*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([A-Za-z0-9_-]+))[ \t]*""")
_STRING = re.compile(r'"{3}(?:[^\\]|\\.)*?"{3,5}|\'{3}.*?\'{3,5}|"(?:[^"\\]|\\.)*"|\'[^\']*\'', re.DOTALL)
_BARE = re.compile(r"[^,\]}\n#]*")


def key_lines(text: str) -> dict[KeyPath, int]:
    """For each key and each element of an array the line (from 1) on which it begins."""
    walker = _Walker(text.replace("\r\n", "\n"))
    walker.document()
    return walker.lines


class _Walker:
    """Reads a document from left to right and remembers where keys begin."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.lines: dict[KeyPath, int] = {}
        self._lengths: dict[KeyPath, int] = {}

    def document(self) -> None:
        table: KeyPath = ()
        while self._blank():
            table = self._header() if self._at("[") else self._pair(table)

    def _header(self) -> KeyPath:
        """`[table]` or `[[array of tables]]`; the path of what stands below it."""
        start, is_array = self.at, self.text.startswith("[[", self.at)
        self.at += 2 if is_array else 1
        keys = self._keys()
        self.at = self.text.index("]", self.at) + (2 if is_array else 1)
        path: KeyPath = ()
        for key in keys[:-1]:
            path = self._inside((*path, key))
        path = (*path, keys[-1])
        path = self._element(path) if is_array else path
        self._remember(path, start)
        return path

    def _inside(self, path: KeyPath) -> KeyPath:
        """A header below an array of tables means its last table."""
        return (*path, self._lengths[path] - 1) if path in self._lengths else path

    def _element(self, path: KeyPath) -> KeyPath:
        place = self._lengths.get(path, 0)
        self._lengths[path] = place + 1
        return (*path, place)

    def _pair(self, table: KeyPath) -> KeyPath:
        start, path = self.at, (*table, *self._keys())
        self._remember(path, start)
        self.at = self.text.index("=", self.at) + 1
        self._value(path)
        return table

    def _keys(self) -> tuple[str, ...]:
        keys = []
        while match := _KEY.match(self.text, self.at):
            keys.append(next(group for group in match.groups() if group is not None))
            self.at = match.end()
            if not self._at("."):
                break
            self.at += 1
        return tuple(keys)

    def _value(self, path: KeyPath) -> None:
        self._blank()
        if self._at("["):
            self._array(path)
        elif self._at("{"):
            self._inline_table(path)
        else:
            match = _STRING.match(self.text, self.at) or _BARE.match(self.text, self.at)
            self.at = match.end() if match else self.at + 1

    def _array(self, path: KeyPath) -> None:
        self.at += 1
        while self._blank() and not self._at("]"):
            if self._at(","):
                self.at += 1
                continue
            element, start = self._element(path), self.at
            self._remember(element, start)
            self._value(element)
        self.at += 1

    def _inline_table(self, path: KeyPath) -> None:
        self.at += 1
        while self._blank() and not self._at("}"):
            if self._at(","):
                self.at += 1
            else:
                self._pair(path)
        self.at += 1

    def _blank(self) -> bool:
        """Passes white space and comments; whether anything follows."""
        match = _BLANK.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.at < len(self.text)

    def _at(self, mark: str) -> bool:
        return self.text.startswith(mark, self.at)

    def _remember(self, path: KeyPath, start: int) -> None:
        self.lines.setdefault(path, self.text.count("\n", 0, start) + 1)
