"""Which lines of a head are its titles: the title itself, the rest of it, a subtitle, translations."""

import re
from itertools import takewhile

from ..lexicon import fold, label_of, words_of
from .affiliations import iter_labels
from .byline import is_sure_byline, read_byline
from .classify import TITLE_LINE, Kind, is_in_other_language, weak_kind
from .contacts import iter_contacts
from .lines import SENTENCE, Line, is_running_text

OPEN_ENDS = (":", ",", "-", "–", "—", "«", "(")


def title_place(lines: list[Line], kinds: list[Kind | None], language: str) -> int | None:
    """The line that is the title, None when none can be."""
    if Kind.TITLE in kinds:
        return kinds.index(Kind.TITLE)
    lines_left = [
        place for place in range(len(lines)) if kinds[place] is None and not is_running_text(lines[place].prose)
    ]
    scored = [(_title_score(lines[place], place), -place) for place in lines_left]
    best = max(scored, default=None)
    return None if best is None else _own_language(lines, kinds, -best[1], language)


def _own_language(lines: list[Line], kinds: list[Kind | None], best: int, language: str) -> int:
    """The title in the article's language, when the line that stands out most is its translation."""
    if not is_in_other_language(lines[best].text, language):
        return best
    for place in (best - 1, best + 1):
        if 0 <= place < len(lines) and kinds[place] is None and lines[place].is_prominent:
            candidate = lines[place]
            is_title = len(candidate.text.split()) > 2 and read_byline(candidate.prose) is None
            if is_title and not is_in_other_language(candidate.text, language):
                return place
    return best


def _title_score(line: Line, place: int) -> float:
    """By rank, weight, capitals and place together, not by one of them: the first line that stands out and names
    nobody.
    """
    rank = (12 - line.level) * 3 if line.level else 15 * line.is_bold + 5 * line.is_caps
    kind = weak_kind(line)
    byline = read_byline(line.prose) if line.level == 1 else None
    names_somebody = kind in (Kind.AUTHORS, Kind.ROLE) and (line.level != 1 or bool(byline and is_sure_byline(byline)))
    words = len(line.text.split())
    names_place = kind is Kind.AFFILIATION and words < 8 and not line.is_prominent
    is_other = len(re.findall(r"\d+", line.text)) > 3 or label_of(line.text) is not None
    penalty = 25 * names_somebody + 12 * names_place + 20 * (words < 2) + 12 * is_other
    return rank - 4 * place - penalty + 40 * (kind is Kind.TITLE)


def settle_titles(lines: list[Line], kinds: list[Kind], title: int, language: str) -> None:
    """What follows the title before anything else: the rest of it, a subtitle, its translation."""
    if title and lines[title - 1].is_prominent and kinds[title - 1] in (Kind.TEXT, Kind.AFFILIATION):
        above = lines[title - 1].text
        if len(above.split()) > 2 and is_in_other_language(above, language):
            kinds[title - 1] = Kind.TRANS_TITLE
    last = title
    for place in range(title + 1, len(lines)):
        line, kind = lines[place], kinds[place]
        if kind in (Kind.SUBTITLE, Kind.TRANS_TITLE):
            continue
        if kind is Kind.TITLE:
            last = place
            continue
        if not _may_be_title(lines[last], line, kind, language):
            break
        other = is_in_other_language(_block_text(lines, place), language) and not lines[last].text.endswith(OPEN_ENDS)
        if _continues_title(lines[last], line) and (not other or kinds[last] is Kind.TRANS_TITLE):
            kinds[place] = Kind.SUBTITLE if kinds[last] is Kind.TITLE and _is_closed(lines[last]) else kinds[last]
        elif (other or _is_another_translation(lines[last], line, kinds[last])) and len(line.text.split()) > 2:
            kinds[place] = Kind.TRANS_TITLE
        elif kinds[last] in (Kind.TITLE, Kind.SUBTITLE):
            kinds[place] = Kind.SUBTITLE
        else:
            break
        last = place


def _is_another_translation(last: Line, line: Line, kind: Kind) -> bool:
    """Whether a line printed as titles are comes after a translated title, in a paragraph of its own and alike."""
    return kind is Kind.TRANS_TITLE and line.style == TITLE_LINE and line.opens_block and look_alike(last, line)


def _block_text(lines: list[Line], place: int) -> str:
    """The line with those that follow it in its block: more words tell a language better."""
    following = takewhile(lambda line: line.block == lines[place].block and not line.opens_block, lines[place + 1 :])
    return " ".join(line.text for line in (lines[place], *following))


def _may_be_title(last: Line, line: Line, kind: Kind, language: str) -> bool:
    """Whether a line after the title may still be a part of the titles, whatever its words look like."""
    if kind is Kind.TEXT:
        is_sentence = SENTENCE.search(line.text) and not SENTENCE.search(last.text) and not line.is_prominent
        return not is_sentence or line.style != ""
    byline = read_byline(line.prose)
    if byline and is_sure_byline(byline):
        return False
    if _continues_title(last, line) and last.text.rstrip().endswith(OPEN_ENDS):
        return True
    if kind is Kind.TYPE or (kind is Kind.AFFILIATION and line.level):
        return bool(line.level)
    if (
        kind in (Kind.AUTHORS, Kind.AFFILIATION)
        and last.block == line.block
        and not line.opens_block
        and look_alike(last, line)
    ):
        return last.is_prominent
    return kind in (Kind.AUTHORS, Kind.AFFILIATION, Kind.ROLE) and _is_title_in_disguise(line, language)


def _is_closed(title: Line) -> bool:
    """A colon closes the title; what follows is its subtitle."""
    return title.text.rstrip().endswith(":")


def look_alike(one: Line, other: Line) -> bool:
    """Whether two lines are of one rank and weight."""
    return one.level == other.level and one.is_caps == other.is_caps and one.is_bold == other.is_bold


def _is_title_in_disguise(line: Line, language: str) -> bool:
    """A translated title may hold an institution's word; it is as prominent as a title and has a title's length."""
    long = len(line.text.split()) >= 5
    if any(True for _ in iter_contacts(line.prose)) or any(True for _ in iter_labels(line.text)):
        return False
    return long and not read_byline(line.prose) and is_in_other_language(line.text, language)


def _continues_title(title: Line, line: Line) -> bool:
    """Whether the title was broken over two lines."""
    text = title.text.rstrip()
    same_look = look_alike(title, line)
    last_word = fold(text.split()[-1]) if text.split() else ""
    open_end = text.endswith(OPEN_ENDS) or line.text[:1].islower() or last_word in _function_words()
    tied = title.block == line.block and not line.opens_block and not text.endswith((".", "?", "!"))
    return same_look and (open_end or tied)


def _function_words() -> frozenset[str]:
    return words_of("function-words", "words")
