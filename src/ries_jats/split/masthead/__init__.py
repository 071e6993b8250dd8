"""What cover and masthead of an issue say: the journal, its publisher, the issue's number and date, the people."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..lines import Line
from .editors import Editors, read_editors
from .numbering import Numbering, read_numbering
from .publisher import PrintedPublisher, read_publisher
from .rights import PrintedIssns, read_issns, read_license
from .title import JournalTitle, read_title


@dataclass(frozen=True)
class Masthead:
    """Everything that was read; `lines` are those that speak neither of articles nor of people."""

    title: JournalTitle
    numbering: Numbering
    issns: PrintedIssns
    license: str
    publisher: PrintedPublisher
    editors: Editors
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Front:
    """The lines of cover and masthead, those of the contents, and the titles of articles and sections."""

    masthead: Sequence[Line]
    contents: Sequence[Line] = ()
    titles: Sequence[str] = ()


def read_masthead(front: Front, text: Sequence[Line]) -> Masthead:
    """Reads cover and masthead; `text` is the whole file."""
    masthead = front.masthead
    editors = read_editors(masthead)
    rest = tuple(line for line in masthead if line.number not in editors.lines)
    title = read_title(rest, text, front.titles)
    lines = [*masthead, *front.contents]
    return Masthead(
        title=title,
        numbering=read_numbering(lines),
        issns=read_issns(lines),
        license=read_license(lines),
        publisher=read_publisher(rest, text, title.title),
        editors=editors,
        lines=rest,
    )


__all__ = ["Front", "Masthead", "read_masthead"]
