"""Addresses in the text made links, whatever the format of the manuscript; paths of somebody's computer reported.

https://jats.nlm.nih.gov/publishing/tag-library/1.3/element/ext-link.html
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from ..addresses import Address, is_local, iter_addresses, iter_local_paths
from ..article.blocks import Block
from ..article.model import Article, ReferenceList
from ..article.prose import Link, Prose, Run
from ..article.source import Source
from ..article.walk import map_prose
from ..findings import Finding, finding

SIGN = re.compile(r"://|www\.|doi|@|file:|\w:[\\/]", re.IGNORECASE)
"""What every address and path holds."""
ESCAPED = re.compile(r"\\(?=[_*~#&%-])|\s+")
"""What an extraction leaves in the target of a link."""
SIGNS_AT_END = ".,;:"


class Linker:
    """Makes links of addresses; with `mend`, of those that an extraction cut, too."""

    def __init__(self, source: Source, *, mend: bool) -> None:
        self._source = source
        self._mend = mend
        self.findings: list[Finding] = []

    def article(self, article: Article) -> Article:
        """`article` with links in its text, abstracts, notes, statements and references."""
        front = article.front
        front = replace(
            front,
            abstracts=tuple(replace(each, blocks=self._blocks(each.blocks)) for each in front.abstracts),
            statements=tuple(replace(each, blocks=self._blocks(each.blocks)) for each in front.statements),
        )
        body, appendices = self._blocks(article.body), self._blocks(article.appendices)
        notes = tuple(replace(note, blocks=self._blocks(note.blocks)) for note in article.notes)
        lists = tuple(map(self._references, article.reference_lists))
        article = replace(article, front=front, body=body, appendices=appendices, notes=notes, reference_lists=lists)
        return replace(article, findings=(*article.findings, *self.findings))

    def _blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        return tuple(map_prose(block, self.linked, words_only=True) for block in blocks)

    def _references(self, references: ReferenceList) -> ReferenceList:
        own = tuple(replace(each, text=self.linked(each.text)) for each in references.references)
        return replace(references, references=own, parts=tuple(map(self._references, references.parts)))

    def linked(self, prose: Prose) -> Prose:
        """`prose` with its addresses as links."""
        if not prose.has(Link) and not SIGN.search(prose.text):
            return prose
        self._report_local(prose)
        prose = Prose(tuple(map(_cleaned, prose.runs)))
        prose = _closed(prose) if self._mend else prose
        for address in reversed(list(iter_addresses(prose.words, mend=self._mend))):
            prose = self._with_link(prose, address)
        return Prose(tuple(run for _, runs in groupby(prose.runs, key=_link) for run in _worded(list(runs))))

    def _with_link(self, prose: Prose, address: Address) -> Prose:
        piece = prose.cut(address.start, address.stop)
        if address.is_broken and not piece.has(Link):
            self._report("address-broken", prose.cut(address.start, address.stop + 40))
            return prose
        href = _target(piece, address.href)
        if not href:
            return prose
        gaps = [(start - address.start, stop - address.start) for start, stop in address.gaps]
        linked = _marked(piece.without(gaps).without_links(), Link(href))
        return prose.cut(0, address.start) + linked + prose.cut(address.stop)

    def _report_local(self, prose: Prose) -> None:
        reported = [prose.cut(*span) for span in iter_local_paths(prose.words)]
        if not reported:
            reported = [Prose((run,)) for run in prose.runs if (link := _link(run)) and is_local(link.href)][:1]
        for path in reported:
            self._report("address-local", path)

    def _report(self, code: str, prose: Prose) -> None:
        self.findings.append(finding(code, self._source.place(prose.at), quote=" ".join(prose.text.split())))


def _cleaned(run: Run) -> Run:
    """Without a link that leads to somebody's computer, and without signs of extraction in the target of another."""
    link = _link(run)
    if link is None:
        return run
    if is_local(link.href):
        return replace(run, marks=tuple(mark for mark in run.marks if mark is not link))
    if not link.href.startswith(("http:", "https:")) or not ESCAPED.search(link.href):
        return run
    cleaned = Link(ESCAPED.sub("", link.href))
    return replace(run, marks=tuple(cleaned if mark is link else mark for mark in run.marks))


def _link(run: Run) -> Link | None:
    return next((mark for mark in run.marks if isinstance(mark, Link)), None)


def _closed(prose: Prose) -> Prose:
    """Without the spaces that cut the words of a link whose target they are."""
    pieces = []
    for link, runs in groupby(prose.runs, key=_link):
        piece = Prose(tuple(runs))
        is_address = link is not None and re.search(r"\s", piece.text) is not None
        if link and is_address and _bare(re.sub(r"\s", "", piece.text)) == _bare(link.href):
            piece = piece.without(match.span() for match in re.finditer(r"\s+", piece.text))
        pieces.append(piece)
    return Prose.join(pieces)


def _target(piece: Prose, href: str) -> str:
    """Where the address leads: what a link says that goes further than its words, nothing when the author meant another
    place.
    """
    targets = {link.href.rstrip(SIGNS_AT_END) for run in piece.runs if (link := _link(run))}
    if not targets:
        return href
    longest = max(targets, key=len)
    one, other = _bare(longest), _bare(href)
    if one.startswith(other):
        return longest
    return href if other.startswith(one) else ""


def _bare(href: str) -> str:
    return re.sub(r"^\w+://|%20|/$", "", href).casefold()


def _marked(prose: Prose, link: Link) -> Prose:
    """The link inside the dress of its words where it has one, around them where they have several."""
    if len({run.marks for run in prose.runs}) > 1:
        return prose.marked(link)
    return Prose(tuple(replace(run, marks=(*run.marks, link)) for run in prose.runs))


def _worded(runs: list[Run]) -> list[Run]:
    """Neighbours of one link, without it where they hold no word: a full stop, a space."""
    if any(character.isalnum() for run in runs for character in run.text) or any(_holds_object(run) for run in runs):
        return runs
    return list(Prose(tuple(runs)).without_links().runs)


def _holds_object(run: Run) -> bool:
    return any(not isinstance(mark, Link | str) for mark in run.marks)
