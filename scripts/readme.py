"""Marked blocks of a Markdown file, which scripts write anew: `<!-- name -->` … `<!-- /name -->`."""

import re


def with_block(text: str, name: str, block: str) -> str:
    """`text` with `block` between the marks of `name`; raises `ValueError` when it does not have them just once."""
    marked = re.compile(rf"(?<=<!-- {name} -->\n).*?(?=<!-- /{name} -->)", re.DOTALL)
    if len(marked.findall(text)) != 1:
        raise ValueError(f"not one block {name}")
    return marked.sub(lambda _: f"\n{block.strip()}\n\n", text)
