"""The title group: title, subtitle, translations, and the small letters of what is printed in capitals."""

from collections.abc import Sequence
from dataclasses import replace

from ..article.front import Contributor, TitleGroup, Translated
from ..article.ledger import Departure, Entry
from ..article.prose import Prose, Style
from ..article.source import Source
from ..findings import Finding, finding
from ..language import detect
from .classify import FIELD_TITLE, Kind
from .head import Classified
from .recase import Vocabulary, is_capitals, recase_name, recase_title


class TitleReader:
    """Reads titles from classified lines and recases what is all in capitals."""

    def __init__(self, mentions: Sequence[str], vocabulary: Vocabulary, source: Source, language: str) -> None:
        self._mentions = mentions
        self._vocabulary = vocabulary
        self._source = source
        self._language = language
        self.ledger: list[Entry] = []
        self.findings: list[Finding] = []

    def read(self, head: Sequence[Classified], translations: Sequence[Translated]) -> TitleGroup:
        """The titles of a head, and those that stood above an abstract."""
        title = self._joined(head, Kind.TITLE)
        subtitle = self._joined(head, Kind.SUBTITLE)
        own = [self._translated(prose) for prose in _by_block(head)]
        others = [replace(each, title=self._recased_title(each.title)) for each in translations]
        return TitleGroup(title, subtitle, tuple(_once([*own, *others])))

    def _joined(self, head: Sequence[Classified], kind: Kind) -> Prose:
        lines = [self._without_label(each.line.prose) for each in head if each.kind is kind]
        return self._recased_title(_undressed(Prose.join(lines, " ")))

    def _without_label(self, prose: Prose) -> Prose:
        label = FIELD_TITLE.match(prose.text)
        if not label:
            return prose
        self.ledger.append(Entry(Departure.FIELD_LABEL, prose.cut(0, label.end()), "names the title"))
        return prose.cut(label.end())

    def _translated(self, prose: Prose) -> Translated:
        language, _ = detect(prose.text)
        return Translated(language, self._recased_title(_undressed(prose)))

    def _recased_title(self, title: Prose) -> Prose:
        if not is_capitals(title.text):
            return title
        recased, is_proven = recase_title(title, self._mentions, self._vocabulary)
        self._report("title-recased", title, recased, is_proven=is_proven)
        return recased

    def recased(self, contributor: Contributor) -> Contributor:
        """With names that are all in capitals in small letters."""
        return replace(
            contributor,
            surname=self._recased_name(contributor.surname),
            given_names=self._recased_name(contributor.given_names),
        )

    def _recased_name(self, name: Prose) -> Prose:
        if not is_capitals(name.text.replace(".", "")) and not _short_capitals(name.text):
            return name
        recased, is_proven = recase_name(name, self._mentions)
        self._report("name-recased", name, recased, is_proven=is_proven)
        return recased

    def _report(self, code: str, printed: Prose, recased: Prose, *, is_proven: bool) -> None:
        if printed.text == recased.text:
            return
        self.ledger.append(Entry(Departure.RECASED_FORM, printed, "printed in capitals"))
        if not is_proven:
            self.findings.append(finding(code, self._source.place(printed.at), quote=printed.text, form=recased.text))


def _by_block(head: Sequence[Classified]) -> list[Prose]:
    """The translated titles; lines of one block are one title."""
    titles: list[list[Prose]] = []
    block = None
    for each in head:
        if each.kind is not Kind.TRANS_TITLE:
            continue
        if each.line.block != block or each.line.opens_block:
            titles.append([])
        titles[-1].append(each.line.prose)
        block = each.line.block
    return [Prose.join(lines, " ") for lines in titles]


def _short_capitals(text: str) -> bool:
    """A name of two or three letters is in capitals when it is longer than initials: `LEE`, `XU`."""
    return 2 <= len(text) <= 3 and text.isalpha() and text.isupper()


def _undressed(title: Prose) -> Prose:
    """A title is set in bold or italics as a whole by the journal's style, which says nothing."""
    for style in (Style.BOLD, Style.ITALIC, Style.UNDERLINE):
        if title.is_all(style):
            title = title.unmarked(style)
    return title.strip()


def _once(translations: Sequence[Translated]) -> list[Translated]:
    seen: dict[str, Translated] = {}
    for each in translations:
        known = seen.get(each.language)
        if known is None:
            seen[each.language] = each
        elif not known.subtitle:
            seen[each.language] = replace(known, subtitle=each.title)
    return list(seen.values())
