"""Who publishes the journal, and where."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...journal.values import Publisher
from ...lexicon import entry_of, fold, word_at_start, words_of
from ..likeness import find_like, flat, letters, typography_free
from ..lines import Line
from ..people import people_of
from ..places import PrintedPlace, find_place
from ..vocabulary import has_word, words
from .forms import Form, distinct, is_acronym, usual
from .numbering import statement_spans
from .phrases import goes_on, small_words

_LONGEST = 160
_LEAST = 4.0
_MOST_WORDS = 12
_EDGES = " \t,;:.|·•–—-"
_ACRONYM = re.compile(r"(?<![\w-])[A-ZÀ-Þ][A-ZÀ-Þ&-]{1,10}(?![^\W\d_])")
_IN_BRACKETS = re.compile(r"^(.*\S)\s*[(\[]\s*([A-ZÀ-Þ][A-ZÀ-Þ&-]{1,10})\s*[)\]]$")
_PLACE_AFTER = 40
"""Characters after a publisher's name in which its place may stand."""
_LABELLED = re.compile(r"\t|\s*[|•·]\s*|\s+[–—-]\s+(?=[^:]{3,40}:)|\s{2,}|(?<=\d)\s+(?=[^:\d]{3,40}:)")
"""Between labels in one line: `Enregistrement : 12 – Éditeur : …`."""
_STREET = re.compile(r",\s*(?=[^,]*\d)")
"""The comma before the part of an address that has a number."""
_ARTICLE_BEFORE = re.compile(r"^(?:the|an?|le|la|les|el|los|las|o|a|os|as|il|de[rnm]|die|das|l['’])\s*(?=[A-ZÀ-Þ])")
"""An article in small letters belongs to the sentence, not to the name."""


@dataclass(frozen=True)
class PrintedPublisher:
    """The publisher, with the forms of its name and of its place where they differ."""

    publisher: Publisher
    names: tuple[Form, ...] = ()
    places: tuple[Form, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mention:
    form: Form
    weight: float


def read_publisher(masthead: Sequence[Line], text: Sequence[Line], title: str) -> PrintedPublisher:
    """The publisher by the evidence in the masthead (lines about people left out); `text` is the whole file."""
    mentions = [mention for mention in _mentions(masthead) if letters(mention.form.text) != letters(title)]
    weights: dict[str, float] = defaultdict(float)
    for mention in mentions:
        weights[letters(mention.form.text)] += mention.weight
    best = max(weights, key=lambda key: weights[key], default="")
    place = _place(masthead)
    if weights.get(best, 0.0) < _LEAST:
        return PrintedPublisher(Publisher(place=place[0], country=place[1]) if place else Publisher())
    name, acronym = _split(usual([mention.form for mention in mentions if letters(mention.form.text) == best]))
    acronym = acronym or _acronym(name, text)
    city, country = place or ("", "")
    return PrintedPublisher(
        Publisher(name, acronym, city, country), _name_forms(name, text), _place_forms(name, city, masthead, text)
    )


# The name


def _mentions(lines: Sequence[Line]) -> Iterator[_Mention]:
    """What may be the publisher: what a label announces, and lines that name an institution."""
    worded = [line for line in lines if line]
    announced = False
    for place, line in enumerate(worded):
        if place and _is_division(line.text) and _names_institution(worded[place - 1].text):
            continue
        rest = next((rest for part in _LABELLED.split(line.text) if (rest := _after_label(part)) is not None), None)
        is_labelled = announced or rest is not None
        announced = rest == "" or _announces(line.text)
        if rest != "" and not _announces(line.text):
            yield from _mention(line.text if rest is None else rest, worded[place:], is_labelled=is_labelled)


def _mention(text: str, lines: Sequence[Line], *, is_labelled: bool) -> Iterator[_Mention]:
    """A name in the first of the lines, perhaps with the second."""
    line, *after = lines
    if after and goes_on(line, after[0]):
        text = f"{text} {after[0].text}"
        after = after[1:]
    name = _name(text)
    below = next((each for each in after if not _is_division(each.text)), None)
    has_place = any(find_place(each) for each in (text, below.text if below else ""))
    weight = 4.0 * is_labelled + _weight(name, has_place=has_place) if name else 0.0
    if weight > 0:
        yield _Mention(Form(name, line.number), weight)


def _after_label(text: str) -> str | None:
    """What follows `Éditeur :` or `Published by`, empty when nothing does; None without such a label."""
    if has_word(text.split(":", maxsplit=1)[0], "printing"):
        return None
    whole = entry_of("masthead", text)
    if whole and whole.kind == "publisher":
        return ""
    end = word_at_start("masthead", "publisher", text) or _end_of_phrase(text)
    rest = text[end:].strip(_EDGES) if end else ""
    is_phrase = bool(end) and (text[end:].lstrip()[:1] in (":", "–", "-") or _is_phrase(text[:end]))
    return rest if rest and is_phrase else None


def _end_of_phrase(text: str) -> int | None:
    """The offset after `Herausgegeben von` and the like."""
    spans = (len(phrase) for phrase in words("issued") if flat(text).startswith(f"{phrase} "))
    return max(spans, default=None)


def _is_phrase(label: str) -> bool:
    """Whether the label needs no mark after it: `Published by`, `Publié par`."""
    return fold(label).split()[-1] in words_of("names", "by") or fold(label) in words("issued")


def _announces(text: str) -> bool:
    """Whether a line ends with `publiée par`."""
    folded = f" {fold(text.strip(_EDGES))}"
    return any(folded.endswith(f" {word}") for word in words_of("masthead", "publisher") if _is_phrase(word))


def _name(text: str) -> str:
    """The text without a place at its end; empty when it cannot be a name."""
    text = text.strip(_EDGES)
    place = find_place(text)
    if place and place.span[0] > 0:
        text = text[: place.span[0]].strip(_EDGES + "(")
    text = _without_kind(_STREET.split(text, maxsplit=1)[0].strip(_EDGES))
    is_other = statement_spans(text) or "@" in text or "http" in text or "www." in text or len(text) > _LONGEST
    people = people_of(text)
    return "" if not text or is_other or bool(people and people.is_sure) else _ARTICLE_BEFORE.sub("", text)


def _without_kind(text: str) -> str:
    """The institution alone in `Publicação semestral do Instituto de Estudos`."""
    tokens = list(re.finditer(r"[^\W\d_]+", text))
    stems = {word[:6] for word in words_of("masthead", "frequency") if " " not in word and len(word) > 5}
    if not any(fold(token[0])[:6] in stems for token in tokens):
        return text
    houses = (token.start() for token in tokens if fold(token[0]) in words_of("institutions", "words"))
    return text[next(houses, 0) :]


def _weight(name: str, *, has_place: bool) -> float:
    is_institution = bool(word_at_start("institutions", "words", _without_article(name))) or _is_house(name)
    is_institution = is_institution or (len(name.split()) <= _MOST_WORDS and _names_institution(name))
    return 2.0 * is_institution + 2.0 * (is_institution and has_place)


def _is_division(text: str) -> bool:
    """A faculty or department under the name of its university."""
    return bool(word_at_start("institutions", "divisions", text)) and find_place(text) is None


def _names_institution(name: str) -> bool:
    """Whether an institution stands anywhere in a phrase: `Servicio de Publicaciones de la Universidad de Cádiz`."""
    return name[:1].isupper() and not set(fold(name).split()).isdisjoint(words_of("institutions", "words"))


def _is_house(name: str) -> bool:
    """Whether it is a publishing house by its first or last word: `Éditions du Beffroi`, `Canal Street Press`."""
    words_in_name = fold(name).split()
    houses = {word for word in words_of("masthead", "publisher") if " " not in word}
    return len(words_in_name) > 1 and not houses.isdisjoint((words_in_name[0], words_in_name[-1]))


def _without_article(name: str) -> str:
    return re.sub(r"^(?:l['’]|(?:le|la|les|the|el|los|las|o|a|il)\s+)", "", name, flags=re.IGNORECASE)


def _split(name: str) -> tuple[str, str]:
    """Name and acronym of `Centre d'études (CE)`."""
    match = _IN_BRACKETS.match(name)
    return (match[1], match[2]) if match else (name, "")


def _acronym(name: str, text: Sequence[Line]) -> str:
    """Capitals anywhere in the file that are the initials of the name."""
    counts = Counter(match[0] for line in text if line for match in _ACRONYM.finditer(line.text))
    fitting = [acronym for acronym in counts if is_acronym(acronym, name, small_words())]
    return max(fitting, key=lambda acronym: counts[acronym], default="")


def _name_forms(name: str, text: Sequence[Line]) -> tuple[Form, ...]:
    """Every form of the name in the file, if they differ in more than capitals."""
    forms = tuple(form for form, _ in _occurrences(name, text))
    bare = {typography_free(_without_article(form.text)).casefold() for form in forms}
    return forms if len(bare) > 1 else ()


def _occurrences(name: str, text: Sequence[Line]) -> Iterator[tuple[Form, str]]:
    """Each place where the name is printed in one line, and what follows it there."""
    bare = _without_article(name)
    words_in_name = {word for word in fold(bare).split() if len(word) > 3}
    for line in text:
        if len(line.text) >= len(bare) * 0.9 and len(words_in_name & set(fold(line.text).split())) * 2 >= len(
            words_in_name
        ):
            span = find_like(bare, line.text)
            if span:
                yield Form(line.text[slice(*span)], line.number), line.text[span[1] :]


# The place


def _place(lines: Sequence[Line]) -> tuple[str, str] | None:
    """City and country that stand most often in lines of their own or at the end of one; else the labelled place."""
    places = [place for line in lines if line and (place := _likely_place(line.text))]
    if not places:
        return _labelled_place(lines)
    counts = Counter((letters(place.city), place.country) for place in places)
    city, country = max(counts, key=lambda key: counts[key])
    return next(place.city for place in places if letters(place.city) == city), country


def _likely_place(text: str) -> PrintedPlace | None:
    place = find_place(text) if len(text) <= 2 * _LONGEST else None
    first = set(fold(place.city).split()[:1]) if place else set()
    is_name = first & {word.split()[0] for word in words_of("masthead", "journal") | words_of("institutions", "words")}
    return None if is_name else place


def _labelled_place(lines: Sequence[Line]) -> tuple[str, str] | None:
    for line in lines:
        label, mark, rest = line.text.partition(":")
        if mark and fold(label) in words("place") and rest.strip():
            return rest.strip(_EDGES), ""
    return None


def _place_forms(name: str, city: str, masthead: Sequence[Line], text: Sequence[Line]) -> tuple[Form, ...]:
    """The forms of the place in the masthead and after the publisher's name anywhere, if they differ."""
    forms = [
        Form(line.text[slice(*place.span)], line.number) for line in masthead if (place := _likely_place(line.text))
    ]
    for form, after in _occurrences(name, text):
        rest = after.strip(_EDGES)
        if rest and len(rest) <= _PLACE_AFTER and (place := find_place(rest)):
            forms.append(Form(rest[slice(*place.span)], form.line))
    kept = tuple(form for form in forms if letters(form.text).startswith(letters(city)))
    return kept if len(distinct(kept)) > 1 else ()
