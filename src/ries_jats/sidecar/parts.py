"""Abstracts, keywords, declarations and reviewed works of a sidecar in the place of the recognised ones."""

from collections.abc import Iterator

from ..article.blocks import Block
from ..article.front import Abstract, Front, KeywordGroup, Product, Statement
from ..article.prose import Prose
from ..article.walk import all_prose
from .forms import AbstractForm, KwdGroupForm, Sidecar, StatementForm
from .replaced import Keyed, Replacement
from .texts import normal, printed_text


class PartsCorrection:
    """The parts of one sidecar against those of one recognised front; `language` is the article's."""

    def __init__(self, front: Front, sidecar: Sidecar, replacement: Replacement, language: str) -> None:
        self._front = front
        self._sidecar = sidecar
        self._replacement = replacement
        self._language = language

    # Abstracts

    def abstracts(self) -> tuple[Abstract, ...]:
        """Those of the sidecar if it has any; without a language they are in the article's."""
        old = self._front.abstracts
        return tuple(self._abstracts(old)) if self._sidecar.has("abstract") else old

    def _abstracts(self, old: tuple[Abstract, ...]) -> Iterator[Abstract]:
        wanted = [
            Keyed(form, (normal(form.text), form.language or self._language))
            for form in self._sidecar.abstract
            if not form.lacks
        ]
        recognised = [
            Keyed(each, (normal(printed_text(each.blocks)), each.language), (each.title, *_words(each.blocks)))
            for each in old
        ]
        for form, each in self._replacement.pair("abstract", wanted, recognised, Abstract("", ())):
            yield self._abstract(form, each)

    def _abstract(self, form: AbstractForm, old: Abstract) -> Abstract:
        title = self._replacement.called_prose("abstract.title", old.title, form.title)
        blocks = self._replacement.blocks("abstract.text", old.blocks, form.text)
        return Abstract(form.language or self._language, blocks, title, form.abstract_type)

    # Keywords

    def keywords(self) -> tuple[KeywordGroup, ...]:
        """Those of the sidecar if it has any; without a language they are in the article's."""
        old = self._front.keywords
        return tuple(self._keywords(old)) if self._sidecar.has("kwd_group") else old

    def _keywords(self, old: tuple[KeywordGroup, ...]) -> Iterator[KeywordGroup]:
        forms = [form for form in self._sidecar.kwd_group if not form.lacks]
        wanted = [Keyed(form, (form.language or self._language,)) for form in forms]
        recognised = [Keyed(each, (each.language,), (each.title, *each.terms)) for each in old]
        for form, each in self._replacement.pair("kwd_group", wanted, recognised, KeywordGroup("", ())):
            yield self._keyword_group(form, each)

    def _keyword_group(self, form: KwdGroupForm, old: KeywordGroup) -> KeywordGroup:
        title = self._replacement.called_prose("kwd_group.title", old.title, form.title)
        terms = self._replacement.proses("kwd_group.kwd", old.terms, form.kwd)
        return KeywordGroup(form.language or self._language, terms, title)

    # Declarations

    def statements(self) -> tuple[Statement, ...]:
        """Those of the sidecar if it has any."""
        old = self._front.statements
        return tuple(self._statements(old)) if self._sidecar.has("statement") else old

    def _statements(self, old: tuple[Statement, ...]) -> Iterator[Statement]:
        forms = [form for form in self._sidecar.statement if not form.lacks]
        wanted = [Keyed(form, (normal(form.text), form.kind)) for form in forms]
        recognised = [
            Keyed(each, (normal(printed_text(each.blocks)), each.kind), (each.title, *_words(each.blocks)))
            for each in old
        ]
        for form, each in self._replacement.pair("statement", wanted, recognised, Statement("", ())):
            yield self._statement(form, each)

    def _statement(self, form: StatementForm, old: Statement) -> Statement:
        title = self._replacement.called_prose("statement.title", old.title, form.title)
        return Statement(form.kind, self._replacement.blocks("statement.text", old.blocks, form.text), title)

    # Reviewed works

    def products(self) -> tuple[Product, ...]:
        """Those of the sidecar if it has any."""
        old = self._front.products
        if not self._sidecar.has("product"):
            return old
        texts = [form.text for form in self._sidecar.product]
        return tuple(map(Product, self._replacement.proses("product", [each.text for each in old], texts)))


def _words(blocks: tuple[Block, ...]) -> tuple[Prose, ...]:
    return tuple(all_prose(blocks))
