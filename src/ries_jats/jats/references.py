"""Reference lists: https://jats.nlm.nih.gov/publishing/tag-library/1.3/element/ref-list.html."""

from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from ..article.model import Reference, ReferenceList
from ..article.prose import NoteCall, Prose, Style
from ..article.references import ParsedReference, PublicationType
from ..article.works import Work
from ..bibliography.printed import work_of
from ..bibliography.tagging import tagged
from .element_citations import ElementCitations
from .elements import NAMESPACES, Element, element
from .ids import Ids, reference_id
from .inline import InlineWriter
from .trace import take_trace


def write_references(references: Iterable[Reference]) -> Element:
    """References that belong to no article, as a `ref-list` of its own."""
    ids = Ids((), {})
    writer = ReferenceWriter(InlineWriter(ids, {}), ids)
    root = etree.Element("ref-list", nsmap=NAMESPACES)
    root.extend(writer.reference(each) for each in references)
    take_trace(root)
    return root


class ReferenceWriter:
    """Writes reference lists; with `has_both`, works in elements alone too."""

    def __init__(self, inline: InlineWriter, ids: Ids, *, has_both: bool = False) -> None:
        self._inline = inline
        self._ids = ids
        self._works = ElementCitations(inline)
        self._has_both = has_both

    def reference_list(self, each: ReferenceList) -> Element:
        """A list with its title, its references and its parts."""
        return element(
            "ref-list",
            self._inline.made("title", each.title),
            *(self.reference(reference) for reference in each.references),
            *(self.reference_list(part) for part in each.parts),
        )

    def reference(self, reference: Reference) -> Element:
        """A reference with its printed number."""
        ident = self._ids.of(reference.key, reference_id(reference.text.text))
        return element("ref", self._inline.made("label", reference.label), self._citation(reference), id=ident)

    def _citation(self, reference: Reference) -> Element:
        """The printed string with its parts; beside it, when it is wanted or says more, the work in elements alone."""
        parsed = reference.parsed
        prose = tagged(reference.text, parsed) if parsed else reference.text
        kind = (parsed.publication_type if parsed else PublicationType.OTHER).value
        mixed = self._inline.fill(element("mixed-citation", publication_type=kind), _uncalled(prose))
        work = reference.work or (work_of(parsed) if parsed else None)
        is_wanted = work and (self._has_both or _says_more(work, parsed))
        alone = self._works.element_citation(work) if work and is_wanted else None
        return mixed if alone is None else element("citation-alternatives", mixed, alone)


def _says_more(work: Work, parsed: ParsedReference | None) -> bool:
    """Whether a work has a DOI that is not printed, which only `element-citation` can hold:
    https://jats4r.niso.org/citations/.
    """
    return bool(work.doi) and (parsed is None or work.doi != work_of(parsed).doi)


def _uncalled(prose: Prose) -> Prose:
    """Call-outs as raised figures: `mixed-citation` takes no `xref`."""
    return Prose(
        tuple(
            replace(run, marks=tuple(Style.SUP if isinstance(mark, NoteCall) else mark for mark in run.marks))
            for run in prose.runs
        )
    )
