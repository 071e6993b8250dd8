"""Running text as runs."""

from collections.abc import Iterable
from random import Random

from .citations import citation
from .dress import Dress
from .formulas import formula
from .manuscript import Manuscript, Note, Token, tokens
from .ooxml import Element, Look, el, field, run, tag, text_element, words
from .package import MOMENT, Package

LOCALES = {"fr": "fr-FR", "en": "en-GB", "es": "es-ES", "ar": "ar-MA"}
TRACKED = {"ins": "w:ins", "moved": "w:moveTo", "del": "w:del", "gone": "w:moveFrom"}
EDITOR = "Nour Reviewer"
EDITED = MOMENT.strftime("%Y-%m-%dT%H:%M:%SZ")
BY_EDITOR = {"w_author": EDITOR, "w_date": EDITED}


class Inline:
    """Writes running text of one manuscript."""

    def __init__(self, package: Package, dress: Dress, manuscript: Manuscript) -> None:
        self._package = package
        self._dress = dress
        self._manuscript = manuscript
        self._random: Random = dress.random("runs")
        self._notes = {str(note.number): note for note in manuscript.notes}
        self._changes = 0

    def runs(self, text: str, look: Look | None = None) -> list[Element]:
        """The runs of a text."""
        return [each for token in tokens(text) for each in self._token(token, look or Look())]

    def _token(self, token: Token, look: Look) -> Iterable[Element]:  # noqa: C901  (one case a kind)
        match token.kind:
            case "words":
                return self._words(token.text, look)
            case "italic":
                return [words(token.text, look.with_(italic=not look.italic))]
            case "note":
                return [self._note(self._notes[token.key])]
            case "ref":
                return self._pointer(token, look)
            case "cite":
                place = int(token.key)
                kind, reference = self._dress["citations"], self._manuscript.references[place]
                return citation(kind, place, reference, [words(token.text, look)])
            case "math":
                return [formula(token.key)]
            case "sym":
                return [run(el("w:sym", w_font="Symbol", w_char=token.key), look=look)]
            case "link":
                return self.link(token.key, token.text, look)
            case "look":
                return self._looking(token, look)
            case "noted":
                return self._commented(token.text, look)
            case "br":
                return [run(el("w:br"), look=look)]
            case "page":
                return [run(el("w:br", w_type="page"))]
        return self._changed(token, look)

    # Words

    def _words(self, text: str, look: Look) -> list[Element]:
        if self._dress["languages"] == "runs" and not look.language:
            look = look.with_(language=LOCALES[self._manuscript.language])
        way = self._dress["split-runs"]
        if way == "none" or len(text) < 20:
            return [words(text, look)]
        places = sorted(self._random.sample(range(1, len(text)), 2))
        pieces = [words(text[start:stop], look) for start, stop in zip([0, *places], [*places, None], strict=True)]
        if way == "revisions":
            for piece in pieces:
                piece.set(tag("w:rsidR"), f"00{self._random.randint(10**5, 10**6 - 1)}")
            return pieces
        first, second, third = pieces
        return [first, el("w:proofErr", w_type="spellStart"), second, el("w:proofErr", w_type="spellEnd"), third]

    def _looking(self, token: Token, look: Look) -> list[Element]:
        match token.key:
            case "small-caps":
                return [words(token.text, look.with_(small_caps=True))]
            case "highlight":
                return [words(token.text, look.with_(highlight=True))]
            case "hidden":
                return [words(token.text, look.with_(hidden=True))]
        half = len(token.text) // 2
        parts = text_element("w:t", token.text[:half]), el("w:softHyphen"), text_element("w:t", token.text[half:])
        return [run(*parts, look=look)]

    # Notes, pointers, links

    def _note(self, note: Note) -> Element:
        paragraphs = [self.runs(("\u00a0" if place == 0 else "") + text) for place, text in enumerate(note.paragraphs)]
        mark = note.label if note.label.startswith("*") else ""
        return self._package.note(paragraphs, is_endnote=note.is_endnote, mark=mark)

    def _pointer(self, token: Token, look: Look) -> list[Element]:
        shown = [words(token.text, look)]
        return shown if self._dress["pointers"] == "typed" else field(f"REF _Ref_{token.key} \\h", shown)

    def link(self, address: str, text: str, look: Look | None = None) -> list[Element]:
        """A hyperlink as an element or, in older files, as a field."""
        shown = words(text, look)
        if self._dress["links"] == "field":
            return field(f'HYPERLINK "{address}"', [shown])
        return [self.around_link(address, shown)]

    def around_link(self, address: str, shown: Element) -> Element:
        """A hyperlink around a run."""
        made = el("w:hyperlink", shown)
        made.set(tag("r:id"), self._package.link(address))
        return made

    # Changes and comments

    def _changed(self, token: Token, look: Look) -> list[Element]:
        """Inserted, deleted or moved words; moves stand between the marks that pair them."""
        self._changes += 2
        inner = words(token.text, look)
        if token.kind == "del":
            for each in inner.iter(tag("w:t")):
                each.tag = tag("w:delText")
        change = el(TRACKED[token.kind], inner, w_id=str(900 + self._changes), **BY_EDITOR)
        if token.kind not in ("moved", "gone"):
            return [change]
        ident, name = str(901 + self._changes), TRACKED[token.kind]
        start = el(f"{name}RangeStart", w_id=ident, w_name="move1", **BY_EDITOR)
        return [start, change, el(f"{name}RangeEnd", w_id=ident)]

    def marked(self, text: str, paragraph: Element) -> Element:
        """The paragraph with its end tracked too, where the whole of it was inserted or deleted."""
        kinds = {token.kind for token in tokens(text)}
        if kinds in ({"ins"}, {"del"}):
            self._changes += 2
            change = el(TRACKED[kinds.pop()], w_id=str(900 + self._changes), **BY_EDITOR)
            properties = paragraph.find(tag("w:pPr"))
            if properties is None:
                properties = el("w:pPr")
                paragraph.insert(0, properties)
            properties.append(el("w:rPr", change))
        return paragraph

    def _commented(self, text: str, look: Look) -> list[Element]:
        comment = self._package.document.comments.add_comment("?", author=EDITOR, initials="NR")
        comment._comment_elm.set(tag("w:date"), EDITED)
        ident = str(comment.comment_id)
        return [
            el("w:commentRangeStart", w_id=ident),
            words(text, look),
            el("w:commentRangeEnd", w_id=ident),
            run(el("w:commentReference", w_id=ident)),
        ]
