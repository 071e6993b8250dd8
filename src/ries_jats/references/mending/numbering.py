"""Volumes, issues, editions and dates, where the model takes their numbers for something else."""

from collections.abc import Iterator
from dataclasses import replace

from ..labels import Label
from ..reading import Reading, Segment
from ..shapes import shape_of
from .cutting import HOLDERS, PEOPLE, cut, has, is_known, is_word, named, words_between

_NUMBERED = (*HOLDERS, Label.VOLUME, Label.DATE, Label.GENRE, Label.NOTE, Label.PAGES, Label.TITLE)


def before_year(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Port [En ligne], 12 | 2006`: the number before the bar is that of the issue, the year after it the date."""
    bar = next((at for at in range(2, len(reading.tokens) - 1) if reading.tokens[at].text == "|"), None)
    if bar is None or not _is_number(reading, bar - 1) or not _is_year(reading, bar + 1):
        yield from segments
        return
    first = bar - 1
    while first > 1 and (_is_number(reading, first - 1) or reading.tokens[first - 1].text in ("/", "-", "–")):
        first -= 1
    stop = bar + 2
    for segment in segments:
        if segment.label not in _NUMBERED or segment.last <= first or segment.first >= stop + 1:
            yield segment
            continue
        yield from _without(segment, first, stop)
        if segment.first <= bar < segment.last:
            yield Segment(Label.VOLUME, first, bar + 1, 1.0)
            yield Segment(Label.DATE, bar + 1, stop, 1.0)
            yield from [replace(segment, first=stop)] if stop < segment.last else []


def _without(segment: Segment, first: int, stop: int) -> Iterator[Segment]:
    """What of a segment lies before the number, or after the year when it holds no bar."""
    if segment.first < first:
        yield replace(segment, last=first)
    elif segment.first >= stop:
        yield segment


def _is_number(reading: Reading, at: int) -> bool:
    text = reading.tokens[at].text
    return text.isdecimal() or shape_of(text) == "IV"


def _is_year(reading: Reading, at: int) -> bool:
    return shape_of(reading.tokens[at].text).startswith("year")


def issue_word(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Vol. 12 | Nros. | 3-4 pp. 5-9`: the word for an issue, and the number after it, belong to the volume."""
    for before, segment in zip([None, *segments], segments, strict=False):
        words = words_between(reading, segment.first, segment.last)
        is_word_alone = segment.label in (*HOLDERS, Label.NOTE, Label.GENRE) and len(words) == 1
        is_after = before is not None and before.label in (Label.VOLUME, *HOLDERS)
        is_issue = (
            is_word_alone
            and is_after
            and is_known(reading, words[0], "issue")
            and not is_word(reading, segment.last - 1)
        )
        pages = (
            _page_word(reading, segment) if segment.label is Label.PAGES and _follows_issue(reading, segment) else None
        )
        if is_issue:
            yield named(segment, Label.VOLUME)
        else:
            yield from [segment] if pages is None else cut(segment, pages, Label.VOLUME, Label.PAGES)


def _follows_issue(reading: Reading, segment: Segment) -> bool:
    """Whether the word for an issue, with or without its full stop, stands before a segment."""
    words = words_between(reading, max(segment.first - 2, 0), segment.first)
    return bool(words) and is_known(reading, words[-1], "issue") and not is_known(reading, words[-1], "page")


def _page_word(reading: Reading, segment: Segment) -> int | None:
    """The word for pages after numbers at the head of a segment."""
    numbers = range(segment.first + 1, segment.last - 1)
    return next((at for at in numbers if is_known(reading, at, "page") and is_word(reading, at)), None)


def volume_in_pages(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Ports 2019, | 8, 97`, `1993, | 964, p. 22`: the first of two numbers after the year is the volume."""
    is_free = has(segments, *HOLDERS) and not has(segments, Label.VOLUME)
    for before, segment in zip([None, *segments], segments, strict=False):
        is_after = before is not None and before.label is Label.DATE and segment.label is Label.PAGES
        at = _second_number(reading, segment) if is_after and is_free else None
        yield from [segment] if at is None else cut(segment, at, Label.VOLUME, Label.PAGES)


def _second_number(reading: Reading, segment: Segment) -> int | None:
    """What stands after the number and comma at the head of a segment, when it is a page or the word for pages."""
    first, at = segment.first, segment.first + 2
    if at >= segment.last or not reading.tokens[first].text.isdecimal() or reading.tokens[first + 1].text != ",":
        return None
    return at if reading.tokens[at].text.isdecimal() or is_known(reading, at, "page") else None


def article_number(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`System, 101, | Article 102587`: the word and a number after the volume stand for pages."""
    for before, segment in zip([None, *segments], segments, strict=False):
        words = words_between(reading, segment.first, segment.last)
        is_after = before is not None and before.label is Label.VOLUME and len(words) == 2
        is_article = is_after and reading.tokens[words[0]].text.casefold() in ("article", "artículo", "artigo")
        is_numbered = is_article and reading.tokens[words[1]].text.isdecimal()
        yield replace(segment, label=Label.PAGES, certainty=1.0) if is_numbered else segment


def edition_last(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Madrid, Alianza, 1996, | 2.ª ed.`: a note that is a number and the word for an edition is one."""
    for segment in segments:
        words = words_between(reading, segment.first, segment.last)
        is_short = segment.label in (Label.NOTE, Label.VOLUME) and 1 < len(words) < 4
        is_edition = is_short and reading.tokens[words[0]].text[0].isdigit() and _is_edition(reading, words[-1])
        yield named(segment, Label.EDITION) if is_edition else segment


def _is_edition(reading: Reading, at: int) -> bool:
    return is_known(reading, at, "edition", "renewed") and reading.tokens[at].text[0].isalpha()


def edition_after_name(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Baktin, M. | (3.ª ed., 1989)`: a number before `ed.` makes it an edition, not an editor."""
    for segment in segments:
        at = _numbered_edition(reading, segment) if segment.label in PEOPLE else None
        yield from [segment] if at is None else cut(segment, at, Label.AUTHOR, Label.EDITION)


def _numbered_edition(reading: Reading, segment: Segment) -> int | None:
    """The bracket before a number and the word for an edition."""
    for at in range(segment.first + 1, segment.last - 2):
        if reading.tokens[at].text == "(" and reading.tokens[at + 1].text[0].isdigit():
            words = words_between(reading, at + 2, segment.last)
            known = [place for place in words if is_known(reading, place, "edition")]
            return at if known else None
    return None


def year_in_edition(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`10ª reimpr., | 1999 (1ª ed. 1982)`: a year after the comma in an edition is the date, when there is no other."""
    has_date = has(segments, Label.DATE)
    for segment in segments:
        is_free = segment.label is Label.EDITION and not has_date
        at = next((at for at in range(segment.first + 1, segment.last) if _is_year(reading, at)), None)
        if not is_free or at is None or reading.tokens[at - 1].text != ",":
            yield segment
            continue
        yield from cut(replace(segment, last=at + 1), at, Label.EDITION, Label.DATE)
        if at + 1 < segment.last:
            yield replace(segment, label=Label.NOTE, first=at + 1)


def original_year(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`The Quays. | 1848. | Penguin, | 2002`: before the publisher stands the year of the original."""
    last = max((segment.first for segment in segments if segment.label is Label.DATE), default=0)
    for before, segment, following in zip([None, *segments], segments, [*segments[1:], None], strict=False):
        is_after = before is not None and before.label is Label.TITLE and segment.first < last
        is_first = is_after and following is not None and following.label in (Label.PUBLISHER, Label.LOCATION)
        is_year = segment.label is Label.DATE and is_first and _is_year(reading, segment.first)
        yield named(segment, Label.NOTE) if is_year and is_word(reading, segment.first) else segment
