"""Words come back from the characters in which fonts and extractions write them, wherever in the text these stand."""

import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ries_jats.article.blocks import Paragraph
from ries_jats.article.prose import Prose, Run
from ries_jats.article.source import Source
from ries_jats.manuscript.characters import plain_characters
from ries_jats.manuscript.document import Document
from ries_jats.manuscript.repair.addresses import mend_addresses
from ries_jats.recognise.addresses import Linker
from tests.properties.test_properties import Built

PLAIN = settings(deadline=None, derandomize=True, database=None)
FEW = settings(
    max_examples=25, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
WORDS = st.lists(
    st.sampled_from(
        "office affiche fleuve filet afflux étrave à l'été naïf Übergang señal ação & 1914 navette".split()
    ),
    min_size=1,
    max_size=20,
)
DRESSES = st.lists(st.sampled_from(["ligatures", "apart", "soft", "entity", ""]), min_size=20, max_size=20)
LIGATURES = {"ffi": "\ufb03", "ffl": "\ufb04", "ff": "\ufb00", "fi": "\ufb01", "fl": "\ufb02"}


def damaged(word: str, how: str) -> str:
    """`word` as a font or a web page has it."""
    if how == "ligatures":
        for letters, ligature in LIGATURES.items():
            word = word.replace(letters, ligature)
    if how == "apart":
        return unicodedata.normalize("NFD", word)
    if how == "soft" and word.isalpha():
        return "\u00ad".join((word[: len(word) // 2], word[len(word) // 2 :])) if len(word) > 3 else word
    return word.replace("&", "&amp;amp;").replace("é", "&amp;eacute;") if how == "entity" else word


def document_of(text: str) -> Document:
    return Document(Source("a.md", text), (Paragraph(Prose((Run(text, at=0),))),))


@PLAIN
@given(WORDS, DRESSES)
def test_damaged_letters_give_the_words_back(words: list[str], dresses: list[str]) -> None:
    printed = " ".join(damaged(word, how) for word, how in zip(words, dresses, strict=False))
    (block,) = plain_characters(document_of(printed.replace("&amp;", "&"))).blocks
    assert isinstance(block, Paragraph)
    assert block.prose.text == " ".join(words)


@FEW
@given(WORDS, DRESSES)
def test_damaged_letters_lose_no_word_of_an_article(words: list[str], dresses: list[str]) -> None:
    printed = " ".join(damaged(word, how) for word, how in zip(words, dresses, strict=False))
    built = Built(f"# Le quai\n\nAnne Faro\n\n## Introduction\n\nSo {printed} end.\n")
    assert built.errors("words-") == []
    (paragraph,) = built.root.findall("body//p")
    assert "".join(str(text) for text in paragraph.itertext()) == f"So {' '.join(words)} end."


CLEAN = st.lists(
    st.one_of(
        st.sampled_from(
            "le quai, est long. et/ou (1998) 12-15 3/4 p. 7 Faro, A. index.html ? ! « » a-t-il 5 %".split()
        ),
        st.sampled_from(
            ["https://example.org/a.", "(https://example.org/b_c?d=1)", "www.example.org,", "a@example.org"]
        ),
    ),
    max_size=12,
)


@PLAIN
@given(CLEAN)
def test_words_around_addresses_stay_apart_and_no_character_goes(words: list[str]) -> None:
    text = " ".join(words)
    (mended,) = mend_addresses(document_of(text)).blocks
    assert isinstance(mended, Paragraph)
    assert mended.prose.text.replace(" ", "") == text.replace(" ", "")
    assert Linker(Source("a.md", text), mend=False).linked(Prose((Run(text, at=0),))).text == text
