"""Lists that Word numbers and lists that authors type."""

from collections.abc import Iterator

from .compose import roman
from .dress import Dress
from .inline import Inline
from .manuscript import Item, Listing
from .numbering import Numbering
from .ooxml import Element, Shape, el, paragraph, run, words
from .package import Package


class Lists:
    """Writes the lists of one manuscript."""

    def __init__(self, package: Package, dress: Dress, inline: Inline) -> None:
        self._dress = dress
        self._inline = inline
        self._numbering = Numbering(package)
        self._known: dict[str, int] = {}

    def list(self, listing: Listing) -> Iterator[Element]:
        """The paragraphs of a list."""
        if self._dress["lists"] == "typed":
            yield from self._typed(listing, 0)
        elif self._dress["lists"] == "style" and listing.kind == "bullet":
            yield from self._styled(listing, 0)
        else:
            yield from self._automatic(listing.items, self._number(listing.kind), 0)

    def _number(self, kind: str) -> int:
        """A list of its own; where lists are restarted, each but the first takes up the definition of the first."""
        if self._dress["restarted-list"] == "restarted" and kind in self._known:
            return self._numbering.restarted(self._known[kind])
        self._known[kind] = self._numbering.list_of(kind)
        return self._known[kind]

    def _automatic(self, items: tuple[Item, ...], number: int, level: int) -> Iterator[Element]:
        shape = Shape(style="ListParagraph", numbering=(number, level))
        for item in items:
            yield paragraph(self._inline.runs(item.text), shape)
            if item.inner:
                yield from self._automatic(item.inner.items, number, level + 1)

    def _styled(self, listing: Listing, level: int) -> Iterator[Element]:
        shape = Shape(style=f"ListBullet{level + 1 if level else ''}")
        for item in listing.items:
            yield paragraph(self._inline.runs(item.text), shape)
            if item.inner:
                yield from self._styled(item.inner, level + 1)

    def _typed(self, listing: Listing, level: int) -> Iterator[Element]:
        shape = Shape(left=720 * (level + 1), first=-360)
        for place, item in enumerate(listing.items, start=1):
            mark = [words(_mark(listing.kind, place, level)), run(el("w:tab"))]
            yield paragraph([*mark, *self._inline.runs(item.text)], shape)
            if item.inner:
                yield from self._typed(item.inner, level + 1)


def _mark(kind: str, place: int, level: int) -> str:
    match kind:
        case "order":
            return f"{place}."
        case "alpha-lower":
            return f"{'abcdefgh'[place - 1]})"
        case "roman-lower":
            return f"{roman(place)}."
        case "alpha-upper":
            return f"{'ABCDEFGH'[place - 1]}."
        case "roman-upper":
            return f"{roman(place).upper()}."
    return "–" if level else "•"
