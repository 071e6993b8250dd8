"""The notes of a Word file in the order in which its text calls them, and the marks that Word prints for them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .names import Element, W, value

KINDS = ("footnote", "endnote")
FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}
"""How Word numbers notes when the file does not say."""
CHICAGO = "*†‡§"
ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True)
class WordNote:
    """A note: its element, the call, its mark where Word counts, the words of a mark that its author typed."""

    element: Element
    call: Element | None
    mark: str = ""
    typed: tuple[Element, ...] = ()
    """In the text."""
    repeated: tuple[Element, ...] = ()
    """The same at the beginning of the note."""


class NoteReader:
    """Reads the notes that a body calls."""

    def __init__(self, body: Element, parts: dict[str, Element | None], settings: Element | None) -> None:
        self._body = body
        self._settings = settings
        self._held = {
            (kind, note.get(f"{W}id", "")): note
            for kind, root in parts.items()
            if root is not None
            for note in root.iterfind(f"{W}{kind}")
            if note.get(f"{W}type", "normal") == "normal"
        }

    def notes(self) -> Iterator[WordNote]:
        """Those that are called, as they are; then those that nothing calls."""
        called: set[tuple[str, str]] = set()
        for key, call, mark in self._calls():
            if key in self._held and key not in called:
                called.add(key)
                yield self._note(self._held[key], call, mark)
        yield from (WordNote(note, None) for key, note in self._held.items() if key not in called)

    def _note(self, note: Element, call: Element, mark: str) -> WordNote:
        typed = tuple(_typed_mark(call)) if not mark else ()
        text = "".join(each.text or "" for each in typed).strip()
        return WordNote(note, call, mark, typed, tuple(_opening(note, text)) if text else ())

    def _calls(self) -> Iterator[tuple[tuple[str, str], Element, str]]:
        """Each call with the key of its note and the mark that Word counts, empty for one that its author typed."""
        counts = dict.fromkeys(KINDS, 0)
        for calls, section in self._sections():
            for kind in KINDS:
                if self._property(section, kind, "numRestart") == "eachSect":
                    counts[kind] = 0
            for call in calls:
                kind = str(call.tag).removeprefix(W).removesuffix("Reference")
                is_typed = call.get(f"{W}customMarkFollows", "0") not in ("0", "false", "off")
                counts[kind] += not is_typed
                start = self._property(section, kind, "numStart")
                number = counts[kind] + (int(start) - 1 if start.isdigit() else 0)
                form = self._property(section, kind, "numFmt") or FORMS[kind]
                yield (kind, call.get(f"{W}id", "")), call, "" if is_typed else numeral(number, form)

    def _sections(self) -> Iterator[tuple[list[Element], Element | None]]:
        """The calls of each section with its properties, which stand at its end."""
        calls: list[Element] = []
        for element in self._body.iter(f"{W}footnoteReference", f"{W}endnoteReference", f"{W}sectPr"):
            if element.tag == f"{W}sectPr":
                yield calls, element
                calls = []
            else:
                calls.append(element)
        yield calls, None

    def _property(self, section: Element | None, kind: str, name: str) -> str:
        path = f"{W}{kind}Pr/{W}{name}"
        return value(section, path) or value(self._settings, path)


def _typed_mark(call: Element) -> Iterator[Element]:
    """What follows a call in its run is the mark: ECMA-376 part 1, 17.11.14; some files have it in the next run."""
    found = [each for each in call.itersiblings(f"{W}t") if each.text]
    if not found and (run := call.getparent()) is not None and (after := run.getnext()) is not None:
        texts = [each for each in after.iterfind(f"{W}t") if each.text]
        is_mark = value(after, f"{W}rPr/{W}vertAlign") == "superscript" or not any(
            character.isalnum() for each in texts for character in each.text or ""
        )
        found = texts if is_mark else []
    yield from found


def _opening(note: Element, mark: str) -> Iterator[Element]:
    """The pieces of text at the beginning of a note that are its mark."""
    rest = mark
    for each in note.iter(f"{W}t"):
        text = (each.text or "").strip()
        if not rest or (text and not rest.startswith(text)):
            if rest == mark and text.startswith(mark):
                yield _parted(each, mark)
            return
        rest = rest[len(text) :]
        yield each


def _parted(element: Element, mark: str) -> Element:
    """The mark apart from the words that follow it in one piece of text; the piece with the mark."""
    text = element.text or ""
    end = text.index(mark) + len(mark)
    rest = element.makeelement(element.tag, {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    element.text, rest.text = text[:end], text[end:]
    element.addnext(rest)
    return element


def numeral(number: int, form: str) -> str:
    """A number in one of Word's forms; those that are not known are figures."""
    write = WRITTEN.get(form)
    return write(number) if write else str(number)


def _roman(number: int) -> str:
    written = ""
    for step, letters in ROMAN:
        written += letters * (number // step)
        number %= step
    return written


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * (1 + (number - 1) // 26)


def _sign(number: int) -> str:
    return CHICAGO[(number - 1) % len(CHICAGO)] * (1 + (number - 1) // len(CHICAGO))


WRITTEN: dict[str, Callable[[int], str]] = {
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "chicago": _sign,
}
