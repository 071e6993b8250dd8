"""ries-jats: manuscripts of scholarly journals in, JATS XML that can be trusted out."""

__version__ = "0.1.0"
