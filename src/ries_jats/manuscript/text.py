"""Characters of text files: which encoding, and which of them are markup rather than words."""

import html
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from charset_normalizer import from_bytes

from ..article.source import FILLER, HIDDEN

SNIFFED = 8_192
TEXT_CONTROLS = frozenset(b"\t\n\v\f\r\x1b")
MOST_CONTROLS = 0.02
"""Part of the first bytes that may be control characters: text extracted from a PDF has some."""
OTHER_KINDS = (b"PK\x03\x04", b"%PDF-", b"{\\rtf", b"\xd0\xcf\x11\xe0")
"""How files begin that are no text though most of their bytes may be."""
FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
"""Control characters and what XML cannot hold: https://www.w3.org/TR/xml/#charsets; a form feed ends a page."""
REPLACED = re.compile("\ufffd")
"""What stands where a byte does not belong to the encoding."""
BYTE_ORDER_MARKS = {
    b"\xff\xfe\0\0": "utf-32",  # before the mark that it begins with
    b"\0\0\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
DAMAGED = 4
"""In a damaged UTF-8 file, as many characters outside ASCII are right for each that is wrong."""
LIKELY = ("utf_8", "cp1252", "latin_1", "cp1256", "mac_roman", "utf_16")
"""Encodings that manuscripts in our languages come in."""


def is_binary(data: bytes) -> bool:
    """Whether `data` is no text whose line ends are those of ASCII, and that says so if it is wider than that."""
    if data.startswith(OTHER_KINDS):
        return True
    sample = data[:SNIFFED]
    controls = sum(byte < 32 and byte not in TEXT_CONTROLS for byte in sample)
    return not data.startswith(tuple(BYTE_ORDER_MARKS)) and controls > max(4, len(sample) * MOST_CONTROLS)


def decode(data: bytes) -> tuple[str, str]:
    """The characters that XML can hold, with a line feed as line end, and the name of the encoding."""
    characters, encoding = as_written(data)
    return FORBIDDEN.sub("", characters).replace("\v", " "), encoding


@lru_cache(maxsize=1)
def as_written(data: bytes) -> tuple[str, str]:
    """All characters with a line feed as line end, and the name of the encoding; UTF-8 whenever it can be.

    What does not belong to the encoding is a replacement character.
    """
    encoding = wide_encoding(data) or "utf-8"
    characters = data.decode(encoding, "replace").removeprefix("\ufeff")
    wrong = characters.count("\ufffd") - data.count("\ufffd".encode())
    if encoding == "utf-8" and wrong > sum(map(str.isalpha, _beyond_ascii(characters))) / DAMAGED:
        best = from_bytes(data, cp_isolation=list(LIKELY)).best()
        encoding = best.encoding if best else "cp1252"
        characters = data.decode(encoding, errors="replace")
    return characters.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _beyond_ascii(characters: str) -> str:
    return re.sub(r"[\x00-\x7f]+", "", characters)


def wide_encoding(data: bytes) -> str:
    """UTF-16 or UTF-32, by its mark or, in Latin script, by every other byte being zero."""
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return encoding
    even, odd = data[:SNIFFED:2], data[1:SNIFFED:2]
    if len(odd) > 1 and odd.count(0) > 0.7 * len(odd) and not even.count(0):
        return "utf-16-le"
    return "utf-16-be" if len(odd) > 1 and even.count(0) > 0.7 * len(even) and not odd.count(0) else ""


# Masks: text of the same length whose markup is hidden

Mask = Callable[[re.Match[str]], str]

ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>|<\?[^>]*>|<![A-Z][^>]*>", re.DOTALL)
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
MARKDOWN_MARKUP = (
    re.compile(r"(?<=\])\((?:[^()\s]|\([^()\s]*\))*(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)"),
    re.compile(r"^ {0,3}\[[^\]\n^]+\]:[ \t]*\S+.*$", re.MULTILINE),
    re.compile(r"\[\^[^\]\s]+\]:?"),
    re.compile(r"(?<=[\])`\w*#])[ \t]*\{(?:[#.=][^{}\n]*|\w+=[^{}\n]*)\}(?=[ \t]*$)", re.MULTILINE),
    re.compile(rf"(?<=[\])`{HIDDEN}])\{{[#.=\w][^{{}}\n]*(?:\n[^{{}}\n]+)*\}}"),
    re.compile(r"^(?:```+|~~~+).*$", re.MULTILINE),
    re.compile(r"^:::.*$", re.MULTILINE),
    re.compile(r"(?<=\|\n\n)(?:[Tt]able)?:(?=[ \t])|(?<=\|\n)(?:[Tt]able)?:(?=[ \t])"),
    re.compile(r"^(?:[Tt]able)?:(?=[ \t][^\n]*\n\n?[|+])", re.MULTILINE),
    re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$", re.MULTILINE),
)
"""Destinations of links, definitions of links, marks of notes, attributes, fences, captions of tables, their rules."""
FENCED = re.compile(
    r"^(?P<fence>```+|~~~+)[ \t]*(?:\{[^\n]*\}|[\w.+#-]*|[\w.+#-]+[ \t]+[^`\n]+)[ \t]*\n.*?^(?P=fence)[`~]*[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
FENCE_LINE = re.compile(r"\A[`~]{3,}[ \t]*\{?[.\w-]*[^\n]*|[`~]{3,}[ \t]*\Z")
"""Code between fences, in which nothing else is markup, and the lines of its fences."""
MATH = re.compile(
    r"\$\$(?:[^$\\]|\\.)+\$\$|(?<![\\$])(?:(?<!\w)|(?=\$(?:[\^_\\]|<su)))\$(?![\s$])(?:[^$\\\n]|\\.)*?(?<!\s)\$(?![\d$])",
    re.DOTALL,
)
"""A formula as pandoc knows it; its backslashes are its own."""
RAISED = re.compile(
    r"\^\{?\s*(?:\\(?:text|textrm|mathrm|rm)\{?\s*)?"
    r"(?:(?P<sign>\\(?:dagger|ddagger|ast|star|S|P))|(?P<text>[\w*†‡,\s]{1,12}?))\s*\}{0,2}"
)
"""TeX that only raises a number, letter or sign: how extraction writes call-outs and markers."""
MATH_BACKSLASH = "\x03"
AUTOLINK = re.compile(r"<((?:https?|ftp|mailto):[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>")
YAML_BLOCK = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
YAML_KEY = re.compile(r"^[ \t]*(?:-[ \t]+)?[A-Za-z_][\w-]*:(?=[ \t]|$)|^---[ \t]*$|^\.\.\.[ \t]*$", re.MULTILINE)


def header_end(visible: str) -> int:
    """Where a YAML header ends in the visible text, 0 without one: its first and last lines are hidden."""
    first = visible.split("\n", 1)[0]
    if not first or first.strip(HIDDEN + " \t"):
        return 0
    closing = re.search(rf"\n{HIDDEN}{{3}}[ \t]*(?:\n|\Z)", visible)
    return closing.end() if closing else 0


def visible_markdown(text: str) -> str:
    """Markdown with its markup hidden, in the same length."""
    header = YAML_BLOCK.match(text)
    if header:
        text = YAML_KEY.sub(hide, header[0]) + text[header.end() :]
    place, pieces = 0, []
    for fence in FENCED.finditer(text):
        pieces += [_visible_prose(text[place : fence.start()]), FENCE_LINE.sub(hide, fence[0])]
        place = fence.end()
    return "".join([*pieces, _visible_prose(text[place:])])


def _visible_prose(text: str) -> str:
    text = AUTOLINK.sub(lambda match: HIDDEN + match[1] + HIDDEN, text)
    text = TAG.sub(hide, MATH.sub(_visible_formula, text))
    text = ESCAPED.sub(lambda match: HIDDEN + match[1], text)
    for pattern in MARKDOWN_MARKUP:
        text = pattern.sub(hide, text)
    return ENTITY.sub(reveal_entity, text).replace(MATH_BACKSLASH, "\\")


def _visible_formula(match: re.Match[str]) -> str:
    """The formula with backslashes of its own; of one that only raises letters, these."""
    formula = TAG.sub(hide, match[0])
    raised = RAISED.fullmatch(formula.replace(HIDDEN, "").strip("$ "))
    if raised and raised["text"]:
        start = formula.rindex(raised["text"].strip())
        stop = start + len(raised["text"].strip())
        return (
            re.sub(r"[^\n]", HIDDEN, formula[:start]) + formula[start:stop] + re.sub(r"[^\n]", HIDDEN, formula[stop:])
        )
    return match[0].replace("\\", MATH_BACKSLASH)


def hide(match: re.Match[str]) -> str:
    """The match hidden; line ends stay, so that lines keep their numbers."""
    return re.sub(r"[^\n]", HIDDEN, match[0])


def reveal_entity(match: re.Match[str]) -> str:
    """The character that an entity stands for, in the entity's length."""
    return padded(FORBIDDEN.sub(HIDDEN, html.unescape(match[0])), len(match[0]))


def padded(character: str, length: int) -> str:
    """`character` with fillers up to `length`; as it was when it is no shorter."""
    return character + FILLER * (length - len(character))


# TeX

TEX_ACCENTS = {"'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "c": "\u0327", "v": "\u030c"}
TEX_ACCENT = re.compile(r"\\(['`^\"~]|[cv](?=[ {]))\s*(?:\{\\?([A-Za-z])\}|\\?([A-Za-z]))")
TEX_LETTERS = {"\\oe": "œ", "\\OE": "Œ", "\\ae": "æ", "\\AE": "Æ", "\\ss": "ß", "\\o": "ø", "\\O": "Ø", "\\l": "ł"} | {
    "\\textquotesingle": "'", "\\og": "«", "\\fg": "»", "\\guillemotleft": "«", "\\guillemotright": "»", "\\ldots": "…",
    "\\dots": "…", "\\textendash": "–", "\\textemdash": "—",
}  # fmt: skip
TEX_LETTER = re.compile(
    r"\\(?:oe|OE|ae|AE|ss|o|O|l|textquotesingle|og|fg|guillemotleft|guillemotright|ldots|dots|textendash|textemdash)"
    r"(?![A-Za-z])(?:\{\}| )?"
)
TEX_SILENT = re.compile(
    r"(?<!\\)%.*$"
    r"|\\begin\{otherlanguage\*?\}\{[^}]*\}"
    r"|\\(?:begin|end)\{[^}]*\}(?:\[[^\]]*\])?(?:\{[lcrp|@{}\d.\s]*\})?"
    r"|\\(?:label|ref|eqref|pageref|cite[a-z]*\*?|includegraphics|input|include|bibliography(?:style)?|vspace"
    r"|hspace|selectlanguage"
    r"|usepackage|documentclass|setlength|newcommand|renewcommand|hypersetup|bibitem)\*?(?:\[[^\]]*\])*(?:\{[^{}]*\})+"
    r"|\\def\\[a-z]+\{[^\n]*\}"
    r"|\\href\{[^{}]*\}"
    r"|\\[A-Za-z]+\*?(?:\[[^\]]*\])?"
    r"|\\[^A-Za-z]",
    re.MULTILINE,
)
TEX_BOOKMARK = re.compile(r"\\texorpdfstring\s*(?=\{)")
TEX_ESCAPED = re.compile(r"\\([$&#_])")
TEX_BODY = re.compile(r"\\begin\{document\}")
TEX_HEAD_FIELD = re.compile(r"\\(?:title|author|date|subtitle)\s*(?=\{)")


def visible_tex(text: str) -> str:
    """LaTeX with its commands hidden, in the same length; of the preamble only title, author and date are kept."""
    text = TEX_ESCAPED.sub(lambda match: HIDDEN + match[1], TEX_ACCENT.sub(_reveal_accent, text))
    text = TEX_LETTER.sub(lambda match: padded(TEX_LETTERS[match[0].rstrip("{} ")], len(match[0])), text)
    text = _without_bookmarks(text)
    body = TEX_BODY.search(text)
    if body:
        text = _preamble_fields(text[: body.start()]) + text[body.start() :]
    text = TEX_SILENT.sub(hide, text)
    text = text.replace("``", f"“{FILLER}").replace("''", f"”{FILLER}").replace("~", "\xa0")
    return re.sub(r"[{}]", HIDDEN, text.replace("---", f"—{FILLER}{FILLER}").replace("--", f"–{FILLER}"))


def _without_bookmarks(text: str) -> str:
    """The second argument of `texorpdfstring` says the heading again, for a reader's list of bookmarks."""
    for match in reversed(list(TEX_BOOKMARK.finditer(text))):
        _, end = _braced(text, match.end())
        start, stop = _braced(text, end)
        text = text[:start] + re.sub(r"[^\n]", HIDDEN, text[start:stop]) + text[stop:]
    return text


def _reveal_accent(match: re.Match[str]) -> str:
    letter = match[2] or match[3]
    return padded(unicodedata.normalize("NFC", letter + TEX_ACCENTS[match[1]]), len(match[0]))


def _preamble_fields(preamble: str) -> str:
    kept = [_braced(preamble, match.end()) for match in TEX_HEAD_FIELD.finditer(preamble)]
    place, pieces = 0, []
    for start, stop in kept:
        pieces.append(re.sub(r"[^\n]", HIDDEN, preamble[place:start]) + preamble[start:stop])
        place = stop
    return "".join(pieces) + re.sub(r"[^\n]", HIDDEN, preamble[place:])


def _braced(text: str, start: int) -> tuple[int, int]:
    """From the brace at `start` to the one that closes it."""
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] == "{") - (text[place] == "}")
        if depth == 0:
            return start, place + 1
    return start, len(text)
