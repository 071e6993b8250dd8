"""Word files: what of them a reader sees, in which words, and what pandoc is to be given of them."""

from .file import WordFile, read_word
from .gaps import iter_gaps

__all__ = ["WordFile", "iter_gaps", "read_word"]
