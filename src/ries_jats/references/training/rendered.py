"""A made-up reference: its labelled pieces, and what is known of it besides."""

from dataclasses import dataclass

from ...article.references import PublicationType
from .labelled import Labelled
from .marks import NamePart


@dataclass(frozen=True, slots=True)
class Rendered(Labelled):
    """A labelled string with the parts of its names (`surname`, `given-names`, `collab`, by their places in the text),
    what kind of work it refers to, and the language and style in which it is printed.
    """

    names: tuple[NamePart, ...] = ()
    publication_type: PublicationType = PublicationType.OTHER
    language: str = ""
    style: str = ""
