"""Running text: runs and their marks to mixed content."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from lxml import etree

from ..article.prose import (
    LINE_BREAK,
    OBJECT,
    Formula,
    Image,
    Link,
    Mark,
    NoteCall,
    Prose,
    Run,
    Style,
    Tagged,
    Target,
)
from .citations import HOLDS, PARTS, PLAIN_PARTS, typed
from .elements import Element, element
from .ids import Ids
from .trace import mark

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Characters that XML 1.0 cannot hold: https://www.w3.org/TR/xml/#charsets."""
UNWRITTEN = re.compile(r"%(?![0-9A-Fa-f]{2})|[\[\]#]")
"""Signs that an address holds only in figures; a bracket may stand round the number of a host, which nobody cites."""
PLAIN_SPACE = re.compile(f"[\t\n\r{LINE_BREAK}]")
BREAKABLE = frozenset({"title", "article-title", "trans-title", "subtitle", "td", "th", "aff"})
"""Elements in which JATS allows `break`."""

_STYLES = frozenset(Style)
_CALLS = frozenset({"ext-link", "xref"})
_OBJECTS = frozenset({"inline-formula", "inline-graphic"})
REFUSED = {
    **dict.fromkeys(PLAIN_PARTS, _STYLES | _CALLS | _OBJECTS),
    "data-title": {"xref"} | _OBJECTS,
    "edition": (_STYLES - {Style.SUB, Style.SUP}) | _CALLS | _OBJECTS,
    "publisher-loc": _STYLES | {"xref"} | _OBJECTS,
    "series": _CALLS | _OBJECTS,
    "aff": _OBJECTS,
    "city": _STYLES | _CALLS | _OBJECTS,
    "corresp": {"xref"} | _OBJECTS,
    "country": _STYLES | _CALLS | _OBJECTS,
    "email": _STYLES | _CALLS | _OBJECTS,
    "ext-link": _CALLS | _OBJECTS,
    "funding-statement": {"xref"} | _OBJECTS,
    "given-names": _STYLES | _CALLS | _OBJECTS,
    "institution": (_STYLES - {Style.SUB, Style.SUP}) | _CALLS | _OBJECTS,
    "kwd": _CALLS | _OBJECTS,
    "label": _CALLS,
    "mixed-citation": {"xref"},
    "prefix": _STYLES | _CALLS | _OBJECTS,
    "preformat": {"xref"} | _OBJECTS,
    "role": _CALLS | _OBJECTS,
    "string-name": _STYLES | _CALLS | _OBJECTS,
    "subject": _CALLS,
    "suffix": _STYLES | _CALLS | _OBJECTS,
    "surname": _STYLES | _CALLS | _OBJECTS,
    "tex-math": _STYLES | _CALLS | _OBJECTS,
    "verse-line": {"ext-link"},
}
"""What elements do not take of what running text may hold; its words then stand there plainly. From the content models
of the tag library: https://jats.nlm.nih.gov/publishing/tag-library/1.3/.
"""


class InlineWriter:
    """Writes prose into elements."""

    def __init__(self, ids: Ids, assets: dict[str, str]) -> None:
        self._ids = ids
        self._assets = assets

    def note_id(self, key: str) -> str:
        """The identifier of a note, empty when it is none of this article's."""
        return self._ids.note(key)

    def fill(self, parent: Element, prose: Prose) -> Element:
        """`parent` with the prose at its end."""
        self._fill(parent, prose.runs, 0)
        return parent

    def made(self, name: str, prose: Prose, **attributes: str) -> Element | None:
        """A new element with the prose, None when there is none."""
        return self.fill(element(name, **attributes), prose) if prose else None

    def _fill(self, parent: Element, runs: Sequence[Run], depth: int) -> None:
        for outer, group in groupby(runs, key=lambda run: run.marks[depth] if len(run.marks) > depth else None):
            inner = list(group)
            if outer is None:
                for run in inner:
                    _append_run(parent, run)
            elif (child := _taken_by(parent, self._element(outer, inner))) is not None:
                parent.append(child)
                self._fill(_deepest(child), inner, depth + 1)
            else:
                self._fill(parent, inner, depth + 1)

    def _element(self, mark: Mark, runs: Sequence[Run]) -> Element | None:
        match mark:
            case Style():
                return element(mark.value)
            case Link(href):
                holds_image = any(isinstance(each, Image) for run in runs for each in run.marks)
                if not href.strip() or holds_image:
                    return None
                return element("ext-link", ext_link_type="uri", xlink_href=address(href))
            case NoteCall(key):
                rid = self._ids.note(key)
                return element("xref", element("sup"), ref_type="fn", rid=rid) if rid else None
            case Target(key, kind):
                rid = self._ids.target(key) or self._ids.note(key)
                return element("xref", ref_type=kind, rid=rid) if rid else None
            case Tagged():
                return _part(mark)
            case Formula():
                return element("inline-formula", formula_element(element("tex-math"), (mark,)))
            case Image(source, alt_text):
                name = self._assets.get(source)
                alt = _alt_text(alt_text, runs[0]) if alt_text else None
                return element("inline-graphic", alt, xlink_href=name) if name else None


def _part(tagged: Tagged) -> Element:
    attributes = typed(dict(tagged.attributes))
    values = {key: address(value) if key == "xlink:href" else value for key, value in attributes.items()}
    return element(tagged.element, **{key.replace(":", "_"): value for key, value in values.items()})


def _taken_by(parent: Element, made: Element | None) -> Element | None:
    """`made` where the parent takes it; the figure of a call-out is raised wherever it may be."""
    if made is not None and made.tag in PARTS and made.tag not in HOLDS.get(parent.tag, frozenset()):
        return None
    refused = REFUSED.get(parent.tag, frozenset())
    if made is None or made.tag not in refused:
        return made
    return element("sup") if made.tag == "xref" and len(made) and "sup" not in refused else None


def _alt_text(text: str, run: Run) -> Element:
    """The words of an image's alternative text have their place in the manuscript too."""
    made = element("alt-text")
    instruction = mark(replace(run, text=text))
    instruction.tail = clean(text)
    made.append(instruction)
    return made


def _deepest(made: Element) -> Element:
    """Where the text goes: inside `sup` of a call-out, inside `tex-math`."""
    if made.tag == "inline-formula":
        return next(made.iter("tex-math"), made)
    return made[0] if len(made) and made.tag == "xref" else made


def formula_element(tex: Element, formulas: Sequence[Formula]) -> Element:
    """The TeX of formulas on one line, with their MathML as its alternative where there is any:
    https://jats.nlm.nih.gov/publishing/tag-library/1.3/element/alternatives.html.
    """
    written = [etree.fromstring(each.mathml) for each in formulas if each.mathml]
    if not written or len(written) < len(formulas):
        return tex
    for other in written[1:]:
        written[0].extend(other)
    return element("alternatives", tex, written[0])


def _append_run(parent: Element, run: Run) -> None:
    text = clean(run.text)
    if parent.tag == "inline-graphic" or not text:
        return
    instruction = mark(run)
    instruction.tail = text
    parent.append(instruction)


def clean(text: str) -> str:
    """Characters that XML can hold, line ends as spaces; an image's stand-in is no text."""
    return PLAIN_SPACE.sub(" ", FORBIDDEN.sub(" ", text.replace(OBJECT, "")))


SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[^:]*/|[^:]*$")
"""How an address begins: a colon before the first slash ends the name of a scheme, which is never empty."""


def address(href: str) -> str:
    """An address as XML Schema's anyURI takes it: without white space, and with odd signs written in figures."""
    href = FORBIDDEN.sub("", href.strip()).replace(" ", "%20")
    place, fragment, rest = href.partition("#")
    place = place if SCHEME.match(place) else place.replace(":", "%3A", 1)
    return UNWRITTEN.sub(_figures, place) + fragment + UNWRITTEN.sub(_figures, rest)


def _figures(sign: re.Match[str]) -> str:
    return f"%{ord(sign[0]):02X}"
