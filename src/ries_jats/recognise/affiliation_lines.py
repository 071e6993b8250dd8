"""Lines below a byline put together to affiliations."""

from collections.abc import Iterator, Sequence

from ..article.prose import Prose
from .affiliations import is_institution, is_place_line, is_university, is_whole_institution, parse_affiliation


def whole_affiliations(lines: Sequence[Prose]) -> Iterator[list[Prose]]:
    """Groups of lines that are one affiliation each: a new one begins where a country or place has closed the last."""
    group: list[Prose] = []
    for line in lines:
        is_second = is_university(line.text) and any(is_university(each.text) for each in group)
        follows = bool(group) and is_institution(line.text) and _is_closed(group[-1])
        if (follows and (is_whole_institution(line.text) or _is_closed(line))) or is_second:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _is_closed(line: Prose) -> bool:
    return bool(parse_affiliation(line).country or is_place_line(line.text))
