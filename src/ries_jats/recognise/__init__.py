"""From text to model: what each piece of a manuscript is.

Every recogniser cuts spans out of the manuscript's own prose; none writes text.
"""

from .article import Surroundings, recognise_article

__all__ = ["Surroundings", "recognise_article"]
