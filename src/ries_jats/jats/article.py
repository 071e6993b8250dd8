"""The whole article as a tree."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from ..article.blocks import Block, Figure, Note, Quote, Section, Table
from ..article.front import Statement
from ..article.model import Article, ReferenceList
from ..article.walk import all_blocks, plain_text
from .body import BodyWriter, targets_of
from .elements import LANG, NAMESPACES, Element, element, unless_empty
from .front import FrontWriter, Setting
from .ids import Ids, reference_id
from .inline import InlineWriter
from .references import ReferenceWriter
from .trace import Piece, take_trace

DTD_VERSION = "1.3"
BACK_SECTIONS = {"data-availability": "data-availability", "ethics": "ethics-statement"}
"""Declarations that are sections of `back`, and their `sec-type`: https://jats4r.niso.org/data-availability-
statements/.
"""
OPENING = ("dedication", "epigraph")


@dataclass(frozen=True)
class Written:
    """The tree, and where each of its words stands in the manuscript."""

    root: Element
    trace: tuple[Piece, ...]


def write_article(article: Article, setting: Setting, assets: dict[str, str]) -> Written:
    """The article as JATS; `assets` gives for each image of the manuscript the name of its file beside the XML."""
    return ArticleWriter(article, setting, assets).written()


class ArticleWriter:
    """Writes one article."""

    def __init__(self, article: Article, setting: Setting, assets: dict[str, str]) -> None:
        self._article = article
        self._ids = Ids(
            (note.key for note in article.notes),
            {**targets_of(article.body), **_references_of(article.reference_lists)},
        )
        self._inline = InlineWriter(self._ids, assets)
        self._blocks = BodyWriter(self._inline, self._ids, assets)
        self._references = ReferenceWriter(self._inline, self._ids, has_both=setting.citations == "both")
        self._front = FrontWriter(article, setting, self._inline, self._blocks, self._ids)

    def written(self) -> Written:
        """The tree and its trace."""
        front = self._article.front
        root = etree.Element("article", nsmap=NAMESPACES)
        root.set("article-type", front.article_type)
        root.set("dtd-version", DTD_VERSION)
        if front.language:
            root.set(LANG, front.language)
        root.append(_processing_meta())
        root.extend(part for part in (self._front.front(), self._body(), self._back()) if part is not None)
        trace = take_trace(root)
        _add_counts(root, self._article.body)
        return Written(root, trace)

    def _body(self) -> Element | None:
        opening = [
            Quote(statement.blocks, kind=statement.kind)
            for kind in OPENING
            for statement in self._article.front.statements
            if statement.kind == kind
        ]
        return self._blocks.body((*opening, *self._article.body))

    # Back matter

    def _back(self) -> Element | None:
        statements = self._article.front.statements
        return unless_empty(
            element(
                "back",
                *(self._acknowledgements(each) for each in statements if each.kind == "acknowledgements"),
                self._appendices(),
                *(self._back_section(each) for each in statements if each.kind in BACK_SECTIONS),
                self._notes(),
                *(self._references.reference_list(each) for each in self._article.reference_lists),
            )
        )

    def _acknowledgements(self, statement: Statement) -> Element:
        title = self._inline.made("title", statement.title)
        return element("ack", title, *self._blocks.paragraphs(statement.blocks))

    def _back_section(self, statement: Statement) -> Element:
        section = Section(statement.title, statement.blocks, kind=BACK_SECTIONS[statement.kind])
        return next(iter(self._blocks.elements([section])))

    def _appendices(self) -> Element | None:
        made = element("app-group")
        for block in self._article.appendices:
            if isinstance(block, Section):
                app = element("app", id=self._ids.unique(f"app{len(made) + 1}"))
                app.extend(part for part in (self._inline.made("title", block.title),) if part is not None)
                app.extend(self._blocks.elements(block.blocks))
                made.append(app)
        return unless_empty(made)

    def _notes(self) -> Element | None:
        return unless_empty(element("fn-group", *(self._note(note) for note in self._article.notes)))

    def _note(self, note: Note) -> Element:
        made = element("fn", self._inline.made("label", note.label), id=self._ids.note(note.key))
        made.extend(self._blocks.paragraphs(note.blocks))
        if not any(child.tag != "label" for child in made):
            made.append(element("p"))
        return made


def _references_of(lists: Iterable[ReferenceList]) -> dict[str, str]:
    """For each key that a citation may point to, the identifier wanted."""
    references = (one for each in lists for one in each.all())
    return {one.key: reference_id(one.text.text) for one in references if one.key}


def _processing_meta() -> Element:
    """https://jats.nlm.nih.gov/publishing/tag-library/1.3/element/processing-meta.html."""
    made = element("processing-meta", base_tagset="publishing", mathml_version="3.0", table_model="xhtml")
    made.set("tagset-family", "jats")
    return made


def _add_counts(root: Element, body: Sequence[Block]) -> None:
    """Counted when all is in its place; `counts` stands before `custom-meta-group`."""
    meta = root.find("front/article-meta")
    words = len(re.findall(r"\w+", plain_text(body)))
    blocks = list(all_blocks(body))
    numbers = {
        "fig-count": sum(isinstance(block, Figure) for block in blocks),
        "table-count": sum(isinstance(block, Table) for block in blocks),
        "ref-count": len(root.findall(".//back//ref")),
        "word-count": words,
    }
    if meta is not None and words:
        counts = element("counts", *(element(name, count=str(number)) for name, number in numbers.items()))
        custom = meta.find("custom-meta-group")
        meta.insert(len(meta) if custom is None else meta.index(custom), counts)
