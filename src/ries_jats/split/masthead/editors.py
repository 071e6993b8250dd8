"""The people of a masthead: who directs, who edits, who sits on the board."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...journal.values import Editor
from ...lexicon import entry_of, fold, word_at_start
from ..lines import Line
from ..people import People, people_of, tidy_name
from ..places import ends_with_country
from ..vocabulary import has_word
from .numbering import read_statement

_LONGEST_LABEL = 90
_LONGEST = 600
_LABEL_END = re.compile(r"\s*[:：\t]\s*|\s+[–—-]\s+")
_JOINTS = re.compile(r"\s*[/&,+]\s*|\s+(?:et|and|y|e|und|i)\s+", re.IGNORECASE)
_ORDINAL = re.compile(r"^\s*\d{1,3}[.)]\s*")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_ARTICLE = re.compile(r"^(?:(?:les?|las?|los|the|el|os?|as?|il|der|die)\s+|l['’])(?=\S{3})", re.IGNORECASE)
_MEMBERS = re.compile(
    r"^(?:membres?|members?|miembros|membros|membri|mitglieder)\s+(?:d[eu]s?l?\s+|of\s+|do\s+|della?\s+)?(?:the\s+|la\s+|l['’])?",
    re.IGNORECASE,
)
_SHORTEST_OFFICE = 9
HEADS = ("director", "editor-in-chief")
BOARD = "board"
OTHER = "other"
"""The role of people whom the masthead lists and `issue.toml` has no role for: deputies, advisers, secretaries."""
ADVISORY = "advisory"
_KINDS = frozenset({*HEADS, BOARD, "managing-editor", "guest-editor"})
_ENDS = frozenset({"publisher", "issn", "isbn", "legal-deposit", "license", "copyright", "frequency"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A person with a role, and the number of the line."""

    name: str
    role: str
    line: int


@dataclass(frozen=True, slots=True)
class Group:
    """People under a heading that gives them no role here."""

    heading: str
    line: int
    names: tuple[str, ...]


@dataclass(frozen=True)
class Editors:
    """The people with a role in the order of the masthead, the groups left out, and the lines that spoke of people."""

    people: tuple[Placed, ...]
    left_out: tuple[Group, ...]
    lines: frozenset[int]

    @property
    def listed(self) -> tuple[Editor, ...]:
        """As `issue.toml` lists them."""
        return tuple(Editor(person.name, person.role) for person in self.people)


@dataclass(frozen=True, slots=True)
class _Found:
    role: str
    heading: str
    line: int
    names: tuple[str, ...]


_NOTHING = _Found("", "", 0, ())


def read_editors(lines: Sequence[Line]) -> Editors:
    """The people of a masthead. An advisory board counts as the board only where there is no other."""
    found = list(_found(lines))
    roles = {each.role for each in found if each.names}
    board = BOARD if BOARD in roles else ADVISORY
    people: dict[tuple[str, str], Placed] = {}
    for each in found:
        role = BOARD if each.role == board else each.role
        for name in each.names if role in (*HEADS, BOARD) else ():
            people.setdefault((fold(name), role), Placed(name, role, each.line))
    left_out = [each for each in found if each.names and each.role not in (*HEADS, board)]
    return Editors(tuple(people.values()), tuple(_groups(left_out)), frozenset(_lines_of_people(found)))


def _lines_of_people(found: Sequence[_Found]) -> Iterator[int]:
    """The lines of labels and names, and the line after a lone name, which holds its affiliation."""
    for before, each in pairwise([_NOTHING, *found]):
        if each.names or not each.role or len(before.names) == 1:
            yield each.line


def _groups(found: Sequence[_Found]) -> Iterator[Group]:
    for heading in dict.fromkeys(each.heading for each in found):
        mine = [each for each in found if each.heading == heading]
        yield Group(heading, mine[0].line, tuple(name for each in mine for name in each.names))


def _found(lines: Sequence[Line]) -> Iterator[_Found]:
    """Line after line: a label opens a block, people stand in it until another label."""
    roles: tuple[str, ...] = ()
    last: int | None = None
    heading, previous = "", ""
    for line in lines:
        if not line:
            continue
        if label := _label(line.text):
            roles, heading, rest = label
            yield _Found("", heading, line.number, ())
            yield from _people(line, rest, roles, heading, ",") if rest else ()
            last = line.number if rest else None
        elif titled := _titled(line.text):
            yield from (_Found(role, line.text, line.number, (titled[0],)) for role in titled[1])
        elif roles and (_ends_block(line) or (last is not None and line.number > last + 1)):
            # What follows a label in its own line ends with the paragraph.
            roles = ()
        elif roles:
            yield from _people(line, line.text, roles, heading, previous)
            last = line.number if last is not None else None
        previous = line.text


def _people(line: Line, text: str, roles: tuple[str, ...], heading: str, previous: str) -> Iterator[_Found]:
    names = _names(text, previous)
    for role in roles:
        yield _Found(role, heading, line.number, names)


def _names(text: str, previous: str) -> tuple[str, ...]:
    """The names in a line of a block; what goes on from the line before holds none that is not sure."""
    text = _ORDINAL.sub("", _IN_BRACKETS.sub("", text))
    people = people_of(text) if len(text) <= _LONGEST else None
    if people is None:
        return ()
    goes_on = previous.endswith(",") and not _is_list_of_names(previous)
    if not people.is_sure and (goes_on or (ends_with_country(people.trailer) and len(people.names) == 1)):
        return ()
    return tuple(map(tidy_name, people.names))


def _is_list_of_names(text: str) -> bool:
    people = people_of(text.rstrip(" ,"))
    return bool(text == ",") or bool(people and not people.trailer)


def _ends_block(line: Line) -> bool:
    part = entry_of("masthead", line.text.split(":")[0])
    is_other = bool(part and part.kind in _ENDS) or entry_of("labels", line.text) is not None
    return is_other or (line.is_heading and people_of(line.text) is None) or read_statement(line.text) is not None


# Labels


def _label(text: str) -> tuple[tuple[str, ...], str, str] | None:
    """The roles that a line's label gives, the label, and what follows it in the line."""
    if len(text) <= _LONGEST_LABEL and (roles := _roles(text)):
        return roles, text.strip(" :"), ""
    for end in _LABEL_END.finditer(text[:_LONGEST_LABEL]):
        before, after = text[: end.start()], text[end.end() :]
        if roles := _roles(before) or _longer_roles(before):
            return roles, before.strip(), after
    if label := _label_without_mark(text):
        return label
    roles = _longer_roles(text) if len(text) <= _LONGEST_LABEL else ()
    return (roles, text.strip(" :"), "") if roles else None


def _label_without_mark(text: str) -> tuple[tuple[str, ...], str, str] | None:
    """`Editor-in-Chief John Smith`: the shortest label that people follow."""
    for token in list(re.finditer(r"\S+", text[:_LONGEST_LABEL]))[:-1]:
        label, rest = text[: token.end()], text[token.end() :].strip()
        people = people_of(rest)
        if people and people.is_sure and (roles := _roles(label) or _longer_roles(label)):
            return roles, label, rest
    return None


def _roles(text: str) -> tuple[str, ...]:
    """The roles of a label, one for each office that it joins: `Directeur et rédacteur en chef`."""
    text = _ARTICLE.sub("", text.strip(" :.–—-*"))
    if whole := _role(text):
        return (whole,)
    roles = [_role(_ARTICLE.sub("", part)) for part in _JOINTS.split(text)]
    return tuple(dict.fromkeys(roles)) if len(roles) > 1 and all(roles) else ()


def _longer_roles(text: str) -> tuple[str, ...]:
    """The role of a label that begins with an office or a board."""
    role = _role(_office_in(_ARTICLE.sub("", text.strip(" :.–—-*"))))
    return (role,) if role else ()


def _role(text: str) -> str:
    """The role of one office or board, empty when the words name none."""
    part = entry_of("masthead", text)
    if part is None or part.kind not in _KINDS:
        return ""
    if part.kind == BOARD:
        is_other = has_word(text, "advisory") or has_word(text, "deputies")
        return ADVISORY if is_other and not has_word(text, "editing") else BOARD
    if part.kind in HEADS:
        return OTHER if has_word(text, "deputies") and part.kind == "editor-in-chief" else part.kind
    return OTHER


def _office_in(text: str) -> str:
    """The office or board that a longer label begins with: `Directeur de la revue X`, `Members of the Board`."""
    text = _MEMBERS.sub("", text)
    offices = (text[:end] for kind in (BOARD, *HEADS) if (end := word_at_start("masthead", kind, text)))
    longest = max(offices, key=len, default="")
    rest = text[len(longest) :].strip()
    return longest if len(longest) > _SHORTEST_OFFICE and people_of(rest) is None else ""


def _titled(text: str) -> tuple[str, tuple[str, ...]] | None:
    """`John Smith, Editor-in-Chief`: a person and the roles that the line gives."""
    people: People | None = people_of(text) if len(text) <= 2 * _LONGEST_LABEL else None
    if people is None or len(people.names) != 1 or not people.is_sure:
        return None
    roles = _roles(people.trailer.split(",")[0]) if people.trailer else ()
    return (tidy_name(people.names[0]), roles) if roles else None
