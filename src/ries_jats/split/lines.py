"""The file of an issue as lines: the bytes that manuscripts are cut from, and the words printed in them."""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from ..errors import EnvironmentFault, UsageError
from ..manuscript.text import decode, is_binary

TEXT_SUFFIXES = frozenset({".md", ".txt", ".markdown", ".text"})
"""Suffixes of the files that can be split."""

_LINE_END = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")
_COMMENT = re.compile(r"<!--.*?-->")
_NOTE_CALL = re.compile(
    r"<sup>\s*(?:\[?[\d*†‡§¶,;\s()#-]{1,9}\]?|[a-z])\s*</sup>|\[\^[^\]\s]+\]|[⁰¹²³⁴-⁹]+", re.IGNORECASE
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\((?:[^()\s]|\([^()]*\))*\)")
_HEADING = re.compile(r"\s{0,3}(#{1,6})(?:\s+|(?=[^#\s]))(.*?)\s*#*\s*$")
_BULLET = re.compile(r"^\s*(?:[-*+•▪◦‣⁃–]\s+|>\s*)+(?=\S)")
_RULE = re.compile(r"\s*(?:\{?\d*\}?[-_=*]{3,}|\|?[\s:|-]*-{3,}[\s:|-]*)\s*$")
_PAGE_MARK = re.compile(r"\s*(?:\{\d+\}[-=_*]{3,}|<!--\s*page\b)", re.IGNORECASE)
_EMPHASIS = re.compile(r"\*+|(?<![^\W_])_+(?=\S)|(?<=\S)_+(?![^\W_])|~~|`+")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>$&~-])")
_STRONG = re.compile(r"\s*(\*\*|__)(?!\s).*(?<!\s)\1\s*[\d*†<>/sup]*\s*$")
_PRIVATE = 0xE000
_GUARDED = {_PRIVATE + code: chr(code) for code in range(0x80)}
_UNSEEN = dict.fromkeys(map(ord, "\f\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line; a row of a table may hold several.

    `number` is that of the line in the file, from 1; `text` its words without markup, columns parted by tabs; `level`
    that of a Markdown heading, 0 for none.
    """

    number: int
    text: str
    level: int = 0
    is_strong: bool = False
    is_item: bool = False
    begins_page: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether its dress sets it apart: a heading, or bold as a whole."""
        return self.level > 0 or self.is_strong

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True)
class IssueFile:
    """The file of a whole issue; `raw` are its lines as bytes, line ends included, so that they join to the file."""

    path: Path
    raw: tuple[bytes, ...]
    encoding: str

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All printed lines in order; a line without words has an empty text."""
        texts = (line.decode(self.encoding, "replace") for line in self.raw)
        lines = (line for number, text in enumerate(texts, start=1) for line in printed_lines(number, text))
        return tuple(_with_pages(lines))

    def cut(self, first: int, last: int) -> bytes:
        """The bytes of the lines from `first` to `last`, numbers from 1, both included."""
        return b"".join(self.raw[first - 1 : last])


def read_issue_file(path: Path) -> IssueFile:
    """Reads a text file. Raises `UsageError` for a file of another kind, `EnvironmentFault` for one out of reach."""
    if not path.exists():
        raise UsageError("input-missing", path=path)
    if not path.is_file():
        raise UsageError("split-no-text", path=path, allowed=" ".join(sorted(TEXT_SUFFIXES)))
    try:
        data = path.read_bytes()
    except OSError as error:
        raise EnvironmentFault("file-unreadable", path=path, reason=error.strerror or error) from error
    is_text = path.suffix.lower() in TEXT_SUFFIXES and not is_binary(data)
    encoding = decode(data)[1] if is_text else ""
    # Line ends are looked for as bytes, which two bytes a character do not allow.
    if not is_text or encoding.startswith(("utf-16", "utf-32", "utf_16", "utf_32")):
        raise UsageError("split-no-text", path=path, allowed=" ".join(sorted(TEXT_SUFFIXES)))
    return IssueFile(path, _raw_lines(data), encoding)


def _raw_lines(data: bytes) -> tuple[bytes, ...]:
    """Every encoding that is read here writes line ends as ASCII does."""
    return tuple(line.encode("latin-1") for line in _LINE_END.split(data.decode("latin-1")) if line)


def _with_pages(lines: Iterable[Line]) -> Iterator[Line]:
    """The first line with words after a page break begins a page."""
    is_first = False
    for line in lines:
        is_first = is_first or line.begins_page
        yield replace(line, begins_page=is_first and bool(line))
        is_first = is_first and not line


def printed_lines(number: int, raw: str) -> tuple[Line, ...]:
    """The words of a line of the file."""
    begins_page = "\f" in raw or bool(_PAGE_MARK.match(raw))
    raw = _COMMENT.sub("", raw.rstrip("\r\n")).lstrip("\f")
    if _RULE.match(raw):
        return (Line(number, "", begins_page=begins_page),)
    heading = _HEADING.match(raw)
    body = heading[2] if heading else raw
    level = len(heading[1]) if heading else 0
    is_item = bool(_BULLET.match(body)) and not heading
    is_strong = bool(_STRONG.match(body))
    pieces = _cells(body) if body.lstrip().startswith("|") and body.count("|") > 1 else _BREAK.split(body)
    return tuple(Line(number, plain(piece), level, is_strong, is_item, begins_page) for piece in pieces)


def _guard(escaped: re.Match[str]) -> str:
    """A character that is no markup, out of the way of the patterns for markup."""
    return chr(_PRIVATE + ord(escaped[1]))


def _cells(row: str) -> list[str]:
    """A row of a table: one line for each in its fullest cell, between what stands left of it and what stands right."""
    cells = [_BREAK.split(cell.strip()) for cell in re.split(r"(?<!\\)\|", row.strip().strip("|"))]
    widest = max(range(len(cells)), key=lambda place: len(cells[place]))
    lines = list(cells[widest])
    left = [" ".join(cell) for cell in cells[:widest]]
    right = [" ".join(cell) for cell in cells[widest + 1 :]]
    lines[0] = "\t".join([*(cell for cell in left if cell.strip()), lines[0]])
    lines[-1] = "\t".join([lines[-1], *(cell for cell in right if cell.strip())])
    return lines


def plain(text: str) -> str:
    """`text` without markup and without calls of notes; white space as single spaces, columns parted by a tab."""
    text = _IMAGE.sub("", _NOTE_CALL.sub("", text))
    text = _LINK.sub(r"\1", text)
    text = _TAG.sub("", html.unescape(_TAG.sub("", text)))
    text = _BULLET.sub("", text.translate(_UNSEEN), count=1)
    text = _EMPHASIS.sub("", _ESCAPE.sub(_guard, text)).translate(_GUARDED)
    columns = re.split(r"\t+| {4,}", unicodedata.normalize("NFC", text).strip())
    return "\t".join(words for column in columns if (words := " ".join(column.split())))
