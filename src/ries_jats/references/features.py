"""What the model is told of each token: its form, what its words are known as, its neighbours, and where it stands.

What depends on the word alone is worked out once a word, for most of the time goes into this.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from .chunks import Chunk, chunks_of
from .shapes import shape_of
from .tokens import Token

_OPENING, _CLOSING = "([{«“„‹", ")]}»”‟›"


@lru_cache(maxsize=32768)
def _own(text: str) -> tuple[str, ...]:
    """The features of a token that its text alone decides."""
    shape = shape_of(text)
    if shape in ("url", "doi"):
        return (f"s={shape}",)
    word = text.casefold()
    if not word[0].isalpha():
        return (f"s={shape}", f"w={word}")
    return (f"s={shape}", f"w={word}", f"p={word[:3]}", f"x={word[-3:]}", f"y={word[-2:]}")


@lru_cache(maxsize=65536)
def _beside(text: str, kinds: tuple[str, ...], offset: str) -> tuple[str, ...]:
    """The features of a token as its neighbours see them."""
    return (
        f"{offset}s={shape_of(text)}",
        f"{offset}w={text.casefold()[:12]}",
        *(f"{offset}k={kind}" for kind in kinds),
    )


@lru_cache(maxsize=4096)
def _kinds(kinds: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"k={kind}" for kind in kinds)


def features_of(tokens: Sequence[Token], kinds: Sequence[tuple[str, ...]]) -> list[list[str]]:
    """The features of each token; `kinds` is what the words are known as."""
    shapes = [shape_of(token.text) for token in tokens]
    features = [[*_own(token.text), *_kinds(kind)] for token, kind in zip(tokens, kinds, strict=True)]
    for offset in (-2, -1, 1, 2):
        _add_neighbours(features, tokens, kinds, offset)
    _add_shapes(features, tokens, shapes)
    _add_states(features, tokens, shapes, kinds)
    _add_chunks(features, chunks_of(tokens, shapes, kinds), _whole(shapes, kinds))
    return features


def _add_neighbours(
    features: Sequence[list[str]], tokens: Sequence[Token], kinds: Sequence[tuple[str, ...]], offset: int
) -> None:
    name, count = f"{offset:+d}", len(tokens)
    for beside, told in enumerate(features, offset):
        if 0 <= beside < count:
            told.extend(_beside(tokens[beside].text, kinds[beside], name))
        else:
            told.append(f"{name}^")


def _add_shapes(features: Sequence[list[str]], tokens: Sequence[Token], shapes: Sequence[str]) -> None:
    """The forms of a token and of those beside it, together."""
    framed = ["^", "^", *shapes, "^", "^"]
    for position, told in enumerate(features, 2):
        before, own, after = framed[position - 1 : position + 2]
        told.extend((f"-s+={before}|{own}|{after}", f"-2s={framed[position - 2]}|{before}|{own}"))
        told.append(f"+2s={own}|{after}|{framed[position + 2]}")
        if tokens[position - 2].is_apart:
            told.append("apart")


def _add_states(
    features: Sequence[list[str]], tokens: Sequence[Token], shapes: Sequence[str], kinds: Sequence[tuple[str, ...]]
) -> None:
    """What has been seen before a token, and how far on it stands."""
    years = list(accumulate(int(shape.startswith("year")) for shape in shapes))
    quotes = list(accumulate(int(_is_quote(token.text)) for token in tokens))
    depths = list(accumulate((token.text in _OPENING) - (token.text in _CLOSING) for token in tokens))
    hosts = list(accumulate(int("host" in kind and position > 3) for position, kind in enumerate(kinds)))
    count = len(tokens)
    has_year, has_quote, has_host = bool(years[-1]), bool(quotes[-1]), bool(hosts[-1])
    for position, told in enumerate(features):
        told.append(f"years={min(years[position], 2)}{has_year}")
        told.append(f"at={10 * position // count}")
        told.append(f"deep={min(max(depths[position], 0), 2)}")
        told.append(f"quote={min(quotes[position], 4)}|{has_quote}")
        told.append(f"host={min(hosts[position], 2)}|{has_host}")
        if position < 6:
            told.append(f"first={position}")
        if count - position <= 6:
            told.append(f"last={count - position}")


def _is_quote(text: str) -> bool:
    return text in '«»“”„"‘‹›'


def _whole(shapes: Sequence[str], kinds: Sequence[tuple[str, ...]]) -> str:
    """What there is in the whole string that tells an article from a chapter from a book."""
    known = {kind.rstrip("+") for each in kinds for kind in each}
    has_quotes = not {"«", "“", '"', "‘"}.isdisjoint(shapes)
    told = "".join(sign for kind, sign in _TELLING if kind in known)
    return f"{'q' * has_quotes}{told}{'u' * ('url' in shapes)}"


_TELLING = (("inside", "i"), ("issue", "n"), ("publishers", "p"), ("again", "a"))


def _add_chunks(features: Sequence[list[str]], chunks: Sequence[Chunk], whole: str) -> None:
    """What the words between two marks are like together, and those before and after them."""
    kinds = ["^", "^", *(chunk.kind for chunk in chunks), "$", "$"]
    for number, chunk in enumerate(chunks):
        before, own, after, later = kinds[number + 1 : number + 5]
        shared = (
            f"c={own}",
            f"-c={before}",
            f"+c={after}",
            f"-c+={before}|{own}|{after}",
            f"-2c={kinds[number]}|{before}|{own}",
            f"+2c={own}|{after}|{later}",
            f"g={whole}|{own}",
            f"cl={chunk.size}",
            f"c#={min(number, 6)}|{own}",
            f"c>={min(len(chunks) - number, 6)}|{own}",
        )
        for position in range(chunk.start, chunk.stop):
            features[position].extend(shared)
        features[chunk.start].append("c<")
