"""Clean articles, the damage that extraction from a PDF does to them, and the judge of what was repaired."""
