"""What an `article.xml` says, in the same lines as the truth."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from lxml import etree

from .lines import Lines, bare, parts_of, spaced, words_of
from .truth import spans

Element = etree._Element
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MATH = "{http://www.w3.org/1998/Math/MathML}math"
META = "front/article-meta"
BLOCKS = frozenset({"list", "disp-quote", "verse-group", "table-wrap", "fig", "disp-formula", "boxed-text"})
SET_OFF = BLOCKS | {"p", "list-item", "label", "title", "break", "verse-line", "attrib"}
UNREAD = frozenset({"label", "tex-math", MATH, "alt-text", "long-desc"})
POINTERS = frozenset({"table", "fig", "disp-formula"})
TEX = str.maketrans("", "", "{}^_ ,")


def lines_in(root: Element) -> Lines:
    """All areas of an article."""
    return Found(root).lines()


class Found:
    """Tells one `article.xml` in lines."""

    def __init__(self, root: Element) -> None:
        self._root = root
        called = (each.get("rid", "") for each in root.iterfind("body//xref[@ref-type='fn']"))
        self._places = {ident: place for place, ident in enumerate(dict.fromkeys(called), start=1)}
        self._by_id = {each.get("id", ""): each for each in root.iter() if each.get("id")}

    def lines(self) -> Lines:
        """All areas."""
        areas = {
            "titles": self._titles(),
            "authors": self._authors(),
            "affiliations": self._affiliations(),
            "contacts": self._contacts(),
            "dates": self._dates(),
            "abstracts": self._abstracts(),
            "keywords": self._keywords(),
            "structure": self._structure(self._root.find("body"), 0),
            "notes": self._notes(),
            "note-marks": self._note_marks(),
            "tables": chain.from_iterable(self._table(each) for each in self._root.iterfind("body//table-wrap")),
            "figures": (self._figure(each) for each in self._root.iterfind("body//fig")),
            "formulas": self._formulas(),
            "pointers": self._pointers(),
            "citations": self._citations(),
            "references": (self.text(_citation(each)) for each in self._root.iterfind("back//ref")),
            "declarations": sorted(self._declarations()),
            "roles": self._roles(),
        }
        made = {name: tuple(lines) for name, lines in areas.items()}
        return Lines(made | parts_of(made["structure"]), self._words())

    # Text

    def text(self, element: Element | None) -> str:
        """The text of an element with the places of the notes it calls."""
        return spaced("".join(self._pieces(element))) if element is not None else ""

    def _pieces(self, element: Element) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            yield from self._piece(child)
            yield child.tail or ""

    def _piece(self, child: Element) -> Iterator[str]:
        if not isinstance(child.tag, str) or child.tag in ("alt-text", "long-desc"):
            return
        if child.tag == "xref" and child.get("ref-type") == "fn":
            yield f"⟦{self._places.get(child.get('rid', ''), '?')}⟧"
        elif child.tag == "inline-formula":
            yield f" ⟪{formula(child)}⟫ "
        else:
            yield " " if child.tag in SET_OFF else ""
            yield from self._pieces(child)
            yield " " if child.tag in SET_OFF else ""

    def _label(self, ident: str) -> str:
        target = self._by_id.get(ident)
        return bare(self.text(target.find("label"))) or "*" if target is not None else "?"

    def _all(self, path: str) -> list[Element]:
        return self._root.findall(f"{META}/{path}")

    # Front matter

    def _titles(self) -> Iterator[str]:
        group = self._root.find(f"{META}/title-group")
        if group is None:
            return
        own, language = group.find("article-title"), self._root.get(LANG, "")
        yield f"{language} {self.text(own)} | {self.text(group.find('subtitle'))}"
        for each in sorted(group.iterfind("trans-title-group"), key=lambda other: other.get(LANG, "")):
            title, subtitle = (self.text(each.find(name)) for name in ("trans-title", "trans-subtitle"))
            yield f"{each.get(LANG)} {title} | {subtitle}"

    def _contribs(self) -> Iterator[tuple[str, Element]]:
        for each in self._all("contrib-group/contrib"):
            yield self.text(each.find("name/surname")) or self.text(each.find("collab")), each

    def _authors(self) -> Iterator[str]:
        yield from (f"{surname} | {self.text(each.find('name/given-names'))}" for surname, each in self._contribs())

    def _affiliations(self) -> Iterator[str]:
        for surname, each in self._contribs():
            for xref in each.iterfind("xref[@ref-type='aff']"):
                target = self._by_id.get(xref.get("rid", ""))
                yield f"{surname}: {self._unlabelled(target).rstrip('.;, ')}"

    def _unlabelled(self, element: Element | None) -> str:
        """The text of an element without its label."""
        text = self.text(element)
        label = self.text(element.find("label")) if element is not None else ""
        return text.removeprefix(label).strip()

    def _contacts(self) -> Iterator[str]:
        for surname, each in self._contribs():
            for orcid in each.iterfind("contrib-id[@contrib-id-type='orcid']"):
                yield f"{surname} orcid {self.text(orcid).rpartition('/')[2]}"
            emails = [self.text(email) for email in each.iterfind("email")] or self._corresponding_emails(each)
            yield from (f"{surname} email {email}" for email in emails[:1])
            if each.get("corresp") == "yes":
                yield f"{surname} corresponding"

    def _corresponding_emails(self, contrib: Element) -> list[str]:
        """Those of the note to which the corresponding author points."""
        targets = (self._by_id.get(each.get("rid", "")) for each in contrib.iterfind("xref[@ref-type='corresp']"))
        return [self.text(email) for target in targets if target is not None for email in target.iterfind("email")]

    def _dates(self) -> Iterator[str]:
        yield from (f"{each.get('date-type')} {each.get('iso-8601-date')}" for each in self._all("history/date"))

    def _abstracts(self) -> Iterator[str]:
        for each in (*self._all("abstract"), *self._all("trans-abstract")):
            yield from (f"{each.get(LANG)} {self.text(p)}" for p in each.iterfind("p"))

    def _keywords(self) -> Iterator[str]:
        for group in self._all("kwd-group"):
            yield from (f"{group.get(LANG)} {self.text(kwd)}" for kwd in group.iterfind("kwd"))

    # Body

    def _structure(self, parent: Element | None, depth: int) -> Iterator[str]:
        for child in parent if parent is not None else ():
            if child.tag == "sec":
                label, title = bare(self.text(child.find("label"))), self.text(child.find("title"))
                yield " ".join(part for part in (f"§{depth + 1}", label, title) if part)
                yield from self._structure(child, depth + 1)
            elif child.tag not in ("label", "title"):
                yield from self._block(child, 0)

    def _block(self, child: Element, depth: int) -> Iterator[str]:
        match child.tag:
            case "p":
                yield from self._paragraph(child, depth)
            case "disp-quote" if child.get("content-type"):
                yield f"{child.get('content-type')} {self.text(child)}"
            case "disp-quote":
                yield from (f"> {self.text(each)}" for each in child)
            case "verse-group":
                yield f"verse {' / '.join(self.text(line) for line in child.iter('verse-line'))}"
            case "list":
                yield from self._list(child, depth)
            case "table-wrap" | "fig" | "disp-formula":
                yield {"table-wrap": "[table]", "fig": "[figure]", "disp-formula": "[formula]"}[str(child.tag)]
            case _:
                yield f"{child.tag} {self.text(child)}"

    def _paragraph(self, child: Element, depth: int) -> Iterator[str]:
        """A paragraph that only holds a block is this block."""
        held = [each for each in child if each.tag in BLOCKS]
        if held and len(held) == len(child) and not "".join(_beside(child)).strip():
            for each in held:
                yield from self._block(each, depth)
        else:
            yield f"p {self.text(child)}"

    def _list(self, element: Element, depth: int) -> Iterator[str]:
        yield f"{'  ' * depth}{element.get('list-type', 'bullet')}"
        for item in element.iterfind("list-item"):
            texts = [self.text(each) for each in item.iterfind("p")]
            yield f"{'  ' * depth}- {' ¶ '.join(text for text in texts if text)}"
            for inner in item.iterfind("list"):
                yield from self._list(inner, depth + 1)

    def _held_notes(self) -> dict[str, Element]:
        """In the order in which the text calls them; those that nothing calls at the end."""
        held = {each.get("id", ""): each for each in self._root.iterfind("back/fn-group/fn")}
        ordered = [*(each for each in self._places if each in held), *held]
        return {ident: held[ident] for ident in dict.fromkeys(ordered)}

    def _notes(self) -> Iterator[str]:
        for ident, note in self._held_notes().items():
            texts = [self.text(each) for each in note if each.tag != "label"]
            yield f"{self._places.get(ident, '?')}| {' ¶ '.join(texts)}"

    def _note_marks(self) -> Iterator[str]:
        yield from (self._label(ident) for ident in self._held_notes())

    # Floats

    def _table(self, wrap: Element) -> Iterator[str]:
        yield f"{bare(self.text(wrap.find('label')))} | {self.text(wrap.find('caption'))}"
        for row in wrap.iterfind("table//tr"):
            cells = [self.text(cell) + spans(*_spans(cell)) for cell in row]
            parent = row.getparent()
            is_head = parent is not None and parent.tag == "thead"
            yield f"{'head' if is_head else 'row'}: {' | '.join(cells)}"
        for part in (*wrap.iterfind("table-wrap-foot/*"), *wrap.iterfind("attrib")):
            yield f"foot: {self.text(part)}"

    def _figure(self, fig: Element) -> str:
        alt = " ".join(self.text(each) for each in fig.iter("alt-text"))
        source = self.text(fig.find("attrib"))
        label, caption = bare(self.text(fig.find("label"))), self.text(fig.find("caption"))
        return f"{label} | {caption} | source {source} | alt {alt} | pictures {len(list(fig.iter('graphic')))}"

    def _formulas(self) -> Iterator[str]:
        for each in self._root.iterfind("body//disp-formula"):
            yield f"display {bare(self.text(each.find('label')))} {formula(each)}"
        yield from (f"inline {formula(each)}" for each in self._root.iterfind("body//inline-formula"))

    # Pointers

    def _pointers(self) -> Iterator[str]:
        for each in self._root.iterfind("body//xref"):
            if each.get("ref-type") in POINTERS:
                target = self._by_id.get(each.get("rid", ""))
                label = self.text(target.find("label")) if target is not None else "?"
                yield f"{self.text(each)} → {bare(label)}"

    def _citations(self) -> Iterator[str]:
        for each in self._root.iterfind("body//xref[@ref-type='bibr']"):
            target = self._by_id.get(each.get("rid", ""))
            yield f"{bare(self.text(each))} → {self.text(_citation(target)) if target is not None else '?'}"

    # Declarations

    def _declarations(self) -> Iterator[str]:
        yield from self._told("funding", self._all("funding-group/funding-statement"))
        yield from self._told("conflict", self._root.findall(f"{META}/author-notes/fn[@fn-type='coi-statement']"))
        yield from self._told("conflict", self._root.findall("back/fn-group/fn[@fn-type='coi-statement']"))
        yield from self._told("contributions", self._root.findall(f"{META}/author-notes/fn[@fn-type='con']"))
        yield from self._told("acknowledgements", self._root.findall("back/ack"))
        yield from self._told("data-availability", self._root.findall("back/sec[@sec-type='data-availability']"))
        yield from self._told("ethics", self._root.findall("back/sec[@sec-type='ethics-statement']"))

    def _told(self, kind: str, elements: Iterable[Element]) -> Iterator[str]:
        for each in elements:
            texts = [self.text(p) for p in each.iterfind("p")]
            yield f"{kind} {' '.join(texts) or self.text(each)}"

    def _roles(self) -> Iterator[str]:
        for surname, each in self._contribs():
            terms = (role.get("vocab-term", "").casefold() for role in each.iterfind("role[@vocab='credit']"))
            yield from (f"{surname} {term}" for term in terms)

    # Words

    def _words(self) -> Counter[str]:
        """Those of abstracts, statements, body and back, without labels and formulas."""
        parts = [*self._all("abstract"), *self._all("trans-abstract"), *self._all("funding-group")]
        parts += self._all("author-notes/fn")
        parts += [part for name in ("body", "back") if (part := self._root.find(name)) is not None]
        return Counter(word for part in parts for text in _read(part) for word in words_of(text))


def _beside(element: Element) -> Iterator[str]:
    """The text of an element beside its children."""
    yield element.text or ""
    yield from (child.tail or "" for child in element)


def _citation(ref: Element) -> Element | None:
    found = ref.find("mixed-citation")
    return found if found is not None else ref.find("element-citation")


def _spans(cell: Element) -> tuple[int, int]:
    return int(cell.get("colspan", "1")), int(cell.get("rowspan", "1"))


def formula(element: Element) -> str:
    """The letters and signs of a formula: those of its MathML, else of its TeX."""
    math = next(element.iter(MATH), None)
    if math is not None:
        return "".join("".join(str(text) for text in math.itertext()).split()).replace("∑", "")
    tex = next(element.iter("tex-math"), None)
    text = "".join(str(each) for each in tex.itertext()) if tex is not None else ""
    for command, sign in (("\\frac", ""), ("\\sqrt", ""), ("\\sum", "∑")):
        text = text.replace(command, sign)
    return text.translate(TEX).replace("\n", "").replace("∑", "")


def _read(element: Element) -> Iterator[str]:
    """The words that a reader of the XML meets, word for word, without labels, formulas and calls of notes."""
    if not isinstance(element.tag, str) or element.tag in UNREAD:
        return
    if element.tag == "xref" and element.get("ref-type") == "fn":
        return
    yield "".join(_plain(element))


def _plain(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        is_call = child.tag == "xref" and child.get("ref-type") == "fn"
        if isinstance(child.tag, str) and child.tag not in UNREAD and not is_call:
            yield " " if child.tag in SET_OFF or child.tag in ("td", "th", "tr", "sec", "fn", "ref") else ""
            yield from _plain(child)
        yield " " if child.tag in SET_OFF or child.tag in ("td", "th", "tr", "sec", "fn", "ref") else ""
        yield child.tail or ""
