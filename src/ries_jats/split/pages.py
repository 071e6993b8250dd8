"""First pages in the contents of an issue: beside a title, beside its authors, in a column of their own."""

from collections.abc import Sequence

from .contents import ContentsLine

_LEAST_COLUMN = 3
"""Pages in a row that make a column: what the extraction of a PDF leaves of pages that are set flush right."""


def page_of(within: Sequence[ContentsLine], beside: Sequence[ContentsLine], own: str) -> str:
    """The page at the end of the title, before it, beside the authors, in a line of its own; empty where there is none.

    `own` are the letters and digits of the article's own title: digits with which that ends are no page.
    """
    choices = [
        *(line.page_after for line in reversed(within)),
        *(line.page_before for line in within[:1]),
        *(line.page_after or line.page_before for line in beside),
    ]
    return next((page for page in choices if page and not own.endswith(page)), "")


def page_column(lines: Sequence[ContentsLine], entries: int) -> list[str]:
    """The pages of all entries when they stand in one row after or before the titles; none otherwise."""
    run: list[str] = []
    for line in (*lines, None):
        if line is not None and line.is_page:
            run.append(line.page_after)
        elif len(run) == entries >= _LEAST_COLUMN:
            return run
        else:
            run = []
    return []


def plausible_pages(pages: Sequence[str]) -> list[str]:
    """Without those that break the rising order; none at all where the numbers merely count the entries."""
    numbers = [int(page) for page in pages if page.isdigit()]
    if len(numbers) >= _LEAST_COLUMN and numbers == list(range(1, len(numbers) + 1)):
        return [page if not page.isdigit() else "" for page in pages]
    kept = _longest_rise(pages)
    return [page if place in kept or not page.isdigit() else "" for place, page in enumerate(pages)]


def _longest_rise(pages: Sequence[str]) -> set[int]:
    """The positions of the longest series of pages that never falls."""
    best: list[list[int]] = [[]]
    for place, page in enumerate(pages):
        if page.isdigit():
            before = [series for series in best if not series or int(pages[series[-1]]) <= int(page)]
            best.append([*max(before, key=len), place])
    longest = max(best, key=len)
    return set(longest)
