"""Characters of text files: which encoding, and which of them are markup rather than words."""

import html
import re
import unicodedata
from collections.abc import Callable

from charset_normalizer import from_bytes

from ..article.source import FILLER, HIDDEN

SNIFFED = 8_192
TEXT_CONTROLS = frozenset(b"\t\n\v\f\r\x1b")
LIKELY = ("utf_8", "cp1252", "latin_1", "cp1256", "mac_roman", "utf_16")
"""Encodings that manuscripts in our languages come in."""


def is_binary(data: bytes) -> bool:
    """Whether `data` cannot be text in any encoding: control characters no text has, unless a UTF-16 mark stands
    before.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return False
    return any(byte < 32 and byte not in TEXT_CONTROLS for byte in data[:SNIFFED])


def decode(data: bytes) -> tuple[str, str]:
    """The characters with a line feed as line end, and the name of the encoding; UTF-8 whenever it can be."""
    for encoding in ("utf-8-sig", "utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            return _with_plain_line_ends(data.decode(encoding)), "utf-8" if encoding == "utf-8-sig" else encoding
        except UnicodeDecodeError:
            continue
    best = from_bytes(data, cp_isolation=list(LIKELY)).best()
    encoding = best.encoding if best else "cp1252"
    return _with_plain_line_ends(data.decode(encoding, errors="replace")), encoding


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


# Masks: text of the same length whose markup is hidden

Mask = Callable[[re.Match[str]], str]

ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>|<\?[^>]*>|<![A-Z][^>]*>", re.DOTALL)
MARKDOWN_MARKUP = (
    re.compile(r"\\(?=[!-/:-@\[-`{-~])"),
    re.compile(r"(?<=\])\((?:[^()\s]|\([^()\s]*\))*(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)"),
    re.compile(r"^ {0,3}\[[^\]\n^]+\]:[ \t]*\S+.*$", re.MULTILINE),
    re.compile(r"\[\^[^\]\s]+\]:?"),
    re.compile(r"(?<=[\])`\w*#])[ \t]*\{(?:[#.=][^{}\n]*|\w+=[^{}\n]*)\}(?=[ \t]*$)", re.MULTILINE),
    re.compile(r"(?<=[\])`])\{[#.=\w][^{}\n]*\}"),
    re.compile(r"^(?:```+|~~~+).*$", re.MULTILINE),
    re.compile(r"^:::.*$", re.MULTILINE),
    re.compile(r"(?<=\|\n\n)(?:[Tt]able)?:(?=[ \t])|(?<=\|\n)(?:[Tt]able)?:(?=[ \t])"),
    re.compile(r"^(?:[Tt]able)?:(?=[ \t][^\n]*\n\n?[|+])", re.MULTILINE),
    re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$", re.MULTILINE),
)
"""Destinations of links, definitions of links, marks of notes, attributes, fences, captions of tables, their rules."""
FENCED = re.compile(
    r"^(?P<fence>```+|~~~+)[ \t]*(?:\{[^\n]*\}|[\w.+#-]*)[ \t]*\n.*?^(?P=fence)[`~]*[ \t]*$", re.MULTILINE | re.DOTALL
)
FENCE_LINE = re.compile(r"\A[`~]{3,}[ \t]*\{?[.\w-]*[^\n]*|[`~]{3,}[ \t]*\Z")
"""Code between fences, in which nothing else is markup, and the lines of its fences."""
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
    for pattern in (TAG, *MARKDOWN_MARKUP):
        text = pattern.sub(hide, text)
    return ENTITY.sub(reveal_entity, text)


def hide(match: re.Match[str]) -> str:
    """The match hidden; line ends stay, so that lines keep their numbers."""
    return re.sub(r"[^\n]", HIDDEN, match[0])


def reveal_entity(match: re.Match[str]) -> str:
    """The character that an entity stands for, in the entity's length."""
    return padded(html.unescape(match[0]), len(match[0]))


def padded(character: str, length: int) -> str:
    """`character` with fillers up to `length`; as it was when it is no shorter."""
    return character + FILLER * (length - len(character))


# TeX

TEX_ACCENTS = {"'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "c": "\u0327", "v": "\u030c"}
TEX_ACCENT = re.compile(r"\\(['`^\"~]|[cv](?=[ {]))\s*(?:\{\\?([A-Za-z])\}|\\?([A-Za-z]))")
TEX_LETTERS = {"\\oe": "œ", "\\OE": "Œ", "\\ae": "æ", "\\AE": "Æ", "\\ss": "ß", "\\o": "ø", "\\O": "Ø", "\\l": "ł"}
TEX_LETTER = re.compile(r"\\(?:oe|OE|ae|AE|ss|o|O|l)(?![A-Za-z])(?:\{\}| )?")
TEX_SILENT = re.compile(
    r"(?<!\\)%.*$"
    r"|\\(?:begin|end)\{[^}]*\}(?:\[[^\]]*\])?(?:\{[lcrp|@{}\d.\s]*\})?"
    r"|\\(?:label|ref|eqref|pageref|cite[a-z]*\*?|includegraphics|input|include|bibliography(?:style)?|vspace"
    r"|hspace|selectlanguage"
    r"|usepackage|documentclass|setlength|newcommand|renewcommand|hypersetup|bibitem)\*?(?:\[[^\]]*\])*(?:\{[^{}]*\})+"
    r"|\\href\{[^{}]*\}"
    r"|\\[A-Za-z]+\*?(?:\[[^\]]*\])?"
    r"|\\[^A-Za-z]",
    re.MULTILINE,
)
TEX_BODY = re.compile(r"\\begin\{document\}")
TEX_HEAD_FIELD = re.compile(r"\\(?:title|author|date|subtitle)\s*(?=\{)")


def visible_tex(text: str) -> str:
    """LaTeX with its commands hidden, in the same length; of the preamble only title, author and date are kept."""
    text = TEX_ACCENT.sub(_reveal_accent, text)
    text = TEX_LETTER.sub(lambda match: padded(TEX_LETTERS[match[0].rstrip("{} ")], len(match[0])), text)
    body = TEX_BODY.search(text)
    if body:
        text = _preamble_fields(text[: body.start()]) + text[body.start() :]
    text = TEX_SILENT.sub(hide, text)
    text = text.replace("``", f"“{FILLER}").replace("''", f"”{FILLER}").replace("~", "\xa0")
    return re.sub(r"[{}]", HIDDEN, text.replace("---", f"—{FILLER}{FILLER}").replace("--", f"–{FILLER}"))


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
