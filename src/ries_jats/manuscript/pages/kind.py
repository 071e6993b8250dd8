"""Tells plain text of a PDF from what a person wrote or an extraction marked up."""

import re

MARKUP = re.compile(
    r"^ {0,3}#{1,6} \S|\*\*|\]\(|^ {0,3}(?:```|~~~|>|\|)|</?[A-Za-z]+\b[^<>]*>|\[\^|^ {0,3}(?:-{3,}|={3,}|\* \* \*)\s*$"
    r"|(?<!\w)_[^_\n]+_(?!\w)",
    re.MULTILINE,
)
CUT_WORD = re.compile(r"[^\W\d_]{2}[-\u2010\u00ad]\n[^\S\n]*(?=([^\W\d_]))")
WRAPPED = re.compile(r"[^\W_,;][,;]?\n[^\S\n]*(?=([^\W\d_]))")
FEWEST_CUTS, CUT_SHARE = 8, 0.02
"""Words cut by line ends, and their part of the lines, from which a text without form feeds is that of a PDF."""
WRAPPED_SHARE = 0.15
"""Part of the lines that end inside a sentence."""
MARKUP_SHARE = 0.005


def is_pages(text: str) -> bool:
    """Whether `text` is the plain text of a PDF: pages, or words cut at line ends, and no markup."""
    lines = sum(1 for line in text.split("\n") if line.strip())
    marks = sum(1 for _ in MARKUP.finditer(text))
    if "\f" in text.strip():
        return marks <= MARKUP_SHARE * lines and _small(WRAPPED, text) >= WRAPPED_SHARE * lines
    cuts = _small(CUT_WORD, text)
    return not marks and cuts >= max(FEWEST_CUTS, CUT_SHARE * lines)


def _small(pattern: re.Pattern[str], text: str) -> int:
    """Matches after which a small letter stands."""
    return sum(match[1].islower() for match in pattern.finditer(text))
