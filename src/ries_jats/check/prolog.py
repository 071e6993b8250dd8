"""The prolog of an XML file, read before any parser sees it: encoding, document type, internal subset, root element.

An internal subset may declare named characters and nothing else; it is blanked and the names in the text are written as
character references, so that the parser never meets an entity. Lines keep their numbers.
"""

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass, field, replace

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"))
_BOMS_16 = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_BARE_16 = ((b"<\0?\0", "utf-16-le"), (b"\0<\0?", "utf-16-be"))
_DECLARED = re.compile(rb"""\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([A-Za-z][\w.-]*)["']""")
_ENCODING = re.compile(r"""(<\?xml\s[^>]*?\bencoding\s*=\s*["'])[A-Za-z][\w.-]*""")
_CODECS = re.compile(
    r"utf-8|ascii|iso(8859-\d+|2022_\w+)|cp(125\d|437|850|93[26]|949)|mac-roman|koi8-[rtu]|"
    r"gb(k|2312|18030)|big5(hkscs)?|euc_\w+|shift_jis|tis-620"
)
_SKIPPED = re.compile(r"\s+|<!--.*?-->|<\?.*?\?>", re.DOTALL)
_ROOT = re.compile(r"<([^\s<>/!?=\"'&]+)([^>]*)")
_DEFAULT_NAMESPACE = re.compile(r"\sxmlns\s*=")
_LITERAL = r"""(?:"[^"]*"|'[^']*')"""
_DOCTYPE = re.compile(
    rf"<!DOCTYPE\s+(?P<name>[^\s<>\[]+)"
    rf"(?:\s+(?:PUBLIC\s+(?P<public>{_LITERAL})(?:\s*(?P<system>{_LITERAL}))?|SYSTEM\s+(?P<alone>{_LITERAL})))?"
    r"\s*(?:>|(?P<subset>\[))"
)
_NAMED = re.compile(rf"<!ENTITY\s+(?P<name>[A-Za-z_][\w.-]*)\s+(?P<value>{_LITERAL})\s*>")
_SUBSET_END = re.compile(r"\]\s*>")
_CHARACTER = re.compile(r"&#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}));")
_QUOTED = 80
_LONGEST = 4
"""Characters that one name may stand for: what is longer is text."""


class RefusedError(Exception):
    """The internal subset declares more than named characters; `offset` is where."""

    def __init__(self, declaration: str, offset: int) -> None:
        super().__init__(declaration)
        self.declaration = declaration
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Prolog:
    """What stands before the root element, and the name of that; `subset` is where the internal subset stands."""

    root: str = ""
    has_namespace: bool = False
    public_id: str = ""
    system_id: str = ""
    subset: tuple[int, int] | None = None
    characters: dict[str, str] = field(default_factory=dict)


def encoding_of(data: bytes) -> str:
    """The encoding that byte order mark or XML declaration announce, UTF-8 without either.

    Raises `LookupError` when no encoding of that name is known, or when a declaration that can be read byte by byte
    announces one of two or four bytes (XML 1.0, appendix F).
    """
    for mark, encoding in (*_BOMS, *_BOMS_16, *_BARE_16):
        if data.startswith(mark):
            return encoding
    declared = _DECLARED.match(data[:1000])
    if not declared:
        return "utf-8"
    name = declared[1].decode("ascii")
    with suppress(LookupError):
        if _CODECS.fullmatch(codecs.lookup(name).name):
            return name
    raise LookupError(name)


def without_encoding(text: str) -> str:
    """The text with an XML declaration that says UTF-8."""
    return _ENCODING.sub(r"\g<1>UTF-8", text, count=1) if text.lstrip().startswith("<?xml") else text


def read_prolog(text: str) -> Prolog:
    """What stands before the root element of a decoded XML file; no `root` when none is found.

    Raises `RefusedError` for an internal subset that declares anything but named characters.
    """
    place = _skip(text, 0)
    doctype = _DOCTYPE.match(text, place)
    if not doctype:
        return _with_root(Prolog(), text, place)
    end, characters = doctype.end(), dict[str, str]()
    if doctype["subset"]:
        end, characters = _read_subset(text, end)
    prolog = Prolog(
        public_id=" ".join((doctype["public"] or "")[1:-1].split()),
        system_id=(doctype["system"] or doctype["alone"] or "")[1:-1],
        subset=(doctype.start("subset"), text.rindex("]", 0, end) + 1) if doctype["subset"] else None,
        characters=characters,
    )
    return _with_root(prolog, text, _skip(text, end))


def _with_root(prolog: Prolog, text: str, place: int) -> Prolog:
    root = _ROOT.match(text, place)
    return replace(prolog, root=root[1], has_namespace=bool(_DEFAULT_NAMESPACE.search(root[2]))) if root else prolog


def _skip(text: str, place: int) -> int:
    while skipped := _SKIPPED.match(text, place):
        place = skipped.end()
    return place


def _read_subset(text: str, place: int) -> tuple[int, dict[str, str]]:
    characters: dict[str, str] = {}
    while True:
        place = _skip(text, place)
        if end := _SUBSET_END.match(text, place):
            return end.end(), characters
        named = _NAMED.match(text, place)
        value = _characters(named["value"][1:-1]) if named else ""
        if not named or not value:
            raise RefusedError(_declaration_at(text, place), place)
        characters.setdefault(named["name"], value)  # the first declaration binds (XML 1.0, 4.2)
        place = named.end()


def _declaration_at(text: str, place: int) -> str:
    declaration = text[place : place + _QUOTED]
    return " ".join(declaration[: declaration.find(">") + 1 or _QUOTED].split())


def _characters(value: str) -> str:
    """The characters that a name stands for; nothing for text, markup or names within."""
    try:
        decoded = _CHARACTER.sub(_decoded, value)
    except (ValueError, OverflowError):
        return ""
    if decoded in ("&#60;", "&#38;", "&#x3C;", "&#x3c;", "&#x26;"):  # how XML 1.0, 4.6 has < and & declared
        return _CHARACTER.sub(_decoded, decoded)
    return decoded if len(decoded) <= _LONGEST and not set(decoded) & set("<&%") else ""


def _decoded(match: re.Match[str]) -> str:
    return chr(int(match[1], 16) if match[1] else int(match[2]))
