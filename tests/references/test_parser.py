"""Parsed references: every part is a span of the printed string, and what the string says is found."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ries_jats.article.references import ParsedReference, Part
from ries_jats.references.parser import parse_reference, parse_references

PIECES = st.lists(
    st.sampled_from(
        "Dupont|Jean|J.|et|(dir.)|,|.|:|«|»|Paris|1999|p. 12-15|vol. 3|n° 4|In|https://doi.org/10.5555/ab.c|12(3)|[|]|Cf.|"
        "ISBN 978-2-07-077922-2|consulté le 3 mai 2020|Revue des ports|op. cit.|\u00a0|éd.|Gallimard|&|358 p.|—|“|”|'|é|\u0301".split(
            "|"
        )
    ),
    max_size=18,
).map(" ".join)


def crossing(parts: tuple[Part, ...]) -> list[tuple[Part, Part]]:
    return [
        (one, other)
        for place, one in enumerate(parts)
        for other in parts[place + 1 :]
        if one.start < other.stop and other.start < one.stop and not one.holds(other)
    ]


@settings(deadline=None, max_examples=300)
@given(st.one_of(PIECES, st.text(max_size=80)))
def test_parts_are_spans_of_the_printed_string_and_never_cross(text: str) -> None:
    parsed = parse_reference(text)
    assert parsed.text == text
    assert all(0 <= part.start < part.stop <= len(text) for part in parsed.parts)
    assert not crossing(parsed.parts)
    assert together(parsed) == text


def together(parsed: ParsedReference) -> str:
    """The words of the outermost parts and what stands between them."""
    found, place = "", 0
    for part in parsed.parts:
        if part.start >= place:
            found += parsed.text[place : part.start] + parsed.words(part)
            place = part.stop
    return found + parsed.text[place:]


def test_the_order_of_the_strings_is_kept() -> None:
    strings = ["Dupont, J. (1999). Les phares. Paris: Seuil.", "", "Martin, P. (2001). Les quais. Paris: Plon."]
    assert [parsed.text for parsed in parse_references(strings)] == strings
