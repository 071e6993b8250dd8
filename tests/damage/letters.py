"""Damage to the letters of running text, as marker does it: soft hyphens, ligatures, entities, remains of tags."""

import re
from collections import Counter

from .breaking import syllables
from .extraction import Hand

LONG_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{8,}(?![^\W\d_])")
LIGATURES = {"ffi": "\ufb03", "ffl": "\ufb04", "ff": "\ufb00", "fi": "\ufb01", "fl": "\ufb02"}
ADDRESS = re.compile(r"https?://\S+")


def with_ligatures(text: str) -> str:
    """With the letters of ligatures as one character."""
    for letters, ligature in LIGATURES.items():
        text = text.replace(letters, ligature)
    return text


class Letters:
    """Damages the letters of one article."""

    def __init__(self, hand: Hand, known: Counter[str]) -> None:
        self._hand = hand
        self._known = known

    def damaged(self, text: str) -> str:
        """With soft hyphens or ligatures, rarely."""
        if self._hand.does("soft hyphens", 0.05):
            text = LONG_WORD.sub(self._softened, text, count=2)
        if "http" not in text and re.search("f[fil]", text) and self._hand.does("ligatures", 0.08):
            text = with_ligatures(text)
        return text

    def _softened(self, word: re.Match[str]) -> str:
        places = syllables(word[0])
        return f"{word[0][: places[0]]}\u00ad{word[0][places[0] :]}" if places else word[0]

    def marked_up(self, text: str) -> str:
        """With Markdown's marks of italics, entities, escapes and remains of tags."""
        text = self._entities(text)
        text = ADDRESS.sub(self._linked, ADDRESS.sub(self._escaped, text))
        if "⟪" not in text and "http" not in text and self._hand.does("<mark>, <u>", 0.04):
            tag = self._hand.random.choice(("mark", "u"))
            text = LONG_WORD.sub(lambda word: f"<{tag}>{word[0]}</{tag}>", text, count=1)
        is_lost = "⟪" in text and self._hand.does("italics lost", 0.2)
        sign = "" if is_lost else "*"
        return text.replace("⟫ ⟪", " ").replace("⟪", sign).replace("⟫", sign)

    def _entities(self, text: str) -> str:
        is_entity = "&" in text and self._hand.does("entities", 0.6)
        return text.replace("&", "&amp;") if is_entity else text

    def _escaped(self, address: re.Match[str]) -> str:
        is_escaped = "_" in address[0] and self._hand.does("backslash escapes", 0.6)
        return address[0].replace("_", "\\_") if is_escaped else address[0]

    def _linked(self, address: re.Match[str]) -> str:
        """An address without escapes as a link to itself."""
        is_link = "\\" not in address[0] and self._hand.does("addresses as links", 0.15)
        return f'<a href="{address[0]}">{address[0]}</a>' if is_link else address[0]
