"""Articles made up from a seed: words of three languages in `stock/`, patterns of sentences, and chance."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from .article import Abstract, Article, Block, Listing, Note, Paragraph, Quotation, Section, iter_texts, plain

STOCK = Path(__file__).parent / "stock"
LANGUAGES = ("fr", "en", "es")
SLOT = re.compile(r"\{(\w+)\}")
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
NUMBERINGS: dict[str, tuple[Callable[[tuple[int, ...]], str], ...]] = {
    "none": (),
    "decimal": tuple([lambda path: ".".join(str(each) for each in path) + "."] * 3),
    "classic": (
        lambda path: ROMAN[path[-1]] + ".",
        lambda path: "ABCDEFGH"[path[-1] - 1] + ".",
        lambda path: f"{path[-1]}.",
    ),
    "bare": (
        lambda path: f"{path[-1]}.",
        lambda path: ".".join(str(each) for each in path),
        lambda path: ".".join(str(each) for each in path),
    ),
}
WORD = re.compile(r"[^\W\d_]+")
Stock = dict[str, Any]


@cache
def stock_of(language: str) -> Stock:
    """The words and patterns of a language."""
    return tomllib.loads((STOCK / f"{language}.toml").read_text("utf-8"))


@cache
def vocabulary(language: str) -> frozenset[str]:
    """Every word of a language's stock, in small letters."""
    texts = [each for value in stock_of(language).values() if isinstance(value, list) for each in value]
    return frozenset(word.casefold() for text in texts for word in WORD.findall(SLOT.sub(" ", text)))


@dataclass
class Pen:
    """Writes sentences of one language."""

    language: str
    random: Random

    @property
    def stock(self) -> Stock:
        """The words at hand."""
        return stock_of(self.language)

    def write(self, name: str) -> str:
        """One of the patterns `name`, filled; with a capital if `name` has one."""
        return self._filled(name).replace("~", "\u00a0")

    def _filled(self, name: str) -> str:
        if name == "url":
            return self._url()
        if name == "Sentence":
            name = "sentence"
        key = name.lower()
        text: str = self.random.choice(self.stock[key])
        text = SLOT.sub(lambda slot: self._filled(slot[1]), text)
        return capital(text) if name[0].isupper() else text

    def _url(self) -> str:
        words = ["".join(letter for letter in word if letter.isascii()) for word in self.stock["words"]]
        one, two, three = self.random.sample(words, 3)
        sign = self.random.choice("/_-")
        return f"https://www.{one}.example.org/{two}{sign}{three}/{self.random.randint(100, 9999)}"

    def sentences(self, low: int, high: int) -> list[str]:
        """As many sentences, no two alike."""
        wanted = self.random.randint(low, high)
        made: list[str] = []
        while len(made) < wanted:
            sentence = self.write("sentence")
            if sentence not in made:
                made.append(sentence)
        return made

    def name(self) -> str:
        """First name and surname."""
        return f"{self.write('first')} {self.write('last')}"


def capital(text: str) -> str:
    """With a capital at its beginning."""
    return text[:1].upper() + text[1:]


@dataclass(frozen=True)
class Plan:
    """What an article has, as its seed chose."""

    language: str
    numbering: str
    depth: int
    notes: int
    calls: str
    """Where call-outs stand: `before` the full stop, `after` it, or `mixed`."""
    first_note: int
    """The number of the first note: notes are numbered through the article, or through its issue."""
    words: int
    has_references: bool
    long_notes: float
    """The share of notes of several sentences."""

    @classmethod
    def of(cls, random: Random, language: str, *, tells_levels: bool) -> "Plan":
        """A plan by chance; sections without numbers are of one level unless the print tells levels."""
        numbering = random.choice(list(NUMBERINGS))
        return cls(
            language,
            numbering,
            random.choice((1, 2, 3)) if numbering != "none" else random.choice((1, 1, 2)) if tells_levels else 1,
            random.randint(8, 26),
            random.choice(("before", "after", "mixed")),
            random.choice((1, 1, 1, 1, random.randint(47, 80))),
            random.randint(900, 2000),
            random.random() < 0.7,
            random.choice((0, 0.1, 0.4)),
        )


class Inventor:
    """Makes one article."""

    def __init__(self, seed: int, language: str, *, tells_levels: bool) -> None:
        self._random = Random(f"article {seed}")
        self._plan = Plan.of(self._random, language, tells_levels=tells_levels)
        self._pen = Pen(language, self._random)
        self._notes: list[Note] = []
        self._words = 0
        self._share = self._plan.notes / self._plan.words
        self._titles: set[str] = set()

    def article(self) -> Article:
        """The article; its vocabulary is that of its language and its own words."""
        pen, random, stock = self._pen, self._random, self._pen.stock
        sections = self._sections()
        references = tuple(sorted({pen.write("reference") for _ in range(random.randint(6, 14))}))
        made = Article(
            self._plan.language,
            pen.write("title").replace("⟪", "").replace("⟫", ""),
            tuple(pen.name() for _ in range(random.choice((1, 1, 2)))),
            f"{pen.write('institution')}, {pen.write('city')}",
            (self._abstract(self._plan.language), *self._other_abstract()),
            sections,
            tuple(self._notes),
            random.choice(stock["references"]) if self._plan.has_references else "",
            references if self._plan.has_references else (),
            pen.write("journal"),
        )
        own = frozenset(word.casefold() for text in iter_texts(made) for word in WORD.findall(plain(text)))
        return Article(**{**made.__dict__, "vocabulary": own | vocabulary(self._plan.language)})

    def _abstract(self, language: str) -> Abstract:
        pen = Pen(language, self._random)
        labels = pen.stock["labels"]
        words = tuple(self._random.sample(pen.stock["words"], 5))
        text = plain(" ".join(pen.sentences(4, 6)))
        return Abstract(labels["abstract"], text, labels["keywords"].replace("~", "\u00a0"), words)

    def _other_abstract(self) -> list[Abstract]:
        other = "en" if self._plan.language != "en" else "fr"
        return [self._abstract(other)] if self._random.random() < 0.5 else []

    # Sections

    def _sections(self) -> tuple[Section, ...]:
        labels = self._pen.stock["labels"]
        made = [Section(labels["introduction"], self._blocks(2, 3), self._label((1,), opening=True))]
        start = 2 if made[0].label else 1
        while self._words < self._plan.words * 0.9:
            made.append(self._section((start + len(made) - 1,)))
        last = (start + len(made) - 1,)
        made.append(Section(labels["conclusion"], self._blocks(1, 2), self._label(last, opening=True)))
        return tuple(made)

    def _label(self, path: tuple[int, ...], *, opening: bool = False) -> str:
        """Introduction and conclusion are numbered where all numbers are figures."""
        if opening and self._plan.numbering != "decimal":
            return ""
        scheme = NUMBERINGS[self._plan.numbering]
        return scheme[len(path) - 1](path) if scheme else ""

    def _section(self, path: tuple[int, ...]) -> Section:
        title = self._title()
        level = len(path)
        blocks: tuple[Block, ...]
        if level < self._plan.depth and self._random.random() < 0.75:
            blocks = self._blocks(1, 1) if self._random.random() < 0.6 else ()
            blocks += tuple(self._section((*path, number)) for number in range(1, self._random.randint(2, 3) + 1))
        else:
            blocks = self._blocks(1, 3 if level == 1 else 2)
        return Section(title, blocks, self._label(path), level)

    def _title(self) -> str:
        while True:
            title = self._pen.write("heading")
            kind = re.sub(r"\d+", "", title)
            if kind not in self._titles:
                self._titles.add(kind)
                return title

    # Blocks

    def _blocks(self, low: int, high: int) -> tuple[Block, ...]:
        made: list[Block] = []
        for _ in range(self._random.randint(low, high)):
            made.append(self._paragraph())
            chance = self._random.random()
            if chance < 0.14:
                made.extend(self._quotation())
            elif chance < 0.26:
                made.extend(self._listing())
            elif chance < 0.29:
                made.extend(Paragraph(self._counted(self._pen.write(name))) for name in ("question", "answer"))
        if not isinstance(made[-1], Paragraph):
            made.append(self._paragraph())
        return tuple(made)

    def _paragraph(self) -> Paragraph:
        sentences = [self._called(self._counted(each)) for each in self._pen.sentences(3, 7)]
        return Paragraph(" ".join(sentences))

    def _quotation(self) -> list[Block]:
        opening = Paragraph(self._counted(self._pen.write("before_quotation")))
        text = self._counted(self._pen.write("quotation"))
        if self._random.random() < 0.5:
            text = {"fr": f"«\u00a0{text}\u00a0»", "en": f"“{text}”", "es": f"«{text}»"}[self._plan.language]
        return [opening, Quotation(f"{text}{self._call()}")]

    def _listing(self) -> list[Block]:
        opening = Paragraph(self._counted(self._pen.write("before_list")))
        items = [self._counted(self._pen.write("item")) for _ in range(self._random.randint(3, 5))]
        space = "\u00a0" if self._plan.language == "fr" else ""
        ends = [*([f"{space};"] * (len(items) - 1)), "."]
        ordered = self._random.random() < 0.45
        return [opening, Listing(tuple(item + end for item, end in zip(items, ends, strict=True)), ordered)]

    def _counted(self, text: str) -> str:
        self._words += len(text.split())
        return text

    # Notes

    def _called(self, sentence: str) -> str:
        """With a call-out, as often as the plan has notes: at its end or after a word within it."""
        if self._random.random() > self._share * len(sentence.split()):
            return sentence
        if self._random.random() < 0.25 and (place := self._place_within(sentence)):
            return sentence[:place] + self._call() + sentence[place:]
        return self._called_at_end(sentence)

    def _place_within(self, sentence: str) -> int:
        """The end of a word of small letters, or 0."""
        ends = [match.end() for match in re.finditer(r"(?<= )[^\W\d_A-Z]{6,}(?= )", sentence)]
        return self._random.choice(ends) if ends else 0

    def _called_at_end(self, sentence: str) -> str:
        if not sentence.endswith(".") or sentence[-2].isdigit():
            return sentence + self._call()
        is_before = self._plan.calls == "before" or (self._plan.calls == "mixed" and self._random.random() < 0.5)
        return f"{sentence[:-1]}{self._call()}." if is_before else sentence + self._call()

    def _call(self) -> str:
        number = self._plan.first_note + len(self._notes)
        shares = {"note_link": 0.12, "long_note": self._plan.long_notes}
        name = next((name for name, share in shares.items() if self._random.random() < share), "note")
        self._notes.append(Note(number, self._pen.write(name)))
        return f"⟦{number}⟧"


def invented(seed: int, language: str = "", *, tells_levels: bool = True) -> Article:
    """The article of a seed; three seeds are of one language, then comes the next."""
    return Inventor(seed, language or LANGUAGES[seed // 3 % len(LANGUAGES)], tells_levels=tells_levels).article()
