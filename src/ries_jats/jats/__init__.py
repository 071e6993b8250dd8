"""From the model to JATS Publishing 1.3: https://jats.nlm.nih.gov/publishing/tag-library/1.3/.

The body is written here too and not by pandoc's writer: so every word of the XML keeps the address it has in the
manuscript, notes keep their printed numbers, and an article needs one start of pandoc, not two.
"""

from .article import Written, write_article
from .references import write_references
from .serialize import serialize
from .trace import Piece

__all__ = ["Piece", "Written", "serialize", "write_article", "write_references"]
