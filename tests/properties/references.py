"""Parsed references of every shape, likely or not: parts in parts, dress and links across them."""

from typing import Any

from hypothesis import strategies as st

from ries_jats.article.model import Reference
from ries_jats.article.prose import Link, Mark, Prose, Run, Style
from ries_jats.article.references import ParsedReference, Part, PublicationType
from ries_jats.article.works import Role
from ries_jats.bibliography.csl import NAME_PARTS, VARIABLES
from ries_jats.bibliography.kinds import PUBLICATION_TYPES

TYPES = [*PUBLICATION_TYPES, "song", ""]
WORDS = st.text("aÉ ,.—12[]&<%#{}\\_é\u2028", min_size=0, max_size=12)
ELEMENTS = st.sampled_from(
    "article-title chapter-title collab comment conf-name date-in-citation edition elocation-id etal ext-link fpage "
    "given-names isbn issue lpage person-group pub-id publisher-loc publisher-name series size source string-name "
    "suffix surname trans-title volume year".split()
)
REQUIRED = {
    "size": (("units", "pages"),),
    "pub-id": (("pub-id-type", "doi"),),
    "person-group": (("person-group-type", "author"),),
    "ext-link": (("xlink:href", "https://port.example/a b#c"),),
    "year": (("iso-8601-date", "2010"),),
}
MARKS: st.SearchStrategy[Mark] = st.one_of(
    st.sampled_from([Style.ITALIC, Style.SUP, Style.SC]), st.just(Link("https://doi.org/10.5555/a"))
)


@st.composite
def parsed_references(draw: st.DrawFn) -> ParsedReference:
    """Up to three levels of parts, each with words before, inside and after it."""
    text: list[str] = []
    parts: list[Part] = []

    def grow(depth: int) -> None:
        text.append(draw(WORDS))
        for _ in range(draw(st.integers(0, 3 if depth < 3 else 0))):
            name, place, start = draw(ELEMENTS), len(parts), len("".join(text))
            parts.append(Part(start, start, name))
            text.append(draw(WORDS.filter(bool)))
            grow(depth + 1)
            parts[place] = Part(start, len("".join(text)), name, REQUIRED.get(name, ()))
            text.append(draw(WORDS))

    grow(0)
    kind = draw(st.sampled_from(PublicationType))
    return ParsedReference("".join(text), tuple(parts), kind)


@st.composite
def references(draw: st.DrawFn) -> Reference:
    """A parsed reference whose printed words are dressed anyhow."""
    parsed = draw(parsed_references())
    runs: list[Run] = []
    place = 0
    while place < len(parsed.text):
        stop = place + draw(st.integers(1, 12))
        runs.append(Run(parsed.text[place:stop], tuple(draw(st.lists(MARKS, max_size=2, unique=True))), place))
        place = stop
    return Reference(Prose(tuple(runs)), parsed=parsed)


PIECES = st.sampled_from(
    "Dupont|Jean|J.|Le Gall|et|&|(dir.)|(eds.)|,|.|:|« |»|“|”|Paris|1999|2004a|[1905]|p. 12-15|358 p.|vol. 3|n° 4|In|dans|"
    "https://doi.org/10.5555/ab.c|doi:10.5555/b|www.port.example/a_b|12(3)|consulté le 3 mai 2020|Revue des ports|op. cit.|"
    "2e éd.|Gallimard|Université de Puerto|thèse de doctorat|———|ISBN 978-2-07-077922-2|et al.|s. d.".split("|")
)


@st.composite
def printed_strings(draw: st.DrawFn) -> Prose:
    """References as people print them, more or less, dressed anyhow."""
    runs: list[Run] = []
    place = 0
    for piece in draw(st.lists(PIECES, min_size=1, max_size=20)):
        runs.append(Run(f"{piece} ", tuple(draw(st.lists(MARKS, max_size=2, unique=True))), place))
        place += len(piece) + 1
    return Prose(tuple(runs))


@st.composite
def corrections(draw: st.DrawFn, raw: str) -> dict[str, Any]:
    """An item of CSL-JSON for a printed string: values from it, and values of any other kind."""
    bounds = st.integers(0, len(raw))
    printed = st.builds(lambda one, other: raw[min(one, other) : max(one, other)], bounds, bounds)
    words = st.one_of(printed, WORDS, st.text(max_size=6), st.sampled_from(["\x00", "\ud800", "10.5555/a", "3-9", "—"]))
    names = st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys(NAME_PARTS.values(), words)), max_size=2)
    number = st.integers(-9999, 9999)
    date = st.fixed_dictionaries(
        {}, optional={"date-parts": st.lists(st.lists(number, max_size=3), max_size=2), "literal": words}
    )
    fields: dict[str, st.SearchStrategy[Any]] = dict.fromkeys(VARIABLES.values(), words)
    people = dict.fromkeys((role.value for role in Role), names)
    made = st.fixed_dictionaries(
        {"custom": st.just({"raw": raw})},
        optional={**fields, **people, "issued": date, "accessed": date, "type": st.sampled_from(TYPES), "id": words},
    )
    return draw(made)
