"""Bylines: the line or lines with the authors' names, their markers, and what stands beside the names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..article.prose import NoteCall, Prose, Style
from ..lexicon import fold, word_at_start, words_of
from .affiliations import is_institution
from .names import MARKS, TOKEN, is_name, parse_name, suffixes

SYMBOL = re.compile(
    r"[\ue000\ufffc]|\[(?:\d{1,2}|\*{1,3})\*?\]|[*∗†‡§¶#]+|[⁰¹²³⁴-⁹]+(?:,[⁰¹²³⁴-⁹]+)*"
    r"|\((?:\d{1,2}|[a-z])(?:\s*[,\ue000]\s*(?:\d{1,2}|[a-z*]))*\)"
    r"|(?<=[^\W\d_])\d{1,2}(?:\s*,\s*(?:\d{1,2}|\*))*"
    r"|(?<=[^\W\d_] )\d{1,2}(?=\s*(?:[,;\ue000*]|$|et\b|and\b|y\b|e\b|&))"
)
"""Markers of authors that are not raised: symbols, superscript figures, `(1)`, figures glued to a name."""
GUARD = {ord(","): "\ue000", ord(";"): "\ue000"}
"""Stands for a comma between markers while a line is split."""
MARKER_COMMA = re.compile(r"(?<=[\d*†‡⁰¹²³⁴-⁹])\s*,\s*(?=[\d*†‡⁰¹²³⁴-⁹])|(?<=\([a-z\d]),\s*(?=[a-z\d])")
FIELD_LABEL = re.compile(r"\s*(?:authors?|auteure?s?|autor(?:es|as|a)?|autori|autoren)\s*:\s*", re.IGNORECASE)
LEADING_ARTICLE = re.compile(r"(?:la|le|les|l['’]|the|el|los|las|il|o|a|der|die)\s+", re.IGNORECASE)
MARKER_TEXT = re.compile(r"\d{1,2}|[a-z]|[*∗†‡§¶#]+")
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
HARD = re.compile(r"\s*[;•·|]\s*|\s*&\s*|\s+[-–—/]\s+")
BRACKETED = re.compile(r"(?P<name>[^()]+?)\s*\((?P<inside>[^()]+)\)")
"""`Anne Martin (Université de Lyon)`."""
AFTER_BRACKET = re.compile(r"(?<=\))\s*,\s*")
INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s-]*){1,4}")
"""`M. A.` after a surname and a comma."""
COMMA = re.compile(r"\s*,\s*")
MOST_SURNAMES = 4
"""Words of a surname, or of given names, in `Surname, Given`."""


@dataclass(frozen=True)
class Person:
    """A name in a byline with its markers, the notes it calls, and what was printed after it."""

    name: Prose
    markers: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    trailer: Prose = Prose()
    """A role or affiliation on the same line."""
    owns_trailer: bool = False
    """Whether the trailer is this person's alone, as parentheses say."""


@dataclass(frozen=True)
class Byline:
    """The persons of a line, and the words between them that only join: `par`, `et`."""

    people: tuple[Person, ...]
    joints: tuple[Prose, ...] = ()


def read_byline(line: Prose) -> Byline | None:
    """The persons of a line, or None when it holds none or anything else before them."""
    text = line.text.rstrip()
    is_sentence = text.endswith(".") and not any(character.isupper() for character in text)
    if text.endswith(":") or is_sentence:
        return None
    start = label_end(line.text)
    joints = [line.cut(0, start).strip()] if start else []
    rest = _guarded(line.cut(start).strip(" :\t\n"))
    pieces = list(_pieces(rest, joints))
    people = [person for piece in pieces if (person := _person(piece))]
    if people and len(people) == len(pieces):
        return Byline(tuple(people), tuple(joints))
    return _with_leader(rest, joints) or _with_trailer(rest, joints)


def label_end(text: str) -> int:
    """Where a word such as `par`, `reviewed by` or a label such as `Authors:` ends."""
    label = FIELD_LABEL.match(text)
    return label.end() if label else word_at_start("names", "by", text) or 0


def _guarded(line: Prose) -> Prose:
    """Commas between markers are no commas between names."""
    runs = tuple(replace(run, text=run.text.translate(GUARD)) if Style.SUP in run.marks else run for run in line.runs)
    line = Prose(runs)
    for match in reversed(list(MARKER_COMMA.finditer(line.text))):
        inner = tuple(replace(run, text=run.text.translate(GUARD)) for run in line.cut(*match.span()).runs)
        line = line.cut(0, match.start()) + Prose(inner) + line.cut(match.end())
    return line


def _with_leader(line: Prose, joints: list[Prose]) -> Byline | None:
    """A role before the name: `le rédacteur en chef, Dr. Anne Martin`."""
    article = LEADING_ARTICLE.match(line.text)
    start = article.end() if article else 0
    comma = COMMA.search(line.text)
    if not comma or not starts_role(line.text[start:]):
        return None
    byline = read_byline(line.cut(comma.end()))
    if not byline or len(byline.people) != 1:
        return None
    return Byline((replace(byline.people[0], trailer=line.cut(0, comma.start())),), (*joints, *byline.joints))


def _pieces(line: Prose, joints: list[Prose]) -> Iterator[Prose]:
    """One piece a person, split where the line may be split; joining words are taken out."""
    parts = line.split(HARD)
    if ";" in line.text and all(part.text.count(",") == 1 for part in parts):
        yield from parts
        return
    for part in parts:
        for piece in _split_at_words(part, joints):
            yield from _split_at_commas(piece)


def _split_at_words(part: Prose, joints: list[Prose]) -> Iterator[Prose]:
    """At `et`, `and`, `y`, when a name stands on both sides: `Ortega y Gasset` is one person."""
    joint = _joint(part)
    if joint:
        joints.append(part.cut(*joint))
        yield from _split_at_words(part.cut(0, joint[0]).strip(" ,"), joints)
        yield from _split_at_words(part.cut(joint[1]).strip(" ,"), joints)
        return
    if part.strip(" ,"):
        yield part.strip(" ,")


def _joint(part: Prose) -> tuple[int, int] | None:
    """The word that joins two names: before a usual given name if there is one, for `y` joins surnames too."""
    ands = words_of("names", "and")
    found = []
    for match in TOKEN.finditer(part.text):
        word = match[0].strip(",")
        before, after = part.cut(0, match.start()).strip(" ,"), part.cut(match.end()).strip(" ,")
        is_joint = fold(word) in ands and word.islower() and _names_in(before) and _names_in(after)
        if is_joint and not (_ends_capital(before.text) and after.text.isupper()):
            found.append((match.span(), _begins_with_given(after.text)))
    return next((span for span, is_given in found if is_given), found[0][0] if found else None)


def _is_all_given(text: str) -> bool:
    return bool(text.split()) and all(_begins_with_given(word) for word in text.split())


def _begins_with_given(text: str) -> bool:
    first = text.split(maxsplit=1)[0] if text.split() else ""
    return any(fold(part) in words_of("names", "given") for part in (first, first.split("-")[0]))


def _ends_capital(text: str) -> bool:
    """Whether a surname in capitals ends the text, after given names that are not."""
    words = text.split()
    return bool(words) and words[-1].isupper() and len(words[-1]) > 2 and not text.isupper()


def _names_in(prose: Prose) -> bool:
    ends = COMMA.split(_bare(prose).text.strip(MARKS))
    return is_name(ends[0]) or is_name(ends[-1]) or is_name(_bare(prose).text)


def _split_at_commas(piece: Prose) -> Iterator[Prose]:
    closed = piece.split(AFTER_BRACKET)
    if len(closed) > 1:
        yield from (each for part in closed for each in _split_at_commas(part))
        return
    parts = _with_suffixes([part for part in piece.split(COMMA) if part.text.strip()])
    bare = [_bare(part).text.strip(MARKS) for part in parts]
    if len(parts) > 2 and len(parts) % 2 == 0 and all(INITIALS.fullmatch(text) for text in bare[1::2]):
        yield from (Prose.join(parts[place : place + 2], ", ") for place in range(0, len(parts), 2))
    elif (
        len(parts) == 2 and _is_surname_like(bare[0]) and not bare[1].isupper() and is_name(f"{bare[1]} {bare[0]}")
    ) or (len(parts) == 2 and not _begins_with_given(bare[0]) and _is_all_given(bare[1])):
        yield piece
    elif len(parts) > 1 and all(is_name(text) or not text for text in bare):
        yield from _with_lone_markers(parts, bare)
    elif len(parts) > 2 and len(parts) % 2 == 0 and all(_is_surname_like(text) for text in bare[::2]):
        for place in range(0, len(parts), 2):
            yield Prose.join(parts[place : place + 2], ", ")
    else:
        yield piece


def _with_suffixes(parts: list[Prose]) -> list[Prose]:
    """`H. Lionel Park, Jr.` is one person."""
    kept: list[Prose] = []
    for part in parts:
        if kept and fold(_bare(part).text.strip(MARKS)) in suffixes():
            kept[-1] = Prose.join([kept[-1], part], ", ")
        else:
            kept.append(part)
    return kept


def _with_lone_markers(parts: list[Prose], bare: list[str]) -> Iterator[Prose]:
    """`A. Martin¹,²` is split into the name and a marker: the marker goes back."""
    held: Prose | None = None
    for part, text in zip(parts, bare, strict=True):
        if text:
            if held:
                yield held
            held = part
        elif held:
            held = Prose.join([held, part], ",")
    if held:
        yield held


def _is_surname_like(text: str) -> bool:
    return bool(text) and text.isupper() and len(text.split()) <= 4


def _bare(prose: Prose) -> Prose:
    """Without markers and call-outs."""
    kept = Prose(tuple(run for run in prose.runs if not _is_marker(run.marks)))
    return kept.without([match.span() for match in SYMBOL.finditer(kept.text)])


def _is_marker(marks: tuple[object, ...]) -> bool:
    return Style.SUP in marks or any(isinstance(mark, NoteCall) for mark in marks)


def _person(piece: Prose) -> Person | None:
    bracketed = BRACKETED.fullmatch(piece.text.strip())
    if bracketed and is_institution(bracketed["inside"]):
        piece = piece.strip()
        person = _person(piece.cut(*bracketed.span("name")))
        return person and replace(person, trailer=piece.cut(*bracketed.span("inside")), owns_trailer=True)
    bare = _bare(piece).strip(MARKS.replace(".", ""))
    if not _is_person(bare.text):
        return None
    calls = tuple(mark.key for run in piece.runs for mark in run.marks if isinstance(mark, NoteCall))
    return Person(bare, tuple(_markers(piece)), calls)


def _is_person(text: str) -> bool:
    if trailer_start(text):
        return False
    if is_name(text):
        return True
    surname, _, given = text.partition(",")
    is_short = len(surname.split()) <= MOST_SURNAMES and len(given.split()) <= MOST_SURNAMES
    return bool(given) and is_short and is_name(f"{given.strip()} {surname.strip()}")


def _markers(piece: Prose) -> Iterator[str]:
    raised = "".join(f" {run.text} " for run in piece.runs if Style.SUP in run.marks)
    kept = Prose(tuple(run for run in piece.runs if not _is_marker(run.marks)))
    printed = " ".join(match[0] for match in SYMBOL.finditer(kept.text))
    for match in MARKER_TEXT.finditer(f"{raised} {printed}".translate(SUPERSCRIPTS)):
        yield match[0]


def _with_trailer(line: Prose, joints: list[Prose]) -> Byline | None:
    """A line whose names are followed by a role or an institution: `Anne MARTIN Chercheuse, CNRS`."""
    start = _dress_change(line) or trailer_start(line.text)
    if not start:
        return None
    before = line.cut(0, start).strip(" ,:(–—-\t")
    byline = read_byline(before) if before else None
    if not byline:
        return None
    *others, last = byline.people
    trailer, raised = _without_raised(line.cut(start).strip(" \t,;)"))
    calls = tuple(mark.key for run in trailer.runs for mark in run.marks if isinstance(mark, NoteCall))
    trailer = Prose(tuple(run for run in trailer.runs if not any(isinstance(mark, NoteCall) for mark in run.marks)))
    markers = (*last.markers, *raised)
    person = replace(last, trailer=trailer.strip(" \t,;"), calls=(*last.calls, *calls), markers=markers)
    return Byline((*others, person), (*joints, *byline.joints))


def _without_raised(trailer: Prose) -> tuple[Prose, tuple[str, ...]]:
    """The trailer without raised markers at its end, and those."""
    runs = trailer.runs
    raised: list[str] = []
    while runs and (Style.SUP in runs[-1].marks or not runs[-1].text.strip()):
        raised += [match[0] for match in MARKER_TEXT.finditer(runs[-1].text)]
        runs = runs[:-1]
    return (Prose(runs), tuple(raised)) if raised else (trailer, ())


def _dress_change(line: Prose) -> int | None:
    """Where bold names end and something else begins."""
    place = 0
    for run in line.runs:
        if place and Style.BOLD not in run.marks and len(run.text.strip(" ,;:()")) > 3:
            return place if is_institution(line.text[place:]) or starts_role(line.text[place:]) else None
        if Style.BOLD not in run.marks and run.text.strip() and Style.SUP not in run.marks:
            return None
        place += len(run.text)
    return None


def trailer_start(text: str) -> int | None:
    """Where a role or an institution begins in a line that begins otherwise; an institution begins after a comma if one
    stands before it.
    """
    part = 0
    for match in TOKEN.finditer(text):
        if not match.start():
            continue
        if text[: match.start()].rstrip(" ").endswith((",", "\n", "(", "–", "—")):
            part = match.start()
        if starts_role(text[match.start() :]):
            return match.start()
        is_more_than_kind = not match[0].endswith(",") and match.end() < len(text)
        if is_institution(match[0]) and (part or is_more_than_kind):
            return part or match.start()
    return None


def starts_role(text: str) -> bool:
    """Whether `text` begins with the word for a role: `Professeure`, `PhD candidate`."""
    return word_at_start("names", "roles", text.lstrip()) is not None


def is_sure_byline(byline: Byline) -> bool:
    """Whether something besides capitals speaks for names: given names we know, initials, capitals mixed with small
    letters.
    """
    given = words_of("names", "given")
    tokens = [token for person in byline.people for token in person.name.text.split()]
    known = any(fold(part) in given for token in tokens for part in (token, *token.split("-")))
    mixed = any(token.isupper() and len(token) > 2 for token in tokens) and not all(token.isupper() for token in tokens)
    return known or mixed or any(re.fullmatch(r"[^\W\d_]\.", token) for token in tokens)


__all__ = [
    "Byline",
    "Person",
    "is_sure_byline",
    "label_end",
    "parse_name",
    "read_byline",
    "starts_role",
    "trailer_start",
]
