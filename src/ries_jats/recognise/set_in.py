"""Lists that their authors typed and set in: a word processor's reader takes every paragraph set in for a quotation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..article.blocks import Block, ItemList, Paragraph, Quote
from .items import DASHES, FEWEST_ITEMS, LETTERS, Item, is_first, items_of, list_of, signs_taken
from .text import Text


@dataclass(frozen=True)
class Branch:
    """An item with the items of the list inside it."""

    item: Item
    inner: tuple["Branch", ...] = ()


Tree = tuple[Branch, ...]


def open_lists(text: Text) -> Text:
    """Quotations all of whose paragraphs are items of one list, with those inside its items, as lists."""
    kept: list[Block] = []
    for block in text.blocks:
        tree = _tree(block, text) if isinstance(block, Quote) else ()
        if tree:
            text = signs_taken(text, [branch.item for branch in _all(tree)])
            kept.append(_list(tree))
        else:
            kept.append(block)
    return replace(text, blocks=tuple(kept))


def _tree(quote: Quote, text: Text) -> Tree:
    """The items, empty when the blocks are no list; a dash or a letter alone may open what somebody says."""
    proses = [block.prose for block in quote.blocks if isinstance(block, Paragraph)]
    if len(proses) < len(quote.blocks) or len(proses) < FEWEST_ITEMS or quote.attribution:
        return ()
    candidates = [items_of(prose) for prose in proses]
    tree = next(_trees(candidates), ()) if all(candidates) else ()
    is_doubtful = bool(tree) and tree[0].item.sign in (*DASHES, *LETTERS)
    return () if is_doubtful and not all(_is_tabbed(branch.item, text) for branch in tree) else tree


def _is_tabbed(item: Item, text: Text) -> bool:
    """Whether a tab parts the sign from the words: so are items set, and no speech."""
    end = item.prose.cut(*item.span).runs[-1].end
    return end is not None and text.source.visible[end : end + 1] == "\t"


def _trees(candidates: Sequence[tuple[Item, ...]]) -> Iterator[Tree]:
    """The ways in which all paragraphs are items, an inner list beginning where the outer one does not go on."""
    for first in candidates[0]:
        if is_first(first):
            yield from (_grown(path) for path in _paths(candidates[1:], ((0, first),), (first,)))


Path = tuple[tuple[int, Item], ...]
"""The items in their order, each with its depth."""


def _paths(rest: Sequence[tuple[Item, ...]], path: Path, opened: tuple[Item, ...]) -> Iterator[Path]:
    """The ways to go on: `opened` has the last item of every list that may be continued."""
    if not rest:
        yield path
        return
    for depth in reversed(range(len(opened))):
        for item in rest[0]:
            if item.follows(opened[depth]):
                yield from _paths(rest[1:], (*path, (depth, item)), (*opened[:depth], item))
    for item in rest[0]:
        if is_first(item) and all(item.style != each.style for each in opened):
            yield from _paths(rest[1:], (*path, (len(opened), item)), (*opened, item))


def _grown(path: Path, depth: int = 0) -> Tree:
    """The tree of a path."""
    starts = [place for place, (each, _) in enumerate(path) if each == depth]
    ends = [*starts[1:], len(path)][: len(starts)]
    return tuple(
        Branch(path[start][1], _grown(path[start + 1 : end], depth + 1))
        for start, end in zip(starts, ends, strict=True)
    )


def _all(tree: Tree) -> Iterator[Branch]:
    for branch in tree:
        yield branch
        yield from _all(branch.inner)


def _list(tree: Tree) -> ItemList:
    made = list_of([branch.item for branch in tree])
    items = (
        replace(item, blocks=(*item.blocks, _list(branch.inner))) if branch.inner else item
        for item, branch in zip(made.items, tree, strict=True)
    )
    return replace(made, items=tuple(items))
