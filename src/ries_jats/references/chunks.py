"""The pieces of a reference between its commas, full stops, brackets and quotation marks, and what each is like."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .tokens import Token

_ENDS = frozenset(',;:()[]«»“”„"?!‹›')
_DASHES = frozenset("–—-‒―/")
_TELLING = tuple(
    "publishers+ publishers again+ again accessed+ accessed online+ series thesis+ thesis edition+ edition director+ "
    "director editor+ editor translator+ translator conference journal+ newspaper+ publisher report working-paper+ law "
    "volume issue page no-date+ place-unknown+ signal+".split()
)
"""Kinds of words that say what a piece is, the most telling first."""
_LEADING = frozenset(
    {"volume", "issue", "page", "edition", "editor", "director", "translator", "series", "publishers", "signal+"}
)
"""Of those, the ones that do so at the head of the piece only: `livre`, `ed.` and `points` are words of titles too."""
_HEAD = 3


@dataclass(frozen=True, slots=True)
class Chunk:
    """The tokens from `start` to `stop`, the mark that ends them included, and what they are like."""

    start: int
    stop: int
    kind: str
    size: str


def chunks_of(tokens: Sequence[Token], shapes: Sequence[str], kinds: Sequence[tuple[str, ...]]) -> list[Chunk]:
    """The pieces of the tokens in their order."""
    return [
        Chunk(start, stop, _kind(shapes[start:stop], kinds[start:stop]), _size(stop - start))
        for start, stop in _bounds(tokens, shapes)
    ]


def _bounds(tokens: Sequence[Token], shapes: Sequence[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for position, token in enumerate(tokens):
        if _ends(tokens, shapes, position, token):
            yield start, position + 1
            start = position + 1
    if start < len(tokens):
        yield start, len(tokens)


def _ends(tokens: Sequence[Token], shapes: Sequence[str], position: int, token: Token) -> bool:
    if token.text in _ENDS:
        return True
    follows = tokens[position + 1] if position + 1 < len(tokens) else None
    if token.text == ".":
        # The full stop of an initial or of a word glued to the next one ends nothing.
        return position > 0 and shapes[position - 1] != "X" and (follows is None or follows.is_apart)
    return token.text in _DASHES and token.is_apart and follows is not None and follows.is_apart


def _size(count: int) -> str:
    return str(count) if count < 5 else "5" if count < 8 else "8" if count < 12 else "12"


def _kind(shapes: Sequence[str], kinds: Sequence[tuple[str, ...]]) -> str:
    words = [position for position, shape in enumerate(shapes) if shape[0].isalnum()]
    if not words:
        return "mark"
    known = {kind for position in words for kind in kinds[position]}
    if not any(shapes[position][0] in "Xx" or shapes[position] == "IV" for position in words):
        return _number_kind([shapes[position] for position in words])
    leading = {kind for position in words[:_HEAD] for kind in kinds[position]} if len(words) > _HEAD else known
    telling = next((kind for kind in _TELLING if kind in (leading if kind in _LEADING else known)), "")
    place = "place" if all("place" in kinds[at] or "place+" in kinds[at] for at in words) else ""
    return f"{place}{telling}" if place or telling else _words_kind([shapes[at] for at in words], known, words, kinds)


def _number_kind(shapes: Sequence[str]) -> str:
    if len(shapes) == 1:
        return shapes[0]
    return "9-9" if len(shapes) == 2 else "9-9-9"


def _words_kind(shapes: Sequence[str], known: set[str], words: Sequence[int], kinds: Sequence[tuple[str, ...]]) -> str:
    """Names of persons are short, in capitals, and hold a given name or an initial; titles are the rest."""
    has_given = "given" in known or "X" in shapes
    is_capital = all(
        shape[0] in "XI" or "particle" in kinds[at] or "and" in kinds[at]
        for shape, at in zip(shapes, words, strict=True)
    )
    digits = "9" if any(shape[0] in "9y" for shape in shapes) else ""
    if "month" in known and len(words) < 5:
        return f"month{digits}"
    if is_capital:
        return f"{'given' if has_given else 'capital'}{'' if len(words) < 5 else '5'}{digits}"
    return f"words{'' if len(words) < 4 else '4' if len(words) < 9 else '9'}{digits}"
