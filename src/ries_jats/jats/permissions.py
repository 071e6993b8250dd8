"""`permissions`: copyright and licence, from the article or from its journal; nothing is guessed.

https://jats4r.niso.org/permissions/
"""

from ..article.front import Front
from ..article.prose import Prose
from ..journal import Journal
from .elements import ALI, Element, element, unless_empty
from .inline import InlineWriter


def permissions(inline: InlineWriter, front: Front, journal: Journal | None, year: str) -> Element | None:
    """The element, or None when neither article nor journal says anything."""
    holder = _holder(front, journal)
    copyright_parts = [element("copyright-year", text=year), element("copyright-holder", text=holder)]
    made = element("permissions", *(copyright_parts if holder and year else ()), _license(inline, front, journal))
    return unless_empty(made)


def _holder(front: Front, journal: Journal | None) -> str:
    if journal is None or not journal.copyright.holder:
        return ""
    if journal.copyright.holder != "authors":
        return journal.copyright.holder
    return ", ".join(each.name for each in front.contributors)


def _license(inline: InlineWriter, front: Front, journal: Journal | None) -> Element | None:
    url = front.license_url or (journal.license.url if journal and journal.license else "")
    made = element("license", xlink_href=url)
    if url:
        made.append(element(f"{{{ALI}}}license_ref", text=url))
    if front.license_text:
        made.append(inline.fill(element("license-p"), Prose(front.license_text.runs)))
    return made if len(made) else None
