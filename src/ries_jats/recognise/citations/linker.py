"""Citations of an article linked to its references, and what cannot be linked reported."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ...addresses import iter_addresses
from ...article.blocks import Block, Note
from ...article.model import Article, Reference, ReferenceList
from ...article.prose import OBJECT, Image, Link, NoteCall, Prose, Style, Target
from ...article.source import Source
from ...article.walk import all_prose, map_prose
from ...findings import Finding, finding
from .first_mentions import FirstMentions, NoteText
from .forms import groups_of
from .found import Citation, Habits
from .given import GivenCitation, GivenLinks
from .index import Works
from .numbered import Passage, labelled, numbering_of
from .reader import Reader
from .short import iter_shorts
from .works import read_work

FEWEST_SHORT = 2
"""Citations by author and page that show an article to cite so."""
LONGEST_QUOTE = 80
NOTE_KIND = "other"
"""`xref/@ref-type` of words that point to a note: those of `fn` are call-outs, whose text readers drop or renumber."""
ADDRESS = re.compile(r"://|www\.|doi|@", re.IGNORECASE)
"""What every address holds."""
RAISED = re.compile(r"[\d\s,;–—‐-]+")
"""Figures and the signs between them."""


def link_citations(article: Article, source: Source, given: Sequence[GivenCitation] = ()) -> Article:
    """`article` with its citations pointed to its references, its references with keys, and findings on both.

    What `given` says of the words that it covers wins over what they say themselves.
    """
    keyed = tuple(_keyed_lists(article.reference_lists))
    references = [reference for each in keyed for reference in all_references(each)]
    works = Works([read_work(reference, reference.parsed) for reference in references])
    article = replace(article, reference_lists=keyed)
    return _ArticleLinker(article, works, source, GivenLinks(given, works)).linked()


def all_references(references: ReferenceList) -> Iterator[Reference]:
    """The references of a list and of its parts, in their order."""
    yield from references.references
    for part in references.parts:
        yield from all_references(part)


def _keyed_lists(lists: Iterable[ReferenceList], start: str = "") -> Iterator[ReferenceList]:
    """The lists with a key for each reference: its place."""
    for number, each in enumerate(lists, 1):
        name = f"{start}{number}"
        own = tuple(replace(one, key=f"ref {name}:{place}") for place, one in enumerate(each.references, 1))
        yield replace(each, references=own, parts=tuple(_keyed_lists(each.parts, f"{name}.")))


@dataclass
class _ArticleLinker:
    """One walk through one article."""

    article: Article
    works: Works
    source: Source
    given: GivenLinks
    findings: list[Finding] = field(default_factory=list)
    cited: set[str] = field(default_factory=set)

    def linked(self) -> Article:
        """The article with its citations linked."""
        article, front = self.article, self.article.front
        labels = {label: note.key for note in article.notes if (label := note.label.text.strip(" .()[]")).isdigit()}
        self._reader = Reader(self.works, self._habits(), labels)
        notes = () if self.works.works else article.notes
        self._first = FirstMentions([NoteText(note.key, _text_of(note)) for note in notes])
        abstracts = tuple(replace(each, blocks=self._blocks(each.blocks)) for each in front.abstracts)
        body = self._blocks(article.body)
        appendices = self._blocks(article.appendices)
        linked = tuple(map(self._note, article.notes))
        return replace(
            article,
            front=replace(front, abstracts=abstracts),
            body=body,
            appendices=appendices,
            notes=linked,
            findings=(*article.findings, *self.findings, *self._uncited()),
        )

    def _habits(self) -> Habits:
        blocks = (*self.article.body, *self.article.appendices)
        passages = [passage_of(prose) for prose in all_prose(blocks)]
        shorts = sum(
            1 for each in passages for short in iter_shorts(each.text, groups_of(each.text), self.works) if short.works
        )
        return Habits(shorts >= FEWEST_SHORT, numbering_of(passages, labelled(self.works.works)))

    def _blocks(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        return tuple(map_prose(block, self._paragraph, words_only=True) for block in blocks)

    def _paragraph(self, prose: Prose) -> Prose:
        return self._marked(prose, self._reader.paragraph(passage_of(prose))) if prose else prose

    def _note(self, note: Note) -> Note:
        texts = list(all_prose(note.blocks))
        found = self._reader.note(tuple(map(passage_of, texts)))
        if not self.works.works and len(texts) == 1:
            found = (_in_order(found[0], *self._first.links[note.key]),)
        each = iter(found)

        def change(prose: Prose) -> Prose:
            return self._marked(prose, next(each)) if prose else prose

        return replace(note, blocks=tuple(map_prose(block, change) for block in note.blocks))

    def _marked(self, prose: Prose, citations: Sequence[Citation]) -> Prose:
        citations = self.given.settled(prose, citations)
        if self.works.works:
            self.findings += [self._doubt(prose, each) for each in citations if each.doubt]
        self.cited |= {work.key for each in citations for work in (each.work, *each.also) if work}
        targets = [(each.start, each.stop, target) for each in citations if (target := _target(each))]
        return with_targets(prose, targets) if targets else prose

    def _doubt(self, prose: Prose, citation: Citation) -> Finding:
        words = prose.cut(citation.start, citation.stop)
        self.cited |= {work.key for work in citation.nearest} if citation.doubt == "ambiguous-citation" else set()
        near = "; ".join(f"“{work.text[:LONGEST_QUOTE]}”" for work in citation.nearest)
        quote = " ".join(words.text.split())
        return finding(citation.doubt, self.source.place(words.at), quote=quote, near=near or "—")

    def _uncited(self) -> Iterator[Finding]:
        """References that nothing cites; one finding where nothing is cited at all."""
        references = [each for part in self.article.reference_lists for each in all_references(part)]
        uncited = [each for each in references if each.key not in self.cited]
        if references and len(uncited) == len(references):
            yield finding("references-uncited", self.source.place(references[0].text.at), count=len(references))
            return
        for each in uncited:
            quote = " ".join(each.text.text.split())[:LONGEST_QUOTE]
            yield finding("uncited-reference", self.source.place(each.text.at), quote=quote)


def _target(citation: Citation) -> Target | None:
    if citation.note:
        return Target(citation.note, NOTE_KIND)
    return Target(citation.work.key, "bibr") if citation.work else None


def _in_order(citations: Iterable[Citation], *others: Citation) -> tuple[Citation, ...]:
    return tuple(sorted((*citations, *others), key=lambda citation: citation.start))


def _text_of(note: Note) -> str:
    """The words of a note in one paragraph; of others no first mention is looked for."""
    texts = list(all_prose(note.blocks))
    return passage_of(texts[0]).text if len(texts) == 1 else ""


def passage_of(prose: Prose) -> Passage:
    """The text of `prose` with objects in the place of what is no word: raised figures, code, call-outs, links."""
    words, place = prose.words, 0
    pieces: list[str] = []
    raised: list[tuple[int, str]] = []
    for run in prose.runs:
        piece = words[place : place + len(run.text)]
        if _is_foreign(run.marks):
            pieces.append(OBJECT * len(piece))
        elif Style.SUP in run.marks and RAISED.fullmatch(piece):
            pieces.append(OBJECT * len(piece))
            _add(raised, place, piece)
        else:
            pieces.append(piece)
        place += len(piece)
    return Passage(_without_addresses("".join(pieces)), tuple(raised))


def _without_addresses(text: str) -> str:
    for address in iter_addresses(text) if ADDRESS.search(text) else ():
        text = text[: address.start] + OBJECT * (address.stop - address.start) + text[address.stop :]
    return text


def _add(raised: list[tuple[int, str]], place: int, piece: str) -> None:
    """Joins a raised piece to the one before where nothing stands between them."""
    if raised and raised[-1][0] + len(raised[-1][1]) == place:
        piece = raised[-1][1] + piece
        place = raised.pop()[0]
    raised.append((place, piece))


def _is_foreign(marks: Sequence[object]) -> bool:
    return any(isinstance(mark, Target) or (isinstance(mark, Link) and not mark.href.startswith("#")) for mark in marks)


def with_targets(prose: Prose, targets: Iterable[tuple[int, int, Target]]) -> Prose:
    """`prose` with a target between two offsets each, in order; a link into the manuscript itself gives way to it."""
    pieces, place = [], 0
    for start, stop, target in targets:
        piece = prose.cut(start, stop)
        if not any(piece.has(kind) for kind in (NoteCall, Target, Image)):
            pieces += [prose.cut(place, start), piece.without_links().marked(target)]
            place = stop
    return Prose.join([*pieces, prose.cut(place)])
