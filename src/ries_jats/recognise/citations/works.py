"""What a citation may tell of a work: surnames, year, letter, title, printed number."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ...article.model import Reference
from ...article.references import ParsedReference
from ...lexicon import fold, words_of
from .light import Light, read_lightly
from .words import core, initials

LEAST_CERTAIN = 0.5
"""Below this certainty of the parser, the beginning of the string tells as much."""
_YEAR = re.compile(r"(?<!\d)(1[0-9]\d\d|20\d\d)([a-z](?!\w))?")


@dataclass(frozen=True)
class Author:
    """A person by the words of the surname, folded and without particles, and of the given names; or an institution."""

    surname: tuple[str, ...]
    given: frozenset[str] = frozenset()
    is_collective: bool = False

    @property
    def initials(self) -> frozenset[str]:
        """The first letters of the given names."""
        return frozenset(word[0] for word in self.given)


@dataclass(frozen=True)
class Work:
    """An entry of the reference list, as citations name it."""

    key: str
    text: str
    authors: tuple[Author, ...] = ()
    has_more_authors: bool = False
    names: frozenset[tuple[str, ...]] = frozenset()
    """What a citation may call an institution, or a work without author: its name, its acronym."""
    year: str = ""
    letter: str = ""
    other_years: frozenset[str] = frozenset()
    titles: tuple[tuple[str, ...], ...] = ()
    """What it may be called: its title, or a title that stands where authors do."""
    label: str = ""

    @property
    def bag(self) -> frozenset[str]:
        """Every word of the authors' names."""
        return frozenset(word for author in self.authors for word in (*author.surname, *author.given))


def read_work(reference: Reference, parsed: ParsedReference | None = None) -> Work:
    """What `reference` tells, by its parsed parts where the parser was certain."""
    text = reference.text.text
    light = read_lightly(text)
    work = Work(
        key=reference.key,
        text=" ".join(text.split()),
        authors=tuple(_person(*name) for name in light.people) + tuple(_collective(name) for name in light.collectives),
        has_more_authors=light.has_more,
        names=frozenset([*_names(light.collectives), *filter(None, [words_in(light.heading)])]),
        year=light.year,
        letter=light.letter,
        other_years=frozenset(light.other_years),
        titles=_titles(light.title, "" if light.people else light.heading),
        label="".join(re.findall(r"\d+", reference.label.text)[:1]),
    )
    if parsed is None or parsed.certainty < LEAST_CERTAIN or parsed.text != text:
        return work
    return _corrected(work, light, parsed)


def _corrected(work: Work, light: Light, parsed: ParsedReference) -> Work:
    """With what the parser found; names that it could not part, and a year in brackets after them, are read lightly."""
    authors = tuple(_parsed_authors(parsed))
    are_parted = any(not author.is_collective for author in authors) or not any(given for _, given in light.people)
    are_all = not _surnames(authors) < _surnames(work.authors) or not all(given for _, given in light.people)
    year = _YEAR.search(parsed.first("year"))
    is_sure = light.is_year_in_brackets or not year
    title = parsed.first("article-title") or parsed.first("chapter-title") or parsed.first("source")
    collectives = [parsed.words(part) for part in parsed.group("author") if part.element == "collab"]
    return replace(
        work,
        authors=authors if authors and are_parted and are_all else work.authors,
        names=work.names | frozenset(_names(collectives)),
        year=work.year if is_sure or not year else year[1],
        letter=work.letter if is_sure or not year else year[2] or "",
        other_years=work.other_years | ({work.year, year[1]} - {""} if year else set()),
        titles=tuple(dict.fromkeys((*_titles(title), *work.titles))),
    )


def _surnames(authors: Iterable[Author]) -> set[tuple[str, ...]]:
    return {author.surname for author in authors}


def _parsed_authors(parsed: ParsedReference) -> Iterator[Author]:
    """The authors, of a work without any its editors."""
    for part in [*parsed.group("author")] or [*parsed.group("editor")]:
        surname = next((parsed.words(each) for each in parsed.all("surname", part)), "")
        given = " ".join(parsed.words(each) for each in parsed.all("given-names", part))
        is_person = part.element != "collab" and surname
        yield _person(surname, given) if is_person else _collective(parsed.words(part))


def _titles(*titles: str) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(words for title in titles if (words := words_in(title))))


def _person(surname: str, given: str) -> Author:
    words = frozenset(core(given)) if re.search(r"\w{2}", given) else frozenset()
    return Author(core(surname), words | initials(given))


def _collective(name: str) -> Author:
    return Author(core(name), is_collective=True)


def _names(collectives: list[str] | tuple[str, ...]) -> list[tuple[str, ...]]:
    """The names of institutions as printed, without what stands in brackets, and their acronyms."""
    found = []
    for name in collectives:
        bare = re.sub(r"\s*[(\[][^)\]]*[)\]]", "", name)
        found += [words_in(name), words_in(bare), *((fold(each),) for each in acronyms(name))]
    return [words for words in found if words]


def acronyms(name: str) -> list[str]:
    """What stands for a name: printed in brackets (`[ONU]`), or made of the first letters of its words."""
    printed = re.findall(r"[(\[]([^\W\d_]{2,10})[)\]]", name)
    bare = re.sub(r"[(\[][^)\]]*[)\]]", "", name)
    small = words_of("function-words", "words") | words_of("names", "particles")
    words = [word for word in re.findall(r"\w+", fold(bare)) if word not in small and len(word) > 1]
    made = "".join(word[0] for word in words)
    return [*(each for each in printed if each.isupper()), *([made] if 2 <= len(made) <= 8 and len(words) > 1 else [])]


def words_in(text: str) -> tuple[str, ...]:
    """Folded words."""
    return tuple(re.findall(r"\w+", fold(text)))
