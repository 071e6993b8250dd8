"""Addresses in running text: where one begins and ends, and whether the words after a space still belong to it.

An address is what `scheme://`, `www.`, `doi:` or the sign `@` shows to be one. Signs of the sentence at its end (a full
stop, a comma, a bracket that was opened before it) are not part of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

CHARACTER = r"[^\s<>\"“”«»‹›|\\^`{}\u00ad\ufffc،؛。]"
STRONG = re.compile(
    rf"(?:https?|ftp)\s?:\s?/\s?/\s?{CHARACTER}*"
    rf"|(?<![\w@./-])www\.[ \n\u2028]?{CHARACTER}+"
    rf"|(?<![\w./])doi\s?:?\s?(?P<doi>10\.\d{{4,9}}/{CHARACTER}+)",
    re.IGNORECASE,
)
"""How an address begins; spaces inside the scheme are those of an extraction."""
MAIL = re.compile(r"(?<![\w.+/@-])[\w][\w.+-]*@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}(?![\w@])")
LOCAL = re.compile(r"file:/{1,3}\S+|(?<![\w/])[A-Za-z]:[\\/](?!/)[^\s<>\"“”«»|*?]+")
"""A path on somebody's computer: https://www.rfc-editor.org/rfc/rfc8089."""
SIGNS = frozenset(".,;:!?'’‘*_…·–—~")
CLOSING = {")": "(", "]": "["}
HOST = re.compile(
    r"(?:https?|ftp)://(?!www\.[\w-]+(?:[/?#:]|\.?$))[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]|[.,;!?)'’-]*$)|www\.[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
"""The name of a host, whole."""
HOST_ALONE = re.compile(r"(?:\w+://)?[\w-]+(?:\.[\w-]+)*\.")
"""The name of a host up to a full stop, with nothing after it."""
OPEN_DOI = re.compile(r"doi\.org/10\.$")
DOI = re.compile(r"\b10\.\d{4,9}/")
TOKEN = re.compile(rf"([ \t]*[\n\u2028]?[ \t]*)({CHARACTER}+)")
FILE = re.compile(
    r"[\w%~.,+()-]*\.(?:pdf|html?|php|aspx?|jsp|docx?|xlsx?|pptx?|xml|txt|jpe?g|png)(?:[?#&/]\S*)?[.,;)]*",
    re.IGNORECASE,
)
LOST = re.compile(
    rf"(?:\s+[A-Za-z0-9-]+){{0,3}}?\s+(?P<token>{FILE.pattern}|[\w%]*[_&=][\w%&=.-]+)(?!\S)", re.IGNORECASE
)
"""The name of a file whose words have lost what joined them."""
DATE = re.compile(
    r"\(?(?:\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}([/.-])\d{1,2}\2\d{1,2}|\d{1,4}[-–]\d{1,4}"
    r"|(?:1[4-9]|20)\d\d[a-z]?)[.,;:)]*"
)
"""A date, a range of pages or a year, which often follow an address."""
YEAR = re.compile(r"\d{4}[.,;]?")
"""A year, or a number below a solidus at the end of a line."""
ABBREVIATION = re.compile(
    r"(?:[^\W\d_]{1,4}\.)+,?|(?:pp?|n|no|nº|nᵒ|vol|t|art|chap|fig)\.\d+.*|\d+(?:er|e|ère|ème|th|st|nd|rd|º|ª)",
    re.IGNORECASE,
)
PATH = re.compile(
    r"[\w%~.:+@-]+/\S*|\S*[?&]\w+=\S*|\w{2,}=\S+|[\w%]*_[\w%]+\S*|(?:[a-z0-9]+-){3,}[a-z0-9]+\S*"
    r"|(?=(?:\S*\d){3})(?=\S*[A-Za-z])[\w.()-]{6,}[.,;]?|\d{3,}[.,;]?"
)
"""What only addresses have: a solidus, a setting, an underscore, words with many hyphens, the number of a document."""
ALTERNATIVE = re.compile(r"(?:[^\W\d_]+/[^\W\d_]+|\d+/\d+)[.,;]?")
"""`and/or`, a volume and its number."""
NUMBERS = re.compile(r"\d[\d()]*(?:[.-][\w()]+)+[.,;]?|[a-z]+(?:\.[a-z0-9]+)*\.\d[\w.-]*[.,;]?")
"""How the name that a publisher gives a document goes on after a full stop."""
LONGEST = 300
"""Characters of an address."""

CUT = re.compile(r"%[0-9A-Fa-f]?$|[=&]$|doi\.org/(?:10\.\d{4,9}/?)?$")
"""The end of an address of which more must follow: half a character written in figures, a DOI without its name."""
SHORTENED = ("...", "…")


@dataclass(frozen=True)
class Address:
    """An address from `start` to `stop`; `gaps` are the spaces in it that an extraction made."""

    start: int
    stop: int
    href: str
    gaps: tuple[tuple[int, int], ...] = ()
    is_broken: bool = False
    """Whether what follows its end may belong to it, so that the address may not be whole."""


def iter_addresses(text: str, *, mend: bool = False) -> Iterator[Address]:
    """The addresses in `text`, in order; with `mend`, across spaces and line ends that cut them."""
    place = 0
    for match in sorted((*STRONG.finditer(text), *MAIL.finditer(text)), key=lambda match: match.start()):
        if match.start() < place:
            continue
        address = _mail(match) if match.re is MAIL else _address(text, match, mend=mend)
        if address and address.stop > address.start:
            yield address
            place = address.stop


def iter_local_paths(text: str) -> Iterator[tuple[int, int]]:
    """Where paths of somebody's computer stand in `text`."""
    for match in LOCAL.finditer(text):
        yield match.start(), _end(text, match.start(), match.end())


def is_local(href: str) -> bool:
    """Whether a link leads to a file on somebody's computer."""
    return LOCAL.match(href.strip()) is not None


def goes_on_in(text: str, following: str) -> bool:
    """Whether `text` ends inside an address that certainly goes on at the beginning of `following`."""
    end = text[-LONGEST:].rstrip()
    last = next(reversed(list(STRONG.finditer(end))), None)
    if not last or not end.endswith(last[0]):
        return False
    token = TOKEN.match(following.lstrip())
    if token is None:
        return False
    is_page_number = token[2].isdigit() and last[0][-1].isalnum()
    return not is_page_number and _belongs(_closed(last[0]), token[2], has_line_end=True)


def _mail(match: re.Match[str]) -> Address:
    return Address(match.start(), match.end(), f"mailto:{match[0]}")


def _address(text: str, match: re.Match[str], *, mend: bool) -> Address | None:
    start, place = match.span("doi") if match["doi"] else match.span()
    if not mend and re.search(r"\s", text[start:place]):
        return None
    is_broken = False
    while token := TOKEN.match(text, place) if mend else None:
        if not _belongs(_closed(text[start:place]), token[2], has_line_end=bool(re.search("[\n\u2028]", token[1]))):
            is_broken = _may_belong(_closed(text[start:place]), text[place : place + LONGEST])
            break
        place = token.end()
    stop = _end(text, start, place)
    href = _href(_closed(text[start:stop]))
    gaps = tuple((start + gap.start(), start + gap.end()) for gap in re.finditer(r"\s+", text[start:stop]))
    is_broken = is_broken or CUT.search(href) is not None
    is_whole = bool(href) and not text.startswith(SHORTENED, stop)
    return Address(start, stop, href, gaps, is_broken) if is_whole else None


def _closed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _end(text: str, start: int, stop: int) -> int:
    """Before the signs of the sentence at the end, and before a bracket that closes one opened outside."""
    while stop > start:
        last = text[stop - 1]
        opening = CLOSING.get(last)
        is_outside = opening is not None and text.count(last, start, stop) > text.count(opening, start, stop)
        if not (last in SIGNS or last.isspace() or is_outside):
            return stop
        stop -= 1
    return stop


def _href(written: str) -> str:
    if DOI.match(written):
        return f"https://doi.org/{written}"
    if not HOST.match(written):
        return ""
    return f"http://{written}" if written.casefold().startswith("www.") else written


# Addresses that a line end or a space cut


def _belongs(address: str, token: str, *, has_line_end: bool) -> bool:
    """Whether `token` certainly goes on with an address that a space or line end follows."""
    last = address[-1:]
    if not HOST.match(address) and not DOI.match(address):
        return _completes_host(address, token)
    if last in "-=&%#+" and not STRONG.match(token):
        return bool(re.match(r"[a-z0-9%]", token))
    if has_line_end and last == "/" and YEAR.fullmatch(token) and HOST.sub("", address):
        return True
    if _begins_anew(token):
        return False
    if last == "/":
        return bool(DOI.match(token)) if address.casefold().endswith("doi.org/") else _looks_like_path(token)
    if last in "?_":
        return PATH.fullmatch(token) is not None
    if last == ".":
        return _goes_on_after_stop(address, token, has_line_end=has_line_end)
    return has_line_end and _looks_like_path(token) and last not in ",;:)]"


def _goes_on_after_stop(address: str, token: str, *, has_line_end: bool) -> bool:
    """Whether a full stop at the end is one inside the address: of a host's name, a DOI, or the name of a file."""
    if has_line_end and (HOST_ALONE.fullmatch(address) or OPEN_DOI.search(address)):
        pattern = r"\d{4,9}/\S" if OPEN_DOI.search(address) else r"(?:[a-z]{2,}\.)?[a-z]{2,}(?:/|:\d)"
        return re.match(pattern, token) is not None and not ALTERNATIVE.fullmatch(token)
    is_number = DOI.search(address) and NUMBERS.fullmatch(token)
    return bool(is_number or re.match(r"(?:pdf|html?|php|aspx?)\b", token))


def _may_belong(address: str, following: str) -> bool:
    """Whether it may go on there, with a character lost, so that nobody can tell."""
    lost = LOST.match(following)
    return lost is not None and not _begins_anew(lost["token"]) and address[-1:] not in ".,;:)]"


def _completes_host(address: str, token: str) -> bool:
    """`https://` and `doi.org/…`, or `https://www.exam` and `ple.org/…`: what follows has the end of a host's name."""
    name = re.sub(r"^\w+://", "", address).removeprefix("www.")
    if name.endswith("."):
        return bool(re.match(r"[\w-]+(?:\.[\w-]+)*(?:/|[.,;)]*$)", token)) and not token[:1].isupper()
    return bool(re.match(r"[\w-]*(?:\.[\w-]+)*\.[a-z]{2,}(?:[/:?#]|[.,;)]*$)", token)) and not FILE.fullmatch(token)


def _begins_anew(token: str) -> bool:
    return bool(DATE.fullmatch(token) or ABBREVIATION.fullmatch(token) or STRONG.match(token)) or "@" in token


def _looks_like_path(token: str) -> bool:
    return bool(PATH.fullmatch(token) or FILE.fullmatch(token)) and not ALTERNATIVE.fullmatch(token)
