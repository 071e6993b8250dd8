"""Manuscript files in: `read` gives a `Document`, `repair` mends what extraction from PDF broke."""

from .document import Document
from .read import MANUSCRIPT_SUFFIXES, read
from .repair import repair

__all__ = ["MANUSCRIPT_SUFFIXES", "Document", "read", "repair"]
