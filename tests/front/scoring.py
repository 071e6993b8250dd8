"""Scores the front matter (and a few counts) of JATS 1.3 articles against hand-written gold files.

Usage: python scoring.py OUTPUT_FOLDER   (OUTPUT_FOLDER/<name>/article.xml, gold beside this file)
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path
from typing import Any

from lxml import etree

Gold = dict[str, Any]
Result = tuple[float, list[str]]
Element = Any  # an lxml element

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
META = "front/article-meta"
DATE_TYPES = {
    "received": ("received",),
    "revised": ("rev-recd", "revised"),
    "accepted": ("accepted",),
    "published": ("pub", "published", "epub", "online", "ppub", "publication"),
}
ASIDE_NOTES = {"coi-statement", "conflict", "financial-disclosure", "supported-by", "corresp", "con", "equal"}
SECTION_NUMBER = re.compile(r"^\s*(?:section\s+)?(?:\d+(?:\.\d+)*|[IVX]+|[A-H])\s*[.):°–—-]+\s*(?=\S)")
CLOSE_ENOUGH = 0.99


# ---------------------------------------------------------------- texts


def tidy(text: str | None) -> str:
    """The text with single spaces, straight apostrophes and no no-break spaces."""
    plain = unicodedata.normalize("NFC", text or "").replace("’", "'").replace("‘", "'")
    return re.sub(r"\s+", " ", plain).strip()


def loose(text: str | None) -> str:
    """The text's letters and digits only, in one case."""
    return "".join(char for char in tidy(text).casefold() if char.isalnum())


def text_of(element: Element | None, skip: Iterable[str] = ("xref", "fn")) -> str:
    """All the text of an element but that of its call-outs and notes."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in skip:
            parts.append(text_of(child, skip))
        parts.append(child.tail or "")
    return "".join(parts)


def alike(one: str | None, other: str | None) -> bool:
    """Whether two texts are the same but for spacing, punctuation, case and a slip here and there."""
    left, right = loose(one), loose(other)
    return left == right or SequenceMatcher(None, left, right, autojunk=False).ratio() >= CLOSE_ENOUGH


def within(needle: str | None, text: str | None) -> bool:
    """Whether the text holds the needle, loosely."""
    return loose(needle) in loose(text)


def show(text: str | None, width: int = 70) -> str:
    """A short form of the text for a message."""
    flat = tidy(text)
    return repr(flat if len(flat) <= width else flat[: width - 1] + "…")


def ratio(hits: float, gold_count: int, found_count: int) -> float:
    """Hits over the larger of both counts; nothing expected and nothing found is a full score."""
    total = max(gold_count, found_count)
    return 1.0 if total == 0 else hits / total


def once(terms: Iterable[str]) -> list[str]:
    """The terms in order, each once."""
    return list(dict.fromkeys(terms))


def first(root: Element, path: str) -> Element | None:
    """The first element at an XPath, if any."""
    found = root.xpath(path)
    return found[0] if found else None


# ---------------------------------------------------------------- titles, type, language


def score_title(root: Element, gold: Gold) -> Result:
    """Title and subtitle, joined."""
    group = f"{META}/title-group"
    title = text_of(first(root, f"{group}/article-title"))
    found = " ".join([title, *(text_of(sub) for sub in root.xpath(f"{group}/subtitle"))])
    wanted = f"{gold['title']} {gold.get('subtitle') or ''}"
    if loose(found) == loose(wanted):
        return 1.0, []
    return 0.0, [f"title: {show(found, 120)} for {show(wanted, 120)}"]


def found_trans_titles(root: Element) -> list[tuple[str, str]]:
    """The translated titles as (language, text)."""
    titles = []
    for group in root.xpath(f"{META}/title-group/trans-title-group"):
        inner = first(group, "trans-title")
        lang = group.get(XML_LANG) or (inner.get(XML_LANG) if inner is not None else None) or ""
        titles.append((lang[:2], text_of(group)))
    return titles


def score_trans_titles(root: Element, gold: Gold) -> Result:
    """The translated titles with their languages."""
    wanted = {(item["lang"], loose(item["text"])): item["text"] for item in gold["trans_titles"]}
    found = {(lang, loose(text)): text for lang, text in found_trans_titles(root)}
    return compare_maps("translated title", wanted, found)


def compare_maps(what: str, wanted: dict[Any, str], found: dict[Any, str]) -> Result:
    """Two maps from a comparison key to the text for messages."""
    misses = [f"{what} missing: {show(wanted[key])}" for key in wanted.keys() - found.keys()]
    misses += [f"{what} extra: {show(found[key])}" for key in found.keys() - wanted.keys()]
    return ratio(len(wanted.keys() & found.keys()), len(wanted), len(found)), sorted(misses)


def equal_or_miss(what: str, found: str | None, wanted: str | None) -> Result:
    """A full score for equal texts, otherwise a miss."""
    if tidy(found).casefold() == tidy(wanted).casefold():
        return 1.0, []
    return 0.0, [f"{what}: {show(found)} for {show(wanted)}"]


def score_type(root: Element, gold: Gold) -> Result:
    """The article type."""
    return equal_or_miss("type", root.get("article-type"), gold["article_type"])


def score_lang(root: Element, gold: Gold) -> Result:
    """The article's language."""
    return equal_or_miss("lang", (root.get(XML_LANG) or "")[:2], gold["language"])


# ---------------------------------------------------------------- authors


def contribs(root: Element) -> list[Element]:
    """The article's authors, not those of a reviewed work."""
    path = f"{META}/contrib-group/contrib[not(@contrib-type) or @contrib-type='author']"
    return list(root.xpath(path))


def name_part(contrib: Element, tag: str) -> str:
    """A part of a contributor's name."""
    return text_of(first(contrib, f"(.//name | .//string-name)[1]/{tag}"))


def shown_name(parts: dict[str, str]) -> str:
    """A name for messages."""
    return " | ".join(f"{key}={value}" for key, value in parts.items() if value) or "nobody"


def gold_name(author: Gold | None) -> dict[str, str]:
    """The four parts of a gold author's name."""
    return {key: (author or {}).get(key) or "" for key in ("surname", "given", "prefix", "suffix")}


def found_name(contrib: Element | None) -> dict[str, str]:
    """The four parts of a contributor's name."""
    tags = {"surname": "surname", "given": "given-names", "prefix": "prefix", "suffix": "suffix"}
    return {key: "" if contrib is None else name_part(contrib, tag) for key, tag in tags.items()}


def same_parts(one: dict[str, str], other: dict[str, str], keys: Iterable[str]) -> bool:
    """Whether two names have the same parts, case, spacing and points aside."""
    return all(loose(one[key]) == loose(other[key]) for key in keys)


def score_name(wanted: dict[str, str], found: dict[str, str]) -> float:
    """1 for a full match, 0.5 where only the prefix or suffix is wrong."""
    if not same_parts(wanted, found, ("surname", "given")):
        return 0.0
    return 1.0 if same_parts(wanted, found, ("prefix", "suffix")) else 0.5


def score_authors(root: Element, gold: Gold) -> Result:
    """The authors in order: surname, given names, prefix, suffix."""
    total, misses = 0.0, []
    people = contribs(root)
    for author, contrib in zip_longest(gold["authors"], people):
        wanted, found = gold_name(author), found_name(contrib)
        value = score_name(wanted, found) if author and contrib is not None else 0.0
        total += value
        if value < 1:
            misses.append(f"author: {shown_name(found)} for {shown_name(wanted)}")
    return ratio(total, len(gold["authors"]), len(people)), misses


def score_people(root: Element, gold: Gold, judge: Callable[[Gold, Element], list[str]]) -> Result:
    """The share of gold authors, found at their place in the list, for whom a check tells no miss."""
    misses, hits = [], 0
    for author, contrib in zip_longest(gold["authors"], contribs(root)):
        if author is None:
            continue
        name = author["surname"]
        told = judge(author, contrib) if contrib is not None else ["no such author"]
        hits += not told
        misses += [f"{name}: {message}" for message in told]
    return ratio(hits, len(gold["authors"]), len(gold["authors"])), misses


def emails_of(contrib: Element) -> set[str]:
    """The e-mail addresses of a contributor, its own or by way of a corresponding author note."""
    root = contrib.getroottree().getroot()
    owned = {tidy(text_of(mail)) for mail in contrib.xpath(".//email")}
    for rid in contrib.xpath(".//xref[@ref-type='corresp']/@rid"):
        owned |= {tidy(text_of(mail)) for mail in root.xpath("//corresp[@id=$rid]//email", rid=rid)}
    return owned


def judge_email(author: Gold, contrib: Element) -> list[str]:
    """The e-mail address, and no other."""
    found, wanted = emails_of(contrib), {author["email"]} - {None}
    return [] if found == wanted else [f"email {sorted(found)} for {sorted(wanted)}"]


def judge_orcid(author: Gold, contrib: Element) -> list[str]:
    """The ORCID, bare or as an address."""
    found = {text_of(item)[-19:] for item in contrib.xpath("contrib-id[@contrib-id-type='orcid']")}
    wanted = {author["orcid"]} - {None}
    return [] if found == wanted else [f"orcid {sorted(found)} for {sorted(wanted)}"]


def judge_corresponding(author: Gold, contrib: Element) -> list[str]:
    """Whether the author is marked as the corresponding one."""
    found = contrib.get("corresp") == "yes" or bool(contrib.xpath(".//xref[@ref-type='corresp']"))
    return [] if found == bool(author["corresponding"]) else [f"corresponding {found}"]


def judge_role(author: Gold, contrib: Element) -> list[str]:
    """The role, or a longer or shorter form of it."""
    found = " ".join(text_of(role) for role in contrib.xpath("role"))
    wanted = author["role"] or ""
    if not wanted or not found:
        return [] if wanted == found else [f"role {show(found)} for {show(wanted)}"]
    return [] if within(wanted, found) or within(found, wanted) else [f"role {show(found)} for {show(wanted)}"]


# ---------------------------------------------------------------- affiliations


def affs_of(contrib: Element) -> list[Element]:
    """The affiliations of a contributor: linked, nested, or the group's where it has none of its own."""
    root = contrib.getroottree().getroot()
    rids = " ".join(contrib.xpath(".//xref[@ref-type='aff']/@rid")).split()
    linked = [aff for rid in rids for aff in root.xpath("//aff[@id=$rid]", rid=rid)]
    own = linked + contrib.xpath("aff")
    return own or list(contrib.xpath("../aff"))


def wanted_affs(author: Gold, gold: Gold) -> list[Gold]:
    """The gold affiliations of an author."""
    return [gold["affiliations"][index] for index in author["affiliations"]]


def is_aff(wanted: Gold, aff: Element) -> bool:
    """Whether an affiliation is the wanted one: by its institution's name, or its text where none is printed."""
    return within(wanted["institution"] or wanted["text"], text_of(aff, skip=()))


def judge_links(author: Gold, contrib: Element, gold: Gold) -> list[str]:
    """The author's affiliations: those wanted and no other."""
    wanted, found = wanted_affs(author, gold), affs_of(contrib)
    told = [
        f"not linked to {show(item['institution'] or item['text'])}"
        for item in wanted
        if not any(is_aff(item, aff) for aff in found)
    ]
    if len(found) > len(wanted):
        told.append(f"{len(found)} affiliations for {len(wanted)}")
    return told


def score_links(root: Element, gold: Gold) -> Result:
    """The links from authors to affiliations."""
    return score_people(root, gold, lambda author, contrib: judge_links(author, contrib, gold))


def aff_institutions(aff: Element) -> list[str]:
    """The institution names of an affiliation."""
    return [text_of(item) for item in aff.xpath(".//institution")]


def aff_city(aff: Element) -> str:
    """The city of an affiliation."""
    path = ".//city | .//addr-line[@content-type='city'] | .//named-content[@content-type='city']"
    return text_of(first(aff, path))


def judge_institution(wanted: Gold, aff: Element) -> list[str]:
    """The institution's name as one institution element."""
    names = aff_institutions(aff)
    if wanted["institution"] is None or any(loose(name) == loose(wanted["institution"]) for name in names):
        return []
    return [f"institution {names} for {show(wanted['institution'])}"]


def judge_city(wanted: Gold, aff: Element) -> list[str]:
    """The city; where none is printed, one taken from the institution's name will do."""
    city = aff_city(aff)
    fine = within(city, wanted["text"]) if wanted["city"] is None else loose(city) == loose(wanted["city"])
    return [] if fine else [f"city {show(city)} for {show(wanted['city'])}"]


def judge_country(wanted: Gold, aff: Element) -> list[str]:
    """The country's code, or its name as printed; not judged where none is printed."""
    country = first(aff, ".//country")
    if wanted["country_code"] is None:
        return []
    code = country.get("country") if country is not None else None
    if code == wanted["country_code"] or (not code and loose(text_of(country)) == loose(wanted["country"])):
        return []
    return [f"country {code or show(text_of(country))} for {wanted['country_code']}"]


def distinct_affs(root: Element) -> list[Element]:
    """The affiliations of the article, each text once."""
    affs = {loose(text_of(aff, skip=("label", "email"))): aff for aff in root.xpath(f"{META}//aff")}
    return list(affs.values())


def score_affiliations(root: Element, gold: Gold) -> Result:
    """Institution, city and country of every affiliation."""
    found = distinct_affs(root)
    left, total, misses = list(found), 0.0, []
    for wanted in gold["affiliations"]:
        aff = next((item for item in left if is_aff(wanted, item)), None)
        if aff is None:
            misses.append(f"affiliation missing: {show(wanted['text'])}")
            continue
        left.remove(aff)
        told = judge_institution(wanted, aff) + judge_city(wanted, aff) + judge_country(wanted, aff)
        total += 1 - len(told) / 3
        misses += told
    misses += [f"affiliation extra: {show(text_of(aff, skip=()))}" for aff in left]
    return ratio(total, len(gold["affiliations"]), len(found)), misses


# ---------------------------------------------------------------- dates and numbers


def iso_date(date: Element) -> str:
    """A date element as ISO text."""
    if date.get("iso-8601-date"):
        return str(date.get("iso-8601-date"))[:10]
    parts = [text_of(first(date, tag)) for tag in ("year", "month", "day")]
    return "-".join(part.zfill(2) for part in parts if part)


def found_date(root: Element, kind: str) -> str | None:
    """The date of a kind, from the history or, for the publication, from pub-date too."""
    dates = root.xpath(f"{META}/history//date")
    if kind == "published":
        dates = [*root.xpath(f"{META}/pub-date"), *dates]
    kinds = DATE_TYPES[kind]
    found = [iso_date(item) for item in dates if item.get("date-type") in kinds or item.get("pub-type") in kinds]
    return max(found, key=len) if found else None


def fine_date(kind: str, wanted: str | None, found: str | None) -> bool:
    """Whether a date is right; a bare publication year is no harm where no date is printed."""
    if kind == "published" and wanted is None:
        return found is None or len(found) <= 7
    return wanted == found


def score_dates(root: Element, gold: Gold) -> Result:
    """Received, revised, accepted and published dates."""
    misses, expected = [], 0
    for kind in DATE_TYPES:
        wanted, found = gold["dates"].get(kind), found_date(root, kind)
        fine = fine_date(kind, wanted, found)
        expected += bool(wanted) or not fine
        if not fine:
            misses.append(f"date {kind}: {found} for {wanted}")
    return ratio(expected - len(misses), expected, 0), misses


def found_numbers(root: Element) -> dict[str, str]:
    """Volume, issue, pages, year and DOI of the article."""
    paths = {
        "volume": f"{META}/volume",
        "issue": f"{META}/issue",
        "fpage": f"{META}/fpage",
        "lpage": f"{META}/lpage",
        "year": f"{META}/pub-date/year",
        "doi": f"{META}/article-id[@pub-id-type='doi']",
    }
    return {key: tidy(text_of(first(root, path))) for key, path in paths.items()}


def score_numbers(root: Element, gold: Gold) -> Result:
    """Volume, issue, pages, year and DOI."""
    found, misses, expected = found_numbers(root), [], 0
    for key, value in found.items():
        wanted = str(gold.get(key) or "")
        if key == "lpage" and not wanted and value == found["fpage"]:
            continue  # a last page equal to the only page printed
        expected += bool(wanted or value)
        if loose(value) != loose(wanted):
            misses.append(f"{key}: {show(value)} for {show(wanted)}")
    return ratio(expected - len(misses), expected, 0), misses


# ---------------------------------------------------------------- abstracts and keywords


def found_abstracts(root: Element) -> dict[str, list[str]]:
    """The abstracts' paragraphs by language."""
    default = (root.get(XML_LANG) or "")[:2]
    found: dict[str, list[str]] = {}
    for item in root.xpath(f"{META}/abstract | {META}/trans-abstract"):
        lang = (item.get(XML_LANG) or default)[:2]
        found.setdefault(lang, []).extend(text_of(para) for para in item.xpath(".//p"))
    return found


def judge_abstract(lang: str, wanted: list[str], found: list[str]) -> Result:
    """Half a score for the text, half for the number of paragraphs."""
    misses = []
    if not alike(" ".join(wanted), " ".join(found)):
        misses.append(f"abstract {lang}: text differs, ends {show(' '.join(found)[-60:])}")
    if len(wanted) != len(found):
        misses.append(f"abstract {lang}: {len(found)} paragraphs for {len(wanted)}")
    return 1 - len(misses) / 2, misses


def score_abstracts(root: Element, gold: Gold) -> Result:
    """The abstracts by language."""
    wanted = {item["lang"]: item["paragraphs"] for item in gold["abstracts"]}
    found = found_abstracts(root)
    total, misses = 0.0, []
    for lang in wanted.keys() | found.keys():
        if lang not in found or lang not in wanted:
            misses.append(f"abstract {lang}: {'extra' if lang in found else 'missing'}")
            continue
        value, told = judge_abstract(lang, wanted[lang], found[lang])
        total += value
        misses += told
    return ratio(total, len(wanted.keys() | found.keys()), 0), sorted(misses)


def found_keywords(root: Element) -> dict[str, list[str]]:
    """The keywords by language."""
    default = (root.get(XML_LANG) or "")[:2]
    found: dict[str, list[str]] = {}
    for group in root.xpath(f"{META}/kwd-group"):
        lang = (group.get(XML_LANG) or default)[:2]
        found.setdefault(lang, []).extend(tidy(text_of(term)) for term in group.xpath(".//kwd"))
    return found


def score_keywords(root: Element, gold: Gold) -> Result:
    """The keywords, exact and in order, per language; a term printed twice may be given once or twice."""
    wanted = {item["lang"]: once([tidy(term) for term in item["terms"]]) for item in gold["keywords"]}
    found = {lang: once(terms) for lang, terms in found_keywords(root).items()}
    langs = wanted.keys() | found.keys()
    wrong = sorted(lang for lang in langs if wanted.get(lang) != found.get(lang))
    misses = [f"keywords {lang}: {found.get(lang)} for {wanted.get(lang)}" for lang in wrong]
    return ratio(len(langs) - len(wrong), len(langs), 0), misses


# ---------------------------------------------------------------- declarations


def declared(root: Element, path: str, what: str, wanted: str | None) -> Result:
    """Whether the wanted text stands in the elements at a path, and nothing where none is wanted."""
    found = " ".join(text_of(item, skip=()) for item in root.xpath(path))
    if (not wanted and not found) or (wanted and within(wanted, found)):
        return 1.0, []
    return 0.0, [f"{what}: {show(found)} for {show(wanted)}"]


def score_ack(root: Element, gold: Gold) -> Result:
    """The acknowledgements, in back/ack."""
    return declared(root, "back/ack", "ack", gold["acknowledgements"])


def score_funding(root: Element, gold: Gold) -> Result:
    """The funding statement, in funding-group."""
    return declared(root, f"{META}/funding-group", "funding", gold["funding"])


def score_conflict(root: Element, gold: Gold) -> Result:
    """The conflict of interest statement, in a note of its type."""
    return declared(root, "//fn[@fn-type='coi-statement']", "conflict", gold["conflict"])


def score_dedication(root: Element, gold: Gold) -> Result:
    """The dedication, a typed quotation."""
    return declared(root, "//disp-quote[@content-type='dedication']", "dedication", gold["dedication"])


def score_epigraph(root: Element, gold: Gold) -> Result:
    """The epigraph with its attribution, a typed quotation."""
    return declared(root, "//disp-quote[@content-type='epigraph']", "epigraph", gold["epigraph"])


def score_product(root: Element, gold: Gold) -> Result:
    """The reviewed work's line, in product."""
    return declared(root, f"{META}/product", "product", gold["product"])


# ---------------------------------------------------------------- body and back


def score_sections(root: Element, gold: Gold) -> Result:
    """The titles of the top level sections, numbers aside."""
    titles = [text_of(title) for title in root.xpath("body/sec/title")]
    found = [loose(SECTION_NUMBER.sub("", tidy(title))) for title in titles]
    wanted = [loose(title) for title in gold["sections"]]
    if found == wanted:
        return 1.0, []
    hits = sum(block.size for block in SequenceMatcher(None, wanted, found, autojunk=False).get_matching_blocks())
    return ratio(hits, len(wanted), len(found)), [f"sections: {[tidy(item) for item in titles]} for {gold['sections']}"]


def count_or_miss(what: str, found: int, wanted: int) -> Result:
    """A full score for equal counts, otherwise the smaller over the larger."""
    if found == wanted:
        return 1.0, []
    return min(found, wanted) / max(found, wanted), [f"{what}: {found} for {wanted}"]


def score_references(root: Element, gold: Gold) -> Result:
    """The number of references."""
    return count_or_miss("references", len(root.xpath("back//ref-list//ref")), gold["n_references"])


def score_notes(root: Element, gold: Gold) -> Result:
    """The number of real notes, statements and author notes aside."""
    notes = [note for note in root.xpath("body//fn | back//fn") if note.get("fn-type") not in ASIDE_NOTES]
    return count_or_miss("notes", len(notes), gold["notes"])


# ---------------------------------------------------------------- all together

SCORERS: dict[str, Callable[[Element, Gold], Result]] = {
    "title": score_title,
    "trans": score_trans_titles,
    "type": score_type,
    "lang": score_lang,
    "authors": score_authors,
    "roles": lambda root, gold: score_people(root, gold, judge_role),
    "emails": lambda root, gold: score_people(root, gold, judge_email),
    "orcids": lambda root, gold: score_people(root, gold, judge_orcid),
    "corresp": lambda root, gold: score_people(root, gold, judge_corresponding),
    "links": score_links,
    "affs": score_affiliations,
    "dates": score_dates,
    "numbers": score_numbers,
    "abstracts": score_abstracts,
    "keywords": score_keywords,
    "ack": score_ack,
    "funding": score_funding,
    "conflict": score_conflict,
    "dedication": score_dedication,
    "epigraph": score_epigraph,
    "product": score_product,
    "sections": score_sections,
    "refs": score_references,
    "notes": score_notes,
}


def score(article_xml: bytes, gold: Gold) -> dict[str, Result]:
    """Every field's score between 0 and 1 with its misses."""
    parser = etree.XMLParser(load_dtd=False, no_network=True, resolve_entities=False)
    root = etree.fromstring(article_xml, parser)
    return {field: judge(root, gold) for field, judge in SCORERS.items()}


def score_file(gold_path: Path, outputs: Path) -> dict[str, Result]:
    """The scores of one manuscript; all nil where its article is missing or not well formed."""
    article = outputs / gold_path.name.removesuffix(".gold.json") / "article.xml"
    gold = json.loads(gold_path.read_text(encoding="utf-8"))
    if not article.exists():
        return dict.fromkeys(SCORERS, (0.0, [])) | {"title": (0.0, ["no article.xml"])}
    try:
        return score(article.read_bytes(), gold)
    except etree.XMLSyntaxError as error:
        return dict.fromkeys(SCORERS, (0.0, [])) | {"title": (0.0, [f"not well formed: {error}"])}


def mean(values: Iterable[float]) -> float:
    """The mean, 0 for nothing."""
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


def print_file(name: str, fields: dict[str, Result]) -> None:
    """One manuscript's line and its misses."""
    print(f"{mean(value for value, _ in fields.values()):6.3f}  {name}")
    for field, (value, misses) in fields.items():
        if value < 1:
            print(f"          {field:<10} {value:.2f}  {'; '.join(misses)}")


def print_totals(results: dict[str, dict[str, Result]]) -> None:
    """The mean of every field, the number of files it is perfect in, and the mean of all."""
    print(f"\n{'field':<12}{'mean':>7}{'perfect':>10}")
    for field in SCORERS:
        values = [fields[field][0] for fields in results.values()]
        print(f"{field:<12}{mean(values):7.3f}{sum(value == 1 for value in values):>6}/{len(values)}")
    total = mean(value for fields in results.values() for value, _ in fields.values())
    print(f"{'all':<12}{total:7.3f}")


def main(argv: list[str]) -> int:
    """Prints the table of a folder of outputs."""
    if len(argv) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    golds = sorted(Path(__file__).parent.glob("*.gold.json"))
    results = {path.name.removesuffix(".gold.json"): score_file(path, Path(argv[0])) for path in golds}
    for name, fields in results.items():
        print_file(name, fields)
    print_totals(results)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
