"""The form of a token: how its letters and digits look."""

from functools import lru_cache


@lru_cache(maxsize=32768)
def shape_of(text: str) -> str:
    """The form of a token: `Xx`, `X`, `XX`, `xx`, `X-X`, `year`, `9`, `99`, `9x`, `url`, `doi`, or the mark itself."""
    if text.isdecimal():
        return _number_shape(text)
    if "/" in text and len(text) > 6:
        return "doi" if text.startswith("10.") or "doi.org" in text else "url"
    if text[0].isdigit():
        return "isbn" if len(text) > 12 else "year-x" if text[:4].isdigit() else "9x"
    if not text[0].isalpha():
        return text[0]
    return _word_shape(text)


def _number_shape(text: str) -> str:
    if len(text) == 4:
        return "year" if "1400" <= text <= "2039" else "9999"
    return "9" * min(len(text), 5)


def _word_shape(text: str) -> str:
    if text[-1] in "'’ʼ":
        return "X'" if text[0].isupper() else "x'"
    if "-" in text:
        return "X-X" if text[0].isupper() else "x-x"
    if len(text) == 1:
        return "X" if text.isupper() else "x"
    if set(text) <= set("IVXLCDM"):
        return "IV"
    if text.isupper():
        return "XX"
    return ("Xx" if text[1:].islower() else "XxX") if text[0].isupper() else "xx"
