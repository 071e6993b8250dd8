"""What stands in a Word file and not on its pages: hidden text; and what Word makes of the headings, its contents."""

import re
from collections.abc import Iterator

from ...lexicon import fold, words_of
from .names import Element, W, is_on, value

HIDDEN_TEXT = "hidden text"
CONTENTS = "Word's table of contents"
CONTENTS_FIELD = re.compile(r"\s*TOC\b", re.IGNORECASE)
CONTENTS_STYLE = re.compile(r"toc \d", re.IGNORECASE)
CONTENTS_HEADING = "toc heading"
GALLERY = f"{W}sdtPr/{W}docPartObj/{W}docPartGallery"
KEPT = frozenset({f"{W}rPr", f"{W}fldChar", f"{W}instrText"})
"""What stays of a hidden run: a field that begins in one may end in another."""


class Styles:
    """The styles of a file: their names, and which of them hide their text."""

    def __init__(self, root: Element | None) -> None:
        found = root.iterfind(f"{W}style") if root is not None else ()
        self._styles = {each.get(f"{W}styleId", ""): each for each in found}

    def name(self, ident: str) -> str:
        """The name of a style, in small letters; Word's own have English names in every language."""
        return value(self._styles.get(ident), f"{W}name").lower()

    def hides(self, ident: str) -> bool:
        """Whether a style or one it is based on hides its text."""
        seen: set[str] = set()
        while ident and ident not in seen:
            seen.add(ident)
            style = self._styles.get(ident)
            said = is_on(style.find(f"{W}rPr") if style is not None else None, "vanish")
            if said is not None:
                return said
            ident = value(style, f"{W}basedOn")
        return False


def iter_unseen(root: Element, styles: Styles) -> Iterator[tuple[Element, str]]:
    """The runs that a reader of the article does not see, and why."""
    contents = dict.fromkeys(_contents(root, styles), CONTENTS)
    yield from contents.items()
    for run in root.iter(f"{W}r"):
        if run not in contents and _is_hidden(run, styles):
            yield run, HIDDEN_TEXT


def _is_hidden(run: Element, styles: Styles) -> bool:
    properties = run.find(f"{W}rPr")
    said = is_on(properties, "vanish")
    if said is not None:
        return said
    own = value(properties, f"{W}rStyle")
    if own and styles.hides(own):
        return True
    paragraph = next(run.iterancestors(f"{W}p"), None)
    return styles.hides(value(paragraph, f"{W}pPr/{W}pStyle"))


def _contents(root: Element, styles: Styles) -> Iterator[Element]:
    """The runs of the contents: those of its field, of Word's frame for it, of its styles, and of the heading above."""
    found = list(_in_fields(root))
    for frame in root.iter(f"{W}sdt"):
        if value(frame, GALLERY).lower() == "table of contents":
            found += frame.iter(f"{W}r")
    found += (run for each in root.iter(f"{W}p") if _is_line(each, styles) for run in each.iter(f"{W}r"))
    first = next(found[0].iterancestors(f"{W}p"), None) if found else None
    heading = _above(first)
    if heading is not None and _names_contents(heading):
        found += heading.iter(f"{W}r")
    return iter(dict.fromkeys(found))


def _in_fields(root: Element) -> Iterator[Element]:
    """The runs from where a field of contents begins to where it ends."""
    opened: list[bool] = []
    waiting: list[Element] = []
    for run in root.iter(f"{W}r"):
        kinds = [each.get(f"{W}fldCharType") for each in run.iterfind(f"{W}fldChar")]
        opened += [False] * kinds.count("begin")
        waiting = [run] if "begin" in kinds else [*waiting, run]
        code = "".join(each.text or "" for each in run.iterfind(f"{W}instrText"))
        if opened and CONTENTS_FIELD.match(code) and not any(opened):
            opened[-1] = True
            yield from waiting
        elif any(opened):
            yield run
        for _ in range(kinds.count("end")):
            opened and opened.pop()
    for field in root.iter(f"{W}fldSimple"):
        if CONTENTS_FIELD.match(field.get(f"{W}instr", "")):
            yield from field.iter(f"{W}r")


def _is_line(paragraph: Element, styles: Styles) -> bool:
    style = value(paragraph, f"{W}pPr/{W}pStyle")
    name = styles.name(style) if style else ""
    return bool(CONTENTS_STYLE.fullmatch(name)) or name == CONTENTS_HEADING


def _above(paragraph: Element | None) -> Element | None:
    """The paragraph above that has words."""
    above = paragraph.getprevious() if paragraph is not None else None
    while above is not None and above.tag == f"{W}p" and not _text(above).strip():
        above = above.getprevious()
    return above if above is not None and above.tag == f"{W}p" else None


def _text(paragraph: Element) -> str:
    return "".join(each.text or "" for each in paragraph.iter(f"{W}t"))


def _names_contents(paragraph: Element) -> bool:
    return fold(_text(paragraph).strip(" :.")) in words_of("labels", "contents")


def take_out(run: Element) -> None:
    """Leaves nothing of a run that would be read."""
    for child in list(run):
        if child.tag not in KEPT:
            run.remove(child)
