"""Splits the file of a whole issue into `journal.toml`, `issue.toml` and one manuscript an article.

lines       the file as printed lines, and the bytes that manuscripts are cut from
contents    what the list of contents may announce          matching    where the text has it
entries     what the contents say of each article           heads       articles that no contents announce
boundaries  where each article begins and ends              articles    its title, byline, type, language
masthead/   the journal, the issue, the people              consistency what is printed in several forms
settings    the TOML files                                  writing     the folder, and whose its files are
"""

from .issue import SplitResult, split_issue

__all__ = ["SplitResult", "split_issue"]
