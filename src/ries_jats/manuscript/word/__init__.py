"""Word files beyond pandoc: what their paragraphs look like, and what that says of titles and headings."""

from .dressing import with_looks

__all__ = ["with_looks"]
