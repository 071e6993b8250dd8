"""Front matter written in the form of a sidecar, each value with a comment that says where it stands."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from textwrap import wrap

import tomlkit
from tomlkit.items import AoT, Item, Table

from ..article.blocks import Block
from ..article.front import Abstract, Affiliation, Contributor, Front, KeywordGroup, Statement, Translated
from ..article.prose import Prose
from ..article.source import Source
from ..article.walk import all_prose
from .correct import NUMBERS
from .forms import DATE_TYPES, Sidecar
from .origins import WORDS, Origins, comment_line
from .texts import plain, printed_text

Row = tuple[str, Item]
WIDTH = 110
"""Characters of a line of comment, and of a list that stands on one line."""


def metadata_toml(front: Front, source: Source, language: str = "en") -> str:
    """`front` as TOML that a sidecar may be made of; the comments are in `language`, `en` or `fr`.

    What is unknown is absent, and named at the end.
    """
    return _Writer(front, source, language).text()


class _Writer:
    """Writes one front."""

    def __init__(self, front: Front, source: Source, language: str) -> None:
        self._front = front
        self._words = WORDS[language]
        self._origins = Origins(front, source, self._words)
        self._name = source.name

    def text(self) -> str:
        """The whole file."""
        rows, tables = dict(self._rows()), dict(self._tables())
        document = tomlkit.document()
        stem = PurePosixPath(self._name).stem
        for line in self._words.heading.format(name=self._name, stem=stem).split("\n"):
            document.add(tomlkit.comment(comment_line(line)))
        document.add(tomlkit.nl())
        for key, item in (rows | tables).items():
            document.add(key, item)
        notes = "".join(f"# {line}\n" for line in self._notes({*rows, *tables}))
        return f"{tomlkit.dumps(document).rstrip()}\n\n{notes}"

    def _notes(self, given: set[str]) -> Iterator[str]:
        """What stands in no field, and which fields have nothing."""
        for _, prose in self._front.others:
            yield comment_line(f"{self._origins.of(prose)}, {self._words.others}: {plain(prose)}")
        kinds = {each.kind for each in self._front.dates}
        missing = [key for key in Sidecar.model_fields if key not in given and key != "dates"]
        missing += [key for key, kind in DATE_TYPES.items() if kind not in kinds]
        yield from wrap(self._words.missing.format(", ".join(missing)), WIDTH) if missing else ()

    # Values

    def _said(self, key: str, *proses: Prose) -> Iterator[Row]:
        """Words on one line."""
        text = " ".join(filter(None, map(plain, proses)))
        if text:
            yield key, tomlkit.string(text).comment(self._origins.of(*proses))

    def _copied(self, key: str, prose: Prose) -> Iterator[Row]:
        """Words that were copied from a line which is kept whole elsewhere."""
        if text := plain(prose):
            yield key, tomlkit.string(text).comment(self._origins.of_copy(prose))

    def _listed(self, key: str, proses: Iterable[Prose]) -> Iterator[Row]:
        told = [prose for prose in proses if plain(prose)]
        if told:
            yield key, _array([plain(prose) for prose in told]).comment(self._origins.of(*told))

    def _paragraphs(self, key: str, blocks: Sequence[Block]) -> Iterator[Row]:
        text = printed_text(blocks)
        if text:
            made = tomlkit.string(f"{text}\n", multiline=True)
            yield key, made.comment(self._origins.of(next(all_prose(blocks))))

    def _known(self, key: str, value: str, origin: str = "") -> Iterator[Row]:
        """A code or identifier."""
        if value:
            yield key, tomlkit.string(value).comment(origin or self._origins.of_text(value))

    # The front

    def _rows(self) -> Iterator[Row]:
        front, numbering = self._front, self._front.numbering
        yield from self._known("language", front.language, self._words.unprinted)
        yield from self._known("article_type", front.article_type, self._words.unprinted)
        yield from self._said("heading", front.heading)
        yield from self._said("title", front.title_group.title)
        yield from self._said("subtitle", front.title_group.subtitle)
        yield from self._known("doi", numbering.doi)
        for key in NUMBERS:
            yield from self._copied(key, getattr(numbering, key))
        yield from self._said("suggested_citation", front.suggested_citation)
        yield from self._copied("journal_title", front.journal_title)
        yield from self._listed("corresp", front.corresponding)

    def _tables(self) -> Iterator[tuple[str, AoT | Table]]:
        front = self._front
        yield from _tables("trans_title", map(self._trans_title, front.title_group.translations))
        yield from _tables("contrib", map(self._contrib, front.contributors))
        yield from _tables("aff", map(self._aff, front.affiliations))
        yield from _single("dates", self._dates())
        yield from _tables("abstract", map(self._abstract, front.abstracts))
        yield from _tables("kwd_group", map(self._kwd_group, front.keywords))
        yield from _single("license", self._license())
        yield from _tables("product", (self._said("text", product.text) for product in front.products))
        yield from _tables("statement", map(self._statement, front.statements))

    def _trans_title(self, each: Translated) -> Iterator[Row]:
        yield from self._known("language", each.language, self._words.unprinted)
        yield from self._said("title", each.title)
        yield from self._said("subtitle", each.subtitle)

    def _contrib(self, each: Contributor) -> Iterator[Row]:
        for key in ("surname", "given_names", "prefix", "suffix", "collab"):
            yield from self._said(key, getattr(each, key))
        yield from self._listed("roles", each.roles)
        yield from self._said("email", each.email)
        yield from self._known("orcid", each.orcid, self._origins.of(each.orcid_printed))
        if each.is_corresponding:
            yield "corresponding", tomlkit.boolean("true").comment(self._words.unprinted)
        if each.affiliations:
            numbers = tomlkit.item([place + 1 for place in each.affiliations])
            yield "affiliations", numbers.comment(self._words.unprinted)

    def _aff(self, each: Affiliation) -> Iterator[Row]:
        yield from self._said("text", each.text)
        yield from self._said("label", each.label)
        yield from self._said("institution", each.institution)
        yield from self._listed("divisions", each.divisions)
        yield from self._said("city", each.city)
        yield from self._said("country", each.country)
        yield from self._known(
            "country_code", each.country_code, self._origins.of(each.country) or self._words.unprinted
        )
        yield from self._known("ror", each.ror)

    def _dates(self) -> Iterator[Row]:
        for key, kind in DATE_TYPES.items():
            dates = [each for each in self._front.dates if each.kind == kind]
            if dates:
                origin = self._origins.of(*(each.printed for each in dates)) or self._words.unprinted
                isos = [each.iso for each in dates]
                item = tomlkit.string(isos[0]) if len(isos) == 1 else _array(isos)
                yield key, item.comment(origin)

    def _abstract(self, each: Abstract) -> Iterator[Row]:
        yield from self._known("language", each.language, self._words.unprinted)
        yield from self._known("abstract_type", each.kind, self._words.unprinted)
        yield from self._said("title", each.title)
        yield from self._paragraphs("text", each.blocks)

    def _kwd_group(self, each: KeywordGroup) -> Iterator[Row]:
        yield from self._known("language", each.language, self._words.unprinted)
        yield from self._said("title", each.title)
        yield from self._listed("kwd", each.terms)

    def _license(self) -> Iterator[Row]:
        yield from self._known("url", self._front.license_url)
        yield from self._said("text", self._front.license_text)

    def _statement(self, each: Statement) -> Iterator[Row]:
        yield from self._known("kind", each.kind, self._words.unprinted)
        yield from self._said("title", each.title)
        yield from self._paragraphs("text", each.blocks)


def _array(texts: Sequence[str]) -> Item:
    made = tomlkit.array()
    made.extend(texts)
    return made.multiline(len(made.as_string()) > WIDTH)


def _table(rows: Iterable[Row]) -> Table:
    made = tomlkit.table()
    for key, item in rows:
        made.add(key, item)
    return made


def _single(key: str, rows: Iterable[Row]) -> Iterator[tuple[str, Table]]:
    made = _table(rows)
    if made:
        yield key, made


def _tables(key: str, of_each: Iterable[Iterable[Row]]) -> Iterator[tuple[str, AoT]]:
    made = tomlkit.aot()
    for rows in of_each:
        made.append(_table(rows))
    if made:
        yield key, made
