"""Addresses and numbers that identify works which do not exist, in the forms in which they are printed."""

import re
import unicodedata
from random import Random
from urllib.parse import quote

_DOI = ("10.3917/{j}.{n}.{m}", "10.4000/{j}.{n}", "10.1080/{m}{n}.{y}.{n}", "10.1017/S{m}{n}", "10.1177/{m}{n}")
_MORE = ("10.1007/s{n}-{m}-{n}-{k}", "10.1093/{j}/{j}{m}", "10.7202/{n}ar", "10.2307/{n}", "10.5209/{J}.{n}")
_OTHERS = (
    "10.3406/{j}.{y}.{n}",
    "10.15359/{j}.{k}-{k}.{k}",
    "10.1016/j.{j}.{y}.{m}.{m}",
    "10.5007/2175-8042.{y}v{k}n{k}p{m}",
)
_DOIS = _DOI + _MORE + _OTHERS
_FIELD = re.compile(r"\{(\w)\}")
_LETTERS = "abcdefghijklmnoprstuv"
_ENDS = ("", "", ".html", "/", ".pdf", ".htm", ".php", "#section")


def doi(rng: Random) -> str:
    """A bare DOI."""
    return _FIELD.sub(lambda field: _filled(field[1], rng), rng.choice(_DOIS))


def _filled(kind: str, rng: Random) -> str:
    name = "".join(rng.choice(_LETTERS) for _ in range(4))
    numbers = {
        "k": rng.randint(1, 9),
        "m": rng.randint(100, 999),
        "n": rng.randint(1000, 99999),
        "y": rng.randint(1999, 2024),
    }
    return str(numbers.get(kind, name.upper() if kind == "J" else name))


def isbn(rng: Random) -> str:
    """An ISBN by its looks; the check digit is any."""
    group = rng.choice(("2", "84", "0", "1", "607"))
    number = f"{group}-{rng.randint(10, 9999)}-{rng.randint(100, 9999)}-{rng.choice('0123456789X')}"
    number = f"{rng.choice(('978-', '978-', ''))}{number}"
    return number.replace("-", "") if rng.random() < 0.3 else number


def url(domain: str, words: str, rng: Random) -> str:
    """An address on a domain, which may be a path of words, a number or a query."""
    slug = _slug(words)
    number = rng.randint(10, 999999)
    date = f"{rng.randint(2005, 2025)}/{rng.randint(1, 12):02}/{rng.randint(1, 28):02}"
    paths = (
        slug + rng.choice(_ENDS),
        f"{date}/{slug}{rng.choice(_ENDS)}",
        f"{number}",
        f"index.php?option=com_content&id={number}",
        f"articulo?codigo={number}",
        f"IMG/pdf/{quote(slug.replace('-', '_'))}.pdf",
        f"{slug.split('-')[0]}/article/view/{number}/{number // 3}",
        f"article.php?id_article={number}",
        f"{slug.split('-')[0]}-{rng.randint(2000, 2024)}-{rng.randint(1, 4)}-page-{number % 300}.htm",
        "",
    )
    start = rng.choice(
        ("https://", "https://", "https://", "http://", "http://", "" if domain.startswith("www") else "http://")
    )
    return f"{start}{domain}/{rng.choice(paths)}".rstrip("/" if rng.random() < 0.3 else "")


def _slug(words: str) -> str:
    bare = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", bare)[:7])
