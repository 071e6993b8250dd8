"""Affiliations: what of a printed line is the institution, its division, the city, the country.

https://jats.nlm.nih.gov/publishing/tag-library/1.3/element/aff.html
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..article.front import Affiliation
from ..article.prose import Link, Mark, NoteCall, Origin, Prose
from ..lexicon import fold, words_of
from ..places import city_at_end, country_at_end, country_code, is_city

SEPARATOR = re.compile(r"\s*[,;\n\u2028|]\s*|\s+[-–—]\s+|\s*[()]\s*|\.\s+(?=[A-ZÀ-Þ])")
SHORTEST_WORD = 3
"""Letters up to which a word counts in capitals only: `UN` is an institution, `un` an article."""
POSTCODE = re.compile(r"^(?:[A-Z]{1,3}-)?\d{3,6}(?:\s*CEDEX)?\s*|\s*\bCEDEX(?:\s+\d+)?$|\s+\d{4,6}$", re.IGNORECASE)
LEADING_ARTICLE = re.compile(
    r"^(?:le|la|les|l['’]|the|el|los|las|au|à l['’]|à la|à|at the|at|en la|en el)\s*(?=[A-ZÀ-Þ])"
)
HEAD_NOUN_WORDS = 3
"""Words that an institution's name keeps when a city is cut from its end."""
ADJECTIVES = frozenset(
    "nacional autonoma catolica pontificia politecnica tecnologica tecnica superior estatal federal publica privada "
    "libre nationale autonome catholique polytechnique technique superieure populaire ibero iberoamericana "
    "national autonomous catholic polytechnic technical state free open public private".split()
)
"""Folded words that name no institution by themselves."""
PROPER_WORD = re.compile(r"[A-ZÀ-Þ]")


@dataclass(frozen=True)
class Part:
    """A piece of a printed affiliation between commas."""

    prose: Prose

    @property
    def text(self) -> str:
        """The plain text, stripped."""
        return self.prose.text.strip()

    def has_word(self, words: frozenset[str]) -> bool:
        """Whether any word, or any two or three together, is one of `words`."""
        printed = re.sub(r"[^\w'’\- ]", " ", self.text).split()
        tokens = [
            word for each in printed if len(each) > SHORTEST_WORD or each.isupper() for word in fold(each).split()
        ]
        return any(" ".join(tokens[i : i + n]) in words for n in (1, 2, 3) for i in range(len(tokens) - n + 1))


def is_institution(text: str) -> bool:
    """Whether a word for an institution or a part of one is in `text`."""
    part = Part(Prose.of(text, Origin.GENERATED))
    return part.has_word(words_of("institutions", "words")) or part.has_word(words_of("institutions", "divisions"))


def parse_affiliation(printed: Prose, label: Prose = Prose()) -> Affiliation:
    """The parts of a printed affiliation; each is a piece of it, what is unknown is empty."""
    text = printed.strip(" \t\n,;:-–—")
    bare = Prose(tuple(replace(run, marks=_bare(run.marks)) for run in text.runs))
    bare, country, code = _split_country(bare)
    parts = [Part(piece.strip(" \t\n.;,-–—")) for piece in bare.split(SEPARATOR)]
    parts = [part for part in parts if part.text]
    parts, city = _split_city(parts, has_country=bool(code))
    institution, others = _institution(parts)
    return Affiliation(
        text,
        label,
        _without_article(institution.prose) if institution else Prose(),
        tuple(part.prose for part in others),
        city,
        country,
        code,
    )


def _bare(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    return tuple(mark for mark in marks if isinstance(mark, Link | NoteCall))


def _split_country(prose: Prose) -> tuple[Prose, Prose, str]:
    found = country_at_end(prose.text)
    if found:
        start, code = found
        return prose.cut(0, start).strip(" \t\n,;:-–—("), prose.cut(start).strip(" \t\n.,;)"), code
    return prose, Prose(), ""


def _split_city(parts: list[Part], *, has_country: bool) -> tuple[list[Part], Prose]:
    """The city is a part of its own near the end, or the last words of the institution's name."""
    for place in reversed(range(max(len(parts) - 3, 0), len(parts))):
        before_country = has_country and place == len(parts) - 1
        city = _as_city(parts[place], is_first=place == 0, before_country=before_country)
        if city:
            return parts[:place] + parts[place + 1 :], city
    for place in reversed(range(len(parts))):
        found = _trailing_city(parts[place])
        if found:
            rest, city = found
            return [*parts[:place], rest, *parts[place + 1 :]], city
    return parts, Prose()


def _as_city(part: Part, *, is_first: bool, before_country: bool) -> Prose:
    match = POSTCODE.search(part.text)
    has_code = bool(match and match[0])
    spans = [found.span() for found in POSTCODE.finditer(part.prose.text)]
    name = part.prose.without(spans).strip() if spans else part.prose
    is_state = len(name.text) == 2 and name.text.isupper()
    if not name.text or is_state or is_institution(part.text) or any(letter.isdigit() for letter in name.text):
        return Prose()
    words = name.text.split()
    is_known = is_city(name.text) and name.text[:1].isupper()
    is_proper = len(words) <= 3 and all(PROPER_WORD.match(word) for word in words)
    looks = not is_first and is_proper and (has_code or before_country)
    return name if is_known or looks else Prose()


def _trailing_city(part: Part) -> tuple[Part, Prose] | None:
    """A city glued to the end of a name that is whole without it: `Universidad Mohamed I de Oujda`, `… Sciences
    paris`.
    """
    if not is_institution(part.text):
        return None
    name = part.prose.strip()
    start = city_at_end(name.text, any_case=True) or 0
    if not start or not name.text[start].islower():
        return None
    rest = name.cut(0, start).strip()
    is_whole = len(rest.text.split()) >= HEAD_NOUN_WORDS and not _needs_more(rest.text)
    return (Part(rest), name.cut(start)) if is_whole else None


def _needs_more(name: str) -> bool:
    """Whether the name only says a kind, so that the city is its very name: `Universidad Nacional Autónoma de
    México`.
    """
    kinds = words_of("institutions", "words") | words_of("institutions", "divisions") | ADJECTIVES
    return all(fold(word) in kinds for word in name.split() if PROPER_WORD.match(word))


def _institution(parts: Sequence[Part]) -> tuple[Part | None, list[Part]]:
    """The part that names the whole institution, and the others in their order."""
    kinds = words_of("institutions", "words") - words_of("institutions", "divisions")
    ranked = [part for part in parts if part.has_word(kinds)]
    if not ranked:
        ranked = [part for part in parts if part.has_word(words_of("institutions", "divisions"))][-1:]
    if not ranked and parts and not any(character.isdigit() for character in parts[0].text):
        ranked = [parts[0]]
    best = next((part for part in ranked if is_university(part.text)), ranked[0] if ranked else None)
    return best, [part for part in parts if part is not best]


def is_whole_institution(text: str) -> bool:
    """Whether something more than a part of an institution (a laboratory, a faculty) is named."""
    part = Part(Prose.of(text, Origin.GENERATED))
    return part.has_word(words_of("institutions", "words") - words_of("institutions", "divisions"))


def is_university(text: str) -> bool:
    """Whether a university is named."""
    return "univers" in fold(text)


def _without_article(prose: Prose) -> Prose:
    match = LEADING_ARTICLE.match(prose.text)
    return prose.cut(match.end()) if match else prose


def is_place_line(text: str) -> bool:
    """Whether a line is only a city, a country or both."""
    pieces = [piece.strip(" .") for piece in re.split(r"\s*[,;()]\s*|\s+[-–—]\s+", text) if piece.strip(" .")]
    return bool(pieces) and len(pieces) <= 3 and all(is_city(piece) or country_code(piece) for piece in pieces)


def iter_labels(text: str) -> Iterator[re.Match[str]]:
    """Printed markers at the start of a line: `1`, `(a)`, `*`."""
    match = re.match(r"\s*[(\[]?(\d{1,2}\*?|[a-z](?=[)\]\s.])|[*∗†‡§¶#]+)[)\].]?\s*", text)
    if match:
        yield match
