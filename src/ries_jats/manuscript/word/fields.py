"""Fields that go on over several paragraphs, as the list of a citation manager does: pandoc makes one paragraph of all
that stands in one, so it is given what the field shows, and no field.
"""

from .names import Element, W

INSTRUCTION = f"{W}instrText"
SIGN = f"{W}fldChar"


def open_long_fields(root: Element) -> None:
    """Takes the signs of fields that end in another paragraph than they begin in; what they show stays."""
    opened: list[tuple[Element | None, list[Element]]] = []
    for sign in list(root.iter(SIGN, INSTRUCTION)):
        kind = sign.get(f"{W}fldCharType")
        paragraph = next(sign.iterancestors(f"{W}p"), None)
        if kind == "begin":
            opened.append((paragraph, [sign]))
        elif opened:
            opened[-1][1].append(sign)
        if kind == "end" and opened:
            begun, signs = opened.pop()
            if begun is not paragraph:
                _remove(signs)


def _remove(signs: list[Element]) -> None:
    for sign in signs:
        run = sign.getparent()
        if run is not None:
            run.remove(sign)
