"""How well references are parsed: values found, wrong and missed, field by field."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...article.references import ParsedReference, Part
from ...lexicon import fold

Values = Mapping[str, Sequence[str]]
"""Field → its values, as they are compared: folded, without marks."""
_MARKS = re.compile(r"[^\w]+")
_PLAIN = {
    "year": "year",
    "volume": "volume",
    "issue": "issue",
    "edition": "edition",
    "series": "series",
    "publisher-name": "publisher",
    "publisher-loc": "place",
    "elocation-id": "pages",
    "page-range": "pages",
    "isbn": "isbn",
    "ext-link": "url",
    "date-in-citation": "accessed",
}
_TITLES = ("article-title", "chapter-title")


@dataclass
class Tally:
    """What was found of one field."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.right / max(self.right + self.missed, 1)

    @property
    def f1(self) -> float:
        """Both in one figure."""
        return 2 * self.right / max(2 * self.right + self.wrong + self.missed, 1)

    def add(self, gold: Iterable[str], found: Iterable[str]) -> None:
        """Counts the values of one reference."""
        wanted, given = Counter(gold), Counter(found)
        right = (wanted & given).total()
        self.right += right
        self.wrong += given.total() - right
        self.missed += wanted.total() - right


@dataclass
class Score:
    """The tallies of all fields."""

    fields: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))

    def add(self, gold: Values, found: Values) -> None:
        """Counts one reference."""
        for name in {*gold, *found}:
            self.fields[name].add(gold.get(name, ()), found.get(name, ()))

    @property
    def total(self) -> Tally:
        """All fields together."""
        tallies = self.fields.values()
        return Tally(*(sum(getattr(tally, name) for tally in tallies) for name in ("right", "wrong", "missed")))


def compared(text: str) -> str:
    """A value as it is compared."""
    return " ".join(_MARKS.sub(" ", fold(text)).split())


def values_of(parsed: ParsedReference) -> Values:
    """The values of a parsed reference."""
    found: dict[str, list[str]] = defaultdict(list)
    found["type"].append(parsed.publication_type.value)
    for part in parsed.parts:
        if name := _PLAIN.get(part.element):
            found[name].append(compared(parsed.words(part)))
        elif part.attribute("pub-id-type") == "doi":
            found["doi"].append(parsed.words(part).casefold())
        elif part.attribute("units") == "pages":
            found["extent"].append(compared(parsed.words(part)))
    for group in ("author", "editor", "translator"):
        found[f"{group}s"] = [_name(parsed, part) for part in parsed.group(group)]
    found["pages"] += _pages(parsed)
    for name, element in _title_fields(parsed):
        found[name].append(compared(parsed.first(element)))
    return {name: values for name, values in found.items() if any(values)}


def _name(parsed: ParsedReference, name: Part) -> str:
    pieces = (
        " ".join(parsed.words(part) for part in parsed.all(element, name)) for element in ("surname", "given-names")
    )
    return (
        " | ".join(compared(piece) for piece in pieces)
        if name.element == "string-name"
        else compared(parsed.words(name))
    )


def _pages(parsed: ParsedReference) -> list[str]:
    pages = [parsed.first(element) for element in ("fpage", "lpage")]
    return [compared(" ".join(filter(None, pages)))] if any(pages) else []


def _title_fields(parsed: ParsedReference) -> Iterator[tuple[str, str]]:
    own = next((element for element in _TITLES if parsed.first(element)), "")
    if own:
        yield "title", own
    if parsed.first("source"):
        yield ("container" if own else "title"), "source"
