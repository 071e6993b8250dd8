"""What an issue prints in several forms: names, titles, the journal itself, its numbering. All forms are quoted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..findings import Finding, Place, finding
from .articles import Article
from .citations import cited_name_forms
from .likeness import is_same, likeness, typography_free
from .lines import Line
from .masthead import Masthead
from .masthead.forms import Form, distinct
from .people import is_one_person

_SAME_AUTHOR = 0.6
"""Likeness from which an author in the contents and one in the byline of the same article are one."""
_MENTION = 0.75
_QUOTED = re.compile(r"«\s*([^«»]{12,250}?)\s*»|“\s*([^“”]{12,250}?)\s*”|\"\s*([^\"]{12,250}?)\s*\"")
_OVERVIEWS = frozenset({"editorial", "introduction"})


@dataclass(frozen=True, slots=True)
class _Mention:
    """A person's name as printed; `group` is the list it stands in, which names nobody twice in two forms."""

    form: Form
    group: str


def iter_inconsistencies(
    file: str, lines: Sequence[Line], masthead: Masthead, articles: Sequence[Article]
) -> Iterator[Finding]:
    """A finding for each thing that is printed in more than one form."""
    yield from _journal(file, masthead)
    yield from _people(file, masthead, articles)
    for article in articles:
        yield from _title(file, lines, article, articles)
    for forms in cited_name_forms(lines):
        yield _found("cited-name-inconsistent", file, forms)


def _found(code: str, file: str, forms: Sequence[Form], preferred: str = "") -> Finding:
    """Quotes each form with all its lines."""
    lines: dict[str, list[int]] = {form.text: [] for form in distinct(forms)}
    for form in forms:
        same = next(text for text in lines if typography_free(text) == typography_free(form.text))
        lines[same] += [form.line] if form.line not in lines[same] else []
    quoted = ", ".join(f"“{text}” ({', '.join(map(str, numbers))})" for text, numbers in lines.items())
    return finding(code, Place(file, forms[0].line), preferred or forms[0].text, forms=quoted)


# The journal


def _journal(file: str, masthead: Masthead) -> Iterator[Finding]:
    if masthead.title.variants:
        yield _found("title-inconsistent", file, masthead.title.variants, masthead.title.title)
    if masthead.publisher.names:
        yield _found("publisher-inconsistent", file, masthead.publisher.names, masthead.publisher.publisher.name)
    if masthead.publisher.places:
        yield _found("place-inconsistent", file, masthead.publisher.places)
    numbers, dates = masthead.numbering.numbers, masthead.numbering.dates
    if len(distinct(numbers)) > 1:
        values = {form.value for form in numbers if "" not in form.value.split("/")}
        yield _found("numbering-inconsistent" if len(values) > 1 else "numbering-forms", file, numbers)
    if len({form.value for form in dates}) > 1:
        yield _found("date-inconsistent", file, dates)


# People


def _people(file: str, masthead: Masthead, articles: Sequence[Article]) -> Iterator[Finding]:
    for group in _one_person(_mentions(masthead, articles)):
        forms = sorted((mention.form for mention in group), key=lambda form: form.line)
        preferred = next((mention.form.text for mention in group if mention.group.startswith("byline")), forms[0].text)
        if any(_differ(one.text, other.text) for one in forms for other in forms):
            yield _found("name-inconsistent", file, forms, preferred)


def _mentions(masthead: Masthead, articles: Sequence[Article]) -> Iterator[_Mention]:
    for person in masthead.editors.people:
        yield _Mention(Form(person.name, person.line), "masthead")
    for group in masthead.editors.left_out:
        yield from (_Mention(Form(name, group.line), group.heading) for name in group.names)
    for number, article in enumerate(articles):
        listed = article.listed
        for name in listed.authors if listed else ():
            yield _Mention(
                Form(name, listed.author_lines[0] if listed and listed.author_lines else 0), f"contents {number}"
            )
        yield from (_Mention(Form(author.name, author.line), f"byline {number}") for author in article.authors)


def _one_person(mentions: Iterator[_Mention]) -> list[list[_Mention]]:
    """Mentions that may well be of one person, together."""
    groups: list[list[_Mention]] = []
    for mention in mentions:
        mine = [group for group in groups if any(_may_be_one(mention, other) for other in group)]
        joined = [*(each for group in mine for each in group), mention]
        groups = [*(group for group in groups if group not in mine), joined]
    return groups


def _may_be_one(one: _Mention, other: _Mention) -> bool:
    if is_same(one.form.text, other.form.text):
        return True
    if one.group == other.group:
        return False
    is_same_article = {one.group.split()[0], other.group.split()[0]} == {"contents", "byline"}
    if is_same_article and one.group.split()[1:] == other.group.split()[1:]:
        return likeness(one.form.text, other.form.text) >= _SAME_AUTHOR
    return is_one_person(one.form.text, other.form.text)


def _differ(one: str, other: str) -> bool:
    """Whether more than capitals differs; accents do not count where one is set in capitals."""
    one, other = typography_free(one), typography_free(other)
    if one.casefold() == other.casefold():
        return False
    in_capitals = one.isupper() or other.isupper()
    return not (in_capitals and is_same(one, other) and one.count(" ") == other.count(" "))


# Titles


def _title(file: str, lines: Sequence[Line], article: Article, articles: Sequence[Article]) -> Iterator[Finding]:
    """The forms in the contents, over the article, and quoted in the editorial."""
    own = Form(article.title, article.title_line)
    listed = article.listed
    forms = [own, *([Form(listed.title, listed.lines[0])] if listed and listed.lines else [])]
    forms += [form for form in _quoted(lines, articles) if _is_of(form, article, articles)]
    if any(not is_same(form.text, own.text) for form in forms):
        yield _found("title-inconsistent", file, forms, own.text)
    elif len(distinct(forms)) > 1:
        yield _found("title-forms", file, forms, own.text)


def _quoted(lines: Sequence[Line], articles: Sequence[Article]) -> Iterator[Form]:
    """Titles that the editorial quotes."""
    spans = [(article.first, article.last) for article in articles if article.type in _OVERVIEWS]
    for line in lines:
        if any(first <= line.number <= last for first, last in spans):
            for match in _QUOTED.finditer(line.text):
                yield Form(next(group for group in match.groups() if group), line.number)


def _is_of(form: Form, article: Article, articles: Sequence[Article]) -> bool:
    mine = likeness(form.text, article.title)
    return mine >= _MENTION and mine == max(likeness(form.text, each.title) for each in articles)
