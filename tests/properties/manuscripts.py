"""Small whole manuscripts in Markdown, for properties: a head, parts, a body, references, in any order of headings."""

from collections.abc import Callable

from hypothesis import strategies as st

Text = st.SearchStrategy[str]

LATIN = "river harbour ledger the of and were counted again Lighthouse Straße œuvre año naïve Zürich coração".split()
RIGHT_TO_LEFT = "مقالة البحر في المدينة תורה שלום الميناء".split()
ODD = [
    "ﬁnding",  # a ligature
    "e\u0301te\u0301",  # accents apart from their letters
    "µm",
    "1\u00a0000",
    "co\u00adoperate",
    "zero\u200bwidth",
    "\u200fmark",
    "𝔘nicode",
    "🚢",
    "½",
    "x²",
    "H₂O",
    "don't",
    "“quoted”",
    "«guillemets»",
    "em—dash",
    "10–12",
    "&",
    "<",
    "50%",
    "#7",
    "C:\\temp",
    "1.",
    "(a)",
    "3.14",
    "[sic]",
    "…",
    "\u2028",
    "A_B_C",
    "\u4e2d\u6587",
    "\u0e44\u0e17\u0e22",
]
MARKUP = [
    "*soft*",
    "**strong**",
    "***both***",
    "`code`",
    "x^2^",
    "~~struck~~",
    "[a link](https://example.org/a_(b)?c=d&e=f)",
    "<https://example.org/path>",
    "<sup>3</sup>",
    "<i>leaning</i>",
    "$x_1 + y$",
    "\\*kept\\*",
    "&amp;",
    "caf&eacute;",
    "&#8212;",
    "![alternative](missing.png)",
    "line\\\nbreak",
    "two\nlines",
    "^[A note in the line.]",
]
TITLES = [
    "Introduction",
    "Method",
    "Results",
    "Results",
    "Discussion",
    "مقدمة",
    "1. Numbered",
    "1.1 Numbered below",
    "§",
    "2020",
    "Résumé of *Hamlet*",
    "Abstract",
    "Keywords",
    "References",
    "Acknowledgements",
    "Appendix",
    "Sec intro",
]
BYLINES = [
    "Jane Doe",
    "Jane Doe and John Roe",
    "Jane Doe^1^, John Roe^1,2^",
    "DOE, Jane",
    "María José García Lorenzo*",
    "محمد الأمين",
    "By Jane Doe, University of Vilanova",
    "Jane Doe (jane@example.org)",
]
AFFILIATIONS = [
    "University of Vilanova, Spain",
    "^1^ University of Vilanova, Spain",
    "^2^ Institute of Harbours, Lisbon, Portugal",
    "* Corresponding author: jane@example.org",
    "ORCID: 0000-0002-1825-0097",
    "Department of History, Université de Nantes, France",
]
ABSTRACTS = ["## Abstract\n\n{}", "**Abstract.** {}", "Abstract: {}", "# Resumen\n\n{}", "Résumé\n\n{}"]
KEYWORDS = ["Keywords: {}", "**Keywords:** {}", "## Keywords\n\n{}", "Palabras clave: {}", "*Mots-clés* : {}"]
REFERENCES = [
    "Doe, J. (2020). *Harbours*. Lisbon: Quay.",
    "Doe, J. (2020). *Lights*. Lisbon: Quay.",
    "Roe, John. “Tides.” *Sea Studies* 4, no. 2 (1999): 1–20. https://doi.org/10.1000/xyz",
    "[3] García, M. Faros. Madrid, 1987.",
    "محمد (2001). البحر. القاهرة.",
    "———. (2021). More.",
]


def _words(*, most: int, pool: list[str]) -> Text:
    return st.lists(st.sampled_from(pool), min_size=1, max_size=most).map(" ".join)


PLAIN = _words(most=8, pool=[*LATIN, *RIGHT_TO_LEFT])
"""Words alone, for a title, a cell, a keyword."""
SENTENCE = _words(most=14, pool=[*LATIN, *LATIN, *RIGHT_TO_LEFT, *ODD, *MARKUP]).map(lambda text: f"So {text} end.")
"""A sentence with odd characters and markup; it begins with a word, so that it is no list, quotation or rule."""


def _blocks(make: Callable[[list[str]], str], *, most: int = 3, pieces: Text = SENTENCE) -> Text:
    return st.lists(pieces, min_size=1, max_size=most).map(make)


def _items(marker: str) -> Callable[[list[str]], str]:
    indent = "\n" + " " * (len(marker) + 1)
    return lambda items: "\n".join(f"{marker} " + item.replace("\n", indent) for item in items)


def _quotation(paragraphs: list[str]) -> str:
    return "\n>\n".join("> " + each.replace("\n", "\n> ") for each in paragraphs)


@st.composite
def _tables(draw: st.DrawFn) -> str:
    columns = draw(st.integers(1, 3))
    row = st.lists(st.one_of(PLAIN, st.just("")), min_size=columns, max_size=columns)
    rows = [draw(row), ["---"] * columns, *draw(st.lists(row, min_size=1, max_size=3))]
    table = "\n".join("| " + " | ".join(cells) + " |" for cells in rows)
    caption = draw(st.sampled_from(["", "\n\n: {}", "\n\n: Table 1. {}"])).format(draw(PLAIN))
    before = draw(st.sampled_from(["", "Table 1. {}\n\n", "**Table 1**\n\n"])).format(draw(PLAIN))
    return before + table + (caption if not before else "")


@st.composite
def _noted(draw: st.DrawFn) -> str:
    """A paragraph with a call, or two, of a note of its own.

    A note that nothing calls and one explained twice are faults of the manuscript: their words are rightly told lost.
    A note begins as no paragraph does: one that is called twice and has the words of the text before it is sought there.
    """
    call = draw(st.sampled_from(["[^KEY]", "[^KEY]", "[^KEY][^KEY]", "[^KEY] and once more[^KEY]"]))
    note = "Noted: " + draw(SENTENCE).replace("\n", "\n    ")
    return f"{draw(SENTENCE)}{call}\n\n[^KEY]: {note}"


HEADING = st.tuples(st.integers(1, 6), st.one_of(st.sampled_from(TITLES), PLAIN)).map(
    lambda drawn: "#" * drawn[0] + " " + drawn[1]
)
BLOCK = st.one_of(
    SENTENCE,
    HEADING,
    HEADING,
    _blocks(_items("-")),
    _blocks(_items("1.")),
    _blocks(_quotation, most=2),
    _tables(),
    _noted(),
    _blocks("\n".join, most=3, pieces=PLAIN.map("| ".__add__)),
    st.sampled_from(["```\ncode & <tag>\n```", "$$E = mc^2$$", "---", "<div>in a box</div>", "Fig. 1. A chart"]),
)


@st.composite
def _heads(draw: st.DrawFn) -> list[str]:
    title = draw(st.sampled_from(["# {}", "## {}", "**{}**", "{}", "### **{}**"])).format(draw(PLAIN))
    parts = [
        draw(st.one_of(st.just(""), st.just("Journal of Ships, vol. 1, no. 2, 2020"))),
        title,
        *draw(st.lists(st.sampled_from(BYLINES), max_size=2)),
        *draw(st.lists(st.sampled_from(AFFILIATIONS), max_size=3)),
        *(text.format(draw(SENTENCE)) for text in draw(st.lists(st.sampled_from(ABSTRACTS), max_size=2))),
        *(text.format(", ".join(draw(_KEYWORDS))) for text in draw(st.lists(st.sampled_from(KEYWORDS), max_size=2))),
    ]
    return [part for part in parts if part]


_KEYWORDS = st.lists(PLAIN, min_size=1, max_size=4)


TAKEN_FOR_HEAD = ("---", "Acknowledgements")
"""What must not stand right below the head: the caption of a table there, and a heading of acknowledgements over a
quotation (taken for an epigraph), are lost, and rightly told so.
"""


@st.composite
def manuscripts(draw: st.DrawFn) -> str:
    """A manuscript in Markdown."""
    references = draw(st.lists(st.sampled_from(REFERENCES), max_size=4))
    heading = [draw(st.sampled_from(["## References", "**Bibliografía**", "# المراجع"]))] if references else []
    blocks = draw(st.lists(BLOCK, min_size=1, max_size=7))
    body = [block.replace("[^KEY]", f"[^{place}]") for place, block in enumerate(blocks)]
    if any(mark in block for block in body for mark in TAKEN_FOR_HEAD):
        body = ["## Introduction", "The text begins here, and nothing of the head stands below.", *body]
    return "\n\n".join([*draw(_heads()), *body, *heading, *references]) + "\n"


MEDIA = st.lists(
    st.one_of(
        st.text(max_size=12),
        st.sampled_from(["a.png", "A.PNG", "a-2.png", "x/a.png", "á.png", "", ".png", "data:image/png;base64,AA=="]),
    ),
    max_size=8,
    unique=True,
)
"""Names of images as manuscripts give them."""
