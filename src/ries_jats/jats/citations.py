"""Citations: which parts stand in which, and `element-citation` beside the printed reference.

https://jats.nlm.nih.gov/publishing/tag-library/1.3/element/mixed-citation.html; what is refused is refused by its XSD.
"""

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
