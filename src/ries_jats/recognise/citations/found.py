"""What was found in a text: citations, and those of which nobody can tell what they mean."""

from dataclasses import dataclass

from .works import Work


@dataclass(frozen=True)
class Citation:
    """Words that cite, from `start` to `stop`, and the work they mean, None where it is not in the list.

    `doubt` is the code of the finding that says why there is none; `nearest` are works that it might be.
    """

    start: int
    stop: int
    work: Work | None = None
    is_narrative: bool = False
    doubt: str = ""
    nearest: tuple[Work, ...] = ()
    also: tuple[Work, ...] = ()
    """Works that a range of numbers cites without printing theirs."""
    group: int = -1
    """Where the brackets around it open."""
    note: str = ""
    """The key of the note that it points to, where it points to none of the works."""


@dataclass(frozen=True)
class Habits:
    """How an article cites, where the form alone does not tell a citation from other figures."""

    has_pages_alone: bool = False
    """Whether `(Brigg, 156)` cites, so that `(157)` may."""
    numbers: str = ""
    """Where numbers of references stand: `square` or `round` brackets, `raised`, or nowhere."""


@dataclass
class Memory:
    """What was cited last, for words that name no work: `ibid.`, `(p. 12)`."""

    last: tuple[Citation, ...] = ()
    """The citations of the last brackets."""
    narrative: Citation | None = None
    author: Work | None = None
    """The only work of the author who was named last."""
    age: int = 0
    """Paragraphs since the last citation."""
    author_age: int = 0
    """Paragraphs since an author was named."""

    def begin_paragraph(self) -> None:
        """What was cited two paragraphs ago is forgotten."""
        self.age += 1
        self.author_age += 1
        if self.age > 1:
            self.last, self.narrative = (), None
        if self.author_age > 1:
            self.author = None

    def name(self, author: Work) -> None:
        """Remembers who was named last, by the only work."""
        self.author, self.author_age = author, 0

    def keep(self, citation: Citation, *, is_joined: bool = False) -> None:
        """Remembers `citation` as the last one; `is_joined` says that a mere `and` parts it from the one before."""
        is_same = bool(self.last) and citation.group >= 0 and self.last[-1].group == citation.group
        if self.age == 0 and (is_same or is_joined):
            self.last = (*self.last, citation)
        else:
            self.last = (citation,)
        if citation.is_narrative:
            self.narrative = citation
        self.age = 0

    @property
    def work(self) -> Work | None:
        """The work cited last, where the last brackets cite one alone."""
        works = {each.work.key if each.work else "" for each in self.last}
        return self.last[-1].work if len(works) == 1 else None

    @property
    def quoted(self) -> Work | None:
        """The work that a page alone points into: nothing, where the author named last and the last citation differ."""
        if self.narrative is None or self.narrative in self.last:
            return self.work
        return self.work if self.work == self.narrative.work else None
