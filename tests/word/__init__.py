"""Invented articles as Word files, in the dresses that authors give them, and the judge of what is made of these."""
