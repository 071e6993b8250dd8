"""What the parser says of a file that is not well-formed, for people."""

import re

from lxml import etree

from ries_jats.check.phrases import phrase
from ries_jats.findings import Finding, Place, finding

_Types = etree.ErrorTypes
_CASES = {
    _Types.ERR_TAG_NAME_MISMATCH: (
        "tag-mismatch",
        r"mismatch: (?P<opened>\S+) line (?P<line>\d+) and (?P<closed>[^\s,]+)",
    ),
    _Types.ERR_TAG_NOT_FINISHED: ("tag-unclosed", r"in tag (?P<opened>\S+) line (?P<line>\d+)"),
    _Types.ERR_UNDECLARED_ENTITY: ("unknown-name", r"Entity '(?P<name>[^']+)'"),
    _Types.ERR_ENTITYREF_SEMICOL_MISSING: ("bare-ampersand", ""),
    _Types.ERR_ATTRIBUTE_REDEFINED: ("attribute-twice", r"Attribute (?P<name>\S+) redefined"),
    _Types.ERR_LT_IN_ATTRIBUTE: ("bare-less-than-in-attribute", ""),
    _Types.ERR_INVALID_CHAR: ("forbidden-character", r"value (?P<number>\d+)"),
    _Types.NS_ERR_UNDEFINED_NAMESPACE: ("prefix-undeclared", r"prefix (?P<prefix>\S+)"),
    _Types.ERR_DOCUMENT_END: ("after-the-end", ""),
    _Types.ERR_DOCUMENT_EMPTY: ("no-root", ""),
    _Types.ERR_ATTRIBUTE_NOT_STARTED: ("attribute-unquoted", ""),
    _Types.ERR_ATTRIBUTE_NOT_FINISHED: ("attribute-unquoted", ""),
    _Types.ERR_ATTRIBUTE_WITHOUT_VALUE: ("attribute-without-value", r"attribute (?P<name>[^\s,]+)"),
    _Types.ERR_SPACE_REQUIRED: ("start-tag", ""),
    _Types.ERR_GT_REQUIRED: ("start-tag", ""),
    _Types.ERR_COMMENT_NOT_FINISHED: ("comment-unclosed", ""),
    _Types.ERR_HYPHEN_IN_COMMENT: ("comment-hyphens", ""),
    _Types.ERR_CDATA_NOT_FINISHED: ("cdata-unclosed", ""),
    _Types.ERR_MISPLACED_CDATA_END: ("cdata-end", ""),
    _Types.ERR_RESERVED_XML_NAME: ("declaration-late", ""),
}
_NAMELESS = (  # one type of libxml2 for three mistakes
    ("EntityRef", "bare-ampersand"),
    ("StartTag", "bare-less-than"),
    ("attribute name", "start-tag"),
)


def malformed(kind: int, words: str, place: Place, quote: str) -> Finding:
    """The finding for libxml2's error `kind`, whose own `words` serve where we have none."""
    name, pattern = _CASES.get(kind, ("", ""))
    if kind == _Types.ERR_NAME_REQUIRED:
        name = next((case for sign, case in _NAMELESS if sign in words), "")
    match = re.search(pattern, words)
    if not name or not match:
        return finding("xml-malformed", place, quote, **phrase("malformed", words=words))
    return finding("xml-malformed", place, quote, **phrase(name, **match.groupdict()))


def unknown_name(name: str, place: Place) -> Finding:
    """The finding for a named character that neither the DTD nor the file knows."""
    return finding("xml-malformed", place, f"&{name};", **phrase("unknown-name", name=name))
