"""Languages: detection of the language of a piece of text, and the form of language tags.

Detection is lingua's in its low-accuracy mode, which knows our languages from 20 words on and starts in 50 ms; the full
accuracy costs a second and is not needed for pieces of this length.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lingua import LanguageDetector

DETECTED = ("fr", "en", "es", "pt", "it", "de", "ar")
"""BCP 47 tags of the languages that are told apart."""
ENOUGH = 120
"""Characters from which detection is trusted over a label."""
READ = 4_000
"""Characters that are read of a long text."""
TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-[A-Za-z0-9]{5,8})*")


@cache
def _detector() -> "LanguageDetector":
    from lingua import IsoCode639_1, LanguageDetectorBuilder

    codes = [getattr(IsoCode639_1, tag.upper()) for tag in DETECTED]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).with_low_accuracy_mode().build()


def detect(text: str) -> tuple[str, float]:
    """The tag of the likeliest language and how likely it is, 0 to 1; an empty tag for a text without letters."""
    text = text[:READ]
    values = _detector().compute_language_confidence_values(text.lower() if text.isupper() else text)
    if not values or not values[0].value:
        return "", 0.0
    return values[0].language.iso_code_639_1.name.lower(), values[0].value


def is_tag(text: str) -> bool:
    """Whether `text` has the form of a BCP 47 language tag: https://www.rfc-editor.org/info/bcp47."""
    return bool(TAG.fullmatch(text))


def primary(tag: str) -> str:
    """The primary subtag, in small letters: `fr` of `fr-MA`."""
    return tag.split("-", maxsplit=1)[0].lower()
