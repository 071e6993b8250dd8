"""Tokens of a reference string: words, numbers, marks, addresses, each with its place."""

import re
from typing import NamedTuple

_ADDRESS = r"(?:(?:https?|ftp)\s?:\s?//|www\.)[^\s<>«»“”\"]+"
_DOI = r"10\.\d{4,9}/[^\s<>«»“”\"]+"
_ISBN = r"(?<![\d-])97[89][\s-]?(?:\d[\s-]?){9}[\dXx]\b"
_NUMBER_SIGN = r"[Nn][°ºᵒ˚]s?|№"
_WORD = r"(?:[^\W\d_]\u0300?[\u0300-\u036f]*)+(?:[-‐‑](?:[^\W\d_][\u0300-\u036f]*)+)*(?:['’ʼ](?=\w))?"
_NUMBER = r"\d+(?:(?:er|re|ère|e|è|ème|ᵉ|st|nd|rd|th|[a-hªº])(?!\w))?"
_MARK = r"(?P<mark>[^\w\s])(?P=mark)*|_+"

TOKEN = re.compile(f"{_ADDRESS}|{_DOI}|{_ISBN}|{_NUMBER_SIGN}|{_WORD}|{_NUMBER}|{_MARK}")
_TRAILING = ".,;:!?'’\"»”"
_CLOSING = {")": "(", "]": "[", ">": "<", "}": "{"}
_LONGEST_PLAIN = 6
"""A token that is longer may be an address, of which marks at the end are no part."""


class Token(NamedTuple):
    """The characters from `start` to `stop`, and whether a space stands before them."""

    text: str
    start: int
    stop: int
    is_apart: bool


def tokens_of(text: str) -> list[Token]:
    """The tokens of `text` in their order; what stands between them is white space."""
    found: list[Token] = []
    at, end = 0, 0
    while match := TOKEN.search(text, at):
        start, at = match.start(), _stop(match.group(), match.end())
        found.append(Token(text[start:at], start, at, start > end))
        end = at
    return found


def _stop(text: str, stop: int) -> int:
    """Where a token really stops: marks that close the sentence or the parenthesis round an address are left out."""
    if len(text) <= _LONGEST_PLAIN or ("/" not in text and not text.startswith("www.")):
        return stop
    while text[-1] in _TRAILING or (text[-1] in _CLOSING and text.count(text[-1]) > text.count(_CLOSING[text[-1]])):
        text, stop = text[:-1], stop - 1
    return stop
