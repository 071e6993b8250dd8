"""A manuscript as a Word file, in its dress."""

from docx.enum.section import WD_SECTION

from .back import Back
from .body import Body
from .citations import sources
from .compose import phrases
from .contents import contents
from .dress import Dress
from .front import Front
from .headings import Headings
from .inline import LOCALES, Inline
from .manuscript import Manuscript
from .numbering import Numbering
from .ooxml import Element, field, tag, words
from .package import MOMENT, Package

MISLEADING = "Microsoft Office User"


def word_file(manuscript: Manuscript, dress: Dress) -> bytes:
    """The bytes of the file."""
    return Writer(manuscript, dress).data()


class Writer:
    """Writes one file."""

    def __init__(self, manuscript: Manuscript, dress: Dress) -> None:
        self._manuscript = manuscript
        self._dress = dress
        self._package = Package()
        self._inline = Inline(self._package, dress, manuscript)
        self._phrases = phrases(manuscript.language)
        self._headings = Headings(self._package, dress, self._inline, self._phrases)

    def data(self) -> bytes:
        """The whole file."""
        self._set_up()
        self._package.append(self._front())
        if self._dress["columns"] == "two":
            self._add_columns()
        self._package.append(self._rest())
        self._set_properties()
        return self._package.data()

    def _set_up(self) -> None:
        self._headings.number(self._manuscript.blocks, Numbering(self._package))
        if self._dress["languages"] == "default":
            self._package.styles.set_language(LOCALES[self._manuscript.language])
        kinds = self._dress["notes"]
        if "endnotes" in kinds or kinds == "both":
            self._package.set_note_format("endnote", "decimal" if kinds == "endnotes" else "lowerRoman")
        if self._dress["citations"] == "word-sources":
            self._package.add_custom_xml(sources(self._manuscript.references))
        self._set_page()

    def _front(self) -> list[Element]:
        front = Front(self._package, self._dress, self._manuscript, self._inline)
        return list(front.blocks(self._phrases, self._headings.heading))

    def _rest(self) -> list[Element]:
        body = Body(self._package, self._dress, self._inline, self._headings, self._phrases)
        back = Back(self._package, self._dress, self._manuscript, self._inline, self._headings)
        made: list[Element] = []
        if self._dress["contents"] == "field":
            made += contents(self._manuscript, self._phrases["contents-heading"])
        made += [*body.blocks(self._manuscript.blocks), *back.declarations()]
        if self._dress["dates"] == "at-the-end":
            front = Front(self._package, self._dress, self._manuscript, self._inline)
            made += front.dates()
        return [*made, *back.references()]

    # The page

    def _set_page(self) -> None:
        section = self._package.document.sections[0]
        way = self._dress["page"]
        if way in ("running-head", "first-page-different"):
            surnames = ", ".join(author.surname for author in self._manuscript.authors)
            section.header.paragraphs[0]._p.append(words(f"{surnames} – {self._manuscript.titles[0].text}"))
        if way in ("page-numbers", "first-page-different"):
            section.footer.paragraphs[0]._p.extend(field("PAGE", [words("1")]))
        section.different_first_page_header_footer = way == "first-page-different"

    def _add_columns(self) -> None:
        """What follows stands in two columns."""
        section = self._package.document.add_section(WD_SECTION.CONTINUOUS)
        columns = section._sectPr.find(tag("w:cols"))
        columns.set(tag("w:num"), "2")

    def _set_properties(self) -> None:
        properties = self._package.document.core_properties
        moment = MOMENT.replace(tzinfo=None)
        properties.created = properties.modified = moment
        properties.comments = ""
        author, title = "", ""
        match self._dress["properties"]:
            case "right":
                first = self._manuscript.authors[0]
                author, title = f"{first.given} {first.surname}", self._manuscript.titles[0].text
            case "misleading":
                author, title = MISLEADING, "Document1"
        properties.author, properties.title = author, title
        properties.last_modified_by = author
