"""Lines of affiliations: which pieces they hold, and the marker that each begins with."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ..article.prose import Prose, Style
from .affiliations import iter_labels

SUPERSCRIPT_MARK = re.compile(r"(?:(?<=^)|(?<=[;\n])|(?<=[;\n] ))[⁰¹²³⁴-⁹]+(?=\s*\S)")
PRINTED_MARK = re.compile(r"[\s(\[]*(\d{1,2}|[a-z]|[*∗†‡§¶#]+)[\s)\].:]*")
_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def labelled(prose: Prose) -> Iterator[tuple[Prose, Prose]]:
    """The affiliations of a line, each with its printed marker; several may stand on one line, set off by markers."""
    starts = [start for start, _ in _marker_runs(prose)]
    if starts and not prose.text[: starts[0]].strip():
        for start, end in zip(starts, [*starts[1:], len(prose.text)], strict=True):
            yield _split_marker(prose.cut(start, end).strip(" ;\n"))
    else:
        yield _split_marker(prose.strip())


def line_labels(prose: Prose) -> list[str]:
    """The markers of the affiliations on a line."""
    return [marker.text for _, marker in labelled(prose) if marker]


def _marker_runs(prose: Prose) -> Iterator[tuple[int, int]]:
    place = 0
    for run in prose.runs:
        if Style.SUP in run.marks and PRINTED_MARK.fullmatch(run.text):
            yield place, place + len(run.text)
        elif Style.SUP not in run.marks:
            yield from ((place + match.start(), place + match.end()) for match in SUPERSCRIPT_MARK.finditer(run.text))
        place += len(run.text)


def _split_marker(prose: Prose) -> tuple[Prose, Prose]:
    superscript = re.match(r"\s*([⁰¹²³⁴-⁹]+)\s*", prose.text)
    match = superscript or next(iter_labels(prose.text), None)
    if not match or match.end() >= len(prose.text):
        return prose, Prose()
    marker = prose.cut(*match.span(1)).unmarked(Style)
    if superscript:
        marker = Prose(tuple(replace(run, text=run.text.translate(_FIGURES)) for run in marker.runs))
    return prose.cut(match.end()), marker
