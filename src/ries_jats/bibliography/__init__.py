"""References as works: what parsed references say, as CSL-JSON and BibTeX, corrected by a person, looked up, checked.

https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
"""
