"""Addresses in running text: where they begin and end, what cut them, what becomes of them."""

import pytest

from ries_jats.addresses import goes_on_in, is_local, iter_addresses, iter_local_paths
from ries_jats.article.blocks import Paragraph
from ries_jats.article.model import Article
from ries_jats.article.prose import Link, Prose, Run, Style
from ries_jats.article.source import Source
from ries_jats.manuscript.repair.addresses import mend_addresses
from ries_jats.recognise.addresses import Linker

from .documents import document, texts_of


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("Voir https://quai.example.org/a/b_c?d=1&e=2#f.", {"https://quai.example.org/a/b_c?d=1&e=2#f": ""}),
        ("(voir http://example.org/quai(2)), puis", {"http://example.org/quai(2)": ""}),
        ("«http://example.org/quai»", {"http://example.org/quai": ""}),
        ("www.example.org, 2019", {"www.example.org": "http://www.example.org"}),
        ("doi:10.1234/quai-7.", {"10.1234/quai-7": "https://doi.org/10.1234/quai-7"}),
        ("DOI 10.1234/S0378-7206(99)00044-0.", {"10.1234/S0378-7206(99)00044-0": None}),
        ("écrire à ana.faro@quai.example.org.", {"ana.faro@quai.example.org": "mailto:ana.faro@quai.example.org"}),
        ("https://example.org/فانوس، ثم", {"https://example.org/فانوس": ""}),
        ("https://example.org/a et https://example.org/b", {"https://example.org/a": "", "https://example.org/b": ""}),
        ("http://example.org/archive/2001/http... lu", {}),
        ("le site https:// et http://quai", {}),
        ("un @ seul, a@b, 3:4, p.ex.", {}),
    ],
)
def test_addresses_end_before_the_signs_of_the_sentence(text: str, addresses: dict[str, str | None]) -> None:
    found = {text[each.start : each.stop]: each.href for each in iter_addresses(text)}
    assert found.keys() == addresses.keys()
    assert all(addresses[written] in (None, href, "") for written, href in found.items())


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        ("voir https://doi.org/ 10.1234/quai.", "voir https://doi.org/10.1234/quai."),
        ("voir https://\ndoi.org/10.1234/quai", "voir https://doi.org/10.1234/quai"),
        ("voir https :// doi.org/10.1234/quai", "voir https://doi.org/10.1234/quai"),
        ("https://doi.org/10.1234/j. 1467-9299.2007.00654.x.", "https://doi.org/10.1234/j.1467-9299.2007.00654.x."),
        ("https://doi.org/10.1234/ S0068246211000079", "https://doi.org/10.1234/S0068246211000079"),
        ("https://example.org/a-\nbord/le-quai", "https://example.org/a-bord/le-quai"),
        ("https://www.exam ple.org/a- b.", "https://www.example.org/a-b."),
        ("https://example.org/revues/ quai/2003-n108/25/.", "https://example.org/revues/quai/2003-n108/25/."),
        ("https://example.org/index.htm?\nquai=517&x=5. Lu", "https://example.org/index.htm?quai=517&x=5. Lu"),
        ("https://example.org/quais/ mâts/4488", "https://example.org/quais/mâts/4488"),
        ("https://example.org/quais/ 7648.", "https://example.org/quais/7648."),
        ("https://example.org/quai. Le port", "https://example.org/quai. Le port"),
        ("https://example.org/ Consulté le 3 mai", "https://example.org/ Consulté le 3 mai"),
        ("https://example.org/ 12/03/2019", "https://example.org/ 12/03/2019"),
        ("https://example.org/ 2019, p. 4", "https://example.org/ 2019, p. 4"),
        ("https://example.org/quai\net le port", "https://example.org/quai\net le port"),
        ("https://example.org/ et/ou peut-être", "https://example.org/ et/ou peut-être"),
        ("https://doi.org/10.1234/quai. 2015.", "https://doi.org/10.1234/quai. 2015."),
        ("https://example.org/a http://example.org/b", "https://example.org/a http://example.org/b"),
        (
            "voir https://www.quai-du-port.\nexample/mats/12 (2021)",
            "voir https://www.quai-du-port.example/mats/12 (2021)",
        ),
        ("voir https://quai.port.\nfr/ark:/12", "voir https://quai.port.fr/ark:/12"),
        ("voir https://doi.org/10.\n99999/quai.7", "voir https://doi.org/10.99999/quai.7"),
        ("voir https://www.quai.org.\nce mât", "voir https://www.quai.org.\nce mât"),
        ("voir https://www.quai.org.\net/ou un mât", "voir https://www.quai.org.\net/ou un mât"),
        ("https://example.org/ ana@example.org", "https://example.org/ ana@example.org"),
    ],
)
def test_cut_addresses_are_mended_where_that_is_certain(printed: str, mended: str) -> None:
    assert texts_of(mend_addresses(document(printed))) == [mended]


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("Faro, A. Quais. https://doi.org/", "10.1234/quai.7.", True),
        ("Faro, A. Quais. https://", "example.org/quai/7", True),
        ("Faro, A. Quais. https://example.org/", "Tarrit, M. Mâts.", False),
        ("Faro, A. Quais. https://example.org/quai.", "12 navires", False),
        ("Faro, A. Quais.", "10.1234/quai.7.", False),
    ],
)
def test_an_address_goes_on_in_the_next_paragraph(one: str, other: str, joined: bool) -> None:
    assert goes_on_in(one, other) is joined
    assert texts_of(mend_addresses(document(one, other))) == ([one + other] if joined else [one, other])


@pytest.mark.parametrize(
    ("href", "local"),
    [
        ("file:///C:/Users/ana/quai.pdf", True),
        ("C:\\Users\\ana\\quai.pdf", True),
        ("D:/quai.pdf", True),
        ("https://example.org/C:/quai", False),
        ("figures/quai.png", False),
    ],
)
def test_paths_of_a_computer_are_known(href: str, local: bool) -> None:
    assert is_local(href) is local
    assert bool(list(iter_local_paths(f"voir {href}."))) is local


# Links


def linked(*runs: Run, mend: bool = False) -> tuple[list[tuple[str, str]], list[str]]:
    """The words of each link with its target, and the codes of what was found."""
    text = "".join(run.text for run in runs)
    linker = Linker(Source("a.md", text), mend=mend)
    article = linker.article(Article.empty().__class__(Article.empty().front, (Paragraph(Prose(runs)),)))
    (block,) = article.body
    assert isinstance(block, Paragraph)
    links = [(run.text, mark.href) for run in block.prose.merged().runs for mark in run.marks if isinstance(mark, Link)]
    return links, [each.code for each in article.findings]


def test_an_address_becomes_a_link_inside_the_emphasis_around_it() -> None:
    assert linked(Run("voir https://example.org/a.", (Style.ITALIC,), 0)) == (
        [("https://example.org/a", "https://example.org/a")],
        [],
    )


@pytest.mark.parametrize(
    ("words", "href", "target"),
    [
        ("https://example.org/a_b", "https://example.org/a\\_b", "https://example.org/a_b"),
        ("https://example.org/a/b", "https://example.org/a", "https://example.org/a/b"),
        ("https://example.org/", "https://example.org/a/b", "https://example.org/a/b"),
        ("le quai", "https://example.org/a\\_b", "https://example.org/a_b"),
        ("https://example.org/a", "https://other.example.org/b", "https://other.example.org/b"),
    ],
)
def test_a_link_leads_where_its_words_and_its_target_say(words: str, href: str, target: str) -> None:
    assert linked(Run(words, (Link(href),), 0)) == ([(words, target)], [])


def test_a_full_stop_alone_is_no_link() -> None:
    link = Link("https://example.org/a.")
    assert linked(Run("https://example.org/a.", (link,), 0))[0] == [("https://example.org/a", "https://example.org/a")]


def test_a_file_of_somebody_is_reported_and_no_link() -> None:
    path = "file:///C:/Users/ana/quai.pdf"
    assert linked(Run(path, (Link(path),), 0)) == ([], ["address-local"])
    assert linked(Run("le quai", (Link(path),), 0)) == ([], ["address-local"])


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/le quai_7.pdf",
        "https://example.org/%D8%A3%D9%",
        "https://doi.org/10.1234/",
        'https://example.org/?q="quai"',
    ],
)
def test_an_address_that_may_not_be_whole_is_reported_and_no_link(text: str) -> None:
    assert linked(Run(text, at=0), mend=True) == ([], ["address-broken"])


def test_code_is_no_link() -> None:
    assert linked(Run("https://example.org/a", (Style.MONOSPACE,), 0)) == ([], [])
