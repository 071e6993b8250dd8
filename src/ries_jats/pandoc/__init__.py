"""Pandoc: found and started here only (`program`), and the types of its syntax tree."""
