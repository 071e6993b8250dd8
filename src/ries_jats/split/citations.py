"""Authors of one cited work who are printed in several forms across an issue.

Only works with one author are compared, and only forms that give initials or given names: nothing else tells for sure
that two forms contradict each other.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..lexicon import fold
from .likeness import letters
from .lines import Line
from .masthead.forms import Form

_AUTHOR_YEAR = re.compile(
    r"^[\W\d]*(?P<author>[^\W\d_][^()\d]{2,60}?\.?)[\s,]*\((?P<year>(?:1[5-9]|20)\d\d)[^)]*\)[.,:]?\s*(?P<rest>.+)$"
)
_TITLE_END = re.compile(r"[.?!»”\"](?=\s|$)|,\s")
_BEFORE_TITLE = re.compile(r"^[\W\d]*(?P<author>[^\W\d_][^()\d«“\"]{2,60}?)[\s,.:]*[«“\"]?\s*$")
_SEVERAL = re.compile(r"[;&/]|\s(?:et|and|y|e|und|in)\s|\bet al\b|\.,\s*[^\W\d_]{3,}", re.IGNORECASE)
_LEAST_TITLE = 30
"""Letters from which a title is taken for that of one work."""
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class _Cited:
    author: Form
    surname: str
    initials: str


def cited_name_forms(lines: Sequence[Line]) -> Iterator[tuple[Form, ...]]:
    """The printed forms of each author whose initials differ between citations of one work."""
    entries = [line for line in lines if 0 < len(line.text) <= _LONGEST]
    keys = {line.number: letters(line.text) for line in entries}
    done: set[str] = set()
    for title in _titles(entries):
        if title in done or any(title in other for other in done):
            continue
        done.add(title)
        cited = [each for line in entries if title in keys[line.number] and (each := _cited(line, title))]
        yield from _contradicting(cited)


def _titles(lines: Sequence[Line]) -> Iterator[str]:
    """Of works in lists of references, as they are compared."""
    for line in lines:
        if match := _AUTHOR_YEAR.match(line.text):
            end = _TITLE_END.search(match["rest"], 20)
            key = letters(match["rest"][: end.start()] if end else match["rest"])
            if len(key) >= _LEAST_TITLE:
                yield key


def _cited(line: Line, title: str) -> _Cited | None:
    """The author in a line that cites a work, None when there are several or the form tells too little."""
    match = _AUTHOR_YEAR.match(line.text) or _BEFORE_TITLE.match(line.text[: _title_start(line.text, title)])
    if match is None or _SEVERAL.search(match["author"]):
        return None
    printed = match["author"].strip(" ,;:-–")
    surname, given = _parts(printed)
    return _Cited(Form(printed, line.number), surname, given) if surname and given else None


def _title_start(text: str, title: str) -> int:
    places = [at for at, character in enumerate(text) if letters(character)]
    at = "".join(letters(text[place])[:1] for place in places).find(title)
    return places[at] if 0 <= at < len(places) else 0


def _parts(printed: str) -> tuple[str, str]:
    """Surname and initials: what stands before a comma or before initials is the surname, else the last word."""
    words = [word for word in re.split(r"[\s.,]+", printed) if word]
    is_initial = [len(word) == 1 or (len(word) == 2 and word.isupper()) for word in words]
    if any(is_initial) and not all(is_initial):
        surname = [word for word, initial in zip(words, is_initial, strict=True) if not initial]
        given = [word for word, initial in zip(words, is_initial, strict=True) if initial]
    elif "," in printed:
        before, after = printed.split(",", 1)
        surname, given = before.split(), re.split(r"[\s.-]+", after.strip())
    else:
        surname, given = words[-1:], words[:-1]
    return fold(" ".join(surname)), "".join(sorted(fold(word)[:1] for word in given if word))


def _contradicting(cited: Sequence[_Cited]) -> Iterator[tuple[Form, ...]]:
    by_surname: dict[str, list[_Cited]] = defaultdict(list)
    for each in cited:
        by_surname[letters(each.surname)].append(each)
    for same in by_surname.values():
        if len({each.initials for each in same}) > 1:
            yield tuple(each.author for each in same)
