"""Names of persons: which lines hold them, and which part is the surname.

Capitals mark surnames, particles belong to the surname that follows them, Spanish and Portuguese surnames are two. The
parts are those of JATS: https://jats.nlm.nih.gov/publishing/tag-library/1.3/element/name.html.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..article.front import Contributor
from ..article.prose import Prose, Style
from ..lexicon import fold, word_at_start, words_of

TOKEN = re.compile(r"\S+")
INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.-?){1,4}|[A-ZÀ-Þ]|[B-DF-HJ-NP-TV-XZ]{2}")
"""`J.`, `A.-L.`, `J`, `JP`: two capitals without a vowel; others are a surname in capitals."""
NAME_TOKEN = re.compile(r"(?:[dl]['’]|al-|el-)?[^\W\d_][\w'’‘ʼ.\-‐/]*|[\"“«][^\W\d_]+[\"”»]")
LOWER_PARTICLES = frozenset(
    "de del della di da das do dos du des la las los le van der den von zu zur ten ter y e i al el bin ibn ben bint "
    "af av".split()
)
CAPITAL_PARTICLES = frozenset(
    "el al ben ibn bin bint ould ait le la les du des de del della dalla delle di da dos das do van von der mac abou "
    "abu bou st ste".split()
)
INITIALLED = re.compile(
    r"([^\W\d_][\w'’\- ]{1,40}?)(?:[.,]\s*|\s)(?:[A-ZÀ-Þ]\.\s?-?){1,4}(?=[\s(,;&]|$)"
    r"|([^\W\d_][\w'’\- ]{1,40}?)[.,]\s*[A-ZÀ-Þ](?=[\s(,;&]|$)"
)
"""A surname with initials after it."""
SHORT_MARIA = re.compile(r"M(?:a\.|ª|\.ª)(?=\s)")
DEVOTIONAL = frozenset(
    "angeles carmen socorro rosario pilar jesus dolores luz maria gracas gracia nieves mar consuelo pilar mercedes "
    "soledad refugio lourdes fatima concepcion asuncion milagros remedios conceicao ceu lurdes dores".split()
)
"""Names of the Virgin and others, folded, that follow a particle inside a given name."""
MARKS = " \t\n,;:.*†‡§¶#()[]-–—"
MOST_TOKENS = 7


@dataclass(frozen=True)
class Name:
    """A person's name, cut from the line it stands in."""

    given_names: Prose
    surname: Prose
    prefix: Prose = Prose()
    suffix: Prose = Prose()
    is_sure: bool = True
    """Whether capitals, a comma or a particle tell the surname; else its place does."""

    def contributor(self) -> Contributor:
        """A contributor with this name alone."""
        return Contributor(self.surname, self.given_names, self.prefix, self.suffix)


@dataclass(frozen=True)
class NameHabits:
    """What is known of names in this article: its language, and surnames that other mentions prove (folded)."""

    language: str = ""
    surnames: frozenset[str] = field(default_factory=frozenset)


def is_name(text: str) -> bool:
    """Whether `text` looks like one person's name."""
    text = _without_honorific(text.strip(MARKS))
    tokens = text.replace(",", " ").split()
    if not 2 <= len(tokens) <= MOST_TOKENS or any(character.isdigit() for character in text):
        return False
    if not all(_is_name_token(token) for token in tokens) or _is_particle(tokens[-1]) or ":" in text:
        return False
    full = [token for token in tokens if not _is_particle(token)]
    if len(full) < 2 - bool(_is_particle(tokens[0])):
        return False
    words = [fold(token) for token in full]
    return not ({*words, fold(text)} & _institution_words()) and not _has_function_words(full)


def _has_function_words(tokens: list[str]) -> bool:
    """One word inside a name may look like an article (`Nguyễn Thị Mai Hương`); at its head, or two of them, tell a
    phrase.
    """
    functions = words_of("function-words", "words") | (words_of("names", "and") - LOWER_PARTICLES)
    found = [token for token in tokens if fold(token) in functions]
    in_capitals = all(token.isupper() for token in tokens)
    return bool(found) and (len(found) > 1 or tokens[0] in found or found[0].islower() or in_capitals)


def _institution_words() -> frozenset[str]:
    return words_of("institutions", "words") | words_of("institutions", "divisions")


def _is_name_token(token: str) -> bool:
    bare = token.strip("*†‡,")
    return bool(bare and (bare.lower() in LOWER_PARTICLES or (NAME_TOKEN.fullmatch(bare) and not _begins_small(bare))))


def _begins_small(token: str) -> bool:
    """Arabic and other scripts know no capitals: only a small letter tells that a word is no name."""
    return re.sub(r"^(?:[dl]['’]|al-|el-)", "", token)[:1].islower()


def _is_particle(token: str) -> bool:
    return token.islower() and token in LOWER_PARTICLES


def _without_honorific(text: str) -> str:
    while (end := _honorific_end(text)) and len(text[end:].split()) > 1:
        text = text[end:].lstrip(" .,")
    return text


def _honorific_end(text: str) -> int | None:
    """`Ma.` and `Mª` are María, whatever the lexicons say of a master's degree."""
    return None if SHORT_MARIA.match(text) else word_at_start("names", "honorifics", text)


def parse_name(prose: Prose, habits: NameHabits) -> Name:
    """The parts of a printed name."""
    prose = prose.unmarked(Style).strip(MARKS.replace(".", ""))
    prose, prefix = _split_honorific(prose)
    prose, suffix = _split_suffix(prose)
    if "," in prose.text:
        surname, given = prose.split(re.compile(","))[:2]
        return Name(given.strip(), surname.strip(), prefix, suffix)
    start, is_sure = _surname_start(prose.text, habits)
    if start < 0:
        end = -start
        return Name(prose.cut(end).strip(), prose.cut(0, end).strip(), prefix, suffix)
    return Name(prose.cut(0, start).strip(), prose.cut(start).strip(), prefix, suffix, is_sure)


def _split_honorific(prose: Prose) -> tuple[Prose, Prose]:
    end = 0
    while (step := _honorific_end(prose.text[end:])) and len(prose.text[end + step :].split()) > 1:
        end += step
        while prose.text[end : end + 1] in tuple(". "):
            end += 1
    return (prose.cut(end).strip(), prose.cut(0, end).strip()) if end < len(prose.text) else (prose, Prose())


def _split_suffix(prose: Prose) -> tuple[Prose, Prose]:
    tokens = list(TOKEN.finditer(prose.text))
    is_inverted = "," in prose.text and not prose.text.rstrip(" .").endswith(tuple(_suffixes_with_comma(prose.text)))
    if len(tokens) > 2 and not is_inverted and fold(tokens[-1][0].strip(".,")) in suffixes():
        start = tokens[-1].start()
        return prose.cut(0, start).strip(" ,"), prose.cut(start).strip()
    return prose, Prose()


def _suffixes_with_comma(text: str) -> tuple[str, ...]:
    """The last word when a comma sets it apart as a suffix: `Martin Smith, Jr.`."""
    last = text.rsplit(",", 1)[-1].strip(" .")
    return (last,) if fold(last) in suffixes() and len(text.split()) > 3 else ()


def suffixes() -> frozenset[str]:
    """Suffixes of names, folded, without full stops."""
    return frozenset(word.strip(".") for word in words_of("names", "suffixes"))


def _surname_start(text: str, habits: NameHabits) -> tuple[int, bool]:
    """Where the surname begins; negative where it ends, when it stands first. And whether that is sure."""
    tokens = [(match.start(), match[0]) for match in TOKEN.finditer(text)]
    capital = [_is_capital(token) for _, token in tokens]
    plain = [is_capital for (_, token), is_capital in zip(tokens, capital, strict=True) if not _is_initials(token)]
    if any(plain) and not all(plain):
        return _capital_surname(tokens, capital)
    known = _known_surname(tokens, habits.surnames)
    if known is not None:
        return known, True
    if habits.language in ("es", "pt") and len(tokens) > 2:
        return tokens[_after_given_names(tokens)][0], True
    particle = _first_particle(tokens)
    if particle is not None:
        return tokens[particle][0], True
    if tokens[-2][1] in ("Ó", "Ní", "Mac", "Ua"):
        return tokens[-2][0], True
    return tokens[-1][0], len(tokens) == 2 or all(_is_initials(token) for _, token in tokens[:-1])


def _known_surname(tokens: list[tuple[int, str]], surnames: frozenset[str]) -> int | None:
    for place in range(1, len(tokens)):
        if fold(" ".join(token for _, token in tokens[place:])) in surnames:
            first = place
            while first > 1 and fold(tokens[first - 1][1]) in CAPITAL_PARTICLES | LOWER_PARTICLES:
                first -= 1
            return tokens[first][0]
    if len(tokens) > 1 and fold(tokens[0][1]) in surnames:
        return -tokens[1][0]
    return None


def _is_capital(token: str) -> bool:
    token = re.sub(r"^[dl]['’]", "", token)
    letters = [character for character in token if character.isalpha()]
    return len(letters) > 1 and all(character.isupper() for character in letters) and not INITIALS.fullmatch(token)


def _capital_surname(tokens: list[tuple[int, str]], capital: list[bool]) -> tuple[int, bool]:
    first = capital.index(True)
    if _devotional(tokens) and capital.index(True) > _devotional(tokens):
        return tokens[first][0], True
    if first == 0:
        end = next(place for place, is_capital in enumerate(capital) if not is_capital)
        return -tokens[end][0], True
    while first > 1 and _is_particle(tokens[first - 1][1]):
        first -= 1
    return tokens[first][0], True


def _first_particle(tokens: list[tuple[int, str]]) -> int | None:
    for place in range(1, len(tokens) - 1):
        token = tokens[place][1]
        if _is_particle(token) and token not in ("y", "e"):
            return place
        if token[:1].isupper() and fold(token.strip(".")) in CAPITAL_PARTICLES:
            return place
    return None


def _after_given_names(tokens: list[tuple[int, str]]) -> int:
    """Spanish and Portuguese names end in two surnames; usual given names after the first are given names."""
    given = words_of("names", "given")
    place = 1 + _devotional(tokens)
    while place < len(tokens) - 1 and (fold(tokens[place][1].strip(".")) in given or _is_initials(tokens[place][1])):
        place += 1
    return place


def _devotional(tokens: list[tuple[int, str]]) -> int:
    """Words of a given name such as `María de los Ángeles`, `Maria das Graças`, beyond its first; 0 without one."""
    end = 1
    while end < len(tokens) - 1 and _is_particle(tokens[end][1]):
        end += 1
    is_one = 1 < end < len(tokens) - 1 and fold(tokens[end][1]) in DEVOTIONAL
    return end if is_one else 0


def _is_initials(token: str) -> bool:
    return bool(INITIALS.fullmatch(token))


def mentioned_surnames(text: str) -> Iterator[str]:
    """Surnames that a suggested citation proves by its initials: `RIFKI. M (2025)`, `García López, J.`, `J. Dupont`."""
    joints = words_of("names", "and")
    for match in INITIALLED.finditer(text):
        words = fold(match[1] or match[2]).split()
        yield " ".join(words[1:] if words[0] in joints else words)
