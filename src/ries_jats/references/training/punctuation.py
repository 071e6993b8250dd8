"""How punctuation meets: one point is enough, and Americans put it before the closing mark."""

from .marks import MARKS

_END = ".?!…"
_CLOSING = "”\"’»'›“)"
_INSIDE = '”"’'


def appended(text: str, words: str, *, inside: bool) -> str:
    """`text` and the `words` after it, which may begin with a point too many; with `inside`, a comma or point that
    follows a closing quotation mark goes before it.
    """
    if not text or words[:1] not in (".", ","):
        return text + words
    last = text.rstrip(_CLOSING + MARKS + " ")[-1:]
    if words[0] == "." and last and last in _END:
        return text + words[1:]
    if inside and text[-1] in _INSIDE:
        return f"{text[:-1]}{words[0]}{text[-1]}{words[1:]}"
    return text + words


def ended(text: str, stop: str) -> str:
    """The last words of a string, without the punctuation that led to what is missing, and with a `stop`."""
    bare = text.rstrip(" ,;:.")
    closed = text.rstrip(" ,;:")
    return closed if stop and closed.rstrip(MARKS)[-1:] in _END else bare + stop
