"""Where the articles of an issue begin and end: by the contents, and where those are silent by what heads look like."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..lexicon import entry_at_start, entry_of, label_of
from .contents import Contents, contents_before, find_contents, trimmed
from .entries import Entry, Listed, main_pairs, read_entries
from .heads import Candidate, Head, find_heads, head_by_authors
from .likeness import is_same, likeness
from .lines import Line
from .matching import Chain, match_contents
from .people import is_one_person, people_of

_MOST_ABOVE = 6
"""Lines with words above a title that may belong to its article."""
_SHORT = 120
_LEAST_ENTRIES = 3
_MOST_BEFORE = 30
"""Lines with words before the title of the only article of a file."""
_APART = 10
"""Lines with words that two articles have at least between their beginnings."""
_ARTICLE_LENGTH = 2_000
"""Characters that an article has at least."""
_ARTICLE_LINE = re.compile(r"10\.\d{4,9}/\S+|(?<!\w)(?:pp?|págs?)\.?\s*\d{1,4}\s*[-–—]\s*\d{1,4}", re.IGNORECASE)
"""A DOI or a range of pages: a line of the journal that speaks of one article."""
_DIGITS = re.compile(r"\d+")
_ALIKE = 0.8
_HEADS = frozenset({"board", "director", "editor-in-chief", "managing-editor"})


@dataclass(frozen=True, slots=True)
class Start:
    """Where an article begins (`place`) and ends (`stop`, the position after its last line); `title` are its lines."""

    place: int
    title: Candidate | None = None
    listed: Listed | None = None
    stop: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """What is where: articles in the order of the text, and the ranges of positions that belong to none."""

    starts: tuple[Start, ...]
    front: tuple[range, ...] = ()
    contents: frozenset[int] = frozenset()
    """The positions of the lines of the contents; empty where there are none."""
    order: tuple[int, ...] = ()
    """The articles in the order of the contents, by their position in `starts`."""
    lost: tuple[Listed, ...] = ()
    """Entries of the contents whose article was not found."""
    unlisted: tuple[int, ...] = ()
    """Articles that the contents do not have, by their position in `starts`."""
    unmatched: int | None = None
    """The position of contents that announce nothing which the text has."""


def lay_out(lines: Sequence[Line]) -> Layout:
    """Finds the articles of a file; a file without contents and with one head is one article."""
    found = find_contents(lines)
    if chain := _best_chain(lines, found):
        return _by_contents(lines, chain, found)
    layout = _by_heads(lines)
    if chain := _unlabelled_chain(lines, layout):
        return _by_contents(lines, chain, found)
    paged = (each.label for each in found if sum(bool(line.page_after) for line in each.lines) >= _LEAST_ENTRIES)
    return replace(layout, unmatched=next(paged, None))


# By the contents


def _best_chain(lines: Sequence[Line], found: Sequence[Contents]) -> Chain | None:
    """The weightiest contents whose titles begin articles; the outline of an article has none such."""
    chains = [match_contents(lines, contents) for contents in found]
    announcing = [chain for chain in chains if _announces_articles(lines, chain)]
    return max(announcing, key=lambda chain: chain.weight, default=None)


def _unlabelled_chain(lines: Sequence[Line], layout: Layout) -> Chain | None:
    """Contents without a heading: lines before the first article that announce most of the articles."""
    contents = contents_before(lines, layout.starts[0].place) if len(layout.starts) > 1 else None
    chain = match_contents(lines, contents) if contents else None
    titles = {start.title.start for start in layout.starts if start.title}
    announced = [pair for pair in chain.pairs if pair.candidate.start in titles] if chain else []
    if chain is None or contents is None or len(announced) * 2 <= len(layout.starts):
        return None
    return _best_chain(lines, (trimmed(lines, contents, announced[0].hypothesis.first),))


def _announces_articles(lines: Sequence[Line], chain: Chain) -> bool:
    pairs = main_pairs(lines, chain.pairs)
    confirmed = sum(pair.is_confirmed for pair in pairs)
    return confirmed > 0 and confirmed >= len(pairs) / 2


def _by_contents(lines: Sequence[Line], chain: Chain, found: Sequence[Contents]) -> Layout:
    entries = read_entries(lines, chain)
    listed = list(_with_found_by_authors(lines, entries, chain))
    starts = [Start(entry.candidate.start, entry.candidate, entry.listed) for entry in listed if entry.candidate]
    contents = range(chain.contents.label, _end_of_entries(lines, chain, entries))
    unlisted = list(_unlisted(lines, starts, contents))
    layout = _layout(lines, sorted([*starts, *unlisted], key=lambda start: start.place), contents)
    free = frozenset(place for part in layout.front for place in part)
    # Contents in another language.
    others = (range(each.label, each.lines[-1].place + 1) for each in found if each.label != chain.contents.label)
    return replace(
        layout,
        contents=free.intersection([*contents, *(place for each in others for place in each)]),
        lost=tuple(entry.listed for entry in listed if not entry.candidate),
        unlisted=tuple(place for place, start in enumerate(layout.starts) if not start.listed),
    )


def _end_of_entries(lines: Sequence[Line], chain: Chain, entries: Sequence[Entry]) -> int:
    """The position after the last line that an entry of the contents takes; the masthead may follow."""
    last = max(number for entry in entries for number in (*entry.listed.lines, *entry.listed.author_lines))
    after = (line.place for line in chain.contents.lines if lines[line.place].number > last)
    return min(chain.end, next(after, chain.contents.lines[-1].place + 1))


def _with_found_by_authors(lines: Sequence[Line], entries: Sequence[Entry], chain: Chain) -> Iterator[Entry]:
    """Entries whose title the text does not have, but a byline with their authors in the right place."""
    for number, entry in enumerate(entries):
        head = None
        if entry.candidate is None and entry.listed.authors:
            first = max(
                (each.candidate.stop + _APART for each in entries[:number] if each.candidate), default=chain.end
            )
            last = min((each.candidate.start for each in entries[number:] if each.candidate), default=len(lines))
            head = head_by_authors(lines, entry.listed.authors, first, last)
        yield replace(entry, candidate=head.title) if head else entry


def _unlisted(lines: Sequence[Line], starts: Sequence[Start], contents: range) -> Iterator[Start]:
    """Heads in the midst of an article that are not its own."""
    marks = sorted([*(start.place for start in starts), contents.start, len(lines)])
    for start in starts:
        stop = next(mark for mark in marks if mark > start.place)
        own = start.listed.authors if start.listed else ()
        for head in find_heads(lines, start.place + 1, stop):
            if _is_apart(lines, start.place, head.start) and not _shares(head.names, own):
                yield Start(head.start, head.title)


def _is_apart(lines: Sequence[Line], one: int, other: int) -> bool:
    between = lines[one:other]
    return sum(map(bool, between)) > 2 * _APART or sum(len(line.text) for line in between) > _ARTICLE_LENGTH


def _shares(names: Sequence[str], others: Sequence[str]) -> bool:
    return any(is_one_person(one, other) for one in names for other in others)


# By heads


def _by_heads(lines: Sequence[Line]) -> Layout:
    heads = list(find_heads(lines, 0, len(lines)))
    starts = [Start(head.start, head.title) for head in _distinct(heads)]
    if len(starts) < 2:
        title = heads[0].title if heads and sum(map(bool, lines[: heads[0].start])) < _MOST_BEFORE else None
        return Layout((Start(0, title, stop=len(lines)),), order=(0,))
    opening = _opening(lines, starts[0].place)
    return _layout(lines, [*opening, *starts], range(0))


def _distinct(heads: Sequence[Head]) -> Iterator[Head]:
    """Without heads that repeat the authors of the one before: summaries in other languages."""
    previous: Head | None = None
    for head in heads:
        if previous is None or not _shares(head.names, previous.names):
            yield head
        previous = head


def _opening(lines: Sequence[Line], stop: int) -> list[Start]:
    """An editorial before the first article: a heading that says so."""
    for place in range(stop):
        line = lines[place]
        if line.is_heading and _opens_issue(line.text):
            return [Start(place, Candidate(place, place, line.text))]
    return []


def _opens_issue(text: str) -> bool:
    whole, first = entry_of("types", text), entry_at_start("types", text)
    kind = whole or (first[0] if first else None)
    return bool(kind and kind.kind in ("editorial", "introduction"))


# Both


def _layout(lines: Sequence[Line], starts: Sequence[Start], contents: range) -> Layout:
    """From where each article begins to where the next one, the contents or a colophon do."""
    floors = [contents.stop if contents else 0, *(start.title.stop + 1 for start in starts if start.title)]
    running = _running_lines(lines, starts)
    extended = [replace(start, place=_extended(lines, start, floors, running)) for start in starts]
    others = [_colophon(lines, extended[-1]), len(lines), *([contents.start] if contents else [])]
    marks = sorted({*(start.place for start in extended), *others})
    placed = tuple(replace(start, stop=next(mark for mark in marks if mark > start.place)) for start in extended)
    return Layout(placed, tuple(_front(placed, marks)), order=tuple(_order(placed)))


def _front(starts: Sequence[Start], marks: Sequence[int]) -> Iterator[range]:
    """What stands before the first article, the contents, the colophon."""
    begins = {start.place for start in starts}
    for first, last in zip([0, *marks], marks, strict=False):
        if first not in begins and first < last:
            yield range(first, last)


def _order(starts: Sequence[Start]) -> list[int]:
    """By the contents; an article that they do not have follows the one before it in the text."""
    keys: list[tuple[int, int]] = []
    for place, start in enumerate(starts):
        number = start.listed.lines[0] if start.listed and start.listed.lines else keys[-1][0] if keys else 0
        keys.append((number, place))
    return [place for _, place in sorted(keys)]


def _running_lines(lines: Sequence[Line], starts: Sequence[Start]) -> frozenset[str]:
    """Lines of the journal above titles, with a DOI or pages: alike above several articles, but for their numbers.

    The last reference of the article before may look like one of them.
    """
    above = [next((line.text for line in reversed(lines[: start.place]) if line), "") for start in starts]
    candidates = [text for text in above if _ARTICLE_LINE.search(text) and len(text) <= _SHORT]
    return frozenset(one for one in candidates if sum(_is_alike(one, other) for other in candidates) > 1)


def _is_alike(one: str, other: str) -> bool:
    return likeness(_DIGITS.sub("", one), _DIGITS.sub("", other)) >= _ALIKE


def _extended(lines: Sequence[Line], start: Start, floors: Sequence[int], running: frozenset[str]) -> int:
    """The first line of an article: kickers, translated titles and authors above the title belong to it."""
    floor = max((floor for floor in floors if floor <= start.place), default=0)
    first, words = start.place, 0
    for place in range(start.place - 1, floor - 1, -1):
        line = lines[place]
        if not line:
            continue
        words += 1
        if words > _MOST_ABOVE or not (line.text in running or _belongs_above(lines, line, start)):
            break
        first = place
    return _page_top(lines, first, floor)


def _belongs_above(lines: Sequence[Line], line: Line, start: Start) -> bool:
    if len(line.text) > _SHORT or line.is_item:
        return False
    section = start.listed.section if start.listed else ""
    if entry_of("types", line.text) or (section and is_same(line.text, section)):
        return True
    people = people_of(line.text)
    if people and not people.trailer:
        return _is_byline_above(lines, people.names, start)
    return line.is_heading and label_of(line.text) is None


def _is_byline_above(lines: Sequence[Line], names: Sequence[str], start: Start) -> bool:
    """Authors above a title are its own when the contents say so, and when none stand below it."""
    listed = start.listed.authors if start.listed else ()
    below = [line for line in lines[start.title.stop + 1 : start.title.stop + _APART] if line] if start.title else []
    people = [each for line in below[:3] if (each := people_of(line.text)) and each.is_sure]
    return not people and (not listed or _shares(names, listed))


def _page_top(lines: Sequence[Line], first: int, floor: int) -> int:
    """The top of the page when nothing but its head stands between."""
    above: list[int] = []
    for place in range(first, max(floor, first - 8) - 1, -1):
        line = lines[place]
        if line.begins_page:
            return place
        if place != first and line:
            above.append(place)
        if len(above) > 2 or (place != first and (len(line.text) > _SHORT or line.text.endswith("."))):
            break
    return first


def _colophon(lines: Sequence[Line], last: Start) -> int:
    """Where the masthead begins again after the last article, the end of the file where it does not."""
    for place in range(last.place + 1, len(lines)):
        part = entry_of("masthead", lines[place].text) if lines[place] else None
        if part and part.kind in _HEADS and _is_list_of_people(lines[place + 1 :]):
            return place
    return len(lines)


def _is_list_of_people(lines: Sequence[Line]) -> bool:
    """Whether short lines follow up to the end of the file, people first."""
    worded = [line for line in lines if line]
    if not worded or any(len(line.text) > 2 * _SHORT for line in worded):
        return False
    people = people_of(worded[0].text)
    return bool(people and people.is_sure)
