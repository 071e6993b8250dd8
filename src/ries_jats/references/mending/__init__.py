"""Segments put right where the words show that the model cut them wrongly."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from ..reading import Reading, Segment
from . import bodies, numbering, people, publishing, titles

Mend = Callable[[Reading, list[Segment]], Iterable[Segment]]


def mended(reading: Reading, segments: Iterable[Segment]) -> list[Segment]:
    """The segments after every correction; those of one label that meet are one."""
    found = list(segments)
    for mend in _MENDS if found else ():
        found = list(mend(reading, found))
        if any(segment.label is following.label for segment, following in pairwise(found)):
            found = list(_joined(found))
    return found


def _joined(segments: Iterable[Segment]) -> Iterator[Segment]:
    for _, run in groupby(segments, key=lambda segment: segment.label):
        same = list(run)
        lengths = [segment.last - segment.first for segment in same]
        certainty = sum(each.certainty * length for each, length in zip(same, lengths, strict=True)) / sum(lengths)
        yield Segment(same[0].label, same[0].first, same[-1].last, certainty)


_MENDS: Sequence[Mend] = (
    titles.closed,
    numbering.before_year,
    numbering.edition_after_name,
    numbering.issue_word,
    people.lead_in,
    people.cited_again,
    bodies.body_cut,
    bodies.body_for_title,
    bodies.part_of_body,
    people.author_in_title,
    people.editor_in_title,
    people.title_in_author,
    people.body_first,
    titles.presented,
    titles.series_after,
    titles.series_last,
    titles.no_edition,
    people.roles,
    people.no_role,
    people.supervisors,
    people.edited,
    people.role_after_people,
    people.title_after_editors,
    people.source_before_editors,
    people.given_in_title,
    people.authors_in_title,
    publishing.year_before_title,
    titles.quoted,
    titles.online_in_title,
    titles.by_others,
    people.directed,
    titles.inside_title,
    titles.gazette,
    titles.again_after,
    publishing.day,
    publishing.publisher_for_producer,
    publishing.place_in_brackets,
    publishing.publisher_after_colon,
    publishing.publisher_before_place,
    publishing.placed,
    publishing.place_alone,
    publishing.journal_for_publisher,
    titles.journal_in_title,
    titles.title_left,
    titles.book_for_journal,
    numbering.volume_in_pages,
    numbering.article_number,
    numbering.edition_last,
    numbering.year_in_edition,
    numbering.original_year,
    titles.place_after,
    people.edition_by,
)
