"""The schema layer: libxml2 gives the verdict, at once; when it is no, `explain` says why."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from lxml import etree

from ries_jats.check.explain import iter_explanations
from ries_jats.check.grammar import MATHML, Grammar
from ries_jats.check.grammar_dtd import dtd_at, dtd_grammar
from ries_jats.check.grammar_xsd import xsd_grammar
from ries_jats.check.links import duplicate_ids
from ries_jats.check.parsing import Document
from ries_jats.check.tagset import TagSet, tag_set_of
from ries_jats.findings import Finding, Place, finding
from ries_jats.schemas import Language, Schema, installed, schema

_OURS = {
    "jats-publishing-1.3": "jats-publishing-1.3-no-mathml",  # the full one takes libxml2 four seconds to load
    "jats-archiving-1.3": "jats-archiving-1.3-dtd",
}
"""The schemas that come with ries-jats, by the tag set that they judge."""
_NOT_AN_ID = re.compile(r"'([^']*)' is not a valid value of the atomic type 'xs:ID'")
_OF_LINKS = frozenset({"DTD_ID_REDEFINED", "DTD_UNKNOWN_ID"})
_NAMESPACE = re.compile(r"No declaration for attribute xmlns\b")
_LOCK = Lock()  # libxml2 keeps the errors of a verdict in the schema


@dataclass(frozen=True, slots=True)
class Fault:
    """One error in the words of libxml2."""

    words: str
    line: int
    kind: str


def iter_findings(document: Document) -> Iterator[Finding]:
    """What the schema of the tag set that the document claims says of it; ids and MathML have layers of their own."""
    claim = tag_set_of(document)
    judge = judging_schema(claim)
    if judge is None:
        place = document.place(document.root)
        yield finding("schema-not-judged", place, schema=claim.title, name=claim.schema_name)
        return
    if claim.assumed:
        yield finding("schema-assumed", document.place(document.root), schema=claim.title)
    faults = _faults(document, judge)
    if faults:
        yield from _iter_explained(document, _grammar(judge, claim), faults)


def judging_schema(claim: TagSet) -> Schema | None:
    """The installed schema that judges a tag set, None when there is none.

    Raises `EnvironmentFault` when one that comes with ries-jats is missing.
    """
    if claim.schema_name in _OURS:
        return schema(_OURS[claim.schema_name])
    usable = (Language.XSD, Language.DTD)
    present = {each.name: each for each in installed() if each.present and each.language in usable}
    return present.get(claim.schema_name) or present.get(f"{claim.schema_name}-dtd")


def _iter_explained(document: Document, grammar: Grammar, faults: tuple[Fault, ...]) -> Iterator[Finding]:
    explained = False
    for each in iter_explanations(document, grammar, document.root):
        explained = True
        yield each
    if not explained:
        for fault in faults:
            yield not_explained(Place(document.file, fault.line or None), fault, grammar.title)


def not_explained(place: Place, fault: Fault, title: str) -> Finding:
    """The finding that quotes libxml2."""
    return finding("schema-invalid", place, schema=title, words=fault.words)


def _grammar(judge: Schema, claim: TagSet) -> Grammar:
    read = dtd_grammar if judge.language is Language.DTD else xsd_grammar
    return read(judge.path, claim.title)


def _faults(document: Document, judge: Schema) -> tuple[Fault, ...]:
    if judge.language is Language.DTD:
        return dtd_faults(judge.path, _without_mathml(document.root))
    duplicates = duplicate_ids(document)
    return tuple(each for each in xsd_faults(judge.path, document.tree) if not _is_duplicate(each, duplicates))


def _is_duplicate(fault: Fault, duplicates: frozenset[str]) -> bool:
    match = _NOT_AN_ID.search(fault.words)
    return bool(match and match[1].strip() in duplicates)


def xsd_faults(path: Path, tree: etree._ElementTree) -> tuple[Fault, ...]:
    """What the XSD at `path` says against a tree."""
    judge = _xsd_at(path)
    with _LOCK:
        if judge.validate(tree):
            return ()
        return _read_log(judge.error_log)


def dtd_faults(path: Path, tree: etree._ElementTree | etree._Element) -> tuple[Fault, ...]:
    """What the DTD at `path` says against a tree, save of ids, references and namespace declarations."""
    judge = dtd_at(path)
    with _LOCK:
        if judge.validate(tree):
            return ()
        faults = _read_log(judge.error_log)
    return tuple(each for each in faults if each.kind not in _OF_LINKS and not _NAMESPACE.match(each.words))


def _read_log(log: Any) -> tuple[Fault, ...]:
    return tuple(Fault(each.message, each.line, each.type_name) for each in log)


@cache
def _xsd_at(path: Path) -> etree.XMLSchema:
    return etree.XMLSchema(file=str(path))


def _without_mathml(root: etree._Element) -> etree._Element:
    copy = etree.fromstring(etree.tostring(root))
    for math in copy.iter(f"{{{MATHML}}}math"):
        for child in list(math):
            math.remove(child)
        math.text = None
        math.attrib.clear()
    return copy
