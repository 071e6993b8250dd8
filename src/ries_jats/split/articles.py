"""The articles of an issue as they present themselves: title, byline, type, language."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..language import detect
from ..lexicon import entry_at_start, entry_of, fold, label_at_start, label_of, words_of
from .boundaries import Layout, Start
from .contents import is_kicker
from .entries import Listed
from .heads import Candidate, begins_abstract, byline_at
from .likeness import letters, likeness
from .lines import Line
from .people import People, is_one_person, is_sure_name, people_of, surname_of

_HEAD_LINES = 12
"""Lines with words after a title in which authors may stand."""
_LAST_LINES = 5
_LONGEST_BYLINE = 220
_RUNNING_TEXT = 230
_CALL = re.compile(r"(?<=[^\W\d_]|[»”\"?!.)])\s?(?:\d{1,2}|[*†‡]+)$")
_GLUED_CALL = re.compile(r"(?<=[^\W\d_]|[»”\"?!.)])(?:\d{1,2}|\s?[*†‡]+)$")
"""The call of a note after a title; `Mai 68` has none."""
_SAMPLE = 4_000
_WORDED = 40
_TELLING = frozenset(
    "editorial introduction book-review interview obituary correction retraction addendum letter reply".split()
)
"""Types that the first words of a title may tell: `Éditorial : …`. Other words begin titles of any kind."""
_CITED = re.compile(r"\((?:1[5-9]|20)\d\d|[«“\"]")
"""A year in parentheses, a quoted title: a suggested citation is no byline."""
_SAME_NAME = 0.7
_TITLE_ALONE = 0.85
_MOST_NAME_WORDS = 12


@dataclass(frozen=True, slots=True)
class Byline:
    """An author as the article prints the name, and the number of the line."""

    name: str
    line: int


@dataclass(frozen=True, slots=True)
class Article:
    """An article of an issue: `first` and `last` are the numbers of its lines in the file, both included."""

    first: int
    last: int
    title: str
    title_line: int
    authors: tuple[Byline, ...]
    type: str
    language: str
    listed: Listed | None = None
    file: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Of its authors: its own byline wins, the contents speak where it has none."""
        own = tuple(author.name for author in self.authors)
        return own or (self.listed.authors if self.listed else ())


def read_articles(lines: Sequence[Line], layout: Layout) -> tuple[Article, ...]:
    """The articles in the order of the contents, each with the name of its file."""
    articles = [_article(lines, layout.starts[place]) for place in layout.order]
    return tuple(_with_files(articles))


def _article(lines: Sequence[Line], start: Start) -> Article:
    title = _whole_title(lines, start)
    text, byline = _parted(_own_title(title, start.listed), start.listed)
    authors = tuple(Byline(name, lines[title.stop].number) for name in byline) or tuple(_authors(lines, start, title))
    return Article(
        first=lines[start.place].number,
        last=lines[start.stop - 1].number,
        title=text,
        title_line=lines[title.start].number,
        authors=authors,
        type=_type(lines, start, title),
        language=_language(lines[start.place : start.stop]),
        listed=start.listed,
    )


# Title


def _whole_title(lines: Sequence[Line], start: Start) -> Candidate:
    """The lines of the title; one that ends with a colon goes on in the next line."""
    title = start.title or _first_title(lines, start)
    following = title.stop + 1
    if following < start.stop and title.text.rstrip().endswith((":", "–", "—", "-")):
        line = lines[following]
        if line and len(line.text) < _RUNNING_TEXT and people_of(line.text) is None and not begins_abstract(line.text):
            return Candidate(title.start, following, f"{title.text} {line.text}")
    return title


def _first_title(lines: Sequence[Line], start: Start) -> Candidate:
    """The first heading of an article about which nothing else is known, else its first line."""
    places = [place for place in range(start.place, start.stop) if lines[place]]
    titles = [place for place in places[:30] if lines[place].is_heading and _may_be_title(lines[place].text)]
    place = next(iter(titles or places), start.place)
    return Candidate(place, place, lines[place].text)


def _may_be_title(text: str) -> bool:
    people = people_of(text)
    return label_of(text) is None and not (people and people.is_sure)


def _own_title(title: Candidate, listed: Listed | None) -> str:
    """Without the call of a note at its end."""
    text = title.text.strip()
    if listed is None:
        return _GLUED_CALL.sub("", text)
    return text if letters(listed.title).endswith(letters(text)[-3:]) else _CALL.sub("", text)


def _parted(text: str, listed: Listed | None) -> tuple[str, tuple[str, ...]]:
    """Title and names when one heading holds both, as the title in the contents tells."""
    words = text.split()
    least = max(likeness(text, listed.title), _TITLE_ALONE) if listed else 1.0
    for size in range(2, min(_MOST_NAME_WORDS, len(words) - 1)):
        title, people = " ".join(words[:-size]), people_of(" ".join(words[-size:]))
        if listed and people and people.is_byline and likeness(title, listed.title) > least:
            return title, people.names
    return text, ()


# Authors


def _authors(lines: Sequence[Line], start: Start, title: Candidate) -> Iterator[Byline]:
    """Those of the head; where it has none, those who sign at the end and whom the contents name."""
    expected = start.listed.authors if start.listed else ()
    if is_kicker(title.text) and not expected and _kind(title.text) not in ("editorial", "introduction"):
        # A section under one title has as many authors as pieces.
        return
    found = list(_chosen(_people_lines(lines, _head(lines, start, title)), expected))
    if not found:
        last = [place for place in range(title.stop + 1, start.stop) if lines[place]][-_LAST_LINES:]
        signed = list(_people_lines(lines, last))
        found = [each for each in _chosen(signed, expected) if not expected or _is_expected(each.name, expected)]
        found = found if expected or _is_signature(signed) else []
    yield from found


def _head(lines: Sequence[Line], start: Start, title: Candidate) -> list[int]:
    """The lines around a title in which a byline may stand."""
    above = [place for place in range(start.place, title.start) if lines[place]]
    below: list[int] = []
    for place in range(title.stop + 1, start.stop):
        line = lines[place]
        if not line:
            continue
        if begins_abstract(line.text) or len(line.text) > _RUNNING_TEXT or len(below) == _HEAD_LINES:
            break
        below.append(place)
    return [*above, *below]


def _people_lines(lines: Sequence[Line], places: Sequence[int]) -> Iterator[tuple[int, People]]:
    for place in places:
        line = lines[place]
        is_other = label_at_start(line.text) or label_of(line.text) or _CITED.search(line.text)
        if len(line.text) <= _LONGEST_BYLINE and not is_other:
            people = byline_at(lines, place) or people_of(line.text)
            if people:
                yield line.number, people


def _is_signature(signed: Sequence[tuple[int, People]]) -> bool:
    """Whether one sure name stands alone at the end."""
    return len(signed) == 1 and signed[0][1].is_sure and len(signed[0][1].names) == 1


def _chosen(
    found: Iterator[tuple[int, People]] | Sequence[tuple[int, People]], expected: Sequence[str]
) -> Iterator[Byline]:
    """The names that the contents expect with those beside them in the line; without contents all sure ones."""
    lines = list(found)
    known = [(number, people) for number, people in lines if any(_is_expected(name, expected) for name in people.names)]
    if known:
        chosen = known
    elif expected:
        chosen = [(number, people) for number, people in lines if people.is_sure][:1]
    else:
        chosen = [(number, people) for number, people in lines if people.is_byline]
    seen: set[str] = set()
    for number, people in chosen:
        for name in people.names:
            is_author = people.is_byline or is_sure_name(name) or _is_expected(name, expected)
            if letters(name) not in seen and is_author:
                seen.add(letters(name))
                yield Byline(name, number)


def _is_expected(name: str, expected: Sequence[str]) -> bool:
    return any(is_one_person(name, other) or likeness(name, other) >= _SAME_NAME for other in expected)


# Type and language


def _type(lines: Sequence[Line], start: Start, title: Candidate) -> str:
    """A value of `article/@article-type`: by the title's words, the kicker above it, the section of the contents."""
    kind = _kind(title.text)
    if kind and (is_kicker(title.text) or kind in _TELLING):
        return kind
    kickers = [lines[place].text for place in range(start.place, title.start) if lines[place]]
    section = [start.listed.section] if start.listed and start.listed.section else []
    kinds = (_kind(text) for text in (*reversed(kickers), *section))
    return next((kind for kind in kinds if kind), "research-article")


def _kind(text: str) -> str:
    """The type that a line is the name of, or begins with; empty for none."""
    whole, first = entry_of("types", text), entry_at_start("types", text)
    return whole.kind if whole else first[0].kind if first else ""


def _language(lines: Sequence[Line]) -> str:
    """The language of the body: of text from its middle on, where neither abstracts nor references stand."""
    text = [line.text for line in lines if len(line.text) > _WORDED]
    middle = text[len(text) // 3 :]
    return detect("\n".join(middle)[:_SAMPLE] or "\n".join(line.text for line in lines)[:_SAMPLE])[0]


# Files


def _with_files(articles: Sequence[Article]) -> Iterator[Article]:
    taken: set[str] = set()
    for article in articles:
        slug = _slug(article)
        number = next(number for number in range(1, len(articles) + 2) if _numbered(slug, number) not in taken)
        taken.add(_numbered(slug, number))
        yield replace(article, file=f"{_numbered(slug, number)}.md")


def _numbered(slug: str, number: int) -> str:
    return slug if number == 1 else f"{slug}-{number}"


def _slug(article: Article) -> str:
    """The surnames of the authors, or the type, or the first words of the title."""
    if article.type == "editorial":
        return "editorial"
    surnames = [ascii_name for name in article.names if (ascii_name := _ascii(surname_of(name, article.language)))]
    if surnames:
        return "-".join(surnames) if len(surnames) <= 3 else f"{surnames[0]}-et-al"
    small = words_of("function-words", "words")
    words = [word for word in map(_ascii, fold(article.title).split()) if word and word not in small]
    return "-".join(words[:5]) or "article"


def _ascii(text: str) -> str:
    return "".join(character for character in letters(text) if character.isascii())
