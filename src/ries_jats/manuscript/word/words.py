"""The words of a Word file, a paragraph a line, read independently of pandoc."""

from collections.abc import Collection

from ...article.source import UNKNOWN
from .names import MC, Element, M, W

SKIPPED = frozenset({f"{MC}Fallback", f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{M}oMath", f"{M}oMathPara"})
FONT_SIGNS = dict.fromkeys(range(0xF020, 0xF100), UNKNOWN)
"""Where Word keeps the signs of fonts such as Symbol in plain text."""
SPACES = {f"{W}tab": "\t", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "\u2011", f"{W}sym": UNKNOWN}


class Words:
    """Reads part after part, and remembers where the words of the elements stand that it is to watch."""

    def __init__(self, watched: Collection[Element]) -> None:
        self._watched = watched
        self._pieces: list[str] = []
        self.length = 0
        self.spans: dict[Element, tuple[int, int]] = {}

    @property
    def text(self) -> str:
        """All that has been read."""
        return "".join(self._pieces)

    def read(self, root: Element | None) -> None:
        """The paragraphs below an element, each with a line end; those in a text box after the one that holds it."""
        if root is None:
            return
        start = self.length
        for paragraph in root.iter(f"{W}p"):
            if not any(ancestor.tag in SKIPPED for ancestor in paragraph.iterancestors()):
                self._line(paragraph)
        if root in self._watched:
            self.spans[root] = start, self.length

    def _line(self, paragraph: Element) -> None:
        start = self.length
        self._element(paragraph)
        self._add("\n")
        if any(ancestor in self._watched for ancestor in paragraph.iterancestors(f"{W}r", f"{W}p")):
            self.spans[paragraph] = start, self.length
        elif paragraph in self._watched:
            self.spans[paragraph] = start, self.length - 1

    def _element(self, element: Element) -> None:
        for child in element:
            start = self.length
            if child.tag == f"{W}t":
                self._add((child.text or "").translate(FONT_SIGNS).replace("\n", " "))
            elif child.tag in SPACES:
                self._add(SPACES[child.tag])
            elif child.tag not in SKIPPED and child.tag != f"{W}p":
                self._element(child)
            if child in self._watched and self.length > start:
                self.spans[child] = start, self.length

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self.length += len(text)
