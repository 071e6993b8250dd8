"""The lexicons: what folds, what is found, and that the seven files agree with each other."""

from collections import defaultdict

import pytest

from ries_jats.lexicon import (
    LANGUAGES,
    entry_at_start,
    entry_of,
    fold,
    label_at_start,
    label_of,
    lexicons,
    word_at_start,
    words_of,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("RÉSUMÉ", "resume"),
        ("Mots\u2011clés\u00a0", "mots cles"),
        ("Conflit d\u2019intérêts", "conflit d interets"),
        ("L\u2019Œuvre", "l oeuvre"),
        ("Schluß\u00adfolgerung", "schlussfolgerung"),
        ("of\ufb01ce", "office"),
        ("المُلَخَّص", "الملخص"),
        ("إلى", "الي"),
        ("", ""),
    ],
)
def test_folding_keeps_what_makes_a_word(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "kind", "language"),
    [
        ("RÉSUMÉ :", "abstract", "fr"),
        ("Abstract", "abstract", "en"),
        ("(Resumen)", "abstract", "es"),
        ("Riassunto.", "abstract", "it"),
        ("ZUSAMMENFASSUNG", "abstract", "de"),
        ("Palavras-chave:", "keywords", "pt"),
        ("الكلمات المفتاحية :", "keywords", "ar"),
        ("Key-words", "keywords", "en"),
        ("How to cite this article?", "cite-as", "en"),
        ("Fecha de recepción", "received", "es"),
        ("Pour citer cet article", "cite-as", "fr"),
        ("¿Cómo citar este artículo?", "cite-as", "es"),
    ],
)
def test_a_heading_is_known_as_a_label_in_its_language(text: str, kind: str, language: str) -> None:
    label = label_of(text)
    assert label is not None
    assert (label.kind, label.language) == (kind, language)


def test_a_label_that_languages_share_names_them_all() -> None:
    label = label_of("Introduction")
    assert label is not None
    assert label.languages == ("fr", "en")


@pytest.mark.parametrize(
    "text", ["The abstract of a deed", "Introduction to lighthouses", "", "12", "Résumé de carrière"]
)
def test_a_text_that_only_holds_a_label_is_none(text: str) -> None:
    assert label_of(text) is None


@pytest.mark.parametrize(
    ("text", "kind", "rest"),
    [
        ("Abstract: The port", "abstract", "The port"),
        ("Abstract—The port", "abstract", "The port"),
        ("Resumen.- El puerto", "abstract", "El puerto"),
        ("Résumé – Le port", "abstract", "Le port"),
        ("Mots-clés\u00a0: port, phare", "keywords", "port, phare"),
        ("Mots–clés : port", "keywords", "port"),
        ("Abstract\nThe port", "abstract", "The port"),
        ("Keywords", "keywords", ""),
        ("Data availability statement: none", "data-availability", "none"),
    ],
)
def test_a_run_in_label_gives_the_place_where_the_rest_begins(text: str, kind: str, rest: str) -> None:
    found = label_at_start(text)
    assert found is not None
    assert (found[0].kind, text[found[1] :]) == (kind, rest)


@pytest.mark.parametrize(
    "text", ["Abstract art is older", "Introduction-like remarks: none", "Notes on a port: two", ""]
)
def test_a_word_without_a_mark_behind_it_is_no_run_in_label(text: str) -> None:
    assert label_at_start(text) is None


def test_the_end_of_the_window_is_no_end_of_line() -> None:
    longest = max(words_of("labels", "cite-as"), key=len)
    assert label_at_start(f"Abstract{' ' * 200}of {longest}") is None


def test_a_bare_space_may_follow_a_word_that_is_asked_for() -> None:
    text = "Received 12 March 2025"
    end = word_at_start("labels", "received", text)
    assert end is not None
    assert text[end:] == " 12 March 2025"
    assert word_at_start("labels", "received", "Receiveda 12 March") is None
    assert word_at_start("names", "honorifics", "Dr. Martin") == len("Dr.")


def test_other_sections_are_searched_alike() -> None:
    review = entry_of("types", "COMPTE RENDU")
    volume = entry_at_start("types", "Éditorial : Un port")
    assert review is not None
    assert review.kind == "book-review"
    assert volume is not None
    assert volume[0].kind == "editorial"


def test_asking_for_a_key_that_no_language_has_is_an_error() -> None:
    with pytest.raises(KeyError):
        words_of("labels", "abstrakt")


@pytest.mark.parametrize("section", ["labels", "types", "masthead", "captions", "contact", "seasons"])
def test_no_word_means_two_things_within_a_section(section: str) -> None:
    kinds = defaultdict(set)
    for lexicon in lexicons():
        for key in lexicon.sections[section]:
            for word in lexicon.folded_words(section, key):
                kinds[word].add(key)
    assert {word: keys for word, keys in kinds.items() if len(keys) > 1} == {}


def test_every_language_has_every_label_and_many_given_names() -> None:
    labels = set(lexicons()[0].sections["labels"])
    assert [lexicon.language for lexicon in lexicons()] == list(LANGUAGES)
    for lexicon in lexicons():
        assert set(lexicon.sections["labels"]) == labels
        assert len(lexicon.words("names", "given")) >= 300


def test_a_function_word_is_neither_a_particle_nor_a_given_name_nor_an_initial() -> None:
    words = words_of("function-words", "words")
    assert not words & (words_of("names", "particles") | words_of("names", "given"))
    assert all(len(word) > 1 for word in words)
