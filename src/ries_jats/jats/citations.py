"""Citations: which parts stand in which, and what their types may be.

https://jats.nlm.nih.gov/publishing/tag-library/1.3/element/mixed-citation.html; what is refused is refused by its XSD.
"""

from collections.abc import Mapping

NAME_PARTS = frozenset("given-names prefix suffix surname".split())
DATE_PARTS = frozenset("day month season year".split())
PLAIN_PARTS = (
    "conf-date conf-loc conf-name date-in-citation day elocation-id etal fpage isbn issn issue lpage month page-range "
    "patent person-group pub-id publisher-name season size string-date uri volume year"
).split()
"""Parts that take neither emphasis nor links."""
TITLES = "article-title chapter-title data-title part-title series source trans-source trans-title".split()
CITED = frozenset(
    [*PLAIN_PARTS, *TITLES, *"collab comment edition gov institution publisher-loc role string-name version".split()]
)
PARTS = CITED | NAME_PARTS | {"mixed-citation"}
HOLDS = {
    "collab": frozenset({"institution"}),
    "date-in-citation": DATE_PARTS,
    "mixed-citation": CITED,
    "p": frozenset({"mixed-citation"}),
    "person-group": frozenset({"collab", "etal", "role", "string-name"}),
    "publisher-name": frozenset({"institution"}),
    "string-date": DATE_PARTS,
    "string-name": NAME_PARTS,
}
"""Which parts stand directly in which; the words of others stand there plainly."""
TYPES = {
    "person-group-type": frozenset(
        "allauthors assignee author compiler curator custom director editor guest-editor illustrator inventor "
        "research-assistant transed translator".split()
    ),
    "pub-id-type": frozenset(
        "accession archive ark art-access-id arxiv coden custom doaj doi handle index isbn manuscript medline mr other "
        "pii pmcid pmid publisher-id sici std-designation zbl".split()
    ),
}
"""The values that JATS knows."""


def typed(attributes: Mapping[str, str]) -> dict[str, str]:
    """The attributes with types that JATS does not know as its own: `custom`, with the name in `custom-type`:
    https://jats.nlm.nih.gov/publishing/tag-library/1.3/attribute/custom-type.html.
    """
    made = dict(attributes)
    for name, known in TYPES.items():
        if made.get(name) and made[name] not in known:
            made |= {name: "custom", "custom-type": made[name]}
    return made
