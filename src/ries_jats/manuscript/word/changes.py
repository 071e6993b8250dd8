"""Tracked changes: accepted or rejected in the trees themselves, so that every reader of them sees one text.

ECMA-376 part 1, 17.13.5; a change of looks alone is left as it looks now when changes are accepted.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from .names import Element, W

MADE = (f"{W}ins", f"{W}moveTo")
GONE = (f"{W}del", f"{W}moveFrom")
FORMER = ("rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange")


@dataclass(frozen=True)
class Change:
    """One tracked change: who made it, the element whose words it is about, whether they stay."""

    author: str
    element: Element


def settle_changes(root: Element, *, accept: bool) -> tuple[Change, ...]:
    """Accepts or rejects all changes of a part; gives those of words, each with an element that is still there."""
    kept, dropped = (MADE, GONE) if accept else (GONE, MADE)
    changes = tuple(_changes(root))
    if not changes and root.find(f".//{W}pPrChange") is None and root.find(f".//{W}rPrChange") is None:
        return ()
    if not accept:
        _restore_looks(root)
    _drop_rows(root, dropped)
    _join_paragraphs(root, dropped)
    for element in list(root.iter(*dropped)):
        _remove(element)
    for element in list(root.iter(*kept)):
        _open(element)
    for element in root.iter(f"{W}delText"):
        element.tag = f"{W}t"
    return changes


def _changes(root: Element) -> Iterator[Change]:
    for element in root.iter(*MADE, *GONE):
        if any(True for _ in element.iter(f"{W}t", f"{W}delText")):
            paragraph = next(element.iterancestors(f"{W}p"), element)
            yield Change(element.get(f"{W}author", ""), paragraph)


def _restore_looks(root: Element) -> None:
    """What a change of looks keeps of the former ones takes their place."""
    for change in list(root.iter(*(f"{W}{name}" for name in FORMER))):
        now = change.getparent()
        former = next(iter(change), None)
        above = now.getparent() if now is not None else None
        if now is not None and above is not None and former is not None:
            above.replace(now, former)


def _drop_rows(root: Element, dropped: tuple[str, ...]) -> None:
    for row in list(root.iter(f"{W}tr")):
        properties = row.find(f"{W}trPr")
        if properties is not None and any(properties.find(name) is not None for name in dropped):
            _remove(row)


def _join_paragraphs(root: Element, dropped: tuple[str, ...]) -> None:
    """A paragraph whose end is gone runs on into the next, which keeps its own looks, or this one's when empty."""
    for paragraph in list(root.iter(f"{W}p")):
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        if mark is None or not any(mark.find(name) is not None for name in dropped):
            continue
        following = paragraph.getnext()
        if following is not None and following.tag == f"{W}p":
            place = 1 if following.find(f"{W}pPr") is not None else 0
            following[place:place] = [child for child in paragraph if child.tag != f"{W}pPr"]
            _remove(paragraph)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _open(element: Element) -> None:
    """What is in an element stands in its place."""
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = list(element)


def by_author(changes: tuple[Change, ...]) -> Iterator[tuple[str, int, Element]]:
    """Each author with the number of changes and the paragraph of the first."""
    counts = Counter(change.author for change in changes)
    for author, count in counts.items():
        yield author, count, next(change.element for change in changes if change.author == author)


def drop_breaks(root: Element) -> bool:
    """Takes out what only lays out pages: soft hyphens, and breaks of pages and columns, which part words like a space;
    whether there was any.
    """
    breaks = (each for each in root.iter(f"{W}br") if each.get(f"{W}type") in ("page", "column"))
    found = list(chain(root.iter(f"{W}softHyphen"), breaks))
    for element in found:
        if element.tag == f"{W}br":
            element.tag = f"{W}t"
            element.attrib.clear()
            element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            element.text = " "
        else:
            _remove(element)
    return bool(found)
