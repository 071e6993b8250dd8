"""Paragraph styles as authors' files have them: Word's own, localized ones, and people's own."""

from .ooxml import NAMESPACES, Element, Look, Shape, el, paragraph_properties, run_properties, val

W = f"{{{NAMESPACES['w']}}}"


class Styles:
    """Adds and renames styles of one file."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._made: dict[str, str] = {}

    def add(self, name: str, shape: Shape | None = None, look: Look | None = None, *, based_on: str = "Normal") -> str:
        """A style of the author's own, once; gives its identifier."""
        if name not in self._made:
            ident = "".join(letter for letter in name if letter.isalnum())
            style = el(
                "w:style",
                val("w:name", name),
                val("w:basedOn", based_on),
                val("w:qFormat"),
                paragraph_properties(shape or Shape()),
                run_properties(look or Look()),
                w_type="paragraph",
                w_customStyle="1",
                w_styleId=ident,
            )
            self._root.append(style)
            self._made[name] = ident
        return self._made[name]

    def renamed(self, old: str, new: str) -> str:
        """One of Word's own styles with the identifier that a localized Word gives it; its name stays English."""
        for style in self._root.iterfind(f"{W}style"):
            if style.get(f"{W}styleId") == old:
                style.set(f"{W}styleId", new)
        for each in self._root.iter(f"{W}basedOn", f"{W}next", f"{W}link"):
            if each.get(f"{W}val") == old:
                each.set(f"{W}val", new)
        return new

    def number(self, ident: str, number: int, level: int) -> None:
        """Paragraphs of a style are numbered."""
        style = next(each for each in self._root.iterfind(f"{W}style") if each.get(f"{W}styleId") == ident)
        properties = style.find(f"{W}pPr")
        if properties is None:
            properties = el("w:pPr")
            style.append(properties)
        made = el("w:numPr", val("w:ilvl", level), val("w:numId", number))
        before = [each for each in properties if each.tag in (f"{W}keepNext", f"{W}keepLines")]
        properties.insert(len(before), made)

    def set_language(self, locale: str) -> None:
        """The language of text that says nothing else."""
        for each in self._root.iterfind(f"{W}docDefaults//{W}lang"):
            each.set(f"{W}val", locale)
