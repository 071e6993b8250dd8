"""Which name was probably meant, for an element, attribute, value or id that is not known where it stands."""

from collections.abc import Iterable, Sequence

from ries_jats.check.grammar import written

_SHOWN = 3
_CLOSE = 65
_BEHIND = 12
"""How much like each other, of 100, two words must be, and how much less than the best a further one may be."""
_COMMON = (
    "p sec title label caption xref fn ext-link italic bold sup sub list list-item disp-quote fig table-wrap graphic "
    "name surname given-names contrib aff institution email mixed-citation element-citation ref source year label "
    "article-title volume issue fpage lpage pub-id uri subject abstract kwd-group permissions pub-date"
).split()
"""What people write most: comes first where a list of names has to be cut."""
_SYNONYMS = {
    # HTML, TEI, DocBook and plain English for what JATS calls otherwise
    "a": ("ext-link", "xref"),
    "affiliation": ("aff",),
    "author": ("contrib",),
    "b": ("bold",),
    "bibr": ("xref",),
    "blockquote": ("disp-quote",),
    "br": ("break",),
    "cite": ("xref", "italic"),
    "citation": ("mixed-citation", "element-citation"),
    "div": ("sec",),
    "doi": ("article-id", "pub-id"),
    "em": ("italic",),
    "emph": ("italic",),
    "figure": ("fig",),
    "firstname": ("given-names",),
    "footnote": ("fn",),
    "forename": ("given-names",),
    "given-name": ("given-names",),
    "graphics": ("graphic", "inline-graphic"),
    "h1": ("title",),
    "h2": ("title",),
    "h3": ("title",),
    "head": ("title",),
    "hi": ("italic", "bold"),
    "href": ("{http://www.w3.org/1999/xlink}href",),
    "i": ("italic",),
    "image": ("graphic", "inline-graphic"),
    "img": ("graphic", "inline-graphic"),
    "item": ("list-item",),
    "keyword": ("kwd",),
    "lang": ("{http://www.w3.org/XML/1998/namespace}lang",),
    "language": ("{http://www.w3.org/XML/1998/namespace}lang",),
    "lastname": ("surname",),
    "li": ("list-item",),
    "link": ("ext-link",),
    "note": ("fn", "notes"),
    "ol": ("list",),
    "orcid": ("contrib-id",),
    "para": ("p",),
    "paragraph": ("p",),
    "quote": ("disp-quote",),
    "reference": ("ref",),
    "section": ("sec",),
    "span": ("styled-content", "named-content"),
    "strong": ("bold",),
    "table": ("table-wrap",),
    "target": ("rid",),
    "u": ("underline",),
    "ul": ("list",),
}


def near_names(name: str, allowed: Iterable[str]) -> tuple[str, ...]:
    """The names, best first, that may be meant by `name`, among those `allowed` where it stands."""
    choices = tuple(allowed)
    local = _local(name)
    alike = [each for each in choices if _local(each) == local]
    meant = [each for each in _SYNONYMS.get(local, ()) if each in choices]
    longer = [each for each in choices if _local(each).endswith(f"-{local}")]
    by_local = {_local(each): each for each in reversed(choices)}
    like = [by_local[each] for each in _spelt_like(local, tuple(by_local))]
    return tuple((alike or meant or longer or like)[:_SHOWN])


def common_first(names: Iterable[str]) -> tuple[str, ...]:
    """The names with those that are used most in front, the others in their order."""
    return tuple(sorted(names, key=lambda name: _COMMON.index(name) if name in _COMMON else len(_COMMON)))


def near_values(value: str, allowed: Iterable[str]) -> tuple[str, ...]:
    """The values of a list, or the ids, that come near to `value`."""
    choices = {each.casefold(): each for each in allowed}
    return tuple(choices[each] for each in _spelt_like(value.casefold(), tuple(choices)))


def _spelt_like(text: str, choices: Sequence[str]) -> list[str]:
    from rapidfuzz import fuzz, process  # what is right need not wait for it

    found = process.extract(text, choices, scorer=fuzz.ratio, score_cutoff=_CLOSE, limit=_SHOWN)
    return [choice for choice, score, _ in found if score > found[0][1] - _BEHIND]


def _local(name: str) -> str:
    return written(name).rpartition(":")[2].rpartition("}")[2].casefold()
