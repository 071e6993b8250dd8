"""Abstracts and keywords: the labelled parts between head and text, wherever they stand and however they are
labelled.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..article.blocks import Block, Heading, ItemList, Paragraph, Quote, Table
from ..article.front import Abstract, KeywordGroup, Translated
from ..article.ledger import Departure, Entry
from ..article.prose import NoteCall, Prose, Style
from ..article.source import Source
from ..article.walk import all_prose, plain_text
from ..findings import Finding, finding
from ..language import ENOUGH, detect
from .affiliations import iter_labels
from .classify import is_in_other_language, small_words, strong_kind
from .keywords import keyword_group, split_terms
from .labelled import LabelAt, label_at, split_at_keywords
from .lines import Line, block_lines, is_running_text

LONGEST_ABSTRACT = 450
"""Words of an abstract after which, with no heading or label to end it, the text has begun."""
BOXES = frozenset(
    "article history|article info|article information|historique|historique de l article|historia del articulo|"
    "historico|informations|info articulo".split("|")
)
"""Headings, folded, of boxes on the first page whose lines speak for themselves."""
LANGUAGE_NAMES = frozenset("francais english espanol portugues italiano deutsch arabe fr en es pt it de ar".split())
"""Words, folded, of a line that only names the languages of the abstracts below it."""
LABEL_WITHIN = 40
"""Characters within which a colon tells that a line has a label of its own."""
TERM_DASH = re.compile(r"\s+[–—•·]\s+|\s*;\s*")
LONGEST_TERM = 5
"""Words of a keyword that stands alone in its paragraph."""
SURELY = 0.8
"""Likelihood from which a paragraph of an abstract is in another language than the one before."""
LONGEST_TITLE = 250
LONGEST_BETWEEN = 200
LONGEST_EPIGRAPH = 600
LONGEST_TERMS = 400
"""Characters of a line of keywords; a longer one is running text."""


@dataclass
class Parts:
    """What was found, and what is left."""

    abstracts: list[Abstract] = field(default_factory=list)
    keywords: list[KeywordGroup] = field(default_factory=list)
    translations: list[Translated] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    """Lines of the head that stand after an abstract: dates, a suggested citation."""
    epigraphs: list[Block] = field(default_factory=list)
    ledger: list[Entry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


class PartReader:
    """Reads labelled parts from a place on."""

    def __init__(self, blocks: Sequence[Block], language: str, source: Source) -> None:
        self._blocks = [piece for block in blocks for piece in split_at_keywords(block)]
        self._language = language
        self._source = source
        self.parts = Parts()

    @property
    def blocks(self) -> list[Block]:
        """The blocks, those with keywords at their end cut in two."""
        return self._blocks

    def read(self, place: int) -> int:
        """Reads what follows one another from `place` on; gives the place of the first block of the text."""
        while place < len(self._blocks):
            after = self._read_one(place)
            if after == place:
                break
            place = after
        return place

    def _read_one(self, place: int) -> int:
        block = self._blocks[place]
        found = label_at(block)
        if found and found.label.kind == "abstract":
            return self._read_abstract(place, found)
        if found and found.label.kind == "keywords":
            return self._read_keywords(place, found)
        if self._is_translated_title(place):
            return self._read_translated_title(place)
        if isinstance(block, Paragraph) and self._is_unlabelled_keywords(block):
            return self._store_keywords(block.prose, self.parts.abstracts[-1].language, Prose(), place + 1)
        if self._is_unlabelled_abstract(place):
            return self._store_abstract(None, [block], place + 1)
        if (
            isinstance(block, Quote)
            and (self.parts.abstracts or self.parts.keywords)
            and self._opens_before_text(place)
        ):
            self.parts.epigraphs.append(block)
            return place + 1
        return self._read_line(place)

    def _read_line(self, place: int) -> int:
        block = self._blocks[place]
        lines = list(block_lines(block, place))
        if len(lines) == 1 and lines[0].folded in BOXES:
            self.parts.ledger.append(Entry(Departure.FIELD_LABEL, lines[0].prose, "names a box of the first page"))
            return place + 1
        is_known = bool(lines) and strong_kind(lines[0]) is not None
        is_between = isinstance(block, Heading | Paragraph) and self._is_between_parts(place)
        if lines and not isinstance(block, ItemList | Table) and (is_known or is_between):
            self.parts.lines += lines
            return place + 1
        return place

    def _is_between_parts(self, place: int) -> bool:
        """A short line after a part with another part right after it: `JEL: …`, the name of a language."""
        block = self._blocks[place]
        text = "" if not isinstance(block, Heading | Paragraph) else block.prose.text
        begun = bool(self.parts.abstracts or self.parts.keywords)
        following = self._blocks[place + 1 : place + 3]
        soon = any(found.label.kind in ("abstract", "keywords") for each in following if (found := label_at(each)))
        return begun and soon and len(text) < LONGEST_BETWEEN and not label_at(block)

    # Abstracts

    def _read_abstract(self, place: int, found: LabelAt) -> int:
        after = place + 1
        ledgered = len(self.parts.ledger)
        blocks: list[Block] = [Paragraph(found.rest)] if found.rest else []
        after = after if blocks else self._title_below(self._past_languages(after), found)
        while not blocks and after < len(self._blocks) and (again := label_at(self._blocks[after])):
            if again.label.kind != "abstract" or again.label.language != found.label.language:
                break
            self.parts.ledger.append(Entry(Departure.FIELD_LABEL, again.title, "a second label of the same abstract"))
            blocks += [Paragraph(again.rest)] if again.rest else []
            after += 1
        while after < len(self._blocks) and self._belongs(self._blocks[after], blocks, after):
            blocks.append(self._blocks[after])
            after += 1
        if not blocks:
            del self.parts.ledger[ledgered:]
            return place
        return self._store_abstracts(found, blocks, after)

    def _past_languages(self, place: int) -> int:
        lines = list(block_lines(self._blocks[place], place)) if place < len(self._blocks) else []
        words = {word for line in lines for word in line.folded.split()}
        if not words or not words <= LANGUAGE_NAMES:
            return place
        for line in lines:
            self.parts.ledger.append(Entry(Departure.FIELD_LABEL, line.prose, "names the languages of the abstracts"))
        return place + 1

    def _title_below(self, place: int, found: LabelAt) -> int:
        """A line set apart between the label of an abstract and its text is the title in that language."""
        block = self._blocks[place] if place < len(self._blocks) else None
        following = self._blocks[place + 1] if place + 1 < len(self._blocks) else None
        if not isinstance(block, Heading | Paragraph) or not _is_heading_like(block) or label_at(block):
            return place
        if found.label.language == self._language or not isinstance(following, Paragraph):
            return place
        if len(block.prose.text) < LONGEST_TITLE and is_running_text(following.prose):
            self.parts.translations.append(Translated(found.label.language, block.prose.unmarked(Style.BOLD)))
            return place + 1
        return place

    def _store_abstracts(self, found: LabelAt, blocks: list[Block], after: int) -> int:
        """One label may stand above abstracts in several languages, one after the other."""
        groups: list[tuple[str, list[Block]]] = []
        for block in blocks:
            text = plain_text([block])
            language, likelihood = detect(text) if len(text) >= ENOUGH else ("", 0.0)
            known = groups[-1][0] if groups else ""
            if groups and (likelihood < SURELY or known in ("", language)):
                groups[-1] = (known or language, [*groups[-1][1], block])
            else:
                groups.append((language, [block]))
        if len(groups) < 2 or (found.rest and found.title):
            return self._store_abstract(found, blocks, after)
        self.parts.ledger.append(Entry(Departure.FIELD_LABEL, found.title, "names the abstracts"))
        for _, group in groups:
            self._store_abstract(None, group, after)
        return after

    def _belongs(self, block: Block, blocks: list[Block], place: int) -> bool:
        """Whether a block goes on with the abstract that `blocks` have begun."""
        found = label_at(block)
        is_labelled = found is not None and (bool(found.title) or found.label.kind != "abstract")
        if not isinstance(block, Paragraph | ItemList | Quote) or is_labelled or _is_heading_like(block):
            return False
        if blocks and any(_has_calls(prose) for prose in all_prose([block])):
            return False
        first = next(block_lines(block, place), None)
        if first is None or (blocks and strong_kind(first) is not None):
            return False
        words = len(plain_text([*blocks, block]).split())
        return not blocks or words <= LONGEST_ABSTRACT or self._label_follows(place)

    def _label_follows(self, place: int) -> bool:
        """Whether keywords or another abstract come before the next heading, so that this still is abstract."""
        for block in self._blocks[place + 1 : place + 6]:
            found = label_at(block)
            if found and found.label.kind in ("keywords", "abstract"):
                return True
            if isinstance(block, Heading):
                return False
        return False

    def _store_abstract(self, found: LabelAt | None, blocks: list[Block], after: int) -> int:
        blocks = self._without_translated_title(blocks, found)
        language = self._language_of(plain_text(blocks), found)
        title = found.title.unmarked(Style) if found else Prose()
        known = [abstract.language for abstract in self.parts.abstracts]
        if language in known:
            place = self._source.place(next((prose.at for prose in all_prose(blocks)), None))
            self.parts.findings.append(finding("abstracts-alike", place, language=language))
        self.parts.abstracts.append(Abstract(language, tuple(blocks), title))
        return after

    def _without_translated_title(self, blocks: list[Block], found: LabelAt | None) -> list[Block]:
        """A line set apart above an abstract in another language is the title in that language."""
        first = blocks[0]
        if (
            len(blocks) > 1
            and isinstance(first, Paragraph)
            and found
            and not found.rest
            and len(first.prose.text) < 250
        ):
            language = found.label.language
            apart = first.prose.is_all(Style.BOLD) or not first.prose.text.rstrip().endswith(".")
            if apart and language != self._language and not is_running_text(first.prose):
                self.parts.translations.append(Translated(language, first.prose.unmarked(Style.BOLD)))
                return blocks[1:]
        return blocks

    def _language_of(self, text: str, found: LabelAt | None) -> str:
        """By the text when it is long enough, else by the label; a label that says otherwise is reported."""
        detected, likelihood = detect(text)
        trusted = detected if len(text) >= ENOUGH and likelihood > 0.5 else ""
        if found is None:
            return trusted or self._language
        if trusted and found.title and trusted not in found.label.languages:
            place = self._source.place(found.title.at)
            self.parts.findings.append(finding("language-mismatch", place, quote=found.title.text, language=trusted))
        return trusted or found.label.language or self._language

    def _is_unlabelled_abstract(self, place: int) -> bool:
        block = self._blocks[place]
        if not isinstance(block, Paragraph) or not is_running_text(block.prose):
            return False
        following = self._blocks[place + 1] if place + 1 < len(self._blocks) else None
        contents = label_at(following) if following else None
        if self.parts.abstracts:
            known = {abstract.language for abstract in self.parts.abstracts}
            is_next = bool(contents and contents.label.kind == "keywords")
            return is_next and bool(self.parts.keywords) and detect(block.prose.text)[0] not in known
        if block.prose.is_all(Style.ITALIC) and (isinstance(following, Heading) or contents):
            return True
        return any(
            found.label.kind == "keywords" for each in self._blocks[place + 1 : place + 3] if (found := label_at(each))
        )

    # Keywords

    def _read_keywords(self, place: int, found: LabelAt) -> int:
        after = place + 1
        printed = found.rest
        if not printed and after < len(self._blocks) and not label_at(self._blocks[after]):
            printed = _as_terms(self._blocks[after])
            after += bool(printed)
        while after < len(self._blocks) and self._is_lone_term(printed, after):
            printed = Prose.join([printed, _as_terms(self._blocks[after])], "; ")
            after += 1
        while after < len(self._blocks) and self._continues_terms(printed, after):
            printed = Prose.join([printed, _as_terms(self._blocks[after])], " ")
            after += 1
        if not printed:
            return place
        return self._store_keywords(printed, self._keyword_language(found), found.title.unmarked(Style), after)

    def _store_keywords(self, printed: Prose, language: str, title: Prose, after: int) -> int:
        group, entries, findings = keyword_group(printed, language, title, self._source)
        self.parts.keywords.append(group)
        self.parts.ledger += entries
        self.parts.findings += findings
        return after

    def _is_unlabelled_keywords(self, block: Paragraph) -> bool:
        """A line of short terms in bold between dashes or dots right below an abstract, as Cairn prints them."""
        if not self.parts.abstracts or not block.prose.is_all(Style.BOLD):
            return False
        terms = TERM_DASH.split(block.prose.text.strip())
        return len(terms) > 2 and all(0 < len(term.split()) <= LONGEST_TERM for term in terms)

    def _is_lone_term(self, printed: Prose, place: int) -> bool:
        """A term in a paragraph of its own, after others of the kind."""
        block = self._blocks[place]
        if not isinstance(block, Paragraph) or label_at(block) or _is_heading_like(block):
            return False
        last = re.split(r";", printed.text)[-1]
        short = all(0 < len(text.split()) <= LONGEST_TERM for text in (last, block.prose.text))
        return short and not re.search(r"[,;.•·]", block.prose.text + last)

    def _keyword_language(self, found: LabelAt) -> str:
        """A label that several languages share takes that of the abstract above it."""
        above = self.parts.abstracts[-1].language if self.parts.abstracts else ""
        language = above if above in found.label.languages else found.label.language
        return language or self._language

    def _continues_terms(self, printed: Prose, place: int) -> bool:
        """A short line of terms after a list that no full stop has closed: a page or line end cut it."""
        block = self._blocks[place]
        if not printed or not isinstance(block, Paragraph) or label_at(block) or _is_heading_like(block):
            return False
        first = next(block_lines(block, place), None)
        text = block.prose.text.strip()
        is_other = "@" in text or ":" in text[:LABEL_WITHIN] or any(True for _ in iter_labels(text))
        if first is None or strong_kind(first) is not None or is_other:
            return False
        signs = [sign for sign in ",;•·" if sign in printed.text]
        is_open = not printed.text.rstrip().endswith((".", "!", "?"))
        has_sign = any(sign in text for sign in signs) or printed.text.rstrip().endswith((",", ";"))
        short_terms = all(len(term.text.split()) <= 6 for term in split_terms(block.prose))
        return bool(signs) and is_open and has_sign and short_terms and len(text) < 160

    # Titles between the parts

    def _is_translated_title(self, place: int) -> bool:
        """A line set apart, in another language, right above a part in that language."""
        block = self._blocks[place]
        if not isinstance(block, Heading | Paragraph) or not _is_heading_like(block) or place + 1 >= len(self._blocks):
            return False
        following = self._label_below(place)
        if not following:
            return False
        text = block.prose.text
        language = following.label.language
        is_other = is_in_other_language(text, self._language) or self._is_rather(text, language)
        return language != self._language and len(text.split()) > 2 and is_other

    def _is_rather(self, text: str, language: str) -> bool:
        """Whether a short title speaks the language of the label below it as much as that of the article."""
        count = small_words(text, language)
        return count > 0 and count >= small_words(text, self._language)

    def _label_below(self, place: int) -> LabelAt | None:
        """The label of the part that a title stands above; an abstract without label may lie between."""
        for block in self._blocks[place + 1 : place + 3]:
            found = label_at(block)
            if found:
                return found if found.label.kind in ("abstract", "keywords") else None
            if not (self.parts.keywords and isinstance(block, Paragraph) and is_running_text(block.prose)):
                return None
        return None

    def _read_translated_title(self, place: int) -> int:
        block = self._blocks[place]
        assert isinstance(block, Heading | Paragraph)
        following = self._label_below(place)
        language = following.label.language if following else detect(block.prose.text)[0]
        self.parts.translations.append(Translated(language, block.prose.unmarked(Style.BOLD)))
        return place + 1

    def _opens_before_text(self, place: int) -> bool:
        """A short quotation right after the keywords stands above the text, not in it."""
        following = self._blocks[place + 1] if place + 1 < len(self._blocks) else None
        is_short = len(plain_text([self._blocks[place]])) < LONGEST_EPIGRAPH
        return following is not None and (is_short or isinstance(following, Heading) or bool(label_at(following)))


def _as_terms(block: Block) -> Prose:
    """A paragraph, or the items of a list, as a list of terms."""
    if isinstance(block, ItemList):
        return Prose.join(all_prose([block]), "; ")
    if isinstance(block, Paragraph) and len(block.prose.text) <= LONGEST_TERMS:
        return block.prose
    return Prose()


def _is_heading_like(block: Block) -> bool:
    return isinstance(block, Heading) or (isinstance(block, Paragraph) and block.prose.is_all(Style.BOLD))


def _has_calls(prose: Prose) -> bool:
    return prose.has(NoteCall)
