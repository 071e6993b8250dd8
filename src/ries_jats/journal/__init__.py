"""What a person writes down about a journal and an issue, and where manuscripts are found.

`journal.toml` and `issue.toml` are read into frozen values. What is wrong in them is a finding, never a traceback, and
the fields that are right stand.
"""

from .discovery import IssueFolder, ManuscriptFile, find_issues
from .loading import ISSUE_FILE, JOURNAL_FILE, issue_findings, load_issue, load_journal, nearest_journal
from .values import (
    Addresses,
    ArticleEntry,
    Copyright,
    DoiSettings,
    Editor,
    Issn,
    Issue,
    Journal,
    License,
    Publisher,
    RuleSetting,
    Target,
)

__all__ = [
    "ISSUE_FILE",
    "JOURNAL_FILE",
    "Addresses",
    "ArticleEntry",
    "Copyright",
    "DoiSettings",
    "Editor",
    "Issn",
    "Issue",
    "IssueFolder",
    "Journal",
    "License",
    "ManuscriptFile",
    "Publisher",
    "RuleSetting",
    "Target",
    "find_issues",
    "issue_findings",
    "load_issue",
    "load_journal",
    "nearest_journal",
]
