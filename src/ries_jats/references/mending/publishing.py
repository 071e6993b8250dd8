"""Places, publishers, volumes and days, where the model has joined or mistaken them."""

from collections.abc import Iterator

from ..labels import Label
from ..reading import Reading, Segment
from ..shapes import shape_of
from .cutting import HOLDERS, cut, has, is_known, named, words_between


def day(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """A number of one or two digits right before a month is a day."""
    for segment, following in zip(segments, [*segments[1:], None], strict=True):
        is_number = segment.label is Label.VOLUME and segment.last - segment.first == 1
        is_dated = following is not None and following.label is Label.DATE
        is_day = is_number and following and is_dated and _begins_with_month(reading, segment, following)
        yield named(segment, Label.DATE) if is_day else segment


def _begins_with_month(reading: Reading, number: Segment, date: Segment) -> bool:
    if not reading.tokens[date.first].text[0].isalpha():
        return False
    words = range(date.first, min(date.first + 2, date.last))
    is_day = shape_of(reading.tokens[number.first].text) in ("9", "99")
    return is_day and any("month" in reading.kinds[at] for at in words)


def placed(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Madrid, Libertarias`: when one of place and publisher is missing, the other may hold both."""
    has_place, has_publisher = has(segments, Label.LOCATION), has(segments, Label.PUBLISHER)
    for segment in segments:
        if segment.label is Label.LOCATION and not has_publisher:
            yield from cut(segment, _after_place(reading, segment), Label.LOCATION, Label.PUBLISHER)
        elif segment.label is Label.PUBLISHER and not has_place:
            at = _after_place(reading, segment)
            is_first = segment.first < at < segment.last
            yield from cut(segment, at if is_first else segment.first, Label.LOCATION, Label.PUBLISHER)
        else:
            yield segment


def publisher_after_colon(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Cambridge, MA: | National Bureau`: a title after the colon of a place is the publisher, if there is another."""
    has_publisher = has(segments, Label.PUBLISHER)
    seen = False
    for before, segment in zip([None, *segments], segments, strict=False):
        is_colon = before is not None and before.label is Label.LOCATION and _ends_with_colon(reading, before)
        is_mistaken = segment.label in (Label.TITLE, *HOLDERS) and is_colon and seen and not has_publisher
        seen = seen or segment.label is Label.TITLE
        yield named(segment, Label.PUBLISHER) if is_mistaken else segment


def _ends_with_colon(reading: Reading, segment: Segment) -> bool:
    return reading.tokens[segment.last - 1].text == ":"


def publisher_before_place(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`SEAPORT, Geneva`: letters that are no place, before the comma and the place, published the work."""
    has_publisher = has(segments, Label.PUBLISHER)
    for segment in segments:
        first, at = segment.first, segment.first + 2
        is_place = segment.label is Label.LOCATION and not has_publisher and at < segment.last
        is_acronym = is_place and len(reading.tokens[first].text) > 2 and reading.tokens[first].text.isupper()
        is_cut = is_acronym and reading.tokens[first + 1].text == "," and not is_known(reading, first, "place")
        yield from cut(segment, at, Label.PUBLISHER, Label.LOCATION) if is_cut else [segment]


def _after_place(reading: Reading, segment: Segment) -> int:
    """The token after a place and its comma or colon, when other words than places follow; else the end."""
    marks = [at for at in range(segment.first, segment.last) if reading.tokens[at].text in (",", ":")]
    if not marks or not is_place(reading, segment.first, marks[0]):
        return segment.last
    # After a colon stands who published, though it be called like a town: `New York: Greenwood`.
    is_colon = reading.tokens[marks[-1]].text == ":" and is_place(reading, segment.first, marks[-1])
    if is_colon and words_between(reading, marks[-1] + 1, segment.last):
        return marks[-1] + 1
    return segment.last if is_place(reading, marks[0] + 1, segment.last) else marks[0] + 1


def is_place(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens are a city, a country, or the letters of a state."""
    words = [at for at in range(first, last) if reading.tokens[at].text[0].isalpha()]
    if all(len(reading.tokens[at].text) < 3 for at in words):
        return True
    has_acronym = any(len(reading.tokens[at].text) > 2 and reading.tokens[at].text.isupper() for at in words)
    return not has_acronym and all(is_known(reading, at, "place") for at in words)


def place_alone(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """A publisher that is a city, with no other place beside it, is a place."""
    has_place = has(segments, Label.LOCATION)
    for segment in segments:
        words = words_between(reading, segment.first, segment.last)
        is_city = bool(words) and all({"place", "place+"} & set(reading.kinds[at]) for at in words)
        is_known_house = any(is_known(reading, at, "publishers", "publisher") for at in words)
        is_mistaken = segment.label is Label.PUBLISHER and not has_place and is_city and not is_known_house
        yield named(segment, Label.LOCATION) if is_mistaken else segment


def place_in_brackets(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Cambridge (Mass.), Harvard`: a bracket right after the place belongs to it."""
    for before, segment in zip([None, *segments], segments, strict=False):
        is_after = before is not None and before.label is Label.LOCATION and segment.label is Label.PUBLISHER
        texts = [reading.tokens[at].text for at in range(segment.first, min(segment.first + 5, segment.last - 1))]
        if is_after and texts[:1] == ["("] and ")" in texts:
            yield from cut(segment, segment.first + texts.index(")") + 1, Label.LOCATION, Label.PUBLISHER)
        else:
            yield segment


def year_before_title(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """`Morel, 1998. Les quais`: a year and a mark at the head of the title, when there is no other date."""
    has_date = has(segments, Label.DATE)
    for before, segment in zip([None, *segments], segments, strict=False):
        is_after = before is not None and before.label is Label.AUTHOR and segment.label is Label.TITLE
        is_year = shape_of(reading.tokens[segment.first].text).startswith("year")
        at = segment.first + 1
        if (
            is_after
            and is_year
            and not has_date
            and at < segment.last - 1
            and reading.tokens[at].text in (".", ",", ":")
        ):
            yield from cut(segment, at + 1, Label.DATE, Label.TITLE)
        else:
            yield segment


def publisher_for_producer(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """Who produced no film published a book."""
    for segment in segments:
        tokens = range(segment.first, segment.last)
        is_film = any(is_known(reading, at, "director") for at in tokens)
        yield named(segment, Label.PUBLISHER) if segment.label is Label.PRODUCER and not is_film else segment


def journal_for_publisher(reading: Reading, segments: list[Segment]) -> Iterator[Segment]:
    """What has volumes with issues is a journal, though it was taken for a publisher."""
    is_serial = not has(segments, *HOLDERS) and is_numbered(reading, segments)
    for segment in segments:
        words = words_between(reading, segment.first, segment.last)
        is_house = any(is_known(reading, at, "publishers", "publisher") for at in words)
        is_mistaken = segment.label in (Label.PUBLISHER, Label.COLLECTION_TITLE) and is_serial and not is_house
        yield named(segment, Label.JOURNAL) if is_mistaken else segment


def is_numbered(reading: Reading, segments: list[Segment]) -> bool:
    """Whether an issue is printed, as only journals have them."""
    return any(segment.label is Label.VOLUME and _has_issue(reading, segment) for segment in segments)


def _has_issue(reading: Reading, segment: Segment) -> bool:
    tokens = range(segment.first, segment.last)
    return any(is_known(reading, at, "issue") or reading.tokens[at].text == "(" for at in tokens)
