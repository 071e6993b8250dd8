"""The parts of one reference while they are found: none crosses another, and none is laid twice."""

from collections.abc import Iterable, Iterator

from ..article.references import Part
from .reading import Stretch

_BEFORE = ("year", "month", "day")


class Layout:
    """Parts laid on a printed string."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._parts: list[Part] = []

    def lay(self, parts: Iterable[Part]) -> bool:
        """Lays parts, outer before inner; not when the first of them lies where another does. Says whether it did."""
        group = list(parts)
        if not group or not self._is_free(group[0]):
            return False
        self._parts += group
        return True

    def lay_words(self, stretch: Stretch, element: str, **attributes: str) -> bool:
        """Lays one part on words that hold a letter or a digit, as much of them as is free."""
        stretch = self._free(stretch)
        if not any(letter.isalnum() for letter in stretch.words):
            return False
        named = tuple((name.replace("_", "-"), value) for name, value in attributes.items())
        return self.lay([Part(stretch.start, stretch.stop, element, named)])

    def _free(self, stretch: Stretch) -> Stretch:
        """The words up to the first part that lies in them."""
        taken = [part.start for part in self._parts if stretch.start < part.start < stretch.stop]
        stop = min(taken, default=stretch.stop)
        return Stretch(self.text, stretch.start, stop)

    def _is_free(self, part: Part) -> bool:
        return part.start < part.stop and not any(
            part.start < other.stop and other.start < part.stop for other in self._parts
        )

    def has(self, *elements: str) -> bool:
        """Whether one of these elements has been laid."""
        return any(part.element in elements for part in self._parts)

    def parts(self) -> tuple[Part, ...]:
        """The parts in the order of the text, outer before inner."""
        return tuple(sorted(self._parts, key=lambda part: (part.start, -part.stop, part.element != "person-group")))

    def gaps(self) -> Iterator[tuple[int, int]]:
        """Where no part lies."""
        start = 0
        for part in self.parts():
            if start < part.start:
                yield start, part.start
            start = max(start, part.stop)
        if start < len(self.text):
            yield start, len(self.text)
