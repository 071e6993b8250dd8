"""Compares an `article.xml` with the article it should be, and tells each difference in a line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from lxml import etree

from tests.invention.differences import changes, line_differences

from .truth import Truth, heading_line, spaced, words_of

Element: TypeAlias = etree._Element


@dataclass(frozen=True)
class Verdict:
    """Differences of words, and of structure."""

    words: tuple[str, ...]
    structure: tuple[str, ...]


def judge(truth: Truth, path: Path) -> Verdict:
    """What differs between the truth and the XML at `path`."""
    found = read_truth(etree.parse(path).getroot(), truth)
    return Verdict(tuple(_word_differences(truth, found)), tuple(_structure_differences(truth, found)))


# The XML as lines


def read_truth(root: Element, expected: Truth) -> Truth:
    """The lines of the XML; a note without a number is named by its place among the expected ones, if its number was
    lost.
    """
    notes = root.findall("back/fn-group/fn")
    labels = [_label(note) for note in notes]
    for place, (name, _) in enumerate(expected.notes[: len(labels)]):
        if not labels[place] and name in expected.lost:
            labels[place] = name
    names = {note.get("id", ""): label or "?" for note, label in zip(notes, labels, strict=True)}
    body = root.find("body")
    abstracts = [each for tag in ("abstract", "trans-abstract") for each in root.iterfind(f"front/article-meta/{tag}")]
    return Truth(
        tuple(_paragraphs(each, names) for each in abstracts),
        tuple(_lines(body, names, 0)) if body is not None else (),
        tuple((label, _paragraphs(note, names)) for label, note in zip(labels, notes, strict=True)),
        tuple(spaced(_content(each, names)) for each in root.iterfind("back//ref/mixed-citation")),
    )


def _label(note: Element) -> str:
    label = note.find("label")
    return "" if label is None else " ".join("".join(str(text) for text in label.itertext()).split())


def _paragraphs(element: Element, names: dict[str, str]) -> str:
    return spaced(" ".join(_content(child, names) for child in element if child.tag not in ("label", "title")))


def _lines(element: Element, names: dict[str, str], level: int) -> Iterator[str]:
    for child in element:
        match child.tag:
            case "label" | "title":
                pass
            case "sec":
                label, title = (_content(part, names) if part is not None else "" for part in _heads(child))
                yield heading_line(level + 1, spaced(label), spaced(title))
                yield from _lines(child, names, level + 1)
            case "list":
                yield "order" if child.get("list-type", "bullet") != "bullet" else "bullet"
                yield from (f"- {_paragraphs(item, names)}" for item in child.iterfind("list-item"))
            case "disp-quote":
                yield f"> {spaced(_content(child, names))}"
            case tag:
                yield f"{tag} {spaced(_content(child, names))}"


def _heads(section: Element) -> tuple[Element | None, Element | None]:
    return section.find("label"), section.find("title")


def _content(element: Element, names: dict[str, str]) -> str:
    """The text of an element, with the names of the notes that are called in it."""
    if element.tag == "xref" and element.get("ref-type") == "fn":
        return f"⟦{names.get(element.get('rid', ''), '?')}⟧"
    parts = [element.text or ""]
    for child in element:
        is_block = child.tag in ("p", "list", "list-item", "disp-quote", "label")
        parts += [" " if is_block else "", _content(child, names), " " if is_block else "", child.tail or ""]
    return "".join(parts)


# Differences


def _word_differences(truth: Truth, found: Truth) -> Iterator[str]:
    expected, given = words_of(truth), words_of(found)
    for part, words in expected.items():
        others = given[part]
        if words != others:
            yield from (f"{part}: {each}" for each in changes(words, others))


def _structure_differences(truth: Truth, found: Truth) -> Iterator[str]:
    yield from line_differences("body", truth.body, found.body)
    notes, others = ([f"{label}| {text}" for label, text in each.notes] for each in (truth, found))
    yield from line_differences("notes", tuple(notes), tuple(others))
    yield from line_differences("references", truth.references, found.references)
