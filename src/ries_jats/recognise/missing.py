"""What an article lacks, or has that nothing asks for: a title, an author, an abstract, the call-out of a note."""

from collections.abc import Iterator, Sequence

from ..article.blocks import Block, Note
from ..article.front import Front
from ..article.prose import NoteCall
from ..article.source import Source
from ..article.walk import all_prose, plain_text
from ..findings import Finding, finding
from ..journal import ArticleEntry
from ..lexicon import fold

WITH_ABSTRACT = ("research-article", "review-article")
"""Values of `article/@article-type` of articles that have an abstract."""


def iter_missing(front: Front, entry: ArticleEntry | None, source: Source) -> Iterator[Finding]:
    """What is not in the front matter, or otherwise than the issue (`entry`) has it."""
    place = source.place(None)
    if not front.title_group.title:
        yield finding("title-missing", place)
    if not front.contributors:
        yield finding("author-missing", place)
    printed = "; ".join(each.name for each in front.contributors)
    listed = "; ".join(entry.authors) if entry else ""
    if listed and printed and fold(listed) != fold(printed):
        yield finding("name-differs", place, listed=listed, printed=printed)
    if not front.abstracts and front.article_type in WITH_ABSTRACT:
        yield finding("abstract-missing", place)


def iter_uncalled(blocks: Sequence[Block], notes: Sequence[Note], source: Source) -> Iterator[Finding]:
    """Notes that nothing calls in the manuscript; when the lines of a byline are read its calls are marks no longer."""
    texts = (*blocks, *(block for note in notes for block in note.blocks))
    marks = (mark for prose in all_prose(texts) for run in prose.runs for mark in run.marks)
    called = {mark.key for mark in marks if isinstance(mark, NoteCall)}
    for note in notes:
        if note.key not in called and note.label.at is not None:
            quote = plain_text(note.blocks)[:60].strip()
            yield finding("note-uncalled", source.place(note.label.at), quote=quote, label=note.label.text)
