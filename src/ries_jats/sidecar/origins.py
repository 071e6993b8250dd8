"""Where a value of the front matter is from, in the few words of a comment."""

import re
from dataclasses import dataclass

from ..article.front import Front
from ..article.prose import Origin, Prose
from ..article.source import Source
from .texts import folded, plain


@dataclass(frozen=True)
class Words:
    """The phrases of one language."""

    line: str
    paragraph: str
    unprinted: str
    origins: dict[Origin, str]
    heading: str
    others: str
    missing: str


WORDS = {
    "en": Words(
        line="line {}",
        paragraph="paragraph {}",
        unprinted="not printed as such",
        origins={Origin.MANUSCRIPT: "manuscript", Origin.SIDECAR: "sidecar", Origin.PROPERTIES: "document properties"},
        heading="Front matter of {name}: what was recognised, and where it stands.\n"
        "To correct it, save the tables and lines that are wrong as {stem}.toml beside the manuscript;\n"
        "what that file does not name stays as recognised. A list, [[contrib]] for one, is replaced as a whole.",
        others="in no field",
        missing="not found: {}",
    ),
    "fr": Words(
        line="ligne {}",
        paragraph="paragraphe {}",
        unprinted="non imprimé tel quel",
        origins={
            Origin.MANUSCRIPT: "manuscrit",
            Origin.SIDECAR: "fichier compagnon",
            Origin.PROPERTIES: "propriétés du document",
        },
        heading="Métadonnées de {name} : ce qui a été reconnu, et où cela se trouve.\n"
        "Pour corriger, enregistrez les tables et lignes fautives sous {stem}.toml à côté du manuscrit ;\n"
        "ce que ce fichier ne nomme pas reste tel que reconnu. Une liste ([[contrib]]…) est remplacée en entier.",
        others="dans aucun champ",
        missing="non trouvé : {}",
    ),
}


class Origins:
    """Tells of each value of one front where it stands in its source."""

    def __init__(self, front: Front, source: Source, words: Words) -> None:
        self._lines = [front.suggested_citation, *(prose for _, prose in front.others)]
        self._source = source
        self._words = words

    def of(self, *proses: Prose) -> str:
        """`line 12`, or who wrote the words; each place once."""
        return ", ".join(dict.fromkeys(self._of(prose) for prose in proses if prose))

    def of_copy(self, prose: Prose) -> str:
        """As `of`; a number that was copied from a line of the journal stands where that line does."""
        if prose.at is None and prose.origin is Origin.GENERATED:
            line = next((line for line in self._lines if plain(prose) in plain(line)), prose)
            return self.of(line)
        return self.of(prose)

    def of_text(self, text: str) -> str:
        """Where an identifier is printed; it may have been behind a link, or not be of the manuscript."""
        match = re.search(re.escape(text), self._source.visible, re.IGNORECASE)
        return self._place(match.start()) if match else self._words.unprinted

    def _of(self, prose: Prose) -> str:
        if prose.at is not None:
            return self._place(prose.at)
        if prose.origin is Origin.GENERATED:
            return self._words.unprinted
        return self._words.origins.get(prose.origin, prose.origin.value)

    def _place(self, at: int) -> str:
        place = self._source.place(at)
        return self._words.line.format(place.line) if place.line else self._words.paragraph.format(place.paragraph)


def comment_line(text: str) -> str:
    """A text on one line, without the control characters that a comment must not hold: https://toml.io/en/v1.0.0#comment."""
    return "".join(character if character.isprintable() else "\ufffd" for character in folded(text))
