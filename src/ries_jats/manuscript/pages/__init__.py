"""Reads plain text of a PDF, as pdftotext gives it: pages of lines, in which nothing is markup.

Pages → furniture found → columns one after the other → notes at the feet → lines as printed → paragraphs → blocks. No
word is left out here: what does not belong to the text is a block of its own, which the repair passes take.
"""

from .document import read_pages
from .kind import is_pages

__all__ = ["is_pages", "read_pages"]
