"""The head of a manuscript: titles, people, dates, abstracts."""

from collections.abc import Iterator
from typing import Any

from .dress import Dress
from .frames import framed
from .inline import LOCALES, Inline
from .manuscript import Abstract, Manuscript, Title
from .ooxml import Element, Look, Shape, paragraph, run, words
from .ooxml import el as element
from .package import Package
from .people import People

BOLD = Look(bold=True)


class Front:
    """Writes the head of one manuscript."""

    def __init__(self, package: Package, dress: Dress, manuscript: Manuscript, inline: Inline) -> None:
        self._dress = dress
        self._manuscript = manuscript
        self._inline = inline
        self._package = package
        self._people = People(package, dress, manuscript, inline)

    def blocks(self, phrases: dict[str, Any], heading: Any) -> Iterator[Element]:
        """All of it; `heading` writes a heading of the first level."""
        people = [*self._people.byline(), *self._people.contacts(phrases)]
        if self._dress["frame"] == "plain":
            yield from self._titles(phrases)
            yield from people
        else:
            yield from framed(self._dress["frame"], [*self._titles(phrases), *people])
        if self._dress["dates"] in ("line", "lines"):
            yield from self.dates()
        for abstract in self._manuscript.abstracts:
            yield from self._abstract(abstract, heading)

    # Titles

    def _titles(self, phrases: dict[str, Any]) -> Iterator[Element]:
        own, *others = self._manuscript.titles
        shape, look = self._title_look(phrases)
        yield from self._title(own, shape, look)
        if self._dress["translated-titles"] == "below-title":
            yield from (self._translated(each) for each in others)

    def _title(self, title: Title, shape: Shape, look: Look) -> Iterator[Element]:
        text, subtitle = title.text, title.subtitle
        if self._dress["title"] == "capitals":
            text = text.upper()
        colon = "\u00a0: " if self._manuscript.language == "fr" else ": "
        match self._dress["subtitle"]:
            case "colon":
                yield paragraph([words(f"{text}{colon}{subtitle}", look)], shape)
            case "line-break":
                yield paragraph([words(text, look), run(element("w:br")), words(subtitle, look)], shape)
            case "own-line":
                yield paragraph([words(text, look)], shape)
                yield paragraph([words(subtitle, Look(italic=True, size=26))], Shape(align="center", after=200))
            case "style":
                yield paragraph([words(text, look)], shape)
                yield paragraph([words(subtitle)], Shape(style="Subtitle"))

    def _title_look(self, phrases: dict[str, Any]) -> tuple[Shape, Look]:
        local, other, third = phrases["title-styles"]
        big = Look(bold=True, size=36)
        match self._dress["title"]:
            case "style":
                return Shape(style="Title"), Look()
            case "localized-style":
                name = other if local == "Title" else local
                return Shape(style=self._package.styles.add(name, Shape(align="center", after=240), big)), Look()
            case "custom-style":
                return Shape(style=self._package.styles.add(third, based_on="Title")), Look()
            case "caps-property":
                return Shape(align="center", after=240), Look(bold=True, caps=True)
            case "large":
                return Shape(after=240), Look(size=40)
        return Shape(align="center", after=240), BOLD

    def _translated(self, title: Title) -> Element:
        is_rtl = title.language == "ar"
        colon = "\u00a0: " if title.language == "fr" else ": "
        text = f"{title.text}{colon}{title.subtitle}" if title.subtitle else title.text
        look = Look(bold=True, is_rtl=is_rtl, language=LOCALES[title.language] if is_rtl else "")
        return paragraph([words(text, look)], Shape(align="center", after=160, is_rtl=is_rtl))

    # Dates

    def dates(self) -> Iterator[Element]:
        """The lines with the dates of the history."""
        texts = [f"{event.label} {event.printed}" for event in self._manuscript.events]
        if self._dress["dates"] == "line":
            sign = "\u00a0; " if self._manuscript.language == "fr" else "; "
            first, second = texts
            yield paragraph([words(first + sign + second[:1].lower() + second[1:])], Shape(after=120))
        else:
            yield from (paragraph([words(text)], Shape()) for text in texts)

    # Abstracts and keywords

    def _abstract(self, abstract: Abstract, heading: Any) -> Iterator[Element]:
        if self._dress["translated-titles"] == "above-abstract":
            others = self._manuscript.titles[1:]
            yield from (self._translated(each) for each in others if each.language == abstract.language)
        is_rtl = abstract.language == "ar"
        shape = Shape(align="both", after=120, is_rtl=is_rtl)
        look = Look(is_rtl=is_rtl, language=LOCALES["ar"] if is_rtl else "")
        label, texts = abstract.heading, abstract.paragraphs
        first: list[Element] = []
        match self._dress["abstract-label"]:
            case "heading":
                yield heading(label, 1)
            case "bold-line":
                yield paragraph([words(label, look.with_(bold=True))], Shape(before=160, is_rtl=is_rtl))
            case "run-in-bold":
                first = [words(f"{label}. ", look.with_(bold=True))]
            case "run-in-small-caps":
                first = [words(f"{label}. ", look.with_(small_caps=True))]
        for place, text in enumerate(texts):
            yield paragraph([*([] if place else first), words(text, look)], shape)
        yield from self._keywords(abstract, shape, look)

    def _keywords(self, abstract: Abstract, shape: Shape, look: Look) -> Iterator[Element]:
        comma = "، " if abstract.language == "ar" else ", "
        sign = {"semicolon": "; ", "comma": comma, "dot": " · "}[self._dress["keywords-sign"]]
        terms = words(sign.join(abstract.keywords), look)
        label = abstract.keywords_label
        match self._dress["keywords-label"]:
            case "run-in-bold":
                yield paragraph([words(f"{label} ", look.with_(bold=True)), terms], shape)
            case "run-in-small-caps":
                yield paragraph([words(f"{label} ", look.with_(small_caps=True)), terms], shape)
            case "own-line":
                yield paragraph([words(label.rstrip(" :\u00a0"), look.with_(bold=True))], shape)
                yield paragraph([terms], shape)
