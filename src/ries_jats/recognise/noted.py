"""References that notes print: where each begins and ends, and whether it is one at all.

A note holds a reference and nothing else, or several with semicolons between them, or a sentence that leads to one
(`See also`) or goes on after it. What is taken for a reference must read like one as a whole: somebody's title, with
what tells where and when it was published. A short form (`Ibid.`, `op. cit.`, `(Martin 2010)`) is a citation, and none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ..article.model import Article, Reference
from ..article.prose import Prose, Target
from ..article.references import ParsedReference, PublicationType
from ..article.walk import map_prose
from ..bibliography.tagging import cited
from ..lexicon import fold, lexicons, word_at_start, words_of
from ..references.languages import with_languages
from ..references.parser import parse_reference
from .entries.starts import GOES_ON, HAS_ADDRESS, HAS_YEAR, End, Start, end_of, start_of

SHORTEST, LONGEST = 25, 700
"""Characters of a reference in a note."""
LEAST_CERTAINTY = 0.35
MOST_TITLE_WORDS = 45
FURTHEST_AUTHOR = 3
"""Characters before the author of a reference: quotation marks, a bracket. Without an author a title comes first."""
_CLOSE = re.compile(r"(?<=[^\s.])(?:\s?;|\.|\.?[)\]»”\"]+[.;]?)(?=\s+\S)|(?<=\d),?(?=\s+[-–—]\s)")
"""Where a reference may end inside a note."""
_NEXT = re.compile(r"(?:[.;:!?]|[.;:]?[)»”\"])\s+|\(|\s[-–—]\s")
"""After which another may begin."""
_SPACE = re.compile(r"[\s:,.(–—-]*")
_CITED_YEAR = re.compile(r"\([^()\d]{0,50}[^\W\d_]{2}[^()\d]{0,10}\d{4}[a-z]?[^)]{0,30}\)")
"""A name and a year in brackets; the years of a life or a period are no citation."""
_RESTS = ("page", "volume", "issue", "accessed", "online", "host")
_TITLES = ("article-title", "chapter-title", "data-title", "source")
_PLACED = ("year", "publisher-name", "publisher-loc", "volume", "issue", "fpage", "page-range", "pub-id", "ext-link")


def mark_references(article: Article) -> Article:
    """With each reference that a note prints inside one `mixed-citation`; citations that are linked are left alone."""
    references: list[Reference] = []

    def marked(prose: Prose) -> Prose:
        found = list(iter_references(prose))
        references.extend(reference for _, reference in found)
        return _with_references(prose, found)

    notes = [replace(note, blocks=tuple(map_prose(block, marked) for block in note.blocks)) for note in article.notes]
    return replace(article, notes=tuple(notes), noted=tuple(references))


def iter_references(prose: Prose) -> Iterator[tuple[int, Reference]]:
    """Each reference in the prose of a note, with the place where it begins."""
    text = prose.text
    place: int | None = 0
    while place is not None and place < len(text):
        start = _after_lead(text, place)
        found = _reference_at(prose, start)
        if found:
            yield start, found
            place = start + len(found.text.text)
        place = _next(text, place if found else start)


def _with_references(prose: Prose, found: Sequence[tuple[int, Reference]]) -> Prose:
    parts: list[Prose] = []
    place = 0
    for start, reference in found:
        assert reference.parsed is not None
        parts += [prose.cut(place, start), cited(reference.text, reference.parsed)]
        place = start + len(reference.text.text)
    return Prose.join([*parts, prose.cut(place)]) if found else prose


def _after_lead(text: str, place: int) -> int:
    """The place after words that lead to a reference: `See also`, `Cf.`, an opening bracket."""
    while True:
        place = _skipped(text, place)
        end = word_at_start("references", "signal", text[place : place + 60])
        if not end or text[place + end : place + end + 1].strip(".:, \u00a0"):
            return place
        place += end


def _skipped(text: str, place: int) -> int:
    space = _SPACE.match(text, place)
    return space.end() if space else place


def _next(text: str, place: int) -> int | None:
    """The next place where a reference may begin: after a sentence, a bracket, a word that leads to one."""
    found = [match for match in (_NEXT.search(text, place), _signals().search(text, place)) if match]
    return min((match.end() for match in found), default=None)


@cache
def _signals() -> re.Pattern[str]:
    words = {word for lexicon in lexicons() for word in lexicon.words("references", "signal") if len(word) > 1}
    listed = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"[,.;:(–—]\s*(?:{listed})\b[.:]?(?=\s)|\s(?:{listed})\s?:", re.IGNORECASE)


def _reference_at(prose: Prose, start: int) -> Reference | None:
    """The reference that begins at `start`, to the first end at which it is whole."""
    text = prose.text
    begins = start_of(text[start:])
    if not text[start:] or (begins in GOES_ON and not (begins is Start.SMALL and start == 0)):
        return None
    for stop in _ends(text, start):
        unit = prose.cut(start, stop)
        if SHORTEST <= len(unit.text) <= LONGEST and _may_be_one(unit):
            parsed = _without_cited_page(with_languages(parse_reference(unit.text)))
            if is_reference(parsed) and not _leads_to_another(parsed):
                return Reference(unit, parsed=parsed)
    return None


def _ends(text: str, start: int) -> Iterator[int]:
    """Where the reference that begins at `start` may end: where it looks whole, and at the end of the note."""
    bound = _unopened(text, start)
    for close in _CLOSE.finditer(text, start, bound):
        before, after = text[start : close.start()], text[close.end() :].lstrip()
        if end_of(before) in (End.FIGURE, End.ADDRESS) and HAS_YEAR.search(before) and _begins_anew(close, after):
            yield close.end() if close.group() == "." else close.start()
            return
    yield start + len(text[start:bound].rstrip(" ;"))


def _unopened(text: str, start: int) -> int:
    """The place of the first closing bracket that nothing after `start` opens; the end of the text without one."""
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] in "([") - (text[place] in ")]")
        if depth < 0:
            return place
    return len(text)


def _begins_anew(close: re.Match[str], after: str) -> bool:
    """Whether what follows is not the rest of a reference: no page, no address, after a full stop no small letter."""
    start = start_of(after)
    if start is Start.SMALL and ";" in close.group():
        return not any(word_at_start("references", key, after[:60]) for key in _RESTS)
    if word_at_start("notes", "address-follows", after[:60]):
        return False
    is_rest = start in GOES_ON - {Start.HOST}
    return not is_rest or word_at_start("references", "signal", after[:60]) is not None


def _may_be_one(unit: Prose) -> bool:
    """A look before the parser is asked: something dated or addressed, in several parts, that is not linked yet."""
    text = unit.text
    return bool(
        (HAS_YEAR.search(text) or HAS_ADDRESS.search(text) or re.search(r"\d", text))
        and len(re.findall(r"[,.:;«»“”\"]", text)) > 1
        and not unit.has(Target)
        and _first_word(text) not in words_of("references", "again")
    )


def is_reference(parsed: ParsedReference) -> bool:
    """Whether what was parsed names a work: a title, and who wrote it or how to find it."""
    titles = [words for element in _TITLES if (words := parsed.first(element))]
    authors = [parsed.words(part) for part in parsed.all("person-group") if part.start <= FURTHEST_AUTHOR]
    placed = {part.element for part in parsed.parts} & set(_PLACED)
    if not titles or parsed.certainty < LEAST_CERTAINTY or _is_sentence(titles[0], authors):
        return False
    if titles[0][:1].islower() and placed <= {"year"}:
        return False
    if authors:
        return bool(placed)
    is_quoted = start_of(parsed.text) is Start.QUOTED and len(titles) + len(placed) > 2
    is_dated = parsed.publication_type is PublicationType.NEWSPAPER and parsed.first("day") != ""
    return is_quoted or is_dated or (len(placed) > 1 and bool(placed & {"ext-link", "pub-id"}))


def _without_cited_page(parsed: ParsedReference) -> ParsedReference:
    """A single page in a note is the one that is cited, which JATS has no element for, and not the work's first."""
    has_range = any(part.element in ("lpage", "page-range") for part in parsed.parts)
    kept = tuple(part for part in parsed.parts if has_range or part.element != "fpage")
    return replace(parsed, parts=kept)


def _leads_to_another(parsed: ParsedReference) -> bool:
    """Whether words that lead to a reference stand before the year, in no title's quotation marks."""
    found = _signals().search(parsed.text)
    year = next((part.start for part in parsed.all("year")), 0)
    return found is not None and found.start() < year


def _is_sentence(title: str, authors: Sequence[str]) -> bool:
    """Whether the words are running text: a long title, one that cites, an author that no name begins."""
    is_odd = len(title.split()) > MOST_TITLE_WORDS or _CITED_YEAR.search(title) is not None
    return is_odd or any(_first_word(author) in words_of("function-words", "words") for author in authors)


def _first_word(text: str) -> str:
    return fold(re.split(r"[\s,.:;(]", text.lstrip('«“"( '), maxsplit=1)[0])
