"""How punctuation meets: one point is enough, and Americans put it before the closing mark."""

_END = ".?!…"
_CLOSING = "”\"’»'›“)"
_INSIDE = "”\"’"


def appended(text: str, words: str, inside: bool) -> str:
    """`text` and the `words` after it, which may begin with a point too many; with `inside`, a comma or point that
    follows a closing quotation mark goes before it.
    """
    if not text or words[:1] not in (".", ","):
        return text + words
    last = text.rstrip(_CLOSING + " ")[-1:]
    if words[0] == "." and last and last in _END:
        return text + words[1:]
    if inside and text[-1] in _INSIDE:
        return f"{text[:-1]}{words[0]}{text[-1]}{words[1:]}"
    return text + words


def ended(text: str, stop: str) -> str:
    """The last words of a string, without the punctuation that led to what is missing, and with a `stop`."""
    bare = text.rstrip(" ,;:.")
    closed = text.rstrip(" ,;:")
    return closed if closed[-1:] in _END and stop else bare + stop
